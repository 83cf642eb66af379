"""The `steps` fence."""

from __future__ import annotations

from chevalet.model.block import Block, StepsBlock
from chevalet.model.diagram import Step, Steps, StepsKind
from chevalet.parse.context import Context
from chevalet.parse.fields import Fields, kind_of, read_scalar
from chevalet.span import Span
from chevalet.yaml_nodes import Mapping, Node, Scalar, Sequence

STEPS_KEYS = ("kind", "steps", "highlight", "alt")
STEP_KEYS = ("title", "text", "when")
FEWEST, MOST = 2, 7


def read_steps(mapping: Mapping, span: Span, context: Context) -> Block | None:
    """Read a chain, a cycle, a pyramid (top first) or a timeline; None, once told, unless it has two to seven steps."""
    fields = Fields(mapping, STEPS_KEYS, context)
    fields.require("kind", "steps")
    kind = fields.choice("kind", StepsKind, StepsKind.CHAIN)
    items = fields.items("steps")
    if isinstance(fields.node("steps"), Sequence) and not FEWEST <= len(items) <= MOST:
        place = fields.entries["steps"].key_span
        context.sink.add("wrong-value", place, key="steps", value=len(items), expected=f"{FEWEST}–{MOST}")
    steps = tuple(_step(item, kind, context) for item in items)
    drawn = Steps(kind, steps, fields.number("highlight", len(items) or 1), fields.inlines("alt"))
    return StepsBlock(drawn, span) if FEWEST <= len(items) <= MOST else None


def _step(node: Node, kind: StepsKind, context: Context) -> Step:
    if isinstance(node, Scalar) and node.value is not None:
        return Step(read_scalar(node, context))
    if not isinstance(node, Mapping):
        context.sink.add("wrong-type", node.span, key="steps", expected="text", found=kind_of(node))
        return Step(())
    known = STEP_KEYS if kind is StepsKind.TIMELINE else STEP_KEYS[:2]
    fields = Fields(node, known, context)
    fields.require("title")
    return Step(fields.inlines("title"), fields.inlines("text"), fields.inlines("when"))
