"""Numbers of things in words. Imports nothing, so that a quick look stays quick."""


def counted(number: int, thing: str) -> str:
    """Return the number and the thing in its number: ``1 sheet``, ``2,000 sheets``."""
    return f"{number:,} {plural(thing, number)}"


def plural(thing: str, number: int) -> str:
    """Return the thing in its number, without the number itself."""
    return thing if number == 1 else f"{thing}s"
