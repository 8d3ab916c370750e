"""A claim and the words it rests on in; what a reviewer found of it, and what that does to the findings, out."""
