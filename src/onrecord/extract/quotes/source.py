"""Who is speaking: from a cue to the words that name its source, and whom they mean."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.quotes.cues import cue_vehicles, cue_verbs
from onrecord.layers import Layers
from onrecord.text import Span

DEEPEST = 3  # carriers within carriers: "a transcript of the text of his speech"
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that"})
EXPLETIVES = frozenset({"it", "there", "what", "which"})
_INHERITS = frozenset({"acomp", "conj", "advcl", "xcomp", "acl", "pcomp", "prep", "ccomp", "parataxis", "dep"})
_OUTSIDE = frozenset({"relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "parataxis", "ccomp", "advmod"})
REMARKS = frozenset({"sign", "signal", "indication", "hint", "move", "step", "shift", "reversal", "turn", "blow"})
"""What the writer calls a saying: "said on Monday, in a sign that ..."."""
_OBJECT_CONTROL = frozenset(
    {"lead", "prompt", "ask", "urge", "force", "cause", "push", "press", "tell", "order", "allow"}
)


def source_of(layers: Layers, cue: int) -> int | None:
    """The head of the noun phrase that names who says it, by the parse; None if it does not tell.

    Passives are asked for their agent; participles, infinitives and conjoined verbs take the
    subject of the verb that they hang on. Where the parse breaks off, it is the subject next above.
    """
    i: int | None = cue
    beside = _beside_participle(layers, cue)
    if beside is not None:
        return beside
    for _ in range(6):
        if i is None:
            return _above(layers, cue) if layers.tokens[cue].pos != "NOUN" else None
        found = _own_source(layers, i)
        if found is not None:
            return found if found >= 0 else None
        below, i = i, _controller(layers, i)
        if i is not None and layers.tokens[i].pos in ("NOUN", "PROPN", "PRON") and not _is_passed(layers, i, below):
            return i
    return None


def _beside_participle(layers: Layers, cue: int) -> int | None:
    """The "Vask" of "with Maro saying ... and Vask, the envoy, adding ...", whom the parse joins to Maro."""
    tokens = layers.tokens
    over = tokens[cue].head
    subject = layers.child(over, "nsubj") if tokens[cue].tag == tokens[over].tag == "VBG" else None
    joined = (*layers.children[over], *layers.children[subject]) if subject is not None else ()
    names = (c for c in joined if tokens[c].dep == "conj" and tokens[c].pos in ("NOUN", "PROPN"))
    return next((c for c in names if over < c < cue), None)


def _above(layers: Layers, cue: int) -> int | None:
    """The subject of the nearest word above the cue that has one, or someone named right before the cue."""
    tokens = layers.tokens
    for up in layers.ancestors(cue):
        subject = layers.child(up, "nsubj", "nsubjpass")
        if subject is not None and tokens[subject].lower not in EXPLETIVES:
            return subject
    sentence = layers.sentence_of(cue)
    for j in range(cue - 1, sentence.first - 1, -1):
        if tokens[j].pos in ("NOUN", "PROPN", "PRON") and tokens[j].dep not in ("compound", "poss", "dobj", "pobj"):
            return j
    return None


def _is_passed(layers: Layers, i: int, below: int) -> bool:
    """Whether noun i only stands between a cue and who says it: what carries the words ("issued a
    statement saying ..."), or an action of theirs ("made a point of saying ...")."""
    if _is_vehicle(layers, i):
        return True
    mention = layers.mention_headed(i)
    return mention is None and layers.tokens[i].pos == "NOUN" and layers.tokens[below].dep in ("pcomp", "prep")


def _is_vehicle(layers: Layers, i: int) -> bool:
    """Whether the noun is only what the words stand in ("issued a statement saying ...")."""
    token = layers.tokens[i]
    return token.lemma in cue_vehicles() and token.dep in ("dobj", "pobj")


def issuer(layers: Layers, source: int) -> int:
    """Who speaks where only what carries the words is named: "according to a transcript of his comments"."""
    i = source
    for _ in range(DEEPEST):
        if layers.tokens[i].lemma not in cue_vehicles() or layers.mention_headed(i) is not None:
            return i
        owner = layers.child(i, "poss")
        if owner is not None:
            return owner
        of = next((c for c in layers.children[i] if layers.tokens[c].lower in ("of", "from", "by")), None)
        inside = layers.child(of, "pobj") if of is not None else None
        if inside is None:
            return source
        i = inside
    return source


def _own_source(layers: Layers, i: int) -> int | None:
    """The source that word i has itself; -1 if it is a passive without one."""
    tokens = layers.tokens
    if tokens[i].pos in ("NOUN", "PROPN"):
        owner = layers.child(i, "poss")
        return owner if owner is not None else _by(layers, i)
    if tokens[i].lemma in ("quote", "cite") and layers.child(i, "prep", "advcl", "xcomp") is not None:
        quoted = layers.child(i, "nsubjpass", "dobj")
        if quoted is not None:
            return quoted  # "Reuters quoted him as saying"
    if layers.child(i, "auxpass", "nsubjpass") is not None:
        by = _by(layers, i)
        return by if by is not None else -1
    subject = layers.child(i, "nsubj")
    return antecedent(layers, subject) if subject is not None and tokens[subject].lower == "that" else subject


def _by(layers: Layers, i: int) -> int | None:
    for c in layers.children[i]:
        if layers.tokens[c].dep == "agent" or (
            layers.tokens[c].dep == "prep" and layers.tokens[c].lower in ("by", "from")
        ):
            return layers.child(c, "pobj")
    return None


def _controller(layers: Layers, i: int) -> int | None:
    """The verb (or noun, for "Smith, warning that") whose subject word i shares."""
    token = layers.tokens[i]
    if token.pos in ("NOUN", "PROPN"):
        if token.dep in ("dobj", "attr"):
            return token.head  # "made a demand that"
        if token.dep == "pobj":
            up = layers.tokens[token.head].head
            remark = token.lemma in REMARKS and layers.tokens[token.head].lower == "in"
            return up if layers.tokens[up].pos in ("VERB", "AUX") and not remark else None
        return None
    saying = saying_beside(layers, i)
    if saying is not None:
        return saying
    if token.dep not in _INHERITS or token.head == i:
        return None
    if token.dep == "ccomp" and token.tag not in ("VBG", "VB", "TO"):
        return None
    if token.dep == "xcomp" and layers.tokens[token.head].lemma in _OBJECT_CONTROL:
        controlled = layers.child(token.head, "dobj")
        if controlled is not None and controlled < i:
            return controlled
    if token.dep in ("pcomp", "prep"):
        up = layers.tokens[token.head].head
        near = _nearest_clause(layers, token.head) if layers.tokens[token.head].lower == "by" else None
        return near if near is not None else up if up != token.head else None
    return token.head


def saying_beside(layers: Layers, i: int) -> int | None:
    """The "said" of "said the ships are waiting and called for help", for its "called": a verb in the
    cue's tense that the parse joins to the reported clause, whose own tense is another."""
    tokens = layers.tokens
    clause = tokens[tokens[i].head]
    if tokens[i].dep != "conj" or tokens[i].tag != "VBD" or clause.dep != "ccomp" or clause.tag == "VBD":
        return None
    cue = tokens[clause.head]
    helpers = {tokens[c].tag for c in layers.children[clause.i] if tokens[c].dep in ("aux", "auxpass")}
    if cue.tag != "VBD" or cue.i > clause.i or "VBD" in helpers or not cue_verbs().get(tokens[i].lemma):
        return None
    return None if layers.child(i, *SUBJECTS) is not None else cue.i


def _nearest_clause(layers: Layers, i: int) -> int | None:
    """The last verb with a subject before token i in its sentence: "as the ministry stepped in by warning"."""
    for j in range(i - 1, layers.sentence_of(i).first - 1, -1):
        if layers.tokens[j].pos in ("VERB", "AUX") and layers.child(j, "nsubj") is not None:
            return j
    return None


def phrase(layers: Layers, head: int) -> Span:
    """The noun phrase headed by a token: with titles before and "of ..." after, no clauses, no apposition."""
    kept, todo = {head}, [head]
    while todo:
        i = todo.pop()
        for c in layers.children[i]:
            dep = layers.tokens[c].dep
            if dep in _OUTSIDE and not (dep == "conj" and abs(c - i) < 6) and not (dep == "punct" and c < head):
                continue
            if dep == "prep" and (c > head + 8 or layers.child(c, "pcomp") is not None):
                continue
            kept.add(c)
            todo.append(c)
    first = head
    while first - 1 in kept:
        first -= 1
    last = head
    while last + 1 in kept:
        last += 1
    while first < head and (layers.tokens[first].pos == "PUNCT" or layers.tokens[first].dep in ("cc", "preconj")):
        first += 1
    return Span(layers.tokens[first].start, layers.tokens[last].end)


def antecedent(layers: Layers, i: int) -> int:
    """What a relative pronoun stands for; any other token stands for itself."""
    if layers.tokens[i].lower in RELATIVES:
        for up in layers.ancestors(i):
            if layers.tokens[up].dep == "relcl":
                return layers.tokens[up].head
    return i


def _is_a_group(layers: Layers, i: int) -> bool:
    """Whether a name that nothing is known of may be a group's: "the New Front", no person's and no place's."""
    token = layers.tokens[i]
    the = any(layers.tokens[c].lower == "the" for c in layers.children[i])
    return token.ent in ("ORG", "NORP") or token.tag == "NNPS" or (the and not token.ent and token.dep in SUBJECTS)


def speaker_ref(context: Context, head: int) -> str | None:
    """Whom the noun phrase headed by token i means: a party, a person of the article, or "unnamed: ..."."""
    layers = context.layers
    head = antecedent(layers, head)
    token = layers.tokens[head]
    if token.text in ("Q", "A"):
        return None  # a transcript's label without a name
    if token.text.isupper() and f"p:{token.lower}" in layers.person_by_key:
        return f"p:{token.lower}"
    for mention in (layers.mention_headed(head), layers.mention_with(head)):
        if mention is not None and mention.kind in ("party", "person", "unnamed", "outlet"):
            return mention.ref
    if token.pos == "NOUN" or (token.pos == "PROPN" and _is_a_group(layers, head)):
        span = phrase(layers, head)
        return f"unnamed: {' '.join(context.words(span).split())}"
    return None
