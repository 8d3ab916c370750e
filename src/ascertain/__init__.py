"""Ascertain: which legal conditions bind a government on a day, whether they are met, and what the answer turns on.

The folders are the stages, in the order in which data flows: ``rulebook`` (law as text) and ``law`` (what is in
force), ``record`` (evidence), ``findings`` (answers), ``verify`` (checks), ``docket`` (the review),
``publish`` and ``cli`` (what people see).
"""

__version__ = "0.1.0"
