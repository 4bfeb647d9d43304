"""Typeset files turned into ink, and into what PDF/X demands."""
