"""Making only what was not made before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from chevalet.cache.decks import pack_made, unpack_made
from chevalet.cache.store import Store
from chevalet.model.artifact import Made


def recall(
    keys: Sequence[str], make: Callable[[Sequence[int]], Iterable[Made]], store: Store | None
) -> tuple[Made, ...]:
    """Return what each key stands for; `make` is asked for those at the positions that the store does not have.

    What has an empty key is private: it is always made, and never kept.
    """
    found = [unpack_made(store.read(key)) if store and key else None for key in keys]
    missing = [position for position, made in enumerate(found) if made is None]
    for position, made in zip(missing, make(missing), strict=True):
        found[position] = made
        if store and keys[position]:
            store.write(keys[position], pack_made(made))
    return tuple(made for made in found if made is not None)
