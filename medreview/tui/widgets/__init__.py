"""The building blocks of screens and steps; each works alone in a small host app."""
