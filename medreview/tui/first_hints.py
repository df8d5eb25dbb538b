"""One line for whoever is somewhere for the first time; it goes by itself or with a click, and never comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from medreview.i18n import N_, tr

if TYPE_CHECKING:
    from medreview.tui.archive_app import ArchiveApp

HINTS: Final = {
    "home": N_("New here? F1 explains what you see, Ctrl+P finds everything, and nothing has to be saved."),
    "review": N_("F4 and a digit go to any step, in any order. F1 explains the field you are in, with an example."),
    "room": N_("← and →, a click or a presenter turn; Enter writes; F4 goes to another step; Esc goes back."),
}
"""What is worth knowing first, by place."""

_SECONDS: Final = 12


def hint_once(app: ArchiveApp, place: str) -> None:
    """Say the hint of a place once on this computer; never over the example, which is shown to others."""
    if app.is_example or place in app.settings.hints_seen:
        return
    app.change_settings(hints_seen=(*app.settings.hints_seen, place))
    app.notify(tr(HINTS[place]), timeout=_SECONDS, markup=False)


def end_hints(app: ArchiveApp) -> None:
    """Take the hints away."""
    app.unsay(*(tr(hint) for hint in HINTS.values()))
