"""Several PDFs bound as one: their pages, and what makes them readable aloud, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Pdf


def bind_pdfs(first: bytes, others: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a PDF that keeps the title and the language of the first, with the others after it, each with a bookmark.

    The tags of all are kept: a reader goes through them as through one document. The same parts give the same bytes.
    """
    bound = Pdf.open(BytesIO(first))
    starts = []
    for title, content in others:
        starts.append((title, len(bound.pages)))
        _append(bound, Pdf.open(BytesIO(content)))
    with bound.open_outline() as outline:
        outline.root[:] = [OutlineItem(title, page) for title, page in starts]
    buffer = BytesIO()
    bound.save(buffer, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    return buffer.getvalue()


def _append(bound: Pdf, added: Pdf) -> None:
    """Add the pages of a document and its tree of tags; both number the marks of their pages from 0."""
    tree = bound.Root.StructTreeRoot
    shift = int(tree.ParentTreeNextKey)
    _keep_destinations(added)
    start = len(bound.pages)
    # Pages first: what is copied after them points to them instead of to nothing.
    bound.pages.extend(added.pages)
    for page in list(bound.pages)[start:]:
        _renumber(page.obj, shift)
    _join_trees(bound, bound.copy_foreign(added.Root.StructTreeRoot), shift)


def _renumber(page: Object, shift: int) -> None:
    if Name.StructParents in page:
        page.StructParents = int(page.StructParents) + shift
    for note in page.get(Name.Annots, []):
        if Name.StructParent in note:
            note.StructParent = int(note.StructParent) + shift


def _join_trees(bound: Pdf, added: Object, shift: int) -> None:
    tree = bound.Root.StructTreeRoot
    documents = [*_as_list(tree.K), *_as_list(added.K)]
    for document in documents:
        document.P = tree
    tree.K = Array(documents)
    numbers: list[Object | int] = list(tree.ParentTree.Nums)
    for place, value in enumerate(added.ParentTree.Nums):
        numbers.append(int(value) + shift if place % 2 == 0 else value)
    tree.ParentTree.Nums = Array(numbers)
    tree.ParentTreeNextKey = shift + int(added.ParentTreeNextKey)
    tree.RoleMap = Dictionary({**dict(added.get(Name.RoleMap, {})), **dict(tree.get(Name.RoleMap, {}))})


def _as_list(value: Object) -> list[Object]:
    return list(value) if isinstance(value, Array) else [value]


def _keep_destinations(added: Pdf) -> None:
    """Write where links lead instead of the names of the places: names of two documents may be the same."""
    names = _read_names(added)
    for page in added.pages:
        for note in page.obj.get(Name.Annots, []):
            for holder in (note, note.get(Name.A, Dictionary())):
                for key in (Name.Dest, Name.D):
                    target = holder.get(key)
                    if target is not None and str(target) in names:
                        holder[key] = names[str(target)]


def _read_names(added: Pdf) -> dict[str, Object]:
    tree = added.Root.get(Name.Names, Dictionary()).get(Name.Dests, Dictionary())
    pairs = list(tree.get(Name.Names, []))
    return {str(name): value for name, value in zip(pairs[::2], pairs[1::2], strict=True)}
