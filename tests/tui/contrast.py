"""How well the text on a screen can be read: WCAG contrast of every piece of text that is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from textual.screen import Screen

MARKS: Final = frozenset("√×≈○●□■–…!→►←▲▼↑↓+±=»")
"""What tells a state where there is no word."""


@dataclass(frozen=True)
class Drawn:
    """A piece of text as it is drawn, with its contrast against its ground (1 to 21; 0 where it is dimmed)."""

    text: str
    ratio: float


def drawn(screen: Screen[Any]) -> Iterator[Drawn]:
    """Yield every piece of text on the screen; lines and blocks that only draw a picture are left out."""
    for text, ink, ground, is_dim in inks(screen):
        yield Drawn(text, 0 if is_dim else contrast(ink, ground))


def inks(screen: Screen[Any]) -> Iterator[tuple[str, ColorTriplet, ColorTriplet, bool]]:
    """Yield every piece of text with the colour of the text, that of its ground, and whether it is dimmed."""
    for strip in screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or not any(character.isalnum() for character in segment.text):
                continue
            ink, ground = _rgb(style.color), _rgb(style.bgcolor)
            yield (segment.text, *((ground, ink) if style.reverse else (ink, ground)), bool(style.dim))


def only_coloured(screen: Screen[Any], *names: str) -> Iterator[str]:
    """Yield what of a screen says something by one of these colours of its theme and neither by word nor by mark."""
    colours = {screen.app.theme_variables[name].lower() for name in names}
    for strip in screen._compositor.render_strips():
        for segment in strip:
            said = any(letter.isalnum() or letter in MARKS for letter in segment.text)
            if segment.text.strip() and not said and _ink(segment) in colours:
                yield segment.text


def _ink(segment: Segment) -> str:
    colour = segment.style.color if segment.style is not None else None
    return colour.triplet.hex.lower() if colour is not None and colour.triplet is not None else ""


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast of two colours by WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def _rgb(colour: Color | None) -> ColorTriplet:
    if colour is None or colour.triplet is None:
        raise ValueError("a colour of the terminal's own palette")
    return colour.triplet
