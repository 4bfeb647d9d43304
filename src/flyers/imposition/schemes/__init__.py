"""Imposition schemes: which leaves lie where on a sheet.

A scheme is one file here, with a function from pages and options to layups, and one row of
SCHEMES in table.py. Help, completion, notes, preflight and docs follow from the row.
"""
