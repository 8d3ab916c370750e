"""Open findings go in; out come the facts to ask for, fewest and best first."""
