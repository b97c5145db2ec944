"""Who does what to whom by the parse: the arguments of a predicate."""

from __future__ import annotations

from onrecord.layers import Layers

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
PAPERS = frozenset({"statement", "letter", "communique", "declaration", "message", "note", "tweet", "petition", "memo"})
PAPERS |= {"post", "speech", "address", "leaflet", "manifesto", "telegram", "cable", "video", "commentary", "article"}
CHOICES = frozenset({"decision", "move", "choice"})
WISHED = frozenset({"want", "need", "like", "love", "expect", "desire", "prefer", "wish"})
MANNERS = frozenset({"day", "moment", "place", "reason", "time", "way", "year", "month", "week", "point"})
QUOTE_MARKS = frozenset("\"“”„‟«»‘’'``")
DASHES = frozenset({"-", "–", "—", "--"})


def is_passive(layers: Layers, i: int) -> bool:
    """Whether verb i is passive, also without an auxiliary ("asked whether ...", "vehicles sent by ...")."""
    if layers.child(i, "auxpass", "nsubjpass") is not None:
        return True
    token = layers.tokens[i]
    if token.tag == "VBD" and token.dep == "advcl" and layers.child(i, "nsubj", "dobj", "mark", "aux") is None:
        return True  # "asked about the fee, she said"
    if token.tag != "VBN" or layers.child(i, "aux", "nsubj") is not None:
        return False
    if token.dep == "conj" and layers.tokens[token.head].pos in ("VERB", "AUX"):
        return is_passive(layers, token.head)
    return token.dep in ("acl", "advcl", "relcl")


def subject(layers: Layers, i: int) -> int | None:
    """The grammatical subject of predicate i, sought up the tree where it has none of its own."""
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        token = layers.tokens[i]
        own = nearest_subject(layers, i)
        if own is not None:
            return meant(layers, i, own)
        if layers.child(i, "expl") is not None and (there := layers.child(i, "attr")) is not None:
            return there
        head = token.head
        if token.dep in ("acl", "relcl"):
            issuing, decider = _issuing(layers, i), _decider(layers, i)
            if issuing is None:
                return head if decider is None else decider
            head = issuing
        elif token.dep == "pcomp":  # "by warning": the preposition's verb
            by, head = layers.tokens[head].lower, layers.tokens[head].head
            charged = (
                patient(layers, head) or after(layers, head, "at", "against") if by in ("of", "for", "from") else None
            )
            if charged is not None and charged < i and layers.tokens[head].pos == "VERB":
                return charged  # "accused them of firing", "lashed out at them for firing"
            owner = layers.child(head, "poss")
            if owner is not None:
                return owner  # "their promise of lifting"
            if layers.tokens[head].pos in ("NOUN", "PROPN") and layers.tokens[head].dep in SUBJECTS:
                head = layers.tokens[head].head
        elif token.dep == "xcomp":
            controlled = layers.child(head, "dobj", "dative")
            if controlled is not None and controlled < i and layers.tokens[head].lemma not in ("promise", "vow"):
                return controlled
        elif token.dep not in ("conj", "advcl", "ccomp", "attr", "acomp", "prep", "pobj", "oprd", "dobj"):
            return None
        i = head
    return None


def _decider(layers: Layers, i: int) -> int | None:
    """Whose decision the infinitive i tells: "Karsia's decision to cut all ties"."""
    noun = layers.tokens[layers.tokens[i].head]
    return layers.child(noun.i, "poss") if layers.tokens[i].tag == "VB" and noun.lemma in CHOICES else None


def _issuing(layers: Layers, i: int) -> int | None:
    """The verb whose subject speaks by a paper in the clause around i: "issued a statement condemning it"."""
    paper = layers.tokens[layers.tokens[i].head]
    if layers.tokens[i].tag != "VBG" or paper.lemma not in PAPERS or paper.dep not in ("dobj", "pobj"):
        return None
    up = layers.tokens[paper.head].head if paper.dep == "pobj" else paper.head
    return up if layers.tokens[up].pos == "VERB" and not is_passive(layers, up) else None


def nearest_subject(layers: Layers, i: int) -> int | None:
    """The subject of i itself; of several the one next to it, since a dateline ("TOLM -") is parsed as one too."""
    auxiliaries = [c for c in layers.children[i] if layers.tokens[c].dep in ("aux", "auxpass")]
    own = [c for j in (i, *auxiliaries) for c in layers.children[j] if layers.tokens[c].dep in ("nsubj", "nsubjpass")]
    before = sorted(c for c in own if c < i)
    found = before[-1] if before else own[0] if own else None
    return None if found is None else _behind_dateline(layers, found)


def _behind_dateline(layers: Layers, i: int) -> int:
    """The noun that follows a dateline, where the parse takes the place for the subject: "TOLM - Officials ..." """
    noun = next(
        (c for c in layers.children[i] if layers.tokens[c].dep == "appos" and layers.tokens[c - 1].text in DASHES), i
    )
    return noun if layers.tokens[i].text.isupper() and noun > i else i


def meant(layers: Layers, i: int, own: int) -> int:
    """What a relative pronoun in the clause around i stands for, else the token itself."""
    if layers.tokens[own].lower in RELATIVE:
        for up in [i, *layers.ancestors(i)]:
            if layers.tokens[up].dep == "relcl":
                return layers.tokens[up].head
    return own


def agent(layers: Layers, i: int) -> int | None:
    """The token that names who does i: the subject, or the "by" phrase of a passive."""
    if is_passive(layers, i):
        return by_phrase(layers, i)
    found = subject(layers, i)
    return by_phrase(layers, i) if found is None else found


def label(layers: Layers, i: int) -> int | None:
    """What i calls its object: "called it a provocation", "branded them liars", "described it as a threat"."""
    found = layers.child(i, "oprd", "xcomp")
    objects = [c for c in layers.children[i] if layers.tokens[c].dep == "dobj"]
    named = layers.child(i, "dative")
    if found is None and named is not None:  # "branded the envoy a coward", which the parse takes for a gift
        found = next(
            (c for c in layers.children[i] if c > named and layers.tokens[c].dep in ("dobj", "npadvmod")), None
        )
    if found is None and len(objects) > 1:
        return objects[-1]
    if found is None and objects:  # "called the plan “unacceptable”": the parse makes an attribute of it
        found = next((c for c in layers.children[objects[0]] if c > objects[0] and _is_label(layers, c)), None)
    if found is None:
        as_ = next((c for h in (i, *objects) for c in layers.children[h] if layers.tokens[c].lower == "as"), None)
        found = (
            next((c for c in layers.children[as_] if layers.tokens[c].pos in ("NOUN", "ADJ")), None) if as_ else None
        )
    return found


def _is_label(layers: Layers, i: int) -> bool:
    dep = layers.tokens[i].dep
    return dep == "amod" or (dep == "appos" and layers.tokens[i - 1].text in QUOTE_MARKS)


def by_phrase(layers: Layers, i: int) -> int | None:
    """Who does i, behind "by"; not by when."""
    for by in (c for c in layers.children[i] if layers.tokens[c].lower == "by"):
        found = layers.child(by, "pobj")
        if found is not None and layers.tokens[found].ent not in ("DATE", "TIME"):
            return found
    return None


def patient(layers: Layers, i: int) -> int | None:
    """The token that names whom or what i is done to: the object, or the subject of a passive."""
    if is_passive(layers, i):
        return subject(layers, i)
    return layers.child(i, "dobj", "dative")


def after(layers: Layers, i: int, *words: str) -> int | None:
    """The object of a preposition among `words` that hangs on i or on its object or particle."""
    near = [i, *(c for c in layers.children[i] if layers.tokens[c].dep in ("dobj", "prt", "acomp", "advmod", "attr"))]
    near += [
        c for c in layers.children[i] if layers.tokens[c].lower in ("out", "away") and layers.tokens[c].dep == "prep"
    ]
    for holder in [*near, *_copula(layers, i)]:
        for c in layers.children[holder]:
            if holder not in near and c < i:
                continue
            if layers.tokens[c].dep in ("prep", "agent", "dative", "mark", "prt") and layers.tokens[c].lower in words:
                found = layers.child(c, "pobj", "pcomp")
                if found is not None and layers.tokens[found].ent not in ("DATE", "TIME"):
                    return found
    return None


def behind(layers: Layers, i: int, *words: str) -> int | None:
    """As `after`; behind a noun also past who did it or to whom: "call by Karsia | for talks", "arrest of men | by"."""
    found = after(layers, i, *words)
    if found is not None or layers.tokens[i].pos not in ("NOUN", "PROPN"):
        return found
    between = after(layers, i, *({"by", "of", "from"} - set(words)))
    if between is None or layers.tokens[between].pos == "VERB":
        return None
    found = after(layers, between, *words)
    end = max(layers.subtree(between)) + 1
    if found is None and end < len(layers.tokens) and layers.tokens[end].lower in words:
        found = layers.child(end, "pobj", "pcomp")  # which the parse may hang on the verb
    return found


def lacked(layers: Layers, i: int) -> int | None:
    """The noun before a relative clause without its object: the embargo of "the embargo that Karsia imposed on it"."""
    token, up = layers.tokens[i], layers.tokens[layers.tokens[i].head]
    own = layers.child(i, "nsubj")
    if token.dep != "relcl" or own is None or own < up.i or layers.tokens[own].lower in RELATIVE:
        return None
    if token.lemma in WISHED:
        return None  # "the calm that they needed"
    free = layers.child(i, "dobj", "xcomp", "ccomp", "attr", "acomp", "prt") is None
    return up.i if free and up.pos == "NOUN" and up.ent not in ("DATE", "TIME") and up.lemma not in MANNERS else None


def _copula(layers: Layers, i: int) -> list[int]:
    """The "be" of a predicate adjective, on which the parse may hang what belongs to it: "is contingent | upon"."""
    head = layers.tokens[i].head
    return [head] if layers.tokens[i].dep == "acomp" and layers.tokens[head].lemma == "be" else []


def judged(layers: Layers, i: int) -> int | None:
    """What a predicate judges: the subject, or the object of "called the fee a red line". None where that is only
    an "it" added to an act that tells the stance itself ("rejected the plan, calling it a red line")."""
    up = layers.tokens[i].head
    if layers.tokens[i].dep == "amod":  # "that is a dangerous step"
        return judged(layers, up)
    if layers.tokens[i].dep == "oprd" and layers.tokens[up].lemma in ("call", "consider", "deem", "describe"):
        named = layers.child(up, "dobj", "nsubj")
        if named is not None and layers.tokens[named].pos == "PRON" and layers.tokens[up].dep == "advcl":
            return None
        return named
    found = subject(layers, i)
    if found is None:  # "letting them in helps to calm the strait"
        heads = [i, layers.tokens[i].head] if layers.tokens[i].dep == "xcomp" else [i]
        found = next((c for j in heads if (c := layers.child(j, "csubj")) is not None), None)
    return found
