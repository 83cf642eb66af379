"""The two files to double-click: they find or install uv, go on without a network, open the result, say what to do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools import ROOT

COMMAND = ROOT / "construire.command"
CMD = ROOT / "Construire.cmd"
# What macOS has in /usr/bin and /bin, of what the launcher calls.
SYSTEM = ("bash", "dirname", "sh", "uname", "mkdir", "chmod", "cat")
UV = """#!/bin/sh
echo "uv $*" >> "$LOG"
[ -z "$NO_NETWORK" ] || case "$*" in *--offline*) ;; *) echo "réseau injoignable" >&2; exit 2 ;; esac
[ -z "$NOTHING_KEPT" ] || exit 2
case "$*" in *build.py*) echo "langue $LANGUAGE" >> "$LOG"; exit "${CODE:-0}" ;; esac
"""
LOGGED = '#!/bin/sh\necho "{name} $*" >> "$LOG"\n'
# Stand for the official installer, and for pip: each leaves uv where the real one does.
CURL = """#!/bin/sh
echo "curl $*" >> "$LOG"
[ -z "$NO_NETWORK" ] || exit 6
echo 'mkdir -p "$HOME/.local/bin"; cat "$UV" > "$HOME/.local/bin/uv"; chmod +x "$HOME/.local/bin/uv"'
"""
PYTHON = """#!/bin/sh
echo "python3 $*" >> "$LOG"
mkdir -p "$HOME/Library/Python/3.11/bin"
cat "$UV" > "$HOME/Library/Python/3.11/bin/uv"
chmod +x "$HOME/Library/Python/3.11/bin/uv"
"""


@dataclass
class Desk:
    """A home, a course in a folder with a difficult name, and a PATH with only what a test puts there."""

    home: Path
    course: Path
    programs: Path

    def install(self, name: str, script: str) -> None:
        place = self.programs / name
        place.write_text(script, encoding="utf-8")
        place.chmod(0o755)

    def double_click(self, *arguments: str, **more: str) -> tuple[int, list[str], str]:
        """Run the launcher as the Finder does, from the home; return its code, what it ran, and what it said."""
        log = self.home / "log"
        log.unlink(missing_ok=True)
        names = {"HOME": self.home, "PATH": self.programs, "LOG": log, "UV": self.home / "uv"}
        done = subprocess.run(
            [self.course / COMMAND.name, *arguments],
            cwd=self.home,
            env={name: str(value) for name, value in names.items()} | {"LANG": "C.UTF-8"} | more,
            input="\n",
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=30,
        )
        ran = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return done.returncode, ran, done.stdout + done.stderr


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    if sys.platform == "win32":
        pytest.skip("bash is for macOS and Linux")
    made = Desk(tmp_path / "Zoé", tmp_path / "Mes cours & été (1)!", tmp_path / "programmes")
    for folder in (made.home, made.course, made.programs):
        folder.mkdir()
    for name in SYSTEM:
        (made.programs / name).symlink_to(shutil.which(name) or "")
    shutil.copy(COMMAND, made.course)
    (made.course / "build.py").touch()
    (made.home / "uv").write_text(UV, encoding="utf-8")
    made.install("open", LOGGED.format(name="open"))
    return made


PREPARED = "uv run --no-dev python -c "
BUILT = ["uv run --no-dev build.py", "langue fr"]


def test_uv_on_the_path_builds_and_the_result_is_opened(desk: Desk) -> None:
    desk.install("uv", UV)
    assert desk.double_click()[:2] == (0, [PREPARED, *BUILT, "open dist"])
    index = desk.course / "dist/base/trainer/index.html"
    index.parent.mkdir(parents=True)
    index.touch()
    assert desk.double_click()[1][-1] == "open dist/base/trainer/index.html"


@pytest.mark.parametrize("place", [".local/bin", ".cargo/bin", "Library/Python/3.12/bin"])
def test_uv_is_found_where_it_is_usually_installed(desk: Desk, place: str) -> None:
    (desk.home / place).mkdir(parents=True)
    shutil.copy(desk.home / "uv", desk.home / place / "uv")
    (desk.home / place / "uv").chmod(0o755)
    assert desk.double_click()[:2] == (0, [PREPARED, *BUILT, "open dist"])


def test_uv_is_installed_by_its_own_installer(desk: Desk) -> None:
    desk.install("curl", CURL)
    code, ran, said = desk.double_click()
    assert (code, ran[1:]) == (0, [PREPARED, *BUILT, "open dist"])
    assert ran[0] == "curl -LsSf https://astral.sh/uv/install.sh"
    assert "il s’installe dans votre dossier personnel" in said


def test_uv_is_installed_by_pip_where_the_installer_cannot_be_had(desk: Desk) -> None:
    desk.install("python3", PYTHON)
    code, ran, _ = desk.double_click()
    assert (code, ran[1:]) == (0, [PREPARED, *BUILT, "open dist"])
    assert ran[0] == "python3 -m pip install --quiet --user uv"


def test_without_uv_and_without_a_network_the_window_says_what_to_do_and_stays(desk: Desk) -> None:
    desk.install("curl", CURL)
    code, ran, said = desk.double_click(NO_NETWORK="1")
    assert (code, ran) == (1, ["curl -LsSf https://astral.sh/uv/install.sh"])
    assert "n’a pas pu être installé" in said
    assert "Vérifier la connexion à Internet" in said
    assert said.endswith("Appuyer sur Entrée pour fermer. ")


def test_without_a_network_what_was_prepared_the_last_time_builds(desk: Desk) -> None:
    desk.install("uv", UV)
    code, ran, said = desk.double_click(NO_NETWORK="1")
    offline = ["uv run --offline --no-dev python -c ", "uv run --offline --no-dev build.py", "langue fr", "open dist"]
    assert (code, ran) == (0, [PREPARED, *offline])
    assert "Sans Internet" in said
    assert "réseau injoignable" not in said


def test_the_first_time_without_a_network_says_so_with_the_reason(desk: Desk) -> None:
    desk.install("uv", UV)
    code, ran, said = desk.double_click(NO_NETWORK="1", NOTHING_KEPT="1")
    assert (code, len(ran)) == (1, 2)
    assert "réseau injoignable" in said
    assert "La première fois, il faut une connexion à Internet" in said
    assert "Appuyer sur Entrée" in said


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (1, "corriger, enregistrer, recommencer"),
        (2, "Une option n’a pas été comprise"),
        (3, "ce n’est pas la faute du cours"),
        (130, "a été interrompue"),
    ],
)
def test_a_build_that_fails_keeps_the_window_open_and_its_exit_code(desk: Desk, code: int, sentence: str) -> None:
    desk.install("uv", UV)
    found, ran, said = desk.double_click(CODE=str(code))
    assert (found, ran) == (code, [PREPARED, *BUILT])
    assert sentence in said
    assert "Appuyer sur Entrée" in said


def test_options_reach_the_compiler_whole_and_open_nothing(desk: Desk) -> None:
    desk.install("uv", UV.replace('"uv $*"', '"uv $#:$*"'))
    _, ran, _ = desk.double_click("--out", "autre dossier", LANGUAGE="en")
    assert ran == ["uv 5:run --no-dev python -c ", "uv 5:run --no-dev build.py --out autre dossier", "langue en"]


def test_outside_the_course_the_launcher_says_where_it_belongs(desk: Desk) -> None:
    (desk.course / "build.py").unlink()
    code, ran, said = desk.double_click()
    assert (code, ran) == (1, [])
    assert "Remettre construire.command dans le dossier du cours" in said


def test_a_system_that_opens_nothing_is_told_the_folder(desk: Desk) -> None:
    desk.install("uv", UV)
    (desk.programs / "open").unlink()
    assert f"dans le dossier {desk.course}/dist" in desk.double_click()[2]


def test_the_command_for_macos_is_one_its_bash_reads() -> None:
    script = COMMAND.read_bytes()
    assert script.startswith(b"#!/bin/bash\n")
    assert b"\r" not in script
    assert COMMAND.stat().st_mode & 0o111 or sys.platform == "win32"
    newer = re.findall(rb"declare -[A-Zgn]|mapfile|readarray|\$\{\w+[,^]|&>>|\|&|\bcoproc\b|local -n", script)
    assert newer == []
    # On macOS `readlink -f` and `realpath` came late.
    assert re.findall(rb"readlink|realpath|timeout ", script) == []
    if bash := shutil.which("bash"):
        subprocess.run([bash, "--posix", "-n", str(COMMAND)], check=True)


def lines_of_cmd() -> list[str]:
    content = CMD.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    assert not content.startswith(b"\xef\xbb\xbf")  # cmd would take a mark for a command
    return content.decode().split("\r\n")


def test_the_command_for_windows_is_said_in_utf_8_once_the_console_reads_it() -> None:
    lines = lines_of_cmd()
    assert lines[0] == "@echo off"
    console = lines.index("chcp 65001 >nul")
    shown = [number for number, line in enumerate(lines) if not line.isascii() and not line.startswith("rem ")]
    assert shown
    assert min(shown) > console
    assert "chcp %page% >nul" in lines[-3]


def test_every_jump_of_the_command_for_windows_has_its_label() -> None:
    lines = lines_of_cmd()
    labels = {line[1:] for line in lines if line.startswith(":")}
    jumps = set(re.findall(r"(?:goto |call :)(\w+)", "\n".join(lines)))
    assert jumps == labels


def test_the_command_for_windows_bears_any_path() -> None:
    """Spaces, `&`, `!` and parentheses are harmless between quotation marks, with delayed expansion off."""
    text = "\n".join(lines_of_cmd())
    assert "DisableDelayedExpansion" in text
    assert 'pushd "%~dp0"\n' in text
    bare = [line for line in text.split("\n") if re.search(r"%~dp0|%uv%|%USERPROFILE%|%~\w*[a-z]%", unquoted(line))]
    assert bare == []


def unquoted(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def test_the_command_for_windows_stays_open_on_every_failure_and_keeps_the_code() -> None:
    text = "\n".join(lines_of_cmd())
    for label in ("no_folder", "no_build", "no_uv", "not_ready", "errors", "usage", "interrupted", "fault"):
        block = text.split(f"\n:{label}\n")[1].split("\n\n")[0]
        assert block.endswith("goto stay"), label
        assert ('set "code=1"' in block) == (label in ("no_folder", "no_build", "no_uv", "not_ready")), label
    assert "pause >nul" in text.split("\n:stay\n")[1]
    assert text.rstrip().endswith("exit /b %code%")


def test_git_gives_each_launcher_its_line_ends() -> None:
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "* text=auto eol=lf" in rules
    assert "*.cmd text eol=crlf" in rules
