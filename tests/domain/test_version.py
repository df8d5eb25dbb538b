"""The canonical form of approved minutes and its SHA-256, which must stay what they are for decades."""

import json
from datetime import date
from hashlib import sha256

import pytest
from pydantic import ValidationError

from medreview.domain.addendum import Addendum
from medreview.domain.dossier import Dossier
from medreview.domain.version import approved_version, canonical
from tests.archives import an_approved_review

APPROVED = an_approved_review()


def an_addendum(**values: object) -> Addendum:
    """Return an addendum to the approved review."""
    usual = {"review_id": APPROVED.review.id, "number": 1, "made_on": date(2026, 12, 24), "reason": "Fejl", "text": "x"}
    return Addendum.model_validate({**usual, **values})


def test_the_canonical_form_is_sorted_dense_and_without_defaults() -> None:
    content = canonical(APPROVED)
    read = json.loads(content)
    assert content == json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "version" not in read["review"]
    assert read["review"]["id"] == str(APPROVED.review.id)
    assert read["goals"][0]["target"] == str(APPROVED.goals[0].target)


def test_the_review_comes_back_from_it_and_gives_it_again() -> None:
    version = approved_version(APPROVED)
    assert version.dossier == APPROVED.model_copy(update={"later_follow_ups": ()})
    assert canonical(version.dossier) == version.content
    assert version.sha256 == sha256(version.content.encode()).hexdigest()
    assert version.number == 1
    assert version.is_intact


def test_every_value_counts_but_not_what_comes_after_the_approval() -> None:
    digest = approved_version(APPROVED).sha256
    added = APPROVED.model_copy(update={"addenda": (an_addendum(),)})
    assert approved_version(added).sha256 == digest
    assert approved_version(APPROVED.model_copy(update={"later_follow_ups": ()})).sha256 == digest
    for part, entity in APPROVED.entities():
        kind = type(entity)
        if part == "later_follow_ups":
            continue
        for name, info in kind.model_fields.items():
            if name.endswith("id") or info.is_required() or getattr(entity, name) == info.get_default():
                continue
            changed = _with(part, entity.model_copy(update={name: info.get_default()}))
            if changed != APPROVED:
                assert approved_version(changed).sha256 != digest, (part, name)


def _with(part: str, entity: object) -> Dossier:
    value = getattr(APPROVED, part)
    if isinstance(value, tuple):
        entity = tuple(entity if one.id == getattr(entity, "id", None) else one for one in value)
    return APPROVED.model_copy(update={part: entity})


def test_a_changed_content_is_noticed() -> None:
    version = approved_version(APPROVED)
    assert not version.model_copy(update={"content": version.content.replace("Karen", "Karin")}).is_intact


@pytest.mark.parametrize("values", [{"reason": " "}, {"text": ""}, {"number": 0}, {"version": 0}])
def test_an_addendum_says_something_and_why(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        an_addendum(**values)
