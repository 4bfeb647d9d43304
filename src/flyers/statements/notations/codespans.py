"""Code in Markdown, replaced by placeholders while other passes edit the text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from flyers.statements.wording.enclosed import replaced

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})")
# A span within one paragraph; the bound keeps a file full of backticks cheap.
_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\n).){1,500}?)(?<!`)\1(?!`)", re.DOTALL)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}")
_END_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
# NUL cannot be in a source, see source.py.
_PLACE = re.compile("\0(\\d+)\0")
_ESCAPED = re.compile(r"\{\{([<%])/\*")
_END_ESCAPED = re.compile(r"\*/([>%])\}\}")


@dataclass(frozen=True, kw_only=True)
class Placeholders:
    """Code that was replaced by placeholders, by number."""

    kept: list[str] = field(default_factory=list)

    def keep(self, text: str) -> str:
        """Store a text and return its placeholder."""
        self.kept.append(text)
        return f"\0{len(self.kept) - 1}\0"

    def show(self, text: str) -> str:
        """Return the text with all placeholders replaced by their code."""
        # What was set aside may hold places of what was set aside before it.
        while "\0" in text:
            text = _PLACE.sub(lambda match: self.kept[int(match[1])], text)
        return text


def hide(text: str) -> tuple[str, Placeholders]:
    """Replace fenced code, code spans and Liquid's raw parts by placeholders."""
    codes = Placeholders()
    lines: list[str] = []
    fence = ""
    block: list[str] = []
    for line in text.splitlines(keepends=True):
        if not fence:
            match = _FENCE.match(line)
            if not match:
                lines.append(line)
                continue
            fence, block = match[1], [line]
            continue
        block.append(line)
        bare = line.strip().lstrip("> \t")
        if bare.startswith(fence) and not bare.strip(fence[0]):
            lines.append(codes.keep(_plainly("".join(block))))
            fence = ""
    if fence:
        lines.append(codes.keep(_plainly("".join(block))))
    text = replaced(_RAW, _END_RAW, "".join(lines), lambda raw: codes.keep(raw.inner))
    return _SPAN.sub(lambda match: codes.keep(_plainly(match[0])), text), codes


def _plainly(code: str) -> str:
    return unescaped(code, lambda shortcode: shortcode)


def unescaped(text: str, shown: Callable[[str], str]) -> str:
    """Return the text with ``shown`` in place of each shortcode that Hugo shows literally; it is
    given the shortcode as the site's reader sees it."""
    return replaced(
        _ESCAPED,
        _END_ESCAPED,
        text,
        lambda found: shown(f"{{{{{found.opening[1]}{found.inner}{found.closing[1]}}}}}"),
    )
