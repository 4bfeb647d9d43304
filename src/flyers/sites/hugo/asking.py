"""Hugo's own answer to where it puts each page: ``hugo list all``, run on request alone.

It renders nothing. Modules that are not there yet are not fetched (gohugo.io, "Configure
modules"; go.dev, "Environment variables": GOPROXY).
"""

import csv
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from flyers.core.errors import ConfigError
from flyers.sites.site import GeneratedSite

LONGEST = 120
"""Seconds that Hugo may take; it reads ten thousand pages in a tenth of that."""

_OFFLINE = {"HUGO_MODULE_PROXY": "off", "GOPROXY": "off"}


def ask_hugo(site: GeneratedSite) -> Mapping[Path, str]:
    """Return the address of every page that is published, by its resolved file. Raises
    ConfigError."""
    folder = site.folder
    try:
        done = subprocess.run(
            ["hugo", "list", "all"],
            cwd=folder,
            env={**os.environ, **_OFFLINE},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except FileNotFoundError:
        raise ConfigError(
            "There is no program hugo to ask; install it, or leave out --ask-hugo."
        ) from None
    except (OSError, subprocess.SubprocessError) as error:
        why = getattr(error, "strerror", None) or f"no answer within {LONGEST} seconds"
        raise ConfigError(
            f"`hugo list all` failed in {folder} ({why}); try it there, or leave out --ask-hugo."
        ) from None
    said = done.stdout.decode("utf-8", "replace")
    begin = said.find("path,")  # some versions write warnings in front of the table
    if done.returncode or begin < 0:
        why = (done.stderr.decode("utf-8", "replace") or said).strip().rpartition("\n")[2]
        raise ConfigError(
            f"`hugo list all` failed in {folder}: {why:.120}; mend that, or leave out --ask-hugo."
        )
    return {
        (folder / row["path"]).resolve(): row["permalink"]
        for row in csv.DictReader(said[begin:].splitlines())
        if row.get("path") and row.get("permalink") and row.get("draft") != "true"
    }
