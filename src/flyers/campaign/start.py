"""`flyers init`: a flyers.toml from a person's answers and the site's own configuration."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flyers.campaign.file import File
from flyers.campaign.interpret import campaign_of
from flyers.campaign.sources import Sources, sources_for
from flyers.campaign.starter_file import as_toml, nested
from flyers.catalogue.imprints import FIELDS, JURISDICTIONS, NONE
from flyers.core.errors import ConfigError, OptionError
from flyers.core.files import write_all
from flyers.core.flyers_toml import NAME
from flyers.sites import site_in
from flyers.sites.known import known_of

Answers = dict[tuple[str, ...], Any]
"""Values of the campaign that are known, by the keys that lead there."""

Ask = Callable[[str, str, Callable[[str], None]], str]
"""Puts a question, with the answer that counts where none is given and a check of an answer; asks
again where the check raises a FlyersError."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question for the key that ``at`` leads to; ``option`` answers it on the command line.
    ``several`` answers stand between semicolons."""

    at: tuple[str, ...]
    option: str
    words: str
    several: bool = False

    def value(self, answer: str) -> Any:
        """Return the answer as flyers.toml holds it."""
        if not self.several:
            return answer
        return [line for part in answer.split(";") if (line := part.strip())]


@dataclass(frozen=True, kw_only=True)
class InitRequest:
    """The folder for the new flyers.toml, answers by the options of QUESTIONS, and what asks the
    questions that are left; None asks nothing."""

    folder: Path = Path()
    answers: Mapping[str, str | None] = field(default_factory=dict)
    ask: Ask | None = None


@dataclass(frozen=True, kw_only=True)
class InitResult:
    """The flyers.toml that was written, and what is ``known`` of the site. ``lacking`` are fields
    that the ``law`` needs and that were not given, so that its imprint is left as comments."""

    file: Path
    known: Mapping[str, str] = field(default_factory=dict)
    law: str = ""
    lacking: tuple[str, ...] = ()


QUESTIONS = (
    Question(at=("site", "address"), option="address", words="Address of the site"),
    Question(at=("site", "content"), option="content", words="Folder of its statements"),
    Question(at=("site", "permalink"), option="permalink", words="Path of a statement's page"),
    Question(at=("campaign", "name"), option="name", words="Name of your group"),
    Question(at=("campaign", "logo"), option="logo", words="File of your logo, SVG, PNG or JPEG"),
    Question(
        at=("campaign", "contact"),
        option="contact",
        words="How to reach you, a semicolon between lines",
        several=True,
    ),
    Question(at=("campaign", "palette", "accent"), option="accent", words="Colour, like #0b5d3b"),
    Question(
        at=("imprint", "jurisdiction"),
        option="jurisdiction",
        words=f"Law that the imprint is for ({', '.join((*JURISDICTIONS, NONE))})",
    ),
)


def run(request: InitRequest) -> InitResult:
    """Write flyers.toml into the folder. Raises ConfigError if there is one already, OptionError
    for an answer that cannot be used."""
    folder, ask = request.folder, request.ask
    path = folder / NAME
    if os.path.lexists(path):
        raise ConfigError(f"{path} is there already; edit it, or name another folder.")
    if not folder.is_dir():
        raise OptionError(f"{folder} is no folder; make it first, or name another.")
    found = site_in(folder)
    given: Answers = {("site", key): value for key, value in found.keys().items()} if found else {}
    for question in QUESTIONS:
        _answer(path, given, question, request.answers.get(question.option), ask)
    law = given.get(("imprint", "jurisdiction"), NONE)
    needs = JURISDICTIONS[law].needs if law in JURISDICTIONS else ()
    for name in needs if ask else ():
        words = f"{name}: {FIELDS[name].purpose}".rstrip(".")
        _answer(path, given, Question(at=("imprint", name), option="", words=words), None, ask)
    lacking = tuple(name for name in needs if ("imprint", name) not in given)
    # A law without what it needs would stop every piece.
    drafts = {at: given.pop(at) for at in list(given) if at[0] == "imprint"} if lacking else {}
    write_all({path: as_toml(given, drafts).encode()})
    campaign = campaign_of(sources_for(folder))
    known = known_of(campaign.site, campaign.generated)
    return InitResult(file=path, known=known, law=law, lacking=lacking)


def _answer(
    path: Path, given: Answers, question: Question, answer: str | None, ask: Ask | None
) -> None:
    """Take an answer: the one given beforehand, else a person's, else none."""

    def refuse(typed: str) -> None:
        if typed:
            _refuse(path, {**given, question.at: question.value(typed)})

    if answer is None and ask:
        answer = ask(question.words, given.get(question.at, ""), refuse)
    if answer:
        refuse(answer)
        given[question.at] = question.value(answer)


def _refuse(path: Path, given: Answers) -> None:
    """Raise OptionError if no campaign can be made of what is given."""
    try:
        campaign_of(Sources(file=File(path, nested(given))))
    except ConfigError as error:
        raise OptionError(str(error).removeprefix(f"{path}: ")) from None
