"""Every deed is done whole or not at all, before whichever of its writes an error strikes or the process dies."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from medreview.operations import deeds as named
from medreview.store import journal
from tests.fault import dying
from tests.fault.deeds import DEEDS

pytestmark = pytest.mark.fault

ELSEWHERE: Final = {
    "clock": "one row is written, as with any edit",
    "example": "a step that only ends what could be undone; the example is made anew every time",
    "erase": "tried as erase_committee and erase_review",
    "migrate": "killed before each statement in test_migrations.py",
    "rescue": "never writes to the damaged archive; the new one is put in its place when it is finished",
}
"""The deeds that the journal names and that are not tried here under that name, and why."""


def test_no_deed_is_left_out() -> None:
    assert {*named.DEEDS, *journal.FINAL} - {*DEEDS} <= ELSEWHERE.keys()


@pytest.mark.parametrize("name", DEEDS)
def test_an_error_before_any_write_leaves_all_or_nothing_and_the_next_try_succeeds(name: str) -> None:
    assert dying.cut_short(name, dying.fail) > 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot copy a process to let the copy die (fork)")
@pytest.mark.parametrize("names", [list(DEEDS)[::2], list(DEEDS)[1::2]], ids=["one half", "other half"])
@pytest.mark.long(7)
def test_a_death_before_any_write_leaves_all_or_nothing_and_the_next_try_succeeds(names: list[str]) -> None:
    """In a process of its own, which has no threads that a copy of it would lack."""
    words = [sys.executable, "-m", "tests.fault.dying", dying.DEATHS, *names]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2], env=os.environ
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(names)
