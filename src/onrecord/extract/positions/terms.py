"""The terms of a matter, by which positions on one matter meet whatever the wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.extract import clauses
from onrecord.extract.acts.lexicon import table, words
from onrecord.extract.context import Context
from onrecord.extract.positions.topics import topic_noun
from onrecord.layers import Layers, Token
from onrecord.readings import Position
from onrecord.text import Span

TALKS = "talks"
TIMETABLE = "timetable"
UNNAMED = "proposals"
ENLARGEMENT = "enlargement"
PACKAGES = frozenset({UNNAMED, "guarantees"})
TELLING = 10  # words
SHORT = 3  # letters of what is no word by itself: "re-election", "stand-off"
CIRCUMSTANCES = frozenset({"as", "after", "before", "during", "until", "by", "since", "under", "within", "in", "at"})
COUNTED = frozenset({"MONEY", "QUANTITY", "CARDINAL", "PERCENT"})
NAMES = frozenset({"NOUN", "PROPN"})
HYPHENS = frozenset("-‐‑")
PARTICLES = frozenset({"aside", "away", "back", "down", "off", "out", "up"})
PEOPLE = frozenset({"i", "me", "we", "us", "you", "he", "him", "she", "her", "who", "whom", "himself", "herself"})
PEOPLE |= {"anything", "everything", "something"}
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def terms_of(context: Context, matter: list[int], at: int) -> tuple[str, ...]:
    """What the matter is about, in lemmas or the senses that they share with other words, parties with a capital
    letter; each once, sorted.

    Talks are a matter only by themselves ("to negotiate the fee" is about the fee), and so is when. A package is one
    only where none of its items is named, and verbs where no noun is: what is done about a thing is the stance, not
    the matter. Parties tell matters apart where one word names the thing ("the invasion of Karsia"), and always who is
    to join whom. Who is judged ("he is wrong") is no matter; one without any content word ("some things") is what lies
    on the table.
    """
    found, tokens = _terms(context, matter), context.layers.tokens
    if all(tokens[j].lower in PEOPLE or tokens[j].pos == "PUNCT" for j in matter):
        return ()
    out = found.named or found.done
    noun = topic_noun(context, matter)
    if noun is not None and _sense(tokens[noun]) == TALKS:
        return (TIMETABLE,) if TIMETABLE in out else (TALKS,)
    out = out - {TALKS, *PACKAGES} or ({UNNAMED} if out & PACKAGES else out)
    if out <= {UNNAMED}:
        out = _deed(tokens[tokens[at].head] if tokens[at].pos == "AUX" else tokens[at], found) or out
    if ENLARGEMENT in out or (len(out) < 2 and not out & {TALKS, TIMETABLE, UNNAMED}):
        out = out | found.parties
    return tuple(sorted(out or found.vague or {UNNAMED}))


def _deed(cue: Token, found: _Terms) -> set[str]:
    """The sense of the word that carries the stance, where the matter is a party or a package that it judges: "will
    not join the League", "the proposals are no ultimatum"."""
    own = _sense(cue)
    if own is None or own in {TALKS, TIMETABLE, *PACKAGES}:
        return set()
    return {own} if cue.pos == "NOUN" or (found.parties and not found.named) else set()


def telling_words(content: str, position: Position) -> str:
    """The words by whose meaning a matter is compared: the first of it, for what follows costs time and tells little;
    "" for talks and packages, whose terms say all."""
    if set(position.terms) <= {TALKS, TIMETABLE, *PACKAGES}:
        return ""
    return " ".join(content[position.matter.start : position.matter.end].split()[:TELLING])


def names_thing(context: Context, matter: list[int]) -> bool:
    """Whether a matter says what it is about, by a noun or a word with a sense of its own."""
    return bool(_terms(context, matter).named)


@dataclass(slots=True)
class _Terms:
    """The terms of things, of what is done about them, of parties, and of words that say little by themselves."""

    named: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    vague: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.named or self.done or self.parties or self.vague)


def _terms(context: Context, matter: list[int]) -> _Terms:
    return _terms_in(context, _core(context.layers, matter)) or _terms_in(context, matter)


def _terms_in(context: Context, matter: list[int]) -> _Terms:
    layers = context.layers
    out = _Terms()
    for word in _words(layers, matter):
        head, lemma = layers.tokens[word[-1]], _lemma(layers, word)
        parts = [layers.tokens[j] for j in word]
        sense = _senses().get(lemma) or next((s for t in parts if (s := _sense(t))), None)
        said = any(t.pos in CONTENT for t in parts) and lemma not in words("empty.tsv")
        if (sense is None and not said) or not lemma[0].isalnum() or not lemma.replace("-", "").isalnum():
            continue
        mention = layers.mention_with(word[-1])
        a_party = mention is not None and mention.kind == "party" and mention.how == "name"
        if a_party or context.agents(word[-1]) or (head.pos == "PROPN" and head.dep == "compound"):
            out.parties.add(sense or lemma.title())
        elif sense is None and lemma in words("vague.tsv"):
            out.vague.add(lemma)
        elif sense is None and head.pos == "VERB" and len(word) == 1:
            out.done.add(lemma)
        else:
            out.named.add(sense or lemma)
    return out


def _words(layers: Layers, matter: list[int]) -> list[list[int]]:
    """The words as token indices; one with hyphens, which the parse takes apart, is one ("stand-off"), unless it is
    made of nouns ("fee-sharing") and has no sense as a whole."""
    out: list[list[int]] = []
    for j in matter:
        if layers.tokens[j].text in HYPHENS or (out and j <= out[-1][-1]):
            continue
        word = _whole(layers, j)
        parts = [layers.tokens[k] for k in word]
        nouns = all(t.pos in NAMES and len(t.text) > SHORT for t in parts)
        out += [[k] for k in word] if nouns and _lemma(layers, word) not in _senses() else [word]
    return out


def _whole(layers: Layers, i: int) -> list[int]:
    """The tokens of the word around token i without its hyphens, also those that the parse hangs elsewhere."""
    out = [i]
    while _is_joined(layers.tokens[out[-1] : out[-1] + 3]):
        out.append(out[-1] + 2)
    while out[0] >= 2 and _is_joined(layers.tokens[out[0] - 2 : out[0] + 1]):
        out.insert(0, out[0] - 2)
    return out


def _is_joined(parts: Sequence[Token]) -> bool:
    return (
        len(parts) == 3
        and parts[1].text in HYPHENS
        and len(Span(parts[0].start, parts[2].end)) == sum(len(t.span) for t in parts)
    )


def _lemma(layers: Layers, word: Sequence[int]) -> str:
    """The lemma of a word; of one with hyphens that of its last part, the others as they stand; of a verb with a
    particle both: "step-down"."""
    *front, last = (layers.tokens[j] for j in word)
    near = (layers.tokens[c] for c in layers.children[last.i] if c > last.i) if last.pos == "VERB" else ()
    after = [t.lower for t in near if t.dep == "prt" and t.lower in PARTICLES][:1]
    return "-".join([*(t.lower for t in front), last.lemma.lower(), *after])


def _core(layers: Layers, matter: list[int]) -> list[int]:
    """The words of a matter without its circumstances: when, after what, as what; all if nothing else is left."""
    asides: set[int] = set()
    for j in matter:
        token = layers.tokens[j]
        clause = token.dep == "advcl" or (
            token.dep == "relcl" and token.lemma not in clauses.HOLDING and layers.tokens[token.head].pos != "PRON"
        )
        counted = layers.tokens[token.head].ent in COUNTED  # "ten million in aid"
        beside = token.dep == "prep" and token.lower in CIRCUMSTANCES and not counted
        if (clause or beside) and token.head in matter:
            asides.update(layers.subtree(j))
        elif token.ent in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
            asides.add(j)
    return [j for j in matter if j not in asides] or matter


def _sense(token: Token) -> str | None:
    """The sense under which the words of one matter meet ("expand", "enlargement"), None if the word has none."""
    senses = _senses()
    kind = {"VERB": "v", "NOUN": "n"}.get(token.pos, "")
    return senses.get(token.lemma) or senses.get(f"{token.lemma}/{kind}")


@lru_cache(maxsize=1)
def _senses() -> dict[str, str]:
    """Lemma -> its sense; "place/v" is the verb alone, "drill/n" the noun."""
    return {w: row["sense"] for row in table("senses.tsv") for w in row["words"].split()}
