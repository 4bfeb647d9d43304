"""Formulas in the notation of TeX, ``$x^2$`` and ``\\(x\\)``: their signs are no Markdown.

Simple ones are set with raised and lowered figures; others stay as they are written, which the
statement's findings tell. Prices are no formulas.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# Pandoc's rule for one dollar: no space inside it, and no figure behind it; and then something
# that only a formula has.
_FORMULA = re.compile(
    r"\$\$(?P<display>[^$]{1,600}?)\$\$"
    r"|\$(?=\S)(?P<dollar>(?=[^$\n]*[\\^_=])[^$\n]{1,300}?|[a-zA-Z])(?<=\S)\$(?!\d)"
    r"|\\\((?P<round>[^\n]{1,300}?)\\\)|\\\[(?P<square>[^$]{1,600}?)\\\](?!\()",
)
_TEX = re.compile(r"[\\^_=]|\A\s*\w\s*\Z")
_PART = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\w))")
_SIGNS = {
    "times": "×", "cdot": "·", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "neq": "≠", "pm": "±",
    "approx": "≈", "div": "÷", "to": "→", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "mu": "µ", "pi": "π", "sigma": "σ", "Delta": "Δ", "Sigma": "Σ", "infty": "∞", "%": "%",
    "$": "$", "&": "&", "circ": "°", ",": "\u202f", "ldots": "…", "dots": "…", "quad": " ",
}  # fmt: skip
_COMMAND = re.compile(r"\\([a-zA-Z]+|[%$&,])")
_WORDS = re.compile(r"\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dt]?frac\{(\w+)\}\{(\w+)\}")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.inline.ruler.before("escape", "formula", _formula)


def _formula(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    match = _FORMULA.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    inner = next(text for text in match.groups() if text is not None)
    # Of escaped brackets around words, as in `\[sic\]`, no formula is made.
    if not _TEX.search(inner):
        return False
    if not silent:
        _set(state, inner.strip(), match[0])
    state.pos = match.end()
    return True


def _set(state: "StateInline", formula: str, written: str) -> None:
    plain = _WORDS.sub(r"\1", _FRACTION.sub(r"\1/\2", formula))
    plain = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[0]), plain)
    if re.search(r"[\\&^_{}\n]", _PART.sub("", plain)):
        state.pending += written
        return
    cursor = 0
    for part in _PART.finditer(plain):
        state.pending += plain[cursor : part.start()]
        tag = "sup" if part[1] == "^" else "sub"
        state.push(f"{tag}_open", tag, 1)
        state.pending += part[2] or part[3] or ""
        state.push(f"{tag}_close", tag, -1)
        cursor = part.end()
    state.pending += plain[cursor:]
