"""What a user can do, from start to approval, and what is refused."""
