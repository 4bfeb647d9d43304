"""Findings reported: as text and JSON, and as a web page."""
