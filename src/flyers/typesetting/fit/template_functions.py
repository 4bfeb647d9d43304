"""The functions that a layout's template may call. docs/layouts.md has their table."""

from html import escape
from typing import Any

from flyers.catalogue.imprints import LABEL
from flyers.catalogue.qr import QrCode
from flyers.typesetting.fit.art import Art
from flyers.typesetting.fit.piece_copy import LOGO, LOGO_ADDRESS, Copy

_CLEARANCE = 1.5
"""Points of white beyond the quiet zone, into which the edge of the next thing may blur."""

_CLEAR_OF_TEXT = 9.0
"""Points of white above the imprint, which laws want to stand apart."""

MOST_FRAMES = 12
"""Frames on a panel, each of which the engine sets as a page."""

_ROLES = {"title": ' role="heading"', "quote": ' role="blockquote"'}
"""Roles of displays for screen readers, by the text that is shown."""


class TemplateFunctions:
    """The functions for one filling of a template."""

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
        """Return True if the composition has this display and the statement a text for it."""
        display = self._art.composition.displays.get(name)
        return display is not None and bool(self._copy.texts.get(display.text))

    def frame(self) -> Any:
        """Return an empty box for running text; frames are filled in the order of the calls."""
        from markupsafe import Markup

        self._frames += 1
        if self._frames > MOST_FRAMES * len(self._art.panels):
            raise ValueError(
                f"there are more than {MOST_FRAMES} frames on a panel; call frame() less often"
            )
        height = self._art.text_height
        style = f' style="height:{height:.3f}pt"' if height is not None else ""
        return Markup(f'<div class="frame" id="frame-{self._frames}"{style}></div>')

    def display(self, name: str) -> Any:
        """Return the text of a display, in the lines and at the size that were found for it."""
        from markupsafe import Markup

        if name not in self._art.displays:
            known = ", ".join(map(repr, self._art.displays)) or "none"
            raise LookupError(
                f"the composition {self._art.composition.name!r} has no display {name!r}, or the "
                f"statement no text for it; displays here: {known}. Ask has({name!r}) first"
            )
        display = self._art.composition.displays[name]
        fit = self._art.displays[name]
        lines = "".join(
            f'<span class="line{" hyphenated" * line.hyphenated}">'
            f"{escape(line.text)}{' ' * line.spaced}</span>"
            for line in fit.lines
        )
        if fit.above or fit.below:
            room = f"padding:{fit.above * fit.size:.2f}pt 0 {fit.below * fit.size:.2f}pt"
            lines = f'<div style="{room}">{lines}</div>'
        return Markup(
            f'<div class="display {escape(name)}" id="display-{escape(name)}"'
            f"{_ROLES.get(display.text, '')} "
            f'style="font-size:{fit.size:.2f}pt;line-height:{fit.line_height:g}">{lines}</div>'
        )

    def qr(self, wanted: float | None = None, quiet: float | None = None) -> Any:
        """Return the QR code; its first dark module is at the box's edge, the quiet zone a margin.

        ``wanted`` is its side and ``quiet`` the most that the quiet zone may take, where the next
        thing is near; both in points.
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
            raise ValueError(f"{whose} is {given!r}; give a number of points up to {most:g}")
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
        """Return the address in words.

        It may break after a slash, but never at a hyphen of its own, which would look like one
        that the line break added.
        """
        from markupsafe import Markup

        parts = escape(self._copy.address).replace("/", "/\u200b").replace("-", "-\u2060")
        whole = escape(self._code.address)
        return Markup(f'<span class="address" dir="ltr" data-address="{whole}">{parts}</span>')

    def logo(self, width: float = LOGO[0], height: float = LOGO[1]) -> Any:
        """Return the campaign's logo, as large as fits into so many points; empty without one."""
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
        """Return the imprint and the place for a union label; empty where none is asked for.

        The QR code may stand right above, so the quiet zone is kept free there.
        """
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
