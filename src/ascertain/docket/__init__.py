"""A folder of dated entries in; out come the record and the state of a review on a day."""
