"""Jobs with the addresses that the generator of their site answers when it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.core.errors import OptionError
from flyers.pieces.piece import Job
from flyers.sites.hugo.asking import ask_hugo
from flyers.sites.site import GeneratedSite


def with_answers(jobs: Sequence[Job]) -> list[Job]:
    """Return the jobs with what Hugo answers for their statements; each site is asked once. Raises
    OptionError for a statement that is in no Hugo site, and ConfigError."""
    sites: dict[Path, GeneratedSite] = {}
    answers: dict[Path, Mapping[Path, str]] = {}
    found = []
    for job in jobs:
        beside = job.statement.parent if job.statement else Path()
        if beside not in sites:
            sites[beside] = _hugo_site(job, beside)
        site = sites[beside]
        if site.folder not in answers:
            answers[site.folder] = ask_hugo(site)
        path = job.statement.resolve() if job.statement else Path()
        found.append(replace(job, told=answers[site.folder].get(path, "")))
    return found


def _hugo_site(job: Job, folder: Path) -> GeneratedSite:
    site = campaign_for(folder).generated
    if site is None or site.generator != "Hugo":
        raise OptionError(f"{job.called} is in no Hugo site; leave out --ask-hugo.")
    return site
