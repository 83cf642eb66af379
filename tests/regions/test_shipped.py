"""The regions that ship, and the page that tells organizers how to write one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chevalet.cache.files import read_files, read_folder
from chevalet.cli.order import open_tree
from chevalet.lands import read_lands, survey
from chevalet.load import load
from chevalet.load.regions.records import RegionRecord, SessionRecord
from chevalet.load.shape import fields_of
from tests.tools import ROOT

PAGE = (ROOT / "docs/regions.md").read_text(encoding="utf-8")
TREE = open_tree(str(ROOT), read_files(str(ROOT), "themes/chevalet"))
PROJECT = load(TREE)[0]
assert PROJECT is not None
# Those of the curriculum; what four of them have in common ships beside them.
WANTED = (
    "rawdon rimouski sherbrooke coaticook lac-megantic magog ville-marie val-dor rouyn-noranda la-sarre montpellier "
    "edmonton"
).split()


def test_every_region_of_the_curriculum_ships():
    assert set(WANTED) <= set(PROJECT.regions)


@pytest.mark.parametrize("region", PROJECT.regions)
def test_a_shipped_region_has_nothing_to_say_and_nothing_stale(region):
    assert survey(TREE, PROJECT, region)[1] == ()


def test_no_two_regions_are_alike():
    lands, _ = read_lands(TREE, PROJECT, WANTED)
    assert len({repr((land.terms, land.place.sessions)) for land in lands.values()}) == len(WANTED)


def test_every_session_is_in_2027_and_nobody_real_can_be_reached():
    lands, _ = read_lands(TREE, PROJECT, PROJECT.regions)
    for land in lands.values():
        assert {session.date.year for session in land.place.sessions if session.date} <= {2027}
        contacts = [land.terms["chamber.contact"], *(each.registration for each in land.place.sessions)]
        assert [each for each in contacts if each and not re.search(r"\.example\b|555-01\d\d$", each)] == []


def test_the_french_region_has_its_own_law_money_paper_and_days():
    lands, _ = read_lands(TREE, PROJECT, ["montpellier"])
    land = lands["montpellier"]
    assert (land.language, land.facets["law"][0], land.facets["currency"][0]) == ("fr-FR", "france", "eur")
    assert (land.place.country, land.place.subdivision, land.place.paper.value) == ("FR", "", "a4")


@pytest.mark.parametrize("record", [RegionRecord, SessionRecord])
def test_every_key_is_in_the_page(record):
    assert [name for name in fields_of(record) if f"`{name}`" not in PAGE] == []


def test_the_complete_example_of_the_page_compiles(tmp_path: Path):
    part = PAGE[PAGE.index("## Un exemple complet") :]
    written, case = re.findall(r"```(?:yaml|markdown)\n(.*?)```", part, re.S)[:2]
    (tmp_path / "saint-exemple").mkdir()
    (tmp_path / "saint-exemple.yaml").write_text(written, encoding="utf-8")
    (tmp_path / "saint-exemple/boulangerie.md").write_text(case, encoding="utf-8")
    tree = open_tree(str(ROOT), {**read_files(str(ROOT), "themes/chevalet"), **read_folder(str(tmp_path), "ailleurs")})
    project, _ = load(tree, regions="ailleurs")
    assert project is not None
    told = survey(tree, project, "saint-exemple")[1]
    assert [each for each in told if each.code != "override-not-accepted"] == []
