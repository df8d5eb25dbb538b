"""That widgets look as Textual's own sheet says, and that its rules are not tried twice for the same thing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import Vertical
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input, Label

from medreview.tui.styling import Remembering, StylingApp
from medreview.tui.themes import THEMES
from tests.tui.still import create_world, standing_still, still_app
from tests.tui.walking import at_home, places

FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")


class Asked(Stylesheet):
    """A sheet of Textual's own that tells what it says of a widget instead of changing it."""

    def __init__(self, like: Stylesheet) -> None:
        super().__init__(variables=like._variables)
        self.source = dict(like.source)
        self.parse()
        self.said: dict[DOMNode, RulesMap] = {}

    def replace_rules(  # type: ignore[override]  # it is only asked of a sheet, never of the class
        self, node: DOMNode, rules: RulesMap, animate: bool = False
    ) -> None:
        """Keep what would be put on."""
        self.said[node] = rules

    def _process_component_classes(self, node: DOMNode) -> None:
        """Leave the parts: they are asked about like widgets."""


def worn(app: App[None]) -> Iterator[tuple[DOMNode, RulesMap | None]]:
    """Yield everything on the screen with what it was given last."""
    sheet = app.stylesheet
    assert isinstance(sheet, Remembering)
    for widget in app.screen.walk_children(Widget, with_self=True):
        parts = (styles.node for styles in widget._component_styles.values())
        for one in (widget, *(part for part in parts if part is not None)):
            yield one, sheet._worn[one][0].rules


def strange(app: App[None]) -> list[str]:
    """Return what looks different from what Textual says."""
    asked = Asked(app.stylesheet)
    found = []
    for node, rules in list(worn(app)):
        flags = [getattr(node, flag) for flag in FLAGS]
        asked.apply(node)
        said = asked.said.get(node)
        if _written(said) != _written(rules) or flags != [getattr(node, flag) for flag in FLAGS]:
            found.append(f"{node.css_path_nodes} {set(_written(said).items()) ^ set(_written(rules).items())}")
    return found


def _written(rules: RulesMap | None) -> dict[str, str]:
    return {name: repr(value) for name, value in (rules or {}).items()}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[None]:
    """The archive of the walks, in a world that stands still."""
    with standing_still(tmp_path):
        create_world()
        yield


async def test_everything_everywhere_looks_as_textual_says(world: None) -> None:
    found: list[str] = []
    async with at_home(still_app(), (120, 40)) as pilot:
        async for name in places(pilot):
            found += [f"{name} {one}" for one in strange(pilot.app)]
            await pilot.press("tab")
            found += [f"{name}, on: {one}" for one in strange(pilot.app)]
            if name == "settings":
                pilot.app.theme = next(one.name for one in THEMES if one.name != pilot.app.theme)
    assert found == []


class Forms(StylingApp[None]):
    """A few fields."""

    CSS = "#form Input:focus { color: red; } .wide { width: 100%; }"

    def compose(self) -> ComposeResult:
        """Show fields that are called differently."""
        with Vertical(id="form"):
            for name in "abc":
                with Vertical(classes=name):
                    yield Label(name)
                    yield Input()


async def test_rules_are_tried_once_for_all_that_stands_alike_and_never_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    apply = Stylesheet.apply

    def noted(self: Stylesheet, node: DOMNode, *, animate: bool = False) -> None:
        tried.append(type(node).__name__)
        apply(self, node, animate=animate)

    monkeypatch.setattr(Stylesheet, "apply", noted)
    async with Forms().run_test() as pilot:
        assert tried.count("Label") == 1
        assert tried.count("Input") == 2  # with focus and without
        tried.clear()
        await pilot.press("tab", "tab", "tab", "shift+tab")
        assert tried == []


async def test_a_class_that_rules_name_counts_and_so_do_rules_that_come_later() -> None:
    async with Forms().run_test() as pilot:
        label, other = list(pilot.app.query(Label))[:2]
        label.add_class("wide")
        assert label.size.width != other.size.width or label.styles.width != other.styles.width
        pilot.app.stylesheet.add_source(".c Label { color: blue; } Label.late { color: lime; }")
        last = pilot.app.query(Label).last()
        pilot.app.stylesheet.update(pilot.app)
        assert last.styles.color == Color.parse("blue")
        assert other.styles.color != last.styles.color
        other.add_class("late")
        assert other.styles.color == Color.parse("lime")


async def test_what_looks_the_same_already_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    changed: list[DOMNode] = []
    replace_rules = Remembering.replace_rules

    def noted(self: Remembering, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        changed.append(node)
        replace_rules(self, node, rules, animate=animate)

    async with Forms().run_test() as pilot:
        monkeypatch.setattr(Remembering, "replace_rules", noted)
        pilot.app.stylesheet.update(pilot.app)
        assert changed == []
        label = pilot.app.query(Label).first()
        label.styles.base.color = Color.parse("blue")
        pilot.app.stylesheet.update(pilot.app)
        assert changed == [label]
        assert label.styles.color != Color.parse("blue")


def test_rules_are_read_once_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(scope: str, css: str, *args: object, **options: object) -> Iterable[RuleSet]:
        read.append(css)
        return parse(scope, css, *args, **options)  # type: ignore[arg-type]

    sheet = Remembering()
    monkeypatch.setattr(stylesheet, "parse", noted)
    for number in range(200):
        sheet.add_source(f".a{number} {{ color: red; }}")
        assert len(sheet.rules) == number + 1
    assert len(read) == 200
