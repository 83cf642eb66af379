"""The texts people read, from gettext catalogues in English and in French; an identifier stands for each text."""

from __future__ import annotations

import gettext
import os

LANGUAGES = ("en", "fr")
DOMAIN = "chevalet"
# `os.path`, not `pathlib`: this module is read before every `--help`.
FOLDER = os.path.dirname(__file__)


class Catalogue:
    """The texts of one language, by identifier; `{name}` in a text is filled with the argument of that name."""

    __slots__ = ("_texts", "language")

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._texts = gettext.translation(DOMAIN, FOLDER, [self.language])

    def text(self, identifier: str, **arguments: object) -> str:
        """Return a text; the identifier itself when there is none."""
        return _fill(self._texts.gettext(identifier), arguments)

    def count(self, identifier: str, number: int, **arguments: object) -> str:
        """Return a text in the form that `number` asks for; it fills `{number}`."""
        return _fill(self._texts.ngettext(identifier, identifier, number), {"number": number, **arguments})

    def knows(self, identifier: str) -> bool:
        return self._texts.gettext(identifier) != identifier


class _Lenient(dict[str, object]):
    """Arguments of which a missing one is shown by its name: a message that lacks one must still be read."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _fill(text: str, arguments: dict[str, object]) -> str:
    return text.format_map(_Lenient(arguments))
