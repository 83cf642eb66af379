"""Writes `docs/diagnostics.md`: every code with an example out of the specifications.

`python -m tests.spec.diagnostics_page`, after a text or a specification has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.diagnostics import CODES, Diagnostic, Severity, diagnostic
from chevalet.locale import Catalogue
from chevalet.report import Page, report
from chevalet.report.message import hint_of
from chevalet.span import Span
from tests.spec.reading import Files, read_cases, read_small_course
from tests.spec.test_spec import diagnose
from tests.tools import ROOT

PLACE = ROOT / "docs" / "diagnostics.md"
_FRENCH = Catalogue("fr")
_DECK = "dist/base/trainer/diapositives-1-essai.pptx"
_TITLES = {Severity.ERROR: "Erreurs", Severity.WARNING: "Avertissements", Severity.NOTICE: "Remarques"}
_MEANINGS = {
    Severity.ERROR: "La présentation touchée n'est pas écrite : celle de la dernière compilation reste en place, et la "
    "commande se termine par le code 1. Les autres présentations sont écrites.",
    Severity.WARNING: "La présentation est écrite, mais quelque chose mérite d'être corrigé. Avec `--strict`, un "
    "avertissement compte comme une erreur; avec `--deny CODE`, ce code seulement.",
    Severity.NOTICE: "La présentation est écrite : c'est bon à savoir.",
}
_HEAD = """\
# Ce que dit Chevalet, et comment le corriger

<!-- Page faite par `python -m tests.spec.diagnostics_page` à partir des textes et des essais : ne pas la modifier. -->

Chaque message porte un code entre crochets, l'endroit (fichier, ligne, colonne), la ligne du texte, ce qui est à
corriger souligné par des `^`, et un conseil. Voici tous les codes, chacun avec un exemple.
"""
# Codes that the specifications leave to other tests, as they are met.
_ELSEWHERE = (
    diagnostic("another-build", Span("dist"), path="dist"),
    diagnostic("cannot-write", Span(_DECK), path=_DECK, reason="in-use"),
    diagnostic(
        "edited-by-hand",
        Span(_DECK),
        path="diapositives-1-essai.pptx",
        kept="diapositives-1-essai (modifié).pptx",
    ),
    diagnostic("unreadable-file", Span("modules/1-essai/a.md"), path="modules/1-essai/a.md"),
    diagnostic("file-too-large", Span("modules/1-essai/a.md"), path="modules/1-essai/a.md", limit=10),
    diagnostic("path-outside-root", Span("modules/1-essai/a.md"), path="modules/1-essai/a.md"),
    diagnostic("not-a-file", Span("course/course.yaml"), path="course/course.yaml"),
    diagnostic("paragraph-too-long", Span("modules/1-essai/a.md", 8, 1, 8, 2), limit="20 000"),
    diagnostic("unknown-workshop", Span("course/course.yaml"), workshop="2-essai", nearest="1-essai"),
    diagnostic("dangling-relationship", Span(""), part="ppt/slides/slide3.xml", target="../media/image1.png"),
    diagnostic("lost-slide", Span(""), expected=42, found=41),
    diagnostic("lost-text", Span(""), slide="a/idee", words="un point"),
    diagnostic("malformed-part", Span(""), part="ppt/slides/slide3.xml", reason="mismatched tag"),
    diagnostic(
        "missing-glyph", Span("modules/1-essai/a.md", 8, 1, 8, 9), character="☕", point="U+2615", document="workbook"
    ),
    diagnostic("missing-fonts", Span("themes/chevalet/fonts"), path="themes/chevalet/fonts"),
    diagnostic(
        "name-cannot-be-set",
        Span("private/1-essai/participants.csv", 3, 1, 3, 9),
        character="ᐃ",
        point="U+1403",
        document="certificates",
    ),
    diagnostic("orphan-part", Span(""), part="ppt/slides/slide3.xml"),
    diagnostic("stray-text", Span(""), slide="a/idee", words="un point"),
    diagnostic("untyped-part", Span(""), part="ppt/slides/slide3.xml"),
)


def write_page() -> str:
    """Return the page."""
    examples = _find_examples()
    return "\n".join((_HEAD, *(line for severity in Severity for line in _write_part(severity, examples))))


def _find_examples() -> dict[str, tuple[Diagnostic, Files]]:
    """Return the first diagnostic of each code, with the files it is about."""
    examples: dict[str, tuple[Diagnostic, Files]] = {each.code: (each, {}) for each in _ELSEWHERE}
    for case in read_cases():
        for found in diagnose(case.files):
            examples.setdefault(found.code, (found, case.files))
    return examples


def _write_part(severity: Severity, examples: dict[str, tuple[Diagnostic, Files]]) -> Iterator[str]:
    yield f"## {_TITLES[severity]}\n"
    yield f"{_MEANINGS[severity]}\n"
    for code in sorted(code for code, weight in CODES.items() if weight is severity):
        found, files = examples[code]
        yield f"### `{code}`\n"
        yield f"```text\n{_draw(found, files)}```\n"
        yield f"**Que faire :** {hint_of(found, _FRENCH)}.\n"


def _draw(found: Diagnostic, files: Files) -> str:
    """Return a diagnostic as a terminal shows it, without the hint, which the page has given."""
    sources = read_small_course() | files

    def read_lines(path: str) -> list[str]:
        return (sources.get(path) or b"").decode(errors="replace").split("\n")

    lines = report([found], "text", Page(_FRENCH, read_lines)).splitlines(keepends=True)
    return "".join(line.replace("\u00a0", " ") for line in lines[:-2])


if __name__ == "__main__":
    PLACE.write_text(write_page(), encoding="utf-8", newline="\n")
