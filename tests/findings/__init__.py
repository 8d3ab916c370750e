"""Tests of findings/."""
