"""Markdown rulebooks in, a checked Rulebook out, or every mistake with its place."""
