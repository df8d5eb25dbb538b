"""Decisions: what was decided, who does what, disagreement, what goes up and what goes out."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from medreview.domain.decision import Action, Closing, Decision, Disagreement, RaisedMatter
from medreview.domain.due import are_reasons_owed
from medreview.i18n import N_, current, tr
from medreview.tui.marks import marked
from medreview.tui.steps.warnings import findings_of
from medreview.tui.steps.words import agenda_items, names, row
from medreview.tui.text import capitalised
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Panel(findings_of("decisions")),
        _decisions(),
        _actions(),
        _disagreements(),
        _raised_matters(),
        Form(Closing, ("communication",), lambda scope: scope.dossier.closing),
    )


def _decisions() -> Records:
    """What was decided, item by item."""
    return Records(
        Listing(
            N_("Decisions"),
            rows=lambda scope: scope.dossier.decisions,
            label=lambda one, _scope: row(one.text, capitalised(current().term(one.result))),
            new=lambda scope: Decision(review_id=scope.dossier.review.id),
            movable=True,
            add_label=N_("Decision"),
        ),
        Form(
            Decision,
            ("agenda_item_id", "discussion", "text", "result"),
            lambda scope: scope.owner,
            options={"agenda_item_id": agenda_items},
        ),
    )


def _actions() -> Records:
    """Who does what by when."""
    return Records(
        Listing(
            N_("Actions"),
            rows=lambda scope: scope.dossier.actions,
            label=_action_row,
            new=lambda scope: Action(review_id=scope.dossier.review.id),
            movable=True,
            add_label=N_("Action"),
        ),
        Form(
            Action,
            ("what", ("responsible", "due"), "status", "agenda_item_id"),
            lambda scope: scope.owner,
            options={"agenda_item_id": agenda_items},
            names={"responsible": names},
        ),
    )


def _disagreements() -> Records:
    """What the sides disagreed on, and when reasons are due."""
    return Records(
        Listing(
            N_("Disagreement"),
            rows=lambda scope: scope.dossier.disagreements,
            label=lambda one, _scope: row(one.topic),
            new=lambda scope: Disagreement(review_id=scope.dossier.review.id, decided_on=scope.dossier.held_on),
            add_label=N_("Disagreement"),
            empty=N_("No disagreement. On disagreement management decides after the discussion."),
        ),
        Form(
            Disagreement,
            ("topic", "management_view", "employee_view", "management_decision", "decided_on", "advice_followed"),
            lambda scope: scope.owner,
        ),
        Panel(reasons_owed),
        Form(
            Disagreement,
            ("reasons_given_on", "reasons", "agenda_item_id"),
            lambda scope: scope.owner,
            options={"agenda_item_id": agenda_items},
        ),
    )


def _raised_matters() -> Records:
    """What goes to the level above."""
    return Records(
        Listing(
            N_("Raised to the level above"),
            rows=lambda scope: scope.dossier.raised_matters,
            label=lambda one, _scope: row(one.matter),
            new=lambda scope: RaisedMatter(
                review_id=scope.dossier.review.id, raised_to=scope.dossier.committee.parent_name
            ),
            add_label=N_("Matter"),
        ),
        Form(RaisedMatter, ("matter", "raised_to"), lambda scope: scope.owner),
    )


def _action_row(action: Action, _scope: Scope) -> Content:
    after = " · ".join(part for part in (action.responsible, current().short_date(action.due)) if part)
    carried = f" · {tr('from last year')}" if action.predecessor_id else ""
    return Content.assemble(row(action.what, marked(action.status)), (f"  {after}{carried}", "$muted"))


def reasons_owed(scope: Scope) -> Content:
    """When the committee is owed reasons (L7), until it has got them."""
    one = scope.owner
    if not isinstance(one, Disagreement) or not are_reasons_owed(scope.dossier, one):
        return Content("")
    text = tr("The committee is owed reasons by {date} (three weeks).", date=current().date(one.reasons_due))
    if scope.dossier.is_read_only:
        text += " " + tr("Write them in an addendum (Ctrl+P) that names “{topic}”.", topic=one.topic)
    return Content.styled(f"→ {text}", "$warn")
