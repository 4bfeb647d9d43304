"""What the form of an address tells: nothing is fetched."""

import pytest

from flyers.preflight.checks.web_address import faults_of


@pytest.mark.parametrize(
    "address",
    [
        "https://maplestreet.example/statements/sunday-hours/",
        "HTTPS://MAPLESTREET.EXAMPLE/S",
        "https://maplestreet.example:8443/s?p=3&utm_source=flyer&utm_medium=print",
        "https://xn--bcher-kva.example/",
    ],
)
def test_a_good_address(address: str) -> None:
    assert list(faults_of(address)) == []


@pytest.mark.parametrize(
    ("address", "what", "mild"),
    [
        ("http://maplestreet.example/s", "not encrypted", True),
        ("maplestreet.example/s", "does not begin with https://", False),
        ("ftp://maplestreet.example/s", "does not begin with https://", False),
        ("https://maplestreet.example/a b", "has a space", False),
        (" https://maplestreet.example/", "has a space", False),
        ("https://localhost:1313/s/", "nobody else can reach localhost", False),
        ("http://127.0.0.1/s/", "nobody else can reach 127.0.0.1", False),
        ("https://10.1.2.3/s/", "nobody else can reach", False),
        ("https://[::1]/s/", "nobody else can reach", False),
        ("https://printer.local/s/", "nobody else can reach", False),
        ("https://intranet/s/", "nobody else can reach intranet", False),
        ("https:///s/", "nobody else can reach it", False),
        ("https://maplestreet.example:99999999/", "no web address", False),
        ("https://maplestreet.example/{{slug}}", "placeholder", False),
        ("https://maplestreet.example/s?fbclid=IwAR0", "tracking parameters (fbclid)", True),
        ("https://a.example/?utm_a=1&utm_b=2&utm_c=3&utm_d=4", "tracking parameters (utm_a", True),
        ("https://maplestreet.example/" + "s" * 100, "128 characters", True),
    ],
)
def test_an_address_with_a_fault(address: str, what: str, mild: bool) -> None:
    (fault,) = faults_of(address)
    assert what in fault.message
    assert fault.severity == ("warning" if mild else "error")
    assert fault.remedy.endswith(".")
