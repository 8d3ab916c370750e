"""Findings and dockets in; pages, tables and data that people read out."""
