"""What else a report of a meeting tells: its clause, its name, its level, its agenda, what it points back to."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain, held_by
from onrecord.extract.meetings.sides import INVOLVE, PREMODIFIERS, TOGETHER, unique
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.words import meeting_nouns
from onrecord.layers import Layers
from onrecord.text import Span, trimmed

TOPIC = frozenset({"on", "about", "over", "regarding", "concerning"})
GOES_ON = frozenset({"resume", "resumption", "continue", "restart", "adjourn", "suspend", "postpone", "conclude"})
"""What can only be said of talks that were told before."""
FURTHER = frozenset(
    {
        "next",
        "first",
        "previous",
        "second",
        "third",
        "fourth",
        "fifth",
        "new",
        "further",
        "another",
        "follow-up",
        "last",
    }
)
SIDES = frozenset({"both", "they", "side", "party", "delegation", "them", "leader", "negotiator", "counterpart"})
MILITARY = frozenset({"military", "general", "militaries", "defence", "defense", "army", "deconfliction"})
LEVELS = (
    ("leaders", frozenset({"president", "premier", "chancellor", "king", "leader", "prime"})),
    ("ministers", frozenset({"minister", "ministerial", "secretary"})),
    ("military", MILITARY),
    ("officials", frozenset({"official", "diplomat", "envoy", "negotiator", "delegation", "ambassador", "expert"})),
)


def points_back(context: Context, trigger: Trigger, chain: Chain) -> bool:
    """Whether the word presupposes a meeting already told: "the talks", "this meeting", "their call"."""
    layers = context.layers
    known = None if trigger.verb else meeting_nouns().get(layers.tokens[trigger.i].lemma)
    if known is not None and known[0] == "named":
        return False
    if trigger.pointing or any(layers.tokens[i].lemma in GOES_ON for _, i, _ in chain.cues):
        return True
    if trigger.verb:
        if any(layers.tokens[c].lower == "again" for c in layers.children[trigger.i]):
            return True
        return any(_is_side(layers, c) for c in layers.children[trigger.i])
    if trigger.sort == "visit" and layers.child(trigger.i, "poss") is not None:
        return True  # "her trip"
    for c in layers.children[trigger.i]:
        if layers.tokens[c].lower in ("a", "an", "another", "new", "no", "any", "such", "further"):
            return False
        if layers.tokens[c].lower in ("the", "this", "that", "these", "those", "both", "their", "latest"):
            return True
    if any(layers.tokens[c].dep == "poss" and layers.tokens[c].ent == "DATE" for c in layers.children[trigger.i]):
        return True  # "Friday's meeting"
    return chain.time is not None or any(_is_side(layers, c) for v in chain.verbs for c in layers.children[v])


def is_another(context: Context, trigger: Trigger) -> bool:
    """ "The next round", "the second meeting": the same sides, but not the meeting told before."""
    layers = context.layers
    return any(layers.tokens[c].lower in FURTHER for c in layers.children[trigger.i] if c < trigger.i)


def _is_side(layers: Layers, i: int) -> bool:
    token = layers.tokens[i]
    return token.dep in ("nsubj", "nsubjpass") and (token.lemma in SIDES or token.lower in SIDES)


def clause_of(context: Context, trigger: Trigger, chain: Chain) -> Span:
    """The smallest clause that carries the report: the governing verb's, or the noun phrase alone."""
    layers = context.layers
    root = chain.anchor
    keep: list[int] = []
    todo = [root]
    while todo:
        j = todo.pop()
        keep.append(j)
        for c in layers.children[j]:
            child = layers.tokens[c]
            holds = trigger.i in layers.subtree(c)
            if holds or not (
                child.dep in ("punct", "mark", "cc", "parataxis", "dep", "intj")
                or (child.dep in ("conj", "ccomp") and child.pos in ("VERB", "AUX") and j == root)
                or (child.dep in ("advcl", "relcl") and not _belongs(layers, c, chain))
                or (child.dep == "prep" and child.lower in ("according", "following", "after", "amid"))
                or (child.dep == "aux" and child.lower == "to" and j == root)
            ):
                todo.append(c)
    sentence = layers.sentence_of(trigger.i)
    said = _quoted(context, trigger.i)
    keep = [k for k in keep if sentence.first <= k < sentence.last and _quoted(context, k) in (None, said)]
    return trimmed(context.article.content, layers.span_of(keep))


def _quoted(context: Context, i: int) -> int | None:
    """The direct quote within which token i stands, as its index."""
    n = context.quote_at(context.layers.tokens[i].start)
    return n if n is not None and context.quotes[n].kind == "direct" else None


def _belongs(layers: Layers, c: int, chain: Chain) -> bool:
    """A clause that belongs to the report: its purpose, its participants, what it says of the meeting."""
    return c in chain.verbs or layers.tokens[c].lemma in INVOLVE or layers.child(c, "mark", "nsubj", "advmod") is None


def name_of(context: Context, trigger: Trigger) -> Span:
    """The words that name the meeting: its noun with what stands before it, or its verb."""
    layers = context.layers
    if trigger.verb:
        return layers.tokens[trigger.i].span
    first = trigger.i
    for c in layers.children[trigger.i]:
        if c < first and layers.tokens[c].dep in (*PREMODIFIERS, "det", "nummod"):
            first = min(first, min(layers.subtree(c)))
    return Span(layers.tokens[first].start, layers.tokens[trigger.i].end)


def level_of(context: Context, trigger: Trigger, chain: Chain) -> str | None:
    """Who attends, from the words about them: leaders, ministers, military or officials."""
    layers = context.layers
    near: list[int] = []
    for c in layers.children[trigger.i]:
        inner = layers.child(c, "pobj") if layers.tokens[c].lower in TOGETHER else c
        if inner is not None and (inner != c or layers.tokens[c].dep in PREMODIFIERS):
            near += _title(context, inner)
    for v in held_by(layers, trigger, chain) if not chain.moved_to else []:
        for c in layers.children[v]:
            if layers.tokens[c].dep in ("nsubj", "nsubjpass", "dobj") and c != trigger.i:
                near += _title(context, c)
    said = {layers.tokens[i].lemma for i in near} | {layers.tokens[i].lower for i in near}
    order = ("military", "leaders", "ministers", "officials")
    found = {level for level, cues in LEVELS if said & cues}
    if "ministers" in found and not said & (MILITARY - {"defence", "defense"}):
        found.discard("military")  # "the defence minister"
    if "deputy" in said:
        found.discard("ministers")
        found |= {"officials"} if not found else set()
    return next((level for level in order if level in found), None)


def _title(context: Context, i: int) -> list[int]:
    """A noun, its conjuncts and what stands before each of them."""
    layers, out = context.layers, []
    for j in context.conjuncts(i):
        before = [c for c in layers.children[j] if layers.tokens[c].dep in PREMODIFIERS - {"poss"}]
        out += [j, *(k for c in before for k in layers.subtree(c))]  # "Prime" hangs on "Minister"
    return out


def agenda_of(context: Context, trigger: Trigger, chain: Chain) -> tuple[Span, ...]:
    """What the talks are about: after on/about/over, or the object of "to discuss", "focused on"."""
    layers, heads = context.layers, []
    for v in unique([trigger.i, *chain.verbs]):
        for c in layers.children[v]:
            child = layers.tokens[c]
            if (child.dep == "prep" and child.lower in TOPIC) or (
                child.dep == "prep" and child.lower == "on" and layers.tokens[v].lemma in ("focus", "centre", "center")
            ):
                inner = layers.child(c, "pobj")
                heads += [inner] if inner is not None else []
            elif child.dep in ("acl", "advcl") and child.lemma in ("discuss", "address", "negotiate", "tackle"):
                inner = layers.child(c, "dobj")
                heads += [inner] if inner is not None else []
    if trigger.verb and layers.tokens[trigger.i].lemma == "discuss":
        inner = layers.child(trigger.i, "dobj")
        heads += [inner] if inner is not None else []
    out = []
    for head in heads:
        if layers.tokens[head].ent in ("DATE", "TIME"):
            continue
        for j in context.conjuncts(head):
            own = [k for k in layers.subtree(j) if not _below_conjunct(layers, k, j)]
            out.append(trimmed(context.article.content, layers.span_of(own)))
    return tuple(unique(out))


def _below_conjunct(layers: Layers, k: int, j: int) -> bool:
    while k != j:
        if layers.tokens[k].head == j and layers.tokens[k].dep in ("conj", "cc", "punct", "relcl", "npadvmod"):
            return True
        k = layers.tokens[k].head
    return False
