"""The address in the code of a piece, and the printed one, which stays one for people."""

from pathlib import Path

import pytest

from flyers import Job
from flyers.campaign import Codes
from flyers.core.errors import AddressError, ConfigError
from flyers.pieces.code_address import coded
from flyers.pieces.workshop import Workshop
from making import POOL, all_letters, written

PAGE = "https://maplestreet.example/statements/pool/"
RALLY = Job(statement=None, layout="headline", format="tri-fold", event="library-rally")


@pytest.mark.parametrize(
    ("tracking", "path", "page", "said"),
    [
        ("none", "", PAGE, PAGE),
        ("utm", "", PAGE, f"{PAGE}?utm_medium=print&utm_content=library-rally-headline-tri-fold"),
        (
            "utm",
            "",
            "https://a.example/p?id=3#top",
            "https://a.example/p?id=3&utm_medium=print&utm_content="
            "library-rally-headline-tri-fold#top",
        ),
        ("path", "/:event/:layout/:format", PAGE, f"{PAGE}library-rally/headline/tri-fold/"),
        ("path", "r-:format", "https://a.example/s/pool", "https://a.example/s/pool/r-tri-fold"),
        ("path", ":format", "https://a.example/p?id=3", "https://a.example/p/tri-fold?id=3"),
    ],
)
def test_the_code_names_event_layout_and_format(
    tracking: str, path: str, page: str, said: str
) -> None:
    codes = Codes(short=False, tracking=tracking, path=path)  # type: ignore[arg-type]
    assert coded(page, codes, RALLY) == said


def test_without_an_event_its_place_is_left_out() -> None:
    codes = Codes(short=False, tracking="path", path="/:event/:format")
    assert coded(PAGE, codes, Job(statement=None)) == f"{PAGE}letter/"


def test_an_address_that_gets_too_long_is_refused() -> None:
    codes = Codes(short=False, tracking="utm", path="")
    with pytest.raises(AddressError, match="a QR code that dense does not scan"):
        coded(PAGE + "a" * 470, codes, RALLY)


@pytest.mark.parametrize("given", [{}, {"url": "https://elsewhere.example/pool/"}])
def test_the_printed_address_is_for_people(tmp_path: Path, given: dict[str, str]) -> None:
    written(
        tmp_path,
        "flyers.toml",
        '[site]\naddress = "https://maplestreet.example"\nshort = "/s/:slug"\n'
        '[qr]\ntracking = "path"\npath = ":format"\n',
    )
    workshop = Workshop()
    jobs = [
        Job(statement=written(tmp_path, "pool.md", POOL), out=tmp_path, format=fmt, **given)  # type: ignore[arg-type]
        for fmt in ("letter", "half-sheet")
    ]
    pieces = [workshop.make(job) for job in jobs]
    home = "elsewhere.example/pool" if given else "maplestreet.example/s/pool"
    end = "/" if given else ""
    assert [piece.qr.url for piece in pieces] == [
        f"https://{home}/letter{end}",
        f"https://{home}/half-sheet{end}",
    ]
    assert all(piece.qr.read_back for piece in pieces)
    letters = all_letters(pieces[0].file.read_bytes())
    assert home in letters
    assert f"{home}/letter" not in letters


def test_the_page_itself_may_be_wanted(tmp_path: Path) -> None:
    written(
        tmp_path,
        "flyers.toml",
        '[site]\naddress = "https://a.example"\npermalink = "/:slug/"\nshort = "/s/:slug"\n'
        '[qr]\naddress = "page"\n',
    )
    reading = Workshop().read(Job(statement=written(tmp_path, "pool.md", POOL)))
    assert reading.address == "https://a.example/pool/"


def test_a_rule_with_what_there_is_not_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", '[qr]\ntracking = "path"\npath = "/:town"\n')
    with pytest.raises(ConfigError, match=r"line 3: \[qr\] path has :town; it may have :event"):
        Workshop().read(Job(statement=written(tmp_path, "pool.md", POOL)))
