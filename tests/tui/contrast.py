"""How well the text on a screen can be read: WCAG contrast of every piece of text that is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.color import Color
from textual.screen import Screen


@dataclass(frozen=True)
class Drawn:
    """A piece of text as it is drawn, with its contrast against its ground (1 to 21)."""

    text: str
    ratio: float


def drawn(screen: Screen[Any]) -> Iterator[Drawn]:
    """Yield every piece of text on the screen; lines and blocks that only draw a picture are left out."""
    for strip in screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or not any(character.isalnum() for character in segment.text):
                continue
            ink, ground = _rgb(style.color), _rgb(style.bgcolor)
            yield Drawn(segment.text, contrast(ground, ink) if style.reverse else contrast(ink, ground))


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast of two colours by WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def _rgb(colour: Color | None) -> tuple[int, int, int]:
    if colour is None or colour.triplet is None:
        raise ValueError("a colour of the terminal's own palette")
    return colour.triplet.red, colour.triplet.green, colour.triplet.blue
