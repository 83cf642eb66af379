"""The cache: it may be deleted, damaged or unwritable, and is never wrong."""

from __future__ import annotations

import shutil

import pytest

from chevalet.cache.decks import pack_made, unpack_made
from chevalet.cache.digest import hash_compiler, hash_files
from chevalet.cache.files import read_files
from chevalet.cache.recall import recall
from chevalet.cache.store import KEPT, Store
from chevalet.diagnostics import diagnostic
from chevalet.model.artifact import Made
from chevalet.span import Span
from tests.cli.bad_days import TRAINER, A

MADE = Made(
    b"content\nof a deck", "c" * 64, "t" * 64, 12, 30, (diagnostic("missing-id", Span("a.md", 1, 2, 1, 3), title="é"),)
)


def test_an_entry_is_what_was_kept(tmp_path):
    store = Store(tmp_path)
    store.write("key", pack_made(MADE))
    assert unpack_made(store.read("key")) == MADE
    assert store.read("other") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 40])
def test_a_damaged_entry_is_forgotten(tmp_path, damage):
    store = Store(tmp_path)
    store.write("key", pack_made(MADE))
    (tmp_path / "1" / "key").write_bytes(damage)
    assert store.read("key") is None


@pytest.mark.parametrize("entry", [None, b"", b"{}\n", b"[]\n", b'{"diagnostics": [{}]}\n', b"\xff\n"])
def test_an_entry_of_another_form_is_forgotten(entry):
    assert unpack_made(entry) is None


def test_only_what_is_missing_is_made(tmp_path):
    store, asked = Store(tmp_path), []

    def make(positions):
        asked.append(list(positions))
        return [MADE for _ in positions]

    assert recall(["a", "b"], make, store) == (MADE, MADE)
    assert recall(["b", "c", "a"], make, store) == (MADE, MADE, MADE)
    assert asked == [[0, 1], [1]]
    assert recall(["a"], make, None) == (MADE,)
    assert asked[-1] == [0]


def test_the_oldest_entries_go_first(tmp_path):
    store = Store(tmp_path)
    for number in range(KEPT + 5):
        store.write(f"{number:04}", b"x")
    store.prune()
    assert len(list((tmp_path / "1").iterdir())) == KEPT
    assert store.read(f"{KEPT + 4:04}") == b"x"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "1").write_text("a file where the folder should be")
    store = Store(tmp_path)
    store.write("key", b"x")
    store.prune()
    assert store.read("key") is None


def test_a_deleted_cache_changes_nothing(course):
    small = course()
    small.run(*TRAINER)
    before = (small.trainer / "manifest.json").read_bytes()
    shutil.rmtree(small.root / ".cache")
    assert small.run(*TRAINER).stdout.startswith("unchanged ")
    assert (small.trainer / "manifest.json").read_bytes() == before


def test_a_damaged_cache_changes_nothing(course):
    small = course()
    small.run(*TRAINER)
    for entry in (small.root / ".cache/1").iterdir():
        entry.write_bytes(b"damaged" + entry.read_bytes())
    assert small.run(*TRAINER).stdout.startswith("unchanged ")


def test_a_build_is_known_by_every_byte_and_every_name():
    files = {"a": b"1", "b": b"2"}
    others = (
        {"a": b"1", "b": b"3"},
        {"a": b"12", "b": b""},
        {"a": b"1", "c": b"2"},
        {"a": b"1"},
        {"a": b"1", "b": None},
        {"a": b"1", "b": b""},
    )
    assert len({hash_files(each) for each in (files, *others)}) == 7
    assert hash_files(files, "x") != hash_files(files, "y") != hash_files(files)
    assert hash_compiler() == hash_compiler()


def test_files_are_read_from_the_folders_of_a_course(course):
    small = course({"README.md": "x", "modules/1-essai/sous/x.txt": "y", "themes/chevalet/fonts/f.ttf": "z"})
    files = read_files(str(small.root), "themes/chevalet")
    assert list(files) == [
        "course/course.yaml",
        "modules/1-essai/a.md",
        "modules/1-essai/sous/x.txt",
        "themes/chevalet/metrics.json",
        "themes/chevalet/template.pptx",
        "themes/chevalet/theme.json",
    ]
    assert files["modules/1-essai/sous/x.txt"] == b"y"


def test_what_leads_out_of_the_project_is_left_to_load(course, tmp_path):
    small = course()
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    (small.root / "modules/1-essai/b.md").symlink_to(secret)
    assert read_files(str(small.root), "themes/chevalet")["modules/1-essai/b.md"] is None
    done = small.run(*TRAINER)
    assert "unlisted-module" in done.stderr or "path-outside-root" in done.stderr
    assert "secret" not in done.stdout


def test_an_option_that_changes_what_is_said_is_not_answered_from_memory(course):
    text = "---\ntitle: Essai\nminutes: 30\n---\n\n## Une idée\n\nUn point.\n"
    small = course({A: text})
    assert small.run(*TRAINER).returncode == 0
    assert small.run(*TRAINER, "--strict").returncode == 1
    assert small.run(*TRAINER).returncode == 0
