"""What was typed, complete: every option has its value."""

from __future__ import annotations

import os
from collections.abc import Iterable

from msgspec import Struct

import chevalet
from chevalet.cache.files import Files, read_files, read_folder
from chevalet.cli.options import split_names
from chevalet.cli.usage import refuse
from chevalet.diagnostics import CODES
from chevalet.locale import Catalogue
from chevalet.plan.outputs import ORGANIZER

THEME = "themes/chevalet"
REGIONS = "course/regions"
PARTS = ("regions", "workshops", "sessions", "editions", "languages", "formats")


class Request(Struct, frozen=True):
    """A build or a check: `names` are those asked for, by part of a target, in the order of `PARTS`."""

    catalogue: Catalogue
    root: str
    out: str
    names: tuple[tuple[str, ...], ...]
    is_strict: bool
    denied: frozenset[str]
    form: str
    jobs: int | None
    quiet: bool
    verify: bool
    regions: str = ""

    @property
    def signature(self) -> str:
        """All of it that decides what is made and what is said."""
        return repr((self.out, self.regions, self.names, self.is_strict, sorted(self.denied)))

    @property
    def fonts(self) -> str:
        """The folder of the theme's faces, that PDFs are set in."""
        return os.path.join(self.root, THEME, "fonts")

    @property
    def is_private(self) -> bool:
        """Say whether what is made of `private/` is asked for: nothing of such a build is remembered."""
        return ORGANIZER in self.names[PARTS.index("editions")]

    @property
    def out_name(self) -> str:
        """The output folder as diagnostics call it: from the root where it is inside."""
        return show_path(self.out, self.root)

    @property
    def regions_name(self) -> str:
        """The folder of regions as diagnostics call it: from the root, where that is possible."""
        return name_folder(self.regions, self.root) if self.regions else REGIONS

    def read_sources(self) -> Files:
        """Return the files of the project, the regions among them wherever they stand."""
        files = read_files(self.root, THEME)
        return {**files, **read_folder(self.regions, self.regions_name)} if self.regions else files

    @property
    def way_home(self) -> str:
        """The way from the output folder to the root, empty where it is not inside."""
        root, out = os.path.realpath(self.root), os.path.realpath(self.out)
        inside = show_path(out, root)
        return "" if inside == out.replace(os.sep, "/") else "../" * (inside.count("/") + 1)


def make_request(catalogue: Catalogue, options: dict[str, object]) -> Request:
    """Return the request of a command's options."""
    root = find_root(options)
    out = str(options.get("out") or os.path.join(root, "dist"))
    denied = frozenset(split_names(_texts(options["denied"])))
    _check_codes(catalogue, denied)
    return Request(
        catalogue=catalogue,
        root=root,
        out=os.path.abspath(out),
        names=tuple(split_names(_texts(options[part])) for part in PARTS),
        is_strict=bool(options["is_strict"]),
        denied=denied,
        form=str(options["form"]),
        jobs=int(str(options["jobs"])) if options["jobs"] else None,
        quiet=bool(options["quiet"]),
        verify=bool(options.get("verify")),
        regions=os.path.abspath(str(options["regions_folder"])) if options.get("regions_folder") else "",
    )


def find_root(options: dict[str, object]) -> str:
    """Return the project's folder: that of `--root`, else the one we stand in, else the one the compiler stands in."""
    given = options["root"]
    if given:
        return os.path.abspath(str(given))
    try:
        here = os.getcwd()
    except OSError:
        # The folder we stand in was removed.
        here = os.devnull
    home = os.path.dirname(os.path.dirname(os.path.abspath(chevalet.__file__)))
    return here if os.path.isdir(os.path.join(here, "course")) else home


def name_folder(folder: str, root: str) -> str:
    """Return the way from the root to a folder that may stand anywhere, with `/`."""
    try:
        return os.path.relpath(folder, root).replace(os.sep, "/")
    except ValueError:
        # On another disk of Windows.
        return folder.replace(os.sep, "/")


def show_path(path: str, root: str) -> str:
    """Return a path from the root where it is inside, and with `/`."""
    inside = path.startswith(root + os.sep)
    return (path[len(root) + 1 :] if inside else path).replace(os.sep, "/")


def _texts(value: object) -> Iterable[str]:
    return value if isinstance(value, tuple) else ()


def _check_codes(catalogue: Catalogue, denied: Iterable[str]) -> None:
    for code in sorted(set(denied) - CODES.keys()):
        raise refuse(catalogue, "--deny", code, tuple(CODES))
