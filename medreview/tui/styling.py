"""Styling widgets without trying all rules anew where it is known what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet, Selector
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

R = TypeVar("R")

_SHEETS: Final = 1024
"""Kinds of widgets whose rules are read once; Textual keeps 64, and with more of them reads all for each new one."""

_FLAGS: Final = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What Textual notes on a widget about the rules for it."""

Ask = tuple[int, Callable[[Any], bool]]
"""What a rule asks of the widget so many steps down: whether it has the focus, the mouse, neighbours …"""


@dataclass(frozen=True, eq=False)
class Look:
    """What the rules say of a widget; None where none says anything."""

    rules: RulesMap | None
    flags: tuple[bool, ...]


@dataclass(eq=False)
class Place:
    """A widget and those around it as rules see them, with its looks by the answers to what its rules ask."""

    inside: dict[tuple[type[DOMNode], frozenset[str], str | None], Place] = field(default_factory=dict)
    """The places in it, by the kind of what stands there, and its classes and id as far as any rule names them."""
    names: set[str] = field(default_factory=set)
    asks: list[Ask] | None = None
    looks: dict[tuple[bool, ...], Look] = field(default_factory=dict)

    def forget(self, names: set[str] | None) -> None:
        """Forget what rules of these names may say differently by now, or everything; so in all places inside."""
        if names is None or not names.isdisjoint(self.names):
            self.asks = None
            self.looks.clear()
        for place in self.inside.values():
            place.forget(names)


class Remembering(Stylesheet):
    """A sheet that remembers how widgets of a kind look at a place; Textual's own tries all rules each time."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SHEETS)
        self._everywhere = Place()
        self._known: list[RuleSet] = []
        self._named: set[str] = set()
        """The kinds, classes and ids that any rule names."""
        self._said: RulesMap | None = None
        """What the rules said of the widget that was styled last."""
        self._worn: WeakKeyDictionary[DOMNode, tuple[Look, int]] = WeakKeyDictionary()
        """How widgets look, and how often that had been changed by then."""

    def apply(
        self,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[Any, RulesMap] | None = None,  # noqa: ARG002 - what is remembered here lasts longer
    ) -> None:
        """Let a widget and its parts look as the rules say."""
        if self.rules is not self._known:
            self._learn()
        nodes = node.css_path_nodes
        place = self._place(nodes)
        state = tuple([ask(nodes[index]) for index, ask in place.asks or ()])
        look = place.looks.get(state)
        if look is None:
            self._said = None
            super().apply(node, animate=animate)
            look = place.looks[state] = Look(self._said, tuple(getattr(node, flag) for flag in _FLAGS))
        elif self._worn.get(node) == (look, node.styles.base._updates):
            node.notify_style_update()
        else:
            self._put_on(node, look, animate=animate)
        self._worn[node] = look, node.styles.base._updates
        self._dress_parts(node)

    def replace_rules(  # type: ignore[override]  # it is only asked of a sheet, never of the class
        self, node: DOMNode, rules: RulesMap, animate: bool = False
    ) -> None:
        """Give a widget what the rules say, and keep it in mind."""
        self._said = rules
        super().replace_rules(node, rules, animate=animate)

    def _process_component_classes(self, node: DOMNode) -> None:
        """Leave the parts of a widget for later."""

    def _put_on(self, node: DOMNode, look: Look, *, animate: bool) -> None:
        for flag, holds in zip(_FLAGS, look.flags, strict=True):
            setattr(node, flag, holds)
        if look.rules is not None:
            self.replace_rules(node, look.rules, animate=animate)

    def _dress_parts(self, node: DOMNode) -> None:
        """Let the parts of a widget look as the rules say; other than in Textual they stay the same ones."""
        changed = False
        for name in sorted(node._get_component_classes()):
            part = _part_of(node, name)
            before = part.styles.base._updates
            self.apply(part)
            changed = changed or before != part.styles.base._updates
        if changed:
            node.refresh()

    def _learn(self) -> None:
        """Learn of other rules, and forget what they may say differently."""
        known, self._known = set(self._known), self.rules
        added = [rule for rule in self.rules if rule not in known]
        self._named.update(one.name for rule in added for selectors in rule.selector_set for one in selectors.selectors)
        names = {name for rule in added for name in rule.selector_names}
        self._everywhere.forget(names if known.issubset(self.rules) else None)

    def _place(self, nodes: list[DOMNode]) -> Place:
        """Return where the last of these nodes stands."""
        place = self._everywhere
        for node in nodes:
            kind = type(node), frozenset(self._named & node._classes), node._id if node._id in self._named else None
            if kind not in place.inside:
                place.inside[kind] = Place(names=node._selector_names)
            place = place.inside[kind]
        if place.asks is None:
            place.asks = list(set(self._asks(nodes)))
        return place

    def _asks(self, nodes: list[DOMNode]) -> Iterator[Ask]:
        """Yield what the rules for the last of these nodes ask of it and of those around it."""
        last = len(nodes) - 1
        names = self.rules_map.keys() & nodes[last]._selector_names
        rules = {rule for name in names for rule in self.rules_map[name]}
        sets = (_with_place(selectors.selectors) for rule in rules for selectors in rule.selector_set)
        for selector, is_last in (pair for pairs in sets for pair in pairs):
            for index in range(last if is_last else 0, last + 1):
                if selector.pseudo_classes and selector._check(nodes[index]):
                    asks = nodes[index]._PSEUDO_CLASSES
                    yield from ((index, asks[name]) for name in selector.pseudo_classes & asks.keys())


def _part_of(node: DOMNode, name: str) -> DOMNode:
    """Return the part of a widget of this name; it is made when it is asked for first."""
    styles = node._component_styles.get(name)
    part = styles.node if styles else None
    if part is None:
        part = DOMNode(classes=name)
        part._attach(node)
        node._component_styles[name] = part.styles
    return part


def _with_place(selectors: list[Selector]) -> Iterator[tuple[Selector, bool]]:
    """Yield selectors, the last one first, with whether it is the last node that they look at."""
    is_last = True
    for following, selector in zip([None, *reversed(selectors)], reversed(selectors), strict=False):
        is_last = is_last and (following is None or not selector.advance)
        yield selector, is_last


class StylingApp(App[R]):
    """An app whose widgets are styled by such a sheet."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.stylesheet = Remembering(variables=self.stylesheet._variables)
