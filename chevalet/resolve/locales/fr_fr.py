"""French as France prints it: Québec's, but for what is listed here."""

from chevalet.model.locale import Locale
from chevalet.resolve.locales import fr_ca

WORDS = {
    **fr_ca.WORDS,
    "thousands": "\u202f",
    "note-debrief": "Débriefing",
    "list-separator": "\u202f; ",
}

LOCALE = Locale(
    tag="fr-FR",
    decimal=WORDS["decimal"],
    thousands=WORDS["thousands"],
    clock="{hour}\u00a0h\u00a0{minute}",
    exact_clock="{hour}\u00a0h",
    words=WORDS,
)
