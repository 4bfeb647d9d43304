"""An imposition written out as it would be seen on a table.

::

    sheet 1 front: flap | back | cover
    sheet 1 back: inside-1 | inside-2 | inside-3

``|`` stands between neighbours, ``/`` between rows, top row first, and a
rotation that is not 0 follows the name.
"""

from itertools import groupby

from flyers.sheets import Form, Imposition, Page, Placement


def in_words(imposition: Imposition) -> str:
    """One line for each side of each sheet."""
    return "\n".join(
        f"sheet {number} {side}: {_form(form, imposition.pages)}"
        for number, sheet in enumerate(imposition.sheets, start=1)
        for side, form in zip(("front", "back"), sheet.forms, strict=False)
    )


def _form(form: Form, pages: tuple[Page, ...]) -> str:
    def head(one: Placement) -> float:
        """Height of the top edge of a placed page; equal heights make a row."""
        page = pages[one.page]
        upright = one.rotation in (0, 180)
        return round(one.y + (page.height if upright else page.width) * one.scale, 3)

    down_then_across = sorted(form.placements, key=lambda one: (-head(one), one.x))
    return " / ".join(
        " | ".join(_page(one, pages) for one in row)
        for _, row in groupby(down_then_across, key=head)
    )


def _page(one: Placement, pages: tuple[Page, ...]) -> str:
    turned = f" ({one.rotation}°)" if one.rotation else ""
    return pages[one.page].name + turned
