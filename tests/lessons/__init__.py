"""Tests of what the worked case teaches, on the bundled rulebook and docket."""
