"""Which parts each step shows, by the key it has in the template."""

from typing import Final

from medreview.tui.steps import (
    attendance,
    closing,
    content,
    cooperation,
    decisions,
    expertise,
    goals,
    look_back,
    preparation,
    status,
)
from medreview.tui.steps.view import Parts

PARTS: Final[dict[str, Parts]] = {
    "preparation": preparation.parts,
    "attendance": attendance.parts,
    "look_back": look_back.parts,
    "status": status.parts,
    "content": content.parts,
    "cooperation": cooperation.parts,
    "goals": goals.parts,
    "expertise": expertise.parts,
    "decisions": decisions.parts,
    "closing": closing.parts,
}
