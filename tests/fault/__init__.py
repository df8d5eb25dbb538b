"""What must never be lost, tried on the real program."""
