"""Bad exchange files: refused with the place, and not a byte of the archive changes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from medreview.domain.errors import Refusal
from medreview.i18n import Translator
from medreview.operations import exchange
from medreview.operations.archives import Archive
from tests.archives import a_full_review, stored

TEXT = exchange.export_json(a_full_review())
NOWHERE = "00000000-0000-4000-8000-000000000000"

Change = Callable[[dict[str, Any]], object]


def refusal_of(archive: Archive, content: str | bytes) -> tuple[str, object]:
    """Return code and place of the refusal, after checking that the archive is as it was and the sentence complete."""
    path = archive.path.with_name("import.json")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    before = archive.path.read_bytes()
    with pytest.raises(Refusal) as refusal:
        exchange.import_review(archive, path)
    assert archive.path.read_bytes() == before
    sentence = Translator("da").refusal(refusal.value.code, **refusal.value.params)
    assert str(path) in sentence
    assert "\x1b" not in sentence
    return refusal.value.code, refusal.value.params.get("where", refusal.value.params.get("line"))


def put(*places: str | int, value: Any) -> Change:
    """Return a change of the document that sets a value."""

    def change(document: dict[str, Any]) -> None:
        target: Any = document
        for place in places[:-1]:
            target = target[place]
        target[places[-1]] = value

    return change


def drop(*places: str | int) -> Change:
    """Return a change of the document that removes something."""

    def change(document: dict[str, Any]) -> None:
        target: Any = document
        for place in places[:-1]:
            target = target[place]
        del target[places[-1]]

    return change


def repeat(part: str) -> Change:
    """Return a change of the document that repeats the first entity of a part."""
    return lambda document: document["dossier"][part].append(document["dossier"][part][0])


D = "dossier"


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (put("format", value="medreview-plan"), "not_exchange", None),
        (drop("format"), "not_exchange", None),
        (put("version", value=2), "exchange_newer", None),
        (put("version", value=0), "exchange_field", "version"),
        (put("version", value=True), "exchange_field", "version"),
        (put("version", value="1"), "exchange_field", "version"),
        (drop("version"), "exchange_field", "version"),
        (put("partial", value=1), "exchange_field", "partial"),
        (put("sha256", value=None), "exchange_field", "sha256"),
        (put("sha256", value="0" * 63), "exchange_field", "sha256"),
        (put("sha256", value="0" * 63 + "X"), "exchange_field", "sha256"),
        (put("sha256", value="0" * 64 + "\n"), "exchange_field", "sha256"),
        (put("sha256", value="0" * 64), "exchange_altered", None),
        (drop(D), "exchange_field", "dossier"),
        (put(D, value=[]), "exchange_field", "dossier"),
        (put("comment", value=""), "exchange_field", "comment"),
        (put("\x1b]0;x\x07", value=""), "exchange_field", "�]0;x�"),
        (put("x" * 500, value=""), "exchange_field", "x" * 80),
        (drop(D, "review"), "exchange_field", "review"),
        (put(D, "goals", 1, "target", value="many"), "exchange_field", "goals.1.target"),
        (put(D, "goals", 1, "target", value="1e99999"), "exchange_field", "goals.1.target"),
        (put(D, "goals", 1, "target", value="NaN"), "exchange_field", "goals.1.target"),
        (put(D, "goals", 0, "year", value=str(2026)), "exchange_field", "goals.0.year"),
        (put(D, "goals", 0, "year", value=2026.0), "exchange_field", "goals.0.year"),
        (put(D, "goals", 0, "year", value=10**17), "exchange_field", "goals.0.year"),
        (put(D, "goals", 0, "year", value=2025), "exchange_field", "goals.0.year"),
        (put(D, "goals", 0, "colour", value="red"), "exchange_field", "goals.0.colour"),
        (put(D, "goals", 0, "kind", value="wish"), "exchange_field", "goals.0.kind"),
        (put(D, "goals", 0, "text", value="x" * 20_001), "exchange_field", "goals.0.text"),
        (put(D, "goals", 0, "text", value=None), "exchange_field", "goals.0.text"),
        (put(D, "goals", 0, "id", value="7"), "exchange_field", "goals.0.id"),
        (drop(D, "goals", 1, "id"), "exchange_field", "goals.1.id"),
        (drop(D, "status", "id"), "exchange_field", "status.id"),
        (put(D, "goals", value={}), "exchange_field", "goals"),
        (put(D, "committee", "name", value=" "), "exchange_field", "committee.name"),
        (put(D, "members", 0, "vacant", value=1), "exchange_field", "members.0.vacant"),
        (put(D, "members", 0, "left", value="2018-01-01"), "exchange_field", "members.0"),
        (put(D, "meetings", 0, "held_on", value="24.11.2026"), "exchange_field", "meetings.0.held_on"),
        (put(D, "meetings", 0, "held_on", value="2026-02-30"), "exchange_field", "meetings.0.held_on"),
        (put(D, "meetings", 0, "held_on", value="9999-12-31"), "exchange_field", "meetings.0.held_on"),
        (put(D, "meetings", 0, "ends", value="08:00:00"), "exchange_field", "meetings.0"),
        (put(D, "review", "template", value="../dk-med"), "exchange_field", "review.template"),
        (put(D, "review", "template", value="se-sam"), "exchange_field", "review.template"),
        (put(D, "notes", 0, "step", value="coffee"), "exchange_field", "notes.0.step"),
        (put(D, "agenda", 1, "step", value="coffee"), "exchange_field", "agenda.1.step"),
        (drop(D, "evaluations", 1), "exchange_field", "last_goals.1"),
        (put(D, "last_goals", 0, "year", value=2026), "exchange_field", "last_goals.0"),
        (put(D, "review", "id", value=NOWHERE), "exchange_dangling", "preparation.review_id"),
        (put(D, "review", "committee_id", value=NOWHERE), "exchange_dangling", "review.committee_id"),
        (put(D, "attendance", 3, "member_id", value=NOWHERE), "exchange_dangling", "attendance.3.member_id"),
        (put(D, "guests", 0, "agenda_item_id", value=NOWHERE), "exchange_dangling", "guests.0.agenda_item_id"),
        (put(D, "goals", 0, "focus_area_id", value=NOWHERE), "exchange_dangling", "goals.0.focus_area_id"),
        (put(D, "goals", 0, "predecessor_id", value=NOWHERE), "exchange_dangling", "goals.0.predecessor_id"),
        (put(D, "figures", 0, "indicator_id", value=NOWHERE), "exchange_dangling", "figures.0.indicator_id"),
        (put(D, "activities", 0, "goal_id", value=NOWHERE), "exchange_dangling", "activities.0.goal_id"),
        (put(D, "goals", 0, "committee_id", value=NOWHERE), "exchange_dangling", "goals.0.committee_id"),
        (repeat("decisions"), "exchange_twice", "decisions.1"),
        (repeat("goals"), "exchange_twice", "goals.2"),
        (put(D, "figures", 1, "year", value=2025), "exchange_twice", "figures.1"),
    ],
)
def test_a_document_that_does_not_fit(archive: Archive, change: Change, code: str, where: str | None) -> None:
    document = json.loads(TEXT)
    change(document)
    assert refusal_of(archive, json.dumps(document)) == (code, where)


@pytest.mark.parametrize(
    ("content", "code", "where"),
    [
        ("", "not_json", 1),
        ("{", "not_json", 1),
        (TEXT[: len(TEXT) // 2], "not_json", TEXT[: len(TEXT) // 2].count("\n") + 1),
        (TEXT + "x", "not_json", TEXT.count("\n") + 1),
        ("\x00" * 100, "not_json", 1),
        ("[]", "not_exchange", None),
        ("null", "not_exchange", None),
        ('"medreview-review"', "not_exchange", None),
        (TEXT.encode("utf-16"), "not_json", 1),
        (("\n\n" + TEXT.replace("Strandhaven", "Åhaven")).encode("cp1252"), "not_json", None),
        (TEXT.replace('"version": 1', '"version": 1, "version": 1'), "exchange_twice", "version"),
        (TEXT.replace('"year"', '"x\x1b": 1, "x\x1b": 2, "year"', 1), "not_json", None),
        (TEXT.replace('"year"', '"x\\u001b": 1, "x\\u001b": 2, "year"', 1), "exchange_twice", "x�"),
        (TEXT.replace('"version": 1', '"version": NaN'), "not_exchange", None),
        (TEXT.replace('"version": 1', '"version": -Infinity'), "not_exchange", None),
        (TEXT.replace('"version": 1', f'"version": {"9" * 5000}'), "not_exchange", None),
        ("[" * 100_000 + "]" * 100_000, "not_exchange", None),
        ('{"a":' * 100_000, "not_exchange", None),
        (TEXT.replace("Strandhaven", "\\ud800"), "exchange_field", "dossier"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "not_json", 1),
    ],
)
def test_a_file_that_is_no_proper_json(archive: Archive, content: str | bytes, code: str, where: object) -> None:
    found = refusal_of(archive, content)
    assert found[0] == code
    assert where is None or found[1] == where


def test_a_file_that_is_too_large(archive: Archive) -> None:
    assert refusal_of(archive, b" " * (exchange.SIZE_LIMIT + 1)) == ("too_large", None)


def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    with pytest.raises(Refusal, match="file_missing"):
        exchange.read_exchange(tmp_path / "nothing.json")
    with pytest.raises(Refusal, match="not_exchange"):
        exchange.read_exchange(tmp_path)
    with pytest.raises(Refusal, match="cannot_open"):
        exchange.read_exchange(tmp_path / ("x" * 400))
    path = tmp_path / "x.json"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Refusal, match="cannot_open"):
        exchange.read_exchange(path)


def test_a_file_that_stops_half_way_through_storing_leaves_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = a_full_review()
    broken = full.model_copy(update={"figures": (full.figures[0].model_copy(update={"indicator_id": full.review.id}),)})
    before = archive.path.read_bytes()
    with pytest.raises(Refusal, match="gone"):
        exchange.store_review(archive, broken)
    assert archive.path.read_bytes() == before
    assert stored(archive, full).review == full.review
