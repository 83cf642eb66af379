"""Seeded chance over whole courses: nothing raises, every place exists, and every word is found again or named.

`CHEVALET_FUZZ_EXAMPLES=100000 pytest tests/damage/test_damage_fuzz.py` tries more than the 5,000 of each run.
"""

from __future__ import annotations

import os
import re

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.damage.compiling import FULL, MODULE, SECONDS, SMALL, Compiler, find_faults
from tests.damage.recall import find_lost

EXAMPLES = int(os.environ.get("CHEVALET_FUZZ_EXAMPLES", "5000"))
FRONT = "---\ntitle: Le module\nminutes: 30\n---\n\n"
MARKS = """
## ⁞ # ⁞ ### ⁞ ::: ⁞ ::: notes ⁞ ::: only {law=quebec} ⁞ ::: confidential ⁞ ::: columns ⁞ ::: column ⁞ ::: key
::: slide ⁞ ::: activity {minutes=3} ⁞ ::: case {name=Ici} ⁞ ::: quiz ⁞ ::: solution ⁞ ::: solution {reveal} ⁞ ::: notse
{layout=quote} ⁞ } ⁞ { ⁞ {{ ⁞ }} ⁞ {{place.name}} ⁞ {{fact.a.b}} ⁞ [@a] ⁞ [^1] ⁞ [^1]: ⁞ [ ⁞ ] ⁞ ]( ⁞ ) ⁞ ![
![](x.png " ⁞ * ⁞ ** ⁞ _ ⁞ ~~ ⁞ ` ⁞ ``` ⁞ ~~~ ⁞ - ⁞ 1. ⁞ > ⁞ --- ⁞ === ⁞ | a | b | ⁞ |---|---|
- [ ] ⁞ - [x] ⁞ <b> ⁞ </b> ⁞ <br> ⁞ <!--
--> ⁞ <script> ⁞ </script> ⁞ <? ⁞ ?> ⁞ &amp; ⁞ &#0; ⁞ \\ ⁞ 🙂 ⁞ <https://exemple.ca> ⁞ "x" ⁞ « ⁞ » ⁞ : ⁞ ! 
18 h 30 ⁞ 5 $ ⁞ Dire : ⁞ (2 min)
"""
PIECES = some.sampled_from([piece.strip() for piece in re.split("[⁞\n]", MARKS) if piece.strip()])
GAPS = some.sampled_from([" ", "\n", "\n\n", "\n  ", "\n    ", "\t", "  \n", "\r\n", "\u00a0", "\u2028", "\x0b"])
FENCES = some.sampled_from(["chart", "steps", "mockup", "python", ""])
KEYS = """
title minutes at_least at_most priority objectives material section kind steps type rows columns data series highlight
source unit alt author text address description from when query statement status values publisher year url verified_on
review_by term definition file labels base language terms facets schedules workshops id modules summary break start
""".split()
NAMES = some.sampled_from(KEYS) | some.text(max_size=6)
VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8) | some.dates() | NAMES,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
YAML = some.dictionaries(NAMES, VALUES, max_size=6).map(lambda value: yaml.safe_dump(value, allow_unicode=True))
YAML_FILES = some.sampled_from(sorted(path for path in FULL if path.endswith(".yaml")))
INSERTED = some.binary(max_size=4) | some.sampled_from(
    [b"\n", b"---\n", b"  ", b": ", b"- ", b"{", b"]", b'"', b"\xef\xbb\xbf"]
)
CUTS = some.tuples(some.sampled_from(sorted(FULL)), some.floats(0, 1), some.integers(0, 30), INSERTED)
WORD = re.compile(r"mot\d+x")


def seeded(share: int) -> settings:
    """Return the settings of a test that makes so many of a hundred examples: the same at each run."""
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(
        max_examples=EXAMPLES * share // 100,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=checks,
    )


def assert_is_told(compiler: Compiler, files: dict[str, bytes]) -> None:
    compiled = compiler.check(files)
    assert find_faults(compiled, files) == []
    assert compiled.decks or compiled.errors
    assert compiled.seconds < SECONDS


@seeded(50)
@given(pairs=some.lists(some.tuples(PIECES, GAPS), max_size=25))
def test_every_word_of_a_module_is_found_again(compiler: Compiler, pairs: list[tuple[str, str]]) -> None:
    body = "".join(f"{piece} mot{number}x{gap}" for number, (piece, gap) in enumerate(pairs))
    files = SMALL | {MODULE: f"{FRONT}## Titre {{#titre}}\n\n{body}".encode()}

    compiled = compiler.force(files)

    assert find_lost(set(WORD.findall(body)), compiled, files) == set()
    assert find_faults(compiled, files) == []
    assert compiled.seconds < SECONDS


@seeded(5)
@given(text=some.text(max_size=300))
def test_any_text_is_a_module(compiler: Compiler, text: str) -> None:
    assert_is_told(compiler, SMALL | {MODULE: (FRONT + text).encode("utf-8", "surrogatepass")})


@seeded(15)
@given(name=FENCES, text=YAML)
def test_any_yaml_is_a_drawing(compiler: Compiler, name: str, text: str) -> None:
    assert_is_told(
        compiler, SMALL | {MODULE: f"{FRONT}## Titre {{#titre}}\n\n```{name}\n{text}```\n".encode("utf-8", "replace")}
    )


@seeded(10)
@given(path=YAML_FILES, text=YAML)
def test_any_yaml_is_a_file_of_the_course(compiler: Compiler, path: str, text: str) -> None:
    assert_is_told(compiler, FULL | {path: text.encode("utf-8", "replace")})


@seeded(15)
@given(cuts=some.lists(CUTS, min_size=1, max_size=4))
def test_any_damage_to_any_file(compiler: Compiler, cuts: list[tuple[str, float, int, bytes]]) -> None:
    files = dict(FULL)
    for path, share, length, inserted in cuts:
        place = int(share * len(files[path]))
        files[path] = files[path][:place] + inserted + files[path][place + length :]

    assert_is_told(compiler, files)


@seeded(5)
@given(content=some.binary(max_size=60) | some.text("ab\"',;\t\n\r 0123.,-#é%$", max_size=60).map(str.encode))
def test_any_bytes_are_a_table(compiler: Compiler, content: bytes) -> None:
    assert_is_told(compiler, FULL | {"course/data/reseaux.csv": content})
