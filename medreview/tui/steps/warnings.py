"""Findings where they belong: above the step in which they are mended."""

from collections.abc import Callable

from textual.content import Content

from medreview.domain import findings
from medreview.i18n import current
from medreview.templates import load_template
from medreview.tui.widgets.part import Scope


def findings_of(step: str) -> Callable[[Scope], Content]:
    """Return a panel's text: what the rules find in that step, duties aside (the last step shows those)."""

    def text(scope: Scope) -> Content:
        template = load_template(scope.dossier.review.template)
        found = [one for one in findings.of_review(scope.dossier, template) if one.step == step]
        lines = [
            Content.styled("! " + current().finding(one.code, **one.params), "$warn")
            for one in found
            if one.code not in ("duty_not_covered", "methods_not_judged")
        ]
        return Content("\n").join(lines)

    return text
