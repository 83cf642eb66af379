"""Every file cut, and every line and byte of it spoiled: the whole pipeline tells it in its place, or makes a deck."""

from __future__ import annotations

import pytest

from tests.damage.compiling import FULL, MODULE, SMALL, Compiler, find_faults
from tests.damage.recall import find_lost

PATHS = sorted(FULL)
TEXTS = [path for path in PATHS if not path.endswith(".png")]
UTF8 = [path for path in TEXTS if not path.endswith(".csv")]
REQUIRED = ["course/course.yaml", "course/data/reseaux.csv", "modules/1-essai/a.md", "modules/1-essai/point.png"]
FRONT = "---\ntitle: A\nminutes: 30\n---\n\n## Titre {#titre}\n\n"


def assert_is_told(compiler: Compiler, path: str, content: bytes) -> None:
    files = FULL | {path: content}
    compiled = compiler.check(files)
    assert find_faults(compiled, files) == []
    assert compiled.decks or compiled.errors


def test_the_whole_course_compiles(compiler: Compiler) -> None:
    compiled = compiler.check(FULL)
    assert compiled.errors == []
    assert len(compiled.decks) == 1


@pytest.mark.parametrize("path", PATHS)
def test_a_file_cut_at_every_fiftieth_byte(compiler: Compiler, path: str) -> None:
    for length in range(0, len(FULL[path]), 50):
        assert_is_told(compiler, path, FULL[path][:length])


@pytest.mark.parametrize("path", TEXTS)
def test_a_file_without_any_one_of_its_lines(compiler: Compiler, path: str) -> None:
    lines = FULL[path].split(b"\n")
    for number in range(len(lines)):
        assert_is_told(compiler, path, b"\n".join(lines[:number] + lines[number + 1 :]))


@pytest.mark.parametrize("path", TEXTS)
def test_a_file_with_any_one_of_its_lines_twice(compiler: Compiler, path: str) -> None:
    lines = FULL[path].split(b"\n")
    for number, line in enumerate(lines):
        assert_is_told(compiler, path, b"\n".join([*lines[:number], line, *lines[number:]]))


@pytest.mark.parametrize("wrong", [b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80"], ids=repr)
@pytest.mark.parametrize("path", UTF8)
def test_a_wrong_byte_is_told_where_it_is(compiler: Compiler, path: str, wrong: bytes) -> None:
    for place in range(0, len(FULL[path]), 61):
        before = FULL[path][:place].decode(errors="ignore").encode()
        compiled = compiler.check(FULL | {path: before + wrong + FULL[path][place:]})
        told = [each.span for each in compiled.diagnostics if each.code == "not-utf8"]
        assert [(span.path, span.line) for span in told] == [(path, before.count(b"\n") + 1)]
        assert path.startswith("modules/options") or path.endswith("glossary.yaml") or not compiled.decks


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("path", UTF8)
def test_a_file_in_another_encoding_is_told(compiler: Compiler, path: str, encoding: str) -> None:
    compiled = compiler.check(FULL | {path: FULL[path].decode().encode(encoding)})
    assert "not-utf8" in compiled.codes


@pytest.mark.parametrize("path", TEXTS)
def test_a_byte_order_mark_changes_nothing(compiler: Compiler, path: str) -> None:
    marked = compiler.check(FULL | {path: b"\xef\xbb\xbf" + FULL[path]})
    assert marked.decks == compiler.check(FULL).decks


@pytest.mark.parametrize("content", [None, b"", b"\n\n", b"\0" * 100], ids=["missing", "empty", "blank", "nul"])
@pytest.mark.parametrize("path", REQUIRED)
def test_a_file_that_says_nothing_is_an_error(compiler: Compiler, path: str, content: bytes | None) -> None:
    files = {name: body for name, body in (FULL | {path: content}).items() if body is not None}
    assert compiler.check(files).errors


# Found by chance or by hand, and mended since: each once raised, never ended, or lost words without saying so.
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("```steps\nkind: timeline\nsteps: []\n```", id="a timeline of nothing"),
        pytest.param("```steps\nkind: timeline\nsteps: [mot1x]\n```", id="a timeline of one step"),
        pytest.param("```steps\nkind: cycle\nsteps: [mot1x]\n```", id="a cycle of one step"),
        pytest.param(
            "```chart\ntype: line\nsource: s\ncolumns: [a, b]\nrows: [[c, 1.7e308], [d, -1.7e308]]\n```", id="1e308"
        ),
        pytest.param("```chart\ntype: line\nsource: s\ncolumns: [a, b]\nrows: [[c, 1e-320], [d, 0]]\n```", id="1e-320"),
        pytest.param("[^1]: mot1x [^1] mot2x", id="a footnote that only asks for itself"),
        pytest.param("[^1]: mot1x [^2]\n\n[^2]: mot2x [^1]", id="two footnotes that ask for each other"),
        pytest.param(
            "a[^1]\n\n[^1]: | mot1x | mot2x |\n    |---|---|\n    | mot3x | mot4x |", id="a table in a footnote"
        ),
        pytest.param(
            "a[^1]\n\n[^1]: ```steps\n    kind: chain\n    steps: [mot1x, mot2x]\n    ```", id="steps in a footnote"
        ),
        pytest.param('a[^1]\n\n[^1]: ![mot1x](b.png "mot2x")', id="a picture in a footnote"),
        pytest.param('![mot1x](https://example.com/a.png "mot2x")', id="the caption of a remote picture"),
        pytest.param('a ![mot1x](a.svg "mot2x") b', id="the caption of a picture that is none, in a text"),
        pytest.param('[mot1x](https://example.com "mot2x")', id="the title of a link"),
        pytest.param("*a **b " * 5_000, id="a paragraph too long for its marks to be read"),
    ],
)
def test_what_was_once_lost_or_raised(compiler: Compiler, body: str) -> None:
    files = SMALL | {MODULE: f"{FRONT}{body}\n".encode()}
    assert find_faults(compiler.check(files), files) == []
    wanted = {f"mot{number}x" for number in range(9) if f"mot{number}x" in body}
    assert find_lost(wanted, compiler.force(files), files) == set()
