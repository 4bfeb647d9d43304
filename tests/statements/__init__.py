"""Tests of flyers.statements."""
