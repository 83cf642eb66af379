"""The skeleton of a region: a commented file that compiles as it is, to be filled in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.cli.request import REGIONS, find_root
from chevalet.load.regions.folder import RESERVED
from chevalet.load.shape import IDENTIFIER
from chevalet.locale import Catalogue

REGION = """\
# {title} : ce que cette région change du cours. Mode d'emploi : docs/regions.md.
# Tout ce qui manque ici reste comme dans le cours. Une ligne qui commence par « # » ne compte pas.
# Pour voir ce que cela change : build.py explain {id}

# Le lieu et la chambre, avec les formes qui suivent « de » et « à ». Un contact d'exemple, à remplacer.
terms:
  place: {{name: {title}, de: de {title}, a: à {title}}}
  chamber:
    name: la chambre de commerce de {title}
    de: de la chambre de commerce de {title}
    contact: info@chambre.example

# Les séances : une par soirée. Une heure qui manque est celle de l'horaire ordinaire.
# sessions:
#   - id: {id}-1
#     workshop: 1-medias-sociaux
#     date: 2027-02-09
#     start: "18:30"
#     delivery: en salle            # en salle, en ligne ou hybride
#     place: Salle communautaire
#     address: 1, rue de l'Exemple
#     access: Entrée de plain-pied
#     registration: https://inscription.example
#     price: 20 $
#     capacity: 30
#     status: prévue                # prévue, déplacée (avec revision: 1) ou annulée

# Les partenaires; le logo est une image du dossier {folder}/{id}/.
# partners:
#   - {{id: journal, name: Le journal, role: Partenaire média, mention: Une phrase à dire, logo: journal.png}}

# Un cas local : des diapositives écrites dans {folder}/{id}/mon-cas.md.
# cases:
#   - {{id: mon-cas, file: mon-cas.md, after: acheter-local/fiche-cas}}

# Les modules et les diapositives, par leur identifiant.
# modules:
#   exclude: [fonctions]
#   minutes: {{mythes: 18}}
# slides:
#   exclude: [mythes/mythes-effort]

# L'allure, la loi, la monnaie, les jours fériés, le papier.
# theme: {{logo: logo.png, accents: ["1D4E89"]}}
# law: quebec
# currency: cad
# holidays: {{country: CA, subdivision: QC}}
# paper: lettre
"""


def run_new_region(catalogue: Catalogue, *, identifier: str, **options: object) -> int:
    """Write a region's skeleton and say what comes next; return the exit code."""
    if not re.fullmatch(IDENTIFIER.pattern, identifier) or identifier in RESERVED:
        raise click.UsageError(catalogue.text("new.invalid", id=identifier))
    given = str(options.get("regions_folder") or "")
    folder = given or REGIONS
    place = (Path(given) if given else Path(find_root(options), REGIONS)) / f"{identifier}.yaml"
    path = f"{folder}/{identifier}.yaml"
    if place.exists():
        raise click.UsageError(catalogue.text("new.region.exists", id=identifier, path=path))
    place.parent.mkdir(parents=True, exist_ok=True)
    title = identifier.replace("-", " ").capitalize()
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(REGION.format(id=identifier, title=title, folder=folder))
    console = Console()
    console.say(catalogue.text("new.written", path=path))
    console.say(catalogue.text("new.region.next", id=identifier))
    return exits.BUILT
