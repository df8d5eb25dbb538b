"""One walk for all themes: in a theme whose colours are all different, each shows where it is used, text on ground."""

from collections.abc import Iterator
from typing import Any, Final

from rich.color import Color
from rich.color_triplet import ColorTriplet
from textual.screen import Screen
from textual.theme import Theme

from medreview.tui.themes import THEMES, _theme
from tests.tui.contrast import contrast, inks

NAMES: Final = (
    *("ground", "text", "field", "field_focus", "panel", "muted", "accent", "chosen", "cursor", "bar", "on_chosen"),
    *("good", "warn", "bad"),
)
_OF_PROBE: Final = {
    name: f"#{16 * at + 16:02x}{240 - 11 * at:02x}{(89 * at) % 251:02x}" for at, name in enumerate(NAMES)
}

PROBE: Final = _theme("probe", dark=False, **_OF_PROBE)

LEAST: Final = {"light": 4.5, "dark": 4.5, "projector": 7.0}


def poor(screen: Screen[Any]) -> Iterator[str]:
    """Yield what is drawn on a screen in the probing theme and cannot be read in one of the real ones."""
    for text, ink, ground, is_dim in inks(screen):
        names = _name(ink), _name(ground)
        if is_dim or not all(names):
            yield f"{text!r} is dim or of a mixed colour: {ink.hex} on {ground.hex}"
            continue
        for theme in THEMES:
            first, second = (_rgb(_colour(theme, name)) for name in names)
            ratio = contrast(first, second)
            if ratio < LEAST[theme.name]:
                yield f"{text!r} {' on '.join(names)} {ratio:.1f} in {theme.name}"


def _name(colour: ColorTriplet) -> str:
    """Return which of the theme's colours it is; Textual's arithmetic may be off by one."""
    close = (name for name, value in _OF_PROBE.items() if max(_distances(colour, _rgb(value))) <= 1)
    return next(close, "")


def _distances(one: ColorTriplet, other: ColorTriplet) -> list[int]:
    return [abs(a - b) for a, b in zip(one, other, strict=True)]


def _colour(theme: Theme, name: str) -> str:
    """Return what a theme has for one of the names."""
    plain = {"ground": theme.background, "text": theme.foreground, "accent": theme.accent, "panel": theme.panel}
    found = plain.get(name) or theme.variables.get({"bar": "scrollbar"}.get(name, name.replace("_", "-")))
    assert found is not None, name
    return found


def _rgb(colour: str) -> ColorTriplet:
    return Color.parse(colour).get_truecolor()
