"""Bad days of a manifest: cut short, spoiled, somebody else's, or telling lies."""

from __future__ import annotations

import json

import pytest

from tests.cli.bad_days import ALL, TRAINER, change, check_set


@pytest.mark.parametrize("where", ["manifest.json", "base/trainer/manifest.json"])
@pytest.mark.parametrize("text", ["", "\0" * 100, '{"a": 1}', '{"files": 3, "version": 1}', "[" * 100_000, "\ud800"])
def test_a_manifest_that_means_nothing_loses_nothing(built, where, text):
    content = text.encode(errors="surrogatepass")
    (built.root / "dist" / where).write_bytes(content)
    change(built)
    done = built.run(*ALL)
    assert done.returncode == 0, done.stderr
    check_kept = [path.read_bytes() for path in (built.root / "dist" / where).parent.glob("manifest (*")]
    is_ours = not content or b"version" in content
    assert check_kept == ([] if is_ours else [content])
    assert built.run(*ALL).stdout.startswith("nothing to do: 3 files are up to date\n")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_manifest_that_was_cut_short_is_made_again(built, part):
    manifest = built.trainer / "manifest.json"
    before = manifest.read_bytes()
    manifest.write_bytes(before[: int(len(before) * part)])
    assert built.run(*ALL).returncode == 0
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
    done = built.run(*ALL)
    assert done.returncode == 0, done.stderr
    assert [built.read(name) for name in ("x", "dist/x", "dist/base/trainer/photos/x")] == ["mine"] * 3
    check_set(built)


def test_a_manifest_of_something_else_is_kept(course):
    site = '{"name": "Un site", "icons": []}'
    small = course({"site/manifest.json": site})
    done = small.run(*TRAINER, "--out", "site")
    assert "warning[edited-by-hand]" in done.stderr
    assert small.read("site/manifest (modifié).json") == site
    assert json.loads(small.read("site/manifest.json"))["version"] == 1


def test_the_root_manifest_tells_of_folders_that_another_build_left(built):
    """A build killed after its first folder leaves a root manifest behind its folders."""
    old = built.read("dist/manifest.json")
    change(built)
    assert built.run("--format", "pptx", "--edition", "public").returncode == 0
    built.write("dist/manifest.json", old)
    assert built.run("--format", "pptx", "--edition", "trainer").returncode == 0
    check_set(built)
