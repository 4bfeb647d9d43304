"""What stands on the pages: an F that looks different however it is turned or mirrored."""

MAGENTA, GREEN = (255, 0, 255), (0, 255, 0)
"""What must never be seen, and what must; 0 to 255."""

HIDDEN, SHOWN = "1 0 1 rg", "0 1 0 rg"
"""The operators that paint in these colours."""

_F = [
    # red green blue: left bottom width height, in hundredths of the page
    ("0.8 0.1 0.1 rg", (22, 20, 12, 60)),
    ("0.1 0.2 0.8 rg", (22, 70, 50, 10)),
    ("0.9 0.5 0.1 rg", (22, 48, 34, 8)),
    ("0.2 g", (3, 3, 10, 7)),
    ("0.4 g", (85, 3, 12, 7)),
    ("0.6 g", (3, 92, 10, 5)),
    ("0.8 g", (80, 90, 17, 7)),
]


def figure(
    number: int,
    box: tuple[float, float, float, float] = (0, 0, 200, 300),
    *,
    font: str = "F1",
) -> bytes:
    """The F in a box of left, bottom, right, top, and the page's number in figures.

    Without a ``font`` the number is as many strokes.
    """
    left, bottom, right, top = box
    across, up = (right - left) / 100, (top - bottom) / 100

    def at(x: float, y: float) -> str:
        return f"{left + x * across:.5f} {bottom + y * up:.5f}"

    lines = [
        f"{colour} {at(x, y)} {width * across:.5f} {height * up:.5f} re f"
        for colour, (x, y, width, height) in _F
    ]
    if font:
        lines.append(f"0 g BT /{font} {20 * up:.5f} Tf {at(56, 22)} Td ({number}) Tj ET")
    else:
        lines += [
            f"0 g {at(52 + 6 * n, 22)} {3 * across:.5f} {15 * up:.5f} re f" for n in range(number)
        ]
    return "\n".join(lines).encode()


def filled(colour: str, left: float, bottom: float, right: float, top: float) -> bytes:
    """A rectangle in the colour that an operator sets, and the colour as it was again."""
    return f"q {colour} {left} {bottom} {right - left} {top - bottom} re f Q\n".encode()
