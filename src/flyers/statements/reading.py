"""The way from a file to a statement, for each kind of source."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from flyers.core.errors import EmptyStatementError, StatementError
from flyers.core.findings import Finding
from flyers.statements import assembly, printbutton, source
from flyers.statements.body import sanitise, structure, tree
from flyers.statements.body.pictures import Folders
from flyers.statements.body.places import Places
from flyers.statements.facts import frontmatter, metadata
from flyers.statements.facts.structured import structured_of
from flyers.statements.notations import markdown, mdx, rst, shortcodes, webpage, wordpress
from flyers.statements.statement import Statement, noted
from flyers.statements.surroundings import Surroundings
from flyers.statements.wording import dates
from flyers.statements.wording.language import language_tag

Reader = Callable[[str, assembly.Origin], Statement]

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]*(.*)")
# Hugo puts the language of a translation before the suffix: post.de.md.
_TRANSLATION = re.compile(
    r"(.+)\.((?:ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|ga|gl|he|hi|hr|hu|hy|id"
    r"|it|ja|ka|kk|km|ko|ku|ky|lo|lt|lv|mk|mn|mr|ms|my|nb|ne|nl|nn|no|pa|pl|ps|pt|ro|ru|si|sk|sl|so"
    r"|sq|sr|sv|sw|ta|te|th|tl|tr|uk|ur|uz|vi|yi|zh)(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))*)",
    re.IGNORECASE,
)
# A page bundle's file is called after its folder.
_BUNDLES = frozenset({"index", "_index"})


def read(
    path: Path | None,
    *,
    text: bytes | None,
    static: Path | None,
    strict: bool,
    around: Surroundings,
    kinds: Mapping[str, str],
) -> Statement:
    """Read a statement; ``kinds`` maps suffixes to notations."""
    name = str(path or "standard input")
    if path and kinds.get(path.suffix.lower()) == "office":
        return _office(path, text, static, strict=strict, around=around)
    if text is None:
        if path is None:
            raise StatementError("There is nothing to read; name a file or pipe a text in.")
        text = source.load(path)
    content = printbutton.without(source.decode(text, name))
    if not content.strip():
        raise EmptyStatementError(f"{name} is empty; write a title and a text into it.")
    kind = kinds.get(path.suffix.lower(), "text") if path else "text"
    try:
        places = Places(text=content)
        origin = _origin(path, name, static, places, strict=strict, around=around)
        return _READERS[kind](content, origin)
    except RecursionError:
        raise StatementError(
            f"{name} has elements nested too deep to be read; write it more plainly."
        ) from None


def _origin(
    path: Path | None,
    source_name: str,
    static: Path | None,
    places: Places,
    *,
    strict: bool,
    around: Surroundings,
) -> assembly.Origin:
    folders = Folders(home=path.parent if path else None, static=static)
    if path is None:
        return assembly.Origin(
            source=source_name,
            name="statement",
            date=None,
            language="",
            folders=folders,
            strict=strict,
            around=around,
            places=places,
        )
    name, language = path.stem, ""
    translation = _TRANSLATION.fullmatch(name)
    if translation:
        name, language = translation[1], language_tag(translation[2])
    if name in _BUNDLES:
        name = path.resolve().parent.name or name
    date: datetime.date | None = None
    dated = _DATED.fullmatch(name)
    if dated:
        date = dates.date_in(dated[1])
        name = dated[2] or name
    return assembly.Origin(
        source=source_name,
        name=name,
        date=date,
        language=language,
        around=around,
        folders=folders,
        strict=strict,
        places=places,
    )


def _markdown(text: str, origin: assembly.Origin) -> Statement:
    matter = frontmatter.split(text, origin.source)
    if mdx.IN_MARKDOWN.search(matter.body):
        return _mdx(text, origin)
    known = metadata.facts_of(matter)
    return _composed_markdown(matter.body, known, origin, _editor_notes(text))


def _mdx(text: str, origin: assembly.Origin) -> Statement:
    matter = frontmatter.split(text, origin.source)
    written, notes = mdx.expand(matter.body, origin.places)
    return _composed_markdown(written, metadata.facts_of(matter), origin, notes)


def _composed_markdown(
    body: str, known: metadata.Facts, origin: assembly.Origin, notes: list[Finding]
) -> Statement:
    site = shortcodes.expand(body, known.values, origin.around, origin.places)
    written, from_press = wordpress.expand(site.text, origin.places)
    html = markdown.to_html(markdown.prepare(written))
    safe, more = _safe(html, origin)
    notes = [*notes, *site.notes, *from_press, *more]
    return assembly.compose(safe, known, origin, notes, templates=site)


def _rst(text: str, origin: assembly.Origin) -> Statement:
    matter = rst.split(text, origin.source)
    html, notes = rst.to_html(matter.body, origin.source, matter.head.count("\n"))
    body, more = _safe(html, origin)
    return assembly.compose(body, metadata.facts_of(matter), origin, [*notes, *more])


def _office(
    path: Path, raw: bytes | None, static: Path | None, *, strict: bool, around: Surroundings
) -> Statement:
    """Read a word processor's document. Its lines are not known, since it has none."""
    # Its parsers take a while to load, and most statements are texts.
    from flyers.statements.notations import office

    if raw is None:
        raw = source.load(path, office.LARGEST)
    document = office.read(raw, str(path), path.suffix.lower())
    places = Places(text="")
    origin = _origin(path, str(path), static, places, strict=strict, around=around)
    folder = document.laid_out()
    origin = replace(origin, folders=replace(origin.folders, home=folder))
    body, notes = _safe(document.html, origin)
    structure.title_above(body)
    has_heading = any(True for heading in tree.HEADINGS for _ in body.iter(heading))
    facts = metadata.Facts(title="" if has_heading else document.title)
    return assembly.compose(body, facts, origin, notes)


def _html(text: str, origin: assembly.Origin) -> Statement:
    """Read a page, or front matter with a piece of HTML under it."""
    matter = frontmatter.split(text, origin.source)
    if matter.values:
        known = metadata.facts_of(matter)
        site = shortcodes.expand(matter.body, known.values, origin.around, origin.places)
        written, from_press = wordpress.expand(site.text, origin.places)
        body, more = _safe(written, origin)
        notes = [*site.notes, *from_press, *more]
        return assembly.compose(body, known, origin, notes, templates=site)
    head = webpage.head_of(text)
    known = webpage.facts_of(head, structured_of(text))
    site = shortcodes.expand_page(text, origin.around, origin.places)
    # A whole page has none, and a text between brackets is one.
    is_piece = not re.search(r"<(?:html|body)\b", text, re.IGNORECASE)
    written, from_press = (
        wordpress.expand(site.text, origin.places) if is_piece else (site.text, [])
    )
    body, notes = _safe(written, origin)
    article = webpage.article_of(body)
    words = tree.text_of(article)
    title = webpage.take_title(article) or webpage.take_heading(body, article, head)
    known = replace(
        known,
        authors=known.authors or webpage.take_authors(article),
        date=known.date or dates.date_in(webpage.take_date(article)),
    )
    webpage.remove_furniture(article)
    notes = [*site.notes, *from_press, *notes]
    return assembly.compose(
        article, known, origin, notes, title=title, templates=site, article=words
    )


def _text(text: str, origin: assembly.Origin) -> Statement:
    return _html(text, origin) if webpage.is_page(text) else _markdown(text, origin)


_READERS: dict[str, Reader] = {
    "markdown": _markdown,
    "mdx": _mdx,
    "rst": _rst,
    "html": _html,
    "text": _text,
}


def _safe(html: str, origin: assembly.Origin) -> tuple[Element, list[Finding]]:
    safe, notes = sanitise.sanitise(html, origin.source, origin.places)
    return tree.parse(safe), notes


def _editor_notes(text: str) -> list[Finding]:
    if "<!--stackedit_data:" not in text:
        return []
    return [noted("StackEdit data", "an editor left it in the file")]
