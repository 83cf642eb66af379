"""One deck that holds one of everything a deck can hold."""

from __future__ import annotations

from chevalet.model.deck import (
    Align,
    Anchor,
    Bullet,
    Deck,
    DeckSection,
    DeckSlide,
    Geometry,
    PlacedCell,
    PlacedGroup,
    PlacedPicture,
    PlacedRow,
    PlacedShape,
    PlacedTable,
    Run,
    TextBody,
    TextParagraph,
)
from chevalet.model.diagram import ChartKind, Series
from chevalet.model.theme import Color, Typeface
from chevalet.units import Box, Insets, inches, points
from tests.emit.deck_samples import NO_INSETS, chart, deck, paragraph, place_chart, placed, png, real_theme, slide

CHARTS = (
    chart(
        ChartKind.BAR,
        "Facebook|YouTube|Instagram|LinkedIn|TikTok",
        Series("Adultes", (88.0, 69.0, 45.0, 30.0, 22.5)),
        highlight="Facebook",
        decimals=1,
    ),
    chart(
        ChartKind.BAR,
        "Tous les jours ou presque|Chaque semaine|Rarement",
        Series("2018", (60.0, 25.0, 15.0)),
        Series("2022", (72.0, None, 9.0)),
    ),
    chart(
        ChartKind.BAR,
        "18 à 24 ans|25 à 34 ans|35 à 44 ans",
        Series("Facebook", (60.0, 72.0, 80.0)),
        Series("Instagram", (81.0, 66.0, 50.0)),
        Series("TikTok", (70.0, 41.0, 20.0)),
        highlight="Instagram",
    ),
    chart(
        ChartKind.STACKED_BAR,
        "Québec|Ontario|Alberta",
        Series("Tous les jours", (55.0, 61.0, 48.0)),
        Series("Chaque semaine", (25.0, 20.0, 30.0)),
        Series("Rarement", (17.0, 17.0, 19.0)),
        Series("Jamais", (3.0, 2.0, 3.0)),
    ),
    chart(
        ChartKind.COLUMN, "2018|2019|2020|2021|2022", Series("Part", (65.0, 67.0, 74.0, 78.0, 83.0)), highlight="2022"
    ),
    chart(
        ChartKind.COLUMN,
        "Courriel|Infolettre|Réseaux sociaux",
        Series("2018", (1200.0, 850.0, 15400.0)),
        Series("2022", (1450.0, 990.0, 21800.0)),
        unit="h",
    ),
    chart(ChartKind.LINE, "2016|2018|2020|2022|2024", Series("Achat en ligne", (41.0, 55.0, 71.0, 74.0, 79.0))),
    chart(
        ChartKind.LINE,
        "2016|2018|2020|2022|2024",
        Series("Facebook", (77.0, 80.0, 84.0, 86.0, 88.0)),
        Series("Instagram", (18.0, 27.0, 39.0, None, 51.0)),
        Series("X", (20.0, 19.0, 16.0, 12.0, 8.0)),
        highlight="Instagram",
    ),
    chart(
        ChartKind.PIE,
        "Bouche-à-oreille|Recherche Google|Réseaux sociaux|Autres",
        Series("Part", (44.0, 31.0, 18.0, 7.0)),
        highlight="Recherche Google",
    ),
    chart(ChartKind.DOUGHNUT, "Ordinateur|Téléphone|Tablette", Series("Part", (38.0, 55.0, 7.0))),
)


LOOKS = (
    Run("Gras", bold=True),
    Run(" italique", italic=True),
    Run(" barré", strike=True),
    Run("2", superscript=True),
    Run(" code()", typeface=Typeface.CODE),
    Run(" accent", color=Color.ACCENT_DARK),
    Run(" english words", language="en-CA"),
    Run(' & <signes> "droits"'),
    Run(" deux\nlignes"),
)
LINKS = (
    Run("le site", link="https://exemple.example/a b?c=é&d=1"),
    Run(", "),
    Run("la diapo", link="#mythes/table", color=Color.ACCENT_DARK),
    Run(", "),
    Run("nulle part", link="#mythes/absente"),
)
NOTES = (
    TextParagraph(
        (Run("Dire\u00a0: ", bold=True), Run("bonsoir à "), Run("tous", link="https://exemple.example/")), 1200
    ),
    paragraph("Demander qui a payé pour être vu.", 1200, bullet=Bullet.DISC, margin=171450, indent=-171450),
)


def everything() -> Deck:
    """One of everything: each kind of item, look, bullet, link, chart and note; a hidden slide; two sections."""
    charts = [
        slide(f"mythes/graphique-{number}", "chart", f"Graphique numéro {number}", place_chart("chart", drawn))
        for number, drawn in enumerate(CHARTS, start=1)
    ]
    tabled = slide("mythes/table", "table", "Où sont les gens", _table())
    hidden = DeckSlide("mythes/cachee", "text", "Cachée", tabled.items[:1], (), "", hidden=True)
    slides = (_text_slide(), _list_slide(), tabled, _drawn_slide(), _picture_slide(), *charts, hidden)
    sections = (DeckSection("Accueil", 2), DeckSection("Mythes & légendes", len(slides) - 2))
    return deck(*slides, sections=sections, subject="Un essai", keywords="essai, chevalet")


def _text_slide() -> DeckSlide:
    theme = real_theme()
    first, second = theme.levels[:2]
    looks = TextParagraph(LOOKS, 2400, 0, Bullet.INHERIT, margin=first.margin, indent=first.indent)
    links = TextParagraph(LINKS, 2000, 1, Bullet.INHERIT, 1, second.margin, second.indent, space_before=480)
    body = placed(theme.layouts["text"], "body", looks, links)
    return slide("mythes/texte", "text", "Rien n’est gratuit", body, notes=NOTES)


def _list_slide() -> DeckSlide:
    def item(text: str, bullet: Bullet, start: int = 1) -> TextParagraph:
        return paragraph(text, 2000, bullet=bullet, start=start, margin=342900, indent=-342900)

    items = [item(f"Étape {number}", Bullet.NUMBER, number) for number in (3, 4)]
    items += [item(f"Choix {number}", Bullet.LETTER, number) for number in (1, 2)]
    items += [item("À cocher", Bullet.CHECK), paragraph("Fin", 2000)]
    body = placed(real_theme().layouts["text"], "body", *items)
    return slide("mythes/listes", "text", "Des listes de toutes sortes", body, notes=NOTES[:1])


def _table() -> PlacedTable:
    def row(*texts: str, bold: bool = False, fill: Color | None = None) -> PlacedRow:
        cells = (PlacedCell((TextParagraph((Run(text, bold=bold),), 1800),), fill) for text in texts)
        return PlacedRow(points(7.4 + 1.2117 * 18), tuple(cells))

    box = real_theme().layouts["table"].placeholders["table"].box
    rows = (
        row("Plateforme", "Part", "Usage", bold=True),
        row("Facebook", "88\u00a0%", "Nouvelles & groupes"),
        row("YouTube", "69\u00a0%", "Vidéos <longues>", fill=Color.ACCENT_PALE),
    )
    widths = (box.width // 2, box.width // 4, box.width // 4)
    insets = Insets(91440, 46990, 91440, 46990)
    return PlacedTable("table", box, "Tableau – mythes#t1", "Trois plateformes", widths, rows, insets)


def _drawn_slide() -> DeckSlide:
    left, top, wide, tall = inches(0.75), inches(2.6), inches(2.9), inches(1.2)
    label = paragraph("Publier", 2000, align=Align.CENTER)
    body = TextBody((label,), Insets(91440, 45720, 91440, 45720), Anchor.MIDDLE)
    steps = tuple(
        PlacedShape(
            f"Étape {number}",
            Geometry.CHEVRON,
            Box(left + number * inches(3), top, wide, tall),
            Color.ACCENT_TINT,
            body=body,
            adjustments=(("adj", 30000),),
        )
        for number in range(3)
    )
    group = PlacedGroup("Schéma – mythes#s1", Box(left, top, inches(8.9), tall), steps, "Trois étapes à la suite")
    arrow = PlacedShape(
        "Flèche",
        Geometry.LINE,
        Box(left, inches(4.3), inches(8.9), 0),
        None,
        Color.RULE,
        19050,
        decorative=True,
        head_arrow=True,
    )
    turned = PlacedShape(
        "Triangle",
        Geometry.TRIANGLE,
        Box(left, inches(4.6), inches(1), inches(1)),
        Color.ACCENT,
        Color.INK,
        12700,
        alt="Sommet",
        rotation=5400000,
        flip_horizontal=True,
        flip_vertical=True,
    )
    words = TextBody((paragraph("Texte libre", 1800, bullet=Bullet.DISC, margin=228600, indent=-228600),), NO_INSETS)
    place = Box(left + inches(2), inches(4.6), inches(4), inches(0.5))
    free = PlacedShape("Légende", Geometry.RECTANGLE, place, body=words)
    return slide("mythes/dessin", "drawing", "Trois gestes qui reviennent", group, arrow, turned, free)


def _picture_slide() -> DeckSlide:
    place = real_theme().layouts["full-picture"].placeholders["picture"]
    shown = PlacedPicture("picture", place.box, "Image – mythes#i1", "Un carré bleu", False, png(), (0, 12000, 0, 8000))
    small = PlacedPicture("", Box(inches(1), inches(6), inches(0.5), inches(0.25)), "Ornement", "", True, png())
    return slide("mythes/image", "full-picture", "Une image vaut son prix", shown, small)
