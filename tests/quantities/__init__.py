"""Tests of the arithmetic of days, which knows no rule."""
