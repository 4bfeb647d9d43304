"""Visibility of optional content when the file is opened (ISO 32000-1, 8.11)."""

from typing import Any

from flyers.press.read.objects import followed

MOST = 10_000
"""Groups that are read."""


class Layers:
    """The state of every group by the file's default configuration (8.11.4.3)."""

    def __init__(self, root: Any) -> None:
        properties = followed(root.get("/OCProperties")) or {}
        default = followed(properties.get("/D")) or {}
        off = followed(default.get("/OFF")) or ()
        if str(default.get("/BaseState", "")) == "/OFF":
            on = {_number(one) for one in (followed(default.get("/ON")) or ())[:MOST]}
            groups = (followed(properties.get("/OCGs")) or ())[:MOST]
            self._off = {_number(one) for one in groups} - on
        else:
            self._off = {_number(one) for one in off[:MOST]}

    def is_off(self, reference: Any) -> bool:
        """Return True if a group, or a membership of several (8.11.2.2), is hidden.

        A membership by a visibility expression is taken to be shown.
        """
        group = followed(reference)
        if not hasattr(group, "get"):
            return False
        if str(group.get("/Type", "")) != "/OCMD":
            return _number(reference) in self._off
        if "/VE" in group:
            return False
        members = group.get("/OCGs")
        several = followed(members)
        each = list(several)[:MOST] if isinstance(several, list) else [members]
        states = [_number(one) not in self._off for one in each if followed(one) is not None]
        policies = {"/AllOn": all, "/AnyOff": _any_off, "/AllOff": _all_off}
        shown = policies.get(str(group.get("/P", "")), any)(states) if states else True
        return not shown


def name_of(reference: Any) -> str:
    """Return the name of the layer in a viewer."""
    return str(followed((followed(reference) or {}).get("/Name", "")))


def _any_off(states: list[bool]) -> bool:
    return not all(states)


def _all_off(states: list[bool]) -> bool:
    return not any(states)


def _number(reference: Any) -> object:
    """Return the number of the object: two references to a group are two values."""
    if hasattr(reference, "idnum"):
        return reference.idnum
    own = getattr(reference, "indirect_reference", None)
    return own.idnum if own else id(reference)
