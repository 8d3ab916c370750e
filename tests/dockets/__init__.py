"""Tests that hold the bundled dockets against what was seen of their cases."""
