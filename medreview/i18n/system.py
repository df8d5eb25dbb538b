"""The language of the computer, for the first start."""

import os
import sys
from collections.abc import Mapping
from typing import Final

from medreview.i18n.translator import LANGUAGES

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the computer's language where it is one of ours, otherwise English."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "") or _windows_language()
    code = named[:2].lower()
    return code if code in LANGUAGES and not named[2:3].isalpha() else "en"


def _windows_language() -> str:
    """Return the name of the language Windows itself is shown in, for example "da_DK"."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
