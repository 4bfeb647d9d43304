"""Tags for set pages: the role of each part, and the order in which they are read.

The boxes of the pages become a tree (``boxes``), text is joined from line to line
(``breaks``), the pages are painted with their content marked (``painting``), and what was
painted becomes tags (``finishing``). All that is not in the tree is decoration: rules,
areas of colour, repeated lines. Boxes and pages are the typesetter's; no engine is
imported here.
"""

from flyers.typesetting.tagging.boxes import tree_of
from flyers.typesetting.tagging.finishing import finished
from flyers.typesetting.tagging.painting import mark

__all__ = ["finished", "mark", "tree_of"]
