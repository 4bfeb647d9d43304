"""The cost of a job ticket, as a ratio: three pieces with their ticket against the three alone.

::

    python benchmarks/ticket.py            # a minute

Processor time, in a warm process; both are done in turn, and the median counts.
"""

import argparse
import gc
import tempfile
import time
from pathlib import Path
from statistics import median

from flyers.pieces.piece import Job
from flyers.pieces.ticket import write_tickets
from flyers.pieces.workshop import Workshop

STATEMENT = Path(__file__).resolve().parent.parent / "examples" / "statements" / "sunday-hours.md"
URL = "https://riverside.example/statements/sunday-hours/"
FORMATS = ("letter", "half-sheet", "tri-fold")


def main() -> None:
    """Print the times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    gc.set_threshold(50_000, 20, 50)  # as every command that makes pieces has it
    with tempfile.TemporaryDirectory() as folder:
        jobs = [
            Job(
                statement=STATEMENT,
                url=URL,
                format=format,
                printer="shop",
                copies=500,
                out=Path(folder),
                previews=False,
            )
            for format in FORMATS
        ]
        workshop = Workshop()
        pieces, tickets = [], []
        for _ in range(runs + 1):  # the first one warms up
            workshop.clear()
            began = time.process_time()
            made = [(job, workshop.make(job)) for job in jobs]
            between = time.process_time()
            write_tickets(made)
            pieces.append(between - began)
            tickets.append(time.process_time() - between)
    alone, ticket = median(pieces[1:]), median(tickets[1:])
    print(
        f"{len(FORMATS)} pieces {alone * 1000:.0f} ms, their ticket {ticket * 1000:.0f} ms; "
        f"with it {(alone + ticket) / alone:.2f} times as long as without"
    )


if __name__ == "__main__":
    main()
