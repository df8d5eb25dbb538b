"""The archive file and what is read from it."""
