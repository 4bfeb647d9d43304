"""Values of the placeholders in a document's permalink (jekyllrb.com, "Permalinks")."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flyers.core.errors import AddressError
from flyers.sites.jekyll.dates import dated
from flyers.sites.jekyll.documents import Document
from flyers.sites.jekyll.tokens import FORMATS, NAMES, NUMBERS, certain, lowered, slug_of
from flyers.sites.scalars import text_of


@dataclass(frozen=True, kw_only=True)
class PermalinkValues:
    """A document with its front matter, defaults included. ``file`` names it in messages,
    ``extension`` is that of its page, ``zone`` the site's."""

    document: Document
    values: Mapping[str, Any]
    file: str
    extension: str
    zone: str = ""

    def value(self, name: str) -> str | None:
        """Return the value of a placeholder; None if there is none of that name. Raises
        AddressError."""
        if name in FORMATS:
            return self._date(FORMATS[name])
        if name in NUMBERS:
            return str(int(self._date(NUMBERS[name])))
        if name in NAMES:
            names, form, letters = NAMES[name]
            return names[int(self._date(form))][:letters]
        texts: Mapping[str, Callable[[], str]] = {
            "collection": lambda: self.document.kind,
            "path": lambda: certain(self.document.inner, self.file),
            "output_ext": lambda: self.extension,
            "name": lambda: self._made(self.document.stem),
            "title": lambda: self._made(self._slug(), pretty=True),
            "slug": lambda: self._made(self._slug()),
            "categories": lambda: self._joined(lambda one: lowered(certain(one, self.file))),
            "slugified_categories": lambda: self._joined(slug_of),
        }
        return texts[name]() if name in texts else None

    def text(self, key: str) -> str:
        """Return the text of a key of the front matter, empty if it has none. Raises AddressError
        if YAML may have made another value of it."""
        return self._certain(key, self.values.get(key))

    def _certain(self, key: str, value: Any) -> str:
        text = text_of(value)
        if text is None:
            raise AddressError(
                f"{self.file}: the {key} {str(value)!r:.60} may be read as something else than a "
                "text; write it in other letters, or give --url."
            )
        return text

    def _date(self, form: str) -> str:
        stamp = self.values.get("date") or self.document.dated
        if not stamp:
            raise AddressError(
                f"The permalink rule has a date, but {self.file} has none; add a `date:` line to "
                "its front matter, or give --url."
            )
        return dated(stamp, form, self.zone, self.file)

    def _slug(self) -> str:
        return self.text("slug") or self.document.rest

    def _made(self, text: str, *, pretty: bool = False) -> str:
        made = slug_of(text, pretty=pretty)
        if not made:
            raise AddressError(
                f"Jekyll makes no address of {text!r:.60} of {self.file}; give it a `slug:` line "
                "with letters, or give --url."
            )
        return made

    def _joined(self, change: Callable[[str], str]) -> str:
        return "/".join(dict.fromkeys(map(change, self._categories())))

    def _categories(self) -> Iterator[str]:
        """Yield the categories: of the folders, then of ``categories``, then of ``category``."""
        yield from self.document.above
        one = self.values.get("category")
        for value in (*self.values["categories"], *(one if isinstance(one, list) else [one])):
            if value is not None:
                yield self._certain("category", value)
