"""The same sources make the same bytes, whatever the folder, clock, zone, seed, order of files, workers or rights."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT, SmallCourse, plain_environment

# What a program does before the command is run.
CLOCK = """
import datetime, time
for name in ("time", "time_ns"):
    setattr(time, name, lambda keep=getattr(time, name), by=(10**9 if name == "time" else 10**18): keep() + by)
for name in ("localtime", "gmtime", "ctime"):
    setattr(time, name, lambda at=None, keep=getattr(time, name): keep(4_000_000_000 if at is None else at))
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2099, 12, 31, tzinfo=tz)
    utcnow = today = now
class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls(2099, 12, 31)
datetime.datetime, datetime.date = Later, Day
"""
ORDER = """
import os
scandir, listdir = os.scandir, os.listdir
class Backwards(list):
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)
    def __iter__(self):
        return self
def scan(*a):
    with scandir(*a) as entries:
        return Backwards(sorted(entries, key=lambda entry: str(entry.name)[::-1], reverse=True))
os.scandir, os.listdir = scan, lambda *a: sorted(listdir(*a), key=lambda name: str(name)[::-1], reverse=True)
"""
UMASK = "import os\nos.umask(0o{0})\n"
PROGRAM = """{first}
import sys
sys.path.insert(0, {root!r})
sys.argv[0] = "build.py"
from chevalet.cli import main
main()
"""


def build(place: Path, *arguments: str, first: str = "", **environment: str) -> dict[str, bytes]:
    """Copy the real course to a place, build its decks in every edition there, and return all that was made."""
    if not place.exists():
        for name in ("course", "modules", "themes"):
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("fonts"))
    return rebuild(place, *arguments, first=first, **environment)


def rebuild(place: Path, *arguments: str, first: str = "", **environment: str) -> dict[str, bytes]:
    program = PROGRAM.format(first=first, root=str(ROOT))
    given = arguments if "--format" in arguments else (*(arguments or ("--edition", "all")), "--format", "pptx")
    done = subprocess.run(
        [sys.executable, "-c", program, *given],
        cwd=place,
        env=plain_environment(**{"PYTHONHASHSEED": "0", **environment}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.relative_to(place / "dist").as_posix(): path.read_bytes() for path in sorted(find_made(place))}


def find_made(place: Path) -> list[Path]:
    return [path for path in (place / "dist").rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def expected(tmp_path_factory) -> dict[str, bytes]:
    made = build(tmp_path_factory.mktemp("un") / "cours")
    assert len([name for name in made if name.endswith(".pptx")]) >= 3
    return made


CASES = {
    "another folder": {},
    "a hash seed": {"PYTHONHASHSEED": "4242"},
    "another hash seed": {"PYTHONHASHSEED": "77"},
    "a zone in the east": {"TZ": "Pacific/Kiritimati"},
    "a zone in the west": {"TZ": "Pacific/Marquesas"},
    "another language": {"LANG": "fr_CA.UTF-8", "LANGUAGE": "fr"},
    "no language": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "asserts off": {"PYTHONOPTIMIZE": "2"},
    "another date of publication": {"SOURCE_DATE_EPOCH": "1"},
    "another home": {"HOME": "/nonexistent", "USER": "x", "LOGNAME": "x", "TMPDIR": "/tmp"},
    "a clock in another century": {"first": CLOCK},
    "files in another order": {"first": ORDER},
    "no rights for others": {"first": UMASK.format("077")},
    "all rights": {"first": UMASK.format("000")},
    "two workers": {"jobs": "2"},
    "four workers, another seed": {"jobs": "4", "PYTHONHASHSEED": "5"},
    "workers and files in another order": {"jobs": "2", "first": ORDER},
}


@pytest.mark.parametrize("case", CASES)
def test_the_same_sources_make_the_same_bytes(tmp_path, expected, case):
    given = dict(CASES[case])
    more = ("--jobs", given.pop("jobs")) if "jobs" in given else ()
    made = build(tmp_path / "un autre dossier, plus long — été" / case, "--edition", "all", *more, **given)
    assert made.keys() == expected.keys()
    assert [name for name in made if made[name] != expected[name]] == []


PAPERS = ("a hash seed", "a zone in the east", "a clock in another century", "workers and files in another order")


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> dict[str, bytes]:
    """All that is made of a small course, papers and calendar too."""
    made = rebuild(SmallCourse.make(tmp_path_factory.mktemp("deux") / "cours", {}).root, "--format", "all")
    assert {name.rpartition(".")[2] for name in made} >= {"pptx", "pdf", "docx", "html"}
    return made


@pytest.mark.parametrize("case", PAPERS)
def test_the_same_sources_make_the_same_papers(course, papers, case):
    given = dict(CASES[case])
    more = ("--jobs", given.pop("jobs")) if "jobs" in given else ()
    made = rebuild(course().root, "--format", "all", *more, **given)
    assert made.keys() == papers.keys()
    assert [name for name in made if made[name] != papers[name]] == []


def test_the_dates_and_rights_of_sources_do_not_count(tmp_path, expected):
    place = tmp_path / "cours"
    for name in ("course", "modules", "themes"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("fonts"))
    for path in place.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o700)
    assert rebuild(place) == expected


def test_the_way_there_does_not_count(tmp_path, expected):
    """Edition by edition, workshop by workshop, from half a cache, again, and after other sources."""
    place = tmp_path / "cours"
    build(place, "--edition", "public")
    module = sorted((place / "modules").rglob("*.md"))[0]
    text = module.read_bytes()
    module.write_bytes(text.replace(b"\n## ", b"\n## Autrement, ", 1))
    rebuild(place, "--edition", "trainer,public")
    module.write_bytes(text)
    rebuild(place, "--edition", "participant", "--jobs", "2")
    for entry in sorted((place / ".cache").rglob("*"))[::2]:
        if entry.is_file():
            entry.unlink()
    assert rebuild(place) == expected
    shutil.rmtree(place / ".cache")
    assert rebuild(place) == expected


def test_the_folder_we_stand_in_does_not_count(tmp_path, expected):
    place = tmp_path / "cours"
    assert build(place, "--edition", "all", "--root", ".") == expected
    shutil.rmtree(place / ".cache")
    shutil.rmtree(place / "dist")
    (tmp_path / "ailleurs").mkdir()
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(place), "--edition", "all", "--format", "pptx"]
    subprocess.run(command, cwd=tmp_path / "ailleurs", env=plain_environment(), capture_output=True, check=True)
    made = {path.relative_to(place / "dist").as_posix(): path.read_bytes() for path in find_made(place)}
    assert made == expected


def test_files_in_another_order_leave_nothing_to_do(course):
    small = course({"modules/1-essai/b.txt": "b", "modules/1-essai/é.txt": "é"})
    assert small.run("--format", "pptx").returncode == 0
    program = PROGRAM.format(first=ORDER, root=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", program, "--format", "pptx"],
        cwd=small.root,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("nothing to do: 1 file is up to date")
