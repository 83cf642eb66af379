"""The index of a folder: of all that it holds, whole with it, ours to replace and never somebody's to lose."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from chevalet.write import Status, disk, folder, write
from tests.write.indexes import make_index, read_index

KNOWN = {"base/trainer": frozenset({"a.pptx", "b.pptx"}), "base/public": frozenset({"p.pptx"})}


@pytest.fixture
def publish(out):
    def run(*results, known=KNOWN):
        outcomes, found = write(results, known, out, "dist", make_index)
        return {outcome.path: outcome.status for outcome in outcomes}, [dict(each.arguments) for each in found]

    return run


def stale_in(out: Path, edition: str = "trainer") -> dict[str, str]:
    return read_index(out / "base" / edition)


def entry_of(out: Path, manifest: str, path: str) -> dict[str, object]:
    (entry,) = [entry for entry in json.loads((out / manifest).read_text())["files"] if entry["path"] == path]
    return entry


def test_each_folder_has_its_own(out, artifact, publish):
    publish(artifact("a.pptx", "A"), artifact("p.pptx", "P", edition="public"))
    assert stale_in(out) == {"a.pptx": "False"}
    assert stale_in(out, "public") == {"p.pptx": "False"}


def test_the_manifests_tell_of_it_as_of_any_file(out, artifact, publish):
    publish(artifact("a.pptx", "A"))
    content = (out / "base/trainer/index.html").read_bytes()
    for manifest, path in (("manifest.json", "base/trainer/index.html"), ("base/trainer/manifest.json", "index.html")):
        entry = entry_of(out, manifest, path)
        assert (entry["kind"], entry["bytes"]) == ("index", len(content))
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_partial_build_tells_of_all_files(out, artifact, publish):
    publish(artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    publish(artifact("b.pptx", "B2"))
    assert stale_in(out) == {"a.pptx": "False", "b.pptx": "False"}


def test_what_could_not_be_made_again_is_stale_and_what_never_was_is_not_there(out, artifact, failure, publish):
    publish(artifact("a.pptx", "A"))
    publish(failure("a.pptx"), failure("b.pptx"))
    assert stale_in(out) == {"a.pptx": "True"}


def test_what_the_course_makes_no_more_is_no_more_in_it(out, artifact, publish):
    publish(artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    publish(artifact("a.pptx", "A"), known={"base/trainer": frozenset({"a.pptx"})})
    assert stale_in(out) == {"a.pptx": "False"}


def test_files_that_are_not_ours_are_not_in_it(out, artifact, publish):
    publish(artifact("a.pptx", "A"))
    (out / "base/trainer/notes.txt").write_text("notes")
    publish(artifact("a.pptx", "A2"))
    assert stale_in(out) == {"a.pptx": "False"}


def test_it_stays_the_same_file_while_nothing_changes(out, artifact, publish):
    publish(artifact("a.pptx", "A"))
    before = (out / "base/trainer").stat().st_ino, (out / "base/trainer/index.html").stat().st_mtime_ns
    publish(artifact("a.pptx", "A"))
    assert ((out / "base/trainer").stat().st_ino, (out / "base/trainer/index.html").stat().st_mtime_ns) == before


def test_a_lost_one_is_made_again(out, artifact, publish):
    publish(artifact("a.pptx", "A"))
    (out / "base/trainer/index.html").unlink()
    assert publish(artifact("a.pptx", "A")) == ({"base/trainer/a.pptx": Status.UNCHANGED}, [])
    assert stale_in(out) == {"a.pptx": "False"}


@pytest.mark.parametrize("is_ours", [True, False])
def test_one_changed_or_made_by_hand_is_kept_beside(out, artifact, publish, is_ours):
    if is_ours:
        publish(artifact("a.pptx", "A"))
    (out / "base/trainer").mkdir(parents=True, exist_ok=True)
    (out / "base/trainer/index.html").write_text("by hand")
    _, found = publish(artifact("a.pptx", "A"))
    assert found == [{"path": "index.html", "kept": "index (modifié).html"}]
    assert (out / "base/trainer/index (modifié).html").read_text() == "by hand"
    assert stale_in(out) == {"a.pptx": "False"}
    assert publish(artifact("a.pptx", "A2"))[1] == []


def test_a_folder_in_its_place_stays_and_blocks_no_file(out, artifact, publish):
    (out / "base/trainer/index.html").mkdir(parents=True)
    (out / "base/trainer/index.html/photo.jpg").write_text("photo")
    statuses, found = publish(artifact("a.pptx", "A"))
    assert statuses == {"base/trainer/a.pptx": Status.WRITTEN}
    assert found == [{"path": "dist/base/trainer/index.html", "reason": "not-a-file"}]
    assert (out / "base/trainer/index.html/photo.jpg").read_text() == "photo"


def test_a_published_one_is_given_no_source_and_no_diagnostic(out, artifact):
    given = {}

    def make(name, entries):
        given[name] = {key for entry in entries for key in entry}
        return make_index(name, entries)

    write([artifact("a.pptx", "A"), artifact("p.pptx", "P", edition="public")], KNOWN, out, "dist", make)
    assert given["base/trainer"] - given["base/public"] == {"sources", "diagnostics"}


def test_a_full_disk_keeps_the_last_one_with_the_last_files(out, artifact, publish, monkeypatch):
    publish(artifact("a.pptx", "A"))

    def refuse(path: Path, content: bytes) -> None:
        if path.name == "index.html":
            raise OSError(28, "No space left on device", str(path))
        disk.write_file(path, content)

    monkeypatch.setattr(folder, "write_file", refuse)
    statuses, _ = publish(artifact("a.pptx", "A2"))
    assert statuses == {"base/trainer/a.pptx": Status.STALE}
    assert (out / "base/trainer/a.pptx").read_text() == "A"
    assert stale_in(out) == {"a.pptx": "False"}


def refuse(monkeypatch: pytest.MonkeyPatch, held: str) -> None:
    """Pretend to be Windows with a file of the folder open: neither the folder nor that file can be replaced."""

    def refuse_folder(current: Path) -> None:
        raise PermissionError(13, "in use", str(current))

    move = Path.replace

    def refuse_file(path: Path, place: Path) -> Path:
        if Path(place).name == held:
            raise PermissionError(13, "in use", str(path))
        return move(path, place)

    monkeypatch.setattr(folder, "swap", refuse_folder)
    monkeypatch.setattr(Path, "replace", refuse_file)


def test_it_tells_of_a_file_held_open_as_it_still_is(out, artifact, publish, monkeypatch):
    publish(artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    with monkeypatch.context() as context:
        refuse(context, "a.pptx")
        publish(artifact("a.pptx", "A2"), artifact("b.pptx", "B2"))
    assert stale_in(out) == {"a.pptx": "True", "b.pptx": "False"}
    assert publish(artifact("a.pptx", "A2"), artifact("b.pptx", "B2"))[1] == []
    assert stale_in(out) == {"a.pptx": "False", "b.pptx": "False"}


def test_held_open_itself_it_blocks_no_file(out, artifact, publish, monkeypatch):
    publish(artifact("a.pptx", "A"))
    with monkeypatch.context() as context:
        refuse(context, "index.html")
        statuses, found = publish(artifact("a.pptx", "A2"))
    assert statuses == {"base/trainer/a.pptx": Status.WRITTEN}
    assert found == [{"path": "dist/base/trainer/index.html", "reason": "not-allowed"}]
    assert entry_of(out, "base/trainer/manifest.json", "index.html")["stale"] is True
    assert publish(artifact("a.pptx", "A2"))[1] == []
    assert stale_in(out) == {"a.pptx": "False"}
    assert [path.name for path in (out / "base/trainer").glob("*modifié*")] == []


def test_changed_by_hand_it_is_kept_file_by_file_too(out, artifact, publish, monkeypatch):
    publish(artifact("a.pptx", "A"))
    (out / "base/trainer/index.html").write_text("by hand")
    refuse(monkeypatch, "nothing")
    publish(artifact("a.pptx", "A2"))
    assert stale_in(out) == {"a.pptx": "False"}
    assert (out / "base/trainer/index (modifié).html").read_text() == "by hand"


def test_what_a_killed_build_began_of_it_goes_away(out, artifact, publish):
    publish(artifact("a.pptx", "A"))
    (out / "base/trainer/.index.html.next").write_text("half")
    publish(artifact("a.pptx", "A2"))
    assert sorted(path.name for path in (out / "base/trainer").iterdir()) == ["a.pptx", "index.html", "manifest.json"]


def test_a_folder_may_have_none(out, artifact):
    for mark in "AB":
        _, found = write([artifact("a.pptx", mark)], KNOWN, out, "dist", lambda *_: None)
        assert found == ()
    assert sorted(path.name for path in (out / "base/trainer").iterdir()) == ["a.pptx", "manifest.json"]
