"""The app's own themes: *Lys*, *Mørk* (all text at least 4.5:1) and *Projektor* (at least 7:1)."""

from typing import Final

from textual.theme import Theme

from medreview.i18n import N_

LIGHT: Final = "light"
DARK: Final = "dark"
PROJECTOR: Final = "projector"

TITLES: Final = {LIGHT: N_("Light"), DARK: N_("Dark"), PROJECTOR: N_("Projector")}


def _theme(name: str, *, dark: bool, **colour: str) -> Theme:
    """Return a theme in which every colour of text and ground is given, none is mixed."""
    return Theme(
        name=name,
        dark=dark,
        text_alpha=1.0,
        primary=colour["accent"],
        secondary=colour["accent"],
        accent=colour["accent"],
        foreground=colour["text"],
        background=colour["ground"],
        surface=colour["field"],
        panel=colour["panel"],
        success=colour["good"],
        warning=colour["warn"],
        error=colour["bad"],
        variables={
            "muted": colour["muted"],
            "good": colour["good"],
            "warn": colour["warn"],
            "bad": colour["bad"],
            "field": colour["field"],
            "field-focus": colour["field_focus"],
            "band": colour["panel"],
            "cursor": colour["cursor"],
            "chosen": colour["chosen"],
            "on-chosen": colour["on_chosen"],
            "text": colour["text"],
            "text-muted": colour["muted"],
            "text-disabled": colour["muted"],
            "foreground-muted": colour["muted"],
            "foreground-disabled": colour["muted"],
            "border": colour["accent"],
            "border-blurred": colour["muted"],
            "scrollbar": colour["bar"],
            "scrollbar-hover": colour["accent"],
            "scrollbar-active": colour["accent"],
            "scrollbar-background": colour["panel"],
            "scrollbar-background-hover": colour["panel"],
            "scrollbar-background-active": colour["panel"],
            "scrollbar-corner-color": colour["panel"],
            "input-cursor-background": colour["text"],
            "input-cursor-foreground": colour["field"],
            "input-selection-background": colour["chosen"],
            "input-selection-foreground": colour["on_chosen"],
            "block-cursor-background": colour["cursor"],
            "block-cursor-foreground": colour["text"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colour["panel"],
            "block-cursor-blurred-foreground": colour["text"],
            "block-cursor-blurred-text-style": "bold",
            "block-hover-background": colour["panel"],
            "button-foreground": colour["text"],
            "button-color-foreground": colour["on_chosen"],
            "button-focus-text-style": "bold underline",
        },
    )


THEMES: Final = (
    _theme(
        LIGHT,
        dark=False,
        ground="#f3f1ea",
        text="#1c1c1a",
        field="#ffffff",
        field_focus="#fff6d6",
        panel="#e2ded3",
        muted="#5a5850",
        accent="#0b5394",
        chosen="#0b5394",
        cursor="#cfe2f7",
        bar="#b9b4a6",
        on_chosen="#ffffff",
        good="#1e6b2e",
        warn="#7a4b00",
        bad="#a61b1b",
    ),
    _theme(
        DARK,
        dark=True,
        ground="#16181c",
        text="#e8e6e1",
        field="#22262c",
        field_focus="#2d3440",
        panel="#2a2e35",
        muted="#a9adb5",
        accent="#8ab8ee",
        chosen="#8ab8ee",
        cursor="#30405a",
        bar="#555b66",
        on_chosen="#0d1116",
        good="#8fd19a",
        warn="#f0c26b",
        bad="#ff9a92",
    ),
    _theme(
        PROJECTOR,
        dark=False,
        ground="#ffffff",
        text="#000000",
        field="#f2f2f2",
        field_focus="#fff2b3",
        panel="#e4e4e4",
        muted="#333333",
        accent="#00306e",
        chosen="#00306e",
        cursor="#c9dcff",
        bar="#8a8a8a",
        on_chosen="#ffffff",
        good="#0b4416",
        warn="#5a3300",
        bad="#7a0000",
    ),
)
