"""QR codes: an address as a drawing that a telephone reads."""

from __future__ import annotations

from chevalet.compose.writing import Desk
from chevalet.model.flow import Drawing

_BELOW = 4
"""Modules kept white under the code; the paper keeps the other sides white."""


def make_qr(address: str, desk: Desk) -> tuple[Drawing, ...]:
    """Return the QR code of an address, its alternative text telling it; none for what no QR code can hold."""
    import segno  # noqa: PLC0415 - only the poster needs it

    try:
        code = segno.make_qr(address, error="m")
    except segno.DataOverflowError:
        return ()
    return (Drawing(_draw(code.matrix), desk.word("poster-code", address=address)),)


def _draw(matrix: tuple[bytearray, ...]) -> bytes:
    """Return the dark modules of a code as one path, a module a unit."""
    size = len(matrix)
    modules = "".join(f"M{x},{y}h1v1h-1z" for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark)
    box = f'viewBox="0 0 {size} {size + _BELOW}" width="{size}0" height="{size + _BELOW}0"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path fill="#000" d="{modules}"/></svg>'.encode()
