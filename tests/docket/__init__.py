"""Tests of docket/."""
