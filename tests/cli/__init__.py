"""The commands, in this process and as a program of their own."""
