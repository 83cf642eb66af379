"""What a typographic preset is made of: rules that correct, flags that only point out."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

SPACES = "[ \u00a0\u202f\u2009]"
NO_BREAK = "\u00a0"
THIN = "\u202f"
SPACES_IN_A_ROW = ("  ", NO_BREAK, THIN)

# Triggers that are no characters of the text but say what follows a digit; `DIGIT` is pulled by any of them.
DIGIT, DECIMAL, HOUR, GROUP, COUNTED = "0", "0,0", "0h", "0 0", "0 a"

_ANY_DIGIT = re.compile("[0-9]")
_AFTER_DIGIT = re.compile(rf"[0-9](?:([.,])(?=[0-9])|({SPACES}*)(?=h)|({SPACES}+)(?=[0-9])|({SPACES}*)(?=[^\W\d_]))")
_AFTER = ("", DECIMAL, HOUR, GROUP, COUNTED)
_NOT_WRITTEN = frozenset((DIGIT, *_AFTER))


# At first use: few of a preset's rules are ever tried in one build, and none of another language's.
_compile = functools.cache(re.compile)


class Rule(Struct, frozen=True):
    """A correction: every group of `pattern` is replaced by `text`, what stands around it is only looked at.

    It is tried when one of `triggers` (characters, groups of characters, what a digit is followed by) is in the text.
    """

    name: str
    triggers: tuple[str, ...]
    expression: str
    text: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compile(self.expression)


class Flag(Struct, frozen=True):
    """What a person should decide: `code` is its diagnostic, `advice` the template of what should be written.

    `swap` gives characters to replace in what was found instead, when no template can say it.
    """

    code: str
    triggers: tuple[str, ...]
    expression: str
    advice: str = ""
    swap: tuple[str, str] = ("", "")

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compile(self.expression)


class Finding(Struct, frozen=True):
    """A flag raised: the offending characters, and what was expected, empty when that is the author's choice."""

    code: str
    found: str
    expected: str


class Choice(Struct, frozen=True):
    """What of a preset is worth trying on a text."""

    rules: tuple[Rule, ...]
    flags: tuple[Flag, ...]


class Preset(Struct, frozen=True, eq=False):
    """The rules of a language or a medium, in the order they are tried, its flags, and what triggers them."""

    name: str
    rules: tuple[Rule, ...]
    flags: tuple[Flag, ...]
    characters: re.Pattern[str]
    groups: tuple[str, ...]

    def choose(self, text: str) -> Choice:
        """Return the rules and flags of which `text` holds a trigger: the quick test before any work."""
        present = self.characters.findall(text)
        present += [group for group in self.groups if group in text]
        if _ANY_DIGIT.search(text):
            present.append(DIGIT)
            present += [_AFTER[match.lastindex or 0] for match in _AFTER_DIGIT.finditer(text)]
        return _choose(self, frozenset(present))


def rule(name: str, triggers: str | tuple[str, ...], pattern: str, text: str) -> Rule:
    """Return a rule; in `pattern`, `␣` stands for any one space that may be written there."""
    return Rule(name, tuple(triggers), pattern.replace("␣", SPACES), text)


def flag(
    code: str, triggers: str | tuple[str, ...], pattern: str, advice: str = "", swap: tuple[str, str] = ("", "")
) -> Flag:
    """Return a flag, its pattern written as that of a rule."""
    return Flag(code, tuple(triggers), pattern.replace("␣", SPACES), advice, swap)


def preset(name: str, rules: tuple[Rule, ...], flags: tuple[Flag, ...] = ()) -> Preset:
    """Return a preset, the triggers of its rules and flags gathered for the quick test."""
    every = [each.triggers for each in rules] + [each.triggers for each in flags]
    triggers = {trigger for some in every for trigger in some} - _NOT_WRITTEN
    characters = "".join(re.escape(trigger) for trigger in sorted(triggers) if len(trigger) == 1)
    groups = tuple(sorted(trigger for trigger in triggers if len(trigger) > 1))
    return Preset(name, rules, flags, re.compile(f"[{characters}]"), groups)


@functools.lru_cache(maxsize=4096)
def _choose(preset: Preset, present: frozenset[str]) -> Choice:
    return Choice(
        tuple(each for each in preset.rules if not present.isdisjoint(each.triggers)),
        tuple(each for each in preset.flags if not present.isdisjoint(each.triggers)),
    )
