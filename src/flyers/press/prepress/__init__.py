"""Typeset files turned into ink, and into PDF/X."""
