"""Small logos."""

import struct
import zlib
from typing import Final

SVG: Final = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60">
<rect width="60" height="60" fill="#1f4e79"/><text x="70" y="38" font-size="22">Nord\xc3\xb8</text></svg>"""


def png(width: int = 120, height: int = 60) -> bytes:
    """Return a picture of one colour."""
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x1f\x4e\x79" * width) * height
    parts = (_chunk(b"IHDR", size), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
