"""Presets of flyers.toml for sheets, and the press sheet of `flyers make` that one may name."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flyers.catalogue.papers import paper_named
from flyers.core.boxes import Edges
from flyers.imposition.option_words import options_of
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import REPEAT

if TYPE_CHECKING:
    from flyers.catalogue.printers import Printer


def press_sheet(name: str, presets: Mapping[str, Mapping[str, Any]], printer: "Printer") -> Options:
    """Return the options of a press sheet for `flyers make`, by the name of a paper or a preset.

    What the preset leaves out comes from the printer's profile, and the gutter is twice the
    bleed. Where neither sets them, there are no margins, and crop and fold marks. Raises
    UnknownNameError or OptionError.
    """
    given = with_preset({"sheet": name}, presets)
    marks = list(printer.marks) if printer.says("marks") else ["crop", "fold"]
    options = options_of(REPEAT, {"marks": marks, **given})
    bleed = options.bleed if "bleed" in given else printer.bleed
    edges = printer.margins if printer.says("margins") else Edges()
    return replace(
        options,
        bleed=bleed,
        gutter=options.gutter if "gutter" in given else 2 * bleed,
        margins=options.margins if "margins" in given else edges,
        # Pieces are never scaled, so a refusal must not suggest --fit.
        sizes="fit",
    )


def with_preset(
    given: Mapping[str, Any], presets: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the options, filled up from the preset that ``sheet`` names.

    Raises UnknownNameError for a sheet that is neither a preset nor a paper.
    """
    name = given.get("sheet")
    if name is None or name not in presets:
        if name is not None:
            paper_named(name, also=presets)
        return dict(given)
    preset = dict(presets[name])
    size = preset.pop("size")
    chosen = {key: value for key, value in given.items() if value is not None}
    return {**preset, **chosen, "sheet": size}
