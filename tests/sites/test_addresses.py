"""Where a statement's page is. Never guessed."""

import datetime
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.core.errors import AddressError
from flyers.sites.addresses import page_address
from flyers.sites.site import Site, WebPage
from flyers.sites.tokens import PERMALINK, slugify
from flyers.sites.web_address import LONGEST, checked, host, in_words

SITE = Site(address="https://example.org/", permalink=PERMALINK)
PAGE = WebPage(
    name="sunday-hours",
    filename="2027-04-19-sunday-hours",
    title="Sunday hours: don’t cut them!",
    slug="",
    date=datetime.date(2027, 4, 9),
    section="news",
    sections="news/town",
)


def address(
    *, asked: str | None = None, own: str = "", site: Site | None = SITE, page: WebPage = PAGE
) -> str:
    return page_address(page, asked=asked, own=own, site=site).url


def test_what_is_asked_for_comes_first_then_the_statements_own_then_the_sites_rule() -> None:
    asked, own = "https://example.org/asked/", "https://example.org/own/"
    assert address(asked=asked, own=own) == asked
    assert address(own=own) == own
    assert address() == "https://example.org/statements/sunday-hours/"


def test_a_path_of_the_statement_is_put_behind_the_site() -> None:
    assert address(own="/hours/") == "https://example.org/hours/"


@pytest.mark.parametrize("own", ["", "/hours/"])
def test_without_a_site_there_is_no_address(own: str) -> None:
    with pytest.raises(AddressError, match=r"--url.*`url:` line.*flyers\.toml with address and"):
        address(own=own, site=None)


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        ("/:slug/", "/sunday-hours/"),
        ("/:slugorfilename/", "/2027-04-19-sunday-hours/"),
        ("/:slugorcontentbasename/", "/2027-04-19-sunday-hours/"),
        ("/:filename/", "/2027-04-19-sunday-hours/"),
        ("/:contentbasename/", "/2027-04-19-sunday-hours/"),
        ("/:title/", "/sunday-hours-dont-cut-them/"),
        ("/:section/:slug", "/news/sunday-hours"),
        ("/:sections/:slug", "/news/town/sunday-hours"),
        ("/:year/:month/:day/:slug/", "/2027/04/09/sunday-hours/"),
        (":monthname-:weekdayname-:weekday-:yearday", "/april-friday-5-099"),
    ],
)
def test_hugos_tokens(rule: str, path: str) -> None:
    site = Site(address="https://example.org", permalink=rule)
    assert address(site=site) == f"https://example.org{path}"


def test_the_slug_of_the_front_matter_goes_before_the_file_name() -> None:
    page = WebPage(name="a", filename="a", title="", slug="own slug", date=None)
    assert address(page=page) == "https://example.org/statements/own%20slug/"


def test_an_address_that_is_asked_for_may_have_tokens() -> None:
    assert (
        address(asked="https://example.org:8080/x/:slug/")
        == "https://example.org:8080/x/sunday-hours/"
    )


def test_an_unknown_token_is_told_with_the_known_ones() -> None:
    with pytest.raises(AddressError, match=r":yeer; it may use :slug, .*:year"):
        address(site=Site(address="https://example.org", permalink="/:yeer/:slug/"))


def test_a_rule_with_a_date_wants_a_date() -> None:
    page = WebPage(name="hours", filename="hours", title="", slug="", date=None)
    with pytest.raises(AddressError, match="'hours' has no date; add a `date:` line"):
        address(page=page, site=Site(address="https://example.org", permalink="/:year/:slug/"))


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("  https://example.org/a  ", "https://example.org/a"),
        ("https://example.org/niño/?q=é#ñ", "https://example.org/ni%C3%B1o/?q=%C3%A9#%C3%B1"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/(a)_b~c", "https://example.org/(a)_b~c"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
    ],
)
def test_addresses_are_percent_encoded_once(given: str, made: str) -> None:
    assert checked(given) == made
    assert checked(made) == made


@pytest.mark.parametrize(
    "given",
    [
        "example.org/page",
        "ftp://example.org/",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "file:///etc/hosts",
        "//example.org/",
        "https://",
        "https:///page",
        "https://localhost/",
        "https://[::1/",
        "https://bücher..example/",
        "https://../page",
        "https://example..org/",
        "https://.example.org/",
        "https://-example.org/",
        "https://exa%6dple.org/",
        "https://example.org:port/",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(given: str) -> None:
    with pytest.raises(AddressError, match=r"is not a web address(?: \(.*\))?; write it whole"):
        checked(given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("https://example.org/a b", "has a space in it; write the address alone, and %20"),
        ("https://example.org/ https://example.org/b", "has a space in it"),
        ("https://example.org/a%00", "has a control character in it; copy it again"),
        ("https://example.org/a%0Ab", "has a control character in it"),
        ("https://exam\tple.org/", "has a control character in it"),
        ("https://example.org/{{ page.fileSlug }}/", "has a template in it; write what it"),
        ("https://example.org/%7B%7Bpage%7D%7D/", "has a template in it"),
        ("https://example.org/a/../b", r"has \.\. in its path; write the path that it leads to"),
        (
            "https://example.org:99999/",
            r"is not a web address \(Port out of range 0-65535\); write",
        ),
        ("https://example.org/%2e%2E/b", r"has \.\. in its path"),
    ],
)
def test_what_an_address_may_not_hold_is_named(given: str, said: str) -> None:
    with pytest.raises(AddressError, match=said):
        checked(given)


def test_dots_that_are_no_way_up_are_kept() -> None:
    for kept in ("https://example.org./a..b/...?from=../c", "https://192.0.2.7:8080/a.b"):
        assert checked(kept) == kept


def test_a_slug_does_not_climb_out_of_its_folder() -> None:
    page = WebPage(name="a", filename="a", title="", slug="../x", date=None)
    with pytest.raises(AddressError, match=r"slug '\.\./x' of 'a' leads out of its folder; write"):
        address(page=page)


def test_a_name_that_is_not_utf8_makes_no_address() -> None:
    page = WebPage(name="caf\udce9", filename="caf\udce9", title="", slug="", date=None)
    with pytest.raises(AddressError, match="not in UTF-8; rename the file, or give it a `slug:`"):
        address(page=page)


def test_what_the_statement_gave_for_an_address_is_named() -> None:
    page = replace(PAGE, refused="pool.md, line 3: url 'x' is no web address or /path")
    with pytest.raises(AddressError, match=r"^pool\.md, line 3: url 'x' is .*; mend it, or give"):
        address(page=page, site=None)
    with pytest.raises(AddressError, match=r"^pool\.md, line 3: url 'x' is .*; mend it, or give"):
        address(page=page)


def test_an_address_of_the_statement_that_fails_is_told_as_its_own() -> None:
    said = "The address that '2027-04-19-sunday-hours' gives: 'https://localhost/' is not a web"
    with pytest.raises(AddressError, match=said):
        address(own="https://localhost/")


def test_a_path_without_a_site_is_named() -> None:
    with pytest.raises(AddressError, match="is only the path '/hours/'; give --url"):
        address(own="/hours/", site=None)


def test_an_address_too_long_to_scan_is_refused() -> None:
    with pytest.raises(AddressError, match=f"has {LONGEST + 1} characters.*redirect"):
        checked("https://example.org/".ljust(LONGEST + 1, "a"))


@given(st.text(max_size=60))
def test_any_path_makes_an_address_in_ascii(path: str) -> None:
    try:
        made = checked(f"https://example.org/{path}")
    except AddressError:
        return
    assert made.isascii()
    assert not any(c.isspace() for c in made)
    assert urlsplit(made).hostname == "example.org"


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://www.example.org/a/b/", "example.org/a/b"),
        ("http://example.org", "example.org"),
        ("https://example.org/ni%C3%B1o/", "example.org/niño"),
    ],
)
def test_a_printed_address_is_short_and_readable(address: str, printed: str) -> None:
    assert in_words(address) == printed


def test_a_host_is_shown_without_www() -> None:
    assert host("https://www.Example.org/page") == "example.org"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Keep the Pool Open!", "keep-the-pool-open"),
        ("  don’t -- cut_it ", "dont-cut-it"),
        ("Árbol y Niño", "árbol-y-niño"),
        ("مكتبة الحي", "مكتبة-الحي"),
        ("!!!", ""),
    ],
)
def test_slugs_are_words_joined_by_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_the_usual_rule_is_for_the_content_folder_of_a_site_without_any() -> None:
    site = Site(address="https://example.org", usual=PERMALINK, contents=(Path("/site/content"),))
    inside = replace(PAGE, path=Path("/site/content/sunday-hours.md"))
    found = page_address(inside, asked=None, own="", site=site)
    assert (found.url, found.basis) == ("https://example.org/statements/sunday-hours/", "computed")
    assert found.source == "flyers' usual rule /statements/:slug/"
    with pytest.raises(AddressError, match="No address for the QR code"):
        page_address(replace(PAGE, path=Path("/a.md")), asked=None, own="", site=site)
