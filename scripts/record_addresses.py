"""Records the addresses that site generators give the pages of made-up sites.

::

    python scripts/record_addresses.py [GENERATOR…]

For each row of the table, writes tests/sites/recorded/GENERATOR.json; and served.json, which has
the paths at which they all serve PDFs. The programs have to be
there: Hugo's and Jekyll's are packages of Debian; other versions of Hugo are used where
$HUGOS names their programs, with colons between them. Pelican and Eleventy are installed from PyPI
and npm into environments of their own, below $RECORDING or the user's cache.
"""

import sys
import tempfile
from pathlib import Path

from recording import eleventy, hugo, jekyll, pelican, served
from recording.sample import RecordedSite, Recorder, SiteSample, as_json

RECORDED = Path(__file__).resolve().parent.parent / "tests" / "sites" / "recorded"

RECORDERS = (hugo.RECORDER, jekyll.RECORDER, pelican.RECORDER, eleventy.RECORDER)


def recorded(recorder: Recorder) -> str:
    """Return the record of a generator. Raises CalledProcessError if a site cannot be built."""
    programs = recorder.programs()
    sites = []
    for sample in recorder.samples():
        given = [_ask(recorder, sample, program) for program in programs.values()]
        addresses = {path: tuple(one.get(path) for one in given) for path in sample.pages}
        sites.append(RecordedSite(sample=sample, addresses=addresses))
    return as_json(programs, sites)


def _ask(recorder: Recorder, sample: SiteSample, program: tuple[str, ...]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "site")
        sample.write(folder)
        return dict(recorder.ask(folder, program))


def main() -> None:
    """Write the records of the generators that are named, or of all."""
    RECORDED.mkdir(exist_ok=True)
    for recorder in RECORDERS:
        if not sys.argv[1:] or recorder.name in sys.argv[1:]:
            (RECORDED / f"{recorder.name}.json").write_text(recorded(recorder), "utf-8")
    if not sys.argv[1:] or "served" in sys.argv[1:]:
        (RECORDED / "served.json").write_text(served.record(), "utf-8")


if __name__ == "__main__":
    main()
