"""`explain`, `accept` and `new region`: what differs and where, what has gone stale, a file to begin with."""

from __future__ import annotations

import json

from tests.regions.small import MODULE_A, MODULE_B, TWO_MODULES

FILES = {"course/course.yaml": TWO_MODULES, "modules/1-essai/a.md": MODULE_A, "modules/1-essai/b.md": MODULE_B}
EST = """\
terms:
  place: {name: Rimouski, de: de Rimouski, a: à Rimouski}
modules:
  minutes: {a: 15, b: 15}
slides:
  replace: {a/idee: idee.md}
sessions:
  - {id: soir, workshop: 1-essai, date: 2027-02-09}
"""
OWN = {"course/regions/est.yaml": EST, "course/regions/est/idee.md": "## L'idée d'ici {#idee}\n\n- Un mot\n"}
CHECK = ("check", "--region", "est", "--edition", "trainer", "--format", "pptx", "--message-format", "short")


def test_explain_says_from_what_to_what_and_where(course):
    done = course(FILES | OWN).run("explain", "est", "--message-format", "json")
    told = json.loads(done.stdout)
    found = {(each["kind"], each["name"]): each for each in told["changes"]}
    place = found["term", "place.a"]
    assert (place["before"], place["after"], place["path"], place["line"]) == (
        "dans votre région",
        "à Rimouski",
        "course/regions/est.yaml",
        2,
    )
    minutes = found["minutes", "a"]
    assert (minutes["before"], minutes["after"], minutes["line"]) == ("20", "15", 4)
    slide = found["slide", "a/idee"]
    assert (slide["after"], slide["base_path"], slide["base_line"]) == (
        "L'idée d'ici (idee.md)",
        "modules/1-essai/a.md",
        8,
    )
    assert found["session", "soir"]["line"] == 8
    assert done.returncode == 0


def test_explain_is_a_text_to_read_too(course):
    done = course(FILES | OWN).run("explain", "est", "--lang", "fr")
    assert "place.a\u00a0: dans votre région → à Rimouski\n      course/regions/est.yaml:2" in done.stdout
    assert "course/regions/est.yaml:6  ← modules/1-essai/a.md:8" in done.stdout


def test_an_unknown_region_is_refused_with_the_nearest(course):
    done = course(FILES | OWN).run("explain", "esst")
    assert done.returncode == 2
    assert "did you mean `est`?" in done.stderr


def test_an_override_goes_stale_when_its_base_changes_and_is_accepted_again(course):
    small = course(FILES | OWN)
    assert "notice[override-not-accepted]" in small.run(*CHECK).stderr
    assert small.run("accept", "est").returncode == 0
    assert "a/idee" in small.read("course/regions/est.lock")
    assert "override" not in small.run(*CHECK).stderr
    small.write("modules/1-essai/a.md", MODULE_A.replace("en peu de mots", "en moins de mots"))
    done = small.run(*CHECK)
    assert done.returncode == 0
    assert "course/regions/est.yaml:6" in done.stderr
    assert "stale-override" in done.stderr
    assert "modules/1-essai/a.md:8" in done.stderr
    small.run("accept", "all")
    assert "stale-override" not in small.run(*CHECK).stderr


def test_a_change_elsewhere_in_the_module_makes_nothing_stale(course):
    small = course(FILES | OWN)
    small.run("accept", "est")
    small.write("modules/1-essai/a.md", MODULE_A.replace("Un autre point", "Un dernier point"))
    assert "stale-override" not in small.run(*CHECK).stderr


def test_a_new_region_compiles_as_it_is(course):
    small = course(FILES)
    assert small.run("new", "region", "saint-jerome").returncode == 0
    done = small.run("check", "--region", "saint-jerome", "--edition", "trainer", "--format", "pptx", "--strict")
    assert done.returncode == 0, done.stderr


def test_a_region_is_never_written_over(course):
    small = course(FILES | OWN)
    done = small.run("new", "region", "est")
    assert done.returncode == 2
    assert small.read("course/regions/est.yaml") == EST


def test_regions_may_stand_in_a_folder_of_their_own(course, tmp_path):
    folder = tmp_path / "privé"
    (folder / "est").mkdir(parents=True)
    (folder / "est.yaml").write_text(EST.replace("place:", "plaec:"), encoding="utf-8")
    (folder / "est/idee.md").write_text(OWN["course/regions/est/idee.md"], encoding="utf-8")
    small = course(FILES)
    done = small.run(*CHECK, "--regions", str(folder))
    assert done.returncode == 1
    assert "../privé/est.yaml:2" in done.stderr
    (folder / "est.yaml").write_text(EST, encoding="utf-8")
    assert small.run(*CHECK, "--regions", str(folder)).returncode == 0


def test_editing_one_region_makes_that_region_alone_again(course):
    small = course(FILES | OWN | {"course/regions/ouest.yaml": "law: france\n"})
    build = ("--region", "all", "--edition", "trainer", "--format", "pptx")
    small.run(*build)
    cache = small.root / ".cache"
    before = {path for path in cache.rglob("*") if path.is_file()}
    small.write("course/regions/ouest.yaml", "law: quebec\n")
    small.run(*build)
    made = {path for path in cache.rglob("*") if path.is_file()} - before
    # What the build did, and the only deck of `ouest`.
    assert len(made) == 2


def test_a_region_that_comes_makes_what_is_for_it_right_in_the_base_too(course):
    small = course(FILES | {"modules/1-essai/b.md": MODULE_B + "\n::: only {region=est}\n- Pour l'est\n:::\n"})
    build = ("--edition", "trainer", "--format", "pptx")
    assert "unknown-facet-value" in small.run(*build).stderr
    for path, content in OWN.items():
        small.write(path, content)
    done = small.run(*build)
    assert (done.returncode, "unknown-facet-value" in done.stderr) == (0, False)
