"""How fast the app is, as ratios against bare Textual apps: `python -m tests.bench`."""
