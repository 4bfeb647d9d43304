"""Pages that are turned, moved, scaled or cropped before anybody sees them (7.7.3.3, 14.11.2)."""

from awkward.building import document, page, written
from awkward.drawing import HIDDEN, figure, filled
from awkward.table import awkward


def _turned(degrees: int) -> bytes:
    return written(document(*(page(n, f"/Rotate {degrees}") for n in (1, 2))))


@awkward(trim=(300, 200))
def rotate_90() -> bytes:
    """The page is seen turned by a quarter, clockwise."""
    return _turned(90)


@awkward()
def rotate_180() -> bytes:
    """The page is seen upside down."""
    return _turned(180)


@awkward(trim=(300, 200))
def rotate_270() -> bytes:
    """The page is seen turned by three quarters, clockwise."""
    return _turned(270)


@awkward(trim=(300, 200))
def rotate_negative() -> bytes:
    """-90 degrees, which is 270."""
    return _turned(-90)


@awkward(trim=(300, 200))
def rotate_450() -> bytes:
    """More than once around: 450 degrees are 90."""
    return _turned(450)


@awkward(trim=(300, 200))
def inherited() -> bytes:
    """MediaBox, Resources and Rotate stand in the page tree alone (7.7.3.4)."""
    tree = "/MediaBox [0 0 200 300] /Rotate 90 /Resources << /Font << /F1 3 0 R >> >>"
    return written(document(*(page(n, media="", resources="") for n in (1, 2)), tree=tree))


@awkward(trim=(300, 200))
def inherited_from_afar() -> bytes:
    """Two levels of page tree; the nearer one has the last word."""
    objects = document(
        *(page(n, media="", resources="") for n in (1, 2)),
        tree="/MediaBox [0 0 999 999] /Rotate 180 /Resources << /Font << /F1 3 0 R >> >>",
        more={
            4: "<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [20 0 R 22 0 R]"
            " /MediaBox [0 0 200 300] /Rotate 90 >>"
        },
    )
    for number in (20, 22):
        objects[number] = objects[number].replace(b"/Parent 2 0 R", b"/Parent 4 0 R")
    objects[2] = objects[2].replace(b"[20 0 R 22 0 R]", b"[4 0 R]")
    return written(objects)


@awkward()
def origin_elsewhere() -> bytes:
    """The lower left corner of the page is not the origin, but far right and up of it."""
    box = (1000, 2000, 1200, 2300)
    return written(
        document(
            *(
                page(n, media="/MediaBox [1000 2000 1200 2300]", contents=figure(n, box))
                for n in (1, 2)
            )
        )
    )


@awkward(trim=(300, 200))
def origin_negative_and_turned() -> bytes:
    """The origin lies inside the page, and the page is turned."""
    box = (-100, -150, 100, 150)
    media = "/MediaBox [-100 -150 100 150] /Rotate 270"
    return written(document(*(page(n, media=media, contents=figure(n, box)) for n in (1, 2))))


@awkward()
def crop_box() -> bytes:
    """Around the CropBox there is something that no viewer shows."""
    return written(
        document(
            *(
                page(
                    n,
                    "/CropBox [50 50 250 350]",
                    media="/MediaBox [0 0 300 400]",
                    contents=filled(HIDDEN, 0, 0, 300, 400)
                    + filled("1 g", 50, 50, 250, 350)
                    + figure(n, (50, 50, 250, 350)),
                )
                for n in (1, 2)
            )
        )
    )


@awkward()
def crop_box_larger() -> bytes:
    """The CropBox is larger than the paper; it counts no farther than the MediaBox goes."""
    return written(document(*(page(n, "/CropBox [-50 -50 250 350]") for n in (1, 2))))


@awkward()
def trim_box_with_bleed() -> bytes:
    """A printer's file: the colour runs 9 points over the trim, and beyond are crop marks."""
    boxes = "/TrimBox [30 30 230 330] /BleedBox [21 21 239 339]"
    marks = b"".join(
        filled("0 g", x, y, x + 0.5, y + 12) for x in (30, 229.5) for y in (4, 344)
    ) + b"".join(filled("0 g", x, y, x + 12, y + 0.5) for x in (4, 244) for y in (30, 329.5))
    return written(
        document(
            *(
                page(
                    n,
                    boxes,
                    media="/MediaBox [0 0 260 360]",
                    contents=filled("1 1 0.6 rg", 21, 21, 239, 339)
                    + marks
                    + figure(n, (30, 30, 230, 330)),
                )
                for n in (1, 2)
            )
        )
    )


@awkward(trim=(300, 200))
def trim_box_turned() -> bytes:
    """Bleed of another width at every edge, on a page that is turned and not at the origin."""
    boxes = "/TrimBox [130 220 330 520] /BleedBox [121 214 342 523] /Rotate 90"
    return written(
        document(
            *(
                page(
                    n,
                    boxes,
                    media="/MediaBox [100 200 400 600]",
                    contents=filled("1 1 0.6 rg", 121, 214, 342, 523)
                    + figure(n, (130, 220, 330, 520)),
                )
                for n in (1, 2)
            )
        )
    )


@awkward()
def bleed_box_larger() -> bytes:
    """The BleedBox is larger than the MediaBox: there is nothing in it that could bleed."""
    return written(document(*(page(n, "/BleedBox [-20 -20 220 320]") for n in (1, 2))))


@awkward()
def corners_in_another_order() -> bytes:
    """The boxes name upper right before lower left, and upper left before lower right (7.9.5)."""
    boxes = "/TrimBox [30 330 230 30] /BleedBox [239 339 21 21] /CropBox [260 0 0 360]"
    return written(
        document(
            *(
                page(
                    n,
                    boxes,
                    media="/MediaBox [260 360 0 0]",
                    contents=figure(n, (30, 30, 230, 330)),
                )
                for n in (1, 2)
            )
        )
    )


@awkward()
def boxes_by_reference() -> bytes:
    """A box, a number of another, and the turn stand in objects of their own (7.3.10)."""
    return written(
        document(
            *(
                page(n, "/TrimBox [0 0 5 0 R 300.0] /Rotate 6 0 R", media="/MediaBox 4 0 R")
                for n in (1, 2)
            ),
            more={4: "[0 0 200 300]", 5: "200.0", 6: "180"},
        )
    )


@awkward(trim=(400, 600))
def user_unit_2() -> bytes:
    """The page is measured in units of 1/36 inch, so it is twice as large as its numbers."""
    return written(document(*(page(n, "/UserUnit 2") for n in (1, 2)), more={}), header="1.6")


@awkward(pages=4)
def mixed_sizes() -> bytes:
    """No page is like the one before: upright, lying, lying by a turn, and small."""
    return written(
        document(
            page(1),
            page(2, media="/MediaBox [0 0 300 200]", contents=figure(2, (0, 0, 300, 200))),
            page(3, "/Rotate 90"),
            page(4, media="/MediaBox [0 0 100 150]", contents=figure(4, (0, 0, 100, 150))),
        )
    )


@awkward()
def no_trim_box() -> bytes:
    """What every office program makes: a MediaBox and nothing else."""
    return written(document(page(1), page(2)))


@awkward(pages=1, trim=(14400, 14400))
def huge_page() -> bytes:
    """200 inches square, the largest that many viewers open (annex C)."""
    box = (0, 0, 14400, 14400)
    return written(document(page(1, media="/MediaBox [0 0 14400 14400]", contents=figure(1, box))))


@awkward(pages=1, trim=(3, 3))
def tiny_page() -> bytes:
    """A millimetre square, the smallest that many viewers open (annex C)."""
    box = (0, 0, 3, 3)
    return written(document(page(1, media="/MediaBox [0 0 3 3]", contents=figure(1, box))))
