"""What is said of a mistaken command line, in both languages."""

from __future__ import annotations

import pytest

from chevalet.cli.group import insert_default
from chevalet.cli.language import choose_language
from chevalet.cli.run import run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "did you mean `check`?"),
        (["--edition", "public,trainr"], "`trainr` is unknown for `--edition`: did you mean `trainer`?"),
        (["--message-format", "jsno"], "did you mean `json`?"),
        (["--deny", "missing-ids"], "did you mean `missing-id`?"),
        (["--workshp", "x"], "'--workshop'"),
        (["--jobs", "0"], "'--jobs'"),
        (["--root", "nowhere"], "'--root'"),
        (["new", "module", "x"], "'--workshop'"),
    ],
)
def test_a_mistake_is_told_with_the_nearest_right_word(arguments, said, capsys):
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


def test_mistakes_are_told_in_french(capsys):
    assert run(["--lang", "fr", "--edition", "publique"]) == 2
    said = capsys.readouterr().err
    assert "Erreur : `publique` est inconnu pour `--edition` : vouliez-vous dire `public`?" in said
    assert "Essayer « build.py build --help » pour de l'aide." in said


def test_a_name_that_only_the_course_knows_is_checked_too(course):
    done = course().run("--workshop", "1-essais")
    assert done.returncode == 2
    assert "`1-essais` is unknown for `--workshop`: did you mean `1-essai`?" in done.stderr


def test_a_region_that_has_no_file_is_refused_with_those_that_have_one(course):
    done = course({"course/regions/gaspe.yaml": "time_zone: America/Toronto\n"}).run("--region", "gaspé")
    assert done.returncode == 2
    assert "`gaspé` is unknown for `--region`: did you mean `gaspe`?" in done.stderr


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["list"], ["new"], ["new", "module"], ["schema"]])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_command_has_help_in_both_languages(command, language, capsys):
    assert run([*command, "--help", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert ("Emploi :" in said) == (language == "fr")
    assert "option." not in said
    assert ".help" not in said


def test_the_version_is_shown(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("build.py 0.")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LANG": "en_CA.UTF-8"}, "en"),
        ([], {"LANG": "C"}, "en"),
        ([], {}, "en"),
        ([], {"LANG": "en_CA", "LC_ALL": "fr_CA"}, "fr"),
        (["--lang", "fr"], {"LANG": "en"}, "fr"),
        (["--lang=en"], {"LANG": "fr"}, "en"),
        (["--lang"], {"LANG": "fr"}, "en"),
    ],
)
def test_the_language_is_that_asked_for_else_that_of_the_environment(arguments, environment, language):
    assert choose_language(arguments, environment) == language


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ([], ["build"]),
        (["--strict"], ["build", "--strict"]),
        (["check", "--strict"], ["check", "--strict"]),
        (["--lang", "fr"], ["--lang", "fr", "build"]),
        (["--lang", "fr", "check"], ["--lang", "fr", "check"]),
        (["--lang=fr", "--quiet"], ["--lang=fr", "build", "--quiet"]),
        (["--help"], ["--help"]),
        (["chekc"], ["chekc"]),
    ],
)
def test_build_is_meant_when_no_command_is_named(typed, meant):
    assert insert_default(typed) == meant
