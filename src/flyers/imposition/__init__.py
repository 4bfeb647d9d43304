"""Pages on sheets. Numbers only, until a file is read or written."""
