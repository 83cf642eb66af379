"""What a region changes: only what it says, everywhere that says it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation

from chevalet.plan.targets import Selection
from tests.regions.logo import LOGO
from tests.regions.small import TRAINER, decks, region, run, say

ALL = Selection(regions=("all",), editions=("all",), formats=("pptx",))
TERMS = "terms:\n  place: {name: Rimouski, de: de Rimouski, a: à Rimouski}\n"


def texts(content: bytes) -> list[str]:
    shapes = [shape for slide in Presentation(BytesIO(content)).slides for shape in slide.shapes]
    said = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    return [text.replace("\u00a0", " ").replace("\u202f", " ") for text in said]


def deck_of(files: dict[str, str]) -> list[str]:
    """Return the texts of the only deck of the region."""
    checked = run(files)
    assert say(checked) == []
    (content,) = decks(checked).values()
    return texts(content)


def test_terms_replace_those_of_the_course():
    said = deck_of(region(TERMS))
    assert "Une idée à Rimouski" in said
    assert "Une idée dans votre région" not in said


def test_the_base_is_the_same_with_and_without_regions():
    base = Selection(editions=("trainer", "participant", "public"), formats=("pptx",))
    assert decks(run({}, base)) == decks(run(region(TERMS + "slides: {exclude: [a/idee]}\n"), base))


def test_all_regions_and_all_editions_are_made():
    files = region(TERMS) | {"course/regions/ouest.yaml": "law: france\n"}
    checked = run(files, ALL)
    assert say(checked) == []
    folders = {"/".join(path.split("/")[:2]) for path in decks(checked)}
    assert folders == {f"{r}/{e}" for r in ("base", "est", "ouest") for e in ("trainer", "participant", "public")}


def test_a_failure_stays_in_its_region():
    files = region("teerms: {}\n") | {"course/regions/ouest.yaml": "law: france\n"}
    made = decks(run(files, ALL))
    assert {path.split("/")[0] for path in made} == {"base", "ouest"}


def test_a_region_that_cannot_be_read_at_all_keeps_no_other_from_being_made():
    files = region("terms: [\n") | {"course/regions/ouest.yaml": "law: france\n"}
    checked = run(files, ALL)
    assert {path.split("/")[0] for path in decks(checked)} == {"base", "ouest"}
    assert [line.split()[1] for line in say(checked)] == ["error[yaml-syntax]"]


def test_modules_are_left_out_shortened_and_joined():
    said = deck_of(
        region(
            "modules:\n  exclude: [b]\n  insert: [{module: ici.md, after: a}]\n",
            ici_md="---\ntitle: Ici\nminutes: 10\n---\n\n## Chez nous {#chez-nous}\n\n- Un mot\n",
        )
    )
    assert "Chez nous" in said
    assert "La fin" not in said


def test_a_module_is_replaced_and_keeps_its_name():
    own = "---\ntitle: Second essai\nminutes: 10\n---\n\n## Une autre fin {#fin}\n\n- Un mot\n"
    said = deck_of(region("modules: {replace: {b: fin.md}}\n", fin_md=own))
    assert "Une autre fin" in said
    assert "La fin" not in said


def test_slides_are_left_out_replaced_and_joined():
    said = deck_of(
        region(
            "slides:\n  exclude: [b/fin]\n  replace: {a/idee: idee.md}\n  insert: [{file: plus.md, before: a/autre}]\n",
            idee_md="## L'idée d'ici {#autre-nom}\n\n- Un mot\n",
            plus_md="## En plus {#en-plus}\n\n- Un mot\n",
        )
    )
    titles = [text for text in said if text in ("L’idée d’ici", "En plus", "Une autre idée", "La fin")]
    assert titles == ["L’idée d’ici", "En plus", "Une autre idée"]


def test_one_word_moves_a_session_online_everywhere():
    session = TERMS + "sessions: [{id: soir, workshop: 1-essai, date: 2027-02-09, delivery: %s}]\n"
    assert "Levez la main" in "\n".join(deck_of(region(session % "en ligne")))
    assert "Levez la main" not in "\n".join(deck_of(region(session % "en salle")))


def test_a_session_has_its_file_its_hours_and_its_place_on_the_cover():
    files = region(
        "sessions:\n  - {id: soir, workshop: 1-essai, date: 2027-02-09, start: '19:00', place: Salle B}\n"
        "  - {id: midi, title: À midi, modules: [b], date: 2027-02-10, start: '12:00', end: '12:10'}\n"
    )
    made = decks(run(files))
    assert sorted(made) == [
        "est/trainer/diapositives-1-essai-est-soir.pptx",
        "est/trainer/diapositives-midi-est.pptx",
    ]
    evening, noon = (texts(made[path]) for path in sorted(made))
    assert any("9 février 2027" in text and "de 19 h à 19 h 30" in text and "Salle B" in text for text in evening)
    assert any("de 12 h à 12 h 10" in text for text in noon)


def test_a_session_of_its_own_is_chosen_by_name():
    files = region("sessions: [{id: soir, workshop: 1-essai, date: 2027-02-09}, {id: deux, workshop: 1-essai}]\n")
    made = run(files, Selection(regions=("est",), sessions=("deux",), editions=("trainer",), formats=("pptx",)))
    assert [result.target.session for result in made.results] == ["deux"]


def test_partners_are_thanked_and_their_logo_is_on_the_cover():
    files: dict[str, str | bytes] = dict(
        region("partners: [{id: cafe, name: Le Café, role: Commanditaire, mention: Merci., logo: logo.png}]\n")
    )
    files["course/regions/est/logo.png"] = LOGO
    checked = run(files)
    assert say(checked) == []
    (content,) = decks(checked).values()
    slides = Presentation(BytesIO(content)).slides
    pictures = [
        shape for shape in slides[0].shapes if shape.shape_type is not None and "PICTURE" in str(shape.shape_type)
    ]
    assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures] == ["Logo\u00a0: Le Café"]
    assert any("Le Café, commanditaire. Merci." in text for text in texts(content))


def test_a_region_takes_what_it_does_not_say_from_the_one_it_extends():
    files = region("extends: parent\nterms: {place: {name: Là}}\n") | {"course/regions/parent.yaml": TERMS}
    assert "Une idée à Rimouski" in deck_of(files)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_any_system_are_read(ending):
    assert "Une idée à Rimouski" in deck_of(region(TERMS.replace("\n", ending)))


def test_a_region_of_another_country_has_its_language_and_its_law():
    (result,) = run(region("language: fr-FR\nlaw: france\n"), TRAINER).results
    assert result.target.language == "fr-FR"
    assert result.target.facet("law") == "france"


def test_a_region_that_gives_no_workshop_makes_nothing_and_fails_nothing():
    checked = run(region("workshops: {1-essai: {given: false}}\n"), Selection(regions=("est",)))
    assert (say(checked), checked.results) == ([], ())
