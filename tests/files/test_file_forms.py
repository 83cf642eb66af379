"""The same course as other systems and programs save it: the same deck, byte for byte, or a diagnostic at its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.tools import ROOT, SmallCourse

Make = Callable[..., SmallCourse]
Form = Callable[[bytes], bytes]

MODULE, COURSE = "modules/1-essai/a.md", "course/course.yaml"
INDEX, TABLE = "course/data/index.yaml", "course/data/été.csv"
PICTURE = "modules/1-essai/vitrine-d'été.png"
NBSP, NARROW, MARK = "\u00a0", "\u202f", "\ufeff"

TEXT = f"""\
---
title: L'été à Québec
minutes: 30
objectives:
  - Dire ce qu'il reste à faire
---

## Une idée par diapositive {{#idee}}

- Un point, déjà vu
- Un autre point
  1. Un détail

::: notes
Dire : ce que la diapositive ne dit pas. (2 min)
:::

## À vous de jouer {{#jeu layout=activity}}

::: activity {{minutes=8 group=pairs material="cartons et crayons"}}
1. Regarder la vitrine (3 min)
2. En parler (5 min)
:::

## Une vitrine se voit de loin {{#vitrine}}

![La vitrine d'été](vitrine-d'été.png)

## Les dépôts montent {{#depots}}

```chart
type: column
data: depots
title: Dépôts, en milliers{NBSP}$
```
"""
DATA = "depots:\n  file: été.csv\n  source: Académie\n  labels: {montant: Dépôts}\n"
ROWS = (("mois", "montant", "note"), ("Été", "1234,5", "lu"), ("Hiver", "70", "vu"), ("Dû", "3", "lu"))


def csv(separator: str = ";", end: str = "\n", rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return "".join(separator.join(row) + end for row in rows)


FILES: Mapping[str, str | bytes] = {
    MODULE: TEXT,
    INDEX: DATA,
    TABLE: csv(),
    PICTURE: (ROOT / "tests/load/project/modules/1-essai/point.png").read_bytes(),
}


def build(small: SmallCourse) -> tuple[dict[str, bytes], list[tuple[str, str, int, int]]]:
    """Build a course; return the decks by name, and the code and the place of each diagnostic."""
    done = small.run("--format", "pptx", "--edition", "trainer", "--message-format", "json")
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)
    decks = {deck.name: deck.read_bytes() for deck in small.trainer.glob("*.pptx")}
    return decks, [(each["code"], each["path"], each["line"], each["column"]) for each in found]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    decks, found = build(SmallCourse.make(tmp_path_factory.mktemp("plain") / "cours", FILES))
    assert found == []
    assert len(decks) == 1
    return decks


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(lambda text: text.replace(b"\n", b"\r\n"), id="crlf"),
        pytest.param(lambda text: text.replace(b"\n", b"\r"), id="cr"),
        pytest.param(lambda text: MARK.encode() + text, id="mark"),
        pytest.param(lambda text: 2 * MARK.encode() + text.replace(b"\n", b"\r\n"), id="two marks, crlf"),
        pytest.param(lambda text: normalize("NFD", text.decode()).encode(), id="nfd"),
        pytest.param(lambda text: text.rstrip(b"\n"), id="no last line end"),
        pytest.param(lambda text: text + b"\n\n\n", id="blank lines behind"),
        pytest.param(lambda text: text.replace(b"\n", b"  \n").replace(b"-  \n", b"-\t\n"), id="spaces behind"),
    ],
)
def test_the_form_of_text_changes_nothing(make_course: Make, plain: dict[str, bytes], form: Form) -> None:
    small = make_course()
    for path in (MODULE, COURSE, INDEX, TABLE):
        place = small.root / path
        place.write_bytes(form(place.read_bytes()))
    assert build(small) == (plain, [])


@pytest.fixture
def make_course(course: Make) -> Make:
    return lambda changes=None: course({**FILES, **(changes or {})})


@pytest.mark.parametrize("folder_form", ["NFC", "NFD"])
def test_names_that_a_mac_decomposes_are_found(make_course: Make, plain: dict[str, bytes], folder_form: str) -> None:
    small = make_course()
    for path in (TABLE, PICTURE):
        (small.root / path).rename(small.root / normalize("NFD", path))
    moved = small.root.rename(small.root.with_name(normalize(folder_form, "cours d'été")))
    assert build(SmallCourse(moved)) == (plain, [])


EXCEL = csv(";", "\r\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(MARK + EXCEL, "", id="CSV UTF-8"),
        pytest.param("sep=;\r\n" + EXCEL, "", id="with its sep="),
        pytest.param(csv(",", "\r\n").replace("1234,5", '"1234,5"'), "", id="commas"),
        pytest.param(csv("\t", "\r\n"), "", id="tabs"),
        pytest.param(EXCEL.replace("1234,5", f"1{NBSP}234,50"), "", id="thousands, no-break space"),
        pytest.param(EXCEL.replace("1234,5", f'"1{NARROW}234,5"'), "", id="thousands, narrow space"),
        pytest.param(
            EXCEL.replace("1234,5", f"1{NBSP}234,50{NBSP}$").replace(";70;", f";70,00{NBSP}$;").replace(";3;", ";3 $;"),
            "",
            id="amounts",
        ),
        pytest.param(EXCEL.replace("1234,5", "1234,5%").replace(";70;", ";70 %;").replace(";3;", ";3%;"), "", id="%"),
        pytest.param(EXCEL.replace(";lu", ';"lu\r\nhier"', 1), "", id="a cell of two lines"),
        pytest.param(EXCEL.replace("\r\n", ";;\r\n") + ";;;;\r\n" * 3, "", id="empty rows and columns"),
        pytest.param(EXCEL.encode("cp1252"), "Windows-1252", id="CSV of Windows"),
        pytest.param(csv(";", "\r").encode("mac_roman"), "Mac OS Roman", id="CSV of a Mac"),
        pytest.param(EXCEL.encode("cp850"), "MS-DOS 850", id="CSV of MS-DOS"),
        pytest.param(csv("\t", "\r\n").encode("utf-16"), "UTF-16", id="Unicode text"),
        pytest.param(b"\xfe\xff" + csv("\t", "\r\n").encode("utf-16-be"), "UTF-16", id="Unicode text, big end first"),
    ],
)
def test_a_table_is_read_as_a_spreadsheet_saves_it(
    make_course: Make, plain: dict[str, bytes], content: str | bytes, told: str
) -> None:
    decks, found = build(make_course({TABLE: content}))
    assert decks == plain
    assert [(code, path) for code, path, _, _ in found] == [("table-not-utf8", TABLE)] * bool(told)
    if told:
        assert told in make_course({TABLE: content}).run("check", "--message-format", "short").stderr


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"##{NBSP}Une idée", "## Une idée"),
        (f"-{NBSP}Un point", "- Un point"),
        (f"- Un autre point\n{NBSP * 2}1.{NBSP}Un détail", "- Un autre point\n  1. Un détail"),
        (f":::{NBSP}notes", "::: notes"),
        (f"---{NBSP}\ntitle", "---\ntitle"),
        (f"minutes{NBSP}:{NARROW}30", "minutes: 30"),
        (f"{NBSP}{NBSP}-{NBSP}Dire ce", "  - Dire ce"),
        (f"data:{NBSP}depots", "data: depots"),
        ("title:\tL'été", "title: L'été"),
        ("minutes: 30\t", "minutes: 30"),
        ("“cartons et crayons”", '"cartons et crayons"'),
        ("”cartons et crayons”", '"cartons et crayons"'),
        ("‘cartons et crayons’", '"cartons et crayons"'),
        (f"«{NBSP}cartons et crayons{NBSP}»", '"cartons et crayons"'),
        ("(vitrine-d'%C3%A9t%C3%A9.png)", "(vitrine-d'été.png)"),
        ("(vitrine-d'e%CC%81te%CC%81.png)", "(vitrine-d'été.png)"),
    ],
)
def test_what_keyboards_and_word_processors_write_is_read(
    make_course: Make, plain: dict[str, bytes], written: str, meant: str
) -> None:
    assert TEXT.count(meant) == 1
    assert build(make_course({MODULE: TEXT.replace(meant, written)})) == (plain, [])


def test_no_break_spaces_of_a_sentence_stay(make_course: Make, plain: dict[str, bytes]) -> None:
    """After a capital letter or inside a line nothing is a mark: the typography is the author's."""
    changed = TEXT.replace("Un point, déjà vu", f"12{NBSP}500 -{NBSP}vus")
    decks, found = build(make_course({MODULE: changed}))
    assert decks != plain
    assert found == []


@pytest.mark.parametrize(
    ("path", "content", "place", "hint"),
    [
        (MODULE, TEXT.encode("cp1252"), ("not-utf8", 2, 10), "enregistrer `modules/1-essai/a.md`"),
        (MODULE, TEXT.encode("utf-16"), ("not-utf8", 1, 1), "avec l'encodage UTF-8"),
        (MODULE, TEXT.replace("  - Dire", "\t- Dire"), ("yaml-syntax", 5, 1), "jamais avec des tabulations"),
        (MODULE, TEXT.replace("---\ntitle", "—\ntitle"), ("missing-front-matter", 1, 1), "par une ligne `---`"),
        (MODULE, TEXT.replace('"cartons et crayons"', '"cartons”'), ("invalid-attribute", 20, 37), "l'écrire comme"),
        (INDEX, DATA.replace("été.csv", "“été.csv”"), ("wrong-value", 2, 9), "part-2030.csv"),
        (INDEX, DATA.replace("été.csv", "Été.csv"), ("missing-file", 2, 9), "Été.csv"),
        (INDEX, DATA.replace("  source", "\tsource"), ("yaml-syntax", 3, 1), "jamais avec des tabulations"),
        (TABLE, csv().encode("utf-16-le"), ("not-utf8", 1, 2), "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place_with_what_to_do(
    make_course: Make, path: str, content: str | bytes, place: tuple[str, int, int], hint: str
) -> None:
    small = make_course({path: content})
    decks, found = build(small)
    assert decks == {}
    code, line, column = place
    assert (code, path, line, column) in found
    assert hint in small.run("check", LANGUAGE="fr").stderr


# The program that leaves the file, and what the file is beside.
COPIES = {
    "modules/1-essai/a (copie en conflit de PC-de-Zoé 2026-11-22).md": "Dropbox",
    "modules/1-essai/a (Zoé's conflicted copy 2026-11-22).md": "Dropbox",
    "modules/1-essai/a-PC-DE-ZOÉ.md": "OneDrive",
    "modules/1-essai/a-Étienne.md": "OneDrive",
    "modules/1-essai/a 2.md": "iCloud",
    "modules/1-essai/a (1).md": "Google Drive",
    "modules/1-essai/Copie de a.md": "Google Drive",
    "modules/1-essai/Copy (2) of a.md": "Windows XP",
    "modules/1-essai/a.sync-conflict-20261122-101500-ABCDEFG.md": "Syncthing",
    "modules/1-essai/a - Copie (2).md": "Windows",
    "modules/1-essai/a copie.md": "macOS",
    "modules/1-essai 2/a.md": "iCloud",
    "course/course (1).yaml": "Google Drive",
    "course/course.sync-conflict-20261122-101500-ABCDEFG.yaml": "Syncthing",
    "course/data/index-PC-DE-ZOE.yaml": "OneDrive",
    "course/data/été 2.csv": "iCloud",
}


def test_copies_of_synchronized_folders_are_told_and_change_nothing(make_course: Make, plain: dict[str, bytes]) -> None:
    decks, found = build(make_course(dict.fromkeys(COPIES, "Une autre version")))
    assert decks == plain
    expected = {path.removesuffix("/a.md") if "essai 2/" in path else path for path in COPIES}
    assert [each for each in found if each[0] != "conflict-copy"] == []
    assert {path for _, path, _, _ in found} == expected


NOISE = (
    ".DS_Store",
    "._a.md",
    ".a.md.swp",
    "a.md~",
    "a.md.swp",
    "a.md.bak",
    "a.md.orig",
    "#a.md#",
    "desktop.ini",
    "Thumbs.db",
    "ehthumbs.db",
    "Icon\r",
    "~$deck.pptx",
    "~WRL0001.tmp",
    ".~lock.a.md#",
    ".dropbox.cache/a.md",
    "__MACOSX/a.md",
)


def test_what_systems_and_editors_leave_is_not_even_a_reason_to_build_again(
    make_course: Make, plain: dict[str, bytes]
) -> None:
    small = make_course()
    assert build(small) == (plain, [])
    for folder in ("course", "course/data", "modules", "modules/1-essai", "themes/chevalet"):
        for name in NOISE:
            small.write(f"{folder}/{name}", b"\x00\xff")
    if hasattr(Path, "symlink_to"):
        # How Emacs says that it edits a file: a link to nowhere.
        (small.root / "modules/1-essai/.#a.md").symlink_to("zoe@portable.1234")
    done = small.run("--format", "pptx", "--edition", "trainer")
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to do" in done.stdout
    assert build(small) == (plain, [])


def test_line_ends_of_another_system_make_the_same_manifest(make_course: Make) -> None:
    """Paths of the manifest have `/`, and nothing in it comes from the form of the sources."""
    small, other = make_course(), make_course()
    (other.root / MODULE).write_bytes(TEXT.replace("\n", "\r\n").encode())
    for each in (small, other):
        build(each)
    manifest = (small.root / "dist/manifest.json").read_bytes()
    assert manifest == (other.root / "dist/manifest.json").read_bytes()
    assert b"\\" not in manifest
    assert b"\r" not in manifest
