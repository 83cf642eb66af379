"""`list`, `new` and `schema`."""

from __future__ import annotations

import json

import pytest

from chevalet.cli import schemas
from chevalet.cli.run import run
from chevalet.load import schemas as declared


def test_list_shows_what_there_is_to_choose_from(course):
    done = course().run("list")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Un petit cours"
    assert "editions: trainer, participant, public" in lines
    assert "1-essai  L'essai" in lines
    assert lines[-1].split() == ["30", "min", "a", "Premier", "essai"]


def test_list_of_a_course_that_cannot_be_read_says_so(course):
    done = course({"course/course.yaml": None}).run("list")
    assert (done.returncode, done.stdout) == (1, "")
    assert "`check` says why" in done.stderr


def test_a_new_module_compiles_once_it_is_listed(course):
    small = course()
    done = small.run("new", "module", "idees-recues", "--workshop", "1-essai")
    assert done.returncode == 0, done.stderr
    assert "written: modules/1-essai/idees-recues.md" in done.stdout
    assert "add `- idees-recues` to the `modules` of `1-essai` in course/course.yaml, after line 19" in done.stdout
    listed = small.read("course/course.yaml").splitlines()
    assert listed[18] == "      - a"
    listed.insert(19, "      - idees-recues")
    small.write("course/course.yaml", "\n".join(listed).replace("minutes: 30", "minutes: 45"))
    checked = small.run("check", "--strict")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a", "--workshop", "1-essai"], "exists already: modules/1-essai/a.md"),
        (["Été", "--workshop", "1-essai"], "`Été` is not an id"),
        (["../../x", "--workshop", "1-essai"], "`../../x` is not an id"),
        (["b", "--workshop", "1-essais"], "did you mean `1-essai`?"),
    ],
)
def test_a_module_that_cannot_be_begun_is_refused(course, arguments, said):
    small = course()
    before = sorted(small.root.rglob("*.md"))
    done = small.run("new", "module", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(small.root.rglob("*.md")) == before


def test_the_committed_schemas_are_current(capsys):
    assert run(["schema", "--check"]) == 0, capsys.readouterr().err


def test_a_stale_schema_is_told_then_written(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(schemas, "FOLDER", tmp_path / "schemas")
    assert run(["schema", "--check"]) == 1
    assert "stale: course.schema.json" in capsys.readouterr().err
    assert not (tmp_path / "schemas").exists()
    assert run(["schema"]) == 0
    assert run(["schema", "--check"]) == 0
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "schemas").iterdir()}
    assert written == declared()
