"""Adverts and notices inside a page's article: found by how the page's author named the element."""

from __future__ import annotations

import re

from onrecord.clean.tree import Element, elements, label_of, lines_of, remove

NAMED = re.compile(
    r"""(?:^|[\s_-])(?:
      adverts? | advertis(?:ement|ing|er)s? | ads? | ad-?(?:box|slot|unit|wrap|wrapper|container|block)
    | adsbygoogle | sponsored? | promo(?:tion|box)? | paywall | newsletter(?:-?\w+)? | cookie-?\w* | consent
    )(?=$|[\s_-])""",
    re.X,
)
LONGEST = 60  # words; what is longer and so named is more likely an article about advertising
PLACES = ("div", "section", "aside", "p", "ul", "li", "span", "ins", "table")


def drop_adverts(root: Element) -> None:
    """Take the short elements named as adverts, newsletter boxes and cookie notices out of the tree."""
    for element in list(elements(root, *PLACES)):
        if NAMED.search(label_of(element)) and sum(len(line.split()) for line in lines_of(element)) <= LONGEST:
            remove(element)
