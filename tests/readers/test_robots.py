"""robots.txt, as RFC 9309 has it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.readers.robots import fits, rules

TEXT = """
# a comment
User-agent: other
User-agent: Dateline/2.0
Disallow: /private   # not for us
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 3

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/%70rivate", False),
    ],
)
def test_the_longest_rule_decides(path, allowed):
    assert rules(TEXT, "dateline").allow(path) is allowed


def test_groups():
    assert rules(TEXT, "dateline").delay == 3
    assert not rules(TEXT, "someone").allow("/x")
    assert rules("User-agent: *\nDisallow:\n", "dateline").allow("/x")
    assert rules("", "dateline").allow("/x")
    assert rules("User-agent: *\nDisallow: /a\nAllow: /a\n", "dateline").allow("/a")


@pytest.mark.parametrize(
    ("rule", "path", "wanted"),
    [
        ("/a", "/ab", True),
        ("/a$", "/ab", False),
        ("/*b", "/a/b", True),
        ("/*b$", "/bab", True),
        ("/a*a$", "/a", False),
        ("*", "/x", True),
        ("/a*b*c", "/a1b2c3", True),
        ("/a*c*b", "/abc", False),
    ],
)
def test_fits(rule, path, wanted):
    assert fits(rule, path) is wanted


def test_many_stars_cost_little():
    begun = time.monotonic()
    fits("/" + "*a" * 2000 + "*b", "/" + "a" * 4000)
    assert time.monotonic() - begun < 2


@given(st.text())
def test_no_text_stops_it(text):
    assert rules(text, "dateline").allow("/x") in {True, False}
    assert rules("User-agent: *\nDisallow: " + text, "dateline").allow("/" + text) in {True, False}
