"""Paths at which sites serve files as they are, held against what their generators built."""

from pathlib import Path

import pytest

from flyers.core.errors import ConfigError
from flyers.sites import site_in
from recorded_sites import ROOT
from recording.served import NAME, ServedSample, samples_in

SAMPLES = list(samples_in(ROOT / "tests" / "sites" / "recorded" / "served.json"))


@pytest.mark.parametrize(
    ("sample", "path"), SAMPLES, ids=[f"{one.generator}: {one.name}" for one, _ in SAMPLES]
)
def test_a_file_is_where_the_generator_put_it_or_refused(
    tmp_path: Path, sample: ServedSample, path: str | None
) -> None:
    sample.write(tmp_path)
    site = site_in(tmp_path)
    assert site
    file = tmp_path / sample.folder / NAME
    if path:
        assert site.path_served(file) == path
        return
    with pytest.raises(ConfigError, match=f"{sample.generator} would not serve .*: ") as refused:
        site.path_served(file)
    assert len(str(refused.value)) <= 300
