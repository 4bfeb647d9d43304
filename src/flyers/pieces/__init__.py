"""One job to one checked piece.

=================  =======================================================================
``workshop``       the whole way, to be read from top to bottom
``piece``          what goes in and comes out: Job and Piece
``prepare``        the statement, read and made printable, with its address and code
``impose``         the pages put on sheets
``prepress``       what a printer wants of pictures and of the file
``check``          the finished sheets, checked
``reports``        what is reported of the piece
``specification``  what a print shop asks of it
``plates``         the inks that it is really printed in
``output``         the names of its files, and their writing
``batch``          many jobs, on all processors
``code_address``   the address that its code leads to
``thumbnails``     small pictures of it
``proof``          pictures of its sheets with trim, folds and safe area drawn over
``ticket``         the job ticket for a print shop
=================  =======================================================================
"""
