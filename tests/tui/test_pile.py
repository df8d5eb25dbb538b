"""Containers that are as high as what is in them: laid out once, and nothing in them asks how high they are."""

import pytest
from textual._arrange import arrange
from textual.css.scalar import Scalar, Unit
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from medreview.tui.widgets.form import Form
from medreview.tui.widgets.pile import Pile
from tests.tui.conftest import MakeApp
from tests.tui.test_review_screen import opened
from tests.tui.waiting import wait_until

_OWN = frozenset({Unit.AUTO, Unit.CELLS})
"""Heights that ask nothing of what is around."""


def _asks(height: Scalar | None) -> bool:
    return height is not None and height.unit not in _OWN


def _of_room(widget: Widget) -> bool:
    """Return whether what is in the container would be placed otherwise in a higher room."""
    styles = [child.styles for child in widget.children]
    return (
        widget.styles.align_vertical != "top"
        or any(one.height is None or one.is_docked or one.is_split for one in styles)
        or any(_asks(height) for one in styles for height in (one.height, one.min_height, one.max_height))
    )


def _piles(screen: Screen[object]) -> list[Pile]:
    return [one for one in screen.walk_children() if isinstance(one, Pile) and one.children]


async def test_nothing_in_a_pile_asks_how_high_it_is(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "preparation")
        for key in screen.step_keys:
            await screen.action_go_to(key)
        piles = _piles(screen)
        assert len(piles) > 100
        assert {one for one in piles if _of_room(one) or not one.styles.is_auto_height} == set()
        await pilot.press("f6")
        await wait_until(pilot, lambda: app.screen is not screen)
        assert not any(_of_room(one) for one in _piles(app.screen))


async def test_what_is_in_a_form_is_placed_once_for_its_width(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed: list[tuple[Widget, int]] = []

    def noted(widget: Widget, children: object, size: Size, *args: object, **options: object) -> object:
        if isinstance(widget, Form):
            placed.append((widget, size.width))
        return arrange(widget, children, size, *args, **options)  # type: ignore[arg-type]

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "cooperation")
        monkeypatch.setattr("textual.widget.arrange", noted)
        await screen.action_go_to("goals")
        form = screen.view.query(Form).first()
        await wait_until(pilot, lambda: bool(form.size) and not screen._layout_required)
        widths = [width for one, width in placed if one is form]
        assert widths
        assert len(widths) == len(set(widths))
