"""The index that a build leaves in each folder: what it tells of a real build, to whom, and what it never tells."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from tests.cli.bad_days import ALL, DECK, TRAINER, A, read_files
from tests.tools import SmallCourse

TWO = "  - id: 2-autre\n    title: Un autre & son « titre » <b>\n    modules:\n      - b\n"


def open_index(small: SmallCourse, edition: str = "trainer", dist: str = "dist") -> html.HtmlElement:
    return html.document_fromstring((small.root / dist / "base" / edition / "index.html").read_bytes())


def links_of(small: SmallCourse, edition: str = "trainer", dist: str = "dist") -> list[str]:
    """The files that an index leads to, its own parts left out."""
    links = open_index(small, edition, dist).xpath("//a/@href")
    return [unquote(link) for link in links if not link.startswith("#")]


def words_of(small: SmallCourse, edition: str = "trainer") -> str:
    return " ".join(" ".join(open_index(small, edition).find("body").itertext()).split())


@pytest.fixture
def two(course) -> SmallCourse:
    small = course()
    small.write("course/course.yaml", small.read("course/course.yaml") + TWO)
    small.write("modules/2-autre/b.md", small.read(A))
    return small


def test_every_file_of_every_edition_is_led_to(course):
    small = course()
    assert small.run("--edition", "all").returncode == 0
    for edition in ("trainer", "participant", "public"):
        folder = small.root / "dist/base" / edition
        made = {path.name for path in folder.iterdir()} - {"index.html", "manifest.json"}
        links = links_of(small, edition)
        assert len(links) == len(set(links))
        assert {link for link in links if "/" not in link} == made
        sizes = len(open_index(small, edition).xpath("//ul[@class='files']//a[contains(., 'ko')]"))
        assert sizes == len(made)


def test_workshops_are_in_the_order_of_the_course_with_their_titles(two):
    assert two.run(*TRAINER).returncode == 0
    titles = ["L’essai", "Un autre & son «\u00a0titre\u00a0» <b>"]
    assert [each.text for each in open_index(two).iter("h2")] == titles


def test_titles_are_those_of_the_slides_their_terms_put_in(course):
    small = course()
    small.write(
        "course/course.yaml", small.read("course/course.yaml").replace("title: L'essai", "title: Vendre {{place.a}}")
    )
    small.write(A, small.read(A).replace("title: Premier essai", "title: L'été {{place.de}}"))
    assert small.run(*TRAINER).returncode == 0
    assert "Vendre dans votre région" in words_of(small)
    assert "L’été de votre région" in words_of(small)


def test_only_the_trainer_s_leads_to_the_sources(course):
    small = course()
    assert small.run(*ALL).returncode == 0
    (source,) = [link for link in links_of(small) if "/" in link]
    assert source == f"../../../{A}"
    assert (small.trainer / source).resolve() == (small.root / A).resolve()
    for edition in ("participant", "public"):
        text = (small.root / f"dist/base/{edition}/index.html").read_text(encoding="utf-8")
        assert [word for word in ("modules", ".md", "avertissement", "remarque", "..") if word in text] == []


@pytest.mark.parametrize("place", ["elsewhere", "link"])
def test_an_index_outside_the_project_leads_to_no_source(course, tmp_path, place):
    small = course()
    (tmp_path / "ailleurs").mkdir()
    if place == "link":
        (small.root / "dist").symlink_to(tmp_path / "ailleurs", target_is_directory=True)
    out = ("--out", str(tmp_path / "ailleurs")) if place == "elsewhere" else ()
    assert small.run(*TRAINER, *out).returncode == 0
    text = (tmp_path / "ailleurs/base/trainer/index.html").read_text(encoding="utf-8")
    assert DECK in text
    assert ".md" not in text


def test_an_output_folder_deeper_in_the_project_leads_back_to_it(course):
    small = course()
    assert small.run(*TRAINER, "--out", "sorties/de/mai").returncode == 0
    assert f"../../../../../{A}" in links_of(small, dist="sorties/de/mai")


def test_what_was_found_is_counted_once_for_all_files_of_a_workshop(two):
    two.write(A, "---\ntitle: Essai\nminutes: 30\n---\n\n## Une idée\n\nUn point.\n\n## Une autre\n\nUn point.\n")
    assert two.run("--edition", "trainer", "--format", "pptx,pdf").returncode == 0
    said = ["30 min · 2 avertissements", "30 min · Aucun avertissement"]
    assert [each.text.replace("\u00a0", " ") for each in open_index(two).xpath("//p[@class='facts']")] == said


def test_a_partial_build_tells_of_all_there_is(two):
    assert two.run(*TRAINER).returncode == 0
    before = (two.trainer / "index.html").read_bytes()
    assert two.run(*TRAINER, "--workshop", "2-autre").returncode == 0
    assert (two.trainer / "index.html").read_bytes() == before


def test_a_file_that_could_not_be_made_again_says_so(two):
    assert two.run(*TRAINER).returncode == 0
    two.write(A, two.read(A).replace("Un autre point", "{{place.nom}}"))
    assert two.run(*TRAINER).returncode == 1
    (stale,) = open_index(two).xpath("//p[@class='stale']")
    assert stale.getparent().find("a").get("href") == DECK


def test_the_same_course_gives_the_same_index_wherever_and_whenever(course, tmp_path):
    one, two = course(), course()
    shutil.move(two.root, tmp_path / "été & hiver")
    two = SmallCourse(tmp_path / "été & hiver")
    assert one.run(*ALL, PYTHONHASHSEED="1").returncode == 0
    assert two.run(*ALL, PYTHONHASHSEED="2").returncode == 0
    assert read_files(one.root / "dist") == read_files(two.root / "dist")


def test_one_changed_by_hand_is_kept_and_told(course):
    small = course()
    assert small.run(*TRAINER).returncode == 0
    (small.trainer / "index.html").write_text("mine")
    done = small.run(*TRAINER)
    assert (done.returncode, "warning[edited-by-hand]" in done.stderr) == (0, True)
    assert (small.trainer / "index (modifié).html").read_text() == "mine"
    assert DECK in links_of(small)
    assert small.run(*TRAINER).stdout.startswith("nothing to do: 1 file")


def test_a_lost_one_is_made_again(course):
    small = course()
    assert small.run(*TRAINER).returncode == 0
    (small.trainer / "index.html").unlink()
    assert small.run(*TRAINER).stdout.startswith("unchanged ")
    assert DECK in links_of(small)


def test_the_command_names_the_index_of_the_edition_that_comes_first(course):
    small = course()
    for _ in ("built", "nothing to do"):
        assert small.run(*ALL).stdout.splitlines()[-1] == "to open: dist/base/trainer/index.html"
    done = small.run("--format", "pptx", "--edition", "public", "--lang", "fr")
    assert done.stdout.splitlines()[-1] == "à ouvrir : dist/base/public/index.html"
    assert small.run(*ALL, "--quiet").stdout == ""
    aside = small.run(*ALL, "--message-format", "json")
    assert json.loads(aside.stdout) == []
    assert aside.stderr.splitlines()[-1] == "to open: dist/base/trainer/index.html"


def test_a_workshop_called_index_has_its_own_files(course):
    small = course()
    small.write("course/course.yaml", small.read("course/course.yaml").replace("1-essai", "index"))
    (small.root / "modules/1-essai").rename(small.root / "modules/index")
    assert small.run("--edition", "participant").returncode == 0
    assert "cahier-index-participant.html" in links_of(small, "participant")


def test_no_root_page_tells_one_edition_of_another(course):
    small = course()
    assert small.run(*ALL).returncode == 0
    assert sorted(path.name for path in (small.root / "dist").iterdir()) == [".chevalet.lock", "base", "manifest.json"]
    links = [link for edition in ("participant", "public") for link in links_of(small, edition)]
    assert [link for link in links if Path(link).name != link] == []


def test_hostile_titles_are_text(course, axe_violations):
    small = course()
    hostile = "<script>alert(1)</script> & {0} </h2> " + "long" * 9
    text = small.read("course/course.yaml").replace("title: L'essai", f"title: '{hostile}'")
    small.write("course/course.yaml", text)
    small.write(A, small.read(A).replace("title: Premier essai", f"title: '{hostile}'"))
    assert small.run(*TRAINER).returncode == 0
    tree = open_index(small)
    assert list(tree.iter("script")) == []
    assert [" ".join(each.text.split()) for each in tree.iter("h2")] == [hostile]
    assert axe_violations((small.trainer / "index.html").read_bytes(), 360) == []
