"""What is for which target: `only`, `confidential`, `handout`, `slide`, and the editions that hold no notes."""

from __future__ import annotations

import pytest

from tests.resolve.resolving import resolve_body, resolve_slide, target, text_of


@pytest.mark.parametrize(
    ("attributes", "facets", "kept"),
    [
        ("law=quebec", {"law": "quebec"}, True),
        ("law=quebec", {"law": "ontario"}, False),
        ("law=quebec|ontario", {"law": "ontario"}, True),
        ("law=quebec|ontario !ontario", {"law": "ontario"}, False),
        ("law=!ontario", {"law": "quebec"}, True),
        ("law=quebec delivery=online", {"law": "quebec", "delivery": "in-person"}, False),
        ("law=quebec delivery=online", {"law": "quebec", "delivery": "online"}, True),
        ("edition=trainer", {}, True),
    ],
)
def test_only_keeps_what_matches_the_target(attributes: str, facets: dict[str, str], kept: bool):
    resolved = resolve_slide(f"Toujours.\n\n::: only {{{attributes}}}\nParfois.\n:::", target(**facets))
    assert text_of(resolved.slide.blocks) == ("Toujours.\nParfois." if kept else "Toujours.")
    assert resolved.diagnostics == ()


def test_a_facet_the_target_does_not_tell_has_its_first_value():
    assert text_of(resolve_slide("::: only {law=quebec}\nIci.\n:::").slide.blocks) == "Ici."


def test_only_and_confidential_wrap_whole_slides():
    there = "::: only {law=ontario}\n## Là {#la}\nA\n:::\n\n"
    body = there + "::: confidential\n## Secret {#secret}\nB\n:::\n\n## Ici {#ici}\nC\n"
    assert list(resolve_body(body).slides) == ["secret", "ici"]
    assert list(resolve_body(body, target("participant", law="ontario")).slides) == ["la", "ici"]


def test_an_unknown_facet_is_told_at_its_container_with_the_nearest():
    found, arguments = resolve_slide("A\n\n::: only {lois=quebec}\nB\n:::").only()
    assert (found.code, arguments) == ("unknown-facet", {"facet": "lois", "nearest": "law`, `delivery`, `edition"})
    assert (found.span.path, found.span.line) == ("modules/essai/m.md", 9)


def test_an_unknown_value_is_told_with_the_nearest_and_matches_nothing():
    resolved = resolve_slide("A\n\n::: only {law=quebek|ontario}\nB\n:::", target(law="ontario"))
    assert resolved.only()[1] == {"facet": "law", "value": "quebek", "nearest": "quebec"}
    assert text_of(resolved.slide.blocks) == "A"


SHARED = """\
Vu.

::: handout
Papier {{place.name}}.
:::

::: slide
Écran.
:::

::: confidential
Secret.
:::

::: solution {reveal}
Voici.
:::

::: notes
Dire : bonjour.
:::
"""


def test_the_trainer_has_notes_solutions_and_what_is_confidential():
    slides = resolve_slide(SHARED).slides
    assert text_of(slides["s"].blocks) == "Vu.\nÉcran.\nSecret."
    assert [note.label for note in slides["s"].notes] == ["Dire", "Solution"]
    assert text_of(slides["s~solution"].blocks) == "Voici."


@pytest.mark.parametrize("edition", ["participant", "public"])
def test_no_other_edition_holds_any_of_that(edition: str):
    slides = resolve_slide(SHARED, target(edition)).slides
    assert list(slides) == ["s"]
    assert text_of(slides["s"].blocks) == "Vu.\nÉcran."
    assert slides["s"].notes == ()


def test_a_handout_is_checked_though_no_slide_shows_it():
    resolved = resolve_slide("A [@visite]\n\n::: handout\n{{place.nom}} [@vente]\n:::")
    assert resolved.codes == ["unknown-term"]
    assert [source.number for source in resolved.course.sources] == [1]
