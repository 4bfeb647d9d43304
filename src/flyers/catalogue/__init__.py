"""The tables of the trade, and the values that their rows give.

=====================  =====================================================================
``papers``             sizes of sheets and of what is cut from them
``formats``            pieces: their size, panels and folds
``printers``           printers and shops; ``printer_keys`` reads those of flyers.toml,
                       ``printer_sources`` and ``printer_explained`` explain their values
``conditions``         printing conditions with their ICC profiles
``imprints``           what each jurisdiction's law wants on a piece
``marks``              printer's marks, and the ways of printing a back
``inks``               colours, palettes and bitmaps as ink
``light``              the tone curve of sRGB, and lightness
``contrast``           contrast of type with its ground
``fonts``              letters that the fonts have, and their shapes
``qr``                 QR codes and their least sizes
=====================  =====================================================================
"""
