"""Every mistake that an organizer makes is told at its place, with the nearest right word."""

from __future__ import annotations

import pytest

from tests.regions.small import decks, region, run, say

PATH = "course/regions/est.yaml"
SESSION = "sessions: [{id: soir, workshop: 1-essai, date: 2027-02-09%s}]\n"


def codes(text: str, **more: str) -> list[str]:
    return [line.removeprefix(f"{PATH}:") for line in say(run(region(text, **more)))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("modules: {exclude: [aa]}\n", "1:21-1:23 error[unknown-region-module] module=aa nearest=a"),
        ("modules: {minutes: {bb: 12}}\n", "1:25-1:27 error[unknown-region-module] module=bb nearest=b"),
        ("slides: {exclude: [a/ide]}\n", "1:20-1:25 error[unknown-slide] nearest=a/idee slide=a/ide"),
        ("sesions: []\n", "1:1-1:8 error[unknown-key] key=sesions nearest=sessions"),
        ("terms: {place: {nom: Ici}}\n", "1:22-1:25 error[unknown-term] nearest=place.name term=place.nom"),
        ("law: frnace\n", "1:6-1:12 error[unknown-facet-value] facet=law nearest=france value=frnace"),
        ("facets: {lois: france}\n", "1:16-1:22 error[unknown-facet] facet=lois nearest="),
        ("language: fr-BE\n", "1:11-1:16 error[unknown-language] language=fr-BE nearest=fr-FR"),
        ("workshops: {2-essai: {title: X}}\n", "1:22-1:32 error[unknown-workshop] nearest=1-essai workshop=2-essai"),
        ("documents: {exclude: [cahier]}\n", "1:23-1:29 error[unknown-document] document=cahier nearest="),
        ("extends: ouest\n", "1:10-1:15 error[unknown-region] nearest=… region=ouest"),
        ("time_zone: America/Quebecville\n", "1:12-1:31 error[wrong-value] expected=America/Toronto"),
        ("terms: [place]\n", "1:8-1:15 error[wrong-type] expected=mapping found=list key=terms"),
        ("sessions: {id: soir}\n", "1:11-1:21 error[wrong-type] expected=list found=mapping key=sessions"),
        ("theme: {accents: [bleu]}\n", "1:19-1:23 error[wrong-value] expected=1D4E89"),
        ("theme: {accents: ['FFE000']}\n", "1:19-1:27 notice[color-too-light] color=FFE000"),
    ],
)
def test_a_mistake_in_a_value(text, told):
    (said,) = codes(text)
    assert said.startswith(told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (", date: 2027-02-30", "1:68-1:78 error[wrong-value] expected=2026-11-22 key=date"),
        (", status: prevue", "error[wrong-value] expected=prévue key=status value=prevue"),
        (", delivery: en line", 'error[wrong-value] expected="en ligne" key=delivery value="en line"'),
        (", start: '25:00'", "error[wrong-value] expected=18:30 key=start value=25:00"),
        (", end: '16:00'", "error[end-before-start] end=16:00 start=18:30"),
        (", end: '20:00'", "error[session-does-not-fit] expected=90 session=soir sum=30"),
        (", schedule: soirée", "error[invalid-id] id=soirée"),
        (", schedule: soir", "error[unknown-schedule] nearest=evening schedule=soir"),
        (", capacity: beaucoup", "error[wrong-type] expected=whole-number found=text key=capacity"),
        (", modules: [a]", "error[one-or-other] first=workshop second=modules"),
    ],
)
def test_a_mistake_in_a_session(change, told):
    text = SESSION % change
    if "date" in change:
        text = text.replace(", date: 2027-02-09", "", 1)
        told = told.partition(" ")[2]
    (said,) = codes(text)
    assert told in said


def test_a_session_of_an_unknown_workshop():
    (said,) = codes("sessions: [{id: soir, workshop: 1-esai}]\n")
    assert said == "1:33-1:39 error[unknown-workshop] nearest=1-essai workshop=1-esai"


def test_two_sessions_of_one_id():
    (said,) = codes("sessions: [{id: soir, workshop: 1-essai}, {id: soir, workshop: 1-essai}]\n")
    assert said == f"1:48-1:52 error[duplicate-id] first={PATH}:1 id=soir"


def test_a_session_of_its_own_needs_a_title():
    assert codes("sessions: [{id: soir, modules: [b]}]\n") == ["1:17-1:21 error[missing-key] key=title"]


def test_a_session_over_midnight_ends_the_next_day():
    assert codes(SESSION % ", start: '23:45', end: '0:15'") == []


def test_a_name_needs_its_elided_forms():
    assert codes("terms: {place: {name: Alma}}\n") == [
        "1:16-1:28 error[missing-key] key=a",
        "1:16-1:28 error[missing-key] key=de",
    ]


def test_a_file_that_is_not_there_is_told_with_the_nearest():
    (said,) = codes("cases: [{id: cas, file: mon-ca.md, after: a/idee}]\n", mon_cas_md="x")[:1]
    assert "unknown-region-file" in said


def test_a_file_with_an_accent_in_its_name_is_found():
    text = "slides: {replace: {a/idee: idée.md}}\n"
    files = {PATH: text, "course/regions/est/id\u0065\u0301e.md": "## Une idée {#idee}\n\n- Un mot\n"}
    assert say(run(files)) == []


def test_a_module_with_an_accent_in_its_name_has_no_id():
    own = "---\ntitle: T\nminutes: 10\n---\n\n## Titre {#titre}\n\n- Mot\n"
    said = say(run({PATH: "modules: {insert: [{module: idée.md, after: a}]}\n", "course/regions/est/idée.md": own}))
    assert any("invalid-id] id=idée" in line for line in said)


def test_a_slide_without_a_name_cannot_be_replaced():
    course = {"modules/1-essai/b.md": "---\ntitle: B\nminutes: 10\n---\n\n## La fin\n\n- Mot\n"}
    said = say(run(region("slides: {exclude: [b/la-fin]}\n") | course))
    assert (
        "course/regions/est.yaml:1:20-1:28 error[slide-without-id] place=modules/1-essai/b.md:6 slide=b/la-fin" in said
    )


def test_a_file_without_slide_replaces_nothing():
    (said,) = codes("slides: {replace: {a/idee: vide.md}}\n", vide_md="\n")
    assert said == "1:20-1:26 error[file-without-slide] path=course/regions/est/vide.md"


def test_regions_that_extend_one_another_in_a_circle():
    files = region("extends: ouest\n") | {"course/regions/ouest.yaml": "extends: est\n"}
    assert 'course/regions/ouest.yaml:1:10-1:13 error[region-circle] regions="est → ouest → est"' in say(run(files))


def test_a_region_that_extends_itself():
    assert codes("extends: est\n") == ['1:10-1:13 error[region-circle] regions="est → est"']


def test_an_empty_file_is_the_base():
    checked = run(region(""))
    assert say(checked) == [f"{PATH}:1:1-1:1 warning[empty-region] region=est"]
    assert len(decks(checked)) == 1


def test_a_tab_is_told_where_it_stands():
    (said,) = codes("terms:\n\tplace: {name: Ici}\n")
    assert said.startswith("2:1-2:2 error[yaml-syntax]")


def test_a_slide_is_neither_after_nor_before():
    (said,) = codes("slides: {insert: [{file: x.md}]}\n", x_md="## X {#x}\n\n- X\n")
    assert "error[one-or-other] first=after second=before" in said


def test_minutes_that_no_longer_add_up_are_told_in_the_region():
    (said,) = codes("modules: {exclude: [b]}\n")
    assert said == "1:10-1:24 error[minutes-do-not-add-up] expected=30 sum=20"


def test_minutes_beyond_what_a_module_bears():
    said = codes("modules: {minutes: {a: 26}}\n")
    assert said == ["1:24-1:26 error[minutes-out-of-range] at_least=10 at_most=25 minutes=26"]


def test_a_module_that_nobody_teaches_is_told():
    optional = {"modules/options/c.md": "---\ntitle: C\nminutes: 10\n---\n\n## Titre C {#c}\n\n- Mot\n"}
    said = say(run(region("modules: {exclude: [c]}\n") | optional))
    assert said == [f"{PATH}:1:21-1:22 error[module-not-taught] module=c"]


def test_a_file_that_nothing_names_is_told():
    assert say(run(region("law: france\n", reste_md="x"))) == [
        "course/regions/est/reste.md notice[unused-file] path=course/regions/est/reste.md"
    ]


def test_the_file_of_another_region_is_not_read():
    assert say(run(region("law: france\n") | {"course/regions/ouest.yaml": "terms: [\n"})) == []


def test_a_region_does_not_choose_its_own_edition():
    (said,) = codes("facets: {edition: public}\n")
    assert said.startswith("1:19-1:25 error[unknown-facet] facet=edition")


def test_a_folder_without_its_region_is_told():
    files = region("law: france\n") | {"course/regions/esst/cas.md": "x"}
    assert say(run(files)) == ["course/regions/esst notice[unused-file] path=course/regions/esst"]
