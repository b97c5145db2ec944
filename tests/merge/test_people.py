"""One identity for each person, in whatever order the articles came."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import Article
from onrecord.layers import Person, Role
from onrecord.merge.names.people import folded, name_people
from onrecord.readings import Reading
from onrecord.settings import PartySetting, Settings
from onrecord.text import Span

SETTINGS = Settings(parties=(PartySetting("VAL", "Valdoria", "state"), PartySetting("KAR", "Karsia", "state")))


def article(name: str, *people: Person) -> tuple[Article, Reading]:
    return Article(name, f"{name}.txt", name, "", ()), Reading(name, people=people)


def person(name: str, party: str | None = None, title: str | None = None, key: str | None = None) -> Person:
    roles = (Role(title, party, Span(0, 4)),) if title else ()
    return Person(key or f"p:{name.split()[-1].casefold()}", name, (name,), party, roles)


def ids(*readings: tuple[Article, Reading]) -> dict[tuple[str, str], str]:
    return name_people(readings, SETTINGS)[1]


def test_spellings_of_one_name() -> None:
    assert folded("Sergey") == folded("Sergei")
    assert folded("Zelensky") == folded("Zelenskyy") == folded("Zelenskiy")
    assert folded("Yuri") == folded("Yury")
    assert folded("Maro") != folded("Mari")


def test_a_surname_and_another_spelling_are_one_person() -> None:
    a, b, c = (
        article("a", person("Sergey Brandt")),
        article("b", person("Sergei Brandt")),
        article("c", person("Brandt")),
    )
    found = ids(a, b, c)
    assert len(set(found.values())) == 1


def test_a_president_is_not_his_wife_nor_a_senator_of_that_name() -> None:
    bare = article("a", person("Erlin", "VAL", "President"))
    for other in (person("Mary Erlin"), person("Odo Erlin", None, "Senator")):
        assert len(set(ids(bare, article("b", other)).values())) == 2
    for other in (person("Odo Erlin"), person("Odo Erlin", "VAL", "President")):
        assert len(set(ids(bare, article("b", other)).values())) == 1


def test_whom_one_article_tells_apart_the_record_does_too() -> None:
    both = article("a", person("Erlin", key="p:mr-erlin"), person("Odo Erlin"))
    assert len(set(ids(both, article("b", person("Odo Erlin"))).values())) == 2


def test_a_candidate_acts_through_a_campaign_whatever_office_was_held() -> None:
    role = Role("nominee", "US_DEMOCRATS", Span(0, 4))
    stands = article("a", Person("p:erlin", "Odo Erlin", ("Odo Erlin",), "campaign-erlin", (role,)))
    held = article("b", person("Odo Erlin", "VAL", "Minister"))
    (one,) = name_people((stands, held), SETTINGS)[0]
    assert one.party == "campaign-erlin"
    governs = article("c", person("Odo Erlin", "VAL", "President"))
    (one,) = name_people((stands, held, governs), SETTINGS)[0]
    assert one.party == "VAL"


def test_brothers_are_two() -> None:
    a, b = article("a", person("Odo Rex Erlin")), article("b", person("Odo Lal Erlin"))
    assert len(set(ids(a, b).values())) == 2
    assert len(set(ids(a, article("b", person("Odo R. Erlin"))).values())) == 1


def test_the_office_of_one_article_counts_in_all() -> None:
    people, _ = name_people(
        [article("a", person("Ilse Maro")), article("b", person("Ilse Maro", "KAR", "trade minister"))], SETTINGS
    )
    assert [(p.id, p.party, [r.title for _, r in p.roles]) for p in people] == [
        ("ilse-maro", "KAR", ["trade minister"])
    ]


def test_the_same_full_name_is_one_person_whichever_word_passes_for_the_surname() -> None:
    found = ids(
        article("a.txt", person("Sho Maedun", key="p:sho")), article("b.txt", person("Sho Maedun", key="p:maedun"))
    )
    assert len(set(found.values())) == 1


def test_a_short_vowel_parts_nobody() -> None:
    names = ("Ahmad Sorel", "Ahmed Sorel", "Ahmid Sorel")
    found = ids(*(article(f"{n}.txt", person(name)) for n, name in enumerate(names)))
    assert len(set(found.values())) == 2


def test_a_former_office_gives_no_party() -> None:
    who = person("Odo Brandt", title="former president")
    who = replace(who, roles=(replace(who.roles[0], party="KAR"),))
    people, _ = name_people([article("a.txt", who)], Settings())
    assert [p.party for p in people] == [None]


def test_first_names_part_namesakes() -> None:
    found = ids(article("a", person("Tomas Erlin")), article("b", person("Marta Erlin")))
    assert len(set(found.values())) == 2


def test_offices_of_two_states_part_namesakes() -> None:
    found = ids(
        article("a", person("Tomas Erlin", "VAL", "foreign minister")),
        article("b", person("Tomas Erlin", "KAR", "defence minister")),
    )
    assert len(set(found.values())) == 2


def test_a_bare_surname_that_several_bear_goes_with_its_party() -> None:
    found = ids(
        article("a", person("Tomas Erlin", "VAL", "foreign minister")),
        article("b", person("Marta Erlin", "KAR", "defence minister")),
        article("c", person("Erlin", "KAR", "minister")),
    )
    assert found["c", "p:erlin"] == found["b", "p:erlin"] != found["a", "p:erlin"]


def test_the_name_is_the_full_form_that_most_articles_have() -> None:
    people, _ = name_people(
        [
            article("a", person("Sergey Brandt")),
            article("b", person("Sergei Brandt")),
            article("c", person("Sergei Brandt")),
        ],
        SETTINGS,
    )
    assert [p.name for p in people] == ["Sergei Brandt"]


NAMES = st.sampled_from(
    ["Tomas Erlin", "T. Erlin", "Marta Erlin", "Erlin", "Sergey Maro", "Sergei Maro", "Maro", "Odo Brandt"]
)
PARTIES = st.sampled_from([None, "VAL", "KAR"])


@given(st.lists(st.tuples(NAMES, PARTIES), min_size=1, max_size=8), st.randoms())
def test_the_order_of_articles_does_not_matter(drawn: list[tuple[str, str | None]], shuffle: object) -> None:
    readings = [article(f"a{n}", person(name, party, "minister")) for n, (name, party) in enumerate(drawn)]
    mixed = list(readings)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert name_people(readings, SETTINGS) == name_people(mixed, SETTINGS)
    people, found = name_people(readings, SETTINGS)
    assert set(found.values()) == {p.id for p in people}
    assert len(found) == len(readings)


def leaning(name: str, title: str, *parties: str) -> Person:
    return replace(person(name, None, title), leanings=parties)


def test_hints_of_all_articles_together_tell_the_party() -> None:
    readings = [
        article("a", leaning("Odo Brandt", "President", "KAR", "VAL")),
        article("b", leaning("Brandt", "President", "KAR", "KAR")),
    ]
    assert name_people(readings, SETTINGS)[0][0].party == "KAR"
    assert name_people(readings[::-1], SETTINGS) == name_people(readings, SETTINGS)
    assert name_people(readings[:1], SETTINGS)[0][0].party is None  # one to one tells nothing


def test_a_hint_gives_no_party_to_who_speaks_for_nobody() -> None:
    for title in ("analyst", "former president"):
        people, _ = name_people([article("a", leaning("Odo Brandt", title, "KAR"))], SETTINGS)
        assert people[0].party is None


def test_an_office_with_its_party_outweighs_hints() -> None:
    readings = [
        article("a", person("Odo Brandt", "VAL", "minister")),
        article("b", leaning("Odo Brandt", "minister", "KAR", "KAR", "KAR", "KAR")),
    ]
    assert name_people(readings, SETTINGS)[0][0].party == "VAL"
