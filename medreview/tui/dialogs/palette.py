"""Find any command by its name, by what it does or by another word for it."""

from collections.abc import Sequence

from textual.content import Content

from medreview.i18n import tr
from medreview.tui.commands import Command
from medreview.tui.dialogs.finder import Entry, Finder

_LABEL_WIDTH = 20
_KEY_WIDTH = 7


class Palette(Finder):
    """Return the action of the command that was picked; None where none was."""

    DEFAULT_CSS = """
    Palette OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """
    TELLS = True

    def __init__(self, commands: Sequence[Command]) -> None:
        usable = (command for command in commands if command.action != "app.palette")
        self._by_action = {command.action: command for command in usable}
        super().__init__(tr("What do you want to do?"), [_entry(command) for command in self._by_action.values()])

    def told(self, entry: Entry) -> Content:
        """Return what the command does: a row may have no room for all of it."""
        return Content(tr(self._by_action[entry.key].help))


def _entry(command: Command) -> Entry:
    label, about = tr(command.label), tr(command.help)
    synonyms = tr(command.synonyms) if command.synonyms else ""
    row = Content.assemble(
        (f"{command.key_name if command.key else '':<{_KEY_WIDTH}}", "$accent"),
        (f"{label:<{_LABEL_WIDTH}} ", "bold"),
        (about, "$muted"),
    )
    return Entry(command.action, row, f"{label} {about} {synonyms} {command.key_name}")
