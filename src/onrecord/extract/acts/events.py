"""Political acts by PLOVER type, at clause level."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.attending import find_attendances
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.fights import find_fights
from onrecord.extract.acts.find import Act, denies, find_acts, is_own_wish, refuses_within, wishes_to_talk
from onrecord.extract.acts.lexicon import words
from onrecord.extract.acts.makers import with_makers
from onrecord.extract.acts.passing import find_passing
from onrecord.extract.acts.realised import is_counterfactual, is_unrealised
from onrecord.extract.acts.slots import is_prompting
from onrecord.extract.acts.talks import find_talks
from onrecord.extract.acts.threats import threats
from onrecord.extract.acts.unnamed import judged_by_group, with_doer
from onrecord.extract.conditionals.bound import WARNINGS
from onrecord.extract.conditionals.consequences import threatens
from onrecord.extract.conditionals.find import find_conditionals, foretells
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.positions.implied import find_implied
from onrecord.extract.positions.standing import standing
from onrecord.gazetteer import gazetteer
from onrecord.layers import Layers
from onrecord.readings import Conditional, Event, Modality
from onrecord.settings import Settings
from onrecord.text import Span, hull

YIELDING = frozenset({"AGREE", "CONCEDE", "COOPERATE", "AID", "SUPPORT"})
DEEDS = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "AID", "CONCEDE", "AGREE", "PROTEST"})
HARMING = frozenset({"SANCTION", "COERCE", "ASSAULT"})
WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT"})
OPENING = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})
ASIDE = frozenset({"which", "who", "whose", "where", "wherein", "whereby", "as", "while", "after", "since", "although"})
BEFOREHAND = frozenset({"after", "following", "amid", "despite"})
GATHERING = frozenset({"talks", "meet", "convene", "gather", "confer", "huddle"})
TOLD_OF = frozenset({"REJECT", "ACCUSE"})
PENALTIES = frozenset({"sanction", "tariff", "embargo"})
RELIEF = frozenset({"lift", "ease", "waive", "remove", "end", "suspend", "relief", "cut", "exempt", "reduce", "repeal"})
CHARGED = frozenset({"ASSAULT", "COERCE", "THREATEN"})
ASSERTED = frozenset({"ccomp", "ROOT", "conj", "parataxis", "xcomp"})
SHORTEST = 10  # characters of a clause that says something
BY_STANCE = {"demands": "REQUEST", "rejects": "REJECT", "partly rejects": "REJECT", "open": "AGREE"}
BY_STANCE |= {"accepts": "AGREE", "offers": "AGREE"}
AHEAD: frozenset[Modality] = frozenset({"planned", "possible", "demanded"})


def find_events(
    context: Context, acts: Sequence[Act] | None = None, conditionals: Sequence[Conditional] | None = None
) -> tuple[Event, ...]:
    """Every act in the body of one article, once a clause and type, in the order of the text.

    `acts` and `conditionals` are those of `find_acts` and `find_conditionals`, where they are known already.
    """
    spoken = find_acts(context) if acts is None else acts
    conditionals = find_conditionals(context, spoken) if conditionals is None else conditionals
    acts = [
        with_doer(context, judged_by_group(context, a))
        for a in (
            *spoken,
            *find_talks(context),
            *find_attendances(context),
            *find_fights(context),
            *find_passing(context),
        )
    ]
    acts = with_makers(context, acts)
    told = [a for a in acts if a.actor and not is_nested(context, a, acts)]
    told += _implied(context, spoken, told, conditionals)
    found = [e for a in told if (e := _event(context, a)) is not None]
    found += threats(context, conditionals)
    return _once_each(found)


def _implied(
    context: Context, spoken: Sequence[Act], told: Sequence[Act], conditionals: Sequence[Conditional]
) -> list[Act]:
    """The acts that no word of the lexicon names, where none is told at the same verb or in what they are about, and
    what is to be done is no threat."""
    layers = context.layers
    typed = {j for a in told if a.cue.type for j in (a.at, a.predicate)}
    threatened = [c.consequence for c in conditionals if c.kind == "threat"]
    out = []
    for act in find_implied(context, spoken):
        if not act.actor or not act.cue.type or act.at in typed or is_nested(context, act, told):
            continue
        again = any(a.cue.type == act.cue.type and a.actor == act.actor and a.at in act.matter for a in told)
        if not again and not any(t.holds(layers.tokens[act.at].span) for t in threatened):
            out.append(act)
    return out


def is_nested(context: Context, act: Act, acts: Sequence[Act]) -> bool:
    """Whether an act only stands in what another act is about: asked for, refused, accused of."""
    for other in acts:
        if other is act or act.at not in other.matter or act.at == other.at:
            continue
        if other.cue.actor == "voice" and not other.actor and other.cue.type != "REQUEST":
            continue  # what nobody is heard to judge is told all the same
        if (
            act.cue.pos == "n"
            and (act.cue.stance or other.cue.type == "PROTEST")
            and act.actor
            and not set(act.actor) & set(other.actor)
            and not is_prompting(context.layers, act.at, act.cue)
        ):
            continue  # "refused Karsia's demand": it was made all the same
        if _is_apart(context.layers, act.at, other.at) or _is_known_deed(context.layers, act):
            continue
        lemma = context.layers.tokens[other.at].lemma
        told = lemma in words("reports.tsv") and act.voice.verb == other.at and other.cue.type not in TOLD_OF
        if not told:
            return True
    return False


def _is_known_deed(layers: Layers, act: Act) -> bool:
    """Whether a deed tells which thing is spoken of: "the embargo imposed by Karsia", "the embargo Karsia imposed"."""
    token = layers.tokens[act.at]
    return act.cue.type in DEEDS and token.dep in ("relcl", "acl") and token.tag in ("VBN", "VBD", "VBG")


def _is_apart(layers: Layers, i: int, above: int) -> bool:
    """Whether a clause with a subject of its own, told beside the matter, parts token i from the act above it."""
    for j in (i, *layers.ancestors(i)):
        if j == above:
            return False
        opening = min((c for c in layers.children[j] if layers.tokens[c].tag in OPENING), default=j)
        if layers.tokens[j].dep == "appos" or (layers.tokens[j].dep == "prep" and layers.tokens[j].lower in BEFOREHAND):
            return True
        if layers.tokens[j].dep in ("relcl", "advcl") and layers.tokens[opening].lower in ASIDE:
            return True
    return False


def plover_type(context: Context, act: Act) -> str | None:
    """The PLOVER type that the act has once polarity and mood are counted in; None if it is no act."""
    kind, said = act.cue.type, act.polarity
    if said.supposed or (said.aside and kind in (*WORDS, "CONSULT", "AGREE")):
        return None
    if act.cue.pos == "v" and not said.negated and is_unrealised(context.layers, act.at):
        return None
    if is_counterfactual(context.layers, act.at):
        return None
    if kind == "CONSULT" and not said.negated and said.mood not in AHEAD and not _is_among_several(context, act):
        return None
    if kind == "COOPERATE" and "with" in act.cue.particle and not act.recipient:
        return None
    if act.cue.words == ("return",) and "to" in act.cue.particle and not (act.matter and act.recipient):
        return None  # to go back, not to give back
    if act.cue.stance == "open" and act.cue.pos == "a" and _is_lacking(context.layers, act):
        return None
    if is_own_wish(context, act):
        return "AGREE" if wishes_to_talk(context, act) and not said.negated else None
    if refuses_within(context, act) and not said.negated:
        return "REJECT"
    if kind == "THREATEN" and act.cue.words[0] in WARNINGS and act.cue.pos == "v" and not _warns(context, act):
        return "ACCUSE" if _is_about_other(context, act) and not said.negated else None
    if act.cue.words == ("assure",):
        inner = clauses.complement(context.layers, act.at)
        ahead = inner is not None and polarity(context.layers, inner).mood in AHEAD
        return kind if ahead and not said.negated else None
    if said.negated and act.cue.words == ("rule",) and threatens(context.layers, act.matter):
        return "THREATEN"  # "did not rule out a strike"
    if stays := standing(context, act):
        return BY_STANCE[stays]
    if kind == "AGREE" and act.cue.stance == "accepts" and not said.negated and _imposes(context.layers, act):
        return "SANCTION"
    if kind == "AGREE" and act.cue.stance in ("offers", "open") and threatens(context.layers, act.matter):
        return "THREATEN"
    if said.negated and act.cue.negated:
        return BY_STANCE.get(act.cue.negated)
    if not kind:
        return None
    if denies(act):
        return "REJECT"
    if said.negated and kind == "REQUEST" and not act.cue.refuses:
        return _denied_need(context.layers, act)
    if said.negated and not act.cue.refuses:
        refused = act.cue.stance == "accepts" or act.cue.pos == "a" or said.mood in AHEAD
        return "REJECT" if kind in (*YIELDING, "CONSULT") and refused else None
    if said.mood == "possible" and not act.cue.refuses and kind in (*WORDS, "THREATEN"):
        return None
    if said.mood in AHEAD and (kind == "CONSULT" or act.cue.words == ("invite",)):
        return "AGREE"
    if kind in HARMING and said.mood in ("planned", "possible"):
        own = act.voice.party in act.actor
        return "THREATEN" if own or (said.mood == "planned" and act.voice.party is None) else None
    if kind in ("CONCEDE", "AID", "COOPERATE") and said.mood in AHEAD:
        return "AGREE"
    return kind


def _denied_need(layers: Layers, act: Act) -> str | None:
    """The type of a demand that is negated: "must not sail" asks for something too, "is not mandatory" and "sees no
    need for it" reject; who does not ask for a thing does nothing."""
    if act.cue.pos == "x":
        missed = any(layers.tokens[c].lower == "have" for c in layers.children[act.predicate])  # "should not have gone"
        return "REQUEST" if layers.child(act.predicate, "neg") is not None and not missed else None
    judged = act.cue.actor == "voice" and act.cue.pos in ("a", "n")
    return "REJECT" if judged or act.cue.words == ("see",) else None


def _imposes(layers: Layers, act: Act) -> bool:
    """Whether what is agreed on is to punish somebody: "approved new tariffs", not "approved an end to tariffs"."""
    lemmas = {layers.tokens[j].lemma for j in act.matter}
    return bool(lemmas & PENALTIES) and not lemmas & RELIEF


def _is_lacking(layers: Layers, act: Act) -> bool:
    """Whether a willingness is only called for, or small: "has to be willing", "is less willing"."""
    if any(layers.tokens[c].lower in ("less", "little") for c in layers.children[act.at]):
        return True
    moods = {layers.tokens[c].lower for c in layers.children[act.predicate] if layers.tokens[c].dep == "aux"}
    token = layers.tokens[act.predicate]
    obliged = token.dep == "xcomp" and layers.tokens[token.head].lemma in ("have", "need")
    return obliged or bool(moods & {"must", "should", "ought"})


def _warns(context: Context, act: Act) -> bool:
    """Whether a warning threatens: it names a harm, or tells a party what not to do ("warned Karsia not to move")."""
    told_not_to = "against" in act.cue.particle or context.layers.child(act.at, "xcomp") is not None
    return foretells(context.layers, act) or (bool(act.recipient) and told_not_to)


def _is_about_other(context: Context, act: Act) -> bool:
    """Whether a warning tells what somebody else does already: "warned that the cabinet was giving up too much"."""
    inner = clauses.complement(context.layers, act.at)
    who = arguments.agent(context.layers, inner) if inner is not None else None
    if inner is None or who is None or polarity(context.layers, inner).mood != "happened":
        return False
    agents = context.agents(who) or ((ref,) if (ref := context.speaker_ref(who)) else ())
    return bool(agents) and not set(agents) & set(act.actor)


def _is_among_several(context: Context, act: Act) -> bool:
    """Whether at least two are said to take part, or the actor has many members: "the council met"."""
    if len({*act.actor, *act.recipient}) > 1:
        return True
    if not set(act.cue.words) & GATHERING and not act.cue.fillers & words("talks.tsv"):
        return False
    known = gazetteer(Settings()).parties
    if any(p in known and known[p].kind != "state" for p in act.actor):
        return True
    who = context.layers.tokens[act.who] if act.who is not None else None
    return who is not None and (who.tag == "NNS" or who.lemma.lower() in words("councils.tsv"))


def _event(context: Context, act: Act) -> Event | None:
    kind = plover_type(context, act)
    if kind is None or len(act.clause) < SHORTEST:
        return None
    sentence = context.layers.sentence_of(act.at)
    span = with_attribution(context, act)
    token = context.layers.tokens[act.at]
    heard, actor, recipient = act.voice, act.actor, act.recipient
    if kind in CHARGED and _is_charge(context.layers, act):
        kind, actor, recipient = "ACCUSE", (heard.party,) if heard.party else (), actor
    return Event(
        type=kind,
        span=span,
        sentence=sentence.span,
        actor=actor,
        recipient=recipient,
        modality=act.polarity.mood,
        when=dated(context, dating_verbs(act), sentence),
        source=heard.ref if heard.party is not None and heard.party not in actor else None,
        cue=token.span,
    )


def _is_charge(layers: Layers, act: Act) -> bool:
    """Whether another party is heard to tell the harm: "Karsia said that Valdoria had bombed a port"."""
    told = act.cue.pos == "v" and layers.tokens[act.predicate].dep in ASSERTED
    return told and act.voice.party is not None and act.voice.party not in act.actor and not act.polarity.negated


def dating_verbs(act: Act) -> set[int | None]:
    """The verbs whose dates are the act's: its own if it is done, and that of whoever tells it."""
    return {act.voice.verb} | ({act.at, act.predicate} if act.polarity.mood == "happened" else set())


def with_attribution(context: Context, act: Act) -> Span:
    """The clause, and before it the words that say who says so, where the verb of speech stands first."""
    layers, verb, quote = context.layers, act.voice.verb, act.voice.quote
    if verb is None or layers.tokens[verb].start > act.clause.start:
        return act.clause
    speaker = arguments.agent(layers, verb)
    if speaker is None or speaker > verb or (quote is not None and context.quotes[quote].kind == "direct"):
        return act.clause
    named = layers.tokens[speaker].head == verb  # "refused to sign and said it would": the second act starts at "said"
    return hull([layers.tokens[min(layers.subtree(speaker)) if named else verb].span, act.clause])


def _once_each(events: Sequence[Event]) -> tuple[Event, ...]:
    """Of events of one type on overlapping clauses the first, with the longer list of actors kept as found."""
    kept: list[Event] = []
    for e in sorted(events, key=lambda e: (e.span.start, e.span.end, e.type)):
        if not any(k.type == e.type and k.span.overlaps(e.span) and _share(k.span, e.span) > 0.5 for k in kept):
            kept.append(e)
    return tuple(kept)


def _share(a: Span, b: Span) -> float:
    return (min(a.end, b.end) - max(a.start, b.start)) / min(len(a), len(b))
