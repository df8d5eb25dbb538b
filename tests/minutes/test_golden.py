"""The whole text of one set of minutes in Danish; `UPDATE_GOLDEN=1` writes the file anew."""

from pathlib import Path

from medreview.domain.dossier import Dossier
from medreview.minutes import Choices, Kind, build, render
from medreview.templates import load_template
from tests.cases.comparing import check_golden
from tests.minutes.everything import everything
from tests.minutes.worlds import with_

FOLDER = Path(__file__).parent / "golden"
TEMPLATE = load_template("dk-med")

FREE = {"approval of the agenda (da)": "Godkendelse af dagsorden", "any other business (da)": "Eventuelt"}


def on_the_danish_agenda() -> Dossier:
    """Return the review with the titles of the Danish template, and without the items that it does not have."""
    dossier = everything()
    titles = FREE | {f"item {step.key} (da)": step.item.title.da for step in TEMPLATE.steps if step.item}
    items = [item for item in dossier.agenda if item.title in titles or item.step is None]
    agenda = tuple(item.model_copy(update={"title": titles.get(item.title, item.title)}) for item in items)
    return with_(dossier, agenda=agenda)


def test_full_minutes_in_danish() -> None:
    minutes = build(
        on_the_danish_agenda(), TEMPLATE, Kind.MINUTES, "da", Choices(discussion=True, signatures=True, follow_ups=True)
    )
    check_golden("minutes-da", render(minutes, "txt"), FOLDER)
