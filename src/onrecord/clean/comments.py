"""Readers' comments in a page: found by how the page's author named the element, and taken out."""

from __future__ import annotations

import re

from onrecord.clean.tree import Element, elements, label_of, lines_of, remove

SECTION = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comment-?list|commentsection|comments?[_-]?(?:area|wrap(?:per)?|container|section|block|list|thread)"
    r"|disqus(?:_thread)?|dsq-[\w-]*|livefyre[\w-]*|fb-comments|discussion|replies|responses|feedback|reader-?comments?)(?=$|[\s_-])"
)


def take_comments(root: Element) -> list[str]:
    """The lines of the readers' comments; the elements that hold them are gone from the tree."""
    found: list[str] = []
    for e in list(elements(root, "div", "section", "ol", "ul", "aside", "dl", "article", "table")):
        if e.getparent() is not None and SECTION.search(label_of(e)):
            found += lines_of(e)
            remove(e)
    return found
