"""A rulebook and a question go in; out comes all that the question can look at, and values enough to stand for all."""
