"""Files that generators serve as they are.

Made-up sites, each with a PDF in some folder, are built, and the PDF is looked for in the result.
"""

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from recording.eleventy import VERSIONS
from recording.environments import of_npm, of_pypi

PDF = "%PDF-1.4 of a test\n"
NAME = "hours-letter.pdf"
PAGE = "---\ntitle: Sunday hours\ndate: 2026-05-01\n---\n\n[Print](/pdfs/hours-letter.pdf)\n"


@dataclass(frozen=True, kw_only=True)
class ServedSample:
    """A site and the folder that its PDF is put into."""

    generator: str
    name: str
    files: Mapping[str, str]
    folder: str

    def write(self, home: Path) -> None:
        """Write the site with its PDF into an empty folder."""
        for path, text in {**self.files, f"{self.folder}/{NAME}": PDF}.items():
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            (home / path).write_text(text, "utf-8")


def record() -> str:
    """Return the record: each site, and the path at which it serves the PDF, or null. All versions
    of a generator agree."""
    rows = []
    for sample in _samples():
        found = {_found(sample, build) for build in _BUILDS[sample.generator]()}
        if len(found) != 1:
            raise RuntimeError(f"{sample.generator}, {sample.name}: {found}")
        rows.append(
            json.dumps({**vars(sample), "served": found.pop()}, ensure_ascii=False, sort_keys=True)
        )
    return "[\n" + ",\n".join(rows) + "\n]\n"


def samples_in(record: Path) -> Iterator[tuple[ServedSample, str | None]]:
    """Yield the sites of a record, each with the path at which it serves its PDF."""
    for row in json.loads(record.read_text("utf-8")):
        served = row.pop("served")
        yield ServedSample(**row), served


def _found(sample: ServedSample, command: tuple[str, ...]) -> str | None:
    with tempfile.TemporaryDirectory() as made:
        home, out = Path(made, "site"), Path(made, "out")
        sample.write(home)
        subprocess.run([*command, str(out)], cwd=home, capture_output=True, check=True)
        return next((path.relative_to(out).as_posix() for path in out.rglob(NAME)), None)


def _eleventy() -> Iterator[tuple[str, ...]]:
    for version in VERSIONS:
        package = of_npm(f"eleventy-{version}", f"@11ty/eleventy@{version}")
        (program,) = (package / "node_modules" / "@11ty" / "eleventy").glob("cmd.*js")
        # Not beside the site: a copy of a folder to the root would copy the output into itself.
        yield "sh", "-c", f"node {program} --quiet && cp -r _site $0"


def _pelican() -> Iterator[tuple[str, ...]]:
    python = of_pypi("pelican", "pelican[markdown]")
    yield str(python), "-m", "pelican", "-s", "pelicanconf.py", "-o"


_BUILDS: Mapping[str, Callable[[], Iterator[tuple[str, ...]]]] = {
    "Hugo": lambda: iter([("hugo", "--quiet", "--destination")]),
    "Jekyll": lambda: iter([("jekyll", "build", "--quiet", "--destination")]),
    "Eleventy": _eleventy,
    "Pelican": _pelican,
}


def _samples() -> Iterator[ServedSample]:
    for name, folder, config in (
        ("the usual folder", "static/pdfs", ""),
        ("one of several folders", "files/pdfs", 'staticDir = ["static", "files"]\n'),
        ("no static folder", "assets/pdfs", ""),
        (
            "a mounted folder",
            "print",
            '[[module.mounts]]\nsource = "print"\ntarget = "static/pdfs"\n',
        ),
    ):
        files = {
            "hugo.toml": f'baseURL = "https://park.example/"\n{config}',
            "content/news/hours.md": PAGE,
            "layouts/_default/single.html": "{{ .Content }}\n",
        }
        yield ServedSample(generator="Hugo", name=name, files=files, folder=folder)
    for name, folder, config in (
        ("a folder of the source", "pdfs", ""),
        ("another source", "src/pdfs", "source: src\n"),
        ("a folder with an underscore", "_pdfs", ""),
        ("an underscore that is included", "_pdfs", "include: [_pdfs]\n"),
        ("a folder that is excluded", "pdfs", "exclude: [pdfs]\n"),
        ("a folder of packages", "vendor/bundle/pdfs", ""),
        ("a hidden folder", ".print/pdfs", ""),
    ):
        files = {"_config.yml": f"url: https://park.example\n{config}"}
        files["src/hours.md" if "source:" in config else "hours.md"] = PAGE
        yield ServedSample(generator="Jekyll", name=name, files=files, folder=folder)
    for name, folder, config in (
        ("nothing copied", "src/pdfs", ""),
        ("a folder of the input", "src/pdfs", 'c.addPassthroughCopy("src/pdfs");'),
        ("the folder above", "src/files/pdfs", 'c.addPassthroughCopy("./src/files/");'),
        ("a folder outside of the input", "pdfs", 'c.addPassthroughCopy("pdfs");'),
        ("a folder copied to the root", "public/pdfs", 'c.addPassthroughCopy({ public: "/" });'),
        (
            "the second of several",
            "public/pdfs",
            'c.addPassthroughCopy("src/img").addPassthroughCopy({ "./public/": "./print/" });',
        ),
        ("only another folder", "src/pdfs", 'c.addPassthroughCopy("src/img");'),
        ("by a pattern", "src/pdfs/deep", 'c.addPassthroughCopy("src/**/*.pdf");'),
        ("by its suffix", "src/pdfs", 'c.setTemplateFormats(["md", "njk", "pdf"]);'),
    ):
        program = f"module.exports = (c) => {{ {config} return {{ dir: {{ input: 'src' }} }}; }};\n"
        files = {
            ".eleventy.js": program,
            "src/hours.md": PAGE,
            "src/img/a.txt": "a",
            "package.json": '{"homepage": "https://park.example"}',
        }
        yield ServedSample(generator="Eleventy", name=name, files=files, folder=folder)
    for name, folder, config in (
        ("the usual static paths", "content/pdfs", ""),
        ("a static path", "content/pdfs", "STATIC_PATHS = ['images', 'pdfs']\n"),
        ("below a static path", "content/extra/pdfs", "STATIC_PATHS = ['extra']\n"),
        ("outside of the content", "pdfs", "STATIC_PATHS = ['pdfs']\n"),
        (
            "another static path that is moved",
            "content/pdfs",
            "STATIC_PATHS = ['extra', 'pdfs']\n"
            "EXTRA_PATH_METADATA = {'extra/robots.txt': {'path': 'robots.txt'}}\n",
        ),
        (
            "a path that is added",
            "content/pdfs",
            "STATIC_PATHS = ['x']\nSTATIC_PATHS += ['pdfs']\n",
        ),
    ):
        conf = "SITEURL = 'https://park.example'\nPATH = 'content'\nTIMEZONE = 'UTC'\n"
        files = {"pelicanconf.py": conf + config, "content/hours.md": PAGE}
        yield ServedSample(generator="Pelican", name=name, files=files, folder=folder)
