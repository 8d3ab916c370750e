"""Requests of many people in; pages out, and what they did on the record.

A request comes in at ``pages``, which asks ``policy`` whether this person may do this, and calls one of ``services``.
A service does one thing in one transaction: it changes ``records``, files entries through ``dockets`` and writes what
happened to the ``chain``, which is only ever added to. ``place`` is the folder that holds all data; ``start`` serves
it.

Nothing outside this package imports Django.
"""
