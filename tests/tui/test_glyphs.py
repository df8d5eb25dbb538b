"""Every place of the program is drawn with characters that the fonts of Windows terminals have."""

from tests.tui.conftest import MakeApp
from tests.tui.glyphs import foreign
from tests.tui.looking import shown
from tests.tui.walking import at_home, places


def test_what_the_fonts_lack_is_told() -> None:
    assert foreign("√ Nået → 5 % ▄█ – “a”") == set()
    assert foreign("✓ ▁▂▃▅▆▇ ╭ ▏ ◐") == set("✓▁▂▃▅▆▇╭▏◐")


async def test_every_place_is_drawn_with_common_glyphs(make_app: MakeApp) -> None:
    found: dict[str, set[str]] = {}
    async with at_home(make_app(), (80, 18)) as pilot:
        async for name in places(pilot):
            if strange := foreign(shown(pilot.app.screen)):
                found[name] = strange
    assert found == {}
