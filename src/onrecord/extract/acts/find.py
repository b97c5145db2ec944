"""Acts of speech and deed: every cue of the lexicon in its clause, with who does it, to whom, about what."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract import clauses
from onrecord.extract.acts.actors import actor_of, is_owned, who_acts
from onrecord.extract.acts.cue_match import cues_at
from onrecord.extract.acts.defying import defies
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.acts.slots import matter_of, recipients_of
from onrecord.extract.acts.soundness import is_sound
from onrecord.extract.context import Context
from onrecord.extract.polarity import Polarity, own_polarity, polarity
from onrecord.extract.voice import Voice, voice
from onrecord.text import Span

WISHES = frozenset({"want", "need", "wish", "seek", "look", "aim", "desire", "hope", "like"})
GETTING = frozenset({"see", "have", "get", "receive", "obtain", "secure", "ensure", "guarantee", "hear", "be"})
HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
TALKING = frozenset({"talk", "negotiate", "discuss", "meet", "return", "join", "engage"})


@dataclass(frozen=True, slots=True)
class Act:
    """One cue in its clause.

    at        the token of the cue;  predicate  the verb of its clause
    actor     party refs, () if nobody is known;  who  the token that names the actor, None where it is only heard
    matter    token indices of what it is about, () if not said
    clause    the smallest clause that carries it;  voice  who tells it
    """

    cue: Cue
    at: int
    predicate: int
    actor: tuple[str, ...]
    who: int | None
    recipient: tuple[str, ...]
    matter: tuple[int, ...]
    clause: Span
    voice: Voice
    polarity: Polarity


def find_acts(context: Context) -> tuple[Act, ...]:
    """Every act in the body of one article, in the order of the text. The nested ones are there too, and those
    of nobody known (`actor` is empty): what stands in their matter is asked or denied, whoever does it."""
    out = []
    for sentence in context.sentences():
        for token in context.layers.tokens_of(sentence):
            acts = [a for cue in cues_at(context.layers, token.i) if (a := _act(context, token.i, cue)) is not None]
            if acts:
                known = [a for a in acts if a.actor]
                out.append(next((a for a in known if a.cue.actor != "voice"), (known or acts)[0]))
    return tuple(out)


def _act(context: Context, i: int, cue: Cue) -> Act | None:
    layers = context.layers
    last = i + len(cue.words) - 1
    head = i if cue.pos != "n" else last
    frame = layers.tokens[i].head if cue.pos == "x" else head
    heard = voice(context, i)
    who = who_acts(context, frame, cue)
    actor = actor_of(context, frame, cue, who, heard)
    matter = matter_of(layers, frame, cue)
    if not is_sound(context, frame, cue, actor, matter):
        return None
    recipient = tuple(p for p in recipients_of(context, frame, cue, matter) if p not in actor)
    return Act(
        cue=cue,
        at=i,
        predicate=clauses.predicate(layers, frame),
        actor=actor,
        who=who,
        recipient=recipient,
        matter=tuple(matter),
        clause=_clause(context, frame, cue),
        voice=heard,
        polarity=own_polarity(layers, frame) if is_owned(context, frame, cue) else polarity(layers, frame),
    )


def _clause(context: Context, i: int, cue: Cue) -> Span:
    """The smallest clause that carries the act: a noun with its possessor stands for itself."""
    layers = context.layers
    own = layers.subtree(i)
    if cue.pos == "n" and (layers.child(i, "poss") is not None and len(own) > 4):
        return clauses.span_of(layers, own)
    return clauses.span_of(layers, clauses.clause(layers, clauses.predicate(layers, i)))


def refuses_within(context: Context, act: Act) -> bool:
    """Whether what the actor promises or refuses to do is to refuse or defy: "vowed to oppose it", "vowed to leave,
    deal or no deal", "refused to rule it out"."""
    committing = act.cue.stance in ("offers", "accepts", "open", "rejects") or act.cue.words == ("advise",)
    inner = clauses.complement(context.layers, act.at) if committing else None
    if inner is not None and act.cue.stance == "offers" and defies(context.layers, inner):
        return True
    return inner is not None and any(c.stance == "rejects" and not c.actor for c in cues_at(context.layers, inner))


def denies(act: Act) -> bool:
    """Whether somebody is heard to say that they have not done a harm: "we have not fired on anybody"."""
    own = act.voice.party is not None and act.voice.party in act.actor and not (act.cue.actor or act.cue.slot == "subj")
    said = act.polarity
    return own and act.cue.type in HARMS and said.negated and said.mood == "happened" and not said.supposed


def wishes_to_talk(context: Context, act: Act) -> bool:
    """Whether what the actor wishes to do is to talk: "wants to resume negotiations"."""
    inner = clauses.complement(context.layers, act.at)
    if inner is None or context.layers.tokens[act.at].lemma not in WISHES:
        return False
    if context.layers.tokens[inner].dep != "xcomp":
        return False
    patient = context.layers.child(inner, "dobj")
    about_talks = patient is not None and context.layers.tokens[patient].lemma in words("talks.tsv")
    return context.layers.tokens[inner].lemma in TALKING or about_talks


def is_own_wish(context: Context, act: Act) -> bool:
    """Whether the actor only wishes to do something itself: "wants to withdraw"."""
    tokens = context.layers.tokens
    if tokens[act.at].lemma not in WISHES or not act.matter:
        return False
    inner = clauses.complement(context.layers, act.at)
    others = context.layers.child(act.at, "dobj") is not None  # "would like them to withdraw"
    own = inner is not None and tokens[inner].dep == "xcomp" and tokens[inner].lemma not in GETTING
    return own and not (others and tokens[act.at].lemma == "like")
