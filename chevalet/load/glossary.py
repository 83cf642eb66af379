"""`course/glossary.yaml`: the words the course explains."""

from typing import Annotated

from chevalet.diagnostics import Sink
from chevalet.load.record import read_names
from chevalet.load.shape import IDENTIFIER, PLAIN, Key, Written
from chevalet.load.text import read_nodes
from chevalet.load.tree import Tree
from chevalet.model.project import GlossaryEntry

PATH = "course/glossary.yaml"


class EntryRecord(Written, frozen=True, kw_only=True):
    """Un mot du glossaire."""

    term: Annotated[str, Key(PLAIN, "Le mot ou l'expression.")]
    definition: Annotated[str, Key(PLAIN, "Sa définition, en une ou deux phrases.")]


def read_glossary(tree: Tree, sink: Sink) -> dict[str, GlossaryEntry]:
    """Return the entries by id; a course may have none."""
    if not tree.exists(PATH):
        return {}
    records = read_names(read_nodes(tree, PATH, sink), EntryRecord, IDENTIFIER, sink)
    return {
        identifier: GlossaryEntry(identifier, record.term, record.definition, record.span)
        for identifier, record in records.items()
    }
