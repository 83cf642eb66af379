"""YAML bombs in every file that holds YAML: nesting, aliases, tags and size, each an error in its file."""

from __future__ import annotations

import pytest

from tests.damage.compiling import FULL, Compiler, find_faults

PATHS = sorted(path for path in FULL if path.endswith((".yaml", ".md")))
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
BOMBS = {
    "lists in lists": "[" * 100_000,
    "mappings in mappings": "{a: " * 50_000,
    "lines deeper and deeper": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "a billion laughs": LAUGHS,
    "an alias of itself": "a: &a [*a]\n",
    "a merge": "a: &a {b: 1}\nc: {<<: *a}\n",
    "a tag that makes an object": "a: !!python/object/apply:os.system ['true']\n",
    "a local tag": "a: !secret b\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "a million keys": "".join(f"k{number}: 1\n" for number in range(100_000)),
    "a long word": "a: " + "x" * 1_000_000 + "\n",
    "a long key": "x" * 100_000 + ": a\n",
    "a key that is a list": "[a, b]: c\n",
    "a key that is nothing": ": c\n",
    "a number without end": "a: " + "9" * 100_000 + "\n",
    "an open quote": 'a: "b\n' * 1_000,
    "a tab": "a:\n\tb: c\n",
    "a control character": "a: b\x01c\n",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
@pytest.mark.parametrize("path", PATHS)
def test_a_bomb_is_an_error_in_its_file(compiler: Compiler, path: str, bomb: str) -> None:
    text = f"---\n{bomb}---\n\n## A {{#a}}\n" if path.endswith(".md") else bomb
    files = FULL | {path: text.encode()}

    compiled = compiler.check(files)

    assert path in {each.span.path for each in compiled.errors}
    assert all(each.span.line for each in compiled.errors if each.span.path == path)
    assert find_faults(compiled, files) == []
    assert compiled.seconds < 10
