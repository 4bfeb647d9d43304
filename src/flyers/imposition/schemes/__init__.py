"""Imposition schemes, one a file: which leaves lie where on a sheet."""
