"""The address of an Eleventy page, from its data and the rules of the configuration."""

import datetime
import fnmatch
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from flyers.core.errors import AddressError
from flyers.sites.eleventy import permalink
from flyers.sites.eleventy.cascade import Cascade, DataLayer
from flyers.sites.eleventy.permalink import TemplateValues, UncertainError
from flyers.sites.eleventy.program import Program, text_of
from flyers.sites.script import UNREAD, ScriptObject
from flyers.sites.site import WebPage

VERSIONS = (1, 2, 3)
"""The versions whose addresses are known; where they are one, the version need not be."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SAFE = "/:@!$&'()*+,;=~"
"""What a path holds as it is (RFC 3986, 3.3)."""


@dataclass(frozen=True, kw_only=True)
class EleventyRules:
    """Rules of addresses in a configuration: the input folder, the site's version, what makes all
    addresses uncertain, filters of its own, folders and patterns without pages."""

    root: Path
    file: str
    version: int | None
    uncertain: str
    own: frozenset[str]
    is_raw: bool
    dates_itself: bool
    unread: frozenset[str]
    no_pages: tuple[Path, ...]
    ignored: tuple[str, ...]

    @classmethod
    def of(
        cls, program: Program, root: Path, version: int | None, no_pages: Iterable[Path]
    ) -> "EleventyRules":
        """Return the rules of a program."""
        uncertain = program.rewrites()
        if program.folders().input is None:
            uncertain = "computes its input folder"
        return cls(
            root=root,
            file=program.file.name,
            version=version,
            uncertain=uncertain,
            own=program.own_filters(),
            is_raw=program.is_raw(),
            dates_itself=program.dates_itself(),
            unread=frozenset(kind for kind in ("md", "html") if not program.reads(kind)),
            no_pages=tuple(no_pages),
            ignored=tuple(_ignored(program, root)),
        )


def path_of(page: WebPage, rules: EleventyRules, cascade: Cascade) -> str:
    """Return the path of a page from the site's root. Raises AddressError."""
    if page.path is None or not page.path.is_relative_to(rules.root):
        raise AddressError(
            f"{page.filename!r} is not in Eleventy's input folder {rules.root}; "
            "put it there, or give --url."
        )
    name = page.path.relative_to(rules.root).as_posix()
    try:
        _refuse_unmade(page.path, name, rules)
        if rules.version is None:
            versions: tuple[int, ...] = VERSIONS
        elif rules.version > VERSIONS[-1]:
            raise UncertainError(f"is made by Eleventy {rules.version}, whose rules are not known")
        else:
            versions = (max(rules.version, 1),)
        made = {_path(page, name, rules, cascade, version) for version in versions}
        if len(made) > 1:
            raise UncertainError("depends on Eleventy's version, which package.json does not give")
        return quote(made.pop(), safe=_SAFE)
    except UncertainError as error:
        raise AddressError(
            f"{name}: its address {error}; give --url, or a plain permalink like /news/hours/."
        ) from None


def _path(page: WebPage, name: str, rules: EleventyRules, cascade: Cascade, version: int) -> str:
    layers = list(cascade.layers(page))
    rule = _rule(layers)
    if rule in (None, ""):
        return _usual(name)
    if rule in (False, "false"):
        raise UncertainError("is none, since its permalink is false: Eleventy makes no page of it")
    if not isinstance(rule, str):
        raise UncertainError("is computed")
    if "{" in rule and (rules.is_raw or _has(layers, "templateengineoverride")):
        raise UncertainError("has a template in it that may not be filled")
    return permalink.path_of(permalink.filled(rule, _values(page, name, rules, layers, version)))


def _rule(layers: list[DataLayer]) -> Any:
    """Return the permalink that counts. Raises UncertainError for one that cannot be known."""
    front = layers[0].values
    for key, what in (
        ("permalinkbypassoutputdir", "is outside of the site, by permalinkBypassOutputDir"),
        ("pagination", "is that of several pages, by pagination"),
    ):
        if _given(front, key) not in (None, "false", False):
            raise UncertainError(what)
    for layer in layers:
        computed = _given(layer.values, "eleventyComputed")
        computed_by = computed if isinstance(computed, dict) else {}
        unsure = computed is not None and not isinstance(computed, dict)
        if unsure or "permalink" in computed_by or not getattr(computed, "whole", True):
            raise UncertainError(f"is computed by {layer.file.name}")
    rule: Any = None
    for layer in layers:
        if not layer.whole:
            raise UncertainError(f"may be computed by {layer.file.name}")
        if "permalink" in layer.values:
            rule = layer.values["permalink"]
            break
    if rule is UNREAD:
        raise UncertainError(f"is computed by {layer.file.name}")
    if isinstance(rule, dict):
        if set(rule) != {"build"} or (isinstance(rule, ScriptObject) and not rule.whole):
            raise UncertainError("is several, by its permalink")
        return rule["build"]
    return rule


def _values(
    page: WebPage, name: str, rules: EleventyRules, layers: list[DataLayer], version: int
) -> TemplateValues:
    path = PurePosixPath(name)
    stem = _undated(path.stem)
    slug = stem
    if stem == "index":
        slug = path.parent.name if version < 2 else _undated(path.parent.name)

    def find(key: str) -> Any:
        first, *rest = key.split(".")
        for layer in layers:
            value = _given(layer.values, first)
            for part in rest if value is not None else ():
                value = value.get(part) if isinstance(value, dict) else UNREAD
            if value is not None:
                if value is UNREAD:
                    raise UncertainError(f"names {key}, which {layer.file.name} computes")
                return value
            if not layer.whole:
                raise UncertainError(f"names {key}, which {layer.file.name} may compute")
        raise UncertainError(f"names {key}, which has no value")

    return TemplateValues(
        find=find,
        date=None if rules.dates_itself else _date(page, name, layers),
        version=version,
        own=rules.own,
        more={
            "page.fileSlug": slug,
            "page.filePathStem": "/" + (path.parent / stem).as_posix().removeprefix("./"),
            "page.outputFileExtension": "html",
        },
    )


def _given(values: Mapping[str, Any], key: str) -> Any:
    """Return a value of data, or of front matter, whose keys are in lower case."""
    return values.get(key, values.get(key.lower().replace("-", "_")))


def _has(layers: Iterable[DataLayer], key: str) -> bool:
    return any(key in (name.lower() for name in layer.values) for layer in layers)


def _usual(name: str) -> str:
    """Return the address without any permalink: a folder for each page. Its date stays."""
    path = PurePosixPath(name)
    folder = "" if path.parent.name == "" else f"{path.parent.as_posix()}/"
    alone = path.stem in ("index", path.parent.name)
    return f"/{folder}" if alone else f"/{folder}{path.stem}/"


def _undated(name: str) -> str:
    match = re.search(r"\d{4}-\d{2}-\d{2}-(.*)", name)
    return match[1] if match else name


def _date(page: WebPage, name: str, layers: list[DataLayer]) -> datetime.datetime | None:
    """Return the date of the page, which its front matter or a name on its path gives."""
    given = next((x.values["date"] for x in layers if "date" in x.values), None)
    if given is None:
        match = _DATE.search(name)
        given = match[0] if match else None
    try:
        when = datetime.datetime.fromisoformat(str(given).replace("Z", "+00:00"))
    except ValueError:
        return None
    return (
        when.replace(tzinfo=datetime.UTC) if when.tzinfo is None else when.astimezone(datetime.UTC)
    )


def _refuse_unmade(path: Path, name: str, rules: EleventyRules) -> None:
    """Raise UncertainError for a file of which Eleventy makes no page."""
    if rules.uncertain:
        raise UncertainError(f"cannot be known, since {rules.file} {rules.uncertain}")
    within = any(path.is_relative_to(folder) for folder in rules.no_pages)
    if within or "node_modules" in path.relative_to(rules.root).parts:
        raise UncertainError("is none, since Eleventy makes no pages of that folder")
    if path.suffix not in (".md", ".html"):
        raise UncertainError(f"is none, since Eleventy reads no {path.suffix} by itself")
    if path.suffix.lstrip(".") in rules.unread:
        raise UncertainError(f"is none, since {rules.file} has no {path.suffix} in its formats")
    for pattern in rules.ignored:
        if name == pattern or name.startswith(f"{pattern}/") or fnmatch.fnmatch(name, pattern):
            raise UncertainError(f"is none, since Eleventy ignores {pattern!r:.60}")


def _ignored(program: Program, root: Path) -> Iterator[str]:
    """Yield what is left out, as paths or patterns from the input folder."""
    folder = program.file.parent
    lines = list(program.ignored())
    for file in dict.fromkeys((folder / ".eleventyignore", root / ".eleventyignore")):
        lines += [line.strip() for line in text_of(file).splitlines()]
    inside = root.relative_to(folder).as_posix() if root.is_relative_to(folder) else "."
    for line in lines:
        if line and line[0] not in "#!":
            one = line.removeprefix("./").strip("/").replace("**/", "")
            yield one.removeprefix(f"{inside}/")
