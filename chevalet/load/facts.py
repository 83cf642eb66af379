"""`course/facts.yaml`: what may be printed as a fact, each with its source."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import field

from chevalet.diagnostics import Sink
from chevalet.load.record import read_names
from chevalet.load.shape import (
    ADDRESS,
    IDENTIFIER,
    PLAIN,
    VALUE_NAME,
    Choice,
    Date,
    Key,
    MapOf,
    RecordOf,
    Text,
    Written,
)
from chevalet.load.text import read_nodes
from chevalet.load.tree import Tree
from chevalet.model.project import FactEntry

PATH = "course/facts.yaml"
YEAR = Text(r"[0-9]{4}([-–][0-9]{4})?|s\. d\.", example="2030")


class SourceRecord(Written, frozen=True, kw_only=True):
    """La source d'un fait."""

    publisher: Annotated[str, Key(PLAIN, "L'organisme ou le média qui publie.")]
    title: Annotated[str, Key(PLAIN, "Le titre du document.")]
    year: Annotated[str, Key(YEAR, "L'année de la publication.")]
    url: Annotated[str, Key(ADDRESS, "L'adresse web du document.")] = ""


class FactRecord(Written, frozen=True, kw_only=True):
    """Un fait."""

    statement: Annotated[str, Key(PLAIN, "Le fait en une phrase, avec son année; {{fact.id}} l'imprime.")]
    values: Annotated[
        Mapping[str, str],
        Key(MapOf(VALUE_NAME, PLAIN), "Les valeurs du fait, par nom; {{fact.id.nom}} en imprime une."),
    ] = field(default_factory=dict)
    source: Annotated[SourceRecord, Key(RecordOf(SourceRecord), "D'où vient le fait.")]
    status: Annotated[
        str,
        Key(
            Choice(("verified", "recalled")),
            "« verified » : lu dans la source; « recalled » : de mémoire, ne s'imprime pas.",
        ),
    ]
    verified_on: Annotated[str, Key(Date(), "Le jour de la vérification : « 2026-11-22 ».")] = ""
    review_by: Annotated[str, Key(Date(), "Le jour où le fait doit être vérifié de nouveau.")] = ""


def read_facts(tree: Tree, sink: Sink) -> dict[str, FactEntry]:
    """Return the facts by id; a course may have none."""
    if not tree.exists(PATH):
        return {}
    records = read_names(read_nodes(tree, PATH, sink), FactRecord, IDENTIFIER, sink)
    return {identifier: _make_fact(identifier, record, sink) for identifier, record in records.items()}


def _make_fact(identifier: str, record: FactRecord, sink: Sink) -> FactEntry:
    if record.status == "verified" and "status" in record.spans and "verified_on" not in record.spans:
        sink.add("missing-key", record.spans["status"], key="verified_on")
    source = record.source
    return FactEntry(
        identifier=identifier,
        statement=record.statement,
        values=record.values,
        publisher=source.publisher,
        title=source.title,
        year=source.year,
        url=source.url,
        recalled=record.status == "recalled",
        verified_on=record.verified_on,
        review_by=record.review_by,
        span=record.span,
    )
