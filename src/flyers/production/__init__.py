"""Many pieces: builds, kits and the files of whole sites.

=================  ==========================================================================
``make``           `flyers make`; ``names`` refuses what there is not
``build``          `flyers build` and `flyers watch`: only what has changed
``publishing``     `flyers publish`: the files of a site, and the buttons that lead to them
``kits``           `flyers kit`: all that an event needs
``listing``        `flyers formats`, `flyers printers`, `flyers layouts`
``contact_sheet``  `flyers layouts --preview`: a picture of all layouts
``doctor``         `flyers doctor`: what is installed, and what is missing
``gallery``        a web page that shows pieces
``progress``       the progress of a run, for whoever shows it
=================  ==========================================================================
"""
