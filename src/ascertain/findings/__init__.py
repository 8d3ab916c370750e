"""The law in force and the facts in; out comes a Finding: its outcomes, what it turns on, and why."""
