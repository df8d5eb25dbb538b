"""Hostile and odd text in every field: shown as it stands, and nothing of it reaches the terminal as a command."""

import re
import shutil
import sys
from pathlib import Path
from time import monotonic
from typing import Final
from unicodedata import category

import pytest

from medreview.domain.base import LINE_LIMIT, REPLACEMENT
from medreview.operations import exchange, reviews
from medreview.operations.archives import create_archive
from tests.archives import a_full_review, an_approved_review
from tests.fault.corpora import ESCAPES, MARKUP, harmless, mixture, plant

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.fault.terminal import LONGEST, Terminal

pytestmark = pytest.mark.fault

F1, F2, F4, F5, F6 = "\x1bOP", "\x1bOQ", "\x1bOS", "\x1b[15~", "\x1b[17~"
ESC, ENTER, PALETTE, HISTORY, NEXT = "\x1b", "\r", "\x10", "\x14", "\x0e"

_SEQUENCE: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)?|.)", re.DOTALL)
_ORDINARY: Final = re.compile(rb"\x1b\[[0-9;]*m|\x1b\[[0-9]*;[0-9]*H")
"""Colours and places, of which every walk has its own."""


def two_committees(path: Path) -> Path:
    """Create an archive with a review under way and, in another committee, an approved one."""
    archive = create_archive(path)
    for name, dossier in (("First", a_full_review()), ("Second", an_approved_review())):
        committee = dossier.committee.model_copy(update={"name": name})
        exchange.store_review(archive, dossier.model_copy(update={"committee": committee}))
        reviews.remember_place(archive, committee.id, dossier.review.id, "closing")
    archive.close()
    return path


class Pair:
    """The same keys to two programs, one with hostile text in its archive and one with harmless text as wide."""

    def __init__(self, hostile: Terminal, plain: Terminal) -> None:
        self.both = (hostile, plain)
        self.seen: dict[str, str] = {}
        """What stood on the screen of the hostile one, by the name of the screen."""

    def press(self, name: str, keys: str) -> None:
        """Press keys and wait until both screens changed and have the same shape.

        Raises:
            TimeoutError: they never had; both screens are in the message.
        """
        before = [shape(one) for one in self.both]
        for one in self.both:
            one.type(keys)
        until = monotonic() + LONGEST
        while not self._is_there(name, before):
            if monotonic() > until:
                raise TimeoutError("\n".join([name, *(line for one in self.both for line in one.screen.display)]))
        self.seen[name] = "\n".join(self.both[0].screen.display)

    def _is_there(self, name: str, before: list[list[str]]) -> bool:
        written = [len(one.raw) for one in self.both]
        for one in self.both:
            one.look(0.08)
        is_quiet = written == [len(one.raw) for one in self.both]
        now = [shape(one) for one in self.both]
        has_changed = all(old != new for old, new in zip(before, now, strict=True))
        return is_quiet and has_changed and (now[0] == now[1] or name in WRAPPED)


def shape(terminal: Terminal) -> list[str]:
    """Return which cells of each line have something in them; the second cell of a wide character is `w`.

    Which cell is the last before an ellipsis is up to the characters there.
    """
    screen = terminal.screen
    rows = ([screen.buffer[y][x].data for x in range(screen.columns)] for y in range(screen.lines))
    shapes = ("".join("w" if not one else one if one in " …" else "x" for one in row) for row in rows)
    return [re.sub("..…", "xxx", one).replace("…", "x") for one in shapes]


WALK: Final = (
    ("versions", f"{PALETTE}Versions{ENTER}"),
    ("minutes of a version", ENTER),
    ("versions again", ESC),
    ("approved minutes", ESC),
    ("home of the approved", ESC),
    ("members", f"{PALETTE}Members{ENTER}"),
    ("home after members", ESC),
    ("committees", F2),
    ("the other committee", "1"),
    ("preparation", F5),
    *((f"step {number}", NEXT) for number in range(1, 10)),
    ("approving", f"{PALETTE}Approve{ENTER}"),
    ("closing", ESC),
    ("goals", f"{F4}6"),
    ("history", HISTORY),
    ("goals again", ESC),
    ("goal set again", f"{PALETTE}copy goal{ENTER}"),
    ("help", F1),
    ("export", F6),
)
WRAPPED: Final = frozenset({"export", "minutes of a version", "goals", "goals again", "step 6", "step 8", "approving"})
"""Screens whose lines break elsewhere for a good reason: hints on the wording of a goal, a document's own lines, and
fields and lists that are narrower by a scroll bar when the other screen has none yet."""


def test_nothing_of_hostile_text_reaches_the_terminal_and_all_columns_stay(tmp_path: Path) -> None:
    folders = [tmp_path / "hostile", tmp_path / "plain"]
    for folder in folders:
        folder.mkdir()
    archives = [two_committees(folders[0] / "a.medreview"), folders[1] / "a.medreview"]
    shutil.copy(*archives)
    plant(archives[0], mixture_for)
    plant(archives[1], lambda number, limit: harmless(mixture_for(number, limit)))
    size = (100, 45)
    with Terminal(archives[0], folders[0], size=size) as one, Terminal(archives[1], folders[1], size=size) as other:
        pair = Pair(one, other)
        for terminal in pair.both:
            terminal.wait_for("Approved by")
        for name, keys in WALK:
            pair.press(name, keys)
    assert commands(bytes(one.raw)) == commands(bytes(other.raw))
    for hostile in ESCAPES.values():
        assert hostile.encode() not in one.raw
    everything = "\n".join(pair.seen.values())
    for markup in MARKUP:
        assert markup in everything
    assert f"{REPLACEMENT}]52;c;aGVq{REPLACEMENT}" in everything
    assert "Båk Åse ö" in everything


def mixture_for(number: int, limit: int) -> str:
    """Return hostile text for a field, other text for each; no field gets more than a few lines of it."""
    return mixture(number, min(limit, LINE_LIMIT))


def commands(written: bytes) -> set[bytes]:
    """Return the commands to the terminal, except colours and places, and whatever else is no text."""
    text = _SEQUENCE.sub(b"", written).decode()
    strange = {one.encode() for one in text if category(one) in ("Cc", "Cs") or one in "\u200b\u202e\u2066\ufeff"}
    return strange | {one for one in _SEQUENCE.findall(written) if not _ORDINARY.fullmatch(one)}
