"""Pictures, drawings and the frame of a chart: inline DrawingML, each with its alternative text."""

from __future__ import annotations

from chevalet.emit.docx.book import EMU_PER_TWIP, Book, Frame
from chevalet.emit.pptx.markup import escape_line
from chevalet.model.flow import Drawing
from chevalet.model.inline import InlinePicture
from chevalet.model.picture import PictureData
from chevalet.units import EMU_PER_INCH, Size

PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_PIXELS_PER_INCH = 150  # of a photograph that is not to be blown up
_TALLEST = 4.2  # inches: half a page, so that a picture stays with its text
_INLINE_TALLEST = 1.5
_LINE = '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent5"/></a:solidFill></a:ln>'
_TURNED = frozenset({5, 6, 7, 8})


def write_picture(data: PictureData, alt: str, frame: Frame, book: Book, tallest: float = _TALLEST) -> str:
    """Return a run that shows a picture, at most as wide as its frame; one without alternative is decorative."""
    wide, tall = (data.height, data.width) if data.orientation in _TURNED else (data.width, data.height)
    size = _fit(wide, tall, frame.width * EMU_PER_TWIP, tallest)
    embed = book.add_media(data.content, data.format, f"image/{data.format}")
    return _write_inline(_write_blip(book, f'<a:blip r:embed="{embed}"/>', size), size, alt, book)


def write_inline_picture(picture: InlinePicture, frame: Frame, book: Book) -> str:
    """Return a run that shows a picture among words; without its file, its alternative is all there is."""
    if picture.data is None:
        return ""
    alt = "" if picture.decorative else picture.alt
    return write_picture(picture.data, alt, frame, book, _INLINE_TALLEST)


def write_drawing(drawing: Drawing, frame: Frame, book: Book) -> str:
    """Return a run that shows an SVG drawing; programs that cannot read SVG show its PNG."""
    png = book.pictures[drawing.svg]
    wide, tall = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    width = frame.width * EMU_PER_TWIP * drawing.width // 100
    size = Size(width, width * tall // max(1, wide))
    first = book.add_media(png, "png", "image/png")
    second = book.add_media(drawing.svg, "svg", "image/svg+xml")
    blip = (
        f'<a:blip r:embed="{first}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{second}"/></a:ext></a:extLst></a:blip>'
    )
    line = _LINE if drawing.has_frame else ""
    return _write_inline(_write_blip(book, blip, size, line), size, drawing.alt, book)


def write_graphic(uri: str, content: str, size: Size, alt: str, book: Book) -> str:
    """Return a run that shows a graphic of another kind, such as a chart."""
    return _write_inline(f'<a:graphicData uri="{uri}">{content}</a:graphicData>', size, alt, book)


def _fit(wide: int, tall: int, width: int, tallest: float) -> Size:
    """Return the size, in EMU, at which a picture of so many pixels is shown."""
    wide, tall = max(1, wide), max(1, tall)
    scale = min(EMU_PER_INCH / _PIXELS_PER_INCH, width / wide, tallest * EMU_PER_INCH / tall)
    return Size(max(1, round(wide * scale)), max(1, round(tall * scale)))


def _write_blip(book: Book, blip: str, size: Size, line: str = "") -> str:
    number = book.drawings + 1
    return (
        f'<a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="picture {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size.width}" cy="{size.height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}</pic:spPr></pic:pic></a:graphicData>'
    )


def _write_inline(graphic: str, size: Size, alt: str, book: Book) -> str:
    number = book.number_drawing()
    properties = f'<wp:docPr id="{number}" name="drawing {number}" descr="{escape_line(alt)}"'
    properties += "/>" if alt else f">{_DECORATIVE}</wp:docPr>"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size.width}" '
        f'cy="{size.height}"/>{properties}<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
