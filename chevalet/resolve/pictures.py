"""Pictures: found beside their module, and read far enough to know their kind and size."""

from __future__ import annotations

import posixpath
from unicodedata import normalize

from chevalet.diagnostics import suggest
from chevalet.model.picture import PictureData
from chevalet.resolve.context import Scope
from chevalet.resolve.picture_header import Fault, read_header
from chevalet.resolve.terms import fill
from chevalet.span import Span

OTHER_KINDS = (
    ".svg", ".svgz", ".webp", ".avif", ".heic", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".eps", ".pdf", ".ico",
)  # fmt: skip
MOST_PIXELS = 100_000_000


def read_picture(target: str, span: Span, scope: Scope) -> PictureData | None:
    """Return the picture that a module names by a path from its own folder, None after saying why there is none."""
    sink = scope.context.sink
    written = fill(target, span, scope.context)
    if "://" in written or written.startswith(("//", "data:")):
        sink.add("remote-picture", span, picture=written)
        return None
    if written.lower().endswith(OTHER_KINDS):
        sink.add("unsupported-picture", span, picture=written)
        return None
    folder = posixpath.dirname(scope.module.path)
    path = normalize("NFC", posixpath.normpath(posixpath.join(folder, written.replace("\\", "/"))))
    content = scope.context.project.pictures.get(path)
    if content is None:
        sink.add("missing-picture", span, picture=written, nearest=_suggest(written, folder, scope))
        return None
    return _read(content, written, span, scope)


def _suggest(written: str, folder: str, scope: Scope) -> str:
    """Return the nearest picture as it would be written in the module: one of its own folder, if there is any."""
    known = scope.context.project.pictures
    beside = [path for path in known if path.startswith(f"{folder}/")]
    names = [posixpath.relpath(path, folder) for path in beside or known]
    otherwise_spelled = (name for name in names if name.casefold() == written.casefold())
    return next(otherwise_spelled, "") or suggest(written, names)


def _read(content: bytes, written: str, span: Span, scope: Scope) -> PictureData | None:
    """Return a picture by its header, whose kind counts more than the name of its file."""
    header = read_header(content)
    if header is Fault.UNKNOWN:
        scope.context.sink.add("unsupported-picture", span, picture=written)
        return None
    if header is Fault.DAMAGED or header.width * header.height > MOST_PIXELS:
        scope.context.sink.add("unreadable-picture", span, picture=written, most=MOST_PIXELS // 1_000_000)
        return None
    return PictureData(content, header.width, header.height, header.format, header.orientation)
