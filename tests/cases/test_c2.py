"""C2: two focus areas in half-years, two working groups as responsible, and no numbers."""

from datetime import date
from typing import Any

from medreview.domain.committee import Office, Role
from medreview.domain.cooperation import FocusArea
from medreview.domain.goal import Activity
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from tests.cases.acts import check_minutes, hold, nothing_to_note, section, set_goal, set_up, text_minutes

SEATS = {
    "Lone Birk": (Role.MANAGEMENT, Office.CHAIR),
    "Torben Kjær": (Role.SUPERVISOR, Office.NONE),
    "Heidi Møller": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
    "Søren Dam": (Role.SAFETY_REPRESENTATIVE, Office.NONE),
}


def test_goals_without_figures_have_no_empty_figures_in_the_minutes(archive: Archive) -> None:
    committee = set_up(archive, SEATS, municipality="Birkelund Kommune", name="MED-udvalg Børn og Unge")
    dossier = reviews.start_review(archive, committee.id, 2026)
    hold(archive, dossier, date(2026, 11, 19))
    review: dict[str, Any] = {"review_id": dossier.review.id, "source": "Hoved-MED"}
    calm = FocusArea(**review, position=0, title="Ro i overgangene", starts=date(2027, 1, 1), ends=date(2027, 6, 30))
    together = FocusArea(
        **review, position=1, title="Faglig sparring", starts=date(2027, 7, 1), ends=date(2027, 12, 31)
    )
    edit.add(archive, calm, together)
    first = set_goal(
        archive,
        dossier,
        focus_area_id=calm.id,
        text="Alle stuer har en fast aftale om overgange",
        criterion="Aftalen hænger på stuen, og personalet bruger den.",
        responsible="Arbejdsgruppe 1",
        runs_until=date(2027, 6, 30),
    )
    set_goal(
        archive,
        dossier,
        focus_area_id=together.id,
        text="Sparring er en del af ugen i alle team",
        criterion="Hvert team fortæller på mødet i december, hvordan det går.",
        responsible="Arbejdsgruppe 2",
        runs_until=date(2027, 12, 31),
    )
    edit.add(archive, Activity(goal_id=first.id, what="Prøv af på to stuer", responsible="Arbejdsgruppe 1"))
    edit.change(archive, dossier.cooperation, working_groups="Arbejdsgruppe 1: overgange\nArbejdsgruppe 2: sparring")
    nothing_to_note(archive, dossier, "status", "cooperation", "expertise")
    approval.approve(archive, dossier.review, date(2026, 11, 26), "Lone Birk, Heidi Møller")

    text = text_minutes(archive, dossier)
    goals = section(text, "Mål for det kommende år")
    assert goals.count("Arbejdsgruppe 1") == 2
    assert "Arbejdsgruppe 2" in goals
    assert "Indsatsområde:" in goals
    assert not [label for label in ("Udgangspunkt", "Måltal", "Enhed") if label in goals]
    content = section(text, "Indholdet af samarbejdet")
    assert "1. januar 2027 – 30. juni 2027" in content
    assert "31. december 2027" in content
    check_minutes("c2", archive, dossier)
