"""What is made of `private/`: asked for by name, kept out of every other folder, never remembered. Nobody is real."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pypdfium2

from tests.tools import SmallCourse

CANARY = "Zéphirine Canari-Témoin"
FIRM = "Volière Témoin inc."
HEADER = "prénom,nom,organisation,présence,date\n"
PEOPLE = f"{HEADER}Zéphirine,Canari-Témoin,{FIRM},oui,2030-10-14\nJean,O'Brien,,oui,2030-10-14\n"
PATH = "private/1-essai/participants.csv"
ORGANIZER = ("--edition", "organizer")


def make(course, **files: str) -> SmallCourse:
    return course({PATH: PEOPLE, **files})


def holds(path: Path, words: str) -> bool:
    """Whether a file, or a part of it, holds words."""
    contents = [path.read_bytes()]
    if is_zipfile(path):
        with ZipFile(path) as archive:
            contents += [archive.read(name) for name in archive.namelist()]
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        contents += [page.get_textpage().get_text_range().encode() for page in document]
    return any(form in content for content in contents for form in (words.encode(), words.encode("utf-16-le")))


def who_holds(small: SmallCourse, words: str) -> set[str]:
    paths = (path for folder in ("dist", ".cache") for path in (small.root / folder).rglob("*") if path.is_file())
    return {path.relative_to(small.root).as_posix() for path in paths if holds(path, words)}


def test_a_name_is_in_its_certificate_and_nowhere_else(course):
    small = make(course)
    assert small.run(*ORGANIZER).returncode == 0
    assert small.run("--edition", "all").returncode == 0
    held = who_holds(small, CANARY)
    assert held == {"dist/base/organizer/attestations-1-essai-organisation.pdf"}
    assert who_holds(small, FIRM) == held


def test_what_is_private_is_made_for_nobody_who_does_not_ask(course):
    small = make(course)
    for asked in ((), ("--edition", "all"), ("--edition", "trainer,participant,public")):
        assert small.run(*asked).returncode == 0
    assert not (small.root / "dist/base/organizer").exists()


def test_nothing_of_it_is_remembered(course):
    small = make(course)
    assert small.run(*ORGANIZER).returncode == 0
    assert not [path for path in (small.root / ".cache").rglob("*") if path.is_file()]
    small.write(PATH, PEOPLE.replace("O'Brien", "Gagné"))
    assert "written" in small.run(*ORGANIZER).stdout
    assert "organizer" not in small.read("dist/manifest.json")


def test_a_bad_row_makes_no_certificate_and_leaves_the_last_ones(course):
    small = make(course)
    certificates = small.root / "dist/base/organizer/attestations-1-essai-organisation.pdf"
    small.run(*ORGANIZER)
    before = certificates.read_bytes()
    small.write(PATH, PEOPLE + "Ana,Roy,,oui,14/10/2030\n")
    run = small.run(*ORGANIZER)
    assert run.returncode == 1
    assert f"{PATH}:4:14" in run.stderr
    assert certificates.read_bytes() == before
    assert (small.root / "dist/base/organizer/bilan-1-essai-organisation.docx").exists()


def test_a_report_is_made_of_whatever_there_is(course):
    small = make(course)
    small.write(PATH, "nom\nRoy\n")
    run = small.run(*ORGANIZER, "--format", "docx,xlsx")
    assert run.returncode == 0, run.stderr
    assert "missing-column" in run.stderr
    names = sorted(path.name for path in (small.root / "dist/base/organizer").glob("bilan*"))
    assert names == ["bilan-1-essai-organisation.docx", "bilan-1-essai-organisation.xlsx"]


def test_files_of_people_who_are_gone_go_away(course):
    small = make(course)
    small.write("private/1-essai/partenaires.csv", "partenaire\nCaisse\n")
    small.run(*ORGANIZER)
    small.write(PATH, None)
    assert small.run(*ORGANIZER).returncode == 0
    assert not (small.root / "dist/base/organizer/attestations-1-essai-organisation.pdf").exists()


def test_without_any_file_it_is_said_what_to_add(course):
    run = course().run(*ORGANIZER)
    assert run.returncode == 0
    assert "no-private-file" in run.stderr
