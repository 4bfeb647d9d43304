"""Walks through what a page paints, operator by operator, and tells it as values."""
