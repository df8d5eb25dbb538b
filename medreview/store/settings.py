"""The archive's own settings: what it remembers beside the reviews; they are read and noted without the models."""

from medreview.store.session import Session


def get(session: Session, key: str) -> str | None:
    """Return one of the archive's own settings."""
    return next((row["value"] for row in session.select("setting", key=key)), None)


def note(session: Session, key: str, value: str) -> None:
    """Remember one of the archive's own settings; without the tables, for a start that only reads notes one, too."""
    session.begin_step()
    session.connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))


def forget(session: Session, key: str) -> None:
    """Forget one of the archive's own settings."""
    session.begin_step()
    session.connection.execute("DELETE FROM setting WHERE key = ?", (key,))


def starting_with(session: Session, prefix: str) -> dict[str, str]:
    """Return the archive's own settings whose key begins so."""
    return {row["key"]: row["value"] for row in session.select("setting") if row["key"].startswith(prefix)}
