"""The grammar of acts: who does what to whom by the parse, and which words make up the clause."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.layers import Layers
from onrecord.text import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "parataxis", "csubj"})
HOLDING = frozenset({"include", "contain", "comprise", "cover", "envisage", "foresee", "stipulate", "specify"})
BEGINNING = frozenset({"begin", "start", "continue", "go"})
PAPERS = frozenset({"statement", "letter", "communique", "declaration", "message", "note", "tweet", "petition", "memo"})
PAPERS |= {"post", "speech", "address", "leaflet", "manifesto", "telegram", "cable", "video", "commentary", "article"}
CHOICES = frozenset({"decision", "move", "choice"})
URGING = frozenset({"push", "press", "lobby", "pressure", "prod", "nudge"})
LEANING = frozenset({"lean", "prevail"})
WISHED = frozenset({"want", "need", "like", "love", "expect", "desire", "prefer", "wish"})
MANNERS = frozenset({"day", "moment", "place", "reason", "time", "way", "year", "month", "week", "point"})
QUOTE_MARKS = frozenset("\"“”„‟«»‘’'``")
DASHES = frozenset({"-", "–", "—", "--"})
TRIMMED = frozenset(',;:.!?-–—()…"“”') | {"and", "but", "or", "as", "while", "that", "although", "though", "because"}


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


def complement(layers: Layers, i: int) -> int | None:
    """The clause that i takes: what is said, wanted, refused."""
    found = layers.child(i, "ccomp", "xcomp")
    if found is not None and found < i:  # "the port is full: crews have been advised to wait"
        found = next((c for c in layers.children[i] if c > i and layers.tokens[c].dep == "xcomp"), found)
    if found is not None:
        return found
    after_it = [c for c in layers.children[i] if c > i]
    found = next((c for c in after_it if layers.tokens[c].dep == "acl" or _is_content(layers, c)), None)
    if found is None:  # "called for the ships to be let through"
        adverbial = [c for c in after_it if layers.tokens[c].dep == "advcl"]
        found = next((c for c in adverbial if any(layers.tokens[k].lower == "for" for k in layers.children[c])), None)
    if found is None:
        found = _content_of_begun(layers, i)
    if found is None:
        found = _infinitive_behind_urged(layers, i)
    if found is None:
        found = _infinitive_behind_addressee(layers, i)
    if found is None:
        found = _content_behind_copula(layers, i)
    return _infinitive_behind_time(layers, i) if found is None else found


def _content_of_begun(layers: Layers, i: int) -> int | None:
    """What is said in "continued to insist that it would pay", which the parse may hang on "continued"."""
    up = layers.tokens[i].head
    if layers.tokens[i].dep != "xcomp" or layers.tokens[up].lemma not in BEGINNING:
        return None
    return next((c for c in layers.children[up] if c > i and layers.tokens[c].dep == "ccomp"), None)


def _infinitive_behind_urged(layers: Layers, i: int) -> int | None:
    """The infinitive of "pushed the League to help" and "leaned on it to help", which the parse may take for a
    purpose."""
    urged = layers.tokens[i].lemma in URGING and layers.child(i, "dobj") is not None
    if not urged and not (layers.tokens[i].lemma in LEANING and after(layers, i, "on", "upon") is not None):
        return None
    below = (c for c in layers.children[i] if c > i and layers.tokens[c].dep == "advcl")
    return next((c for c in below if layers.tokens[min(layers.subtree(c))].lower == "to"), None)


def _infinitive_behind_addressee(layers: Layers, i: int) -> int | None:
    """The infinitive of "appealed to the League to help", which the parse may hang on whom is appealed to."""
    if layers.tokens[i].pos != "VERB":
        return None
    ties = [c for c in layers.children[i] if layers.tokens[c].lower in ("to", "on", "upon", "with")]
    named = [inner for c in ties if (inner := layers.child(c, "pobj")) is not None]
    named += [c for j in named for c in layers.children[j] if layers.tokens[c].dep == "conj"]
    below = [c for j in named for c in layers.children[j] if c > j and layers.tokens[c].dep in ("acl", "relcl")]
    return next((c for c in below if any(layers.tokens[k].lower == "to" for k in layers.children[c])), None)


def _content_behind_copula(layers: Layers, i: int) -> int | None:
    """The clause of "it is important they leave" and "is adamant that they leave", which the parse hangs on "is"; of
    "it" not what is told as past."""
    up = layers.tokens[i].head
    subject = layers.child(up, "nsubj", "expl") if layers.tokens[i].dep == "acomp" else None
    if subject is None:
        return None
    told = [c for c in layers.children[up] if c > i and layers.tokens[c].dep in ("ccomp", "xcomp")]
    if layers.tokens[subject].lower != "it":
        return next((c for c in told if any(layers.tokens[k].lower == "that" for k in layers.children[c])), None)
    return next((c for c in told if layers.tokens[c].tag in ("VB", "VBZ", "VBP")), None)


def _infinitive_behind_time(layers: Layers, i: int) -> int | None:
    """The infinitive of "offered last month to leave": the time between makes the parse take it for a purpose."""
    for c in layers.children[i]:
        to = min(layers.subtree(c))
        between = layers.tokens[i + 1 : to]
        if layers.tokens[c].dep == "advcl" and layers.tokens[to].lower == "to" and between:
            return c if all(t.ent == "DATE" for t in between) else None
    return None


def _is_content(layers: Layers, i: int) -> bool:
    """Whether a relative clause tells what the noun says: "the demand that they leave", "proposals that include"."""
    marked = any(layers.tokens[c].lower == "that" and layers.tokens[c].dep == "mark" for c in layers.children[i])
    infinitive = any(layers.tokens[c].lower == "to" and layers.tokens[c].dep == "aux" for c in layers.children[i])
    return layers.tokens[i].dep == "relcl" and (marked or infinitive or layers.tokens[i].lemma in HOLDING)


def clause(layers: Layers, i: int, without: frozenset[int] = frozenset(), *, joined: bool = False) -> list[int]:
    """Token indices of the clause headed by i: its subtree less asides and coordinated verbs (kept if `joined`),
    less the subtrees named in `without`."""
    out: list[int] = []
    todo = [i]
    while todo:
        j = todo.pop()
        out.append(j)
        for c in layers.children[j]:
            token = layers.tokens[c]
            if c in without:
                continue
            if not joined and j == i and token.dep in ("conj", "parataxis") and token.pos in ("VERB", "AUX"):
                continue
            if token.dep == "advcl" and _is_aside(layers, c, nested=j != i):
                continue
            todo.append(c)
    return sorted(out)


def _is_aside(layers: Layers, i: int, *, nested: bool) -> bool:
    """An adverbial clause set off as an addition: "saying ...", "although ..."."""
    mark = layers.child(i, "mark")
    word = layers.tokens[mark].lower if mark is not None else ""
    if word in ("although", "though", "while", "because", "after", "since"):
        return True
    return not nested and (word == "as" or (not word and layers.tokens[i].tag == "VBG"))


def span_of(layers: Layers, indices: list[int]) -> Span:
    """The span of these tokens without conjunctions and stops at its ends; a quotation mark stays
    where its mate is inside."""
    inner = list(range(min(indices), max(indices) + 1))
    while len(inner) > 1 and layers.tokens[inner[0]].lower in TRIMMED and not _mated(layers, inner, 0):
        if layers.tokens[inner[1]].lower in ("long", "soon"):
            break  # "as long as", "as soon as"
        inner.pop(0)
    while len(inner) > 1 and layers.tokens[inner[-1]].lower in TRIMMED and not _mated(layers, inner, -1):
        inner.pop()
    return Span(layers.tokens[inner[0]].start, layers.tokens[inner[-1]].end)


def _mated(layers: Layers, inner: list[int], at: int) -> bool:
    mark = layers.tokens[inner[at]].text
    if mark not in QUOTE_MARKS:
        return False
    return sum(layers.tokens[k].text in QUOTE_MARKS for k in inner) % 2 == 0


def predicate(layers: Layers, i: int) -> int:
    """The verb whose clause token i belongs to (i itself if none is above it)."""
    if layers.tokens[i].pos in ("VERB", "AUX"):
        return i
    for up in layers.ancestors(i):
        if layers.tokens[up].pos in ("VERB", "AUX"):
            return up
    return i


def is_asked(layers: Layers, i: int) -> bool:
    """Whether the clause headed by i says what ought to be, not what is: "to pay", "that it pay", "should pay"."""
    token = layers.tokens[i]
    auxiliaries = [layers.tokens[c] for c in layers.children[i] if layers.tokens[c].dep in ("aux", "auxpass")]
    moods = {t.lower for t in auxiliaries if t.dep == "aux"}
    bare = token.tag == "VB" or any(t.dep == "auxpass" and t.lower == "be" for t in auxiliaries)
    return bool(moods & {"to", "should", "must", "shall"}) or (bare and not moods)


def antecedent(layers: Layers, i: int, pronoun: int) -> list[int]:
    """The words that a relative pronoun of the clause around i stands for, without that clause."""
    for up in (i, *layers.ancestors(i)):
        if layers.tokens[up].dep == "relcl":
            inside = set(layers.subtree(up))
            return [j for j in layers.subtree(layers.tokens[up].head) if j not in inside]
    return [pronoun]


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


def prefix(layers: Layers, i: int) -> str:
    """What a hyphen ties to the front of token i: "non" of "non-negotiable"; "" if nothing."""
    if i < 2 or layers.tokens[i - 1].text != "-" or layers.tokens[i - 1].end != layers.tokens[i].start:
        return ""
    return layers.tokens[i - 2].lower


def top(layers: Layers, indices: Sequence[int]) -> int:
    """The token of a phrase or clause whose head lies outside."""
    inside = set(indices)
    return next((j for j in indices if layers.tokens[j].head not in inside or layers.tokens[j].head == j), indices[0])
