"""The archive: one SQLite file. The only place that knows sqlmodel, SQLAlchemy and sqlite3."""
