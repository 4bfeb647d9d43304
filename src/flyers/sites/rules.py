"""Sites whose permalink rules can be written in Hugo's tokens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flyers.core.errors import AddressError
from flyers.sites.site import GeneratedSite, WebPage
from flyers.sites.tokens import path_by


@dataclass(frozen=True, kw_only=True)
class RuledSite(GeneratedSite):
    """A site with one rule for all pages, and others for some sections, by section in lower case.
    A rule that cannot be written in tokens is None."""

    permalink: str | None
    sections: Mapping[str, str] = field(default_factory=dict)

    def path_of(self, page: WebPage) -> str:
        """Return the path that the rule of the page's section gives it. Raises AddressError."""
        rule = self.sections.get(page.section.lower(), self.permalink)
        if rule is None:
            raise AddressError(
                f"Where {self.generator} puts the page of {page.filename!r} cannot be read from "
                f"{self.file}; give --url, or set [site] permalink in flyers.toml."
            )
        return path_by(rule, page)

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the rules of all pages and of sections."""
        if self.permalink:
            yield "pages", self.permalink
        yield from self.sections.items()


def in_our_tokens(rule: str, token: str, known: Mapping[str, str]) -> str | None:
    """Return the rule with every ``token`` (a pattern whose group is its name) as ``known`` has it.

    None if it has an unknown token. The rule begins with a slash.
    """
    missing = [name for name in re.findall(token, rule) if name not in known]
    if missing:
        return None
    path = re.sub(token, lambda match: known[match[1]], rule)
    return "/" + re.sub("/{2,}", "/", path).lstrip("/")
