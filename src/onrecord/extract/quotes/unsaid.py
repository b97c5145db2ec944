"""Words of saying that tell of a silence: "did not say whether", "declined to comment", "asked about the port"."""

from __future__ import annotations

from onrecord.extract.quotes.clauses import Candidate
from onrecord.layers import Layers

_REFUSALS = frozenset({"decline", "refuse"})
_ANSWERS = frozenset(
    {"answer", "comment", "confirm", "disclose", "discuss", "elaborate", "give", "name", "reply", "respond", "reveal"}
    | {"say", "specify", "speculate", "tell"}
)
_QUESTIONS = frozenset({"how", "if", "what", "when", "where", "whether", "which", "who", "whom", "why"})
_ASKED = frozenset({"ask", "press", "question", "quiz"})


def is_unsaid(layers: Layers, c: Candidate) -> bool:
    """Whether nothing is reported of whom the candidate makes a speaker: they kept silent, or were only asked."""
    tokens = layers.tokens
    cue, over = tokens[c.cue], tokens[tokens[c.cue].head]
    if cue.lemma in _REFUSALS:
        refused = (tokens[j] for j in layers.children[cue.i] if tokens[j].dep == "xcomp")
        return any(t.lemma in _ANSWERS for t in refused)
    if cue.lemma in _ASKED and cue.tag == "VBN" and cue.dep == "advcl":
        return layers.child(cue.i, "auxpass", "nsubj", "nsubjpass") is None  # "Asked about the port, Vask said"
    if cue.dep == "xcomp" and over.lemma in _ASKED and over.dep == "advcl" and cue.lemma in _ANSWERS:
        return True  # "Asked to comment"
    silent = cue.dep == "xcomp" and over.lemma in _REFUSALS
    silent = silent or any(tokens[j].dep == "neg" for j in layers.children[cue.i])
    first = next((t.lower for t in tokens[c.cue + 1 :] if t.start >= c.content[0].start), "")
    if cue.lemma in ("reply", "respond", "answer") and silent:
        return True
    return silent and cue.lemma in _ANSWERS and (first in _QUESTIONS or cue.dep == "xcomp")
