"""The logo of a letterhead: whether a file is a picture that every format can show by itself."""

import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SVG: Final = "{http://www.w3.org/2000/svg}"
_OWN: Final = ("#", "data:")
"""How a reference begins that stays inside the file."""

_ACTIVE: Final = frozenset({"script", "foreignObject", "iframe"})

MIME: Final = {"png": "image/png", "svg": "image/svg+xml"}
"""What a page says of a picture of that kind."""


def logo_kind(data: bytes) -> Literal["png", "svg"] | None:
    """Return what a file holds, by its content; None for anything but a whole PNG or an SVG without references."""
    if data.startswith(_PNG):
        return "png" if _is_whole(data) else None
    return "svg" if _is_drawing(data) else None


def _is_whole(data: bytes) -> bool:
    """Whether all chunks are there from the header to the end, each with its right sum (https://www.w3.org/TR/png/)."""
    try:
        kinds = list(_chunks(data))
    except struct.error:
        return False
    return kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"] and b"IDAT" in kinds


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the kind of each chunk up to the last one or the first that is broken."""
    place = len(_PNG)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        (checksum,) = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(data[place + 4 : place + 8 + length]) != checksum:
            return
        yield data[place + 4 : place + 8]
        place += 12 + length


def _is_drawing(data: bytes) -> bool:
    """Whether it is well-formed SVG that runs nothing and points to nothing outside itself."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - it loads nothing and limits what entities become
    except (ElementTree.ParseError, ValueError, LookupError):
        return False
    return root.tag == f"{_SVG}svg" and not any(map(_reaches_out, root.iter()))


def _reaches_out(element: "Element") -> bool:
    name = element.tag.removeprefix(_SVG)
    links = (value for key, value in element.items() if key.rpartition("}")[2] == "href")
    return name in _ACTIVE or (name != "a" and any(not link.strip().startswith(_OWN) for link in links))
