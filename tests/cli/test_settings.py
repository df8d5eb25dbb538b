"""Settings and places: whatever is in the file, the program starts."""

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from medreview import i18n, minutes, settings
from medreview.domain.committee import Language
from medreview.operations import export
from medreview.paths import Paths
from medreview.settings import Settings, load_settings, save_settings
from medreview.tui import themes

CHOSEN = Settings(
    language="sv",
    theme="projector",
    export_folder="/home/åse/Referater",
    export_kind="agenda",
    export_formats=("md", "txt"),
    export_discussion=True,
    export_names=False,
    export_presentations=False,
    export_annexes=False,
    export_charts=False,
    export_times=True,
    export_follow_ups=True,
    export_signatures=True,
    export_data=False,
    backup_folder="/media/usb",
    known_places=("/media/usb/x.medreview",),
    hints_seen=("home",),
    moved=("/home/åse/x.medreview", "/media/usb/x.medreview"),
    house_name="Nordø Kommune",
    house_unit="Rådhuset, Torvet 1",
    house_footer="nordoe.example",
    house_logo="logo.svg",
    house_case_label="Journalnr.",
)


def test_what_is_stored_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    save_settings(CHOSEN, path)
    assert load_settings(path) == CHOSEN
    assert "åse" in path.read_text(encoding="utf-8")


def test_every_setting_was_chosen_otherwise_here() -> None:
    assert all(getattr(CHOSEN, field.name) != field.default for field in fields(Settings))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"language": "fi"}',
        b'{"theme": "pink"}',
        b'{"export_formats": ["odt"]}',
        b'{"export_formats": []}',
        b'{"export_formats": "html"}',
        b'{"export_discussion": "yes"}',
        b'{"export_folder": 7}',
        b'{"export_kind": null}',
        b'{"somebody": "else"}',
        b"[" * 100_000,
    ],
)
def test_a_bad_file_is_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()


def test_no_file_and_a_folder_in_its_place(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == load_settings(tmp_path) == Settings()


def test_one_bad_setting_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "fi", "theme": "dark"}', encoding="utf-8")
    assert load_settings(path) == Settings(theme="dark")


def test_the_choices_are_those_of_the_program() -> None:
    assert tuple(settings.LANGUAGES) == i18n.LANGUAGES == tuple(Language)
    assert set(settings.THEMES) == set(themes.TITLES)
    assert tuple(settings.KINDS) == tuple(minutes.Kind)
    assert set(settings.FORMATS) == set(export.FORMATS)
    assert set(settings.CONTENTS) == {one.name for one in fields(minutes.Choices)} - {"person", "year"}


def test_the_usual_settings_are_possible_ones(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(), path)
    assert asdict(load_settings(path)) == asdict(Settings())


def test_the_places_of_a_user_are_apart_and_absolute() -> None:
    found = Paths.of_this_user()
    places = (found.archive, found.settings, found.logs, found.exports)
    assert all(place.is_absolute() for place in places)
    assert len(set(places)) == len(places)
    assert found.archive.name == "archive.medreview"
