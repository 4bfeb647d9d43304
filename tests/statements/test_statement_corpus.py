"""Real posts of real sites, where there is a folder of them."""

import re
from pathlib import Path

import pytest

from flyers.core.errors import EmptyStatementError
from flyers.statements import read
from flyers.statements.body.cutting import cut, marked

# What must not be seen on paper outside of code.
SOURCE = re.compile(r"\{\{|\}\}|\{%|\*\*|\]\( |&lt;/?(?:p|td|div|span)\b")


@pytest.mark.slow
def test_corpus(corpus: Path) -> None:
    files = sorted(corpus.glob("*.md"))
    assert files
    for path in files:
        try:
            made = read(path)
        except EmptyStatementError:
            # A post that only points elsewhere.
            continue
        for block in made.blocks:
            if "<code>" not in block.html:
                assert not SOURCE.search(block.html), path
        _, kinds = marked(made.blocks)
        assert cut(made.blocks, len(kinds) - 1) == made.blocks, path
