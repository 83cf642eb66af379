"""What a deck holds, read straight from its XML: whether the tools did the same work."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from content import Picture, Slide, Table, sentences_of, text_of

_SLIDE, _NOTES = "ppt/slides/slide", "ppt/notesSlides/notesSlide"
_TEXT = re.compile(r"<a:t(?: [^>]*)?>([^<]*)</a:t>")
_WORD = re.compile(r"\w+")
_EMPHASIS = re.compile(r"<a:rPr[^>]* [bi]=\"(?:1|true)\"")


@dataclass(frozen=True, slots=True)
class Contents:
    """The paragraphs on the slides and in the notes, each as its words, and how many there are of what is no text."""

    texts: Counter[str]
    notes: Counter[str]
    slides: int
    tables: int
    pictures: int
    links: int
    emphasis: int


def expect(slides: tuple[Slide, ...]) -> Contents:
    """Return what a deck of these slides holds when nothing is lost."""
    styles = Counter(span.style for slide in slides for sentence in sentences_of(slide.body) for span in sentence)
    return Contents(
        texts=_count(text_of(slide) for slide in slides),
        notes=_count(note for slide in slides for note in slide.notes),
        slides=len(slides),
        tables=sum(isinstance(slide.body, Table) for slide in slides),
        pictures=sum(isinstance(slide.body, Picture) for slide in slides),
        links=styles["link"],
        emphasis=styles["bold"] + styles["italic"],
    )


def read_deck(path: Path) -> Contents:
    """Return what a PowerPoint file holds."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        faces = [archive.read(name).decode() for name in names if name.startswith(_SLIDE)]
        notes = [archive.read(name).decode() for name in names if name.startswith(_NOTES)]
    return Contents(
        texts=_count(map(_text, faces)),
        notes=_count(map(_text, notes)),
        slides=len(faces),
        tables=sum(face.count("<a:tbl>") for face in faces),
        pictures=sum(face.count("<p:pic>") for face in faces),
        links=sum(face.count("<a:hlinkClick ") for face in faces),
        emphasis=sum(len(_EMPHASIS.findall(face)) for face in faces),
    )


def find_losses(wanted: Contents, found: Contents) -> list[str]:
    """Return what the deck lacks, in words; more than was asked (a cover, a footer, a bold header) is no loss."""
    losses = []
    for name, few, many in (("slides'", found.texts, wanted.texts), ("notes'", found.notes, wanted.notes)):
        if lost := (many - few).total():
            losses.append(f"{lost} of the {name} {many.total()} paragraphs")
    for name in ("slides", "tables", "pictures", "links", "emphasis"):
        few, many = getattr(found, name), getattr(wanted, name)
        if few < many:
            losses.append(f"{many - few} of {many} {name}")
    return losses


def _text(xml: str) -> str:
    """Return the text of a part, a paragraph a line: the runs of one may cut a word."""
    return "\n".join(unescape("".join(_TEXT.findall(paragraph))) for paragraph in xml.split("</a:p>"))


def _count(texts: Iterable[str]) -> Counter[str]:
    """Count lines by their words alone: signs, spaces and capitals are each tool's own affair."""
    return Counter(" ".join(_WORD.findall(line.casefold())) for text in texts for line in text.splitlines())
