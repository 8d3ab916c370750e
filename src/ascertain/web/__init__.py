"""Requests of many people in; pages out, and what they did on the record.

A request comes in at ``pages``, or from a program at the ``api``. Both begin with ``asking``, where is found out who
asks and what of a review they may know, ask ``policy`` whether this person may do this, and call one of ``services``.
That people are who they say they prove to ``accounts``.
A service does one thing in one transaction: it changes ``records``, files entries through ``dockets`` and writes what
happened to the ``chain``, which is only ever added to. What a service needs to reckon lies in a room for each step of a
review: ``requesting`` (deadlines), ``responding`` (what a government prepares and certifies), ``weighing`` (what a
reviewer finds of a claim), ``deciding`` (whose turn it is) and ``redaction`` (files without what is marked in them).
``place`` is the folder that holds all data; ``start`` serves it.

Nothing outside this package imports Django.
"""
