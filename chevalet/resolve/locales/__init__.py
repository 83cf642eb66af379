"""The locales: for each language, the words the compiler prints and the typography of what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from chevalet.model.locale import Locale
from chevalet.resolve.locales import en_ca, fr_ca, fr_fr
from chevalet.resolve.typography import EN_CA, FR_CA, FR_FR, SOCIAL, Preset


class Language(Struct, frozen=True):
    """A language a course can be built in; `pasted` is the typography of what is pasted into a network."""

    locale: Locale
    preset: Preset
    pasted: Preset


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "fr-CA": Language(fr_ca.LOCALE, FR_CA, SOCIAL),
        "fr-FR": Language(fr_fr.LOCALE, FR_FR, SOCIAL),
        "en-CA": Language(en_ca.LOCALE, EN_CA, EN_CA),
    }
)
