"""Verify says nothing of a sound file, and names what was lost, added, cut off or broken."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from chevalet.emit import emit
from chevalet.emit.archive import pack
from chevalet.model.deck import Deck, PlacedChart
from chevalet.verify import verify
from tests.emit.deck_of_everything import everything
from tests.emit.deck_samples import deck, paragraph, placed, real_theme, slide

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def made() -> Deck:
    return everything()


@pytest.fixture
def parts(made: Deck) -> Parts:
    with ZipFile(BytesIO(emit(made, real_theme())[0])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(parts: Parts, made: Deck) -> list[tuple[str, dict[str, str]]]:
    verified, diagnostics = verify(pack(parts), made)
    assert verified.content == pack(parts)
    return [(each.code, dict(each.arguments)) for each in diagnostics]


def change(parts: Parts, name: str, old: bytes, new: bytes) -> Parts:
    assert old in parts[name]
    return {**parts, name: parts[name].replace(old, new, 1)}


def test_a_sound_file_has_no_fault(parts: Parts, made: Deck) -> None:
    assert faults(parts, made) == []


@pytest.mark.parametrize(
    ("part", "old", "words"),
    [
        ("ppt/slides/slide1.xml", b"gratuit", "gratuit"),
        ("ppt/slides/slide3.xml", b"YouTube", "YouTube"),
        ("ppt/slides/slide4.xml", b"Publier", "Publier"),
        ("ppt/slides/slide3.xml", b"Trois plateformes", "Trois plateformes"),
        ("ppt/charts/slideChart1.xml", b"LinkedIn", "LinkedIn"),
        ("ppt/charts/slideChart1.xml", b"22.5", "22.5"),
        ("ppt/notesSlides/notesSlide1.xml", b"bonsoir", "bonsoir"),
    ],
)
def test_a_word_that_is_gone_is_named_with_its_slide(
    parts: Parts, made: Deck, part: str, old: bytes, words: str
) -> None:
    found = faults(change(parts, part, old, b""), made)
    assert [arguments["words"] for code, arguments in found if code == "lost-text"] == [words]
    assert all(arguments["slide"].startswith("mythes/") for _, arguments in found)


def test_one_of_two_same_words_that_is_gone_is_noticed() -> None:
    layout = real_theme().layouts["text"]
    twice = deck(slide("a/b", "text", "Titre", placed(layout, "body", paragraph("encore et encore"))))
    once = deck(slide("a/b", "text", "Titre", placed(layout, "body", paragraph("encore et"))))
    _, diagnostics = verify(emit(once, real_theme())[0], twice)
    assert [dict(each.arguments)["words"] for each in diagnostics] == ["encore"]


def test_words_run_together_are_noticed(parts: Parts, made: Deck) -> None:
    found = faults(
        change(parts, "ppt/slides/slide1.xml", b"n\xe2\x80\x99est gratuit", b"n\xe2\x80\x99estgratuit"), made
    )
    assert [code for code, _ in found] == ["lost-text", "stray-text"]


def test_a_word_nobody_asked_for_is_named(parts: Parts, made: Deck) -> None:
    found = faults(change(parts, "ppt/notesSlides/notesSlide1.xml", b"bonsoir", b"bonsoir secret"), made)
    assert found == [("stray-text", {"slide": "mythes/texte", "words": "secret"})]


def test_text_of_another_slide_is_lost_on_its_own(made: Deck) -> None:
    swapped = replace(made, slides=(made.slides[1], made.slides[0], *made.slides[2:]))
    codes = [each.code for each in verify(emit(swapped, real_theme())[0], made)[1]]
    assert "lost-text" in codes


def test_a_chart_drawn_with_another_value_is_noticed(made: Deck) -> None:
    def double(item: object) -> object:
        if not isinstance(item, PlacedChart):
            return item
        first = item.chart.series[0]
        other = replace(first, values=tuple(value and value * 2 for value in first.values))
        return replace(item, chart=replace(item.chart, series=(other, *item.chart.series[1:])))

    changed = replace(made, slides=tuple(replace(s, items=tuple(map(double, s.items))) for s in made.slides))  # type: ignore[arg-type]
    assert "lost-text" in [each.code for each in verify(emit(changed, real_theme())[0], made)[1]]


def test_a_slide_left_out_is_counted(parts: Parts, made: Deck) -> None:
    fewer = replace(made, slides=made.slides[:-1])
    _, diagnostics = verify(pack(parts), fewer)
    assert [(each.code, dict(each.arguments)) for each in diagnostics] == [
        ("lost-slide", {"expected": "15", "found": "16"})
    ]


def test_a_relationship_that_leads_nowhere_is_named(parts: Parts, made: Deck) -> None:
    del parts["ppt/media/picture1.png"]
    found = faults(parts, made)
    assert [code for code, _ in found] == ["dangling-relationship"]
    assert found[0][1] == {"part": "ppt/slides/slide5.xml", "target": "../media/picture1.png"}


def test_a_part_nothing_leads_to_is_named(parts: Parts, made: Deck) -> None:
    assert faults({**parts, "ppt/media/alone.png": b"x"}, made) == [("orphan-part", {"part": "ppt/media/alone.png"})]


def test_a_part_without_a_type_is_named(parts: Parts, made: Deck) -> None:
    changed = change(parts, "[Content_Types].xml", b'Extension="png"', b'Extension="bmp"')
    assert faults(changed, made) == [("untyped-part", {"part": "ppt/media/picture1.png"})]


def test_a_type_without_a_part_is_named(parts: Parts, made: Deck) -> None:
    changed = change(parts, "[Content_Types].xml", b'PartName="/docProps/app.xml"', b'PartName="/docProps/gone.xml"')
    assert ("untyped-part", {"part": "docProps/gone.xml"}) in faults(changed, made)


def test_xml_that_is_none_is_named(parts: Parts, made: Deck) -> None:
    found = faults(change(parts, "ppt/slides/slide1.xml", b"</p:sld>", b"</p:slide>"), made)
    assert [(code, arguments["part"]) for code, arguments in found] == [("malformed-part", "ppt/slides/slide1.xml")]


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_a_file_cut_short_is_refused(parts: Parts, made: Deck, cut: int) -> None:
    assert [each.code for each in verify(pack(parts)[:cut], made)[1]] == ["malformed-part"]


def test_a_flipped_byte_is_refused(parts: Parts, made: Deck) -> None:
    content = bytearray(pack(parts))
    place = content.index(b"ppt/slides/slide1.xml") + 60
    content[place] ^= 0xFF
    assert [each.code for each in verify(bytes(content), made)[1]] == ["malformed-part"]


def test_characters_no_file_can_hold_are_not_looked_for() -> None:
    layout = real_theme().layouts["text"]
    odd = deck(slide("a/b", "text", "Un\x07 titre", placed(layout, "body", paragraph("de\ud800ux\x1fmots\ttab"))))
    assert verify(emit(odd, real_theme())[0], odd)[1] == ()
