"""The rules of the domain, tested without screens, files or databases."""
