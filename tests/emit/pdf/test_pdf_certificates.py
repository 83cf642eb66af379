"""Certificates as PDF: a page a person, every name as it is written."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from msgspec.structs import replace

from chevalet.compose.certificates import compose_certificates
from chevalet.emit.pdf.certificates import emit_certificates
from chevalet.model.certificate import Certificates
from chevalet.model.private import Person
from chevalet.model.theme import Theme
from chevalet.span import Span
from tests.compose.composing import real
from tests.emit.pdf_reading import read_elements

NAMES = (
    "Élodie D’Astous-Lévesque",
    "Ñoño O'Brien",
    "Madonna",
    "Marie-Joséphine-Antoinette de la Bruère-Sainte-Catherine-Boisvert",
    '=HYPERLINK("x") *gras* #let $x$ <y> \\ _z_ @a',
    "Œ" * 60,
)


def batch(*names: str, workshop: str = "1-medias-sociaux") -> Certificates:
    course = real().course(workshop, "participant")
    course = replace(course, session=replace(course.session, date=date(2026, 10, 14)))
    people = tuple(
        Person(name, Span("private/x/participants.csv", line, 1, line, 9), "Ferme Roy & fils", is_present=True)
        for line, name in enumerate(names, start=2)
    )
    return compose_certificates(course, people)[0]


def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def test_each_person_has_a_page_with_the_name_as_it_is_written(theme: Theme):
    content, found = emit_certificates(batch(*NAMES), theme)
    assert found == ()
    shown = pages(content)
    assert len(shown) == len(NAMES)
    for name, page in zip(NAMES, shown, strict=True):
        # A name may take two lines.
        assert "".join(name.split()) in "".join(page.split()).replace("\u200b", "").replace("\ufffe", "-")


@pytest.mark.parametrize("workshop", ["1-medias-sociaux", "2-rediger", "3-relations-publiques", "4-recette"])
def test_a_page_holds_the_longest_of_everything(theme: Theme, workshop: str):
    long = replace(batch("É" * 120, "Ab " * 40, workshop=workshop))
    assert len(pages(emit_certificates(long, theme)[0])) == 2


def test_it_is_tagged_on_letter_in_landscape(theme: Theme):
    content, _ = emit_certificates(batch("Roy"), theme)
    page = pypdfium2.PdfDocument(content)[0]
    assert page.get_size() == (792, 612)
    assert "H1" in [element.kind for element in read_elements(content)]


def test_a_character_that_no_face_has_is_told_where_it_is_written(theme: Theme):
    _, found = emit_certificates(batch("Roy", "ᐊᓂ"), theme)
    assert [(each.code, each.span.line) for each in found] == [("name-cannot-be-set", 3)] * 2


def test_nobody_makes_no_file(theme: Theme):
    assert emit_certificates(batch(), theme) == (b"", ())


def test_the_same_bytes_each_time(theme: Theme):
    assert emit_certificates(batch(*NAMES), theme) == emit_certificates(batch(*NAMES), theme)
