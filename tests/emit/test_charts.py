"""What a chart shows where, in which colour, and how its numbers are written."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from msgspec.structs import replace

from chevalet.emit import emit
from chevalet.emit.pptx.chart.numbers import format_code
from chevalet.emit.pptx.chart.shades import _DISTINCT, _QUIET
from chevalet.model.color import contrast, modify
from chevalet.model.deck import PlacedChart
from chevalet.model.diagram import Chart, ChartKind, Series
from chevalet.model.theme import Color
from tests.emit.deck_samples import chart, deck, place_chart, real_theme, slide
from tests.emit.package_assertions import A, C, open_package

FIVE = Series("Part", (88.0, 69.0, 45.0, 30.0, 22.0))
NAMES = "Facebook|YouTube|Instagram|LinkedIn|TikTok"


def draw(drawn: Chart | PlacedChart) -> etree._Element:
    """The chart part of a deck of one slide."""
    figure = place_chart("chart", drawn) if isinstance(drawn, Chart) else drawn
    content, _ = emit(deck(slide("a/b", "chart", "Titre", figure)), real_theme())
    return open_package(content).trees["ppt/charts/slideChart1.xml"]


def values(tree: etree._Element, path: str) -> list[str]:
    return [element.get("val") for element in tree.iterfind(path)]


def colors(tree: etree._Element) -> list[str]:
    """The scheme colour of each point that has its own, by its index."""
    return [point.find(f".//{A}schemeClr").get("val") for point in tree.iter(C + "dPt")]


def labelled(tree: etree._Element) -> list[str]:
    """What each series' usual label shows: `showVal` of each."""
    return values(tree, f".//{C}ser/{C}dLbls/{C}showVal")


def test_labels_serve_so_there_is_no_value_axis_and_no_grid() -> None:
    tree = draw(chart(ChartKind.BAR, NAMES, FIVE))
    assert labelled(tree) == ["1"]
    assert values(tree, f".//{C}valAx/{C}delete") == ["1"]
    assert not list(tree.iter(C + "majorGridlines"))
    assert not list(tree.iter(C + "legend"))


def test_bars_too_thin_for_labels_get_an_axis_instead() -> None:
    tree = draw(chart(ChartKind.COLUMN, "|".join(map(str, range(2000, 2030))), Series("x", (1000.0,) * 30)))
    assert labelled(tree) == ["0"]
    assert values(tree, f".//{C}valAx/{C}delete") == ["0"]
    assert list(tree.iter(C + "majorGridlines"))


def test_the_first_bar_stands_on_top_and_bars_begin_at_zero() -> None:
    tree = draw(chart(ChartKind.BAR, NAMES, FIVE))
    assert values(tree, f".//{C}catAx/{C}scaling/{C}orientation") == ["maxMin"]
    assert values(tree, f".//{C}valAx/{C}scaling/{C}min") == ["0"]


def test_losses_go_below_the_axis() -> None:
    tree = draw(chart(ChartKind.COLUMN, "T1|T2", Series("Solde", (12.0, -4.0))))
    assert values(tree, f".//{C}valAx/{C}scaling/{C}min") == []
    assert values(tree, f".//{C}catAx/{C}tickLblPos") == ["low"]


def test_the_label_of_the_longest_loss_has_room_before_the_names() -> None:
    tree = draw(chart(ChartKind.BAR, "T1|T2", Series("Solde", (12.0, -40.0))))
    (least,) = values(tree, f".//{C}valAx/{C}scaling/{C}min")
    assert -60 < float(least) < -42


def test_a_highlighted_category_is_the_accent_and_the_others_are_quiet() -> None:
    tree = draw(chart(ChartKind.BAR, NAMES, FIVE, highlight="Instagram"))
    assert tree.find(f".//{C}ser/{C}spPr//{A}schemeClr").get("val") == "tx2"
    assert values(tree, f".//{C}dPt/{C}idx") == ["2"]
    assert colors(tree) == ["accent1"]
    assert [label.find(f".//{A}defRPr").get("b") for label in tree.iter(C + "dLbl")] == ["1"]


def test_a_highlighted_series_is_the_accent_and_the_others_are_quiet() -> None:
    tree = draw(chart(ChartKind.LINE, "2020|2021", Series("A", (10.0, 90.0)), Series("B", (50.0, 40.0)), highlight="B"))
    marks = [series.find(f"{C}spPr//{A}schemeClr").get("val") for series in tree.iter(C + "ser")]
    assert marks == ["tx2", "accent1"]


def test_lines_carry_their_names_at_their_last_values() -> None:
    tree = draw(chart(ChartKind.LINE, "2020|2021|2022", Series("A", (10.0, 90.0, None)), Series("B", (5.0, 4.0, 3.0))))
    assert values(tree, f".//{C}dLbl/{C}idx") == ["1", "2"]
    assert values(tree, f".//{C}dLbl/{C}showSerName") == ["1", "1"]
    assert not list(tree.iter(C + "legend"))


def test_lines_that_end_too_near_one_another_are_named_in_a_legend() -> None:
    tree = draw(chart(ChartKind.LINE, "2020|2021", Series("A", (10.0, 90.0)), Series("B", (50.0, 89.0))))
    assert not list(tree.iter(C + "dLbl"))
    assert len(list(tree.iter(C + "legend"))) == 1


def test_a_missing_value_has_no_point_and_leaves_a_gap() -> None:
    tree = draw(chart(ChartKind.LINE, "a|b|c", Series("x", (1.0, None, 3.0))))
    assert [point.get("idx") for point in tree.iterfind(f".//{C}val//{C}pt")] == ["0", "2"]
    assert values(tree, f".//{C}val//{C}ptCount") == ["3"]
    assert values(tree, f".//{C}dispBlanksAs") == ["gap"]


def test_a_piece_of_bar_too_short_for_its_number_goes_without() -> None:
    tree = draw(chart(ChartKind.STACKED_BAR, "Tous", Series("Oui", (97.0,)), Series("Non", (3.0,))))
    hidden = [series.find(f"{C}dLbls/{C}dLbl/{C}delete") is not None for series in tree.iter(C + "ser")]
    assert hidden == [False, True]


def test_the_number_of_a_highlighted_piece_is_bold() -> None:
    drawn = chart(ChartKind.STACKED_BAR, "Tous", Series("Oui", (60.0,)), Series("Non", (40.0,)), highlight="Oui")
    first, second = draw(drawn).iter(C + "ser")
    assert first.find(f"{C}dLbls/{C}dLbl//{A}defRPr").get("b") == "1"
    assert second.find(f"{C}dLbls/{C}dLbl") is None


def test_shares_stacked_fill_the_plot() -> None:
    whole = draw(chart(ChartKind.STACKED_BAR, "Tous", Series("Oui", (60.0,)), Series("Non", (40.0,))))
    count = draw(chart(ChartKind.STACKED_BAR, "Tous", Series("Oui", (60.0,)), Series("Non", (40.0,)), unit="h"))
    assert (values(whole, f".//{C}valAx//{C}max"), values(count, f".//{C}valAx//{C}max")) == (["100"], [])


def test_slices_differ_and_a_ring_has_a_legend_of_its_categories() -> None:
    tree = draw(chart(ChartKind.DOUGHNUT, "a|b|c", Series("x", (50.0, 30.0, 20.0))))
    assert len({etree.tostring(point.find(f".//{A}solidFill")) for point in tree.iter(C + "dPt")}) == 3
    assert values(tree, f".//{C}varyColors") == ["1"]
    assert values(tree, f".//{C}legendPos") == ["r"]


def test_crowded_years_are_thinned_and_crowded_words_may_turn() -> None:
    years = place_chart(
        "chart", chart(ChartKind.COLUMN, "|".join(map(str, range(1990, 2025))), Series("x", (1.0,) * 35))
    )
    words = replace(years, chart=replace(years.chart, categories=("Anticonstitutionnellement",) * 35))
    assert values(draw(years), f".//{C}tickLblSkip") == ["2"]
    turned = draw(words)
    assert values(turned, f".//{C}tickLblSkip") == []
    assert turned.find(f".//{C}catAx/{C}txPr/{A}bodyPr").get("rot") is None


def test_text_is_in_the_body_font_at_the_given_size_and_language() -> None:
    tree = draw(place_chart("chart", chart(ChartKind.PIE, "a|b", Series("x", (60.0, 40.0))), size=1400))
    looks = {(look.get("sz"), look.get("lang")) for look in tree.iter(A + "defRPr")}
    assert looks == {("1400", "fr-CA")}
    assert {face.get("typeface") for face in tree.iter(A + "latin")} == {"+mn-lt"}


@pytest.mark.parametrize(
    ("unit", "decimals", "largest", "language", "thousands", "code"),
    [
        ("%", 0, 88.0, "fr-CA", "\u00a0", '0"\u00a0%"'),
        ("%", 1, 88.5, "fr-CA", "\u00a0", '[$-C0C]0.0"\u00a0%"'),
        ("%", 0, 88.0, "en-CA", ",", '0"%"'),
        ("$", 2, 88.0, "en-CA", ",", '[$-1009]"$"0.00'),
        ("$", 0, 8800.0, "en-CA", ",", '"$"#,##0'),
        ("", 0, 88.0, "fr-CA", "\u00a0", "0"),
        ("h", 0, 8800.0, "fr-CA", " ", '[>=1000000]0" "000" "000"\u00a0h";[>=1000]0" "000"\u00a0h";0"\u00a0h"'),
        ('"', 0, 1.0, "fr-CA", "\u00a0", '0"\u00a0”"'),
    ],
)  # fmt: skip
def test_numbers_are_written_as_the_language_has_them(
    unit: str, decimals: int, largest: float, language: str, thousands: str, code: str
) -> None:
    drawn = chart(ChartKind.BAR, "a", Series("x", (largest,)), unit=unit, decimals=decimals)
    assert format_code(replace(place_chart("chart", drawn), thousands=thousands), language) == code


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ((-5.0, 12.0), "0"),
        ((1e9, 0.0), "[>=1000000]#_##0_000_000;[>=1000]0_000;0"),
        ((2e6, 5e3), "[>=1000000]0_000_000;[>=1000]0_000;0"),
        ((-5.0, 2000.0), "[>=1000]0_000;[<0]-0;0"),
        ((-1234567.0, 5.0), "[>=1000]0_000;[<0]-0_000_000;0"),
        ((-1234567.0, -5.0), "[>=1000]0_000;[<0]-#_###_##0;0"),
        ((-2000.0, 3e6), "[>=1000]#_##0_000;[<0]-0_000;0"),
    ],
)  # fmt: skip
def test_signs_are_written_and_every_group_is_parted(values: tuple[float, ...], code: str) -> None:
    drawn = chart(ChartKind.BAR, "a|b", Series("x", values), unit="")
    found = format_code(replace(place_chart("chart", drawn), thousands=" "), "fr-CA")
    assert found.replace('" "', "_") == code


def test_the_workbook_holds_the_same_names_and_values() -> None:
    drawn = chart(ChartKind.BAR, "=1+1|É\ud800t\x07é", Series("2018", (60.0, None)), Series("2022", (72.5, 9.0)))
    content, _ = emit(deck(slide("a/b", "chart", "Titre", place_chart("chart", drawn))), real_theme())
    with ZipFile(BytesIO(open_package(content).parts["ppt/embeddings/slideChart1.xlsx"])) as workbook:
        sheet = etree.fromstring(workbook.read("xl/worksheets/sheet1.xml"))
        strings = etree.fromstring(workbook.read("xl/sharedStrings.xml"))
    assert [text.text for text in strings.iter("{*}t")] == ["=1+1", "Été", "2018", "2022"]
    numbers = {cell.get("r"): cell.findtext("{*}v") for cell in sheet.iter("{*}c") if cell.get("t") is None}
    assert numbers == {"B2": "60", "C2": "72.5", "C3": "9"}
    assert not list(sheet.iter("{*}f"))


@pytest.mark.parametrize("accent", real_theme().accents)
def test_words_on_every_shade_are_readable_under_every_accent(accent: str) -> None:
    theme = real_theme()
    scheme = {"accent1": accent, "tx2": theme.colors[Color.MUTED]}
    ink, paper = theme.colors[Color.INK], theme.colors[Color.PAPER]
    for shade in (*_DISTINCT, *_QUIET):
        color = etree.fromstring(shade.color.replace("a:", ""))
        shown = modify(scheme[color.get("val")], tuple((change.tag, int(change.get("val"))) for change in color))
        assert contrast(shown, paper if shade.is_dark else ink) >= 4.5, (shade, shown)
