"""QR codes: an address as a drawing that a telephone reads."""

from __future__ import annotations

from io import BytesIO

from chevalet.compose.writing import Desk
from chevalet.model.flow import Drawing

_QUIET_ZONE = 4
_SCALE = 10


def make_qr(address: str, desk: Desk) -> tuple[Drawing, ...]:
    """Return the QR code of an address, its alternative text telling it; none for what no QR code can hold."""
    import segno  # noqa: PLC0415 - only the poster needs it

    try:
        code = segno.make_qr(address, error="m")
    except segno.DataOverflowError:
        return ()
    svg = BytesIO()
    code.save(svg, kind="svg", scale=_SCALE, border=_QUIET_ZONE, light="#fff", xmldecl=False, nl=False)
    return (Drawing(svg.getvalue(), desk.word("poster-code", address=address)),)
