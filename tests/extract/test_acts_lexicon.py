"""Every line of the lexicons of acts: it is well formed, and it finds its act in a sentence built to its frame."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

import pytest

from onrecord.articles import Article, Block
from onrecord.extract.acts.find import find_acts
from onrecord.extract.acts.lexicon import Cue, cues, table, words
from onrecord.extract.context import Context
from onrecord.layers import Layers, Mention, Sentence, Token
from onrecord.readings import ConditionalKind, Modality, Stance

PLOVER = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
PLOVER |= {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", ""}
PREPOSITIONS = {"on", "upon", "to", "of", "with", "for", "from", "in", "at", "by", "against", "over", "about", "into"}
PREPOSITIONS |= {"that", "between", "near", "along", "around", "outside", "toward", "towards", "within", "under"}
PREPOSITIONS |= {"behind", "beside", "alongside", "before"}


@dataclass
class Tree:
    """A hand-made parse: words in order, each with its head and label."""

    rows: list[tuple[str, str, str, int]] = field(default_factory=list)

    def add(self, word: str, pos: str, dep: str, head: int) -> int:
        self.rows.append((word, pos, dep, head))
        return len(self.rows) - 1

    def context(self) -> Context:
        tokens, position = [], 0
        for i, (word, pos, dep, head) in enumerate(self.rows):
            tag = {"VERB": "VBD", "AUX": "MD", "NOUN": "NN", "ADJ": "JJ"}.get(pos, "X")
            tokens.append(
                Token(
                    i, position, position + len(word), word, word.lower(), pos, tag, dep, i if head < 0 else head, "", 0
                )
            )
            position += len(word) + 1
        content = " ".join(r[0] for r in self.rows)
        sentence = Sentence(0, 0, len(tokens), 0, len(content), 0, "body")
        names = {"Valdoria": "VAL", "Karsia": "KAR"}
        mentions = tuple(
            Mention(t.i, t.i + 1, t.i, t.start, t.end, "party", "name", names[t.text])
            for t in tokens
            if t.text in names
        )
        article = Article("a", "a.txt", "a.txt", content, (Block("body", 0, len(content)),))
        return Context(article, Layers(tuple(tokens), (sentence,), mentions))


def sentence_for(cue: Cue) -> Context:
    """Valdoria does the act of this cue, or says what the cue judges of Karsia's doings."""
    tree = Tree()
    root = -1
    if cue.actor == "voice":
        root = tree.add("Valdoria", "PROPN", "nsubj", 1) + 1
        tree.add("say", "VERB", "ROOT", -1)
    dep = "ROOT" if root < 0 else "ccomp"
    {"v": _verb, "n": _noun, "a": _adjective, "x": _auxiliary}[cue.pos](tree, cue, dep, root)
    return tree.context()


def _filler(cue: Cue) -> str:
    """A word that fills the cue's slot; what is written large is a kind of entity, not a word."""
    return min(f for f in cue.fillers if f.islower())


def _subject(cue: Cue) -> tuple[str, str]:
    if cue.slot == "subj":
        return _filler(cue), "NOUN"
    if cue.actor != "voice":
        return "Valdoria", "PROPN"
    return ("Karsia", "PROPN") if cue.of == "people" else ("policy", "NOUN")


def _verb(tree: Tree, cue: Cue, dep: str, root: int) -> None:
    at = len(tree.rows) + 1
    tree.add(*_subject(cue), "nsubj", at)
    for k, word in enumerate(cue.words):
        tree.add(word, "VERB" if k == 0 else "ADV", dep if k == 0 else "prt", root if k == 0 else at)
    _dependents(tree, cue, at)


def _dependents(tree: Tree, cue: Cue, at: int) -> None:
    """The particle or filler that the cue asks for, then something for its matter."""
    wanted = sorted(cue.particle)[0] if cue.particle else ""
    if cue.slot == "obj":
        tree.add(_filler(cue), "NOUN", "dobj", at)
    elif cue.slot == "label":
        tree.add("passage", "NOUN", "dobj", at)
        tree.add(_filler(cue), "NOUN", "oprd", at)
    elif cue.slot == "clause":
        _infinitive(tree, at, _filler(cue))
    elif cue.slot and cue.slot != "subj":
        tree.add(cue.slot, "ADP", "prep", at)
        tree.add(_filler(cue), "NOUN", "pobj", len(tree.rows) - 1)
    elif wanted in ("thing", "obj"):
        tree.add("passage", "NOUN", "dobj", at)
    elif wanted in ("clause", "asked", "xcomp"):
        _infinitive(tree, at)
    elif wanted in PREPOSITIONS:
        tree.add(wanted, "ADP", "prep", at)
        tree.add("passage", "NOUN", "pobj", len(tree.rows) - 1)
    elif wanted:
        tree.add(wanted, "ADV", "prt", at)
    slots = [s for s in cue.matter if s != cue.slot and s != "subj"]
    if not slots or cue.slot in cue.matter or wanted in cue.matter or wanted in ("clause", "asked", "thing", "xcomp"):
        return
    if "obj" in slots:
        tree.add("passage", "NOUN", "dobj", at)
    elif "clause" in slots:
        tree.add("leave", "VERB", "ccomp", at)
    else:
        tree.add(slots[0], "ADP", "prep", at)
        tree.add("passage", "NOUN", "pobj", len(tree.rows) - 1)


def _infinitive(tree: Tree, at: int, word: str = "leave") -> None:
    verb = len(tree.rows) + 2
    tree.add("Karsia", "PROPN", "nsubj", verb)  # somebody else: what one hopes to do oneself is no demand
    tree.add("to", "PART", "aux", verb)
    tree.add(word, "VERB", "xcomp", at)


def _noun(tree: Tree, cue: Cue, dep: str, root: int) -> None:
    if cue.actor == "voice":
        verb = len(tree.rows) + 1
        there = "there" in cue.particle
        tree.add(*(("There", "NOUN", "expl") if there else (*_subject(cue), "nsubj")), verb)
        tree.add("be", "AUX", dep, root)
        at = len(tree.rows) + len(cue.words) - 1
        for k, word in enumerate(cue.words):
            last = k == len(cue.words) - 1
            tree.add(word, "NOUN", "attr" if last else "compound", verb if last else at)
    else:
        verb = tree.add("make", "VERB", dep, root)
        at = len(tree.rows) + len(cue.words)
        tree.add("Valdoria", "PROPN", "poss", at)
        for k, word in enumerate(cue.words):
            last = k == len(cue.words) - 1
            tree.add(word, "NOUN", "dobj" if last else "compound", verb if last else at)
    _dependents(tree, cue, at)


def _adjective(tree: Tree, cue: Cue, dep: str, root: int) -> None:
    verb = len(tree.rows) + 1
    tree.add(*_subject(cue), "nsubj", verb)
    tree.add("be", "AUX", dep, root)
    at = len(tree.rows)
    for k, word in enumerate(cue.words):
        tree.add(word, "ADJ", "acomp" if k == 0 else "dep", verb if k == 0 else at)
    _dependents(tree, cue, at)


def _auxiliary(tree: Tree, cue: Cue, dep: str, root: int) -> None:
    if "no" in cue.particle:
        verb = len(tree.rows) + 2
        tree.add("There", "PRON", "expl", verb)
        tree.add(cue.words[0], "AUX", "aux", verb)
        tree.add("be", "AUX", dep, root)
        tree.add("no", "DET", "det", len(tree.rows) + 1)
        tree.add("fee", "NOUN", "attr", verb)
        return
    refusing = "not" in cue.particle
    verb = len(tree.rows) + (3 if refusing else 2)
    tree.add("Valdoria" if cue.actor == "self" else "Karsia", "PROPN", "nsubj", verb)
    tree.add(cue.words[0], "AUX", "aux", verb)
    if refusing:
        tree.add("not", "PART", "neg", verb)
    tree.add("continue" if cue.words[0] in ("can", "ca") else "leave", "VERB", dep, root)


def names(cue: Cue) -> str:
    return f"{' '.join(cue.words)}-{cue.pos}-{'|'.join(sorted(cue.particle)) or cue.slot}"


@pytest.mark.parametrize("cue", cues(), ids=names)
def test_a_cue_finds_its_act(cue: Cue) -> None:
    acts = find_acts(sentence_for(cue))
    found = [a for a in acts if a.cue.words == cue.words and a.cue.type == cue.type and a.cue.stance == cue.stance]
    assert found, [a.cue for a in acts]
    assert found[0].actor == (() if cue.slot == "subj" and not cue.actor else ("VAL",))  # "protesters gathered"


@pytest.mark.parametrize("cue", cues(), ids=names)
def test_a_cue_is_well_formed(cue: Cue) -> None:
    assert cue.words
    assert cue.pos in ("v", "n", "a", "x")
    assert cue.type in PLOVER
    assert cue.stance is None or cue.stance in get_args(Stance)
    assert cue.negated is None or cue.negated in get_args(Stance)
    assert cue.type or cue.stance or cue.negated
    assert cue.actor in ("", "voice", "self")
    assert not (cue.particle and cue.slot)
    assert bool(cue.slot) == bool(cue.fillers)
    allowed = PREPOSITIONS | {"obj", "subj", "clause", "dative", "attr", "label"}
    assert set(cue.matter) <= allowed
    assert set(cue.recipient) <= allowed


def test_no_line_stands_twice() -> None:
    lines = [(r["cue"], r["pos"], r["with"]) for r in table("acts.tsv")]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("row", table("governors.tsv"), ids=lambda r: r["cue"])
def test_a_governor_has_an_effect(row: dict[str, str]) -> None:
    assert row["effect"] in {*get_args(Modality), "negated"}


@pytest.mark.parametrize("row", table("consequences.tsv"), ids=lambda r: r["word"])
def test_a_consequence_has_a_kind(row: dict[str, str]) -> None:
    assert row["kind"] in get_args(ConditionalKind)


@pytest.mark.parametrize("row", table("outcomes.tsv"), ids=lambda r: r["verb"])
def test_an_outcome_tells_or_not(row: dict[str, str]) -> None:
    assert row["telling"] in ("yes", "no")


def test_a_word_has_one_sense() -> None:
    seen: dict[str, str] = {}
    for row in table("senses.tsv"):
        for word in row["words"].split():
            assert seen.setdefault(word, row["sense"]) == row["sense"], word


LISTS = (
    "answered.tsv",
    "doings.tsv",
    "fights.tsv",
    "bodies.tsv",
    "carriers.tsv",
    "doers.tsv",
    "empty.tsv",
    "groups.tsv",
    "light_verbs.tsv",
    "aims.tsv",
    "policies.tsv",
    "realising.tsv",
    "reports.tsv",
    "talks.tsv",
    "talk_verbs.tsv",
    "unrefusing.tsv",
    "vague.tsv",
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_each_word_once_in_lower_case(name: str) -> None:
    column = [next(iter(row.values())) for row in table(name)]
    assert len(column) == len(words(name))
    assert all(w == w.strip().lower() and w for w in column)
