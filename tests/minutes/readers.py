"""Reading a rendered document back, to compare what a reader sees with what the document says."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN: Final = MarkdownIt("commonmark").enable("table")

STRUCTURE: Final = frozenset(
    {
        "heading",
        "paragraph",
        "bullet_list",
        "list_item",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "inline",
        "text",
        "strong",
        "hardbreak",
        "html_inline",
    }
)
"""The only kinds of Markdown that a document has; a table cell breaks its lines with `<br>`."""

_BREAKS: Final = ("hardbreak", "softbreak")
_SILENT: Final = frozenset({"style", "title", "svg"})
_ENDLESS: Final = frozenset({"meta", "hr", "img"})
_AROUND: Final = '<header class="letterhead">.*?</header>|<footer>.*?</footer>'
"""What stands around the document and is no part of it."""

_STAMP: Final = "<!-- "
_CONTAINERS: Final = frozenset(
    {"html", "head", "body", "main", "header", "dl", "div", "ul", "table", "thead", "tbody", "tr", "figure"}
)


def solid(texts: Iterable[str]) -> str:
    """Return the texts as one without any white space."""
    return "".join("".join(texts).split())


def markdown_kinds(source: str) -> set[str]:
    """Return the kinds of structure that a Markdown reader finds."""
    tokens = MARKDOWN.parse(source)
    return {_kind(token) for token in [*tokens, *(child for token in tokens for child in token.children or [])]}


def markdown_texts(source: str) -> list[str]:
    """Return the texts that a Markdown reader shows, those in bold on their own and without their mark."""
    hidden = [token for token in MARKDOWN.parse(source) if token.type == "html_block"]
    assert all(token.content.startswith(_STAMP) for token in hidden)
    return [
        text for token in MARKDOWN.parse(source) if token.type == "inline" for text in _pieces(token.children or [])
    ]


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def _pieces(tokens: list[Token]) -> Iterator[str]:
    """Our labels in bold end with a colon or a full stop that the document itself does not have."""
    text, space = "", ""
    for token in tokens:
        if token.type == "strong_close":
            yield text.removesuffix(":").removesuffix(".")
            text, space = "", " "
        else:
            text += _shown(token)
    if rest := text.removeprefix(space):
        yield rest


def _shown(token: Token) -> str:
    if token.type in _BREAKS or (token.type == "html_inline" and token.content == "<br>"):
        return "\n"
    return token.content


class _Page(HTMLParser):
    """Collects what a browser shows, one text per element, and every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Every element has to be closed but those that HTML has no end for."""
        self.tags.append((tag, dict(attrs)))
        if tag not in _ENDLESS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Elements are closed in the order in which they were opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """The verb of a decision is in bold and followed by a full stop and a space."""
        if _SILENT.intersection(self.open) or not self.open or self.open[-1] in _CONTAINERS:
            assert _SILENT.intersection(self.open) or not data.strip()
            return
        after_verb = self.tags[-1][0] == "strong" and self.open[-1] != "strong"
        text = data.removeprefix(" ") if after_verb else data
        self.texts.append(text.removesuffix(".") if self.open[-1] == "strong" else text)


def html_texts(source: str) -> list[str]:
    """Return the texts of the document that a browser shows, in order; every tag must be closed where it should be."""
    return _read(re.sub(_AROUND, "", source, flags=re.DOTALL)).texts


def html_tags(source: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return every tag with its attributes."""
    return _read(source).tags


def _read(source: str) -> _Page:
    page = _Page()
    page.feed(source)
    page.close()
    assert not page.open
    return page
