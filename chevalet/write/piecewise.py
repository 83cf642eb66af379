"""File by file, where the system refuses the whole folder: Windows does while one of its files is open."""

from __future__ import annotations

from pathlib import Path

from chevalet.write.decide import Following, Present
from chevalet.write.outcome import Status
from chevalet.write.swap import next_of

Refused = dict[str, OSError]


def replace_each(current: Path, following: Following, present: Present) -> Refused:
    """Bring the files of a folder to their next state; return those the system refused, which stay as they were."""
    refused = Refused()
    aside = {source: name for name, source in following.files.items() if isinstance(source, str) and source != name}
    for source, name in aside.items():
        _move(current / source, current / name, source, refused)
    for name, content in following.files.items():
        if isinstance(content, bytes) and name not in refused:
            _move(next_of(current) / name, current / name, name, refused)
    for name in present.hashes.keys() - following.files.keys() - aside.keys():
        _remove(current / name, name, refused)
    for name in refused:
        hold_back(name, following, present)
    return refused


def hold_back(name: str, following: Following, present: Present) -> None:
    """Say of a file that it stays as it was."""
    following.edited.pop(name, None)
    following.statuses[name] = Status.STALE if name in present.hashes else Status.MISSING
    if name in present.entries:
        following.entries[name] = {**present.entries[name], "stale": True}
    else:
        following.entries.pop(name, None)


def _move(origin: Path, place: Path, name: str, refused: Refused) -> None:
    try:
        origin.replace(place)
    except OSError as error:
        refused[name] = error


def _remove(place: Path, name: str, refused: Refused) -> None:
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        refused[name] = error
