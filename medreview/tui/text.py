"""User text on its way to the screen: always literal, never markup, never a control character."""

from pathlib import Path

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from medreview.domain.cleaning import REPLACEMENT, clean_line, clean_text, is_unsafe


def literal(text: str, style: str = "") -> Content:
    """Return text for the screen as it stands, cleaned of what a terminal would obey."""
    return Content.styled(clean_text(text), style) if style else Content(clean_text(text))


def one_line(text: str, style: str = "", limit: int = 0) -> Content:
    """Return text for one row; longer than `limit` cells it ends in an ellipsis."""
    content = Content.styled(clean_line(text), style) if style else Content(clean_line(text))
    return content.truncate(limit, ellipsis=True) if limit else content


def hanging(line: Content, hang: int, width: int) -> Content:
    """Return a line that goes on below its words, or a little in from the left where one of them has no room."""
    if not hang or line.cell_length <= width or width <= hang:
        return line
    before, words = line.divide([hang])
    if any(cell_len(word) > width - hang for word in words.plain.split()):
        return Content("\n  ").join(line.wrap(width - 2))
    return before + Content("\n" + " " * hang).join(words.wrap(width - hang))


def without_commands(text: str) -> str:
    """Return the text, as long as it was, with every unsafe character replaced (see `is_unsafe`)."""
    return "".join(REPLACEMENT if one == "\n" or is_unsafe(one) else one for one in text)


def end_of_change(before: str, after: str) -> int:
    """Return where in the later text that ends which differs from the earlier one."""
    start = _same(before, after)
    return len(after) - _same(before[start:][::-1], after[start:][::-1])


def _same(one: str, other: str) -> int:
    """Return how many characters are the same from the start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def typed_path(text: str) -> Path:
    """Return a path as somebody types it: quotes around it do not count, `~` is the user's own folder."""
    path = Path(text.strip().strip('"'))
    try:
        return path.expanduser()
    except RuntimeError:  # there is no such user
        return path


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def say(where: Static, text: Content) -> None:
    """Show a text where it does not stand already: a new text lays out the whole screen again."""
    if not (isinstance(where.content, Content) and text.is_same(where.content)):
        where.update(text)
