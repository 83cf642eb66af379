"""Pictures as typst takes them in memory: its files must be text, so a picture is wrapped in an SVG of its size."""

from __future__ import annotations

from base64 import b64encode

from chevalet.model.picture import PictureData

# What EXIF's orientations do to a picture of width `w` and height `h`, as SVG's matrix.
_TURNS = {
    2: "-1 0 0 1 {w} 0",
    3: "-1 0 0 -1 {w} {h}",
    4: "1 0 0 -1 0 {h}",
    5: "0 1 1 0 0 0",
    6: "0 1 -1 0 {h} 0",
    7: "0 -1 -1 0 {h} {w}",
    8: "0 -1 1 0 0 {w}",
}


def wrap_picture(picture: PictureData) -> bytes:
    """Return an SVG that shows a picture upright; JPEG data goes on into the PDF as it is."""
    width, height = picture.width, picture.height
    shown = (height, width) if picture.orientation >= 5 else (width, height)
    matrix = _TURNS.get(picture.orientation, "1 0 0 1 0 0").format(w=width, h=height)
    data = b64encode(picture.content).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {shown[0]} {shown[1]}">'
        f'<image width="{width}" height="{height}" transform="matrix({matrix})" '
        f'href="data:image/{picture.format};base64,{data}"/></svg>'
    ).encode("ascii")
