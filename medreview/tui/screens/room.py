"""The room: one goal, question or figure at a time for everybody to read, with the clock; the answer is typed here."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from medreview.domain.base import Entity
from medreview.domain.goal import Evaluation
from medreview.i18n import current, tr
from medreview.tui.commands import ROOM, Command
from medreview.tui.fitting import FEWEST
from medreview.tui.room.figures import Numbers, bars
from medreview.tui.room.slide import Slide
from medreview.tui.screens.base import BaseScreen
from medreview.tui.steps.look_back import OUTCOMES
from medreview.tui.steps.words import names
from medreview.tui.text import capitalised, hanging, one_line, say
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.form import Form, Layout
from medreview.tui.widgets.part import Scope

_PERSONS: Final = ("responsible", "called_by")


class Outcomes(Choice, can_focus=False):
    """What came of a goal, each with the digit that chooses it from anywhere on the slide."""

    def __init__(self) -> None:
        words = (capitalised(current().term(one)) for one in OUTCOMES)
        super().__init__(
            [(f"{digit} {word}", one) for digit, (word, one) in enumerate(zip(words, OUTCOMES, strict=True))]
        )


class Turn(Static):
    """A place to click that goes to the next slide or the one before."""

    def __init__(self, by: int) -> None:
        super().__init__("◄" if by < 0 else "►")
        self._by = by

    async def on_click(self) -> None:
        """Do what the arrow says."""
        await self.run_action(f"screen.turn({self._by})")


class Out(Static):
    """A place to click that leaves the room."""

    def __init__(self) -> None:
        super().__init__("×")

    async def on_click(self) -> None:
        """Go back."""
        await self.run_action("screen.back")


class Room(BaseScreen):
    """Slides for the room, at most 60 characters wide; nothing has the focus until somebody writes."""

    AUTO_FOCUS = ""
    LEAST: ClassVar[Size] = FEWEST
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = ROOM
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("enter", "write", show=False),
    ]
    DEFAULT_CSS = """
    Room .top { height: 1; padding: 0 2; }
    Room .bottom { height: auto; padding: 0 2; }
    Room .where { width: 1fr; color: $accent; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    Room .stored { width: auto; color: $bad; text-style: bold; padding: 0 2; display: none; }
    Room .progress { width: auto; text-style: bold; }
    Room Turn, Room Out { width: 5; text-align: center; color: $accent; text-style: bold; }
    Room Turn:hover, Room Out:hover { background: $panel; }
    Room .clock { width: 1fr; text-align: center; }
    Room #slide { height: 1fr; padding: 0 2; align-horizontal: center; scrollbar-size-vertical: 1; }
    Room #page { width: 60; max-width: 100%; height: auto; padding: 1 0 0 0; }
    Room #page > Static, Room #page > Horizontal { height: auto; margin: 0 0 1 0; }
    Room Outcomes { background: $background; padding: 0; }
    Room Form.-asked .label { display: none; }
    Room #beside Static { width: 1fr; height: auto; padding: 0 2 0 0; }
    Room.-tall #page { padding: 3 0 0 0; }
    Room.-tall #page > Static { margin: 0 0 2 0; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]  # noqa: RUF012 - Textual declares it so

    def __init__(self) -> None:
        super().__init__()
        self._at: object = None
        """The key of the slide that is shown; others may come and go around it."""
        self._place = 0
        self._slide = Slide(Content(""))
        self._forms: dict[tuple[type[Entity], Layout], Form] = {}

    def compose(self) -> ComposeResult:
        with Horizontal(classes="top"):
            yield Static(classes="where")
            yield Static(classes="stored")
            yield Static(classes="progress")
            yield Out()
        with VerticalScroll(id="slide", can_focus=False), Vertical(id="page"):
            yield Static(id="title")
            yield Numbers()
            yield Outcomes()
            yield Static(id="bars")
            with Horizontal(id="beside"):
                yield Static(id="then")
                yield Static(id="now")
            yield Static(id="lines")
        with Horizontal(classes="bottom"):
            yield Turn(-1)
            yield Static(classes="clock")
            yield Turn(1)

    @abstractmethod
    def slides(self) -> Sequence[Slide]:
        """Return what there is to show, as it is now; at least one."""

    @abstractmethod
    def scope(self) -> Scope:
        """Return what the fields of a slide write in."""

    @abstractmethod
    def where(self) -> str:
        """Return what the slides are about."""

    def on_mount(self) -> None:
        """Show the first slide."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._say_lines)

    async def show(self) -> None:
        """Show the slide that is shown, as it is now, or the one that came into its place."""
        shown = self.slides()
        keys = [slide.key for slide in shown]
        self._place = keys.index(self._at) if self._at in keys else max(min(self._place, len(shown) - 1), 0)
        slide = shown[self._place]
        self._at = slide.key
        self._say(".where", one_line(self.where()))
        self._say(".progress", Content(tr("{number} of {count}", number=self._place + 1, count=len(shown))))
        self._draw(slide)
        await self._show_form(slide)

    def _draw(self, slide: Slide) -> None:
        self._say("#title", slide.title)
        self._slide = slide
        self._say_lines()
        self.query_one(Numbers).show_numbers(slide.numbers)
        self.query_one("#beside").display = slide.beside is not None
        for place, text in zip(("#then", "#now"), slide.beside or (), strict=False):
            say(self.query_one(place, Static), text)
        outcomes = self.query_one(Outcomes)
        outcomes.display = isinstance(slide.entity, Evaluation)
        if isinstance(slide.entity, Evaluation):
            outcomes.disabled = self.scope().is_read_only
            outcomes.choose(slide.entity.outcome)

    def _say_lines(self) -> None:
        slide, width = self._slide, self.query_one("#page").content_size.width
        self._say("#bars", bars(slide.bars, width) if slide.bars else Content(""))
        self._say("#lines", Content("\n").join(hanging(line, slide.hang, width) for line in slide.lines))

    def _say(self, where: str, text: Content) -> None:
        static = self.query_one(where, Static)
        static.display = bool(text.plain)
        say(static, text)

    async def _show_form(self, slide: Slide) -> None:
        """Show the fields of a slide; a form stays for the next slide with the same fields."""
        key = (type(slide.entity), slide.layout) if slide.entity and slide.layout else None
        if key is not None and key not in self._forms:
            form = Form(key[0], key[1], lambda scope: scope.owner, names=dict.fromkeys(_PERSONS, names))
            form.set_class(_asks(slide, key[1][0]), "-asked")
            self._forms[key] = form
            await self.query_one("#page").mount(form)
        for one, form in self._forms.items():
            form.display = one == key
        if key is not None and slide.entity is not None:
            self._forms[key].show(self.scope().inside(slide.entity))

    async def action_turn(self, by: int) -> None:
        """Go to the next slide or the one before."""
        await self.flush()
        await self._turn(by)

    async def _turn(self, by: int) -> None:
        count = len(self.slides())
        if 0 <= self._place + by < count:
            await self.show_slide(self._place + by)

    async def show_slide(self, place: int) -> None:
        """Show the slide at that place, from its top, with nothing focused."""
        self._at, self._place = None, place
        self.set_focus(None)
        await self.show()
        self.query_one("#slide").scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Show more of a slide that is longer than the screen."""
        self.query_one("#slide").scroll_relative(y=by * 3, animate=False)

    def action_write(self) -> None:
        """Put the cursor into the first field of the slide."""
        fields = (control for form in self._forms.values() if form.display for control in form.query("*"))
        first = next((control for control in fields if control.focusable), None)
        if first is not None:
            first.focus()

    async def action_leave(self) -> None:
        """Leave the field; with none, leave the room."""
        if self.focused is not None:
            await self.flush()
            self.set_focus(None)
        else:
            await self.action_back()

    def say_stored(self) -> None:
        """Say only what the room must know: that something is not saved."""
        for cell in self.query(".stored").results(Static):
            cell.display = bool(self.medreview.saver.waiting)
            say(cell, Content(tr("Not saved · trying again")))


def _asks(slide: Slide, field: str | tuple[str, ...]) -> bool:
    """Return whether the title of a slide is what its first field is called, so that it need not be read twice."""
    kind = type(slide.entity).__name__
    return isinstance(field, str) and slide.title.plain == current().field(kind, field)
