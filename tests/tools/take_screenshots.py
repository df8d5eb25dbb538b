"""Take the pictures in screenshots/ by driving the app: `python -m tests.tools.take_screenshots`."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from medreview.example import create_example
from medreview.i18n import use
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.opening import Opening
from tests.tui.waiting import wait_until

FOLDER: Final = Path(__file__).parents[2] / "screenshots"


@dataclass(frozen=True)
class Picture:
    """One picture: its name, how the app is set up, and the keys that lead to it."""

    name: str
    keys: Sequence[str] = ()
    size: tuple[int, int] = (100, 30)
    language: str = "da"
    theme: str = "light"
    has_archive: bool = True


PICTURES: Final = (
    Picture("first-start", has_archive=False),
    Picture("home"),
    Picture("home-dark", theme="dark", language="sv"),
    Picture("preparation", ("f5", "f4", "0")),
    Picture("attendance", ("f5", "f4", "1", "1", "1", "2")),
    Picture("look-back", ("f5", "f4", "2", "1", "down")),
    Picture("room", ("f5", "f4", "2", "1", "f5"), size=(80, 24), theme="projector"),
    Picture("figures", ("f5", "f4", "3"), language="en"),
    Picture("cooperation", ("f5", "f4", "5"), theme="dark"),
    Picture("goals", ("f5", "f4", "6", "enter")),
    Picture("goals-projector", ("f5", "f4", "6"), size=(68, 18), theme="projector"),
    Picture("decisions", ("f5", "f4", "8"), language="sv"),
    Picture("closing", ("f5", "f4", "9", *["tab"] * 5)),
    Picture("follow-up", ("f8", "down")),
    Picture("wheel", ("ctrl+l",), size=(120, 36)),
    Picture("search", ("ctrl+f", *"støj")),
    Picture("compare", ("ctrl+o", "f7"), size=(120, 36)),
    Picture("history", ("f7",)),
    Picture("learned", ("ctrl+p", *"lær", "enter"), size=(110, 30)),
    Picture("export", ("f6",), size=(130, 36)),
    Picture("help", ("f5", "f4", "6", "enter", "f1")),
    Picture("palette", ("ctrl+p",), language="en", theme="dark"),
)


async def take(picture: Picture, folder: Path) -> None:
    """Drive the app to one picture and write it as SVG, without the fonts it would fetch from the network."""
    use(picture.language)
    archive = folder / "archive.medreview"
    archive.unlink(missing_ok=True)
    if picture.has_archive:
        create_example(archive, picture.language, date.today())
    paths = Paths(archive, folder / "settings.json", folder / "logs", folder / "exports")
    app = MedreviewApp(archive, Settings(language=picture.language, theme=picture.theme), paths)
    async with app.run_test(size=picture.size) as pilot:
        await wait_until(pilot, lambda: not isinstance(app.screen, Opening) and len(app.screen_stack) > 1)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.4)
        await pilot.pause(0.6)
        svg = re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="medreview"), flags=re.DOTALL)
    (FOLDER / f"{picture.name}.svg").write_text(svg.replace("<text ", '<text xml:space="preserve" '), encoding="utf-8")


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        with TemporaryDirectory() as folder:
            asyncio.run(take(picture, Path(folder)))


if __name__ == "__main__":
    main()
