"""The state of a decision in; whose turn it is, and what may come next, out."""
