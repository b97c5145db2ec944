"""The sections of a record as tables of words: what `onrecord show` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.entries import Entries, MeetingEntry
from onrecord.movements import movements
from onrecord.periods import in_words
from onrecord.serve.web.findings import event_word, findings, stated
from onrecord.serve.web.names import Names, joined, title_of
from onrecord.serve.web.order import conditionals_in_order, events_in_order, quote_clusters
from onrecord.serve.web.sureness import sure
from onrecord.text import Evidence
from onrecord.views import Change, Doubt, Moment

SECTIONS = (
    "overview", "meetings", "positions", "quotes", "conditionals", "events", "timeline", "figures", "divergences",
    "articles", "people", "changes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table. The last column is the article that the line rests on; a row whose first cell
    is empty goes with the row above it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class _View:
    """One record with its names, asked for its sheets."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.names = Names(entries)

    def who(self, *agents: str | None) -> str:
        return joined(tuple(self.names(a) for a in agents), short=True) or "–"


def words(evidence: Evidence | None) -> str:
    """The exact words on one line, in quotation marks where they bring none."""
    if evidence is None:
        return ""
    exact = " ".join(evidence.exact.split())
    return exact if exact[0] in '“"‘«„' else f"“{exact}”"


def sheets(section: str, entries: Entries) -> list[Sheet]:
    """The tables of one section (not timeline and changes, which have their own)."""
    return _SHEETS[section](_View(entries))


def timeline_sheet(entries: Entries, moments: Iterable[Moment]) -> Sheet:
    view = _View(entries)
    said = {m.id: f"{m.name}: {m.status}" for m in entries.meetings}
    said |= {e.id: f"{view.who(*e.actor)} {_arrow(view, e.recipient)}{event_word(e.type)}" for e in entries.events}
    rows = tuple(
        (
            in_words(m.day),
            words(m.evidence),
            str(m.sources),
            "; ".join(dict.fromkeys(said[id_] for _, id_ in m.acts)),
            ", ".join(dict.fromkeys(e.file for e in (m.evidence, *m.also))),
        )
        for m in moments
    )
    return Sheet("Timeline", ("Day", "What happened", "Sources", "On the record", "Articles"), rows)


def changes_sheet(changes: Iterable[Change], since: str) -> Sheet:
    rows = tuple((in_words(c.day), c.section, c.words, words(c.evidence), c.evidence.file) for c in changes)
    return Sheet(f"Changes since {in_words(since)}", ("Published", "Section", "What", "Words", "Article"), rows)


def review_sheets(entries: Entries, doubts: Sequence[Doubt]) -> list[Sheet]:
    """The queue: rulings without their entry, what is left open, what is least sure."""
    heads = {f.entry: f"{f.head}: {f.note}" for f in findings(entries, Names(entries)) if f.part == 0}
    rows = {
        kind: tuple(
            (
                d.id,
                heads.get(d.id, d.section),
                "; ".join(d.why),
                sure(d.confidence).removeprefix("sure in ") or "–",
                f"“{' '.join(d.words.split())}”",
                d.evidence.file if d.evidence else "–",
            )
            for d in doubts
            if d.kind == kind
        )
        for kind in ("orphaned", "left open", "unsure")
    }
    titles = ("Rulings without their entry", "Left open by the articles", "Least sure")
    columns = ("Id", "Who or what", "Why", "Sure in", "Words", "Article")
    return [Sheet(title, columns, found) for title, found in zip(titles, rows.values(), strict=True)]


def _overview(view: _View) -> list[Sheet]:
    e = view.entries
    days = sorted(d for a in e.articles if (d := (a.article.published.value or "")[:10]))
    outlets = {a.article.outlet for a in e.articles if a.article.outlet}
    span = f"{in_words(days[0])} to {in_words(days[-1])}" if days else "no dates"
    aside = f"; {len(e.aside)} set aside" if e.aside else ""
    negotiating = [p.name for p in e.parties if p.role == "negotiating"]
    held = (
        ("Articles", f"{len(e.articles)} from {len(outlets)} outlets, {span}{aside}"),
        ("Parties", ", ".join(negotiating) or "–"),
        ("People", str(len(e.people))),
        ("Meetings", str(len(e.meetings))),
        ("Positions", f"{len(e.positions)} on {len(e.issues)} issues"),
        ("Quotes", f"{len(e.quotes)}, {len(e.quote_groups)} told more than once"),
        ("Conditionals", str(len(e.conditionals))),
        ("Events", str(len(e.events))),
        ("Proposals", str(len({p.proposal for p in e.proposals}))),
        ("Figures", str(len(e.figures))),
        ("Divergences", str(len(e.divergences))),
    )
    latest = tuple(
        (m.status, in_words(m.date), m.name, m.place or "–", m.history[-1].evidence.file) for m in _by_date(e.meetings)
    )
    return [
        Sheet("Record", ("", ""), held),
        Sheet("Meetings", ("Status", "Date", "Meeting", "Place", "Article"), latest),
    ]


def _by_date(meetings: Iterable[MeetingEntry]) -> list[MeetingEntry]:
    return sorted(meetings, key=lambda m: (m.date or "9999", m.name, m.id))


def _meetings(view: _View) -> list[Sheet]:
    out = []
    for m in _by_date(view.entries.meetings):
        facts = [in_words(m.date), m.place or "place not known", view.who(*m.participants), *filter(None, [m.level])]
        rows = tuple(
            (
                in_words(s.as_of),
                s.status,
                in_words(s.date_said, "–"),
                s.place_said or "–",
                words(s.evidence),
                s.evidence.file,
            )
            for s in m.history
        )
        title = f"{m.name} · {m.status} · {' · '.join(facts)}"
        out.append(Sheet(title, ("As of", "Status", "Date told", "Place told", "Words", "Article"), rows))
        if m.outcome:
            out.append(Sheet("Outcome", ("Words", "Article"), ((words(m.outcome), m.outcome.file),)))
        if m.readouts:
            told = tuple((view.who(r.party), words(r.evidence), r.evidence.file) for r in m.readouts)
            out.append(Sheet("Readouts", ("Side", "Words", "Article"), told))
    return out


def _positions(view: _View) -> list[Sheet]:
    out = []
    moved = {m.after: f", {m.kind}" for m in movements(view.entries.positions)}
    for issue in view.entries.issues:
        held = sorted(
            (p for p in view.entries.positions if p.issue == issue.id),
            key=lambda p: (view.who(p.party), p.as_of or "9999", p.evidence),
        )
        rows = tuple(
            (
                view.who(p.party),
                p.stance + moved.get(p.id, ""),
                in_words(p.as_of),
                words(p.evidence),
                p.evidence.file,
            )
            for p in held
        )
        if rows:
            out.append(Sheet(issue.label, ("Party", "Stance", "As of", "Words", "Article"), rows))
    return out


def _quotes(view: _View) -> list[Sheet]:
    rows = []
    for cluster in quote_clusters(view.entries):
        for n, q in enumerate(cluster):
            who = "" if n else view.who(q.speaker)
            said = " … ".join(words(c) for c in q.content)
            rows.append((who, in_words(q.said_on, "–"), q.kind, said, q.file))
    return [Sheet("Quotes", ("Speaker", "Said on", "Kind", "Words", "Article"), tuple(rows))]


def _conditionals(view: _View) -> list[Sheet]:
    rows = tuple(
        (
            view.who(c.actor),
            f"no {c.kind}" if c.negated else c.kind,
            in_words(c.as_of),
            words(c.condition) or "no condition told",
            words(c.consequence),
            c.file,
        )
        for c in conditionals_in_order(view.entries)
    )
    return [Sheet("Conditionals", ("Actor", "Kind", "As of", "If", "Then", "Article"), rows)]


def _events(view: _View) -> list[Sheet]:
    rows = tuple(
        (in_words(e.date), view.who(*e.actor), event_word(e.type), view.who(*e.recipient), e.modality,
         words(e.evidence), e.evidence.file)
        for e in events_in_order(view.entries)
    )  # fmt: skip
    return [Sheet("Events", ("Date", "Actor", "Act", "Recipient", "Modality", "Words", "Article"), rows)]


def _figures(view: _View) -> list[Sheet]:
    e = view.entries
    by_id = {f.id: f for f in e.figures}
    out = []
    for group in e.figure_groups:
        rows = tuple((stated(f), words(f.evidence), f.evidence.file) for i in group.figures if (f := by_id.get(i)))
        out.append(Sheet(f"{group.about}: {group.relation}", ("Figure", "Words", "Article"), rows))
    grouped = {i for g in e.figure_groups for i in g.figures}
    rest = tuple((stated(f), f.what, words(f.evidence), f.evidence.file) for f in e.figures if f.id not in grouped)
    return [*out, Sheet("Figures told once", ("Figure", "What", "Words", "Article"), rest)]


def _divergences(view: _View) -> list[Sheet]:
    return [
        Sheet(
            f"{d.about} · {d.type}" + (f" · {d.note}" if d.note else ""),
            ("Outlet", "Words", "Article"),
            tuple((view.names.outlet(s.article), words(s), s.file) for s in d.sides),
        )
        for d in view.entries.divergences
    ]


def _articles(view: _View) -> list[Sheet]:
    rows = []
    files = {a.article.id: a.article.file for a in view.entries.articles}
    for a in view.entries.articles:
        p = a.article.published
        basis = p.basis or p.reason or "–"
        rows.append(
            (
                in_words(p.value and p.value[:10]),
                basis,
                a.article.outlet or "–",
                title_of(a.article),
                a.article.wire or "–",
                f"copy of {files[a.copy_of]} ({round(100 * (a.shared or 0))} %)" if a.copy_of else "–",
                a.article.file,
            )
        )
    columns = ("Published", "Basis", "Outlet", "Title", "Wire", "Copy", "Article")
    earlier = tuple((title_of(s.article), s.article.id, s.by, s.article.file) for s in view.entries.superseded)
    versions = Sheet("Earlier versions, not counted", ("Title", "Id", "Superseded by", "Article"), earlier)
    aside = tuple((title_of(s.article), s.reason, s.article.id, s.article.file) for s in view.entries.aside)
    others = Sheet("Set aside, not counted", ("Title", "Why", "Id", "Article"), aside)
    return [Sheet("Articles", columns, tuple(rows)), versions, others]


def _people(view: _View) -> list[Sheet]:
    rows = []
    for p in view.entries.people:
        titles = "; ".join(dict.fromkeys(r.title for r in p.roles)) or "–"
        files = ", ".join(dict.fromkeys(r.evidence.file for r in p.roles)) or "–"
        rows.append((p.name, view.who(p.party) if p.party else "–", titles, files))
    return [Sheet("People", ("Name", "Party", "Roles", "Article"), tuple(rows))]


def _arrow(view: _View, recipients: tuple[str, ...]) -> str:
    return f"→ {view.who(*recipients)} " if recipients else ""


_SHEETS: dict[str, Callable[[_View], list[Sheet]]] = {
    "overview": _overview,
    "meetings": _meetings,
    "positions": _positions,
    "quotes": _quotes,
    "conditionals": _conditionals,
    "events": _events,
    "figures": _figures,
    "divergences": _divergences,
    "articles": _articles,
    "people": _people,
}
