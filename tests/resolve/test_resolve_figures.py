"""Charts, steps, mock-ups and pictures."""

from __future__ import annotations

import struct

import pytest

from chevalet.model.block import ChartBlock, MockupBlock, Paragraph, Picture, StepsBlock
from chevalet.model.diagram import Chart
from chevalet.model.inline import Text
from chevalet.resolve.picture_header import Fault, Header, read_header
from tests.resolve.resolving import FRONT, PATH, Resolved, png, resolve_files, resolve_slide, text_of

INDEX = """\
plateformes:
  file: p.csv
  title: Part des internautes
  unit: "%"
  source: "Académie : enquête, 2024"
  labels: {ensemble: Ensemble, jeunes: 18-34 ans}
"""
CSV = "plateforme,ensemble,jeunes,genre\nFacebook,76,70,réseau\nX,15.5,,réseau\nYouTube,61,70,vidéo\n"


def resolve_chart(fields: str) -> Resolved:
    files = {
        "course/data/index.yaml": INDEX,
        "course/data/p.csv": CSV,
        PATH: f"{FRONT}## Trois réseaux dominent {{#s}}\n\n```chart\n{fields}\n```\n",
    }
    return resolve_files(files)


def chart_of(resolved: Resolved) -> Chart:
    (block,) = resolved.slide.blocks
    assert isinstance(block, ChartBlock)
    assert isinstance(block.chart, Chart)
    return block.chart


def test_a_chart_of_a_table_is_complete():
    chart = chart_of(resolve_chart("type: bar\ndata: plateformes"))
    assert chart.categories == ("Facebook", "X", "YouTube")
    assert [(series.label, series.values) for series in chart.series] == [
        ("Ensemble", (76.0, 15.5, 61.0)),
        ("18-34 ans", (70.0, None, 70.0)),
    ]
    assert (chart.unit, chart.decimals, chart.highlight) == ("%", 1, "")
    assert (text_of(chart.title), text_of(chart.source)) == (
        "Part des internautes",
        "Source⍽: Académie⍽: enquête, 2024",
    )


def test_its_description_tells_every_value_in_words():
    alt = chart_of(resolve_chart("type: bar\ndata: plateformes")).alt.replace("\u00a0", "⍽")
    assert alt == (
        "Graphique à barres⍽: Part des internautes. Trois réseaux dominent. "
        "Facebook⍽: 76⍽% (Ensemble), 70⍽% (18-34 ans); X⍽: 15,5⍽% (Ensemble), non disponible (18-34 ans); "
        "YouTube⍽: 61⍽% (Ensemble), 70⍽% (18-34 ans)."
    )


def test_categories_are_chosen_and_ordered():
    chart = chart_of(resolve_chart("type: bar\ndata: plateformes\nseries: [jeunes]\ncategories: [YouTube, X]"))
    assert (chart.categories, chart.series[0].values) == (("YouTube", "X"), (70.0, None))


@pytest.mark.parametrize(
    ("sort", "expected"), [("descending", "Facebook YouTube X"), ("ascending", "X YouTube Facebook")]
)
def test_categories_are_sorted_by_the_first_series(sort: str, expected: str):
    chart = chart_of(resolve_chart(f"type: bar\ndata: plateformes\nsort: {sort}"))
    assert " ".join(chart.categories) == expected


def test_a_missing_value_is_sorted_last():
    chart = chart_of(resolve_chart("type: bar\ndata: plateformes\nseries: [jeunes]\nsort: ascending"))
    assert chart.categories[-1] == "X"


@pytest.mark.parametrize(
    ("name", "label"), [("YouTube", "YouTube"), ("jeunes", "18-34 ans"), ("18-34 ans", "18-34 ans")]
)
def test_a_category_or_a_series_is_highlighted_by_its_label(name: str, label: str):
    assert chart_of(resolve_chart(f"type: bar\ndata: plateformes\nhighlight: {name}")).highlight == label


def test_rows_written_in_the_fence():
    chart = chart_of(
        resolve_chart(
            "type: line\ncolumns: [An, Vues]\nrows: [[2018, 1200.5], [2019, 900]]\nunit: vues\nsource: l'équipe"
        )
    )
    assert (chart.categories, chart.series[0].values, chart.decimals) == (("2018", "2019"), (1200.5, 900.0), 1)
    assert text_of(chart.source) == "Source⍽: l’équipe"
    assert "2018⍽: 1⍽200,5⍽vues" in chart.alt.replace("\u00a0", "⍽")


def test_the_description_an_author_wrote_is_kept():
    assert chart_of(resolve_chart("type: bar\ndata: plateformes\nalt: L'essentiel")).alt == "L’essentiel"


@pytest.mark.parametrize(
    ("fields", "code", "name", "nearest"),
    [
        ("data: plateforme", "unknown-data", "plateforme", "plateformes"),
        ("data: plateformes\nseries: [jeune]", "unknown-column", "jeune", "jeunes"),
        ("data: plateformes\ncategory: platform", "unknown-column", "platform", "plateforme"),
        ("data: plateformes\ncategories: [Facebok]", "unknown-column", "Facebok", "Facebook"),
        ("data: plateformes\nhighlight: Youtub", "unknown-column", "Youtub", "YouTube"),
    ],
)
def test_names_the_data_does_not_hold(fields: str, code: str, name: str, nearest: str):
    found, arguments = resolve_chart(f"type: bar\n{fields}").only()
    assert found.code == code
    assert (arguments["data" if code == "unknown-data" else "column"], arguments["nearest"]) == (name, nearest)
    assert found.span.end_column - found.span.column == len(name)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("type: bar\ncolumns: [Quoi, Part]\nrows: [[Un, null], [Deux, null]]", "empty-chart"),
        ("type: bar\ndata: plateformes\nseries: [jeunes]\ncategories: [X]", "empty-chart"),
        ("type: pie\ncolumns: [Quoi, Part]\nrows: [[Un, -1], [Deux, 2]]", "invalid-pie"),
        ("type: doughnut\ncolumns: [Quoi, Part]\nrows: [[Un, 0], [Deux, 0]]", "invalid-pie"),
    ],
)
def test_a_chart_with_nothing_to_draw_is_refused(fields: str, code: str):
    resolved = resolve_chart(f"{fields}\nsource: l'équipe")
    found, _ = resolved.only()
    assert (found.code, resolved.slide.blocks) == (code, ())


def test_a_series_of_words_is_refused():
    found, arguments = resolve_chart("type: bar\ndata: plateformes\nseries: [genre]").only()
    assert (found.code, arguments["key"], arguments["expected"]) == ("wrong-type", "genre", "number")


@pytest.mark.parametrize(
    ("fence", "alt"),
    [
        ("kind: chain\nsteps: [Écouter, Publier]", "Suite d’étapes⍽: 1.⍽Écouter; 2.⍽Publier"),
        ("kind: pyramid\nsteps: [Haut, Bas]", "Pyramide, du sommet à la base⍽: 1.⍽Haut; 2.⍽Bas"),
        (
            "kind: timeline\nsteps: [{title: Ouvrir, when: Lundi}, Fermer]",
            "Ligne du temps⍽: Lundi, Ouvrir; Fermer",
        ),
        ("kind: cycle\nsteps: [A, B]\nalt: L'un puis l'autre", "L’un puis l’autre"),
    ],
)
def test_steps_are_described(fence: str, alt: str):
    (block,) = resolve_slide(f"```steps\n{fence}\n```").slide.blocks
    assert isinstance(block, StepsBlock)
    assert text_of(block.steps.alt) == alt


def test_a_mockup_is_typeset_and_described():
    (block,) = resolve_slide('```mockup\nkind: post\nauthor: L\'épicerie\ntext: "Ouvert : 9h"\n```').slide.blocks
    assert isinstance(block, MockupBlock)
    assert text_of(block.mockup.fields["text"]) == "Ouvert⍽: 9⍽h"
    assert text_of(block.mockup.alt) == "Maquette d’une publication⍽: L’épicerie"


def test_a_picture_is_read_beside_its_module():
    (block,) = resolve_slide('![L\'image](logo.png "Vue : ici")', logo__png=png(40, 30)).slide.blocks
    assert isinstance(block, Picture)
    assert block.data is not None
    assert (block.data.width, block.data.height, block.data.format) == (40, 30, "png")
    assert (block.alt, block.caption) == ("L’image", "Vue\u00a0: ici")


def test_a_picture_in_a_line_is_read_too():
    (block,) = resolve_slide("Voir ![logo](./logo.png) ici", logo__png=png()).slide.blocks
    assert isinstance(block, Paragraph)
    assert block.inlines[1].data is not None  # type: ignore[union-attr]


FILES = {"logo__png": png(), "faux__png": b"RIFF....WEBP", "coupe__png": png()[:-12], "geant__png": png(20_000, 6_000)}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("lego.png", "missing-picture"),
        ("../../logo.png", "missing-picture"),
        ("https://exemple.ca/a.png", "remote-picture"),
        ("dessin.svg", "unsupported-picture"),
        ("faux.png", "unsupported-picture"),
        ("coupe.png", "unreadable-picture"),
        ("geant.png", "unreadable-picture"),
    ],
)
def test_a_picture_that_cannot_be_used_leaves_its_description(written: str, code: str):
    resolved = resolve_slide(f"![Un point]({written})", **FILES)
    found, arguments = resolved.only()
    assert (found.code, arguments["picture"]) == (code, written)
    assert (found.span.line, found.span.column) == (7, 1)
    (block,) = resolved.slide.blocks
    assert isinstance(block, Paragraph)
    assert block.inlines == (Text("Un point"),)


@pytest.mark.parametrize(("written", "nearest"), [("lego.png", "logo.png"), ("Logo.PNG", "logo.png")])
def test_the_nearest_picture_is_suggested(written: str, nearest: str):
    assert resolve_slide(f"![Un point]({written})", **FILES).only()[1]["nearest"] == nearest


def jpeg(orientation: int, order: str = ">") -> bytes:
    mark = b"MM\0*" if order == ">" else b"II*\0"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + mark + struct.pack(f"{order}IH", 8, 1) + entry
    frame = struct.pack(">BHHB", 8, 20, 30, 1) + b"\0" * 3
    segments = ((0xE0, b"JFIF\0"), (0xE1, exif), (0xC4, b"\0" * 17), (0xC2, frame))
    head = b"".join(b"\xff" + bytes((marker,)) + struct.pack(">H", len(data) + 2) + data for marker, data in segments)
    return b"\xff\xd8" + head + b"\xff\xda\0\2pixels\xff\xd9"


GIF = b"GIF89a" + struct.pack("<HH", 7, 5) + b"\0\0\0;"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (png(9, 8), Header("png", 9, 8)),
        (GIF, Header("gif", 7, 5)),
        (jpeg(6), Header("jpeg", 30, 20, 6)),
        (jpeg(8, "<"), Header("jpeg", 30, 20, 8)),
        (jpeg(77), Header("jpeg", 30, 20, 1)),
        (b"<svg/>", Fault.UNKNOWN),
        (b"", Fault.DAMAGED),
        (png(0, 8), Fault.DAMAGED),
        (GIF[:-1], Fault.DAMAGED),
        (jpeg(1)[:-2], Fault.DAMAGED),
    ],
)
def test_headers(content: bytes, expected: Header | Fault):
    assert read_header(content) == expected


@pytest.mark.parametrize("whole", [png(), GIF, jpeg(6)])
def test_a_picture_cut_anywhere_is_never_taken_for_whole(whole: bytes):
    for length in range(len(whole)):
        cut = read_header(whole[:length])
        assert isinstance(cut, Fault), length


def test_a_chart_shows_two_decimals_at_most_beside_values_above_one():
    chart = chart_of(
        resolve_chart("type: bar\ncolumns: [Quoi, Part]\nrows: [[Un, 5.69], [Deux, 0.063]]\nsource: l'équipe")
    )
    assert chart.decimals == 2
    small = chart_of(
        resolve_chart("type: bar\ncolumns: [Quoi, Part]\nrows: [[Un, 0.5], [Deux, 0.063]]\nsource: l'équipe")
    )
    assert small.decimals == 3
