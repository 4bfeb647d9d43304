"""Preflight: would this PDF print?

================  =========================================================================
``request``       what `flyers check` is asked for
``run``           from the request to the result; writes reports and mended copies
``not_pdf``       files that are given as a PDF and are none
``gathering``     a file looked at once, with every engine, within bounds
``evidence``      what is seen on a page, and read from its picture
``declared``      what is declared of a file, on the command line and in flyers.toml
``case``          the evidence beside what was asked for: what a check may look at
``lines``         letters gathered into lines, so that a message can quote them
``check``         what a check is
``checks``        the table of checks, one file each
``checked_file``  a file with what was found in it
``fixing``        what can be mended in a copy
``report``        findings in a terminal, as JSON, and as a web page
================  =========================================================================
"""
