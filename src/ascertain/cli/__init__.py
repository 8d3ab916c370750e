"""Command lines in, one stage called, text out."""
