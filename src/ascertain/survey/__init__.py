"""Large tables in, findings row by row out: a question for every entity of a file, each way of lying answered once."""
