"""The job ticket: all that a print shop asks on the phone, on a page that goes with the files.

One ticket has all the files that one run makes of a statement for one printer, since
they are one call, one quote and one bag for the shop.
"""

import json
from collections.abc import Sequence

from flyers.core.files import write_all
from flyers.pieces.ticket.data import as_json
from flyers.pieces.ticket.page import typeset
from flyers.pieces.ticket.ticket import MadePiece, Ticket, tickets_of

__all__ = ["Ticket", "as_json", "write_tickets"]


def write_tickets(made: Sequence[MadePiece]) -> list[Ticket]:
    """Write the ticket of every shop that these pieces go to, as PDF and JSON beside their files.

    Raises a FlyersError, and then leaves no new file.
    """
    tickets = tickets_of(made)
    for ticket in tickets:
        text = json.dumps(as_json(ticket), ensure_ascii=False, indent=2) + "\n"
        write_all({ticket.pdf: typeset(ticket), ticket.json: text.encode()})
    return tickets
