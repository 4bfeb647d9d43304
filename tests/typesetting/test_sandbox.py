"""Templates of strangers: what they may do, and that nothing they do hurts."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flyers.core.errors import LayoutError
from flyers.typesetting import templates
from flyers.typesetting.templates import Sandbox
from making import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, "parts.html", "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}")
    written(tmp_path, "base.html", "<i>{% block panel %}{% endblock %}</i>")
    return tmp_path


def filled(folder: Path, template: str, **values: Any) -> str:
    written(folder, "template.html", template)
    return Sandbox([folder]).fill("template.html", values, panels=1)


WORKS = {
    "{{ 'a' ~ 1 }}{{ 'b' + 'c' }}{{ 7 // 2 * 3 }}": "a1bc9",
    "{{ text.split(' ')[-2:]|join(' ') }}": "&amp; here",
    "{{ text|upper|replace('HERE', 'THERE') }}": "SAY &amp; THERE",
    "{{ '<b>'|safe }}{{ '<' }}": "<b>&lt;",
    "{{ day }} {{ day.year }}": "2027-05-12 2027",
    "{% for i in range(3) %}{{ i }}{{ ',' if not loop.last }}{% endfor %}": "0,1,2",
    "{% for i in [] %}{% else %}none{% endfor %}": "none",
    "{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}": "a1",
    "{% for i in range(4) %}{{ loop.cycle('a', 'b') }}{% endfor %}": "abab",
    "{% for i in range(5) if i is odd %}{{ loop.length }}{{ i }}{% endfor %}": "2123",
    "{% for x in [[1], 2] recursive %}{{ x if x is number else loop(x) }}{% endfor %}": "12",
    "{% set x %}a<{{ text }}{% endset %}{{ x|length }}{{ x }}": "16a<say &amp; here",
    "{% filter upper %}a{{ text|first }}{% endfilter %}": "AS",
    "{% from 'parts.html' import bold %}{{ bold(text) }}": "<b>say &amp; here</b>",
    "{% import 'parts.html' as parts %}{{ parts.bold(1) }}": "<b>1</b>",
    "{% extends 'base.html' %}{% block panel %}{{ super() }}{{ text }}{% endblock %}": (
        "<i>say &amp; here</i>"
    ),
    "{% include 'none.html' ignore missing %}{% include ['no.html', 'base.html'] %}": "<i></i>",
    "{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}x{% endcall %}": "(x)",
    "{{ none|default('y', true) }}{{ missing|default('z') }}": "yz",
    "{{ 'in' if text in ('say & here', 'x') }}": "in",
}


@pytest.mark.parametrize(("template", "gives"), WORKS.items())
def test_what_a_template_may_do(folder: Path, template: str, gives: str) -> None:
    assert filled(folder, template, text="say & here", day=datetime.date(2027, 5, 12)) == gives


DOUBLED = "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 60
CALLS = "{% macro f(n) %}{{ f(n + 1) if n < 40 }}{{ f(n + 1) if n < 40 }}{% endmacro %}{{ f(0) }}"
HALVES = "{% set n = n + 1 %}{% if n < 40 %}" + "{% include 'template.html' %}" * 2 + "{% endif %}"
TOO_LARGE = "too large"
NO_END = "not done after 0.2 seconds"
UNSAFE = "is unsafe"

HURTS = {
    # without end
    "{% include 'template.html' %}": "calls itself without end",
    "{% extends 'template.html' %}": "calls itself without end",
    "{% import 'template.html' as me with context %}": "calls itself without end",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}": "calls itself without end",
    "{% block b %}{{ self.b() }}{% endblock %}": "calls itself without end",
    CALLS: NO_END,
    HALVES: NO_END,
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}": NO_END,
    "{% for i in range(999) %}{% for j in range(99999) if j < 0 %}{% endfor %}{% endfor %}": NO_END,
    "{% for i in range(99999) %}" + "{% set a = 'x'|upper %}" * 400 + "{% endfor %}": NO_END,
    "{% for i in 'xxxx' %}" * 19 + "{% endfor %}" * 19: NO_END,
    "{% for x in [[1]] recursive %}{{ loop([x, x]) }}{% endfor %}": "without end",
    "{% for i in range(9999999999999999999999) %}{% endfor %}": "too large",
    "{% for i in range(99999) %}{% include 'parts.html' %}{% endfor %}" * 9: NO_END,
    # too much of it
    "{% for i in range(999) %}" + "x" * 9999 + "{% endfor %}": TOO_LARGE,
    "{% macro m() %}" + "x" * 60_000 + "{% endmacro %}{{ m() }}{{ m() }}": TOO_LARGE,
    DOUBLED: TOO_LARGE,
    DOUBLED.replace("~", "+"): TOO_LARGE,
    DOUBLED.replace("a ~ a", "[a, a]") + "{{ a }}": TOO_LARGE,
    DOUBLED.replace("a ~ a", "{'x': a, 'y': a}") + "{{ a }}": TOO_LARGE,
    DOUBLED.replace("a ~ a", "a|replace('x', 'xx')"): TOO_LARGE,
    "{% set a = 'x' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60: TOO_LARGE,
    "{% set a = 9 %}" + "{% set a = a * a %}" * 60: TOO_LARGE,
    "{{ 'x' * 9999999999 }}": r"may not use \* on these",
    "{{ [1] * 9999999999 }}": r"may not use \* on these",
    "{{ 9 ** 9 ** 9 }}": r"may not use \*\*",
    "{{ '%9999999999d' % 1 }}": "may not use %",
    "{{ range(999999999)|list }}": TOO_LARGE,
    "{{ '{:9999999999}'.format(1) }}": "'format' .*" + UNSAFE,
    "{{ 'x'.center(9999999999) }}": "'center' .*" + UNSAFE,
    "{{ 'x'['zfill'](9999999999) }}": "'zfill' .*" + UNSAFE,
    "{{ 'x'|center(9999999999) }}": "no filter 'center', but abs, ",
    "{{ '%9999999999d'|format(1) }}": "no filter 'format'",
    "{{ [1]|batch(9999999999, 1)|list }}": "no filter 'batch'",
    "{{ 'x'|indent(9999999999, true) }}": "no filter 'indent'",
    "{{ lipsum(9999999) }}": "'lipsum' is undefined",
    "{{ range(9999)|join('xxxxxxxxxxxxxxx') }}": TOO_LARGE,
    "{{ range(9999)|unique|join('xxxxxxxxxxxxxxx') }}": TOO_LARGE,
    "x" * 100_001: "too long for a template",
    "<b></b>" * 1001: "draws more than 2000 elements on a panel",
    "{{ " + "(" * 9000 + "1" + ")" * 9000 + " }}": "without end",
    "{% if x %}" * 50
    + "{% for i in x %}" * 50
    + "{% endfor %}" * 50
    + "{% endif %}" * 50: "too many levels",
    # out of its cage
    "{{ path.read_text() }}": "'read_text' .*" + UNSAFE,
    "{{ path.parent.unlink() }}": "'parent' .*" + UNSAFE,
    "{{ path.__class__ }}": "'__class__' .*" + UNSAFE,
    "{{ picture.path.name }}": "'path' .*" + UNSAFE,
    "{{ x.append(1) }}": "'append' .*" + UNSAFE,
    "{{ text.__class__.__mro__ }}": "'__class__' .*" + UNSAFE,
    "{{ has.__globals__ }}": "'__globals__' .*" + UNSAFE,
    "{{ day.strftime('%9999999d') }}": "'strftime' .*" + UNSAFE,
    "{% include '../secret' %}": r"no template '\.\./secret'",
    # plain mistakes
    "{{ nope }}": "'nope' is undefined",
    "{% for x in 3 %}{% endfor %}": "not iterable",
    "{{ 1 / 0 }}": "division by zero",
    "{% include 'no.html' %}": "no template 'no.html'",
}


@dataclass(frozen=True)
class Shown:
    """A value as templates get it, with a file in it."""

    path: Path


@pytest.mark.parametrize(("template", "said"), HURTS.items())
def test_what_would_hurt_ends_in_a_sentence(
    folder: Path, template: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "SECONDS", 0.2)
    path = folder / "parts.html"
    given = {"n": 0, "x": [], "text": "say", "day": datetime.date(2027, 5, 12), "has": filled}
    with pytest.raises(LayoutError) as caught:
        filled(folder, template, path=path, picture=Shown(path), **given)
    sentence = str(caught.value)
    assert re.search(said, sentence)
    assert sentence.startswith(str(folder / "template.html"))
    assert sentence.endswith("; mend the template.")
    assert "\n" not in sentence
    assert (folder / "parts.html").exists()


def test_the_file_and_the_line_are_named(folder: Path) -> None:
    written(folder, "parts.html", "\n{% macro bold(x) %}\n{{ x.y }}{% endmacro %}")
    with pytest.raises(LayoutError, match=r"parts\.html, line 3: .*has no attribute 'y'"):
        filled(folder, "{% from 'parts.html' import bold %}{{ bold(1) }}")


def test_a_template_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "parts.html").write_bytes(b"caf\xe9")
    with pytest.raises(LayoutError, match=r"parts\.html, line 1: it is not UTF-8 text; save it"):
        filled(folder, "{% include 'parts.html' %}")


def test_every_filling_has_all_of_the_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(10_000))
    monkeypatch.setattr(templates, "thread_time", lambda: next(clock) / 100)
    written(folder, "template.html", "{% for i in range(200) %}{% endfor %}")
    sandbox = Sandbox([folder])
    for _ in range(3):  # each takes two of its three seconds
        assert sandbox.fill("template.html", {}, panels=1) == ""


def test_a_piece_of_two_panels_may_be_twice_as_long(folder: Path) -> None:
    written(folder, "template.html", "{% for i in range(15) %}" + "x" * 9999 + "{% endfor %}")
    assert len(Sandbox([folder]).fill("template.html", {}, panels=2)) == 15 * 9999
