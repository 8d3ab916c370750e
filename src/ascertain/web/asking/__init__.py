"""A request in; who asks, for which review, and what of it they may know, out. All that answers begins here."""
