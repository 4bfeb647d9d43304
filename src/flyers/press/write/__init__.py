"""PDFs written: sheets with their pages as Form XObjects, and tagged files for the screen."""
