"""Who may read or do what: decided here and nowhere else, and explained wherever it is refused."""
