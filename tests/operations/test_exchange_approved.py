"""The SHA-256 in an exchange file: a review that was changed after its approval does not pass for the approved one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from medreview.domain.errors import Refusal
from medreview.domain.version import approved_version
from medreview.minutes import Choices, Kind
from medreview.operations import exchange, reviews
from medreview.operations.archives import Archive
from tests.archives import a_full_review, an_approved_review, stored, write_exchange
from tests.operations import worlds

Document = dict[str, Any]


def rewritten(path: Path, change: Callable[[Document], object]) -> Path:
    """Change the document in the file."""
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_an_approved_review_carries_the_sha256_of_its_version(archive: Archive, tmp_path: Path) -> None:
    approved = worlds.approved(archive, worlds.a_started_review(archive))
    path = write_exchange(tmp_path, approved)
    read = exchange.read_exchange(path)
    assert read.sha256 == approved_version(approved).sha256
    assert not read.partial
    assert exchange.import_review(archive, path).unchanged
    assert exchange.read_exchange(write_exchange(tmp_path, a_full_review())).sha256 == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document["dossier"]["goals"][0].update(text="Another goal"),
        lambda document: document["dossier"]["decisions"].clear(),
        lambda document: document["dossier"]["review"].update(state="in_session"),
        lambda document: document.update(sha256="0" * 64),
    ],
)
def test_what_was_changed_since_is_refused(
    archive: Archive, tmp_path: Path, change: Callable[[Document], object]
) -> None:
    path = rewritten(write_exchange(tmp_path, an_approved_review()), change)
    before = archive.path.read_bytes()
    with pytest.raises(Refusal, match="exchange_altered") as refusal:
        exchange.import_review(archive, path)
    assert refusal.value.params == {"path": path}
    assert archive.path.read_bytes() == before
    assert exchange.read_exchange(path, trusting=True).sha256


def test_a_file_of_an_earlier_medreview_is_read(archive: Archive, tmp_path: Path) -> None:
    def as_before(document: Document) -> None:
        del document["partial"], document["sha256"]

    path = rewritten(write_exchange(tmp_path, an_approved_review()), as_before)
    imported = exchange.import_review(archive, path)
    assert (imported.unchanged, imported.partial) == (False, False)
    assert exchange.import_review(archive, path).unchanged


def test_a_part_bears_the_sha256_of_the_whole(archive: Archive, tmp_path: Path) -> None:
    whole = stored(archive, an_approved_review())
    part = exchange.cut_json(whole, Kind.MINUTES, Choices(names=False), example=True)
    assert part is not None
    document = json.loads(part)
    assert (document["partial"], document["example"]) == (True, True)
    assert document["sha256"] == approved_version(whole).sha256
    assert exchange.cut_json(whole, Kind.NOTICE, Choices()) is None


@pytest.mark.parametrize(
    ("approved", "digest"), [(True, ""), (False, "0" * 64)], ids=["approved without", "draft with"]
)
def test_a_part_of_an_approved_review_alone_has_a_sha256(tmp_path: Path, approved: bool, digest: str) -> None:
    part = exchange.cut_json(an_approved_review() if approved else a_full_review(), Kind.MINUTES, Choices())
    assert part is not None
    path = tmp_path / "part.json"
    path.write_text(part, encoding="utf-8")
    assert exchange.read_exchange(path).partial
    rewritten(path, lambda document: document.update(sha256=digest))
    with pytest.raises(Refusal, match="exchange_field") as refusal:
        exchange.read_exchange(path)
    assert refusal.value.params["where"] == "sha256"


def test_a_part_is_stored_as_it_is_and_the_whole_is_then_another_one(archive: Archive, tmp_path: Path) -> None:
    approved = an_approved_review()
    part = exchange.cut_json(approved, Kind.MINUTES, Choices(names=False))
    assert part is not None
    path = tmp_path / "part.json"
    path.write_text(part, encoding="utf-8")
    imported = exchange.import_review(archive, path)
    assert imported.partial
    again = reviews.load(archive, imported.review_id)
    assert again == exchange.read_exchange(path).dossier
    assert exchange.import_review(archive, path).unchanged
    with pytest.raises(Refusal, match="import_differs"):
        exchange.import_review(archive, write_exchange(tmp_path, approved))
