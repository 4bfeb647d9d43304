"""Pages whose drawing needs care when it is put somewhere else (7.8, 8.4, 8.11, 11.6)."""

from awkward.building import document, page, stream, written
from awkward.drawing import HIDDEN, figure, filled
from awkward.table import awkward


@awkward()
def split_between_operands() -> bytes:
    """The contents are three streams, and each ends within an operator's operands (7.8.2)."""
    pages = []
    for number in (1, 2):
        words = figure(number).split(b" ")
        third = len(words) // 3
        pages.append(
            page(
                number,
                contents=[
                    b" ".join(words[:third]),
                    b" ".join(words[third : 2 * third]),
                    b" ".join(words[2 * third :]),
                ],
            )
        )
    return written(document(*pages))


@awkward()
def contents_share_a_stream() -> bytes:
    """Both pages begin with the same stream, as of a letterhead, and go on with their own."""
    head = figure(1, font="").split(b"\n")[0]
    objects = document(page(1), page(2), more={4: stream(head + b"\n0 g")})
    for number in (20, 22):
        own = b"%d 0 R" % (number + 1)
        objects[number] = objects[number].replace(
            b"/Contents " + own, b"/Contents [4 0 R " + own + b"]"
        )
    return written(objects)


@awkward(pages=4, blank=frozenset({2, 3, 4}))
def contents_missing() -> bytes:
    """Blank pages, told in three ways: no contents, an empty array, an empty stream."""
    return written(
        document(
            page(1),
            page(2, contents=[]),
            page(3, "/Contents []", contents=[]),
            page(4, contents=b""),
        )
    )


@awkward()
def no_resources() -> bytes:
    """The pages need no resources and have no such entry, neither here nor in the tree."""
    return written(document(*(page(n, resources="", contents=figure(n, font="")) for n in (1, 2))))


@awkward(pages=3)
def unbalanced_q() -> bytes:
    """More is saved than restored, more restored than saved, and a Q before anything else."""
    return written(
        document(
            page(1, contents=b"q q q\n" + figure(1)),
            page(2, contents=figure(2) + b"\nQ Q Q"),
            page(3, contents=b"Q Q\n" + figure(3)),
        )
    )


@awkward()
def clip_and_matrix_left_behind() -> bytes:
    """At its end a page is scaled, turned and clipped to a corner, and never restored."""
    left = b"\n0 0 20 20 re W n 0 0.1 -0.1 0 150 0 cm 1 0 1 RG 30 w"
    return written(document(*(page(n, contents=figure(n) + left) for n in (1, 2))))


@awkward()
def clip_left_by_a_part() -> bytes:
    """The first stream of a page scales and clips, and the second is drawn within that."""
    first = b"0 0 200 300 re W n 0.5 0 0 0.5 0 0 cm"
    return written(
        document(*(page(n, contents=[first, figure(n, (0, 0, 400, 600))]) for n in (1, 2)))
    )


@awkward()
def hidden_layer() -> bytes:
    """A layer that is off by default lies over the whole page (8.11.4)."""
    layer = b"/OC /Draft BDC\n" + filled(HIDDEN, 0, 0, 200, 300) + b"EMC"
    resources = "/Resources << /Font << /F1 3 0 R >> /Properties << /Draft 4 0 R >> >>"
    return written(
        document(
            *(page(n, resources=resources, contents=figure(n) + b"\n" + layer) for n in (1, 2)),
            catalog="/OCProperties << /OCGs [4 0 R] /D << /Order [4 0 R] /OFF [4 0 R] >> >>",
            more={4: "<< /Type /OCG /Name (Draft) >>"},
        )
    )


@awkward()
def transparency_group() -> bytes:
    """The page is a transparency group of its own, and what is on it is half transparent."""
    resources = "/Resources << /Font << /F1 3 0 R >> /ExtGState << /Half << /ca 0.5 >> >> >>"
    group = "/Group << /Type /Group /S /Transparency /CS /DeviceRGB /I true /K false >>"
    over = b"\n/Half gs\n" + filled("0 0 1 rg", 40, 100, 160, 200)
    return written(
        document(*(page(n, group, resources=resources, contents=figure(n) + over) for n in (1, 2)))
    )


@awkward()
def names_with_escapes() -> bytes:
    """Names have spaces, written #20; and one name is written in two ways (7.3.5)."""
    return written(
        document(
            page(
                1,
                resources="/Resources << /Font << /My#20Font 3 0 R >> >>",
                contents=figure(1, font="My#20Font"),
            ),
            page(
                2,
                resources="/Resources << /Font << /F#31 3 0 R >> >>",
                contents=figure(2, font="F1"),
            ),
        )
    )


@awkward()
def same_names_for_other_things() -> bytes:
    """What both pages call /Sign is another drawing on each."""
    resources = "/Resources << /XObject << /Sign {} 0 R >> >>"
    signs = {4: figure(1, font=""), 5: figure(2, font="")}
    return written(
        document(
            *(page(n, resources=resources.format(n + 3), contents=b"/Sign Do") for n in (1, 2)),
            more={
                number: stream(sign, "/Type /XObject /Subtype /Form /BBox [0 0 200 300]")
                for number, sign in signs.items()
            },
        )
    )


def many(pages: int) -> bytes:
    """So many pages that all lean on the one /Resources of the page tree."""
    return written(
        document(
            *(page(n, resources="") for n in range(1, pages + 1)),
            tree="/Resources 4 0 R",
            more={4: "<< /Font << /F1 3 0 R >> >>"},
        )
    )


@awkward(pages=1000)
def a_thousand_pages() -> bytes:
    """A thousand pages share one /Resources, which should be written once."""
    return many(1000)
