"""A letter and the moment it is sent in; its deadline and how it was computed, reminders and calendars out."""
