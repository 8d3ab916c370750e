"""Tests of the rulebook stage."""
