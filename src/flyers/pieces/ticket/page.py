"""The ticket as a page: its words in its template, with small pictures of the pieces."""

from flyers.pieces.thumbnails import jpeg, thumbnails
from flyers.pieces.ticket.shop_words import in_shop_words
from flyers.pieces.ticket.ticket import Ticket
from flyers.typesetting import paperwork

DPI = 45
"""Dots to the inch of the piece; on the ticket, where it is small, these are 180 and more."""


def typeset(ticket: Ticket) -> bytes:
    """Return the ticket as a PDF. Raises GlyphError for a letter that no font has."""
    values = in_shop_words(ticket)
    pictures: dict[str, bytes] = {}
    for item, row in zip(ticket.items, values["items"], strict=True):
        seen = thumbnails([item.file], item.spec, dpi=DPI)
        for side, picture in zip(row["sides"], seen, strict=True):
            side["url"] = f"picture:/{len(pictures)}"
            pictures[side["url"]] = jpeg(picture)
    return paperwork.typeset(
        "ticket",
        values,
        unit=ticket.unit,
        fonts=ticket.fonts,
        pictures=pictures,
        parts=len(ticket.items),
    )
