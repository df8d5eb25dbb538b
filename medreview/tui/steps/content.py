"""Content: focus areas from above and own themes, what works well, special problems, next year's content."""

from collections.abc import Sequence

from textual.content import Content as Shown
from textual.widget import Widget

from medreview.domain.cooperation import Content, FocusArea
from medreview.i18n import N_, tr
from medreview.tui.steps.words import row
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Form(Content, ("works_well", "problems"), lambda scope: scope.dossier.content),
        Records(
            Listing(
                N_("Focus areas and own themes"),
                rows=lambda scope: scope.dossier.focus_areas,
                label=_area_row,
                new=lambda scope: FocusArea(review_id=scope.dossier.review.id),
                movable=True,
                add_label=N_("Focus area"),
            ),
            Form(
                FocusArea,
                ("title", "text", "own", ("source", "starts", "ends")),
                lambda scope: scope.owner,
            ),
        ),
        Form(Content, ("plan",), lambda scope: scope.dossier.content),
    )


def _area_row(area: FocusArea, _scope: Scope) -> Shown:
    origin = tr("own") if area.own else area.source or tr("from above")
    years = "–".join(dict.fromkeys(str(day.year) for day in (area.starts, area.ends) if day))
    after = " · ".join(part for part in (origin, years) if part)
    return Shown.assemble(row(area.title), (f"  {after}", "$muted"))
