"""Text as the XML of a Word document can hold it."""

import re
from typing import Final

from medreview.domain.cleaning import REPLACEMENT

_UNHOLDABLE: Final = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""


def holdable(text: str) -> str:
    """Return the text with a replacement character for each that XML cannot hold."""
    return _UNHOLDABLE.sub(REPLACEMENT, text)
