"""Every text everywhere can be read: at least 4.5:1, for the projector 7:1, never dim; no state is only a colour."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Collapsible, Input, Select, TextArea

from medreview.domain.errors import Refusal
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.crash import Crash, CrashApp
from medreview.tui.screens.home import HomeScreen
from medreview.tui.themes import THEMES
from medreview.tui.widgets.bars import TitleBar
from medreview.tui.widgets.field import Field
from tests.tui.contrast import contrast, drawn, only_coloured
from tests.tui.looking import shown
from tests.tui.places import ARCHIVE, PLACES
from tests.tui.probing import LEAST, PROBE, poor
from tests.tui.still import create_world, standing_still, still_app
from tests.tui.waiting import wait_until
from tests.tui.walking import at_home, places, settled

SIZE: Final = (110, 60)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[None]:
    """The archive of the walks, in a world that stands still."""
    with standing_still(tmp_path):
        create_world()
        yield


def test_black_on_white_is_the_strongest_contrast() -> None:
    assert round(contrast((0, 0, 0), (255, 255, 255))) == 21
    assert contrast((90, 90, 90), (90, 90, 90)) == 1


def test_every_theme_has_its_least() -> None:
    assert {theme.name for theme in THEMES} == set(LEAST)


async def in_every_theme(pilot: Pilot[Any]) -> AsyncIterator[str]:
    """Yield what cannot be read in one of the themes as it is drawn in it."""
    app = pilot.app
    for theme, least in LEAST.items():
        app.theme = theme
        await pilot.pause()
        for piece in drawn(app.screen):
            if piece.ratio < least:
                yield f"{theme} {piece.text!r} {piece.ratio:.1f}"


def new_kinds(pilot: Pilot[Any], known: set[str]) -> list[Widget]:
    """Return one of each kind of what can have the focus, of which none was looked at before."""
    found: dict[str, Widget] = {}
    for widget in pilot.app.screen.focus_chain:
        around = type(widget.parent).__name__
        found.setdefault(f"{around} {type(widget).__name__} {sorted(widget.classes & {'main', 'add'})}", widget)
    fresh = {kind: widget for kind, widget in found.items() if kind not in known}
    known |= set(fresh)
    return list(fresh.values())


async def test_every_place_can_be_read_in_every_theme_with_focus_anywhere(world: None) -> None:
    found: list[str] = []
    known: set[str] = set()
    async with at_home(still_app(), SIZE) as pilot:
        pilot.app.register_theme(PROBE)
        pilot.app.theme = PROBE.name
        async for name in places(pilot):
            found += [f"{name} {one}" for one in faults(pilot)]
            for widget in new_kinds(pilot, known):
                widget.focus()
                await pilot.pause()
                found += [f"{name} {widget} {one}" for one in faults(pilot)]
    assert not found, "\n".join(found)


def faults(pilot: Pilot[Any]) -> list[str]:
    """Return what cannot be read in one of the themes, or says something by its colour only."""
    screen = pilot.app.screen
    return [*poor(screen), *(f"{text!r} only by its colour" for text in only_coloured(screen, "good", "warn", "bad"))]


def mark_wrong(app: MedreviewApp) -> None:
    """Let every field complain, and the title bar say that something is not saved."""
    for field in app.screen.query(Field):
        field.complain("Det er ikke en dato.")
    for bar in app.screen.query(TitleBar):
        bar.say_stored("Ikke gemt · prøver igen", bad=True)


def select_all(app: MedreviewApp) -> None:
    """Select what stands in the first fields."""
    for line in app.screen.query(Input):
        line.value = line.value or "3. december"
        line.select_all()
    area = app.screen.query(TextArea).first()
    area.text = "Markeret tekst 010170-1234"
    area.select_all()
    area.focus()


def open_all(app: MedreviewApp) -> None:
    """Open what can be folded out."""
    for folded in app.screen.query(Collapsible):
        folded.collapsed = False
    for choices in list(app.screen.query(Select))[:1]:
        choices.focus()
        choices.expanded = True


def say_all(app: MedreviewApp) -> None:
    """Say something of every weight."""
    app.notify("Fortrudt", markup=False)
    app.show_refusal(Refusal("disk_full"))
    app.say_trouble(Refusal("disk_full"))


STATES: Final = [
    ("step-preparation", mark_wrong, "Det er ikke en dato."),
    ("step-closing", select_all, "Markeret tekst"),
    ("step-goals", open_all, "Krav"),
    ("home", say_all, "Fortrudt"),
]


@pytest.mark.parametrize(("place", "change", "words"), STATES, ids=[change.__name__ for _, change, _ in STATES])
async def test_what_is_not_always_so_can_be_read(world: None, place: str, change: Any, words: str) -> None:
    app = still_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await PLACES[place](pilot)
        await settled(pilot)
        change(app)
        await settled(pilot)
        assert words in shown(app.screen)
        assert [one async for one in in_every_theme(pilot)] == []
        for button in list(app.screen.query(Button))[:1]:
            await pilot.hover(button)
            assert [one async for one in in_every_theme(pilot)] == []
        await pilot.resize_terminal(40, 12)
        assert [one async for one in in_every_theme(pilot)] == []


async def test_what_is_told_after_an_error_can_be_read() -> None:
    app = CrashApp(Crash(ARCHIVE, ARCHIVE.with_suffix(".log"), is_noted=False, is_repeated=True), "light")
    async with app.run_test(size=SIZE) as pilot:
        assert [one async for one in in_every_theme(pilot)] == []
