"""What kind of place an archive lies in is told by its path and the mounts, and said once."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

import pytest

from medreview.domain.places import LOCAL, Mount, Place, PlaceKind, parse_mounts, place_of
from medreview.operations import places
from medreview.settings import load_settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.home import HomeScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shows
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

MOUNTS: Final = r"""
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
//server/share /mnt/faelles cifs rw 0 0
server:/home /home/net nfs4 rw 0 0
/dev/sdb1 /run/media/karen/USB\040stik vfat rw 0 0
me@host: /home/karen/fjern fuse.sshfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
half a
"""
SYNCED, NETWORK, REMOVABLE = PlaceKind.SYNCED, PlaceKind.NETWORK, PlaceKind.REMOVABLE


def posix(path: str) -> Place:
    """Return the place of a path on a computer with these mounts."""
    return place_of(PurePosixPath(path), parse_mounts(MOUNTS))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/home/karen/.local/share/medreview/archive.medreview", LOCAL),
        ("/tmp/x.medreview", LOCAL),  # noqa: S108 - no file is made
        ("/mnt/faelles/x.medreview", Place(NETWORK)),
        ("/home/net/karen/x.medreview", Place(NETWORK)),
        ("/home/network/x.medreview", LOCAL),
        ("/home/karen/fjern/x.medreview", Place(NETWORK)),
        ("/run/media/karen/USB stik/x.medreview", Place(REMOVABLE)),
        ("/media/karen/stik/x.medreview", Place(REMOVABLE)),
        ("/Volumes/STIK/x.medreview", Place(REMOVABLE)),
        ("/home/karen/Dropbox/x.medreview", Place(SYNCED, "Dropbox")),
        ("/home/karen/Dropbox (Kommune)/MED/x.medreview", Place(SYNCED, "Dropbox")),
        ("/home/karen/Nextcloud/x.medreview", Place(SYNCED, "Nextcloud")),
        ("/Users/karen/Library/Mobile Documents/x.medreview", Place(SYNCED, "iCloud")),
        ("/Users/karen/Library/CloudStorage/OneDrive-Kommune/x.medreview", Place(SYNCED, "OneDrive")),
        ("/Users/karen/Library/CloudStorage/GoogleDrive-karen@x.dk/x.medreview", Place(SYNCED, "Google Drive")),
        ("/home/karen/dropboxed/x.medreview", LOCAL),
        ("/home/karen/onedrive.medreview", LOCAL),
    ],
)
def test_places_on_linux_and_macos(path: str, place: Place) -> None:
    assert posix(path) == place


DRIVES: Final = (Mount(PureWindowsPath("E:\\"), "removable"), Mount(PureWindowsPath("H:\\"), "remote"))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"C:\Users\karen\AppData\Local\medreview\archive.medreview", LOCAL),
        (r"C:\Users\karen\OneDrive - Aabenraa Kommune\MED\x.medreview", Place(SYNCED, "OneDrive")),
        (r"C:\Users\karen\ONEDRIVE\x.medreview", Place(SYNCED, "OneDrive")),
        (r"C:\Users\karen\Kommune\MED - Dokumenter\x.medreview", Place(SYNCED, "OneDrive")),
        (r"C:\Users\karen\SharePoint\x.medreview", Place(SYNCED, "SharePoint")),
        (r"G:\Mit drev\x.medreview", Place(SYNCED, "Google Drive")),
        (r"\\server\faelles\x.medreview", Place(NETWORK)),
        (r"H:\x.medreview", Place(NETWORK)),
        (r"E:\x.medreview", Place(REMOVABLE)),
    ],
)
def test_places_on_windows(path: str, place: Place) -> None:
    synced = [PureWindowsPath(r"C:\Users\karen\Kommune")]
    assert place_of(PureWindowsPath(path), DRIVES, synced) == place


def test_a_name_with_spaces_in_the_table_of_mounts() -> None:
    assert Mount(PurePosixPath("/run/media/karen/USB stik"), "vfat") in list(parse_mounts(MOUNTS))


def test_every_place_but_an_ordinary_one_has_its_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.warning(LOCAL) == ""
    assert all(places.warning(Place(kind, "X")) for kind in (SYNCED, NETWORK, REMOVABLE))
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "none")
    assert places.place_of_archive(tmp_path / "Dropbox" / "x.medreview") == Place(SYNCED, "Dropbox")
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert places.place_of_archive(tmp_path / "x.medreview") == Place(SYNCED, "OneDrive")


def is_looking(app: MedreviewApp) -> bool:
    """Return whether the app still looks at the place of its archive, which it begins with the backups."""
    return any(one.group == "place" for one in app.workers)


async def test_the_app_says_it_once(make_app: MakeApp, archive_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_a_stick(_path: PurePath) -> Place:
        return Place(REMOVABLE)

    monkeypatch.setattr(places, "place_of_archive", on_a_stick)
    monkeypatch.setattr("medreview.operations.example_mark.is_example", lambda _archive: False)
    app = make_app(language="en")
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: "removable drive" in said(app))
    again = make_app(language="en")
    again.settings = load_settings(again.paths.settings)
    async with again.run_test() as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: again.backing_up._timers and not is_looking(again))
        assert "removable drive" not in said(again)
