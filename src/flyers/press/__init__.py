"""PDFs read, turned into ink and written. The only package that imports pypdf.

============  ===============================================================================
``read``      files opened, and facts about them: boxes, fonts, all that is painted
``prepress``  a typeset file turned into ink, and into PDF/X
``write``     sheets, and tagged files for the screen
``printing``  an imposition printed: from ``read`` by ``prepress`` to ``write``
``fixups``    repairs that are safe in anybody's PDF
============  ===============================================================================
"""
