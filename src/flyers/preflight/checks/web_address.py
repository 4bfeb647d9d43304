"""Faults of a web address that its form alone shows; nothing is fetched.

RFC 3986 has the parts of an address. Not every reader can reach localhost or a private network
(RFC 1918, RFC 6761).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from flyers.core.boxes import Box
from flyers.core.findings import Finding

TRACKERS = frozenset(
    [
        "fbclid",
        "gclid",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "igsh",
        "yclid",
        "twclid",
        "ttclid",
        "li_fat_id",
        "vero_id",
        "_hsenc",
        "_hsmi",
        "mkt_tok",
        "oly_enc_id",
        "oly_anon_id",
        "s_cid",
    ]
)
"""Parameters that track who clicked where, and are of no use on paper."""

MOST_UTM = 3
"""Campaign parameters that an address may well have: medium, source, content."""

LONGEST = 120
"""Characters of an address: a code of version 7, the most that is read well at arm's length."""

PRIVATE = re.compile(r"(?:^|\.)(localhost|local|internal|lan|home|test|invalid|home\.arpa)$")


def address_findings(
    address: str, what: str, *, page: int, box: Box | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with an address that ``what`` leads to, on that page."""
    for fault in faults_of(address):
        message = f"{what} leads to {address}: {fault.message}."
        yield replace(fault, message=message, page=page, box=box)


def faults_of(address: str) -> Iterator[Finding]:
    """Yield everything that is wrong with an address, the gravest first.

    Messages go on from “… leads to ADDRESS:”.
    """
    if re.search(r"\s", address.strip()) or address != address.strip():
        yield Finding(message="it has a space in it", remedy="Write it without spaces.")
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        yield Finding(
            message="it is no web address", remedy="Type it again, beginning with https://."
        )
        return
    if parts.scheme not in ("http", "https"):
        yield Finding(
            message="it does not begin with https://",
            remedy="Give the whole address, with https:// in front.",
        )
        return
    if not _is_public(host):
        yield Finding(
            message=f"nobody else can reach {host or 'it'}",
            remedy="Use the address under which the page is published.",
        )
        return
    if parts.scheme == "http":
        yield Finding(
            message="it is not encrypted (http, not https)",
            remedy="Use the https:// address of the page.",
            severity="warning",
        )
    if "{" in address or "%7B" in address.upper():
        yield Finding(
            message="it has a placeholder in it that was not filled in",
            remedy="Build the piece with the page's real address.",
        )
    yield from _soup(parts.query)
    if len(address) > LONGEST:
        yield Finding(
            message=f"it is {len(address)} characters long",
            remedy="Print a short address that leads there, on your own domain.",
            severity="warning",
        )


def _soup(query: str) -> Iterator[Finding]:
    """Yield parameters that were copied along with the address."""
    keys = [key.lower() for key, _ in parse_qsl(query, keep_blank_values=True)]
    trackers = [key for key in keys if key in TRACKERS]
    campaign = [key for key in keys if key.startswith("utm_")]
    if trackers or len(campaign) > MOST_UTM:
        names = ", ".join(trackers or campaign)
        yield Finding(
            message=f"it has tracking parameters ({names})",
            remedy="Cut the address off at the question mark, or print a short one of your own.",
            severity="warning",
        )


def _is_public(host: str) -> bool:
    from ipaddress import ip_address

    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not PRIVATE.search(host)
