"""The tables of the trade: papers, formats, printers, inks, fonts, imprints."""
