"""PDFs bound as one: pages, tags, links and bookmarks of all."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from chevalet.emit.pdf import emit_pdf
from chevalet.emit.pdf.binding import bind_pdfs
from chevalet.model.block import Paragraph
from chevalet.model.flow import Heading, PageBreak
from chevalet.model.inline import Link, Text
from chevalet.model.theme import Theme
from chevalet.span import Span
from tests.emit.flow_samples import everything, flow
from tests.emit.pdf_reading import read_elements, read_text

NOWHERE = Span("")


@pytest.fixture(scope="module")
def parts(theme: Theme) -> list[bytes]:
    link = Paragraph((Link((Text("plus loin"),), "#loin", NOWHERE),), NOWHERE)
    second = flow(Heading(1, (Text("Deuxième"),)), link, PageBreak(), Heading(1, (Text("Loin"),), "loin"))
    third = flow(Heading(1, (Text("Troisième"),)), link, PageBreak(), Heading(1, (Text("Très loin"),), "loin"))
    return [emit_pdf(each, theme)[0] for each in (everything(), second, third)]


def bind(parts: list[bytes]) -> bytes:
    return bind_pdfs(parts[0], [("Deux", parts[1]), ("Trois", parts[2])])


def test_every_page_and_every_tag_is_kept_in_order(parts: list[bytes]):
    bound = bind(parts)
    assert (
        read_text(bound) == "".join(map(read_text, parts))
        or read_text(bound).split() == " ".join(map(read_text, parts)).split()
    )
    kinds = [element.kind for part in parts for element in read_elements(part)]
    assert [element.kind for element in read_elements(bound)] == kinds


def test_each_tag_points_to_its_page(parts: list[bytes]):
    document = pikepdf.open(BytesIO(bind(parts)))
    tree = document.Root.StructTreeRoot
    numbers = [int(each) for each in list(tree.ParentTree.Nums)[::2]]
    assert numbers == sorted(set(numbers))
    assert int(tree.ParentTreeNextKey) > numbers[-1]
    held = {int(page.obj.StructParents) for page in document.pages if "/StructParents" in page.obj}
    assert held <= set(numbers)
    assert all(part.P.objgen == tree.objgen for part in tree.K)


def test_links_lead_where_their_own_document_says(parts: list[bytes]):
    document = pikepdf.open(BytesIO(bind(parts)))
    places = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    last = len(document.pages) - 1
    found = []
    for number in (last - 4, last - 1):
        (note,) = document.pages[number].obj.Annots
        target = note.get("/Dest") or note.A.D
        found.append(places[target[0].objgen])
    assert found == [last - 3, last]


def test_each_document_has_a_bookmark_and_the_first_names_the_whole(parts: list[bytes]):
    document = pikepdf.open(BytesIO(bind(parts)))
    with document.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Deux", "Trois"]
    assert str(document.Root.Lang) == str(pikepdf.open(BytesIO(parts[0])).Root.Lang)


def test_the_same_bytes_each_time(parts: list[bytes]):
    assert bind(parts) == bind(parts)
