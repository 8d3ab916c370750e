"""Drafts in; what is missing, what is certified, and the entry that it becomes out. Nothing here needs the database."""
