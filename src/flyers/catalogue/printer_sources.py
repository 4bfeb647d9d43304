"""Sources of the shipped printers' values: a shop's guide, a standard, or what is usual.

Shops disagree, and printers too; hence these are values of a profile and not of the code.
"""

from collections.abc import Mapping

from flyers.catalogue.printers import Printer, PrinterKind

_ALL = {
    "laid": "sheets are ready to be cut; shops lay pieces out by themselves",
    "sheet": "the format's own, or what --sheet names",
    "margins": "a shop trims to the piece, and a screen has no edge",
    "border": "only where a shop asks for it",
    "bleed": "only what is cut from a larger sheet can bleed",
    "safe": "the layouts' own margins are wider",
    "marks": "a sheet of one's own is cut along its ticks",
    "duplex": "most do; set it to false where yours does not turn sheets",
    "colour": "what desktop printers and screens expect",
    "light": "areas of colour may cost ink here",
    "tac": "the printer's driver limits it",
    "overprint": "concerns separate plates alone",
    "rich_from": "shops' guides: 60/40/40/100, only for areas and type above 36 pt",
    "smallest_type": "shops' guides: 6 to 7 pt at the very least; the layouts stay above 9 pt",
    "thinnest_line": "shops' guides: a hairline is 0.25 pt, and thinner ones break up",
    "ppi": "below 72 single dots are seen; 150 is clean at arm's length",
    "pdf": "any program prints it",
    "condition": "concerns CMYK alone",
    "icc": "concerns CMYK alone",
}

_HOME = {
    **_ALL,
    "margins": "the usual unprintable edge of desktop printers; some need 6.7 mm at the foot",
}

_SHOP = {
    **_ALL,
    "bleed": "PrintingForLess and most US shops; UK shops ask for 3 mm, others for up to 5 mm",
    "safe": "PrintingForLess; gang-run shops ask for 1/4 in, Flyeralarm for 4 to 5 mm",
    "marks": "forbidden at PrintSafari and Flyeralarm; elsewhere allowed outside the bleed",
    "duplex": "a press prints both sides",
    "colour": "shops print process colours; what comes in RGB they convert as they like",
    "tac": "shops ask for 240 to 340 %; 300 % is right for coated paper",
    "overprint": "shops' guides: small black type and codes overprint, or white shows around them",
    "ppi": "shops refuse pictures below 150 and warn below 225 to 300, at their printed size",
    "pdf": "ISO 15930-7; taken by Printcarrier, Grafkarton and BookPrintEasy among others",
    "condition": "offset on coated paper, ISO 12647-2, as Fogra has measured it",
    "icc": "the profile of that condition, which comes with the tool",
}

_WEB = {
    **_ALL,
    "laid": "a screen shows pages one by one, in the order in which they are read",
    "sheet": "a screen has none",
    "marks": "nothing is cut",
    "duplex": "concerns paper alone",
    "pdf": "PDF/UA-1, ISO 14289-1: what screen readers need",
}

_BY_KIND: Mapping[PrinterKind, Mapping[str, str]] = {"home": _HOME, "shop": _SHOP, "web": _WEB}

_BY_NAME: Mapping[str, Mapping[str, str]] = {
    "home-bw": {
        "colour": "black toner or ink alone, and what a photocopier gives",
        "light": "areas cost ink and copy badly, on coloured paper above all",
    },
    "shop": _SHOP,
    "shop-x1a": {
        "pdf": "ISO 15930-1; for presses whose software is older than transparency",
    },
    "union-shop": {
        "border": "what union shops leave white, and where their label may stand",
        "bleed": "a white border leaves nothing to bleed",
        "safe": "text and codes stay inside the border",
        "marks": "forbidden at union shops",
    },
}
"""Sources of values in which a shipped printer differs from its kind, by its name and key."""


def source_of(printer: Printer, key: str) -> str:
    """Return the source of a shipped printer's value, by the key in a profile."""
    own = _BY_NAME.get(printer.name, {})
    return own.get(key) or _BY_KIND[printer.kind][key]
