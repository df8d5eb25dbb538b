"""What keeps approved minutes as they are in the file itself, whatever program writes to it.

A review is sealed while one of its versions is in force. A sealed review and all it holds can neither be changed nor
added to; only withdrawing the version, while there is no later review, unseals it. Versions and addenda stay for good
and go only with the review itself, which once approved goes only with its committee.
"""

from collections.abc import Iterator, Mapping
from typing import Final

REFUSED: Final = "approved content never changes"
"""What SQLite says when one of the triggers refuses."""

_SEALED: Final = """EXISTS (
    SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
    WHERE version.review_id = {review} AND version.withdrawn_on IS NULL)"""

_LATER: Final = """EXISTS (
    SELECT 1 FROM review AS own JOIN review AS later ON later.committee_id = own.committee_id AND later.year > own.year
    WHERE own.id = OLD.review_id)"""

REVIEW_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("preparation", "status", "content", "cooperation", "expertise", "closing"),
            *("meeting", "agenda_item", "step_note", "evaluation", "indicator", "focus_area", "planned_meeting"),
            *("training", "decision", "action", "disagreement", "raised_matter"),
        ),
        "{row}.review_id",
    ),
    **dict.fromkeys(
        ("attendance", "guest", "timed_line", "time_span"),
        "(SELECT review_id FROM meeting WHERE id = {row}.meeting_id)",
    ),
    "figure": "(SELECT review_id FROM indicator WHERE id = {row}.indicator_id)",
    "goal": "(SELECT id FROM review WHERE committee_id = {row}.committee_id AND year = {row}.year)",
    "activity": """(
    SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
    WHERE goal.id = {row}.goal_id)""",
    "follow_up": """coalesce(
    (SELECT review_id FROM evaluation WHERE goal_id = {row}.goal_id),
    (SELECT review_id FROM action WHERE predecessor_id = {row}.action_id))""",
    "review": "{row}.id",
    "version": "{row}.review_id",
    "addendum": "{row}.review_id",
}
"""How each table with what a review holds finds its review, and a review itself."""

_WITH_OWN_RULES: Final = ("review", "version", "addendum")

_WITHDRAWAL: Final = (
    "OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL AND NEW.id = OLD.id AND NEW.review_id = OLD.review_id "
    "AND NEW.number = OLD.number AND NEW.content = OLD.content AND NEW.sha256 = OLD.sha256"
)


def statements() -> Iterator[str]:
    """Yield the statements that create the triggers in a new archive."""
    for table, review in REVIEW_OF.items():
        if table in _WITH_OWN_RULES:
            continue
        old, new = (_SEALED.format(review=review.format(row=row)) for row in ("OLD", "NEW"))
        yield _trigger(table, "INSERT", new)
        yield _trigger(table, "UPDATE", f"{old} OR {new}")
        yield _trigger(table, "DELETE", old)
    there = "EXISTS (SELECT 1 FROM review WHERE id = OLD.review_id)"
    own = _SEALED.format(review="OLD.id")
    committee = "EXISTS (SELECT 1 FROM committee WHERE id = OLD.committee_id)"
    yield _trigger("review", "UPDATE", own)
    approved = "EXISTS (SELECT 1 FROM version WHERE review_id = OLD.id)"
    yield _trigger("review", "DELETE", f"{approved} AND {committee}")
    yield _trigger("version", "INSERT", _SEALED.format(review="NEW.review_id"))
    yield _trigger("version", "UPDATE", f"NOT ({_WITHDRAWAL}) OR {_LATER}")
    yield _trigger("version", "DELETE", there)
    yield _trigger("addendum", "INSERT", f"NOT {_SEALED.format(review='NEW.review_id')}")
    yield _trigger("addendum", "UPDATE", "1")
    yield _trigger("addendum", "DELETE", there)


def _trigger(table: str, event: str, refused: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{event.lower()}_sealed BEFORE {event} ON {table} WHEN {refused} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )
