"""Languages of a Hugo site: their folders, hosts and prefixes (gohugo.io, "Multilingual mode")."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flyers.sites.hugo.releases import Release
from flyers.sites.scalars import listed
from flyers.sites.site import ContentFolder


@dataclass(frozen=True, kw_only=True)
class SiteLanguage:
    """A language by its key in the configuration. ``table`` is what stands below the key; ``code``
    is the language as a tag, empty if nobody says it."""

    key: str
    code: str
    table: Mapping[str, Any] = field(default_factory=dict)
    disabled: bool = False


@dataclass(frozen=True, kw_only=True)
class SiteLanguages:
    """All languages of a site. ``default`` is the key of the one whose pages have no prefix, unless
    ``in_folder``; empty if the configuration contradicts itself."""

    known: Mapping[str, SiteLanguage]
    default: str
    in_folder: bool = False

    @property
    def hosts(self) -> Mapping[str, str]:
        """The address of each language, if languages have addresses of their own."""
        found = {key: one.table.get("baseurl") for key, one in self.known.items()}
        return {key: base for key, base in found.items() if isinstance(base, str) and base}

    def prefix(self, key: str, release: Release) -> str:
        """Return the first folder of all addresses of a language; empty if there is none."""
        several = len([one for one in self.known.values() if not one.disabled]) > 1
        if self.hosts:
            return ""
        if key == self.default:
            return key if self.in_folder and (several or release.alone) else ""
        return key if several else ""


def languages_of(table: Mapping[str, Any]) -> SiteLanguages:
    """Return the languages that the configuration declares; one if it declares none."""
    rows = table.get("languages")
    rows = rows if isinstance(rows, dict) else {}
    usual = table.get("defaultcontentlanguage")
    usual = usual if isinstance(usual, str) else ""  # in capitals it is found by no version
    code = _code(table)
    off = [str(key).lower() for key in listed(table.get("disablelanguages"))]
    known = {
        key: SiteLanguage(
            key=key,
            code=_code(row) or key,
            table=row,
            disabled=row.get("disabled") is True or key in off,
        )
        for key, row in rows.items()
        if isinstance(row, dict)
    }
    if not known:
        key = usual or "en"
        known = {key: SiteLanguage(key=key, code=code or usual)}
    default = usual or ("en" if "en" in known else min(known, key=lambda key: _rank(known[key])))
    if default in known and code and not _code(known[default].table):
        one = known[default]
        known[default] = SiteLanguage(
            key=one.key, code=code, table=one.table, disabled=one.disabled
        )
    return SiteLanguages(
        known=known,
        default=default if default in known else "",
        in_folder=table.get("defaultcontentlanguageinsubdir") is True,
    )


def _code(table: Mapping[str, Any]) -> str:
    code = table.get("locale") or table.get("languagecode")
    return code.replace("_", "-") if isinstance(code, str) else ""


def _rank(language: SiteLanguage) -> tuple[bool, float, str]:
    """Return what sorts languages as Hugo does: by weight, those without one last, then by key."""
    weight = language.table.get("weight")
    weight = weight if isinstance(weight, int | float) else 0
    return (not weight, weight, language.key)


@dataclass(frozen=True, kw_only=True)
class HugoFolder(ContentFolder):
    """A folder of pages. Those of a mounted one have the folders ``below`` before their own;
    ``key`` is the language that all of it is in, empty for the default one. ``partly`` if
    it cannot be told which of its files are pages of which language."""

    below: tuple[str, ...] = ()
    key: str = ""
    partly: bool = False


def folders_of(
    table: Mapping[str, Any], folder: Path, languages: SiteLanguages
) -> Iterator[HugoFolder]:
    """Yield the folders of pages: those that are mounted, else ``contentDir`` of each language."""
    several = len(languages.known) > 1
    mounted = list(_mounts(table, folder, languages))
    for one in mounted:
        # Which of two mounts a page of a language comes from is not the same in all versions.
        under = any(other.below[: len(one.below)] == one.below for other in mounted if other != one)
        yield replace(one, partly=one.partly or (several and under))
    if mounted:
        return
    usual = table.get("contentdir")
    usual = usual if isinstance(usual, str) and usual else "content"
    shared: dict[Path, list[str]] = {}
    for key in sorted(languages.known, key=lambda key: key != languages.default):
        own = languages.known[key].table.get("contentdir")
        place = (folder / (own if isinstance(own, str) and own else usual)).resolve()
        shared.setdefault(place, []).append(key)
    common = (folder / usual).resolve()
    for place, keys in shared.items():
        # A page of a folder of several languages is in the default one, unless its name says so.
        is_default = languages.default in ("", *keys)
        key = "" if is_default and (len(keys) > 1 or place == common) else keys[0]
        nested = any(other != place and place.is_relative_to(other) for other in shared)
        yield HugoFolder(
            folder=place,
            key=key,
            language=languages.known[key].code if key else "",
            partly=nested or (not is_default and (len(keys) > 1 or place == common)),
        )


def _mounts(
    table: Mapping[str, Any], folder: Path, languages: SiteLanguages
) -> Iterator[HugoFolder]:
    module = table.get("module")
    rows = module.get("mounts") if isinstance(module, dict) else None
    for row in (one for one in listed(rows) if isinstance(one, dict)):
        target = str(row.get("target") or "").replace("\\", "/").strip("/").split("/")
        source = str(row.get("source") or "")
        if target[0] != "content" or not source:
            continue
        key = str(row.get("lang") or _only_language(row.get("sites")) or "")
        yield HugoFolder(
            folder=(folder / source).resolve(),
            below=tuple(target[1:]),
            key=key,
            language=languages.known[key].code if key in languages.known else key,
            partly=bool({"includefiles", "excludefiles", "files"} & set(row))
            or ("sites" in row and not key)
            or key != key.lower(),
        )


def _only_language(sites: Any) -> str:
    """Return the one language of ``sites.matrix.languages``; empty for another selection."""
    matrix = sites.get("matrix") if isinstance(sites, dict) else None
    keys = matrix.get("languages") if isinstance(matrix, dict) and len(matrix) == 1 else None
    if not isinstance(keys, list) or len(keys) != 1 or not re.fullmatch(r"[\w-]+", str(keys[0])):
        return ""
    return str(keys[0])
