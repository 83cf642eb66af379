"""What is printed for a workshop: how many copies, how many sheets."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from chevalet.compose import Supplies
from chevalet.compose.activities import find_containers
from chevalet.compose.print_set import EDITIONS, compose_print_set, print_instructions
from chevalet.model.block import Table
from chevalet.model.inline import plain_text
from chevalet.model.print_set import PrintSet
from chevalet.span import Span
from tests.compose.composing import real


def print_set(workshop: str = "1-medias-sociaux", capacity: int = 0) -> PrintSet:
    courses = {edition: real().course(workshop, edition) for edition in EDITIONS}
    session = replace(courses["trainer"].session, capacity=capacity)
    return compose_print_set({**courses, "trainer": replace(courses["trainer"], session=session)}, Supplies())[0]


def texts_of(value: object) -> Iterator[str]:
    """Each text under a value of the model."""
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from texts_of(part)
        case Span():
            return
        case Struct():
            for name in value.__struct_fields__:
                yield from texts_of(getattr(value, name))


def rows(made: PrintSet, pages: list[int]) -> dict[str, list[str]]:
    (table,) = (block for block in print_instructions(made, pages).blocks if isinstance(block, Table))
    return {plain_text(row[0]): [plain_text(cell) for cell in row[1:]] for row in table.rows}


def test_documents_come_in_the_order_in_which_they_are_handed_out():
    kinds = ["attendance", "evaluation", "workbook", "large-workbook", "run-sheet", "activities", "poster-a4"]
    assert [item.kind for item in print_set().items] == kinds


def test_the_fourth_workshop_has_its_plan_on_a_page():
    assert "presence-plan" in [item.kind for item in print_set("4-recette").items]


def test_copies_follow_the_places_of_the_session_and_three_more():
    usual = {item.kind: item.copies for item in print_set().items}
    large = {item.kind: item.copies for item in print_set(capacity=41).items}
    assert (usual["workbook"], usual["evaluation"], usual["attendance"]) == (23, 23, 1)
    assert (large["workbook"], large["large-workbook"], large["activities"]) == (44, 2, 9)


def test_sheets_are_counted_by_side_and_added_up():
    made = print_set()
    told = rows(made, [1, 1, 29, 60, 1, 3, 1])
    assert told["Cahier de participation"] == ["4–32", "23", "Recto verso", "Agrafer, coin haut gauche", "Gris", "345"]
    assert told["Évaluation"] == ["3", "23", "Recto", "Laisser en feuilles", "Gris", "23"]
    assert told["Affiche"][-2:] == ["Couleur", "5"]
    # 1 + 23 + 23 × 15 + 2 × 30 + 2 + 4 × 2 + 5
    assert told["Total"][-1] == "444"


def test_activities_are_printed_without_their_answers():
    for workshop in real().project.workshops:
        (activities,) = (item for item in print_set(workshop.identifier).items if item.kind == "activities")
        shown = set(texts_of(activities.flow.blocks))
        trainer = real().course(workshop.identifier, "trainer")
        slides = [slide for segment in trainer.segments for slide in segment.slides]
        answers = {text for slide in slides for each in find_containers(slide, "solution") for text in texts_of(each)}
        assert len(shown) > 20
        assert not {text for text in answers if len(text) > 30} & shown
