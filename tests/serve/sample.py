"""A small record made by hand of four invented articles, every section filled."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.entries import (
    ArticleEntry,
    CitedOutlet,
    Divergence,
    Entries,
    FigureEntry,
    FigureGroup,
    Issue,
    Link,
    Party,
    PersonEntry,
    PrecedentEntry,
    ProposalEntry,
    Provision,
    RoleEntry,
    SetAside,
    Superseded,
    TimexEntry,
)
from onrecord.record.changes import changes
from onrecord.review.apply import apply
from onrecord.review.queue import queue
from onrecord.rulings import Ruling
from onrecord.views import Change, Doubt
from tests.serve.sample_articles import COURIER, HERALD, LEDGER, TRIBUNE, Found, article
from tests.serve.sample_entries import conditionals, events, next_round, positions, quotes, talks


def sample() -> Entries:
    """The record of the four articles, every section filled."""
    courier = article("courier", "Estmark Courier", "2032-03-15", COURIER)
    tribune = article("tribune", "Tolm Tribune", "2032-03-25", TRIBUNE)
    ledger = article("ledger", "The Ledger", "2032-04-11", LEDGER, basis="inferred")
    herald = article("herald", "Herald of the Coast", None, HERALD)
    c, t, g, h = Found(courier), Found(tribune), Found(ledger), Found(herald)
    return Entries(
        articles=(
            ArticleEntry(courier),
            ArticleEntry(tribune, cites=(CitedOutlet("Estmark Courier", t("the Courier")),)),
            ArticleEntry(ledger, other_evidence=(t("on April 12"),)),
            ArticleEntry(herald),
        ),
        superseded=(Superseded(replace(courier, id="article-courier-1", content=courier.content.upper()), courier.id),),
        aside=(SetAside(replace(herald, id="article-aside"), "names nobody whom the record is about"),),
        parties=(
            Party("VAL", "Valdoria", "state", ("Valdoria", "Valdorian", "Estmark"), "negotiating", (c("Valdoria"),)),
            Party("KAR", "Karsia", "state", ("Karsia", "Karsian", "Tolm"), "negotiating", (c("Karsia"),)),
            Party("NL", "Northern League", "alliance", ("the League",), "negotiating", (g("Northern League"),)),
        ),
        people=(
            PersonEntry(
                "mira-holt",
                "Mira Holt",
                ("Holt",),
                "VAL",
                (RoleEntry("deputy foreign minister", "VAL", c("the deputy foreign minister of Valdoria")),),
            ),
            PersonEntry(
                "anton-rell",
                "Anton Rell",
                ("Rell",),
                "KAR",
                (RoleEntry("Foreign Minister", "KAR", t("Foreign Minister")),),
            ),
        ),
        timexes=(
            TimexEntry("timex-1", "DATE", "2032-04", c("April", 1)),
            TimexEntry("timex-2", "DATE", "2032-03-15", c("Monday")),
            TimexEntry("timex-3", "DATE", "2032-04-12", t("April 12", 1)),
            TimexEntry("timex-4", "DATE", "2032-04-19", g("April 19")),
            TimexEntry("timex-5", "DATE", None, h("Tuesday"), reason="the article has no date"),
            TimexEntry("timex-6", "DURATION", "PT6H", h("six hours")),
        ),
        quotes=quotes(c, t, g, h),
        quote_groups=(("quote-1", "quote-2", "quote-3"),),
        events=events(c, t, g, h),
        issues=(
            Issue("issue-reservoir", "Filling of the reservoir", ("reservoir", "fill")),
            Issue("issue-gauges", "Gauge readings", ("gauge", "reading")),
            Issue("issue-draft", "Draft of the League", ("draft",)),
        ),
        positions=positions(c, t, h),
        conditionals=conditionals(t, h),
        meetings=(talks(c, t, g, h), next_round(h)),
        proposals=(
            ProposalEntry(
                "proposal-1",
                "league-draft",
                "Draft agreement of the League",
                ("NL",),
                ("VAL", "KAR"),
                "submitted",
                None,
                g("submitted a draft agreement"),
                (Provision(g("limit the filling to the winter months"), "issue-reservoir"),),
            ),
        ),
        figures=(
            FigureEntry(
                "figure-1",
                "people who left the lower valley",
                40000,
                "people",
                True,
                c("About 40,000 people"),
                c.sentence("About 40,000 people", "the Karsian government."),
            ),
            FigureEntry(
                "figure-2",
                "people who left the valley",
                25000,
                "people",
                False,
                t("25,000"),
                t.sentence("Relief agencies", "at 25,000."),
            ),
            FigureEntry(
                "figure-3", "length of the talks", 6, "hours", False, h("six hours"), h.sentence("Delegations", "May.")
            ),
        ),
        figure_groups=(FigureGroup("figures-1", "People who left the valley", "differ", ("figure-1", "figure-2")),),
        precedents=(
            PrecedentEntry(
                "precedent-1",
                "the flood of 2019",
                "2019",
                None,
                g("the flood of 2019"),
                g.sentence("The dispute recalls", "opening the gates."),
            ),
        ),
        divergences=(
            Divergence(
                "divergence-1",
                "People who left the valley",
                "figure",
                (c("About 40,000 people"), t("25,000")),
                "40,000 against 25,000",
            ),
            Divergence(
                "divergence-2",
                "Whether Karsia threatens to close the canal",
                "framing",
                (t("Karsia will close the Orm canal"), h("Rell denied that Karsia threatens anyone")),
            ),
        ),
        links=(
            Link("positions", "position-1", "position-2", ("both name “reservoir”", "alike in meaning: 0.82")),
            Link("positions", "position-3", "position-4", ("the same words: “gauge readings”",)),
            Link("quotes", "quote-1", "quote-2", ("the same run of words",)),
            Link("meetings", "report-4", "report-3", ("put off from 12 April 2032 to 19 April 2032",)),
        ),
    )


@dataclass(frozen=True)
class SampleRecord:
    """What the web application asks of a record, answered from entries made by hand."""

    content: Entries
    rulings: list[Ruling] = field(default_factory=list)

    def rule(self, ruling: Ruling) -> None:
        self.rulings.append(ruling)

    def review(self) -> tuple[Doubt, ...]:
        return queue(apply(self.content, self.rulings), self.rulings)

    def entries(self, as_of: str | None = None) -> Entries:
        """The entries, or those of the articles published by a day."""
        if as_of is None:
            return self.content
        known = {
            a.article.id for a in self.content.articles if (day := a.article.published.value) and day[:10] <= as_of
        }
        meetings = tuple(
            replace(m, history=steps)
            for m in self.content.meetings
            if (steps := tuple(s for s in m.history if s.evidence.article in known))
        )
        return Entries(
            articles=tuple(a for a in self.content.articles if a.article.id in known),
            parties=self.content.parties,
            people=self.content.people,
            meetings=meetings,
            quotes=tuple(q for q in self.content.quotes if q.content[0].article in known),
        )

    def changes(self, since: str, as_of: str | None = None) -> tuple[Change, ...]:
        return changes(self.entries(since), self.entries(as_of))
