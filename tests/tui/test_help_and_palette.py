"""Help explains the focused field and lists the keys; the palette finds every command by its words."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList

from medreview.domain.addendum import Addendum
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Language, Member
from medreview.domain.follow_up import FollowUp
from medreview.domain.review import Review, StepNote
from medreview.domain.version import Version
from medreview.domain.wheel import WheelMatter
from medreview.i18n import Translator, use
from medreview.i18n.field_help import FIELD_HELP
from medreview.i18n.terms import FIELDS
from medreview.templates import load_template
from medreview.tui.commands import APP, BACK, COMMITTEE, EXPORT, HELP, HOME, REVIEW, UNDOING
from medreview.tui.dialogs.finder import Entry, found
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.settings import SettingsScreen
from medreview.tui.steps.parts import PARTS
from medreview.tui.widgets.field_values import kind_of
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.records import Records
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

DUTIES = {duty.id for duty in load_template("dk-med").duties}


async def in_step(pilot: Pilot[Any], step: str) -> ReviewScreen:
    """Go to a step of this year's review."""
    await shows(pilot, HomeScreen)
    await pilot.press("f5")
    await shows(pilot, ReviewScreen)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await wait_until(pilot, lambda: bool(screen.query("StepView")))
    await screen.action_go_to(step)
    await pilot.pause()
    return screen


def text_of(pilot: Pilot[Any]) -> str:
    """Return the words on the screen, wherever the lines break."""
    return " ".join(shown(pilot.app.screen).split())


def test_every_explained_field_is_a_field_and_every_duty_is_in_the_template() -> None:
    assert set(FIELD_HELP) <= set(FIELDS)
    assert {duty for one in FIELD_HELP.values() for duty in one.duties} <= DUTIES


def forms(widgets: Iterable[Widget]) -> Iterator[Form]:
    """Yield the forms among widgets and in the lists among them."""
    for widget in widgets:
        if isinstance(widget, Form):
            yield widget
        elif isinstance(widget, Records):
            yield from forms(widget._inside)


def fields_of_the_steps() -> set[tuple[type[Entity], str]]:
    """Return every field that can be written in while a review is held."""
    shown = (form for parts in PARTS.values() for form in forms(parts()))
    rows = ((form.kind, row) for form in shown for row in form._layout)
    named = ((kind, name) for kind, row in rows for name in ((row,) if isinstance(row, str) else row))
    return {*named, (StepNote, "note"), (StepNote, "nothing_to_note")}


OF_COMMITTEE: Final = "municipality name level_name parent_name size_class language management_side employee_side"

OTHER_FIELDS: Final[dict[type[Entity], str]] = {
    Committee: f"{OF_COMMITTEE} longest_interval",
    Member: "name role side office joined left vacant mandatory_training_on",
    Review: "approved_on approved_by amendments",
    Version: "withdrawn_on reason",
    Addendum: "made_on by reason text",
    FollowUp: "course line noted_on",
    WheelMatter: "text months fixed",
}
"""The fields of the screens and dialogs beside the steps."""

BESIDE: Final = {(kind, name) for kind, names in OTHER_FIELDS.items() for name in names.split()}
WRITTEN: Final = sorted(fields_of_the_steps() | BESIDE, key=lambda one: (one[0].__name__, one[1]))


@pytest.mark.parametrize(("entity", "name"), WRITTEN)
def test_every_field_is_explained_and_free_text_has_a_good_and_a_weak_example(entity: type[Entity], name: str) -> None:
    found = FIELD_HELP[f"{entity.__name__}.{name}"]
    kind = kind_of(entity, name)
    assert found.what.endswith((".", "?", "…"))
    assert found.good or kind not in ("line", "text")
    assert found.weak or kind != "text"
    assert found.good != found.weak or not found.good


@pytest.mark.parametrize("language", ["da", "sv"])
def test_the_help_on_fields_is_translated(language: str) -> None:
    words = Translator(language)
    texts = {text for one in FIELD_HELP.values() for text in (one.what, one.good, one.weak) if text}
    same = {text for text in texts if words.tr(text) == text and len(text.split()) > 3}
    assert same == set()


TYPICAL: Final = {
    "da": {
        "app.all_saved": ("gem", "gemme"),
        "app.export": ("print", "udskriv", "pdf", "word", "mail", "kalender", "referat", "dagsorden"),
        "screen.pick_step": ("afbud", "fremmøde", "spring"),
        "screen.present": ("projektor", "storskærm"),
        "app.theme('dark')": ("mørk", "mørk tilstand"),
        "app.help": ("hjælp", "genvej", "skriftstørrelse"),
        "app.leave": ("luk", "afslut"),
        "app.undo": ("fortryd", "fejl"),
        "app.search": ("søg", "find"),
        "app.backups": ("sikkerhedskopi", "backup"),
        "app.read": ("skærmlæser", "læs op"),
        "screen.approve": ("godkend", "underskriv"),
        "app.settings": ("sprog", "svensk"),
    },
    "sv": {
        "app.all_saved": ("spara",),
        "app.export": ("skriv ut", "pdf", "word", "e-post", "kalender", "protokoll", "dagordning"),
        "screen.pick_step": ("förhinder", "närvaro", "hoppa"),
        "screen.present": ("projektor", "storbild"),
        "app.theme('dark')": ("mörk", "mörkt läge"),
        "app.help": ("hjälp", "kortkommando", "textstorlek"),
        "app.leave": ("stäng", "avsluta"),
        "app.undo": ("ångra",),
        "app.search": ("sök", "hitta"),
        "app.backups": ("säkerhetskopia", "backup"),
        "app.read": ("skärmläsare", "läs upp"),
        "screen.approve": ("godkänn", "underteckna"),
        "app.settings": ("språk", "danska"),
    },
    "en": {
        "app.all_saved": ("save", "store"),
        "app.export": ("print", "pdf", "word", "e-mail", "calendar", "minutes", "agenda"),
        "screen.pick_step": ("apology", "attendance", "jump"),
        "screen.present": ("projector", "beamer"),
        "app.theme('dark')": ("dark mode", "night"),
        "app.help": ("help", "shortcut", "text size"),
        "app.leave": ("quit", "exit"),
        "app.undo": ("undo", "mistake"),
        "app.search": ("search", "look for"),
        "app.backups": ("backup", "restore"),
        "app.read": ("screen reader", "aloud"),
        "screen.approve": ("approve", "sign"),
        "app.settings": ("language", "folder"),
    },
}
"""What a chair would type to find a command."""


@pytest.mark.parametrize(
    ("language", "action", "typed"),
    [(language, action, one) for language, rows in TYPICAL.items() for action, words in rows.items() for one in words],
)
def test_typical_words_find_the_command(language: str, action: str, typed: str) -> None:
    use(language)
    entries = list(Palette((*REVIEW, *UNDOING, *APP))._entries)
    assert action in [one.key for one in found(entries, typed)]


async def test_a_field_is_explained_with_examples_and_duty(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await in_step(pilot, "goals")
        screen.query_one("StepView.goals Field.text TextArea").focus()
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        text = text_of(pilot)
        help_on = FIELD_HELP["Goal.text"]
        assert all(part in text for part in (help_on.what, f"Good: {help_on.good}", f"Weak: {help_on.weak}"))
        assert "§ L4" in text
        assert "as of 1 February 2024" in text
        await pilot.press("f1")
        await wait_until(pilot, lambda: app.screen is screen)
        assert screen.query_one("StepView.goals Field.text TextArea").has_focus


async def test_without_a_field_the_step_is_explained(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await in_step(pilot, "goals")
        screen.set_focus(None)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        template = load_template("dk-med")
        assert template.step("goals").purpose.in_language("en") in text_of(pilot)
        assert "Ctrl+N" in text_of(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (68, 18)])
async def test_help_opens_everywhere_and_can_be_scrolled(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        for _ in range(2):
            await pilot.press("f1")
            await shows(pilot, HelpScreen)
            await pilot.press("end")
            await wait_until(pilot, lambda: "Ctrl" in shown(app.screen))
            await pilot.press("escape")
            await shows(pilot, HomeScreen)


@pytest.mark.parametrize("language", Language)
def test_every_command_is_found_by_its_own_words(language: Language) -> None:
    use(language)
    commands = (*HOME, *REVIEW, *BACK, *COMMITTEE, *EXPORT, *HELP, *APP)
    palette = Palette(commands)
    entries: list[Entry] = list(palette._entries)
    for entry in entries:
        assert entry in found(entries, entry.words)


def test_words_are_found_in_any_order_and_case_and_beginnings_come_first() -> None:
    use("da")
    entries = list(Palette(APP)._entries)
    assert found(entries, "INDSTIL")[0].key == "app.settings"
    assert [one.key for one in found(entries, "kontrast farver")] == ["app.theme('projector')"]
    assert found(entries, "qqq") == []


async def test_the_palette_runs_what_is_picked(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"indstil", "enter")
        await shows(pilot, SettingsScreen)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_nothing_found_is_said_and_enter_does_nothing(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"qqq", "enter")
        await wait_until(pilot, lambda: "Nothing found" in shown(app.screen))
        assert isinstance(app.screen, Palette)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_a_row_that_typing_has_taken_away_is_no_longer_told(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.action_step(8)
        palette.find("xyzzy")  # before the message that the ninth row is chosen has arrived
        await pilot.pause()
        assert palette.has_class("-nothing")
        assert not palette.query_one(".told").display


async def test_ctrl_a_lets_other_words_take_the_place_of_what_was_looked_for(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"abc", "ctrl+a", "x")
        assert app.screen.query_one(Input).value == "x"


async def test_arrows_move_in_the_palette_while_typing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press("down", "down", "up", "pagedown")
        assert app.screen.query_one(OptionList).highlighted == 9
        await pilot.press("pageup", "pageup")
        assert app.screen.query_one(OptionList).highlighted == 0


@pytest.mark.parametrize("typed", ["importer", "IMPORTÉR", "aarshjul", "Årshjul"])
def test_letters_are_found_however_they_are_written(typed: str) -> None:
    entries = [Entry("a", Content(""), "Importér Læs en drøftelse"), Entry("b", Content(""), "Årshjul Se året")]
    (entry,) = found(entries, typed)
    assert entry.key == ("a" if typed[0] in "iI" else "b")
