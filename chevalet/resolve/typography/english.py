"""English typography, as Canada prints it: curly quotes, no space before signs, `$` before the number."""

from __future__ import annotations

from chevalet.resolve.typography.rule import DIGIT, NO_BREAK, SPACES_IN_A_ROW, Flag, Rule, flag, preset, rule

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_UNITS = r"(?:[kcm]?m[²³]?|[km]?g|[mcd]?L|[kKMGT]B|[kMG]?bit/s|[kMG]b/s|[kMG]?Hz|k?Wh?|ms|s|min|px|pt|ha)(?![\w'’/²³])"
_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.")
_NUMBERED = ("No.", "no.", "p.", "pp.", "s.", "vol.", "fig.", *_MONTHS)
_BEFORE_OPENING = r"\s(\[—–“‘«/"


def _after(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(rf"(?<=(?<!\w){word.replace('.', '[.]')}␣)" for word in words) + ")"


_RULES: tuple[Rule, ...] = (
    rule("several-spaces", SPACES_IN_A_ROW, r"(␣␣+)", " "),
    rule("space-before-dots", ("...",), r"(␣\.\.\.)(?![./])", "…"),
    rule("dots", ("...",), r"(\.\.\.)(?<!\.\.\.\.)(?![./])", "…"),
    rule("sign", ";!?:", r"(␣)[;!?:](?=[\s”’\"')]|$)", ""),
    rule("quote", '"', rf'(")(?<![^{_BEFORE_OPENING}]")(?=\S)', "“"),
    rule("quote-end", '"', r'“[^“"]*(")', "”"),
    rule("quote-end-later", '"', r'(")(?<=[^\s\d]")', "”"),
    rule("apostrophe", "'", rf"(')(?<=[^{_BEFORE_OPENING}]')(?<!\d')", "’"),
    rule("decade", "'", r"(')(?=\d0s)", "’"),
    rule("single-quote", "'", rf"(')(?<![^{_BEFORE_OPENING}]')(?=\w)", "‘"),
    rule("percent", "%", r"(?<=\d)(␣)(?=%(?!\w))", ""),
    rule("money", "$", r"\$(␣)(?=\d)", ""),
    rule("half-day", (".m.",), r"(?<=[\d\ufffc])(␣?)(?=[ap]\.m\.)", NO_BREAK),
    rule("unit", (DIGIT,), rf"(␣)(?={_UNITS})(?<=\d␣)", NO_BREAK),
    rule("degree", "°", r"(?<=\d)(␣?)(?=°[CF](?!\w))", NO_BREAK),
    rule("numbered", (DIGIT,), rf"(␣)(?=\d){_after(_NUMBERED)}", NO_BREAK),
    rule("title", "DMPS", rf"(␣)(?=[A-Z]){_after(_TITLES)}", NO_BREAK),
    rule("initial", (". ",), r"\.(?<=(?<![\w’'.])[A-Z]\.)(␣)(?=[A-Z](?:\.|[^\W\d_]))", NO_BREAK),
)

_FLAGS: tuple[Flag, ...] = (flag("hyphen-as-dash", (" - ",), r"(?<=[^\s\d]) - (?=[^\s\d])", " – "),)

EN_CA = preset("en-CA", _RULES, _FLAGS)
