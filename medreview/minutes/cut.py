"""Cutting a review to what a document of it shows, so that a file with data gives away nothing that its pages hide.

Ids and the order of lists stay. What only had to be written (who approved, that something was said) stays as "…".
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.decision import Decision, Disagreement, Result
from medreview.domain.dossier import Dossier, in_order, is_blank
from medreview.domain.follow_up import FollowUp
from medreview.domain.following import Followed, looked_back
from medreview.domain.goal import Activity, Continuation, Evaluation, Goal, Outcome
from medreview.domain.review import AgendaItem, Review, State, StepNote
from medreview.domain.status import Figure
from medreview.domain.timing import taken
from medreview.minutes.charts import FEWEST
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.cut_people import kept, people
from medreview.minutes.items import IN_THE_HEAD
from medreview.minutes.status import YEARS_SHOWN

LEFT_OUT: Final = "…"

E = TypeVar("E", bound=Entity)
Parts = dict[str, Any]

_LINKS: Final = {"agenda_item_id": "agenda", "focus_area_id": "focus_areas"}
_EXPLANATIONS: Final = ("presentation", "recommendation")


def cut(dossier: Dossier, kind: Kind, choices: Choices) -> Dossier | None:
    """Return the review with nothing in it that a document of that kind with these choices does not show.

    None for the kinds that show too little of a review to be one.
    """
    shown = _SHOWN.get(kind)
    if shown is None:
        return None
    whole = dossier.without_blanks()
    parts = {**people(whole, kind, choices), **shown(whole, choices)}
    return _linked(_bare(whole).model_copy(update=parts).without_blanks())


def _bare(dossier: Dossier) -> Dossier:
    """Return what every document shows: which committee and review it is, and when it met."""
    sections = ("status", "content", "cooperation", "expertise", "closing")
    return Dossier(
        committee=dossier.committee,
        review=dossier.review,
        preparation=dossier.preparation,
        meetings=dossier.meetings,
        **{name: kept(getattr(dossier, name)) for name in sections},
    )


def _minutes(dossier: Dossier, choices: Choices) -> Parts:
    whole = ("status", "content", "cooperation", "expertise", "closing", "focus_areas", "planned_meetings")
    goals = [_goal(goal, choices, "kind", "predecessor_id", "focus_area_id", "methods") for goal in dossier.open_goals]
    return {
        **{name: getattr(dossier, name) for name in (*whole, "indicators", "raised_matters")},
        **_approved(dossier, choices),
        "agenda": tuple(_item(item, choices) for item in dossier.agenda),
        "notes": tuple(_notes(dossier, choices)),
        "time_spans": tuple(taken(dossier.agenda, dossier.time_spans)) if choices.times else (),
        "last_goals": tuple(_last_goal(dossier, goal) for goal in dossier.last_goals),
        "evaluations": tuple(map(_evaluation, dossier.evaluations)),
        "follow_ups": tuple(_followed_up(dossier)) if choices.follow_ups else (),
        "figures": tuple(_figures(dossier, choices)),
        "goals": tuple(goals),
        "activities": tuple(_activities(dossier, choices, "resources")),
        "decisions": tuple(_said_less(dossier, one, choices) for one in dossier.decisions),
        "disagreements": tuple(_disagreement(one, "management_view", "employee_view") for one in dossier.disagreements),
    }


def _decision_minutes(dossier: Dossier, choices: Choices) -> Parts:
    told = _decided(dossier)
    return {
        **_approved(dossier, choices),
        "agenda": tuple(_item_alone(item, item.id in told) for item in dossier.agenda),
        "goals": tuple(_goal(goal, choices) for goal in dossier.open_goals),
        "activities": tuple(one for one in _activities(dossier, choices) if _is_ahead(one, dossier.review)),
        "decisions": tuple(kept(one, "agenda_item_id", "text", "result") for one in dossier.decisions),
        "disagreements": tuple(map(_disagreement, dossier.disagreements)),
        "raised_matters": dossier.raised_matters,
    }


def _agenda(dossier: Dossier, choices: Choices) -> Parts:
    return {
        "review": _review(dossier.review),
        "agenda": tuple(_planned(item, choices) for item in dossier.agenda),
    }


_SHOWN: Final[dict[Kind, Callable[[Dossier, Choices], Parts]]] = {
    Kind.MINUTES: _minutes,
    Kind.DECISIONS: _decision_minutes,
    Kind.AGENDA: _agenda,
}


def _approved(dossier: Dossier, choices: Choices) -> Parts:
    """What both kinds of minutes show: approval, addenda and actions."""
    by = ("approved_by",) if choices.names else ()
    responsible = ("responsible",) if choices.names else ()
    actions = ("predecessor_id", "agenda_item_id", "what", "due", "status", *responsible)
    return {
        "review": _review(dossier.review, "amendments", *by),
        "addenda": tuple(one if choices.names else kept(one, "version") for one in dossier.addenda),
        "actions": tuple(_hinted(one, kept(one, *actions)) for one in dossier.actions),
    }


def _review(review: Review, *names: str) -> Review:
    """An approval always names somebody."""
    always = ("previous_year", "template", "state", "version")
    if review.state is not State.APPROVED:
        return kept(review, *always)
    shown = kept(review, *always, "approved_on", *names)
    return shown if shown.approved_by else shown.model_copy(update={"approved_by": LEFT_OUT})


def _item(item: AgendaItem, choices: Choices, *names: str) -> AgendaItem:
    names = names or ("title", "type", "step", "minutes", "closed", "case_number")
    explained = _EXPLANATIONS if choices.presentations else ()
    annexes = ("annexes",) if choices.annexes else ()
    return _hinted(item, kept(item, *names, *explained, *annexes))


def _planned(item: AgendaItem, choices: Choices) -> AgendaItem:
    """An item of which nothing more is known stands in the list alone."""
    known = _item(item, choices)
    explained = f"{known.presentation}{known.recommendation}{known.annexes}".replace(LEFT_OUT, "").strip()
    return known if explained else _item(item, choices, "title", "type", "step", "minutes", "closed")


def _item_alone(item: AgendaItem, is_told: bool) -> AgendaItem:
    """Decision minutes show only where something was decided; the others keep their number."""
    if is_told:
        return _hinted(item, kept(item, "title", "step", "closed", "case_number"))
    return kept(item, "step").model_copy(update={} if item.step else {"title": LEFT_OUT})


def _decided(dossier: Dossier) -> set[UUID | None]:
    """Return the items under which decision minutes have something to say."""
    known = {item.id for item in dossier.agenda}
    made = [one for one in dossier.decisions if one.text.strip() or one.result is not Result.DECIDED]
    tied = [*(one.agenda_item_id for one in made), *(one.agenda_item_id for one in dossier.disagreements)]
    found = {key if key in known else None for key in tied}
    summing_up = (item.id for item in in_order(dossier.agenda) if item.step == "decisions")
    return found | {next(summing_up, None)} if None in found else found


def _notes(dossier: Dossier, choices: Choices) -> Iterator[StepNote]:
    """Yield the notes that say something; what the head tells of has them only as an agenda item."""
    on_agenda = {item.step for item in dossier.agenda}
    for one in dossier.notes:
        is_told = one.step in on_agenda or one.step not in IN_THE_HEAD
        note = _said(dossier, choices, one.note) if is_told else ""
        if note or one.nothing_to_note:
            yield one.model_copy(update={"note": note})


def _said_less(dossier: Dossier, decision: Decision, choices: Choices) -> Decision:
    return decision.model_copy(update={"discussion": _said(dossier, choices, decision.discussion)})


def _said(dossier: Dossier, choices: Choices, text: str) -> str:
    """A draft tells under which items nothing is written, so that it must be known where something is."""
    if choices.discussion:
        return text
    return LEFT_OUT if text.strip() and not dossier.is_read_only else ""


def _last_goal(dossier: Dossier, goal: Goal) -> Goal:
    judged = dossier.evaluation_of(goal)
    has_unit = judged is not None and judged.reached is not None
    return _with_figures(goal, has_unit, "predecessor_id", "text", "baseline", "target")


def _evaluation(one: Evaluation) -> Evaluation:
    """Of a goal that is not judged and just continues nothing more is said."""
    is_silent = one.outcome is Outcome.NOT_ASSESSED and one.continuation is Continuation.CONTINUE
    return one.model_copy(update={"reason": ""}) if is_silent else one


def _followed_up(dossier: Dossier) -> Iterator[FollowUp]:
    """Yield the notes on what the review looks back on, as far as that still says something itself."""
    items: tuple[Followed, ...] = (*dossier.last_goals, *dossier.actions)
    for item in items:
        yield from looked_back(dossier, item)


def _goal(goal: Goal, choices: Choices, *more: str) -> Goal:
    """Return the goal as both kinds of minutes show it; only full minutes (`more`) look back to its baseline."""
    names = ("text", "target", "criterion", "runs_until", *(("responsible",) if choices.names else ()))
    return _with_figures(goal, False, *names, *more, *(("baseline",) if more else ()))


def _with_figures(goal: Goal, has_unit: bool, *names: str) -> Goal:
    """The unit stands with a figure, the baseline's year with the baseline."""
    has_unit = has_unit or any(name in names and getattr(goal, name) is not None for name in ("baseline", "target"))
    has_year = "baseline" in names and goal.baseline is not None
    return kept(goal, *names, *(("unit",) if has_unit else ()), *(("baseline_year",) if has_year else ()))


def _activities(dossier: Dossier, choices: Choices, *more: str) -> Iterator[Activity]:
    names = ("what", "deadline", *more, *(("responsible",) if choices.names else ()))
    for goal in dossier.open_goals:
        yield from (kept(one, *names) for one in dossier.activities_of(goal))


def _is_ahead(one: Activity, review: Review) -> bool:
    return bool(one.what.strip()) and (one.deadline is None or one.deadline.year >= review.year)


def _disagreement(one: Disagreement, *views: str) -> Disagreement:
    names = ("agenda_item_id", "topic", *views, "management_decision", "decided_on", "advice_followed")
    return _hinted(one, kept(one, *names, "reasons_given_on", "reasons"))


def _figures(dossier: Dossier, choices: Choices) -> Iterator[Figure]:
    """Yield the figures of the years in the table, the two that are compared, and with charts their whole course."""
    years = sorted({figure.year for figure in dossier.figures})[-YEARS_SHOWN:]
    for indicator in dossier.indicators:
        own = dossier.figures_of(indicator)
        known = [one for one in own if one.value is not None]
        has_chart = choices.charts and len(known) >= FEWEST
        compared = known[-2:] if len(known) > 1 else []
        yield from (one for one in own if has_chart or one.year in years or one in compared)


def _hinted(whole: E, shown: E) -> E:
    """Return what is shown of an entity; where nothing is, a mark keeps its place in the list."""
    if not is_blank(shown):
        return shown
    texts = (name for name in type(whole).model_fields if type(getattr(whole, name)) is str)
    hidden = [name for name in texts if getattr(whole, name).strip()]
    return shown.model_copy(update={hidden[0]: LEFT_OUT}) if hidden else whole


def _linked(dossier: Dossier) -> Dossier:
    """Return the review without links to what is not in it any more."""
    known = {part: {one.id for one in getattr(dossier, part)} for part in _LINKS.values()}
    parts = ("guests", "goals", "decisions", "actions", "disagreements")
    return dossier.model_copy(update={part: tuple(_unlinked(getattr(dossier, part), known)) for part in parts})


def _unlinked(entities: Iterable[Entity], known: dict[str, set[UUID]]) -> Iterator[Entity]:
    for one in entities:
        lost = (name for name, part in _LINKS.items() if getattr(one, name, None) not in (None, *known[part]))
        yield one.model_copy(update=dict.fromkeys(lost))
