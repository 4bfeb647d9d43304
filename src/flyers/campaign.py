"""flyers.toml, found upward from the statement or the working folder, like git finds its own.

Where there is none, a Hugo configuration above the statement gives the site's
address and its permalink rule.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flyers.addresses import PERMALINK, Site, checked
from flyers.errors import AddressError, ConfigError
from flyers.imprint import JURISDICTIONS, NONE

FILE = "flyers.toml"
HUGO_PERMALINK = "/:sections/:slugorcontentbasename/"
"""Where Hugo puts a page when its configuration says nothing."""

_KEYS = {
    "site": ("address", "content", "static", "permalink"),
    "sheets": (),
    "imprint": ("jurisdiction", "union_label"),
}
_WORD, _FLAG = "a text in quotation marks", "true or false"
_SHEET: Mapping[str, str | tuple[str, ...]] = {
    "size": _WORD,
    "margins": _WORD,
    "bleed": _WORD,
    "gutter": _WORD,
    "marks": _WORD,
    "duplex": _WORD,
    "up": _WORD,
    "order": ("across", "down"),
    "stock": ("text", "cover"),
    "allowance": _WORD,
    "creep": _WORD,
    "fit": _FLAG,
    "center": _FLAG,
    "binding": ("left", "right"),
    "grain": _FLAG,
    "overlap": _WORD,
}
"""What [sheets.NAME] may hold, and what kind of value: options of `flyers impose`; ``size`` is the
paper. A tuple is all there is to choose from."""
_HUGO_FILES = tuple(
    f"{stem}.{kind}" for stem in ("hugo", "config") for kind in ("toml", "yaml", "json")
)


LONGEST_FIELD = 120
"""Letters that a field of [imprint] may have: a name, or an address with its street."""


@dataclass(frozen=True, kw_only=True)
class Law:
    """[imprint]: under whose law pieces are printed, and what their imprint is made of."""

    jurisdiction: str
    fields: Mapping[str, str]
    union_label: bool = False


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """What the configuration says. ``static`` and ``content`` are the site's folders, if any;
    ``sheets`` the presets for press sheets, by name; ``law`` what the imprint is to be."""

    site: Site | None = None
    static: Path | None = None
    content: Path | None = None
    sheets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    law: Law | None = None


def campaign_for(folder: Path | None) -> Campaign:
    """The configuration in force for a statement in ``folder`` (None: standard input)."""
    starts = [folder.resolve()] if folder else []
    for start in (*starts, Path.cwd()):
        if found := _upward(start, (FILE,)):
            return _from_flyers(found)
    for start in starts:
        if found := _upward(start, _HUGO_FILES):
            return _from_hugo(found)
    return Campaign()


def _upward(start: Path, names: tuple[str, ...]) -> Path | None:
    for folder in (start, *start.parents):
        for name in names:
            if (folder / name).is_file():
                return folder / name
    return None


def _table(path: Path) -> Mapping[str, Any]:
    """The file's content, whichever of the three notations it is in."""
    try:
        text = path.read_text("utf-8-sig")
        if path.suffix == ".toml":
            table: Any = tomllib.loads(text)
        elif path.suffix == ".json":
            table = json.loads(text)
        else:
            import yaml

            try:
                table = yaml.safe_load(text)
            except yaml.YAMLError as error:
                raise ValueError(str(error).replace("\n", " ")) from error
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path} ({error.strerror}); check its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path} cannot be read: {error}; mend that place.") from error
    return table if isinstance(table, dict) else {}


def _from_flyers(path: Path) -> Campaign:
    table = _table(path)
    site = table.get("site", {})
    if not isinstance(site, dict):
        raise ConfigError(f"{path}: site is not a table; write [site] on a line of its own.")
    for given, known in ((table, tuple(_KEYS)), (site, _KEYS["site"])):
        _no_strangers(path, given, known)
    sheets = _presets(path, table.get("sheets", {}))
    law = _law(path, table["imprint"]) if "imprint" in table else None
    for key, value in site.items():
        if not isinstance(value, str):
            raise ConfigError(f"{path}: [site] {key} is not a text; put it in quotation marks.")
    if not site:
        return Campaign(sheets=sheets, law=law)
    if "address" not in site:
        raise ConfigError(f'{path}: [site] has no address; add address = "https://example.org".')
    try:
        address = checked(site["address"])
    except AddressError as error:
        raise ConfigError(f"{path}: [site] {error}") from error
    if token := re.search(r"/:[a-z]+", address):
        raise ConfigError(
            f"{path}: [site] address has {token[0][1:]}, which belongs into the rule; "
            f'keep the site alone in address, and write permalink = "{PERMALINK}".'
        )
    return Campaign(
        site=Site(address=address, permalink=site.get("permalink", PERMALINK)),
        static=_folder(path, site.get("static")),
        content=_folder(path, site.get("content")),
        sheets=sheets,
        law=law,
    )


def _presets(path: Path, table: Any) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(table, dict) or not all(isinstance(one, dict) for one in table.values()):
        raise ConfigError(f"{path}: sheets holds presets; write [sheets.NAME] above each.")
    for name, preset in table.items():
        _no_strangers(path, preset, tuple(_SHEET))
        for key, value in preset.items():
            if wanted := _wanted(key, value):
                raise ConfigError(f"{path}: [sheets.{name}] {key} has to be {wanted}.")
        if "size" not in preset:
            raise ConfigError(f'{path}: [sheets.{name}] has no size; add one like size = "12x18".')
    return table


def _wanted(key: str, value: Any) -> str:
    """What the value of a preset's key ought to be; nothing if it is that."""
    kind = _SHEET[key]
    if isinstance(kind, tuple):
        return "" if value in kind else " or ".join(f'"{word}"' for word in kind)
    if kind is _FLAG:
        return "" if isinstance(value, bool) else kind
    words = value if key == "marks" and isinstance(value, list) else [value]
    # A bare 0 is a length.
    good = all(isinstance(one, str) or (one == 0 and one is not False) for one in words)
    return "" if good else kind


def _law(path: Path, table: Any) -> Law:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: imprint is not a table; write [imprint] on a line of its own.")
    known = {**{name: row.fields for name, row in JURISDICTIONS.items()}, NONE: ()}
    asked = table.get("jurisdiction")
    if asked is None:
        names = ", ".join(known)
        raise ConfigError(f"{path}: [imprint] has no jurisdiction; add one of {names}.")
    if not isinstance(asked, str) or asked not in known:
        raise ConfigError(
            f"{_place(path, 'jurisdiction')}: {_stranger('jurisdiction', asked, known)}"
        )
    # Whoever switches it off may leave the fields as they are.
    fields = known[asked] or tuple({name for row in known.values() for name in row})
    _no_strangers(path, table, (*_KEYS["imprint"], *fields))
    if not isinstance(table.get("union_label", False), bool):
        raise ConfigError(f"{path}: [imprint] union_label is neither true nor false; write one.")
    return Law(
        jurisdiction=asked,
        fields={key: _field(path, key, table[key]) for key in fields if key in table},
        union_label=table.get("union_label", False),
    )


def _field(path: Path, key: str, value: Any) -> str:
    """A name or an address on one line."""
    place = f"{_place(path, key)}: [imprint] {key}"
    if not isinstance(value, str):
        raise ConfigError(f"{place} is not a text; put it in quotation marks.")
    text = " ".join(value.split())
    if len(text) > LONGEST_FIELD:
        raise ConfigError(
            f"{place} has {len(text)} letters; shorten it to {LONGEST_FIELD} at most."
        )
    if not text.isprintable():
        raise ConfigError(f"{place} has a character that cannot be printed; type it anew.")
    return text


def _no_strangers(path: Path, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in given:
        if key not in known:
            raise ConfigError(f"{_place(path, key)}: {_stranger('setting', key, known)}")


def _stranger(kind: str, name: object, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(name), known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(known)}."
    return f"there is no {kind} {name!r}; {hint}"


def _place(path: Path, key: str) -> str:
    """The file, and the line that sets the key."""
    lines = path.read_text("utf-8-sig").splitlines()
    setting = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[\]=.]")
    line = next((i for i, text in enumerate(lines, 1) if setting.match(text)), 1)
    return f"{path}, line {line}"


def _folder(path: Path, name: str | None) -> Path | None:
    return (path.parent / name).resolve() if name else None


def _from_hugo(path: Path) -> Campaign:
    """Hugo's own: baseURL, permalinks by section, staticDir, contentDir; keys in any case."""
    table = {str(key).lower(): value for key, value in _table(path).items()}
    base = table.get("baseurl")
    if not isinstance(base, str) or not base.startswith("http"):
        return Campaign()
    content = _folder(path, str(table.get("contentdir", "content")))
    static = table.get("staticdir", "static")
    return Campaign(
        site=Site(address=base, permalink=_hugo_rule(table.get("permalinks"))),
        static=_folder(path, static if isinstance(static, str) else "static"),
        content=content,
    )


def _hugo_rule(rules: object) -> str:
    """The first section's rule; since Hugo 0.115 those of pages have a table of their own."""
    if isinstance(rules, dict) and isinstance(rules.get("page"), dict):
        rules = rules["page"]
    texts = [v for v in rules.values() if isinstance(v, str)] if isinstance(rules, dict) else []
    return texts[0] if texts else HUGO_PERMALINK
