"""The rules of the annual discussion; nothing here knows of screens, files or databases."""
