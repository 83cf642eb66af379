"""The workbook: nothing dropped, nothing told that a participant must not know, and room to write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from msgspec import Struct
from msgspec.structs import replace

from chevalet.compose import DOCUMENTS, Supplies, compose
from chevalet.model.block import Container, Quote, Subheading
from chevalet.model.document import SlideSource
from chevalet.model.flow import Columns, Definitions, Field, Heading, Panel
from chevalet.model.inline import Link, Strong, Text, plain_text
from chevalet.resolve import resolve
from chevalet.span import Span
from tests.compose.composing import (
    course_of,
    fields_of,
    find,
    grids_of,
    marks_of,
    panels_of,
    real,
    titles_of,
    walk,
    words_of,
    workbook_of,
)
from tests.resolve.resolving import target

WORKSHOPS = [workshop.identifier for workshop in real().project.workshops]
# What the source says and the workbook does not, each for its reason.
LEFT_OUT = {
    "notes": "only who animates reads them",
    "solution": "the answer key is the guide's",
    "confidential": "the trainer's edition alone",
    "slide": "only on the screen, such as the surprises of a simulation",
}
SPOKEN = frozenset({"title", "name", "place", "year", "material"})


def visible(value: object) -> Iterator[object]:
    """Yield what a participant may read of a tree as it was parsed; its attributes are words too."""
    if isinstance(value, Container):
        if value.name in LEFT_OUT:
            return
        yield from (Text(text) for name, text in value.attributes.items() if name in SPOKEN)
        children: tuple[object, ...] = value.blocks
    elif isinstance(value, tuple):
        children = value
    elif isinstance(value, Mapping):
        children = tuple(value.values())
    elif isinstance(value, Struct) and not isinstance(value, Span):
        yield value
        children = tuple(getattr(value, name) for name in value.__struct_fields__)
    else:
        return
    for child in children:
        yield from visible(child)


def source_words(slide: SlideSource) -> Counter[str]:
    nodes = [node for node in visible((slide.title, slide.blocks)) if type(node).__name__ in ("Text", "Code")]
    return Counter(word for node in nodes for word in words_of(node) if not word.startswith("fact"))


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_every_word_of_the_source_is_in_the_workbook(workshop: str):
    course = real().course(workshop, "participant")
    flow, _ = compose(course, "workbook")
    found = Counter(words_of(flow.blocks))
    keys = {slide.key for segment in course.segments for slide in segment.slides}
    modules = [segment.identifier for segment in course.segments if not segment.is_break]
    sources = [slide for module in modules for slide in real().documents[module].slides if slide.key in keys]
    wanted: Counter[str] = Counter()
    for slide in sources:
        said = source_words(slide)
        body = Counter(word for word in said) - Counter(words_of(slide.title))
        # A slide all of which is on the screen alone is not told, not even by its title.
        wanted += said if body or not slide.blocks or slide.layout == "agenda" else Counter()
    assert len(wanted) > 500
    assert dict(wanted - found) == {}


CORNERS = """\
## Le titre {#s}

Visible.

::: notes
Dire : canari-note

::: solution
canari-note-solution
:::
:::

::: activity {minutes=5}
1. Visible

::: solution {reveal}
canari-reveal
:::
:::

::: worksheet {title="Ma fiche"}
Le but.

::: solution
canari-fiche
:::
:::

::: handout
Visible.

::: solution
canari-cahier
:::

::: confidential
canari-confidentiel
:::
:::

::: columns
::: column
Visible.

::: notes
Faire : canari-colonne[^a]
:::
:::
:::

::: quiz
Combien?

- [ ] Un
- [x] Deux

::: solution
canari-quiz
:::
:::

::: slide
canari-ecran
:::

[^a]: canari-bas-de-page

::: confidential
## canari-titre {#t}

canari-diapositive
:::
"""


@pytest.mark.parametrize("edition", ["participant", "public"])
def test_no_secret_of_any_corner_is_in_the_workbook(edition: str):
    flow = workbook_of(CORNERS, edition)
    assert "canari" not in repr(flow)
    ticks = [field for field in find(flow.blocks, Field) if field.kind.value == "tick"]
    assert [plain_text(field.label) for field in ticks] == ["A.\u00a0Un", "B.\u00a0Deux"]
    assert words_of(flow.blocks).count("visible") == 4


def test_the_workbook_hides_solutions_even_of_a_course_that_holds_them():
    course = course_of(CORNERS, target("trainer"))
    assert "canari" in repr(course)
    flow, _ = compose(replace(course, target=target("participant")), "workbook")
    # A slide that is confidential as a whole is resolve's to leave out: nothing in it tells that it is.
    assert set(re.findall(r"canari[\w-]*", repr(flow))) == {"canari-titre", "canari-diapositive"}


def test_the_workbook_exists_in_the_editions_of_its_readers_alone():
    assert DOCUMENTS["workbook"].editions == ("participant", "public")
    with pytest.raises(ValueError, match="no workbook in edition trainer"):
        compose(course_of(CORNERS, target("trainer")), "workbook")


def test_a_slide_that_is_on_the_screen_alone_is_not_told_by_its_title():
    flow = workbook_of("## Surprise {#s}\n\n::: slide\nUn appel.\n:::\n\n## La suite {#t}\n\n- Un\n")
    assert "Surprise" not in titles_of(flow)
    assert "La suite" in titles_of(flow)


def test_slides_follow_in_order_under_their_module():
    flow = workbook_of("## Un {#a}\n\n- x\n\n### Sous\n\n- y\n\n## Deux {#b}\n\n- z\n")
    headings = [(each.level, plain_text(each.inlines), each.identifier) for each in find(flow.blocks, Heading)]
    start = headings.index((1, "Le module", "m"))
    assert headings[start : start + 4] == [
        (1, "Le module", "m"),
        (2, "Un", "m/a"),
        (3, "Sous", ""),
        (2, "Deux", "m/b"),
    ]
    assert find(flow.blocks, Subheading) == []


def test_a_statement_is_a_line_set_apart():
    (quote,) = find(workbook_of("## Une idée {#s}\n\nUne phrase seule.\n").blocks, Quote)
    assert words_of(quote) == ["une", "phrase", "seule"]


ROOMS = """\
## Ma fiche {#f}

::: worksheet {title="Ma fiche" minutes=5}
Le but.

**Ma question :** {lines=3}

Nom : {field=nom}\\
Jour : {field=date}

D'ici le {field=fin}, je veux {field=quoi}.

{lines=2}

- [ ] Un
- [ ] Autre chose :
- Une ligne

1. Qui : {lines=1}

| Quoi | Qui |
|---|---|
| Lire | |
| Écrire | |
:::
"""


def test_room_to_write_becomes_fields_with_labels():
    flow = workbook_of(ROOMS)
    assert fields_of(flow) == [
        ("lines", "Ma question\u00a0:", 3),
        ("words", "Nom\u00a0:", 1),
        ("date", "Jour\u00a0:", 1),
        ("lines", "Ma fiche", 2),
        ("tick", "Un", 1),
        ("lines", "Autre chose\u00a0:", 1),
        ("lines", "1.\u00a0Qui\u00a0:", 1),
    ]
    hidden = [plain_text(field.label) for field in find(flow.blocks, Field) if field.is_label_hidden]
    assert hidden == ["Ma fiche"]
    (grid,) = grids_of(flow)
    assert grid.has_row_headers
    assert [[plain_text(cell) for cell in row] for row in grid.rows] == [["Lire", ""], ["Écrire", ""]]


def test_names_of_fields_are_unique():
    for workshop in WORKSHOPS:
        flow, _ = compose(real().course(workshop, "participant"), "workbook")
        names = [field.name for field in find(flow.blocks, Field)] + [grid.name for grid in grids_of(flow)]
        assert len(names) == len(set(names)) > 20
        assert all(plain_text(field.label).strip() for field in find(flow.blocks, Field))


def test_a_worksheet_is_not_named_twice():
    flow = workbook_of(ROOMS)
    assert panels_of(flow)[0] == ("worksheet", "À remplir")


def test_panels_have_the_labels_and_details_of_their_containers():
    body = (
        "## Un {#a}\n\n::: activity {minutes=8 group=pairs material=crayon}\n1. Lire\n:::\n\n"
        '::: case {name="Un bistro" place=Rimouski year=2009}\n- Vrai\n:::\n\n::: key\n- Court\n:::\n'
    )
    flow = workbook_of(body)
    assert panels_of(flow)[:3] == [
        ("activity", "À vous"),
        ("case", "Étude de cas\u00a0: Un bistro"),
        ("key", "À retenir"),
    ]
    activity, case = find(flow.blocks, Panel)[:2]
    assert [[plain_text(part) for part in row] for row in activity.details] == [
        ["Durée", "8\u00a0min"],
        ["Comment", "En équipes de deux"],
        ["Matériel", "crayon"],
    ]
    assert [plain_text(value) for _, value in case.details] == ["Rimouski, 2009"]


def test_columns_keep_their_shares():
    body = "## Un {#a}\n\n::: columns\n::: column {width=2}\n- x\n:::\n::: column\n- y\n:::\n:::\n"
    (first, *_) = find(workbook_of(body).blocks, Columns)
    assert first.shares == (2, 1)


def test_only_the_terms_that_the_slides_use_are_explained():
    (definitions,) = find(workbook_of("## La portée {#a}\n\n- Les Portées comptent\n").blocks, Definitions)
    assert [plain_text(term) for term, _ in definitions.entries] == ["portée"]
    assert find(workbook_of("## Rien {#a}\n\n- Importées\n").blocks, Definitions) == []


CITING = """\
## Un {#a}

- Vrai

::: notes
Dire : aussi [@visite]
:::

::: confidential
## Deux {#b}

- Secret [@visite]
:::

## Trois {#c}

- Encore [@vente]
"""


def test_sources_keep_the_numbers_of_the_trainers_deck_and_those_cited_alone_are_listed():
    flow = workbook_of(CITING)
    assert marks_of(flow.blocks) == ["2"]
    assert "Enquête" in repr(flow.blocks)
    assert "Sondage" not in repr(flow.blocks)


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_real_sources_have_the_numbers_of_the_trainers_deck(workshop: str):
    trainer = real().course(workshop, "trainer")
    deck, _ = resolve(real().project, real().documents, trainer.target)
    assert deck is not None
    numbers = {(plain_text(source.text), source.url): source.number for source in deck.sources}
    mine = real().course(workshop, "participant").sources
    known = [source for source in mine if (plain_text(source.text), source.url) in numbers]
    assert len(known) > 10
    assert [source.number for source in known] == [numbers[plain_text(source.text), source.url] for source in known]


def test_links_lead_to_what_the_document_prints():
    body = "## Un {#a}\n\n- Voir [la suite](#b) et [l'écran](#c)\n\n## Deux {#b}\n\n- x\n\n"
    flow = workbook_of(f"{body}## Trois {{#c}}\n\n::: slide\ny\n:::\n")
    assert [link.target for link in find(flow.blocks, Link)] == ["#m/b"]
    assert "écran" in words_of(flow.blocks)


def test_the_large_print_is_the_same_flow_with_a_shorter_foot():
    course = course_of(ROOMS)
    plain, large = compose(course, "workbook")[0], compose(course, "workbook", Supplies(is_large=True))[0]
    assert large == replace(plain, is_large=True, running=large.running)
    assert plain_text(course.workshop_title) in plain_text(plain.running)
    assert plain_text(course.workshop_title) not in plain_text(large.running)


def test_it_ends_with_actions_and_cards_to_tear_out():
    flow = workbook_of("## Un {#a}\n\n- x\n")
    assert titles_of(flow)[-2:] == ["Lundi matin, je… et la suite", "Fiches-questions à détacher"]
    assert panels_of(flow) == [("plain", "Ma question")] * 4
    assert not any(isinstance(node, Container) for node in walk(flow.blocks))


def test_what_boxes_answer_is_marked_like_the_label_of_a_field():
    flow = workbook_of(
        '## Un {#a}\n\n::: worksheet {title="Ma feuille"}\nMon niveau\n\n- [ ] Je commence\n- [ ] Je conseille\n:::\n'
    )
    assert [plain_text(each.children) for each in find(flow.blocks, Strong)] == ["Mon niveau"]
