"""What is cut to a document holds nothing that the document does not show, and still gives that very document."""

from dataclasses import replace
from random import Random
from typing import Any, Final

import pytest

from medreview.domain.attendance import Presence
from medreview.domain.committee import Office
from medreview.domain.consistency import contradictions, dangling, repeated
from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from medreview.minutes import Choices, Kind, build
from medreview.minutes.cut import LEFT_OUT, cut
from tests import builders
from tests.minutes.cutting import as_state, marked, text_fields, thinned, whole, with_second_date
from tests.minutes.worlds import with_

TEMPLATE: Final = builders.a_template()
KINDS: Final = (Kind.MINUTES, Kind.DECISIONS, Kind.AGENDA)
USUAL: Final = Choices()
TICKS: Final = ("discussion", "names", "presentations", "annexes", "signatures", "charts", "times", "follow_ups")


def ticked(**ticks: Any) -> Choices:
    """Return the usual choices with these ticked or not."""
    return replace(USUAL, **ticks)


CHOICES: Final = (
    USUAL,
    ticked(**dict.fromkeys(TICKS, True)),
    ticked(**dict.fromkeys(TICKS, False)),
    *(ticked(**{tick: not getattr(USUAL, tick)}) for tick in TICKS),
)

everyone = pytest.mark.parametrize("choices", CHOICES, ids=lambda one: "-".join(t for t in TICKS if getattr(one, t)))
every_kind = pytest.mark.parametrize("kind", KINDS)


def texts(dossier: Dossier, kind: Kind, choices: Choices, language: str = "en") -> list[str]:
    return list(build(dossier, TEMPLATE, kind, language, choices).texts())


def check(dossier: Dossier, canaries: list[str], kind: Kind, choices: Choices) -> Dossier:
    """Return the cut review after checking that it gives the same document and holds nothing else."""
    left = cut(dossier, kind, choices)
    assert left is not None
    assert Dossier.model_validate_json(left.model_dump_json()) == left
    assert [*dangling(left), *repeated(left), *contradictions(left, TEMPLATE)] == []
    shown = texts(dossier, kind, choices)
    assert texts(left, kind, choices) == shown
    joined, kept = "".join(shown), left.model_dump_json()
    assert [one for one in canaries if one in kept and one not in joined] == []
    assert cut(left, kind, choices) == left
    return left


@every_kind
@everyone
def test_nothing_hidden_stays_and_nothing_shown_is_lost(kind: Kind, choices: Choices) -> None:
    dossier, canaries = marked(whole())
    left = check(dossier, canaries, kind, choices)
    for language in ("da", "sv"):
        assert texts(left, kind, choices, language) == texts(dossier, kind, choices, language)


@every_kind
def test_every_field_in_turn(kind: Kind) -> None:
    dossier = whole()
    for part, entity in dossier.entities():
        for name in text_fields(entity):
            changed = dossier.with_changed(entity.model_copy(update={name: "Canary"}))
            assert changed is not None
            left = cut(changed, kind, USUAL)
            assert left is not None
            is_shown = "Canary" in "".join(texts(changed, kind, USUAL))
            assert ("Canary" in left.model_dump_json()) == is_shown, f"{part}.{name}"


@every_kind
@pytest.mark.parametrize("seed", range(40))
def test_any_review(kind: Kind, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - nothing to keep secret
    dossier = as_state(with_second_date(thinned(whole(), random), random), random)
    dossier, canaries = marked(dossier, empty_too=False)
    check(dossier, canaries, kind, ticked(**{tick: random.random() < 0.5 for tick in TICKS}))


def cut_minutes(**ticks: bool) -> Dossier:
    """Return the review with everything, cut to minutes."""
    left = cut(whole(), Kind.MINUTES, ticked(**ticks))
    assert left is not None
    return left


def test_without_names_nobody_is_named() -> None:
    left = cut_minutes(names=False)
    assert {member.name for member in left.members} == {""}
    assert {member.office for member in left.members} == {Office.NONE}
    assert [*left.guests, *left.timed_lines] == []
    assert f"{left.preparation.leader}{left.preparation.minute_taker}" == ""
    assert '"responsible":"' not in left.model_dump_json().replace('"responsible":""', "")
    assert left.review.approved_by == LEFT_OUT
    assert {one.by for one in left.addenda} == {""}
    for name in ("Karen Lund", "Åse Bæk", "Mia Holm", "Per Friis", "Lise Rask", "Ida Krog"):
        assert name not in left.model_dump_json()


def test_who_sent_a_substitute_still_counts_as_present() -> None:
    left = cut_minutes(names=False)
    assert not any(one.substitute for one in left.attendance)
    assert {one.presence for one in left.attendance} == {Presence.PRESENT, Presence.UNKNOWN}
    assert len(left.present()) == len(whole().present())


def test_without_names_training_is_a_sum() -> None:
    left = cut_minutes(names=False)
    (one,) = left.training
    assert one.offered == sum(each.offered or 0 for each in whole().training)
    assert one.wish == ""


def test_without_the_discussion_nothing_that_was_said_stays() -> None:
    left = cut_minutes()
    assert {one.discussion for one in left.decisions} == {""}
    assert {(one.step, one.note) for one in left.notes} == {("look_back", "")}
    draft = with_(whole(), review={"state": State.IN_SESSION, "approved_on": None, "approved_by": ""}, addenda=())
    said = cut(draft, Kind.MINUTES, USUAL)
    assert said is not None
    assert {one.discussion for one in said.decisions} == {"", LEFT_OUT}


def test_what_minutes_never_show_is_gone() -> None:
    left = cut_minutes(charts=False, discussion=True)
    assert "Former" not in {member.name for member in left.members}
    assert min(one.year for one in left.figures) > 2013
    assert not any(one.methods or one.criterion or one.responsible for one in left.last_goals)
    assert {one.goal_id for one in left.activities} <= {goal.id for goal in left.goals}
    assert {2008, 2013} <= {one.year for one in cut_minutes().figures}


@pytest.mark.parametrize("kind", sorted({*Kind} - {*KINDS}))
def test_the_other_kinds_show_too_little_to_be_a_review(kind: Kind) -> None:
    assert cut(whole(), kind, USUAL) is None
