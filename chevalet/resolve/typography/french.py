"""French typography: one table of rules, whose spaces are Québec's, France's or those of a text to paste."""

from __future__ import annotations

from msgspec import Struct

from chevalet.resolve.typography.rule import (
    COUNTED,
    DECIMAL,
    DIGIT,
    GROUP,
    HOUR,
    NO_BREAK,
    SPACES_IN_A_ROW,
    THIN,
    Flag,
    Rule,
    flag,
    preset,
    rule,
)

_LETTERS = "A-ZÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒ"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITS = (
    "(?:[kcm]?m[²³]?|[km]?g|[mcd]?[lL]|[kKMGT]o|[kMG]?bit/s|[kMG]b/s|[kMG]?Hz|k?Wh?|ms|s|min|px|pt|ha|kcal)"
    r"(?![\w'’/²³])"
)
_COUNTED = (
    "(?:points?|fois|secondes?|minutes?|heures?|jours?|semaines?|mois|ans|années?|personnes?|kilomètres?|mètres?|litres?"
    r"|milliers?|millions?|milliards?|dollars?)(?!\w)"
)
_TITLES = ("M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Dre", "Drs", "Dres", "Me", "Mgr", "Pr", "Pre")
_NUMBERED = ("n°", "nᵒ", "N°", "no", "No", "p.", "pp.", "art.", "chap.", "fig.", "vol.")
_ENDINGS = "e|ne|se|le|ère|euse|trice"


class Spacing(Struct, frozen=True):
    """The spaces to write; None leaves those that are there.

    `high` stands before `;` `!` `?`, `quote` inside guillemets, `group` between groups of three digits, `symbol`
    between a number and the sign of what it counts, `bond` between words that hold together.
    """

    high: str
    colon: str
    quote: str
    symbol: str
    group: str | None
    bond: str | None


QUEBEC = Spacing("", NO_BREAK, NO_BREAK, NO_BREAK, NO_BREAK, NO_BREAK)
FRANCE = Spacing(THIN, NO_BREAK, NO_BREAK, NO_BREAK, THIN, NO_BREAK)
PASTED = Spacing("", "", "", "", None, None)


def french_rules(spacing: Spacing) -> tuple[Rule, ...]:
    """Return the rules in their order: glyphs, signs, numbers, words, dashes."""
    return (
        *_glyphs(),
        *_signs(spacing),
        *_numbers(spacing.symbol),
        *_thousands(spacing.group),
        *_words(spacing.bond),
        *_dashes(spacing.bond),
    )


def _glyphs() -> tuple[Rule, ...]:
    return (
        rule("several-spaces", SPACES_IN_A_ROW, r"(␣␣+)", " "),
        rule("apostrophe", "'", r"(')(?<=[^\W\d_]')(?=[\w«“\"\ufffc])", "’"),
        rule("space-before-dots", ("...",), r"(␣\.\.\.)(?![./])", "…"),
        rule("dots", ("...",), r"(\.\.\.)(?<!\.\.\.\.)(?![./])", "…"),
        rule("inner-quote", "“", r"“(␣)", ""),
        rule("inner-quote-end", "”", r"(␣)”", ""),
        rule("first", (COUNTED,), r"1(ère)s?(?!\w)", "re"),
        rule("ordinal", (COUNTED, "ème"), r"[\dIVX](i?[èe]me)s?(?!\w)", "e"),
    )


def _signs(spacing: Spacing) -> tuple[Rule, ...]:
    high, colon = spacing.high, spacing.colon
    return (
        rule("quote", "«", r"«(␣?)(?=\S)", spacing.quote),
        rule("quote-end", "»", r"(␣)»(?<!«␣»)", spacing.quote),
        *((rule("tight-quote-end", "»", r"()»(?<=[^\s«]»)", spacing.quote),) if spacing.quote else ()),
        rule("high-sign", ";!?", r"(␣)(?=[;!?])(?!!=|!\[)(?<![«(\[]␣)", high),
        *((rule("tight-high-sign", ";!?", r"()[;!?](?<=[^\s;!?(\[«“¿¡].)", high),) if high else ()),
        rule("colon", ":", r"(␣)(?=:(?!:))", colon),
        *((rule("tight-colon", ":", r"():(?<=[^\s:]:)(?=[\s»”)\]…\ufffc]|$)", colon),) if colon else ()),
    )


def _numbers(symbol: str) -> tuple[Rule, ...]:
    signs = r"[%‰](?!\w)|(?:[kMG]?\$|[€£])(?!\w)|\$(?:CAN?|US|AU)(?!\w)|°[CF](?!\w)"
    return (
        rule("symbol", "%‰$€£°", rf"\d(␣?)(?={signs})", symbol),
        rule("hour", (HOUR,), r"\d(?<!h\d\d)(␣?)(?=h(?:␣?[0-5]\d)?(?!\w))", symbol),
        rule("minutes", (HOUR,), rf"h(?<=\d{symbol}h)(␣?)(?=[0-5]\d(?!\w))", symbol),
        rule("money-in-words", "$€£", r"lli(?:on|ard)s?(␣)(?=[$€£])", symbol),
        rule("currency", "$", r"\$(␣?)(?=(?:CAN?|US|AU)(?!\w))", symbol),
    )


def _thousands(group: str | None) -> tuple[Rule, ...]:
    """Return the rule of groups of three digits, which no telephone and no date pulls."""
    if group is None:
        return ()
    after = r"(?=\d{3}(?!\d|[ -]\d{4}(?!\d)))"
    return (rule("thousands", (GROUP,), rf"\d(␣){after}(?<!\d\d\d\d␣)(?<!,\d␣)(?<!,\d\d␣)", group),)


def _words(bond: str | None) -> tuple[Rule, ...]:
    if bond is None:
        return ()
    return (
        rule("unit", (COUNTED,), rf"\d(␣)(?={_UNITS}|(?:{_MONTHS})(?!\w))", bond),
        rule("duration", (" (",), r"(␣)(?=\(\d+␣min(?:␣\d+)?\))", bond),
        rule("seconds", (COUNTED,), r"min(?<=\d␣min)(␣)(?=[0-5]\d(?!\d))", bond),
        rule("first-of-month", (COUNTED,), rf"1er(␣)(?=(?:{_MONTHS})(?!\w))", bond),
        rule("numbered", (DIGIT,), rf"(␣)(?=\d){_after(_NUMBERED)}", bond),
        rule("title", ("M", "Dr", "Pr "), rf"(␣)(?=[{_LETTERS}]){_after(_TITLES)}", bond),
        rule("initial", (". ",), rf"\.(?<=(?<![\w’'.])[{_LETTERS}]\.)(␣)(?=[{_LETTERS}][.\w])", bond),
    )


def _after(words: tuple[str, ...]) -> str:
    """Return a condition on the space just read: one of `words`, whole, ends there."""
    return "(?:" + "|".join(rf"(?<=(?<!\w){word.replace('.', '[.]')}␣)" for word in words) + ")"


def _dashes(bond: str | None) -> tuple[Rule, ...]:
    if bond is None:
        return ()
    return (
        rule("aside", "–—", r"[–—](?:(?<=\s.)|(?<=^.))(␣)[^–—.!?…\n]*?(␣)[–—](?=[\s,;:.!?)»]|$)", bond),
        rule("dash", "–—", r"[–—](?:(?<=[ \n].)|(?<=^.))(␣)(?=\S)", bond),
    )


FLAGS: tuple[Flag, ...] = (
    flag("straight-quotes", '"', r'"(?<!\d")(?=\S)([^"]*[^"\s])"', r"« \1 »"),
    flag("dollar-before", "$", r"\$(\d+(?:[ ,.]\d+)*)", r"\1 $"),
    flag("english-thousands", (DECIMAL,), r"\d{1,3}(?:(?:,\d{3}){2,}|,000|,\d{3}(?=␣?\$))(?![\d,])", swap=(",", " ")),
    flag("decimal-point", (DECIMAL,), rf"\d+\.\d+(?=␣?(?:[%$€]|[kMG]\$)|␣{_UNITS}|␣{_COUNTED})", swap=(".", ",")),
    flag("hyphen-as-dash", (" - ",), r" - (?<=[^\s\d] - )(?=[^\s\d])", " – "),
    flag("needless-minutes", (HOUR,), r"(\d{1,2})␣?h␣?00(?!\w)", r"\1 h"),
    flag("english-hour", (COUNTED,), r"[\d\ufffc]+␣?[ap]\.?m\b\.?"),
    flag("dots-after-etc", ("etc",), r"\betc\.?(?:\.\.+|…)", "etc."),
    flag("shortened-doublet", "(·", rf"[(·](?<=\w.)(?:(?<=\()(?:{_ENDINGS})s?\)s?|(?<=·)(?:{_ENDINGS})(?:·?s)?)(?!\w)"),
)

FR_CA = preset("fr-CA", french_rules(QUEBEC), FLAGS)
FR_FR = preset("fr-FR", french_rules(FRANCE), FLAGS)
SOCIAL = preset("social", french_rules(PASTED))
