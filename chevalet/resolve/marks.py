"""Marks: the raised numbers of sources and letters of footnotes, close to what they stand behind."""

from __future__ import annotations

from chevalet.model.inline import Inline, Superscript, Text

BETWEEN = ",\u00a0"


def append_mark(label: str, run: list[Inline]) -> None:
    """Append a mark to a run: without a space before it, and joined to the marks it follows in order, « 3, 4 »."""
    space = _take_space(run)
    match run[-1] if run else None:
        case Superscript(text):
            run[-1] = Superscript(BETWEEN.join(sorted({*text.split(BETWEEN), label}, key=_rank)))
        case None:
            run.extend([*space, Superscript(label)])
        case _:
            run.append(Superscript(label))


def _rank(label: str) -> tuple[int, str]:
    """Return a label's place among others: numbers of sources first, in their order, then letters of footnotes."""
    return (int(label), "") if label.isdecimal() else (1_000_000, label)


def append_text(text: str, run: list[Inline]) -> None:
    """Append characters to a run, in one piece with the text before them."""
    if run and isinstance(run[-1], Text):
        run[-1] = Text(run[-1].text + text)
    elif text:
        run.append(Text(text))


def _take_space(run: list[Inline]) -> list[Inline]:
    """Remove the spaces that end a run, and return them."""
    last = run[-1] if run else None
    if not isinstance(last, Text):
        return []
    kept = last.text.rstrip()
    run[-1:] = [Text(kept)] if kept else []
    return [Text(last.text[len(kept) :])] if kept != last.text else []
