"""QR codes that cannot be read, or lead where nobody can go; imprints that are not there."""

from faults.draft import Draft
from faults.good import ADDRESS, CODE, PLATE
from faults.stuff import area, code, line
from faults.table import fault

BLACK = "0 0 0 1 k"


def _code(draft: Draft, address: str = ADDRESS, module: float = 2.2, ink: str = BLACK) -> None:
    draft.front.parts["code"] = code(address, *CODE, module, ink=ink)


def _ink(draft: Draft) -> str:
    """The black of the piece: of a press, or of a desktop printer."""
    return BLACK if BLACK in draft.front.parts["text"] else "0 g"


# ---- to be read --------------------------------------------------------------------


@fault("qr-codes")
def code_with_holes(draft: Draft) -> None:
    """Every third module is gone."""
    draft.front.parts["code"] = code(ADDRESS, *CODE, 2.2, ink=BLACK, skip=3)


@fault("qr-codes")
def code_under_a_logo(draft: Draft) -> None:
    """Half of it."""
    x, y = CODE
    draft.front.parts["logo"] = area("0 0.9 0.8 0 k", x + 16, y + 16, x + 52, y + 52)


@fault("qr-codes")
def code_with_a_stain(draft: Draft) -> None:
    """It reads, by what it has to spare."""
    x, y = CODE
    draft.front.parts["stain"] = area(BLACK, x + 33, y + 30, x + 40, y + 37)


@fault("qr-codes", "shop", "home")
def code_without_its_white(draft: Draft) -> None:
    """A rule two modules to the left of it."""
    x, y = CODE
    draft.front.parts["near"] = area(_ink(draft), x - 5, y, x - 4, y + 60)


@fault("qr-codes")
def code_on_a_tint(draft: Draft) -> None:
    """No white around it at all."""
    draft.front.parts["plate"] = area("0.15 0 0.3 0.1 k", *PLATE)


@fault("qr-codes", "shop", "home")
def code_of_small_modules(draft: Draft) -> None:
    """A third of a millimetre."""
    _code(draft, module=1.0, ink=_ink(draft))


@fault("qr-codes")
def code_in_reverse(draft: Draft) -> None:
    """White on black, as designers like it and many telephones do not."""
    draft.front.parts["plate"] = area(BLACK, *PLATE)
    _code(draft, ink="0 0 0 0 k")


@fault("qr-codes")
def code_in_a_light_colour(draft: Draft) -> None:
    """Yellow on white."""
    _code(draft, ink="0 0.05 0.6 0 k")


@fault("qr-codes")
def code_in_light_grey(draft: Draft) -> None:
    """Read from the screen, and lost on paper."""
    _code(draft, ink="0 0 0 0.3 k")


# ---- where it leads ----------------------------------------------------------------


@fault("qr-address", severity="warning")
def address_without_a_lock(draft: Draft) -> None:
    """http: browsers warn of it."""
    _code(draft, "http://orchard.example/open")


@fault("qr-address")
def address_of_the_makers_own_machine(draft: Draft) -> None:
    """Works where it was made."""
    _code(draft, "http://localhost:1313/open/")


@fault("qr-address")
def address_in_a_private_network(draft: Draft) -> None:
    """Works in the office."""
    _code(draft, "https://192.168.0.12/open/")


@fault("qr-address")
def address_with_a_space(draft: Draft) -> None:
    """Cut off there by half of all readers."""
    _code(draft, "https://orchard.example/keep it open")


@fault("qr-address", severity="warning")
def address_that_follows_people(draft: Draft) -> None:
    """Longer than what it is for."""
    _code(
        draft,
        "https://orchard.example/open?utm_source=flyer&utm_medium=print&utm_campaign=s&fbclid=9",
        module=1.6,
    )


@fault("qr-address")
def code_that_is_no_address(draft: Draft) -> None:
    """Words, which a telephone searches for."""
    _code(draft, "Keep the orchard open!")


# ---- the imprint -------------------------------------------------------------------


@fault("imprint", said="imprint")
def no_imprint(draft: Draft) -> None:
    """Nobody answers for it."""
    del draft.front.parts["imprint"]


@fault("imprint", said="imprint")
def imprint_without_a_word(draft: Draft) -> None:
    """Half a name."""
    draft.front.parts["imprint"] = f"{BLACK} {line('Paid for by Neighbours', 36, 48, 8)}"


@fault("imprint", said="imprint")
def imprint_in_small_type(draft: Draft) -> None:
    """Smaller than its law wants it."""
    from faults.good import IMPRINT

    draft.front.parts["imprint"] = f"{BLACK} {line(IMPRINT, 36, 48, 6.4)}"


@fault("imprint", said="imprint", also=("type-size",))
def imprint_that_can_hardly_be_seen(draft: Draft) -> None:
    """Light grey on a tint."""
    from faults.good import IMPRINT

    draft.front.parts["imprint"] = f"0 0 0 0.25 k {line(IMPRINT, 36, 48, 8)}"
