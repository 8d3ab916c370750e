"""Claims and exhibits in, facts under a standard out."""
