"""Hostile and odd text in every field: shown as it stands, and nothing of it reaches the terminal as a command."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final
from unicodedata import category

import pytest

from medreview.domain.cleaning import REPLACEMENT
from medreview.operations import exchange, whereabouts
from medreview.operations.archives import create_archive
from medreview.settings import Settings, save_settings
from medreview.tui.first_hints import HINTS
from tests.archives import a_full_review, an_approved_review
from tests.fault.corpora import ESCAPES, HOSTILE_NAME, MARKUP, harmless, mixture_for, plant

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.fault.every_place import ELSEWHERE, MORE, TOLD
from tests.fault.terminal import LONGEST, Terminal
from tests.tui.places import PLACES

pytestmark = pytest.mark.fault

F2, F5 = "\x1bOQ", "\x1b[15~"
ESC, ENTER, PALETTE, NEXT = "\x1b", "\r", "\x10", "\x0e"

_SEQUENCE: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)?|.)", re.DOTALL)
_ORDINARY: Final = re.compile(rb"\x1b\[[0-9;]*m|\x1b\[[0-9]*;[0-9]*H")
"""Colours and places, of which every walk has its own."""


def two_committees(path: Path) -> Path:
    """Create an archive with a review under way and, in another committee, an approved one."""
    archive = create_archive(path)
    for name, dossier in (("First", a_full_review()), ("Second", an_approved_review())):
        committee = dossier.committee.model_copy(update={"name": name})
        exchange.store_review(archive, dossier.model_copy(update={"committee": committee}))
        whereabouts.remember_place(archive, committee.id, dossier.review.id, "closing")
    archive.close()
    return path


class Pair:
    """The same keys to two programs, one with hostile text in its archive and one with harmless text as wide."""

    def __init__(self, hostile: Terminal, plain: Terminal) -> None:
        self.both = (hostile, plain)
        self.seen: dict[str, str] = {}
        """What stood on the screen of the hostile one, by the name of the screen."""

    def show(self, name: str, keys: str, words: str) -> None:
        """Press keys and wait until words of the program's own stand on both screens, which then have the same shape.

        Raises:
            TimeoutError: they never had; both screens are in the message.
        """
        for one in self.both:
            one.type(keys)
        until = monotonic() + LONGEST
        while not self._is_there(name, words):
            if monotonic() > until:
                raise TimeoutError("\n".join([name, *(line for one in self.both for line in one.screen.display)]))
        self.seen[name] = "\n".join(self.both[0].screen.display)

    def _is_there(self, name: str, words: str) -> bool:
        before = [one.screen.display for one in self.both]
        for one in self.both:
            one.pass_time(0.08)
        is_quiet = before == [one.screen.display for one in self.both] and all(one.shows(words) for one in self.both)
        return is_quiet and (name in WRAPPED or shape(self.both[0]) == shape(self.both[1]))


def shape(terminal: Terminal) -> list[str]:
    """Return which cells of each line have something in them; the second cell of a wide character is `w`.

    Which cell is the last before an ellipsis is up to the characters there.
    """
    screen = terminal.screen
    rows = ([screen.buffer[y][x].data for x in range(screen.columns)] for y in range(screen.lines))
    shapes = ("".join("w" if not one else one if one in " …" else "x" for one in row) for row in rows)
    return [re.sub("..…", "xxx", one).replace("…", "x") for one in shapes]


WALK: Final = (
    ("closing of the approved", "", "Closing 9/9"),
    ("palette", PALETTE, "What do you want to do?"),
    ("versions found", "Versions", "Every approved version"),
    ("versions", ENTER, "Version 1 · in force"),
    ("minutes of a version", ENTER, "· Version 1 "),
    ("versions again", ESC, "Version 1 · in force"),
    ("closing again", ESC, "Closing 9/9"),
    ("home of the approved", ESC, "Minutes approved"),
    ("palette at home", PALETTE, "What do you want to do?"),
    ("members found", "Members", "Members"),
    ("members", ENTER, "+ Member "),
    ("home after members", ESC, "Minutes approved"),
    ("committees", F2, "─ Committees ─"),
    ("the other committee", "1", "Preparing"),
    ("preparation", F5, "Preparation 0/9"),
    *((f"step {number}", NEXT, f" {number}/9 ") for number in range(1, 10)),
)
"""Screens with the keys that lead there from the one before, and words of the program's own that stand only there."""

WRAPPED: Final = frozenset({"minutes of a version"})
"""Screens whose lines break elsewhere for a good reason: a document's own lines."""


def know_the_places(home: Path) -> None:
    """Let a user be no newcomer, so that no hint lies over the screens for seconds; elsewhere than on Linux it may."""
    save_settings(Settings(hints_seen=tuple(HINTS)), home / "medreview" / "settings.json")


@pytest.mark.long(12)
def test_nothing_of_hostile_text_reaches_the_terminal_and_all_columns_stay(tmp_path: Path) -> None:
    folders = [tmp_path / "hostile", tmp_path / "plain"]
    for folder in folders:
        folder.mkdir()
        know_the_places(folder)
    archives = [two_committees(folders[0] / "a.medreview"), folders[1] / "a.medreview"]
    shutil.copy(*archives)
    plant(archives[0], mixture_for)
    plant(archives[1], lambda number, limit: harmless(mixture_for(number, limit)))
    size = (100, 45)
    with Terminal(archives[0], folders[0], size=size) as one, Terminal(archives[1], folders[1], size=size) as other:
        pair = Pair(one, other)
        for name, keys, words in WALK:
            pair.show(name, keys, words)
    assert commands(bytes(one.raw)) == commands(bytes(other.raw))
    for name in ESCAPES.keys() - {"lone ESC"}:  # the program's own words may end so before a command of its own
        assert ESCAPES[name].encode() not in one.raw
    everything = "\n".join(pair.seen.values())
    for markup in MARKUP:
        assert markup in everything
    assert f"{REPLACEMENT}]52;c;aGVq{REPLACEMENT}" in everything
    assert "Båk Åse ö" in everything


PLAIN: Final = frozenset(
    (
        *("opening", "room-expertise", "room-decisions", "steps", "wheel-matter", "guide", "help", "help-field"),
        *("palette", "search", "year", "year-first", "unsaved", "new", "withdraw", "numbers"),
    )
)
"""The places of `tests.tui.places` at which no text of anybody's stands."""

USUAL: Final = frozenset(
    (
        *(b"\r", b"\n", b"\x1b[>25u", b"\x1b]22;default\x07", b"\x1b[?2026$p", b"\x1b[?2048$p"),
        *(b"\x1b[?%dh" % mode for mode in (1049, 1000, 1003, 1015, 1006, 1004, 2004)),
        *(b"\x1b[?25l", b"\x1b[?7l", b"\x1b[?25h"),
    )
)
"""What Textual tells a terminal besides colours and places, until the program ends."""

_PLACE: Final = re.compile(rb"\x1b_([a-z_-]+)\x1b\\")
"""How `every_place` notes where the bytes of a place end."""


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder whose path is so short that what follows it is seen in the narrowest line to type in."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.long(15)
def test_nothing_of_it_reaches_the_terminal_from_any_place(english_example: Path, short_path: Path) -> None:
    """Every place of the table in `tests.tui.places` but the steps, what a search finds, and what is said in passing.

    A new screen is a line in that table (and fails a test where it is not). Where it shows no text of users, files or
    documents, its name goes into `PLAIN` here; else this test fails, for nothing hostile was seen there.
    """
    folder = short_path / HOSTILE_NAME
    folder.mkdir()
    archive = Path(shutil.copy(english_example, folder / f"{HOSTILE_NAME}.medreview"))
    plant(archive, mixture_for)
    with Terminal(archive, folder, size=(140, 30), module="tests.fault.every_place", is_drawn=False) as terminal:
        terminal.look_on(240)
    told = json.loads((folder / TOLD).read_text(encoding="utf-8"))
    assert told.keys() == {*PLACES, *MORE} - {*ELSEWHERE}
    assert {name for name, is_hostile in told.items() if not is_hostile} <= PLAIN
    _, *pieces = _PLACE.split(bytes(terminal.raw))[::-1]
    written = dict(zip(pieces[::2], pieces[1::2], strict=True))
    assert {name: commands(piece) - USUAL for name, piece in written.items() if commands(piece) - USUAL} == {}


def commands(written: bytes) -> set[bytes]:
    """Return the commands to the terminal, except colours and places, and whatever else is no text."""
    text = _SEQUENCE.sub(b"", written).decode()
    strange = {one.encode() for one in text if category(one) in ("Cc", "Cs") or one in "\u200b\u202e\u2066\ufeff"}
    return strange | {one for one in _SEQUENCE.findall(written) if not _ORDINARY.fullmatch(one)}
