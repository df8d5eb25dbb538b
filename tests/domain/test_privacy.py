"""What looks like a personal number, and what only looks as if it did."""

from hashlib import sha256
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.decision import Decision
from medreview.domain.privacy import has_personal_number, places, step_of
from medreview.domain.review import StepNote
from tests.builders import a_full_dossier

DANISH: Final = (
    "010170-1234",
    "Medarbejderen (010170-1234) har været syg.",
    "CPR 0101701234",
    "cpr-nr.: 010170 1234.",
    "010170 - 1234",
    "310399–4321",
    "290200-4321",
    "290204-5321",
    "Født 121285-2222, ansat 2010",
    "1212852222",
    "linje\n050555-1111\nlinje",
)
SWEDISH: Final = (
    "811228-9874",
    "19811228-9874",
    "198112289874",
    "670919-9530",
    "Personnummer: 640823-3234.",
    "19640883-3231",
    "121212+1212",
)
HARMLESS: Final = (
    "",
    "Tlf. 12 34 56 78",
    "Telefon 12345678",
    "+45 12345678",
    "+4512345678",
    "+46701234567",
    "070-123 45 67",
    "0701234567",
    "Mobil: 0708123456",
    "Sagsnr. 2025-05310",
    "25/05310",
    "Sag 1012241234",
    "Sagsnr. 81.38.00-A00-1-26",
    "EAN 5798001234567",
    "5790000123456",
    "CVR 29189854",
    "P-nr. 1003428754",
    "22-11-2026",
    "22.11.2026",
    "2026-11-22",
    "20261122",
    "221126",
    "22112026",
    "1.250.000,50",
    "320170-1234",
    "011370-1234",
    "300299-1234",
    "290201-1235",
    "811228-9875",
    "19811328-9874",
    "556036-0793",
    "kl. 0900-1530",
    "Konto 1234-0101701234",
    "0101701234567",
    "01017012345",
    "a010170-1234",
    "010170-1234a",
    "010170-12345",
    "1010170-1234",
    "010170-1234-5",
    "2025-010170-1234",
    "ISBN 978-87-02-12345-6",
    "550e8400-e29b-41d4-a716-446655440000",
    sha256(b"medreview").hexdigest(),
    "2024–2026",
    "Uge 46-1234",
)


@pytest.mark.parametrize("text", [*DANISH, *SWEDISH])
def test_a_personal_number_is_found(text: str) -> None:
    assert has_personal_number(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_other_figures_are_not(text: str) -> None:
    assert not has_personal_number(text)


@given(st.binary())
def test_no_sha256_is_one(content: bytes) -> None:
    assert not has_personal_number(sha256(content).hexdigest())


@given(st.uuids())
def test_no_id_is_one(key: UUID) -> None:
    assert not has_personal_number(str(key))


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    assert has_personal_number(f"{text}\n010170-1234\n{text}")


def test_places_are_told_in_the_order_of_the_steps_without_the_number() -> None:
    dossier = a_full_dossier()
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    decision = Decision(**owner, text="Om 010170-1234", discussion="050555-1111 og 811228-9874")
    note = StepNote(**owner, step="status", note="0101701234")
    told = places(dossier.model_copy(update={"decisions": (decision,), "notes": (note,)}))
    assert [(place.step, place.entity, place.field) for place in told] == [
        ("status", note, "note"),
        ("decisions", decision, "discussion"),
        ("decisions", decision, "text"),
    ]
    assert len({place.key for place in told}) == 3
    assert not any(has_personal_number(place.key) for place in told)


def test_the_full_review_of_the_builders_has_none() -> None:
    assert places(a_full_dossier()) == ()


def test_only_what_belongs_there_is_written_in_the_last_step() -> None:
    dossier = a_full_dossier()
    last = {part for part, _ in dossier if part != "notes" and step_of(part, dossier.review) == "closing"}
    assert last == {"closing", "review", "addenda"}
