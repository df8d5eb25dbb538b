"""Write an addendum to approved minutes."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from medreview.domain.addendum import Addendum
from medreview.domain.committee import Office
from medreview.domain.dossier import Dossier
from medreview.i18n import N_, Translator, tr
from medreview.operations import approval
from medreview.tui.dialogs.statement import Operation, Statement
from medreview.tui.steps.words import names
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.part import Scope


class WriteAddendum(Statement):
    """Ask for date, reason, text and who writes it, and say where it comes."""

    TITLE_WORDS: ClassVar[str] = N_("Addendum to the minutes")
    DO_WORDS: ClassVar[str] = N_("Add it to the minutes")
    AUTO_FOCUS = "Field.reason TextArea"
    """The date and who writes stand there already."""

    def __init__(self, dossier: Dossier, open_year: int | None) -> None:
        chair = dossier.holder(Office.CHAIR)
        by = chair.name if chair else ""
        usual = Addendum.model_construct(made_on=date.today(), reason="", text="", by=by)
        super().__init__(usual, dossier.review.id)
        self._dossier = dossier
        self._open_year = open_year

    def content(self) -> ComposeResult:
        """Return where the addendum comes, and the fields."""
        yield Static(Content(" ".join(self._happens())), classes="said")
        yield Form(
            Addendum,
            (("made_on", "by"), "reason", "text"),
            lambda scope: scope.owner,
            names={"by": lambda _: names(Scope(self._dossier))},
        )

    def _happens(self) -> list[str]:
        """Return what becomes of it, in sentences; the title of the item is in the language of the minutes."""
        year = self._dossier.review.year
        said = [tr("It stands with the minutes of {year} from now on and cannot be changed afterwards.", year=year)]
        if self._open_year is not None:
            minutes = Translator(self._dossier.committee.language)
            title = minutes.tr("Correction of the minutes of {year}", year=year)
            said.append(
                tr("It comes on the agenda of {open_year}, as “{title}”.", open_year=self._open_year, title=title)
            )
        return said

    def operation(self, values: Mapping[str, object]) -> Operation:
        """Return what adds the addendum."""
        reason, text, by = (str(values[name]) for name in ("reason", "text", "by"))
        on = self.day(values, "made_on")
        return partial(approval.add_addendum, review=self._dossier.review, on=on, reason=reason, text=text, by=by)
