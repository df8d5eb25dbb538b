"""Undo and redo on the screens: what is typed is stored first, what changed is named and shown where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from textual.widget import Widget

from medreview.domain.attendance import Attendance, Guest, TimedLine
from medreview.domain.base import Entity
from medreview.domain.cooperation import Content, Cooperation, FocusArea, PlannedMeeting
from medreview.domain.decision import Action, Closing, Decision, Disagreement, RaisedMatter
from medreview.domain.errors import Refusal
from medreview.domain.expertise import Expertise, Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal
from medreview.domain.review import AgendaItem, Meeting, Preparation
from medreview.domain.status import Figure, Indicator, Status
from medreview.domain.timing import TimeSpan
from medreview.i18n import current, tr
from medreview.minutes.changed_words import in_short
from medreview.tui.messages import ArchiveChanged
from medreview.tui.screens.base import BaseScreen
from medreview.tui.screens.steps import StepsScreen
from medreview.tui.screens.storing import Storing
from medreview.tui.steps.pointing import choose, field_of
from medreview.tui.steps.view import StepView
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form, forms_in

if TYPE_CHECKING:
    from medreview.operations.undo import Undone
    from medreview.tui.app import MedreviewApp

_STEPS: Final[dict[str, tuple[type[Entity], ...]]] = {
    "preparation": (Meeting, AgendaItem, Preparation),
    "attendance": (Attendance, Guest, TimedLine, TimeSpan),
    "look_back": (Evaluation, FollowUp),
    "status": (Status, Indicator, Figure),
    "content": (Content, FocusArea),
    "cooperation": (Cooperation, PlannedMeeting),
    "goals": (Goal, Activity),
    "expertise": (Expertise, Training),
    "closing": (Closing,),
    "decisions": (Decision, Action, Disagreement, RaisedMatter, Closing),
}
"""Where each kind of entity is written, the step first in which most of it is."""


async def retrace(app: MedreviewApp, deed: Literal["undo", "redo"]) -> None:
    """Undo the last change, or do it again; while that lasts no key is taken, so that nothing is typed over it."""
    from medreview.operations import undo

    await app.flush()
    if refusal := await app.catch_up():  # what was written last is not there yet, so that nothing can be undone
        app.say_trouble(refusal)
        return
    if not _is_stored(app):
        return
    if deed == "undo" and (field := await _wrong_since(app)):
        await _take_back(app, field)
        return
    try:
        undone = await app.saver.run(undo.undo if deed == "undo" else undo.redo, app.archive)
    except Refusal as refusal:
        app.show_refusal(refusal)
        return
    app.note_saved()
    if isinstance(app.screen, Storing):
        app.screen.say_in_passing("")
    app.clear_notifications()  # told one above the other, a few steps back would cover a small screen
    app.notify(_told(app, deed, undone), markup=False)
    await _show(app, undone)


def _is_stored(app: MedreviewApp) -> bool:
    """Return whether what was typed last is stored; what does not fit into its field is taken back instead."""
    field = _field_around(app.focused)
    if field is None or not field.is_dirty:
        return True
    if field.has_class("-wrong"):
        field.query_ancestor(Form).put_back(field)
        app.notify(tr("Undone: {what}", what=tr("what did not fit into this field")), markup=False)
    return False


async def _wrong_since(app: MedreviewApp) -> Field | None:
    """Return the field that was left with a text that does not fit, where nothing was changed since."""
    from medreview.operations import undo

    fields = (field for form in forms_in(app.screen) for field in form.fields if field.is_refused)
    newest = max(fields, key=lambda field: field.refused[1], default=None)
    if newest is None or await app.saver.run(undo.latest, app.archive) > newest.refused[1]:
        return None
    return newest


async def _take_back(app: MedreviewApp, field: Field) -> None:
    """Take back what does not fit into a field that was left, name it, and go there."""
    where = current().field(field.entity.__name__, field.field_name)
    what = tr("{where}: “{text}”, which did not fit", where=where, text=in_short(field.typed))
    field.query_ancestor(Form).put_back(field)
    app.clear_notifications()
    app.notify(tr("Undone: {what}", what=what), markup=False)
    views = [one for one in field.ancestors if isinstance(one, StepView)]
    if views and isinstance(app.screen, StepsScreen) and app.screen.step_key != views[0].step.key:
        await app.screen.action_go_to(views[0].step.key)
    field.control.focus()


def _field_around(focused: Widget | None) -> Field | None:
    """Return the field in which the focus is."""
    around = focused.ancestors_with_self if focused else []
    return next((one for one in around if isinstance(one, Field)), None)


def _told(app: MedreviewApp, deed: str, undone: Undone) -> str:
    """Return what changed, and where that is not on this screen."""
    dossier = app.dossier
    what = undone.words()
    if undone.place and (dossier is None or undone.changes.review_id != dossier.review.id):
        what = f"{undone.place}: {what}"
    return tr("Undone: {what}", what=what) if deed == "undo" else tr("Done again: {what}", what=what)


async def _show(app: MedreviewApp, undone: Undone) -> None:
    """Show what changed; where the committee or a review on the screen is gone, what there is instead."""
    if app.committee_id in undone.lost:
        await app.open_archive(app.archive_path)
        return
    reviews = [screen.dossier for screen in app.screen_stack if isinstance(screen, StepsScreen)]
    if any(dossier.review.id in undone.lost for dossier in reviews):
        await app.show_home(reviews[0].committee.id)
        return
    if (field := _field_around(app.focused)) is not None:
        field.let_change()
    screen = app.screen
    if isinstance(screen, BaseScreen):
        await screen.reload()
    app.post_message(ArchiveChanged(undone.changes))
    if isinstance(screen, StepsScreen) and screen.dossier.review.id == undone.changes.review_id:
        await _go_where_it_happened(screen, undone)


async def _go_where_it_happened(screen: StepsScreen, undone: Undone) -> None:
    steps = [step for step, kinds in _STEPS.items() if undone.changes.touches(*kinds)]
    if undone.note:
        steps.append(undone.note)
    if steps and screen.step_key not in steps:
        await screen.action_go_to(steps[0])
    _point_at(screen, undone)


def _point_at(screen: StepsScreen, undone: Undone) -> None:
    """Choose the entry that changed and bring its field into sight; whoever stood in another one's form goes along."""
    entity = next((one for _, one in screen.dossier.entities() if one.id.hex == undone.entry), None)
    if entity is None:
        return
    is_other = choose(screen.view, entity)
    field = field_of(screen.view, entity, undone.field)
    if field is None:
        return
    if is_other and _field_around(screen.focused):
        field.control.focus()
    else:
        field.scroll_visible(animate=False)
