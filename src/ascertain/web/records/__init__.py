"""What the database keeps. What is on the record is only ever added to; the database itself refuses to change it."""
