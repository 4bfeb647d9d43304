"""The path that a page's own ``url`` gives it (gohugo.io, "URL management")."""

import re

from flyers.core.errors import AddressError
from flyers.sites.hugo.permalinks import Expansion

_UNCERTAIN = re.compile(r"[%#?\\]|\.\.|//|(^|/)\.(/|$)|^https?:")
"""What Hugo's versions or a browser may read in another way."""


def own_path(url: str, prefix: str, expansion: Expansion) -> str:
    """Return the path from the site's root, or, of a ``url`` without a slash at its beginning, from
    that of its language, whose ``prefix`` it then has. Raises AddressError."""
    release = expansion.release
    if release.tokens and ":" in url:
        url = expansion.path(url)
    if _UNCERTAIN.search(url):
        raise AddressError(
            f"{expansion.matter.file}: Hugo makes no certain address of the url {url!r:.80}; write "
            "it as a path of letters like /statements/hours/, or give --url."
        )
    link = "/" + url.strip("/")
    if url.endswith("/index.html") or url == "index.html":
        link = link.removesuffix("index.html") if release.normal else f"{link}/"
    elif url.endswith("/") or "." not in url:
        link = f"{link.rstrip('/')}/"
    return f"/{prefix}{link}" if prefix and not url.startswith("/") else link
