"""The guide: all that its trainer needs, on the clock and with the numbers of the deck."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from chevalet.compose import Supplies, compose
from chevalet.compose.quantities import Quantity, count_material
from chevalet.layout import layout
from chevalet.layout.generated import agenda_table
from chevalet.model.block import List, Paragraph, Table
from chevalet.model.deck import Deck
from chevalet.model.flow import (
    Aside,
    Columns,
    Definitions,
    Details,
    Drawing,
    Field,
    FieldKind,
    Flow,
    Heading,
    PageBreak,
    Panel,
    Role,
)
from chevalet.model.inline import plain_text
from chevalet.model.session import Session, SessionStatus
from chevalet.span import Span
from tests.compose.composing import course_of, find, guide_of, panels_of, real, titles_of, words_of
from tests.compose.test_workbook import CORNERS, WORKSHOPS
from tests.resolve.resolving import target


def deck_of(workshop: str) -> Deck:
    return layout(real().course(workshop, "trainer"), real().project.theme)[0]


def run_sheet_of(flow: Flow) -> list[list[str]]:
    blocks = flow.blocks
    start = next(
        index for index, each in enumerate(blocks) if isinstance(each, Heading) and each.identifier == "run-sheet"
    )
    table = blocks[start + 1]
    assert isinstance(table, Table)
    return [[plain_text(cell) for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_the_run_sheet_has_the_times_of_the_agenda(workshop: str):
    course = real().course(workshop, "trainer")
    agenda = [[plain_text(cell) for cell in row] for row in agenda_table(course, Span("")).rows]
    run_sheet = run_sheet_of(compose(course, "guide")[0])[1:]
    assert [row[0] for row in run_sheet] == [row[0] for row in agenda]
    assert [f"{row[1]}\u00a0min" for row in run_sheet[:-1]] == [row[2] for row in agenda[:-1]]
    assert sum(int(row[1]) for row in run_sheet[:-1]) == int(run_sheet[-1][1]) == 135
    assert run_sheet[-1][2] == "Fin"


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_the_run_sheet_numbers_the_parts_to_shorten_and_their_minutes_are_those_of_the_glance(workshop: str):
    flow, _ = compose(real().course(workshop, "trainer"), "guide")
    header, *rows = run_sheet_of(flow)
    found = [re.match(r"(\d+)\.\u00a0(?:–(\d+)|sauter)", row[header.index("Si retard")]) for row in rows]
    skipped = {int(cut[1]) for cut in found if cut and not cut[2]}
    cuts = sorted((int(cut[1]), int(cut[2] or row[1])) for cut, row in zip(found, rows, strict=True) if cut)
    assert [rank for rank, _ in cuts] == list(range(1, len(cuts) + 1))
    assert skipped == set(range(1, len(skipped) + 1))
    shortened = [minutes for rank, minutes in cuts if rank not in skipped]
    assert shortened == sorted(shortened, reverse=True)
    glance = next(
        plain_text(value)
        for each in find(flow.blocks, Details)
        for name, value in each.rows
        if plain_text(name) == "Si retard"
    )
    assert f"{sum(minutes for _, minutes in cuts)}\u00a0min" in glance


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_slides_have_the_numbers_and_the_order_of_the_deck(workshop: str):
    deck = deck_of(workshop)
    flow, _ = compose(real().course(workshop, "trainer"), "guide", Supplies(deck=deck))
    ranks = {slide.key: number for number, slide in enumerate(deck.slides, start=1)}
    headings = [each for each in find(flow.blocks, Heading) if each.level == 2 and each.identifier in ranks]
    shown = [plain_text(each.before).removeprefix("Diapo\u00a0").partition("–")[0] for each in headings]
    assert len(headings) > 30
    assert shown == [str(ranks[each.identifier]) for each in headings]
    assert [int(number) for number in shown] == sorted(map(int, shown))


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_every_word_of_the_notes_is_in_the_guide(workshop: str):
    course = real().course(workshop, "trainer")
    said = set(words_of(compose(course, "guide")[0].blocks))
    notes = [note.blocks for segment in course.segments for slide in segment.slides for note in slide.notes]
    assert len(notes) > 100
    assert set(words_of(tuple(notes))) - said == set()


def test_what_the_workbook_hides_is_in_the_guide():
    said = " ".join(words_of(guide_of(CORNERS).blocks))
    hidden = ("note", "note solution", "reveal", "fiche", "cahier", "confidentiel", "colonne", "quiz", "bas de page")
    assert [name for name in hidden if f"canari {name}" not in said] == []
    assert "canari diapositive" in said or "canari titre" in said


SCRIPT = """\
## Le titre {#s}

- x

::: notes
Dire : bonjour. (1 min)

Demander : qui? (0,5 min)

Réponse : personne.

Transition : la suite.

Si retard : sauter.
:::
"""


def test_notes_are_panels_by_kind_then_short_remarks():
    flow = guide_of(SCRIPT)
    assert panels_of(flow) == [("say", "Dire · 1\u00a0min"), ("ask", "Demander · 0,5\u00a0min"), ("answer", "Réponse")]
    say = find(flow.blocks, Panel)[0]
    assert words_of(say.blocks) == ["bonjour"]
    assert plain_text(find(say.blocks, Paragraph)[0].inlines) == "Bonjour."
    remarks = [details for details in find(flow.blocks, Details) if {"suite", "sauter"} & set(words_of(details))]
    assert [plain_text(label) for each in remarks for label, _ in each.rows] == ["Transition", "Si retard"]


def test_what_leads_to_the_next_slide_ends_the_script():
    flow = guide_of("## A {#a}\n\n- x\n\n::: notes\nTransition : la suite.\n\nDire : avant.\n:::\n")
    say = next(n for n, each in enumerate(flow.blocks) if isinstance(each, Panel) and each.role is Role.SAY)
    assert words_of(flow.blocks[say + 1]) == ["transition", "la", "suite"]


def test_a_thumbnail_stands_beside_the_script_of_its_slide():
    flow = guide_of(SCRIPT, Supplies(thumbnails={"m/s": b"<svg/>"}))
    (columns,) = find(flow.blocks, Columns)
    assert [drawing.alt for drawing in find(columns.columns[0], Drawing)] == ["Le titre"]
    assert words_of(columns.columns[0][1]) == ["si", "retard", "sauter"]
    assert len(find(columns.columns[1], Panel)) == 3
    assert words_of(columns.columns[1][-1]) == ["transition", "la", "suite"]
    assert find(guide_of(SCRIPT).blocks, Columns) == []


def test_a_slide_shows_all_that_it_takes_in_the_deck_its_revealed_solution_too():
    deck = deck_of("2-rediger")
    drawings = {slide.key: slide.key.encode() for slide in deck.slides}
    flow, _ = compose(real().course("2-rediger", "trainer"), "guide", Supplies(deck=deck, thumbnails=drawings))
    shown = [[each.svg.decode() for each in find(columns, Drawing)] for columns in find(flow.blocks, Columns)]
    assert ["ecrire-web/avant-apres", "ecrire-web/avant-apres~solution"] in shown
    written = [key for key in drawings if "/~" not in key]
    assert [key for keys in shown for key in keys] == written


def test_a_wholly_confidential_slide_is_marked_above_its_title():
    flow = guide_of("::: confidential\n## Secret {#s}\n\n- x\n:::\n\n## Ouvert {#o}\n\n- y\n")
    before = {plain_text(each.inlines): plain_text(each.before) for each in find(flow.blocks, Heading)}
    assert before["Secret"].startswith("Confidentielle")
    assert before["Ouvert"] == ""


def test_an_answer_in_a_table_has_the_width_of_the_page():
    answer = "Réponse :\n\n| a | b |\n|---|---|\n| c | d |"
    body = f"## A {{#s}}\n\n- x\n\n::: notes\nDire : un.\n\n{answer}\n\nDire : deux.\n:::\n"
    flow = guide_of(body, Supplies(thumbnails={"m/s": b"<svg/>"}))
    (columns,) = find(flow.blocks, Columns)
    assert "un" in words_of(columns)
    below = flow.blocks[flow.blocks.index(columns) + 1 :]
    assert [word for word in words_of(below) if word in ("un", "c", "d", "deux")] == ["c", "d", "deux"]


def test_a_long_remark_stands_below_the_script():
    notes = f"Piège : {'long ' * 50}.\n\nDécrire : court.\n\nDire : un."
    flow = guide_of(f"## A {{#s}}\n\n- x\n\n::: notes\n{notes}\n:::\n", Supplies(thumbnails={"m/s": b"<svg/>"}))
    (columns,) = find(flow.blocks, Columns)
    assert {"court", "un"} <= set(words_of(columns))
    assert "long" not in words_of(columns)
    assert words_of(flow.blocks[flow.blocks.index(columns) + 1])[:2] == ["piège", "long"]


ACTIVITY = """\
## Le titre {#s}

::: activity {minutes=5 group=pairs material=crayon}
1. Lire (5 min)

::: solution
La clé.
:::
:::

::: notes
Dire : allez-y.

Débreffage : et alors?

Variante en ligne : clavardage.

Transition : la suite.
:::
"""


def test_an_activity_sheet_has_its_debrief_and_variants():
    flow = guide_of(ACTIVITY)
    (sheet,) = [panel for panel in find(flow.blocks, Panel) if panel.role is Role.ACTIVITY]
    assert [plain_text(value) for _, value in sheet.details] == ["5\u00a0min", "En équipes de deux", "crayon"]
    assert len(find(sheet.blocks, List)) == 1
    labels = [plain_text(label) for remark in find(sheet.blocks, Definitions) for label, _ in remark.entries]
    assert labels == ["Débreffage", "Variante en ligne"]
    assert words_of(flow.blocks).count("clavardage") == 1
    assert "clé" not in words_of(sheet)


def test_the_answer_key_gathers_answers_with_their_letters():
    flow = guide_of(CORNERS)
    key = titles_of(flow).index("Corrigé")
    assert titles_of(flow)[key + 1] == "Le titre"
    blocks = flow.blocks[next(n for n, each in enumerate(flow.blocks) if each == find(flow.blocks, Heading)[key]) :]
    said = [plain_text(each.inlines) for each in blocks if isinstance(each, Paragraph)]
    assert "B.\u00a0Deux" in said
    assert sum("canari" in line for line in said) == 5


def test_the_producer_has_a_column_online_alone():
    body = "## Un {#a}\n\n::: activity {minutes=5 group=pairs}\n1. x\n:::\n"
    online = course_of(body, target("trainer", delivery="online"))
    table = run_sheet_of(compose(online, "guide")[0])
    assert "Régie" in table[0]
    assert table[1][table[0].index("Régie")] == "salles, temps"
    assert "Régie" not in run_sheet_of(guide_of(body))[0]


TEXT = "---\ntitle: {title}\npart: {part}\n---\n\n## Un {{#un}}\n\n- [ ] Lire\n\n## Deux {{#deux}}\n\nFin.\n"


def test_texts_stand_where_their_part_says():
    flow = guide_of(
        "## A {#a}\n\n- x\n",
        faq=TEXT.format(title="La FAQ", part="guide-questions"),
        listes=TEXT.format(title="Les listes", part="guide-checks"),
        cahier=TEXT.format(title="Au cahier", part="workbook-use"),
    )
    titles = titles_of(flow)
    assert titles.index("Les listes") < titles.index("Le module") < titles.index("La FAQ")
    assert "Au cahier" not in titles
    assert titles[titles.index("La FAQ") :][:3] == ["La FAQ", "Un", "Deux"]
    ticks = [field for field in find(flow.blocks, Field) if field.kind is FieldKind.TICK]
    assert [plain_text(field.label) for field in ticks] == ["Lire", "Lire"]


def test_the_cover_is_stamped_with_a_hash_of_what_the_guide_holds():
    body = "## A {#a}\n\n- x\n"
    stamp = dict(stamp_of(guide_of(body)))
    assert stamp["Édition"] == "Pour la personne qui anime"
    assert stamp["Séance"] == "date à confirmer"
    assert stamp["Lieu"] == "lieu à confirmer"
    assert dict(stamp_of(guide_of(body, Supplies(date="le 3 mars"))))["Séance"] == "le 3 mars"
    mark = stamp["Empreinte"]
    assert len(mark) == 8
    assert dict(stamp_of(guide_of(f"\n\n{body}")))["Empreinte"] == mark
    assert dict(stamp_of(guide_of("## A {#a}\n\n- y\n")))["Empreinte"] != mark
    assert dict(stamp_of(guide_of(body, Supplies(participants=6))))["Empreinte"] == mark
    noted = body + "\n::: notes\nDire : SAID.\n:::\n"
    marks = [dict(stamp_of(guide_of(noted.replace("SAID", said))))["Empreinte"] for said in ("oui", "non", "oui")]
    assert marks[0] == marks[2]
    assert len({mark, *marks}) == 3


SESSION = Session(
    "rawdon-1",
    "",
    "w",
    18 * 60,
    20 * 60 + 15,
    date=date(2027, 3, 1),
    place="Salle du conseil",
    address="12, rue du Pont",
    trainer="Camille",
    participants=12,
)


def test_the_guide_of_a_session_tells_its_date_hours_place_and_trainer():
    course = course_of("## A {#a}\n\n- x\n", target("trainer"))
    flow, _ = compose(replace(course, session=SESSION), "guide")
    stamp = dict(stamp_of(flow))
    assert stamp["Séance"] == "lundi 1er mars 2027"
    assert stamp["Lieu"] == "Salle du conseil, 12, rue du Pont"
    assert stamp["Animation"] == "Camille"
    cancelled = compose(replace(course, session=replace(SESSION, status=SessionStatus.CANCELLED)), "guide")[0]
    assert dict(stamp_of(cancelled))["Séance"] == "lundi 1er mars 2027 (annulé)"


def test_material_is_counted_for_those_whom_the_session_expects():
    course = replace(real().course("4-recette", "trainer"), session=SESSION)
    assert "Le matériel pour 12\u00a0personnes" in titles_of(compose(course, "guide", Supplies(participants=20))[0])


def stamp_of(flow: Flow) -> list[tuple[str, str]]:
    return [(plain_text(name), plain_text(value)) for name, value in flow.cover.stamp]


def test_the_same_course_gives_the_same_flow():
    assert guide_of(CORNERS) == guide_of(CORNERS)


def test_pages_of_their_own_begin_with_a_break():
    blocks = guide_of(SCRIPT).blocks
    begins = [blocks[n + 1] for n, each in enumerate(blocks[:-1]) if isinstance(each, PageBreak)]
    named = [plain_text(each.inlines) for each in begins if isinstance(each, Heading)]
    assert named[:2] == ["En un coup d’œil", "Le déroulement"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("deux cartons par personne, marqués V et F", Quantity(40)),
        ("Une calculatrice pour deux", Quantity(10)),
        ("fiche « Journal de crise », une par équipe", Quantity(4)),
        ("quatre feuilles aux murs, une par famille", Quantity(4)),
        ("cartes de question et crayons", Quantity(20)),
        ("minuterie visible", Quantity(1)),
        ("fiche 2 du cahier", Quantity(0, True)),
        ("cartes de question remises au début", Quantity(0, True)),
        ("cartes de questions ramassées au début", Quantity(0, True)),
        ("cahiers imprimés, dont quelques-uns en gros caractères", Quantity(20)),
        ("three printed cases", Quantity(3)),
    ],
)
def test_quantities_are_read_in_the_words(written: str, expected: Quantity):
    assert count_material(written, 20) == expected


def test_the_run_sheet_lists_material_in_a_sentence():
    header, *rows = run_sheet_of(compose(real().course("4-recette", "trainer"), "guide")[0])
    material = [row[header.index("Matériel")] for row in rows]
    assert "une calculatrice pour deux" in material
    assert not any(re.search(r"(?:^|, )(?:Une?|Les?|La) ", each) for each in material)


def test_material_is_listed_once_with_the_parts_that_use_it():
    course = real().course("4-recette", "trainer")
    flow, _ = compose(course, "guide", Supplies(participants=12))
    blocks = flow.blocks
    start = next(n for n, each in enumerate(blocks) if isinstance(each, Heading) and each.identifier == "material")
    table, below = blocks[start + 1 : start + 3]
    assert isinstance(table, Table)
    rows = {plain_text(row[0]): [plain_text(cell) for cell in row[1:]] for row in table.rows}
    count, parts = rows["Une calculatrice pour deux"]
    assert count == "6"
    assert parts == "Phase 5\u00a0: mesurer avant et après, Phase 5, suite\u00a0: analyser et ajuster"
    assert isinstance(below, Aside)
    assert "Fiche «\u00a0Case 1\u00a0»" in plain_text(below.inlines)


def test_a_handout_is_told_without_what_is_to_be_filled_in():
    body = (
        "## A {#a}\n\n- x\n\n::: handout\n**Ma grille.** Courte.\n\n| Quoi | Qui |\n|---|---|\n| Lire | |\n\n"
        "Où la mettre\n\n- [ ] Ici\n\nUne règle.\n:::\n"
    )
    (panel,) = [panel for panel in find(guide_of(body).blocks, Panel) if plain_text(panel.label) == "Dans le cahier"]
    assert words_of(panel.blocks) == ["ma", "grille", "courte", "une", "règle"]
