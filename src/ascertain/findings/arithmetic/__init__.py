"""Expressions and what their terms are worth go in; sums, comparisons in one form, and where they turn come out."""
