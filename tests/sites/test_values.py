"""Values of a site that a page may have put in, by the generator's own files."""

from pathlib import Path

from flyers.sites import site_in
from flyers.sites.values import include_of, values_of
from making import written


def test_jekyll_reads_its_configuration_and_data(tmp_path: Path) -> None:
    written(tmp_path, "_config.yml", "title: Quay\nowner: {name: Ada}\n")
    written(tmp_path, "_data/stops.yml", "- Mill\n- Quay\n")
    written(tmp_path, "_data/rooms/small.csv", "name,seats\nOak,12\n")
    site = site_in(tmp_path)
    assert site
    found = values_of(site, None)
    known = found.values["site"]
    assert known["owner"] == {"name": "Ada"}
    assert known["data"] == {
        "stops": ["Mill", "Quay"],
        "rooms": {"small": [{"name": "Oak", "seats": "12"}]},
    }
    assert tmp_path / "_data/stops.yml" in found.files


def test_a_data_file_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.yml", "- word\n")
    written(tmp_path, "site/_config.yml", "title: Quay\n")
    written(tmp_path, "site/_data/own.yml", "- a\n")
    (tmp_path / "site/_data/link.yml").symlink_to(secret)
    site = site_in(tmp_path / "site")
    assert site
    assert values_of(site, None).values["site"]["data"] == {"own": ["a"]}


def test_hugo_gives_its_params_by_language(tmp_path: Path) -> None:
    written(
        tmp_path,
        "hugo.toml",
        "baseURL = 'https://example.org/'\n[params]\nemail = 'a'\nhall = 'b'\n"
        "[languages.en]\n[languages.de.params]\nhall = 'c'\n",
    )
    page = written(tmp_path, "content/x.de.md", "---\ntitle: X\n---\nText.")
    site = site_in(tmp_path)
    assert site
    params = values_of(site, page).values["params"]
    assert (params["email"], params["hall"]) == ("a", "c")


def test_eleventy_gives_data_of_the_site_of_folders_and_of_the_page(tmp_path: Path) -> None:
    written(tmp_path, ".eleventy.js", "module.exports = () => ({})\n")
    written(tmp_path, "_data/metadata.json", '{"name": "Lake"}')
    written(tmp_path, "news/news.json", '{"hall": "Oak", "hour": 7}')
    written(tmp_path, "news/pool.11tydata.json", '{"hour": 9}')
    page = written(tmp_path, "news/pool.md", "---\ntitle: Pool\n---\nText.")
    site = site_in(tmp_path)
    assert site
    values = values_of(site, page).values
    assert (values["metadata"]["name"], values["hall"], values["hour"]) == ("Lake", "Oak", 9)


def test_an_include_is_read_from_the_folder_of_includes_alone(tmp_path: Path) -> None:
    written(tmp_path, "_config.yml", "title: Quay\n")
    written(tmp_path, "_includes/hours.md", "Open at nine.\n")
    written(tmp_path, "_includes/loop.html", "{% for p in x %}{% endfor %}")
    written(tmp_path, "secret.md", "A word.")
    page = written(tmp_path, "notes/pool.md")
    written(tmp_path, "notes/rules.md", "No diving.")
    site = site_in(tmp_path)
    assert site
    assert include_of(site, page, "hours.md", beside=False).text == "Open at nine."
    assert include_of(site, page, "rules.md", beside=True).text == "No diving."
    for name in ("loop.html", "../secret.md", "none.md", str(tmp_path / "secret.md")):
        assert include_of(site, page, name, beside=False).text == ""
