"""The small course with regions, in memory."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.load import MemoryTree
from chevalet.model.artifact import Artifact
from chevalet.pipeline import Checked, Order, check
from chevalet.plan.targets import Selection
from chevalet.plan.verdict import Strictness
from tests.spec.reading import read_small_course, write_line
from tests.spec.test_spec import THEME_CONTENTS

TWO_MODULES = """\
title: Un petit cours
language: fr-CA
terms:
  place: {name: votre région, de: de votre région, a: dans votre région}
  chamber: {name: votre chambre de commerce, de: de votre chambre de commerce, contact: bonjour@exemple.example}
facets:
  region: [base]
  law: [quebec, france]
  delivery: [in-person, online, hybrid]
  edition: [trainer, participant, public]
schedules:
  evening: {start: "18:30", minutes: 30}
workshops:
  - id: 1-essai
    title: L'essai
    summary: Essayer en une demi-heure
    modules: [a, b]
"""
MODULE_A = """\
---
title: Premier essai
minutes: 20
at_least: 10
at_most: 25
---

## Une idée {{place.a}} {#idee}

- Un point, en peu de mots

## Une autre idée {#autre}

- Un autre point

::: only {delivery=online}
- Levez la main à l'écran
:::
"""
MODULE_B = """\
---
title: Second essai
minutes: 10
at_least: 5
at_most: 20
---

## La fin {#fin}

- À bientôt {{place.a}}
"""
COURSE = {
    "course/course.yaml": TWO_MODULES,
    "modules/1-essai/a.md": MODULE_A,
    "modules/1-essai/b.md": MODULE_B,
}
TRAINER = Selection(regions=("est",), editions=("trainer",), formats=("pptx",))


def run(files: Mapping[str, str | bytes], selection: Selection = TRAINER) -> Checked:
    """Check the course of two modules with some files more."""
    written = {
        path: content.encode() if isinstance(content, str) else content for path, content in (COURSE | files).items()
    }
    present = {**THEME_CONTENTS, **read_small_course(), **written}
    contents = {path: content for path, content in present.items() if content is not None}
    return check(Order(MemoryTree(contents), contents, "", selection, Strictness()))


def say(checked: Checked) -> list[str]:
    """Return what was said, a line each, but for what a region has not accepted yet."""
    return [write_line(each) for each in checked.diagnostics if each.code != "override-not-accepted"]


def region(text: str, **more: str) -> dict[str, str]:
    """Return the files of the region `est`: its own, and those of its folder by name, `_` standing for the dot."""
    inside = {f"course/regions/est/{name.replace('_', '.')}": content for name, content in more.items()}
    return {"course/regions/est.yaml": text, **inside}


def decks(checked: Checked) -> dict[str, bytes]:
    """Return the bytes of each file by region, edition and name."""
    return {
        f"{result.target.region}/{result.target.edition}/{result.path}": result.content
        for result in checked.results
        if isinstance(result, Artifact)
    }
