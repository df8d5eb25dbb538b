"""The README: its commands are the program's, its lines are those that are run, and its links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest

from medreview import __version__, i18n
from medreview.arguments import build_parser
from medreview.settings import FORMATS, KINDS
from tests.checks.project import ROOT, block_after, project_file, readme, run

USES = [
    line
    for block in re.findall(r"^```text\n(.*?)^```$", readme(), re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("medreview")
]
ANSWERS = ("--help", "--version")


def help_of(*command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the English help of the program or of a command."""
    i18n.use("en")
    with pytest.raises(SystemExit):
        build_parser().parse_args([*command, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize("line", [line for line in USES if not line.endswith(ANSWERS)])
def test_every_use_in_the_readme_is_understood(line: str) -> None:
    assert build_parser().parse_args(shlex.split(line)[1:])


@pytest.mark.parametrize("line", [line for line in USES if line.endswith(ANSWERS)])
def test_every_question_in_the_readme_is_answered(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(shlex.split(line)[1:])
    assert ended.value.code == 0
    assert capsys.readouterr().out


def test_every_command_and_option_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    help_text = help_of(capsys=capsys)
    commands = re.findall(r"^    (\w+)  ", help_text, re.MULTILINE)
    listed = ["demo", "show", "export", "import", "verify", "backup", "restore", "check", "paths", "guide"]
    assert commands == listed
    words = set(shlex.split(" ".join(USES)))
    assert set(commands) <= words
    options = {option for command in commands for option in re.findall(r"--[a-z-]+", help_of(command, capsys=capsys))}
    assert options | set(re.findall(r"^  (--[a-z-]+)", help_text, re.MULTILINE)) <= words


def test_every_format_and_kind_is_named() -> None:
    assert all(name in readme() for name in (*FORMATS, *KINDS))


def test_the_exit_codes_agree(capsys: pytest.CaptureFixture[str]) -> None:
    documented = re.findall(r"^\| (\d) \|", readme(), re.MULTILINE)
    assert documented == re.findall(r"(\d) ", help_of(capsys=capsys).splitlines()[-2]) == ["0", "1", "2", "3"]


@pytest.mark.parametrize("comment", ["run", "test"])
def test_the_two_lines_are_one_line_each_and_also_there_for_powershell(comment: str) -> None:
    line = block_after(comment)
    assert "\n" not in line
    parts = [part.strip() for part in line.split("&&")]
    windows = "; ".join(parts).replace("python3 ", "python ").replace("/bin/", "/Scripts/").replace("/", "\\")
    expected = windows.replace(".venv\\Scripts", ".\\.venv\\Scripts")
    assert f"```powershell\n{expected}\n```" in readme()


def test_the_lines_install_only_what_is_pinned() -> None:
    for comment in ("run", "test"):
        line = block_after(comment)
        assert f"--require-hashes -r requirements/{comment}.txt" in line
        assert all(
            "--require-hashes" in part or "--no-deps" in part for part in line.split("&&") if "pip install" in part
        )
    assert block_after("run").endswith("medreview demo")
    assert "-m pytest --cov" in block_after("test")


def test_ci_runs_the_readmes_line() -> None:
    script = ROOT.joinpath(".ci", "run").read_text(encoding="utf-8")
    assert ROOT.joinpath(".ci", "run").stat().st_mode & 0o111
    found = re.search(r"^line=\$\((.*)\)$", script, re.MULTILINE)
    assert found
    assert run("bash", "-c", found[1]).stdout.rstrip("\n") == block_after("test")


def test_the_tool_install_compiles() -> None:
    assert "uv tool install --compile-bytecode" in readme()


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", readme()))
def test_every_link_leads_somewhere(target: str) -> None:
    assert ROOT.joinpath(target).exists()


def test_the_map_names_every_room() -> None:
    rooms = {path.parent.name for path in ROOT.glob("medreview/*/__init__.py")}
    assert rooms == set(re.findall(r"^\| `medreview/(\w+)` \|", readme(), re.MULTILINE))


def test_the_changelog_tells_of_this_version() -> None:
    changelog = ROOT.joinpath("CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert versions[1] == __version__


def test_the_python_version_agrees() -> None:
    lowest = project_file()["project"]["requires-python"].removeprefix(">=")
    assert f"{lowest} or newer" in readme()
    assert Path(ROOT, "README.md").name == project_file()["project"]["readme"]
