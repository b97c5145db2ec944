"""The one place that decides polarity and modality: whether an act is asserted, denied, planned or only possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from onrecord.extract.acts.lexicon import cues_by_word, governors
from onrecord.extract.clauses import prefix
from onrecord.layers import Layers
from onrecord.readings import Modality

NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely", "scarcely", "nowhere", "without"}
)
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "parataxis", "csubj"})
NOBODY = frozenset({"nobody", "none", "neither"})
NOTHING = frozenset({"nobody", "none", "nothing"})
WILL = frozenset({"will", "shall", "'ll", "’ll", "would", "'d", "’d"})
FUTURE = WILL | {"wo"}
POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
RAISING = frozenset({"think", "believe", "suppose", "feel"})  # "do not think we should" is "think we should not"
MODALITIES = frozenset(get_args(Modality)) - {"denied"}
HYPOTHETICAL = frozenset({"if", "unless", "whether", "provided", "once", "lest"})


@dataclass(frozen=True, slots=True)
class Polarity:
    """How a predicate is put forward.

    negated   said not to be so (an even number of negations cancels out)
    mood      happened, planned, possible or demanded, leaving negation aside
    supposed  it stands in a condition or a question: nobody asserts it
    aside     it is named only by the way: what something else is done for ("met to urge ..."), or a demand in a
              condition ("if its demands are not met"): held by its owner, but no act told here
    """

    negated: bool = False
    mood: Modality = "happened"
    supposed: bool = False
    aside: bool = False

    @property
    def modality(self) -> Modality:
        return "denied" if self.negated else self.mood


def polarity(layers: Layers, i: int) -> Polarity:
    """The polarity of token i: its own negation and mood, then those of what governs it, up to the verb of speech."""
    negations, mood, supposed = int(_is_negated(layers, i)), _mood(layers, i), is_supposed(layers, i)
    below = i
    for up in layers.ancestors(i):
        tie, head = layers.tokens[below].dep, layers.tokens[up]
        effect = _effect(layers, up)
        if tie == "conj" and head.pos in ("VERB", "AUX"):
            shares = layers.child(below, "aux", "nsubj", "nsubjpass") is None
            mood = mood or (_mood(layers, up) if shares else None)
            break
        if tie in ("relcl", "parataxis") or (tie == "ccomp" and effect is None):
            negations += tie == "ccomp" and head.lemma in RAISING and _is_negated(layers, up)
            supposed = supposed or (tie == "ccomp" and is_supposed(layers, up))  # "asked if he thinks they want it"
            break
        if tie in ("advcl", "nsubj", "csubj") and head.pos in ("VERB", "AUX"):
            supposed = supposed or (tie != "advcl" and is_supposed(layers, up))
            break
        if tie == "prep" and head.pos in ("VERB", "AUX"):
            copula = head.lemma == "be" and _is_negated(layers, up, below)  # "is not on the table"
            negations += (effect in ("denied", "negated")) + copula
            break
        negations += _is_negated(layers, up, below) + (effect in ("denied", "negated"))
        mood = mood or _mood(layers, up) or (cast("Modality", effect) if effect in MODALITIES else None)
        supposed = supposed or is_supposed(layers, up)
        below = up
    return Polarity(negations % 2 == 1, mood or "happened", supposed, _is_purpose(layers, i))


def own_polarity(layers: Layers, i: int) -> Polarity:
    """That of token i alone, whatever is done about it: a demand that is rejected was made all the same."""
    return Polarity(_is_negated(layers, i), aside=polarity(layers, i).supposed)


def _effect(layers: Layers, i: int) -> str | None:
    """What token i makes of what hangs on it, None for most words; to rule out is not to rule."""
    lemma = layers.tokens[i].lemma
    out = any(layers.tokens[c].lower == "out" for c in layers.children[i])
    return governors().get(f"{lemma} out" if out else lemma)


def _is_purpose(layers: Layers, i: int) -> bool:
    infinitive = any(layers.tokens[c].lower == "to" and layers.tokens[c].dep == "aux" for c in layers.children[i])
    goes_on = layers.tokens[layers.tokens[i].head].lemma in ("go", "continue", "proceed", "move")
    return infinitive and not goes_on and layers.tokens[i].dep in ("advcl", "acl", "relcl")


def _is_negated(layers: Layers, i: int, below: int | None = None) -> bool:
    """Whether token i has a negation of its own, or over what hangs on it apart from `below`."""
    if prefix(layers, i) == "non" and f"non-{layers.tokens[i].lower}" not in cues_by_word():
        return True  # "non-binding"; a "non-starter" is a word of its own
    for c in layers.children[i]:
        token = layers.tokens[c]
        if token.dep == "neg" or (token.dep in ("det", "advmod", "preconj", "predet") and token.lower in NEGATIONS):
            return True
        if token.dep == "aux" and any(layers.tokens[k].dep == "neg" for k in layers.children[c]):
            return True  # "never will accept"
        if c != below and token.dep in ("nsubj", "nsubjpass") and token.lower in NOBODY:
            return True
        if c != below and token.dep in ("dobj", "attr", "nsubj", "nsubjpass") and _is_none(layers, c):
            return True
        if c != below and token.dep == "dobj" and token.lower in NOTHING:
            return True
    return False


def _is_none(layers: Layers, i: int) -> bool:
    """Whether there is none of the thing at token i, or as good as none: "no reason", "little reason", but not "a
    little room"."""
    before = {layers.tokens[c].dep: layers.tokens[c].lower for c in layers.children[i] if c < i}
    return before.get("det") == "no" or (before.get("amod") == "little" and "det" not in before)


def _mood(layers: Layers, i: int) -> Modality | None:
    words = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep in ("aux", "advmod", "auxpass")}
    if words & POSSIBLE or words & {"possibly", "likely", "perhaps", "probably"}:
        return "possible"
    return "planned" if words & FUTURE else None


def is_supposed(layers: Layers, i: int) -> bool:
    """Whether predicate i heads a condition ("if it attacks", "should it attack") or a question."""
    token = layers.tokens[i]
    for c in layers.children[i]:
        child = layers.tokens[c]
        if child.dep in ("mark", "advmod") and child.lower in HYPOTHETICAL and c < i:
            return True  # behind the verb "once" tells how often, or "at once"
        if (
            child.lower in ("until", "when", "after", "before")
            and token.dep == "advcl"
            and token.tag in ("VBZ", "VBP")
            and c < i
        ):
            return True  # "until it complies", "when it complies"
        if token.dep == "ccomp" and child.tag in ("WP", "WRB") and child.i < i:
            return True  # an indirect question
    if token.dep == "csubj" and layers.tokens[min(layers.subtree(i))].tag == "WRB":
        return True  # "how far they are willing to go remains to be seen"
    if token.dep in CLAUSES and is_inverted(layers, i):
        return True
    return token.dep == "ROOT" and "?" in {t.text for t in layers.tokens_of(layers.sentence_of(i))[-2:]}  # or “...?”


def is_inverted(layers: Layers, i: int, *, aside: bool = False) -> bool:
    """Whether "should" or "were" stands before the subject: "should the ministers fail"; `aside` also where it follows
    right upon another clause, which no question does: "will strike the port should they fail"."""
    moved = next((c for c in layers.children[i] if layers.tokens[c].lower in ("should", "were", "had")), None)
    subject = layers.child(i, "nsubj", "nsubjpass")
    if layers.tokens[i].lower in ("were", "should"):
        moved = i
    if moved is None or subject is None or moved >= subject:
        return False
    before = [t for t in layers.tokens_of(layers.sentence_of(i)) if t.i < moved]
    opens = not before or before[-1].pos in ("PUNCT", "SCONJ", "CCONJ", "VERB") or before[-1].lower == "that"
    asks = layers.tokens[layers.sentence_of(i).last - 1].text == "?" or (
        bool(before) and before[-1].tag.startswith("W")
    )
    follows = aside and layers.tokens[moved].lower == "should" and not asks
    return opens or follows or layers.tokens[i].dep == "advcl"
