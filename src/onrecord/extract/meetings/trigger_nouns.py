"""Nouns that say a meeting: talks, a summit, a phone call, a visit; not a news conference, not "a round of layoffs"."""

from __future__ import annotations

from onrecord.extract.meetings.trigger import PHONE, Trigger, addressed, by_phone, with_audience
from onrecord.extract.meetings.visits import visit_noun
from onrecord.extract.meetings.words import meeting_nouns
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

PRESS = words(
    "pep press news media talk-show radio television tv video-game earnings sales party campaign cabinet board"
    " shareholder staff school town townhall campus wake-up robot conference-call business fashion training jam"
    " legislative practice photo therapy question listening strategy email e-mail text mail prisoner hostage"
    " gun fire currency stock student cultural heated"
)
"""Modifiers with which the noun is no meeting between parties ("news conference", "cabinet meeting")."""
CALLED = words("phone telephone video conference hotline telephonic")
PARTED = words("peace nuclear climate trade donor international ministerial ceasefire disarmament")
SPECIAL = words("extraordinary emergency special urgent plenary closed-door annual regular")
"""A session of this sort is a meeting, whoever else is named."""
HOLDING = words("hold conduct convene join cancel schedule")
FORMS = words("mechanism process engagement brinkmanship haggling")
"""Of these too there are rounds."""
LEGISLATURES = words("congress parliament senate legislature duma knesset bundestag")
BARGAINING = words("negotiating bargaining conference")
"""Tables at which one talks."""


def noun_trigger(layers: Layers, token: Token) -> Trigger | None:
    if _on_the_phone(layers, token):
        return Trigger(token.i, "call", verb=False, strong=False)
    known = meeting_nouns().get(noun_lemma(layers, token))
    if known is None or token.dep == "compound":
        return None
    inside = layers.mention_with(token.i)
    if inside is not None and inside.kind == "person":
        return None  # a surname
    kind, sort = known
    before = {layers.tokens[c].lower for c in layers.children[token.i] if c < token.i}
    if before & PRESS or with_audience(layers, token.i) or (sort == "visit" and not visit_noun(layers, token.i)):
        return None
    if token.lower == "talks" and _speaks(layers, token):
        return None
    if (token.lemma == "round" and _of_another(layers, token.i)) or _of_lawmakers(layers, token.i):
        return None
    if token.lower == "consultation" and token.dep == "pobj" and not before:
        return None  # "drafted in consultation with the envoys"
    if sort == "talks" and _as_means(layers, token):
        return None
    if token.lower == "talk":  # "a talk" is a speech, "talks" are talks
        return None
    if token.lemma == "table" and not (before & BARGAINING and _reached(layers, token)):
        return None
    called = bool(before & CALLED) or _between(layers, token.i) or _held(layers, token)
    if sort == "call" and token.lemma == "call" and not called:
        return None
    if sort == "conference" and before & CALLED - {"conference"}:
        sort = "call"
    elif sort == "conference" and not (
        before & PARTED or (before & SPECIAL and _of_party(layers, token.i)) or addressed(layers, token.i)
    ):
        return None
    if sort == "talks" and (before & CALLED or by_phone(layers, token)):
        sort = "call"
    special = token.lemma == "session" and bool(before & SPECIAL)
    if special and token.dep == "pobj" and layers.tokens[layers.tokens[token.head].head].lemma == "meet":
        return None  # "met in emergency session"
    return Trigger(token.i, sort, verb=False, strong=kind == "strong" or sort == "conference" or special)


def _on_the_phone(layers: Layers, token: Token) -> bool:
    """ "After an hour on the telephone with the envoy"; where a verb says it ("spoke by phone"), the verb does."""
    preposition = layers.tokens[token.head]
    spoken = layers.tokens[preposition.head]
    if token.lemma not in PHONE or token.dep != "pobj" or preposition.lower not in ("on", "over"):
        return False
    with_whom = any(layers.tokens[c].lower in ("with", "to") for c in layers.children[token.i])
    return with_whom and (spoken.pos not in ("VERB", "AUX") or spoken.lemma == "be")


def _as_means(layers: Layers, token: Token) -> bool:
    """ "To settle it through dialogue", "met under the League's mediation": a way to do it, and no meeting."""
    before = [layers.tokens[c] for c in layers.children[token.i]]
    head = layers.tokens[token.head].lower
    return head == "under" or (head in ("through", "via", "by") and all(t.dep == "amod" for t in before))


def _reached(layers: Layers, token: Token) -> bool:
    """ "Return to the negotiating table": what lies on the table, or is won at it, is no meeting."""
    preposition = layers.tokens[token.head]
    going = layers.tokens[preposition.head].lemma in ("return", "come", "go", "sit", "get")
    return token.dep == "pobj" and preposition.lower in ("to", "at") and going


def _of_party(layers: Layers, i: int) -> bool:
    """ "An emergency conference of the Northern League"."""
    below = (layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "of")
    return any(j is not None and (m := layers.mention_with(j)) is not None and m.kind == "party" for j in below)


def _of_another(layers: Layers, i: int) -> bool:
    """ "A round of layoffs"."""
    below = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "of"]
    return any(j is not None and layers.tokens[j].lemma not in {*meeting_nouns(), *FORMS} for j in below)


def _of_lawmakers(layers: Layers, i: int) -> bool:
    """ "A joint session of Congress"."""
    below = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "of"]
    return any(j is not None and layers.tokens[j].lower in LEGISLATURES for j in below)


def noun_lemma(layers: Layers, token: Token) -> str:
    """The lemma of a noun, also of one that headline grammar makes a verb ("Valdoria-Karsia talks: no deal")."""
    if token.pos in ("NOUN", "PROPN"):
        return token.lower.removesuffix("s") if token.pos == "PROPN" else token.lemma
    if token.lower in ("talks", "meeting", "meetings") and token.pos == "VERB":
        following = layers.tokens[token.i + 1] if token.i + 1 < len(layers.tokens) else None
        before = layers.tokens[token.i - 1] if token.i else None
        headline = layers.sentence_of(token.i).kind == "headline"
        if following is not None and following.text == ":":
            return token.lower.removesuffix("s")
        if headline and before is not None and before.pos in ("PROPN", "ADJ", "NOUN") and token.lower == "talks":
            return "talk"
    return ""


def _speaks(layers: Layers, token: Token) -> bool:
    """ "Feld talks about prices": a verb taken for a noun."""
    before = layers.mention_with(token.i - 1) if token.i else None
    following = layers.tokens[token.i + 1].lower if token.i + 1 < len(layers.tokens) else ""
    return before is not None and before.kind == "person" and following in ("about", "up", "tough", "to")


def _held(layers: Layers, token: Token) -> bool:
    """ "Held a 40-minute call"; "made a call" may be a decision."""
    return token.dep == "dobj" and layers.tokens[token.head].lemma in HOLDING and token.lower == "call"


def _between(layers: Layers, i: int) -> bool:
    return any(layers.tokens[c].lower in ("with", "between", "to", "from") for c in layers.children[i])
