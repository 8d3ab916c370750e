"""A finding goes in; out comes its proof, from the question down to each ground, and no larger than it must be."""
