"""The words that govern one word of meeting, as the climb from it keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.extract.meetings.cues import cue_of, negated
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.words import Cue
from onrecord.layers import Layers

OF_ITSELF: tuple[Cue, ...] = ("hold", "end", "adjourn", "postpone", "cancel", "fix")
"""What a meeting's own clause may say of it, in any form."""
TOLD: tuple[Cue, ...] = ("moot", "propose", "agree", "confirm")
"""What it says in the passive: "talks expected in May"."""


@dataclass
class Chain:
    """The words that govern one meeting word.

    cues    (cue, token, negated), from the meeting outwards
    verbs   the verbs of its clause, innermost first; a timex on one of them dates the meeting
    anchor  the outermost word of the clause that speaks of it
    time    "after", "ahead", "during" where a preposition only places it in time; None else
    beside  the verb of that clause ("after talks in X, the delegations left")
    moved_to  it is what other talks were put off to
    nouns   the nouns climbed through ("four hours of talks")
    listed  the word stands in a list ("transparency and negotiations on missiles")
    """

    anchor: int
    cues: list[tuple[Cue, int, bool]] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    time: Literal["after", "ahead", "during"] | None = None
    beside: int | None = None
    moved_to: bool = False
    listed: bool = False
    conditional: bool = False
    nouns: list[int] = field(default_factory=list)

    def says(self, *cues: Cue) -> bool:
        return any(c in cues for c, _, _ in self.cues)


def held_by(layers: Layers, trigger: Trigger, chain: Chain) -> list[int]:
    """The verbs whose subject takes part: of a noun not those that only wish, propose or agree ("hoped for talks")."""
    wishing = {i for cue, i, _ in chain.cues if cue in (*TOLD, "refuse", "deny") and not trigger.verb}
    return [v for v in chain.verbs if wishing.isdisjoint(layers.subtree(v))]


def own_clauses(layers: Layers, i: int, chain: Chain) -> None:
    """What the meeting's own relative and participial clauses say: "a meeting set for Tuesday"."""
    for c in layers.children[i]:
        token = layers.tokens[c]
        adjective = token.pos == "ADJ" and cue_of(layers, token) == "fix"
        if c > i and (adjective or token.lower == "due"):  # "talks due to start on Monday"
            chain.cues.append(("fix", c, False))
            complements(layers, c, chain)
            continue
        if token.dep not in ("acl", "relcl") or token.pos not in ("VERB", "AUX", "ADJ"):
            continue
        cue = cue_of(layers, token)
        if cue == "fix" and any(cue_of(layers, layers.tokens[d]) == "end" for d in layers.children[c]):
            cue = "hold"  # talks "set to end on Tuesday" are under way
        passive = token.dep == "acl" or layers.child(c, "auxpass") is not None
        told = TOLD if passive and token.tag in ("VBN", "VBD") else ()
        if cue is not None and cue in (*OF_ITSELF, *told) and token.tag != "VB":
            chain.cues.append((cue, c, negated(layers, c)))
        if cue is not None or token.tag != "VB" or layers.child(c, "auxpass") is not None:
            chain.verbs.append(c)  # "talks to begin on Monday"; "a meeting to persuade them" tells nothing of when


def complements(layers: Layers, v: int, chain: Chain) -> None:
    """What the meeting is expected, due or set to do: "talks are likely to resume"."""
    for c in layers.children[v]:
        token = layers.tokens[c]
        if token.dep == "acomp" and (cue := cue_of(layers, token)) is not None:
            chain.cues.append((cue, c, False))
        if token.dep in ("xcomp", "acomp"):
            if token.pos == "VERB":
                cue = cue_of(layers, token)
                if cue is not None:
                    chain.cues.append((cue, c, negated(layers, c)))
                chain.verbs.append(c)
            complements(layers, c, chain)
