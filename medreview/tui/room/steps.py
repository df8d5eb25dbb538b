"""The slides of every step: questions with their fields, figures, who is there, what was decided."""

from typing import Final

from textual.content import Content

from medreview.domain import timing
from medreview.domain.attendance import Attendance, Presence
from medreview.domain.committee import Member
from medreview.domain.decision import Action, Decision, Disagreement
from medreview.domain.dossier import in_order
from medreview.domain.figures import change_of
from medreview.domain.review import AgendaItem
from medreview.domain.status import Figure, Indicator
from medreview.domain.template import Step
from medreview.i18n import current, tr
from medreview.minutes import arithmetic
from medreview.minutes.document import with_colon
from medreview.tui.marks import marked
from medreview.tui.room import goals
from medreview.tui.room.figures import Bar, Number
from medreview.tui.room.slide import Slide, Slides, asked, kicker, listed, question
from medreview.tui.steps.words import person
from medreview.tui.text import capitalised, literal
from medreview.tui.widgets.part import Scope

_YEARS: Final = 6
"""Years that have room below each other."""


def slides(scope: Scope, step: Step) -> list[Slide]:
    """Return what the room sees of a step, in order; a step that is not known asks its questions."""
    return _SLIDES.get(step.key, _questions)(scope, step) or [
        Slide(Content(step.title.in_language(current().language)))
    ]


def _questions(_scope: Scope, step: Step) -> list[Slide]:
    return [Slide(asked(step, number)) for number in range(len(step.prompts))]


def _preparation(scope: Scope, step: Step) -> list[Slide]:
    dossier = scope.dossier
    rows = [_item(scope, number, item) for number, item in enumerate(in_order(dossier.agenda), 1)]
    planned = tr("Planned: {count} min in all", count=timing.planned(dossier.agenda))
    title = Content.styled(tr("Agenda"), "bold")
    agenda = Slide(title, (*rows, Content.styled(planned, "$muted")), hang=_BEFORE_TITLE)
    return [agenda, question(step, 1, dossier.preparation, "heard")]


_BEFORE_TITLE: Final = 13
"""Cells of an item's number and minutes."""


def _item(scope: Scope, number: int, item: AgendaItem) -> Content:
    """An item after its planned minutes and those it took: at the end of a long title they would stand alone."""
    used = timing.used(scope.dossier.time_spans, item.id)
    minutes = "/".join(str(one) for one in (used or None, item.minutes) if one is not None)
    text = tr("{count} min", count=minutes) if minutes else ""
    return Content.assemble(f"{number:>2}", (f"{text:>9}  ", "$muted"), item.title.strip())


def _attendance(scope: Scope, step: Step) -> list[Slide]:
    width = max(marked(presence).cell_length for presence in Presence) + 2
    found = []
    for meeting in scope.dossier.meetings:
        seats = ((member, one) for member, one in scope.dossier.attendance_at(meeting) if not member.vacant)
        rows = [_padded(marked(one.presence), width) + _who(member, one) for member, one in seats]
        day = current().date(meeting.held_on, weekday=True) or tr("No date yet")
        found.append(Slide(kicker(tr("Attendance"), day), tuple(rows), hang=width))
    return [*found, Slide(asked(step, 0))]


def _padded(text: Content, width: int) -> Content:
    return text.pad_right(width - text.cell_length)


def _who(member: Member, attendance: Attendance) -> Content:
    """A member, and who came in the place of one who is not there."""
    instead = tr("{name} comes instead", name=attendance.substitute.strip()) if attendance.substitute.strip() else ""
    return Content.assemble(person(member), (f" · {instead}" if instead else "", "$muted"))


def _status(scope: Scope, step: Step) -> list[Slide]:
    status = scope.dossier.status
    figures = [_indicator(scope, one) for one in in_order(scope.dossier.indicators)]
    return [
        *(figures or [Slide(asked(step, 0))]),
        question(step, 1, status, ("apv_raised", "apv_solved", "apv_planned"), ("apv_done", "apv_open"), "apv_comment"),
        Slide(asked(step, 2)),
        question(step, 3, status, "guideline_adapted", "guideline_effort"),
        question(step, 4, status, "absence_prevention"),
        Slide(asked(step, 5)),
    ]


def _indicator(scope: Scope, indicator: Indicator) -> Slide:
    """A key figure: the newest value large, the years below each other as bars, the change in words."""
    figures = scope.dossier.figures_of(indicator)
    known = [one for one in figures if one.value is not None]
    newest = [Number(str(one.year), _value(indicator, one), indicator.unit) for one in known[-2:]]
    years = [
        Bar(str(one.year), one.value, f"{_value(indicator, one)} {indicator.unit}".rstrip())
        for one in known[-_YEARS:]
        if one.value is not None
    ]
    change = arithmetic.change(current(), change_of(figures, indicator.better), indicator.decimals)
    said = [Content(change)] if change else [Content(tr("no figure yet"))] if not known else []
    return Slide(kicker(tr("Key figure"), indicator.name), listed(said), tuple(newest), tuple(years))


def _value(indicator: Indicator, figure: Figure) -> str:
    return current().number(figure.value, indicator.decimals)


def _content(scope: Scope, step: Step) -> list[Slide]:
    dossier = scope.dossier
    areas = [
        Slide(kicker(tr("Focus area"), area.title), listed([literal(area.text.strip())]))
        for area in in_order(dossier.focus_areas)
    ]
    return [
        question(step, 0, dossier.content, "works_well"),
        question(step, 1, dossier.content, "problems"),
        *(areas or [Slide(asked(step, 2))]),
        question(step, 3, dossier.content, "plan"),
    ]


def _cooperation(scope: Scope, step: Step) -> list[Slide]:
    form = scope.dossier.cooperation
    planned = [one for one in scope.dossier.planned_meetings if one.held_on]
    dates = [Content(current().date(one.held_on, weekday=True)) for one in planned]
    dated = [Slide(Content.styled(tr("Meetings next year"), "bold"), tuple(dates))] if dates else []
    return [
        question(step, 0, form, "form"),
        question(step, 1, form, ("meetings", "interval")),
        *dated,
        question(step, 2, form, "information_between"),
        question(step, 3, form, "information_staff"),
        question(step, 4, form, "working_groups"),
        question(step, 5, form, "composed", "composed_comment"),
    ]


def _expertise(scope: Scope, step: Step) -> list[Slide]:
    expertise = scope.dossier.expertise
    return [
        question(step, 0, expertise, "present"),
        question(step, 1, expertise, "missing"),
        Slide(asked(step, 2)),
        question(step, 3, expertise, "plan"),
    ]


def _decisions(scope: Scope, step: Step) -> list[Slide]:
    dossier = scope.dossier
    made = [_decision(one) for one in in_order(dossier.decisions)]
    actions = [_action(one) for one in in_order(dossier.actions)]
    differing = [_disagreement(one) for one in in_order(dossier.disagreements)]
    raised = [
        Slide(kicker(tr("Raised to the level above"), one.matter), listed([literal(one.raised_to)]))
        for one in in_order(dossier.raised_matters)
    ]
    return [
        *(made or [_nothing_yet(step, 0)]),
        *(actions or [_nothing_yet(step, 1)]),
        *(differing or [_nothing_yet(step, 2)]),
        *(raised or [_nothing_yet(step, 3)]),
        question(step, 4, dossier.closing, "communication"),
    ]


def _nothing_yet(step: Step, number: int) -> Slide:
    """A question to which nothing is written yet, and that it is so."""
    return Slide(asked(step, number), (Content.styled(tr("Nothing here yet."), "$muted"),))


def _decision(decision: Decision) -> Slide:
    """A decision without what was said before it, which is a draft."""
    above = f"{tr('Decision')} · {capitalised(current().term(decision.result))}"
    return Slide(kicker(above, decision.text), entity=decision, layout=("text",))


def _action(action: Action) -> Slide:
    return Slide(
        kicker(tr("Action"), action.what), (marked(action.status),), entity=action, layout=(("responsible", "due"),)
    )


def _disagreement(one: Disagreement) -> Slide:
    words = current()
    names = ("management_view", "employee_view", "management_decision", "reasons")
    return Slide(
        kicker(tr("Disagreement"), one.topic),
        tuple(
            _labelled(words.field("Disagreement", name), getattr(one, name))
            for name in names
            if getattr(one, name).strip()
        ),
    )


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((f"{with_colon(label)} ", "$muted"), literal(text.strip()))


def _closing(scope: Scope, step: Step) -> list[Slide]:
    closing = scope.dossier.closing
    names = ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged")
    asked_five = [
        Slide(Content.styled(current().field("Closing", name), "bold"), entity=closing, layout=(name,))
        for name in names
    ]
    return [*asked_five, Slide(asked(step, len(step.prompts) - 1))]


_SLIDES: Final[dict[str, Slides]] = {
    "preparation": _preparation,
    "attendance": _attendance,
    "look_back": goals.look_back,
    "status": _status,
    "content": _content,
    "cooperation": _cooperation,
    "goals": goals.goals,
    "expertise": _expertise,
    "decisions": _decisions,
    "closing": _closing,
}
