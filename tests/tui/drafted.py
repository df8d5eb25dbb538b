"""What is kept of what was typed and not stored, as tests look at it."""

from pathlib import Path

from medreview.operations import drafts
from medreview.operations.archives import open_to_read


def kept(path: Path) -> list[str]:
    """Return every text that is kept as a draft in the file at the path."""
    archive = open_to_read(path)
    try:
        return [text for draft in drafts.load(archive).values() for text in draft.fields.values()]
    finally:
        archive.close()
