"""Requests of other programs in; what somebody may see of the records as JSON, and acts by the same services, out.

``application`` puts the ``routes`` together; ``shapes`` says what they take and give; ``callers`` finds out who asks,
and ``problems`` tells what went wrong. The words are those of ``publish``.
"""
