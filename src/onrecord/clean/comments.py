"""Readers' comments in a page: found by how the page's author named the element, and taken out."""

from __future__ import annotations

import re

from onrecord.clean.lines import opens_comments
from onrecord.clean.notices import FORMS, whole
from onrecord.clean.tree import Element, elements, label_of, lines_of, remove

SECTION = re.compile(
    r"""(?:^|[\s_-])(?:
      comments? | comment-?lists?
    | comments?-?(?:area|wrap(?:per)?|container|section|block|thread|stream|box)
    | all-?comments\w* | commentwrap\w* | comments?div
    | disqus | dsq-[\w-]* | livefyre | fb-comments | discussion | responses
    )(?=$|[\s_-])""",
    re.X,
)
ONLY_ABOUT = re.compile(
    r"""comments?[_-]?(?:count|link|number|open|closed|off|button|icon|toggle|policy|feed|status)
    | (?:no|has|post|with|recent|latest|popular|count|link)-?comments?\b(?!-?area)""",
    re.X,
)
OTHERS = re.compile(r"\W*(?:recent|latest|popular|top|most|newest)\b.{0,20}\bcomment(?:s|ed|ers)\b.{0,20}", re.I)
"""The heading of a list of comments on other articles."""

LONGEST_FORM = 150  # words; a form round all comments is no form of one

APART = re.compile(
    r"""(?:post-?)?(?:respond|reply|reply-?form|comment-?form[\w-]*|avatar|gravatar|votes?|rating|share|login|pagination|nav
    |navigation|trackbacks?|pingbacks?)(?:-(?:link|form|list|box|title|wrap))?""",
    re.X,
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
    for e in list(elements(section, "form", "nav", "div", "p", "ul", "span", "h2", "h3", "li")):
        apart = e.tag in ("form", "nav") or any(map(APART.fullmatch, label_of(e).split()))
        if apart and e is not section and sum(len(s.split()) for s in lines_of(e)) <= LONGEST_FORM:
            remove(e)
    lines = lines_of(section)
    if lines and OTHERS.fullmatch(lines[0]):
        return []
    return [s for s in lines if not _forms.fullmatch(s) and not opens_comments(s)]
