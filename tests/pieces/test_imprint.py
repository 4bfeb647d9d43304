"""The imprint: the needs of each law, its wording, and its place on every piece."""

import json
from pathlib import Path
from typing import Any

import pytest

from flyers import Job, Piece
from flyers.catalogue.imprints import JURISDICTIONS, imprint_of
from flyers.cli.report import as_table
from flyers.core.errors import (
    CheckError,
    ConfigError,
    ExitCode,
    FlyersError,
    GlyphError,
    ImprintError,
    LayoutError,
)
from flyers.pieces.workshop import Workshop
from flyers.typesetting.start_layout import LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import (
    EXAMPLES,
    POOL,
    SUNDAYS,
    URL,
    all_letters,
    files_in,
    invoke,
    letters,
    squeezed,
    written,
)

FIELDS = {
    "us-federal": {
        "paid_by": "Riverside Neighbours",
        "authorized_by": "not authorized by any candidate",
        "contact": "riverside.example",
    },
    "us-ca": {"paid_by": "Riverside Neighbours", "major_funding": "Friends of Mill Lane"},
    "uk": {
        "promoter": "Alex Reed",
        "promoter_address": "3 Mill Lane, Marston",
        "printer": "Marston Print",
        "printer_address": "7 High Street, Marston",
    },
    "de": {
        "publisher": "Ada Beispiel",
        "publisher_address": "Uferweg 3, 12345 Musterstadt",
        "printer": "Druckhaus Muster",
        "printer_address": "Am Markt 1, 12345 Musterstadt",
    },
    "ca": {"agent_of": "Robin Tremblay"},
    "ca-qc": {
        "agent": "Camille Roy",
        "agent_title": "agente officielle de Robin Tremblay",
        "printer": "Imprimerie du Canal",
    },
    "au": {
        "authorized_by": "Kim Lee",
        "authorized_by_address": "12 Quay Street, Millbrook",
        "printer": "Millbrook Press",
        "printer_address": "9 Dock Road, Millbrook",
    },
}
"""By jurisdiction: fields that do."""

WORDS = {
    "us-federal": (
        "Paid for by Riverside Neighbours (riverside.example)",
        "and not authorized by any candidate or candidate’s committee.",
    ),
    "us-ca": (
        "Ad paid for by Riverside Neighbours",
        "Committee major funding from Friends of Mill Lane",
    ),
    "uk": (
        "Promoted by Alex Reed, 3 Mill Lane, Marston.",
        "Printed by Marston Print, 7 High Street, Marston.",
    ),
    "de": (
        "V.i.S.d.P.: Ada Beispiel, Uferweg 3, 12345 Musterstadt",
        "Druck: Druckhaus Muster, Am Markt 1, 12345 Musterstadt",
    ),
    "ca": ("Authorized by the official agent of Robin Tremblay.",),
    "ca-qc": (
        "Autorisé par Camille Roy, agente officielle de Robin Tremblay.",
        "Imprimé par Imprimerie du Canal.",
    ),
    "au": (
        "Authorised by Kim Lee, 12 Quay Street, Millbrook.",
        "Printed by Millbrook Press, 9 Dock Road, Millbrook.",
    ),
}


def configuration(jurisdiction: str, fields: dict[str, Any], **more: Any) -> str:
    """A flyers.toml; JSON writes texts and truth values as TOML does."""
    table = {"jurisdiction": jurisdiction, **fields, **more}
    return "[imprint]\n" + "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in table.items()
    )


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def made(workshop: Workshop, folder: Path, text: str = POOL, **options: Any) -> tuple[Piece, bytes]:
    """A piece of a statement in a folder, which may have a flyers.toml."""
    statement = written(folder, "pool.md", text)
    job = Job(statement=statement, url=URL, out=folder / "out", previews=False, **options)
    piece = workshop.make(job)
    return piece, piece.file.read_bytes()


# ---- the words ---------------------------------------------------------------------------


def test_every_jurisdiction_is_in_these_tables() -> None:
    assert set(FIELDS) == set(WORDS) == set(JURISDICTIONS)


@pytest.mark.parametrize("name", JURISDICTIONS)
def test_each_says_it_in_its_own_words(name: str) -> None:
    imprint = imprint_of(name, FIELDS[name])
    assert imprint and imprint.lines == WORDS[name]
    assert imprint.advice == ""


@pytest.mark.parametrize("name", JURISDICTIONS)
@pytest.mark.parametrize("how", ["missing", "empty"])
def test_each_refuses_what_lacks_its_fields(name: str, how: str) -> None:
    for field in JURISDICTIONS[name].needs:
        fields = {k: v for k, v in FIELDS[name].items() if k != field}
        if how == "empty":
            fields[field] = ""
        said = rf"for {name} lacks {field}; add it to \[imprint\] in flyers.toml"
        with pytest.raises(ImprintError, match=said):
            imprint_of(name, fields)


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(ImprintError, match="lacks promoter, promoter_address and printer; add"):
        imprint_of("uk", {"printer_address": "7 High Street"})


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("us-federal", {"authorized_by": "Lee for Mayor"}, "and authorized by Lee for Mayor."),
        ("us-federal", {"authorized_by": "Riverside neighbours"}, "Riverside Neighbours."),
        ("us-federal", {"authorized_by": "Not authorised"}, "and not authorized by any candidate"),
        ("us-ca", {"authorized_by": "not authorized"}, "was not authorized by a candidate or"),
        ("uk", {"on_behalf_of": "The Mill Society"}, "Marston, on behalf of The Mill Society."),
        ("ca-qc", {"printer_address": "Laval"}, "Imprimerie du Canal, Laval."),
        ("ca", {"agent_of": "Mill Lane Inc."}, "agent of Mill Lane Inc."),
    ],
)
def test_the_words_go_by_the_fields(name: str, more: dict[str, str], said: str) -> None:
    imprint = imprint_of(name, {**FIELDS[name], **more})
    assert imprint and said in " ".join(imprint.lines)
    assert ".." not in " ".join(imprint.lines)


def test_what_the_law_asks_for_in_some_cases_is_told(workshop: Workshop, tmp_path: Path) -> None:
    fields = {**FIELDS["us-federal"], "contact": ""}
    written(tmp_path, "flyers.toml", configuration("us-federal", fields))
    piece, pdf = made(workshop, tmp_path)
    assert "PaidforbyRiversideNeighboursandnot" in all_letters(pdf)
    (warning,) = (one for one in piece.findings if one.check == "imprint")
    assert "no contact, which 11 CFR 110.11" in warning.message


# ---- what stands in flyers.toml ----------------------------------------------------------

WRONG = {
    '[imprint]\npaid_by = "A"\n': r"\[imprint\] lacks 'jurisdiction'; add one of us-federal",
    '[imprint]\njurisdiction = "us-fedral"\n': r"line 2: .*'us-fedral' .* mean 'us-federal'",
    "[imprint]\njurisdiction = []\n": r"line 2: .* jurisdiction = \[\] is not one of us-fed",
    '[imprint]\njurisdiction = "ca"\nagent_off = "A"\n': r"line 3: .*did you mean 'agent_of'\?",
    '[imprint]\njurisdiction = "ca"\nprinter = "A"\n': r"line 3: .* 'printer'; it may have juris",
    '[imprint]\njurisdiction = "ca"\nagent_of = 7\n': r"line 3: .* agent_of = 7 is not a text;",
    '[imprint]\njurisdiction = "ca"\nunion_label = 1\n': "union_label = 1 is neither true nor",
    f'[imprint]\njurisdiction = "ca"\nagent_of = "{"a" * 121}"\n': "has 121 letters; shorten it to",
    '[imprint]\njurisdiction = "ca"\nagent_of = "a\\u0007b"\n': "cannot be printed; type it anew",
    "imprint = 7\n": "imprint = 7 is not a table; write keys and values",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_wrong_is_told_with_its_place(
    workshop: Workshop, tmp_path: Path, text: str, said: str
) -> None:
    path = written(tmp_path, "flyers.toml", text)
    with pytest.raises(ConfigError, match=said) as caught:
        made(workshop, tmp_path)
    assert str(caught.value).startswith(str(path))


def test_a_letter_that_no_font_has_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", configuration("ca", {"agent_of": "Robin 水"}))
    with pytest.raises(GlyphError, match="水"):
        made(workshop, tmp_path)


def test_nothing_is_written_without_what_the_law_needs(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", configuration("de", {}))
    written(tmp_path, "pool.md")
    done = invoke("make", "pool.md", "--url", URL, cwd=tmp_path)
    assert done.returncode == ExitCode.IMPRINT
    assert "lacks publisher, publisher_address, printer and printer_address" in done.stderr
    assert files_in(tmp_path) == ["flyers.toml", "pool.md"]


# ---- on paper ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "layout", "fmt"),
    [
        pytest.param(
            *(name, layout, fmt),
            marks=[] if (law + design + size) % 3 == 0 else pytest.mark.search,
        )
        for law, name in enumerate(["us-federal", "uk", "de"])
        for design, layout in enumerate(["statement", "headline", "event"])
        for size, fmt in enumerate(["letter", "tri-fold", "half-sheet"])
    ],
)
def test_it_is_once_on_every_piece(
    workshop: Workshop, tmp_path: Path, name: str, layout: str, fmt: str
) -> None:
    written(tmp_path, "flyers.toml", configuration(name, FIELDS[name]))
    text = SUNDAYS.read_text("utf-8")
    piece, pdf = made(workshop, tmp_path, text, layout=layout, format=fmt)
    told = [one for one in piece.findings if one.severity != "note"]
    assert [one for one in told if one.check != "excerpt"] == []
    copies = 2 if fmt == "half-sheet" else 1
    assert all_letters(pdf).count(squeezed(WORDS[name])) == copies


@pytest.mark.parametrize("composition", [40, 150, 330, 1300])
def test_it_ends_a_letter_of_any_length(
    workshop: Workshop, tmp_path: Path, composition: int
) -> None:
    written(tmp_path, "flyers.toml", configuration("us-federal", FIELDS["us-federal"]))
    text = f"{POOL}\n" + "\n\n".join(["We ask the council to keep the pool open."] * composition)
    piece, pdf = made(workshop, tmp_path, text)
    assert squeezed(WORDS["us-federal"]) in letters(pdf, piece.pages - 1)


def test_markup_in_a_field_is_text(workshop: Workshop, tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", configuration("ca", {"agent_of": "<b>{{ Lee }}</b> & Co"}))
    _, pdf = made(workshop, tmp_path)
    assert "agentof<b>{{Lee}}</b>&Co." in all_letters(pdf)


def test_a_piece_from_right_to_left_has_it_too(workshop: Workshop, tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", configuration("us-federal", FIELDS["us-federal"]))
    _, pdf = made(workshop, tmp_path, POOL.replace("---\n", "---\nlang: ar\n", 1))
    assert squeezed(WORDS["us-federal"]) in all_letters(pdf)


@pytest.mark.parametrize("slug", ["maktabat-al-hayy", "horario-domingos"])
@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
def test_a_line_that_an_engine_reads_backwards_is_read_all_the_same(
    workshop: Workshop, tmp_path: Path, layout: str, slug: str
) -> None:
    """On a page in Arabic the words of an English line come in the order of Arabic."""
    written(tmp_path, "flyers.toml", configuration("uk", FIELDS["uk"]))
    text = (EXAMPLES / f"{slug}.md").read_text("utf-8")
    piece, _ = made(workshop, tmp_path, text, layout=layout)
    assert piece.imprint == "uk"


@pytest.mark.parametrize("text", [None, configuration("none", {"paid_by": "Left from before"})])
def test_nothing_is_printed_where_none_is_asked_for(
    workshop: Workshop, tmp_path: Path, text: str | None
) -> None:
    _, bare = made(workshop, tmp_path / "bare")
    if text:
        written(tmp_path / "none", "flyers.toml", text)
    _, pdf = made(workshop, tmp_path / "none")
    assert pdf == bare


def test_the_place_for_a_union_label_is_kept_and_not_drawn(
    workshop: Workshop, tmp_path: Path
) -> None:
    drawn = {}
    for label in (False, True):
        folder = tmp_path / str(label)
        written(folder, "flyers.toml", configuration("ca", FIELDS["ca"], union_label=label))
        piece, pdf = made(workshop, folder, SUNDAYS.read_text("utf-8"), layout="headline")
        drawn[label] = piece.fit.type_size, all_letters(pdf)
    assert drawn[True][0] < drawn[False][0]
    assert drawn[True][1] == drawn[False][1]


def test_a_place_for_a_label_alone_is_no_imprint(workshop: Workshop, tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", configuration("none", {}, union_label=True))
    piece, _ = made(workshop, tmp_path)
    assert piece.imprint == "none"


def test_one_that_is_too_long_for_its_panel_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    fields = {
        "paid_by": "Neighbours " * 10,
        "authorized_by": "not authorized",
        "contact": "Mill Lane " * 12,
    }
    written(tmp_path, "flyers.toml", configuration("us-federal", fields, union_label=True))
    with pytest.raises(LayoutError, match=r"shorten the imprint in flyers\.toml"):
        made(workshop, tmp_path, SUNDAYS.read_text("utf-8"), layout="event", format="tri-fold")


# ---- layouts of one's own ----------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    written(tmp_path, "flyers.toml", configuration("us-federal", FIELDS["us-federal"]))
    return new_layout(LayoutRequest(name="own", into=tmp_path / "layouts")).folder


def test_a_layout_without_an_imprint_is_refused(own: Path, tmp_path: Path) -> None:
    base = own / "base.html"
    base.write_text(base.read_text().replace("{{ imprint() if panel.last }}", ""))
    with pytest.raises(LayoutError, match=r"shows the imprint.*put \{\{ imprint\(\) \}\} on"):
        made(Workshop(), tmp_path, layout="own")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (".imprint p { font-size: 9pt !important }", "is smaller than 12 pt"),
        (".imprint { color: #bbb }", "hardly stands out"),
        (".imprint { display: none }", "no panel shows the imprint"),
        (".imprint p { text-transform: uppercase }", "cannot be read"),
    ],
)
def test_a_layout_that_hides_it_is_refused(
    own: Path, tmp_path: Path, style: str, said: str
) -> None:
    with (own / "style.css").open("a") as file:
        file.write(style)
    with pytest.raises(FlyersError, match=said) as caught:
        made(Workshop(), tmp_path, layout="own")
    assert isinstance(caught.value, CheckError | LayoutError)


# ---- what is reported of it --------------------------------------------------------------


def test_fields_that_are_not_printed_are_named(workshop: Workshop, tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", configuration("none", {"paid_by": "Riverside Neighbours"}))
    piece, _ = made(workshop, tmp_path)
    (finding,) = [one for one in piece.findings if one.check == "imprint"]
    assert "so that paid_by of [imprint] cannot be read" in finding.message


@pytest.mark.parametrize(
    ("text", "jurisdiction", "said"),
    [
        (
            "",
            None,
            "no imprint: [imprint] in flyers.toml adds one (flyers gives no legal advice)",
        ),
        (configuration("none", {}), "none", 'no imprint: jurisdiction = "none" in flyers.toml ('),
        (configuration("de", FIELDS["de"]), "de", "imprint: de (flyers gives no legal advice)"),
    ],
)
def test_the_summary_says_which_once(
    workshop: Workshop, tmp_path: Path, text: str, jurisdiction: str | None, said: str
) -> None:
    written(tmp_path, "flyers.toml", text)
    piece, _ = made(workshop, tmp_path)
    assert piece.as_json()["imprint"] == {"jurisdiction": jurisdiction}
    table = as_table([piece, piece], verbose=False)
    assert table.splitlines()[-1].startswith(said)
    assert table.count("imprint:") == 1
