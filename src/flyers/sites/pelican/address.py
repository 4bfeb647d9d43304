"""The address of a Pelican article or page, from its metadata and the rules of the settings."""

import datetime
import posixpath
import re
from pathlib import PurePosixPath
from string import Formatter
from urllib.parse import quote

from flyers.sites.pelican.metadata import PelicanFacts
from flyers.sites.pelican.settings import Settings
from flyers.sites.pelican.slugs import slug_of

_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_TIMELESS = frozenset("Ymdyj%")
"""Parts of a date that are the same in every language and at every hour."""

_SAFE = "/:@!$&'()*+,;=~"
"""What a path holds as it is (RFC 3986, 3.3)."""

_ADVICE = "give --url, or a `url:` and a `save_as:` line"


def address_of(facts: PelicanFacts, settings: Settings) -> str:
    """Return the path that Pelican links, where it also saves the page. Raises AddressError."""
    data = facts.metadata
    status = data.get("status") or "published"
    if status not in ("published", "hidden", "draft"):
        raise facts.refused(f"Pelican makes no page of the status {status!r}; correct it.")
    if not facts.title:
        raise facts.refused("Pelican makes no page without a title; give it a `title:` line.")
    if facts.kind.setting == "ARTICLE" and status != "draft" and not _has_date(facts, settings):
        raise facts.refused("Pelican makes no article without a date; give it a `date:` line.")
    default = settings.get("DEFAULT_LANG", "en").lower()
    language = data.get("lang") or default
    foreign = language != default
    plugins = settings.known("PLUGINS", [])
    if foreign and (settings.values.get("I18N_SUBSITES") or "i18n_subsites" in str(plugins)):
        raise facts.refused(f"its language has a site of its own, by i18n_subsites; {_ADVICE}.")
    if settings.known("ARTICLE_PERMALINK_STRUCTURE") or "subcategory" in str(plugins):
        raise facts.refused(f"the settings give it an address by an extension; {_ADVICE}.")
    kind = facts.kind
    name = kind.draft if status == "draft" else kind.setting
    usual = kind.draft_url if status == "draft" else kind.url
    if foreign:
        name, usual = f"{name}_LANG", usual.replace("{slug}", "{slug}-{lang}")
    values = _Values(facts, settings, language)
    url = data.get("url") or values.put_into(settings.get(f"{name}_URL", usual))
    saved = data.get("save_as") or values.put_into(settings.get(f"{name}_SAVE_AS", usual))
    if not saved:
        raise facts.refused(f"Pelican saves no such page, by {name}_SAVE_AS; {_ADVICE}.")
    if saved.startswith("/"):
        raise facts.refused(f"Pelican saves nothing as {saved!r:.60}, with a slash; {_ADVICE}.")
    if not _leads_to(url, saved):
        raise facts.refused(
            f"Pelican links it as {url!r:.60} and saves it as {saved!r:.60}; "
            "let `url` and `save_as` agree, or give --url."
        )
    # What is given may be encoded already; a name of a file with a % in it never is.
    return quote(url.lstrip("/"), safe=_SAFE + "%?#" if data.get("url") else _SAFE)


class _Values:
    """The values that a rule may name, each worked out when it is needed."""

    def __init__(self, facts: PelicanFacts, settings: Settings, language: str) -> None:
        self._facts = facts
        self._settings = settings
        self._language = language

    def put_into(self, rule: str) -> str:
        """Return a rule such as ``{date:%Y}/{slug}/`` with its values. Raises AddressError."""
        try:
            parts = list(Formatter().parse(rule))
        except ValueError as error:
            raise self._facts.refused(
                f"the rule {rule!r:.80} of the settings is broken ({error}); correct it."
            ) from None
        made = []
        for text, name, form, turned in parts:
            made.append(text)
            if name is not None:
                if turned or (form and name != "date"):
                    raise self._facts.refused(f"the rule {rule!r:.80} cannot be told; {_ADVICE}.")
                made.append(self._value(name, form or ""))
        return "".join(made)

    def _value(self, name: str, form: str) -> str:
        data = self._facts.metadata
        match name:
            case "slug":
                return data.get("slug") or self._slug()
            case "date":
                return self._date(form)
            case "lang":
                return self._language
            case "path":
                return data.get("path") or self._facts.path
            case "category":
                return slug_of(data.get("category", ""), self._settings, "CATEGORY")
            case "author":
                return self._author()
            case _ if name in data and name not in ("tags", "modified"):
                return data[name]
        raise self._facts.refused(f"the settings' {{{name}}} cannot be told; {_ADVICE}.")

    def _author(self) -> str:
        data = self._facts.metadata
        several = data.get("authors", "")
        first = several.split(";" if ";" in several else ",")[0].strip()
        author = data.get("author") or first or self._settings.get("AUTHOR", "")
        return slug_of(author, self._settings, "AUTHOR")

    def _slug(self) -> str:
        source = self._settings.get("SLUGIFY_SOURCE", "title")
        title = self._facts.title
        text = PurePosixPath(self._facts.path).stem if source == "basename" else title
        if self._settings.known("TYPOGRIFY") and re.search(r"[^\w\s.,;:!?-]", text):
            raise self._facts.refused("TYPOGRIFY changes its title; give it a `slug:` line.")
        return slug_of(text, self._settings)

    def _date(self, form: str) -> str:
        day = _day(self._facts.metadata.get("date", ""))
        signs = re.findall(r"%(-?.)", form)
        if not day or not form or not _TIMELESS.issuperset(sign[-1] for sign in signs):
            raise self._facts.refused(
                f"its date as {form or 'it is'!r} cannot be told; write it like 2027-05-12, "
                "or give --url."
            )
        return re.sub(r"%(-?)(.)", lambda sign: _part(day, sign[2], bool(sign[1])), form)


def _day(text: str) -> datetime.date | None:
    """Return the day of a date that begins with year, month and day, else None."""
    try:
        match = _DAY.match(text)
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _part(day: datetime.date, sign: str, bare: bool) -> str:
    """Return one part of a date; ``bare`` without its zeros in front (Pelican's own ``%-d``)."""
    if sign == "%":
        return "%"
    text = day.strftime(f"%{sign}")
    return text.lstrip("0") or "0" if bare else text


def _has_date(facts: PelicanFacts, settings: Settings) -> bool:
    return bool(facts.metadata.get("date")) or settings.known("DEFAULT_DATE") == "fs"


def _leads_to(url: str, saved: str) -> bool:
    """Return True if a web server answers an address with the file that is saved."""
    path, file = (posixpath.normpath("/" + text.lstrip("/")) for text in (url, saved))
    if ".." in (*url.split("/"), *saved.split("/")):
        return False
    return file in (path, f"{path}.html", posixpath.normpath(f"{path}/index.html"))
