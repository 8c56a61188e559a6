"""Speech without marks: the reported clause is the sentence less its attribution."""

import pytest

from nutgraf.reading.attribution import attribute
from nutgraf.reading.names import find_names
from nutgraf.reading.quotemarks import pair_marks
from nutgraf.reading.sentences import split_sentences


def reported(text: str) -> list[tuple[str | None, str | None, str]]:
    body = ((0, len(text)),)
    segments = pair_marks(text, body)
    sentences = split_sentences(text, body, segments)
    found = attribute(text, sentences, segments, find_names(text, sentences))
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
        ("According to the mayor, Ana Duarte, talks would resume.", "Ana Duarte", "According to", "talks would resume"),
        ("Talks would resume soon, according to Umerov.", "Umerov", "according to", "Talks would resume soon"),
        ("Umerov told reporters that talks would resume.", "Umerov", "told", "talks would resume"),
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


def test_a_second_verb_reports_a_second_clause():
    text = "Umerov said talks had failed, adding that they would resume."
    assert reported(text) == [("Umerov", "said", "talks had failed"), ("Umerov", "adding", "they would resume")]


@pytest.mark.parametrize(
    "text",
    [
        "The reported deaths shocked the town.",
        "The claims were false and the report is late.",
        "He declined to say why it had closed.",
        "Officials have not said whether it opens.",
        "Umerov is expected to announce that talks resume.",
        "It was announced that the road would close.",
        "Umerov said nothing.",
        "Umerov denied the charges.",
        "The state is large.",
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
