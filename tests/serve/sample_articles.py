"""Four invented articles on talks between invented states, and how to find words in them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles import Article, Block, BlockKind, Published
from onrecord.text import Evidence, Span, hull

COURIER: list[tuple[BlockKind, str]] = [
    ("headline", "Valdoria says river talks with Karsia could begin in April"),
    (
        "body",
        (
            "ESTMARK — Talks between Valdoria and Karsia on the waters of the Senn could begin in April, a Valdorian "
            "official said Monday."
        ),
    ),
    (
        "body",
        (
            "“We will settle the day together with Tolm, and we believe that it will be in April,” said Mira Holt, "
            "the deputy foreign minister of Valdoria."
        ),
    ),
    (
        "body",
        (
            "Karsia demands that Valdoria stop filling the reservoir at Brenn. About 40,000 people have left the "
            "lower valley since 2031, according to the Karsian government."
        ),
    ),
    ("caption", "The dam at Brenn, seen from the north. Photo: Courier"),
    ("comment", "They said the same two years ago & nothing happened. <b>Nothing!</b>"),
    ("boilerplate", "Subscribe to our newsletter for more from Estmark."),
]
TRIBUNE: list[tuple[BlockKind, str]] = [
    ("headline", "Karsia confirms talks for April 12, warns of closing the canal"),
    (
        "body",
        "Karsia confirmed on Thursday that its negotiators will meet the Valdorian side in Lindhaven on April 12.",
    ),
    (
        "body",
        (
            "If Valdoria keeps filling the reservoir, Karsia will close the Orm canal to its ships, Foreign "
            "Minister Anton Rell told reporters."
        ),
    ),
    (
        "body",
        (
            "Holt said that a day “will be in April”, the Courier reported. Valdoria rejected the demand on the "
            "reservoir but offered to share its gauge readings."
        ),
    ),
    ("body", "Relief agencies put the number of people who left the valley at 25,000."),
]
LEDGER: list[tuple[BlockKind, str]] = [
    ("headline", "Senn talks put off as mediator falls ill"),
    (
        "body",
        "The talks planned for April 12 in Lindhaven were postponed to April 19, the Northern League said on Sunday.",
    ),
    (
        "body",
        (
            "“We will settle the day together with Tolm,” Holt had said in March. The League, which is to chair the "
            "meeting, submitted a draft agreement that would limit the filling to the winter months."
        ),
    ),
    ("body", "The dispute recalls the flood of 2019, when both states accused each other of opening the gates."),
]
HERALD: list[tuple[BlockKind, str]] = [
    ("headline", "Valdoria and Karsia meet in Lindhaven, agree to go on"),
    (
        "body",
        "Delegations of Valdoria and Karsia met for six hours in Lindhaven on Tuesday and agreed to go on in May.",
    ),
    (
        "body",
        (
            "Karsia partly rejected the draft of the League. “The winter rule is acceptable, the inspections are "
            "not,” Rell said."
        ),
    ),
    (
        "body",
        (
            "Valdoria accepts the gauge readings as binding. Asked about the canal, Rell denied that Karsia "
            "threatens anyone."
        ),
    ),
]


def article(
    name: str, outlet: str, day: str | None, lines: list[tuple[BlockKind, str]], basis: str = "explicit"
) -> Article:
    """An article of the given lines, one block each."""
    blocks, position = [], 0
    for kind, line in lines:
        blocks.append(Block(kind, position, position + len(line)))
        position += len(line) + 1
    published = (
        Published(value=day, basis="inferred", how="record", reason="dated by the other articles", not_before=day)
        if basis == "inferred"
        else Published(value=day, basis="explicit", how="meta")
        if day
        else Published(reason="no date is given")
    )
    return Article(
        id=f"article-{name}",
        file=f"{name}.html",
        source=f"coverage/{name}.html",
        content="\n".join(line for _, line in lines),
        blocks=tuple(blocks),
        title=lines[0][1],
        outlet=outlet,
        published=published,
    )


@dataclass(frozen=True)
class Found:
    """Finds words in one article, for evidence."""

    article: Article

    def __call__(self, words: str, nth: int = 0) -> Evidence:
        start = -1
        for _ in range(nth + 1):
            start = self.article.content.index(words, start + 1)
        return self.article.text.evidence(start, start + len(words))

    def sentence(self, *words: str) -> Span:
        return hull(self(w).span for w in words)
