"""The records of `course/calendar.yaml`: every key an author may write of the editorial calendar."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import field

from chevalet.load.shape import (
    CLOCK,
    IDENTIFIER,
    PLAIN,
    Choice,
    Date,
    Flag,
    Key,
    ListOf,
    MapOf,
    RecordOf,
    Text,
    Whole,
    Written,
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
STAGES = ("planned", "writing", "scheduled", "published", "cancelled")
WEEKDAY = Choice(WEEKDAYS)
COUNT = Whole(0, 1_000_000_000)
WEEK = Whole(1, 52)
WORDS = ListOf(PLAIN)
COUNTRY = Text("[A-Z]{2}(-[A-Z0-9]{1,3})?", example="CA-QC")


class StatusRecord(Written, frozen=True, kw_only=True):
    """Un statut."""

    name: Annotated[str, Key(PLAIN, "Le statut, tel qu'on le choisit dans le tableur.")]
    stage: Annotated[
        str,
        Key(Choice(STAGES), "Où en est le travail : prévu (rien n'est écrit), en écriture, programmé, publié, annulé."),
    ]
    meaning: Annotated[str, Key(PLAIN, "Ce que le statut veut dire, en une phrase.")] = ""


class ChannelRecord(Written, frozen=True, kw_only=True):
    """Un canal : où l'on publie."""

    name: Annotated[str, Key(PLAIN, "Le canal, tel qu'on le choisit dans le tableur.")]
    source: Annotated[str, Key(PLAIN, "Sa source dans un lien balisé : « facebook ».")] = ""
    medium: Annotated[str, Key(PLAIN, "Son genre de moyen dans un lien balisé : « social ».")] = ""
    offline: Annotated[bool, Key(Flag(), "Vrai si le canal se passe d'internet.")] = False


class IntentRecord(Written, frozen=True, kw_only=True):
    """Une intention."""

    name: Annotated[str, Key(PLAIN, "Ce que la publication veut faire.")]
    sells: Annotated[bool, Key(Flag(), "Vrai si l'on y demande d'acheter.")] = False


class SlotRecord(Written, frozen=True, kw_only=True):
    """Un rendez-vous de chaque semaine."""

    id: Annotated[str, Key(IDENTIFIER, "L'identifiant du rendez-vous, toujours le même d'une année à l'autre.")]
    title: Annotated[str, Key(PLAIN, "Le nom du rendez-vous.")]
    day: Annotated[str, Key(WEEKDAY, "Le jour de la semaine : « tuesday ».")]
    time: Annotated[str, Key(CLOCK, "L'heure du début, sur 24 heures : « 8:30 ».")]
    minutes: Annotated[int, Key(Whole(1, 480), "La durée, en minutes.")] = 15
    note: Annotated[str, Key(PLAIN, "Ce que l'on y fait.")] = ""


class RuleRecord(Written, frozen=True, kw_only=True):
    """La règle d'une date : un jour fixe, un jour de semaine d'un mois, ou Pâques."""

    month: Annotated[int, Key(Whole(1, 12), "Le mois, de 1 à 12.")] = 0
    day: Annotated[int, Key(Whole(1, 31), "Le jour du mois.")] = 0
    weekday: Annotated[str, Key(WEEKDAY, "Le jour de la semaine : « sunday ».")] = ""
    nth: Annotated[int, Key(Whole(-5, 5), "Le rang dans le mois : 1 pour le premier, -1 pour le dernier.")] = 0
    easter: Annotated[int, Key(Whole(-60, 60), "Combien de jours après Pâques; avant, si le nombre est négatif.")] = 0


class TradeDateRecord(Written, frozen=True, kw_only=True):
    """Une date du commerce."""

    title: Annotated[str, Key(PLAIN, "Le nom de la date.")]
    rule: Annotated[RuleRecord, Key(RecordOf(RuleRecord), "Comment trouver la date d'une année.")]
    offset: Annotated[int, Key(Whole(-60, 60), "Combien de jours après ce que la règle donne.")] = 0
    days: Annotated[int, Key(Whole(1, 60), "La durée, en jours.")] = 1
    prepare: Annotated[int, Key(Whole(0, 26), "Combien de semaines d'avance s'y mettre.")] = 0
    check: Annotated[bool, Key(Flag(), "Vrai si la date est à vérifier chaque année.")] = False
    only: Annotated[
        tuple[str, ...],
        Key(ListOf(COUNTRY), "Les pays et les provinces où la date vaut : « CA », « CA-QC »; partout, sans cette clé."),
    ] = ()
    note: Annotated[str, Key(PLAIN, "Quoi faire, en une phrase.")] = ""


class IdeaRecord(Written, frozen=True, kw_only=True):
    """Une idée de publication."""

    title: Annotated[str, Key(PLAIN, "L'idée, en une phrase.")]
    intent: Annotated[str, Key(PLAIN, "Son intention, l'une de `intents`.")]
    format: Annotated[str, Key(PLAIN, "Son format, l'un de `formats`.")]
    channel: Annotated[str, Key(PLAIN, "Son canal, l'un de `channels`.")]
    ask: Annotated[str, Key(PLAIN, "Le seul geste que l'on demande.")]
    season: Annotated[str, Key(PLAIN, "Quand elle convient, si ce n'est pas toute l'année.")] = ""


class LinkRecord(Written, frozen=True, kw_only=True):
    """Un lien balisé d'exemple."""

    page: Annotated[str, Key(PLAIN, "L'adresse de la page.")]
    source: Annotated[str, Key(PLAIN, "D'où viendront les gens.")]
    medium: Annotated[str, Key(PLAIN, "Par quel genre de moyen.")]
    campaign: Annotated[str, Key(PLAIN, "Pour quelle campagne.")]
    content: Annotated[str, Key(PLAIN, "Quelle version.")] = ""
    use: Annotated[str, Key(PLAIN, "Où le lien a servi.")] = ""


class EntryRecord(Written, frozen=True, kw_only=True):
    """Une ligne de l'exemple rempli."""

    week: Annotated[int, Key(WEEK, "La semaine du calendrier, à partir de 1.")]
    day: Annotated[str, Key(WEEKDAY, "Le jour de la semaine.")]
    time: Annotated[str, Key(CLOCK, "L'heure, sur 24 heures.")] = ""
    channel: Annotated[str, Key(PLAIN, "Où l'on publie.")]
    subject: Annotated[str, Key(PLAIN, "Le sujet, en une phrase.")]
    ask: Annotated[str, Key(PLAIN, "Le geste demandé.")] = ""
    owner: Annotated[str, Key(PLAIN, "Qui écrit.")] = ""
    status: Annotated[str, Key(PLAIN, "Le statut, l'un de `statuses`.")] = ""
    audience: Annotated[str, Key(PLAIN, "Pour qui.")] = ""
    intent: Annotated[str, Key(PLAIN, "L'intention.")] = ""
    goal: Annotated[str, Key(PLAIN, "L'objectif.")] = ""
    format: Annotated[str, Key(PLAIN, "Le format.")] = ""
    message: Annotated[str, Key(PLAIN, "Le message clé.")] = ""
    draft: Annotated[int, Key(Whole(1, 60), "Combien de jours d'avance l'ébauche est attendue.")] = 0
    reviewer: Annotated[str, Key(PLAIN, "Qui relit.")] = ""
    consent: Annotated[str, Key(PLAIN, "Le consentement des personnes photographiées.")] = ""
    content: Annotated[str, Key(PLAIN, "Où se trouve le texte ou l'image.")] = ""
    campaign: Annotated[str, Key(PLAIN, "La campagne.")] = ""
    note: Annotated[str, Key(PLAIN, "Une note.")] = ""
    published: Annotated[str, Key(PLAIN, "Le lien de ce qui est publié.")] = ""
    views: Annotated[int | None, Key(COUNT, "Combien de fois on l'a vu.")] = None
    reactions: Annotated[int | None, Key(COUNT, "Combien de réactions.")] = None
    clicks: Annotated[int | None, Key(COUNT, "Combien de clics.")] = None
    actions: Annotated[int | None, Key(COUNT, "Combien de fois le geste demandé a été fait.")] = None
    lesson: Annotated[str, Key(PLAIN, "Ce que l'on en retient.")] = ""


class ExampleRecord(Written, frozen=True, kw_only=True):
    """L'exemple rempli."""

    firm: Annotated[str, Key(PLAIN, "L'entreprise, inventée.")]
    about: Annotated[str, Key(PLAIN, "L'entreprise en une phrase.")] = ""
    seen: Annotated[int, Key(WEEK, "La semaine où l'on regarde l'exemple : avant, c'est passé.")]
    entries: Annotated[tuple[EntryRecord, ...], Key(ListOf(RecordOf(EntryRecord)), "Les lignes, en ordre de date.")]


class StepRecord(Written, frozen=True, kw_only=True):
    """Un moment de la première heure."""

    when: Annotated[str, Key(PLAIN, "Quand : « 0 à 5 min ».")]
    title: Annotated[str, Key(PLAIN, "Le geste, en un verbe.")]
    text: Annotated[str, Key(PLAIN, "Le geste, en une phrase.")]


class CrisisRecord(Written, frozen=True, kw_only=True):
    """La fiche de crise."""

    intro: Annotated[str, Key(PLAIN, "À quoi sert la fiche.")] = ""
    roles: Annotated[tuple[str, ...], Key(WORDS, "Les tâches à confier.")] = ()
    calls: Annotated[tuple[str, ...], Key(WORDS, "Les numéros à trouver d'avance.")] = ()
    pauses: Annotated[tuple[str, ...], Key(WORDS, "Ce que l'on met en pause.")] = ()
    steps: Annotated[tuple[StepRecord, ...], Key(ListOf(RecordOf(StepRecord)), "La première heure, en ordre.")] = ()
    message: Annotated[str, Key(PLAIN, "Le message d'attente, à compléter.")] = ""


class CalendarRecord(Written, frozen=True, kw_only=True):
    """Le calendrier éditorial."""

    start: Annotated[str, Key(Date(), "Le premier des douze mois : « 2027-01-01 ».")]
    revision: Annotated[int, Key(Whole(0, 9999), "À augmenter de un quand une date déjà remise a changé.")] = 0
    statuses: Annotated[tuple[StatusRecord, ...], Key(ListOf(RecordOf(StatusRecord)), "Les statuts, en ordre.")]
    channels: Annotated[tuple[ChannelRecord, ...], Key(ListOf(RecordOf(ChannelRecord)), "Les canaux.")]
    formats: Annotated[tuple[str, ...], Key(WORDS, "Les formats.")] = ()
    intents: Annotated[tuple[IntentRecord, ...], Key(ListOf(RecordOf(IntentRecord)), "Les intentions.")] = ()
    goals: Annotated[tuple[str, ...], Key(WORDS, "Les objectifs.")] = ()
    audiences: Annotated[tuple[str, ...], Key(WORDS, "Les publics.")] = ()
    consents: Annotated[tuple[str, ...], Key(WORDS, "L'état du consentement aux photos.")] = ()
    publishing: Annotated[
        tuple[SlotRecord, ...], Key(ListOf(RecordOf(SlotRecord)), "Quand on publie chaque semaine : une ligne datée.")
    ] = ()
    writing: Annotated[
        tuple[SlotRecord, ...], Key(ListOf(RecordOf(SlotRecord)), "Quand on écrit chaque semaine : un rendez-vous.")
    ] = ()
    holiday_notes: Annotated[
        Mapping[str, str], Key(MapOf(PLAIN, PLAIN), "Quoi faire d'un jour férié, par le nom du jour.")
    ] = field(default_factory=dict)
    trade_dates: Annotated[
        Mapping[str, TradeDateRecord],
        Key(MapOf(IDENTIFIER, RecordOf(TradeDateRecord)), "Les dates du commerce, par identifiant."),
    ] = field(default_factory=dict)
    ideas: Annotated[tuple[IdeaRecord, ...], Key(ListOf(RecordOf(IdeaRecord)), "La banque d'idées.")] = ()
    links: Annotated[tuple[LinkRecord, ...], Key(ListOf(RecordOf(LinkRecord)), "Les liens balisés d'exemple.")] = ()
    example: Annotated[ExampleRecord | None, Key(RecordOf(ExampleRecord), "L'exemple rempli.")] = None
    crisis: Annotated[CrisisRecord | None, Key(RecordOf(CrisisRecord), "La fiche de crise.")] = None
