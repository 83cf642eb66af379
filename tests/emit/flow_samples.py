"""Documents made by hand: one of everything a Flow can hold, and what a reader must find in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct

from chevalet.model.block import (
    Alignment,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    ListItem,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Table,
)
from chevalet.model.diagram import Chart, ChartKind, Mockup, MockupKind, Series, Step, Steps, StepsKind
from chevalet.model.flow import (
    Aside,
    Columns,
    Contents,
    Cover,
    Definitions,
    Details,
    Drawing,
    Field,
    FieldKind,
    Flow,
    FlowBlock,
    Grid,
    Heading,
    PageBreak,
    Panel,
    Paper,
    Role,
)
from chevalet.model.inline import (
    Code,
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Text,
)
from chevalet.resolve.locales.fr_ca import LOCALE
from chevalet.span import Span
from tests.emit.deck_samples import png

HERE = Span("modules/1-essai/cahier.md", 1, 1, 1, 2)

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="#B8401F"/>'
    b'<text x="12" y="50" font-family="Carlito" font-size="14" fill="#ffffff">Mythes</text></svg>'
)


def text(words: str) -> Inlines:
    return (Text(words),)


def says(words: str) -> Paragraph:
    return Paragraph(text(words), HERE)


def bullets(*items: str | ListItem, ordered: bool = False, start: int = 1) -> List:
    made = (item if isinstance(item, ListItem) else ListItem((says(item),), HERE) for item in items)
    return List(tuple(made), HERE, ordered, start)


def row(*cells: str) -> tuple[Inlines, ...]:
    return tuple(text(cell) if cell else () for cell in cells)


def pairs(*entries: tuple[str, str]) -> tuple[tuple[Inlines, Inlines], ...]:
    return tuple((text(name), text(value)) for name, value in entries)


def table(header: str, *rows: str, alignments: str = "") -> Table:
    """A table whose cells are parted by `|`; `alignments` has one letter a column: l, c, r or d."""
    names = row(*header.split("|"))
    letters = {"l": Alignment.LEFT, "c": Alignment.CENTER, "r": Alignment.RIGHT, "d": Alignment.DEFAULT}
    columns = tuple(letters[letter] for letter in alignments or "d" * len(names))
    return Table(names, tuple(row(*line.split("|")) for line in rows), columns, HERE)


def chart(kind: ChartKind, categories: str, *series: Series, highlight: str = "", unit: str = "%") -> ChartBlock:
    """A chart whose categories are parted by `|`."""
    title = f"Ce que montre {kind.value}"
    names = tuple(categories.split("|"))
    alt = f"{title} : {', '.join(names)}."
    made = Chart(kind, names, series, highlight, unit, text(title), text("Source : NETendances, 2022"), alt, 0)
    return ChartBlock(made, HERE)


CHARTS = (
    chart(
        ChartKind.BAR,
        "Facebook|YouTube|Instagram|LinkedIn|TikTok",
        Series("Adultes du Québec", (77.0, 71.0, 47.0, 30.0, 22.0)),
        highlight="Facebook",
    ),
    chart(
        ChartKind.BAR,
        "18 à 24 ans|25 à 34 ans|35 à 44 ans",
        Series("Facebook", (60.0, 72.0, 80.0)),
        Series("Instagram", (81.0, 66.0, None)),
        Series("TikTok", (70.0, 41.0, 20.0)),
        highlight="Instagram",
    ),
    chart(
        ChartKind.STACKED_BAR,
        "Côte-Nord|Gaspésie|Outaouais",
        Series("Tous les jours", (55.0, 61.0, 48.0)),
        Series("Chaque semaine", (25.0, 20.0, 30.0)),
        Series("Rarement", (17.0, 17.0, 19.0)),
        Series("Jamais", (3.0, 2.0, 3.0)),
    ),
    chart(
        ChartKind.COLUMN,
        "2018|2019|2020|2021|2022",
        Series("Part", (65.0, 67.0, 74.0, 78.0, 83.0)),
        highlight="2022",
    ),
    chart(
        ChartKind.COLUMN,
        "Courriel|Infolettre|Réseaux sociaux",
        Series("Avant", (1200.0, 850.0, 15400.0)),
        Series("Après", (1450.0, 990.0, 21800.0)),
        unit="visites",
    ),
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
        "Bouche-à-oreille|Recherche|Réseaux sociaux|Autres",
        Series("Part", (44.0, 31.0, 18.0, 7.0)),
        highlight="Recherche",
    ),
    chart(ChartKind.DOUGHNUT, "Ordinateur|Téléphone|Tablette", Series("Part", (38.0, 55.0, 7.0))),
)


def steps(kind: StepsKind, *entries: tuple[str, str, str], highlight: int = 0) -> StepsBlock:
    made = tuple(Step(text(title), text(words), text(when) if when else ()) for title, words, when in entries)
    return StepsBlock(Steps(kind, made, highlight, text(f"Schéma {kind.value} de {len(made)} étapes")), HERE)


STEPS = (
    steps(
        StepsKind.CHAIN,
        ("Qui est là?", "ma clientèle, ou la concurrence", ""),
        ("Est-ce le plus efficace?", "pour quels 20 % de la clientèle", ""),
        ("Est-ce que j’aime ça?", "écrire, échanger; sinon, qui m’aide?", ""),
        highlight=2,
    ),
    steps(
        StepsKind.CYCLE,
        ("Écouter", "les mots de la clientèle", ""),
        ("Écrire", "une idée par billet", ""),
        ("Publier", "au bon moment", ""),
        ("Mesurer", "et recommencer", ""),
    ),
    steps(
        StepsKind.PYRAMID,
        ("Le cinquième qui achète le plus", "où le joindre? Le lui demander", ""),
        ("Les gens fidèles mais rares", "leur donner une raison, une date", ""),
        ("Les gens de passage", "des heures justes et une carte à jour", ""),
        highlight=1,
    ),
    steps(
        StepsKind.TIMELINE,
        ("Un répertoire", "sans paiement en ligne", "Avril 2020"),
        ("Une boutique commune", "22 M$ investis", "Octobre 2022"),
        ("Trop peu de marchands", "environ 600 sur 1 000 visés", "Fin 2023"),
        ("Fermeture", "revenus insuffisants", "Février 2024"),
        highlight=4,
    ),
)


def mockup(kind: MockupKind, **fields: str) -> MockupBlock:
    keys = {name.rstrip("_"): text(value) for name, value in fields.items()}
    return MockupBlock(Mockup(kind, MappingProxyType(keys), text(f"Maquette {kind.value}")), HERE)


MOCKUPS = (
    mockup(
        MockupKind.SEARCH,
        query="boulangerie Sept-Îles",
        address="exemple.example › heures",
        title="Pain au levain à Sept-Îles, ouvert dès 6 h",
        description="Pains, brioches et café; stationnement gratuit, entrée de plain-pied.",
    ),
    mockup(
        MockupKind.POST,
        author="Boulangerie du Quai",
        when="mardi, 7 h 12",
        text="La fournée de 7 h est sortie. On vous en garde une miche?",
        reactions="48 mentions J’aime, 12 commentaires",
    ),
    mockup(
        MockupKind.MESSAGE,
        from_="Chambre de commerce",
        to="Vous",
        subject="C’est ce soir",
        text="La salle ouvre à 18 h 30. Apportez votre téléphone chargé.",
    ),
)

FIELDS: tuple[FlowBlock, ...] = (
    Field("entreprise", text("Mon entreprise")),
    Field("date", text("Je commence le"), FieldKind.DATE),
    Field("pourquoi", text("Pourquoi ma clientèle me choisit"), FieldKind.LINES, 4),
    Field("fiche", text("Ma fiche est à jour : heures, adresse, photos"), FieldKind.TICK),
    Field("frequence", text("Je publierai"), FieldKind.CHOICE, 1, row("chaque jour", "chaque semaine", "au besoin")),
    Field("cachee", text("Ma réponse"), FieldKind.LINES, 2, is_label_hidden=True),
)

GRID = Grid(
    "trois-questions",
    row("Question", "Oui, non, à vérifier", "Comment je le saurai"),
    (
        row("Ma clientèle est-elle là?", "", ""),
        row("Ma concurrence y est-elle, et qu’y fait-elle?", "", ""),
        row("Est-ce que j’aime écrire et échanger?", "", ""),
    ),
    2,
    has_row_headers=True,
)

MARKS = Paragraph(
    (
        Strong(text("Rien n’est gratuit")),
        Text(" : "),
        Emphasis((Text("le temps "), Strong(text("aussi")))),
        Text(" se compte"),
        Superscript("12"),
        Text(". On oublie le "),
        Strike(text("Minitel")),
        Text(", on tape "),
        Code("site:exemple.example #pain"),
        Text(","),
        LineBreak(),
        Text("puis on lit "),
        Link(text("le guide de la Chambre"), "https://exemple.example/a b?c=é&d=1#h", HERE),
        Text(" ou "),
        Link(text("le module sur les mythes"), "#mythes", HERE),
        Text(" et "),
        Link(text("une diapo absente"), "#nulle/part", HERE),
        Text("."),
    ),
    HERE,
)

NESTED = bullets(
    "Affiches et bannières, dehors et en magasin",
    ListItem(
        (
            says("Réseaux sociaux"),
            bullets(
                "une photo vraie",
                ListItem((says("une question"), bullets("ouverte", "courte", ordered=True, start=3)), HERE),
            ),
        ),
        HERE,
    ),
    ListItem((says("Fiche d’établissement vérifiée"),), HERE, checked=True),
    ListItem((says("Infolettre mensuelle"),), HERE, checked=False),
)


def panels() -> tuple[FlowBlock, ...]:
    """One panel of each role, as a workbook or a guide has them."""
    words = (
        (Role.KEY, "À retenir", "Un compte abandonné nuit plus qu’un compte absent."),
        (Role.CASE, "Étude de cas", "Une boulangerie de Sept-Îles a rempli ses mardis par une photo à 7 h."),
        (Role.QUIZ, "Vrai ou faux", "Publier chaque jour suffit à se faire connaître."),
        (Role.ANSWER, "Réponse", "Faux : la régularité aide, la réponse aux questions aide plus."),
        (Role.SAY, "Dire", "Une grande vitrine, annoncée partout, peut fermer."),
        (Role.DO, "Faire", "Afficher la feuille Stationnement près de la sortie."),
        (Role.ASK, "Demander", "Qui, ici, a déjà payé pour être vu?"),
        (Role.PLAIN, "Bon à savoir", "Le grand public compte environ cinq réseaux."),
    )
    made: list[FlowBlock] = [Panel(role, text(label), (says(sentence),)) for role, label, sentence in words]
    details = pairs(("Durée", "10 min"), ("Groupes", "en équipes de deux"), ("Matériel", "cahier, crayon"))
    steps_of_work = bullets("Choisir un client réel.", "Écrire ses mots à lui.", "Lire à voix haute.", ordered=True)
    made.insert(2, Panel(Role.ACTIVITY, text("À vous"), (steps_of_work, says("Une seule phrase suffit.")), details))
    made.insert(3, Panel(Role.WORKSHEET, text("Dans le cahier"), (says("Mes trois réponses."), GRID)))
    return tuple(made)


PRESENCE = table(
    "Plateforme|Adultes|Usage principal",
    "Facebook|77 %|Nouvelles du coin et groupes",
    "YouTube|71 %|Vidéos utiles, tutoriels",
    "Instagram|47 %|Photos, vie de l’entreprise",
    alignments="lrl",
)


def everything(*, is_large: bool = False, paper: Paper = Paper.LETTER) -> Flow:
    """A workbook that holds one of every block and inline."""
    blocks: tuple[FlowBlock, ...] = (
        Heading(1, text("Sommaire")),
        Contents(2),
        PageBreak(),
        Heading(1, text("Mythes et réalités"), "mythes", text("Module 1 · 25 min")),
        MARKS,
        Details(pairs(("Durée", "25 min"), ("Salle", "Café du Quai"), ("Matériel", "crayons"))),
        Details(pairs(("Début", "18 h 30"), ("Fin", "21 h 30")), is_inline=True),
        Heading(2, text("Où sont les gens"), "gens"),
        PRESENCE,
        Aside(text("Source : NETendances, 2022, base : adultes du Québec.")),
        NESTED,
        bullets("Écouter", "Écrire", "Publier", ordered=True),
        Heading(3, text("Ce qu’en dit une commerçante"), "commercante"),
        Quote((says("On ne se lève pas le matin pour consulter un répertoire."), says("Marie, libraire")), HERE),
        CodeBlock('<title>Pain au levain</title>\n<meta name="description">\n    # deux espaces  ici', "html", HERE),
        Heading(4, text("Un détail"), "detail"),
        Picture("images/quai.png", "Le quai un matin d’été", HERE, "Le quai, photo de la Chambre", data=png(640, 360)),
        Picture("images/filet.png", "", HERE, decorative=True, data=png(8, 1)),
        Heading(1, text("Des chiffres"), "chiffres", text("Module 2")),
        *CHARTS,
        Heading(1, text("Des schémas"), "schemas", text("Module 3")),
        *STEPS,
        Heading(1, text("Des maquettes"), "maquettes", text("Module 4")),
        *MOCKUPS,
        Heading(1, text("Des encadrés"), "encadres", text("Module 5")),
        *panels(),
        Container("aside", (says("Un contenant que nul ne connaît."),), HERE),
        Heading(1, text("À vous d’écrire"), "ecrire", text("Module 6")),
        *FIELDS,
        GRID,
        Paragraph((Text("Lundi matin, je "), Room(1, "lundi")), HERE),
        Paragraph((Text("Mes deux idées"), Room(2, "")), HERE),
        Columns(
            (
                (Heading(3, text("À court terme")), bullets("affiches", "téléphone")),
                (Heading(3, text("À long terme")), bullets("avis", "infolettre"), says("Une communauté.")),
            ),
            (2, 3),
        ),
        Drawing(SQUARE, "Vignette de la diapo Mythes", 40, has_frame=True),
        Heading(1, text("Glossaire"), "glossaire"),
        Definitions(
            pairs(
                ("base de sondage", "Groupe auquel se rapporte un pourcentage."),
                ("cliquer-ramasser", "Façon de vendre où l’on commande de loin et où l’on vient chercher sur place."),
            )
        ),
    )
    return flow(*blocks, is_large=is_large, paper=paper)


def flow(*blocks: FlowBlock, is_large: bool = False, paper: Paper = Paper.LETTER, is_whole_page: bool = True) -> Flow:
    """A document of these blocks, with a cover."""
    cover = Cover(
        is_whole_page,
        row("Atelier 1", "Chambre de commerce de Sept-Îles"),
        pairs(("Région", "Côte-Nord"), ("Édition", "participant"), ("Empreinte", "3f9a1c")),
    )
    return Flow(
        "workbook",
        text("Les médias sociaux, sans s’y perdre"),
        text("Cahier du participant"),
        "fr-CA",
        paper,
        1,
        cover,
        text("Les médias sociaux · Cahier du participant"),
        "Chambre de commerce de Sept-Îles",
        blocks,
        is_large,
        LOCALE,
    )


def texts_of(value: object) -> Iterator[str]:
    """Yield every text a reader must find in a flow or a part of it, in order; code, names and targets are left out."""
    match value:
        case Text(words) | Code(words) | Superscript(words):
            yield words
        case Chart():
            yield from (*value.categories, *(series.label for series in value.series))
            yield from texts_of((value.title, value.source))
        case Mockup() | Steps() | Picture() | Drawing() | Link() | CodeBlock():
            yield from _texts_of_leaf(value)
        case Field():
            yield from texts_of((() if value.is_label_hidden else value.label, value.options))
        case Struct():
            yield from texts_of(tuple(getattr(value, name) for name in value.__struct_fields__ if name != "locale"))
        case tuple():
            for part in value:
                yield from texts_of(part) if not isinstance(part, str) else ()
        case _:
            pass


def _texts_of_leaf(value: Mockup | Steps | Picture | Drawing | Link | CodeBlock) -> Iterator[str]:
    match value:
        case Mockup():
            yield from texts_of(tuple(value.fields.values()))
        case Steps():
            yield from texts_of(value.steps)
        case Link():
            yield from texts_of(value.children)
        case CodeBlock(words):
            yield words
        case Picture():
            yield value.caption
        case Drawing():
            pass


def words_of(value: object) -> list[str]:
    """Return every word (letters and digits only) a reader must find."""
    return [word for words in texts_of(value) for word in re.findall(r"\w+", words)]
