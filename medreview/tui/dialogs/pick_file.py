"""Pick a file: type its path, complete it with Tab, or walk through the folders in the list below."""

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import ClassVar, Final, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, OptionList
from textual.widgets.option_list import Option

from medreview.domain.cleaning import clean_line
from medreview.domain.errors import Refusal
from medreview.i18n import current, tr
from medreview.tui.dialogs.base import Dialog
from medreview.tui.text import literal, typed_path
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.row import Row

T = TypeVar("T")

MOST: Final = 300
"""Rows of a folder that are shown; typing finds the others."""

_AROUND: Final = 10
"""Rows of the dialog that are none of the list's: frame, hint, path, a complaint of two lines, buttons."""


class PathInput(LineInput):
    """A path; Tab completes it and, where nothing can be completed, goes on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "screen.complete", show=False),
        Binding("down", "screen.focus_next", show=False),
    ]


class PickFile(Dialog[T]):
    """Return what `read` makes of the file that was picked; None where none was. A refusal is said in the dialog."""

    DEFAULT_CSS = """
    PickFile PathInput, PickFile PathInput.-textual-compact { background: $field; padding: 0 1; }
    PickFile PathInput:focus { background: $field-focus; background-tint: $field-focus 0%; }
    PickFile Label { height: auto; width: 100%; }
    PickFile #box > .hint { margin: 0; }
    PickFile .wrong { color: $bad; margin: 0 0 1 0; }
    PickFile OptionList { height: 9; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    MOST_ROWS: ClassVar[int] = 9

    def __init__(self, title: str, suffixes: tuple[str, ...], start: Path, read: Callable[[Path], T]) -> None:
        super().__init__()
        self._title = title
        self._suffixes = suffixes
        self._start = start
        self._read = read
        self._rows: list[Path] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            yield Label(tr("File ({suffixes})", suffixes=", ".join(self._suffixes)), classes="hint", markup=False)
            yield PathInput(as_folder(self._start), compact=True, select_on_focus=False)
            yield Label("", classes="wrong", markup=False)
            yield OptionList(compact=True, markup=False)
            with Row(classes="buttons"):
                yield Button(Content(tr("Open")), id="open", classes="main", compact=True)
                yield Button(Content(tr("Not now (Esc)")), id="close", compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Let the list be shorter where there is no room for all of it."""
        self.query_one(OptionList).styles.max_height = max(min(self.MOST_ROWS, event.size.height - _AROUND), 1)

    @property
    def typed(self) -> Path:
        """The path in the input."""
        return typed_path(self.query_one(PathInput).value)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._complain("")
        self._list()

    @work(exclusive=True)
    async def _list(self) -> None:
        """Show what of the folder goes with what is typed."""
        typed = self.typed
        start = self._name_in(self.query_one(PathInput).value.strip())
        folder = typed.parent if start else typed
        self._rows = await asyncio.to_thread(rows_of, folder, start, self._suffixes)
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(Option(label_of(path, folder)) for path in self._rows)
        rows.highlighted = 0 if self._rows else None

    @staticmethod
    def _name_in(text: str) -> str:
        """Return what stands after the last separator."""
        return text[max(text.rfind(mark) for mark in _separators()) + 1 :]

    def action_complete(self) -> None:
        """Complete the path as far as it is sure, or go on to the list."""
        text = self.query_one(PathInput).value
        name = self._name_in(text)
        candidates = [path for path in self._rows if path.name.casefold().startswith(name.casefold())]
        completed = completion(candidates)
        if name and len(completed) > len(name):
            self._put(text.removesuffix(name) + completed)
        else:
            self.focus_next()

    def _put(self, text: str) -> None:
        field = self.query_one(PathInput)
        field.value = text
        field.cursor_position = len(text)

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        path = self._rows[event.option_index]
        self._put(_written(path))
        if not _is_folder(path):
            await self._read_file(path)

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#open")
    @on(Input.Submitted)
    async def _open(self) -> None:
        """Read the file; a folder is gone into."""
        path = self.typed
        if await asyncio.to_thread(_is_folder, path):
            self._put(as_folder(path))
        else:
            await self._read_file(path)

    async def _read_file(self, path: Path) -> None:
        """Read a file, once; one that was picked may have a name that cannot be written into the input."""
        if self._is_doing:
            return
        self._is_doing = True
        try:
            result = await self.medreview.saver.run(self._read, path)
        except Refusal as refusal:
            self._is_doing = False
            self._complain(current().refusal(refusal.code, **refusal.params))
            return
        self.dismiss(result)

    def _complain(self, sentence: str) -> None:
        self.query_one(".wrong", Label).update(literal(sentence))


def rows_of(folder: Path, start: str, suffixes: Iterable[str]) -> list[Path]:
    """Return what of a folder can be picked: the folder above, folders, and files of these kinds.

    `start` is what their names must begin with, upper or lower case; a folder that cannot be read is empty.
    """
    wanted = start.casefold()
    try:
        inside = [path for path in folder.iterdir() if path.name.casefold().startswith(wanted)]
        inside = [path for path in inside if start.startswith(".") or not path.name.startswith(".")]
        folders = [path for path in inside if _is_folder(path)]
        files = [path for path in inside if path.suffix.lower() in suffixes and path not in folders]
    except (OSError, ValueError):
        return []
    above = [folder.parent] if not start and folder.parent != folder else []
    return [*above, *sorted(folders, key=_by_name), *sorted(files, key=_by_name)][:MOST]


def completion(candidates: Sequence[Path]) -> str:
    """Return how far all these names agree; a single folder's name ends with a separator."""
    if len(candidates) == 1:
        return candidates[0].name + (os.sep if _is_folder(candidates[0]) else "")
    alike = takewhile(
        lambda letters: len({letter.casefold() for letter in letters}) == 1,
        zip(*(path.name for path in candidates), strict=False),
    )
    return candidates[0].name[: len(list(alike))] if candidates else ""


def as_folder(path: Path) -> str:
    """Return a folder as it stands in the input, ready for a name after it."""
    return os.path.join(path, "")  # noqa: PTH118 - the separator at the end is what it is for


def _is_folder(path: Path) -> bool:
    """Return whether there is a folder; one that may not be looked at, or cannot be, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _written(path: Path) -> str:
    return as_folder(path) if _is_folder(path) else str(path)


def _by_name(path: Path) -> str:
    return path.name.casefold()


def label_of(path: Path, folder: Path) -> Content:
    """Return how a file or folder stands in the list of a folder."""
    if path == folder.parent:
        return Content.styled(f"▲ {tr('Folder above')}", "$muted")
    name = clean_line(path.name)
    return Content.assemble(("► ", "$accent"), name) if _is_folder(path) else Content.assemble(("  "), (name, "bold"))


def _separators() -> tuple[str, ...]:
    return tuple({os.sep, os.altsep or os.sep})
