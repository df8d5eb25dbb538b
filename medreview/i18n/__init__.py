"""The languages of screens and minutes: texts, terms, dates and numbers.

Texts in the code are English; the catalogues hold Danish and Swedish. `tr` and `ntr` follow the language of the
screens; a `Translator` of its own serves minutes in another language.
"""

from medreview.i18n.terms import N_
from medreview.i18n.translator import LANGUAGES, Translator, current, ntr, tr, use

__all__ = ["LANGUAGES", "N_", "Translator", "current", "ntr", "tr", "use"]
