"""Made-up sites, and the programs that say where their pages are."""
