"""What differs between Windows, macOS and Linux changes nothing: code pages, separators, processes, names."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256

import pytest

from chevalet.cli import request
from chevalet.cli.language import choose_language, system_language
from chevalet.diagnostics import Sink
from chevalet.load.portable import check_names
from tests.tools import ROOT, SmallCourse, plain_environment

Make = Callable[..., SmallCourse]
# Everything here is in no code page but UTF-8: an arrow, a hyphen that breaks no line, an emoji.
STRANGE = "---\ntitle: Un titre → l'autre\nminutes: 30\n---\n\n## L'œuvre → 🎨 coûte 5\u202f$ {#idee}\n\n{{inconnu→}}\n"


@pytest.mark.parametrize("page", ["ascii", "cp850", "cp1252"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("build", "--help"), 0),
        (("list",), 0),
        (("check",), 1),
        (("build", "--message-format", "json"), 1),
        (("build", "--message-format", "github"), 1),
        (("--out", "été→/dist"), 1),
        (("check", "--region", "→"), 2),
    ],
)
def test_a_console_without_a_character_shows_another_and_goes_on(
    course: Make, page: str, language: str, arguments: tuple[str, ...], code: int
) -> None:
    small = course({"modules/1-essai/a.md": STRANGE})
    done = subprocess.run(
        small.command(*arguments),
        cwd=small.root,
        env=plain_environment(PYTHONIOENCODING=page, PYTHONUTF8="0", LANGUAGE=language),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"UnicodeEncodeError" not in done.stderr
    assert done.stdout or done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_system_without_a_language_builds_the_same(course: Make, locale: str) -> None:
    small, other = course(), course()
    assert small.run().returncode == 0
    bare = {"PATH": os.environ["PATH"], "LC_ALL": locale, "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    done = subprocess.run(other.command(), cwd=other.root, env=bare, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert fingerprint(other) == fingerprint(small)


def fingerprint(small: SmallCourse) -> dict[str, str]:
    files = sorted((small.root / "dist").rglob("*"))
    return {
        place.relative_to(small.root).as_posix(): sha256(place.read_bytes()).hexdigest()
        for place in files
        if place.is_file()
    }


def test_no_file_is_read_or_written_in_the_systems_own_encoding(course: Make) -> None:
    small = course()
    strict = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    done = subprocess.run(
        [*strict, *small.command()[1:]],
        cwd=small.root,
        env=plain_environment(PYTHONUTF8="0"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")


SPAWN = f"""
import multiprocessing, sys
if __name__ == "__main__":
    sys.path.insert(0, {str(ROOT)!r})
    multiprocessing.set_start_method("spawn")
    from chevalet.cli import run
    sys.exit(run(["--jobs", "2", "--edition", "all"]))
"""


def test_workers_begun_afresh_as_on_windows_and_macos_make_the_same(course: Make) -> None:
    small, other = course(), course()
    assert small.run("--edition", "all").returncode == 0
    place = other.root / "spawn.py"
    place.write_text(SPAWN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(place)], cwd=other.root, env=plain_environment(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert fingerprint(other) == fingerprint(small)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("C:\\Cours\\dist", "dist"),
        ("C:\\Cours\\dist\\base", "dist/base"),
        ("D:\\Autre dossier", "D:/Autre dossier"),
        ("C:\\Cours2\\dist", "C:/Cours2/dist"),
        ("\\\\serveur\\partage\\dist", "//serveur/partage/dist"),
    ],
)
def test_messages_show_the_paths_of_windows_as_those_of_any_system(
    monkeypatch: pytest.MonkeyPatch, path: str, shown: str
) -> None:
    monkeypatch.setattr(request.os, "sep", "\\")
    assert request.show_path(path, "C:\\Cours") == shown


def test_windows_tells_its_language_when_no_variable_does() -> None:
    assert choose_language([], {}, "fr") == "fr"
    assert choose_language([], {"LANG": "en_CA.UTF-8"}, "fr") == "en"
    assert choose_language(["--lang", "en"], {}, "fr") == "en"
    assert choose_language([], {}, "") == "en"
    assert system_language() in ("", "fr")


def told(*paths: str) -> list[tuple[str, str]]:
    sink = Sink()
    check_names(paths, sink)
    return [(each.code, each.span.path) for each in sink.found]


@pytest.mark.parametrize(
    "name",
    [
        "con.md",
        "AUX",
        "nul.png",
        "com1.csv",
        "LPT9.md",
        "prn .md",
        "a:b.md",
        "a?.png",
        'a"b.md',
        "a|b",
        "a\\b",
        "a.",
        "a ",
    ],
)
def test_a_name_that_windows_refuses_is_told_on_every_system(name: str) -> None:
    path = f"modules/1-essai/{name}"
    assert told(path) == [("unportable-name", path)]
    assert told(f"modules/{name}/a.md") == [("unportable-name", f"modules/{name}/a.md")]


@pytest.mark.parametrize(
    "name", ["console.md", "auxiliaire.md", "com10.csv", "com.csv", "é (1).png", "a.b.md", "a'b.md"]
)
def test_other_names_are_fine_everywhere(name: str) -> None:
    assert told(f"modules/1-essai/{name}") == []


def test_names_that_only_capitals_tell_apart_are_told() -> None:
    assert told("modules/x/Été.png", "modules/x/été.png", "modules/y/été.png") == [
        ("only-case-differs", "modules/x/été.png")
    ]
