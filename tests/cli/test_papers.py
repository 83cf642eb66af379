"""The papers that a build leaves are whole: what a person opens has its words, its fonts and its pages."""

from __future__ import annotations

import json
import shutil

import pypdfium2
import pytest

from tests.tools import SmallCourse


@pytest.fixture(name="built", scope="module")
def _built(tmp_path_factory):
    small = SmallCourse.make(tmp_path_factory.mktemp("papers") / "course", {})
    done = small.run()
    assert done.returncode == 0, done.stdout + done.stderr
    return small


def read_pdf(content: bytes) -> str:
    """All the words of a PDF, its pages one after the other."""
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_every_pdf_shows_words_and_counts_its_pages(built):
    papers = sorted((built.root / "dist/base").rglob("*.pdf"))
    entries = {
        f"{folder.name}/{entry['path']}": entry
        for folder in (built.root / "dist/base").iterdir()
        for entry in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    }
    assert {path.name.partition("-")[0] for path in papers} >= {"cahier", "diapositives", "guide", "planche", "plan"}
    for path in papers:
        content = path.read_bytes()
        assert len(read_pdf(content).split()) > 10, path.name
        assert entries[f"{path.parent.name}/{path.name}"]["slides"] == len(pypdfium2.PdfDocument(content)), path.name


def test_a_theme_without_its_fonts_makes_no_pdf_without_words(course):
    small = course()
    shutil.rmtree(small.root / "themes/chevalet/fonts")
    done = small.run("--edition", "participant", "--lang", "en", "--message-format", "short")
    assert done.returncode == 1
    assert "missing-fonts" in done.stdout + done.stderr
    made = {path.suffix for path in (small.root / "dist/base/participant").iterdir()}
    assert ".pdf" not in made
    assert made >= {".pptx", ".docx"}
