"""Checks of the project itself: packaging, documentation, types, style, direction of imports."""
