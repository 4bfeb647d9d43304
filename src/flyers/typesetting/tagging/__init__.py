"""Tags for set pages: what their contents are, and in which order they are read.

The pages' boxes become a tree (``boxes``), the tree's text learns how it goes on from line to
line (``breaks``), the pages are painted with it (``painting``), and what was painted becomes
tags (``finishing``). What has no place in the tree is decoration: rules, areas of colour, what
is said twice. Boxes and pages are the typesetter's, which calls all this; no engine is imported.
"""

from flyers.typesetting.tagging.boxes import tree_of
from flyers.typesetting.tagging.finishing import finished
from flyers.typesetting.tagging.painting import mark

__all__ = ["finished", "mark", "tree_of"]
