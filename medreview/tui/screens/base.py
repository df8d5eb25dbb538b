"""What every screen shares: the bars, asking in the background, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final, ParamSpec, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from medreview.i18n import N_, current, tr
from medreview.operations.changes import Changes
from medreview.tui.commands import APP, Command, bindings, key_of
from medreview.tui.screens.drawing import Drawing
from medreview.tui.screens.ending import Ending
from medreview.tui.widgets.bars import KeyBar, TitleBar

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp

P = ParamSpec("P")
T = TypeVar("T")

_WHY_READ_ONLY: Final = {"read_only": N_("write-protected"), "open_elsewhere": N_("open elsewhere")}

_ROOM_FOR_KEY: Final = 80
"""Columns from which on there is room for a key in the status cell."""

Job = Callable[[], Any]
"""A coroutine function; one that never begins leaves no coroutine behind that nobody awaited."""


class Asking(Ending[Any], Drawing[Any]):
    """Asks operations in the background; every screen does, and dialogs that store.

    Tab moves the focus before the next key is looked at: what is typed right after it, while the screen is still busy
    with storing, otherwise ends in the field before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "screen.next_field", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    def action_next_field(self) -> None:
        """Go on to the next field; what is offered in this one is taken."""
        from medreview.tui.widgets.line_input import LineInput

        if isinstance(self.focused, LineInput):
            self.focused.take_offered()
        self.focus_next()

    @property
    def medreview(self) -> MedreviewApp:
        """The app, with its archive and settings."""
        return cast("MedreviewApp", self.app)

    @property
    def title_bars(self) -> list[TitleBar]:
        """The bar above the screen; a dialog has none. A query would walk through every widget below."""
        return [bar for bar in self.children if isinstance(bar, TitleBar)]

    async def ask(self, operation: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run an operation in the background and return its result; a refusal is shown and gives None.

        So does a screen that was closed meanwhile: there is nothing left to show the result on.
        """
        result = await self.medreview.ask(operation, *args, **kwargs)
        return result if self.is_open else None

    def in_background(self, job: Job) -> None:
        """Do something that goes on although this screen is closed meanwhile."""
        self.app.run_worker(job, group="background")

    def soon(self, job: Job, group: str) -> None:
        """Do something in the place of what was last asked for in the group; it ends with this screen."""
        self.run_worker(job, group=group, exclusive=True)

    async def flush(self) -> None:
        """Store what is typed and not yet stored; only screens with forms have anything."""


class BaseScreen(Asking, Screen[None]):
    """A screen with its bars."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = []

    _has_missed = False
    """Whether something changed while another screen covered this one."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*bindings(cls.OWN_COMMANDS), *cls.__dict__.get("BINDINGS", ())]
        super().__init_subclass__(**kwargs)

    def on_compose(self) -> None:
        """Be as wide and as high from the start as the window is: to learn it later styles every widget once more."""
        width, height = self.app.size
        for length, breakpoints in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            for _, name in [one for one in sorted(breakpoints or [], reverse=True) if length >= one[0]][:1]:
                self.set_class(True, name, update=False)

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """The commands that work here, this screen's own first."""
        return (*self.OWN_COMMANDS, *APP)

    def on_mount(self) -> None:
        """Show the keys and whether everything is stored."""
        for bar in self.query(KeyBar):
            bar.show(self.shown_commands)
        self.say_stored()

    def on_screen_resume(self) -> None:
        """Show again whether everything is stored, and what changed meanwhile."""
        self.say_stored()
        if self._has_missed:
            self._has_missed = False
            self.soon(self.reload, "reload")

    def say_stored(self) -> None:
        """Show when something was last stored."""
        for bar in self.title_bars:
            example = tr("EXAMPLE") if self.medreview.is_example else ""
            is_behind = bool(self.medreview.saver.waiting)
            stored = self._unsaved_words() if is_behind else self.stored_words()
            hindered = tr("no backup") if self.medreview.backing_up.hindered and not is_behind else ""
            bar.say_stored(" · ".join(words for words in (example, stored, hindered) if words), bad=is_behind)

    def stored_words(self) -> str:
        """Return the words of the status cell; without an archive nothing is stored yet."""
        if why := self.medreview.read_only:
            return f"{tr('Read only')} · {tr(_WHY_READ_ONLY[why])}"
        if not self.medreview.has_archive:
            return ""
        saved_at = self.medreview.saver.saved_at
        return tr("Saved {time}", time=current().time(saved_at.time())) if saved_at else tr("All saved")

    def _unsaved_words(self) -> str:
        """Return that something waits to be stored, and the key that saves it elsewhere where there is room for it."""
        if self.size.width < _ROOM_FOR_KEY:
            return tr("Not saved · trying again")
        return tr("Not saved · trying again · {key} saves elsewhere", key=key_of("app.save_elsewhere"))

    async def action_back(self) -> None:
        """Store what is typed and close this screen."""
        await self.flush()
        self.close()

    def archive_changed(self, changes: Changes) -> None:
        """Take over what changed; a screen that is covered does so when it is seen again."""
        if not self.concerns(changes):
            return
        if self.is_seen:
            self.take_over(changes)
        else:
            self._has_missed = True

    @property
    def is_seen(self) -> bool:
        """Whether nothing but dialogs lies over this screen; for Textual the one below the top is current too."""
        stack = self.app.screen_stack
        return self.is_whole and all(isinstance(one, ModalScreen) for one in stack[stack.index(self) + 1 :])

    def concerns(self, changes: Changes) -> bool:  # noqa: ARG002 - screens that show the archive look at them
        """Return whether the changes touch what this screen shows."""
        return False

    def take_over(self, changes: Changes) -> None:  # noqa: ARG002 - a screen may know better than to load again
        """Show what changed."""
        self.soon(self.reload, "reload")

    async def reload(self) -> None:
        """Load what the screen shows again; screens that show the archive do so."""
