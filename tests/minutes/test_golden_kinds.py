"""The whole text of the documents beside the minutes, in English; `UPDATE_GOLDEN=1` writes the files anew."""

import pytest

from medreview.minutes import Choices, Kind, build, render
from tests.cases.comparing import check_golden
from tests.minutes.test_golden import FOLDER, TEMPLATE, on_the_danish_agenda


@pytest.mark.parametrize("kind", [Kind.AGENDA, Kind.DECISIONS, Kind.NOTICE, Kind.PROOF, Kind.ACTIONS])
def test_the_text_of_each_kind(kind: Kind) -> None:
    document = build(on_the_danish_agenda(), TEMPLATE, kind, "en", Choices.usual(kind))
    check_golden(f"{kind}-en", render(document, "txt"), FOLDER)
