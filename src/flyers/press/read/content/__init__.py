"""Content streams (ISO 32000-1, 7.8.2): their operators, and what these paint, as values."""
