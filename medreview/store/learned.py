"""What others can learn, from all reviews in one query."""

import sqlite3
from typing import Final
from uuid import UUID

from medreview.domain.cleaning import clean_line, clean_text
from medreview.domain.goal import Outcome
from medreview.domain.learned import LearnedPoint
from medreview.store.session import Session

_POINTS: Final = """
SELECT c.municipality, c.name, r.year, g.text, e.outcome, e.learned, e.id
FROM evaluation AS e JOIN review AS r ON r.id = e.review_id JOIN goal AS g ON g.id = e.goal_id
JOIN committee AS c ON c.id = r.committee_id
WHERE trim(e.learned, ' ' || char(9, 10, 13)) <> ''
ORDER BY r.year DESC, c.municipality, c.name, g.position, g.id
"""


def learned(session: Session) -> list[LearnedPoint]:
    """Return every learned point, the newest year first.

    Raises:
        sqlite3.DatabaseError: another program wrote what no evaluation can have.
    """
    try:
        return [_point(*row) for row in session.connection.execute(_POINTS)]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise sqlite3.DatabaseError("evaluation holds an unknown value") from error


def _point(municipality: str, committee: str, year: int, goal: str, outcome: str, text: str, key: str) -> LearnedPoint:
    where = (clean_line(municipality), clean_line(committee), year)
    return LearnedPoint(*where, clean_text(goal), Outcome[outcome], clean_text(text), UUID(key))
