"""The acceptance cases of the field, each from the first operation to the text of its minutes."""
