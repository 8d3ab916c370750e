"""Rules, law in force and facts go in; the exact outcomes of a question come out, as decision diagrams."""
