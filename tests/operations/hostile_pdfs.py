"""Small PDFs written by hand, proper and hostile."""

import zlib
from typing import Final

PAGES: Final = b"<</Type /Pages /Kids [] /Count 0>>"


def a_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue."""
    content, offsets = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d /Root 1 0 R %b>>\n" % (
        count,
        entries,
        count,
        trailer,
    )
    return content + table + b"startxref\n%d\n%%%%EOF\n" % len(content)


def a_stream(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """Return a stream that holds this content as it is."""
    head = b"<</Type /EmbeddedFile /Filter %b /Length %d>>" % (filters, len(content))
    return head + b"\nstream\n" + content + b"\nendstream"


def with_names(names: bytes, *objects: bytes) -> bytes:
    """Return a PDF with this tree of attachments; the objects are numbered from 3."""
    catalogue = b"<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <<%b>>>>>>" % names
    return a_pdf(catalogue, PAGES, *objects)


def with_attachment(stream: bytes, name: bytes = b"medreview.json", times: int = 1) -> bytes:
    """Return a PDF with this object as the content of an attachment."""
    names = b"/Names [%b]" % (b"(%b) 3 0 R " % name * times)
    return with_names(names, b"<</Type /Filespec /F (%b) /EF <</F 4 0 R>>>>" % name, stream)


def with_json(text: bytes) -> bytes:
    """Return a PDF with this text as its exchange file."""
    return with_attachment(a_stream(zlib.compress(text)))


def _in_a_circle() -> bytes:
    content = with_json(b"{}")
    return content.replace(b"/Root", b"/Prev %d /Root" % content.index(b"xref\n"))


def _many_tables() -> bytes:
    """Each cross-reference table points to the one before, and each is broken in a way that costs a search."""
    content, last = bytearray(b"%PDF-1.7\n"), 0
    for _ in range(20_000):
        here = len(content)
        content += b"xref\n0 1\nxxxxxxxxxxxxxxxxxxxx\ntrailer\n<</Size 1 /Prev %d>>\n" % last
        last = here
    return bytes(content) + b"startxref\n%d\n%%%%EOF\n" % last


_BOMB: Final = zlib.compress(b" " * 200_000_000, 9)

HOSTILE: Final = {
    "nothing": (b"%PDF-1.7\n", "pdf_damaged"),
    "no end": (b"%PDF-1.7\n" + b"a\n" * 5_000_000 + b"b %%EOF\nc\n", "pdf_damaged"),
    "lines": (b"%PDF-1.7\n" + b"a\n" * 5_000_000 + b"startxref\n5\n%%EOF\n", "pdf_damaged"),
    "line breaks": (b"%PDF-1.7\nxref\n0 700000\n" + b"\n" * 15_000_000 + b"startxref\n9\n%%EOF\n", "pdf_damaged"),
    "many tables": (_many_tables(), "pdf_damaged"),
    "brackets": (with_attachment(b"[" * 500_000), "pdf_damaged"),
    "dictionaries": (with_attachment(b"<</A " * 500_000), "pdf_damaged"),
    "an open text": (with_attachment(b"(" * 15_000_000), "pdf_damaged"),
    "refers to itself": (with_attachment(b"4 0 R"), "pdf_damaged"),
    "no stream": (with_attachment(b"42"), "pdf_damaged"),
    "a tree in itself": (with_names(b"/Kids [3 0 R]", b"<</Kids [3 0 R 3 0 R]>>"), "pdf_without_data"),
    "twice": (with_attachment(a_stream(zlib.compress(b"{}")), times=2), "pdf_damaged"),
    "another name": (with_attachment(a_stream(zlib.compress(b"{}")), b"other.json"), "pdf_without_data"),
    "no attachment": (a_pdf(b"<</Type /Catalog /Pages 2 0 R>>", PAGES), "pdf_without_data"),
    "a bomb": (with_attachment(a_stream(_BOMB)), "too_large"),
    "a bomb in a bomb": (
        with_attachment(a_stream(zlib.compress(_BOMB, 9), b"[/FlateDecode /FlateDecode]")),
        "too_large",
    ),
    "just too large": (with_json(b" " * 20_000_001), "too_large"),
    "encrypted": (
        a_pdf(b"<</Type /Catalog /Pages 2 0 R>>", PAGES, trailer=b"/Encrypt <</Filter /Standard /V 5 /R 6>>"),
        "pdf_damaged",
    ),
}
"""PDFs that must be refused, each with the code of the refusal."""

IN_A_CIRCLE: Final = _in_a_circle()
"""A PDF whose first cross-reference table comes after itself; it can be read."""
