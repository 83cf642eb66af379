"""The columns of the calendar: eight in view, then those that plan and those that measure, folded."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]


class Column(Struct, frozen=True):
    """A column: `key` names its range (`cal_date`), `field` its field of an `Entry`, `level` how deep it is folded.

    `kind` is `day`, `time`, `text`, `number` or `formula`; `choices` names the list its drop-down takes.
    """

    key: str
    header: str
    width: float
    field: str = ""
    kind: str = "text"
    level: int = 0
    choices: str = ""


COLUMNS = (
    Column("date", "Date", 17, "day", "day"),
    Column("heure", "Heure", 9, "start", "time"),
    Column("canal", "Où? (canal)", 20, "channel", choices="canaux"),
    Column("sujet", "Sujet, en une phrase", 50, "subject"),
    Column("geste", "Geste demandé", 26, "ask"),
    Column("responsable", "Qui écrit?", 15, "owner", choices="responsables"),
    Column("statut", "Statut", 14, "status", choices="statuts"),
    Column("alerte", "À surveiller", 30, kind="formula"),
    Column("repere", "Date clé ce jour-là", 26, kind="formula", level=1),
    Column("public", "Pour qui?", 20, "audience", level=1, choices="publics"),
    Column("intention", "Intention", 18, "intent", level=1, choices="intentions"),
    Column("objectif", "Objectif", 20, "goal", level=1, choices="objectifs"),
    Column("format", "Format", 22, "format", level=1, choices="formats"),
    Column("message", "Message clé", 32, "message", level=1),
    Column("ebauche", "Ébauche pour le", 17, "draft_due", "day", 1),
    Column("relecture", "Qui relit?", 15, "reviewer", level=1, choices="responsables"),
    Column("consentement", "Consentement aux photos", 26, "consent", level=1, choices="consentements"),
    Column("contenu", "Lien du texte ou de l’image", 30, "content", level=1),
    Column("campagne", "Campagne", 18, "campaign", level=1),
    Column("note", "Notes", 36, "note", level=1),
    Column("publie", "Lien publié", 30, "published", level=2),
    Column("vues", "Vues", 10, "views", "number", 2),
    Column("reactions", "Réactions", 11, "reactions", "number", 2),
    Column("clics", "Clics", 10, "clicks", "number", 2),
    Column("gestes", "Gestes faits", 13, "actions", "number", 2),
    Column("lecon", "Ce que je note", 40, "lesson", level=2),
)
PLACES: Mapping[str, int] = {column.key: place for place, column in enumerate(COLUMNS)}
LETTERS: Mapping[str, str] = {column.key: xl_col_to_name(place) for place, column in enumerate(COLUMNS)}
VISIBLE = sum(not column.level for column in COLUMNS)


def own(key: str) -> str:
    """Return the cell of a column in a formula's own row, written the same in every row.

    A table fills a new row with its column's formula: without relative references it needs no adjusting, which
    structured references would save too, but Google Sheets refuses those.
    """
    return f"INDEX(${LETTERS[key]}:${LETTERS[key]},ROW())"
