"""Deals that were negotiated, and what two sides signed together: that there is one says that they talked.

"It was negotiated over two weeks", "the accord negotiated in Geneva": the sides are those of the deal, as
named with it or where the article first told of it.
"""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.meetings.sides import parties_at, unique
from onrecord.extract.wordlist import words
from onrecord.layers import Layers

DEALS = words(
    "deal agreement accord pact treaty contract settlement truce ceasefire cease-fire compromise armistice"
    " understanding release convention protocol"
)
"""What is negotiated."""
SIGNED = DEALS | words("plan program programme declaration memorandum statement communique charter roadmap")
MADE = words("reach strike sign make conclude announce negotiate clinch seal ink finalize agree have")
BETWEEN = words("between with among")


def deal_parties(context: Context, i: int) -> list[str]:
    """The sides of the deal that was negotiated: named with it, else with the last deal told before."""
    layers = context.layers
    deal = deal_of(layers, i)
    own = unique([*_named_with(context, i), *(_named_with(context, deal) if deal is not None else [])])
    if len(own) > 1:
        return own
    for token in reversed(layers.tokens[:i]):
        if token.lemma not in DEALS or token.pos != "NOUN":
            continue
        head = layers.tokens[token.head]
        made = head.lemma in MADE and token.dep == "dobj"
        subject = layers.child(head.i, "nsubj") if made else None
        found = unique([*(parties_at(context, subject) if subject is not None else []), *_named_with(context, token.i)])
        if made:
            found = unique([*found, *_named_with(context, head.i)])
        if len(found) > 1:
            return found
    return own


def _named_with(context: Context, i: int) -> list[str]:
    """The sides after "between" or "with" beside token i; before a noun ("the Valdoria-Karsia deal")."""
    layers, out = context.layers, []
    for c in layers.children[i]:
        child = layers.tokens[c]
        inner = layers.child(c, "pobj") if child.lower in BETWEEN else None
        if inner is not None:
            out += parties_at(context, inner)
        elif child.dep in ("compound", "amod", "poss", "nmod") and layers.tokens[i].pos == "NOUN":
            out += [p for k in layers.subtree(c) for p in context.agents(k)]
    return unique(out)


def negotiated(layers: Layers, i: int) -> bool:
    """Whether verb i tells, in the past and the passive, that a deal was negotiated."""
    token = layers.tokens[i]
    if token.lemma != "negotiate" or token.tag != "VBN" or layers.child(i, "auxpass") is None:
        return False
    if any(layers.tokens[c].tag == "MD" or layers.tokens[c].dep == "neg" for c in layers.children[i]):
        return False
    deal = deal_of(layers, i)
    return deal is not None and (layers.tokens[deal].lemma in DEALS or layers.tokens[deal].lower in ("it", "which"))


def signed_together(layers: Layers, i: int) -> bool:
    """ "Presidents Feld of Valdoria and Vask of Karsia signed a treaty": people of two parties did."""
    token = layers.tokens[i]
    passive = layers.child(i, "nsubjpass")
    agent = layers.child(i, "agent")
    what = passive if passive is not None else layers.child(i, "dobj")
    who = layers.child(agent, "pobj") if passive is not None and agent is not None else layers.child(i, "nsubj")
    if token.lemma != "sign" or what is None or who is None or layers.tokens[what].lemma not in SIGNED:
        return False
    named = (layers.mention_with(j) for j in layers.subtree(who))
    parties = {layers.party_of(m.ref) for m in named if m is not None and m.kind == "person"}
    return len(parties - {None}) > 1


def deal_of(layers: Layers, i: int) -> int | None:
    """What the passive verb i says was negotiated."""
    subject = layers.child(i, "nsubjpass")
    if subject is not None and layers.tokens[subject].lower == "which" and layers.tokens[i].dep == "relcl":
        return layers.tokens[i].head
    return subject
