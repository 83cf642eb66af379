"""The keys of a region's file, `course/regions/<id>.yaml`; the schema that editors read is made from them."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import field

from chevalet.load.course import FACET_VALUE, BreakRecord
from chevalet.load.shape import (
    CLOCK,
    IDENTIFIER,
    LANGUAGE,
    MINUTES,
    PLAIN,
    Choice,
    Date,
    Flag,
    Key,
    ListOf,
    MapOf,
    RecordOf,
    Text,
    TextOr,
    Whole,
    Written,
)

SLIDE = Text("[a-z0-9-]+/[a-z0-9-]+", example="mythes/gratuit")
FILE = Text(r"[^\s/\\][^/\\]*\.md", example="mon-cas.md")
FILE_OR_ID = Text(r"[a-z0-9-]+|[^\s/\\][^/\\]*\.md", example="mon-module.md")
PICTURE = Text(r"[^\s/\\][^/\\]*\.(png|jpe?g|gif|PNG|JPE?G)", example="logo.png")
COLOR = Text("#?[0-9A-Fa-f]{6}", example="1D4E89")
ZONE = Text(r"UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_]+)+", example="America/Toronto")
COUNTRY = Text("[A-Z]{2}", example="CA")
SUBDIVISION = Text("[A-Z0-9]{1,3}", example="QC")
PLANNED, MOVED, CANCELLED = "prévue", "déplacée", "annulée"
DELIVERIES = {"en salle": "in-person", "en ligne": "online", "hybride": "hybrid"}
PAPERS = {"lettre": "us-letter", "a4": "a4"}


class PartnerRecord(Written, frozen=True, kw_only=True):
    """Un partenaire."""

    id: Annotated[str, Key(IDENTIFIER, "L'identifiant du partenaire.")]
    name: Annotated[str, Key(PLAIN, "Son nom.")]
    role: Annotated[str, Key(PLAIN, "Ce qu'il est : « Commanditaire principal ».")] = ""
    mention: Annotated[str, Key(PLAIN, "La phrase qu'il demande d'imprimer.")] = ""
    logo: Annotated[str, Key(PICTURE, "Son logo, une image du dossier de la région.")] = ""


class SessionRecord(Written, frozen=True, kw_only=True):
    """Une séance."""

    id: Annotated[str, Key(IDENTIFIER, "L'identifiant de la séance, que portent ses fichiers.")]
    workshop: Annotated[str, Key(IDENTIFIER, "L'atelier donné, par son identifiant; sinon, « modules ».")] = ""
    modules: Annotated[
        tuple[str | BreakRecord, ...],
        Key(ListOf(TextOr(IDENTIFIER, BreakRecord)), "Ou ses propres modules, dans l'ordre, avec un « title »."),
    ] = ()
    title: Annotated[str, Key(PLAIN, "Le titre de la séance; celui de l'atelier s'il manque.")] = ""
    revision: Annotated[
        int, Key(Whole(0, 99), "Combien de fois a changé ce qui a été annoncé : date, heure ou lieu.")
    ] = 0
    status: Annotated[str, Key(Choice((PLANNED, MOVED, CANCELLED)), "Où en est la séance.")] = PLANNED
    date: Annotated[str, Key(Date(), "Le jour : « 2027-02-09 ».")] = ""
    start: Annotated[str, Key(CLOCK, "L'heure du début, sur 24 heures; celle de l'horaire si elle manque.")] = ""
    end: Annotated[str, Key(CLOCK, "L'heure de la fin; celle que donne l'horaire si elle manque.")] = ""
    schedule: Annotated[str, Key(IDENTIFIER, "L'horaire, par son identifiant dans course.yaml : « evening ».")] = ""
    delivery: Annotated[str, Key(Choice(tuple(DELIVERIES)), "En salle, en ligne ou les deux à la fois.")] = ""
    place: Annotated[str, Key(PLAIN, "Le nom du lieu.")] = ""
    address: Annotated[str, Key(PLAIN, "L'adresse du lieu.")] = ""
    access: Annotated[str, Key(PLAIN, "Comment entrer : porte, stationnement, ascenseur, ou le lien de la salle.")] = ""
    capacity: Annotated[int, Key(Whole(0, 2000), "Combien de places il y a.")] = 0
    participants: Annotated[int, Key(Whole(0, 2000), "Pour combien de personnes préparer le matériel.")] = 0
    registration: Annotated[str, Key(PLAIN, "Où s'inscrire : une adresse web, un courriel ou un téléphone.")] = ""
    price: Annotated[str, Key(PLAIN, "Ce que cela coûte.")] = ""
    trainer: Annotated[str, Key(PLAIN, "Qui anime.")] = ""
    time_zone: Annotated[str, Key(ZONE, "Son fuseau horaire, quand ce n'est pas celui de la région.")] = ""


class EventRecord(Written, frozen=True, kw_only=True):
    """Une journée de la chambre, pour le calendrier éditorial."""

    id: Annotated[str, Key(IDENTIFIER, "L'identifiant de l'activité.")]
    title: Annotated[str, Key(PLAIN, "Son titre.")]
    start: Annotated[str, Key(Date(), "Son premier jour.")]
    end: Annotated[str, Key(Date(), "Son dernier jour; le premier s'il manque.")] = ""
    place: Annotated[str, Key(PLAIN, "Son lieu.")] = ""
    note: Annotated[str, Key(PLAIN, "Ce qu'il y a à en savoir.")] = ""


class WorkshopPatchRecord(Written, frozen=True, kw_only=True):
    """Ce qui change d'un atelier."""

    title: Annotated[str, Key(PLAIN, "Son titre ici.")] = ""
    summary: Annotated[str, Key(PLAIN, "Sa phrase de présentation ici.")] = ""
    given: Annotated[bool, Key(Flag(), "« false » : l'atelier ne se donne pas ici.")] = True


class ModuleInsertRecord(Written, frozen=True, kw_only=True):
    """Un module ajouté."""

    module: Annotated[str, Key(FILE_OR_ID, "Un module par son identifiant, ou un fichier .md de la région.")]
    after: Annotated[str, Key(IDENTIFIER, "Le module après lequel il vient.")] = ""
    before: Annotated[str, Key(IDENTIFIER, "Ou celui avant lequel il vient.")] = ""


class ModulesRecord(Written, frozen=True, kw_only=True):
    """Ce qui change des modules."""

    exclude: Annotated[tuple[str, ...], Key(ListOf(IDENTIFIER), "Les modules laissés de côté.")] = ()
    insert: Annotated[
        tuple[ModuleInsertRecord, ...], Key(ListOf(RecordOf(ModuleInsertRecord)), "Les modules ajoutés.")
    ] = ()
    replace: Annotated[
        Mapping[str, str], Key(MapOf(IDENTIFIER, FILE), "Les modules remplacés par un fichier de la région.")
    ] = field(default_factory=dict)
    minutes: Annotated[Mapping[str, int], Key(MapOf(IDENTIFIER, MINUTES), "La durée de modules, en minutes.")] = field(
        default_factory=dict
    )


class SlideInsertRecord(Written, frozen=True, kw_only=True):
    """Des diapositives ajoutées : toutes celles d'un fichier de la région."""

    file: Annotated[str, Key(FILE, "Le fichier .md, dans le dossier de la région.")]
    after: Annotated[str, Key(SLIDE, "La diapositive après laquelle elles viennent.")] = ""
    before: Annotated[str, Key(SLIDE, "Ou celle avant laquelle elles viennent.")] = ""


class SlidesRecord(Written, frozen=True, kw_only=True):
    """Ce qui change des diapositives."""

    exclude: Annotated[tuple[str, ...], Key(ListOf(SLIDE), "Les diapositives laissées de côté.")] = ()
    insert: Annotated[
        tuple[SlideInsertRecord, ...], Key(ListOf(RecordOf(SlideInsertRecord)), "Les diapositives ajoutées.")
    ] = ()
    replace: Annotated[
        Mapping[str, str], Key(MapOf(SLIDE, FILE), "Les diapositives remplacées par un fichier de la région.")
    ] = field(default_factory=dict)


class CaseRecord(SlideInsertRecord, frozen=True, kw_only=True):
    """Un cas local : ses diapositives, et où elles viennent."""

    id: Annotated[str, Key(IDENTIFIER, "L'identifiant du cas.")]


class DocumentsRecord(Written, frozen=True, kw_only=True):
    """Ce qui change des textes de course/documents."""

    exclude: Annotated[tuple[str, ...], Key(ListOf(IDENTIFIER), "Les textes laissés de côté.")] = ()
    add: Annotated[tuple[str, ...], Key(ListOf(FILE), "Les textes ajoutés, des fichiers de la région.")] = ()
    replace: Annotated[
        Mapping[str, str], Key(MapOf(IDENTIFIER, FILE), "Les textes remplacés par un fichier de la région.")
    ] = field(default_factory=dict)


class HolidaysRecord(Written, frozen=True, kw_only=True):
    """De qui sont les jours fériés."""

    country: Annotated[str, Key(COUNTRY, "Le pays, en deux lettres : « CA ».")]
    subdivision: Annotated[str, Key(SUBDIVISION, "La province ou le département : « QC ».")] = ""


class ThemeRecord(Written, frozen=True, kw_only=True):
    """L'allure de la région."""

    logo: Annotated[str, Key(PICTURE, "Le logo de la chambre, une image du dossier de la région.")] = ""
    accents: Annotated[tuple[str, ...], Key(ListOf(COLOR), "Ses couleurs, une par atelier, à tour de rôle.")] = ()


class RegionRecord(Written, frozen=True, kw_only=True):
    """Ce qu'une région change du cours."""

    extends: Annotated[str, Key(IDENTIFIER, "La région dont celle-ci part.")] = ""
    terms: Annotated[
        Mapping[str, Mapping[str, str]],
        Key(MapOf(IDENTIFIER, MapOf(IDENTIFIER, PLAIN)), "Ses termes : le lieu avec ses formes élidées, la chambre."),
    ] = field(default_factory=dict)
    partners: Annotated[tuple[PartnerRecord, ...], Key(ListOf(RecordOf(PartnerRecord)), "Ses partenaires.")] = ()
    sessions: Annotated[tuple[SessionRecord, ...], Key(ListOf(RecordOf(SessionRecord)), "Ses séances.")] = ()
    events: Annotated[tuple[EventRecord, ...], Key(ListOf(RecordOf(EventRecord)), "Les journées de sa chambre.")] = ()
    workshops: Annotated[
        Mapping[str, WorkshopPatchRecord],
        Key(MapOf(IDENTIFIER, RecordOf(WorkshopPatchRecord)), "Ce qui change des ateliers, par identifiant."),
    ] = field(default_factory=dict)
    modules: Annotated[ModulesRecord | None, Key(RecordOf(ModulesRecord), "Ce qui change des modules.")] = None
    slides: Annotated[SlidesRecord | None, Key(RecordOf(SlidesRecord), "Ce qui change des diapositives.")] = None
    cases: Annotated[tuple[CaseRecord, ...], Key(ListOf(RecordOf(CaseRecord)), "Ses cas locaux.")] = ()
    documents: Annotated[
        DocumentsRecord | None, Key(RecordOf(DocumentsRecord), "Ce qui change des textes de course/documents.")
    ] = None
    theme: Annotated[ThemeRecord | None, Key(RecordOf(ThemeRecord), "Son allure.")] = None
    language: Annotated[str, Key(LANGUAGE, "Sa langue : « fr-FR ».")] = ""
    law: Annotated[str, Key(FACET_VALUE, "La loi qui s'y applique, une valeur de la facette « law ».")] = ""
    currency: Annotated[str, Key(FACET_VALUE, "Sa monnaie, une valeur de la facette « currency ».")] = ""
    facets: Annotated[
        Mapping[str, str], Key(MapOf(IDENTIFIER, FACET_VALUE), "La valeur de toute autre facette de course.yaml.")
    ] = field(default_factory=dict)
    holidays: Annotated[HolidaysRecord | None, Key(RecordOf(HolidaysRecord), "Ses jours fériés.")] = None
    time_zone: Annotated[str, Key(ZONE, "Son fuseau horaire : « America/Toronto ».")] = ""
    paper: Annotated[str, Key(Choice(tuple(PAPERS)), "Le papier sur lequel on y imprime.")] = ""
