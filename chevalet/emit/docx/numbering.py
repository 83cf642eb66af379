"""The numbering part: bullets, numbers, steps, and one numbering for each numbered list so that it begins anew."""

from __future__ import annotations

from chevalet.emit.docx.book import BULLETS, INDENT, NUMBERS, STEPS, Book
from chevalet.emit.pptx.markup import encode
from chevalet.model.theme import Color

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LEVELS = 9
_STEP_INDENT, _STEP_SIZE = 567, 30
_BULLETS = "–•–•–•–•–"


def write_numbering(book: Book) -> bytes:
    """Return the numbering part."""
    accent = f'<w:b/><w:color w:val="{book.color(Color.ACCENT_DARK)}"/>'
    step = round(INDENT * book.scale)
    bullets = "".join(_write_level(at, "bullet", _BULLETS[at], accent, step) for at in range(_LEVELS))
    numbers = "".join(_write_level(at, "decimal", f"%{at + 1}.", accent, step) for at in range(_LEVELS))
    number = f'<w:sz w:val="{round(_STEP_SIZE * book.scale)}"/>'
    steps = _write_level(0, "decimal", "%1", accent + number, round(_STEP_INDENT * book.scale))
    kinds = ((BULLETS, bullets), (NUMBERS, numbers), (STEPS, steps))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for kind, levels in kinds
    )
    return encode(f'<w:numbering xmlns:w="{_NAMESPACE}">{abstract}{_write_numberings(book)}</w:numbering>')


def _write_level(level: int, form: str, text: str, look: str, step: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{step * (level + 1)}" w:hanging="{step}"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:lvl>"
    )


def _write_numberings(book: Book) -> str:
    shared = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>'
    own = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, (kind, level, start) in enumerate(book.numberings, start=BULLETS + 1)
    )
    return shared + "".join(own)
