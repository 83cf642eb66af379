"""Which language the command line speaks: that of `--lang`, of the environment, of Windows, else English."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from chevalet.locale import FOLDER, LANGUAGES

OPTION = "--lang"
# In the order in which gettext looks at them.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
# The primary language, the ten low bits of what Windows calls a language identifier.
_PRIMARY = 0x3FF
_WINDOWS_LANGUAGES = {0x0C: "fr"}


def choose_language(arguments: Sequence[str], environment: Mapping[str, str], system: str = "") -> str:
    """Return the language of all texts, known before any argument is read: the help itself is in it."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == OPTION:
            value = value or "".join(arguments[position + 1 : position + 2])
            return value if value in LANGUAGES else LANGUAGES[0]
    spoken = next(filter(None, (environment.get(name, "") for name in _VARIABLES)), system)
    return spoken[:2].lower() if spoken[:2].lower() in LANGUAGES else LANGUAGES[0]


def system_language() -> str:
    """Return the language of Windows' own windows, which no variable tells; elsewhere the environment says it all."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 — of use on Windows alone

    return _WINDOWS_LANGUAGES.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY, "")


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
