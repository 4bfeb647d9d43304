"""A page for the browser that shows pieces by their pictures, each a link to its PDF."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """One file with pictures of its sides, and its label."""

    label: str
    file: Path
    pictures: tuple[Path, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wall:
    """Exhibits under one heading: a statement's pieces, an event's kit."""

    title: str
    exhibits: tuple[Exhibit, ...]
    language: str = ""
    note: str = ""


_STYLE = """
:root { color-scheme: light; --ink: #161616; --soft: #5d5d59; --wall: #ecebe6; --accent: #b3261e }
* { box-sizing: border-box }
body { margin: 0; background: var(--wall); color: var(--ink);
  font: 16px/1.45 system-ui, -apple-system, "Segoe UI", sans-serif }
body > header, section { max-width: 1400px; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3.5rem) }
body > header { padding-block: 3.5rem 1.5rem }
h1 { font-size: clamp(2rem, 5vw, 3.4rem); line-height: 1.02; letter-spacing: -.02em; margin: 0 }
header p { color: var(--soft); margin: .7rem 0 0; max-width: 60ch }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; margin-top: 1.3rem; font-size: .92rem }
section { padding-block: 1.6rem 1rem }
h2 { border-top: 3px solid; padding-top: .55rem; margin: 0; font-size: 1.3rem; line-height: 1.2 }
h2 + p { color: var(--soft); margin: .3rem 0 0 }
ul { list-style: none; margin: 1.2rem 0 0; padding: 0; display: flex; flex-wrap: wrap;
  gap: 1.8rem 1.6rem; align-items: flex-end }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .2em }
li a { display: block; text-decoration: none; font-size: .85rem }
li a:is(:hover, :focus-visible) .label { text-decoration: underline var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 4px }
.sides { display: flex; gap: .45rem; align-items: flex-end }
.sides img { display: block; height: 240px; width: auto; background: #fff;
  box-shadow: 0 1px 2px #0003, 0 6px 18px #0002 }
.label { display: block; margin-top: .55rem; color: var(--soft) }
@media (max-width: 40rem) { .sides img { height: auto; max-width: 100%; max-height: 60vh } }
@media print { body { background: none } section { break-inside: avoid } }
"""


def page(
    title: str, note: str, walls: Sequence[Wall], folder: Path, *, refresh: int | None = None
) -> str:
    """Return the page as it is to stand in ``folder``, with links from there. A browser loads it
    again every ``refresh`` seconds."""
    again = f'<meta http-equiv="refresh" content="{refresh}">\n' if refresh else ""
    shown = [wall for wall in walls if wall.exhibits]
    links = "".join(
        f'<a href="#w{number}"{_lang(wall)}>{escape(wall.title)}</a>'
        for number, wall in enumerate(shown)
    )
    sections = "".join(_section(number, wall, folder) for number, wall in enumerate(shown))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{again}<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n"
        f"<header><h1>{escape(title)}</h1><p>{escape(note)}</p><nav>{links}</nav></header>\n"
        f"{sections}"
    )


def _section(number: int, wall: Wall, folder: Path) -> str:
    note = f"<p>{escape(wall.note)}</p>" if wall.note else ""
    items = "\n".join(_item(exhibit, folder) for exhibit in wall.exhibits)
    heading = f'<h2 dir="auto"{_lang(wall)}>{escape(wall.title)}</h2>'
    return f'<section id="w{number}">{heading}{note}\n<ul>\n{items}\n</ul></section>\n'


def _item(exhibit: Exhibit, folder: Path) -> str:
    sides = "".join(
        f'<img src="{_from(folder, picture)}" alt="" loading="lazy">'
        for picture in exhibit.pictures
    )
    shown = f'<span class="sides">{sides}</span>' if sides else ""
    label = f'<span class="label">{escape(exhibit.label)}</span>'
    return f'<li><a href="{_from(folder, exhibit.file)}">{shown}{label}</a></li>'


def _lang(wall: Wall) -> str:
    return f' lang="{escape(wall.language)}"' if wall.language else ""


def _from(folder: Path, path: Path) -> str:
    """Return a path as a page in ``folder`` links to it."""
    return escape(quote(Path(os.path.relpath(path, folder)).as_posix(), errors="surrogateescape"))
