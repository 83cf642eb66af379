"""Pictures in a PDF: upright, no coarser than they are, once each; drawings of the compiler as vectors."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image

from chevalet.emit.pdf import emit_pdf
from chevalet.model.block import Picture
from chevalet.model.flow import Drawing, Panel, Role
from chevalet.model.picture import PictureData
from tests.emit.deck_samples import png, real_theme
from tests.emit.flow_samples import HERE, SQUARE, flow, text

RED, BLUE = (200, 30, 30), (30, 30, 200)


def jpeg(orientation: int) -> PictureData:
    """A picture as stored: red at the left, blue at the right; twice as wide as high."""
    image = Image.new("RGB", (400, 200), RED)
    image.paste(BLUE, (200, 0, 400, 200))
    content = BytesIO()
    image.save(content, "JPEG", quality=95)
    return PictureData(content.getvalue(), 400, 200, "jpeg", orientation)


def picture(data: PictureData) -> Picture:
    return Picture("a.jpg", "Deux carrés", HERE, data=data)


def draw(data: PictureData) -> Image.Image:
    content, _ = emit_pdf(flow(picture(data), is_whole_page=False), real_theme())
    return pdfium.PdfDocument(content)[0].render(scale=1).to_pil().convert("RGB")


def seen(page: Image.Image, color: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Return the box in which a colour is seen."""
    near = [
        (x, y)
        for y in range(0, page.height, 4)
        for x in range(0, page.width, 4)
        if sum(abs(a - b) for a, b in zip(page.getpixel((x, y)), color, strict=True)) < 40  # type: ignore[arg-type]
    ]
    across, down = zip(*near, strict=True)
    return min(across), min(down), max(across), max(down)


# Where EXIF says the stored left side stands when the picture is upright.
SIDES = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}


@pytest.mark.parametrize("orientation", SIDES)
def test_a_picture_is_shown_upright(orientation: int) -> None:
    page = draw(jpeg(orientation))
    red, blue = seen(page, RED), seen(page, BLUE)
    side = {
        "left": red[2] <= blue[0] + 4,
        "right": red[0] >= blue[2] - 4,
        "top": red[3] <= blue[1] + 4,
        "bottom": red[1] >= blue[3] - 4,
    }
    assert [name for name, is_there in side.items() if is_there] == [SIDES[orientation]]


def test_a_jpeg_goes_on_as_it_is_and_once() -> None:
    data = jpeg(1)
    content, _ = emit_pdf(flow(picture(data), picture(data)), real_theme())
    assert content.count(data.content) == 1


def test_a_large_picture_has_the_width_of_its_panel() -> None:
    content, _ = emit_pdf(
        flow(Panel(Role.CASE, text("Cas"), (picture(png(4000, 40)),)), is_whole_page=False), real_theme()
    )
    (image,) = pdfium.PdfDocument(content)[0].get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    assert image.get_bounds()[2] < 612 - 61


def test_a_drawing_of_the_compiler_stays_a_drawing() -> None:
    content, _ = emit_pdf(flow(Drawing(SQUARE, "Vignette", 40, has_frame=True)), real_theme())
    assert b"/Subtype/Image" not in content
