"""The law in force and the facts in; out comes a Finding: its outcomes, what it turns on, and why.

``meaning`` is the definition, ``model`` what an answer is made of, and ``find`` asks one question on one day. The rooms
follow a question on its way: ``arithmetic``, ``reaching``, ``diagrams``, ``choosing``, ``answers``, and from an answer
to ``proofs``, to what to ask (``asking``), to what would change it (``changing``), and over time (``timelines``).
"""
