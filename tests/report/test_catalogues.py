"""The catalogues: complete in both languages, compiled, and in one voice."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from chevalet.diagnostics import CODES
from chevalet.locale import FOLDER, LANGUAGES
from chevalet.locale.compile import compile_catalogue

SOURCES = sorted(Path(FOLDER).rglob("*.po"))
# PyYAML's own words, in English only.
UNTRANSLATED = {"yaml-syntax": {"problem"}}


def read(language: str) -> Catalog:
    with Path(FOLDER, language, "LC_MESSAGES", "chevalet.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


CATALOGUES = {language: read(language) for language in LANGUAGES}


def texts_of(language: str) -> dict[str, tuple[str, ...]]:
    """Every text by its identifier, in all its plural forms."""
    found = {}
    for message in CATALOGUES[language]:
        if message.id:
            identifier = message.id if isinstance(message.id, str) else message.id[0]
            found[identifier] = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return found


def messages_of(compiled: bytes) -> dict[object, str]:
    """All but the header, which names Babel's version."""
    catalogue = GNUTranslations(BytesIO(compiled))._catalog  # type: ignore[attr-defined]
    return {identifier: text for identifier, text in catalogue.items() if identifier}


ENGLISH, FRENCH = texts_of("en"), texts_of("fr")
MESSAGES = sorted(CODES) + [f"{code}.hint" for code in sorted(CODES)]


def places_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_the_compiled_catalogue_is_current(source):
    committed, fresh = source.with_suffix(".mo").read_bytes(), compile_catalogue(source)
    assert messages_of(committed) == messages_of(fresh), "run: python chevalet/locale/compile.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_text_and_a_hint(language):
    assert sorted(set(MESSAGES) - texts_of(language).keys()) == []


def test_both_languages_have_the_same_texts():
    assert ENGLISH.keys() == FRENCH.keys()


def test_no_text_is_left_of_a_code_that_is_gone():
    hints = {identifier.removesuffix(".hint") for identifier in ENGLISH if identifier.endswith(".hint")}
    assert sorted(hints - CODES.keys()) == []


@pytest.mark.parametrize("identifier", sorted(ENGLISH))
def test_both_languages_have_the_same_places(identifier):
    for english, french in zip(ENGLISH[identifier], FRENCH[identifier], strict=True):
        assert places_of(english) - UNTRANSLATED.get(identifier, set()) == places_of(french)


@pytest.mark.parametrize("texts", [ENGLISH, FRENCH], ids=LANGUAGES)
def test_messages_are_in_one_voice(texts):
    for identifier in MESSAGES:
        (text,) = texts.get(identifier, ("",))
        assert not re.match("[A-ZÀ-Ý](?!TML|AML)", text), f"{identifier} begins with a capital"
        assert not text.endswith("."), f"{identifier} ends with a full stop"


def test_french_hints_begin_with_an_infinitive():
    for code in CODES:
        (hint,) = FRENCH.get(f"{code}.hint", ("écrire",))
        first = re.split(
            r"[ ,]",
            hint.removeprefix("ne rien ")
            .removeprefix("l'")
            .removeprefix("la ")
            .removeprefix("le ")
            .removeprefix("les "),
        )[0]
        assert re.search("(er|ir|re|oir)$", first), f"{code}: {hint}"


def test_french_uses_no_english_quotes_and_no_median_point():
    for identifier, texts in FRENCH.items():
        for text in texts:
            assert not {"·", "“", "”"} & set(text), identifier
            assert "(e)" not in text, identifier
