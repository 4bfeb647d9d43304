"""The lists of formats, printers and layouts, with those that are made when nothing is asked
for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.core.errors import LayoutError


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Names with their purposes. ``usual`` are those that [build] makes; ``faults`` are the errors
    of layouts that cannot be used."""

    purposes: Mapping[str, str]
    usual: tuple[str, ...]
    faults: tuple[LayoutError, ...] = ()


def formats() -> Listing:
    """Return all formats. Raises ConfigError."""
    from flyers.catalogue.formats import FORMATS

    return Listing(
        purposes={one.name: one.purpose for one in FORMATS.values()},
        usual=campaign_for(None).build.formats,
    )


def printers() -> Listing:
    """Return the shipped printers and those of flyers.toml. Raises ConfigError."""
    from flyers.catalogue.printers import PRINTERS

    campaign = campaign_for(None)
    every = {**PRINTERS, **campaign.printers}
    return Listing(
        purposes={one.name: one.purpose for one in every.values()}, usual=campaign.build.printers
    )


def layouts(folder: Path) -> Listing:
    """Return the layouts, shipped and a folder's own; one that is broken hides no other. Raises
    ConfigError."""
    from flyers.typesetting.layouts import layout_folders, layout_named, layout_names

    campaign = campaign_for(None)
    places = layout_folders(folder, campaign.folder)
    purposes, faults = {}, []
    for name in layout_names(places):
        try:
            purposes[name] = layout_named(name, places).purpose
        except LayoutError as error:
            faults.append(error)
    return Listing(purposes=purposes, usual=campaign.build.layouts, faults=tuple(faults))
