"""A Jekyll site, and the paths of its pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from flyers.core.errors import AddressError, ConfigError
from flyers.core.files import from_here
from flyers.core.table_file import table_in
from flyers.sites.jekyll.defaults import MatterDefaults, defaults_of
from flyers.sites.jekyll.documents import EXCLUDED, Document, document_of, is_excluded
from flyers.sites.jekyll.placeholders import PermalinkValues
from flyers.sites.jekyll.tokens import certain, escaped, filled, joined
from flyers.sites.scalars import listed
from flyers.sites.site import ContentFolder, GeneratedSite, WebPage

_STYLES = {
    # jekyllrb.com, "Permalinks": built-in formats
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
_SUFFIXES = {"pretty": "/", "date": ":output_ext", "ordinal": ":output_ext", "none": ":output_ext"}
_HTML = frozenset({".html", ".htm", ".xhtml"})
_FRONT = re.compile(rb"(\xef\xbb\xbf)?---\s*\r?\n")
_LARGEST = 200_000
"""Bytes of a file that are read."""
_PLUGINS = re.compile("polyglot|multiple.languages|archives-v2|permalink|slugify", re.IGNORECASE)
_CODE = re.compile(rb"permalink|def url|url_template|Jekyll::URL|slugif|\.data\[.slug")


@dataclass(frozen=True, kw_only=True)
class JekyllSite(GeneratedSite):
    """A Jekyll site. ``source`` is the folder that it is made from, ``collections`` the rows of its
    collections by name, and ``collections_dir`` their folder below the source, or empty."""

    table: Mapping[str, Any]
    source: Path
    collections: Mapping[str, Mapping[str, Any]]
    collections_dir: str

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the permalinks of posts and of collections."""
        yield "pages", self._rule_of("posts")
        for name in self.collections:
            if name != "posts":
                yield name, self._rule_of(name)

    def language_of(self, path: Path) -> str:
        """Return the language of a page's file: that of the defaults for it, or the site's."""
        try:
            document = self._document(path)
        except (AddressError, ValueError):
            return self.language
        return _language(self._defaults.of(document.path, document.kind)) or self.language

    def path_served(self, file: Path) -> str | None:
        """Return the path of a file, which is that in the source folder. Raises ConfigError for one
        that Jekyll leaves out (jekyllrb.com, "Configuration options")."""
        path = super().path_served(file) or ""
        included = _listed(self.table.get("include"))
        excluded = self.table.get("exclude")
        named = [*(excluded if isinstance(excluded, list) else ()), *EXCLUDED]
        hidden = next((part for part in path.split("/") if part[0] in "._#~"), "")
        if hidden and hidden not in included:
            why = f"add include: [{hidden}] to {self.file.name}, or put it elsewhere"
        elif is_excluded(path, [str(one) for one in named]):
            why = f"exclude in {self.file.name} leaves it out"
        else:
            return path
        raise ConfigError(f"Jekyll would not serve {path}: {why}.")

    def path_of(self, page: WebPage) -> str:
        """Return the path of a page. Raises AddressError where Jekyll makes no page, or something
        counts that cannot be read."""
        path = page.path
        if path is None or not path.is_relative_to(self.source):
            raise AddressError(
                f"{from_here(path) if path else 'A statement from standard input'} is no page of "
                f"the Jekyll site in {from_here(self.source)}; give --url."
            )
        document = self._document(path)
        self._check(path, document)
        usual = self._defaults.of(document.path, document.kind)
        own_values = {key: value for key, value in page.values.items() if value is not None}
        values = {**usual, **own_values}
        values["categories"] = [
            one for part in (usual, own_values) for one in _listed(part.get("categories"))
        ]
        file = str(from_here(path))
        if str(values.get("published")).lower() == "false":
            raise AddressError(f"{file} is not published, by its front matter; give --url.")
        placeholders = PermalinkValues(
            document=document,
            values=values,
            file=file,
            extension=self._extension(document),
            zone=str(self.table.get("timezone") or ""),
        )
        if values.get("redirect_to"):
            raise AddressError(f"{file} only leads elsewhere (redirect_to); give --url.")
        own = placeholders.text("permalink")
        if re.search(r"\{\{|\{%", own):
            raise AddressError(
                f"{file}: its permalink {own!r:.80} is Liquid, which Jekyll does not fill in "
                "there; write the path itself, like /statements/hours/, or give --url."
            )
        if document.kind == "pages":
            return joined(self._page_path(document, certain(own, file), file))
        rule = certain(own or self._rule_of(document.kind), file)
        return joined(filled(rule, placeholders.value, file))

    @cached_property
    def _defaults(self) -> MatterDefaults:
        return defaults_of(self.table, self.source, self.collections_dir)

    def _document(self, path: Path) -> Document:
        included = self.table.get("include")
        return document_of(
            path,
            self.source,
            self.collections_dir,
            self.collections,
            [str(one) for one in included] if isinstance(included, list) else [],
        )

    def _check(self, path: Path, document: Document) -> None:
        """Refuse a file that gets no page, and a site whose plug-ins may give it another address.
        Raises AddressError."""
        file = from_here(path)
        if document.kind != "posts" and not _FRONT.match(_read(path)):
            raise AddressError(
                f"{file} has no front matter, so that Jekyll copies it as it is; put two "
                "lines --- on top of it, or give --url."
            )
        excluded = self.table.get("exclude")
        named = [*(excluded if isinstance(excluded, list) else ()), *EXCLUDED]
        inner = path.relative_to(self.source).as_posix()
        if is_excluded(inner, [str(one) for one in named]) or self._is_output(inner):
            raise AddressError(
                f"{file} is left out of the site, by exclude in {self.file.name}; give --url."
            )
        row = self.collections.get(document.kind, {})
        if document.kind not in ("pages", "posts") and row.get("output") is not True:
            raise AddressError(
                f"{file} has no page of its own: {self.file.name} has no `output: true` for the "
                f"collection {document.kind!r}; add it, or give --url."
            )
        if document.suffix.lower() not in {*_HTML, *self._markdown}:
            raise AddressError(
                f"Only a plug-in of Jekyll makes a page of {file}; build the site, or give --url."
            )
        if reason := self._foreign_rules:
            raise AddressError(
                f"{reason} may change the addresses of the Jekyll site, and nothing of it is run; "
                "build the site, or give --url."
            )

    def _is_output(self, inner: str) -> bool:
        return any(f"{inner}/".startswith(f"{output}/") for output in self.outputs)

    @cached_property
    def _markdown(self) -> frozenset[str]:
        named = self.table.get("markdown_ext") or "markdown,mkdown,mkdn,mkd,md"
        return frozenset(f".{one.strip()}" for one in str(named).lower().split(","))

    @cached_property
    def _foreign_rules(self) -> str:
        """The plug-in that may change addresses; empty if none does."""
        for key in ("plugins", "gems"):
            for name in listed(self.table.get(key)):
                if _PLUGINS.search(str(name)):
                    return f"The plug-in {name}"
        folder = self.source / str(self.table.get("plugins_dir") or "_plugins")
        for file in sorted(filter(Path.is_file, folder.rglob("*.rb"))):
            if _CODE.search(_read(file)):
                return f"The code in {from_here(file)}"
        return ""

    @property
    def _style(self) -> str:
        return str(self.table.get("permalink") or "date")

    def _ending(self, rule: str) -> str:
        """Return a rule with the ending that the site's style has."""
        style = self._style
        usual = next((end for end in ("/", ":output_ext") if style.endswith(end)), "")
        return rule + (_SUFFIXES.get(style, "") if style in _STYLES else usual)

    def _rule_of(self, kind: str) -> str:
        own = self.collections.get(kind, {}).get("permalink")
        if isinstance(own, str) and own:
            return own
        if kind == "posts":
            return _STYLES.get(self._style, self._style)
        return self._ending("/:collection/:path")

    def _extension(self, document: Document) -> str:
        suffix = document.suffix
        return ".html" if suffix.lower() in self._markdown else suffix

    def _page_path(self, document: Document, own: str, file: str) -> str:
        """Return the path of a page that is in no collection."""
        folder = "".join(f"/{part}" for part in document.inner.split("/")[:-1]) + "/"
        rule = own or ("/:path/" if document.stem == "index" else self._ending("/:path/:basename"))
        for token, value in (
            ("path", folder),
            ("basename", document.stem),
            ("output_ext", self._extension(document)),
        ):
            rule = rule.replace(f":{token}", certain(value, file))
        if left := re.search(":[a-z_]+", rule):
            raise AddressError(
                f"{file}: its permalink has {left[0]}, which Jekyll does not fill in for a page; "
                "correct it, or give --url."
            )
        return escaped(rule)


def _listed(value: Any) -> list[Any]:
    """Return the categories of a list, or of a text with blanks between them."""
    return value.split() if isinstance(value, str) else listed(value)


def _read(path: Path) -> bytes:
    """Return the beginning of a file; nothing of what cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError:
        return b""


def site_of(path: Path) -> JekyllSite:
    """Return the site. Raises ConfigError."""
    table = table_in(path)[0]
    folder = path.parent
    source = (folder / str(table.get("source") or ".")).resolve()
    below = str(table.get("collections_dir") or "").strip("/")
    collections = _collections(table)
    output = str(table.get("destination") or "_site")
    return JekyllSite(
        generator="Jekyll",
        file=path,
        table=table,
        source=source,
        collections=collections,
        collections_dir=below,
        address=_address(table, folder, source),
        contents=tuple(_contents(source / below, source, collections)),
        static=source,
        language=_language(table),
        outputs=(output.strip("./") or "_site",),
        files=(path,),
    )


def _collections(table: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Return the rows of collections, ``posts`` among them."""
    rows = table.get("collections")
    rows = dict.fromkeys(map(str, rows)) if isinstance(rows, list) else rows
    rows = rows if isinstance(rows, dict) else {}
    named = {str(name): row if isinstance(row, dict) else {} for name, row in rows.items()}
    return {"posts": {}, **named}


def _contents(
    folder: Path, source: Path, collections: Mapping[str, Mapping[str, Any]]
) -> Iterator[ContentFolder]:
    """Yield the folders of posts and of collections with pages, those that exist first; then that
    of all pages."""
    written = [name for name, row in collections.items() if name == "posts" or row.get("output")]
    folders = [(folder / f"_{name}").resolve() for name in written]
    if len(folders) == 2 and not folders[0].is_dir():
        folders.reverse()  # a site that has no posts, but one collection
    for one in (*folders, source):
        yield ContentFolder(folder=one)


def _language(values: Mapping[str, Any]) -> str:
    code = values.get("lang") or values.get("locale") or values.get("language")
    return code.replace("_", "-") if isinstance(code, str) else ""


def _address(table: Mapping[str, Any], folder: Path, source: Path) -> str:
    """Return where the site is. Its domain may be in a file CNAME, for GitHub Pages."""
    base = table.get("baseurl")
    base = f"/{base.strip('/')}" if isinstance(base, str) and base.strip("/") else ""
    url = table.get("url")
    if isinstance(url, str) and url.startswith("http"):
        return url.rstrip("/") + base
    if url or base:
        return ""
    for file in filter(Path.is_file, (source / "CNAME", folder / "CNAME")):
        domain = _read(file).decode("utf-8", "replace").strip()
        if re.fullmatch(r"[\w-]+(\.[\w-]+)+", domain):
            return f"https://{domain}"
    return ""
