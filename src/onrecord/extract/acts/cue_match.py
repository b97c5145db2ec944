"""Which cue of the lexicon a token is, by its own word class and what hangs on it in the parse."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.lexicon import Cue, cues_by_word, words
from onrecord.layers import Layers, Token

POS = {"v": ("VERB", "AUX"), "n": ("NOUN", "PROPN"), "a": ("ADJ", "VERB", "ADV", "NOUN", "ADP"), "x": ("AUX", "VERB")}
PREDICATIVE = frozenset(
    ["acomp", "oprd", "attr", "ROOT", "ccomp", "conj", "relcl", "advcl", "xcomp", "prep", "advmod", "acl"]
)
MOVES = frozenset({"act", "action", "approach", "course", "decision", "development", "game", "idea", "message", "move"})
MOVES |= {"policy", "possibility", "precedent", "proposal", "signal", "step", "thing", "way"}
NAMING = frozenset({"PROPN", "PRON", "DET"})  # "should it fail" is a condition
NOT = frozenset({"not", "n't", "n’t", "never"})
WISHING = frozenset({"would", "'d", "’d"})
JUDGING = frozenset({"ACCUSE", "SUPPORT"})
LESSENING = frozenset({"less", "least"})
BEING = frozenset({"be", "remain", "seem", "appear", "become", "look", "sound", "run", "spiral", "spin", "go"})
SAID_OF = frozenset({"attr", "oprd", "acomp", "ROOT", "ccomp"})
TIES = frozenset({"prt", "prep", "advmod", "dative", "agent"})


def cues_at(layers: Layers, i: int) -> list[Cue]:
    """The cues of the lexicon whose every demand token i and its dependents meet, the strictest first."""
    token, known, front = layers.tokens[i], cues_by_word(), clauses.prefix(layers, i)
    found = known.get(f"{front}-{token.lower}", ()) if front else ()
    if not found and front in ("", "non", "re", "co"):  # to de-escalate is not to escalate
        found = known.get(token.lemma, ())
        if token.lower != token.lemma:
            found += known.get(token.lower, ())
    if not found:
        return []
    fitting = [cue for cue in found if _fits(layers, i, cue)]
    predicative = token.dep == "acomp"  # "is opposed to" opposes, nobody is opposing it
    return sorted(fitting, key=lambda cue: (predicative and cue.pos != "a", not _is_filled_by_head(layers, i, cue)))


def _is_filled_by_head(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether the slot's own head is what the cue asks for, not a word beside it ("missile attack" is an attack)."""
    filler = filled(layers, i, cue.slot) if cue.slot else None
    return filler is not None and layers.tokens[filler].lemma in cue.fillers


def _fits(layers: Layers, i: int, cue: Cue) -> bool:
    following = layers.tokens[i : i + len(cue.words)]
    if len(following) < len(cue.words) or any(
        not {w, w.rpartition("-")[2]} & {t.lemma, t.lower} for w, t in zip(cue.words, following, strict=True)
    ):
        return False
    head = following[-1] if cue.pos == "n" else layers.tokens[i]
    if not _is_of_class(layers, head, cue) or not _stands_as(layers, i, cue):
        return False
    if cue.particle and not (cue.particle & _ties(layers, i)):
        return False
    if cue.slot:
        filler = _given(layers, i, cue) or filled(layers, i, cue.slot)
        filler = None if filler is None else arguments.meant(layers, i, filler)  # "a treaty, which they signed"
        if filler is None or (cue.type == "CONSULT" and _is_for_media(layers, filler)):
            return False
        if cue.slot == "label" and layers.tokens[filler].pos == "VERB" and layers.tokens[filler].tag == "VB":
            return False  # "calls on them to act" labels nobody
        said = {
            layers.tokens[c].lemma
            for c in layers.children[filler]
            if cue.slot == "label" and not _is_lessened(layers, c)
        }
        return bool((_heads(layers, filler) | said) & cue.fillers)
    return True


def _given(layers: Layers, i: int, cue: Cue) -> int | None:
    """What is given, where to whom stands before it: the deadline of "gave Karsia a deadline"."""
    objects = [c for c in layers.children[i] if layers.tokens[c].dep == "dobj"] if cue.slot == "obj" else []
    two = len(objects) > 1 or (bool(objects) and layers.child(i, "dative") is not None)
    return next((c for c in objects if layers.tokens[c].lemma in cue.fillers), None) if two else None


def _is_of_class(layers: Layers, head: Token, cue: Cue) -> bool:
    """Whether a token is of the cue's word class; in "rejected Karsian calls for aid" the parse takes a noun for a
    verb, though it is an object with an adjective of its own."""
    named = head.dep in ("dobj", "pobj", "nsubj") and layers.child(head.i, "amod", "det", "poss") is not None
    if named and head.pos == "VERB":
        return cue.pos == "n"
    return head.pos in POS[cue.pos]


def _is_for_media(layers: Layers, i: int) -> bool:
    """Whether a conference is held for reporters."""
    return any(layers.tokens[c].lower in ("news", "press", "media") for c in layers.children[i])


def _ties(layers: Layers, i: int) -> set[str]:
    """The particles, prepositions and clause types that hang on i."""
    near = [i, *(c for c in layers.children[i] if layers.tokens[c].dep in ("prt", "advmod"))]
    ties = [c for j in near for c in layers.children[j] if layers.tokens[c].dep in TIES and _is_tied(layers, c, i)]
    if layers.tokens[i].dep == "acomp":  # the parse may hang "upon" of "is contingent upon" on "is"
        ties += [c for c in layers.children[layers.tokens[i].head] if c > i and layers.tokens[c].dep == "prep"]
    out = {layers.tokens[c].lower for c in ties}
    inner = clauses.complement(layers, i)
    if inner is not None:
        out.add("clause")
        out |= {"asked"} if clauses.is_asked(layers, inner) else set()
        out |= {layers.tokens[c].lower for c in layers.children[inner]} & {"for", "that"}
    if layers.child(i, "dobj") is not None or arguments.is_passive(layers, i):
        out |= {"obj"} if inner is not None else {"obj", "thing"}
    if layers.child(i, "xcomp") is not None:
        out.add("xcomp")
    head = layers.tokens[i].head
    denied = [c for j in (i, head) for c in layers.children[j] if layers.tokens[c].dep == "neg"]
    out |= {"not"} if {layers.tokens[c].lower for c in denied} & NOT else set()
    wishing = [c for j in (i, head) for c in layers.children[j] if layers.tokens[c].dep == "aux" and c < i]
    out |= {"would"} if {layers.tokens[c].lower for c in wishing} & WISHING else set()
    if any(layers.tokens[c].dep == "expl" for c in layers.children[head]):
        out.add("there")
        there = layers.child(head, "attr")
        none = there is not None and any(layers.tokens[c].lower == "no" for c in layers.children[there])
        out |= {"no"} if none or layers.child(head, "neg") is not None else set()
    return out


def _is_tied(layers: Layers, i: int, verb: int) -> bool:
    """Whether token i belongs to the verb: not "In its note Karsia gave", nor the day of "called him on Friday"."""
    inner = layers.child(i, "pobj")
    asked = inner is not None and layers.tokens[inner].tag in ("WDT", "WP")  # "the fee on which they insist"
    fronted = i < verb and layers.tokens[i].dep == "prep" and not asked
    return not fronted and not _is_dating(layers, i) and not _is_on_the_way(layers, i, verb)


def _is_on_the_way(layers: Layers, i: int, verb: int) -> bool:
    """Whether somebody called elsewhere before this "on": "called in on her way", but "called again on them"."""
    calls = layers.tokens[verb].lemma == "call" and layers.tokens[i].lower in ("on", "upon")
    between = layers.tokens[verb + 1 : i]
    return calls and any(t.pos in ("ADP", "ADV") and t.head == verb and t.dep in ("prep", "prt") for t in between)


def _is_dating(layers: Layers, i: int) -> bool:
    """Whether preposition i only tells the day: "called him on Friday" does not call on him."""
    day = layers.child(i, "pobj")
    return day is not None and layers.tokens[day].ent in ("DATE", "TIME") and layers.tokens[i].lower != "until"


def _heads(layers: Layers, i: int) -> set[str]:
    """Lemmas and kinds of entity that may be meant by the phrase at i: its head, what it is a series of, what is
    joined to it."""
    out, todo = set(), [i]
    while todo:
        j = todo.pop()
        out |= {layers.tokens[j].lemma, layers.tokens[j].ent}
        todo += [c for c in layers.children[j] if layers.tokens[c].dep in ("conj", "compound")]
        ties = [c for c in layers.children[j] if layers.tokens[c].lower in ("of", "in", "worth")]
        todo += [inner for c in ties if (inner := layers.child(c, "pobj")) is not None]
    return out


def _stands_as(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether the token stands in the sentence as a word of its class that can carry an act."""
    dep, last = layers.tokens[i].dep, layers.tokens[i + len(cue.words) - 1]
    quality = cue.actor == "voice" and cue.type in JUDGING and cue.pos in "an"
    if quality and not _is_predicated(layers, last.i if cue.pos == "n" else i):
        return False
    if cue.pos == "x":
        subject = layers.child(layers.tokens[i].head, "nsubj", "nsubjpass")
        asked = layers.tokens[i].lower == "should" and layers.tokens[min(i + 1, len(layers.tokens) - 1)].pos in NAMING
        return dep == "aux" and not asked and (subject is None or subject < i or "no" in cue.particle)
    if cue.pos == "a":
        if cue.words == ("opposed",) and i and layers.tokens[i - 1].lower == "as":
            return False  # "in one go, as opposed to bit by bit"
        if layers.child(i, "dobj") is not None or (
            layers.tokens[i].tag == "VBD" and layers.child(i, "nsubj") is not None
        ):
            return False  # "opened the door to", "the years it devoted to" are no adjectives
        head = layers.tokens[i].head
        if dep == "amod":  # "that is a dangerous step"
            move, there = layers.tokens[head], layers.child(layers.tokens[head].head, "expl")
            told = move.dep == "attr" and there is None  # "there is no dangerous step"
            return cue.actor == "voice" and told and move.lemma in MOVES | words("policies.tsv")
        return dep in PREDICATIVE and not (dep == "conj" and layers.tokens[head].dep == "amod")
    if cue.pos == "n" and cue.actor == "voice" and "there" not in cue.particle and last.dep not in PREDICATIVE:
        return False  # "wants a good deal" judges nothing
    if cue.pos == "n":
        return last.dep not in ("compound", "amod", "poss")
    if cue.words[-1] == "no" and last.dep == "det":
        return False  # "said no ship would sail"
    return dep not in ("aux", "auxpass", "amod", "compound")


def _is_lessened(layers: Layers, i: int) -> bool:
    return any(layers.tokens[c].lower in LESSENING for c in layers.children[i])


def _is_predicated(layers: Layers, i: int) -> bool:
    """Whether a word that judges is said of something: "is a disaster", "is out of touch", not "the least bad option",
    "flew just under it", "the mayor and a friend of his came"."""
    token = layers.tokens[i]
    if _is_lessened(layers, i):
        return False
    if token.pos == "ADP":
        return layers.tokens[token.head].lemma in BEING
    if token.pos in ("NOUN", "PROPN"):
        up = token
        while up.dep == "conj" and up.head != up.i:
            up = layers.tokens[up.head]
        return up.dep in SAID_OF
    return token.dep != "advmod"


def filled(layers: Layers, i: int, slot: str) -> int | None:
    """The token that stands in a slot of the frame of token i."""
    if slot == "obj":
        found = arguments.patient(layers, i)
        return arguments.lacked(layers, i) if found is None else found
    if slot == "subj":
        return arguments.judged(layers, i)
    if slot == "clause":
        return clauses.complement(layers, i)
    if slot == "label":
        return arguments.label(layers, i)
    if slot in ("dative", "attr"):
        return layers.child(i, slot)
    return arguments.behind(layers, i, slot)
