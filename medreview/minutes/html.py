"""A standalone HTML page: semantic, printable, without scripts or anything from elsewhere."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from medreview.minutes.document import Document

if TYPE_CHECKING:
    from jinja2 import Template


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
    return environment.get_template("minutes.html.j2")
