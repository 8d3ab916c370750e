"""A question and a period go in; out come the answers over time, and what ended each."""
