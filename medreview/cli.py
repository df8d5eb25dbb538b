"""The program without its screens: one function for each command, each a thin call of an operation."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from unicodedata import category

from medreview.arguments import asked_language, parse
from medreview.domain.errors import Refusal
from medreview.i18n import current, tr, use
from medreview.i18n.system import system_language
from medreview.log import CRASHED, Caught, say_crashed
from medreview.paths import Paths
from medreview.settings import Settings, house_of, load_settings

if TYPE_CHECKING:
    from medreview.domain.dossier import Dossier
    from medreview.minutes.choices import Choices, Kind
    from medreview.operations.archives import Archive
    from medreview.operations.house import House

DONE: Final = 0
REFUSED: Final = 1
MISUSED: Final = 2
"""The exit codes; misuse is a command line that does not fit, or no terminal for the screens."""

_LOST: Final = frozenset(("archive_missing", "archive_empty", "archive_damaged", "archive_altered", "not_an_archive"))
"""Refusals of an archive of which a backup may be left."""

_PIPED_WIDTH: Final = 80
_WIDEST: Final = 100
"""Columns of text that is read; in longer lines the eye loses its place."""


@dataclass(frozen=True)
class Call:
    """What the user asked for, and where this user's things are."""

    arguments: Namespace
    paths: Paths
    settings: Settings

    @property
    def archive_path(self) -> Path:
        """The archive named on the command line, otherwise the user's own."""
        named = self.arguments.archive
        return Path(named) if named else self.paths.archive

    @property
    def house(self) -> "House":
        """The municipality's letterhead and label."""
        return house_of(self.settings, self.paths.settings.parent)

    @property
    def export_folder(self) -> Path:
        """The folder named on the command line, otherwise the one chosen in the settings."""
        return Path(self.arguments.output or self.settings.export_folder or self.paths.exports)


def run(words: Sequence[str]) -> int:
    """Do what the words of the command line ask for and return the exit code."""
    _write_utf8()
    paths = Paths.of_this_user()
    settings = load_settings(paths.settings)
    use(asked_language(words) or settings.language or system_language())
    call = Call(parse(words), paths, settings)
    with Caught(paths.logs):
        return _done(call)
    say_crashed(paths.logs, call.archive_path)
    return CRASHED


def _done(call: Call) -> int:
    """Do what a command asks for and return the exit code."""
    try:
        code = _COMMANDS[call.arguments.command](call)
        sys.stdout.flush()
    except Refusal as refusal:
        sentence = current().refusal(refusal.code, **refusal.params)
        return _complain(" ".join((sentence, *_way_back(call, refusal))), REFUSED)
    except KeyboardInterrupt:
        return _complain(tr("Stopped."), REFUSED)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _way_back(call: Call, refusal: Refusal) -> Iterator[str]:
    """Yield the newest backup of an archive that is gone or damaged, and the command that goes back to it."""
    from medreview.operations.backups import newest_verified

    if refusal.code not in _LOST or refusal.params.get("path") != call.archive_path:
        return
    if backup := newest_verified(call.archive_path):
        of = f'--archive "{call.archive_path}" ' if call.arguments.archive else ""
        yield tr("{command} goes back to the newest backup.", command=f'medreview restore {of}"{backup.path}"')


def _open(call: Call) -> int:
    return _run_app(call, call.archive_path, example=False)


def _demo(call: Call) -> int:
    if call.arguments.create:
        path = Path(call.arguments.create)
        _create_example(path)
        print(path)
        return DONE
    if not _is_terminal():
        return _no_terminal()
    with TemporaryDirectory(prefix="medreview-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "example.medreview")
        _create_example(path)
        return _run_app(call, path, example=True)


def _show(call: Call) -> int:
    with _opened(call) as archive:
        dossiers = _selected(call, archive)
        if call.arguments.format == "json":
            from medreview.operations.example_mark import is_example
            from medreview.operations.exchange import export_json_list

            print(export_json_list(dossiers, example=is_example(archive)), end="")
            return DONE
        from medreview.minutes.text import WIDTH
        from medreview.operations.export import as_text

        language, width = current().language, min(_reading_width(), WIDTH)
        print("\n\n".join(as_text(archive, dossier, language, width).rstrip("\n") for dossier in dossiers))
    return DONE


def _export(call: Call) -> int:
    from medreview.minutes.choices import Kind
    from medreview.operations.export import export, replaced_words
    from medreview.operations.privacy import open_places

    wanted = call.arguments
    with _opened(call) as archive:
        for dossier in _selected_for(call, archive, Kind(wanted.kind)):
            result = export(
                archive,
                dossier,
                kind=Kind(wanted.kind),
                formats=wanted.format,
                language=wanted.minutes_language or dossier.committee.language,
                choices=_choices(wanted),
                folder=call.export_folder,
                house=call.house,
                with_data=not wanted.no_data,
            )
            print(*result.files, sep="\n")
            print(*replaced_words(result), sep="\n", end="\n" if result.replaced else "", file=sys.stderr)
            for place in open_places(archive, dossier, with_wheel=wanted.kind == Kind.WHEEL):
                field = current().field(type(place.entity).__name__, place.field)
                print(tr("This looks like a personal number: {field}", field=field), file=sys.stderr)
    return DONE


def _choices(wanted: Namespace) -> "Choices":
    """What is put in wins over what is left out, and both over what is usual for the kind."""
    from medreview.minutes.choices import Choices, Kind

    ticked = {**dict.fromkeys(wanted.left_out, False), **dict.fromkeys(wanted.included, True)}
    if wanted.discussion:
        ticked["discussion"] = True
    year = wanted.year or 0 if wanted.kind == Kind.WHEEL else 0
    return replace(Choices.usual(Kind(wanted.kind)), person=wanted.person, year=year, **ticked)


def _verify(call: Call) -> int:
    from medreview.operations.verify import Verdict, verdict_lines, verify

    with _opened(call) as archive:
        verified = verify(archive, Path(call.arguments.file))
    print(*verdict_lines(verified), sep="\n")
    return {Verdict.UNCHANGED: DONE, Verdict.CHANGED: REFUSED, Verdict.UNKNOWN: MISUSED}[verified.verdict]


def _import(call: Call) -> int:
    from medreview.operations.archives import open_or_create_archive
    from medreview.operations.exchange import imported_words, store_exchange
    from medreview.operations.exchange_file import read_exchange

    exchange = read_exchange(Path(call.arguments.file))
    with closing(open_or_create_archive(call.archive_path)) as archive:
        imported = store_exchange(archive, exchange)
    print(imported_words(imported, exchange.dossier))
    return DONE


def _backup(call: Call) -> int:
    from medreview.operations.backups import copy_to_second_place, make_backup

    folder, second = call.arguments.output, call.settings.backup_folder
    print(make_backup(call.archive_path, "asked", Path(folder) if folder else None).path)
    if second and not folder:
        try:
            copied = copy_to_second_place(call.archive_path, Path(second))
        except Refusal as refusal:  # the backup beside the archive is made all the same
            _complain(current().refusal(refusal.code, **refusal.params), REFUSED)
        else:
            print(copied)
    return DONE


def _restore(call: Call) -> int:
    from medreview.operations.backups import backup_of
    from medreview.operations.restoring import missing_lines, missing_since, restore, restored_words

    path, backup = call.archive_path, backup_of(Path(call.arguments.file))
    if not backup.is_verified:
        raise Refusal("backup_damaged", path=backup.path)
    print(*missing_lines(missing_since(backup, path)), sep="\n")
    if not call.arguments.yes:
        if not _is_terminal():
            return _complain(
                tr("Nothing was restored. Without a terminal to ask at, add {option}.", option="--yes"), MISUSED
            )
        if not _agrees(tr("Restore it? (yes/no) ")):
            return _complain(tr("Nothing was restored."), REFUSED)
    print(restored_words(restore(path, backup)))
    return DONE


def _agrees(question: str) -> bool:
    """Ask, and take the first letter of yes in the language of the screens, or an English one, for a yes."""
    try:
        answer = input(question).strip().casefold()
    except EOFError:
        return False
    return answer[:1] in ("y", tr("yes")[:1])


def _check(call: Call) -> int:
    from medreview.operations.checking import Soundness, check_archive

    checked = check_archive(Path(call.arguments.file or call.archive_path))
    print(*checked.lines, sep="\n")
    return {Soundness.SOUND: DONE, Soundness.DAMAGED: REFUSED, Soundness.UNKNOWN: MISUSED}[checked.soundness]


def _paths(call: Call) -> int:
    print(tr("Archive: {path}", path=call.archive_path.absolute()))
    print(tr("Settings: {path}", path=call.paths.settings))
    print(tr("Exports: {path}", path=call.settings.export_folder or call.paths.exports))
    return DONE


def _guide(_: Call) -> int:
    from medreview.guide import plain_text, read_guide

    print(plain_text(read_guide(current().language), _reading_width()))
    return DONE


def _reading_width() -> int:
    """Return the width of the terminal, and one that suits a file or a printer where there is none."""
    return min(get_terminal_size().columns - 1, _WIDEST) if sys.stdout.isatty() else _PIPED_WIDTH


_COMMANDS: Final[dict[str | None, Callable[[Call], int]]] = {
    None: _open,
    "demo": _demo,
    "show": _show,
    "export": _export,
    "import": _import,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "paths": _paths,
    "guide": _guide,
}


def _opened(call: Call) -> "closing[Archive]":
    """Return the archive for the time of one command that only reads, whoever writes to it meanwhile."""
    from medreview.operations.archives import open_to_read

    return closing(open_to_read(call.archive_path))


def _selected(call: Call, archive: "Archive") -> "tuple[Dossier, ...]":
    from medreview.operations.selection import select_reviews

    return select_reviews(archive, call.arguments.committee, call.arguments.year)


def _selected_for(call: Call, archive: "Archive", kind: "Kind") -> "tuple[Dossier, ...]":
    """Return what a document is written from: an annual wheel needs no review, and the year is its own."""
    from medreview.operations.selection import select_wheels

    return select_wheels(archive, call.arguments.committee) if kind == "wheel" else _selected(call, archive)


def _create_example(path: Path) -> None:
    from medreview.example import create_example

    create_example(path, current().language, date.today())


def _run_app(call: Call, archive_path: Path, *, example: bool) -> int:
    if not _is_terminal():
        return _no_terminal()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them reads every package there is
    gc.disable()  # a start makes much and throws nothing away; the app enables it when that is over (`load_ahead`)
    from medreview.tui.running import run_screens

    return run_screens(archive_path, call.settings, call.paths, example)


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _no_terminal() -> int:
    return _complain(
        tr("medreview needs a terminal for its screens. Try {command} for what works without.", command="--help"),
        MISUSED,
    )


def _complain(sentence: str, code: int) -> int:
    print("".join(map(_harmless, sentence)), file=sys.stderr)
    return code


def _harmless(character: str) -> str:
    """Return the character; one that a terminal would obey, in the name of a file for example, is replaced."""
    return "\N{REPLACEMENT CHARACTER}" if category(character) == "Cc" and character != "\n" else character


def _write_utf8() -> None:
    """Write UTF-8 also where the terminal or pipe says otherwise; a path that is no text stays as it is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
