"""LibreOffice Calc as a judge: a workbook recalculated whole, and what each formula held before and after."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings, simplefilter

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def find_calc() -> str | None:
    """LibreOffice with its spreadsheet, which some machines have without; CHEVALET_SOFFICE names another."""
    program = os.environ.get("CHEVALET_SOFFICE") or shutil.which("soffice")
    if program is None or not (Path(program).resolve().parent / "libsclo.so").exists():
        return None
    return program


def recalculate(content: bytes, folder: Path, *, always: bool = True) -> bytes:
    """The workbook as LibreOffice saves it, every formula computed again, or only what it must."""
    program = find_calc()
    assert program, "ask find_calc first"
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    if always:
        (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    source, made = folder / "book.xlsx", folder / "made"
    source.write_bytes(content)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to"]
    command += ["xlsx:Calc MS Excel 2007 XML", "--outdir", str(made), str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return (made / "book.xlsx").read_bytes()


def open_book(content: bytes, *, values: bool = False) -> Workbook:
    """The workbook as openpyxl reads it: its formulas, or their values."""
    with catch_warnings():
        simplefilter("ignore")
        return load_workbook(BytesIO(content), data_only=values)


def formulas_of(book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Each formula's sheet, cell and text."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, ArrayFormula):
                    yield sheet.title, cell.coordinate, str(cell.value.text)
                elif cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value)


def save_book(book: Workbook) -> bytes:
    """The workbook's bytes after an edit."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
