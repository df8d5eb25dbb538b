"""What the last step shows first once the minutes are approved: by whom, which version, what was added since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from medreview.domain.addendum import Addendum
from medreview.domain.review import Review
from medreview.i18n import current, tr
from medreview.minutes.document import with_colon
from medreview.tui.text import capitalised, literal, one_line, say
from medreview.tui.widgets.facts import Fact, Facts
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.row import Row

if TYPE_CHECKING:
    from medreview.operations.approval import Standing

_GROUP: Final = 4
_GROUPS_IN_A_LINE: Final = 8


class Approved(Vertical):
    """The approval, and what can be done after it; hidden until then."""

    DEFAULT_CSS = """
    Approved { height: auto; max-width: 100; margin: 0 0 1 0; }
    Approved > Static { height: auto; margin: 0 0 1 0; }
    Approved > .title { text-style: bold; color: $accent; margin: 0; }
    Approved > .wrong { color: $bad; text-style: bold; }
    Approved > .stands { color: $muted; }
    Approved > .deeds { height: auto; }
    """

    def compose(self) -> ComposeResult:
        yield Facts()
        yield Static(damage_words(), classes="wrong")
        with Row(classes="deeds"):
            yield Button(Content(tr("Export")), action="app.export", classes="main", compact=True)
            yield Button(Content(tr("Versions")), action="screen.versions", compact=True)
            yield Button(Content(tr("Write an addendum")), action="screen.addendum", compact=True)
        with Row(classes="deeds withdraw"):
            yield Button(Content(tr("Withdraw the approval")), action="screen.withdraw", compact=True)
        yield Static(classes="stands")
        yield Static(Content(tr("Addenda")), classes="title")
        yield Static(classes="addenda")

    def show(self, scope: Scope) -> None:
        """Show the approval of the review."""
        self.display = scope.is_read_only
        if not scope.is_read_only:
            return
        review, standing = scope.dossier.review, scope.standing
        self.query_one(Facts).show_facts([*approval_facts(review), *_version_facts(review, standing)])
        self.query_one(".wrong").display = standing is not None and not standing.is_intact
        self.query_one(".withdraw").display = standing is not None and standing.later_year is None
        self._say(".stands", _why_it_stands(standing))
        self._say(".addenda", shown_addenda(scope.dossier.addenda))
        self.query_one(".title").display = bool(scope.dossier.addenda)

    def _say(self, where: str, text: Content) -> None:
        static = self.query_one(where, Static)
        static.display = bool(text)
        say(static, text)


def damage_words() -> Content:
    """Return what is said of approved content that is no longer what was approved."""
    return Content(
        "! "
        + tr(
            "What is stored does not match its SHA-256: it was changed after the approval, outside medreview. "
            "Compare it with the copies that were written when it was approved."
        )
    )


def approval_facts(review: Review) -> Iterator[Fact]:
    """Yield the state, when and by whom the minutes were approved, and with which amendments."""
    words = current()
    yield words.field("Review", "state"), Content.styled(f"√ {capitalised(words.term(review.state))}", "bold $good")
    yield words.field("Review", "approved_on"), Content(words.date(review.approved_on))
    yield words.field("Review", "approved_by"), literal(review.approved_by.strip())
    if review.amendments.strip():
        yield words.field("Review", "amendments"), literal(review.amendments.strip())


def sha256_fact(sha256: str) -> Fact:
    """Return the SHA-256 in groups of four, so that it can be read aloud."""
    groups = [sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP)]
    lines = [groups[start : start + _GROUPS_IN_A_LINE] for start in range(0, len(groups), _GROUPS_IN_A_LINE)]
    return current().field("Version", "sha256"), literal("\n".join(" ".join(line) for line in lines))


def shown_addenda(addenda: Iterable[Addendum]) -> Content:
    """Return the addenda: number, date and who wrote it, the reason, the text."""
    return Content("\n\n").join(Content("\n").join(_addendum(one)) for one in addenda)


def _addendum(addendum: Addendum) -> Iterator[Content]:
    words = current()
    name = tr("Addendum {number}", number=addendum.number)
    after = " · ".join(part for part in (words.date(addendum.made_on), addendum.by) if part)
    yield Content.assemble((name, "bold"), " · ", one_line(after))
    reason = with_colon(words.field("Addendum", "reason"))
    yield Content.assemble((f"{reason} ", "$muted"), literal(addendum.reason.strip()))
    yield literal(addendum.text.strip())


def _version_facts(review: Review, standing: Standing | None) -> Iterator[Fact]:
    yield current().field("Review", "version"), Content(str(review.version))
    if standing is not None:
        yield sha256_fact(standing.version.sha256)


def _why_it_stands(standing: Standing | None) -> Content:
    """Return why the approval cannot be withdrawn any more; an empty text where it can."""
    if standing is None or standing.later_year is None:
        return Content("")
    return Content(current().refusal("later_started", latest=standing.later_year))
