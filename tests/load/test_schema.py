"""The JSON Schemas follow from the records, are written down, and say in French what each key is for."""

import json
from collections.abc import Iterator
from pathlib import Path

import chevalet
from chevalet.load import schemas

FOLDER = Path(chevalet.__file__).parent / "schemas"


def properties(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every key that a schema describes, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for inner in schema.values():
            yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


def test_the_written_schemas_are_those_of_the_records() -> None:
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.schema.json")}
    assert written == schemas(), "stale: run `python build.py schema`"


def test_every_key_is_described() -> None:
    described = [(name, key) for schema in schemas().values() for name, key in properties(schema)]
    assert len(described) > 40
    assert [name for name, key in described if not str(key["description"]).endswith(".")] == []


def test_a_module_schema_by_hand() -> None:
    schema = schemas()["module.schema.json"]
    assert schema["required"] == ["title", "minutes"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["minutes"] == {  # type: ignore[index]
        "description": "La durée du module en soirée, en minutes.",
        "type": "integer",
        "minimum": 1,
        "maximum": 480,
    }
    assert schema["properties"]["section"]["default"] is True  # type: ignore[index]


def test_a_listed_item_is_an_id_or_a_break() -> None:
    workshop = schemas()["course.schema.json"]["properties"]["workshops"]["items"]  # type: ignore[index]
    text, pause = workshop["properties"]["modules"]["items"]["anyOf"]
    assert text["pattern"] == "^([a-z0-9-]+)$"
    assert (list(pause["properties"]), pause["required"]) == (["break", "title"], ["break"])
