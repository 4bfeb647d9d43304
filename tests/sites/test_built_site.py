"""Addresses proved by the site as it was built, and refused where it does not have the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from flyers.core.errors import AddressError
from flyers.sites.addresses import PageAddress, page_address, short_address
from flyers.sites.built.folder import built_site, forget
from flyers.sites.built.likeness import letters, pieces, share
from flyers.sites.site import ContentFolder, GeneratedSite, Site, WebPage
from making import written

ROOT = "https://park.example"

TEXT = (
    "The park on Mill Lane stays open in winter. Its gate is unlocked at seven, and the lamps "
    "along the pond burn until ten.",
    "On 14 May 2027 the council’s gardeners plant three lime trees; come and dig.",
    "Dogs may run behind the pavilion. The kiosk sells tea, soup and “yesterday’s bread”.",
)
PAGE = WebPage(
    name="open-in-winter",
    filename="2027-04-19-open-in-winter",
    title="The park’s open in winter",
    slug="",
    date=None,
    language="en",
    paragraphs=TEXT,
)


@dataclass(frozen=True, kw_only=True)
class MadeUpSite(GeneratedSite):
    """A site whose generator puts every page at one path, or does not tell where."""

    path: str

    def path_of(self, page: WebPage) -> str:
        if not self.path:
            raise AddressError("No rule tells where this page is.")
        return self.path


def html(
    text: tuple[str, ...] = TEXT,
    *,
    title: str = PAGE.title,
    canonical: str = "",
    language: str = "en",
    more: str = "",
) -> str:
    """A page as a theme makes it: a menu, a title with the site's name, paragraphs."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f"<!doctype html><html lang={language}><head><title>{title} | Park news</title>{link}{more}"
        f"</head><body><nav><a href=/>Park news</a></nav><h1>{title}</h1>{body}</body></html>"
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a built site that has a front page alone."""
    forget()
    site(tmp_path, {"index.html": html((), title="All news")})
    return tmp_path


def site(home: Path, files: Mapping[str, str]) -> None:
    """Lay out the files of a built site."""
    for name, text in files.items():
        written(home / "public", name, text)


def found(
    home: Path,
    path: str = "",
    page: WebPage = PAGE,
    *,
    asked: str | None = None,
    own: str = "",
    address: str = ROOT,
    permalink: str | None = None,
    prove: bool = False,
) -> PageAddress:
    """The address of a page in a site whose generator puts it at ``path``."""
    file = written(home, "posts/2027-04-19-open-in-winter.md", "")
    return page_address(
        replace(page, path=page.path or file),
        asked=asked,
        own=own,
        site=Site(address=address, permalink=permalink, built=(home / "public",), prove=prove),
        generated=MadeUpSite(
            generator="Made-up",
            file=home / "site.conf",
            contents=(ContentFolder(folder=home / "posts"),),
            path=path,
        ),
    )


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("winter/index.html", "/winter/"),
        ("winter.html", "/winter.html"),
        ("winter.html", "/winter"),
        ("winter/index.html", "/winter"),
        ("en/wärme & licht/index.html", "/en/w%C3%A4rme%20&%20licht/"),
    ],
)
def test_a_page_at_the_path_of_the_rule_proves_it(home: Path, file: str, path: str) -> None:
    site(home, {file: html()})
    made = found(home, path)
    assert (made.url, made.basis) == (ROOT + path, "proved")
    assert made.source.endswith(file)
    assert made.seen == ((home / "public" / file).resolve(),)


def test_without_a_built_site_an_address_is_computed(tmp_path: Path) -> None:
    made = found(tmp_path, "/winter/")
    assert (made.url, made.words) == (f"{ROOT}/winter/", "computed by site.conf")
    with pytest.raises(AddressError, match=r"only computed, by site\.conf, and prove = true"):
        found(tmp_path, "/winter/", prove=True)


def test_a_folder_of_that_name_that_is_no_site_proves_nothing(tmp_path: Path) -> None:
    written(tmp_path / "public" / "report", "coverage.html", html())
    assert found(tmp_path, "/winter/").basis == "computed"


def test_where_the_page_is_elsewhere_the_built_site_is_right(home: Path) -> None:
    site(home, {"2027/Open-in-Winter/index.html": html()})
    made = found(home, "/open-in-winter/")
    assert made.url == f"{ROOT}/2027/Open-in-Winter/"
    assert "puts the page at /open-in-winter/, and the built site has it at /2027" in made.doubt
    assert found(home, "").url == f"{ROOT}/2027/Open-in-Winter/"
    assert found(home, "", replace(PAGE, path=home / "elsewhere.md")).basis == "proved"


def test_a_page_that_only_exists_proves_nothing(home: Path) -> None:
    others = ("The park closes.", "Nobody may dig, and the kiosk has burnt down on 3 May.")
    site(home, {"winter/index.html": html(others)})
    with pytest.raises(
        AddressError, match=r"winter.index\.html is not the page of .* build the si"
    ):
        found(home, "/winter/")
    site(home, {"winter/index.html": html(title="The pool in summer")})
    forget()
    with pytest.raises(AddressError, match="since title or text differ"):
        found(home, "/winter/")


def test_a_site_that_lacks_the_page_is_told_with_the_nearest_that_it_has(home: Path) -> None:
    site(home, {"park-open-in-winters/index.html": html((), title="A wall")})
    said = (
        "has no page of .* at /park-open-in-winter/, the nearest is /park-open-in-winters/; build"
    )
    with pytest.raises(AddressError, match=said):
        found(home, "/park-open-in-winter/")
    with pytest.raises(AddressError, match=r"build the site again, or give --url\. No rule tells"):
        found(home, "")


def test_typography_markup_and_entities_make_no_difference(home: Path) -> None:
    words = (
        html()
        .replace("’", "&#39;")
        .replace("council", "coun&shy;cil")
        .replace("park", "p<b>ar</b>k")
    )
    words = words.replace("<p>", "<script>let a = '<p>';</script><!-- <p> --><p class=x>\n")
    site(home, {"winter/index.html": words})
    assert found(home, "/winter/").basis == "proved"


def test_a_few_words_that_were_changed_since_are_no_other_page(home: Path) -> None:
    long = tuple(f"{text} {number}" for number in range(4) for text in TEXT)
    page = replace(PAGE, paragraphs=(*long, "A sentence that the site will have tomorrow only."))
    site(home, {"winter/index.html": html(long), "other/index.html": html(("Another text.",))})
    assert found(home, "/winter/", page).basis == "proved"


def test_the_page_of_another_years_meeting_is_another_page(home: Path) -> None:
    site(home, {"2026/index.html": html((TEXT[0], TEXT[1].replace("2027", "2026"), TEXT[2]))})
    with pytest.raises(AddressError, match=r"2026.index"):
        found(home, "")
    with pytest.raises(AddressError, match=r"2026.index"):
        found(home, "/2027/")


def test_a_list_or_a_tag_that_shows_the_whole_text_is_not_the_page(home: Path) -> None:
    whole = html(title="All news").replace("<h1>All news</h1>", f"<h2>{PAGE.title}</h2>")
    site(home, {"index.html": whole, "tags/park/index.html": whole, "winter/index.html": html()})
    assert found(home, "").url == f"{ROOT}/winter/"
    assert found(home, "/tags/park/").url == f"{ROOT}/winter/"


def test_a_print_version_says_which_page_it_is_of(home: Path) -> None:
    canonical = f"{ROOT}/winter/"
    site(home, {"winter/print/index.html": html(canonical=canonical)})
    site(home, {"winter/index.html": html(canonical=canonical)})
    assert found(home, "").url == canonical
    assert found(home, "/winter/print/").url == canonical


def test_of_translations_the_language_decides(home: Path) -> None:
    site(home, {"a/index.html": html(language="en-GB"), "b/index.html": html(language="de")})
    assert found(home, "").url == f"{ROOT}/a/"
    assert found(home, "", replace(PAGE, language="de")).url == f"{ROOT}/b/"
    with pytest.raises(AddressError, match=r"a.index\.html is not the page"):
        (home / "public/b/index.html").unlink()
        site(home, {"c/index.html": html(("Something else.",), language="de")})
        forget()
        found(home, "/b/", replace(PAGE, language="de"))


def test_several_pages_are_told_and_none_is_taken(home: Path) -> None:
    site(home, {"a/index.html": html(), "b/index.html": html()})
    with pytest.raises(
        AddressError, match=r"in several pages, .*a.index\.html and .*b.index\.html"
    ):
        found(home, "")


def test_of_several_the_one_in_the_sitemap_counts(home: Path) -> None:
    site(home, {"a/index.html": html(), "b/index.html": html()})
    index = f"<sitemapindex><sitemap><loc>{ROOT}/en/sitemap.xml</loc></sitemap></sitemapindex>"
    inner = f"<urlset><url><loc> {ROOT}/b/ </loc></url></urlset>"
    site(home, {"sitemap.xml": index, "en/sitemap.xml": inner})
    assert found(home, "").url == f"{ROOT}/b/"


def test_a_stub_that_leads_on_is_no_page(home: Path) -> None:
    stub = html(more='<meta http-equiv="refresh" content="0; url=/winter/">')
    site(home, {"old/index.html": stub, "winter/index.html": html()})
    assert found(home, "/old/").url == f"{ROOT}/winter/"


def test_drafts_that_were_built_are_no_pages(home: Path) -> None:
    site(home, {"drafts/winter.html": html()})
    with pytest.raises(AddressError, match="has no page of"):
        found(home, "")


def test_nothing_outside_of_the_folder_is_read(home: Path) -> None:
    written(home, "outside/index.html", html())
    (home / "public" / "winter").symlink_to(home / "outside")
    for path in ("/winter/", "/../outside/", ""):
        with pytest.raises(AddressError, match="has no page of"):
            found(home, path)


def test_a_site_below_a_folder_of_its_host(home: Path) -> None:
    address = f"{ROOT}/news/"
    site(home, {"winter/index.html": html(canonical=f"{address}winter/")})
    made = found(home, "/winter/", address=address)
    assert (made.url, made.basis, made.doubt) == (f"{address}winter/", "proved", "")


@pytest.mark.parametrize(
    "host", ["http://localhost:1313", "https://preview-12.park.example", "http://park.example"]
)
def test_a_site_that_was_built_for_another_host_is_told(home: Path, host: str) -> None:
    site(home, {"winter/index.html": html(canonical=f"{host}/winter/")})
    made = found(home, "/winter/")
    assert made.url == f"{ROOT}/winter/"
    assert f"is {host}/winter/, and the site's address is {ROOT}" in made.doubt


def test_a_canonical_link_has_the_form_that_the_site_uses(home: Path) -> None:
    site(home, {"winter.html": html(canonical="/winter")})
    assert found(home, "/winter.html").url == f"{ROOT}/winter"


def test_a_rule_that_a_person_wrote_does_not_give_way(home: Path) -> None:
    site(home, {"winter/index.html": html()})
    with pytest.raises(
        AddressError, match=r"permalink puts .* at /said/, and .* has it at /winter/"
    ):
        found(home, permalink="/said/")
    with pytest.raises(AddressError, match="the rule of --url puts"):
        found(home, asked=f"{ROOT}/:slug/")
    assert found(home, permalink="/winter/").basis == "proved"
    assert found(home, asked=f"{ROOT}/:slug", page=replace(PAGE, slug="winter")).basis == "proved"


def test_a_given_address_counts_and_is_doubted_where_the_site_has_nothing(home: Path) -> None:
    site(home, {"winter/index.html": html(), "files/map.pdf": "%PDF"})
    there = ("/winter/", "/files/map.pdf")
    assert [found(home, asked=ROOT + path).doubt for path in there] == ["", ""]
    gone = found(home, asked=f"{ROOT}/wynter/")
    assert (gone.url, gone.words) == (f"{ROOT}/wynter/", "given by --url")
    assert "has no page at /wynter/" in gone.doubt
    assert "not on https://park.example" in found(home, own="https://other.example/a/").doubt
    assert "not on https://park.example" in found(home, own="http://park.example/winter/").doubt
    assert found(home, asked="https://other.example/a/").doubt == ""


def test_a_page_of_the_built_site_is_its_own_proof(home: Path) -> None:
    site(home, {"winter/index.html": html(canonical="https://preview.example/winter/")})
    page = replace(PAGE, path=(home / "public/winter/index.html").resolve())
    made = found(home, page=page, own="https://preview.example/winter/")
    assert (made.url, made.basis) == (f"{ROOT}/winter/", "proved")
    assert "preview.example" in made.doubt


def test_a_short_address_is_proved_by_its_stub(home: Path) -> None:
    here = Site(address=ROOT, short="/s/:slug", built=(home / "public",))
    assert short_address(PAGE, here, "/s/:slug").words == "computed by [site] short"
    with pytest.raises(AddressError, match="only computed"):
        short_address(PAGE, replace(here, prove=True), "/s/:slug")
    stub = '<meta http-equiv=refresh content="0; url=/winter/">'
    site(home, {"s/open-in-winter/index.html": stub})
    assert short_address(PAGE, here, "/s/:slug").basis == "proved"


def test_letters_are_the_same_in_every_typography() -> None:
    assert letters("“Don’t – ﬁx it…”") == letters("don't fix-it") == "dontfixit"


def test_the_share_of_a_text_that_a_page_has() -> None:
    wanted = pieces(["a" * 20 + "b" * 20 + "c" * 25, "x"])
    assert wanted == ("a" * 20, "b" * 20, "c" * 20 + "c" * 5)
    assert share(wanted, "a" * 20 + "c" * 25) == 2 / 3


@pytest.mark.parametrize(("name", "is_site"), [("de", True), ("pt-br", True), ("assets", False)])
def test_a_site_may_have_its_first_pages_in_folders_of_languages(
    tmp_path: Path, name: str, is_site: bool
) -> None:
    written(tmp_path, f"public/{name}/index.html", html())
    assert bool(built_site(tmp_path / "public")) == is_site
