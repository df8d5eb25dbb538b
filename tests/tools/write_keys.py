"""Write the README's table of keys from the table of commands: `python -m tests.tools.write_keys`."""

from pathlib import Path
from typing import Final

from medreview.i18n import Translator
from medreview.tui.commands import BY_SCREEN

README: Final = Path(__file__).parents[2] / "README.md"
_BEGIN: Final = "<!-- keys -->\n"
_END: Final = "<!-- /keys -->"


def keys_table() -> str:
    """Return the commands that have a key as a Markdown table, screen by screen."""
    words = Translator("en")
    rows = ["| where | key | what it does |", "| --- | --- | --- |"]
    rows += [
        f"| {words.tr(where)} | {command.key_name} | {words.tr(command.help)} |"
        for where, commands in BY_SCREEN.items()
        for command in commands
        if command.key
    ]
    return "\n".join(rows) + "\n"


def with_keys(readme: str) -> str:
    """Return the README with the present table between its marks."""
    before, rest = readme.split(_BEGIN)
    return before + _BEGIN + keys_table() + _END + rest.split(_END)[1]


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
