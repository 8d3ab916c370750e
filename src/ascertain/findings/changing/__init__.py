"""A finding goes in; out come the fewest changes that lead elsewhere, and each side's best case."""
