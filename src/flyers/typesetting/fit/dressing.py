"""A layout in a campaign's colours and fonts, and the campaign's name and logo for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flyers.campaign import Campaign, Identity
from flyers.catalogue.contrast import TEXT, WHITE, contrast
from flyers.catalogue.fonts import families
from flyers.catalogue.inks import Rgb, Swatch
from flyers.catalogue.stand_ins import replaced, stand_ins
from flyers.core.errors import ConfigError
from flyers.statements.body import pictures
from flyers.statements.statement import Picture
from flyers.typesetting.fit.piece_copy import LOGO, Sender
from flyers.typesetting.layout import Layout

COARSE, FINE = 100, 200
"""Pixels to the inch of a logo at its largest: fewer than the first are refused, and the message
asks for the second."""

_BLACK = Swatch(css="#000000")
_PAPER = Swatch(css="#ffffff")


def dressed(layout: Layout, identity: Identity) -> Layout:
    """Return the layout with the campaign's colours in place of its own, and its fonts."""
    own = identity.palette
    if not own:
        return replace(layout, faces=identity.faces)
    palette = {**layout.palette, **own}
    palette["plate"] = own.get("plate") or palette.get("accent", _BLACK)
    palette["band"] = palette["rule"] = palette["plate"]
    palette["on-plate"] = palette["on-band"] = _type_on(palette["plate"].rgb)
    return replace(layout, palette=palette, faces=identity.faces)


def _type_on(colour: Rgb | None) -> Swatch:
    """Return the colour of type on a ground: white where it can be read, else black."""
    if colour is None or contrast(WHITE, colour) >= TEXT:
        return _PAPER
    nearly = _BLACK.rgb
    assert nearly
    return _BLACK if contrast(nearly, colour) >= TEXT else Swatch(css="#000000")


def sender_of(campaign: Campaign, fonts: Sequence[Path]) -> Sender:
    """Return the campaign's name, contact lines and logo, each checked.

    Raises ConfigError, or GlyphError for a letter that no font has.
    """
    identity = campaign.identity
    lines = (identity.name or "", *identity.contact)
    stands = stand_ins(lines, fonts, str(campaign.file))
    name, *contact = (replaced(line, stands).strip() for line in lines)
    _check_faces(campaign, identity.faces, fonts)
    logo = _logo(campaign, identity.logo) if identity.logo else None
    return Sender(name=name, contact=tuple(filter(None, contact)), logo=logo)


def _check_faces(campaign: Campaign, asked: Mapping[str, str], fonts: Sequence[Path]) -> None:
    known = families(fonts) if asked else frozenset()
    for key, face in asked.items():
        if face not in known:
            raise ConfigError(
                f"{campaign.file}: [campaign.faces] {key} = {face!r} is a font that is not here; "
                f"put its files into a folder 'fonts' beside flyers.toml, or name one of "
                f"{', '.join(sorted(known))}."
            )


def _logo(campaign: Campaign, path: Path) -> Picture:
    where = f"{campaign.file}: [campaign] logo {path.name} cannot be used"
    try:
        width, height = pictures.size(path)
    except pictures.UnusableError as error:
        raise ConfigError(f"{where}: {error}.") from None
    logo = Picture(path=path, alt=campaign.identity.name or "", width=width, height=height)
    if (found := _fineness(logo)) < COARSE:
        raise ConfigError(
            f"{where}: it has {width} by {height} pixels, {found:.0f} to the inch as it is "
            f"printed; give an SVG, or one of {FINE / found:.1f} times as many each way."
        )
    return logo


def _fineness(logo: Picture) -> float:
    """Return the pixels to the inch of a logo at its largest; infinite for a drawing."""
    width, height = LOGO
    return 72 * logo.widest / min(width, height / logo.ratio)
