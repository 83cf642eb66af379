"""A plain python-pptx script: the slides of a JSON file by its public API, as its manual shows."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Inches, Pt

TITLE_AND_CONTENT, TWO_CONTENT, TITLE_ONLY = 1, 3, 5


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    for record in json.loads(source.read_text(encoding="utf-8")):
        _add_slide(presentation, record, source.parent)
    presentation.save(str(target))


def _add_slide(presentation: Any, record: dict[str, Any], folder: Path) -> None:
    layout = {"Columns": TWO_CONTENT, "Table": TITLE_ONLY}.get(record["kind"], TITLE_AND_CONTENT)
    slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
    slide.shapes.title.text = record["title"]
    body = record["body"]
    match record["kind"]:
        case "Bullets":
            _fill(slide.placeholders[1], body["items"])
        case "Paragraphs":
            _fill(slide.placeholders[1], [(0, sentence) for sentence in body["sentences"]])
        case "Columns":
            _fill(slide.placeholders[1], body["left"]["items"])
            _fill(slide.placeholders[2], body["right"]["items"])
        case "Table":
            _add_table(slide, body["rows"])
        case "Picture":
            _fill(slide.placeholders[1], [(0, sentence) for sentence in body["lead"]["sentences"]])
            picture = slide.shapes.add_picture(str(folder / body["file"]), Inches(7), Inches(3), Inches(5))
            picture._element.nvPicPr.cNvPr.set("descr", body["alt"])
    slide.notes_slide.notes_text_frame.text = "\n".join(record["notes"])


def _fill(placeholder: Any, items: list[Any]) -> None:
    frame = placeholder.text_frame
    for number, (level, sentence) in enumerate(items):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = level
        for span in sentence:
            _add_run(paragraph, span)


def _add_run(paragraph: Any, span: dict[str, str]) -> None:
    run = paragraph.add_run()
    run.text = span["text"]
    match span["style"]:
        case "bold":
            run.font.bold = True
        case "italic":
            run.font.italic = True
        case "link":
            run.hyperlink.address = span["url"]


def _add_table(slide: Any, rows: list[list[str]]) -> None:
    frame = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(11), Inches(3))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cell = frame.table.cell(row, column)
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(18)


if __name__ == "__main__":
    main()
