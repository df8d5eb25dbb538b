"""What has to be done whole or not at all: each deed with the archive before it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from medreview.domain.attendance import Presence
from medreview.domain.committee import Committee
from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.operations import (
    approval,
    backups,
    committees,
    edit,
    erase,
    exchange,
    goals,
    meetings,
    restoring,
    reviews,
    undo,
    wheel,
)
from medreview.operations.archives import Archive, create_archive, open_archive
from tests.archives import a_full_review, an_approved_review, stored
from tests.builders import YEAR, a_goal

DAY: Final = date(YEAR, 12, 1)
NAMES: Final = "Karen Lund og Bo Ørsted"

Step = Callable[[Archive, Dossier], object]


@dataclass(frozen=True)
class Deed:
    """`prepare` makes the archive, `perform` opens it, does the deed and closes it."""

    prepare: Callable[[Path], None]
    perform: Callable[[Path], None]


def _made(*steps: Step, approved: bool = False) -> Callable[[Path], None]:
    """Return what makes an archive with a full review and does some more in it."""

    def make(path: Path) -> None:
        content, dossier = _begun(approved)
        path.write_bytes(content)
        with closing(open_archive(path)) as archive:
            for step in steps:
                step(archive, dossier)

    return make


@cache
def _begun(approved: bool) -> tuple[bytes, Dossier]:
    """Return what an archive holds in which there is nothing but a full review, and the review."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "archive.medreview")
        with closing(create_archive(path)) as archive:
            dossier = stored(archive, an_approved_review() if approved else a_full_review())
        return path.read_bytes(), dossier


def _done(step: Step) -> Callable[[Path], None]:
    """Return what opens the archive and does something with the review of the year."""

    def do(path: Path) -> None:
        with closing(open_archive(path)) as archive:
            step(archive, _review(archive))

    return do


def _review(archive: Archive) -> Dossier:
    committee = next(one for one in committees.list_committees(archive) if one.name != "Hoved-MED")
    overview = committees.overview(archive, committee.id)
    return reviews.load(archive, next(one.id for one in overview.reviews if one.year == YEAR))


def _start(archive: Archive, dossier: Dossier) -> None:
    reviews.start_review(archive, dossier.committee.id, YEAR + 1)


def _come_late(archive: Archive, dossier: Dossier) -> None:
    """Write a goal and an action that have to be carried into the year that was started before the approval."""
    edit.add(archive, a_goal(dossier, "Et sent mål"))
    edit.add(archive, Action(review_id=dossier.review.id, what="En sen aftale"))


def _approve(archive: Archive, dossier: Dossier) -> None:
    approval.approve(archive, dossier.review, DAY, NAMES)


def _withdraw(archive: Archive, dossier: Dossier) -> None:
    approval.withdraw(archive, dossier.review, DAY, "Forkert referent")


def _add_addendum(archive: Archive, dossier: Dossier) -> None:
    approval.add_addendum(archive, dossier.review, DAY, "Forkert tal", "4,9")


def _discard(archive: Archive, dossier: Dossier) -> None:
    started = committees.overview(archive, dossier.committee.id).newest
    assert started is not None
    reviews.discard(archive, started.review)


def _undo(archive: Archive, _dossier: Dossier) -> None:
    undo.undo(archive)


def _redo(archive: Archive, _dossier: Dossier) -> None:
    undo.redo(archive)


def _remove_goal(archive: Archive, dossier: Dossier) -> None:
    goal = a_goal(dossier, "Et nyt mål")
    edit.add(archive, goal)
    edit.remove(archive, goal)


def _reorder(archive: Archive, dossier: Dossier) -> None:
    edit.reorder(archive, dossier.agenda[::-1])


def _erase_committee(archive: Archive, dossier: Dossier) -> None:
    erase.erase_committee(archive, dossier.committee.id, dossier.committee.name)


def _erase_review(archive: Archive, dossier: Dossier) -> None:
    erase.erase_review(archive, dossier.review, dossier.committee.name)


def _back_up_and_change(archive: Archive, dossier: Dossier) -> None:
    backups.make_backup(archive)
    edit.change(archive, dossier.closing, where_found="På intranettet")


def _restore(path: Path) -> None:
    restoring.restore(path, next(one for one in backups.backups(path) if one.reason == "asked"))


def _an_archive_of_another_committee(path: Path) -> None:
    with closing(create_archive(path)) as archive:
        committees.create_committee(archive, Committee(municipality="Nordø Kommune", name="Hoved-MED"))


def _import(path: Path) -> None:
    with closing(open_archive(path)) as archive:
        exchange.store_review(archive, _IMPORTED)


_IMPORTED: Final = an_approved_review()


def _begin(archive: Archive, dossier: Dossier) -> None:
    meetings.begin(archive, dossier.review, dossier.meetings[0], DAY, time(9, 5))


def _some_unknown(archive: Archive, dossier: Dossier) -> None:
    for attendance in dossier.attendance[:3]:
        edit.change(archive, attendance, presence=Presence.UNKNOWN, substitute="")


def _all_present(archive: Archive, dossier: Dossier) -> None:
    meetings.all_present(archive, dossier.meetings[0])


def _plan(archive: Archive, dossier: Dossier) -> None:
    meetings.plan_meetings(archive, dossier, DAY)


def _start_wheel(archive: Archive, dossier: Dossier) -> None:
    wheel.start(archive, dossier.committee.id)


def _copy_goal(archive: Archive, dossier: Dossier) -> None:
    goal = dossier.last_goals[0]
    goals.copy_goal(archive, dossier.review, goal, dossier.activities_of(goal), len(dossier.goals))


def _create_committee(path: Path) -> None:
    with closing(open_archive(path)) as archive:
        committee = Committee(municipality="Nordø Kommune", name="Sektor-MED")
        committees.create_committee(archive, committee)


DEEDS: Final = {
    "approve": Deed(_made(_start, _come_late), _done(_approve)),
    "withdraw": Deed(_made(approved=True), _done(_withdraw)),
    "addendum": Deed(_made(_start, approved=True), _done(_add_addendum)),
    "start_review": Deed(_made(approved=True), _done(_start)),
    "discard": Deed(_made(_start), _done(_discard)),
    "import": Deed(_an_archive_of_another_committee, _import),
    "create_committee": Deed(_an_archive_of_another_committee, _create_committee),
    "begin": Deed(_made(), _done(_begin)),
    "all_present": Deed(_made(_some_unknown), _done(_all_present)),
    "plan_meetings": Deed(_made(), _done(_plan)),
    "copy_goal": Deed(_made(), _done(_copy_goal)),
    "start_wheel": Deed(_made(), _done(_start_wheel)),
    "reorder": Deed(_made(), _done(_reorder)),
    "undo": Deed(_made(_remove_goal), _done(_undo)),
    "redo": Deed(_made(_start, _undo), _done(_redo)),
    "erase_committee": Deed(_made(approved=True), _done(_erase_committee)),
    "erase_review": Deed(_made(), _done(_erase_review)),
    "restore": Deed(_made(_back_up_and_change), _restore),
}
"""The deeds by name."""
