"""A docket's folder in and out of the database; from the same texts, the docket that the rest of Ascertain reads."""
