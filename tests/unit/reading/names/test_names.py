"""Proper names: what is one, where it ends, what it names, and its fullest form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nutgraf
from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.names.capitals import run_pattern
from nutgraf.reading.names.cuts import _cut_once
from nutgraf.reading.names.descriptions import descriptions, title_before
from nutgraf.reading.names.find import find_names
from nutgraf.reading.names.proper_words import proper_words
from nutgraf.reading.parts import Name, Sentence
from nutgraf.reading.text.sentences import split_sentences
from scaling import assert_linear


def names(text: str) -> tuple[Name, ...]:
    return find_names(text, split_sentences(text, ((0, len(text)),), (), ENGLISH))


def found(text: str) -> list[str]:
    return [n.text for n in names(text)]


def full(text: str) -> dict[str, str]:
    return {n.text: n.full for n in names(text)}


def kinds(text: str) -> dict[str, str]:
    return {n.text: n.kind for n in names(text)}


def titles(text: str) -> dict[str, str]:
    spans = {n.text: title_before(text, n) for n in names(text)}
    return {name: text[span[0] : span[1]] for name, span in spans.items() if span}


@pytest.mark.parametrize(
    "sentence",
    [
        "The road was closed for hours.",
        "Residents said they heard two blasts.",
        "However, nobody was hurt in the end.",
        "Heavy rain fell on the hills.",
        "Talks will resume on Monday in May.",
        "It rained. I was there, and I'm glad.",
        "They've called an election, but we're told That's not all.",
        "They’ve called an election, but we’re told That’s not all. “We’ll argued,” he said.",
        "The Russian soldiers met the Prime Minister.",
    ],
)
def test_a_capital_alone_makes_no_name(sentence):
    assert found(sentence) == []


def test_a_sentence_opener_counts_when_it_is_a_name_elsewhere():
    assert found("Berlow fell. The mayor of Berlow wept.") == ["Berlow", "Berlow"]


def test_an_agency_for_two_things_is_one_name():
    assert found("He asked the Food and Drug Administration.") == ["Food and Drug Administration"]
    assert found("He asked the Pentagon and Energy Commission.") == ["Pentagon", "Energy Commission"]


@pytest.mark.parametrize("seat", ["White House", "Kremlin", "Pentagon", "Vatican", "Élysée", "Buckingham Palace"])
def test_a_seat_of_government_is_a_body_where_it_speaks_and_a_place_where_something_happens(seat):
    text = f"The {seat} said no. They met at the {seat} on Monday. Officials in the {seat} said no. Ann Lee left the {seat}."
    of_seat = [n for n in names(text) if n.text == seat]
    assert [n.kind for n in of_seat] == ["organization", "place", "organization", "organization"]
    assert {n.full for n in of_seat} == {seat}


def test_whose_officials_speak_is_a_body():
    assert kinds("White House officials denied that.") == {"White House": "organization"}
    assert kinds("Downing Street and the Kremlin agreed.") == {
        "Downing Street": "organization",
        "Kremlin": "organization",
    }


def test_somebody_who_is_called_like_a_seat_is_a_person():
    assert kinds("Ann Holyrood spoke. They stayed in Holyrood's house.")["Holyrood"] == "person"


@pytest.mark.parametrize(
    "surname", ["von der Leyen", "van den Berg", "de la Cruz", "van Loon", "de los Ríos", "von dem Bussche"]
)
def test_particles_belong_to_a_surname_wherever_it_stands(surname):
    opening = surname[0].upper() + surname[1:]
    said = f"Anna {surname} left. {opening} said no. On Monday, {surname} stayed. It was {opening}."
    assert found(said) == [f"Anna {surname}", opening, surname, opening]
    assert set(full(said).values()) == {f"Anna {surname}"}
    assert found(f"{opening} said no.") == [opening]


def test_a_doctor_is_no_park():
    assert kinds("They met Dr. Helen Park there.") == {"Helen Park": "person"}


@pytest.mark.parametrize(
    "apposition", ["a glaciologist in Gdynia", "who left", "whose son was killed", "Burundi’s chief negotiator"]
)
def test_what_is_said_behind_a_name_makes_it_a_person(apposition):
    assert kinds(f"They met Tovald Mirecki, {apposition}, there.")["Tovald Mirecki"] == "person"


def test_an_opener_followed_by_a_cue_is_a_name():
    assert found("Acmetron says it will close.") == ["Acmetron"]


def test_an_opener_that_is_a_plain_word_elsewhere_is_no_name():
    assert found("Granite says little. The wall is made of granite.") == []


def test_many_openers_that_speak_are_told_apart_as_few_are():
    firms = [f"{letter}metron" for letter in "ABCDEFGHIJKLMNOP"]
    text = " ".join(f"{firm} says it will close." for firm in firms)
    assert found(f"{text} Granite says little. The wall is made of granite.") == firms


def test_a_place_opens_a_sentence_under_its_own_name():
    assert found("Paris lay dark.") == ["Paris"]


def test_an_adjective_of_a_nation_is_no_part_of_a_person():
    assert found("They met Italian Matteo Renzi there.") == ["Matteo Renzi"]


def test_a_weekday_parts_two_names():
    assert found("He told Acme Corp Thursday Minister Ana Duarte was out.") == ["Acme Corp", "Ana Duarte"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met prosecutor Ana Duarte there.", "Ana Duarte", "person"),
        ("They met Ana Duarte, 43, there.", "Ana Duarte", "person"),
        ("It was seen near Foobarville there.", "Foobarville", "place"),
        ("They know the Foobars said so.", "Foobars", "organization"),
        ("It failed, according to Foobar there.", "Foobar", "organization"),
        ("They heard Tovald Mirecki later said so.", "Tovald Mirecki", "person"),
        ("They saw Mount Foobar there.", "Mount Foobar", "place"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text, name, kind):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("They met President Volodymyr Zelenskyy there.", "Volodymyr Zelenskyy", "President"),
        ("They met Foreign Minister Ana Duarte there.", "Ana Duarte", "Foreign Minister"),
        ("We saw Ms. Duarte there.", "Duarte", "Ms."),
        ("They asked team coach Ana Duarte about it.", "Ana Duarte", "team coach"),
        (
            "They met Ambassador to the United States Hamid Karim there.",
            "Hamid Karim",
            "Ambassador to the United States",
        ),
        ("They met Minister of Education Ana Duarte there.", "Ana Duarte", "Minister of Education"),
    ],
)
def test_titles_stand_outside_the_name(text, name, title):
    assert name in found(text)
    assert titles(text)[name] == title


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("Chef Ida Moe cooks eel.", {"Ida Moe": "Chef"}),
        ("Assemblywoman Ida Moe voted no.", {"Ida Moe": "Assemblywoman"}),
        ("Cllr Ida Moe voted no.", {"Ida Moe": "Cllr"}),
        ("Then astronomer Ida Moe slept.", {"Ida Moe": "astronomer"}),
        ("In the end Adam Plumber slept.", {}),
    ],
)
def test_occupations_are_titles_and_behind_a_given_name_surnames(text, titled):
    assert titles(text) == titled
    assert set(found(text)) == set(titled or {"Adam Plumber"})


def test_a_body_is_its_members():
    assert found("They asked the Farmers' Union and the Pharmacists’ Guild.") == [
        "Farmers' Union",
        "Pharmacists’ Guild",
    ]
    assert found("They asked the Farmers' Ann Lee.") == ["Farmers", "Ann Lee"]


def test_no_title_is_made_up():
    assert titles("They met Ana Duarte there.") == {}


@pytest.mark.parametrize(
    "name",
    [
        "Ludwig van Beethoven",
        "Bashar al-Assad",
        "Jean-Claude Juncker",
        "Conor O'Brien",
        "George W. Bush",
        "J. K. Rowling",
        "U.N.",
        "AT&T",
        "University of Texas",
        "Department of Health and Human Services",
        "Ban Ki-moon",
        "New Zealand",
        "Johnson & Johnson",
        "Åsa Öberg",
        "Владимир Иванов",
        "COVID-19",
    ],
)
def test_a_name_is_taken_whole(name):
    assert found(f"We read about {name} yesterday.") == [name]


@pytest.mark.parametrize("name", ["de Gaulle", "van Gogh", "al-Assad"])
@pytest.mark.parametrize("before", ["met ", "met (", "called “", "met\n"])
def test_a_particle_before_the_capital_belongs_to_the_name(name, before):
    assert found(f"They {before}{name} there.") == [name]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_the_possessive_s_is_no_part_of_a_name(mark):
    assert found(f"We read Umerov{mark}s letter and Poland{mark}s reply.") == ["Umerov", "Poland"]


def test_a_participle_hung_on_by_hyphen_is_no_part_of_a_name():
    assert found("They joined a Seoul-based firm and the U.S.-led force.") == ["Seoul", "U.S."]


def test_calendar_words_are_no_names_and_end_one():
    assert found("He met John Smith Monday in Paris in June 2020.") == ["John Smith", "Paris"]


def test_headline_capitals_make_no_names_but_known_ones_stay():
    text = "Mayor Ana Duarte Opens New Bridge After Long Delay\n\nThe bridge was opened by Ana Duarte in Porto."
    assert found(text) == ["Ana Duarte", "Ana Duarte", "Porto"]


def test_what_a_headline_has_between_known_names_is_left_out():
    text = "Porto Greets Mayor Ana Duarte After Long Delay\n\nThe bridge was opened by Ana Duarte in Porto."
    assert found(text) == ["Porto", "Ana Duarte", "Ana Duarte", "Porto"]


def test_a_surname_stands_for_the_full_name():
    assert full("Rustem Umerov spoke. Later Umerov left.")["Umerov"] == "Rustem Umerov"


def test_a_surname_that_two_people_share_stands_for_itself():
    text = "Bill Clinton and Hillary Clinton came. Then Clinton left."
    assert full(text)["Clinton"] == "Clinton"


@pytest.mark.parametrize("noun", ["Passenger", "Guard", "Junior", "Survivor", "Shopper", "Freshman", "Boss", "Baker"])
def test_a_noun_that_opens_the_sentence_is_no_part_of_a_name(noun):
    assert [name.full for name in nutgraf.read(f"{noun} Ann Lee said on Monday that it rained.").names] == ["Ann Lee"]


def test_a_surname_that_is_a_trade_too_opens_a_name_of_two_words():
    assert [name.full for name in nutgraf.read("Hunter Moe said it rained.").names] == ["Hunter Moe"]


def test_a_shared_surname_is_whoever_was_named_by_it_first():
    text = "Ida Moss swam. Moss was tired. Her brother, Toby Moss, ran. Moss said no."
    assert full(text)["Moss"] == "Ida Moss"
    both = "Ida Moss swam and Toby Moss ran. Moss said no."
    assert full(both)["Moss"] == "Moss"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kessel Foods shut its mill. Kessel said it would pay. Beatrix Kessel left.", "Kessel Foods"),
        ("Beatrix Kessel left Kessel Foods. Kessel said it would pay.", "Beatrix Kessel"),
        ("Kessel Foods shut a mill in Kessel. Kessel said so.", "Kessel"),
    ],
)
def test_a_word_of_a_companys_name_is_the_company_where_that_was_named_first(text, whole):
    assert full(text)["Kessel"] == whole


@pytest.mark.parametrize("trade", ["Rail", "Foods", "Energy", "Power", "Therapeutics", "Paper", "Logistics", "Rovers"])
def test_what_a_company_deals_in_ends_its_name(trade):
    (name,) = nutgraf.read(f"Kessel {trade} said on Monday that it would pay.").names
    assert (name.full, name.kind) == (f"Kessel {trade}", "organization")


def test_a_surname_that_is_a_trade_is_a_persons():
    assert nutgraf.read("Samantha Power said on Monday that it would rain.").names[0].kind == "person"


def test_the_longest_form_of_one_name_wins():
    text = "Charles Bolden spoke. Charles F. Bolden left. Bolden waved."
    assert full(text)["Bolden"] == full(text)["Charles Bolden"] == "Charles F. Bolden"


def test_an_acronym_stands_for_its_expansion():
    text = "The World Health Organization (WHO) met. WHO will report, and the UN will too. The United Nations agreed."
    assert full(text)["WHO"] == "World Health Organization"
    assert full(text)["UN"] == "United Nations"


def test_capitals_throughout_make_no_acronym_stand_for_other_words():
    text = "BOEING waited. BUT IT came late, and the report is clear."
    assert full(text)["BOEING"] == "BOEING"


def test_a_place_is_not_taken_for_a_person_of_that_name():
    assert full("George Washington spoke. He flew to Washington.")["Washington"] == "Washington"


def test_kinds_follow_from_the_words_and_their_neighbours():
    text = (
        "President Lena Brook flew to Norway with the Defence Ministry and Acme Inc. on Monday. Brook likes Foobarville. "
        "She lives in Foobarville."
    )
    told = kinds(text)
    assert told["Lena Brook"] == told["Brook"] == "person"
    assert told["Norway"] == "place"
    assert told["Defence Ministry"] == told["Acme Inc."] == "organization"


def test_descriptions_find_unnamed_people_groups_and_bodies():
    text = "A senior police official told residents that two prosecutors and the company had met the ministry."
    spans = descriptions(text, Sentence(1, 0, len(text), 0))
    assert [text[a:b] for a, b in spans] == [
        "A senior police official",
        "residents",
        "two prosecutors",
        "the company",
        "the ministry",
    ]


def test_descriptions_leave_out_things():
    text = "The rain on the old roof stopped before noon."
    assert descriptions(text, Sentence(1, 0, len(text), 0)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zelenskyy vows to rebuild after Russian strikes on Kyiv", ["Zelenskyy", "Russian", "Kyiv"]),
        ("Talks resume in Geneva", ["Geneva"]),
        ("Officials meet NATO chief Mark Rutte on Monday", ["NATO", "Mark", "Rutte"]),
        ("The road was closed", []),
        ("Iran's reply came late", ["Iran"]),
        ("", []),
    ],
)
def test_proper_words_tell_names_from_position(text, words):
    assert [text[a:b] for a, b in proper_words(text)] == words


_WORDS = st.lists(
    st.sampled_from(
        [
            "Umerov",
            "said",
            "the",
            "Ministry",
            "of",
            "U.N.",
            "“",
            "”",
            '"',
            ",",
            ".",
            "Mr.",
            "Monday",
            "al-Assad",
            "(WHO)",
            "he",
            "\n\n",
            "'s",
            "I",
        ]
    ),
    max_size=40,
)


@settings(deadline=None, max_examples=80)
@given(st.one_of(st.text(max_size=120), _WORDS.map(" ".join)))
def test_every_offset_is_a_slice_in_order(text):
    previous = 0
    for name in names(text):
        assert previous <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        previous = name.end
    for start, end in proper_words(text):
        assert text[start:end].strip() == text[start:end] != ""


@pytest.mark.parametrize(
    "unit", ['a"', " ", "(", "Aa ", "A.", "A'", "A-", "A & ", "University of ", "President ", "Xa, "]
)
def test_hostile_text_costs_linear_time(unit):
    def work(text):
        find_names(text, (Sentence(1, 0, len(text), 0),))
        proper_words(text)
        descriptions(text, Sentence(1, 0, len(text), 0))

    assert_linear(work, unit, 12_500)


def test_only_short_runs_are_remembered():
    run = "Aa " * 30 + "Zz"
    before = _cut_once.cache_info().currsize
    assert found(f"We read about {run} there.") == [run]
    assert _cut_once.cache_info().currsize == before


def test_all_capitals_are_looked_for_only_where_there_are_uncommon_ones():
    assert run_pattern("“Émile’s café”, says Erdoğan") is run_pattern("Anna")
    assert run_pattern("Владимир") is run_pattern("Łódź") is not run_pattern("Anna")


def test_many_people_of_one_surname_cost_linear_time():
    def work(text):
        people = " ".join(f"X{n}a Smith left." for n in range(len(text)))
        assert len(find_names(people, (Sentence(1, 0, len(people), 0),))) == len(text)

    assert_linear(work, "x", 1_250)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Edna May left. Later May came back.", "Edna May"),
        ("Piet van Dorn sold it. Van Dorn had owned it.", "Piet van Dorn"),
        ("Rana al-Amin spoke. Al-Amin left.", "Rana al-Amin"),
        ("Mrs. March asked for it.", "March"),
        ("Mr. Friday left on Friday.", "Friday"),
        ("It was a slip, The Sun wrote.", "The Sun"),
        ("They read it in the Sunday Times.", "Sunday Times"),
    ],
)
def test_names_that_are_months_days_papers_or_begin_small(text, full):
    assert {name.full for name in nutgraf.read(text).names} == {full}


@pytest.mark.parametrize(
    "text", ["They met in May.", "Congress met on May 3.", "May was hot.", "It rained from March to May."]
)
def test_a_month_alone_is_no_name(text):
    assert {name.full for name in nutgraf.read(text).names} <= {"Congress"}


_BODIES = [
    "Institutes for Disease Control and Prevention",
    "Department of Justice",
    "Office of the Attorney General",
    "Commission for Peace and Reconciliation",
    "Bureau of Timber, Salt, Grain and Explosives",
    "Department for Energy, Food and Rural Affairs",
    "National Institute of Weights and Technology",
    "University of Orrin at Kattmar",
    "Committee to Protect Rowers",
    "Salt and Agriculture Organization",
    "Corps of Rowers",
    "Ann and Tom Lind Foundation",
    "Orrin Farmers’ Union",
    "Co-operative Bank",
    "King's College Orrin",
    "Brandt and Sons",
    "Isle of Orrin",
    "Strait of Kattmar",
    "Orrin-on-Sea",
]
_PEOPLE = [
    "Jean d'Arcy",
    "Wu Mei-ling",
    "Leo van der Holt",
    "Omar al-Rashid",
    "John Major",
    "Peter King",
    "Mary Bishop",
    "Robert Park",
    "Anna Smith-Jones",
    "Conor O’Brien",
]
_PLACES = {"subject": "On Tuesday the {} closed.", "object": "They sued the {} twice.", "behind": "A note to the {}."}
_FRAMES = {
    "subject": "On Tuesday {} left.",
    "object": "They questioned {} twice.",
    "whose": "They read {}’s notes.",
    "into": "They looked into {}'s notes.",
    "said": "“It is shut,” said {} there.",
    "titled": "They met Prime Minister {} there.",
    "abbreviated": "They met Brig. Gen. {} there.",
    "ranked": "On Tuesday {} MP left.",
    "party": "On Tuesday {} (D-N.Y.) left.",
    "state": "On Tuesday {}, R-Ohio, left.",
}


@pytest.mark.parametrize("body", _BODIES)
def test_a_body_or_place_is_one_name_in_every_place(body):
    told = {place: names(frame.format(body)) for place, frame in _PLACES.items()}
    assert {place: [n.text for n in of] for place, of in told.items()} == {place: [body] for place in _PLACES}
    kind = "place" if body.partition(" ")[0] in {"Isle", "Strait"} else "organization"
    assert "-on-" in body or {n.kind for of in told.values() for n in of} == {kind}


@pytest.mark.parametrize("person", _PEOPLE)
def test_a_person_is_one_name_in_every_place_and_never_a_place(person):
    told = {place: names(frame.format(person)) for place, frame in _FRAMES.items()}
    assert {place: [n.text for n in of] for place, of in told.items()} == {place: [person] for place in _FRAMES}
    assert person == "Robert Park" or "place" not in {n.kind for of in told.values() for n in of}
    assert {told[place][0].kind for place in ("said", "titled", "abbreviated")} == {"person"}


@pytest.mark.parametrize("intro", ["Prime Minister {} spoke.", "{}, the mayor, spoke."])
@pytest.mark.parametrize("person", ["John Major", "Peter King", "Hope Banks", "Anna March", "Robert Park"])
def test_a_surname_that_is_a_word_is_somebody_where_the_article_names_them(person, intro):
    surname = person.split()[-1]
    later = (
        f"{surname} said no. They met Mr. {surname}. According to {surname}, all went well. The {surname.lower()} sank."
    )
    told = names(f"{intro.format(person)} {later.replace('Banks said', 'Later Banks said')}")
    assert [n.full for n in told] == [person] * 4


@pytest.mark.parametrize("link", [" ({})", ", or {},", ", known as {},"])
@pytest.mark.parametrize(
    ("name", "short"), [("Institutes for Disease Control and Prevention", "IDC"), ("Department of Justice", "DOJ")]
)
def test_a_short_form_leads_to_the_name_beside_it_in_either_order(name, short, link):
    assert full(f"The {name}{link.format(short)} met. The {short} left.")[short] == name
    assert full(f"The {short} ({name}) met. The {short} left.")[short] == name


@pytest.mark.parametrize(
    "text", ["They asked about Doctors Without Rivers, said Doctors Without Rivers.", "Royal Dutch Salt said no."]
)
def test_several_people_and_a_nation_are_no_person(text):
    assert set(kinds(text).values()) == {"organization"}


def test_a_quotation_behind_a_name_is_no_headline():
    assert found("Senate Majority Leader Lena Brook: “The Road is closed.”")[0] == "Lena Brook"
