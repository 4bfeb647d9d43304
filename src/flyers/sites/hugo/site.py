"""A Hugo site, and the paths of its pages."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flyers.core.errors import AddressError
from flyers.core.files import from_here
from flyers.sites.hugo.configuration import configuration_of
from flyers.sites.hugo.contentfile import SUFFIXES, ContentFile, content_file, named_like
from flyers.sites.hugo.frontmatter import PageMatter, date_sources
from flyers.sites.hugo.languages import HugoFolder, SiteLanguages, folders_of, languages_of
from flyers.sites.hugo.letters import cleaned, encoded, lowered, normal, sanitised, without_accents
from flyers.sites.hugo.ownpath import own_path
from flyers.sites.hugo.permalinks import PERMALINK, Expansion, rules_of
from flyers.sites.hugo.refusals import check_language, check_page
from flyers.sites.hugo.releases import Release, releases_for
from flyers.sites.hugo.served import served_of
from flyers.sites.site import GeneratedSite, WebPage


@dataclass(frozen=True, kw_only=True)
class HugoSite(GeneratedSite):
    """A Hugo site. ``root`` is its folder, ``table`` its configuration, keys in lower case."""

    root: Path
    table: Mapping[str, Any]
    languages: SiteLanguages

    @property
    def folder(self) -> Path:
        """The folder of the site, also where its configuration is in a folder of its own."""
        return self.root

    @property
    def has_hosts(self) -> bool:
        """True if languages have hosts of their own."""
        return bool(self.languages.hosts)

    def language_of(self, path: Path) -> str:
        """Return the language of a page's file: that of its name, of its folder, or the site's."""
        content = self.content_of(path)
        if isinstance(content, HugoFolder):
            releases = releases_for(self.table, self.root)
            keys = {self._key(path, content, self._file(path, content, one)) for one in releases}
            if len(keys) == 1 and (key := keys.pop()) in self.languages.known:
                return self.languages.known[key].code
        return self.language

    @property
    def content(self) -> Path | None:
        """The folder that all folders of pages are in, as those of languages are in ``content``;
        the first of them if that is the whole site."""
        folders = [one.folder for one in self.contents]
        root = self.root.absolute()
        around = Path(os.path.commonpath(folders)) if folders else root
        return around if root in around.parents else super().content

    def spoken(self) -> Iterator[str]:
        """Yield the languages of the configuration."""
        return (one.code for one in self.languages.known.values() if not one.disabled)

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the permalink of all pages, and those of sections."""
        yield "pages", PERMALINK
        for section, rule in rules_of(self.table.get("permalinks")).by_section.items():
            if rule:
                yield section or "/", rule

    def path_of(self, page: WebPage) -> str:
        """Return the path of a page, or its whole address if its language has a host of its own.

        Raises AddressError where Hugo makes no page, its versions differ, or something counts that
        cannot be read.
        """
        path = page.path
        if path is None:
            raise AddressError(
                "A statement from standard input is no page of the Hugo site; give --url."
            )
        content = self.content_of(path)
        if not isinstance(content, HugoFolder) or path.suffix.lower() not in SUFFIXES:
            raise AddressError(
                f"{from_here(path)} is no page of the Hugo site, which has its pages in "
                f"{from_here(self.contents[0].folder)}; give --url, or move it there."
            )
        check_page(page.values, path, content, self.table, self.file)
        releases = releases_for(self.table, self.root)
        found = {self._path(page, path, content, release) for release in releases}
        if len(found) > 1:
            first, second = sorted(found)[:2]
            raise AddressError(
                f"Versions of Hugo give {path.name} different addresses, {first:.50} and "
                f"{second:.50}; build the site, give --url, or say the version: hugoVersion.min "
                f"below module in {self.file.name}."
            )
        return found.pop()

    def _key(self, path: Path, content: HugoFolder, file: ContentFile) -> str:
        """Return the key of a page's language. Raises AddressError if Hugo makes no such page."""
        if file.language and content.key and file.language != content.key:
            raise AddressError(
                f"{from_here(path)} is in the folder of {content.key!r} and has the name of "
                f"{file.language!r}; rename it, or give --url."
            )
        return file.language or content.key or self.languages.default

    def _file(self, path: Path, content: HugoFolder, release: Release) -> ContentFile:
        return content_file(path, content, self.languages, release)

    def _path(self, page: WebPage, path: Path, content: HugoFolder, release: Release) -> str:
        """Return the path that a version gives a page."""
        file = self._file(path, content, release)
        key = self._key(path, content, file)
        language = self.languages.known.get(key)
        check_language(key, self.languages, path, self.file)
        matter = PageMatter(
            file=str(from_here(path)),
            values=page.values,
            basename=file.name,
            sources=date_sources(self.table),
        )
        expansion = Expansion(file=file, matter=matter, release=release, made=self._made)
        prefix = self.languages.prefix(key, release)
        if url := matter.text("url"):
            link = own_path(url, prefix, expansion)
        elif file.index:
            link = self._section_path(file, prefix, release)
        else:
            own = language.table if language else {}
            link = self._ruled_path(expansion, prefix, own, path, content)
        link = encoded(re.sub("/{2,}", "/", link))
        host = self.languages.hosts.get(key, "")
        return host.rstrip("/") + link if host else link

    def _made(self, text: str) -> str:
        if self.table.get("removepathaccents") is True:
            text = without_accents(text)
        text = sanitised(text)
        return text if self.table.get("disablepathtolower") is True else lowered(text)

    def _section_path(self, file: ContentFile, prefix: str, release: Release) -> str:
        permalinks = self.table.get("permalinks")
        if self.table.get("uglyurls") or (permalinks and "section" in permalinks):
            raise AddressError(
                f"The page of the section {file.section!r} has rules that flyers does not read; "
                "build the site, or give --url."
            )
        return "/".join(["", *filter(None, [prefix]), *self._folders(file, release), ""])

    def _folders(self, file: ContentFile, release: Release) -> list[str]:
        path = "/".join(file.folders)
        keep = self.table.get("disablepathtolower") is True or not release.normal
        return [part for part in self._made(path if keep else normal(path)).split("/") if part]

    def _ruled_path(
        self,
        expansion: Expansion,
        prefix: str,
        language: Mapping[str, Any],
        path: Path,
        content: HugoFolder,
    ) -> str:
        """Return the path by the rule of the page's section, or by its folders and name."""
        file, release = expansion.file, expansion.release
        ruled = self._rule(file, language, release)
        if ":section" in ruled and (other := named_like(path, content)):
            raise AddressError(
                f"{from_here(other)} has the name of a folder of {from_here(path)}, so that "
                "versions of Hugo differ in its sections; rename one, or give --url."
            )
        raw = self.table.get("disablepathtolower") is True or not release.normal
        name = expansion.matter.slug() or (file.name if raw else normal(file.name))
        made = self._made(name)
        if not ruled and (name == "index" or not made or re.search("[%#]", made)):
            raise AddressError(
                f"Hugo makes no address of the name {name!r:.80} of {from_here(path)}; give the "
                "page a `slug:` of letters, or give --url."
            )
        ugly = ".html" if self._is_ugly(file, release) else ""
        if release.normal:
            folders = "/".join(file.folders if raw else map(normal, file.folders))
            parts = [expansion.path(ruled)] if ruled else [folders, name]
            if ruled and release.paths:
                parts = [cleaned(parts[0])]
            if ugly:
                parts[-1] = parts[-1].removesuffix("/") + ugly
            link = "".join("/" + self._made(part).strip("/") for part in parts if part)
            return f"/{prefix}{link}{'' if ugly else '/'}"
        whole = expansion.path(ruled) if ruled else "/".join((*file.folders, name))
        whole = cleaned("/".join(("", prefix, whole)))
        return self._made(whole + (ugly or "/"))

    def _rule(self, file: ContentFile, language: Mapping[str, Any], release: Release) -> str:
        """Return the rule for a page; empty if there is none. Raises AddressError."""
        general = self.table.get("permalinks")
        rule = rules_of(general).of(file, release)
        if "permalinks" not in language:
            return rule
        own = rules_of(language["permalinks"]).of(file, release)
        if rule and not own:
            raise AddressError(
                f"A language has permalinks without one for {file.section!r}, where the site has "
                "one; give it that rule too, build the site, or give --url."
            )
        return own

    def _is_ugly(self, file: ContentFile, release: Release) -> bool:
        ugly = self.table.get("uglyurls")
        if isinstance(ugly, dict):
            section = normal(file.section) if release.normal else file.section
            return ugly.get(section) is True
        return ugly is True


def site_of(path: Path) -> HugoSite | None:
    """Return the site of a file of its configuration; None if the file is no site's. Raises
    ConfigError."""
    folder = path.parent.parent.parent if path.parent.name == "_default" else path.parent
    found = configuration_of(folder)
    table = found.table
    languages = languages_of(table)
    is_named = path.stem == "hugo" or path.parent != folder
    if not is_named and "baseurl" not in table and not languages.hosts:
        return None
    base = languages.hosts.get(languages.default) or table.get("baseurl")
    served = served_of(table, folder)
    published = table.get("publishdir")
    return HugoSite(
        generator="Hugo",
        file=path,
        root=folder,
        table=table,
        languages=languages,
        address=base if isinstance(base, str) and base.startswith("http") else "",
        contents=tuple(folders_of(table, folder, languages)),
        static=next((one.folder for one in served if one.at == ""), folder / "static"),
        served=served,
        language=_language(languages, table),
        outputs=(published if isinstance(published, str) and published else "public",),
        files=found.files,
    )


def _language(languages: SiteLanguages, table: Mapping[str, Any]) -> str:
    """Return the site's language; empty if nobody says it, since Hugo then takes English."""
    said = {"languages", "languagecode", "locale", "defaultcontentlanguage"} & set(table)
    default = languages.known.get(languages.default)
    return default.code if said and default else ""
