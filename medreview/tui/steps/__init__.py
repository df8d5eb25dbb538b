"""The steps of a discussion, each with its parts and the words it needs."""
