"""Dates and calendars in, dates out: the arithmetic that rulebooks compute with, knowing nothing of law or record."""
