"""`flyers publish`: the files that a site offers to print, and the buttons that lead to them.

The content folder holds the statements, [publish] in flyers.toml names the files of
each, and they go into the static folder. A page gets its button only where its
source has a place for it (``statements.printbutton``). Files are made by ``build``,
only those that have changed; its memory stays in the folder of [build], since the
static folder is for everyone to see.
"""
