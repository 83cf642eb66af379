"""The names of output files: French, plain ASCII, safe on Windows and SharePoint."""

from __future__ import annotations

from hashlib import sha256

from chevalet.model.target import Target
from chevalet.plan.defaults import EDITIONS, REGIONS, SESSIONS
from chevalet.plan.outputs import OUTPUTS

_EDITIONS = {"participant": "participant", "public": "public", "organizer": "organisation"}
# `dist/<region>/<edition>/` and the name together stay below the 180 characters that SharePoint bears.
LONGEST_NAME = 120


def name_file(target: Target, kind: str, form: str, language: str) -> str:
    """Return a file's name: what it is, its workshop, and the parts of its target that are not the default."""
    parts = (
        OUTPUTS[kind].name,
        target.workshop,
        _unless(target.region, REGIONS[0]),
        _EDITIONS.get(target.edition, _unless(target.edition, EDITIONS[0])),
        # A session with modules of its own gives its name to its workshop.
        _unless(_unless(target.session, SESSIONS[0]), target.workshop),
        _unless(target.language, language).lower(),
    )
    name = f"{'-'.join(filter(None, parts))}.{form}"
    return name if len(name) <= LONGEST_NAME else mark_name(name, repr(target))


def mark_name(name: str, difference: str) -> str:
    """Return a name cut to length and told apart from others by a hash."""
    stem, _, form = name.rpartition(".")
    mark = sha256(difference.encode()).hexdigest()[:8]
    return f"{stem[: LONGEST_NAME - len(form) - len(mark) - 2]}-{mark}.{form}"


def _unless(name: str, default: str) -> str:
    return "" if name == default else name
