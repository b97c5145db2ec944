"""Who is heard where a text speaks: "the statement added", "it read" mean whoever issued it."""

from __future__ import annotations

from onrecord.extract.quotes.cues import cue_vehicles, cue_verbs
from onrecord.extract.quotes.source import SUBJECTS, issuer, source_of
from onrecord.layers import Layers

BACK = 3  # sentences in which the issuer of a text is looked for
ISSUED = frozenset(
    {
        "communique",
        "communiqué",
        "declaration",
        "letter",
        "memo",
        "memorandum",
        "message",
        "notice",
        "post",
        "readout",
        "release",
        "statement",
        "tweet",
    }
)
"""What a party or an office gives out in its own name."""
GIVING = frozenset({"circulate", "distribute", "file", "give", "issue", "make", "publish", "put", "release", "send"})
_KNOWN = frozenset({"party", "person"})
_ACTING = frozenset({"VERB", "AUX"})


def issued_by(layers: Layers, source: int) -> int | None:
    """The head of the phrase that names who issued the text at token `source`, a noun or "it"; None if none does.

    It is who said something in such a text, or issued it, in the sentences before; else who acted last in the
    sentence before.
    """
    token = layers.tokens[source]
    if layers.mention_headed(source) is not None:
        return None
    if token.lower == "it":
        before = _subject_before(layers, source)
        return _speaker_of(layers, before) if before is not None and _speaks(layers, before) else None
    if token.pos != "NOUN" or token.lemma not in ISSUED or not _is_known(layers, source):
        return None
    first = layers.sentences[max(0, token.sentence - BACK)].first
    for i in range(source - 1, first - 1, -1):
        if layers.tokens[i].lemma in ISSUED and layers.tokens[i].pos == "NOUN":
            found = _issuer_of(layers, i)
            if found is not None:
                return found
    before = _subject_before(layers, source)
    return before if before is not None and _is_someone(layers, before) else None


def _speaks(layers: Layers, i: int) -> bool:
    """Whether a noun is the subject of a verb of saying."""
    cue = cue_verbs().get(layers.tokens[layers.tokens[i].head].lemma)
    return layers.tokens[i].pos in ("NOUN", "PROPN") and cue is not None and cue.kind == "speech"


def _speaker_of(layers: Layers, i: int) -> int | None:
    """Token i, or who issued what it names."""
    if _is_someone(layers, i):
        return i
    return issued_by(layers, i) or (None if layers.tokens[i].lemma in cue_vehicles() else i)


def _issuer_of(layers: Layers, i: int) -> int | None:
    """Who is named beside a text as its issuer ("the League's statement"), or says something in it."""
    owner = issuer(layers, i)
    if owner != i:
        return owner if _is_someone(layers, owner) else None
    above = next((up for up in layers.ancestors(i) if layers.tokens[up].pos in _ACTING), None)
    if above is None or layers.tokens[i].dep not in ("pobj", "dobj"):
        return None
    if layers.tokens[above].lemma not in {*cue_verbs(), *GIVING}:
        return None
    said = source_of(layers, above)
    return said if said is not None and said != i and _is_someone(layers, said) else None


def _subject_before(layers: Layers, i: int) -> int | None:
    """The subject of the main clause of the sentence before."""
    sentence = layers.sentence_of(i)
    if sentence.index == 0 or layers.sentences[sentence.index - 1].kind != sentence.kind:
        return None
    last = layers.sentences[sentence.index - 1]
    roots = [t.i for t in layers.tokens_of(last) if t.head == t.i]
    subjects = (layers.child(r, *SUBJECTS) for r in roots)
    return next((s for s in subjects if s is not None), None)


def _is_known(layers: Layers, i: int) -> bool:
    return any(layers.tokens[c].lower in ("the", "this", "that") for c in layers.children[i])


def _is_someone(layers: Layers, i: int) -> bool:
    mention = layers.mention_headed(i)
    return mention is not None and mention.kind in _KNOWN
