"""The terminal on Windows, as Textual drives it, except that every character of the keyboard arrives."""

from typing import Final

from textual.drivers.windows_driver import WindowsDriver

KITTY_KEYS: Final = ("\x1b[>1u", "\x1b[<u")
"""What switches another protocol of keys on and off. With it Windows Terminal 1.25 tells of AltGr+2 that Alt and 2
were pressed and leaves out that this makes an @; so `@ { [ ] } \\ |` could not be typed on a Danish keyboard.
"""


class PlainKeysDriver(WindowsDriver):
    """Leaves the keys as they are: what is typed comes as text."""

    def write(self, data: str) -> None:
        """Write to the terminal, except what would change its keys."""
        if data not in KITTY_KEYS:
            super().write(data)
