"""Reports of findings: as text, as JSON, and as a web page."""
