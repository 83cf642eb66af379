"""A build from end to end: files, messages, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from io import BytesIO

import pytest
from pptx import Presentation

from chevalet.cli.run import run
from tests.cli.bad_days import ALL, DECK, TRAINER, A
from tests.tools import ROOT, plain_environment

WRONG = """---
title: Premier essai
minutes: 30
---

## Une idée {#idee}

{{place.nom}}
"""


def test_a_build_writes_the_trainer_s_deck(course):
    small = course()
    done = small.run(*TRAINER)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "written    dist/base/trainer/diapositives-1-essai.pptx",
        "1 file written",
        "to open: dist/base/trainer/index.html",
    ]
    deck = Presentation(BytesIO((small.trainer / DECK).read_bytes()))
    assert "Une idée par diapositive" in {slide.shapes.title.text for slide in deck.slides}


def test_a_second_build_has_nothing_to_do(course):
    small = course()
    small.run(*TRAINER)
    before = (small.trainer / DECK).stat()
    done = small.run(*TRAINER)
    after = (small.trainer / DECK).stat()
    said = ["nothing to do: 1 file is up to date", "to open: dist/base/trainer/index.html"]
    assert (done.returncode, done.stdout.splitlines()) == (0, said)
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_edited_module_changes_its_deck(course):
    small = course()
    small.run(*TRAINER)
    before = (small.trainer / DECK).read_bytes()
    small.write(A, small.read(A).replace("Un autre point", "Un point tout neuf"))
    assert small.run(*TRAINER).stdout.startswith("written ")
    assert (small.trainer / DECK).read_bytes() != before


def test_a_lost_output_is_made_again(course):
    small = course()
    small.run(*TRAINER)
    (small.trainer / DECK).unlink()
    assert small.run(*TRAINER).stdout.startswith("written ")
    (small.root / "dist/manifest.json").unlink()
    assert small.run(*TRAINER).stdout.startswith("unchanged ")
    assert (small.root / "dist/manifest.json").exists()


def test_an_output_changed_by_hand_is_kept_and_made_again(course):
    small = course()
    small.run(*TRAINER)
    (small.trainer / DECK).write_bytes(b"changed ten minutes before the room fills")
    done = small.run(*TRAINER)
    assert "warning[edited-by-hand]" in done.stderr
    assert (small.trainer / "diapositives-1-essai (modifié).pptx").read_bytes().startswith(b"changed ten minutes")
    assert small.run(*TRAINER).stdout.startswith("nothing to do")


def test_verify_reads_what_dates_alone_would_trust(course):
    small = course()
    small.run(*TRAINER)
    deck = small.trainer / DECK
    status, content = deck.stat(), deck.read_bytes()
    deck.write_bytes(b"x" * len(content))
    os.utime(deck, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert small.run(*TRAINER).stdout.startswith("nothing to do")
    done = small.run(*TRAINER, "--verify")
    assert "written " in done.stdout
    assert "warning[edited-by-hand]" in done.stderr
    assert deck.read_bytes() == content


def test_an_error_is_shown_and_keeps_the_last_good_file(course):
    small = course()
    small.run(*TRAINER)
    before = (small.trainer / DECK).read_bytes()
    small.write(A, WRONG)
    done = small.run(*TRAINER)
    assert done.returncode == 1
    assert "error[unknown-term]" in done.stderr
    assert " --> modules/1-essai/a.md:8:1\n" in done.stderr
    assert "stale " in done.stdout
    assert (small.trainer / DECK).read_bytes() == before


def test_a_build_with_nothing_to_do_says_again_what_is_wrong(course):
    small = course({A: WRONG})
    first, second = small.run(*TRAINER), small.run(*TRAINER)
    assert (first.returncode, second.returncode) == (1, 1)
    assert first.stderr == second.stderr
    assert "missing " in first.stdout
    assert second.stdout.startswith("nothing to do")


@pytest.mark.parametrize("wrong", [WRONG, WRONG.replace("minutes: 30", "minuts: 30").replace("{{place.nom}}", "Oui")])
def test_an_error_in_one_workshop_leaves_the_others(course, wrong):
    small = course()
    both = small.read("course/course.yaml") + "  - id: 2-autre\n    title: Un autre\n    modules:\n      - b\n"
    small.write("course/course.yaml", both)
    small.write("modules/2-autre/b.md", small.read(A))
    small.write(A, wrong)
    done = small.run(*TRAINER)
    assert done.returncode == 1
    assert [path.name for path in small.trainer.glob("*.pptx")] == ["diapositives-2-autre.pptx"]


def test_check_writes_nothing(course):
    small = course({A: WRONG})
    done = small.run("check", *TRAINER)
    assert done.returncode == 1
    assert "error[unknown-term]" in done.stderr
    assert not (small.root / "dist").exists()


def test_strict_and_deny_raise_what_is_told(course):
    text = "---\ntitle: Essai\nminutes: 30\n---\n\n## Une idée\n\nUn point.\n"
    small = course({A: text})
    done = small.run("check", *TRAINER)
    assert (done.returncode, "warning[missing-id]" in done.stderr) == (0, True)
    assert small.run("check", *TRAINER, "--strict").returncode == 1
    assert small.run("check", *TRAINER, "--deny", "missing-id").returncode == 1
    assert small.run("check", *TRAINER, "--deny", "missing-alt").returncode == 0


def test_every_edition_has_its_own_folder(course):
    small = course()
    assert small.run(*ALL).returncode == 0
    made = sorted(
        path.relative_to(small.root / "dist/base").as_posix() for path in small.root.glob("dist/base/*/*.pptx")
    )
    assert made == [
        "participant/diapositives-1-essai-participant.pptx",
        "public/diapositives-1-essai-public.pptx",
        "trainer/diapositives-1-essai.pptx",
    ]
    manifest = json.loads(small.read("dist/manifest.json"))
    index, trainer = [entry for entry in manifest["files"] if entry["edition"] == "trainer"][::-1]
    assert (index["path"], index["kind"], index["sources"]) == ("base/trainer/index.html", "index", [])
    assert trainer["sources"] == [A]
    assert (trainer["kind"], trainer["minutes"], trainer["language"]) == ("deck", 30, "fr-CA")
    assert "sources" not in small.read("dist/base/public/manifest.json")


def test_the_output_folder_may_be_elsewhere(course, tmp_path):
    small = course()
    done = small.run(*TRAINER, "--out", str(tmp_path / "ailleurs"))
    assert (tmp_path / "ailleurs/base/trainer" / DECK).exists()
    assert f"written    {tmp_path.as_posix()}/ailleurs/base/trainer/{DECK}" in done.stdout
    assert not (small.root / "dist").exists()


def test_worker_processes_make_the_same_bytes(course):
    one, two = course(), course()
    assert one.run(*ALL).returncode == 0
    done = two.run(*ALL, "--jobs", "2")
    assert done.returncode == 0, done.stderr
    for path in sorted((one.root / "dist").rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (two.root / path.relative_to(one.root)).read_bytes()


def test_another_hash_seed_makes_the_same_bytes(course):
    one, two = course(), course()
    one.run(*ALL, PYTHONHASHSEED="1")
    two.run(*ALL, PYTHONHASHSEED="2")
    for path in sorted((one.root / "dist").rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (two.root / path.relative_to(one.root)).read_bytes()


def test_programs_have_standard_output_for_themselves(course):
    small = course({A: WRONG})
    done = small.run(*TRAINER, "--message-format", "json")
    assert [record["code"] for record in json.loads(done.stdout)] == ["unknown-term"]
    assert "missing " in done.stderr
    assert small.run("check", *TRAINER, "--message-format", "github").stdout.startswith(
        "::error file=modules/1-essai/a.md,line=8"
    )
    good = course()
    assert json.loads(good.run(*TRAINER, "--message-format", "json").stdout) == []


def test_quiet_shows_nothing_but_the_messages(course):
    small = course()
    done = small.run(*TRAINER, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    small.write(A, WRONG)
    done = small.run(*TRAINER, "--quiet", "--message-format", "short")
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_french_is_spoken_from_the_first_word_to_the_last(course):
    small = course()
    assert small.run(*TRAINER, LANG="fr_CA.UTF-8").stdout.endswith(
        "1 fichier écrit\nà ouvrir : dist/base/trainer/index.html\n"
    )
    assert small.run(*TRAINER, "--lang", "fr").stdout.startswith("rien à refaire : 1 fichier est à jour\n")


def test_an_old_code_page_breaks_nothing(course):
    small = course({A: WRONG.replace("Une idée", "Une idée ✓ 日本")})
    done = subprocess.run(
        small.command(*TRAINER, "--lang", "fr"),
        cwd=small.root,
        env=plain_environment(PYTHONUTF8="0", PYTHONIOENCODING="cp1252"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "erreur[unknown-term]".encode("cp1252") in done.stderr
    small.write("course/course.yaml", small.read("course/course.yaml").replace("L'essai", "L'été 日本"))
    command = small.command("list")
    environment = plain_environment(PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    listed = subprocess.run(command, cwd=small.root, env=environment, capture_output=True, check=True)
    assert "L'été ??".encode("cp1252") in listed.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's pipes")
def test_a_reader_that_goes_away_breaks_nothing(course):
    small = course()
    command = f'{" ".join(small.command("list"))} | true; exit "${{PIPESTATUS[0]}}"'
    shell = shutil.which("bash")
    assert shell
    done = subprocess.run(
        [shell, "-c", command], cwd=small.root, env=plain_environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed otherwise there")
def test_a_closed_output_breaks_nothing(course):
    small = course()
    command = f"{' '.join(small.command(*TRAINER))} >&- 2>&-"
    shell = shutil.which("bash")
    assert shell
    assert subprocess.run([shell, "-c", command], cwd=small.root, env=plain_environment(), check=False).returncode == 0
    assert (small.trainer / DECK).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_is_told_and_keeps_the_last_set(course):
    small = course()
    small.run(*TRAINER)
    before = (small.trainer / DECK).read_bytes()
    small.write(A, small.read(A).replace("Un autre point", "Un point tout neuf"))
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
    program = f"{limit}sys.path.insert(0, {str(ROOT)!r}); from chevalet.cli import run; sys.exit(run({list(TRAINER)}))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=small.root,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "error[cannot-write]: `dist/base/trainer` cannot be written: the disk is full" in done.stderr
    assert (small.trainer / DECK).read_bytes() == before
    assert [path.name for path in small.trainer.parent.iterdir()] == ["trainer"]
    assert small.run(*TRAINER).stdout.startswith("written ")


def test_two_builds_at_once_take_turns(course):
    small = course()
    running = [
        subprocess.Popen(
            small.command("--format", "pptx", "--edition", edition),
            cwd=small.root,
            env=plain_environment(),
            stdout=subprocess.PIPE,
        )
        for edition in ("trainer", "public", "trainer", "participant")
    ]
    assert [process.communicate(timeout=60)[1] for process in running] == [None] * 4
    assert [process.returncode for process in running] == [0] * 4
    assert {entry["edition"] for entry in json.loads(small.read("dist/manifest.json"))["files"]} == {
        "trainer",
        "public",
        "participant",
    }


def test_an_exception_is_our_fault(course, monkeypatch, capsys):
    small = course()
    monkeypatch.chdir(small.root)
    monkeypatch.setattr("chevalet.cli.making.build", lambda *_: 1 / 0)
    assert run(["--root", str(small.root)]) == 3
    said = capsys.readouterr()
    assert "this is a fault of Chevalet" in said.err
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.err
    (details,) = (small.root / ".cache").glob("bug-*.txt")
    assert "Traceback" in details.read_text(encoding="utf-8")


def test_an_interruption_is_told(course, monkeypatch, capsys):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("chevalet.cli.making.build", interrupt)
    assert run(["--root", str(course().root)]) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_build_stopped_from_the_keyboard_ends_with_130(course):
    small = course()
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import sys, time; sys.path.insert(0, {str(small.command()[1][:-9])!r})\n"
            "import chevalet.cli.making as making\n"
            "making.build = lambda *_: (print('ready', flush=True), time.sleep(60))\n"
            "from chevalet.cli import run\nsys.exit(run([]))",
        ],
        cwd=small.root,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "interrupted" in said
