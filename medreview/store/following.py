"""What was noted between the meetings: it outlives no action, though nothing in the file ties it to one."""

from medreview.domain.decision import Action
from medreview.domain.follow_up import FollowUp
from medreview.domain.review import Review
from medreview.store import entities
from medreview.store.session import Session


def notes_on_actions(session: Session, review: Review) -> list[FollowUp]:
    """Return what was noted on the review's own actions."""
    actions = [one.id for one in entities.find(session, Action, review_id=review.id)]
    return entities.find(session, FollowUp, action_id=actions)
