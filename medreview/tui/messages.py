"""What the screens tell each other."""

from textual.message import Message

from medreview.operations.changes import Changes


class ArchiveChanged(Message):
    """An operation changed the archive; whoever shows what it touched reloads that."""

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self.changes = changes
