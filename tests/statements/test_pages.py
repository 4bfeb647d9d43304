"""HTML pages as a site serves them."""

import datetime
from pathlib import Path

from examples import html
from flyers.statements import read

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
  <title>Keep the park | Example Town</title>
  <meta name="description" content="Neighbours speak up for their trees.">
  <meta property="og:title" content="Keep the park!">
  <meta name="author" content="Ada Reed">
  <meta property="article:published_time" content="2024-05-04T09:00:00Z">
  <link rel="canonical" href="https://example.org/park/">
  <script>var a = "<h1>No</h1>";</script>
</head>
<body>
  <header><h1>Example Town</h1><nav><a href="/">Home</a></nav></header>
  <main>
    <article>
      <header>
        <h1>Keep the <em>park</em></h1>
        <p class="byline">By Ada Reed, <time datetime="2024-05-05">yesterday</time></p>
      </header>
      <div class="content"><p>The trees are old.</p><h3>Why</h3><p>They give shade.</p></div>
      <footer>Posted in trees</footer>
    </article>
    <aside>Other posts</aside>
  </main>
  <footer>Imprint</footer>
</body>
</html>
"""


def test_page(tmp_path: Path) -> None:
    path = tmp_path / "park.html"
    path.write_text(PAGE)
    given = read(path)
    assert given.title == "Keep the park"
    assert given.deck == "Neighbours speak up for their trees."
    assert given.language == "en-GB"
    assert given.date == datetime.date(2024, 5, 4)
    assert given.authors == ("Ada Reed",)
    assert given.address == "https://example.org/park/"
    assert html(given) == "<p>The trees are old.</p>\n<h2>Why</h2>\n<p>They give shade.</p>"


def page(head: str, body: str) -> bytes:
    """A page of these parts."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_titles() -> None:
    og = '<meta property="og:title" content="Two">'
    assert read(None, text=page("<title>One</title>", "<p>a</p>")).title == "One"
    assert read(None, text=page("<title>One | Town</title>", "<p>a</p>")).title == "One"
    assert read(None, text=page(f"<title>One</title>{og}", "<p>a</p>")).title == "Two"
    assert read(None, text=page(og, "<h1>Three</h1><p>a</p>")).title == "Three"


def test_the_date_of_the_article() -> None:
    given = read(None, text=page("", "<h1>A</h1><time datetime='2024-05-04'>May</time><p>b</p>"))
    assert given.date == datetime.date(2024, 5, 4)


def test_direction_of_a_page() -> None:
    given = read(None, text=b"<html dir=rtl lang=ar><title>A</title><p>b</p>")
    assert (given.language, given.direction) == ("ar", "rtl")


def test_og_url_and_odd_addresses() -> None:
    og = '<meta property="og:url" content="https://example.org/b">'
    assert read(None, text=page(og, "<h1>A</h1><p>b</p>")).address == "https://example.org/b"
    odd = '<link rel="canonical" href="javascript:alert(1)">'
    assert read(None, text=page(odd, "<h1>A</h1><p>b</p>")).address == ""


def test_front_matter_above_html(tmp_path: Path) -> None:
    path = tmp_path / "park.html"
    path.write_text("---\ntitle: Park\n---\n<p>It's *old*. {% include a.html %}</p>")
    given = read(path)
    assert given.title == "Park"
    assert html(given) == "<p>It’s *old*.</p>"


def test_a_footer_of_a_quotation_stays() -> None:
    quote = "<blockquote><p>Keep it.</p><footer><cite>Ada Reed</cite></footer></blockquote>"
    given = read(None, text=page("", f"<h1>A</h1>{quote}"))
    assert "Ada Reed" in given.blocks[0].text


def test_an_exported_post_of_wordpress_has_no_shortcodes_left() -> None:
    text = '<h2>Pool</h2><p>We swim.</p>[gallery ids="1"]<p>[note id="4"]Come.[/note]</p>'
    given = read(None, text=text.encode())
    assert " ".join(block.text for block in given.blocks) == "We swim. Come."
    assert [note.message.partition(":")[0] for note in given.notes] == ["[gallery]", "[note]"]
