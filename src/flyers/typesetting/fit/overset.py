"""The choices for overset, the text that does not fit at the smallest size."""

from typing import Literal

Overset = Literal["excerpt", "pages", "error"]
"""``excerpt``: cut, and the code leads to the rest; ``pages``: go on to further sides, where the
format has them; ``error``: refuse the piece."""
