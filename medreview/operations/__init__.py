"""What a user can do: one function is one transaction and tells what has changed."""
