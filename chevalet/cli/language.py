"""Which language the command line speaks: that of `--lang`, else that of the environment, else English."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from chevalet.locale import FOLDER, LANGUAGES

OPTION = "--lang"
# In the order in which gettext looks at them.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language of all texts, known before any argument is read: the help itself is in it."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == OPTION:
            value = value or "".join(arguments[position + 1 : position + 2])
            return value if value in LANGUAGES else LANGUAGES[0]
    spoken = next(filter(None, (environment.get(name, "") for name in _VARIABLES)), "")
    return spoken[:2].lower() if spoken[:2].lower() in LANGUAGES else LANGUAGES[0]


@contextmanager
def click_in(language: str) -> Iterator[None]:
    """Make click speak a language: it asks gettext, which asks the environment."""
    before, domain = os.environ.get(_VARIABLES[0]), gettext.textdomain()
    os.environ[_VARIABLES[0]] = language
    gettext.bindtextdomain("click", FOLDER)
    gettext.textdomain("click")
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ[_VARIABLES[0]]
        else:
            os.environ[_VARIABLES[0]] = before
