"""flyers.toml: a campaign's site, identity, imprint, printers and events.

It is found upward from the statement or the working folder, as git finds its own.
What it does not say of the site, the configuration of the site's generator does (``sites``).

================  ===========================================================================
``campaign``      the values of flyers.toml; ``interpret`` makes them of what was read
``declared``      every key with its kind, default and purpose
``sources``       the files that are read; ``file`` and ``lines`` know the line of each key
``in_force``      `flyers config`; ``schema`` and ``reference`` explain the keys elsewhere
``start``         `flyers init`; ``starter_file`` is the text that it writes
``ready_kits``    kits to start an event from
================  ===========================================================================
"""

from pathlib import Path

from flyers.campaign.campaign import (
    Build,
    Campaign,
    Codes,
    Handout,
    Identity,
    Law,
    Occasion,
    Publishing,
)
from flyers.campaign.interpret import campaign_of
from flyers.campaign.sources import sources_for

__all__ = [
    "Build",
    "Campaign",
    "Codes",
    "Handout",
    "Identity",
    "Law",
    "Occasion",
    "Publishing",
    "campaign_for",
]


def campaign_for(folder: Path | None) -> Campaign:
    """Return the configuration in force for a statement in ``folder`` (None: standard input).

    Raises ConfigError.
    """
    return campaign_of(sources_for(folder))
