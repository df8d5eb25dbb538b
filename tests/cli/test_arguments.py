"""The command line: its help, its language, and what it says of words that do not fit."""

from collections.abc import Callable

import pytest

from medreview import __version__, i18n
from medreview.arguments import asked_language, build_parser
from medreview.i18n.system import system_language
from medreview.settings import Settings
from tests.cli.conftest import Program

COMMANDS = ("demo", "show", "export", "import", "paths")


def test_the_version(program: Program) -> None:
    assert program("--version") == (0, f"medreview {__version__}\n", "")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_help_in_every_language(program: Program, command: tuple[str, ...], language: str) -> None:
    words = ("--language", language, *command, "--help")
    code, out, _ = program(*words)
    assert code == 0
    assert "medreview" in out
    leftovers = {"options:", "usage:", "positional arguments:", "show this help", "Options", "Commands"}
    assert language == "en" or not [word for word in leftovers if word in out]


def test_the_help_has_examples_and_exit_codes(program: Program) -> None:
    _, out, _ = program("--help")
    assert "medreview export --year 2026 --format docx,html --output ." in out
    assert all(f"{code} " in out.splitlines()[-1] for code in (0, 1, 2))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("exprt",), "exprt"),
        (("--language", "fi"), "fi"),
        (("--nonsense",), "--nonsense"),
        (("import",), "FIL"),
        (("show", "--year"), "--year"),
        (("show", "--year", "next"), "next"),
        (("show", "--year", "9" * 30), "9" * 30),
        (("show", "--year", "1989"), "1989"),
        (("show", "--year", "²"), "²"),
        (("show", "--format", "html"), "html"),
        (("export", "--format", "md,odt"), "odt"),
        (("export", "--format", ""), "docx, pdf, html, txt, md, eml, ics, csv, json"),
        (("export", "--kind", "letter"), "letter"),
        (("export", "--language", "fi"), "fi"),
        (("show", "--comm", "x"), "--comm"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(program: Program, words: tuple[str, ...], part: str) -> None:
    code, out, err = program(*words)
    assert (code, out) == (2, "")
    assert part in err
    assert err.count("\n") == 1
    assert "Se medreview" in err
    assert not [word for word in ("argument", "invalid", "expected", "required", "choose") if word in err]


def test_what_argparse_says_otherwise_is_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().error("something new")
    assert ended.value.code == 2
    assert capsys.readouterr().err == "something new See medreview --help.\n"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("--language sv", "sv"),
        ("--language=sv show", "sv"),
        ("--archive --language --language en", "en"),
        ("show --language sv", "sv"),
        ("--language fi", ""),
        ("--language", ""),
        ("export --language sv", ""),
        ("--language da export --language sv", "da"),
        ("show", ""),
    ],
)
def test_the_language_asked_for(words: str, language: str) -> None:
    assert asked_language(words.split()) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "da_DK.UTF-8", "LANG": "sv_SE"}, "da"),
        ({"LC_ALL": "", "LC_MESSAGES": "sv_SE.UTF-8", "LANG": "da_DK"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "da"}, "da"),
        ({"LANG": "sv-SE"}, "sv"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LANG": "dav_KE"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_computer(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


def test_the_chosen_language_goes_before_the_computers(program: Program, settings: Callable[[Settings], None]) -> None:
    assert "årlige" in program("--help")[1]
    settings(Settings(language="en"))
    assert "annual discussion" in program("--help")[1]
    assert "årliga" in program("--language", "sv", "--help")[1]
