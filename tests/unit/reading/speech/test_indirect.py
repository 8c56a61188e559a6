"""Speech without marks: the reported clause is the sentence less its attribution."""

import pytest

import nutgraf
from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.names.find import find_names
from nutgraf.reading.speech.attribution import attribute
from nutgraf.reading.text.quotemarks import pair_marks
from nutgraf.reading.text.sentences import split_sentences


def reported(text: str) -> list[tuple[str | None, str | None, str]]:
    body = ((0, len(text)),)
    segments = pair_marks(text, body, ENGLISH)
    sentences = split_sentences(text, body, segments, ENGLISH)
    found = attribute(text, sentences, segments, find_names(text, sentences)).attributions
    return [
        (
            a.speaker and text[slice(*a.speaker)],
            a.cue and text[slice(*a.cue)],
            " … ".join(text[start:end] for start, end in a.content),
        )
        for a in found
        if not a.segments
    ]


@pytest.mark.parametrize(
    ("text", "who", "cue", "content"),
    [
        ("Umerov said that talks would resume.", "Umerov", "said", "talks would resume"),
        ("Umerov said talks would resume.", "Umerov", "said", "talks would resume"),
        ("Umerov said Sunday that talks would resume.", "Umerov", "said", "talks would resume"),
        ("Umerov said in a statement that talks would resume.", "Umerov", "said", "talks would resume"),
        ("Talks would resume soon, Umerov said.", "Umerov", "said", "Talks would resume soon"),
        ("Talks would resume soon, the ministry said on Monday.", "the ministry", "said", "Talks would resume soon"),
        ("Talks would resume soon, said Ana Duarte.", "Ana Duarte", "said", "Talks would resume soon"),
        ("According to Umerov, talks would resume.", "Umerov", "According to", "talks would resume"),
        ("According to the ministry over 300 people died.", "the ministry", "According to", "over 300 people died"),
        (
            "According to a report by Acme Corp, talks would resume.",
            "a report by Acme Corp",
            "According to",
            "talks would resume",
        ),
        ("The airline, Ryanair, announced that talks would resume.", "Ryanair", "announced", "talks would resume"),
        ("According to the mayor, Ana Duarte, talks would resume.", "Ana Duarte", "According to", "talks would resume"),
        ("Talks would resume soon, according to Umerov.", "Umerov", "according to", "Talks would resume soon"),
        ("Umerov told reporters that talks would resume.", "Umerov", "told", "talks would resume"),
        ("Umerov warned, however, that talks would resume.", "Umerov", "warned", "talks would resume"),
        ("Data showed that talks would resume.", "Data", "showed", "talks would resume"),
        ("Talks would resume, figures from the bank showed.", "figures from the bank", "showed", "Talks would resume"),
        ("Umerov denied that talks would resume.", "Umerov", "denied", "talks would resume"),
        ("Umerov was quoted as saying talks would resume.", "Umerov", "saying", "talks would resume"),
        ("As Umerov told the BBC, talks would resume.", "Umerov", "told", "talks would resume"),
        ("The talks, he said, would resume.", "he", "said", "The talks … would resume"),
        ("Residents said they heard shots.", "Residents", "said", "they heard shots"),
        ("Umerov asked whether talks would resume.", "Umerov", "asked", "whether talks would resume"),
        ("Ana Duarte, a baker, said talks would resume.", "Ana Duarte", "said", "talks would resume"),
        ("The firm, which makes drones, said it would close.", "The firm", "said", "it would close"),
    ],
)
def test_the_content_is_the_sentence_less_its_attribution(text, who, cue, content):
    assert reported(text) == [(who, cue, content)]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "Talks with Acme, Ventoral, collapsed in March, according to a person familiar with the talks, who was not there.",
            "a person familiar with the talks",
            "Talks with Acme, Ventoral, collapsed in March",
        ),
        (
            "Talks with a firm, Ventoral, collapsed in March, said a person familiar with the talks, who was not there.",
            "a person familiar with the talks",
            "Talks with a firm, Ventoral, collapsed in March",
        ),
        (
            "The slope was mapped in 2019, according to records reviewed by the Andean Wire.",
            "records reviewed by the Andean Wire",
            "The slope was mapped in 2019",
        ),
        ("A person close to the firm said talks had failed.", "A person close to the firm", "talks had failed"),
        (
            "Talks had failed, a newsletter close to them said on Monday.",
            "a newsletter close to them",
            "Talks had failed",
        ),
        ("Talks had failed, a militia loyal to the king said.", "a militia loyal to the king", "Talks had failed"),
        ("A lawyer for them said talks had failed.", "A lawyer for them", "talks had failed"),
        ("Three of the brokers said talks had failed.", "Three of the brokers", "talks had failed"),
        ("12 of them said talks had failed.", "12 of them", "talks had failed"),
        ("Four out of nine brokers said talks had failed.", "Four out of nine brokers", "talks had failed"),
        ("One in six brokers said talks had failed.", "One in six brokers", "talks had failed"),
        ("About four out of nine brokers said talks had failed.", "four out of nine brokers", "talks had failed"),
        ("One in six say talks have failed.", "One in six", "talks have failed"),
        ("Almost nine out of 10 say talks have failed.", "nine out of 10", "talks have failed"),
        ("Thirty-one percent said talks had failed.", "Thirty-one percent", "talks had failed"),
        ("Brokers here say talks have failed.", "Brokers", "talks have failed"),
        ("The broker herself said talks had failed.", "The broker", "talks had failed"),
        ("Acme itself said talks had failed.", "Acme", "talks had failed"),
        ("Other canal advocates also said talks had failed.", "Other canal advocates", "talks had failed"),
    ],
)
def test_what_is_said_of_an_unnamed_speaker_belongs_to_the_speaker(text, who, content):
    [(found, _, words)] = reported(text)
    assert (found, words) == (who, content)


@pytest.mark.parametrize(
    "text",
    [
        "The plan could fail, said Ana Duarte, an analyst at Acme Securities.",
        "The plan could fail, said Ana Duarte, Burundi's chief negotiator.",
        "The plan could fail, said Ana Duarte, who leads the union.",
        "The plan could fail, according to Ana Duarte, an analyst at Acme Securities.",
        "The plan, said Ana Duarte, an analyst, could fail.",
    ],
)
def test_the_speakers_description_is_never_content(text):
    [(who, _, words)] = reported(text)
    assert who == "Ana Duarte"
    assert words.replace(" … ", " ") == "The plan could fail"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Prices have doubled, the regional traders’ association said.", "the regional traders’ association"),
        ("Prices have doubled, according to the traders' union.", "the traders' union"),
        ("According to the traders' union, Prices have doubled.", "the traders' union"),
        ("The metalworkers’ union said Prices have doubled.", "The metalworkers’ union"),
    ],
)
def test_a_plural_possessive_is_part_of_the_speaker(text, who):
    [(found, _, words)] = reported(text)
    assert (found, words) == (who, "Prices have doubled")


def test_each_clause_of_a_divided_sentence_has_its_own_speaker():
    text = "Tanzania says he was chased; Burundi says he fell overboard."
    assert [(who, words) for who, _, words in reported(text)] == [
        ("Tanzania", "he was chased"),
        ("Burundi", "he fell overboard"),
    ]
    text = "The firm said it was late, but the union said it was early."
    assert [(who, words) for who, _, words in reported(text)] == [
        ("The firm", "it was late"),
        ("the union", "it was early"),
    ]


def test_a_clause_before_its_report_stays_whole_with_any_opening():
    text = "His office will decide by Friday whether to appeal, he told reporters outside the court."
    assert [(who, words) for who, _, words in reported(text)] == [
        ("he", "His office will decide by Friday whether to appeal")
    ]


def test_a_participle_reports_for_the_subject_of_its_sentence():
    text = "Ana Duarte rejected that, saying the current had run in one direction."
    assert reported(text) == [("Ana Duarte", "saying", "the current had run in one direction")]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("Even Lund tried to calm the divers, noting that the lock was safe.", "Lund", "the lock was safe"),
        ("This year, he sided with Ann Lee, saying the lock was safe.", "he", "the lock was safe"),
        (
            "The week before, at a fair in Osk, she was just as blunt, claiming that the lock was safe.",
            "she",
            "the lock was safe",
        ),
        (
            "The mayor joined the divers, announcing on Monday she would close the lock.",
            "The mayor",
            "she would close the lock",
        ),
        (
            "Although she was late, Ann Lee upset the divers by suggesting that the lock was safe.",
            "Ann Lee",
            "the lock was safe",
        ),
        (
            "The divers talked their way out by saying it was the mayor who had failed.",
            "The divers",
            "it was the mayor who had failed",
        ),
        ("Lund kept diving after telling his crew he would stop.", "Lund", "he would stop"),
        ("Lund has kept diving since announcing that he would stop.", "Lund", "he would stop"),
        ("After announcing that he would stop, Lund kept diving.", "Lund", "he would stop"),
        ("They parted as rivals, both divers admitting that the lock was safe.", "both divers", "the lock was safe"),
        ("Lund drew laughter by suggesting the old lock might be safe.", "Lund", "the old lock might be safe"),
        ("Lund released a statement saying he was closing the lock.", "Lund", "he was closing the lock"),
        ("Noting she studied law, Lund closed the lock.", "Lund", "she studied law"),
        (
            "Lund trails by far, with 18 percent saying they would not follow him.",
            "18 percent",
            "they would not follow him",
        ),
    ],
)
def test_a_participle_reports_wherever_its_subject_stands(text: str, who: str, content: str) -> None:
    [(found, _, words)] = reported(text)
    assert (found, words) == (who, content)


@pytest.mark.parametrize(
    "text",
    [
        "Lund left after saying goodbye to his friends in the town.",
        "Lund left, as rumour had it, before telling tales.",
        "Lund won a prize by predicting the storm.",
        "Lund released a statement confirming the sale.",
    ],
)
def test_a_participle_with_an_object_reports_nothing(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The lock would close soon, current and former divers said.", "former divers"),
        ("The lock would close soon, Harbour Director Ann Lee told the Courier this week.", "Ann Lee"),
        ("The lock would close soon, the independent Lund Audit Office reported on Tuesday.", "Lund Audit Office"),
        ("The lock would close soon, said Ann Lee, head of the Lund Trust's Centre for Ships.", "Ann Lee"),
    ],
)
def test_what_describes_a_subject_parts_it_from_no_clause_before_it(text: str, who: str) -> None:
    [(found, _, words)] = reported(text)
    assert (found, words) == (who, "The lock would close soon")


def test_a_participle_before_a_subject_ends_no_clause() -> None:
    assert reported("Lund won the race, beating rival Ann Lee in her home state.") == []


def test_who_speaks_behind_a_clause_that_describes_is_the_speaker() -> None:
    text = "Holm lacks support from her crew, whom she angered with her songs, said Ann Lee, head of the Osk Trust."
    [(who, _, words)] = reported(text)
    assert (who, words) == ("Ann Lee", "Holm lacks support from her crew, whom she angered with her songs")


def test_a_poll_finds_a_clause_without_that():
    text = "A recent poll found only a quarter of citizens were in favour."
    assert reported(text) == [("A recent poll", "found", "only a quarter of citizens were in favour")]


@pytest.mark.parametrize(
    "text",
    [
        "Umerov said that, and that the talks were late, he was sorry.",
        "The talks were late, Umerov said, but could resume soon.",
        "The talks were late, and Umerov said: that they would resume.",
        "And the talks were late, Umerov said.",
    ],
)
def test_content_never_begins_with_a_joint(text):
    for _, _, words in reported(text):
        assert words.split()[0].lower().strip(",") not in {"that", "and", "but", "or", ""}


def test_what_goes_on_behind_the_cue_keeps_its_joint():
    text = "The town will sue, Mayor Ann Lee said, but could settle in May."
    assert reported(text) == [("Ann Lee", "said", "The town will sue … but could settle in May")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("If the pump fails, she said, the town could flood.", "If the pump fails … the town could flood"),
        ("If the pump fails, she said the town could flood.", "If the pump fails … the town could flood"),
        ("If asked, she said she would go.", "she would go"),
        ("Unless it rains, Ann Lee said, the crop will die.", "Unless it rains … the crop will die"),
        ("If asked, he said, he would go.", "he would go"),
        ("When asked about it, Ann Lee said, the pump failed.", "the pump failed"),
        ("In a letter to staff, Ann Lee said, the pump had failed.", "the pump had failed"),
        ("After the storm, she said, the town was dark.", "After the storm … the town was dark"),
        ("When the storm hit, she said, the town was dark.", "When the storm hit … the town was dark"),
        ("Sleeping by the pump, she said, was safe.", "Sleeping by the pump … was safe"),
        (
            "Selling the pump too soon, growers say, ruined the town.",
            "Selling the pump too soon … ruined the town",
        ),
        ("Meanwhile, growers say, the pumps are dry.", "the pumps are dry"),
    ],
)
def test_what_stands_before_the_cue_belongs_to_what_is_said(text, content):
    assert [words for _, _, words in reported(text)] == [content]


def test_what_a_document_is_is_not_what_it_says():
    text = "The dam is 90 years old, according to the report, “Salt and Iron,” which was printed in May."
    assert reported(text) == [("the report", "according to", "The dam is 90 years old")]


def test_a_demonstrative_is_no_conjunction():
    assert reported("Two brokers said that argument rarely wins.") == [
        ("Two brokers", "said", "that argument rarely wins")
    ]
    assert reported("Two brokers said that prices rarely fall.") == [("Two brokers", "said", "prices rarely fall")]


def test_a_report_within_a_relative_clause_ends_with_it():
    text = "The old mill, which Ann Lee said had been sold twice, burned down on Monday."
    assert reported(text) == [("Ann Lee", "said", "had been sold twice")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Asked whether Ana Duarte, the rower, who swam as a girl, could cross the lake, Quist shrugged.",
            "whether Ana Duarte, the rower, who swam as a girl, could cross the lake",
        ),
        (
            "Asked whether the lock on the canal, which leaked, was to blame, Quist shrugged.",
            "whether the lock on the canal, which leaked, was to blame",
        ),
        ("Asked which lock leaked, a third of the crews named the one at Osk.", "which lock leaked"),
        ("But when the crews were asked who would steer, Lund beat Moe by a boat.", "who would steer"),
        (
            "The bridge was built by Quist, who said the piers, and the old one above all, must be torn down.",
            "the piers, and the old one above all, must be torn down",
        ),
    ],
)
def test_a_clause_goes_on_where_commas_part_its_subject_from_its_verb(text: str, content: str) -> None:
    assert [told for *_, told in reported(text)] == [content]


def test_a_demand_for_a_condition_reports_nothing():
    text = "If the city sold the yard, as the union has demanded, it would lose its lease."
    assert reported(text) == []


def test_the_point_of_an_abbreviation_stays():
    text = "The gate may be shut until 10 p.m., a guard said."
    assert reported(text) == [("a guard", "said", "The gate may be shut until 10 p.m.")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A woman who lives beside the yard said the gate was open.", "A woman who lives beside the yard"),
        ("Two brokers not involved in the sale said the price was fair.", "Two brokers not involved in the sale"),
        ("Witness No. 4 said the gate was open.", "Witness No. 4"),
        ("Witness No. 4, who would not give her name, said the gate was open.", "Witness No. 4"),
        ("The club’s owner, Piet Maas, said no such letter had come.", "Piet Maas"),
        ("It rests on the word of Lena Ott, her former cook, who said the gate was open.", "Lena Ott"),
    ],
)
def test_a_speaker_is_the_whole_phrase_that_is_the_subject_of_the_cue(text, who):
    assert [speaker for speaker, _, _ in reported(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("Ukraine says more than 400 schools were hit.", "Ukraine", "more than 400 schools were hit"),
        ("Umerov said late Monday in an address that talks were over.", "Umerov", "talks were over"),
        ("Talks are over, said economist Ana Duarte of Nordea.", "Ana Duarte", "Talks are over"),
        ("According to the indictment, Miller used the money.", "the indictment", "Miller used the money"),
        (
            "It is safe, a panel of experts advising the ministry said.",
            "a panel of experts advising the ministry",
            "It is safe",
        ),
        (
            "Ann Okafor, the firm's lawyer, said the pilot, who survived, was right.",
            "Ann Okafor",
            "the pilot, who survived, was right",
        ),
        (
            "It had struck, while the Health Ministry in Gaza said 20 people were killed.",
            "Health Ministry",
            "20 people were killed",
        ),
    ],
)
def test_common_turns_of_wire_copy_are_read_right(text, who, content):
    assert [(found, words) for found, _, words in reported(text)] == [(who, content)]


@pytest.mark.parametrize(
    "middle",
    [
        "warned them that",
        "warned them",
        "warned Russia that",
        "warned her family that",
        "assured them that",
        "told her family that",
        "told her that",
        "said, on May 3, 2024, that",
        "said on May 3, 2024, that",
        "said in Kyiv, the capital, that",
        "said, citing the police, that",
        "said in an interview, which was shown on Monday, that",
        "claimed, without evidence, that",
    ],
)
def test_content_begins_behind_that_hearers_and_asides(middle):
    assert [(who, words) for who, _, words in reported(f"Umerov {middle} talks would fail.")] == [
        ("Umerov", "talks would fail")
    ]


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("Umerov continued to insist that talks would resume.", "Umerov", "insist"),
        ("Umerov has continued to insist that talks would resume.", "Umerov", "insist"),
        ("The minister continues to claim that talks would resume.", "The minister", "claim"),
        ("The minister went on to claim that talks would resume.", "The minister", "claim"),
        ("Umerov also went on to say talks would resume.", "Umerov", "say"),
        ("It was late, as brokers continue to warn that talks would resume.", "brokers", "warn"),
        ("Umerov is continuing to insist talks would resume.", "Umerov", "insist"),
    ],
)
def test_who_continues_to_say_says(text, who, cue):
    assert reported(text) == [(who, cue, "talks would resume")]


@pytest.mark.parametrize(
    "who", ["Brokers refuse", "Brokers want", "Umerov is refusing", "Umerov is aiming", "Umerov is going"]
)
def test_who_refuses_or_means_to_say_says_nothing(who: str) -> None:
    assert reported(f"{who} to say that talks would resume.") == []


@pytest.mark.parametrize(
    "when",
    [
        "the following day",
        "later that day",
        "last week",
        "a day earlier",
        "two days later",
        "this week",
        "Friday evening",
        "yesterday afternoon",
        "on Monday evening",
        "on Monday evening, local time,",
        "only",
        "repeatedly",
        "once more",
        "there",
        "shortly afterwards",
        "publicly on Monday",
        "without elaborating",
        "without any proof",
        "without offering any proof",
    ],
)
def test_when_and_how_it_was_said_is_no_content(when):
    assert reported(f"Umerov said {when} that talks would fail.") == [("Umerov", "said", "talks would fail")]


@pytest.mark.parametrize(
    "where",
    [
        "in a statement",
        "in a statement Thursday night",
        "for weeks",
        "at the time",
        "on Radio Osk",
        "in Osk on Monday",
        "during a visit",
    ],
)
@pytest.mark.parametrize("content", ["they had sold the lock", "the lock had been sold"])
def test_where_it_was_said_is_no_content_without_that(where: str, content: str) -> None:
    assert reported(f"Umerov has said {where} {content}.") == [("Umerov", "said", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Umerov said in a statement he released on Monday that talks would resume.",
        "Umerov said in a speech the mayor made on Monday that talks would resume.",
        "Umerov told the Courier of Osk last week that talks would resume.",
    ],
)
def test_what_tells_more_of_a_statement_is_no_content(text: str) -> None:
    [(who, _, words)] = reported(text)
    assert (who, words) == ("Umerov", "talks would resume")


@pytest.mark.parametrize(
    "marked",
    [
        ", whom she described as “calm,” for the day",
        ", who was hurt in May by Coach Bo Lund's charge that her oars were “careless”",
    ],
)
def test_a_clause_ends_before_words_in_marks_that_tell_more(marked: str) -> None:
    told = reported(f"The divers said they would not avoid Ann Lee{marked}.")
    assert told == [("The divers", "said", "they would not avoid Ann Lee")]


def test_a_participle_reports_although_a_second_one_has_words_in_marks() -> None:
    text = "She defended the mayor, saying he had saved the lock and calling him “a friend.”"
    assert reported(text) == [("She", "saying", "he had saved the lock")]


def test_an_example_between_commas_is_no_part_of_the_adverb_that_opens() -> None:
    text = "Even the guild's critics, like Lund and Moss, say the lock is safe."
    assert reported(text) == [("the guild's critics", "say", "the lock is safe")]


def test_whom_somebody_spoke_with_ends_before_the_verb_behind_it() -> None:
    text = "Divers who spoke with the Osk Post said the guild was weak."
    assert reported(text) == [("Divers who spoke with the Osk Post", "said", "the guild was weak")]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "The office said about half of the leaks reflected neglect.",
            "The office",
            "about half of the leaks reflected neglect",
        ),
        ("The office said over a third of the boats were lost.", "The office", "over a third of the boats were lost"),
        ("The office says more boats keep away.", "The office", "more boats keep away"),
        (
            "Ann Lee suggests any further cuts to save the lock should wait.",
            "Ann Lee",
            "any further cuts to save the lock should wait",
        ),
        ("Papers estimate Lund needs to win in Osk.", "Papers", "Lund needs to win in Osk"),
        ("The board claims Lund runs a ring of smugglers.", "The board", "Lund runs a ring of smugglers"),
        ("Lund says meeting members outlined a plan.", "Lund", "meeting members outlined a plan"),
        ("The court declared the sale was void.", "The court", "the sale was void"),
        ("The report showed the lock leaked for years.", "The report", "the lock leaked for years"),
        ("The study suggests old and new rowers might leave.", "The study", "old and new rowers might leave"),
    ],
)
def test_a_clause_without_that_may_open_with_any_subject(text: str, who: str, content: str) -> None:
    [(found, _, words)] = reported(text)
    assert (found, words) == (who, content)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee suggested a plan to sell the lock and the boats.",
        "Ann Lee suggested a plan to tell her crew they were safe.",
        "Ann Lee denied the charges to keep her boats.",
        "Ann Lee said about as much.",
        "Ann Lee denied the charges and was freed.",
        "Ann Lee denied the charges and the court has freed her.",
        "Crews found the door locked.",
        "Lund declared the bridge finished on Monday.",
        "Lund found herself locked in the tower.",
        "Lund declared an emergency after the river had flooded the town.",
    ],
)
def test_an_object_with_an_aim_is_no_clause(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    "content",
    [
        "the day that he won was the best of his life",
        "last month's talks had failed",
        "the last talks that failed were short",
        "only that had failed",
        "family that stayed was safe",
        "there was a plan that failed",
        "without a plan that works in the end for all it would fail",
    ],
)
def test_what_only_looks_like_a_time_stays_content(content):
    [(_, _, words)] = reported(f"Umerov said {content}.")
    assert words == content


@pytest.mark.parametrize(
    "text",
    [
        "The pump had held for years, and while it leaked, growers have questioned its worth.",
        "On 3 May, during a walk round the lock, Umerov boasted of his patience.",
        "A day after the pump failed, and with the town dark, Umerov proposed banning all lamps.",
        "Though the mill kept silent about the price, Umerov rejected the offer.",
        "In a note that was found by the lock, Umerov pointed to the cracks above the gate.",
        "In a last call to those who had stayed, Umerov pleaded with them to leave.",
    ],
)
def test_what_somebody_does_with_an_object_reports_nothing_before_it(text):
    assert reported(text) == []


@pytest.mark.parametrize("where", ["in May", "the next day", "to the board", "on Friday", "under oath", "this week"])
def test_when_where_and_to_whom_may_stand_behind_a_cue(where):
    assert reported(f"The pump was old, Umerov confirmed {where}.") == [("Umerov", "confirmed", "The pump was old")]


@pytest.mark.parametrize(
    ("told", "next_deed"),
    [
        ("insists the choir must be a choir of amateurs", ", and has hired a baker to lead it"),
        ("continues to insist that he will sing on to May", " and refuses to answer the abbot"),
        ("said on Friday that the choir would miss the day", ", and requested another month"),
        ("forecast that the choir would soon recover", " and made the abbot a promise"),
        ("had pledged to back the abbot", ", but sounded tired this week"),
        ("urged the abbey to join the plan to mend the organ", ", and pushed to send a bell to Osk"),
        ("called on the abbey to sell the gold that feeds the rats", " and proposed a well in the cloister"),
        ("said she admires the abbot", " and highlighted their shared work on the organ"),
        ("forecast that the organ would soon recover", " and praised efforts by the abbot"),
        ("announced that the abbot was resting", " and vowed to focus on the organ"),
        ("urged the abbey to mend the organ", ", proposed that bells be rung, and pushed to send a cook to Osk"),
        ("vowed to keep rats from the organ", ", refused at first to name a day, and most recently defended the abbot"),
    ],
)
def test_a_second_verb_in_the_tense_of_the_first_is_the_speakers(told, next_deed):
    alone, longer = (reported(f"Ann Lee {text}.") for text in (told, told + next_deed))
    assert longer[0] == alone[0]


@pytest.mark.parametrize(
    "content",
    [
        "said the organ would be mended in 2018 and carried to the abbey to be played",
        "said the organ was old and had no bellows",
        "says the organ is old and has no bellows",
        "said the abbey would sell bells and used candles",
        "vowed to find out who broke the organ and stole the bellows",
        "said that the organ creaked but did not fall",
        "clarified that the abbot erred and intended to say that the organ was safe",
        "said the organ can play by itself and did so in May",
        "promised to help singers who lost their voices and needed a rest",
        "vowed to sell the bells, the candles and the organ, built in 1900",
        "said the choir asked that Lund be heard and indicated that he would sing",
    ],
)
def test_a_second_verb_that_may_go_on_with_what_is_reported_stays(content):
    words = reported(f"Ann Lee {content}.")[0][2]
    assert content.endswith(words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bells rang in Osk, Umerov said, while in Lund the day began with a song, Acme said.", ["Bells rang in Osk", "in Lund the day began with a song"]),
        ("Lee met Lund at noon, as Acme wrote in May, and he will sing in the choir, according to Umerov.", ["Lee met Lund at noon", "he will sing in the choir"]),
        ("The town will sue, Umerov said, and the mill, Acme said, will pay.", ["The town will sue", "the mill … will pay"]),
        ("The question is not whether Lee leaves — that is off the table, Umerov said — but how he stays.", ["that is off the table"]),
        ("The question is not whether Lee leaves — that won’t happen, Umerov said — but how he stays.", ["that won’t happen"]),
        ("They named a choir that Umerov says is tied to the mill and which sang in May.", ["is tied to the mill"]),
        ("Osk will hear songs in May, which, Umerov says, would help the mill.", ["would help the mill"]),
        ("They took him after the song - proof, Umerov argued, of his part in the choir.", ["proof … of his part in the choir"]),
        ("The choir is not smaller: it was the loudest in Osk in May, according to Umerov.", ["it was the loudest in Osk in May"]),
        ("The train left at 10:30 and was late, Umerov said.", ["The train left at 10:30 and was late"]),
    ],
)  # fmt: skip
def test_each_source_has_its_own_part_of_a_sentence(text, told):
    assert [words for _, _, words in reported(text)] == told


@pytest.mark.parametrize(
    "silence",
    [
        ", but did not say whether he had been forced out",
        " but gave no details",
        ", but declined to give details",
        ", but did not elaborate",
        " but did not comment",
    ],
)
def test_a_silence_behind_the_content_is_no_part_of_it(silence):
    [first, *others] = [words for _, _, words in reported(f"Acme confirmed that Lee had left{silence}.")]
    assert first == "Lee had left"
    assert all(words.startswith("whether") for words in others)


def test_whom_an_agency_cites_is_no_part_of_what_it_reports():
    text = "Reuters reported that Lee had left, citing the police."
    assert [words for _, _, words in reported(text)] == ["Lee had left"]
    assert [words for _, _, words in reported("Acme said Lee had left, citing his age.")] == [
        "Lee had left, citing his age"
    ]


def test_a_silence_may_end_a_line_without_a_stop():
    assert [words for _, _, words in reported("Acme said Lee had left but did not")] == ["Lee had left but did not"]


@pytest.mark.parametrize(
    "source",
    [
        "Umerov said, smiling at the choir",
        "Umerov said, wiping dust off his hands",
        "Umerov said, in a letter to staff",
        "Umerov said, on condition of anonymity",
        "said Umerov, an Osk Valley graduate whose shop has sold some less reliable lamps to the choir",
        "said a clerk who was told of it",
        "according to three clerks, including one of Acme",
    ],
)
def test_what_is_told_of_the_source_is_no_part_of_the_content(source):
    assert [words for _, _, words in reported(f"The pump was old, {source}.")] == ["The pump was old"]


@pytest.mark.parametrize(
    "behind", ["in part because of the rain", "in a town without rain", "reaching its limit in May"]
)
def test_what_goes_on_behind_the_source_is_content(behind):
    assert [words for _, _, words in reported(f"The pump broke, Umerov said, {behind}.")] == [
        f"The pump broke … {behind}"
    ]


@pytest.mark.parametrize(
    "comment",
    [
        " – but he also insisted that Osk was dry",
        ", even as he closed the lock",
        ", while stressing that Osk was dry",
        ", though he did not discuss its price",
        ", though Lee disputed it",
        ", claims that nobody could check",
        " – but he wants to sell it",
        " – though it is unclear whether Osk has one",
        ", and he hopes to sell it",
        ", and the crews are still waiting for it",
        ", but they have yet to see it",
    ],
)
def test_the_reporters_contrast_is_no_part_of_the_content(comment):
    assert reported(f"Umerov said that Acme had a pump{comment}.")[0][2] == "Acme had a pump"


@pytest.mark.parametrize(
    "content",
    [
        "Osk would see sun, while Lund would likely see rain",
        "Acme would hire Lee, as a cook",
        "Acme gave tickets to bakers – the old ones – as a way to fill the hall",
        "Acme had a pump even as Osk was dry",
        "Acme had a pump, though it leaked",
        "Acme was a rare, although brief, help",
        "Acme had been mending pumps for years, even as Osk had been dry",
        "crews had met twice; talked of the pump; and left",
        "Acme had a pump, and it had cost little",
        "Acme has a pump, and the crews are waiting for it",
        "Acme will mend the pump, and the crews are glad",
        "Acme owed then-Sen. Lee a pump",
    ],
)
def test_what_only_looks_like_a_contrast_stays_in_the_content(content):
    assert reported(f"Umerov said that {content}.")[0][2] == content


@pytest.mark.parametrize("who", ["A third of the bakers", "30 percent of bakers", "Three in 10"])
def test_those_asked_are_compared_by_the_reporter(who):
    for comment in (", compared with half of the brewers", " compared to 45 percent in May"):
        assert reported(f"{who} said the pump was too dear{comment}.")[0][2] == "the pump was too dear"
    assert (
        reported("Umerov said the pump was dear, compared with a well.")[0][2]
        == "the pump was dear, compared with a well"
    )


def test_a_contrast_behind_the_content_stays_in_it():
    assert [words for _, _, words in reported("Acme said that Lee had left but did not take his car.")] == [
        "Lee had left but did not take his car"
    ]


def test_by_letter_names_no_other_speaker():
    assert reported("Umerov said by letter that talks failed.") == [("Umerov", "said", "talks failed")]


def test_a_second_verb_of_several_reports_a_second_clause():
    text = "Some divers fear that the lock has cracked and warn that the gate may burst."
    assert reported(text) == [
        ("Some divers", "fear", "the lock has cracked"),
        ("Some divers", "warn", "the gate may burst"),
    ]


def test_a_second_verb_reports_a_second_clause():
    text = "Umerov said talks had failed, adding that they would resume."
    assert reported(text) == [("Umerov", "said", "talks had failed"), ("Umerov", "adding", "they would resume")]


@pytest.mark.parametrize(
    "text",
    [
        "The reported deaths shocked the town.",
        "The claims were false and the report is late.",
        "Umerov is expected to announce that talks resume.",
        "It was not announced that the road would close.",
        "Umerov said nothing.",
        "Neither side said that talks would resume.",
        "Neither Umerov nor Lee said that talks would resume.",
        "No official said that talks would resume.",
        "Their individual claims were upheld by the court.",
        "The bank's profit estimates were cut.",
        "The minister's claims that were false did harm.",
        "Burundi had demanded twice that compensation.",
        "Umerov has not continued to insist that talks would resume.",
        "Lamps were put on to show that talks would resume.",
        "The port, said by Umerov to be safe, stayed shut.",
        "The man, said by police to be armed, fled and the shops were shut.",
        "Said by Umerov to be safe, the port stayed open, and the ships were let in.",
        "Umerov denied the charges.",
        "The state is large.",
        "The video shows him in the crowd, and she showed that she was right.",
        "She hails from the same state where it bases its plants.",
        "The court upheld Umerov's protest, though not all of it was right.",
        "The road will be the basis for a freight line, announced last November.",
        "The update adds support for a service, which the firm has licensed.",
        "The growth is explained by the fact that laptops are cheap.",
        "Umerov, who has denied the shipment, stared at the floor.",
        "The firm reported a net loss of 64 million euros for 2025 and has been looking for a buyer.",
        "The government declared a 30-day emergency and released 9.5 million euros for shelters.",
    ],
)
def test_what_reports_nothing_gives_nothing(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"Talks will resume soon," Umerov said.',
        'Umerov said: "Talks will resume soon."',
        'Umerov said that talks were "a disaster" and would end.',
        '"Umerov said that talks would resume," Ana Duarte told reporters.',
    ],
)
def test_what_stands_in_marks_is_not_reported_twice(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Duarte said the lift would be mended, a claim nobody believed.", "the lift would be mended"),
        ("Duarte said the lift was safe, an assurance that Lee called hollow.", "the lift was safe"),
        ("Duarte said the lift was safe, a bold assertion disputed by its maker.", "the lift was safe"),
        ("Duarte said the lift had stuck, then shrugged and left the hall.", "the lift had stuck"),
        ("As the mayor, Ana Duarte, had promised that the lift was safe, forty people got in.", "the lift was safe"),
    ],
)
def test_what_the_reporter_adds_behind_the_content_is_no_part_of_it(text: str, content: str) -> None:
    assert [words for _, _, words in reported(text)] == [content]


@pytest.mark.parametrize(
    "content",
    [
        "the firm had made an offer, a promise of work for all",
        "the lift had stuck, then fell",
        "a boy had looked up, then walked off",
        "he met the owner, a man he had known",
    ],
)
def test_what_only_looks_like_the_reporters_stays_content(content: str) -> None:
    assert [words for _, _, words in reported(f"Duarte said {content}.")] == [content]


@pytest.mark.parametrize(
    ("text", "who", "cue", "content"),
    [
        ("The bank rejected the charge that it had hidden a loan.", "The bank", "rejected", "it had hidden a loan"),
        ("Duarte dismissed as idle rumours that she was ill.", "Duarte", "dismissed", "she was ill"),
        ("The mayor, Ana Duarte, has denied reports that she was ill.", "Ana Duarte", "denied", "she was ill"),
        ("Duarte has denied having sold the bell.", "Duarte", "denied", "having sold the bell"),
        ("The court rejected Duarte's claim that she was ill.", "Duarte", "claim", "she was ill"),
    ],
)
def test_who_rejects_a_claim_denies_what_it_tells(text: str, who: str, cue: str, content: str) -> None:
    assert reported(text) == [(who, cue, content)]


def test_a_rejected_claim_is_denied_and_an_owned_one_is_said() -> None:
    texts = "The bank rejected the claim that it was late.", "The bank rejected Duarte's claim that it was late."
    stances = [[found.stance for found in nutgraf.read(nutgraf.Article.from_text(text)).attributions] for text in texts]
    assert stances == [["denies"], ["says"]]


@pytest.mark.parametrize("office", ["a spokeswoman", "the mayor", "the company's chief executive"])
def test_an_office_before_a_name_between_commas_is_the_speakers(office: str) -> None:
    (quote,) = nutgraf.read(f"The pool leaked for a week, {office}, Ida Falk, said. It is dry.").quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.text) == ("Ida Falk", "The pool leaked for a week")


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("Harbour pilots say that is not enough.", "Harbour pilots", "that is not enough"),
        ("The union demanded that night shifts end in May.", "The union", "night shifts end in May"),
        ("The ferry – Ida Holm insists – was never full.", "Ida Holm", "The ferry … was never full"),
        ("Fares, the bank expects, will rise by 3 percent.", "the bank", "Fares … will rise by 3 percent"),
        ("The bridge will, according to Ida Holm, reopen.", "Ida Holm", "The bridge will … reopen"),
        ("The dam will close in May, as first reported by the Gazette.", "Gazette", "The dam will close in May"),
        (
            "Ida Holm said that she had found nothing, but that she would go on looking.",
            "Ida Holm",
            "she had found nothing, but that she would go on looking",
        ),
    ],
)
def test_the_whole_of_what_is_reported_is_its_content(text, who, content):
    assert [(speaker, words) for speaker, _, words in reported(text)] == [(who, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("With the police insisting that nobody had been hurt, the fair went on.", "nobody had been hurt"),
        ("Despite Ida Holm's claim that the dam was safe, 4,000 people left.", "the dam was safe"),
        ("Despite promises by Ida Holm that the dam would hold, 4,000 people left.", "the dam would hold"),
        ("The memo, in which Ida Holm predicts that the firm will fail, was lost.", "the firm will fail"),
        ("If, as Ida Holm insists, the club paid, the players were lucky.", "the club paid"),
    ],
)
def test_what_a_clause_of_circumstance_reports_ends_with_it(text, content):
    assert [words for _, _, words in reported(text)] == [content]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("The union's claim that the bridge was safe surprised engineers.", "The union", "the bridge was safe"),
        ("The pilots' claim that the bridge was safe is false.", "The pilots", "the bridge was safe"),
        ("The court heard the union's claim that the bridge was safe.", "the union", "the bridge was safe"),
        ("Ida Holm's claim that the bridge was safe surprised engineers.", "Ida Holm", "the bridge was safe"),
        ("Ida Holm denied reports that she had met a rival claim.", "Ida Holm", "she had met a rival claim"),
        ("A man who works with divers said the board had offered to go.", "A man who works with divers", "the board had offered to go"),
    ],
)  # fmt: skip
def test_what_a_subject_claims_ends_before_the_verb_of_the_sentence(text, who, content):
    assert [(speaker, words) for speaker, _, words in reported(text)] == [(who, content)]


def test_what_is_announced_behind_a_preposition_announces_nothing():
    assert reported("Under the terms announced on Monday, shareholders will get nine crowns for each share.") == []


@pytest.mark.parametrize(
    "when",
    [
        "Hours after Lund",
        "A few weeks before Lund",
        "Just when Lund",
        "Three days after divers",
        "Shortly after the mayor",
        "Even as the mayor",
        "As Mayor Ida Lund",
    ],
)
@pytest.mark.parametrize(
    ("told", "content"),
    [("announced that the lock was safe", "the lock was safe"), ("vowed to mend the lock", "to mend the lock")],
)
def test_a_clause_that_tells_when_ends_where_the_sentence_goes_on(when: str, told: str, content: str) -> None:
    assert [what for _, _, what in reported(f"{when} {told}, the town fled.")] == [content]


def test_what_voters_were_asked_ends_where_the_sentence_goes_on() -> None:
    found = reported("When divers were asked who would mend the lock, Lund beat Berg by ten votes.")
    assert found == [(None, "asked", "who would mend the lock")]


@pytest.mark.parametrize(
    ("some", "who"),
    [
        ("Nearly half", "half"),
        ("About 4 in 10", "4 in 10"),
        ("Six in 10", "Six in 10"),
        ("Almost two-thirds", "two-thirds"),
        ("About a third", "a third"),
        ("A third of the growers", "A third of the growers"),
        ("Half of the growers", "Half of the growers"),
        ("Most", "Most"),
        ("Only 40 percent", "40 percent"),
    ],
)
@pytest.mark.parametrize("joint", [", and", " and", ", while"])
def test_a_share_of_some_speaks_and_another_share_for_itself(some: str, who: str, joint: str) -> None:
    other = some[0].lower() + some[1:]
    assert reported(f"{some} said the lock was safe{joint} {other} said it was old.")[:1] == [
        (who, "said", "the lock was safe")
    ]


def test_a_number_in_a_year_is_no_share() -> None:
    assert reported("Lund in 2019 said the lock was safe.") == [("Lund", "said", "the lock was safe")]


@pytest.mark.parametrize(
    "who",
    [
        "A report released on Tuesday",
        "A study published last week",
        "A survey of growers taken in May",
        "A court paper filed Thursday",
        "A man arrested on Friday",
        "Two divers trapped last year",
        "A lawsuit filed on Monday by two divers",
        "A letter sent Friday to the board",
    ],
)
def test_a_participle_with_a_time_tells_more_of_who_speaks(who: str) -> None:
    assert reported(f"{who} said the lock was old.") == [(who, "said", "the lock was old")]


def test_a_verb_with_a_time_is_no_part_of_who_speaks() -> None:
    assert reported("Crews freed on Tuesday three divers, and the board said nothing.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Both Ann Lee and Bo Lund have argued that the lock was safe.", "Both Ann Lee and Bo Lund"),
        ("But private firms and local divers say the lock was safe.", "private firms and local divers"),
        ("It was late, and Lund and his crew said the lock was safe.", "Lund and his crew"),
        ("The board closed it because divers and their lawyers said the lock was safe.", "divers and their lawyers"),
    ],
)
def test_two_speak_behind_what_opens_their_clause(text: str, who: str) -> None:
    [(found, _, content)] = reported(text)
    assert (found, content.rpartition("the lock")[2]) == (who, " was safe")


def test_a_number_of_those_asked_is_no_circumstance() -> None:
    found = reported("Tallies show up to 30 percent of growers say they will leave.")
    assert [who for who, _, _ in found] == ["30 percent of growers"]


def test_a_second_thought_behind_but_is_a_report_of_its_own() -> None:
    found = reported("She thinks the lock is safe, but believes the tide will break it.")
    assert [content for _, _, content in found] == ["the lock is safe", "the tide will break it"]
