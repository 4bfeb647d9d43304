"""The address in a piece's QR code, by which a site can count the readers of each flyer.

The address that is printed in words stays that of the page, or its shorter form.
"""

import re
from urllib.parse import urlsplit, urlunsplit

from flyers.campaign import Codes
from flyers.pieces.piece import Job
from flyers.sites.web_address import checked

MEDIUM = "print"


def coded(address: str, codes: Codes, job: Job) -> str:
    """Return the address for the code of a job's piece. Raises AddressError."""
    if codes.tracking == "none":
        return address
    parts = urlsplit(address)
    if codes.tracking == "utm":
        which = "-".join(filter(None, (job.event, job.layout, job.format)))
        query = f"utm_medium={MEDIUM}&utm_content={which}"
        parts = parts._replace(query="&".join(filter(None, (parts.query, query))))
    else:
        words = {"event": job.event, "layout": job.layout, "format": job.format}
        more = re.sub(r":([a-z]+)", lambda token: words[token[1]], codes.path)
        path = "/".join(filter(None, (*parts.path.split("/"), *more.split("/"))))
        parts = parts._replace(path=f"/{path}{'/' * parts.path.endswith('/')}")
    return checked(urlunsplit(parts))
