"""A web address as a QR code holds it, and as it is printed."""

import re
from urllib.parse import quote, unquote, urlsplit

from flyers.core.errors import AddressError

LONGEST = 500
"""Characters; beyond it a code is too dense for a flyer."""

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)  # RFC 1123, 2.1
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def checked(address: str) -> str:
    """Return the address as it goes into the code. Raises AddressError, which names the fault."""
    address = address.strip()
    for is_wrong, what in _FAULTS:
        if is_wrong(address):
            raise AddressError(f"{address!r} {what}.")
    why = ""
    try:
        host = urlsplit(address).hostname or ""
        if not host.isascii():  # RFC 3490: phones look a host up by its ASCII form
            address = address.replace(host, host.encode("idna").decode("ascii"), 1)
        address = quote(address, safe="%/:=&?~#+!$,;'@()*[]-._")
        parts = urlsplit(address)
        _ = parts.port  # a ValueError beyond 65535
    except UnicodeError:
        parts = urlsplit("")
    except ValueError as error:
        parts, why = urlsplit(""), f" ({error})"
    # A stranger before an @ looks like the host and is not.
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _is_host(parts.hostname):
        raise AddressError(
            f"{address!r} is not a web address{why}; write it whole, like https://example.org/page/."
        )
    if len(address) > LONGEST:
        raise AddressError(
            f"The address has {len(address)} characters, and a QR code that dense does not scan; "
            f"use one under {LONGEST}, such as a redirect on your own site."
        )
    return address


def _is_host(name: str | None) -> bool:
    """Return True for a host name with a dot, or an IPv4 address."""
    labels = (name or "").removesuffix(".").split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels))


def _has_control(address: str) -> bool:
    return bool(_CONTROL.search(unquote(address)))


def _has_space(address: str) -> bool:
    return any(map(str.isspace, address))


def _is_template(address: str) -> bool:
    return bool(re.search(r"\{[{%]", unquote(address)))


def _climbs(address: str) -> bool:
    path = unquote(re.split("[?#]", address)[0])
    return ".." in path.split("/")[3:]


_FAULTS = (
    (_is_template, "has a template in it; write what it stands for"),
    (_has_control, "has a control character in it; copy it again from the browser"),
    (_has_space, "has a space in it; write the address alone, and %20 for a space of its own"),
    (_climbs, "has .. in its path; write the path that it leads to"),
)


def in_words(address: str) -> str:
    """Return the address as it is printed: no scheme, www or last slash, in readable letters."""
    text = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    # Letters that cannot be seen, or that turn the reading direction, stay in figures.
    return plain if (plain := unquote(text)).isprintable() else text


def host(address: str) -> str:
    """Return the host as a flyer shows it, without www."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
