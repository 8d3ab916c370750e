"""What is known of many rows goes in as bits; out comes, for all rows at once, what questions can come to.

The answers are those of the diagrams, exactly: a row is a set of facts known or not, and each node of a diagram is a
few operations on whole numbers in which every row has a bit.
"""
