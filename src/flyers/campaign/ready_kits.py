"""Ready-made kits: for each kind of event the pieces to hand out, and their numbers.

Ten pieces for each canvasser is what a packet for going from door to door usually
holds. The other numbers are our own, to be changed after the first event: ``copies``
in flyers.toml takes their place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

LEAVE_BEHINDS = 10
"""Pieces in a canvasser's packet, and for each volunteer if nothing else is known."""


@dataclass(frozen=True, kw_only=True)
class ReadyUse:
    """One piece to hand out: so many for ``each`` volunteer, and so many for the whole event."""

    layout: str
    format: str
    each: int = 0
    whole: int = 0

    def copies(self, volunteers: int) -> int:
        return self.each * volunteers + self.whole


@dataclass(frozen=True, kw_only=True)
class ReadyKit:
    """One row of the table below. ``advice`` for volunteers stands on the cover of a packet."""

    name: str
    purpose: str
    advice: str
    uses: tuple[ReadyUse, ...]


READY: Mapping[str, ReadyKit] = {
    row.name: row
    for row in (
        ReadyKit(
            name="canvass",
            purpose="from door to door: one to leave behind, the whole text to know what to say",
            advice="Leave one where somebody listened, or at the door where nobody is in. "
            "Never in a mailbox: those are the post's alone in many countries.",
            uses=(
                ReadyUse(layout="statement", format="half-sheet", each=LEAVE_BEHINDS),
                ReadyUse(layout="statement", format="letter", each=1),
            ),
        ),
        ReadyKit(
            name="rally",
            purpose="a crowd: something to hold up, something to take home",
            advice="Hold the large sheet so that it can be read; give the small ones to those who "
            "come, and more to those who will pass them on.",
            uses=(
                ReadyUse(layout="headline", format="letter", each=2),
                ReadyUse(layout="statement", format="tri-fold", each=20),
                ReadyUse(layout="event", format="half-sheet", each=40),
            ),
        ),
        ReadyKit(
            name="tabling",
            purpose="a table at a market or a fair: a sign, and something for each who stops",
            advice="Stand in front of the table and not behind it. Offer the small sheet first, "
            "and the leaflet to whoever wants to know more.",
            uses=(
                ReadyUse(layout="headline", format="letter", whole=2),
                ReadyUse(layout="statement", format="tri-fold", each=25),
                ReadyUse(layout="event", format="half-sheet", each=25),
            ),
        ),
        ReadyKit(
            name="meeting",
            purpose="a room: invitations before, the whole text on every chair",
            advice="Hand out the invitations in the week before. Lay the whole text on the chairs.",
            uses=(
                ReadyUse(layout="event", format="half-sheet", each=20),
                ReadyUse(layout="statement", format="letter", each=5),
            ),
        ),
        ReadyKit(
            name="street-team",
            purpose="from hand to hand and on notice boards, never in mailboxes",
            advice="Hand them to people, and put the large ones up where you were given leave. "
            "Never in a mailbox: those are the post's alone in many countries.",
            uses=(
                ReadyUse(layout="event", format="half-sheet", each=50),
                ReadyUse(layout="headline", format="letter", each=3),
            ),
        ),
    )
}

METRIC: Mapping[str, str] = {
    "letter": "a4",
    "tri-fold": "tri-fold-a4",
    "half-sheet": "half-sheet-a4",
}
"""Formats for countries whose paper is A4."""
