"""The checked rulebook: what every later stage reads, and the words of the field as types.

All classes are frozen; a rulebook is a value. Ids: an authority is ``eo-13768``, a provision
``eo-13768#sec-9a-grants`` (the authority itself is the provision without ``#``), a rule
``eo-13768#SJ``, a contested point ``usc-8-1373#info-scope``.
"""
