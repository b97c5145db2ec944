"""Who meets, where, on which day and about what: read around the word that says a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from onrecord.extract.context import Context
from onrecord.extract.meeting_status import SAYING, Chain, cue_of
from onrecord.extract.meeting_triggers import Trigger
from onrecord.extract.meeting_words import meeting_verbs
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Mention
from onrecord.text import Span, trimmed

T = TypeVar("T")

TOGETHER = frozenset({"between", "with", "of", "among", "involving", "including", "alongside"})
"""Prepositions after which those who meet are named; "talks on Karsia" names none."""
TOPIC = frozenset({"on", "about", "over", "regarding", "concerning"})
HEARERS = frozenset({"meet", "phone", "telephone", "consult"})
"""Verbs whose object is the other side: "she met the envoy", "phoned the president"."""
SPEAKS_FOR = words(
    "official diplomat delegation leader minister president premier chancellor king envoy negotiator military"
    " militaries force government team side representative ambassador officer general army navy authority"
    " counterpart regime administration expert lawmaker secretary adviser chief head delegate emissary"
    " commander rebel faction party member"
)
"""Nouns that act for a state: "Valdorian officials" meet, "Valdorian standards" do not."""
VAGUE = frozenset({"now", "currently", "recent", "recently", "previously", "soon", "the past", "the future", "future"})
"""Times that date nothing."""
INVOLVE = frozenset({"involve", "include", "gather", "bring", "group", "unite", "attend"})
GOES_ON = frozenset({"resume", "resumption", "continue", "restart", "adjourn", "suspend", "postpone", "conclude"})
"""What can only be said of talks that were told before."""
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nounmod"})
SIDES = frozenset({"both", "they", "side", "party", "delegation", "them", "leader", "negotiator", "counterpart"})

LEVELS = (
    ("leaders", frozenset({"president", "premier", "chancellor", "king", "leader", "head", "prime"})),
    ("ministers", frozenset({"minister", "ministerial", "secretary"})),
    ("military", frozenset({"military", "general", "militaries", "defence", "defense", "army", "deconfliction"})),
    ("officials", frozenset({"official", "diplomat", "envoy", "negotiator", "delegation", "ambassador", "expert"})),
)


def parties_at(context: Context, i: int) -> list[str]:
    """The parties meant by the noun phrase headed by i, conjuncts included.

    "Leaders of Valdoria and Karsia" are two. Somebody whose party this article does not tell stands for
    themselves; the record may know it.
    """
    out: list[str] = []
    for j in context.conjuncts(i):
        out += _parties_of_one(context, j)
    return unique([*context.agents(i), *out])


def _parties_of_one(context: Context, j: int) -> list[str]:
    layers = context.layers
    mention = layers.mention_headed(j) or layers.mention_with(j)
    if mention is not None and mention.kind != "unnamed" and (mention.kind == "party" or mention.party):
        return []  # told by the agents
    if mention is not None and mention.kind != "unnamed" and (ref := _party(layers, mention)) is not None:
        return [ref]
    out: list[str] = []
    if layers.tokens[j].lemma not in SPEAKS_FOR:
        return out
    for c in layers.children[j]:
        child = layers.tokens[c]
        if child.dep in PREMODIFIERS:
            for k in context.conjuncts(c):
                ref = _party(layers, layers.mention_with(k))
                out += [ref] if ref else []
        elif child.dep == "prep" and child.lower in ("of", "from", "for"):
            inner = layers.child(c, "pobj")
            out += parties_at(context, inner) if inner is not None else []
    return out


def _party(layers: Layers, mention: Mention | None) -> str | None:
    """The party of a mention; the person where nothing tells for whom they speak."""
    if mention is None or mention.kind not in ("party", "person", "unnamed"):
        return None
    known = layers.party_of(mention.ref) or mention.party
    return known or (mention.ref if mention.kind == "person" else None)


def own_parties(context: Context, trigger: Trigger) -> list[str]:
    """The parties named within the meeting's own noun phrase, or with its verb ("met with X")."""
    layers, i = context.layers, trigger.i
    out: list[str] = []
    for c in layers.children[i]:
        child = layers.tokens[c]
        if child.dep in PREMODIFIERS and not trigger.verb:
            out += _premodifier(context, c)
        elif child.dep == "prep" and child.lower in TOGETHER:
            inner = layers.child(c, "pobj")
            about = child.lower == "of" and layers.tokens[i].lemma in ("discussion", "negotiation")
            out += parties_at(context, inner) if inner is not None and not about else []
        elif child.dep == "nsubj" and not trigger.verb:
            out += parties_at(context, c)  # a headline's noun, parsed as its verb
        elif not trigger.verb:
            out += _involved(context, c)
    return unique(out)


def names_other_side(context: Context, trigger: Trigger) -> bool:
    """ "Talks with Valdoria and Karsia": whoever holds them is a side of its own."""
    below = {context.layers.tokens[c].lower for c in context.layers.children[trigger.i]}
    return "with" in below and "between" not in below


def _involved(context: Context, c: int) -> list[str]:
    """Everyone named in "a meeting (set for Tuesday) that would involve ..."."""
    layers = context.layers
    for j in (j for j in layers.subtree(c) if layers.tokens[j].lemma in INVOLVE and layers.tokens[j].pos == "VERB"):
        agent = layers.child(j, "agent") if layers.tokens[j].lemma == "attend" else None
        inner = layers.child(agent, "pobj") if agent is not None else layers.child(j, "dobj")
        if inner is not None:
            found = (_party(layers, layers.mention_with(k)) for k in layers.subtree(inner))
            return [ref for ref in found if ref is not None]
    return []


def _premodifier(context: Context, c: int) -> list[str]:
    """ "Valdoria-Karsia talks", "Valdorian-Karsian talks", "the League's summit": hyphens hide conjuncts."""
    layers = context.layers
    out = []
    for k in layers.subtree(c):
        ref = _party(layers, layers.mention_with(k))
        if ref is not None and layers.tokens[k].dep not in ("relcl", "advcl"):
            out.append(ref)
    return out


def outer_parties(context: Context, trigger: Trigger, chain: Chain) -> list[str]:
    """The parties that the governing verbs bring in: who holds, proposes, is invited to the talks."""
    layers, out = context.layers, []
    if chain.beside is not None:
        subject = subject_of(layers, chain.beside)
        return parties_at(context, subject) if subject is not None else []
    verbs = list(chain.verbs)
    if not trigger.verb and layers.tokens[trigger.i].dep in ("nsubj", "nsubjpass"):
        verbs = verbs[:1]  # "talks ... are expected": nobody else stands there
    verbs += [i for _, i, _ in chain.cues if i not in verbs]
    for v in verbs:
        subject = subject_of(layers, v)
        if subject is not None and layers.tokens[subject].head != v and subject != trigger.i:
            out += parties_at(context, subject)
        for c in layers.children[v]:
            child = layers.tokens[c]
            if c == trigger.i or (trigger.i in layers.subtree(c) and child.dep != "nsubj"):
                continue
            if child.dep in ("nsubj", "nsubjpass", "poss", "compound", "nmod") or (
                child.dep in ("dobj", "dative") and _hears(layers, v)
            ):
                out += parties_at(context, c)
            elif child.dep == "agent" or (child.dep == "prep" and child.lower in _brings(layers, trigger, v)):
                inner = layers.child(c, "pobj")
                out += parties_at(context, inner) if inner is not None else []
    if trigger.verb and len(set(out)) < 2 and (subject := layers.child(trigger.i, "nsubj")) is not None:
        out += context.parties_in(layers.span_of(layers.subtree(subject)))  # a place before a dash spoils the parse
    return unique(out)


def sayer_of(context: Context, chain: Chain) -> list[str]:
    """The party of whoever says it, where nobody else is named: "the League signalled that talks will begin"."""
    layers = context.layers
    for v in layers.ancestors(chain.anchor):
        subject = layers.child(v, "nsubj")
        if layers.tokens[v].lemma in SAYING and subject is not None:
            return parties_at(context, subject)
    return []


def subject_of(layers: Layers, v: int) -> int | None:
    """The subject of verb v, its own or that of the verb it completes ("agreed to hold")."""
    for _ in range(4):
        found = layers.child(v, "nsubj", "nsubjpass")
        if found is not None:
            return found
        if layers.tokens[v].dep not in ("xcomp", "advcl", "conj", "pcomp", "prep"):
            return None
        v = layers.tokens[v].head
    return None


def _hears(layers: Layers, v: int) -> bool:
    """Whoever is invited, urged or asked to talks would take part."""
    return cue_of(layers, layers.tokens[v]) == "propose" or layers.tokens[v].lemma in HEARERS


def _brings(layers: Layers, trigger: Trigger, v: int) -> frozenset[str]:
    verb = meeting_verbs().get(layers.tokens[v].lemma)
    subject = layers.child(v, "nsubj", "nsubjpass")
    if subject is not None and v != trigger.i and trigger.i in layers.subtree(subject):
        return frozenset()  # what stands "with" a verb of which the meeting is the subject is no side of it
    if v == trigger.i and verb is not None:
        return verb.preps
    return frozenset({"with", "between", "among"}) | ({"of", "by", "from"} if layers.tokens[v].pos == "NOUN" else set())


def points_back(context: Context, trigger: Trigger, chain: Chain) -> bool:
    """Whether the word presupposes a meeting already told: "the talks", "this meeting", "their call"."""
    layers = context.layers
    if trigger.pointing or any(layers.tokens[i].lemma in GOES_ON for _, i, _ in chain.cues):
        return True
    if trigger.verb:
        return any(_is_side(layers, c) for c in layers.children[trigger.i])
    for c in layers.children[trigger.i]:
        if layers.tokens[c].lower in ("a", "an", "another", "new", "no", "any", "such", "further"):
            return False
        if layers.tokens[c].lower in ("the", "this", "that", "these", "those", "both", "their", "latest"):
            return True
    return chain.time is not None or any(_is_side(layers, c) for v in chain.verbs for c in layers.children[v])


def _is_side(layers: Layers, i: int) -> bool:
    token = layers.tokens[i]
    return token.dep in ("nsubj", "nsubjpass") and (token.lemma in SIDES or token.lower in SIDES)


def people_at(context: Context, trigger: Trigger, chain: Chain) -> tuple[str, ...]:
    """The people who meet: persons among the subjects, the "with" phrases and the modifiers."""
    layers, out = context.layers, []
    for v in unique([trigger.i, *chain.verbs]):
        for c in layers.children[v]:
            child = layers.tokens[c]
            heads: list[int] = []
            if (child.dep in ("nsubj", "nsubjpass") and v != trigger.i) or (child.dep in ("nsubj",) and trigger.verb):
                heads = context.conjuncts(c)
            elif child.dep in PREMODIFIERS and not trigger.verb and v == trigger.i:
                heads = layers.subtree(c)
            elif child.dep == "dobj" and trigger.verb and v == trigger.i:
                heads = context.conjuncts(c)
            elif child.dep == "prep" and child.lower in ("with", "between", "of"):
                inner = layers.child(c, "pobj")
                heads = context.conjuncts(inner) if inner is not None else []
            for h in heads:
                mention = layers.mention_headed(h) or layers.mention_with(h)
                if mention is not None and mention.kind == "person":
                    out.append(mention.ref)
    return tuple(unique(out))


def place_of(context: Context, trigger: Trigger, chain: Chain, date: int | None) -> str | None:
    """The place of the meeting: what "in" or "at" names beside its noun, its verb or its day, never a seat."""
    layers = context.layers
    day = context.timexes[date].span if date is not None else None
    sentence = layers.sentence_of(trigger.i)
    dated = [i for i in range(sentence.first, sentence.last) if day is not None and day.holds(layers.tokens[i].span)]
    lasting = [j for v in chain.verbs for c in layers.children[v] if (j := layers.child(c, "pobj")) is not None]
    lasting = [j for j in lasting if layers.tokens[layers.tokens[j].head].lower == "for"]  # "met for two hours in X"
    for v in unique([trigger.i, *chain.verbs, *dated, *lasting]):
        for c in layers.children[v]:
            if layers.tokens[c].dep != "prep" or layers.tokens[c].lower not in ("in", "at"):
                continue
            inner = layers.child(c, "pobj")
            if inner is None:
                continue
            if (name := _place_name(layers, inner, layers.tokens[c].lower)) is not None:
                return name
    return None


def _place_name(layers: Layers, i: int, through: str) -> str | None:
    token = layers.tokens[i]
    mention = layers.mention_with(i)
    known = token.ent in ("GPE", "LOC", "FAC") or (mention is not None and mention.kind == "place")
    guessed = through == "in" and token.tag == "NNP" and token.ent == "" and mention is None
    if token.pos not in ("PROPN", "NOUN") or not (known or guessed):
        return None
    names = [i]
    for c in reversed([c for c in layers.children[i] if layers.tokens[c].dep in ("compound", "amod", "nmod")]):
        if c == names[0] - 1 and layers.tokens[c].pos == "PROPN":
            names.insert(0, c)
    return " ".join(layers.tokens[w].text for w in names)


def timexes_of(context: Context, trigger: Trigger, chain: Chain) -> tuple[int | None, int | None]:
    """(The timex that dates the meeting, the timex that dates the report), as indices."""
    layers = context.layers
    sentence = layers.sentence_of(trigger.i)
    date = when = None
    own = {trigger.i, *chain.verbs} | {i for _, i, _ in chain.cues}
    for n, timex in enumerate(context.timexes):
        if (
            timex.type not in ("DATE", "TIME")
            or context.words(timex.span).lower() in VAGUE
            or not sentence.span.holds(timex.span)
        ):
            continue
        role = _role(layers, timex.span, trigger, chain, own)
        if role == "moved" or (role == "date" and date is None):
            date = n
        elif role == "when" and when is None:
            when = n
    return date, when


def _role(layers: Layers, span: Span, trigger: Trigger, chain: Chain, own: set[int]) -> str | None:
    """Climb from a timex to the verb it stands by: the meeting's, or the one that reports it."""
    inside = [i for i in range(*_range(layers, trigger)) if span.holds(layers.tokens[i].span)]
    if not inside:
        return None
    i = next((j for j in inside if layers.tokens[j].head not in inside), inside[0])
    through = ""
    for _ in range(8):
        token = layers.tokens[i]
        if i in own:
            return _by_governor(layers, i, through, trigger, chain)
        if token.head == i:
            break
        if token.pos == "ADP":
            through = token.lower
        if token.pos in ("VERB", "AUX") and i not in own:
            if token.lemma in SAYING:
                return "when"
            if not (token.dep in ("advcl", "acl") and token.head in own and token.tag == "VB"):
                return None  # another clause; but "talks to discuss it next month" says when the talks are
        i = token.head
    return None


def _by_governor(layers: Layers, i: int, through: str, trigger: Trigger, chain: Chain) -> str | None:
    if i == trigger.i or i in chain.verbs:
        cue = cue_of(layers, layers.tokens[i])
        reports = cue in ("agree", "confirm", "propose", "postpone", "cancel", "adjourn", "moot") and i != trigger.i
        if cue == "postpone" and through in ("to", "until", "till"):
            return "moved"
        put_off = cue == "postpone" and any(
            layers.tokens[c].lower in ("to", "until", "till") for c in layers.children[i]
        )
        if not reports or put_off or through in ("for", "to", "until", "till") or cue == "moot":
            return "date"
    return "when"


def _range(layers: Layers, trigger: Trigger) -> tuple[int, int]:
    sentence = layers.sentence_of(trigger.i)
    return sentence.first, sentence.last


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
    keep = [k for k in keep if sentence.first <= k < sentence.last]
    return trimmed(context.article.content, layers.span_of(keep))


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
    for v in chain.verbs if not chain.moved_to else []:
        for c in layers.children[v]:
            if layers.tokens[c].dep in ("nsubj", "nsubjpass", "dobj") and c != trigger.i:
                near += _title(context, c)
    said = {layers.tokens[i].lemma for i in near} | {layers.tokens[i].lower for i in near}
    order = ("military", "leaders", "ministers", "officials")
    found = {level for level, cues in LEVELS if said & cues}
    if "deputy" in said:
        found.discard("ministers")
        found |= {"officials"} if not found else set()
    return next((level for level in order if level in found), None)


def _title(context: Context, i: int) -> list[int]:
    """A noun, its conjuncts and what stands before each of them."""
    layers, out = context.layers, []
    for j in context.conjuncts(i):
        out += [j, *(c for c in layers.children[j] if layers.tokens[c].dep in PREMODIFIERS)]
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


def unique(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))
