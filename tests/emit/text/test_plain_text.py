"""A document as plain text, for a message or for a social network."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from chevalet.emit.text import Preset, emit_text
from chevalet.model.flow import Aside, Heading
from chevalet.model.inline import LineBreak, Link, Strong, Text
from tests.emit.document_samples import HOSTILE, hostile_blocks, missing, numbered
from tests.emit.flow_samples import HERE, NESTED, Paragraph, bullets, everything, flow, says, text, words_of


def social(*blocks: object) -> str:
    content, diagnostics = emit_text(flow(*blocks), Preset.SOCIAL)  # type: ignore[arg-type]
    assert diagnostics == ()
    return content.decode()


def test_every_word_is_there() -> None:
    assert missing(words_of(everything().blocks), emit_text(everything())[0].decode()) == []


def test_words_are_in_reading_order() -> None:
    blocks, expected = numbered()
    assert re.findall(r"mot\d+", social(*blocks)) == expected


def test_paragraphs_are_not_wrapped_and_parted_by_one_empty_line() -> None:
    long = "mot " * 200 + "fin"
    assert social(says(long), Aside(()), says("b")) == f"{long}\n\nb\n"


def test_lists_have_dashes_and_numbers() -> None:
    assert social(NESTED) == (
        "– Affiches et bannières, dehors et en magasin\n– Réseaux sociaux\n   – une photo vraie\n   – une question\n"
        "      3. ouverte\n      4. courte\n– ☑ Fiche d’établissement vérifiée\n– ☐ Infolettre mensuelle\n"
    )
    assert social(bullets("a", "b", ordered=True)) == "1. a\n2. b\n"


@pytest.mark.parametrize(
    ("words", "target", "written"),
    [
        ("le guide", "https://exemple.example/g", "le guide (https://exemple.example/g)"),
        ("https://exemple.example", "https://exemple.example", "https://exemple.example"),
        ("exemple.example", "https://exemple.example", "exemple.example"),
        ("nous@exemple.example", "mailto:nous@exemple.example", "nous@exemple.example"),
        ("le module", "#mythes", "le module"),
        ("ici", "javascript:alert(1)", "ici"),
    ],
)
def test_links_are_written_out(words: str, target: str, written: str) -> None:
    assert social(Paragraph((Link(text(words), target, HERE),), HERE)) == f"{written}\n"


def test_marks_leave_their_words_and_a_break_is_a_new_line() -> None:
    assert social(Paragraph((Strong(text("Ce soir")), LineBreak(), Text("18 h 30")), HERE)) == "Ce soir\n18 h 30\n"


def test_a_message_has_its_title_first_and_its_sender_last() -> None:
    lines = emit_text(flow(says("Bonjour."), is_whole_page=False))[0].decode().splitlines()
    assert (lines[0], lines[-1]) == ("Les médias sociaux, sans s’y perdre", "Chambre de commerce de Sept-Îles")


def test_a_post_is_its_text_alone() -> None:
    assert social(Heading(1, text("Un"), "", text("Module 1")), says("Bonjour.")) == "Module 1\nUn\n\nBonjour.\n"


def test_hostile_text_is_kept_without_its_controls() -> None:
    written = social(*hostile_blocks())
    assert all(re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", bad) in written for bad in HOSTILE)
    assert not re.search("[\x00-\x08\x0b-\x1f]", written)


def test_english_has_no_space_before_a_colon() -> None:
    assert "Région: Côte-Nord" in emit_text(replace(flow(), locale=replace(flow().locale, words={})))[0].decode()
