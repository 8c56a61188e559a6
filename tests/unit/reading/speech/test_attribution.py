"""Who said what is quoted: the speaker and cue beside a quotation, and the speaker carried over to it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.names.find import find_names
from nutgraf.reading.parts import Attribution, Name, Segment, Sentence, Story
from nutgraf.reading.speech.attribution import attribute
from nutgraf.reading.speech.speakers import resolve_speaker, title_and_organization
from nutgraf.reading.text.quotemarks import pair_marks
from nutgraf.reading.text.sentences import split_sentences
from scaling import assert_linear


def read(text: str) -> tuple[tuple[Sentence, ...], tuple[Segment, ...], tuple[Name, ...]]:
    body = ((0, len(text)),)
    segments = pair_marks(text, body, ENGLISH)
    sentences = split_sentences(text, body, segments, ENGLISH)
    return sentences, segments, find_names(text, sentences)


def attributions(text: str) -> tuple[Attribution, ...]:
    return attribute(text, *read(text)).attributions


def quoted(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (a.speaker and text[slice(*a.speaker)], a.cue and text[slice(*a.cue)], [text[p:q] for p, q in a.content])
        for a in attributions(text)
        if a.segments
    ]


def speaker(text: str) -> str | None:
    return quoted(text)[0][0]


def resolved(text: str, mention: str, at: int | None = None) -> str | None:
    sentences, _, names = read(text)
    start = text.rindex(mention) if at is None else at
    return resolve_speaker(Story(text, names, sentences), (start, start + len(mention)))


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ('"We will rebuild it," Umerov said.', "Umerov", "said"),
        ('"We will rebuild it," said Umerov.', "Umerov", "said"),
        ("“We will rebuild it,” President Ana Duarte told reporters.", "Ana Duarte", "told"),
        ('Umerov said: "We will rebuild it."', "Umerov", "said"),
        ('Umerov said, "We will rebuild it."', "Umerov", "said"),
        ('Umerov also said on Monday that "we will rebuild" the town.', "Umerov", "said"),
        ('According to Ana Duarte, "we will rebuild" the town.', "Ana Duarte", "According to"),
        ('It was "a disaster", according to the ministry.', "the ministry", "according to"),
        ('"We lost it all," sobbed the mum-of-two.', "the mum-of-two", "sobbed"),
        ('"It was dark," the 41-year-old told a local paper.', "the 41-year-old", "told"),
        ('"They will sell," Ana Duarte of the brokerage Vale Norte wrote in a note.', "Ana Duarte", "wrote"),
        ('The chamber called the vote "a bad sign", while others left.', "The chamber", "called"),
        ("Ana Duarte recalled that the crews laughed at the “white elephant” there.", "Ana Duarte", "recalled"),
        ("Ana Duarte claimed the men had widened it, “stealing” the flow.", "Ana Duarte", "claimed"),
        ('"It was wet," the 25-year-old Welshman said.', "the 25-year-old Welshman", "said"),
        ('Ada Connolly defended the plan, saying it was "cautious".', "Ada Connolly", "saying"),
        ('Observers from the league judged the vote "largely fair".', "Observers from the league", "judged"),
        ('Ana Duarte said that prices had begun to fall and that the plan was "cautious".', "Ana Duarte", "said"),
        ('"We will rebuild it," said Ana Duarte, the mayor of Porto.', "Ana Duarte", "said"),
        ('Ana Duarte, the mayor of Porto, said: "We will rebuild it."', "Ana Duarte", "said"),
        ('Ana Duarte, 52, said: "We will rebuild it."', "Ana Duarte", "said"),
        ('"We will rebuild it," said a senior police official.', "a senior police official", "said"),
        ('"We will rebuild it," the ministry said in a statement.', "the ministry", "said"),
        ('"We will rebuild it," a spokesman for the ministry said.', "a spokesman for the ministry", "said"),
        ('"Will it hold?" he asked.', "he", "asked"),
        ('"We will rebuild it," the mayor, Ana Duarte, said.', "Ana Duarte", "said"),
        ('Umerov said the plan was "a disaster" for the country.', "Umerov", "said"),
        ('Umerov called the plan "a disaster" on Monday.', "Umerov", "called"),
        ('Ana Duarte opposed the plan, calling it "a disaster".', "Ana Duarte", "calling"),
        ('Ana Duarte defended her choice by saying, "We will rebuild it."', "Ana Duarte", "saying"),
        ('"We will rebuild it," enthused Ana Duarte.', "Ana Duarte", "enthused"),
        ('Ana Duarte rejected the plan as "a disaster".', "Ana Duarte", "rejected"),
        ('Umerov referred to the plan as "a disaster".', "Umerov", "referred"),
        ('The plan was "a disaster", Umerov said.', "Umerov", "said"),
        ('ANA DUARTE: "We will rebuild it."', "ANA DUARTE", None),
        ('"We will rebuild it all." — Ana Duarte', "Ana Duarte", None),
        ('"We will rebuild it," said Kim\'s lawyer, Ana Duarte.', "Ana Duarte", "said"),
        ('"We will rebuild it," its director, Ana Duarte, said.', "Ana Duarte", "said"),
        ('Deputy fisheries minister, Ana Duarte, called the deal "a first breath".', "Ana Duarte", "called"),
        (
            'Tomasz Wierzbik, a glaciologist in Gdynia, Poland, who had no part in it, said it was "a postcard".',
            "Tomasz Wierzbik",
            "said",
        ),
    ],
)
def test_the_words_beside_a_quotation_name_its_speaker(text, who, cue):
    [(found, by, content)] = quoted(text)
    assert (found, by) == (who, cue)
    assert len(content) == 1
    assert attributions(text)[0].sure


def test_who_is_read_to_does_not_speak():
    [(who, _, _)] = quoted('Ana Duarte, known as "the Teacher of us all," read her players a page.')
    assert who != "her players"


def test_who_is_spoken_about_does_not_speak():
    assert quoted("The report, described by Umerov as “a slap”, was shelved.") == [("Umerov", "described", ["a slap"])]


@pytest.mark.parametrize(
    "text",
    [
        "Japan's Defense Ministry said talks failed.",
        "On Monday, Japan's Defense Ministry said talks failed.",
        "Talks have failed, Japan's Defense Ministry said.",
        "Talks have failed, said Japan's Defense Ministry.",
        "Talks have failed, according to Japan's Defense Ministry.",
        "“Talks have failed,” said Japan's Defense Ministry.",
    ],
)
def test_whose_ministry_it_is_belongs_to_the_speaker(text):
    [found] = attributions(text)
    assert found.speaker is not None
    assert text[slice(*found.speaker)] == "Japan's Defense Ministry"
    assert resolved(text, "Japan's Defense Ministry") == "Defense Ministry"


def test_the_spokesman_of_a_ministry_speaks_and_not_the_ministry():
    text = "A spokesman for Japan's Defense Ministry said talks failed."
    [found] = attributions(text)
    assert found.speaker is not None
    assert text[slice(*found.speaker)] == "A spokesman for Japan's Defense Ministry"
    assert resolved(text, "A spokesman for Japan's Defense Ministry") is None


@pytest.mark.parametrize(("owner", "who"), [("Japan's", "Taro Kono"), ("Kim's lawyer", "John Lee")])
def test_whose_they_are_is_no_part_of_a_persons_name(owner, who):
    assert speaker(f"“Talks have failed,” {owner} {who} said.") == who


def test_the_name_of_a_document_is_not_what_it_says():
    text = "The current is wide, according to the study, “A Warm Conduit Beneath the Ice,” which appeared in May."
    found = attributions(text)
    assert [text[slice(*a.content[0])] for a in found if not a.segments] == ["The current is wide"]
    assert all(a.speaker is None for a in found if a.segments)


def test_a_quotation_split_by_its_attribution_is_one():
    text = '"We will rebuild," he said, "and we will win."'
    assert quoted(text) == [("he", "said", ["We will rebuild,", "and we will win."])]


def test_a_run_of_quoted_sentences_has_one_attribution():
    text = '"We will rebuild," Umerov said. "It will take years."'
    assert quoted(text) == [("Umerov", "said", ["We will rebuild,", "It will take years."])]


def test_two_speakers_of_one_sentence_are_kept_apart():
    text = 'Umerov said it was "a disaster" and Ana Duarte called it "a triumph".'
    assert [(who, words) for who, _, words in quoted(text)] == [
        ("Umerov", ["a disaster"]),
        ("Ana Duarte", ["a triumph"]),
    ]


def test_a_continuing_segment_stays_with_the_one_before():
    text = '"My sister called me," Ana Duarte said. "She was in tears.\n\n"I could not help her."'
    assert [(who, len(words)) for who, _, words in quoted(text)] == [("Ana Duarte", 3)]


def test_a_paragraph_of_pure_quotation_keeps_the_last_speaker_but_is_not_sure():
    text = '"We will rebuild," Umerov said.\n\n"It will take years."'
    first, second = (a for a in attributions(text) if a.segments)
    assert (first.speaker, first.sure) == (second.speaker, True)
    assert (second.cue, second.sure) == (None, False)


def test_a_heading_in_other_marks_is_nobodys_speech():
    found = quoted("“We stay,” Ana Duarte said.\n\n'A hard choice.'\n\nThe pier was closed at noon.")
    assert [who for who, _, _ in found] == ["Ana Duarte", None]


def test_a_lead_in_that_ends_with_a_colon_introduces_the_next_paragraph():
    text = 'Umerov wrote on his page:\n\n"We will rebuild it all."'
    assert quoted(text) == [("Umerov", "wrote", ["We will rebuild it all."])]


def test_a_lead_in_may_end_with_a_comma():
    text = 'Umerov stated,\n\n"We will rebuild it all."'
    assert quoted(text) == [("Umerov", "stated", ["We will rebuild it all."])]


def test_a_statement_says_what_its_author_says():
    text = "A group of senators released a joint statement saying “We will ask tough questions about it.”"
    assert quoted(text) == [("A group of senators", "saying", ["We will ask tough questions about it."])]


@pytest.mark.parametrize(
    "lead",
    ["Ann Lee noted that the findings show a rise.", "Ann Lee, a farmer from York, issued a statement on the rise."],
)
def test_a_sentence_of_quotation_alone_goes_on_with_the_speaker_before_it_but_is_not_sure(lead):
    found = [a for a in attributions(f'{lead} "It will go on for years."') if a.segments]
    assert [(a.cue, a.sure) for a in found] == [(None, False)]
    assert [who for who, _, _ in quoted(f'{lead} "It will go on for years."')] == ["Ann Lee"]


def test_a_sentence_of_quotation_alone_is_not_carried_over_a_paragraph_or_from_a_mere_doer():
    for lead in ("Ann Lee noted a rise.\n\n", "Ann Lee released the hounds. "):
        assert [who for who, _, _ in quoted(f'{lead}"It will go on for years."')] == [None]


def test_whoever_is_named_before_a_colon_speaks():
    assert quoted('Then came the mayor, Ann Lee: "We rebuild it all."') == [("Ann Lee", None, ["We rebuild it all."])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Key point: “We will not pay,” said Anna Weber.", "Anna Weber"),
        ('Quote of the day: "We will not pay!" Anna Weber told reporters.', "Anna Weber"),
        ("The mood was grim: “We will not pay,” according to Anna Weber.", "Anna Weber"),
        ("The message from the unions: “We will not pay,” said Anna Weber.", "Anna Weber"),
        ("Der Kernpunkt: „Wir zahlen nicht“, sagte Anna Weber der Zeitung am Montag.", "Anna Weber"),
        ("Anna Weber, the mayor: “We will not pay,” she said.", "Anna Weber"),
        ("The minister said: “We will not pay,” Anna Weber said.", "The minister"),
        ("Anna Weber was blunt: “We will not pay.” Said like that, it hurt the unions.", "Anna Weber"),
        ("Anna Weber was blunt: “We will not pay,” and the unions said nothing.", "Anna Weber"),
    ],
)
def test_who_is_named_behind_a_quotation_says_it_whatever_heads_it_with_a_colon(text, speaker):
    (quote,) = [quote for quote in nutgraf.read(text).quotes if quote.kind != "indirect"]
    assert (quote.speaker.name or quote.speaker.mention.text) == speaker


def test_a_quotation_that_nobody_is_said_to_have_said_has_no_speaker():
    [found] = attributions('The road, known as "the old river way home", was closed.') or [None]
    assert found is None or found.speaker is None


def test_a_silence_is_no_statement():
    found = attributions("Officials have not said whether it opens. He declined to say why it shut.")
    assert {a.stance for a in found} == {"no_comment"}


def test_the_hearer_is_told_from_the_speaker():
    text = 'Umerov told the state broadcaster: "We will rebuild it."'
    [found] = attributions(text)
    assert found.addressee is not None
    assert text[slice(*found.addressee)] == "the state broadcaster"


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Umerov warned them that talks would fail.", "them"),
        ("Umerov warned Russia that talks would fail.", "Russia"),
        ("Umerov told her family that talks would fail.", "her family"),
        ("Umerov told her that talks would fail.", "her"),
        ("“Talks will fail,” Umerov told the Gazette afterwards.", "the Gazette"),
        ("“Talks will fail,” Umerov told reporters on Monday.", "reporters"),
        ("“Talks will fail,” Umerov told reporters later.", "reporters"),
        ("“Talks will fail,” Umerov told BBC News yesterday.", "BBC News"),
        ("“Talks will fail,” Umerov told USA Today.", "USA Today"),
        ("“Talks will fail,” Umerov told reporters privately.", "reporters"),
        ("Umerov said that talks would fail.", None),
        ("Umerov said her talks would fail.", None),
    ],
)
def test_the_hearer_stands_between_the_verb_and_that(text, hearer):
    [found] = attributions(text)
    assert (found.addressee and text[slice(*found.addressee)]) == hearer


def test_segments_that_are_no_speech_are_left_out():
    text = 'Umerov read "War and Peace" twice.'
    start = text.index("War")
    segment = Segment("m1", start, start + 13, start - 1, start + 14, no_speech="title")
    sentences = (Sentence(1, 0, len(text), 0),)
    assert attribute(text, sentences, (segment,), find_names(text, sentences)).attributions == ()


@pytest.mark.parametrize(
    "form", ["said", "says", "told", "added", "announced", "warned", "denied", "replied", "tweeted", "admitted"]
)
def test_common_reporting_verbs_are_known(form):
    assert WORDS[form] & c.CUE
    assert WORDS[form] & (c.PAST | c.THIRD)


# ------------------------------------------------------------------------------------------ speakers


def test_a_pronoun_stands_for_the_person_last_spoken_of():
    assert resolved("Rustem Umerov met Ana Duarte. He said it was late.", "He") == "Rustem Umerov"


def test_she_is_no_mister():
    assert resolved("Mr. Umerov spoke. She left.", "She") is None


def test_she_is_the_woman_of_the_sentence_before():
    text = (
        "Chief prosecutor Yusuf Karadere spoke.\n\nHanneke Bruil, whose son was killed, recalled his last call.\n\n"
        '"He told me," she said.'
    )
    assert resolved(text, "she") == "Hanneke Bruil"


def test_a_given_name_tells_she_from_he():
    text = "Maria Lopez met John Smith. Then she left; then he left."
    assert resolved(text, "she") == "Maria Lopez"
    assert resolved(text, "he left".split(maxsplit=1)[0], text.rindex("he left")) == "John Smith"


def test_a_name_inside_the_quotation_is_not_its_speaker():
    text = 'Ana Duarte came. "I saw John Smith," he said.'
    assert resolved(text, "he", text.rindex("he said")) != "John Smith"


def test_his_lawyer_is_the_lawyer_named_next():
    text = 'Umerov stared. His lawyer said he would appeal. "We will win," the lawyer, Ana Duarte, said.'
    assert resolved(text, "His lawyer") == "Ana Duarte"


def test_a_body_known_by_its_members_is_named_by_them():
    text = "Prices have doubled, the regional traders’ association said."
    assert resolved(text, "the regional traders’ association") == "regional traders’ association"


def test_a_title_stands_for_its_holder():
    text = "Foreign Minister Ana Duarte met President Lena Brook. The minister said it was late."
    assert resolved(text, "The minister") == "Ana Duarte"


def test_a_surname_resolves_to_the_full_name():
    assert resolved("Rustem Umerov came. Then Umerov spoke.", "Umerov") == "Rustem Umerov"


@pytest.mark.parametrize(
    "mention",
    [
        "officials",
        "a spokesman for Ana Duarte",
        "a spokesman for Foreign Minister Lena Brook",
        "an aide to former president Ana Duarte",
        "friends of President Lena Brook",
        "a letter signed by a certain Ana Duarte",
        "lawyers for Tom and Ana Duarte",
        "They",
    ],
)
def test_the_unnamed_stay_unnamed(mention):
    assert resolved(f"Ana Duarte and Lena Brook came. Then it was {mention}", mention) is None


@pytest.mark.parametrize(
    "mention",
    [
        "Secretary of State Ana Duarte",
        "Minister for Fisheries Ana Duarte",
        "Minister of Justice Mrs. Ana Duarte",
        "Secretary of Science and Culture Ana Duarte",
        "Undersecretary for Justice Dr. Ana Duarte",
        "the retired head of the navy, Ana Duarte",
    ],
)
def test_an_office_with_a_preposition_in_it_is_no_other(mention):
    assert resolved(f"Ana Duarte came. Then it was {mention}", mention) == "Ana Duarte"


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("Ana Duarte, Portuguese ambassador to Spain, left.", "Portuguese ambassador to Spain", None),
        ("Ana Duarte, the prime minister, left.", "prime minister", None),
        ("They met Foreign Minister Ana Duarte there.", "Foreign Minister", None),
        (
            "Ana Duarte, spokeswoman for the Defence Ministry, left.",
            "spokeswoman for the Defence Ministry",
            "Defence Ministry",
        ),
        ("They met NASA Administrator Ana Duarte there.", "Administrator", "NASA"),
        ("They met Ana Duarte of Amnesty International Group there.", None, "Amnesty International Group"),
        ("They met Ana Duarte there.", None, None),
        ("A Vatican spokesman, Ana Duarte, said the pope would travel.", "Vatican spokesman", None),
        ("Its chair, Ana Duarte, left.", "chair", None),
        ("Tanzania’s deputy fisheries minister, Ana Duarte, left.", "deputy fisheries minister", None),
        (
            "Ana Duarte, an oceanographer at Amnesty International Group, left.",
            "oceanographer at Amnesty International Group",
            "Amnesty International Group",
        ),
    ],
)
def test_office_and_body_are_read_beside_the_name(text, title, organization):
    names = read(text)[2]
    mentions = [name for name in names if name.full == "Ana Duarte"]
    assert title_and_organization(text, mentions, names) == (title, organization)


# ------------------------------------------------------------------------------------------ invariants

_PIECES = st.lists(
    st.sampled_from(
        [
            *('"', "“", "”", "‘", "’", ",", ".", ":", ";", "—", "\n\n", "(", ")"),
            *(
                "Umerov",
                "said",
                "he",
                "the minister",
                "that",
                "according to",
                "told",
                "reporters",
                "adding",
                "who",
                "and",
            ),
            *(
                "We will rebuild",
                "on Monday",
                "not",
                "as",
                "in the words of",
                "Ana Duarte",
                "was",
                "WHO",
                "In a statement",
            ),
        ]
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(_PIECES.map(" ".join), _PIECES.map("".join), st.text(max_size=100)))
def test_segments_are_attributed_once_and_offsets_lie_inside(text):
    sentences, segments, names = read(text)
    found = attribute(text, sentences, segments, names).attributions
    speech = [s for s in segments if s.no_speech is None]
    assert sorted(i for a in found for i in a.segments) == sorted(s.id for s in speech)
    for a in found:
        assert a.content
        assert 1 <= a.sentence <= max(1, len(sentences))
        for start, end in (*a.content, *filter(None, (a.speaker, a.cue, a.addressee))):
            assert 0 <= start < end <= len(text)
        if a.segments:
            continue
        for start, end in a.content:
            assert not any(start < s.outer_end and s.outer_start < end for s in speech)
            own = filter(None, (a.speaker, a.cue))
            assert not any(start < last and first < end for first, last in own), "content holds its own speaker or cue"
    for a in found:
        if a.speaker:
            named = resolve_speaker(Story(text, names, sentences), a.speaker)
            assert named is None or named in text


@pytest.mark.parametrize(
    "unit",
    [
        'a"',
        " ",
        "(",
        "said ",
        "he said ",
        ", Xa said",
        "according to ",
        '"Xa b," he said. ',
        "who, said ",
        ", saying ",
        'a:\n\n"b"\n\n',
    ],
)
def test_hostile_text_costs_linear_time(unit):
    def work(text):
        sentences, segments, names = read(text)
        attribute(text, sentences, segments, names)
        attribute(text, (Sentence(1, 0, len(text), 0),), segments, names)

    assert_linear(work, unit, 5_000)


@pytest.mark.parametrize("unit", ["His lawyer said so. ", "The a's a's office went. ", '"Ann Lee," she said. '])
def test_resolving_every_mention_costs_linear_time(unit):
    def work(text):
        sentences, _, names = read(text)
        for sentence in sentences:
            end = text.find(" ", sentence.start + 5, sentence.end)
            resolve_speaker(Story(text, names, sentences), (sentence.start, max(end, sentence.start + 1)))

    assert_linear(work, unit, 5_000)


# ------------------------------------------------------------------------------- the whole of it, by `read`
def said(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (q.speaker and (q.speaker.name or (q.speaker.mention and q.speaker.mention.text)), q.content[0].text, q.stance)
        for q in nutgraf.read(text).quotes
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Where is the key?” Mr. Lee grumbled, looking up.", ("Lee", "Where is the key?", "says")),
        ("“Save the ferry!” Ann Lee, the owner of the inn, wrote online.", ("Ann Lee", "Save the ferry!", "says")),
        ("“It holds,” Rep. Ann Lee (I-Ohio) said.", ("Ann Lee", "It holds,", "says")),
        ("Lee -- the owner of the inn -- told guests, “We stay.”", ("Lee", "We stay.", "says")),
        ("“The sea kept us.” ― Ann Lee, baker, Porto", ("Ann Lee", "The sea kept us.", "says")),
        ("Ann Lee, Porto Evening Mail: “He smiled like a cat.”", ("Ann Lee", "He smiled like a cat.", "says")),
        ("“The lease is over.” That is how Ann Lee put it.", ("Ann Lee", "The lease is over.", "says")),
        ("Lee urged the crew to stay aboard.", ("Lee", "to stay aboard", "orders")),
        ("Lee asked whether the crew would stay.", ("Lee", "whether the crew would stay", "asks")),
        ("Lee denied that the crew had left.", ("Lee", "the crew had left", "denies")),
        ("The yard did not say when it would open.", ("The yard", "when it would open", "no_comment")),
        ("When Lee said the crew would stay, the harbour cheered.", ("Lee", "the crew would stay", "says")),
        ("Lee said the crew would stay, but the captain had left.", ("Lee", "the crew would stay", "says")),
        ("Lee said the crew would stay, which pleased nobody.", ("Lee", "the crew would stay", "says")),
        ("The yard promised fares would not rise.", ("The yard", "fares would not rise", "says")),
        ("Mayor Ann Lee’s reply to critics of the plan: “Look up.”", ("Ann Lee", "Look up.", "says")),
        ("Officials are advising residents to keep their doors shut.", ("Officials", "to keep their doors shut", "orders")),
        ("The vote was a blow for Ann Lee, who had called it “our last chance.”", ("Ann Lee", "our last chance.", "says")),
        ("The court ruled the ban was void.", ("The court", "the ban was void", "says")),
        ("The yard revealed sales fell 3 percent.", ("The yard", "sales fell 3 percent", "says")),
        ("Ann Lee’s answer came at once: “I did.”", ("Ann Lee", "I did.", "says")),
        ("The court’s verdict ran to one line: “They knew.”", ("The court", "They knew.", "says")),
        ("Senator Ann Lee’s office said it had not read it.", ("Senator Ann Lee’s office", "it had not read it", "says")),
        ("Among them was Ann Lee, a cook on the night ferry, who testified that it was “shut for weeks.”", ("Ann Lee", "shut for weeks.", "says")),
        ("With a spokeswoman saying it was “far from over,” volunteers pitched tents.", ("a spokeswoman", "far from over,", "says")),
        ("After being branded a “monster” in a book, Ann Lee vowed never to speak.", (None, "monster", "says")),
        ("Lee said he had seen the mast fall and thought of his sons.", ("Lee", "he had seen the mast fall and thought of his sons", "says")),
    ],
)  # fmt: skip
def test_who_speaks_what_and_how(text, found):
    assert said(text) == [found]


def test_a_transcript_has_a_speaker_for_each_line():
    text = "LEE: We sail in May.\nREPORTER: And the crew?\nLEE: They come along."
    assert [who for who, _, _ in said(text)] == ["LEE", "REPORTER", "LEE"]
    interview = "Ann Lee runs the yard.\n\nQ: When do you sail?\n\nA: In May, I hope."
    assert said(interview) == [(None, "When do you sail?", "asks"), ("Ann Lee", "In May, I hope.", "says")]


@pytest.mark.parametrize(
    "text",
    [
        "She recalled the day the bridge was opened.",
        "He regretted the pain he had caused.",
        "The champion repeated her win on borrowed skis.",
        "The yard promised a fare that would not rise.",
        "A man who can’t be named for legal reasons, failed to appear.",
        "Lee promised the voters he met a tram.",
        "Two of three patients fell below six, the level most doctors recommend.",
    ],
)
def test_an_object_with_a_clause_of_its_own_is_nothing_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Host: Do you miss the stage?\nMara Stoll: Only on rainy nights.", ["Host", "Mara Stoll"]),
        ("THE COURT: Did you sign it?\nTHE WITNESS: I signed a blank page.", ["COURT", "WITNESS"]),
        ("Governor: Ann Lee\nDeputy: Bo Lund", []),
    ],
)
def test_two_may_speak_in_turn(text: str, who: list[str]) -> None:
    assert [speaker for speaker, _, _ in said(text)] == who


def test_a_place_between_former_and_an_office_is_no_end_of_it():
    [quote] = nutgraf.read("A jury freed former Arnholm Mayor Ida Falk. “I wept,” Falk said.").quotes
    assert quote.speaker
    assert quote.speaker.title == "former Arnholm Mayor"


def test_a_former_office_gives_no_organization_of_today():
    [quote] = nutgraf.read("Ann Lee, a former economist at Acme Corp, said prices would fall.").quotes
    assert quote.speaker is not None
    assert (quote.speaker.title, quote.speaker.organization) == ("former economist at Acme Corp", None)


def test_an_article_in_a_language_without_a_folder_has_quotations_and_no_speakers():
    article = nutgraf.Article.from_text("Ann Lee said: “Ei tule.” The bank said it was shut.", language="fi")
    assert [(q.speaker, q.content[0].text) for q in nutgraf.read(article).quotes] == [(None, "Ei tule.")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bo Lund left. “It sank,” he said.\n\nThe harbour is shut.\n\n“It was old,” he said.\n\n“It leaked,” he said.\n\nIt rained. It blew.\n\n“So it went,” he said.", ["Bo Lund"] * 4),
        ("Opening the case, Ada Moe said the men came to Miss Orr’s inn. “They stole,” she told jurors.", ["Ada Moe", "Ada Moe"]),
        ("Ada Moe, a nurse, said she backs the strike. Her husband, Xan Moe, voted for it. “We quarrel,” she said.", ["Ada Moe", "Ada Moe"]),
        ("Ida Falk coaches Osk. “We won,” she said. It rained on Pete Lund. He wept. “I slipped,” he said.", ["Ida Falk", "Pete Lund"]),
        ("Ida Falk left. A track worker, who asked not to be named, said it had failed twice. “It showed green,” he said.", [None, None]),
        ("Mr Orr runs the yard. A sales executive at the yard said it was full. “No room,” the executive said.", [None, None]),
        ("Chief executive Ida Falk left. “No room,” the executive said.", ["Ida Falk"]),
        ("Supt Ida Falk came. “It is over,” said the superintendent.", ["Ida Falk"]),
        ("Gov. Ida Falk came. “It is over,” the governor said.", ["Ida Falk"]),
        ("“No penalty,” said the Osk manager, Bo Lund, who was booked.", ["Bo Lund"]),
        ("“No penalty,” said Osk’s chief economist, Ida Falk.", ["Ida Falk"]),
        ("“No penalty,” said Osk’s chief vet, Dr Ida Falk.", ["Ida Falk"]),
        ("His daughter, Solveg, keeps the books. “He is late,” she said.", ["Solveg"]),
        ("Pete Lund runs it. Lund spurned a suggestion by one analyst that it might be sold. “There is no buyer,” he said.", [None, "Pete Lund"]),
    ],
)  # fmt: skip
def test_a_pronoun_means_whoever_spoke_last_or_the_nearest_who_may_be_meant(text: str, names: list[str | None]) -> None:
    assert [quote.speaker.name if quote.speaker else None for quote in nutgraf.read(text).quotes] == names


class Watched(list[Name]):
    """Names that know how many of them were looked at in one go."""

    most = 0

    def __iter__(self) -> Iterator[Name]:
        self.most = len(self)
        return super().__iter__()

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        self.most = max(self.most, len(found) if isinstance(key, slice) else 1)
        return found


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "The minister, Cora Moe, said so. The spokesman"), ("de", "Cora Moe, Ministerin, sprach. Die Sprecherin")],
)
def test_who_somebody_is_is_not_sought_among_all_names(language: str, told: str) -> None:
    text = f"{'Ann Lee met Bo Fry. ' * 1_000}{told}"
    people = language_of(language).people
    assert people is not None
    found = re.finditer(r"[A-Z][a-z]+ [A-Z][a-z]+(?=[ .,])", text)
    names = Watched(Name(one.start(), one.end(), one[0], one[0], "person") for one in found)
    assert people.about(text, [names[-1]], names)[0]
    assert names.most <= 4
    people.resolve(Story(text, names, ()), (text.rindex(".") + 2, len(text)))
    assert 0 < names.most <= 400


def test_an_interview_by_name_has_a_speaker_for_each_answer():
    text = (
        "Bo Hansen keeps the bridge of Narvik. Ann Lee asked him about it.\n\nAnn Lee: Why was it closed?\n\n"
        "Bo Hansen: The cables had rusted. Nobody had looked.\n\nAnn Lee: When will it open?\n\nBo Hansen: On Monday."
    )
    assert [(q.speaker.name, q.text) for q in nutgraf.read(text).quotes] == [
        ("Ann Lee", "Why was it closed?"),
        ("Bo Hansen", "The cables had rusted. Nobody had looked."),
        ("Ann Lee", "When will it open?"),
        ("Bo Hansen", "On Monday."),
    ]
    surnames = text.replace("\n\nAnn Lee:", "\n\nLee:").replace("\n\nBo Hansen:", "\n\nHansen:")
    assert [q.speaker.name for q in nutgraf.read(surnames).quotes] == ["Ann Lee", "Bo Hansen", "Ann Lee", "Bo Hansen"]


@pytest.mark.parametrize(
    "text",
    [
        "Date: Monday at noon.\n\nPlace: The old port.\n\nPrice: Five euros.",
        "Pros: A bright screen.\n\nCons: A weak battery.\n\nPros: It is light.\n\nCons: It is dear.",
        "Running Time: Two hours.\n\nBudget: Much.\n\nRunning Time: One hour.\n\nBudget: Little.",
        "Jane Eyre: A novel that everybody knows.\n\nEmma Bovary: A novel by a Frenchman.",
    ],
)
def test_lists_with_labels_are_nobodys_speech(text):
    assert not nutgraf.read(text).quotes


INTERVIEW = """Lena Ott has kept the ferry of Osk for ten years. Bo Hansen, the mayor, praised her. Ott left in May. Ott was glad.

Q: Was the ferry safe?

A: I never slept badly. A sailor told me, “She floats.” That was true. We told the mayor that it was safe.

Q: The mayor says you were late.

A: He was late."""


def test_the_answers_of_an_interview_are_direct_speech_of_whom_it_is_about():
    told = [
        (q.speaker and q.speaker.name, q.kind, [span.text for span in q.content])
        for q in nutgraf.read(INTERVIEW).quotes
    ]
    answer = ["I never slept badly.", "That was true. We told the mayor that it was safe."]
    assert told == [
        (None, "direct", ["Was the ferry safe?"]),
        ("Lena Ott", "direct", answer),
        (None, "direct", ["She floats."]),
        (None, "direct", ["The mayor says you were late."]),
        ("Lena Ott", "direct", ["He was late."]),
    ]


def test_an_interview_with_two_people_named_alike_often_has_no_speaker():
    text = "Ann Lee and Bo Hansen keep the ferry.\n\nQ: Is it safe?\n\nA: It is."
    assert said(text)[1] == (None, "It is.", "says")


def test_whoever_speaks_is_not_the_last_one_named_where_somebody_unnamed_spoke_since():
    text = "Lena Ott left the yard. {} said the gate was open. “We saw it,” she said."
    for somebody in ("A guard who asked for quiet", "One guard, who asked for quiet,", "The guard", "Witness No. 4"):
        assert said(text.format(somebody))[-1] == ("she", "We saw it,", "says")
    assert said(text.format("A guard, Ann Lee,"))[-1] == ("Ann Lee", "We saw it,", "says")


def test_a_verb_in_two_parts_is_a_cue_with_both():
    text = "Rosa Timm kam spät. „Man muss ihn nur öffnen“, fügte sie hinzu. Der Verband wies das zurück: Der Brief habe nie gefehlt."
    cues = [quote.cue and quote.cue.text for quote in nutgraf.read(Article.from_text(text, language="de")).quotes]
    assert cues == ["fügte sie hinzu", "wies das zurück"]


@pytest.mark.parametrize(
    "who",
    [
        "Solo Varga, a 52-year-old beekeeper who lost a hive, said",
        "Tamarin, 34, said",
        "Solo Varga, a keeper of bees who fled, said",
        "Tamarin, a 34-year-old weaver, said",
        "Solo Varga, whose eight-year-old son keeps bees, said",
    ],
)
def test_a_pronoun_means_the_last_who_spoke_though_no_title_tells_that_it_is_a_person(who):
    text = f"Captain Ed Moss told reporters of the toll.\n\n{who} the hall was dark.\n\n“Nobody came,” she said."
    assert resolved(text, "she", text.rindex("she said")) == ("Tamarin" if who[0] == "T" else "Solo Varga")


def test_a_pronoun_behind_an_office_means_who_holds_it():
    text = "Bishop Ed Moss came by boat. Ida Lund met him.\n\nThe bishop said it was late. “I read it,” he said."
    assert resolved(text, "he", text.rindex("he said")) == "Ed Moss"


def test_a_bullet_opens_a_line():
    found = nutgraf.read("Key points:\n\n• “Hardly,” said Mayor Ann Lee.\n\n• “It held,” said Bo Hansen.").quotes
    assert [(q.kind, q.speaker and q.speaker.name) for q in found] == [("direct", "Ann Lee"), ("direct", "Bo Hansen")]


def test_what_is_cried_out_is_direct():
    [quote] = nutgraf.read("A woman in the gallery shouted “Liar!” as she left.").quotes
    assert quote.kind == "direct"


def test_whom_somebody_speaks_for_is_no_person_for_that():
    names = nutgraf.read("A line foreman for Norwen Power testified on Tuesday that it was late.").names
    assert [(name.full, name.kind) for name in names] == [("Norwen Power", "organization")]
