"""A Rulebook and a matter in; out come the force of each provision and the readings that are live."""
