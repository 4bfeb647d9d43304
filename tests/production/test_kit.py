"""Kits: what an event needs of one statement, whole, counted, and the same on any day."""

import datetime
import json
import zipfile
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen import canvas

from flyers.campaign import Campaign, Handout, Occasion, campaign_for
from flyers.campaign.ready_kits import READY
from flyers.catalogue.papers import paper_named
from flyers.catalogue.printers import PRINTERS, Setup
from flyers.cli import main
from flyers.core.boxes import Box
from flyers.core.errors import (
    EmptyStatementError,
    FlyersError,
    OptionError,
    OutputError,
    UnknownNameError,
)
from flyers.pieces.specification import SheetSpec, Spec
from flyers.pieces.thumbnails import thumbnails
from flyers.press.read.file_facts import count_pages
from flyers.production.kits.calendar import CalendarEvent, Moment, calendar, folded, moment
from flyers.production.kits.compare import in_every_layout
from flyers.production.kits.make import FinishedKit
from flyers.production.kits.messages import listed
from flyers.production.kits.plan import Lot, jobs_for, occasion_named, plan_of
from flyers.production.kits.run import KitRequest, run
from flyers.production.progress import Progress, Step, silent
from flyers.typesetting.start_layout import LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import DATED, URL, all_letters, files_in, letters, squeezed, written

CONFIG = """\
[site]
address = "https://pool.example"
permalink = "/statements/:slug/"

[campaign]
name = "Friends of the Pool"
contact = ["3 Mill Lane, Riverside"]

[qr]
tracking = "path"

[events.swim]
title = "Swim for the pool"
when = 2027-05-03T14:00:00
until = 2027-05-03T16:00:00
where = "Mill Lane"
volunteers = 3
use = [
  { layout = "headline", format = "letter", copies = 10, printer = "home-bw" },
  { layout = "event", format = "half-sheet", copies = 301, printer = "shop" },
  { layout = "event", format = "half-sheet", copies = 100, printer = "home" },
]
"""


# ---- what is printed -------------------------------------------------------------------


def campaign(folder: Path, config: str = "") -> Campaign:
    written(folder, "flyers.toml", config)
    return campaign_for(folder)


def lots(occasion: Occasion, of: Campaign, volunteers: int | None = None) -> list[tuple[str, int]]:
    plan = plan_of(occasion, of, volunteers)
    return [(f"{lot.layout} {lot.format}", lot.copies) for lot in plan.lots]


def occasion(*uses: Handout, kit: str | None = None, volunteers: int | None = None) -> Occasion:
    return Occasion(
        name="swim",
        title=None,
        when=None,
        until=None,
        where=None,
        kit=kit,
        volunteers=volunteers,
        use=uses,
    )


@pytest.mark.parametrize("name", READY)
def test_every_ready_made_kit_has_something_for_every_volunteer(name: str, tmp_path: Path) -> None:
    of = campaign(tmp_path)
    plan = plan_of(occasion_named(name, of), of, 7)
    assert plan.advice
    assert any(lot.each for lot in plan.lots)
    assert all(lot.copies == lot.each * 7 + lot.left(7) for lot in plan.lots)
    assert len(jobs_for(plan, tmp_path / "pool.md")) == len(plan.lots)


def test_a_canvassers_packet_has_ten_to_leave_behind(tmp_path: Path) -> None:
    of = campaign(tmp_path)
    assert lots(occasion(kit="canvass"), of, 12) == [
        ("statement half-sheet", 120),
        ("statement letter", 12),
    ]


def test_ones_own_uses_take_the_place_of_ready_made_ones(tmp_path: Path) -> None:
    own = (
        Handout(layout="statement", format="letter", copies=5),
        Handout(layout="event", format="letter"),
    )
    assert lots(occasion(*own, kit="canvass", volunteers=4), campaign(tmp_path)) == [
        ("statement half-sheet", 40),
        ("statement letter", 5),
        ("event letter", 40),  # as a packet usually holds
    ]


def test_the_same_thing_twice_is_one_lot(tmp_path: Path) -> None:
    twice = [Handout(layout="event", format="letter", copies=n) for n in (30, 12)]
    assert lots(occasion(*twice), campaign(tmp_path)) == [("event letter", 42)]


def test_kits_are_on_a4_where_that_is_the_paper(tmp_path: Path) -> None:
    of = campaign(tmp_path, '[build]\nformats = ["a4", "half-sheet-a4"]\n')
    assert lots(occasion(kit="canvass"), of, 1) == [
        ("statement half-sheet-a4", 10),
        ("statement a4", 1),
    ]


def test_a_number_that_nobody_gave_is_asked_for(tmp_path: Path) -> None:
    of = campaign(tmp_path)
    for missing in (occasion(kit="canvass"), occasion(Handout(layout="event", format="letter"))):
        with pytest.raises(OptionError, match=r"copies .* add copies = 100 .* --volunteers"):
            plan_of(missing, of)
    with pytest.raises(OptionError, match="canvass is missing; give the number of people"):
        plan_of(occasion_named("canvass", of), of)
    with pytest.raises(OptionError, match="nothing to hand out"):
        plan_of(occasion(), of)


def test_a_layout_that_is_none_is_named_before_a_number_is_asked_for(tmp_path: Path) -> None:
    event = '[events.a]\nuse = [{format = "letter"}, {layout = "headlin", format = "letter"}]\n'
    written(tmp_path, "flyers.toml", event)
    said = r"\[events.a\] use 2: There is no layout 'headlin'; did you mean 'headline'\?"
    with pytest.raises(UnknownNameError, match=said):
        make("a", tmp_path / "swim.md")


def test_an_event_that_is_none_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'swim'"):
        occasion_named("swims", campaign(tmp_path, CONFIG))


@given(copies=st.integers(1, 10**6), people=st.integers(1, 10**4))
def test_packets_and_what_is_left_are_all_there_is(copies: int, people: int) -> None:
    each = copies // people
    lot = Lot(layout="", format="", printer="", sheet=None, copies=copies, each=each)
    assert 0 <= lot.left(people) < people
    assert each * people + lot.left(people) == copies


# ---- the calendar, as another program reads it -----------------------------------------

AT = datetime.datetime(2027, 5, 3, 14)
ENTRY = CalendarEvent(
    name="swim",
    title="Swim for the pool",
    where="Mill Lane",
    begins=AT,
    ends=None,
    stamp=datetime.date(2027, 4, 19),
    address="https://pool.example/statements/pool/",
)


def read(entry: CalendarEvent) -> icalendar.Event:
    return event_in(calendar(entry))


def event_in(data: bytes) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def test_a_calendar_says_what_when_and_where() -> None:
    event = read(replace(ENTRY, ends=AT.replace(hour=16)))
    assert event["SUMMARY"] == "Swim for the pool"
    assert event["LOCATION"] == "Mill Lane"
    assert event["URL"] == "https://pool.example/statements/pool/"
    assert (event.start, event.end) == (AT, AT.replace(hour=16))
    assert datetime.datetime(2027, 4, 19, tzinfo=datetime.UTC) == event.DTSTAMP
    assert str(event["UID"]).endswith("@pool.example")


@pytest.mark.parametrize(
    ("begins", "ends", "until"),
    [
        (datetime.date(2027, 5, 3), None, datetime.date(2027, 5, 4)),
        (datetime.date(2027, 5, 3), datetime.date(2027, 5, 5), datetime.date(2027, 5, 6)),
    ],
)
def test_a_day_ends_with_the_next(begins: Moment, ends: Moment | None, until: Moment) -> None:
    event = read(replace(ENTRY, begins=begins, ends=ends))
    assert (event.start, event.end) == (begins, until)


def test_a_time_with_a_zone_is_the_same_moment_everywhere() -> None:
    zone = datetime.timezone(-datetime.timedelta(hours=4))
    assert read(replace(ENTRY, begins=AT.replace(tzinfo=zone))).start == AT.replace(tzinfo=zone)
    assert b"DTSTART:20270503T180000Z" in calendar(replace(ENTRY, begins=AT.replace(tzinfo=zone)))


@pytest.mark.parametrize(
    "ends", [AT.replace(hour=13), datetime.date(2027, 5, 3), AT.replace(tzinfo=datetime.UTC)]
)
def test_an_end_that_cannot_be_is_refused(ends: Moment) -> None:
    with pytest.raises(OptionError, match="give `until` like `when`"):
        calendar(replace(ENTRY, ends=ends))


PRINTABLE = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=200)


@given(title=PRINTABLE, where=PRINTABLE)
def test_any_words_come_back_as_they_were(title: str, where: str) -> None:
    title, where = " ".join(title.split()), " ".join(where.split())
    event = read(replace(ENTRY, title=title, where=where))
    assert event["SUMMARY"] == title
    assert event.get("LOCATION", "") == where


@given(PRINTABLE)
def test_no_line_is_longer_than_a_calendar_takes(text: str) -> None:
    lines = folded(f"SUMMARY:{text}").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == f"SUMMARY:{text}"


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2027-05-03", datetime.date(2027, 5, 3)),
        ("2027-05-03T14:00", AT),
        ("after the service", None),
        (AT, AT),
        (None, None),
    ],
)
def test_words_are_no_time(said: Moment | str | None, at: Moment | None) -> None:
    assert moment(said) == at


# ---- made ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Desk:
    folder: Path
    written: FinishedKit

    def read(self, name: str) -> bytes:
        return (self.written.folder / name).read_bytes()


def make(event: str, statement: Path, **options: Any) -> FinishedKit:
    return run(KitRequest(event=event, statement=statement, **options))


def made(folder: Path, progress: Progress = silent) -> FinishedKit:
    path = written(folder, "pool.md", DATED)
    return make("swim", path, out=str(folder / "out"), progress=progress)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("kit")
    written(folder, "flyers.toml", CONFIG)
    return Desk(folder, made(folder))


PIECES = [
    "home-bw/pool-headline-letter-home-bw.pdf",
    "home/pool-event-half-sheet-home.pdf",
    "shop/pool-event-half-sheet-shop.pdf",
]


def test_a_kit_is_a_folder_and_a_zip_of_the_same(desk: Desk) -> None:
    files = files_in(desk.written.folder)
    assert files == sorted(
        [
            *PIECES,
            "contact-sheet.png",
            "event.ics",
            "event.pdf",
            "manifest.json",
            "packets.pdf",
            "shop/pool-shop-ticket.json",
            "shop/pool-shop-ticket.pdf",
        ]
    )
    assert files_in(desk.folder / "out") == sorted(
        ["kits/swim.zip", *(f"kits/swim/{name}" for name in files)]
    )
    with zipfile.ZipFile(desk.written.zip) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == [f"swim/{name}" for name in files]
        for name in files:
            assert archive.read(f"swim/{name}") == desk.read(name)


def test_the_manifest_has_all_of_it(desk: Desk) -> None:
    manifest = json.loads(desk.read("manifest.json"))
    listed = {row["file"]: row["sha256"] for row in manifest["files"]}
    assert sorted([*listed, "manifest.json"]) == files_in(desk.written.folder)
    assert all(sha256(desk.read(name)).hexdigest() == digest for name, digest in listed.items())
    pieces = {piece["file"]: piece for piece in manifest["pieces"]}
    assert sorted(pieces) == PIECES
    home = pieces["home/pool-event-half-sheet-home.pdf"]
    assert (home["copies"], home["each"], home["left_over"]) == (100, 33, 1)
    assert home["sheet"] == {"name": "letter", "up": 2, "count": 50, "waste": 0.0}
    assert pieces["shop/pool-event-half-sheet-shop.pdf"]["sheet"] is None
    codes = {piece["code"] for piece in pieces.values()}
    assert codes == {
        "https://pool.example/statements/pool/swim/headline/letter/",
        "https://pool.example/statements/pool/swim/event/half-sheet/",
    }


def test_every_volunteer_has_a_cover(desk: Desk) -> None:
    pdf = desk.read("packets.pdf")
    assert count_pages(pdf) == 3
    for number in range(3):
        said = letters(pdf, number)
        for words in (
            f"Packet {number + 1} of 3",
            "Swim for the pool",
            "Monday, May 3, 2027, 2:00 PM – 4:00 PM",
            "Mill Lane",
            "33half-sheet",
            "100half-sheet",
            "3letter",
            "Friends of the Pool",
        ):
            assert squeezed(words) in said, words


def test_the_event_is_told_in_words(desk: Desk) -> None:
    said = all_letters(desk.read("event.pdf"))
    for words in (
        "Swim for the pool",
        "Monday, May 3, 2027, 2:00 PM – 4:00 PM",
        "Take the folder shop to the shop, with the job ticket",
        "Print 50 sheets of pool-event-half-sheet-home.pdf at actual size, on both sides, flipped "
        "on the short edge; cut each into 2.",
        "Fill 3 packets",
        "50 sheets of letter, 2 on each",
    ):
        assert squeezed(words) in said, words


def test_the_shops_ticket_has_the_numbers(desk: Desk) -> None:
    ticket = json.loads(desk.read("shop/pool-shop-ticket.json"))
    assert [item["quantity"] for item in ticket["items"]] == [301]
    assert "quantity" not in ticket["open"]
    assert ticket["needed_before"] == "2027-05-03"
    assert "needed_by" not in ticket["open"]


def test_all_pieces_are_on_one_picture(desk: Desk) -> None:
    with Image.open(desk.written.folder / "contact-sheet.png") as picture:
        assert picture.width > 900


def test_the_calendar_is_of_the_event(desk: Desk) -> None:
    event = event_in(desk.read("event.ics"))
    assert event.start == AT
    assert datetime.datetime(2027, 4, 19, tzinfo=datetime.UTC) == event.DTSTAMP


HEARING = """\
---
title: Keep the pool open
event:
  title: Public hearing on the pool
  when: 2027-05-03T14:00:00
  where: City Hall
---

The pool is open in winter.

![A map](gone.png)
"""


def test_a_layout_beside_flyers_toml_is_for_statements_of_any_folder(tmp_path: Path) -> None:
    new_layout(LayoutRequest(name="ours", base="headline", into=tmp_path / "layouts"))
    use = 'use = [{layout = "ours", format = "letter", copies = 1}]\n'
    site = '[site]\naddress = "https://pool.example"\npermalink = "/:slug/"\n'
    written(tmp_path, "flyers.toml", f"{site}[events.a]\n{use}")
    path = written(tmp_path / "content", "pool.md", "# The pool\n\nIt stays open.\n")
    kit = make("a", path, out=str(tmp_path / "out")).kit
    assert [lot.layout for lot in kit.plan.lots] == ["ours"]
    assert list((tmp_path / "out").rglob("*ours*.pdf"))
    assert "ours" in [job.layout for job in in_every_layout(kit.plan, kit.campaign, path)]


def test_a_ready_made_kit_is_not_the_event_that_the_statement_tells_of(tmp_path: Path) -> None:
    """Canvassers do not meet at the hearing that they talk of; nor is what was left out kept from
    whoever makes a kit."""
    written(tmp_path, "flyers.toml", '[build]\nformats = ["a4", "half-sheet-a4"]\n')
    path = written(tmp_path, "pool.md", HEARING)
    options = ["--volunteers", "1", "--url", URL, "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(main, ["kit", "canvass", str(path), *options])
    first, head, *lines = done.output.splitlines()
    folder = tmp_path / "out" / "kits" / "canvass"
    assert first == "Canvass: canvass, 1 volunteer"
    assert "copies  each  sheets" in head
    assert [line for line in lines if line.startswith("  ! line 11: gone.png")]
    assert "  paper: 6 sheets of A4 for home" in lines
    for name in ("packets.pdf", "event.pdf"):
        said = letters((folder / name).read_bytes(), 0)
        assert squeezed("Canvass") in said
        about = "It is about: Public hearing on the pool, Monday, May 3, 2027, 2:00 PM, City Hall"
        assert squeezed(about) in said
    manifest = json.loads((folder / "manifest.json").read_text())
    assert (manifest["title"], manifest["when"], manifest["where"]) == ("Canvass", None, None)
    assert event_in((folder / "event.ics").read_bytes()).summary == "Public hearing on the pool"


@pytest.mark.parametrize("dpi", [30, 47, 60, 72])
def test_a_picture_shows_no_sliver_of_what_lies_beside_it(tmp_path: Path, dpi: int) -> None:
    """A white half of an A4 sheet over a black one."""
    width, height = paper_named("a4").width, paper_named("a4").height
    page = canvas.Canvas(str(tmp_path / "two.pdf"), pagesize=(width, height))
    page.rect(0, 0, width, height / 2, stroke=0, fill=1)
    page.save()
    upper = Box(left=0, bottom=height / 2, right=width, top=height)
    sheet = SheetSpec(paper=paper_named("a4"), up=2, waste=0, flip="long", press=False)
    spec = Spec(
        unit="mm",
        flat=(width, height / 2),
        trim=(width, height / 2),
        leaves=1,
        sides=1,
        faces=("front",),
        shows=(upper,),
        fold=None,
        sheet=sheet,
        marks=(),
        setup=Setup.of(PRINTERS["home"]),
    )
    (picture,) = thumbnails([tmp_path / "two.pdf"], spec, dpi=dpi)
    assert picture.convert("L").getextrema() == (255, 255)


def test_a_ready_made_kit_needs_no_day(tmp_path: Path) -> None:
    path = written(tmp_path, "pool.md", "# The pool\n\nIt stays open.\n")
    made = make("canvass", path, volunteers=1, url=URL, out=str(tmp_path / "out"))
    assert made.notes == ()
    assert not (made.folder / "event.ics").exists()


def test_the_same_kit_is_the_same_bytes_and_takes_the_place_of_the_old(
    desk: Desk, tmp_path: Path
) -> None:
    before = desk.written.zip.read_bytes()
    steps: list[Step] = []
    made(desk.folder, steps.append)
    assert [step.done for step in steps] == [0, 1, 2, 3]
    assert desk.written.zip.read_bytes() == before


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", CONFIG)
    note = written(tmp_path, "out/kits/swim/notes.txt", "mine")
    with pytest.raises(OutputError, match=r"notes.txt is not of this kit; move it away"):
        made(tmp_path)
    assert note.read_text() == "mine"
    assert files_in(tmp_path / "out") == ["kits/swim/notes.txt"]


def test_a_kit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", CONFIG)
    path = written(tmp_path, "pool.md", "---\ntitle: Nothing\n---\n")
    with pytest.raises(EmptyStatementError):
        make("swim", path, out=str(tmp_path / "out"))
    assert files_in(tmp_path / "out") == []
    assert list((tmp_path / "out" / "kits").iterdir()) == []


def test_what_cannot_be_used_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    use = 'use = [{ layout = "hedline", format = "letter", copies = 4 }]\n'
    written(tmp_path, "flyers.toml", f"[events.swim]\n{use}")
    with pytest.raises(FlyersError, match="headline"):
        make("swim", written(tmp_path, "pool.md", DATED))
    assert files_in(tmp_path) == ["flyers.toml", "pool.md"]


def test_words_make_no_calendar_and_no_volunteers_no_packets(tmp_path: Path) -> None:
    use = 'use = [{ layout = "event", format = "half-sheet", printer = "hand", copies = 4 }]\n'
    hand = '[printers.hand]\nextends = "home"\nduplex = false\n'
    event = f'[events.swim]\nwhen = "after the service"\n{use}'
    written(tmp_path, "flyers.toml", f"{hand}{event}")
    path = written(tmp_path, "pool.md", DATED)
    made = make("swim", path, url="https://pool.example/", out=str(tmp_path / "out"))
    assert [note.message.partition(":")[0] for note in made.notes] == [
        "no event.ics",
        "no packets.pdf",
    ]
    assert files_in(made.folder) == [
        "contact-sheet.png",
        "event.pdf",
        *(f"hand/pool-event-half-sheet-hand-{part}.pdf" for part in ("backs", "fronts", "test")),
        "manifest.json",
    ]
    said = all_letters((made.folder / "event.pdf").read_bytes())
    assert "aftertheservice" in said
    assert "putthestackback" in said


# ---- by the command --------------------------------------------------------------------


def kit(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, ["kit", *words])
    assert done.exit_code == code, done.output
    return done.output


def test_events_and_ready_made_kits_are_listed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    said = kit("--list")
    assert "  swim  Swim for the pool\n        Monday, 3 May 2027, 14:00" in said
    assert all(f"\n  {name}  " in said for name in READY)
    pieces = " ".join(said.split())
    assert " 10 letter sheets (headline)" in pieces
    assert "each volunteer: 25 tri-fold leaflets (statement), 25 half-sheets (event); in" in pieces
    assert max(map(len, said.splitlines())) <= 80


def test_a_kit_for_an_event_that_is_over_says_so(desk: Desk) -> None:
    day, next_day = datetime.date(2027, 5, 3), datetime.date(2027, 5, 4)
    (note,) = desk.written.on(next_day).notes
    assert note.sentence.startswith("the event was on 3 May 2027, which is past. ")
    assert desk.written.on(day).notes == desk.written.notes == ()
    assert "2027, 14:00 (past)\n" in listed(campaign_for(desk.folder), next_day)
    assert "2027, 14:00\n" in listed(campaign_for(desk.folder), day)


def test_a_kit_wants_its_statement(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    assert "Name the event and the statement" in kit("swim", code=2)
