"""PDFs read, turned into ink and written. The only package that imports pypdf."""
