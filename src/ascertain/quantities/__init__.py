"""Days, durations and calendars in, days out: the arithmetic that rulebooks compute with, knowing no rule or law."""
