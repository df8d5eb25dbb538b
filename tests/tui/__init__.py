"""Tests of the screens, each part alone where it can be."""
