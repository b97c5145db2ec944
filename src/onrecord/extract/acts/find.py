"""Acts of speech and deed: every cue of the lexicon in its clause, with who does it, to whom, about what."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract import clauses
from onrecord.extract.acts.cue_match import cues_at, filled
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import Polarity, is_supposed, own_polarity, polarity
from onrecord.extract.voice import Voice, owners, parties_at, voice
from onrecord.layers import Layers
from onrecord.text import Span

WISHES = frozenset({"want", "need", "wish", "seek", "look", "aim", "desire", "hope"})
HOPES = frozenset({"expect", "hope", "hoped", "hoping"})
GETTING = frozenset({"see", "have", "get", "receive", "obtain", "secure", "ensure", "guarantee", "hear", "be"})
TALKING = frozenset({"talk", "negotiate", "discuss", "meet", "return", "join", "engage"})
PUBLISHED = frozenset(
    ["report", "statement", "figure", "data", "document", "video", "name", "list", "detail", "result"]
)
PUBLISHED |= {
    "footage",
    "tape",
    "transcript",
    "letter",
    "plan",
    "text",
    "draft",
    "poll",
    "survey",
    "study",
    "book",
    "film",
}
SELF = ("self", "selves")
OWN_SIDE = frozenset({"it", "we", "they", "you", "one", "nobody", "none", "anybody", "anyone", "everybody", "everyone"})
ADVICE = frozenset({"advice", "answer", "assessment", "explanation", "glimpse", "insight", "opinion", "question"})
TELLING = frozenset(
    ["answer", "comment", "detail", "estimate", "explanation", "figure", "information", "name", "number"]
)
ASSEMBLING = frozenset({"gather", "assemble", "convene", "reconvene"})
BINDING_ALL = frozenset({"must", "should", "need"})
DESPITE = frozenset({"despite", "over", "amid", "against", "notwithstanding"})
CAUSING = frozenset({"provoke", "draw", "prompt", "trigger", "meet", "face", "encounter", "spark", "elicit"})


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
    who = _who(context, frame, cue)
    actor = _actor(context, frame, cue, who, heard)
    matter = _matter(layers, frame, cue)
    if not _is_sound(context, frame, cue, actor, matter):
        return None
    recipient = tuple(p for p in _recipient(context, frame, cue, matter) if p not in actor)
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
        polarity=own_polarity(layers, frame) if _is_owned(context, frame, cue) else polarity(layers, frame),
    )


def _is_owned(context: Context, i: int, cue: Cue) -> bool:
    """Whether a noun is its owner's, whatever others do about it: "refused Karsia's demand", "the Karsian demand"."""
    owned = context.layers.child(i, "poss") is not None
    return cue.pos == "n" and cue.actor != "voice" and (owned or bool(owners(context, i)))


def _is_sound(context: Context, i: int, cue: Cue, actor: tuple[str, ...], matter: list[int]) -> bool:
    """Whether the cue is an act here: a noun or verb of speech needs what it is about, a judgement somebody else."""
    layers = context.layers
    if "no" in cue.particle:
        return True
    if cue.actor == "self":
        inner = clauses.complement(layers, i) if cue.pos == "v" else None  # "is not going to pay"
        i = i if inner is None else inner
        verb = layers.tokens[i]
        if verb.lemma == "talk" and any(t.tag in ("WP", "WDT", "WRB") for t in layers.tokens[i : i + 4]):
            return False  # "will not talk about what it would do"
        return verb.lemma not in words("unrefusing.tsv") and not any(
            _tells_stance(layers, i, c) for c in cues_at(layers, i)
        )
    if cue.actor == "voice":
        judged = clauses.subject(layers, i)
        inner = clauses.complement(layers, i) if cue.pos == "n" else None
        if inner is not None and layers.tokens[inner].lemma in words("unrefusing.tsv"):
            return False  # "there is no reason to believe"
        if judged is None:
            return cue.pos != "x" and layers.tokens[i].dep != "oprd"
        if layers.tokens[judged].tag in ("WP", "WDT", "WRB"):
            return False
        if layers.tokens[judged].lower in ("they", "these", "those", "it", "this", "that"):
            return True  # nobody says "they" of themselves; "it" stands for what is judged
        if cue.words[0] in ("have", "need") and not _is_obliging(layers, i, judged):
            return False
        if layers.tokens[judged].lower == "we" and cue.words[0] in BINDING_ALL:
            return True  # "we must keep the strait open": who says so asks it of all
        return not first_person(layers.tokens[judged]) and not set(context.agents(judged)) & set(actor)
    patient = clauses.patient(layers, i)
    if patient is not None and (
        layers.tokens[patient].ent == "QUANTITY" or layers.tokens[patient].lower.endswith(SELF)
    ):
        return False  # "weighs ten pounds", "allowed himself to hope"
    if patient is not None and _is_thing_done(context, i, cue, patient):
        return False
    if cue.words == ("release",) and patient is not None and layers.tokens[patient].lemma in PUBLISHED:
        return False
    if cue.words[0] in ("offer", "ask") and patient is not None and layers.tokens[patient].lemma in ADVICE:
        return False  # "offered advice", "asked a question"
    if cue.words[0] in ASSEMBLING and not cue.slot and patient is not None and layers.tokens[i].tag != "VBN":
        return False  # "gathered evidence"
    if cue.words == ("welcome",) and clauses.after(layers, i, "to") is not None:
        return False  # "welcomed the leaders to the palace"
    inner = clauses.complement(layers, i)
    if inner is not None and cue.pos == "v":
        if cue.stance == "rejects" and layers.tokens[inner].lemma in words("unrefusing.tsv"):
            return False  # "declined to comment"
        told = layers.child(inner, "dobj")
        if cue.stance == "rejects" and told is not None and layers.tokens[told].lemma in TELLING:
            return False  # "declined to give a figure"
        if cue.stance == "demands" and is_supposed(layers, inner):
            return False  # "asked whether"
        if cue.stance == "demands" and cue.words[0] in HOPES and not _expected(context, inner, actor):
            return False
    if cue.pos == "n":
        up = layers.tokens[i].head
        light = layers.tokens[i].dep == "dobj" and layers.tokens[up].lemma in words("light_verbs.tsv")
        own = len(matter) < 4 and any(set(context.agents(j)) & set(actor) for j in matter)
        against = bool(actor) and cue.stance == "rejects" and layers.tokens[up].lower in DESPITE
        return (light and (bool(matter) or cue.stance != "demands")) or against or (len(matter) > 1 and not own)
    return bool(matter) or cue.stance in (None, "rejects", "accepts")


def _is_thing_done(context: Context, i: int, cue: Cue, patient: int) -> bool:
    """Whether a verb of stance names a plain doing: a man is questioned or welcomed, two hours are needed, a thing is
    considered something."""
    layers, word = context.layers, cue.words[0]
    if word in ("question", "welcome"):
        mention = layers.mention_headed(patient)
        named = mention is not None and mention.kind in ("person", "unnamed", "party")
        return named or layers.tokens[patient].tag == "PRP" or (word == "question" and _asks(layers, i))
    if word == "consider":
        as_label = layers.tokens[i].dep == "relcl" and layers.child(i, "dobj") is not None
        return as_label or clauses.label(layers, i) is not None
    return word == "need" and layers.tokens[patient].ent in ("TIME", "DATE", "CARDINAL", "PERCENT")


def _asks(layers: Layers, i: int) -> bool:
    """Whether somebody is questioned about something, or by the police."""
    return clauses.after(layers, i, "about") is not None or clauses.by_phrase(layers, i) is not None


def _is_obliging(layers: Layers, i: int, judged: int) -> bool:
    """Whether "have to" or "need to" lays down a duty: not "the men who have to go", "you need to", "has yet to"."""
    yet = "yet" in {t.lower for t in layers.tokens[i : i + 2]} | {layers.tokens[c].lower for c in layers.children[i]}
    return layers.tokens[i].dep != "relcl" and layers.tokens[judged].lower not in ("you", "one") and not yet


def _tells_stance(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether the refused verb has a stance of its own: "will not discuss the fee", but not "will not negotiate"."""
    return cue.stance is not None and (cue.stance in ("rejects", "accepts") or bool(_matter(layers, i, cue)))


def _expected(context: Context, inner: int, actor: tuple[str, ...]) -> bool:
    """Whether somebody else is expected to do something: the rest are forecasts."""
    who = clauses.subject(context.layers, inner)
    expected = context.agents(who) if who is not None else ()
    return bool(expected) and not set(expected) & set(actor)


def _who(context: Context, i: int, cue: Cue) -> int | None:
    layers = context.layers
    if cue.actor == "voice":
        return None
    if cue.pos == "a":
        return clauses.subject(layers, i)
    if cue.pos != "n":
        return clauses.agent(layers, i)
    own = layers.child(i, "poss") or clauses.after(layers, i, "by", "from")
    up = layers.tokens[i].head
    if own is None and layers.tokens[i].dep in ("dobj", "nsubjpass"):
        own = clauses.after(layers, up, "from")
        if own is None and layers.tokens[up].lemma in words("light_verbs.tsv"):
            own = clauses.agent(layers, up)
    return own


def _actor(context: Context, i: int, cue: Cue, who: int | None, heard: Voice) -> tuple[str, ...]:
    if cue.actor == "voice":
        return (heard.party,) if heard.party else ()
    if cue.type == "MOBILIZE" and (forces := clauses.patient(context.layers, i)) is not None:
        own = _owners_of_all(context, forces)
        if own:
            return own
    if who is not None:
        found = parties_at(context, who)
        if not found and heard.party and _is_speaker(context.layers, who):
            return (heard.party,)
        return found or _owning(context, i, who)
    if (
        heard.party
        and cue.pos != "n"
        and clauses.is_passive(context.layers, i)
        and _is_resolved(context.layers, i, cue)
    ):
        return (heard.party,)
    return owners(context, i) if cue.pos == "n" else ()


def _owning(context: Context, i: int, who: int) -> tuple[str, ...]:
    """Whose "their" is where nobody is found for it: of "stated their demand for a fee" the stating ones'."""
    layers = context.layers
    verb = layers.tokens[i].head
    if layers.tokens[who].tag != "PRP$" or layers.tokens[i].dep != "dobj" or layers.tokens[verb].pos != "VERB":
        return ()
    subject = clauses.agent(layers, verb)
    return parties_at(context, subject) if subject is not None else ()


def _is_speaker(layers: Layers, who: int) -> bool:
    """Whether a subject nobody is found for is the speaker's own side: "it", or all or none of a kind ("no state")."""
    near = {layers.tokens[c].lower for c in layers.children[who] if layers.tokens[c].dep == "det"}
    return layers.tokens[who].lower in OWN_SIDE or bool(near & {"no", "any"})


def _is_resolved(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether a speaker who leaves out by whom it is done decides on it: "will not be paid", "it is agreed"."""
    if cue.actor == "self":
        return True
    subject, said = layers.child(i, "nsubjpass"), polarity(layers, i)
    ahead = said.negated and said.mood in ("planned", "possible")
    return cue.stance == "accepts" and (ahead or (subject is not None and layers.tokens[subject].lower == "it"))


def _owners_of_all(context: Context, i: int) -> tuple[str, ...]:
    """Whose forces: of "tens of thousands of Karsian troops" those of the last noun."""
    layers = context.layers
    of = next((c for c in layers.children[i] if layers.tokens[c].lower == "of"), None)
    inner = layers.child(of, "pobj") if of is not None else None
    if inner is not None and layers.tokens[inner].pos == "NOUN":
        return _owners_of_all(context, inner)
    adjectives = (c for c in layers.children[i] if layers.tokens[c].dep in ("amod", "compound", "poss"))
    return tuple(dict.fromkeys(p for c in adjectives for p in context.agents(c)))


def _matter(layers: Layers, i: int, cue: Cue) -> list[int]:
    """The words that name what the act is about: the first slot that is filled, with its subtree."""
    if cue.pos == "x" and "clause" in cue.matter:
        return clauses.clause(layers, i)
    apposed = layers.child(i, "appos") if cue.pos == "n" else None
    if apposed is not None and apposed > i:
        return layers.subtree(apposed)  # "the demand, an end to the patrols, ..."
    for slot in cue.matter:
        found = filled(layers, i, slot)
        if found is None or found == i:
            continue
        if layers.tokens[found].tag in ("WDT", "WP"):
            return clauses.antecedent(layers, i, found)
        if slot == "clause":
            return clauses.clause(layers, found, joined=True)
        if slot == "subj":
            found = _whole(layers, found)
            return layers.subtree(found) if i not in layers.subtree(found) else [found]
        inner = layers.subtree(found)
        return inner if i not in inner else [found]
    up = layers.tokens[i].head
    if cue.pos == "n" and cue.stance == "rejects" and layers.tokens[up].lower in DESPITE:
        return clauses.clause(layers, clauses.predicate(layers, up), frozenset({up}))
    if cue.pos == "n" and layers.tokens[i].dep == "dobj" and layers.tokens[up].lemma in CAUSING:
        cause = clauses.subject(layers, up)
        return layers.subtree(cause) if cause is not None else []
    return []


def _whole(layers: Layers, i: int) -> int:
    """The noun that "of" makes token i a part of: of "the expansion of the league that harms us" the expansion."""
    of = layers.tokens[i].head
    if layers.tokens[i].dep == "pobj" and layers.tokens[of].lower == "of" and layers.tokens[of].dep == "prep":
        return _whole(layers, layers.tokens[of].head)
    return i


def _recipient(context: Context, i: int, cue: Cue, matter: list[int]) -> tuple[str, ...]:
    """The parties in the recipient's slots; failing those, the party that the matter is to be done by."""
    layers = context.layers
    for slot in cue.recipient:
        found = filled(layers, i, slot)
        parties = parties_at(context, found) or owners(context, found) if found is not None else ()
        if parties:
            return parties
    for j in matter:
        if layers.tokens[j].dep in ("nsubj", "poss", "pobj") and (parties := context.agents(j)):
            return parties
    return ()


def _clause(context: Context, i: int, cue: Cue) -> Span:
    """The smallest clause that carries the act: a noun with its possessor stands for itself."""
    layers = context.layers
    own = layers.subtree(i)
    if cue.pos == "n" and (layers.child(i, "poss") is not None and len(own) > 4):
        return clauses.span_of(layers, own)
    return clauses.span_of(layers, clauses.clause(layers, clauses.predicate(layers, i)))


def refuses_within(context: Context, act: Act) -> bool:
    """Whether what the actor promises or refuses to do is to refuse: "vowed to oppose it", "refused to rule it out"."""
    committing = act.cue.stance in ("offers", "accepts", "open", "rejects")
    inner = clauses.complement(context.layers, act.at) if committing else None
    return inner is not None and any(c.stance == "rejects" and not c.actor for c in cues_at(context.layers, inner))


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
    return inner is not None and tokens[inner].dep == "xcomp" and tokens[inner].lemma not in GETTING
