"""A site as it was built, by which the address of a statement's page is proved.

==============  ============================================================================
``likeness``    the title and the words of a statement, held against those of a page
``html``        an HTML file as a generator wrote it: title, canonical link, language, words
``folder``      the folder of a built site: its pages by path, by its sitemap, by title
``proof``       the page of a statement, or the reason why it is not proved
==============  ============================================================================

Files are read with bounds, none outside of the folder, and nothing is run or fetched.
"""
