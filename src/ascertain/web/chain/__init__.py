"""What happened in; the next link of a chain out, and proof that no link was changed, taken away or put in between."""
