"""What text refers to: terms, facts, sources, footnotes, slides."""

from __future__ import annotations

import pytest

from chevalet.model.block import Container, Paragraph
from chevalet.model.inline import Emphasis, Inlines, Link, Superscript, Text
from tests.resolve.resolving import (
    COURSE,
    FACTS,
    FRONT,
    PATH,
    Resolved,
    resolve_body,
    resolve_files,
    resolve_slide,
    target,
    text_of,
)


def first(resolved: Resolved) -> Inlines:
    (paragraph, *_) = resolved.slide.blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


TERMS = {
    "{{place.name}}": "Rimouski",
    "Vive {{ place.name }}!": "Vive Rimouski!",
    "l'école {{place.de}}": "l’école de Rimouski",
    "{{chamber.name}}": "Chambre d’essai",
    "{{workshop.title}} ({{workshop.number}})": "L’atelier (1)",
    "{{session.start}} à {{session.end}}": "18⍽h⍽30 à 20⍽h⍽45",
    "{{course.title}} : oui": "Le cours⍽: oui",
    "`{{place.name}}`": "{{place.name}}",
}


@pytest.mark.parametrize(("written", "shown"), TERMS.items())
def test_terms_become_their_text(written: str, shown: str):
    assert text_of(resolve_slide(written).slide.blocks) == shown


def test_a_value_never_becomes_markup():
    course = COURSE.replace("name: Rimouski", "name: '**Rimouski** [x](y)'")
    resolved = resolve_files({"course/course.yaml": course, PATH: FRONT + "## T {#s}\n\n{{place.name}}\n"})
    assert first(resolved) == (Text("**Rimouski** [x](y)"),)


def test_terms_fill_titles_attributes_targets_fences_and_objectives():
    front = FRONT.replace("title: Le module", "title: Le module {{place.de}}\nobjectives: ['Aimer {{place.name}}']")
    body = (
        '## Vivre {{place.a}} {#s}\n\n::: activity {minutes=5 material="cartes {{place.de}}"}\n'
        "[ici](https://exemple.ca/{{workshop.number}})\n:::\n\n"
        "```steps\nkind: chain\nsteps: ['{{place.name}}', B]\n```\n"
    )
    resolved = resolve_files({PATH: front + body})
    segment, (activity, steps) = resolved.course.segments[0], resolved.slide.blocks
    assert isinstance(activity, Container)
    assert text_of(segment.title) == "Le module de Rimouski"
    assert [text_of(objective) for objective in segment.objectives] == ["Aimer Rimouski"]
    assert text_of(resolved.slide.title) == "Vivre à Rimouski"
    assert activity.attributes["material"] == "cartes de Rimouski"
    assert activity.blocks[0].inlines[0].target == "https://exemple.ca/1"  # type: ignore[union-attr]
    assert text_of(steps.steps.steps[0].title) == "Rimouski"  # type: ignore[union-attr]
    assert resolved.diagnostics == ()


def test_unknown_names_are_told_where_they_are_with_the_nearest():
    resolved = resolve_slide("{{place.nom}} {{fact.vent}} {{fact.vente.par}} [@visit]")
    told = [
        (found.code, found.span.line, found.span.column, dict(found.arguments)["nearest"])
        for found in resolved.diagnostics
    ]
    assert told == [
        ("unknown-term", 7, 1, "place.name"),
        ("unknown-fact", 7, 15, "vente"),
        ("unknown-fact-value", 7, 29, "part"),
        ("unknown-fact", 7, 48, "visite"),
    ]


def test_a_term_unknown_in_an_attribute_is_told_where_it_is():
    found, _ = resolve_slide('::: activity {minutes=5 material="cartes {{place.du}}"}\n1. A\n:::').only()
    assert (found.code, found.span.line, found.span.column) == ("unknown-term", 7, 35)


@pytest.mark.parametrize("written", ["{{fact.souvenir}}", "{{fact.souvenir.part}}", "A [@souvenir]"])
def test_what_is_only_recalled_is_not_printed(written: str):
    assert resolve_slide(written).codes == ["recalled-fact"]


def test_a_fact_prints_its_statement_and_its_source_before_the_stop():
    inlines = first(resolve_slide("{{fact.vente}}"))
    assert inlines == (Text("En 2020, 45\u00a0% des gens achetaient en ligne"), Superscript("1"), Text("."))


def test_a_value_prints_alone():
    assert first(resolve_slide("{{fact.vente.part}} ou {{fact.vente.vol}}")) == (Text("45\u00a0% ou 3411"),)


def test_marks_stand_close_and_neighbours_join():
    inlines = first(resolve_slide("On achète [@vente] [@visite], on rit [@visite]."))
    assert inlines == (
        Text("On achète"),
        Superscript("1,\u00a02"),
        Text(", on rit"),
        Superscript("2"),
        Text("."),
    )


def test_one_source_of_several_facts_is_one_number():
    resolved = resolve_slide("Ici [@vente] [@vente-bis] et là [@visite].")
    assert first(resolved)[1] == Superscript("1")
    assert [(source.number, text_of(source.text), source.url) for source in resolved.course.sources] == [
        (1, "CEFRIO, Enquête, 2020", "https://exemple.ca/Enquête"),
        (2, "CEFRIO, Sondage, 2020", "https://exemple.ca/Sondage"),
    ]
    assert Emphasis((Text("Enquête"),)) in resolved.course.sources[0].text


def test_one_address_in_two_years_is_two_sources():
    later = FACTS.replace(
        "year: 2020, url: 'https://exemple.ca/Sondage'", "year: 2021, url: 'https://exemple.ca/Enquête'"
    )
    resolved = resolve_files({"course/facts.yaml": later, PATH: FRONT + "## T {#s}\n\nA [@vente] [@visite]\n"})
    assert [source.url for source in resolved.course.sources] == ["https://exemple.ca/Enquête"] * 2


def test_one_address_under_two_titles_is_one_source():
    renamed = FACTS.replace("/Sondage'", "/Enquête'")
    resolved = resolve_files({"course/facts.yaml": renamed, PATH: FRONT + "## T {#s}\n\nA [@vente] [@visite]\n"})
    assert first(resolved)[-1] == Superscript("1")


def test_slides_are_numbered_before_notes_so_that_editions_agree():
    body = "## A {#a}\n\nA [@visite]\n\n::: notes\nDire : B [@vente]\n:::\n\n## C {#c}\n\nC [@souvenir]\n"
    trainer, public = resolve_body(body), resolve_body(body, target("public"))
    assert trainer.slides["c"].blocks[0].inlines == public.slides["c"].blocks[0].inlines  # type: ignore[union-attr]
    assert [source.number for source in trainer.course.sources] == [1, 2, 3]
    assert [source.number for source in public.course.sources] == [1, 2]


@pytest.mark.parametrize(("written", "shown"), [("[@vente]", "Source⍽: 1"), ("[@vente] [@visite]", "Sources⍽: 1,⍽2")])
def test_a_paragraph_of_marks_alone_says_what_they_are(written: str, shown: str):
    assert text_of(resolve_slide(f"A\n\n{written}").slide.blocks) == f"A\n{shown}"


def test_footnotes_have_letters_which_no_source_has():
    resolved = resolve_slide("Un[^x] deux[^y] un[^x] trois [@vente].\n\n[^y]: Note deux : oui.\n[^x]: Note un.")
    marks = [inline.text for inline in first(resolved) if isinstance(inline, Superscript)]
    assert marks == ["a", "b", "a", "1"]
    assert [(label, text_of(text)) for label, text in resolved.slide.footnotes] == [
        ("a", "Note un."),
        ("b", "Note deux⍽: oui."),
    ]


def test_a_footnote_of_the_notes_stands_at_their_end():
    resolved = resolve_slide("A[^1]\n\n::: notes\nDire : B[^2]\n:::\n\n[^1]: Un.\n[^2]: Deux.")
    assert [label for label, _ in resolved.slide.footnotes] == ["a"]
    assert text_of(resolved.slide.notes[-1].blocks) == "b Deux."


def links(resolved: Resolved) -> list[str]:
    return [inline.target for inline in first(resolved) if isinstance(inline, Link)]


def test_links_to_slides_are_written_in_full():
    resolved = resolve_body("## A {#a}\n\n[b](#b), [lui](#m/b) et [web](https://exemple.ca)\n\n## B {#b}\n\nB\n")
    assert links(resolved) == ["#m/b", "#m/b", "https://exemple.ca"]
    assert resolved.diagnostics == ()


@pytest.mark.parametrize(
    ("written", "target", "nearest"),
    [
        ("[x](#lointaine)", "#lointaine", "#lointain"),
        ("[x](#n/lointain)", "#n/lointain", "#lointain"),
        ("[x]({{place.name}}.ca)", "Rimouski.ca", "https://Rimouski.ca"),
    ],
)
def test_a_link_that_leads_nowhere_leaves_its_text(written: str, target: str, nearest: str):
    resolved = resolve_body(f"## A {{#a}}\n\n{written}\n\n## B {{#lointain}}\n\nB\n\n## Sans id\n\nC\n")
    (found,) = resolved.diagnostics
    assert (found.code, found.arguments) == ("broken-link", (("nearest", nearest), ("target", target)))
    assert (found.span.line, found.span.column) == (7, 1)
    assert first(resolved) == (Text("x"),)


def test_a_link_to_a_slide_of_another_edition_leaves_its_text():
    resolved = resolve_body("## A {#a}\n\n[x](#b)\n\n::: confidential\n## B {#b}\n\nB\n:::\n", target("public"))
    assert first(resolved) == (Text("x"),)
    assert resolved.diagnostics == ()
