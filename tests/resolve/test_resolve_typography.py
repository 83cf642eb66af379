"""Typography: the 75 vectors of the research, in the tree; the other presets; what a person is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from chevalet.model.document import Document
from chevalet.model.inline import Code, Emphasis, Inlines, Link, Strong, Superscript, Text, plain_text
from chevalet.parse import parse
from chevalet.resolve.typography import EN_CA, FR_CA, FR_FR, SOCIAL, Preset, examine, examine_inlines
from chevalet.span import Span
from tests.resolve.resolving import COURSE, FRONT, PATH, load_files, png, resolve_body, strip

VECTORS = yaml.safe_load((Path(__file__).parent / "typography-vectors.yaml").read_text(encoding="utf-8"))
LINTED = {
    "g-8": ["straight-quotes"],
    "m-4": ["dollar-before"],
    "h-5": ["needless-minutes"],
    "t-2": ["hyphen-as-dash"] * 2,
}


def show(text: str) -> str:
    return text.replace("\u00a0", "⍽").replace("\u202f", "⁀")


def written(text: str) -> str:
    return text.replace("⍽", "\u00a0").replace("⁀", "\u202f")


def document(markdown: str) -> Document:
    body = markdown if markdown.startswith("## ") else f"## Titre\n\n{markdown}\n"
    project = load_files({"course/course.yaml": COURSE, PATH: FRONT + body})
    return parse(project.modules["m"])[0]


def tree_as_parsed(markdown: str) -> object:
    parsed = document(markdown)
    return [(strip(slide.title), strip(slide.blocks)) for slide in parsed.slides], strip(parsed.footnotes)


def tree_as_resolved(markdown: str) -> object:
    body = markdown if markdown.startswith("## ") else f"## Titre\n\n{markdown}\n"
    slides = resolve_body(body, logo__png=png()).course.segments[0].slides
    return [(strip(slide.title), strip(slide.blocks)) for slide in slides], strip(document(markdown).footnotes)


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_typography_of_a_parse_is_the_parse_of_what_is_expected(vector: dict[str, str]):
    given, expected = written(vector["input"]), written(vector["output"])
    assert tree_as_resolved(given) == tree_as_parsed(expected)
    assert tree_as_resolved(expected) == tree_as_parsed(expected), "not idempotent"


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_only_what_a_person_should_decide_is_flagged(vector: dict[str, str]):
    findings = examine(written(vector["input"]), FR_CA)[1]
    assert [finding.code for finding in findings] == LINTED.get(vector["id"], [])


@pytest.mark.parametrize("vector", VECTORS["social"], ids=lambda vector: vector["input"])
def test_social_media_take_no_space(vector: dict[str, str]):
    assert examine(vector["input"], SOCIAL)[0] == vector["output"]
    assert examine(vector["output"], SOCIAL)[0] == vector["output"]


FRANCE = {
    "Vraiment ? Oui !": "Vraiment⁀? Oui⁀!",
    "Il pleut; il vente": "Il pleut⁀; il vente",
    "Quoi ?!": "Quoi⁀?!",
    "Note: «mot»": "Note⍽: «⍽mot⍽»",
    "Il a ri (!)": "Il a ri (!)",
    "2 000 000 de vues": "2⁀000⁀000 de vues",
    "100 000 $": "100⁀000⍽$",
    "Voir https://exemple.ca/a?b=1 !": "Voir https://exemple.ca/a?b=1⁀!",
    "l'an 2020 : 18h30": "l’an 2020⍽: 18⍽h⍽30",
}
CANADA = {
    'He said "it\'s fine".': "He said “it’s fine”.",
    "The '90s, Roy's 'own' shop": "The ’90s, Roy’s ‘own’ shop",
    'a 24" screen': 'a 24" screen',
    '"in 2024"': "“in 2024”",
    "Really ? Yes !": "Really? Yes!",
    "Note : this": "Note: this",
    "45 % of $ 100": "45% of $100",
    "6:30 p.m. on April 22": "6:30⍽p.m. on April⍽22",
    "Mr. Roy, p. 12": "Mr.⍽Roy, p.⍽12",
    "And then ...": "And then…",
}


@pytest.mark.parametrize(
    ("preset", "given", "expected"),
    [(FR_FR, *pair) for pair in FRANCE.items()] + [(EN_CA, *pair) for pair in CANADA.items()],
    ids=lambda value: value.name if isinstance(value, Preset) else value,
)
def test_other_languages_are_other_tables(preset: Preset, given: str, expected: str):
    shown = examine(given, preset)[0]
    assert show(shown) == expected
    assert examine(shown, preset)[0] == shown


MORE = {
    "de 9 h à 11 h 30, 20 min": "de 9⍽h à 11⍽h⍽30, 20⍽min",
    "(1 min 30)": "(1⍽min⍽30)",
    "418 555 0199 ou 1 800 555-0199": "418 555 0199 ou 1 800 555-0199",
    "le 12 345, 1,234 567 et 3,5 100": "le 12⍽345, 1,234⍽567 et 3,5 100",
    "30 millions $": "30 millions⍽$",
    "5 $US et 12 €": "5⍽$⍽US et 12⍽€",
    "5 l'huile": "5 l’huile",
    "Il part – enfin. Puis – non": "Il part –⍽enfin. Puis –⍽non",
    "« ? »": "«⍽?⍽»",
    "Vraiment  ?": "Vraiment?",
    "mot\u00a0 : suite": "mot⍽: suite",
    "a...b et c....": "a…b et c....",
    "C:\\dossier et width:100%": "C:\\dossier et width:100%",
    "la 1ère, les 2èmes, les 1ères": "la 1re, les 2es, les 1res",
    "Me Roy, Dre Côté, vitamine C. Elle": "Me⍽Roy, Dre⍽Côté, vitamine C.⍽Elle",
    "Le port de l'exemple.ca/page?x=1 : oui": "Le port de l’exemple.ca/page?x=1⍽: oui",
}


@pytest.mark.parametrize(("given", "expected"), MORE.items())
def test_quebec_beyond_the_vectors(given: str, expected: str):
    shown = examine(given, FR_CA)[0]
    assert show(shown) == expected
    assert examine(shown, FR_CA)[0] == shown


@pytest.mark.parametrize(
    ("given", "code", "found", "expected"),
    [
        ("un prix de $1 000 net", "dollar-before", "$1 000", "1 000 $"),
        ("2,000,000 de vues", "english-thousands", "2,000,000", "2 000 000"),
        ("une part de 3.14 %", "decimal-point", "3.14", "3,14"),
        ("rendez-vous à 6:30 p.m. ce soir", "english-hour", "6:30 p.m.", ""),
        ("des pains, etc...", "dots-after-etc", "etc...", "etc."),
        ("les abonné(e)s", "shortened-doublet", "(e)s", ""),
        ("un·e artisan", "shortened-doublet", "·e", ""),
    ],
)
def test_what_a_person_should_decide(given: str, code: str, found: str, expected: str):
    (finding,) = examine(given, FR_CA)[1]
    assert (finding.code, finding.found, finding.expected) == (code, found, expected)


@pytest.mark.parametrize(
    "given",
    ["45,5 %", "3,141 6", "https://a.ca/$100", "1.2.3", "10 - 5", "18 h 05", "Python 3.11 et", 'de 24" net'],
)
def test_what_nobody_should_be_asked_about(given: str):
    assert examine(given, FR_CA)[1] == ()


LINK = Link((Text("ici"),), "https://exemple.ca/a : b", Span(""))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((Strong((Text("Prix"),)), Text(": 5 $")), (Strong((Text("Prix"),)), Text("⍽: 5⍽$"))),
        ((Text("45"), Strong((Text("%"),))), (Text("45⍽"), Strong((Text("%"),)))),
        (
            (Strong((Text("45"),)), Emphasis((Text("%"),))),
            (Strong((Text("45"),)), Text("⍽"), Emphasis((Text("%"),))),
        ),
        ((Text("«"), Emphasis((Text("mot"),)), Text("»")), (Text("«⍽"), Emphasis((Text("mot"),)), Text("⍽»"))),
        ((Strong((Text("«mot»"),)), Text(" !")), (Strong((Text("«⍽mot⍽»"),)), Text("!"))),
        ((Text("l'"), Code("a ? b"), Text(" : x")), (Text("l’"), Code("a ? b"), Text("⍽: x"))),
        ((Text("d'"), LINK, Text(" ?")), (Text("d’"), LINK, Text("?"))),
        ((Text("fin"), Superscript("3"), Text(" : x")), (Text("fin"), Superscript("3"), Text("⍽: x"))),
    ],
)
def test_a_run_is_one_line_whatever_it_is_cut_into(given: Inlines, expected: Inlines):
    shown = examine_inlines(given, FR_CA)[0]
    assert strip(shown) == strip(tuple(_written(inline) for inline in expected))
    assert examine_inlines(shown, FR_CA)[0] is shown


def _written(inline: object) -> object:
    match inline:
        case Text(text):
            return Text(written(text))
        case Strong(children):
            return Strong(tuple(_written(child) for child in children))  # type: ignore[misc]
        case Emphasis(children):
            return Emphasis(tuple(_written(child) for child in children))  # type: ignore[misc]
        case _:
            return inline


def test_what_is_already_right_is_not_made_again():
    run = (Text("Rien à "), Strong((Text("changer"),)), Text("."))
    assert examine_inlines(run, FR_CA)[0] is run


def test_no_character_but_spaces_signs_and_ordinals_ever_changes():
    text = plain_text(examine_inlines((Text("L'été : «oui», 5 $..."), Code("x")), FR_CA)[0])
    assert "".join(text.split()) == "L’été:«oui»,5$…x"


def test_an_advice_shows_again_what_no_rule_may_touch():
    _, findings = examine('Voir "plan.docx" ici.', FR_CA)
    assert [finding.expected for finding in findings] == ["« plan.docx »"]


def test_the_time_of_a_step_never_stands_alone_on_a_line():
    shown, _ = examine("Choisir un moyen (1 min)", FR_CA)
    assert show(shown) == "Choisir un moyen⍽(1⍽min)"
