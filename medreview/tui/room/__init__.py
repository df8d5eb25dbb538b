"""What a room of people reads along: one thing at a time, large, at most 60 characters a line."""
