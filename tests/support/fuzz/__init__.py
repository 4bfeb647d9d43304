"""Odd inputs of each kind, and runs of the tool on them."""
