"""The steps of a discussion as data: which parts each one shows."""
