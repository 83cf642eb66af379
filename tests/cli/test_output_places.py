"""Bad days of the output: folders, links and disks that are not as they should be. Told in a line, nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.bad_days import ALL, DECK, ON_UNIX, TRAINER, change, check_set, read_files, run_as_nobody, shell


@pytest.mark.parametrize("place", ["dist", "dist/base", "dist/base/trainer"])
def test_a_file_in_the_place_of_a_folder_stays(course, place):
    small = course()
    small.write(place, "mine")
    done = small.run(*TRAINER)
    assert done.returncode == 1
    assert "cannot be written: a file is where a folder should be" in done.stderr
    assert small.read(place) == "mine"
    small.write(place, None)
    assert small.run(*TRAINER).returncode == 0


@pytest.mark.parametrize("name", [DECK, "manifest.json"])
def test_a_folder_in_the_place_of_a_file_stays(built, name):
    change(built)
    (built.trainer / name).unlink()
    built.write(f"dist/base/trainer/{name}/notes.txt", "mine")
    done = built.run(*ALL)
    assert done.returncode == 1
    assert "cannot be written: a folder is where a file should be" in done.stderr
    assert built.read(f"dist/base/trainer/{name}/notes.txt") == "mine"
    assert done.stdout.count("written ") == 2
    shutil.rmtree(built.trainer / name)
    assert built.run(*ALL).returncode == 0
    assert (built.trainer / DECK).is_file()


def test_a_folder_in_the_place_of_the_root_manifest_blocks_no_deck(course):
    small = course({"dist/manifest.json/notes.txt": "mine"})
    done = small.run(*TRAINER)
    assert (done.returncode, done.stdout.count("written ")) == (1, 1)
    assert "`dist/manifest.json` cannot be written: a folder is where a file should be" in done.stderr
    assert small.read("dist/manifest.json/notes.txt") == "mine"


def test_a_folder_in_the_place_of_the_lock_is_told(course):
    done = course({"dist/.chevalet.lock/x": ""}).run(*TRAINER)
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
        assert small.run(*TRAINER).returncode == 0
        change(small)
        assert small.run(*TRAINER).returncode == 0
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
    done = small.run(*TRAINER)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert (small.root / place).is_symlink()


@pytest.mark.parametrize("closed", ["dist", "dist/base", "dist/base/trainer"])
def test_a_read_only_folder_is_told(shared, closed):
    before = read_files(shared.root / "dist/base")
    (shared.root / "dist/.chevalet.lock").chmod(0o666)
    for path in (shared.root / closed, *(shared.root / closed).rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = run_as_nobody(shared, *TRAINER)
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
    first, second = run_as_nobody(shared, *TRAINER), run_as_nobody(shared, *TRAINER)
    assert photos.stat().st_mode & 0o777 == rights
    photos.chmod(0o755)
    assert (photos / "salle.jpg").read_text() == "photo"
    for done in (first, second):
        assert "Traceback" not in done.stderr
        assert done.returncode == (0 if rights else 1), done.stderr
    assert run_as_nobody(shared, *TRAINER).returncode == 0
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
    assert small.run(*TRAINER, "--out", str(small_disk)).returncode == 0
    (small_disk / "plein").write_bytes(b"")
    with (small_disk / "plein").open("wb", buffering=0) as file:
        try:
            for _ in range(filled):
                file.write(b"x" * 1024)
        except OSError:
            pass
    before = read_files(small_disk / "base")
    change(small)
    done = small.run("--format", "pptx", "--edition", "trainer,participant", "--out", str(small_disk))
    assert "Traceback" not in done.stderr
    after = read_files(small_disk / "base")
    if done.returncode == 0:
        assert f"trainer/{DECK}" in after
    else:
        assert "the disk is full" in done.stderr
        assert {name: after[name] for name in before} == before or "written " in done.stdout
    (small_disk / "plein").unlink()
    assert small.run(*TRAINER, "--out", str(small_disk)).returncode == 0
    assert [path.name for path in (small_disk / "base").iterdir() if path.name.startswith(".")] == []


@ON_UNIX
def test_a_full_disk_keeps_nothing_half_written_in_the_cache(course):
    small = course()
    done = shell(small, "ulimit -f 4; trap '' XFSZ; $BUILD")
    assert "Traceback" not in done.stderr
    assert all("." not in path.name for path in (small.root / ".cache").rglob("*") if path.is_file())
    assert small.run(*TRAINER).returncode == 0
