"""Names of pictographs between colons, ``:rocket:``, as GitHub and Slack write them."""

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_NAME = re.compile(r"(?<![\w:/.]):([a-z][a-z0-9_+-]{1,40}|[+-]1|100):(?![\w:`])")

ALIASES = {
    "+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎", "100": "💯", "heart": "❤",
    "tada": "🎉", "smile": "😄", "smiley": "😃", "grinning": "😀", "blush": "😊", "wink": "😉",
    "joy": "😂", "laughing": "😆", "slightly_smiling_face": "🙂", "heart_eyes": "😍", "cry": "😢",
    "sob": "😭", "thinking": "🤔", "wave": "👋", "clap": "👏", "pray": "🙏", "muscle": "💪",
    "raised_hands": "🙌", "point_right": "👉", "point_down": "👇", "point_left": "👈",
    "point_up": "☝", "v": "✌", "fist": "✊", "eyes": "👀", "star": "⭐", "star2": "🌟",
    "boom": "💥", "bulb": "💡", "book": "📖", "books": "📚", "memo": "📝", "pencil": "📝",
    "pencil2": "✏", "phone": "☎", "telephone": "☎", "email": "✉", "envelope": "✉",
    "calendar": "📅", "date": "📅", "clock": "🕐", "round_pushpin": "📍", "pushpin": "📌",
    "loudspeaker": "📢", "mega": "📣", "bell": "🔔", "warning": "⚠", "x": "❌",
    "heavy_check_mark": "✔", "white_check_mark": "✅", "ballot_box_with_check": "☑",
    "question": "❓", "exclamation": "❗", "bangbang": "‼", "information_source": "ℹ",
    "arrow_right": "➡", "arrow_left": "⬅", "arrow_up": "⬆", "arrow_down": "⬇", "link": "🔗",
    "coffee": "☕", "bike": "🚲", "bus": "🚌", "train": "🚆", "car": "🚗", "house": "🏠",
    "school": "🏫", "hospital": "🏥", "tree": "🌳", "sunny": "☀", "cloud": "☁",
    "earth_africa": "🌍",
    "earth_americas": "🌎", "earth_asia": "🌏", "gift": "🎁", "cake": "🍰", "birthday": "🎂",
    "moneybag": "💰", "dollar": "💵", "computer": "💻", "iphone": "📱", "camera": "📷",
    "computer_mouse": "🖱", "lock": "🔒", "key": "🔑", "hammer": "🔨", "wrench": "🔧", "bug": "🐛",
    "blue_heart": "💙", "green_heart": "💚", "yellow_heart": "💛", "purple_heart": "💜",
    "broken_heart": "💔", "two_hearts": "💕", "trophy": "🏆", "zap": "⚡", "recycle": "♻",
}  # fmt: skip
"""Names that Unicode does not have for the sign."""


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.inline.ruler.before("emphasis", "emoji", _emoji)


def sign(name: str) -> str:
    """Return the pictograph of a name; empty if it names none."""
    if known := ALIASES.get(name):
        return known
    if flag := re.fullmatch(r"flag[_-]([a-z])([a-z])", name):
        return "".join(chr(0x1F1E6 + ord(letter) - ord("a")) for letter in flag.groups())
    try:
        found = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return found if unicodedata.category(found) == "So" else ""


def _emoji(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] != ":":
        return False
    match = _NAME.match(state.src, state.pos, state.posMax)
    drawn = sign(match[1]) if match else ""
    if not match or not drawn:
        return False
    if not silent:
        state.pending += drawn
    state.pos = match.end()
    return True
