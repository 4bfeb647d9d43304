"""Sections of flyers.toml: their values, and errors with their line."""

import datetime
from pathlib import Path

import pytest

from flyers import Job
from flyers.campaign import Campaign, campaign_for
from flyers.catalogue.printers import PRINTERS
from flyers.core.errors import ConfigError, UnknownNameError
from flyers.core.units import mm
from flyers.pieces.workshop import Workshop
from flyers.production.make import MakeRequest, jobs_of
from making import POOL, URL, written

WHOLE = """\
[site]
address = "https://maplestreet.example"
short = "/s/:slug"

[build]
statements = ["posts/*.md"]
layouts = ["headline", "event"]
formats = ["letter"]
printers = ["home-bw", "corner-press"]
out = "print"

[campaign]
name = "Riverside  Neighbours"
logo = "logo.svg"
contact = ["3 Mill Lane, Riverside", "hello@riverside.example"]
languages = ["es", "en"]
palette = { accent = "#0b5d3b", plate = { rgb = "#123456", cmyk = [90, 60, 20, 10] } }
faces.title = "Anton"

[qr]
tracking = "utm"

[printers.night-shift]
extends = "corner-press"
tac = 250

[printers.corner-press]
extends = "shop"
bleed = "3mm"
marks = []

[events.library-rally]
title = "Rally for Sunday hours"
when = 2026-10-04T14:00:00
where = "Maple Street Library"
volunteers = 25
use = [
  { layout = "headline", format = "letter", copies = 40, printer = "home-bw" },
  { format = "half-sheet", sheet = "12x18" },
]
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    written(tmp_path, "logo.svg", logo)
    return tmp_path.resolve()


def read(home: Path, text: str) -> Campaign:
    written(home, "flyers.toml", text)
    return campaign_for(home)


def test_a_whole_file(home: Path) -> None:
    campaign = read(home, WHOLE)
    assert campaign.build.statements == ("posts/*.md",)
    assert campaign.build.out == home / "print"
    identity = campaign.identity
    assert identity.name == "Riverside Neighbours"
    assert identity.logo == home / "logo.svg"
    assert identity.contact == ("3 Mill Lane, Riverside", "hello@riverside.example")
    assert identity.palette["accent"].rgb == (11, 93, 59)
    assert identity.palette["plate"].inks == (0.9, 0.6, 0.2, 0.1)
    assert identity.faces == {"title": "Anton"}
    assert campaign.codes.short
    assert campaign.codes.tracking == "utm"


def test_printers_of_ones_own_stand_on_others_in_any_order(home: Path) -> None:
    campaign = read(home, WHOLE)
    assert list(campaign.printers) == ["night-shift", "corner-press"]
    night = campaign.printer("night-shift")
    assert (night.bleed, night.marks, night.tac) == (mm(3), (), 250)
    assert night.extends is campaign.printer("corner-press")
    assert campaign.printer("home") is PRINTERS["home"]
    with pytest.raises(UnknownNameError, match="did you mean 'night-shift'"):
        campaign.printer("night-shft")


def test_an_event_with_what_is_handed_out(home: Path) -> None:
    event = read(home, WHOLE).events["library-rally"]
    assert event.when == datetime.datetime(2026, 10, 4, 14)
    assert (event.title, event.where, event.volunteers) == (
        "Rally for Sunday hours",
        "Maple Street Library",
        25,
    )
    first, second = event.use
    assert (first.layout, first.format, first.copies, first.printer) == (
        "headline",
        "letter",
        40,
        "home-bw",
    )
    assert (second.layout, second.copies, second.sheet) == ("statement", None, "12x18")


def test_a_time_may_be_said_in_words(home: Path) -> None:
    assert read(home, '[events.a]\nwhen = "every Sunday"\n').events["a"].when == "every Sunday"


WRONG = {
    # the file: what is said of it
    '[build]\nformats = ["leter"]': r"line 2: \[build\]: formats = .* has 'leter', which is not",
    "[build]\nformats = []": r"line 2: \[build\]: formats = \[\] is not a list with something",
    "[build]\n\nformat = 'a4'": r"line 3: \[build\]: there is no key 'format'; .* mean 'formats'",
    "[campaign]\nlogo = 'lgo.svg'": r"line 2: \[campaign\] logo names lgo.svg, which is no file; "
    "put it beside flyers.toml, or correct the path",
    "[campaign]\nlanguages = ['English']": "has 'English', which is not a language; write one like",
    "[campaign.palette]\nacent = '#000000'": r"line 2: \[campaign.palette\]: .* mean 'accent'",
    "[campaign]\npalette.accent = 'red'": r"line 2: \[campaign.palette\]: accent = 'red' is not a",
    "[campaign]\nname = '" + "a" * 61 + "'": "has 61 letters; shorten it to 60 at most",
    "[qr]\naddress = 'short'": r"\[qr\] address = \"short\" needs the site's rule; add short =",
    "[qr]\ntracking = 'umt'": r"tracking = 'umt' is not one of none, utm, path; did you mean 'utm'",
    "[printers.a]\nbleed = '3mm'": r"line 1: \[printers.a\] lacks 'extends'; add extends =",
    "[printers.a]\nextends = 'shp'": r"line 2: \[printers.a\] extends 'shp'.*mean 'shop'",
    "[printers.a]\nextends = 'a'": r"line 2: \[printers.a\] extends a, which extends it",
    "[printers.a]\nextends='b'\n[printers.b]\nextends='a'": r"line 4: .* extends a, which ext",
    "[printers.a]\nextends='shop'\nbled=1": r"line 3: \[printers.a\]: .* did you mean 'bleed'",
    "[printers.a]\nextends='shop'\nbleed='3'": r"line 3: \[printers.a\]: bleed = '3' is not a",
    "[printers.a]\nextends='shop'\nborder='3mm'": r"line 1: \[printers.a\]: a white border leaves",
    "[printers.shop]\nextends='home'": r"line 1: \[printers.shop\] has the name .* something else",
    "[printers.shop]\nextends='shop'": r"line 1: .* comes with the tool; .*\[printers.my-shop\]",
    "[printers.a]\nextends='shop'\ntac = 280\nicc = 'icc/a.icc'": (
        r"line 4: \[printers.a\] icc names icc/a.icc, which is no file; put it beside flyers.toml"
    ),
    "[build]\nformats = ['A4']": r"line 2: .* has 'A4', which .* did you mean 'a4'\?",
    "[campaign]\njurisdiction = 'uk'": (
        r"line 2: \[campaign\]: there is no key 'jurisdiction' here; it belongs to \[imprint\]\."
    ),
    "[campaign]\ncolour = '#0b5d3b'": (
        r"line 2: \[campaign\]: there is no key 'colour' here; .* in \[campaign.palette\]\."
    ),
    "[campaign]\nfonts = ['Inter']": r"there is no key 'fonts' here; .* in \[campaign.faces\]\.",
    "[site]\nbleed = '3mm'": r"it belongs to \[printers.NAME\] or \[sheets.NAME\]\.",
    "volunteers = 20": r"line 1: there is no key 'volunteers' here; .* to \[events.NAME\]",
    "[events.a]\nwhen = '2027-13-40'": (
        r"line 2: \[events.a\] when = '2027-13-40' is not a date that exists; .* or in words"
    ),
    "[events.a]\nuntil = '2027-10-04T25:00'": r"line 2: \[events.a\] until = '2027-10-04T25:00' is",
    "[printers.'A B']\nextends='home'": r"line 1: \[printers\]: 'A B' is not a name; write lower",
    "[events.a]\nuse = [{format='letter'},\n{layout='event'}]": r"line 3: \[events.a\] use 2 lacks",
    "[events.a]\nuse = [{format='letter', copies = 0}]": r"use 1: copies = 0 .* of 1 or|from 1 to",
    "[events.a]\nvolunteers = 2.5": "volunteers = 2.5 is not a whole number; write a whole number",
    "[events.a]\nkit = 'raly'": "did you mean 'rally'",
    "[events.a]\nwhen = 7": "when = 7 is no date or time; write it like 2027-10-04T14:00:00",
    "[evnts.a]\nkit = 'rally'": r"line 1: there is no key 'evnts'; did you mean 'events'",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_wrong_is_told_with_its_line(home: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as caught:
        read(home, text)
    assert str(caught.value).startswith(f"{home / 'flyers.toml'}")
    assert str(caught.value).endswith((".", "?"))
    assert "\n" not in str(caught.value)


# ---- what they are for ---------------------------------------------------------------------


def test_jobs_are_as_build_says_where_nothing_is_asked_for(home: Path) -> None:
    written(home, "flyers.toml", WHOLE)
    path = written(home, "pool.md")
    jobs = jobs_of(MakeRequest(statements=(str(path),)))
    assert {(job.layout, job.format, job.printer) for job in jobs} == {
        (layout, "letter", printer)
        for layout in ("headline", "event")
        for printer in ("home-bw", "corner-press")
    }
    assert {job.out for job in jobs} == {home / "print"}
    (job,) = jobs_of(
        MakeRequest(
            statements=(str(path),),
            layouts=("statement",),
            formats=("a4",),
            printers=("home",),
            out="here",
        )
    )
    assert (job.layout, job.format, job.printer) == ("statement", "a4", "home")
    assert job.out == Path("here")


def test_a_printer_of_ones_own_is_worked_for(home: Path) -> None:
    written(home, "flyers.toml", '[printers.mine]\nextends = "home"\nmargins = "8mm"\n')
    path = written(home, "pool.md")
    job = Job(statement=path, url=URL, printer="mine", out=home / "out", previews=False)
    piece = Workshop().make(job)
    assert piece.file.name == "pool-statement-letter-mine.pdf"


def test_statements_are_in_the_campaigns_first_language(home: Path) -> None:
    written(home, "flyers.toml", WHOLE)
    job = Job(statement=written(home, "pool.md"), url=URL)
    assert Workshop().read(job).statement.language == "es"
    english = written(home, "park.md", POOL.replace("---\n", "---\nlang: en\n", 1))
    assert Workshop().read(Job(statement=english, url=URL)).statement.language == "en"
