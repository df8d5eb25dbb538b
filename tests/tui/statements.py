"""Dialogs that ask for a date and texts, as tests use them."""

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Button, Input, TextArea

from medreview.domain.dossier import Dossier
from medreview.operations import reviews
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.statement import Statement
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.field import Field
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until


async def opened(pilot: Pilot[Any]) -> ReviewScreen:
    """Wait for the review at the step where the archive was left."""
    app = pilot.app
    await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    await pilot.pause()
    return screen


async def asked(pilot: Pilot[Any], action: str, kind: type[Statement]) -> Statement:
    """Call an action of the review and wait for its dialog."""
    await pilot.app.run_action(f"screen.{action}")
    await shows(pilot, kind)
    dialog = pilot.app.screen
    assert isinstance(dialog, kind)
    return dialog


def write(dialog: Statement, field: str, text: str) -> None:
    """Write into a field of the dialog."""
    control = dialog.query_one(f"Field.{field}", Field).control
    if isinstance(control, TextArea):
        control.text = text
    elif isinstance(control, Input):
        control.value = text


async def press(pilot: Pilot[Any], button: str) -> None:
    """Press a button by keyboard, wherever it is."""
    pilot.app.screen.query_one(button, Button).focus()
    await pilot.press("enter")
    await pilot.pause()


def complaint(dialog: Statement, field: str) -> str:
    """Return what is said to be wrong at a field."""
    return "".join(str(label.render()) for label in dialog.query(f"Field.{field}.-wrong > .wrong"))


def words(pilot: Pilot[Any]) -> str:
    """Return the words on the screen, wherever the lines break."""
    return " ".join(shown(pilot.app.screen).translate({ord(line): None for line in "▏│"}).split())


def stored(app: MedreviewApp, dossier: Dossier) -> Dossier:
    """Return the review as it is in the archive."""
    return reviews.load(app.archive, dossier.review.id)
