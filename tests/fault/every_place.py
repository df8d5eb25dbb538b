"""The real program led through every place of `tests.tui.places` but the steps, with hostile text wherever text can be.

`python -m tests.fault.every_place ARCHIVE` is run by `test_hostile_text` in a pseudo-terminal. In the end a file beside
the archive tells of each place whether hostile text stood on the screen.
"""

import asyncio
import gc
import json
import sys
from pathlib import Path
from string import Formatter
from typing import Any, Final, TypeVar

from textual.pilot import Pilot

from medreview.domain.base import Entity
from medreview.domain.cleaning import REPLACEMENT
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.i18n import use
from medreview.i18n.sentences import REFUSALS
from medreview.minutes.difference import Section
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.home import HomeScreen
from tests.archives import a_full_review, an_approved_review
from tests.fault.corpora import HOSTILE_NAME, mixture, mixture_for, text_fields
from tests.tui import places
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until
from tests.tui.walking import places as walked
from tests.tui.walking import settled

TOLD: Final = "places.json"
"""The file that tells of each place."""

ELSEWHERE: Final = tuple(name for name in places.PLACES if name.startswith("step-"))
"""The places that are not gone to here: `test_hostile_text` goes through the steps with another program beside it."""

MORE: Final = ("found", "toasts")
"""What is looked at besides the places: what a search finds, and what is said in passing."""

SIGNS: Final = (REPLACEMENT, "[/", "[[", "[red]", "@click", "漢", ":warning:", "<b>&amp;", "{0}")
"""What no text of the program's own holds."""

E = TypeVar("E", bound=Entity)


def hostile(entity: E, start: int) -> E:
    """Return the entity with hostile text in every free text, cleaned as the archive gives it back."""
    texts = {name: mixture_for(start + number, limit) for number, (name, limit) in enumerate(text_fields(type(entity)))}
    return type(entity).model_validate({**entity.model_dump(), **texts})


def hostile_dossier(dossier: Dossier) -> Dossier:
    """Return a review with hostile text in each of its entities."""
    changed: dict[str, Any] = {}
    for number, name in enumerate(type(dossier).model_fields):
        value = getattr(dossier, name)
        if isinstance(value, Entity):
            changed[name] = hostile(value, number)
        elif isinstance(value, tuple):
            changed[name] = tuple(hostile(one, number) if isinstance(one, Entity) else one for one in value)
    return dossier.model_copy(update=changed)


def plant_in_places() -> None:
    """Let the screens that the table makes itself show hostile text, names of files and reasons, too."""
    planted: dict[str, Any] = {
        "a_full_review": lambda **values: hostile_dossier(a_full_review(**values)),
        "an_approved_review": lambda: hostile_dossier(an_approved_review()),
        "Path": lambda *_: Path(HOSTILE_NAME, HOSTILE_NAME),
        "Refusal": lambda code, **_: Refusal(code, path=Path(HOSTILE_NAME)),
        "ARCHIVE": Path(HOSTILE_NAME),
        "TAKEN_BACK": (Section(mixture(3), (mixture(5),) * 9),),
    }
    for name in ELSEWHERE:
        del places.PLACES[name]
    for name, value in planted.items():
        if not hasattr(places, name):
            raise AttributeError(name)
        setattr(places, name, value)


def _say_all(app: MedreviewApp) -> None:
    """Say every refusal with hostile text in the place of whatever it names."""
    for number, (code, sentence) in enumerate(REFUSALS.items()):
        names = [name for _, name, _, _ in Formatter().parse(sentence) if name]
        app.show_refusal(Refusal(code, **dict.fromkeys(names, mixture(number))))


async def lead(pilot: Pilot[Any], told: dict[str, bool]) -> None:
    """Go to each place, and note whether hostile text stands there."""
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    await shows(pilot, HomeScreen)
    async for name in walked(pilot):
        _note(app, name, told)
    await pilot.app.pop_screen()
    await app.run_action("app.search")
    await pilot.press(*"bred")
    await wait_until(pilot, lambda: "漢" in shown(app.screen))
    _note(app, "found", told)
    _say_all(app)
    await settled(pilot)
    await asyncio.sleep(0.1)
    _note(app, "toasts", told)
    app.exit()


def _note(app: MedreviewApp, name: str, told: dict[str, bool]) -> None:
    """Write into the terminal's stream where this place ends; terminals show nothing of it."""
    told[name] = any(sign in shown(app.screen) for sign in SIGNS)
    assert app._driver is not None
    app._driver.write(f"\x1b_{name}\x1b\\")


def main(archive: Path) -> None:
    """Run the program until it was everywhere."""
    use("en")
    plant_in_places()
    told: dict[str, bool] = {}
    folder = archive.parent
    paths = Paths(archive, folder / "settings.json", folder / "logs", folder / "exports")
    settings = Settings(language="en", backup_folder=str(folder))
    MedreviewApp(archive, settings, paths).run(auto_pilot=lambda pilot: lead(pilot, told))
    folder.joinpath(TOLD).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    gc.disable()  # as the program does when it starts
    main(Path(sys.argv[-1]))
