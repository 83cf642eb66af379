"""The JSON Schemas of the files an author writes, generated from the same records that read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from chevalet.load.calendar_records import CalendarRecord
from chevalet.load.course import CourseRecord
from chevalet.load.data import TableRecord
from chevalet.load.documents import TextFront
from chevalet.load.facts import FactRecord
from chevalet.load.glossary import EntryRecord
from chevalet.load.module import FrontMatter
from chevalet.load.regions.records import RegionRecord
from chevalet.load.shape import (
    IDENTIFIER,
    Choice,
    Date,
    Field,
    Flag,
    Kind,
    ListOf,
    MapOf,
    RecordOf,
    Text,
    TextOr,
    Whole,
    Written,
    fields_of,
)

# The dialect that editors' YAML plug-ins know best.
DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, object]
_FILES: Mapping[str, tuple[str, Kind]] = {
    "course": ("course/course.yaml : le cours et ses ateliers.", RecordOf(CourseRecord)),
    "facts": ("course/facts.yaml : les faits, par identifiant.", MapOf(IDENTIFIER, RecordOf(FactRecord))),
    "glossary": ("course/glossary.yaml : le glossaire, par identifiant.", MapOf(IDENTIFIER, RecordOf(EntryRecord))),
    "calendar": ("course/calendar.yaml : le calendrier éditorial.", RecordOf(CalendarRecord)),
    "data": ("course/data/index.yaml : les tableaux, par identifiant.", MapOf(IDENTIFIER, RecordOf(TableRecord))),
    "document": ("L'en-tête d'un texte de course/documents, entre ses deux lignes « --- ».", RecordOf(TextFront)),
    "module": ("L'en-tête d'un module, entre ses deux lignes « --- ».", RecordOf(FrontMatter)),
    "region": ("course/regions/<id>.yaml : ce qu'une région change du cours.", RecordOf(RegionRecord)),
}


def schemas() -> Mapping[str, Schema]:
    """Return each schema by the name of its file, `course.schema.json` and so on."""
    return {
        f"{name}.schema.json": {"$schema": DIALECT, "title": title, **schema_of(kind)}
        for name, (title, kind) in _FILES.items()
    }


def schema_of(kind: Kind) -> Schema:
    """Return the schema of one kind of value."""
    match kind:
        case Text(pattern, example=example):
            # What reads text takes a number too: `title: 2030` needs no quotes.
            form: Schema = {"pattern": f"^({pattern})$", "examples": [example]} if pattern else {}
            return {"type": ["string", "number"]} | form
        case Date():
            return {"type": "string", "format": "date"}
        case Whole(minimum, maximum):
            return {"type": "integer", "minimum": minimum, "maximum": maximum}
        case Flag():
            return {"type": "boolean"}
        case Choice(options):
            return {"type": "string", "enum": list(options)}
        case ListOf(item):
            return {"type": "array", "items": schema_of(item)}
        case MapOf(name, value):
            return {
                "type": "object",
                "propertyNames": schema_of(name) | {"type": "string"},
                "additionalProperties": schema_of(value),
            }
        case RecordOf(record):
            return _schema_of_record(record)
        case TextOr(text, record):
            return {"anyOf": [schema_of(text), _schema_of_record(record)]}
    assert_never(kind)


def _schema_of_record(record: type[Written]) -> Schema:
    declared = fields_of(record)
    return {
        "type": "object",
        "description": record.__doc__,
        "properties": {name: _schema_of_field(field) for name, field in declared.items()},
        "required": [name for name, field in declared.items() if field.required],
        "additionalProperties": False,
    }


def _schema_of_field(field: Field) -> Schema:
    default: Schema = {"default": field.default} if field.default and not field.required else {}
    return {"description": field.description} | schema_of(field.kind) | default
