"""Texts, terms, dates and numbers in the three languages."""
