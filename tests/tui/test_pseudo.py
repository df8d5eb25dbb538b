"""In a language that nobody speaks, longer than any: every text is translated, and none is cut off."""

from pathlib import Path
from typing import Final

from tests.tui.places import ARCHIVE
from tests.tui.pseudo import cut_off, pseudo, speaking_pseudo, untranslated, words, words_of_archive, words_of_calendar
from tests.tui.still import create_world, standing_still, still_app
from tests.tui.walking import at_home, places, settled
from tests.tui.wholeness import faults

SIZES: Final = [(80, 24), (68, 18)]
NOT_OURS: Final = frozenset({"guide", "help-field"})
"""Places whose long texts are files in each language."""

FIXTURES: Final = """
    Solgården medreview backups hjem dokumenter settings json reddet skadet zip empty red
    Hvad er gang nu Version Decisions New decision
"""
"""Words of paths and of what only tests write."""


def test_the_language_is_longer_and_keeps_what_is_filled_in() -> None:
    assert pseudo("Saved {time}") == "«Sáàvéèd {time}»"
    assert len(pseudo("Nothing is lost: all that is written stays.")) >= 1.25 * 43


async def test_every_text_is_translated_and_none_is_cut_off(tmp_path: Path) -> None:
    wrong: list[str] = []
    with standing_still(tmp_path), speaking_pseudo():
        create_world()
        known = words_of_archive(ARCHIVE) | words_of_calendar() | words([FIXTURES])
        known |= {word.capitalize() for word in known}  # at the beginning of a sentence
        async with at_home(still_app("en"), SIZES[0]) as pilot:
            async for name in places(pilot):
                if name not in NOT_OURS:
                    wrong += [f"{name} untranslated {one}" for one in untranslated(pilot.app.screen, known)]
                for size in SIZES:
                    await pilot.resize_terminal(*size)
                    await settled(pilot)
                    wrong += [f"{name} {size} {one}" for one in (*faults(pilot.app.screen), *cut_off(pilot.app.screen))]
                await pilot.resize_terminal(*SIZES[0])
    assert not wrong, "\n".join(wrong)
