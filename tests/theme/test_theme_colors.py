"""Every pair of colours in use can be read, under each accent."""

from __future__ import annotations

from itertools import pairwise

import pytest

from chevalet.model.color import SCHEME, contrast, modify, palette, relative_luminance
from chevalet.model.theme import Color, Theme

BASE = {"bg1": Color.PAPER, "tx1": Color.INK, "tx2": Color.MUTED, "bg2": Color.PANEL, "accent5": Color.RULE}
AA = 4.5


def palettes(theme: Theme) -> list[dict[Color, str]]:
    base = {name: theme.colors[color] for name, color in BASE.items()}
    return [palette(base, accent) for accent in theme.accents]


def lightness(color: str) -> float:
    """Return L* of CIELAB, from 0 to 100: what is left of a colour in a grey print."""
    return float(116 * relative_luminance(color) ** (1 / 3) - 16)


@pytest.mark.parametrize(
    ("modifiers", "expected"),
    [
        ((("lumMod", 20_000), ("lumOff", 80_000)), "DAE3F3"),
        ((("lumMod", 40_000), ("lumOff", 60_000)), "B4C7E7"),
        ((("lumMod", 75_000),), "2F5597"),
    ],
)
def test_modifiers_give_the_colours_of_powerpoints_picker(
    modifiers: tuple[tuple[str, int], ...], expected: str
) -> None:
    """The Office theme's blue, 80 % lighter, 60 % lighter and 25 % darker."""
    assert modify("4472C4", modifiers) == expected


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


def test_there_are_four_accents(theme: Theme) -> None:
    assert len(set(theme.accents)) == 4


def test_every_colour_has_a_theme_colour() -> None:
    assert set(SCHEME) == set(Color)


def test_each_placeholder_is_readable_on_its_ground_under_each_accent(theme: Theme) -> None:
    faint = [
        (layout.role, placeholder.name, colors[Color.ACCENT])
        for colors in palettes(theme)
        for layout in theme.layouts.values()
        for placeholder in layout.placeholders.values()
        if contrast(colors[placeholder.color], colors[placeholder.background]) < AA
    ]
    assert faint == []


@pytest.mark.parametrize("ground", [Color.PAPER, Color.PANEL, Color.ACCENT_TINT, Color.ACCENT_PALE])
@pytest.mark.parametrize("text", [Color.INK, Color.MUTED, Color.ACCENT_DARK])
def test_free_text_is_readable_on_every_light_ground(theme: Theme, ground: Color, text: Color) -> None:
    assert min(contrast(colors[text], colors[ground]) for colors in palettes(theme)) >= AA


def test_accents_are_readable_on_paper_and_panel_and_under_white(theme: Theme) -> None:
    grounds = (theme.colors[Color.PAPER], theme.colors[Color.PANEL], "FFFFFF")
    assert min(contrast(accent, ground) for accent in theme.accents for ground in grounds) >= AA


def test_links_are_readable_on_every_light_ground(theme: Theme) -> None:
    part = theme.parts["ppt/theme/theme1.xml"].decode()
    links = [part.split(f'<a:{name}><a:srgbClr val="')[1][:6] for name in ("hlink", "folHlink")]
    lights = (Color.PAPER, Color.PANEL, Color.ACCENT_TINT, Color.ACCENT_PALE)
    assert min(contrast(link, colors[light]) for link in links for colors in palettes(theme) for light in lights) >= AA


def test_accents_stay_apart_in_grey(theme: Theme) -> None:
    greys = sorted(lightness(accent) for accent in theme.accents)
    assert min(after - before for before, after in pairwise(greys)) >= 8
