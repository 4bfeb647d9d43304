"""Imposition: pages on sheets.

===================  ========================================================================
``run``              `flyers impose`; ``inputs`` and ``from_pdfs`` read PDFs and print them
``options``          the options; ``option_words`` reads them, ``presets`` fills them up
``schemes``          lay pages out on leaves: one file and one row of the table each
``packing``          fills the sheets of a gang run
``planning``         from a scheme to sheets, in numbers alone
``format_pieces``    the same for the pieces of a format; ``step_and_repeat`` repeats them
``layup``            the leaves of a sheet as values; ``cells`` and ``grids`` arrange them
``assembly``         leaves put on paper, with backs and marks
``notes``, ``waste`` what to know of a plan, and the paper that it wastes
``plan_in_words``    what lies where, in words
``lettering``        letters of slugs and marks as shapes
===================  ========================================================================
"""
