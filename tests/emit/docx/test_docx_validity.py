"""A Word file of one of everything is valid, the same each time, and read by others."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest

from chevalet.emit.docx import emit_docx
from chevalet.model.flow import Paper
from chevalet.model.theme import Theme
from tests.emit.document_samples import hostile_blocks
from tests.emit.flow_samples import everything, flow
from tests.emit.office import convert

Judge = Callable[[bytes], list[str]]


@pytest.mark.parametrize("is_large", [False, True])
def test_one_of_everything_has_no_sdk_error(theme: Theme, word_errors: Judge, is_large: bool) -> None:
    content, diagnostics = emit_docx(everything(is_large=is_large, paper=Paper.A4), theme)
    assert (word_errors(content), diagnostics) == ([], ())


def test_hostile_text_has_no_sdk_error(theme: Theme, word_errors: Judge) -> None:
    assert word_errors(emit_docx(flow(*hostile_blocks()), theme)[0]) == []


@pytest.mark.parametrize("is_whole_page", [False, True])
def test_a_document_without_blocks_is_valid(theme: Theme, word_errors: Judge, is_whole_page: bool) -> None:
    assert word_errors(emit_docx(flow(is_whole_page=is_whole_page), theme)[0]) == []


def test_the_same_flow_gives_the_same_bytes(theme: Theme) -> None:
    assert emit_docx(everything(), theme) == emit_docx(everything(), theme)


def test_python_docx_reads_it_back(theme: Theme) -> None:
    read = docx.Document(BytesIO(emit_docx(everything(), theme)[0]))
    assert read.core_properties.title == "Les médias sociaux, sans s’y perdre"
    assert (read.core_properties.author, read.core_properties.language) == ("Chambre de commerce de Sept-Îles", "fr-CA")
    titles = [each.text for each in read.paragraphs if each.style.name == "Heading 1"]
    assert titles[:2] == ["Mythes et réalités", "Des chiffres"]


@pytest.mark.usefixtures("needs_office")
def test_libreoffice_prints_each_chart_and_page(theme: Theme, tmp_path: Path) -> None:
    printed = convert(emit_docx(everything(), theme)[0], "pdf", tmp_path, "docx")
    document = pypdfium2.PdfDocument(printed)
    shown = "\n".join(page.get_textpage().get_text_range() for page in document)
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    document.close()
    assert sizes == {(612, 792)}
    assert all(name in shown for name in ("Bouche-à-oreille", "TikTok", "cliquer-ramasser"))
