"""Tests of the agenda templates."""
