"""docs/imprint.md lists the jurisdictions as they are."""

from write_docs import DOCS, with_laws


def test_the_table_is_that_of_the_code() -> None:
    page = (DOCS / "imprint.md").read_text("utf-8")
    assert with_laws(page) == page
