"""Tests of the minutes: what a document says, and that every format says exactly that."""
