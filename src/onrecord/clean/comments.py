"""Readers' comments in a page: found by how the page's author named the element, and taken out."""

from __future__ import annotations

import re

from onrecord.clean.lines import opens_comments
from onrecord.clean.notices import FORMS, whole
from onrecord.clean.tree import Element, elements, label_of, lines_of, remove

SECTION = re.compile(
    r"""(?:^|[\s_-])(?:
      comments? | comment-?lists? | comments?-?(?:area|wrap(?:per)?|container|section|block|thread|stream|box)
    | all-?comments\w* | commentwrap\w* | comments?div | disqus | dsq-[\w-]* | livefyre | fb-comments | discussion | responses
    )(?=$|[\s_-])""",
    re.X,
)
ONLY_ABOUT = re.compile(
    r"comments?[_-]?(?:count|link|number|open|closed|off|button|icon|toggle|policy|feed|status)|(?:no|has|post|with)-comments?\b"
    r"(?!-area)|(?:count|link)-?comments?"
)
APART = re.compile(
    r"(?:^|[\s_-])(?:respond|reply-?form|comment-?form\w*|commentform|avatar|gravatar|vote|votes|rating|share|login|pagination|nav"
    r"|navigation|trackbacks?|pingbacks?)(?=$|[\s_-])"
)
CONTAINERS = ("div", "section", "ol", "ul", "aside", "dl", "table", "article")

_forms = whole(FORMS)


def take_comments(root: Element) -> list[str]:
    """The lines of the readers' comments; the elements that hold them are gone from the tree."""
    sections: list[Element] = []
    for e in elements(root, *CONTAINERS):
        if _is_section(e) and not any(a in sections for a in e.iterancestors()):
            sections.append(e)
    return [line for section in sections for line in _lines(section)]


def _is_section(e: Element) -> bool:
    label = label_of(e)
    if not SECTION.search(label) or ONLY_ABOUT.search(label):
        return False
    return next(elements(e, "h1", "main"), None) is None  # else it is the whole page that has comments


def _lines(section: Element) -> list[str]:
    remove(section)
    for e in list(elements(section, "form", "div", "p", "ul", "span", "nav", "h2", "h3", "li")):
        if e is not section and e.getparent() is not None and (e.tag in ("form", "nav") or APART.search(label_of(e))):
            remove(e)
    return [s for s in lines_of(section) if not _forms.fullmatch(s) and not opens_comments(s)]
