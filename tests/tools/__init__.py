"""Programs for those who work on medreview."""
