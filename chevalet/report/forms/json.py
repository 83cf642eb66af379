"""The form for programs: one JSON array."""

from __future__ import annotations

import json
from collections.abc import Sequence

from chevalet.diagnostics import Diagnostic
from chevalet.diagnostics.record import to_record
from chevalet.report.message import hint_of, message_of
from chevalet.report.page import Page


def render_json(diagnostics: Sequence[Diagnostic], page: Page) -> str:
    """Return an array of records, empty when there is nothing to say; its keys are stable."""
    catalogue = page.catalogue
    records = [
        {**to_record(diagnostic), "message": message_of(diagnostic, catalogue), "hint": hint_of(diagnostic, catalogue)}
        for diagnostic in diagnostics
    ]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
