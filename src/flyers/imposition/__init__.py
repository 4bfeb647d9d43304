"""Imposition: pages on sheets. Numbers only, but for run.py, inputs.py and from_pdfs.py."""
