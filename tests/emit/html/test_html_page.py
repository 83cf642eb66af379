"""A page as a reader, a screen reader and a browser find it: words, landmarks, labels, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import html
from msgspec.structs import replace

from chevalet.emit.html import emit_html
from chevalet.model.flow import Flow, Heading
from chevalet.model.inline import Link, Room, Text
from chevalet.model.theme import Theme
from tests.emit.document_samples import HOSTILE, LINKS, hostile_blocks, missing, numbered
from tests.emit.flow_samples import CHARTS, FIELDS, GRID, HERE, Paragraph, everything, flow, says, text, words_of

Judge = Callable[..., list[str]]


def show(shown: Flow, theme: Theme) -> html.HtmlElement:
    content, diagnostics = emit_html(shown, theme)
    assert diagnostics == ()
    return html.document_fromstring(content)


def visible(tree: html.HtmlElement) -> str:
    return " ".join(piece for part in tree.iter("body") for piece in part.itertext())


def test_every_word_is_there(theme: Theme) -> None:
    assert missing(words_of(everything()), visible(show(everything(), theme))) == []


def test_words_are_in_reading_order(theme: Theme) -> None:
    blocks, expected = numbered()
    main = show(flow(*blocks), theme).find(".//main")
    read = re.findall(r"mot\d+", " ".join(main.itertext()))
    assert list(dict.fromkeys(read)) == expected


def test_the_same_flow_gives_the_same_bytes(theme: Theme) -> None:
    assert emit_html(everything(), theme) == emit_html(everything(), theme)


def test_one_title_landmarks_and_a_way_past_them(theme: Theme) -> None:
    tree = show(everything(), theme)
    assert [each.text_content() for each in tree.iter("h1")] == ["Les médias sociaux, sans s’y perdre"]
    assert [len(list(tree.iter(name))) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert tree.find(".//a[@class='skip']").get("href") == f"#{tree.find('.//main').get('id')}"
    assert tree.get("lang") == "fr-CA"
    assert tree.find(".//title").text == "Les médias sociaux, sans s’y perdre – Cahier du participant"


def test_no_level_of_heading_is_skipped(theme: Theme) -> None:
    tree = show(flow(Heading(1, text("a")), Heading(4, text("b")), Heading(2, text("c"))), theme)
    assert [each.tag for each in tree.find(".//main").iter("h2", "h3", "h4", "h5")] == ["h2", "h3", "h3"]


def test_contents_are_made_where_the_flow_has_none(theme: Theme) -> None:
    parts = [Heading(1, text(name), name) for name in ("un", "deux", "trois")]
    assert [link.get("href") for link in show(flow(*parts), theme).iterfind(".//nav//a")] == ["#un", "#deux", "#trois"]
    assert not list(show(flow(*parts[:2]), theme).iter("nav"))


def test_every_link_inside_leads_somewhere_and_every_identifier_is_one(theme: Theme) -> None:
    twice = (Heading(1, text("a"), "même"), Heading(1, text("b"), "même"), Heading(1, text("c"), "part-1"))
    for tree in (show(everything(), theme), show(flow(*twice, *FIELDS), theme)):
        names = tree.xpath("//@id")
        assert len(set(names)) == len(names)
        assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(names)


def test_every_field_has_a_label(theme: Theme) -> None:
    tree = show(flow(*FIELDS, GRID, Paragraph((Text("Lundi, je "), Room(1, "lundi")), HERE)), theme)
    labelled = {label.get("for") for label in tree.iter("label")}
    fields = list(tree.find(".//main").iter("input", "textarea"))
    assert len(fields) == 15
    assert all(each.get("aria-label") or each.get("id") in labelled for each in fields)
    assert [legend.text_content() for legend in tree.iter("legend")] == ["Je publierai"]
    assert {each.get("type") for each in tree.iter("input")} == {"text", "date", "checkbox", "radio"}


def test_a_chart_is_a_drawing_with_its_data(theme: Theme) -> None:
    tree = show(flow(*CHARTS), theme)
    assert [each.get("aria-label") for each in tree.iter("svg")] == [block.chart.alt for block in CHARTS]
    assert len(tree.findall(".//figure//table")) == len(CHARTS)


def test_nothing_comes_from_elsewhere_and_nothing_runs(theme: Theme) -> None:
    content, _ = emit_html(everything(), theme)
    tree = html.document_fromstring(content)
    addresses = tree.xpath("//@src | //link/@href | //@srcset | //form/@action")
    assert [each for each in addresses if not each.startswith("data:image/")] == []
    assert not list(tree.iter("script", "iframe", "object", "form"))
    assert b"@import" not in content
    assert b"url(" not in content


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_stays_text(theme: Theme, bad: str) -> None:
    kept = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", bad)
    assert kept in visible(show(flow(says(bad)), theme))


def test_hostile_text_adds_no_element_and_no_handler(theme: Theme) -> None:
    tree = show(replace(flow(*hostile_blocks()), title=text(HOSTILE[0]), author=HOSTILE[3], kind=HOSTILE[3]), theme)
    assert not list(tree.iter("script", "iframe", "object"))
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []


@pytest.mark.parametrize("target", LINKS)
def test_a_target_nobody_should_open_is_words(theme: Theme, target: str) -> None:
    main = show(flow(Paragraph((Link(text("ici"), target, HERE),), HERE)), theme).find(".//main")
    assert not list(main.iter("a"))
    assert "ici" in main.text_content()


def test_hard_spaces_and_marks_are_kept(theme: Theme) -> None:
    assert "18\u00a0h\u00a030\u202f: \u00ab\u00a0oui\u00a0»" in visible(
        show(flow(says("18\u00a0h\u00a030\u202f: «\u00a0oui\u00a0»")), theme)
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(theme: Theme, axe_violations: Judge, width: int) -> None:
    assert axe_violations(emit_html(everything(), theme)[0], width) == []


def test_axe_finds_nothing_in_large_print(theme: Theme, axe_violations: Judge) -> None:
    assert axe_violations(emit_html(everything(is_large=True), theme)[0], 320) == []


def test_axe_would_find_a_fault(axe_violations: Judge) -> None:
    page = b'<!DOCTYPE html><html lang="fr"><title>t</title><main><h1>t</h1><img src="data:,"></main>'
    assert any(line.startswith("image-alt") for line in axe_violations(page))
