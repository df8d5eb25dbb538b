"""What the screens share that are one page: it scrolls, and its controls look alike."""

from __future__ import annotations

from medreview.tui.screens.base import BaseScreen


class Page(BaseScreen):
    """A screen with one page between its bars."""

    DEFAULT_CSS = """
    Page > VerticalScroll { padding: 1 2 0 2; scrollbar-size-vertical: 1; align-horizontal: center; }
    Page Label { width: 100%; height: auto; max-width: 100; }
    Page > VerticalScroll Static { height: auto; max-width: 100; }
    Page .title { text-style: bold; color: $accent; }
    Page .hint { color: $muted; }
    Page .below { margin: 0 0 1 0; }
    Page .label { color: $muted; }
    Page .wrong { color: $bad; }
    Page Form, Page Records, Page Field { max-width: 100; }
    Page > VerticalScroll > Choice { max-width: 100; margin: 0 0 1 0; }
    Page OptionList { height: auto; border: none; background: $background; padding: 0; max-width: 100; }
    Page OptionList:focus { border: none; background-tint: $background 0%; }
    Page .buttons { height: auto; margin: 0 0 1 0; max-width: 100; }
    Page Facts { max-width: 100; }
    Page Button { min-width: 0; width: auto; margin: 0 1 0 0; padding: 0 1; border: none; background: $panel;
        color: $text; }
    Page Button.main { background: $chosen; color: $on-chosen; text-style: bold; }
    Page Button:focus { background: $chosen; color: $on-chosen; text-style: bold underline; }
    Page Input, Page Input.-textual-compact { background: $field; padding: 0 1; }
    Page Input:focus { background: $field-focus; background-tint: $field-focus 0%; }
    Page Checkbox { background: transparent; padding: 0; border: none; width: auto; margin: 0 2 0 0; }
    Page Checkbox:focus { background: $field-focus; background-tint: $field-focus 0%; border: none; }
    Page Checkbox > .toggle--button { color: $field; background: $field; }
    Page Checkbox.-on > .toggle--button { color: $text; background: $field; }
    Page Checkbox > .toggle--label { color: $text; }
    Page Checkbox:focus > .toggle--label { background: $field-focus; color: $text; text-style: bold; }
    """
