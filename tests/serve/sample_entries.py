"""The entries of the small record that take more than a few lines."""

from __future__ import annotations

from onrecord.entries import ConditionalEntry, EventEntry, MeetingEntry, MeetingStep, PositionEntry, QuoteEntry
from tests.serve.sample_articles import Found


def quotes(c: Found, t: Found, g: Found, h: Found) -> tuple[QuoteEntry, ...]:
    holt = {"speaker": "mira-holt", "speaker_party": "VAL"}
    rell = {"speaker": "anton-rell", "speaker_party": "KAR"}
    return (
        QuoteEntry(
            "quote-1",
            "courier.html",
            "direct",
            (c("We will settle the day together with Tolm, and we believe that it will be in April,"),),
            c.sentence("“We will", "of Valdoria."),
            speaker_span=c("Mira Holt"),
            cue=c("said", 1),
            said_on="2032-03-15",
            via=None,
            **holt,
        ),
        QuoteEntry(
            "quote-2",
            "tribune.html",
            "mixed",
            (t("a day “will be in April”"),),
            t.sentence("Holt", "reported."),
            speaker_span=t("Holt"),
            cue=t("said"),
            said_on=None,
            via="Estmark Courier",
            quoted=(t("will be in April"),),
            **holt,
        ),
        QuoteEntry(
            "quote-3",
            "ledger.html",
            "direct",
            (g("We will settle the day together with Tolm,"),),
            g.sentence("“We will", "in March."),
            speaker_span=g("Holt"),
            cue=g("had said"),
            said_on="2032-03",
            via=None,
            **holt,
        ),
        QuoteEntry(
            "quote-4",
            "herald.html",
            "direct",
            (h("The winter rule is acceptable, the inspections are not,"),),
            h.sentence("“The winter", "Rell said."),
            speaker_span=h("Rell"),
            cue=h("said"),
            said_on=None,
            via=None,
            issue="issue-draft",
            **rell,
        ),
        QuoteEntry(
            "quote-5",
            "courier.html",
            "indirect",
            (c("Talks between Valdoria and Karsia on the waters of the Senn could begin in April"),),
            c.sentence("ESTMARK", "Monday."),
            speaker="unnamed: Valdorian official",
            speaker_party="VAL",
            speaker_span=c("a Valdorian official"),
            cue=c("said"),
            said_on="2032-03-15",
            via=None,
        ),
    )


def events(c: Found, t: Found, g: Found, h: Found) -> tuple[EventEntry, ...]:
    return (
        EventEntry(
            "event-1",
            "AGREE",
            ("VAL",),
            ("KAR",),
            "possible",
            "2032-03-15",
            "unnamed: Valdorian official",
            c("Talks between Valdoria and Karsia on the waters of the Senn could begin in April"),
            c.sentence("ESTMARK", "Monday."),
        ),
        EventEntry(
            "event-2",
            "REQUEST",
            ("KAR",),
            ("VAL",),
            "happened",
            "2032-03-15",
            None,
            c("Karsia demands that Valdoria stop filling the reservoir at Brenn"),
            c.sentence("Karsia demands", "Brenn."),
        ),
        EventEntry(
            "event-3",
            "THREATEN",
            ("KAR",),
            ("VAL",),
            "happened",
            "2032-03-25",
            "anton-rell",
            t("Karsia will close the Orm canal to its ships"),
            t.sentence("If Valdoria", "reporters."),
        ),
        EventEntry(
            "event-4",
            "REJECT",
            ("VAL",),
            ("KAR",),
            "happened",
            "2032-03-25",
            None,
            t("Valdoria rejected the demand on the reservoir"),
            t.sentence("Valdoria rejected", "readings."),
        ),
        EventEntry(
            "event-5",
            "REQUEST",
            ("NL",),
            ("VAL", "KAR"),
            "happened",
            None,
            None,
            g("submitted a draft agreement"),
            g.sentence("The League, which", "winter months."),
        ),
        EventEntry(
            "event-6",
            "CONSULT",
            ("VAL", "KAR"),
            (),
            "happened",
            None,
            None,
            h("Delegations of Valdoria and Karsia met for six hours"),
            h.sentence("Delegations", "May."),
        ),
    )


def positions(c: Found, t: Found, h: Found) -> tuple[PositionEntry, ...]:
    stop = t.sentence("Valdoria rejected", "readings.")
    return (
        PositionEntry(
            "position-1",
            "KAR",
            "issue-reservoir",
            "demands",
            "2032-03-15",
            c("Valdoria stop filling the reservoir at Brenn"),
            c.sentence("Karsia demands", "Brenn."),
            c("the reservoir"),
        ),
        PositionEntry(
            "position-2",
            "VAL",
            "issue-reservoir",
            "rejects",
            "2032-03-25",
            t("Valdoria rejected the demand on the reservoir"),
            stop,
            t("the demand on the reservoir"),
        ),
        PositionEntry(
            "position-3",
            "VAL",
            "issue-gauges",
            "offers",
            "2032-03-25",
            t("offered to share its gauge readings"),
            stop,
            t("gauge readings"),
        ),
        PositionEntry(
            "position-4",
            "VAL",
            "issue-gauges",
            "accepts",
            None,
            h("Valdoria accepts the gauge readings as binding"),
            h.sentence("Valdoria accepts", "binding."),
            h("the gauge readings"),
        ),
        PositionEntry(
            "position-5",
            "KAR",
            "issue-draft",
            "partly rejects",
            "2032-04-20",
            h("Karsia partly rejected the draft of the League"),
            h.sentence("Karsia partly", "League."),
            h("the draft of the League"),
            also=(h("the inspections are not"),),
            speaker="anton-rell",
        ),
    )


def conditionals(t: Found, h: Found) -> tuple[ConditionalEntry, ...]:
    return (
        ConditionalEntry(
            "conditional-1",
            "tribune.html",
            "KAR",
            "threat",
            t("If Valdoria keeps filling the reservoir"),
            t("Karsia will close the Orm canal to its ships"),
            t.sentence("If Valdoria", "reporters."),
            recipient="VAL",
            speaker="anton-rell",
            as_of="2032-03-25",
        ),
        ConditionalEntry(
            "conditional-2",
            "herald.html",
            "KAR",
            "threat",
            None,
            h("Karsia threatens anyone"),
            h.sentence("Asked about", "anyone."),
            recipient=None,
            speaker="anton-rell",
            as_of=None,
            negated=True,
        ),
    )


def talks(c: Found, t: Found, g: Found, h: Found) -> MeetingEntry:
    return MeetingEntry(
        id="meeting-1",
        name="Valdoria–Karsia talks, Lindhaven",
        format="bilateral",
        participants=("VAL", "KAR"),
        people=("anton-rell",),
        place="Lindhaven",
        date="2032-04-19",
        date_basis="postponed to April 19",
        status="held",
        history=(
            MeetingStep(
                "report-1",
                "2032-03-15",
                "mooted",
                "2032-04",
                None,
                c("Talks between Valdoria and Karsia on the waters of the Senn could begin in April"),
                c.sentence("ESTMARK", "Monday."),
                "unnamed: Valdorian official",
            ),
            MeetingStep(
                "report-2",
                "2032-03-15",
                "mooted",
                "2032-04",
                None,
                c("we believe that it will be in April"),
                c.sentence("“We will", "of Valdoria."),
                "mira-holt",
            ),
            MeetingStep(
                "report-3",
                "2032-03-25",
                "confirmed",
                "2032-04-12",
                "Lindhaven",
                t("its negotiators will meet the Valdorian side in Lindhaven on April 12"),
                t.sentence("Karsia confirmed", "on April 12."),
            ),
            MeetingStep(
                "report-4",
                "2032-04-11",
                "postponed",
                "2032-04-19",
                "Lindhaven",
                g("The talks planned for April 12 in Lindhaven were postponed to April 19"),
                g.sentence("The talks planned", "Sunday."),
            ),
            MeetingStep(
                "report-5",
                None,
                "held",
                None,
                "Lindhaven",
                h("Delegations of Valdoria and Karsia met for six hours in Lindhaven"),
                h.sentence("Delegations", "May."),
            ),
        ),
        agenda=(c("the waters of the Senn"),),
        outcome=h("agreed to go on in May"),
    )


def next_round(h: Found) -> MeetingEntry:
    step = MeetingStep(
        "report-6", None, "agreed", "2032-05", None, h("agreed to go on in May"), h.sentence("Delegations", "May.")
    )
    return MeetingEntry(
        "meeting-2", "Next round of talks", "bilateral", ("VAL", "KAR"), (), None, "2032-05", None, "agreed", (step,)
    )
