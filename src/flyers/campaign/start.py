"""A flyers.toml to begin with: what a person says, and what the site's own configuration does."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flyers.campaign.file import File
from flyers.campaign.interpret import campaign_of
from flyers.campaign.sites import FoundSite, site_in
from flyers.campaign.sources import Sources
from flyers.campaign.starter_file import as_toml, nested
from flyers.catalogue.imprints import JURISDICTIONS, NONE
from flyers.core.errors import ConfigError, OptionError
from flyers.core.files import write_all
from flyers.core.flyers_toml import NAME

Answers = dict[tuple[str, ...], str]
"""By the keys that lead there: what is known of the campaign."""

Ask = Callable[[str, str, Callable[[str], None]], str]
"""Puts a question, with the answer that is taken if none is given, and what refuses an answer by
a FlyersError; puts it again then."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked for a key: ``at`` leads to it, ``option`` answers it beforehand."""

    at: tuple[str, ...]
    option: str
    words: str


QUESTIONS = (
    Question(at=("site", "address"), option="address", words="Address of the site"),
    Question(at=("site", "content"), option="content", words="Folder of its statements"),
    Question(at=("site", "permalink"), option="permalink", words="Path of a statement's page"),
    Question(at=("campaign", "name"), option="name", words="Name of your group"),
    Question(at=("campaign", "palette", "accent"), option="accent", words="Colour, like #0b5d3b"),
    Question(
        at=("imprint", "jurisdiction"),
        option="jurisdiction",
        words=f"Law that the imprint is for ({', '.join((*JURISDICTIONS, NONE))})",
    ),
)


def new_campaign(folder: Path, said: Mapping[str, str | None], ask: Ask | None) -> Path:
    """Write flyers.toml into the folder. ``said`` are answers by option; for what is missing
    ``ask`` puts questions, where it is given.

    Raises ConfigError where there is one already, OptionError for what cannot be used.
    """
    path = folder / NAME
    if os.path.lexists(path):
        raise ConfigError(f"{path} is there already; change it, or name another folder.")
    if not folder.is_dir():
        raise OptionError(f"{folder} is no folder; make it first, or name another.")
    found = site_in(folder)
    given: Answers = {("site", key): value for key, value in found.site.items()} if found else {}
    if found and found.generator.lasting:
        given.pop(("site", "permalink"), None)
    for question in QUESTIONS:
        _answer(given, question, said.get(question.option), ask)
        if question.option == "permalink" and found and found.site.keys() >= {"address"}:
            _be_sure(found, given)
    if ask:
        for field in _needs(given):
            _answer(given, Question(at=("imprint", field), option="", words=field), None, ask)
    note = found.generator.note if found else ""
    write_all({path: as_toml(given, {"site": note} if note else {}).encode()})
    return path


def _answer(given: Answers, question: Question, said: str | None, ask: Ask | None) -> None:
    """Take an answer: what was said beforehand, else what a person says, else none."""

    def refuse(answer: str) -> None:
        if answer:
            _refuse({**given, question.at: answer})

    if said is None and ask:
        said = ask(question.words, given.get(question.at, ""), refuse)
    if said:
        refuse(said)
        given[question.at] = said


def _refuse(given: Answers) -> None:
    """Raise OptionError where no campaign can be made of what is given."""
    path = Path(NAME)
    try:
        campaign_of(Sources(file=File(path, nested(given))))
    except ConfigError as error:
        raise OptionError(str(error).removeprefix(f"{path}: ")) from None


def _be_sure(found: FoundSite, given: Answers) -> None:
    """An address is never guessed: the usual rule is for sites that have none of their own."""
    if ("site", "permalink") not in given and not found.generator.lasting:
        raise OptionError(
            f"Where {found.generator.name} puts a statement's page cannot be read from "
            f"{found.file}; say it with --permalink, like /statements/:slug/."
        )


def _needs(given: Answers) -> tuple[str, ...]:
    """The fields that the imprint's law wants."""
    law = given.get(("imprint", "jurisdiction"), NONE)
    return JURISDICTIONS[law].needs if law in JURISDICTIONS else ()
