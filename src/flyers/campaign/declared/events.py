"""[events.NAME]: events, and what is handed out at each."""

from flyers.campaign.declared.imprint import LONGEST_FIELD
from flyers.campaign.ready_kits import READY
from flyers.catalogue.formats import FORMATS
from flyers.core.settings import Key, Some, Table, date_or_words, line, one_of, text, whole

MOST_COPIES = 10_000_000

USE = Table(
    {
        "layout": Key(text, "statement", "The layout."),
        "format": Key(one_of(FORMATS), purpose="The format.", example="letter"),
        "copies": Key(whole(1, MOST_COPIES), None, "How many; else as the kit has it.", 500),
        "printer": Key(text, None, "The printer; else the first of [build].", "home"),
        "sheet": Key(text, None, "A press sheet to fill.", "12x18"),
    },
    'add one like {key} = "{example}"',
)

EVENT = Table(
    {
        "title": Key(line(LONGEST_FIELD), None, "What it is.", "Rally for Sunday hours"),
        "when": Key(date_or_words, None, "When it begins.", "2027-10-04T14:00:00"),
        "until": Key(date_or_words, None, "When it ends.", "2027-10-04T16:00:00"),
        "where": Key(line(LONGEST_FIELD), None, "The place.", "Maple Street Library"),
        "kit": Key(one_of(READY), None, "A ready-made kit to start from.", "rally"),
        "volunteers": Key(whole(1, 100_000), None, "How many people hand pieces out.", 25),
        "use": Key(
            Some(USE),
            None,
            "What is handed out, one table each.",
            [{"layout": "headline", "format": "letter", "copies": 40, "printer": "home-bw"}],
        ),
    }
)
