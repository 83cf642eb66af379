"""Bad days: disks, folders, pipes and caches that are not as they should be. Told in a line, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chevalet.cache.store import Store
from chevalet.cli import making
from chevalet.cli.memory import recall_build
from chevalet.cli.run import run
from tests.tools import ROOT, SmallCourse, plain_environment

A = "modules/1-essai/a.md"
DECK = "diapositives-1-essai.pptx"
ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="not so there")


def change(small: SmallCourse, word: str = "neuf") -> None:
    small.write(A, small.read(A).replace("Un autre point", f"Un point {word}"))


@pytest.fixture
def built(course) -> SmallCourse:
    small = course()
    assert small.run("--edition", "all").returncode == 0
    return small


def shell(small: SmallCourse, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `$BUILD` is the command."""
    found = shutil.which("bash")
    assert found
    more = {"BUILD": " ".join(small.command()), **environment}
    return subprocess.run(
        [found, "-c", line], cwd=small.root, env=plain_environment(**more), capture_output=True, text=True, check=False
    )


def read_files(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def check_set(small: SmallCourse) -> None:
    """What the root manifest and those of the folders say of each file is so, and they say it of every deck."""
    dist = small.root / "dist"
    found = {path.relative_to(dist).as_posix() for path in dist.glob("base/*/*.pptx")}
    for manifest in (dist / "manifest.json", *dist.glob("base/*/manifest.json")):
        entries = json.loads(manifest.read_text(encoding="utf-8"))["files"]
        sizes = {entry["path"]: entry["bytes"] for entry in entries}
        assert sizes == {path: (manifest.parent / path).stat().st_size for path in sizes}
    assert found == {entry["path"] for entry in json.loads(small.read("dist/manifest.json"))["files"]}


# Where the output goes


@pytest.mark.parametrize("place", ["dist", "dist/base", "dist/base/trainer"])
def test_a_file_in_the_place_of_a_folder_stays(course, place):
    small = course()
    small.write(place, "mine")
    done = small.run()
    assert done.returncode == 1
    assert "cannot be written: a file is where a folder should be" in done.stderr
    assert small.read(place) == "mine"
    small.write(place, None)
    assert small.run().returncode == 0


@pytest.mark.parametrize("name", [DECK, "manifest.json"])
def test_a_folder_in_the_place_of_a_file_stays(built, name):
    change(built)
    (built.trainer / name).unlink()
    built.write(f"dist/base/trainer/{name}/notes.txt", "mine")
    done = built.run("--edition", "all")
    assert done.returncode == 1
    assert "cannot be written: a folder is where a file should be" in done.stderr
    assert built.read(f"dist/base/trainer/{name}/notes.txt") == "mine"
    assert done.stdout.count("written ") == 2
    shutil.rmtree(built.trainer / name)
    assert built.run("--edition", "all").returncode == 0
    assert (built.trainer / DECK).is_file()


def test_a_folder_in_the_place_of_the_root_manifest_blocks_no_deck(course):
    small = course({"dist/manifest.json/notes.txt": "mine"})
    done = small.run()
    assert (done.returncode, done.stdout.count("written ")) == (1, 1)
    assert "`dist/manifest.json` cannot be written: a folder is where a file should be" in done.stderr
    assert small.read("dist/manifest.json/notes.txt") == "mine"


def test_a_folder_in_the_place_of_the_lock_is_told(course):
    done = course({"dist/.chevalet.lock/x": ""}).run()
    assert done.returncode == 1
    assert "`dist` cannot be written: a folder is where a file should be" in done.stderr


@ON_UNIX
@pytest.mark.parametrize("place", ["dist", "dist/base", "dist/base/trainer"])
def test_an_output_folder_may_be_a_link_to_another_disk(course, tmp_path, place):
    small, other = course(), Path("/dev/shm") if Path("/dev/shm").is_dir() else tmp_path
    there = other / f"chevalet-{os.getpid()}"
    there.mkdir()
    try:
        (small.root / place).parent.mkdir(parents=True, exist_ok=True)
        (small.root / place).symlink_to(there, target_is_directory=True)
        assert small.run().returncode == 0
        change(small)
        assert small.run().returncode == 0
        assert (small.root / place).is_symlink()
        check_set(small)
        assert [path.name for path in other.glob(f".chevalet-{os.getpid()}*")] == []
    finally:
        shutil.rmtree(there)


@ON_UNIX
@pytest.mark.parametrize("place", ["dist", "dist/base/trainer"])
@pytest.mark.parametrize("target", ["nowhere", "dist/base/trainer"])
def test_a_link_that_leads_nowhere_is_told_or_followed(course, place, target):
    small = course()
    (small.root / place).parent.mkdir(parents=True, exist_ok=True)
    (small.root / place).symlink_to(small.root / target)
    done = small.run()
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert (small.root / place).is_symlink()


# All is read before the rights are given up: Python itself may be where nobody may look.
AS_NOBODY = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from chevalet.cli import run
import chevalet.write, multiprocessing.connection
run(["check", "--quiet"])
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(run(sys.argv[1:]))
"""


def run_as_nobody(small: SmallCourse, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run as somebody who has no rights but those the folders give; as ourselves when we are not root."""
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *arguments],
        cwd=small.root,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def shared(built) -> Iterator[SmallCourse]:
    """A course that anybody may write to, but for what a test forbids."""
    if sys.platform == "win32":
        pytest.skip("rights are not so there")
    for parent in (*built.root.parents,):
        if parent.stat().st_uid == os.getuid() and parent.is_relative_to("/tmp") and parent != Path("/tmp"):
            parent.chmod(0o755)
    for path in (built.root, *built.root.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    change(built)
    yield built
    for path in (built.root, *built.root.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


@pytest.mark.parametrize("closed", ["dist", "dist/base", "dist/base/trainer"])
def test_a_read_only_folder_is_told(shared, closed):
    before = read_files(shared.root / "dist/base")
    (shared.root / "dist/.chevalet.lock").chmod(0o666)
    for path in (shared.root / closed, *(shared.root / closed).rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = run_as_nobody(shared)
    assert "Traceback" not in done.stderr
    if closed == "dist/base/trainer":
        assert done.returncode == 0, "its parent allows to put another in its place"
        return
    assert done.returncode == 1
    assert "you have no right to change it" in done.stderr
    assert read_files(shared.root / "dist/base") == before


@pytest.mark.parametrize("rights", [0o555, 0o000])
def test_a_foreign_folder_without_rights_is_never_lost(shared, rights):
    photos = shared.trainer / "photos"
    shared.write("dist/base/trainer/photos/salle.jpg", "photo")
    if os.getuid() == 0:
        for path in (shared.trainer, *shared.trainer.rglob("*"), *(shared.root / "dist").glob("base/*")):
            os.chown(path, 65534, 65534)
    photos.chmod(rights)
    first, second = run_as_nobody(shared), run_as_nobody(shared)
    assert photos.stat().st_mode & 0o777 == rights
    photos.chmod(0o755)
    assert (photos / "salle.jpg").read_text() == "photo"
    for done in (first, second):
        assert "Traceback" not in done.stderr
        assert done.returncode == (0 if rights else 1), done.stderr
    assert run_as_nobody(shared).returncode == 0
    assert sorted(path.name for path in shared.trainer.parent.iterdir()) == ["participant", "public", "trainer"]


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A disk of a few hundred kilobytes."""
    place = tmp_path / "disque"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    if sys.platform != "linux" or os.getuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root mounts a disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("filled", range(0, 400, 40))
def test_a_full_disk_keeps_the_last_set(course, small_disk, filled):
    small = course()
    assert small.run("--out", str(small_disk)).returncode == 0
    (small_disk / "plein").write_bytes(b"")
    with (small_disk / "plein").open("wb", buffering=0) as file:
        try:
            for _ in range(filled):
                file.write(b"x" * 1024)
        except OSError:
            pass
    before = read_files(small_disk / "base")
    change(small)
    done = small.run("--edition", "trainer,participant", "--out", str(small_disk))
    assert "Traceback" not in done.stderr
    after = read_files(small_disk / "base")
    if done.returncode == 0:
        assert f"trainer/{DECK}" in after
    else:
        assert "the disk is full" in done.stderr
        assert {name: after[name] for name in before} == before or "written " in done.stdout
    (small_disk / "plein").unlink()
    assert small.run("--out", str(small_disk)).returncode == 0
    assert [path.name for path in (small_disk / "base").iterdir() if path.name.startswith(".")] == []


@ON_UNIX
def test_a_full_disk_keeps_nothing_half_written_in_the_cache(course):
    small = course()
    done = shell(small, "ulimit -f 4; trap '' XFSZ; $BUILD")
    assert "Traceback" not in done.stderr
    assert all("." not in path.name for path in (small.root / ".cache").rglob("*") if path.is_file())
    assert small.run().returncode == 0


# The manifest


@pytest.mark.parametrize("where", ["manifest.json", "base/trainer/manifest.json"])
@pytest.mark.parametrize("text", ["", "\0" * 100, '{"a": 1}', '{"files": 3, "version": 1}', "[" * 100_000, "\ud800"])
def test_a_manifest_that_means_nothing_loses_nothing(built, where, text):
    content = text.encode(errors="surrogatepass")
    (built.root / "dist" / where).write_bytes(content)
    change(built)
    done = built.run("--edition", "all")
    assert done.returncode == 0, done.stderr
    check_kept = [path.read_bytes() for path in (built.root / "dist" / where).parent.glob("manifest (*")]
    is_ours = not content or b"version" in content
    assert check_kept == ([] if is_ours else [content])
    assert built.run("--edition", "all").stdout == "nothing to do: 3 files are up to date\n"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_manifest_that_was_cut_short_is_made_again(built, part):
    manifest = built.trainer / "manifest.json"
    before = manifest.read_bytes()
    manifest.write_bytes(before[: int(len(before) * part)])
    assert built.run("--edition", "all").returncode == 0
    assert manifest.read_bytes() == before
    assert not list(built.trainer.glob("*modifié*"))


@pytest.mark.parametrize("path", ["../../x", "/{root}/x", "..\\..\\x", "a/../../../x", "photos", "", ".", "x\0y"])
def test_a_manifest_is_never_believed_about_files_elsewhere(built, path):
    built.write("x", "mine")
    built.write("dist/x", "mine")
    built.write("dist/base/trainer/photos/x", "mine")
    place = path.replace("{root}", str(built.root).strip("/"))
    entry = {"path": place, "sha256": "0" * 64}
    for name in ("dist/manifest.json", "dist/base/trainer/manifest.json"):
        manifest = json.loads(built.read(name))
        manifest["files"].append(entry)
        built.write(name, json.dumps(manifest))
    change(built)
    done = built.run("--edition", "all")
    assert done.returncode == 0, done.stderr
    assert [built.read(name) for name in ("x", "dist/x", "dist/base/trainer/photos/x")] == ["mine"] * 3
    check_set(built)


def test_a_manifest_of_something_else_is_kept(course):
    site = '{"name": "Un site", "icons": []}'
    small = course({"site/manifest.json": site})
    done = small.run("--out", "site")
    assert "warning[edited-by-hand]" in done.stderr
    assert small.read("site/manifest (modifié).json") == site
    assert json.loads(small.read("site/manifest.json"))["version"] == 1


def test_the_root_manifest_tells_of_folders_that_another_build_left(built):
    """A build killed after its first folder leaves a root manifest behind its folders."""
    old = built.read("dist/manifest.json")
    change(built)
    assert built.run("--edition", "public").returncode == 0
    built.write("dist/manifest.json", old)
    assert built.run("--edition", "trainer").returncode == 0
    check_set(built)


# The cache


def test_every_byte_of_an_entry_is_looked_at(built):
    entries = [path for path in (built.root / ".cache/1").iterdir() if path.stat().st_size < 5000]
    before = read_files(built.root / "dist")
    (entry,) = entries
    content = entry.read_bytes()
    for position in range(len(content)):
        entry.write_bytes(content[:position] + bytes([content[position] ^ 1]) + content[position + 1 :])
        assert Store(built.root / ".cache").read(entry.name) is None
        entry.write_bytes(content[:position])
        assert Store(built.root / ".cache").read(entry.name) is None
    assert built.run("--edition", "all").returncode == 0
    assert read_files(built.root / "dist") == before


@pytest.mark.parametrize("state", ["a file", "another version's", "folders", "empty files"])
def test_a_cache_that_is_none_changes_nothing(built, state):
    before, cache = read_files(built.root / "dist"), built.root / ".cache"
    names = [path.name for path in (cache / "1").iterdir()]
    shutil.rmtree(cache)
    if state == "a file":
        cache.write_text("")
    else:
        made = cache / ("0" if state == "another version's" else "1")
        made.mkdir(parents=True)
        for name in names:
            (made / name).mkdir() if state == "folders" else (made / name).write_bytes(b"")
    for _ in range(2):
        done = built.run("--edition", "all")
        assert (done.returncode, done.stderr) == (0, "")
    assert read_files(built.root / "dist") == before


def test_a_cache_that_nobody_may_write_changes_nothing(shared):
    (shared.root / ".cache").chmod(0o555)
    (shared.root / ".cache/1").chmod(0o555)
    done = run_as_nobody(shared, "--edition", "all")
    assert (done.returncode, done.stderr) == (0, "")
    check_set(shared)


@pytest.mark.parametrize("record", [b"[]", b"{}", b"3", b'{"code": 0, "diagnostics": [], "files": []}', b"[" * 9999])
def test_a_memory_of_another_form_is_forgotten(tmp_path, record):
    store = Store(tmp_path)
    store.write("key", record)
    assert recall_build(store, "key", tmp_path, verify=False) is None


def test_a_build_is_not_remembered_when_another_came_between(built, monkeypatch):
    """The other one's decks are never taken for ours: going back to our sources makes them again."""
    before, text = (built.trainer / DECK).read_bytes(), built.read(A)
    shutil.rmtree(built.root / ".cache")
    build = making.build

    def build_then_another(*arguments):
        made = build(*arguments)
        change(built)
        assert built.run().returncode == 0
        built.write(A, text)
        return made

    monkeypatch.setattr(making, "build", build_then_another)
    monkeypatch.chdir(built.root)
    assert run([]) == 0
    assert (built.trainer / DECK).read_bytes() != before
    assert built.run().stdout.startswith("written ")
    assert (built.trainer / DECK).read_bytes() == before


def test_what_a_strict_build_said_of_the_disk_is_not_held_against_the_next(built):
    (built.trainer / DECK).write_text("by hand")
    assert built.run("--strict").returncode == 1
    done = built.run("--strict")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_a_killed_build_left_is_put_right_though_there_is_nothing_to_make(built):
    built.write("dist/base/.trainer.next/x", "half")
    built.write("dist/.manifest.json.next", "half")
    assert built.run("--edition", "all").returncode == 0
    assert sorted(path.name for path in (built.root / "dist").iterdir()) == [".chevalet.lock", "base", "manifest.json"]
    assert sorted(path.name for path in (built.root / "dist/base").iterdir()) == ["participant", "public", "trainer"]


# The process


@ON_UNIX
@pytest.mark.parametrize(
    "line",
    [
        "$BUILD | head -c1 >/dev/null; exit ${PIPESTATUS[0]}",
        "$BUILD | true; exit ${PIPESTATUS[0]}",
        "$BUILD --message-format json | true; exit ${PIPESTATUS[0]}",
        "$BUILD 2>&1 | true; exit ${PIPESTATUS[0]}",
        "$BUILD <&-",
        "$BUILD <&- >&- 2>&-",
        "$BUILD --jobs 2 <&- >&- 2>&-",
        "$BUILD > /dev/full",
        "$BUILD 2> /dev/full",
        "unset HOME; $BUILD",
        "env -i $BUILD",
        "umask 0777; $BUILD",
        "LANG=zz_ZZ LC_ALL=zz $BUILD",
        "ulimit -n 30; $BUILD",
    ],
)
def test_a_build_needs_nothing_of_the_terminal(built, line):
    change(built)
    done = shell(built, line)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    check_set(built)


@ON_UNIX
@pytest.mark.parametrize("line", ["$BUILD --help | true", "$BUILD --bad 2>&1 | true", "$BUILD --bad 2>/dev/full"])
def test_a_reader_that_has_gone_hears_nothing_more(course, line):
    assert shell(course(), line).stderr == ""


@ON_UNIX
def test_the_folder_we_stand_in_may_be_gone(built):
    done = shell(built, 'mkdir gone; cd gone; rmdir ../gone; $BUILD --root "$ROOT_OF"', ROOT_OF=str(built.root))
    assert (done.returncode, done.stderr) == (0, "")
    done = shell(built, "mkdir gone; cd gone; rmdir ../gone; $BUILD list")
    assert "Traceback" not in done.stderr


@ON_UNIX
@pytest.mark.parametrize(
    "name",
    [
        "é" * 127,
        "x" * 255,
        "cafe\u0301.txt",
        "caf\u00e9.txt",
        "a\nb",
        b"\xff\xfe".decode("utf-8", "surrogateescape"),
        "-rf",
        "CON",
    ],
)
def test_files_of_others_may_have_any_name(built, name):
    (built.trainer / name).write_text("mine")
    for word in ("neuf", "vieux"):
        change(built, word)
        done = built.run("--edition", "all")
        assert (done.returncode, done.stderr) == (0, "")
    assert (built.trainer / name).read_text() == "mine"


@ON_UNIX
def test_modules_may_have_names_that_differ_by_their_accents_only(course):
    small = course({"modules/1-essai/cafe\u0301.md": "x", "modules/1-essai/caf\u00e9.md": "y"})
    done = small.run()
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_two_builds_at_once_of_all_kinds_leave_a_whole_set(course):
    small = course()
    choices = [("--edition", "all"), ("--edition", "public"), ("--edition", "trainer", "--jobs", "2"), ("--strict",)]
    for word in ("neuf", "vieux"):
        change(small, word)
        running = [
            subprocess.Popen(
                small.command("--quiet", *choice), cwd=small.root, env=plain_environment(), stderr=subprocess.PIPE
            )
            for choice in choices
        ]
        assert [process.communicate(timeout=60)[1] for process in running] == [b""] * 4
        assert [process.returncode for process in running] == [0] * 4
        check_set(small)


def test_the_clock_may_go_backwards(built):
    for path in (*built.root.rglob("*.md"), built.trainer / DECK):
        os.utime(path, (1, 1))
    change(built)
    os.utime(built.root / A, (1, 1))
    assert built.run().stdout.startswith("written ")
    os.utime(built.trainer / DECK, (4e9, 4e9))
    assert built.run().stdout.startswith("unchanged ")
    assert built.run().stdout.startswith("nothing to do")
