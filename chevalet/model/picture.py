"""A picture file that has been read."""

from msgspec import Struct


class PictureData(Struct, frozen=True):
    """The bytes of a picture, its size in pixels as stored, and `png`, `jpeg` or `gif`.

    `orientation` is that of EXIF, 1 when the picture is stored upright; from 5 to 8 it is shown turned on its side.
    """

    content: bytes
    width: int
    height: int
    format: str
    orientation: int = 1
