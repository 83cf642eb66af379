"""What is drawn or embedded: steps, mock-ups, pictures, drawings; each with the text that stands for it."""

from __future__ import annotations

from pathlib import PurePosixPath

from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, call, string, unseen, words
from chevalet.emit.pdf.writing import Writing
from chevalet.emit.words import document_words
from chevalet.model.block import MockupBlock, Picture, StepsBlock
from chevalet.model.diagram import Step
from chevalet.model.flow import Drawing
from chevalet.model.inline import InlinePicture, plain_text

_POINTS_A_PIXEL = 0.5
"""Size of a picture's pixel on paper at most: 144 to the inch, below which it is coarse."""
_MOCKUP_WORDS = {"from": "mockup-from", "to": "mockup-to", "subject": "mockup-subject"}


def write_steps(block: StepsBlock, writing: Writing) -> str:
    """Return steps as drawn by the style, the highlighted one counted from 1."""
    steps = block.steps
    alt = plain_text(steps.alt) or ", ".join(plain_text(step.title) for step in steps.steps)
    shown = array(_write_step(step, writing) for step in steps.steps)
    return call("steps", string(steps.kind.value), shown, unseen(alt), str(steps.highlight))


def _write_step(step: Step, writing: Writing) -> str:
    return array(write_inlines(part, writing) for part in (step.title, step.text, step.when))


def write_mockup(block: MockupBlock, writing: Writing) -> str:
    """Return a search result, a post or a message as drawn by the style."""
    mockup = block.mockup
    locale = writing.flow.locale
    fields = array(f"{string(name)}: {write_inlines(value, writing)}" for name, value in mockup.fields.items())
    labels = array(f"{string(name)}: {words(locale.words.get(key, ''))}" for name, key in _MOCKUP_WORDS.items())
    author = plain_text(mockup.fields.get("author", ()))
    initial = next((character.upper() for character in author if character.isalnum()), "")
    return call(
        "mockup",
        string(mockup.kind.value),
        fields if mockup.fields else "(:)",
        unseen(plain_text(mockup.alt) or document_words(writing.flow.language)["query"]),
        labels=labels,
        initial=words(initial),
    )


def write_picture(picture: Picture | InlinePicture, writing: Writing) -> str:
    """Return a picture with its alternative text and caption; a decorative one is no part of what is read."""
    data = picture.data
    if data is None:
        return ""
    path, pixels = string(writing.add_picture(data)), data.height if data.orientation >= 5 else data.width
    width = f"{max(1.0, pixels * _POINTS_A_PIXEL):g}pt"
    if picture.decorative:
        return call("ornament", path, width)
    caption = words(picture.caption) if picture.caption else "none"
    # Resolve has warned of a picture that is not described; no PDF/UA is without any description.
    alt = picture.alt.strip() or picture.caption or PurePosixPath(picture.target).stem
    return call("picture", path, unseen(alt), width, caption=caption)


def write_drawing(drawing: Drawing, writing: Writing) -> str:
    """Return a drawing of the compiler's own, embedded as it is."""
    path = string(writing.add_drawing(drawing.svg))
    frame = "true" if drawing.has_frame else "false"
    alt = drawing.alt.strip() or plain_text(writing.flow.title) or writing.flow.kind
    return call("drawing", path, unseen(alt), str(drawing.width), frame)
