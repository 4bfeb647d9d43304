"""Sheets assembled: leaves put on paper, turned over for the backs, with marks and slugs."""
