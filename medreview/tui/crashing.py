"""Unexpected errors: they are noted, what is typed is stored, and the program ends in order instead of in a traceback.

An error may have stopped any part of the app, the app itself included. So nothing more is shown by that app: it stores
what stands in the fields and ends, and a small app of its own tells what happened (see `screens.crash`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from textual.screen import Screen

from medreview.log import CRASHED, Caught, note_error
from medreview.tui.fitting import FittingApp

R = TypeVar("R")

PATIENCE: Final = 5.0
"""Seconds that storing what is typed may take before the program ends without it."""


class TerminalFailure(Exception):  # noqa: N818 - not an error that anybody catches by its name
    """Textual could not go on reading the terminal."""


class CrashingApp(FittingApp[R]):
    """An app that ends in order when something unexpected happens in any handler, timer, worker or callback."""

    logs: Path
    """The folder of the log."""

    def __init__(self) -> None:
        super().__init__()
        self.crash: Exception | None = None
        """The first unexpected error."""

    def keep_last(self) -> None:
        """Take down what stands in the fields; the part in which the error happened is taken apart after it."""

    async def store_last(self) -> None:
        """Store what was taken down."""

    def on_load(self) -> None:
        """Take errors in callbacks of the loop for what they are, too: asyncio only mentions them."""
        asyncio.get_running_loop().set_exception_handler(self._called_back)

    def _called_back(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def panic(self, *renderables: object) -> None:  # noqa: ARG002 - they hold field text
        """End in order; Textual calls this where it cannot read the terminal any more."""
        self._handle_exception(TerminalFailure())

    def _handle_exception(self, error: Exception) -> None:
        """Note the first error and end; Textual would show its traceback with all that stands in the fields.

        After `exit` everything is stored, and a screen that was just about to open may miss the parts it is made of.
        """
        if self._exit:
            note_error(self.logs, error)
            return
        self._return_code = CRASHED
        if self.crash is None:
            self.crash = error
            note_error(self.logs, error)
            with Caught(self.logs):
                self.keep_last()
        if self._exception is None:  # the tests' pilot raises it again
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    async def _shutdown(self) -> None:
        """Store what was typed, end what goes on, and let the screens go; the terminal is restored by then."""
        if self.crash is not None:
            with Caught(self.logs):
                await asyncio.wait_for(self.store_last(), PATIENCE)
        self.workers.cancel_all()  # nothing goes on behind screens that go
        await super()._shutdown()


def standing_edits(screens: Iterable[Screen[Any]]) -> Iterator[tuple[Any, ...]]:
    """Yield the operation, the entity and the values for what stands in the fields otherwise than it was loaded.

    What was handed over just before an error may be lost on its way, so that "not yet stored" cannot be trusted.
    """
    from medreview.tui.screens.storing import Storing
    from medreview.tui.widgets.form import Form

    for screen in screens:
        if isinstance(screen, Storing):
            for form in screen.query(Form):
                yield from ((*screen.edit_operation(edited), edited.values) for edited in _standing(form))


def _standing(form: Any) -> Iterator[Any]:
    from medreview.tui.widgets.field import Field

    for field in form.query(Field):
        if form.entity is None or not all(around.display for around in field.ancestors_with_self):
            continue
        field.stays_dirty()
        values = field.take(patient=True)
        if any(getattr(form.entity, name) != value for name, value in values.items()):
            yield form.Edited(field, form.entity, values, field.visit)
