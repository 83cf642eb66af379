"""The sheet « Liens UTM »: tagged links built from what a person types, and what is wrong with them."""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.encoding import (
    address_formula,
    encode,
    encode_address,
    encode_formula,
    is_foreign,
    is_foreign_formula,
    make_plain,
    plain_formula,
)
from chevalet.emit.xlsx.calendar.heading import header_style, row_style, write_heading
from chevalet.emit.xlsx.calendar.places import LINKS, list_area
from chevalet.model.calendar import TaggedLink

READY = "Prêt à copier"
MISSING = "Il manque la source, le moyen ou la campagne"
FOREIGN = "Un caractère ne passe pas : le retirer"
TAGGED = "Cette adresse est déjà balisée"
PERSONAL = "Ni nom ni courriel dans une étiquette"
_HEADERS = (
    "Page (adresse)",
    "Source : d’où",
    "Moyen : le genre",
    "Campagne",
    "Contenu (facultatif)",
    "Lien à copier",
    "À vérifier",
    "Où il a servi",
)
_WIDTHS = (36, 15, 15, 16, 16, 62, 26, 24)
_PURPOSE = (
    "Tapez les colonnes colorées : minuscules, accents et espaces se règlent seuls. "
    "Jamais sur un lien d’une page à l’autre de son propre site."
)
_HEADER_ROW = 4
_FIRST = 5
_ROWS = 40
_HIDDEN = 9  # then the four labels plain, the four encoded, the address, its part after #
_LABELS = ("utm_source", "utm_medium", "utm_campaign", "utm_content")


class _Steps(Struct, frozen=True):
    """The values of a row from left to right, as its hidden cells and its two results hold them."""

    plain: tuple[str, ...]
    encoded: tuple[str, ...]
    address: str
    fragment: str
    link: str
    verdict: str


def write_links(book: Book) -> None:
    """Add the sheet; what is typed is open, the rest locked without password."""
    sheet = book.add_sheet(LINKS, book.colors.rule)
    write_heading(book, sheet, LINKS, _PURPOSE)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    sheet.set_column(8, _HIDDEN + 9, 9, None, {"hidden": True})
    sheet.set_row(_HEADER_ROW, 34)
    for place, header in enumerate(_HEADERS):
        book.text(sheet, (_HEADER_ROW, place), header, **header_style(book))
    for rank in range(_ROWS):
        links = book.calendar.links
        link = links[rank] if rank < len(links) else TaggedLink("", "", "", "")
        _write_typed(book, sheet, _FIRST + rank, link)
        _write_steps(book, sheet, _FIRST + rank, take_steps(link))
    rule = {"validate": "list", "source": "=" + list_area("moyens"), "error_type": "information"}
    sheet.data_validation(_FIRST, 2, _FIRST + _ROWS - 1, 2, rule)
    sheet.freeze_panes(_FIRST, 1)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.print_area(0, 0, _FIRST + len(book.calendar.links) + 8, len(_HEADERS) - 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "objects": True})


def _write_typed(book: Book, sheet: Worksheet, row: int, link: TaggedLink) -> None:
    sheet.set_row(row, 48)
    typed = (link.page, link.source, link.medium, link.campaign, link.content)
    for place, text in enumerate(typed):
        book.text(sheet, (row, place), text, **row_style(book), bg_color=book.colors.pale, locked=False)
    book.text(sheet, (row, 7), link.use, **row_style(book), locked=False)


def _write_steps(book: Book, sheet: Worksheet, row: int, steps: _Steps) -> None:
    line = row + 1
    for place, typed in enumerate("BCDE"):
        plain = "JKLM"[place]
        sheet.write_formula(row, _HIDDEN + place, "=" + plain_formula(f"${typed}{line}"), None, steps.plain[place])
        encoded = "=" + encode_formula(f"${plain}{line}")
        sheet.write_formula(row, _HIDDEN + 4 + place, encoded, None, steps.encoded[place])
    sheet.write_formula(row, _HIDDEN + 8, _address(line), None, steps.address)
    sheet.write_formula(row, _HIDDEN + 9, _fragment(line), None, steps.fragment)
    strong = book.style(**row_style(book), font_color=book.colors.accent)
    sheet.write_formula(row, 5, _link(line), strong, steps.link)
    sheet.write_formula(row, 6, _verdict(line), book.style(**row_style(book)), steps.verdict)


def _whole(line: int) -> str:
    typed = f"TRIM($A{line})"
    return address_formula(f'IF({typed}="","",IF(ISNUMBER(FIND("://",{typed})),"","https://")&{typed})')


def _address(line: int) -> str:
    """Return the formula of the address up to its `#`, if it has one."""
    whole = _whole(line)
    return f'=IFERROR(LEFT({whole},FIND("#",{whole})-1),{whole})'


def _fragment(line: int) -> str:
    whole = _whole(line)
    return f'=IFERROR(MID({whole},FIND("#",{whole}),500),"")'


def _link(line: int) -> str:
    address = f"$R{line}"
    joint = f'IF(ISNUMBER(FIND("?",{address})),IF(OR(RIGHT({address})="?",RIGHT({address})="&"),"","&"),"?")'
    source, medium, campaign, content = (f"${letter}{line}" for letter in "NOPQ")
    tags = f'"utm_source="&{source}&"&utm_medium="&{medium}&"&utm_campaign="&{campaign}'
    optional = f'IF({content}="","","&utm_content="&{content})'
    missing = f'OR({address}="",{source}="",{medium}="",{campaign}="")'
    return f'=IF({missing},"",{address}&{joint}&{tags}&{optional}&$S{line})'


def _verdict(line: int) -> str:
    address, link = f"$R{line}", f"$F{line}"
    labels = "&".join(f"${letter}{line}" for letter in "BCDE")
    tests = (
        (f'{link}=""', MISSING),
        (f'ISNUMBER(SEARCH("utm_",{address}))', TAGGED),
        (f'ISNUMBER(FIND("@",{labels}))', PERSONAL),
        (is_foreign_formula(link), FOREIGN),
    )
    verdict = f'"{READY}"'
    for test, words in reversed(tests):
        verdict = f'IF({test},"{words}",{verdict})'
    return f'=IF({address}="","",{verdict})'


def take_steps(link: TaggedLink) -> _Steps:
    """Return what the formulas of a row give for a link."""
    plain = tuple(make_plain(text) for text in (link.source, link.medium, link.campaign, link.content))
    encoded = tuple(encode(text) for text in plain)
    typed = " ".join(part for part in link.page.split(" ") if part)
    whole = encode_address(typed if not typed or "://" in typed else f"https://{typed}")
    address, sharp, after = whole.partition("#")
    made = _join(address, encoded, sharp + after)
    return _Steps(plain, encoded, address, sharp + after, made, _judge(link, address, made))


def _join(address: str, encoded: tuple[str, ...], fragment: str) -> str:
    if not address or not all(encoded[:3]):
        return ""
    joint = "?" if "?" not in address else "" if address.endswith(("?", "&")) else "&"
    tags = "&".join(f"{label}={text}" for label, text in zip(_LABELS, encoded, strict=True) if text)
    return f"{address}{joint}{tags}{fragment}"


def _judge(link: TaggedLink, address: str, made: str) -> str:
    if not address:
        return ""
    if not made:
        return MISSING
    if "utm_" in address.lower():
        return TAGGED
    if "@" in link.source + link.medium + link.campaign + link.content:
        return PERSONAL
    return FOREIGN if is_foreign(made) else READY
