"""A picture file that has been read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureData:
    """The bytes of a picture, its size in pixels, and `png`, `jpeg` or `gif`."""

    content: bytes
    width: int
    height: int
    format: str
