"""The functions that a layout's template may call."""

from html import escape
from typing import Any

from flyers.catalogue.imprints import LABEL
from flyers.catalogue.qr import QrCode
from flyers.typesetting.fit.art import Art
from flyers.typesetting.fit.piece_copy import LOGO, LOGO_ADDRESS, Copy

_CLEARANCE = 1.5
"""Points beyond the quiet zone, so that nothing that touches it is blurred into it."""

_CLEAR_OF_TEXT = 9.0
"""Points above the imprint, which has to stand apart."""

MOST_FRAMES = 12
"""On a panel: each is a page of its own to the engine."""

_ROLES = {"title": ' role="heading"', "quote": ' role="blockquote"'}
"""What a display is to those who hear it, by the text it shows."""


class TemplateFunctions:
    """The functions, for one filling of the template."""

    def __init__(self, copy: Copy, art: Art, code: QrCode) -> None:
        self._copy, self._art, self._code = copy, art, code
        self._frames = self._codes = self._imprints = 0
        self._white = 0.0

    def by_name(self) -> dict[str, Any]:
        return {
            "frame": self.frame,
            "display": self.display,
            "qr": self.qr,
            "address": self.address,
            "imprint": self.imprint,
            "logo": self.logo,
            "has": self.has,
        }

    def has(self, name: str) -> bool:
        """Whether there is such a display in the composition, and a text for it."""
        display = self._art.composition.displays.get(name)
        return display is not None and bool(self._copy.texts.get(display.text))

    def frame(self) -> Any:
        """An empty box for running text; frames are filled in the order of the calls."""
        from markupsafe import Markup

        self._frames += 1
        if self._frames > MOST_FRAMES * len(self._art.panels):
            raise ValueError(f"there are more than {MOST_FRAMES} frames on a panel")
        height = self._art.text_height
        style = f' style="height:{height:.3f}pt"' if height is not None else ""
        return Markup(f'<div class="frame" id="frame-{self._frames}"{style}></div>')

    def display(self, name: str) -> Any:
        """The display's text in the lines and the size that were found for it."""
        from markupsafe import Markup

        if name not in self._art.displays:
            known = ", ".join(map(repr, self._art.displays)) or "none"
            raise LookupError(f"there is no display {name!r} here, or no text for it; has: {known}")
        display = self._art.composition.displays[name]
        words = self._copy.texts[display.text].split(" ")
        fit = self._art.displays[name]
        lines = "".join(
            f'<span class="line">{escape(" ".join(words[i] for i in line))} </span>'
            for line in fit.lines
        )
        return Markup(
            f'<div class="display {escape(name)}" id="display-{escape(name)}"'
            f"{_ROLES.get(display.text, '')} "
            f'style="font-size:{fit.size:.2f}pt;line-height:{display.line_height}">{lines}</div>'
        )

    def qr(self, wanted: float | None = None, quiet: float | None = None) -> Any:
        """The code, its first dark module at the box's edge; the quiet zone is margin.

        ``quiet`` is the most that this zone may take, in points, where the next thing is near.
        """
        from markupsafe import Markup

        self._codes += 1
        code = self._code
        row = self._art.composition
        whose = f"qr of the composition {row.name!r} in layout.toml" if wanted is None else "qr()"
        wanted = row.qr if wanted is None else wanted
        most = max(min(panel.width, panel.height) for panel in self._art.panels)
        if not isinstance(wanted, int | float) or not 0 < wanted <= most:
            given = round(wanted, 1) if isinstance(wanted, float) else wanted
            raise ValueError(f"{whose} cannot be {given!r}, but up to {most:g} points")
        side = code.side(wanted if quiet is None else min(wanted, code.side_within(quiet)))
        self._white = white = code.quiet(side) + _CLEARANCE
        return Markup(
            f'<svg class="qr" id="qr-{self._codes}" viewBox="0 0 {code.modules} {code.modules}" '
            f'role="img" aria-label="{escape(self._copy.phrases.code.format(code.address))}" '
            f'data-address="{escape(code.address)}" '
            f'style="width:{side:.3f}pt;height:{side:.3f}pt;margin:{white:.3f}pt" '
            f'xmlns="http://www.w3.org/2000/svg"><path d="{code.path}"/></svg>'
        )

    def address(self) -> Any:
        """The printed address, which may break after a slash; never with a hyphen, nor at one of
        its own, which would look like that."""
        from markupsafe import Markup

        parts = escape(self._copy.address).replace("/", "/\u200b").replace("-", "-\u2060")
        whole = escape(self._code.address)
        return Markup(f'<span class="address" dir="ltr" data-address="{whole}">{parts}</span>')

    def logo(self, width: float = LOGO[0], height: float = LOGO[1]) -> Any:
        """The campaign's logo, as large as fits; nothing where there is none."""
        from markupsafe import Markup

        logo = self._copy.sender.logo
        if logo is None:
            return Markup("")
        across = min(width, LOGO[0], min(height, LOGO[1]) / logo.ratio)
        return Markup(
            f'<img class="logo" src="{LOGO_ADDRESS}" alt="{escape(logo.alt)}" '
            f'style="width:{across:.3f}pt;height:{across * logo.ratio:.3f}pt">'
        )

    def imprint(self) -> Any:
        """Who answers for the piece, and the place for a union label; nothing where none is
        asked for. What stands above it may be the code, so it keeps off by the quiet zone."""
        from markupsafe import Markup

        imprint = self._copy.imprint
        if imprint is None:
            return Markup("")
        self._imprints += 1
        kind = " ".join(name for name in ("boxed", "centred") if getattr(imprint, name))
        lines = "".join(f"<span>{escape(line)}</span>" for line in imprint.lines)
        words = (
            f'<p class="{kind}" lang="{imprint.language}" dir="ltr" '
            f'style="font-size:{imprint.size:g}pt">{lines}</p>'
        )
        width, height = LABEL
        label = f'<div class="label-place" style="width:{width}pt;height:{height}pt"></div>'
        return Markup(
            f'<aside class="imprint" id="imprint-{self._imprints}" '
            f'style="--clear:{max(self._white, _CLEAR_OF_TEXT):.3f}pt">'
            f"{words if lines else ''}{label if imprint.label else ''}</aside>"
        )
