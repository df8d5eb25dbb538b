"""A standalone HTML page: semantic, printable, without scripts or anything from elsewhere."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from medreview.minutes.document import Chart, Document, Table
from medreview.minutes.letterhead import MIME, logo_kind
from medreview.minutes.pictures import gathered, svg

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_ONE_LINE: Final = 22
"""Characters; "10. september 2026" and "Aktivitet under mål 11" are not broken."""

_LONGEST_WORD: Final = 30
"""Letters; "arbejdsmiljørepræsentanternes" still counts as a word."""


_EVERY_PAGE: Final = '\n@page {{ @bottom-left {{ content: "{text}"; }} }}\n'


def render(document: Document) -> str:
    """Return the document as one HTML page with its style sheet in it."""
    from markupsafe import Markup

    style = _style(document)
    return _template().render(
        document=document,
        blocks=gathered(document.blocks),
        logo=_data_uri(document.letterhead.logo),
        style=Markup(style),  # noqa: S704 - the package's own style sheet, and a text of which every mark is escaped
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _style(document: Document) -> str:
    """Return the style sheet; in print the seal stands in the margin of every page."""
    style = files(__package__).joinpath("minutes.css").read_text(encoding="utf-8")
    return style + (_EVERY_PAGE.format(text=_css_text(document.seal)) if document.seal else "")


def _css_text(text: str) -> str:
    """Write whatever is no ASCII letter or digit by its number (https://www.w3.org/TR/css-syntax-3/#escaping)."""
    return "".join(one if one.isascii() and one.isalnum() else f"\\{ord(one):06x}" for one in text)


def _data_uri(logo: bytes) -> str:
    """Return a picture as an address that holds it; an empty text for none that can be shown."""
    kind = logo_kind(logo)
    return f"data:{MIME[kind]};base64,{b64encode(logo).decode()}" if kind else ""


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
    environment.globals.update(cell_class=_cell_class, picture=_picture)
    return environment.get_template("minutes.html.j2")


def _picture(chart: Chart) -> "Markup":
    from markupsafe import Markup

    return Markup(svg(chart))  # noqa: S704 - the package's own drawing, its texts escaped


def _cell_class(table: Table, column: int, text: str = "") -> str | None:
    """How a cell is set: figures to the right, a date or name on one line, and a long address broken."""
    words = text.split()
    classes = {
        "number": column in table.numbers,
        "short": bool(words) and len(text) <= _ONE_LINE,
        "long": any(len(word) > _LONGEST_WORD for word in words),
    }
    return " ".join(name for name, applies in classes.items() if applies) or None
