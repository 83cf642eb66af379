"""The index of a folder as a reader, a screen reader, a telephone and a printer find it."""

from __future__ import annotations

import re
import subprocess
from urllib.parse import unquote

import pypdfium2
import pytest
from lxml import html
from msgspec.structs import replace

from chevalet.emit.index import emit_index
from chevalet.emit.index.amounts import tell_minutes, tell_pages, tell_size
from chevalet.model.listing import ListedFile, ListedGroup, ListedKind, ListedSource, Listing
from chevalet.plan.defaults import EDITIONS
from chevalet.plan.outputs import FORMATS, OUTPUTS
from chevalet.resolve.locales import LANGUAGES
from tests.emit.browser import find_chromium
from tests.tools import THEME

FRENCH, ENGLISH = LANGUAGES["fr-CA"].locale, LANGUAGES["en-CA"].locale
DECK = ListedKind(
    "deck",
    (ListedFile("diapositives-a.pptx", "pptx", 1_240_000, 57), ListedFile("diapositives-a.pdf", "pdf", 178_300, 57)),
)
GUIDE = ListedKind("guide", (ListedFile("guide-a.docx", "docx", 999, 0, is_stale=True),))
CALENDAR = ListedKind("calendar", tuple(ListedFile(f"calendrier.{form}", form, 16_000, 0) for form in ("xlsx", "ics")))
SOURCES = (ListedSource("L’accueil & la suite", "../../../modules/1-a/accueil.md"),)
ONE = ListedGroup(1, "Les médias sociaux", (DECK, GUIDE), 135, SOURCES, warnings=2, notices=1)
TWO = ListedGroup(2, "Rédiger", (DECK,), 120)
COURSE = ListedGroup(0, "", (CALENDAR,))
TRAINER = Listing(FRENCH, "Le web qui sert", "", "trainer", True, (ONE, TWO, COURSE))
HOSTILE = """<script>alert("x")</script> & ' </title> é\u202e\x00\x0b {0} {number} % {{x}}"""


def show(listing: Listing, theme) -> html.HtmlElement:
    content, found = emit_index(listing, theme)
    assert found == ()
    return html.document_fromstring(content)


def words_of(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def hundred(number: int) -> ListedGroup:
    return ListedGroup(number, "Mot" * 60, (DECK,) * 20)


def test_the_page_says_what_is_there_in_order(theme):
    tree = show(TRAINER, theme)
    assert [words_of(each) for each in tree.iter("h1")] == ["Le web qui sert"]
    assert [words_of(each) for each in tree.iter("h2")] == ["Les médias sociaux", "Rédiger", "Pour tout le cours"]
    assert [words_of(each) for each in tree.iter("h3")] == [
        "Diapositives",
        "Guide d’animation",
        "Diapositives",
        "Calendrier éditorial",
    ]
    links = [words_of(each) for each in tree.xpath("//ul[@class='files']//a")]
    assert links[:3] == [
        "Diapositives – PowerPoint 57 diapositives · 1,2 Mo",
        "Diapositives – PDF 57 pages · 178 ko",
        "Guide d’animation – Word 999 octets",
    ]
    assert links[-1] == "Calendrier éditorial – Agenda (.ics) 16 ko"


def test_a_workshop_says_how_long_it_lasts_and_the_trainer_what_was_found(theme):
    said = [words_of(each) for each in show(TRAINER, theme).xpath("//p[@class='facts']")]
    assert said == ["2 h 15 min · 2 avertissements · 1 remarque", "2 h · Aucun avertissement"]
    public = replace(TRAINER, edition="public", is_for_trainer=False, groups=(replace(ONE, warnings=0, notices=0),))
    assert [words_of(each) for each in show(public, theme).xpath("//p[@class='facts']")] == ["2 h 15 min"]


def test_what_is_stale_says_so_beside_its_link(theme):
    (stale,) = show(TRAINER, theme).xpath("//p[@class='stale']")
    assert words_of(stale) == "Pas à jour : sa dernière fabrication a échoué"
    assert stale.getparent().find("a").get("href") == "guide-a.docx"


def test_modules_lead_to_their_sources(theme):
    (source,) = show(TRAINER, theme).xpath("//details//a")
    assert (source.get("href"), source.text) == ("../../../modules/1-a/accueil.md", "L’accueil & la suite")


def test_a_variant_and_a_region_are_named(theme):
    kind = ListedKind("deck", (ListedFile("a.pptx", "pptx", 1, 0, "s1, en-CA"),))
    tree = show(replace(TRAINER, region="est", groups=(replace(TWO, kinds=(kind,)),)), theme)
    assert "PowerPoint – s1, en-CA" in words_of(tree)
    assert "Région : est" in words_of(tree)


def test_kinds_and_formats_to_come_are_shown_by_their_names(theme):
    kind = ListedKind("telegram", (ListedFile("a.xyz", "xyz", 1, 0),))
    tree = show(replace(TRAINER, groups=(replace(TWO, kinds=(kind,)),)), theme)
    assert words_of(tree.find(".//h3")) == "telegram"
    assert words_of(tree.find(".//strong")) == "XYZ"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_made_has_its_words(language):
    words = LANGUAGES[language].locale.words
    shown = [output for output in OUTPUTS.values() if set(output.editions) & set(EDITIONS)]
    kinds = [word for output in shown for word in (output.kind, f"about-{output.kind}")]
    assert [word for word in (*kinds, *(f"format-{form}" for form in FORMATS)) if word not in words] == []


def test_a_folder_without_files_says_so(theme):
    assert "Aucun fichier n’a encore pu être fabriqué." in words_of(show(replace(TRAINER, groups=()), theme))


def test_a_course_in_english_has_an_index_in_english(theme):
    tree = show(replace(TRAINER, locale=ENGLISH), theme)
    assert tree.get("lang") == "en-CA"
    shown = words_of(tree)
    for said in (
        "For the trainer",
        "Workshop 1",
        "57 slides · 1.2 MB",
        "999 bytes",
        "2 warnings · 1 notice",
        "Out of date",
    ):
        assert said in shown
    assert not re.search("[éèàœ]|diapo|page Web", re.sub("Les médias sociaux|Rédiger|L’accueil & la suite", "", shown))


@pytest.mark.parametrize("place", ["title", "workshop", "source", "variant", "region", "form", "kind"])
def test_a_hostile_text_is_text(theme, place):
    file = replace(
        DECK.files[0], variant=HOSTILE if place == "variant" else "", form=HOSTILE if place == "form" else "pptx"
    )
    group = replace(
        ONE,
        title=HOSTILE if place == "workshop" else "x",
        kinds=(ListedKind(HOSTILE if place == "kind" else "deck", (file,)),),
        sources=(ListedSource(HOSTILE if place == "source" else "x", "x.md"),),
    )
    listing = replace(TRAINER, title=HOSTILE if place == "title" else "x", groups=(group, TWO))
    tree = show(replace(listing, region=HOSTILE if place == "region" else ""), theme)
    assert list(tree.iter("script")) == []
    expected = HOSTILE.replace("\x00", "").replace("\x0b", "")
    assert (expected.upper() if place == "form" else expected) in words_of(tree)


@pytest.mark.parametrize(
    "name",
    [
        "été & cie.pptx",
        "100 % #1?.pptx",
        "javascript:alert(1)",
        'a"b<c>.pptx',
        "sous/dossier.pptx",
        "a\\b.pptx",
        "\udcff.pptx",
    ],
)
def test_a_hostile_file_name_is_the_way_to_that_file(theme, name):
    kind = ListedKind("deck", (replace(DECK.files[0], path=name),))
    content, _ = emit_index(replace(TRAINER, groups=(replace(TWO, kinds=(kind,)),)), theme)
    (link,) = html.document_fromstring(content).xpath("//ul[@class='files']//a/@href")
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", link)
    assert unquote(link, errors="surrogateescape") == name


def test_it_needs_nothing_from_outside_and_no_script(theme):
    content, _ = emit_index(TRAINER, theme)
    assert re.findall(rb"https?:|url\(|@import|<script|<link|src=| on\w+=", content) == []
    assert emit_index(TRAINER, theme)[0] == content


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("hard", [False, True])
def test_it_passes_axe_and_fits_a_telephone(theme, axe_violations, width, hard):
    hostile = Listing(
        FRENCH, HOSTILE * 3, "est", "trainer", True, (hundred(1), replace(ONE, number=6, title=HOSTILE), COURSE)
    )
    content, _ = emit_index(hostile if hard else TRAINER, theme)
    assert axe_violations(content, width) == []


def all_kinds(edition: str) -> tuple[ListedKind, ...]:
    """All that can be made of a workshop for an edition, at once."""
    outputs = [output for output in OUTPUTS.values() if edition in output.editions and not output.is_for_course]
    return tuple(
        ListedKind(output.kind, tuple(ListedFile(f"a.{form}", form, 812_000, 104) for form in output.formats))
        for output in outputs
    )


@pytest.mark.parametrize("edition", ["trainer", "participant", "public"])
def test_four_workshops_print_on_a_page_or_two(theme, tmp_path, edition, monkeypatch):
    """One for who is given some of it, two for the trainer, who has all."""
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    groups = (*(replace(ONE, number=number, kinds=all_kinds(edition)) for number in range(1, 5)), COURSE)
    monkeypatch.setenv("FONTCONFIG_FILE", str(THEME / "fonts" / "fonts.conf"))
    page, printed = tmp_path / "index.html", tmp_path / "index.pdf"
    page.write_bytes(emit_index(replace(TRAINER, groups=groups), theme)[0])
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run([*command, f"--print-to-pdf={printed}", page.as_uri()], check=True, capture_output=True, timeout=120)
    assert len(pypdfium2.PdfDocument(printed)) <= (2 if edition == "trainer" else 1)


@pytest.mark.parametrize(
    ("size", "french", "english"),
    [
        (812, "812\u00a0octets", "812\u00a0bytes"),
        (1000, "1\u00a0ko", "1\u00a0kB"),
        (999_499, "999\u00a0ko", "999\u00a0kB"),
        (999_500, "1,0\u00a0Mo", "1.0\u00a0MB"),
        (1_249_000, "1,2\u00a0Mo", "1.2\u00a0MB"),
        (2_345_678_901, "2\u00a0345,7\u00a0Mo", "2,345.7\u00a0MB"),
    ],
)
def test_sizes_are_in_each_language_s_units(size, french, english):
    assert (tell_size(size, FRENCH), tell_size(size, ENGLISH)) == (french, english)


def test_one_is_not_many_and_none_is_nothing():
    assert [tell_pages(number, "pdf", FRENCH) for number in (0, 1, 2)] == ["", "1\u00a0page", "2\u00a0pages"]
    assert tell_pages(1, "pptx", FRENCH) == "1\u00a0diapositive"


def test_durations_have_no_empty_part():
    assert [tell_minutes(each, FRENCH) for each in (45, 120, 135)] == [
        "45\u00a0min",
        "2\u00a0h",
        "2\u00a0h\u00a015\u00a0min",
    ]
