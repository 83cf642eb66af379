"""What the small course becomes, from memory and from disk, whole or in part."""

import shutil
from pathlib import Path

import pytest

from chevalet.load import DiskTree, MemoryTree, load, load_project
from chevalet.load.tree import Trouble
from chevalet.model.project import BreakSource, ModuleReference, Priority, Project
from chevalet.model.theme import Theme
from chevalet.span import Span

PROJECT = Path(__file__).parent / "project"
THEME = Path(__file__).parents[2] / "themes" / "chevalet"


@pytest.fixture
def project(theme: Theme) -> Project:
    project, found = load_project(DiskTree(PROJECT), theme)
    assert project is not None
    assert found == ()
    return project


def test_the_disk_and_memory_give_the_same_project(
    project: Project, files: dict[str, str | bytes], theme: Theme
) -> None:
    assert load_project(MemoryTree(files), theme) == (project, ())


def test_terms_are_called_by_place_and_name(project: Project) -> None:
    assert project.terms == {
        "place.name": "votre région",
        "place.de": "de votre région",
        "chamber.name": "votre chambre",
    }


def test_facets_and_schedules(project: Project) -> None:
    assert project.facets == {"delivery": ("in-person", "online")}
    evening = project.schedules["evening"]
    assert (evening.start, evening.minutes) == (18 * 60 + 30, 45)
    assert evening.span == Span("course/course.yaml", 10, 12, 10, 41)


def test_a_workshop_keeps_its_order_and_the_places_of_its_items(project: Project) -> None:
    (workshop,) = project.workshops
    path = "course/course.yaml"
    assert (workshop.identifier, workshop.number, workshop.summary) == ("1-essai", 1, "Essayer pour voir.")
    assert workshop.items == (
        ModuleReference("bienvenue", Span(path, 16, 9, 16, 18)),
        BreakSource("Pause café", 10, Span(path, 17, 9, 18, 26)),
        ModuleReference("mythes", Span(path, 19, 9, 19, 15)),
    )


def test_a_module_keeps_its_text_and_the_places_of_its_front_matter(project: Project) -> None:
    module = project.modules["mythes"]
    assert module.path == "modules/1-essai/mythes.md"
    assert (module.minutes, module.at_least, module.at_most) == (20, 10, 35)
    assert module.priority is Priority.SHORTEN
    assert module.objectives == ("Distinguer un mythe d'un fait", "Vérifier une source")
    assert module.material == ("cartons",)
    assert module.has_section
    assert module.body == "\n## Rien n'est gratuit {#gratuit}\n\n- Peu coûteux\n"
    assert (PROJECT / module.path).read_text(encoding="utf-8").splitlines()[module.body_line] == module.body.split(
        "\n"
    )[1]
    assert module.spans["title"] == Span(module.path, 2, 8, 2, 26)
    assert module.spans["objectives.1"] == Span(module.path, 9, 5, 9, 24)


def test_what_a_module_leaves_out_is_as_for_most(project: Project) -> None:
    module = project.modules["bienvenue"]
    assert (module.minutes, module.at_least, module.at_most) == (15, 15, 15)
    assert module.priority is Priority.KEEP
    assert not module.has_section
    assert module.objectives == module.material == ()


def test_optional_modules_are_read_though_no_workshop_lists_them(project: Project) -> None:
    assert project.modules["bonus"].path == "modules/options/bonus.md"


def test_facts_keep_their_values_as_written(project: Project) -> None:
    fact = project.facts["qc-2018-reseaux"]
    assert fact.values == {"part_2018": "83 %", "Val-d'Or": "12"}
    assert (fact.publisher, fact.year, fact.verified_on) == ("CEFRIO", "2019", "2026-11-22")
    assert not fact.recalled
    assert project.facts["de-memoire"].recalled


def test_a_table_has_text_numbers_and_missing_cells(project: Project) -> None:
    table = project.data["reseaux-2018"]
    assert table.columns == ("plateforme", "part_pct", "note")
    assert table.rows == (("Facebook", 70.0, None), ("YouTube", None, "estimation"))
    assert (table.unit, table.labels) == ("%", {"part_pct": "Part des adultes"})


def test_pictures_are_read_by_their_path(project: Project) -> None:
    assert list(project.pictures) == ["modules/1-essai/point.png"]
    assert project.pictures["modules/1-essai/point.png"].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "path", ["course/facts.yaml", "course/glossary.yaml", "course/data/index.yaml", "modules/1-essai/mythes.md"]
)
@pytest.mark.parametrize("content", [b"\xff", "a: [", "a: 1\n- b", Trouble.UNREADABLE])
def test_a_bad_file_does_not_prevent_the_rest(
    files: dict[str, str | bytes], theme: Theme, path: str, content: str | bytes | Trouble
) -> None:
    project, found = load_project(MemoryTree({**files, path: content}), theme)
    assert project is not None
    assert {each.span.path for each in found} - {"course/data/reseaux.csv"} == {path}
    kept = [project.facts, project.glossary, project.data, project.modules.get("bienvenue")]
    assert sum(bool(part) for part in kept) >= 3


def test_front_matter_that_is_wrong_keeps_its_module_and_its_body(files: dict[str, str | bytes], theme: Theme) -> None:
    files["modules/1-essai/mythes.md"] = "---\ntitle: [\n---\n## Un {#un}\n"
    project, found = load_project(MemoryTree(files), theme)
    assert project is not None
    assert [each.code for each in found] == ["yaml-syntax"]
    assert project.modules["mythes"].body == "## Un {#un}\n"
    assert project.modules["mythes"].body_line == 4


@pytest.mark.parametrize("content", [b"\xff", "a: [", Trouble.UNREADABLE])
def test_without_course_yaml_every_other_file_is_still_checked(
    files: dict[str, str | bytes], theme: Theme, content: str | bytes | Trouble
) -> None:
    files |= {"modules/1-essai/mythes.md": "---\nminutes: 5\n---\n", "course/facts.yaml": "fait: {}"}
    project, found = load_project(MemoryTree({**files, "course/course.yaml": content}), theme)
    assert project is None
    assert {each.span.path for each in found} == {
        "course/course.yaml",
        "course/facts.yaml",
        "modules/1-essai/mythes.md",
    }


def test_without_a_theme_there_is_no_project_and_the_reason_is_given(tmp_path: Path) -> None:
    shutil.copytree(PROJECT, tmp_path / "root")
    project, found = load(DiskTree(tmp_path / "root"))
    assert project is None
    assert {each.code for each in found} == {"missing-file"}
    assert all(each.span.path.startswith("themes/") for each in found)


def test_the_theme_comes_with_the_project(tmp_path: Path) -> None:
    shutil.copytree(PROJECT, tmp_path / "root")
    shutil.copytree(THEME, tmp_path / "root" / "themes" / "chevalet")
    project, found = load(DiskTree(tmp_path / "root"))
    assert found == ()
    assert project is not None
    assert "title" in project.theme.layouts
