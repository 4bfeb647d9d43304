"""Values and helpers that know nothing of printing."""
