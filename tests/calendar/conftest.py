"""The real calendar's workbook, made once, and LibreOffice to recalculate it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chevalet.emit.xlsx import emit_calendar_xlsx
from tests.calendar.samples import real_calendar, real_project
from tests.calendar.spreadsheet import find_calc, recalculate


@pytest.fixture(scope="session")
def workbook() -> bytes:
    """The base region's workbook."""
    content, found = emit_calendar_xlsx(real_calendar(), real_project().theme)
    assert not found
    return content


@pytest.fixture
def recalculated(tmp_path: Path) -> Callable[[bytes], bytes]:
    """A workbook as LibreOffice computes it; the test is skipped without LibreOffice Calc."""
    if find_calc() is None:
        pytest.skip("LibreOffice Calc (soffice, package libreoffice-calc) is not installed")
    return lambda content: recalculate(content, tmp_path)
