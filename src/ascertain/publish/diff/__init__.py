"""A comparison of two sides as tables, proof trees, words and objects."""
