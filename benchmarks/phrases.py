"""The words the benchmark's decks are made of: sentences in three parts, as a small business would say them."""

from __future__ import annotations

SUBJECTS = (
    "La boulangerie du rang",
    "Le garage de la rue Principale",
    "Une page à jour",
    "La fiche de la quincaillerie",
    "Chaque avis reçu",
    "Le marché du samedi",
    "La petite équipe",
    "Un courriel court",
    "La personne au comptoir",
    "Le gîte du lac",
    "Une photo prise sur place",
    "Le calendrier du mois",
    "La coopérative agricole",
    "Un témoignage signé",
    "La carte du village",
    "Le salon de coiffure",
)

VERBS = (
    "répond aux questions",
    "annonce les heures d'ouverture",
    "montre le travail en cours",
    "rappelle la date limite",
    "compare deux façons de faire",
    "donne le prix exact",
    "raconte une seule histoire",
    "mesure ce qui a changé",
    "invite à réserver",
    "explique le délai de livraison",
    "nomme les gens du quartier",
    "garde la même promesse",
    "remercie la clientèle fidèle",
)

ENDINGS = (
    "avant midi, chaque jour ouvrable",
    "sans jargon ni promesse vague",
    "là où la clientèle regarde déjà",
    "en moins de deux minutes",
    "pour 12 personnes sur 40",
    "dès la première visite",
    "même quand le réseau tombe",
    "avec un seul lien à suivre",
    "trois semaines avant la fête",
    "et note la réponse dans un cahier",
    "au téléphone comme en ligne",
)

TOPICS = (
    "Répondre vite",
    "Choisir un seul canal",
    "Écrire pour être lu",
    "Mesurer sans outil",
    "Préparer la saison",
    "Demander un avis",
    "Montrer le métier",
    "Tenir le calendrier",
    "Accueillir en ligne",
    "Corriger une erreur",
    "Annoncer un prix",
    "Remercier en public",
    "Relire avant de publier",
)

HEADERS = ("Moyen", "Effort", "Premier résultat")

CELLS = (
    ("Page du commerce", "Infolettre", "Fiche de carte", "Affiche en vitrine", "Publication payée", "Bouche à oreille"),
    ("une heure par semaine", "deux heures par mois", "dix minutes", "une demi-journée", "presque rien"),
    ("dès la première semaine", "après un mois", "à la saison suivante", "difficile à dire", "le jour même"),
)

NOTE_LABELS = ("Dire", "Demander", "Faire")
