"""Trees give the same answers from memory and from disk, and nothing leads out of the root."""

import os
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from chevalet.diagnostics import Sink
from chevalet.load.text import read_file
from chevalet.load.tree import DiskTree, MemoryTree, Tree, Trouble
from chevalet.span import Span

FILES = {"a.md": "un", "b/c.md": "deux", "b/d/e.md": "trois", "é.md": "quatre"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        place = tmp_path / "root" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    return tmp_path / "root"


@pytest.fixture(params=["disk", "memory"])
def tree(request: pytest.FixtureRequest, root: Path) -> Tree:
    return DiskTree(root) if request.param == "disk" else MemoryTree(FILES)


def test_a_folder_lists_its_names_in_order_folders_with_a_slash(tree: Tree) -> None:
    assert tree.list_folder("") == ("a.md", "b/", "é.md")
    assert tree.list_folder("b") == ("c.md", "d/")


@pytest.mark.parametrize("folder", ["z", "a.md", "b/z"])
def test_what_is_not_a_folder_has_no_list(tree: Tree, folder: str) -> None:
    assert tree.list_folder(folder) is Trouble.MISSING


def test_a_file_is_read_whole(tree: Tree) -> None:
    assert tree.read_bytes("b/d/e.md") == b"trois"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_matches_in_either_unicode_form(tree: Tree, form: str) -> None:
    assert tree.read_bytes(normalize(form, "é.md")) == b"quatre"


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("z.md", Trouble.MISSING),
        ("a.md/z", Trouble.MISSING),
        ("b", Trouble.NOT_A_FILE),
        ("../secret.md", Trouble.OUTSIDE),
        ("b/../../secret.md", Trouble.OUTSIDE),
        ("/etc/hostname", Trouble.OUTSIDE),
    ],
)
def test_what_cannot_be_read_says_why(tree: Tree, path: str, trouble: Trouble) -> None:
    assert tree.read_bytes(path) is trouble


def test_a_file_larger_than_the_limit_is_refused(tree: Tree) -> None:
    assert tree.read_bytes("a.md", limit=2) == b"un"
    assert tree.read_bytes("a.md", limit=1) is Trouble.TOO_LARGE


def test_existence(tree: Tree) -> None:
    assert [path for path in ("a.md", "b", "b/d/e.md", "z", "../secret.md") if tree.exists(path)] == [
        "a.md",
        "b",
        "b/d/e.md",
    ]


def test_names_the_disk_decomposes_are_found_and_listed_composed(root: Path) -> None:
    folder = root / normalize("NFD", "été")
    folder.mkdir()
    (folder / normalize("NFD", "île.md")).write_text("cinq", encoding="utf-8")
    tree = DiskTree(root)
    assert tree.list_folder("été") == ("île.md",)
    assert tree.read_bytes("été/île.md") == b"cinq"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_read(root: Path) -> None:
    (root / "out.md").symlink_to(root.parent / "secret.md")
    (root / "away").symlink_to(root.parent)
    (root / "in.md").symlink_to(root / "b" / "c.md")
    (root / normalize("NFD", "dé.md")).symlink_to(root.parent / "secret.md")
    tree = DiskTree(root)
    assert tree.read_bytes("out.md") is Trouble.OUTSIDE
    assert tree.read_bytes("away/secret.md") is Trouble.OUTSIDE
    assert tree.read_bytes(normalize("NFC", "dé.md")) is Trouble.OUTSIDE
    assert tree.list_folder("away") is Trouble.OUTSIDE
    assert tree.read_bytes("in.md") == b"deux"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows, and it has no pipes")
def test_a_link_to_itself_and_a_pipe_are_not_waited_for(root: Path) -> None:
    (root / "loop.md").symlink_to(root / "loop.md")
    (root / "around").symlink_to(root)
    os.mkfifo(root / "pipe.md")
    tree = DiskTree(root)
    assert tree.read_bytes("loop.md") is Trouble.UNREADABLE
    assert tree.read_bytes("pipe.md") is Trouble.NOT_A_FILE
    names = tree.list_folder("")
    assert not isinstance(names, Trouble)
    assert "around" in names  # as a file: a walk does not follow it


@pytest.fixture
def nobody() -> Iterator[None]:
    """The root user may read everything: it is nobody for the time of a test."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65_534)
    yield
    os.seteuid(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_without_permission_is_unreadable(root: Path, request: pytest.FixtureRequest) -> None:
    (root / "a.md").chmod(0)
    tree = DiskTree(root)
    request.getfixturevalue("nobody")
    assert tree.read_bytes("a.md") is Trouble.UNREADABLE


@pytest.mark.parametrize("path", ["a\0.md", "x" * 5000])
def test_a_path_no_disk_can_hold_is_no_exception(root: Path, path: str) -> None:
    assert DiskTree(root).read_bytes(path) in (Trouble.MISSING, Trouble.UNREADABLE)


@pytest.mark.parametrize("trouble", list(Trouble))
def test_each_trouble_is_a_diagnostic_where_the_file_was_asked_for(trouble: Trouble) -> None:
    sink, place = Sink(), Span("course/course.yaml", 3, 1, 3, 9)
    assert read_file(MemoryTree({"a.md": trouble}), "a.md", sink, place) is None
    assert [(each.code, each.span) for each in sink.found] == [(trouble.value, place)]
