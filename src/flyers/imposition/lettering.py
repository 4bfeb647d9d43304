"""The letters of slugs and other words that sheets carry themselves, as outlines."""

from flyers.core.sheets import Imposition, Words
from flyers.core.shipped import shipped
from flyers.press.write.drawing import Letters

SHEET_FONT = "SourceSans3-Regular.ttf"
"""The shipped font of all words that are not part of a page."""


def letters_of(imposition: Imposition) -> Letters:
    """Return the outlines of all letters that the sheets carry themselves."""
    signs = [sign for sheet in imposition.sheets for form in sheet.forms for sign in form.signs]
    text = "".join(sign.text for sign in signs if isinstance(sign, Words))
    if not text:
        return {}
    from flyers.catalogue.fonts import outlines

    return outlines(text, shipped("fonts") / SHEET_FONT)
