"""What a reader's program finds in a Word file: styles, contents, tables, controls, alternatives, languages."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from msgspec.structs import replace

from chevalet.emit.docx import emit_docx
from chevalet.model.flow import Contents, Drawing, Field, FieldKind, Heading, PageBreak, Panel, Paper, Role
from chevalet.model.theme import Theme
from tests.emit.docx.word_files import W, body, part, text_of, values
from tests.emit.flow_samples import (
    CHARTS,
    FIELDS,
    GRID,
    PRESENCE,
    SQUARE,
    bullets,
    everything,
    flow,
    row,
    says,
    table,
    text,
)

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def test_every_style_used_is_defined(theme: Theme) -> None:
    content, _ = emit_docx(everything(), theme)
    defined = {style.get(W + "styleId") for style in part(content, "word/styles.xml").iter(W + "style")}
    used = {each for name in ("pStyle", "rStyle", "tblStyle") for each in values(body(content), f".//{W}{name}")}
    assert used - defined == set()


def test_each_role_has_a_style_of_its_own(theme: Theme) -> None:
    content, _ = emit_docx(flow(*(Panel(role, text("À retenir"), (says("a"),)) for role in Role)), theme)
    used = [style for style in values(body(content), f".//{W}pStyle") if style.startswith("Panel")]
    assert used == [f"Panel{role.value.capitalize()}" for role in Role]


def test_a_panel_is_a_table_whose_header_is_its_label(theme: Theme) -> None:
    tree = body(emit_docx(flow(Panel(Role.KEY, text("À retenir"), (says("Un mot."),))), theme)[0])
    rows = list(tree.iter(W + "tr"))
    assert [text_of(each).strip() for each in rows] == ["À retenir", "Un mot."]
    assert [each.find(f".//{W}tblHeader") is not None for each in rows] == [True, False]


def test_the_contents_is_a_field_with_its_entries(theme: Theme) -> None:
    blocks = (Heading(1, text("Sommaire")), Contents(2), Heading(1, text("Un"), "u"), Heading(3, text("Profond"), "p"))
    tree = body(emit_docx(flow(*blocks), theme)[0])
    field = tree.find(f".//{W}instrText")
    assert field is not None
    assert field.text == ' TOC \\o "1-2" \\h \\z \\u '
    listed = [text_of(each).strip() for each in tree.iter(W + "p") if values(each, f"{W}pPr/{W}pStyle") == ["TOC1"]]
    assert listed == ["Un"]
    assert "TOCHeading" in values(tree, f".//{W}pStyle")


def test_nothing_asks_to_be_updated_on_opening(theme: Theme) -> None:
    """Word asks a question of whoever opens a file that does."""
    content, _ = emit_docx(everything(), theme)
    assert not list(part(content, "word/settings.xml").iter(W + "updateFields"))
    assert not [each for each in body(content).iter(W + "fldChar") if each.get(W + "dirty")]


def test_tables_repeat_their_header_and_keep_rows_whole(theme: Theme) -> None:
    tree = body(emit_docx(flow(PRESENCE), theme)[0])
    rows = list(tree.iter(W + "tr"))
    assert [each.find(f".//{W}tblHeader") is not None for each in rows] == [True, False, False, False]
    assert all(each.find(f".//{W}cantSplit") is not None for each in rows)
    assert values(tree, f".//{W}jc") == ["right"] * 4


def test_widths_of_a_table_add_up_to_the_text(theme: Theme) -> None:
    for paper, width in ((Paper.LETTER, 9518), (Paper.A4, 9184)):
        tree = body(emit_docx(replace(flow(PRESENCE), paper=paper), theme)[0])
        assert sum(int(column.get(W + "w")) for column in tree.iter(W + "gridCol")) == width


def test_every_field_is_a_control_with_a_name(theme: Theme) -> None:
    tree = body(emit_docx(flow(*FIELDS), theme)[0])
    assert values(tree, f".//{W}sdtPr/{W}alias") == [
        "Mon entreprise",
        "Je commence le",
        "Pourquoi ma clientèle me choisit",
        "Ma fiche est à jour : heures, adresse, photos",
        "Je publierai – chaque jour",
        "Je publierai – chaque semaine",
        "Je publierai – au besoin",
        "Ma réponse",
    ]
    kinds = [each.tag.split("}")[1] for each in tree.iter(W + "date", W14 + "checkbox")]
    assert kinds == ["date", *["checkbox"] * 4]
    identifiers = values(tree, f".//{W}sdtPr/{W}id")
    assert len(set(identifiers)) == len(identifiers)


def test_many_options_are_a_list_that_opens(theme: Theme) -> None:
    many = Field("mois", text("Mois"), FieldKind.CHOICE, 1, row(*(f"mois {number}" for number in range(12))))
    tree = body(emit_docx(flow(many), theme)[0])
    assert len(list(tree.iter(W + "listItem"))) == 12


def test_an_empty_cell_is_a_control_named_by_column_and_row(theme: Theme) -> None:
    tree = body(emit_docx(flow(GRID), theme)[0])
    assert values(tree, f".//{W}sdtPr/{W}tag")[:2] == ["trois-questions-1-2", "trois-questions-1-3"]
    assert values(tree, f".//{W}sdtPr/{W}alias")[0] == "Oui, non, à vérifier – Ma clientèle est-elle là?"


def test_lists_are_numbered_by_word_and_begin_where_they_say(theme: Theme) -> None:
    content, _ = emit_docx(flow(bullets("a", ordered=True), bullets("b", ordered=True, start=4)), theme)
    first, second = values(body(content), f".//{W}numId")
    numbering = part(content, "word/numbering.xml")
    starts = {each.get(W + "numId"): values(each, f".//{W}startOverride") for each in numbering.iter(W + "num")}
    assert (starts[first], starts[second]) == (["1"], ["4"])


def test_each_drawing_has_an_alternative_or_is_decorative(theme: Theme) -> None:
    tree = body(emit_docx(everything(), theme)[0])
    silent = [each for each in tree.iter(WP + "docPr") if not each.get("descr")]
    assert len(silent) == 1
    assert all("decorative" in each[0][0][0].tag for each in silent)
    numbers = [each.get("id") for each in tree.iter(WP + "docPr")]
    assert len(set(numbers)) == len(numbers)


def test_charts_are_native_and_followed_by_their_data(theme: Theme) -> None:
    content, _ = emit_docx(flow(*CHARTS), theme)
    with ZipFile(BytesIO(content)) as package:
        names = package.namelist()
    assert len([name for name in names if name.startswith("word/charts/chart") and name.endswith(".xml")]) == len(
        CHARTS
    )
    assert len(list(body(content).iter(W + "tbl"))) == len(CHARTS)
    assert "77\u00a0%" in text_of(body(content))


def test_a_drawing_is_svg_with_a_picture_for_programs_without_it(theme: Theme) -> None:
    content, _ = emit_docx(flow(Drawing(SQUARE, "Vignette"), Drawing(SQUARE, "Encore", 20)), theme)
    with ZipFile(BytesIO(content)) as package:
        media = {name: package.read(name) for name in package.namelist() if "media" in name}
    assert sorted(name.rpartition(".")[2] for name in media) == ["png", "svg"]
    assert next(value for name, value in media.items() if name.endswith("png")).startswith(b"\x89PNG")


def test_a_break_makes_the_heading_begin_its_page(theme: Theme) -> None:
    tree = body(emit_docx(flow(says("a"), PageBreak(), Heading(1, text("Un"))), theme)[0])
    assert len(list(tree.iter(W + "pageBreakBefore"))) == 1
    assert len([each for each in tree.iter(W + "br") if each.get(W + "type") == "page"]) == 1  # after the cover


def test_the_foot_counts_pages_by_fields(theme: Theme) -> None:
    content, _ = emit_docx(everything(), theme)
    foot = part(content, "word/footer1.xml")
    assert [each.get(W + "instr").strip() for each in foot.iter(W + "fldSimple")] == ["PAGE", "NUMPAGES"]
    assert "Cahier du participant" in text_of(foot)


def test_the_language_is_that_of_the_flow(theme: Theme) -> None:
    content, _ = emit_docx(replace(everything(), language="en-CA"), theme)
    assert {each.get(W + "val") for each in part(content, "word/styles.xml").iter(W + "lang")} == {"en-CA"}


def test_large_print_has_nothing_small_and_no_serif(theme: Theme) -> None:
    content, _ = emit_docx(everything(is_large=True), theme)
    styles = part(content, "word/styles.xml")
    sizes = [int(size) for size in values(styles, f".//{W}sz") if size != "8"]
    assert min(sizes) >= 32
    assert not [font for font in styles.iter(W + "rFonts") if font.get(W + "ascii") == "Georgia"]


def test_no_column_cuts_a_word_while_there_is_room(theme: Theme) -> None:
    """A run sheet: an hour with its hard spaces and a long name each keep to one line."""
    names = "Heure|Min|Partie|Mode|Matériel|Qui|Si retard"
    sheet = table(names, "18\u00a0h\u00a030|8|" + "mot " * 12 + "|plénière|" + "mot " * 30 + "|animation|garder")
    tree = body(emit_docx(flow(sheet), theme)[0])
    widths = [int(column.get(W + "w")) for column in tree.iter(W + "gridCol")]
    assert sum(widths) == 9518
    assert max(widths) == widths[4]  # what holds most has most
    longest = [len(word) for word in ("18 h 30", "Min", "Partie", "plénière", "Matériel", "animation", "garder")]
    # Many columns are set in 9.5 points, half an em a letter, between margins of 75 twentieths.
    assert all(width >= 95 * length + 150 for width, length in zip(widths, longest, strict=True))


def test_the_title_of_a_part_stays_with_its_first_heading(theme: Theme) -> None:
    part_of = (Heading(1, text("Un")), says("Vous saurez"), bullets("a", "b"), Heading(2, text("Deux")), says("libre"))
    tree = body(emit_docx(flow(*part_of, is_whole_page=False), theme)[0])
    kept = [text_of(each).strip() for each in tree.iter(W + "p") if each.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["Vous saurez", "a", "b"]  # headings are kept by their style


def test_boxes_to_tick_stay_together(theme: Theme) -> None:
    boxes = tuple(Field(name, text(name), FieldKind.TICK) for name in "abc")
    tree = body(emit_docx(flow(says("Je vérifie"), *boxes, is_whole_page=False), theme)[0])
    kept = [text_of(each).strip() for each in tree.iter(W + "p") if each.find(f"{W}pPr/{W}keepNext") is not None]
    assert [each[-1] for each in kept] == ["e", "a", "b"]


def test_a_panel_longer_than_a_page_is_cut_between_two_blocks(theme: Theme) -> None:
    long = Panel(Role.WORKSHEET, text("Fiche"), (says("a"), GRID, *(says("b") for _ in range(40))))
    content, _ = emit_docx(flow(long), theme)
    table_of = next(body(content).iter(W + "tbl"))
    rows = table_of.findall(W + "tr")
    assert len(rows) == 1 + 42
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in rows)
    assert len(set(values(body(content), f".//{W}sdtPr/{W}tag"))) == 6


def test_a_panel_that_fits_a_page_is_one_row(theme: Theme) -> None:
    content, _ = emit_docx(flow(Panel(Role.KEY, text("À retenir"), tuple(says("b") for _ in range(20)))), theme)
    assert len(list(body(content).iter(W + "tr"))) == 2


def test_boxes_to_tick_are_not_parted_where_a_panel_is_cut(theme: Theme) -> None:
    boxes = tuple(Field(name, text(name), FieldKind.TICK) for name in "abc")
    panel = Panel(Role.WORKSHEET, (), (says("Je vérifie"), *boxes, *(says("b") for _ in range(40))))
    rows = list(body(emit_docx(flow(panel), theme)[0]).iter(W + "tr"))
    assert len(rows) == 41
    assert text_of(rows[0]).split() == ["Je", "vérifie", "☐", "a", "☐", "b", "☐", "c"]
