"""What a Danish or Swedish keyboard types and what is pasted arrives as it is, also on Windows."""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from medreview.domain.goal import Goal
from medreview.i18n import use
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.part import Scope
from tests.builders import a_full_dossier, a_goal
from tests.tui.conftest import MakeApp
from tests.tui.hosts import Host
from tests.tui.looking import shows
from tests.tui.waiting import wait_until

KITTY_ON, KITTY_OFF = "\x1b[>1u", "\x1b[<u"

ALTGR: Final = {
    "Danish": dict(zip("23457890´<¨em", "@£$€{[]}|\\~€µ", strict=True)),
    "Swedish": dict(zip("23457890+<¨em", "@£$€{[]}\\|~€µ", strict=True)),
}
"""What AltGr makes of the keys of the layouts of Windows."""

DEAD: Final = {"Shift+¨": "^", "Shift+´": "`", "´": "´", "¨": "¨"}
"""What the dead keys beside Enter make with a space after them."""

TYPED: Final = [(layout, key, one) for layout, keys in ALTGR.items() for key, one in (*keys.items(), *DEAD.items())]

LETTERS: Final = "æøåÆØÅ äöÄÖ é ü"
MARKS: Final = "“citat” ‘enkelt’ »guillemet« – — … € § ½"


def arrive(pilot: Pilot[Any], sent: str) -> None:
    """Let these characters come from the terminal, by the way that all of them take."""
    driver = pilot.app._driver
    assert driver is not None
    for event in XTermParser().feed(sent):
        driver.process_message(event)


def pasted(text: str) -> str:
    """Return what the terminal sends for pasted text; a line break comes as Enter does."""
    return f"\x1b[200~{text}\x1b[201~"


@pytest.mark.parametrize(("layout", "key", "character"), TYPED)
async def test_every_character_of_the_keyboard_is_typed(layout: str, key: str, character: str) -> None:
    app = Host(lambda: LineInput(compact=True))
    async with app.run_test() as pilot:
        line = app.query_one(Input)
        line.focus()
        arrive(pilot, f"a{character}b")
        await wait_until(pilot, lambda: len(line.value) == 3)
        assert line.value == f"a{character}b", f"{layout}: AltGr+{key}"


async def test_what_is_typed_right_after_tab_is_typed_into_the_next_field(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await app.push_screen(NewCommitteeScreen({}))
        await wait_until(pilot, lambda: len(app.screen.query(Input)) > 1)
        first, second, *_ = app.screen.query(Input)
        first.focus()
        await pilot.pause()
        arrive(pilot, "Solgården\tNordby\x1b[Z\tø")
        await wait_until(pilot, lambda: second.value.endswith("ø"))
        assert (first.value, second.value) == ("Solgården", "Nordbyø")


async def test_every_character_is_typed_into_a_text_too() -> None:
    app = Host(lambda: TextArea())
    everything = "".join(character for _, _, character in TYPED)
    async with app.run_test() as pilot:
        area = app.query_one(TextArea)
        area.focus()
        arrive(pilot, everything)
        await wait_until(pilot, lambda: area.text == everything)


def test_with_the_other_protocol_the_character_would_be_lost() -> None:
    [event] = XTermParser().feed("\x1b[50;3u")
    assert isinstance(event, Key)
    assert (event.key, event.character) == ("alt+2", None)


def test_textual_still_writes_what_is_dropped() -> None:
    spec = find_spec("textual.drivers.windows_driver")
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).read_text(encoding="utf-8")
    assert r'self.write("\x1b[>1u")' in source
    assert r'self.write("\x1b[<u")' in source


class Console(ModuleType):
    """The console of Windows, in so far as the driver asks for it."""

    def __init__(self) -> None:
        super().__init__("textual.drivers.win32")

    def enable_application_mode(self) -> Callable[[], None]:
        return lambda: None

    class EventMonitor:
        """Nobody types."""

        def __init__(self, *_: object) -> None: ...

        def start(self) -> None: ...

        def join(self) -> None: ...


class Written:
    """What stands in the place of the terminal."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None: ...


async def written_by(kind: type[Driver], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a driver of Windows writes from the start to the end of the app."""
    terminal = Written()
    monkeypatch.setattr(sys, "__stdout__", terminal)
    driver = kind(Host(lambda: LineInput()))
    driver.start_application_mode()
    driver.write("text")
    driver.stop_application_mode()
    driver.close()
    return terminal.text


async def test_on_windows_the_terminal_keeps_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("textual.drivers.windows_driver", "medreview.tui.windows_driver"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "textual.drivers.win32", Console())
    monkeypatch.setattr("textual.drivers.win32", sys.modules["textual.drivers.win32"], raising=False)
    from textual.drivers.windows_driver import WindowsDriver

    from medreview.tui.windows_driver import KITTY_KEYS, PlainKeysDriver

    assert KITTY_KEYS == (KITTY_ON, KITTY_OFF)
    before = await written_by(WindowsDriver, monkeypatch)
    after = await written_by(PlainKeysDriver, monkeypatch)
    assert KITTY_ON in before
    assert KITTY_OFF in before
    assert after == before.replace(KITTY_ON, "").replace(KITTY_OFF, "")
    assert "text" in after
    monkeypatch.setattr(sys, "platform", "win32")
    assert MedreviewApp.get_driver_class(Host(lambda: LineInput())) is PlainKeysDriver  # type: ignore[arg-type]


def a_form() -> Form:
    """Return a form with a line, a text, a figure and a date."""
    return Form(Goal, ("text", "responsible", "baseline", "runs_until"), lambda scope: scope.owner)


async def pasted_into(pilot: Pilot[Any], control: Input | TextArea, text: str) -> None:
    """Paste into a control in the place of what stands there."""
    control.focus()
    if isinstance(control, Input):
        control.value = ""
    else:
        control.text = ""
    await pilot.pause()
    arrive(pilot, pasted(text))
    await pilot.pause()


async def in_goal(pilot: Pilot[Any]) -> None:
    """Go to the goals of this year, where all kinds of fields are."""
    from medreview.tui.screens.home import HomeScreen
    from medreview.tui.screens.review import ReviewScreen

    await shows(pilot, HomeScreen)
    await pilot.press("f5")
    await shows(pilot, ReviewScreen)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await wait_until(pilot, lambda: bool(screen.query("StepView")))
    await screen.action_go_to("goals")
    await pilot.pause()


@pytest.mark.parametrize(
    ("text", "line", "area"),
    [
        (LETTERS, LETTERS, LETTERS),
        (MARKS, MARKS, MARKS),
        ("e\N{COMBINING ACUTE ACCENT}n", "én", "én"),
        ("et\r\nto\r\ntre", "et to tre", "et\nto\ntre"),
        ("et\rto\rtre", "et to tre", "et\nto\ntre"),
        ("\nto\n", "to", "\nto\n"),
        ("a\tb", "a    b", "a    b"),
        ("[/] [b]x[/b] \\[", "[/] [b]x[/b] \\[", "[/] [b]x[/b] \\["),
    ],
)
async def test_what_is_pasted_arrives(make_app: MakeApp, text: str, line: str, area: str) -> None:
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await in_goal(pilot)
        one_line = app.screen.query("Field.responsible Input").first(Input)
        several = app.screen.query("Field.text TextArea").first(TextArea)
        await pasted_into(pilot, one_line, text)
        await wait_until(pilot, lambda: one_line.value == line)
        await pasted_into(pilot, several, text)
        await wait_until(pilot, lambda: several.text == area)


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("baseline", "5,8\n", "5,8"),
        ("baseline", " 1.250,5 ", "1250,5"),
        ("baseline", "−0,3", "−0,3"),
        ("runs_until", "31.12.2027\r\n", "31.12.2027"),
        ("runs_until", "31. december 2027", "31.12.2027"),
        ("runs_until", "2027-12-31", "31.12.2027"),
    ],
)
async def test_figures_and_dates_can_be_pasted(make_app: MakeApp, name: str, text: str, stands: str) -> None:
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await in_goal(pilot)
        line = app.screen.query(f"Field.{name} Input").first(Input)
        await pasted_into(pilot, line, text)
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: line.value.replace("\N{NO-BREAK SPACE}", "") == stands)
        assert not app.screen.query(f"Field.{name}.-wrong")


async def test_what_is_no_figure_is_said_and_stays() -> None:
    use("da")
    dossier = a_full_dossier()
    app = Host(a_form, Scope(dossier, a_goal(dossier)))
    async with app.run_test() as pilot:
        line = app.query_one("Field.baseline Input", Input)
        await pasted_into(pilot, line, "5,8 %\n6,1 %")
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: bool(app.query("Field.baseline.-wrong")))
        assert line.value == "5,8 % 6,1 %"
