"""What is ticked for a document: only what changes something in one of that kind."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from medreview.minutes import Choices, Kind, build
from medreview.minutes.cut import cut
from medreview.operations.export import contents_of
from tests import builders
from tests.minutes.cutting import whole
from tests.minutes.test_wheel import wheel_of
from tests.minutes.worlds import with_

TICKS: Final = frozenset(one.name for one in fields(Choices) if type(one.default) is bool)

every_kind = pytest.mark.parametrize("kind", Kind)


def reviews() -> Iterator[Dossier]:
    """Yield the review with everything, approved and before the meeting ended."""
    yield whole()
    yield with_(whole(), review={"state": State.IN_SESSION})


def shown(dossier: Dossier, kind: Kind, choices: Choices) -> object:
    """Return the document and the data that its PDF holds."""
    made = build(dossier, builders.a_template(), kind, "en", choices, wheel=wheel_of(dossier))
    return made.title, made.blocks, cut(dossier, kind, choices)


def changes(dossier: Dossier, kind: Kind, tick: str) -> bool:
    usual: dict[str, Any] = vars(Choices.usual(kind))
    ticked, open_ = Choices(**{**usual, tick: True}), Choices(**{**usual, tick: False})
    return shown(dossier, kind, ticked) != shown(dossier, kind, open_)


@every_kind
def test_a_kind_names_exactly_what_changes_its_document(kind: Kind) -> None:
    changing = {tick for tick in TICKS if any(changes(dossier, kind, tick) for dossier in reviews())}
    assert changing == kind.contents


@every_kind
def test_a_kind_has_data_where_the_review_can_be_cut_to_it(kind: Kind) -> None:
    assert kind.has_data is (cut(whole(), kind, Choices()) is not None)


@pytest.mark.parametrize(("formats", "named"), [(("pdf", "json"), False), (("pdf", "ics"), True), (("csv",), True)])
def test_calendar_and_table_name_people_beside_a_note_sheet(formats: tuple[str, ...], named: bool) -> None:
    assert ("names" in contents_of(Kind.NOTESHEET, formats)) is named
