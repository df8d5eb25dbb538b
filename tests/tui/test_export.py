"""Export: the preview follows the choices, files are written and said, choices are remembered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Checkbox, Input, Static

from medreview.domain.dossier import Dossier
from medreview.minutes import Kind
from medreview.settings import load_settings
from medreview.tui.desktop import open_folder
from medreview.tui.screens.export import ExportScreen
from medreview.tui.screens.export_order import KIND_HELP
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.widgets.choice import Choice
from tests.tui.approvals import an_approved_archive, an_archive_of_two_years
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]


async def opened(pilot: Pilot[Any]) -> ExportScreen:
    """Open the export of the minutes from home and wait for the preview."""
    await shows(pilot, HomeScreen)
    await pilot.press("f6")
    await shows(pilot, ExportScreen)
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    screen.query_one("#kind", Choice).focus()
    await pilot.press("1")
    await wait_until(pilot, lambda: any(word in preview(screen) for word in ("Referat", "Protokoll", "Minutes")))
    return screen


def preview(screen: ExportScreen) -> str:
    """Return the text of the preview."""
    return str(screen.query_one("#text", Static).render())


def result(screen: ExportScreen) -> str:
    """Return what is said of the files."""
    return str(screen.query_one("#result", Static).render())


def tick(screen: ExportScreen, group: str, name: str) -> None:
    """Change one of the boxes."""
    box = next(one for one in screen.query(f"#{group} Checkbox").results(Checkbox) if one.name == name)
    box.toggle()


def written(tmp_path: Path) -> list[Path]:
    """Return what was written to the usual folder."""
    return sorted((tmp_path / "exports").glob("*"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_document_is_shown_and_written_to_the_folder(
    make_app: MakeApp, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert "Lokal-MED Solgården" in preview(screen)
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen))
        [path] = written(tmp_path)
        assert path.suffix == ".html"
        assert path.name in result(screen)
        assert screen.query_one("#open").has_focus


async def test_the_help_tells_what_each_document_is_for(make_app: MakeApp) -> None:
    assert set(KIND_HELP) == set(Kind)
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        assert "Notice: One page for the notice board." in shown(app.screen)


async def test_the_preview_follows_kind_language_and_content(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        assert "Anna Holm" in preview(screen)
        tick(screen, "contents", "names")
        await wait_until(pilot, lambda: "Anna Holm" not in preview(screen))
        screen.query_one("#language", Choice).focus()
        await pilot.press("3")
        await wait_until(pilot, lambda: "Minutes of the annual discussion" in preview(screen))
        screen.query_one("#kind", Choice).focus()
        await pilot.press("2")
        await wait_until(pilot, lambda: "Agenda for the annual discussion" in preview(screen))


async def test_several_files_are_written_and_the_choices_remembered(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    folder = tmp_path / "elsewhere [/]"
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        for name in ("docx", "txt", "md", "json"):
            tick(screen, "formats", name)
        tick(screen, "contents", "discussion")
        tick(screen, "contents", "signatures")
        screen.query_one("#folder", Input).value = str(folder)
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen))
        assert "elsewhere [/]" in result(screen)
    assert {path.suffix for path in folder.iterdir()} == {".docx", ".html", ".txt", ".md", ".json"}
    settings = load_settings(tmp_path / "settings.json")
    assert set(settings.export_formats) == {"docx", "html", "txt", "md", "json"}
    assert (settings.export_discussion, settings.export_signatures, settings.export_names) == (True, True, True)
    assert settings.export_folder == str(folder)


@pytest.mark.parametrize(
    ("archive", "last", "chosen"),
    [
        (an_approved_archive, "agenda", "minutes"),
        (an_approved_archive, "proof", "proof"),
        (an_archive_of_two_years, "agenda", "agenda"),
        (an_archive_of_two_years, "minutes", "agenda"),
        (an_archive_of_two_years, "actions", "actions"),
    ],
)
async def test_the_agenda_is_chosen_before_the_meeting_and_the_minutes_after_it(
    make_app_on: MakeAppOn, archive: Callable[[Path], Dossier], last: str, chosen: str
) -> None:
    app = make_app_on(archive)
    app.change_settings(export_kind=last)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: app.dossier is not None)
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        assert app.screen.query_one("#kind", Choice).value == chosen


async def test_no_file_ticked_is_said(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        tick(screen, "formats", "html")
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen))
        assert result(screen) == "Tick at least one file."
    assert not written(tmp_path)


async def test_a_folder_that_is_a_file_is_said_and_nothing_written(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        screen.query_one("#folder", Input).value = str(tmp_path / "taken")
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen))
        assert "is a file, not a folder" in " ".join(result(screen).split())


async def test_a_computer_without_windows_says_where_the_folder_is(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "cannot be shown from here" in said(app))


@pytest.mark.parametrize(("ends", "is_shown"), [("exit 0", True), ("exit 4", False)])
async def test_the_file_manager_is_asked_for_the_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ends: str, is_shown: bool
) -> None:
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked\n{ends}\n')
    program.chmod(0o755)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("DISPLAY", ":0")
    assert await open_folder(tmp_path / "out") is is_shown
    assert (tmp_path / "asked").read_text() == f"{tmp_path / 'out'}\n"


@pytest.mark.parametrize("language", ["da", "sv", "en"])
async def test_no_choice_is_cut_beside_the_preview(make_app: MakeApp, language: str) -> None:
    app = make_app(language=language)
    async with app.run_test(size=(120, 60)) as pilot:
        screen = await opened(pilot)
        shown = [(box.label.plain, box.size.width) for box in screen.query(Checkbox)]
        assert [label for label, width in shown if len(label) + len("[x] ") > width] == []
        assert screen.query_one("#choices").scroll_y == 0


async def test_a_notice_names_nobody_unless_that_is_ticked(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 60)) as pilot:
        screen = await opened(pilot)
        kind = screen.query_one("#kind", Choice)
        kind.focus()
        await pilot.press("5")
        await wait_until(pilot, lambda: "Nyt fra" in preview(screen))
        assert not screen._order.choices.names
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen).startswith("√"))
        kind.focus()
        await pilot.press("1")
        await wait_until(pilot, lambda: screen._order.choices.names)
    assert load_settings(tmp_path / "settings.json").export_names


async def test_one_persons_actions(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 60)) as pilot:
        screen = await opened(pilot)
        person = screen.query_one("#person", Choice)
        assert not person.display or not person.is_on_screen
        screen.query_one("#kind", Choice).focus()
        await pilot.press("7")
        await wait_until(pilot, lambda: "Opgaver efter" in preview(screen))
        person.focus()
        await pilot.press("2")
        name = str(person.value)
        assert name
        await wait_until(pilot, lambda: f"{name}: opgaver" in preview(screen))


def boxes(screen: ExportScreen, group: str) -> list[str]:
    """Return the names of the boxes that are there to be ticked."""
    found = screen.query(f"#{group} Checkbox").results(Checkbox)
    return [str(box.name) for box in found if box.display and screen.query_one(f"#{group}").display]


@pytest.mark.parametrize("kind", Kind)
async def test_only_what_changes_the_document_can_be_ticked(make_app: MakeApp, kind: Kind) -> None:
    app = make_app()
    app.change_settings(export_formats=("pdf",))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        screen.query_one("#kind", Choice).focus()
        await pilot.press(str(list(Kind).index(kind) + 1))
        await wait_until(pilot, lambda: set(boxes(screen, "contents")) == kind.contents)
        assert ("data" in boxes(screen, "formats")) is kind.has_data


async def test_a_hidden_box_keeps_its_tick_for_the_next_document(make_app: MakeApp) -> None:
    app = make_app()
    app.change_settings(export_discussion=True, export_data=True, export_formats=("pdf", "ics"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        screen.query_one("#kind", Choice).focus()
        await pilot.press("3")
        await wait_until(pilot, lambda: boxes(screen, "contents") == ["names"])
        tick(screen, "formats", "ics")
        await wait_until(pilot, lambda: boxes(screen, "contents") == [])
        await pilot.press("f6")
        await wait_until(pilot, lambda: result(screen).startswith("√"))
    assert (app.settings.export_discussion, app.settings.export_data) == (True, True)
