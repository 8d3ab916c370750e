"""Rulebooks in, proof that they say what their encoders meant out."""
