"""The files that a site offers to print, and the buttons that lead to them."""

import datetime
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from flyers.campaign import campaign_for
from flyers.core.errors import ConfigError, OutputError
from flyers.preflight.evidence.barcodes import read_barcodes
from flyers.press.read.raster import rasters
from flyers.production.build.builder import building
from flyers.production.publishing.buttons import PageButtons, buttons_of
from flyers.production.publishing.buttons import written as put
from flyers.production.publishing.site import PublishedSite, scope_of, site_of
from flyers.production.publishing.strays import pruned
from flyers.production.publishing.strays import strays as left_over
from flyers.statements.printbutton import CLOSE, OPEN
from making import POOL, invoke, written

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
TODAY = datetime.date(2027, 5, 12)
PLACE = f"\n{OPEN}\n{CLOSE}\n"

SITE = """\
[site]
address = "https://pool.example/town"
permalink = "/statements/:slug/"
content = "content"
static = "static"
[publish]
printers = ["home"]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a statement that has a place for the button, one that has not, and a draft."""
    written(tmp_path, "flyers.toml", SITE)
    written(tmp_path, "content/pool.md", POOL + PLACE)
    written(tmp_path, "content/piscina.md", POOL.replace("---\n\n", "lang: es\n---\n\n"))
    written(tmp_path, "content/pond.md", POOL.replace("---\n\n", "draft: true\n---\n\n"))
    return tmp_path


@dataclass(frozen=True, kw_only=True)
class Published:
    """A site with its files made: its links, the files, what was made just now, and what could not
    be."""

    site: PublishedSite
    links: list[PageButtons]
    files: list[Path]
    made: list[str]
    failed: list[str]


def published(folder: Path) -> Published:
    site = site_of(campaign_for(folder))
    asked = scope_of(site, TODAY)
    with building(asked) as work:
        made = [outcome.job.called for outcome in work.outcomes(workers=1) if outcome.piece]
        report = work.finish()
    files = [path for _, line in work.made if line for path in line.paths(site.static)]
    return Published(
        site=site,
        links=buttons_of(site, asked.entries, work.made),
        files=files,
        made=[Path(name).name for name in made],
        failed=[statement for statement, _, _ in report.failed],
    )


def test_what_is_published_can_be_printed_from_its_page(site: Path) -> None:
    done = published(site)
    place, links = done.site, done.links
    files = sorted(path.relative_to(site).as_posix() for path in (site / "static").rglob("*.*"))
    names = ("piscina", "pool")
    assert files == [f"static/pdfs/statements/{name}-letter.pdf" for name in names]
    assert [link.buttons for link in links] == [
        "[Imprimir y repartir](/town/pdfs/statements/piscina-letter.pdf)",
        "[Print and distribute](/town/pdfs/statements/pool-letter.pdf)",
    ]
    assert [link.marked for link in links] == [False, True]
    assert place.href(place.static / "a b.pdf") == "/town/a%20b.pdf"


def test_a_button_is_put_in_its_place_once_and_nowhere_else(site: Path) -> None:
    pool, unmarked = site / "content/pool.md", site / "content/piscina.md"
    before = unmarked.read_bytes()
    pool.write_bytes(pool.read_bytes().replace(b"\n", b"\r\n"))
    put(published(site).links)
    once = pool.read_bytes()
    assert b"\r\n[Print and distribute](/town/pdfs/statements/pool-letter.pdf)\r\n" in once
    links = published(site).links
    assert [link.written for link in links] == [False, True]
    put(links)
    assert pool.read_bytes() == once
    assert unmarked.read_bytes() == before


def test_several_files_have_a_button_each(site: Path) -> None:
    more = 'formats = ["letter", "half-sheet"]\nbutton = "html"\nlabel = "Print <it>"\n'
    written(site, "flyers.toml", SITE + more)
    link = published(site).links[1]
    assert re.findall(r'href="([^"]*)" download>([^<]*)<', link.buttons) == [
        ("/town/pdfs/statements/pool-letter.pdf", "Print &lt;it> (letter)"),
        ("/town/pdfs/statements/pool-half-sheet.pdf", "Print &lt;it> (half-sheet)"),
    ]


def test_a_statement_that_cannot_be_made_gets_no_button(site: Path) -> None:
    written(site, "content/pool.md", "---\ntitle: Pool\n---\n")
    done = published(site)
    assert [link.statement.name for link in done.links] == ["piscina.md"]
    assert done.failed == ["content/pool.md"]


def test_what_was_made_once_is_not_made_again(site: Path) -> None:
    first = published(site)
    assert first.made == ["piscina.md", "pool.md"]
    put(first.links)  # what stands in a button's place is not printed
    assert published(site).made == []
    pool = site / "content/pool.md"
    pool.write_text(pool.read_text("utf-8").replace("swim", "bathe"), "utf-8")
    assert published(site).made == ["pool.md"]
    first.files[0].unlink()
    assert published(site).made == ["piscina.md"]
    assert {path.suffix for path in (site / "static").rglob("*.*")} == {".pdf"}


def test_only_our_own_files_of_what_is_gone_are_strays(site: Path) -> None:
    done = published(site)
    place, kept = done.site, done.files
    folder = site / "static/pdfs/statements"
    shutil.copy(kept[0], folder / "lake-letter.pdf")
    shutil.copy(kept[0], site / "static/lake-letter.pdf")  # not where the rule puts files
    (folder / "map-letter.pdf").write_bytes(b"%PDF-1.4 by somebody else")
    gone = left_over(place, kept)
    assert [path.name for path in gone] == ["lake-letter.pdf"]
    pruned(gone)
    assert left_over(place, kept) == []
    assert (folder / "map-letter.pdf").exists()


REFUSED = {
    "no address of the content": (SITE.replace('content = "content"\n', ""), "add content ="),
    "no static folder": (SITE.replace('static = "static"\n', ""), "add static ="),
    "several formats, one name": (
        SITE + 'formats = ["letter", "a4"]\npath = "/:slug.pdf"\n',
        "put :format into path",
    ),
    "a path that climbs": (SITE + 'path = "/../:slug.pdf"\n', "write one"),
    "a path that is no PDF": (SITE + 'path = "/:slug"\n', "write one"),
}


@pytest.mark.parametrize(("config", "advice"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_published_is_told(tmp_path: Path, config: str, advice: str) -> None:
    written(tmp_path, "flyers.toml", config)
    (tmp_path / "content").mkdir()
    with pytest.raises(ConfigError, match=re.escape(advice)):
        scope_of(site_of(campaign_for(tmp_path)), TODAY)


def test_without_any_configuration_there_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="make one with flyers init"):
        site_of(campaign_for(tmp_path))


CRLF = POOL.replace("\n", "\r\n")
PAGES = {
    "of another system": (CRLF + f"\r\n{OPEN}\r\n\r\nEnd", b"\r\n"),
    "with a byte order mark": (f"\ufeff{POOL}\n{OPEN}\n", b"\n"),
    "with ends of lines of both kinds": (CRLF + f"\n{OPEN}\nEnd.\r\n", b"\n"),
    "without a last line end": (POOL + f"\n{OPEN}", b"\n"),
}


@pytest.mark.parametrize(("source", "end"), PAGES.values(), ids=PAGES.keys())
def test_a_page_is_changed_where_it_is_marked_and_nowhere_else(
    tmp_path: Path, source: str, end: bytes
) -> None:
    page, other = tmp_path / "pool.md", tmp_path / "linked.md"
    page.write_bytes(source.encode())
    page.chmod(0o640)
    os.link(page, other)
    before = page.stat()
    (done,) = put([marked(page)])
    mark = OPEN.encode()
    first, last = source.encode().split(mark)
    place = end.join([mark, b"[Print](/a.pdf)", CLOSE.encode()])
    assert page.read_bytes() == other.read_bytes() == first + place + last
    after = page.stat()
    assert done.written
    assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)


def marked(page: Path) -> PageButtons:
    return PageButtons(statement=page, buttons="[Print](/a.pdf)", marked=True, written=False)


def test_a_page_that_is_a_link_stays_one(tmp_path: Path) -> None:
    written(tmp_path, "real/pool.md", POOL + PLACE)
    page = tmp_path / "pool.md"
    page.symlink_to("real/pool.md")
    put([marked(page)])
    assert page.is_symlink()
    assert "/a.pdf" in (tmp_path / "real/pool.md").read_text("utf-8")


def test_no_page_is_changed_if_one_is_read_only(tmp_path: Path) -> None:
    pages = [tmp_path / "a.md", tmp_path / "b.md"]
    for page in pages:
        page.write_text(POOL + PLACE, "utf-8")
    pages[1].chmod(0o444)
    with pytest.raises(OutputError, match=r"b\.md is read-only, so no button .*; make it writable"):
        put([marked(page) for page in pages])
    assert {page.read_text("utf-8") for page in pages} == {POOL + PLACE}


def test_what_a_link_leads_out_of_the_content_is_not_read(site: Path) -> None:
    written(site, "secret.env", POOL.replace("swim", "PASSWORD"))
    (site / "content/leak.md").symlink_to("../secret.env")
    (site / "content/piscina.md").unlink()
    done = published(site)
    assert done.failed == ["content/leak.md"]
    assert [path.name for path in done.files] == ["pool-letter.pdf"]
    said = invoke("publish", cwd=site)
    assert said.returncode != 0
    assert "leads out of" in said.stderr


def test_files_are_not_put_where_a_link_leads_out_of_the_site(site: Path) -> None:
    (site / "static").mkdir()
    (site / "static/pdfs").symlink_to(site.parent)
    with pytest.raises(ConfigError, match="leads out of"):
        site_of(campaign_for(site))


LINKS = {
    "a folder at the root": ('{ public: "/" }', "public", "/town/pdfs/a.pdf", ""),
    "a folder of its own": ('"pdfs"', ".", "/town/pdfs/a.pdf", ""),
    "elsewhere": ('{ pdfs: "print" }', ".", "/town/print/a.pdf", ""),
    "computed": ("folders", ".", "/town/pdfs/a.pdf", "eleventy.config.js computes what it copies"),
}


@pytest.mark.parametrize(("copied", "static", "link", "unsure"), LINKS.values(), ids=LINKS.keys())
def test_a_button_leads_to_where_the_site_copies_files(
    tmp_path: Path, copied: str, static: str, link: str, unsure: str
) -> None:
    program = f'c.addPassthroughCopy({copied}); return {{ pathPrefix: "/town/" }};'
    written(tmp_path, "eleventy.config.js", f"module.exports = (c) => {{ {program} }};\n")
    written(tmp_path, "_data/site.json", '{"url": "https://pool.example"}')
    written(tmp_path, "flyers.toml", f'[site]\nstatic = "{static}"\n')
    place = site_of(campaign_for(tmp_path))
    assert place.href(place.static / "pdfs/a.pdf") == link
    assert place.unsure == unsure


def test_files_that_the_site_would_not_have_are_not_made(tmp_path: Path) -> None:
    written(tmp_path, "pelicanconf.py", "SITEURL = 'https://pool.example'\nPATH = 'content'\n")
    written(tmp_path, "flyers.toml", "[publish]\n")
    written(tmp_path, "content/pool.md", POOL)
    said = invoke("publish", cwd=tmp_path)
    assert "add 'pdfs' to STATIC_PATHS in pelicanconf.py" in said.stderr
    assert not (tmp_path / "content/pdfs").exists()


def test_what_the_site_is_built_of_and_into_is_no_content(tmp_path: Path) -> None:
    written(tmp_path, "eleventy.config.js", 'c.addPassthroughCopy({ public: "/" });\n')
    written(tmp_path, "flyers.toml", '[site]\naddress = "https://pool.example"\n')
    for name in (
        "posts/a",
        "_site/b/index",
        "node_modules/x/c",
        "vendor/d",
        "themes/e",
        "public/f",
    ):
        written(tmp_path, f"{name}.md", POOL)
    for name in ("themes/g", "vendor/h"):
        written(tmp_path, f"posts/{name}.md", POOL)
    scope = scope_of(site_of(campaign_for(tmp_path)), TODAY)
    assert [entry.path.stem for entry in scope.entries] == ["a", "g", "h"]


def test_a_page_in_another_encoding_is_left_alone(site: Path) -> None:
    pool = site / "content/pool.md"
    pool.write_bytes((POOL + PLACE).encode("utf-16"))
    with pytest.raises(OutputError, match="save it as UTF-8"):
        published(site)
    assert pool.read_bytes() == (POOL + PLACE).encode("utf-16")


def test_the_command_says_what_there_is_to_do(site: Path) -> None:
    said = invoke("publish", cwd=site).stdout
    assert "2 files of 2 statements in static; 2 of them new" in said
    assert "1 page whose button --write puts into its place:\n  content/pool.md" in said
    assert "put <!-- flyers:print --> where it is to be:\n  content/piscina.md" in said
    assert "content/pond.md: it is a draft" in said
    (site / "content/piscina.md").unlink()
    told = json.loads(invoke("publish", "--write", "--prune", "--json", cwd=site).stdout)
    assert [(link["marked"], link["written"]) for link in told["links"]] == [(True, True)]
    assert told["strays"] == ["/town/pdfs/statements/piscina-letter.pdf"]
    assert [path.name for path in (site / "static").rglob("*.pdf")] == ["pool-letter.pdf"]


def test_a_site_built_by_hugo_leads_to_files_whose_code_leads_back(tmp_path: Path) -> None:
    site = tmp_path / "riverside"
    shutil.copytree(RIVERSIDE, site)
    few = {"benches.md", "domingos-en-la-biblioteca.md", "qaat-al-qiraa-yawm-al-ahad.md"}
    for path in (site / "content/statements").iterdir():
        if path.name not in few:
            path.unlink()
    assert invoke("publish", "--write", "-q", "--trust", cwd=site).returncode == 0
    subprocess.run(["hugo", "--quiet", "--destination", tmp_path / "web"], cwd=site, check=True)
    pages = buttons(tmp_path / "web")
    assert len(pages) == len(few)
    for address, href in pages.items():
        pdf = (tmp_path / "web" / href.lstrip("/")).read_bytes()
        codes = [
            code.text for side in rasters(pdf, dpi=150, grey=True) for code in read_barcodes(side)
        ]
        assert set(codes) == {f"https://riverside.example/{address}"}


def buttons(web: Path) -> Mapping[str, str]:
    """Where the pages' buttons lead, by the pages' addresses on the site."""
    return {
        f"{path.parent.relative_to(web).as_posix()}/": match[1]
        for path in web.rglob("index.html")
        if (match := re.search(r'href="(/pdfs/[^"]*\.pdf)"', path.read_text("utf-8")))
    }
