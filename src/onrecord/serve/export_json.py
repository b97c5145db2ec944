"""A record as one JSON object, in the public form: evidence is `file`, `start`, `end` and `text`.

Every offset counts Unicode code points in the article's text. The same record gives the same bytes.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from onrecord.entries import (
    ArticleEntry,
    ConditionalEntry,
    Divergence,
    Entries,
    EventEntry,
    FigureEntry,
    FigureGroup,
    Issue,
    Link,
    MeetingEntry,
    MeetingStep,
    Party,
    PersonEntry,
    PositionEntry,
    PrecedentEntry,
    ProposalEntry,
    QuoteEntry,
    SetAside,
    Superseded,
    TimexEntry,
)
from onrecord.text import Evidence, Span

FORMAT = "1"
"""The version of the export's form; it goes up when a reader of the old form would misread the new."""

Json = dict[str, Any]


def to_json(entries: Entries) -> str:
    """The whole record as indented JSON, ending in a line feed."""
    return json.dumps(to_object(entries), ensure_ascii=False, indent=1) + "\n"


def schema() -> Json:
    """The JSON Schema (draft 2020-12) of the export."""
    content = resources.files("onrecord.serve").joinpath("schema", "record.schema.json").read_text(encoding="utf-8")
    out: Json = json.loads(content)
    return out


def to_object(entries: Entries) -> Json:
    """The whole record as plain lists and dicts."""
    return {
        "onrecord": FORMAT,
        "articles": [_article(a) for a in entries.articles],
        "superseded": [_superseded(s) for s in entries.superseded],
        "aside": [_set_aside(a) for a in entries.aside],
        "parties": [_party(p) for p in entries.parties],
        "people": [_person(p) for p in entries.people],
        "timexes": [_timex(t) for t in entries.timexes],
        "quotes": [_quote(q) for q in entries.quotes],
        "quote_groups": [list(g) for g in entries.quote_groups],
        "events": [_event(e) for e in entries.events],
        "issues": [_issue(i) for i in entries.issues],
        "positions": [_position(p) for p in entries.positions],
        "conditionals": [_conditional(c) for c in entries.conditionals],
        "meetings": [_meeting(m) for m in entries.meetings],
        "proposals": [_proposal(p) for p in entries.proposals],
        "figures": [_figure(f) for f in entries.figures],
        "figure_groups": [_figure_group(g) for g in entries.figure_groups],
        "precedents": [_precedent(p) for p in entries.precedents],
        "divergences": [_divergence(d) for d in entries.divergences],
        "links": [_link(link) for link in entries.links],
    }


def at(e: Evidence) -> Json:
    """Evidence in the public form."""
    return {"file": e.file, "start": e.start, "end": e.end, "text": e.exact}


def _all(evidence: tuple[Evidence, ...]) -> list[Json]:
    return [at(e) for e in evidence]


def _maybe(e: Evidence | None) -> Json | None:
    return at(e) if e is not None else None


def _span(s: Span) -> Json:
    return {"start": s.start, "end": s.end}


def _article(entry: ArticleEntry) -> Json:
    a = entry.article
    p = a.published
    day, _, time = (p.value or "").partition("T")
    published: Json = {
        "value": day or None,
        "time": time or None,
        "basis": p.basis,
        "how": p.how,
        "not_before": p.not_before,
        "not_after": p.not_after,
        "other_evidence": _all(entry.other_evidence),
        "reason": p.reason,
    }
    if p.span is not None:
        published |= at(a.text.at(p.span))
    return {
        "id": a.id,
        "file": a.file,
        "title": a.title,
        "outlet": a.outlet,
        "byline": a.byline,
        "wire": a.wire,
        "url": a.url,
        "language": a.language,
        "published": published,
        "dateline_place": a.dateline_place,
        "cites": [{"outlet": c.outlet} | at(c.evidence) for c in entry.cites],
        "copy_of": entry.copy_of,
        "shared": entry.shared,
        "passages": [_span(p.span) | {"origin": p.origin, "there": _span(p.there)} for p in entry.passages],
        "blocks": [{"kind": b.kind, "start": b.start, "end": b.end} for b in a.blocks],
        "text": a.content,
    }


def _superseded(s: Superseded) -> Json:
    a = s.article
    return {"id": a.id, "by": s.by, "file": a.file, "title": a.title, "url": a.url, "text": a.content}


def _set_aside(s: SetAside) -> Json:
    a = s.article
    return {"id": a.id, "reason": s.reason, "file": a.file, "title": a.title, "url": a.url, "text": a.content}


def _party(p: Party) -> Json:
    return {
        "id": p.id,
        "name": p.name,
        "kind": p.kind,
        "aliases": list(p.aliases),
        "role": p.role,
        "evidence": _all(p.evidence),
    }


def _person(p: PersonEntry) -> Json:
    return {
        "id": p.id,
        "name": p.name,
        "aliases": list(p.aliases),
        "party": p.party,
        "roles": [{"title": r.title, "party": r.party} | at(r.evidence) for r in p.roles],
    }


def _timex(t: TimexEntry) -> Json:
    return {"id": t.id, "type": t.type, "value": t.value, "mod": t.mod, "reason": t.reason} | at(t.evidence)


def _quote(q: QuoteEntry) -> Json:
    return {
        "id": q.id,
        "file": q.file,
        "kind": q.kind,
        "marks": q.marks,
        "content": _all(q.content),
        "quoted": _all(q.quoted),
        "nested": _all(q.nested),
        "speaker": q.speaker,
        "speaker_party": q.speaker_party,
        "speaker_span": _maybe(q.speaker_span),
        "cue": _maybe(q.cue),
        "said_on": q.said_on,
        "addressee": q.addressee,
        "addressee_span": _maybe(q.addressee_span),
        "via": q.via,
        "issue": q.issue,
        "sentence": _span(q.sentence),
        "confidence": q.confidence,
    }


def _event(e: EventEntry) -> Json:
    return {
        "id": e.id,
        "type": e.type,
        "actor": list(e.actor),
        "recipient": list(e.recipient),
        "modality": e.modality,
        "date": e.date,
        "source": e.source,
        "sentence": _span(e.sentence),
        "confidence": e.confidence,
    } | at(e.evidence)


def _issue(i: Issue) -> Json:
    return {"id": i.id, "label": i.label, "terms": list(i.terms)}


def _position(p: PositionEntry) -> Json:
    return {
        "id": p.id,
        "party": p.party,
        "issue": p.issue,
        "stance": p.stance,
        "as_of": p.as_of,
        "speaker": p.speaker,
        "attributed_to": p.attributed_to,
        "quote": p.quote,
        "matter": at(p.matter),
        "also": _all(p.also),
        "sentence": _span(p.sentence),
        "confidence": p.confidence,
    } | at(p.evidence)


def _conditional(c: ConditionalEntry) -> Json:
    return {
        "id": c.id,
        "file": c.file,
        "actor": c.actor,
        "kind": c.kind,
        "condition": _maybe(c.condition),
        "consequence": at(c.consequence),
        "recipient": c.recipient,
        "speaker": c.speaker,
        "as_of": c.as_of,
        "negated": c.negated,
        "quote": c.quote,
        "sentence": _span(c.sentence),
    }


def _meeting(m: MeetingEntry) -> Json:
    return {
        "id": m.id,
        "name": m.name,
        "format": m.format,
        "participants": list(m.participants),
        "participants_implied": m.participants_implied,
        "people": list(m.people),
        "place": m.place,
        "date": m.date,
        "date_basis": m.date_basis,
        "status": m.status,
        "agenda": _all(m.agenda),
        "history": [_step(s) for s in m.history],
        "outcome": _maybe(m.outcome),
        "level": m.level,
        "readouts": [{"party": r.party, "speaker": r.speaker} | at(r.evidence) for r in m.readouts],
    }


def _step(s: MeetingStep) -> Json:
    return {
        "id": s.id,
        "as_of": s.as_of,
        "status": s.status,
        "date_said": s.date_said,
        "place_said": s.place_said,
        "speaker": s.speaker,
        "sentence": _span(s.sentence),
    } | at(s.evidence)


def _proposal(p: ProposalEntry) -> Json:
    return {
        "id": p.id,
        "proposal": p.proposal,
        "name": p.name,
        "by": list(p.by),
        "to": list(p.to),
        "event": p.event,
        "submitted_or_published": p.submitted_or_published,
        "provisions": [{"issue": v.issue} | at(v.evidence) for v in p.provisions],
    } | at(p.evidence)


def _figure(f: FigureEntry) -> Json:
    return {
        "id": f.id,
        "what": f.what,
        "value": f.value,
        "value_range": list(f.value_range) if f.value_range else None,
        "value_text": f.value_text,
        "unit": f.unit,
        "approx": f.approx,
        "bound": f.bound,
        "sentence": _span(f.sentence),
    } | at(f.evidence)


def _figure_group(g: FigureGroup) -> Json:
    return {"id": g.id, "about": g.about, "relation": g.relation, "figures": list(g.figures)}


def _precedent(p: PrecedentEntry) -> Json:
    return {
        "id": p.id,
        "what": p.what,
        "year": p.year,
        "invoked_by": p.invoked_by,
        "sentence": _span(p.sentence),
    } | at(p.evidence)


def _divergence(d: Divergence) -> Json:
    return {"id": d.id, "about": d.about, "type": d.type, "sides": _all(d.sides), "note": d.note}


def _link(link: Link) -> Json:
    return {"section": link.section, "a": link.a, "b": link.b, "reasons": list(link.reasons)}
