"""An Eleventy site's configuration: what literals in it say of folders, copies and templates."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from flyers.core.belonging import found_within
from flyers.sites.script import UNREAD, Script, script_of

_MOST_FILES = 20
"""Modules of the site's own that are read with its configuration."""

_REWRITING = {
    "addUrlTransform": "changes addresses by addUrlTransform",
    "setDataFileSuffixes": "names data files by setDataFileSuffixes",
    "dataFileSuffixes": "names data files by dataFileSuffixes",
    "setDataFileBaseName": "names data files by setDataFileBaseName",
    "dataFileDirBaseNameOverride": "names data files by dataFileDirBaseNameOverride",
    "setDynamicPermalinks": "turns templates in permalinks off",
    "dynamicPermalinks": "turns templates in permalinks off",
}
"""What in a program changes the address of any page."""


@dataclass(frozen=True, kw_only=True)
class EleventyFolders:
    """The folders of a site by their names in it; None: computed by its program."""

    input: str | None = "."
    data: str = "_data"
    includes: str = "_includes"
    layouts: str = ""
    output: str = "_site"


@dataclass(frozen=True, kw_only=True)
class EleventyCopies:
    """Files that Eleventy copies: (source, target) by names in the site, a target of None being the
    path below the input folder; ``suffixes`` are those of files that it copies from anywhere in it,
    and with ``computed`` there may be more."""

    pairs: tuple[tuple[str, str | None], ...] = ()
    suffixes: tuple[str, ...] = ()
    computed: bool = False
    receiver: str = "eleventyConfig"


class Program:
    """The configuration and the modules of the site that it imports, as far as they are literal."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.files: list[Path] = []
        self._scripts: list[Script] = []
        self._read(file)
        self._options = _options(file.parent)

    def _read(self, file: Path) -> None:
        self.files.append(file)
        text = text_of(file)
        self._scripts.append(script_of(text))
        for name in re.findall(
            r"""(?:\bfrom|\brequire\s*\(|\bimport)\s*["'](\.[^"'\n]+)["']""", text
        ):
            ends = ("", ".js", ".mjs", ".cjs", "/index.js")
            for path in (file.parent / f"{name}{end}" for end in ends):
                found = found_within(path, [self.file.parent])
                if found and found.is_file() and found not in self.files:
                    if len(self.files) < _MOST_FILES and found.suffix in (".js", ".mjs", ".cjs"):
                        self._read(found)
                    break

    def folders(self) -> EleventyFolders:
        """Return the folders, by the options of the command that builds the site, then by the
        program."""
        found: dict[str, Any] = {}
        for name, method in (
            ("input", "setInputDirectory"),
            ("data", "setDataDirectory"),
            ("includes", "setIncludesDirectory"),
            ("layouts", "setLayoutsDirectory"),
            ("output", "setOutputDirectory"),
        ):
            objects = list(self._keys("dir"))
            given = [one.get(name) for one in objects if isinstance(one, dict) and name in one]
            given += [UNREAD for one in objects if not getattr(one, "whole", False)]
            given += [one for (one, *_) in self._calls(method)]
            given = [self._options[name]] if name in self._options else given
            if len({str(one) for one in given}) > 1 or any(not isinstance(x, str) for x in given):
                found |= {"input": None} if name == "input" else {}
            elif given:
                found[name] = given[0]
        return EleventyFolders(**found)

    def prefix(self) -> str | None:
        """Return the path that the site's root has on its host; None if it is computed."""
        given = list(self._keys("pathPrefix"))
        given = [self._options["pathprefix"]] if "pathprefix" in self._options else given
        if len({str(one) for one in given}) > 1 or any(not isinstance(one, str) for one in given):
            return None
        return str(given[0]).strip("/") if given else ""

    def copies(self) -> EleventyCopies:
        """Return what is copied to the site as it is."""
        pairs: list[tuple[str, str | None]] = []
        computed = False
        for arguments in self._calls("addPassthroughCopy"):
            given = arguments[0] if arguments else UNREAD
            if isinstance(given, str):
                pairs.append((given, None))
            elif isinstance(given, dict):
                computed = computed or not getattr(given, "whole", True)
                for source, target in given.items():
                    computed = computed or not isinstance(target, str)
                    pairs += [(source, target)] if isinstance(target, str) else []
            else:
                computed = True
        words = self._scripts[0].words
        receivers = [
            words[at - 2].text
            for at, word in enumerate(words)
            if at > 1 and word.text == "addPassthroughCopy" and words[at - 2].kind == "name"
        ]
        formats = self.formats()
        return EleventyCopies(
            pairs=tuple(pairs),
            suffixes=tuple(f".{one}" for one in formats or ()),
            computed=computed,
            receiver=next(iter(receivers), "eleventyConfig"),
        )

    def formats(self) -> tuple[str, ...] | None:
        """Return the suffixes of files that Eleventy reads or copies; None if not given."""
        given = list(self._keys("templateFormats"))
        given += [one for (one, *_) in self._calls("setTemplateFormats")]
        more = [one for (one, *_) in self._calls("addTemplateFormats")]
        if len(given) > 1 or any(_formats(one) is None for one in (*given, *more)):
            return None
        if not given:
            return tuple(one for part in more for one in _formats(part) or ())
        return tuple(one for part in (*given, *more) for one in _formats(part) or ())

    def reads(self, suffix: str) -> bool:
        """Return False if the program leaves files of a suffix, such as ``md``, unread."""
        given = [*self._keys("templateFormats"), *(a[0] for a in self._calls("setTemplateFormats"))]
        listed = [_formats(one) for one in given]
        return not given or any(one is None or suffix in one for one in listed)

    def rewrites(self) -> str:
        """Return what the program does to all addresses that flyers cannot follow; or nothing."""
        names = self._names()
        if not all(script.whole for script in self._scripts):
            return "is too long to be read"
        if found := next((said for name, said in _REWRITING.items() if name in names), ""):
            return found
        for first, *_ in self._calls("addExtension"):
            kinds = first if isinstance(first, list) else [first]
            if any(not isinstance(kind, str) or kind in ("md", "html") for kind in kinds):
                return "reads pages by addExtension"
        for first, *_ in self._calls("addGlobalData"):
            if not isinstance(first, str) or first in ("permalink", "layout", "eleventyComputed"):
                return f"sets {first if isinstance(first, str) else 'data'} by addGlobalData"
        return ""

    def own_filters(self) -> frozenset[str]:
        """Return the names of filters that the program defines, which may be built-in ones."""
        calls = ("addFilter", "addLiquidFilter", "addNunjucksFilter", "addAsyncFilter")
        found = (args[0] for call in calls for args in self._calls(call) if args)
        return frozenset(name for name in found if isinstance(name, str))

    def is_raw(self) -> bool:
        """Return True if the templates in Markdown files may not be filled."""
        return any(one not in ("liquid", "njk") for one in self._keys("markdownTemplateEngine"))

    def dates_itself(self) -> bool:
        """Return True if the program reads dates in its own way."""
        return "addDateParsing" in self._names()

    def sorts_languages(self) -> bool:
        """Return True if folders of languages are known to the program."""
        return bool({"EleventyI18nPlugin", "I18nPlugin"} & self._names())

    def ignored(self) -> Iterator[str]:
        """Yield the paths that the program has left out."""
        for arguments in self._calls("add"):
            if arguments and isinstance(arguments[0], str):
                yield arguments[0]

    def _names(self) -> frozenset[str]:
        return frozenset().union(*(script.names for script in self._scripts))

    def _keys(self, name: str) -> Iterator[Any]:
        return self._scripts[0].keys(name)  # modules have keys of the same names for other things

    def _calls(self, name: str) -> Iterator[list[Any]]:
        return (args for script in self._scripts for args in script.calls(name) if args)


def text_of(path: Path) -> str:
    """Return the text of a file, or nothing."""
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def json_of(path: Path) -> Mapping[str, Any]:
    """Return the object of a JSON file, or an empty one."""
    try:
        found = json.loads(text_of(path) or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def version_of(folder: Path) -> int | None:
    """Return the version of Eleventy that a site has, its first number; None if it is not known."""
    own = json_of(folder / "node_modules" / "@11ty" / "eleventy" / "package.json").get("version")
    package = json_of(folder / "package.json")
    wanted = [
        rows["@11ty/eleventy"]
        for key in ("dependencies", "devDependencies")
        if isinstance(rows := package.get(key), dict) and "@11ty/eleventy" in rows
    ]
    match = re.match(r"[~^=v]*(\d+)(?=\.|$)", str(own or next(iter(wanted), "")))
    return int(match[1]) if match else None


def _options(folder: Path) -> Mapping[str, str]:
    """Return the options of the command in package.json that builds the site."""
    scripts = json_of(folder / "package.json").get("scripts")
    rows = scripts if isinstance(scripts, dict) else {}
    building = {
        name: str(line)
        for name, line in rows.items()
        if re.search(r"\beleventy\b", str(line))
        and not re.search(r"--(?:serve|watch)\b", str(line))
    }
    lines: Iterable[str] = [building["build"]] if "build" in building else building.values()
    found = [dict(_flags(line)) for line in lines]
    names = {name for one in found for name in one}
    # What commands disagree on is left to the program.
    return {
        name: found[0][name]
        for name in names
        if all(one.get(name) == found[0].get(name) for one in found)
    }


def _flags(line: str) -> Iterator[tuple[str, str]]:
    yield from re.findall(r"--(input|output|pathprefix)[= ]['\"]?([^\s'\"]+)", line)


def _formats(given: Any) -> list[str] | None:
    if isinstance(given, str):
        return [one.strip() for one in given.split(",")]
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return given
    return None


def below(path: str) -> str:
    """Return a name of a folder as Eleventy has it, without ``./`` and a slash at its end."""
    return PurePosixPath(path).as_posix().strip("/").removeprefix("./") if path else "."
