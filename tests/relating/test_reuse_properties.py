"""What holds for any texts: no order matters, spans are places, a sentence that says something is judged."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.model import Analysis, PublicationDate
from crisis_archive.relating.reuse import find_reuse
from crisis_archive.relating.reuse.numerals import numbers
from tests.relating.reuse_help import seeds, text

WORDS = st.sampled_from(
    "harbour crane strike Lorento ministry flood bridge Vega seven 43 shelter said may all regime".split()
)
# Words that every report is full of; a sentence of nothing else ("All said.") cannot be told from another.
EMPTY = {"said", "may", "all"}
SENTENCE = st.lists(WORDS, min_size=3, max_size=9).map(lambda words: " ".join(words).capitalize() + ".")
TEXT = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3)


def says_something(sentence: str) -> bool:
    return bool(set(sentence.lower().rstrip(".").split()) - EMPTY)


@given(st.permutations(range(4)))
@settings(max_examples=5, deadline=None)
def test_any_order_of_the_seeds_gives_the_same(order: list[int]) -> None:
    texts = seeds()
    assert find_reuse([texts[place] for place in order]) == find_reuse(texts)


@given(st.lists(TEXT, min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_spans_are_places_and_every_sentence_is_judged(paragraphs: list[list[str]]) -> None:
    texts = [text(f"t{number}", each) for number, each in enumerate(paragraphs)]
    known = {each.id: each for each in texts}
    for relation in find_reuse(texts):
        assert relation.left < relation.right
        assert 0 <= relation.score <= 1
        pairs = relation.sentences or ()
        for side, analysis in (("left", known[relation.left]), ("right", known[relation.right])):
            spans = [getattr(pair, side) for pair in pairs]
            told = {span for span in analysis.sentences if says_something(analysis.document.text_at(span))}
            assert {span for span in spans if span is not None} == told
        for pair in pairs:
            assert pair.left is not None or pair.right is not None
            assert pair.verdict in ("added", "dropped") or (pair.left and pair.right)
            assert bool(pair.changes) == (pair.verdict == "changed")
            for change in pair.changes:
                for span, analysis in (
                    (change.left, known[relation.left]),
                    (change.right, known[relation.right]),
                ):
                    assert span is None or analysis.document.text_at(span)


def story(name: str, *extra: str, date: PublicationDate | None = None) -> Analysis:
    return text(
        name,
        [
            "The freighter Aurelia ran aground on the Karsk reef before dawn, the harbour office said.",
            "Twenty-one sailors were lifted off by helicopter and taken to Port Selm with mild injuries.",
            "Captain Ilse Morrow said a steering gear had failed an hour earlier in heavy swell.",
            *extra,
        ],
        date=date,
    )


def test_the_same_text_twice_is_a_copy_without_direction() -> None:
    relation = find_reuse([story("a"), story("b")])[0]
    assert (relation.kind, relation.direction, relation.score) == ("copy", None, 1.0)
    assert {pair.verdict for pair in relation.sentences or ()} == {"carried"}


def test_the_later_of_two_dated_texts_draws_on_the_earlier() -> None:
    def day(number: int) -> PublicationDate:
        return PublicationDate(dt.date(2020, 5, number), dt.date(2020, 5, number), "seed")

    relation = find_reuse([story("a", date=day(9)), story("b", date=day(8))])[0]
    assert relation.direction == "right-to-left"


def test_of_two_as_full_the_one_that_states_its_day_is_the_source() -> None:
    day = PublicationDate(dt.date(2020, 5, 9), dt.date(2020, 5, 9), "seed")
    again = [
        "The freighter Aurelia went aground on the Karsk reef before dawn, the harbour office stated.",
        "Twenty-one sailors were lifted off by helicopter and brought to Port Selm with light injuries.",
        "Captain Ilse Morrow said a steering gear had failed an hour before in heavy swell.",
    ]

    def told(source: Analysis, *extra: str) -> list[str | None]:
        return [each.direction for each in find_reuse([source, text("b", [*again, *extra])])]

    assert told(story("a")) == [None]
    assert told(story("a", date=day)) == ["left-to-right"]
    assert told(story("c", date=day)) == ["right-to-left"]
    assert told(story("a", date=day), "Its owner is Nordkai.") == [None]


def test_the_fuller_text_is_the_source_and_what_the_other_adds_is_added() -> None:
    fuller = story(
        "b",
        "“We felt three knocks under the keel,” Morrow said in Port Selm.",
        "The Aurelia carried 3,400 tonnes of potash from Brakehaven to Velsund for Nordkai.",
    )
    thinner = story("a", "Observers fear that the worst is yet to come.")
    relation = find_reuse([thinner, fuller])[0]
    assert relation.direction == "right-to-left"
    verdicts = [(pair.left is None, pair.right is None, pair.verdict) for pair in relation.sentences or ()]
    assert verdicts.count((True, False, "dropped")) == 2
    assert verdicts.count((False, True, "added")) == 1


def test_two_reports_of_one_event_in_their_own_words_are_not_related() -> None:
    other = text(
        "b",
        [
            "A cargo ship is stuck on rocks north of Port Selm and leaking fuel, divers reported on Monday.",
            "Fishing crews were told to keep clear while the coastguard waited for a tug from the mainland.",
            "The owners of the Aurelia promised to pay for any damage to the shore.",
        ],
    )
    assert find_reuse([story("a"), other]) == ()


def test_a_sentence_in_its_place_that_shares_little_is_no_addition() -> None:
    source = [
        "The freighter Aurelia ran aground on the Karsk reef before dawn, the harbour office said.",
        "Inspectors asked for the steering records and found it too early to name any cause.",
        "Twenty-one sailors were lifted off by helicopter and taken to Port Selm with mild injuries.",
    ]
    placed = [
        "Before dawn the freighter Aurelia ran aground on the Karsk reef, says the harbour office.",
        "Officials want papers from the wheelhouse; no cause has been given.",
        "A helicopter lifted off twenty-one sailors, taken to Port Selm with mild injuries.",
    ]
    verdicts = [
        pair.verdict for pair in find_reuse([text("a", source), text("b", placed)])[0].sentences or ()
    ]
    assert "added" not in verdicts and "dropped" not in verdicts
    moved = [*placed[::2], "Observers fear that the worst is yet to come for this coast."]
    verdicts = [pair.verdict for pair in find_reuse([text("a", source), text("b", moved)])[0].sentences or ()]
    assert verdicts.count("added") == 1 and verdicts.count("dropped") == 1


def test_numbers_are_read_by_value() -> None:
    found = [
        value for _, _, value in numbers("Twenty-seven of 1,900, two hundred and six, 2.4 million; one.")
    ]
    assert found == [27, 1900, 206, 2_400_000]


SIGNED = (
    "The government and the Lorento Front signed a ceasefire on Wednesday, ending nine months of fighting.",
    "Under the deal, 400 prisoners will be released by 10 May.",
    "President Ivan Vega welcomed the deal.",
)
COLLAPSED = (
    "Fighting resumed in Lorento on Friday, two days after a ceasefire was signed.",
    "At least 40 people were killed, the Lorento Front said.",
    "President Ivan Vega blamed the rebels.",
)
BEGUN = ("Workers went on strike in Lorento on Monday, the harbour union said.",)
ENDED = ("The strike in Lorento ended on Friday, the harbour union said.",)
RETOLD = (
    "A ceasefire that ends nine months of fighting was signed by the government and the Front.",
    "Hundreds of prisoners will be released under the deal.",
)


def among_others(*texts: Analysis) -> list[Analysis]:
    """The texts in an archive of texts that have nothing to do with them: shared words become rare."""
    return [*texts, *(text(f"z{n}", [f"Other{n} thing{n} went{n} by{n}."]) for n in range(40))]


def test_shared_facts_and_names_are_no_retelling() -> None:
    signed, collapsed = text("a", SIGNED, "Signed in Lorento"), text("b", COLLAPSED, "Collapse in Lorento")
    assert find_reuse(among_others(signed, collapsed)) == ()
    begun, ended = text("a", BEGUN, "Strike in Lorento"), text("b", ENDED, "Strike ends in Lorento")
    assert find_reuse(among_others(begun, ended)) == ()


def test_shared_wording_of_a_short_text_is_a_retelling() -> None:
    texts = [text("a", SIGNED, "Peace at last"), text("b", RETOLD, "Guns fall silent")]
    assert [each.kind for each in find_reuse(among_others(*texts))] == ["rewrite"]


GAME = (
    "Northfield beat Velsund 91-73 on Thursday before a crowd of 9,200 in the Karsk Hall.",
    "Jonas Hallgren scored 20 points and broke the record of 2,290 points that Otto Brandt set in 1978.",
    "Hallgren needed nine points and set the record with seven minutes left in the first half.",
)


def test_two_reports_of_one_game_with_facts_of_their_own_are_two_sources() -> None:
    first = text(
        "a",
        [
            *GAME[:2],
            "Brandt waited at midcourt with a microphone and bowed before Hallgren.",
            "The trainer Ines Caldecott said Hallgren had practised from the left side since August.",
            "Northfield is unbeaten in 10 games and plays Denby on Saturday.",
        ],
    )
    second = text(
        "b",
        [
            "Hallgren broke the scoring record of Brandt when Northfield beat Velsund 91-73 on Thursday.",
            "The forward Jonas Hallgren, from Lindow in Ombra, made 7 of 14 throws and took 9 rebounds.",
            "His father Lars drove 300 miles with a bus of 40 neighbours to watch him in the Karsk Hall.",
            "Marek Dolan added 16 points for Velsund, which lost its fourth game in a row.",
        ],
    )
    assert find_reuse([first, second]) == ()


def test_a_retelling_of_that_report_is_no_source() -> None:
    first = text("a", [*GAME, "Northfield is unbeaten in 10 games and plays Denby on Saturday."])
    second = text(
        "b",
        [
            "Before 9,200 in the Karsk Hall, Northfield beat Velsund 91-73 on Thursday.",
            "Jonas Hallgren scored 20 points to break the record of 2,290 points set by Otto Brandt in 1978.",
            "Hallgren, who needed nine points, set the record seven minutes before the first half was over.",
            "Northfield, unbeaten in 10 games, plays Denby on Saturday.",
        ],
    )
    assert len(find_reuse([first, second])) == 1


def told_as(source: list[str], rewrite: list[str]) -> str | None:
    found = find_reuse([text("a", source), text("b", rewrite)])
    assert len(found) == 1
    return found[0].direction


PLAIN = [
    "The dam above the valley broke before dawn and the water took houses, barns and a bridge with it.",
    "People who lived below had heard cracks for days and had asked the board in vain to look at the wall.",
    "Crews with boats brought families from roofs and laid mattresses in the gym of a school on the hill.",
]
PLAINER = [
    "Before dawn the dam above the valley broke and the water took houses and a bridge.",
    "People below had heard cracks for days and had asked the board in vain to look.",
    "Crews with boats brought families from roofs to the gym of a school.",
]


def test_where_names_say_nothing_the_text_with_more_words_of_its_own_is_the_source() -> None:
    assert told_as(PLAIN, PLAINER) == "left-to-right"
    assert told_as(PLAINER, PLAIN) == "right-to-left"


def test_names_that_the_words_deny_give_no_direction() -> None:
    named = [*PLAINER[:2], "Crews of Denby, Lindow, Selm and Ombra brought families to the gym of a school."]
    assert told_as(PLAIN, named) is None
