"""Whole or previous: what a build leaves in the output folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chevalet.write import Status, disk, folder, swap, write

KNOWN = {"base/trainer": frozenset({"a.pptx", "b.pptx"})}


def publish(out: Path, *results, known=KNOWN):
    outcomes, found = write(results, known, out, "dist")
    statuses = {outcome.path.rpartition("/")[2]: outcome.status for outcome in outcomes}
    return statuses, [(diagnostic.code, dict(diagnostic.arguments)) for diagnostic in found]


def contents(out: Path) -> dict[str, str]:
    trainer = out / "base/trainer"
    return {name: (trainer / name).read_text() for name in disk.list_files(trainer) if name != "manifest.json"}


def entries(manifest: Path) -> dict[str, dict[str, object]]:
    return {entry["path"]: entry for entry in json.loads(manifest.read_text())["files"]}


def test_a_first_build_writes_everything(out, artifact):
    statuses, found = publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    assert statuses == {"a.pptx": Status.WRITTEN, "b.pptx": Status.WRITTEN}
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B"}
    assert found == []
    assert sorted(path.name for path in (out / "base").iterdir()) == ["trainer"]


def test_an_unchanged_file_is_the_same_file(out, artifact):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    before = (out / "base/trainer/a.pptx").stat()
    statuses, _ = publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B2"))
    after = (out / "base/trainer/a.pptx").stat()
    assert statuses == {"a.pptx": Status.UNCHANGED, "b.pptx": Status.WRITTEN}
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_is_touched_when_nothing_changed(out, artifact):
    publish(out, artifact("a.pptx", "A"))
    before = (out / "base/trainer").stat().st_ino, (out / "manifest.json").stat().st_mtime_ns
    publish(out, artifact("a.pptx", "A"))
    assert ((out / "base/trainer").stat().st_ino, (out / "manifest.json").stat().st_mtime_ns) == before


def test_a_partial_build_leaves_the_others(out, artifact):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    publish(out, artifact("b.pptx", "B2"))
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B2"}
    assert set(entries(out / "manifest.json")) == {"base/trainer/a.pptx", "base/trainer/b.pptx"}


def test_a_failed_output_keeps_its_last_good_file(out, artifact, failure):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    statuses, _ = publish(out, artifact("a.pptx", "A2"), failure("b.pptx"))
    assert statuses == {"a.pptx": Status.WRITTEN, "b.pptx": Status.STALE}
    assert contents(out) == {"a.pptx": "A2", "b.pptx": "B"}
    told = entries(out / "manifest.json")
    assert (told["base/trainer/a.pptx"]["stale"], told["base/trainer/b.pptx"]["stale"]) == (False, True)
    publish(out, artifact("b.pptx", "B"))
    assert entries(out / "manifest.json")["base/trainer/b.pptx"]["stale"] is False


def test_a_failed_output_that_never_was_is_missing(out, failure):
    statuses, _ = publish(out, failure("a.pptx"))
    assert statuses == {"a.pptx": Status.MISSING}
    assert entries(out / "manifest.json") == {}


def test_a_lost_file_is_made_and_told_again(out, artifact):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    (out / "base/trainer/a.pptx").unlink()
    publish(out, artifact("a.pptx", "A"))
    assert set(entries(out / "base/trainer/manifest.json")) == {"a.pptx", "b.pptx"}
    (out / "base/trainer/b.pptx").unlink()
    publish(out, artifact("a.pptx", "A"))
    assert set(entries(out / "base/trainer/manifest.json")) == {"a.pptx"}


def test_a_file_changed_by_hand_is_kept_beside(out, artifact):
    publish(out, artifact("a.pptx", "A"))
    (out / "base/trainer/a.pptx").write_text("by hand")
    _, found = publish(out, artifact("a.pptx", "A"))
    assert found == [("edited-by-hand", {"path": "a.pptx", "kept": "a (modifié).pptx"})]
    assert contents(out) == {"a.pptx": "A", "a (modifié).pptx": "by hand"}
    (out / "base/trainer/a.pptx").write_text("once more")
    publish(out, artifact("a.pptx", "A2"))
    assert contents(out) == {"a.pptx": "A2", "a (modifié).pptx": "by hand", "a (modifié 2).pptx": "once more"}


def test_a_file_changed_by_hand_stays_while_its_source_is_wrong(out, artifact, failure):
    publish(out, artifact("a.pptx", "A"))
    (out / "base/trainer/a.pptx").write_text("by hand")
    assert publish(out, failure("a.pptx")) == ({"a.pptx": Status.STALE}, [])
    assert contents(out) == {"a.pptx": "by hand"}


def test_a_file_of_unknown_origin_is_never_overwritten(out, artifact):
    (out / "base/trainer").mkdir(parents=True)
    (out / "base/trainer/a.pptx").write_text("whose?")
    _, found = publish(out, artifact("a.pptx", "A"))
    assert [code for code, _ in found] == ["edited-by-hand"]
    assert contents(out) == {"a.pptx": "A", "a (modifié).pptx": "whose?"}


def test_files_that_are_not_ours_stay(out, artifact):
    publish(out, artifact("a.pptx", "A"))
    (out / "base/trainer/photos").mkdir()
    (out / "base/trainer/photos/salle.jpg").write_text("photo")
    (out / "base/trainer/vide").mkdir()
    (out / "base/trainer/notes.txt").write_text("notes")
    publish(out, artifact("a.pptx", "A2"))
    assert contents(out) == {"a.pptx": "A2", "photos/salle.jpg": "photo", "notes.txt": "notes"}
    assert (out / "base/trainer/vide").is_dir()


def test_what_the_course_makes_no_more_goes_away(out, artifact):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    _, found = publish(out, artifact("a.pptx", "A"), known={"base/trainer": frozenset({"a.pptx"})})
    assert (contents(out), found) == ({"a.pptx": "A"}, [])
    assert set(entries(out / "base/trainer/manifest.json")) == {"a.pptx"}


def test_what_the_course_makes_no_more_stays_when_changed_by_hand(out, artifact):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    (out / "base/trainer/b.pptx").write_text("by hand")
    publish(out, artifact("a.pptx", "A"), known={"base/trainer": frozenset({"a.pptx"})})
    assert contents(out) == {"a.pptx": "A", "b (modifié).pptx": "by hand"}


def test_a_published_folder_names_no_source_and_no_diagnostic(out, artifact):
    publish(out, artifact("a.pptx", "A", edition="public"), artifact("b.pptx", "B"))
    public = entries(out / "base/public/manifest.json")["a.pptx"]
    assert not {"sources", "diagnostics"} & public.keys()
    assert entries(out / "base/trainer/manifest.json")["b.pptx"]["sources"] == ["modules/b.pptx.md"]
    assert entries(out / "manifest.json")["base/public/a.pptx"]["sources"] == ["modules/a.pptx.md"]


def test_the_root_manifest_remembers_what_a_published_one_hides(out, artifact):
    publish(out, artifact("a.pptx", "A", edition="public"), artifact("b.pptx", "B", edition="public"), known={})
    known = {"base/public": frozenset({"a.pptx", "b.pptx"})}
    publish(out, artifact("b.pptx", "B2", edition="public"), known=known)
    assert entries(out / "manifest.json")["base/public/a.pptx"]["sources"] == ["modules/a.pptx.md"]


def test_manifests_depend_on_nothing_but_the_artifacts(tmp_path, artifact):
    results = (artifact("b.pptx", "B"), artifact("a.pptx", "A", edition="public"))
    publish(tmp_path / "one", *results, known={})
    publish(tmp_path / "two", *reversed(results), known={})
    for name in ("manifest.json", "base/public/manifest.json", "base/trainer/manifest.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"files": [{}]}', '{"files": [{"path": "../x", "sha256": "0"}]}'])
def test_a_manifest_that_cannot_be_trusted_loses_nothing(out, artifact, garbage):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    (out / "base/trainer/manifest.json").write_text(garbage)
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B2"))
    kept = {"manifest (modifié).json": garbage} if garbage else {}
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B2", "b (modifié).pptx": "B", **kept}


def test_a_full_disk_leaves_the_set_whole(out, artifact, monkeypatch):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))

    def refuse(path: Path, content: bytes) -> None:
        if path.name == "b.pptx":
            raise OSError(28, "No space left on device", str(path))
        disk.write_file(path, content)

    monkeypatch.setattr(folder, "write_file", refuse)
    statuses, found = publish(out, artifact("a.pptx", "A2"), artifact("b.pptx", "B2"))
    assert found == [("cannot-write", {"path": "dist/base/trainer", "reason": "disk-full"})]
    assert statuses == {"a.pptx": Status.STALE, "b.pptx": Status.STALE}
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B"}
    assert [path.name for path in (out / "base").iterdir()] == ["trainer"]


def test_an_output_folder_that_is_a_file_is_told(out, artifact):
    out.write_text("")
    statuses, found = publish(out, artifact("a.pptx", "A"))
    assert found == [("cannot-write", {"path": "dist", "reason": "not-a-folder"})]
    assert statuses == {"a.pptx": Status.MISSING}


def test_a_file_held_open_blocks_no_other(out, artifact, monkeypatch):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"), artifact("c.pptx", "C"), known={})
    refuse_folders(monkeypatch)
    replace = Path.replace

    def refuse_open(path: Path, place: Path) -> Path:
        if Path(place).name == "a.pptx":
            raise PermissionError(13, "in use", str(path))
        return replace(path, place)

    monkeypatch.setattr(Path, "replace", refuse_open)
    statuses, found = publish(out, artifact("a.pptx", "A2"), artifact("b.pptx", "B2"))
    assert found == [("cannot-write", {"path": "dist/base/trainer/a.pptx", "reason": "not-allowed"})]
    assert statuses == {"a.pptx": Status.STALE, "b.pptx": Status.WRITTEN}
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B2"}
    told = entries(out / "base/trainer/manifest.json")
    assert (told["a.pptx"]["stale"], told["b.pptx"]["stale"]) == (True, False)


def test_file_by_file_keeps_what_was_changed_by_hand(out, artifact, monkeypatch):
    publish(out, artifact("a.pptx", "A"))
    (out / "base/trainer/a.pptx").write_text("by hand")
    refuse_folders(monkeypatch)
    publish(out, artifact("a.pptx", "A2"))
    assert contents(out) == {"a.pptx": "A2", "a (modifié).pptx": "by hand"}


def test_two_renames_stand_in_for_an_exchange(out, artifact, monkeypatch):
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    publish(out, artifact("a.pptx", "A"))
    publish(out, artifact("a.pptx", "A2"))
    assert contents(out) == {"a.pptx": "A2"}
    assert [path.name for path in (out / "base").iterdir()] == ["trainer"]


def test_a_build_killed_between_two_renames_is_put_right(out, artifact, failure):
    publish(out, artifact("a.pptx", "A"))
    (out / "base/trainer").rename(out / "base/.trainer.previous")
    (out / "base/.trainer.next").mkdir()
    publish(out, failure("a.pptx"))
    assert contents(out) == {"a.pptx": "A"}
    assert [path.name for path in (out / "base").iterdir()] == ["trainer"]


def test_a_disk_without_links_gets_copies(out, artifact, monkeypatch):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    before = (out / "base/trainer/a.pptx").stat().st_mtime_ns

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(disk.os, "link", refuse)
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B2"))
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B2"}
    assert (out / "base/trainer/a.pptx").stat().st_mtime_ns == before


def test_a_file_that_cannot_be_read_blocks_no_other(out, artifact, monkeypatch):
    publish(out, artifact("a.pptx", "A"), artifact("b.pptx", "B"))
    read_bytes, link = Path.read_bytes, disk.os.link

    def refuse_read(path: Path) -> bytes:
        if path.name == "a.pptx":
            raise PermissionError(13, "in use", str(path))
        return read_bytes(path)

    def refuse_link(source: Path, place: Path) -> None:
        if Path(source).name == "a.pptx":
            raise PermissionError(13, "in use", str(source))
        link(source, place)

    monkeypatch.setattr(Path, "read_bytes", refuse_read)
    monkeypatch.setattr(disk.os, "link", refuse_link)
    monkeypatch.setattr(disk.shutil, "copy2", refuse_link)
    statuses, found = publish(out, artifact("b.pptx", "B2"))
    monkeypatch.undo()
    assert (statuses, found) == ({"b.pptx": Status.WRITTEN}, [])
    assert contents(out) == {"a.pptx": "A", "b.pptx": "B2"}


def test_a_folder_that_is_a_link_stays_one(out, artifact, tmp_path):
    (tmp_path / "nuage").mkdir()
    (out / "base").mkdir(parents=True)
    (out / "base/trainer").symlink_to(tmp_path / "nuage", target_is_directory=True)
    publish(out, artifact("a.pptx", "A"))
    publish(out, artifact("a.pptx", "A2"))
    assert (tmp_path / "nuage/a.pptx").read_text() == "A2"
    assert (out / "base/trainer").is_symlink()


def test_links_among_files_that_are_not_ours_stay_links(out, artifact):
    publish(out, artifact("a.pptx", "A"))
    (out / "base/trainer/lien").symlink_to("a.pptx")
    publish(out, artifact("a.pptx", "A2"))
    assert (out / "base/trainer/lien").is_symlink()
    assert (out / "base/trainer/lien").read_text() == "A2"


def test_what_is_saved_during_the_swap_is_rescued(out, artifact, monkeypatch):
    publish(out, artifact("a.pptx", "A"))
    stage = folder._stage

    def stage_then_save(*arguments) -> None:
        stage(*arguments)
        saved = out / "base/trainer/saved.tmp"
        saved.write_text("at the last instant")
        saved.replace(out / "base/trainer/a.pptx")

    monkeypatch.setattr(folder, "_stage", stage_then_save)
    _, found = publish(out, artifact("a.pptx", "A2"))
    assert [code for code, _ in found] == ["edited-by-hand"]
    assert contents(out) == {"a.pptx": "A2", "a (modifié).pptx": "at the last instant"}


def refuse_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to be Windows with a file of the folder open: the folder cannot be renamed."""

    def refuse(current: Path) -> None:
        raise PermissionError(13, "in use", str(current))

    monkeypatch.setattr(folder, "swap", refuse)
