"""A standalone HTML page: semantic, printable, without scripts or anything from elsewhere."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from medreview.minutes.document import Document, Table

if TYPE_CHECKING:
    from jinja2 import Template

_ONE_LINE: Final = 20
"""Characters; "10. september 2026" and "AA-4a" are not broken."""

_LONGEST_WORD: Final = 30
"""Letters; "arbejdsmiljørepræsentanternes" still counts as a word."""


def render(document: Document) -> str:
    """Return the document as one HTML page with its style sheet in it."""
    from markupsafe import Markup

    style = files(__package__).joinpath("minutes.css").read_text(encoding="utf-8")
    return _template().render(
        document=document,
        blocks=[(type(block).__name__, block) for block in document.blocks],
        style=Markup(style),  # noqa: S704 - the package's own style sheet
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("medreview.minutes", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals["cell_class"] = _cell_class
    return environment.get_template("minutes.html.j2")


def _cell_class(table: Table, column: int, text: str = "") -> str | None:
    """How a cell is set: figures to the right, a date or name on one line, and a long address broken."""
    words = text.split()
    classes = {
        "number": column in table.numbers,
        "short": bool(words) and len(text) <= _ONE_LINE,
        "long": any(len(word) > _LONGEST_WORD for word in words),
    }
    return " ".join(name for name, applies in classes.items() if applies) or None
