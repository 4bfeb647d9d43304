"""Overset: text that does not fit, and what becomes of it."""

from typing import Literal

Overset = Literal["excerpt", "pages", "error"]
"""Cut it and lead to the rest by the code, go on to further sides, or refuse the piece."""
