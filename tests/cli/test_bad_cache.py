"""Bad days of the cache and of what the last build remembers."""

from __future__ import annotations

import shutil

import pytest

from chevalet.cache.store import Store
from chevalet.cli import making
from chevalet.cli.memory import recall_build
from chevalet.cli.run import run
from tests.cli.bad_days import ALL, DECK, TRAINER, A, change, check_set, read_files, run_as_nobody


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
    assert built.run(*ALL).returncode == 0
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
        done = built.run(*ALL)
        assert (done.returncode, done.stderr) == (0, "")
    assert read_files(built.root / "dist") == before


def test_a_cache_that_nobody_may_write_changes_nothing(shared):
    (shared.root / ".cache").chmod(0o555)
    (shared.root / ".cache/1").chmod(0o555)
    done = run_as_nobody(shared, *ALL)
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
        assert built.run(*TRAINER).returncode == 0
        built.write(A, text)
        return made

    monkeypatch.setattr(making, "build", build_then_another)
    monkeypatch.chdir(built.root)
    assert run([*TRAINER]) == 0
    assert (built.trainer / DECK).read_bytes() != before
    assert built.run(*TRAINER).stdout.startswith("written ")
    assert (built.trainer / DECK).read_bytes() == before


def test_what_a_strict_build_said_of_the_disk_is_not_held_against_the_next(built):
    (built.trainer / DECK).write_text("by hand")
    assert built.run(*TRAINER, "--strict").returncode == 1
    done = built.run(*TRAINER, "--strict")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_a_killed_build_left_is_put_right_though_there_is_nothing_to_make(built):
    built.write("dist/base/.trainer.next/x", "half")
    built.write("dist/.manifest.json.next", "half")
    assert built.run(*ALL).returncode == 0
    assert sorted(path.name for path in (built.root / "dist").iterdir()) == [".chevalet.lock", "base", "manifest.json"]
    assert sorted(path.name for path in (built.root / "dist/base").iterdir()) == ["participant", "public", "trainer"]
