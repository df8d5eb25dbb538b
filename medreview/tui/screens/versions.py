"""The versions of a review's minutes: when each was approved or withdrawn, and what differs between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from medreview.domain.dossier import Dossier
from medreview.i18n import current, tr
from medreview.minutes.difference import Section
from medreview.operations.versions import Stage
from medreview.tui.commands import BACK, Command
from medreview.tui.screens.page import Page
from medreview.tui.steps.approved import approval_facts, damage_words, sha256_fact, shown_addenda
from medreview.tui.text import literal
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.facts import Fact, Facts


class VersionsScreen(Page):
    """Every version, the newest first; Enter on one shows its minutes."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    DEFAULT_CSS = """
    VersionsScreen Button { width: 100%; max-width: 100; text-align: left; content-align: left middle; }
    VersionsScreen .in { padding: 0 0 0 2; border-left: solid $panel; }
    VersionsScreen .wrong { text-style: bold; }
    """

    def __init__(self, dossier: Dossier, stages: Sequence[Stage]) -> None:
        super().__init__()
        self._dossier = dossier
        self._stages = stages

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(Content(tr("Enter or a click on a version shows its minutes.")), classes="hint below")
            for place, stage in enumerate(self._stages):
                yield Button(Content(_title(stage)), id=f"stage-{place}", compact=True)
                yield from self._stage(stage)
        yield KeyBar()

    def on_mount(self) -> None:
        """Say where one is."""
        committee, year = self._dossier.committee, str(self._dossier.review.year)
        self.query_one(TitleBar).say_where(committee.name, year, here=tr("Versions"))

    def _stage(self, stage: Stage) -> ComposeResult:
        """Return what is known of a version, its addenda, and what differs from the version before."""
        if stage.version is not None:
            yield Facts(list(_facts(stage)), classes="in")
        if not stage.is_intact:
            yield Static(damage_words(), classes="in wrong")
        if stage.dossier is not None and stage.dossier.addenda:
            yield Static(Content("\n").join(["", shown_addenda(stage.dossier.addenda)]), classes="in")
        if stage.changes is not None:
            yield Static(Content("\n").join(["", *_changes(stage)]), classes="in")
        yield Static()

    @on(Button.Pressed)
    async def _read(self, event: Button.Pressed) -> None:
        """Show the minutes of a version as they were, in the committee's language."""
        from medreview.operations.export import to_read
        from medreview.tui.screens.reading import ReadingScreen

        stage = self._stages[int(str(event.button.id).removeprefix("stage-"))]
        if stage.dossier is None:
            self.notify(tr("What is stored of this version cannot be read any more."), severity="warning", markup=False)
            return
        language = stage.dossier.committee.language
        document = await self.ask(to_read, self.medreview.archive, stage.dossier, language)
        if document is not None:
            title = tr("Version {number}", number=stage.number)
            await self.app.push_screen(ReadingScreen(self._dossier, title, document))


def _title(stage: Stage) -> str:
    """Return the version's number and how it stands."""
    if stage.version is None:
        return tr("Version {number} · not approved yet", number=stage.number)
    if stage.version.withdrawn_on is None:
        return tr("Version {number} · in force", number=stage.number)
    return tr("Version {number} · approval withdrawn", number=stage.number)


def _facts(stage: Stage) -> Iterator[Fact]:
    """Yield who approved it and when, its SHA-256, and why the approval was withdrawn."""
    version, words = stage.version, current()
    if stage.dossier is not None:
        _, *approved = approval_facts(stage.dossier.review)
        yield from approved
    if version is None:
        return
    yield sha256_fact(version.sha256)
    if stage.is_intact:
        yield "", Content.styled(f"√ {tr('The content matches it.')}", "$good")
    if version.withdrawn_on is not None:
        yield words.field("Version", "withdrawn_on"), Content(words.date(version.withdrawn_on))
        yield words.field("Version", "reason"), literal(version.reason.strip())


def _changes(stage: Stage) -> Iterator[Content]:
    """Yield what differs from the version before, under the headings of the parts."""
    before = tr("What differs from version {number}", number=stage.number - 1)
    yield Content.styled(before, "bold")
    if not stage.changes:
        yield Content.styled(tr("Nothing."), "$muted")
    for section in stage.changes or ():
        yield from _section(section)


def _section(section: Section) -> Iterator[Content]:
    yield Content.styled(section.heading, "$accent")
    yield from (literal(f"• {line}") for line in section.lines)
