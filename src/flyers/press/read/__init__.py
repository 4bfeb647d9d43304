"""PDFs read: their pages, boxes, fonts, and everything that is painted on them."""
