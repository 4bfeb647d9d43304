"""Kits: everything that an event needs of one statement, in one folder and one zip."""
