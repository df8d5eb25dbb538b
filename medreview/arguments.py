"""The words of the command line: which there are, what they mean, and what is said when they do not fit.

Every text is looked up when the parser is built, so that `--help` speaks the user's language.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, NoReturn

from medreview import __version__
from medreview.i18n import N_, tr
from medreview.settings import CONTENTS, FORMATS, KINDS, LANGUAGES

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2200

_COMPLAINTS: Final = (
    (r"the following arguments are required: (?P<words>.*)", N_("Something is missing: {words}.")),
    (r"unrecognized arguments: (?P<words>.*)", N_("medreview does not know {words}.")),
    (r"argument (?P<name>\S+): expected one argument", N_("{name} needs a value.")),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from (?P<choices>.*)\)",
        N_("{value} is not possible here; choose one of {choices}."),
    ),
    (r"argument (?P<name>.*?): (?P<reason>.*)", N_("{name}: {reason}")),
)
"""What argparse says in English, and the sentence that is said instead."""


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for; `--help` and `--version` answer and end the program, misuse ends it with 2."""
    return build_parser().parse_args(words)


def asked_language(words: Iterable[str]) -> str:
    """Return the language of the screens that the words ask for; `export --language` is that of the minutes."""
    remaining = iter(words)
    for word in remaining:
        if word == "export":
            return ""
        option, _, value = word.partition("=")
        if option == "--language":
            code = value or next(remaining, "")
            return code if code in LANGUAGES else ""
        if word == "--archive":
            next(remaining, "")
    return ""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line, in the language of the screens."""
    parser = _Parser(
        prog="medreview",
        description=tr("The annual discussion of a MED committee, from last year's goals to minutes in hand."),
        epilog=_epilog(),
    )
    parser.options.add_argument(
        "--version", action="version", version=f"medreview {__version__}", help=tr("show the version and exit")
    )
    _add_archive(parser, default=None)
    _add_language(parser, default="")
    commands = parser.add_subparsers(dest="command", metavar=tr("COMMAND"), title=tr("Commands"))
    _add_demo(commands)
    _add_show(commands)
    _add_export(commands)
    _add_import(commands)
    _add_verify(commands)
    _add_backup(commands)
    _add_restore(commands)
    _add_check(commands)
    _add_paths(commands)
    _add_guide(commands)
    return parser


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of the examples and says "usage" in the user's language."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are translated too."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **settings)
        self.options = self.add_argument_group(tr("Options"))
        self.options.add_argument("-h", "--help", action="help", help=tr("show this help and exit"))

    def error(self, message: str) -> NoReturn:
        """Say in one line what does not fit and where help is, and end with exit code 2."""
        help_hint = tr("See {command}.", command=f"{self.prog} --help")
        self.exit(2, f"{_translated(message)} {help_hint}\n")


def _translated(message: str) -> str:
    for pattern, sentence in _COMPLAINTS:
        if found := re.fullmatch(pattern, message):
            return tr(sentence, **found.groupdict())
    return message


def _epilog() -> str:
    examples = (
        ("medreview", tr("open your own archive")),
        ("medreview demo", tr("look around in the example")),
        ("medreview show --year 2026", tr("read a review as plain text")),
        ("medreview export --year 2026 --format docx,html --output .", tr("write the minutes to this folder")),
        ("medreview export --year 2026 --kind agenda", tr("write the agenda")),
        ("medreview import minutes.pdf", tr("read a review from its minutes")),
        ("medreview verify minutes.pdf", tr("compare a file with what was approved")),
        ("medreview backup --output E:", tr("make a backup on a USB stick")),
    )
    lines = [tr("Examples:"), *(f"  {command:<58} {meaning}" for command, meaning in examples), ""]
    lines.append(
        tr("Exit codes: 0 done; 1 refused, with the reason; 2 not understood, or no terminal; 3 unexpected error.")
    )
    lines.append(tr("Of verify and check: 0 unchanged, sound; 1 changed, damaged; 2 unknown."))
    return "\n".join(lines)


def _add_demo(commands: Any) -> None:
    about = tr("open a fresh copy of the example; your own archive is not touched")
    parser = _add_command(commands, "demo", about)
    parser.options.add_argument("--create", metavar=tr("FILE"), help=tr("only write the example archive to this file"))


def _add_show(commands: Any) -> None:
    parser = _add_command(commands, "show", tr("show a review as plain text, for screen readers and other programs"))
    _add_archive(parser)
    _add_which(parser)
    parser.options.add_argument("--format", choices=("text", "json"), default="text", help=tr("text, or exchange file"))


def _add_export(commands: Any) -> None:
    parser = _add_command(commands, "export", tr("write the minutes or another document to files"), False)
    _add_archive(parser)
    _add_which(parser)
    parser.options.add_argument(
        "--format",
        type=_formats,
        default=("html",),
        metavar=",".join(FORMATS),
        help=tr("one or more, separated by commas; html if none is given"),
    )
    parser.options.add_argument(
        "--output", metavar=tr("FOLDER"), help=tr("the folder to write to; otherwise your usual one for exports")
    )
    parser.options.add_argument(
        "--language", choices=LANGUAGES, default="", dest="minutes_language", help=tr("the language of the document")
    )
    parser.options.add_argument("--kind", choices=KINDS, default=KINDS[0], help=tr("which document"))
    parser.options.add_argument("--discussion", action="store_true", help=tr("include the discussion"))
    contents = ",".join(CONTENTS)
    parser.options.add_argument(
        "--with", dest="included", type=_contents, default=(), metavar=contents, help=tr("what to put in besides")
    )
    parser.options.add_argument(
        "--without", dest="left_out", type=_contents, default=(), metavar=contents, help=tr("what to leave out")
    )
    parser.options.add_argument(
        "--person", metavar=tr("NAME"), default="", help=tr("whose actions (with --kind actions)")
    )
    parser.options.add_argument("--no-data", action="store_true", help=tr("leave the data out of the PDF"))


def _add_import(commands: Any) -> None:
    parser = _add_command(
        commands, "import", tr("read a review from an exchange file (json) or from its minutes (pdf)")
    )
    _add_archive(parser)
    parser.options.add_argument("file", metavar=tr("FILE"), help=tr("the file"))


def _add_verify(commands: Any) -> None:
    about = tr("say whether an exported file (pdf, docx, html, md, json) still is what was approved")
    parser = _add_command(commands, "verify", about)
    _add_archive(parser)
    parser.options.add_argument("file", metavar=tr("FILE"), help=tr("the file"))


def _add_backup(commands: Any) -> None:
    parser = _add_command(commands, "backup", tr("make a backup of the archive and read it back"))
    _add_archive(parser)
    parser.options.add_argument(
        "--output", metavar=tr("FOLDER"), help=tr("the folder to write to; otherwise the one beside the archive")
    )


def _add_restore(commands: Any) -> None:
    about = tr("put a backup in the place of the archive, after saying what that takes back")
    parser = _add_command(commands, "restore", about)
    _add_archive(parser)
    parser.options.add_argument("--yes", action="store_true", help=tr("restore without asking"))
    parser.options.add_argument("file", metavar=tr("FILE"), help=tr("the backup"))


def _add_check(commands: Any) -> None:
    parser = _add_command(commands, "check", tr("say whether the archive, its approved minutes and backups are sound"))
    _add_archive(parser)
    parser.options.add_argument("file", metavar=tr("FILE"), nargs="?", help=tr("another archive or a backup"))


def _add_paths(commands: Any) -> None:
    _add_archive(_add_command(commands, "paths", tr("show where the archive, the settings and the exports are")))


def _add_guide(commands: Any) -> None:
    _add_command(commands, "guide", tr("read how to prepare, hold and finish the discussion"))


def _add_command(commands: Any, name: str, about: str, with_language: bool = True) -> _Parser:
    parser: _Parser = commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")
    if with_language:
        _add_language(parser)
    return parser


def _add_archive(parser: _Parser, default: str | None = argparse.SUPPRESS) -> None:
    text = tr("another archive than your own")
    parser.options.add_argument("--archive", metavar=tr("FILE"), default=default, help=text)


def _add_language(parser: _Parser, default: str = argparse.SUPPRESS) -> None:
    text = tr("the language of screens and messages")
    parser.options.add_argument("--language", choices=LANGUAGES, default=default, help=text)


def _add_which(parser: _Parser) -> None:
    parser.options.add_argument("--year", type=_year, metavar=tr("YEAR"), help=tr("the newest if none is given"))
    parser.options.add_argument(
        "--committee", metavar=tr("NAME"), help=tr("the committee's name or a part of it; all if none is given")
    )


def _year(word: str) -> int:
    if word.isascii() and word.isdigit() and FIRST_YEAR <= int(word[:5]) <= LAST_YEAR:
        return int(word)
    raise argparse.ArgumentTypeError(tr("{word} is not a year such as {year}.", word=word, year=2026))


def _formats(word: str) -> tuple[str, ...]:
    return _listed(word, FORMATS)


def _contents(word: str) -> tuple[str, ...]:
    return _listed(word, CONTENTS)


def _listed(word: str, known: Sequence[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in word.split(",")))
    unknown = next((one for one in wanted if one not in known), None)
    if unknown is None:
        return wanted
    raise argparse.ArgumentTypeError(tr("{word} is not one of {known}.", word=unknown or '""', known=", ".join(known)))
