"""Texts that look like markup, and documents that have one of them in every place."""

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st

from medreview.domain.cleaning import clean_text
from medreview.minutes import Document, Kind
from medreview.minutes.document import (
    Block,
    BulletList,
    Byline,
    Chart,
    Facts,
    Heading,
    Note,
    Paragraph,
    Resolution,
    SignatureLines,
    Table,
    WritingRoom,
)

CORPUS: Final = (
    "[/",
    "[/b]",
    "[red]x[/red]",
    "*x* **y** ***z***",
    "_x_ __y__ snake_case_name",
    "# h",
    "###### h ##",
    "1. x",
    "1) x",
    "123456789. x",
    "1.",
    "- x",
    "+ x",
    "* x",
    "-",
    "<script>alert(1)</script>",
    "</p></body><img src=x onerror=alert(1)>",
    "<!-- x -->",
    "| a | b |",
    "a | b\n--- | ---\nc | d",
    "a \\| b\n:-:",
    ":-: | x",
    "`x` ``y`` ```z```",
    "```\nx\n```",
    "&amp; &lt; &#42; &x &",
    "\\",
    "\\\\",
    "x\\",
    "x\\\ny",
    "\\* \\_",
    "![x](y)",
    "[x](y 'z')",
    "[x]: http://x.dk",
    "[^1]",
    "---",
    "x\n---",
    "x\n===",
    "***",
    "~~~",
    "~~x~~",
    "> x",
    ">x\n>> y",
    "http://x.dk <http://x.dk> <a@b.dk> a@b.dk",
    "    indented",
    "  two spaces  ",
    "x  \ny",
    "one\ntwo",
    "one\n\ntwo",
    "one\n\n\ntwo",
    "one\n\n\n\n\ntwo",
    "one\n \ntwo",
    "- x\n  - y\n\n    z",
    "= x",
    "{{ x }} {% y %} {name}",
    "{0} {",
    "%s %(x)s $x ${x}",
    "a<br>b",
    "'\"",
    "\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}x\N{LINE SEPARATOR}y",
    "æøå ÆØÅ 漢字 😀",
    "x" * 300,
)

_MARKS: Final = r"\`*_[]<>|~#&;:!()-+=.1 2x{}'" + '"\n'

texts: Final = (
    st.sampled_from(CORPUS) | st.text(st.sampled_from(_MARKS), min_size=1) | st.text(min_size=1).map(clean_text)
).filter(str.strip)
"""Texts of several lines as a field holds them: cleaned, and not blank."""

lines: Final = texts.map(lambda text: " ".join(text.split("\n")).strip()).filter(bool)
"""Texts of one line as a field holds them."""

PLACES: Final[dict[str, Callable[[str], Block]]] = {
    "paragraph": Paragraph,
    "item": lambda text: BulletList((text, "x")),
    "value": lambda text: Facts((("Label", text), ("Label", "x"))),
    "note": Note,
    "resolution": lambda text: Resolution("Approved", text),
    "cell": lambda text: Table(("A", "B"), (("x", text), (text, "y")), "C"),
}
"""Where a text of several lines may stand."""

LINE_PLACES: Final[dict[str, Callable[[str], Block]]] = {
    "heading": lambda text: Heading(2, text),
    "byline": Byline,
    "label": lambda text: Facts(((text, "x"),)),
    "header": lambda text: Table((text, "B"), (("x", "y"),)),
    "caption": lambda text: Table(("A", "B"), (("x", "y"),), text),
    "prompt": WritingRoom,
    "signer": lambda text: SignatureLines((text,)),
    "chart": lambda text: Chart(text, (), text),
}
"""Where a text of one line may stand."""


def around(block: Block, subject: str = "Udvalg") -> Document:
    """Return a document that holds just this block, between two paragraphs."""
    blocks = (Paragraph("before"), block, Paragraph("after"))
    return Document(Kind.MINUTES, "da", "Title", subject, (), blocks)
