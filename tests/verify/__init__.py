"""Tests of verify/."""
