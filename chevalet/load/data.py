"""`course/data`: the tables that charts draw, listed in `index.yaml`, their values in CSV files."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import field

from chevalet.diagnostics import Sink, suggest
from chevalet.load.record import read_names
from chevalet.load.shape import ADDRESS, IDENTIFIER, PLAIN, Date, Key, MapOf, Text, Written
from chevalet.load.table import Table, read_table
from chevalet.load.text import read_file, read_nodes
from chevalet.load.tree import TABLE_LIMIT, Tree
from chevalet.model.project import DataTable

FOLDER = "course/data"
PATH = f"{FOLDER}/index.yaml"
ANY_NAME = Text(r"\S(.*\S)?", example="part_pct")
CSV_NAME = Text(r".+\.[Cc][Ss][Vv]", example="part-2030.csv")


class TableRecord(Written, frozen=True, kw_only=True):
    """Un tableau de données."""

    file: Annotated[str, Key(CSV_NAME, "Le fichier CSV, dans course/data.")]
    title: Annotated[str, Key(PLAIN, "Ce que mesure le tableau, avec son année.")] = ""
    unit: Annotated[str, Key(PLAIN, "L'unité des valeurs : « % », « $ », « minutes ».")] = ""
    base: Annotated[str, Key(PLAIN, "Qui ou quoi a été compté.")] = ""
    source: Annotated[str, Key(PLAIN, "La source, imprimée sous le graphique.")]
    url: Annotated[str, Key(ADDRESS, "L'adresse web de la source.")] = ""
    labels: Annotated[
        Mapping[str, str], Key(MapOf(ANY_NAME, PLAIN), "Le nom à imprimer pour chaque colonne du fichier.")
    ] = field(default_factory=dict)
    review_by: Annotated[str, Key(Date(), "Le jour où les données doivent être revues : « 2027-11-22 ».")] = ""


def read_data(tree: Tree, sink: Sink) -> tuple[dict[str, DataTable], frozenset[str]]:
    """Return the tables by id, and the paths of the files they name; a course may have none."""
    if not tree.exists(PATH):
        return {}, frozenset()
    records = read_names(read_nodes(tree, PATH, sink), TableRecord, IDENTIFIER, sink)
    contents: dict[str, Table] = {}
    for record in records.values():
        if record.file and record.file not in contents:
            contents[record.file] = _read_content(tree, record, sink)
    tables = {
        identifier: _make_table(identifier, record, contents[record.file], sink)
        for identifier, record in records.items()
        if record.file
    }
    return tables, frozenset(f"{FOLDER}/{file}" for file in contents)


def _read_content(tree: Tree, record: TableRecord, sink: Sink) -> Table:
    path = f"{FOLDER}/{record.file}"
    content = read_file(tree, path, sink, record.spans["file"], TABLE_LIMIT)
    return Table((), ()) if content is None else read_table(content, path, sink)


def _make_table(identifier: str, record: TableRecord, content: Table, sink: Sink) -> DataTable:
    if content.columns:
        for column in record.labels:
            if column not in content.columns:
                place = record.spans[f"labels.{column}"]
                sink.add("unknown-column", place, column=column, nearest=suggest(column, content.columns))
    return DataTable(
        identifier=identifier,
        columns=content.columns,
        rows=content.rows,
        labels=record.labels,
        title=record.title,
        unit=record.unit,
        base=record.base,
        source=record.source,
        url=record.url,
        review_by=record.review_by,
        span=record.span,
    )
