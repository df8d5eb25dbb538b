"""Expertise and training: is the expertise there, and what is each member owed?"""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widget import Widget

from medreview.domain.committee import Member
from medreview.domain.expertise import Expertise, Training
from medreview.domain.training import TrainingDue, training_due
from medreview.i18n import N_, current, tr
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Form(Expertise, ("present", "missing"), lambda scope: scope.dossier.expertise),
        Records(
            Listing(
                N_("Supplementary training, member by member"),
                rows=_trainings,
                label=_training_row,
                fixed=True,
                empty=N_("Nobody in the committee is a supervisor or a health and safety representative."),
            ),
            Panel(_owed),
            Form(Training, (("offered", "taken"), "wish"), lambda scope: scope.owner),
        ),
        Form(Expertise, ("plan",), lambda scope: scope.dossier.expertise),
    )


def _due(scope: Scope) -> tuple[TrainingDue, ...]:
    day = scope.dossier.held_on or date(scope.dossier.review.year, 12, 31)
    return training_due(scope.dossier.members, scope.dossier.training, day)


def _trainings(scope: Scope) -> list[Training]:
    stored = {one.member_id: one for one in scope.dossier.training}
    review_id = scope.dossier.review.id
    return [
        stored.get(due.member.id) or Training(id=due.member.id, review_id=review_id, member_id=due.member.id)
        for due in _due(scope)
    ]


def _training_row(training: Training, scope: Scope) -> Content:
    member = scope.dossier.find(Member, training.member_id)
    due = next(one for one in _due(scope) if one.member.id == training.member_id)
    missing = due.not_offered > 0 or due.mandatory_overdue
    mark = Content.styled("○", "$warn") if missing else Content.styled("√", "$good")
    return Content.assemble(mark, f" {member.name if member else ''}", (f"  {_days(due)}", "$muted"))


def _days(due: TrainingDue) -> str:
    words = current()
    if due.not_offered > 0:
        return tr("{days} days still to be offered", days=words.number(due.not_offered.normalize()))
    return tr("all {days} days offered", days=words.number(due.days))


def _owed(scope: Scope) -> Content:
    """What the law gives this member, and the state of the mandatory training."""
    if not isinstance(scope.owner, Training):
        return Content("")
    member_id = scope.owner.member_id
    due = next(one for one in _due(scope) if one.member.id == member_id)
    words = current()
    joined = tr("Joined {date}.", date=words.date(due.member.joined)) if due.member.joined else tr("Joined: not known.")
    right = tr("Must be offered {days} days of supplementary training this year.", days=words.number(due.days))
    lines = [Content(f"{joined} {right}")]
    if due.member.mandatory_training_on:
        done = words.date(due.member.mandatory_training_on)
        lines.append(Content.styled(f"√ {tr('Mandatory training completed {date}.', date=done)}", "$good"))
    elif due.mandatory_by:
        text = tr("Mandatory training: to be completed by {date}.", date=words.date(due.mandatory_by))
        lines.append(Content.styled(f"! {text}", "$bad" if due.mandatory_overdue else "$warn"))
    return Content("\n").join(lines)
