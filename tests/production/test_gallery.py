"""The page on which everything that was made hangs."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from flyers.production.gallery import Exhibit, Wall, page


class Read(HTMLParser):
    """What a browser would follow and show."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if "href" in values:
            self.links.append(unquote(values["href"] or ""))
        if tag == "img":
            self.pictures.append(unquote(values["src"] or ""))


def wall(folder: Path, name: str, title: str = "Pool") -> Wall:
    file = folder / name / "pool.pdf"
    picture = file.with_suffix(".png")
    return Wall(title=title, exhibits=(Exhibit(label="letter", file=file, pictures=(picture,)),))


def test_each_picture_leads_to_its_file_from_where_the_page_stands(tmp_path: Path) -> None:
    html = page("All", "", [wall(tmp_path, "a b#1"), wall(tmp_path.parent, "static")], tmp_path)
    read = Read(html)
    assert read.links == ["#w0", "#w1", "a b#1/pool.pdf", "../static/pool.pdf"]
    assert read.pictures == ["a b#1/pool.png", "../static/pool.png"]


def test_names_from_strangers_stay_text(tmp_path: Path) -> None:
    hostile = '<script>"x"</script>'
    read = Read(page(hostile, hostile, [wall(tmp_path, hostile, hostile)], tmp_path))
    assert "script" not in read.tags


def test_a_wall_with_nothing_on_it_is_left_out(tmp_path: Path) -> None:
    html = page("All", "", [Wall(title="Nothing", exhibits=())], tmp_path)
    assert "Nothing" not in html


def test_the_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    html = page("All", "", [wall(tmp_path, "a")], tmp_path)
    assert "http" not in html
    assert "@import" not in html
