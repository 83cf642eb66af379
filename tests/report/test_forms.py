"""The same diagnostics, in each form."""

from __future__ import annotations

import json

from chevalet.diagnostics import diagnostic
from chevalet.report import FORMS, report
from chevalet.span import Span

KEY = diagnostic("unknown-key", Span("course/course.yaml", 3, 3, 3, 9), key="region", nearest="regions")
WHOLE_FILE = diagnostic("unlisted-module", Span("modules/1-essai/b.md"), module="b")


def test_text_shows_the_source_and_what_to_do(page):
    assert report([KEY], "text", page()) == (
        "error[unknown-key]: unknown key `region`\n"
        " --> course/course.yaml:3:3\n"
        "  |\n"
        "3 |   region: eu-nord\n"
        "  |   ^^^^^^\n"
        "hint: write `regions`, or remove the key\n"
        "\n"
    )


def test_text_speaks_french(page):
    said = report([KEY], "text", page("fr"))
    assert said.startswith("erreur[unknown-key]\u00a0: clé inconnue `region`\n")
    assert "conseil\u00a0: écrire `regions`" in said


def test_text_on_a_whole_file_shows_no_line(page):
    said = report([WHOLE_FILE], "text", page())
    assert said.splitlines()[1:2] == [" --> modules/1-essai/b.md"]
    assert "|" not in said


def test_text_on_a_source_that_is_gone_shows_its_place(page):
    lost = diagnostic("unknown-key", Span("gone.yaml", 7, 1, 7, 4), key="x", nearest="y")
    assert " --> gone.yaml:7:1\nhint: " in report([lost], "text", page())


def test_colours_only_where_they_are_wanted(page):
    assert "\x1b[" not in report([KEY], "text", page())
    assert "\x1b[1;31merror[unknown-key]" in report([KEY], "text", page(colors=True))


def test_short_is_a_line_each(page):
    assert report([KEY, WHOLE_FILE], "short", page()) == (
        "course/course.yaml:3:3: error[unknown-key] unknown key `region`\n"
        "modules/1-essai/b.md: notice[unlisted-module] the module `b` is in no workshop's list: it is not read\n"
    )


def test_github_gives_a_command_each(page):
    assert report([KEY], "github", page()) == (
        "::error file=course/course.yaml,line=3,endLine=3,col=3,endColumn=9,title=unknown-key"
        "::unknown key `region`%0Ahint: write `regions`, or remove the key\n"
    )


def test_github_escapes_what_would_end_a_property_or_the_message(page):
    odd = diagnostic("unknown-key", Span("a,b:c%.md", 1, 1, 1, 2), key="50 %\r", nearest="x")
    said = report([odd], "github", page())
    assert "file=a%2Cb%3Ac%25.md," in said
    assert "unknown key `50 %25�`" in said
    assert said.count("\n") == 1


def test_github_leaves_columns_out_when_a_span_has_several_lines(page):
    long = diagnostic("unclosed-comment", Span("a.md", 1, 5, 3, 2))
    assert "line=1,endLine=3,title=" in report([long], "github", page())


def test_github_knows_the_three_severities(page):
    found = [diagnostic(code, Span("a.md")) for code in ("missing-title", "misplaced-room", "unused-file")]
    assert [line.split()[0] for line in report(found, "github", page()).splitlines()] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_json_is_one_array_with_stable_keys(page):
    (record,) = json.loads(report([KEY], "json", page()))
    assert record == {
        "code": "unknown-key",
        "severity": "error",
        "path": "course/course.yaml",
        "line": 3,
        "column": 3,
        "end_line": 3,
        "end_column": 9,
        "arguments": {"key": "region", "nearest": "regions"},
        "message": "unknown key `region`",
        "hint": "write `regions`, or remove the key",
    }


def test_nothing_to_say_is_an_empty_array_or_nothing(page):
    assert [report([], form, page()) for form in FORMS] == ["", "", "", "[]\n"]


def test_words_of_the_catalogue_are_translated(page):
    wrong = diagnostic("wrong-type", Span("a.md"), key="minutes", expected="whole-number", found="list")
    assert "`minutes`: expected a whole number, found a list" in report([wrong], "short", page())
    assert "`minutes` : attendu, un nombre entier; trouvé, une liste" in report([wrong], "short", page("fr"))


def test_what_the_disk_refused_is_told_in_the_reader_s_language(page):
    full = diagnostic("cannot-write", Span("dist"), path="dist", reason="disk-full")
    assert "`dist` cannot be written: the disk is full" in report([full], "short", page())
    assert "`dist` ne peut pas être écrit : le disque est plein" in report([full], "short", page("fr"))


def test_an_empty_argument_is_still_seen(page):
    whole = diagnostic("wrong-type", Span("a.md"), key="", expected="mapping", found="list")
    assert "`…`: expected keys with values" in report([whole], "short", page())


def test_a_source_cannot_write_to_the_terminal(page):
    odd = diagnostic("unknown-key", Span("a.md", 1, 1, 1, 3), key="\x1b[2Jx\n\u202ey", nearest="z")
    for form in ("text", "short", "github"):
        said = report([odd], form, page(line="\x1b[31mkey: 1"))
        assert not {"\x1b", "\u202e"} & set(said)
    assert "unknown key `�[2Jx��y`\n" in report([odd], "short", page())


def test_arguments_are_never_read_as_templates(page):
    odd = diagnostic("unknown-key", Span("a.md"), key="{nearest} {0} {", nearest="x")
    assert "unknown key `{nearest} {0} {`" in report([odd], "short", page())


def test_a_hint_that_could_only_name_nothing_is_left_out(page):
    lost = diagnostic("broken-link", Span("course/course.yaml", 3, 3, 3, 9), target="#3", nearest="…")
    assert "hint" not in report([lost], "text", page())
    unknown = diagnostic("unknown-term", Span("course/course.yaml", 3, 3, 3, 9), term="x", nearest="…")
    assert "hint: declare it under `terms`" in report([unknown], "text", page())
