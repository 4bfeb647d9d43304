"""The Campaign that a flyers.toml describes.

The declaration has checked each value by itself; errors that show only beside other
values or in the folder, such as a logo that is no file, are raised here, with their line.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
from flyers.campaign.declared import FILE, home_of
from flyers.campaign.declared.site import TOLD_APART
from flyers.campaign.lines import Keys
from flyers.campaign.reach import check_reach, is_trusted, reach_of
from flyers.campaign.sources import Sources
from flyers.catalogue.contrast import LARGE, TEXT, WHITE, contrast, readable
from flyers.catalogue.inks import Swatch
from flyers.catalogue.printer_keys import extended
from flyers.catalogue.printers import PRINTERS, Printer
from flyers.core.errors import AddressError, ConfigError, UnknownNameError
from flyers.core.settings import Wrong
from flyers.core.settings.wrong import NoKey, header
from flyers.sites.site import USUAL, Site
from flyers.sites.tokens import PERMALINK
from flyers.sites.web_address import checked
from flyers.statements.wording.dates import is_false_stamp

MOST_EXTENDED = 20
"""Printers that extend one another in a row."""

_COLOURS = "write colours as accent and plate in [campaign.palette]"
_FONTS = "write fonts as title, text and small in [campaign.faces]"
IDENTITY_KEYS = {
    **dict.fromkeys(("color", "colors", "colour", "colours", "accent", "plate"), _COLOURS),
    **dict.fromkeys(("font", "fonts"), _FONTS),
}
"""Advice on keys that people write in [campaign] before they have read of palette and faces."""


def campaign_of(sources: Sources) -> Campaign:
    """Return the campaign of a flyers.toml, its site completed from the site's own configuration.

    Raises ConfigError.
    """
    file = sources.file
    try:
        values = FILE.read(file.table)
    except Wrong as wrong:
        home = home_of(wrong.key)
        # A key of another jurisdiction is in its own section; the sentence lists the right ones.
        elsewhere = home and header(wrong.at[:1]) not in home.split(" or ")
        if isinstance(wrong, NoKey) and wrong.at == ("campaign",) and wrong.key in IDENTITY_KEYS:
            wrong.what = f"there is no key {wrong.key!r} here; {IDENTITY_KEYS[wrong.key]}"
        elif isinstance(wrong, NoKey) and not wrong.what.endswith("?") and elsewhere:
            wrong.what = f"there is no key {wrong.key!r} here; it belongs to {home}"
        raise ConfigError(f"{file.place(wrong.keys)}: {wrong.sentence(header(wrong.at))}") from None
    return _Reading(sources, values).campaign()


class _Reading:
    def __init__(self, sources: Sources, values: Mapping[str, Any]) -> None:
        self._sources = sources
        self._file = sources.file
        self._values = values
        self._homes: tuple[Path, ...] = ()
        if not is_trusted():
            theirs = (sources.site.folder,) if sources.site else ()
            homes = (sources.file.path.parent, *theirs)
            self._homes = tuple(dict.fromkeys(map(reach_of, homes)))

    def campaign(self) -> Campaign:
        self._check_theirs()
        site, theirs = self._site(), self._sources.site
        folder = theirs.content if theirs else None
        build = self._values["build"]
        return Campaign(
            file=self._file.path if self._file.table else None,
            read_from=self._sources.files,
            site=site,
            generated=theirs,
            static=self._folder("static") or (theirs.static if theirs else None),
            content=self._folder("content") or folder,
            pages=folder or self._folder("content"),
            build=Build(**{**build, "out": self._file.path.parent / build["out"]}),
            reach=self._homes,
            publishing=self._publishing(),
            identity=self._identity(),
            codes=self._codes(site),
            sheets=self._sheets(),
            printers=self._printers(),
            events=self._events(),
            law=self._law(),
        )

    def _refused(self, keys: Keys, sentence: str) -> ConfigError:
        return ConfigError(f"{self._file.place(keys)}: {header(keys[:-1])} {sentence}")

    def _site(self) -> Site | None:
        own = self._values["site"]
        theirs = self._sources.site
        address = own["address"] or (theirs.address if theirs else "")
        if not address:
            if not self._file.table.get("site"):
                return None
            raise self._refused(
                ("site", ""), 'has no address; add address = "https://example.org".'
            )
        try:
            address = checked(address)
        except AddressError as error:
            raise self._refused(("site", "address"), str(error)) from error
        if token := re.search(r"/:[a-z]+", address):
            raise self._refused(
                ("site", "address"),
                f"address has {token[0][1:]}, which belongs to a permalink; write the site's "
                f'address alone, and permalink = "{PERMALINK}".',
            )
        home = self._file.path.parent
        inside = self._folder("content")
        folders = tuple(one.folder for one in theirs.contents) if theirs else (home.resolve(),)
        where = theirs.folder if theirs else home
        names = (theirs.outputs if theirs else ()) or USUAL
        named = self._folder("built")
        return Site(
            address=address,
            permalink=own["permalink"],
            usual=PERMALINK if inside and not theirs else None,
            contents=(inside,) if inside else folders,
            short=own["short"],
            built=(named,) if named else tuple(where / name for name in names),
            prove=own["prove"],
        )

    def _folder(self, key: str) -> Path | None:
        name = self._values["site"][key]
        return self._path(("site", key), name).resolve() if name else None

    def _path(self, keys: Keys, name: str) -> Path:
        """Return the path that a key names, from the folder of flyers.toml. Raises ConfigError for
        one that leads where it may not."""
        path = self._file.path.parent / name
        where = f"{self._file.place(keys)}: {header(keys[:-1])} {keys[-1]}"
        check_reach(path, self._homes, where)
        return path

    def _check_theirs(self) -> None:
        """Refuse folders of the site's own configuration that lead where it may not."""
        site = self._sources.site
        if not site:
            return
        served = [one.folder for one in site.served or ()]
        for folder in (*(one.folder for one in site.contents), site.static, *served):
            if folder:
                check_reach(folder, self._homes, f"{site.file}: a folder of the site")

    def _publishing(self) -> Publishing:
        row = self._values["publish"]
        for one, many in (("layout", "layouts"), ("format", "formats"), ("printer", "printers")):
            if len(row[many]) > 1 and f":{one}" not in row["path"]:
                raise self._refused(
                    ("publish", many),
                    f"has several {many}, whose files would have one name; "
                    f"put :{one} into path, which is {row['path']!r}.",
                )
        return Publishing(**row)

    def _identity(self) -> Identity:
        row = self._values["campaign"]
        return Identity(
            name=row["name"],
            logo=self._there(("campaign", "logo"), row["logo"]),
            contact=row["contact"] or (),
            languages=row["languages"] or (),
            palette=self._palette(row["palette"]),
            faces={name: face for name, face in row["faces"].items() if face},
        )

    def _palette(self, row: Mapping[str, Swatch | None]) -> Mapping[str, Swatch]:
        """Return the colours that are given; raise ConfigError if one of type is too pale."""
        colours = {name: colour for name, colour in row.items() if colour}
        for name, least in (("accent", TEXT), ("title", LARGE)):
            rgb = colours[name].rgb if name in colours else None
            if rgb and (ratio := contrast(rgb, WHITE)) < least:
                nearest = "#" + bytes(readable(rgb, least)).hex()
                raise self._refused(
                    ("campaign", "palette", name),
                    f"{name} = {colours[name].css!r} is too pale for type on white: its "
                    f"contrast is {int(ratio * 10) / 10:g} to 1, and has to be {least:g}; "
                    f"write {nearest!r}, the nearest that can be read. "
                    "As plate, the colour of areas, it is good.",
                )
        return colours

    def _there(self, keys: Keys, name: str | None) -> Path | None:
        """Return the file that a key names, from the folder of flyers.toml. Raises ConfigError."""
        path = self._path(keys, name).resolve() if name else None
        if path and not path.is_file():
            raise self._refused(
                keys,
                f"{keys[-1]} names {name}, which is no file; "
                "put it beside flyers.toml, or correct the path.",
            )
        return path

    def _codes(self, site: Site | None) -> Codes:
        row = self._values["qr"]
        short = bool(site and site.short)
        if row["address"] == "short" and not short:
            raise self._refused(
                ("qr", "address"),
                'address = "short" needs the site\'s rule; add short = "/s/:slug" to [site].',
            )
        for token in re.findall(r":([a-z]+)", row["path"]):
            if token not in TOLD_APART:
                known = ", ".join(f":{name}" for name in TOLD_APART)
                raise self._refused(("qr", "path"), f"path has :{token}; it may have {known}.")
        return Codes(
            short=short and row["address"] != "page", tracking=row["tracking"], path=row["path"]
        )

    def _sheets(self) -> Mapping[str, Mapping[str, Any]]:
        return {
            name: {key: value for key, value in preset.items() if value is not None}
            for name, preset in self._values["sheets"].items()
        }

    def _printers(self) -> Mapping[str, Printer]:
        rows: Mapping[str, Mapping[str, Any]] = self._file.table.get("printers", {})
        made: dict[str, Printer] = {}

        def make(name: str, waiting: tuple[str, ...]) -> Printer:
            base = rows[name]["extends"]
            keys = ("printers", name, "extends")
            if name in PRINTERS:
                raise self._refused(
                    (*keys[:-1], ""),
                    f"has the name of a printer that comes with the tool; call yours "
                    f"something else, like [printers.my-{name}].",
                )
            if len(waiting) > MOST_EXTENDED:
                raise self._refused(
                    keys,
                    f"extends another one through more than {MOST_EXTENDED} printers; "
                    "let it extend one that comes with the tool.",
                )
            if base in waiting:
                raise self._refused(
                    keys,
                    f"extends {base}, which extends it in turn; let one extend another printer.",
                )
            if base in rows and base not in made:
                made[base] = make(base, (*waiting, base))
            known = {**PRINTERS, **made}
            if base not in known:
                error = UnknownNameError.near("printer", base, {*PRINTERS, *rows})
                raise self._refused(keys, f"extends {base!r}. {error}")
            own = {key: value for key, value in rows[name].items() if key != "extends"}
            self._there((*keys[:-1], "icc"), own.get("icc"))
            where = f"{self._file.place(keys[:-1])}: [printers.{name}]"
            return extended(known[base], name, own, where=where, folder=self._file.path.parent)

        for name in rows:
            if name not in made:
                made[name] = make(name, (name,))
        return {name: made[name] for name in rows}

    def _events(self) -> Mapping[str, Occasion]:
        for name, row in self._values["events"].items():
            for key in ("when", "until"):
                if isinstance(row[key], str) and is_false_stamp(row[key]):
                    raise self._refused(
                        ("events", name, key),
                        f"{key} = {row[key]!r:.60} is not a date that exists; "
                        "write it like 2027-10-04T14:00, or in words.",
                    )
        return {
            name: Occasion(
                name=name, **{**row, "use": tuple(Handout(**one) for one in row["use"] or ())}
            )
            for name, row in self._values["events"].items()
        }

    def _law(self) -> Law | None:
        row = self._values["imprint"]
        if row is None:
            return None
        fields = {key: value for key, value in row.items() if isinstance(value, str)}
        return Law(
            jurisdiction=fields.pop("jurisdiction"), fields=fields, union_label=row["union_label"]
        )
