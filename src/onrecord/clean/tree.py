"""HTML to a tree and back to words, whatever the page is like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

Element = Any  # lxml publishes no types

DEEPEST = 220
"""Elements nested deeper are lifted out: real pages stay far below, recursion limits far above."""

ASIDE = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "button", "select", "option", "textarea"}
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)


def parse(page: str) -> Element | None:
    """The page's root element, or None if there is none in it."""
    # As bytes: lxml refuses characters that come with an encoding declaration. NUL ends a libxml2 string.
    data = page.replace("\0", "").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    _flatten(root)
    return root


def lines_of(element: Element) -> list[str]:
    """The words under an element, one line to a block-level stretch, white space made single."""
    lines: list[str] = []
    words: list[str] = []

    def close() -> None:
        line = " ".join("".join(words).split())
        if line:
            lines.append(line)
        words.clear()

    for event, node in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(node.tag, str):
            if event == "end" and node.tail:
                words.append(node.tail)
            continue
        if node.tag in BLOCKS:
            close()
        if event == "start" and node.text and not _aside(node):
            words.append(node.text)
        elif event == "end" and node is not element and node.tail and not _aside(node.getparent()):
            words.append(node.tail)
    close()
    return lines


def words_of(element: Element) -> str:
    return " ".join(lines_of(element))


def remove(element: Element) -> None:
    """Take an element out of its tree and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def label_of(element: Element) -> str:
    """Class, id and role of an element, as its author named it."""
    return " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role")))).lower()


def elements(root: Element, *tags: str) -> Iterator[Element]:
    return (e for e in root.iter(*tags) if isinstance(e.tag, str))


def _aside(element: Element) -> bool:
    while element is not None:
        if element.tag in ASIDE:
            return True
        element = element.getparent()
    return False


def _flatten(root: Element) -> None:
    """Lift what is nested beyond any sense, so that no reader of the tree recurses to death."""
    depth = 0
    deep: list[Element] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            if depth == DEEPEST:
                deep.append(node)
        else:
            depth -= 1
    for node in deep:
        paragraphs = lines_of(node)
        tail = node.tail
        tag = node.tag
        node.clear()
        node.tag, node.tail = tag, tail
        for line in paragraphs:
            etree.SubElement(node, "p").text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", line)
