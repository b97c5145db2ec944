"""What a cue reports: for each word that may report, the words it takes as what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.quotes.cues import ADDRESSEES, cue_verbs, is_according
from onrecord.extract.quotes.source import SUBJECTS, saying_beside, source_of
from onrecord.layers import Layers, Token
from onrecord.text import Span

PREPOSITIONS = frozenset(
    {
        "to",
        "for",
        "of",
        "on",
        "about",
        "against",
        "with",
        "as",
        "from",
        "over",
        "upon",
        "at",
        "behind",
        "toward",
        "towards",
    }
)
_COMPLEMENTS = {
    "dobj": "object",
    "attr": "object",
    "dative": "object",
    "xcomp": "infinitive",
    "oprd": "infinitive",
    "prep": "prep",
}
_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may report, and the words that it would report.

    frame   how it takes them: clause, object, infinitive, according, inserted, noun, adjective, or
            "+for" and the like for a preposition's object
    top     the token that heads the content
    """

    cue: int
    frame: str
    content: tuple[Span, ...]
    top: int
    source: int | None


def candidates(layers: Layers) -> Iterator[Candidate]:
    """Every word of the article that takes something it may report, once, in order."""
    for token in layers.tokens:
        i = token.i
        if is_according(layers, i):
            found = _according(layers, i)
        elif token.pos in _VERBAL:
            found = _verb(layers, i)
        elif token.pos == "NOUN":
            found = _noun(layers, i)
        elif token.pos == "ADJ":
            found = _adjective(layers, i)
        else:
            found = None
        if found is not None:
            yield found


def _verb(layers: Layers, i: int) -> Candidate | None:
    tokens = layers.tokens
    clause = next((c for c in layers.children[i] if tokens[c].dep == "ccomp"), None)
    if clause is not None:
        content = clause_words(layers, clause, i)
        return Candidate(i, "clause", content, clause, source_of(layers, i)) if content else None
    return _inserted(layers, i) or complements(layers, i) or misparsed(layers, i)


def complements(layers: Layers, i: int) -> Candidate | None:
    """What follows a verb without a clause: its object, infinitive or preposition, with what belongs to these."""
    tokens = layers.tokens
    parts = [c for c in layers.children[i] if c > i and tokens[c].dep in _COMPLEMENTS]
    parts = [c for c in parts if tokens[c].dep != "prep" or _said_by(layers, c)]
    if not parts or any(_relays(layers, i, j) for p in parts for j in layers.subtree(p)):
        return None
    first = parts[0]
    words = [j for c in parts for j in layers.subtree(c)]
    frame = _COMPLEMENTS[tokens[first].dep]
    if frame == "prep":
        frame = "+" + tokens[first].lower
        words = [j for j in words if j != first]
    content = _trimmed(layers, words)
    return Candidate(i, frame, content, first, source_of(layers, i)) if content else None


def _said_by(layers: Layers, prep: int) -> bool:
    """Whether a prepositional phrase can be part of what was said, not of when and where."""
    if layers.tokens[prep].lower not in PREPOSITIONS:
        return False
    described = ("amod", "acomp", "advcl") if layers.tokens[prep].lower == "as" else ()
    inside = layers.child(prep, "pobj", "pcomp", *described)
    return (
        inside is not None
        and layers.tokens[inside].ent not in ("DATE", "TIME")
        and layers.tokens[inside].lemma not in ADDRESSEES
    )


def clause_words(layers: Layers, top: int, cue: int) -> tuple[Span, ...]:
    """The words of a reported clause without "that"; those beyond the cue from it are left out."""
    words = layers.subtree(top)
    if top > cue:
        further = [c for c in layers.children[top] if saying_beside(layers, c) == cue]
        words = [j for j in words if j > cue and (not further or j < further[0])]
        words += _cut_off(layers, top, cue) or _condition_after(layers, words, cue)
        if words and layers.tokens[words[0]].lower == "that" and layers.tokens[words[0]].dep == "mark":
            words = words[1:]
    else:
        subject = layers.child(cue, *SUBJECTS)
        limit = min(cue, min(layers.subtree(subject)) if subject is not None and subject < cue else cue)
        beside = (c for c in layers.children[cue] if layers.tokens[c].dep == "ccomp" and top < c < limit)
        words = [j for j in (*words, *(j for c in beside for j in layers.subtree(c))) if j < limit]
    return _trimmed(layers, words)


def _cut_off(layers: Layers, top: int, cue: int) -> list[int]:
    """The main clause of "warned that should they leave, it must answer", which the parse gives the sentence."""
    tokens = layers.tokens
    head = tokens[cue].head
    if tokens[cue].dep != "advcl" or head < top or tokens[cue + 1].lower != "that":
        return []
    return list(range(max(layers.subtree(top)) + 1, layers.sentence_of(cue).last))


def _condition_after(layers: Layers, words: list[int], cue: int) -> list[int]:
    """The end of "said they would leave, but only if ships pass", which the parse gives the cue."""
    tokens = layers.tokens
    end = words[-1] + 1 if words else len(tokens)
    opening = [t.lower for t in tokens[end : end + 4]]
    if opening[:2] != [",", "but"] or not {"if", "unless"} & set(opening[2:4]):
        return []
    clause = next((c for c in layers.children[cue] if tokens[c].dep == "conj" and c > end), None)
    return list(range(end, max(layers.subtree(clause)) + 1)) if clause is not None else []


def misparsed(layers: Layers, i: int) -> Candidate | None:
    """A verb of saying that the parse gives nothing that is said: at the end of its sentence the words
    before it ("..., a spokesman announced on Monday."), elsewhere those after it."""
    tokens = layers.tokens
    verb = cue_verbs().get(tokens[i].lemma)
    if verb is None or "quote" not in verb.frames or tokens[i].dep == "pobj":
        return None
    tail = _tail(layers, i)
    if tail is not None:
        return tail
    goes_on = i > 0 and tokens[i - 1].lower in ("and", "but", "also", "then")
    if tokens[i].dep == "acl" or (tokens[i].dep == "amod" and not goes_on):
        return None
    sentence = layers.sentence_of(i)
    after = tokens[i + 1 : sentence.last]
    if not any(t.tag in _FINITE for t in after):
        return None
    if after[0].pos in ("DET", "PRON", "NOUN", "PROPN", "AUX", "ADJ", "NUM", "SCONJ") and i + 1 < len(tokens):
        content = _trimmed(layers, list(range(i + 1, sentence.last)))
        source = _source_before(layers, i) if goes_on else source_of(layers, i)
        frame = "joined" if goes_on and source is not None else "rest"
        return Candidate(i, frame, content, i + 1, source) if content else None
    return None


def _source_before(layers: Layers, i: int) -> int | None:
    """The source of the last saying before token i in its sentence: of "said" in "said A, but added B"."""
    for j in range(i - 1, layers.sentence_of(i).first, -1):
        if layers.tokens[j].lemma in cue_verbs() and layers.tokens[j].pos == "VERB":
            found = source_of(layers, j)
            if found is not None and found < j:
                return found
    return None


def _tail(layers: Layers, i: int) -> Candidate | None:
    """ "..., a spokesman announced on Monday, the first sign that ...": a subject and its verb after a
    comma that only circumstances or a remark of the writer's follow; the words before were said."""
    tokens = layers.tokens
    sentence = layers.sentence_of(i)
    stop = next((t.i for t in tokens[i + 1 : sentence.last] if t.text == ","), sentence.last)
    relay = relaying(layers, i)
    start = relay if relay is not None else i
    subject = layers.child(start, *SUBJECTS)
    if subject is None and tokens[i].tag == "VBN" and tokens[i].dep == "acl" and tokens[i].head == i - 1:
        subject = i - 1 if _is_someone(layers, i - 1) else None
    if subject is None or subject > start or stop - i > 13:
        return None
    first = min(layers.subtree(subject))
    if first <= sentence.first or tokens[first - 1].text not in (",", "—", "–"):
        return None
    rest = tokens[i + 1 : stop] if relay is None else tokens[i + 1 : sentence.last]
    if any(t.tag in _FINITE for t in rest) or _goes_on(layers, stop):
        return None
    content = _trimmed(layers, list(range(sentence.first, first)))
    frame, source = ("tail", subject) if relay is None else ("relayed", source_of(layers, i))
    return Candidate(i, frame, content, max(tokens[i].head, sentence.first), source) if content else None


def _is_someone(layers: Layers, i: int) -> bool:
    mention = layers.mention_headed(i)
    return mention is not None and mention.kind in ("person", "party", "unnamed")


def _goes_on(layers: Layers, comma: int) -> bool:
    """Whether a main clause follows the comma: what was said goes on after the attribution."""
    tokens = layers.tokens
    for t in tokens[comma + 1 : layers.sentence_of(comma - 1).last]:
        verb = tokens[t.head] if t.dep in ("aux", "auxpass") else t
        if t.tag in _FINITE and verb.dep not in ("acl", "relcl", "advcl", "pcomp"):
            return True
    return False


def relaying(layers: Layers, i: int) -> int | None:
    """The "quoted" of "Reuters quoted him as saying", for its "saying"."""
    tokens = layers.tokens
    head = tokens[i].head
    if tokens[i].dep in ("pcomp", "advcl", "prep") and tokens[head].lower == "as":
        head = tokens[head].head
    return head if head != i and tokens[head].lemma in ("quote", "cite") and tokens[head].pos == "VERB" else None


def _relays(layers: Layers, i: int, saying: int) -> bool:
    """Whether verb i is the "quoted" of "quoted an envoy as saying"."""
    before = layers.tokens[saying - 1].lower if saying else ""
    return layers.tokens[i].lemma in ("quote", "cite") and before == "as" and layers.tokens[saying].tag == "VBG"


def _inserted(layers: Layers, i: int) -> Candidate | None:
    """ "The bill, he said, is bad": the sentence round a cue that is set between commas."""
    token = layers.tokens[i]
    if token.dep not in ("parataxis", "ccomp") or layers.child(i, "dobj", "xcomp", "mark") is not None:
        return None
    mine = layers.subtree(i)
    subject = layers.child(i, "nsubj")
    if subject is None or len(mine) > 12:
        return None
    top = token.head
    opening = (layers.tokens[min(mine)].text, layers.tokens[max(min(mine) - 1, 0)].text)
    if top < i and min(mine) > 0 and not {",", "—", "–", "-"} & set(opening):
        return None
    around = [j for j in layers.subtree(top) if j not in set(mine)]
    content = tuple(
        s
        for side in ([j for j in around if j < min(mine)], [j for j in around if j > max(mine)])
        for s in _trimmed(layers, side)
    )
    return Candidate(i, "inserted", content, top, subject) if content else None


def _according(layers: Layers, i: int) -> Candidate | None:
    """ "According to X, ..." and "..., according to X": the rest of the sentence."""
    tokens = layers.tokens
    preposition = i + 1
    named = layers.child(preposition, "pobj") or layers.child(i, "pobj")
    if named is None:
        return None
    mine = set(layers.subtree(i)) | set(layers.subtree(preposition)) | set(layers.subtree(named))
    sentence = layers.sentence_of(i)
    if i - sentence.first <= 1:
        words = list(range(max(mine) + 1, sentence.last))
    else:
        words = [j for j in range(sentence.first, i) if j not in mine]
    content = _trimmed(layers, words)
    top = tokens[i].head if tokens[i].head != i else named
    return Candidate(i, "according", content, top, named) if content else None


def _noun(layers: Layers, i: int) -> Candidate | None:
    """ "a statement that ...", "his refusal to ...", "its call for ..."."""
    tokens = layers.tokens
    for c in layers.children[i]:
        dep = tokens[c].dep
        if c <= i or dep not in ("acl", "ccomp", "relcl", "prep", "xcomp"):
            continue
        if dep == "prep":
            if tokens[c].lower not in PREPOSITIONS or layers.child(c, "pobj", "pcomp") is None:
                continue
            words = [j for j in layers.subtree(c) if j != c]
        elif (dep == "relcl" and layers.child(c, "mark") is None) or (dep == "acl" and tokens[c].tag in ("VBG", "VBN")):
            continue
        else:
            words = layers.subtree(c)
            if tokens[words[0]].lower == "that":
                words = words[1:]
        content = _trimmed(layers, words)
        if content:
            frame = "noun+" + tokens[c].lower if dep == "prep" else "noun"
            return Candidate(i, frame, content, c, source_of(layers, i))
    return None


def _adjective(layers: Layers, i: int) -> Candidate | None:
    """ "was aware that ...", "critical of ..."."""
    tokens = layers.tokens
    for c in layers.children[i]:
        if c > i and tokens[c].dep in ("ccomp", "xcomp", "prep"):
            prep = tokens[c].dep == "prep"
            if prep and layers.child(c, "pobj", "pcomp") is None:
                continue
            words = [j for j in layers.subtree(c) if not prep or j != c]
            if words and tokens[words[0]].lower == "that":
                words = words[1:]
            content = _trimmed(layers, words)
            if content:
                head = tokens[i].head if tokens[i].dep == "acomp" else i
                frame = "adjective+" + tokens[c].lower if prep else "adjective"
                return Candidate(i, frame, content, c, source_of(layers, head))
    return None


def _is_conjunction(that: Token, following: Token) -> bool:
    """Whether "that" opens a clause ("that officials came"), not a noun phrase ("that offer stands")."""
    return that.lower == "that" and (that.tag == "IN" or following.tag in ("NNS", "NNPS", "NNP", "PRP", "EX"))


def _trimmed(layers: Layers, words: list[int]) -> tuple[Span, ...]:
    """The words as one span, without commas, conjunctions and marks hanging over its ends."""
    tokens = layers.tokens
    words = sorted(set(words))
    if len(words) > 1 and _is_conjunction(tokens[words[0]], tokens[words[1]]):
        words = words[1:]
    while words and (tokens[words[0]].text in ",;:—–-" or tokens[words[0]].text == "--"):
        words = words[1:]
    while words and (tokens[words[-1]].text in ",;:.—–-" or tokens[words[-1]].dep == "cc"):
        words = words[:-1]
    return (Span(tokens[words[0]].start, tokens[words[-1]].end),) if words else ()
