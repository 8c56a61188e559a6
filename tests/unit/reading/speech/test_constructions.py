"""English sentences of the press, one rare construction each: who says what, and what nobody is made to say."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.results import Quote


def line(quote: Quote) -> str:
    speaker = quote.speaker
    who = "-" if speaker is None else speaker.name or (speaker.mention.text if speaker.mention else "-")
    return " | ".join(
        (quote.stance, who, quote.cue.text if quote.cue else "-", " + ".join(s.text for s in quote.content))
    )


def told(text: str) -> list[str]:
    return [line(quote) for quote in nutgraf.read(Article.from_text(text, language="en")).quotes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam, as Ann Lee memorably put it, is a wreck.", "says | Ann Lee | put it | The dam + is a wreck"),
        (
            "The mayor shrugged and denied claims that the dam was unsafe.",
            "denies | The mayor | denied | the dam was unsafe",
        ),
        (
            "Ann Lee denied having ordered the men to leave.",
            "denies | Ann Lee | denied | having ordered the men to leave",
        ),
        ("Ann Lee admitted hiding the key to the lock.", "says | Ann Lee | admitted | hiding the key to the lock"),
        ("The ferryman recalled seeing her at the weir.", "says | The ferryman | recalled | seeing her at the weir"),
        ("Ann Lee told jurors water was rising.", "says | Ann Lee | told | water was rising"),
        ("Ann Lee told council members that water was rising.", "says | Ann Lee | told | water was rising"),
        ("Ann Lee begged the judge to free him.", "orders | Ann Lee | begged | to free him"),
        ("Ann Lee pledged to lower fares.", "says | Ann Lee | pledged | to lower fares"),
        ("As Ann Lee, 34, a nurse, puts it, the dam is old.", "says | Ann Lee | puts it | the dam is old"),
        ("“It broke!” Ann Lee, 34, a nurse, shouted.", "says | Ann Lee | shouted | It broke!"),
        ("Ann Lee vowed to go – a step the board opposes.", "says | Ann Lee | vowed | to go"),
        ("The board said in May it would shut the dam.", "says | The board | said | it would shut the dam"),
        ("The board said two weeks ago it would shut the dam.", "says | The board | said | it would shut the dam"),
        ("The board said last year was dry.", "says | The board | said | last year was dry"),
        ("The dam would hold, Ann Lee promised the crew.", "says | Ann Lee | promised | The dam would hold"),
        ("The dam would hold, the mayor promised residents.", "says | the mayor | promised | The dam would hold"),
        ("The dam, the board said last year, will shut.", "says | the board | said | The dam + will shut"),
        ("The board said the dam was old, but would not say why.", "says | The board | said | the dam was old"),
        ("The board said the dam was old but couldn't say why.", "says | The board | said | the dam was old"),
        ("“The dam is old,” a sign read.", "says | a sign | read | The dam is old,"),
        ("A sign reading “The dam is old” fell.", "says | A sign | reading | The dam is old"),
        ("The mayor called on both sides to stop.", "orders | The mayor | called on | to stop"),
        ("The mayor's warning that the dam was weak was ignored.", "says | The mayor | warning | the dam was weak"),
        ("The mayor confirmed reports that the dam was weak.", "says | The mayor | confirmed | the dam was weak"),
        ("The mayor promised residents they would be paid.", "says | The mayor | promised | they would be paid"),
        (
            "The mayor said the dam, built in 1920, was old, but that it would hold.",
            "says | The mayor | said | the dam, built in 1920, was old, but that it would hold",
        ),
        ("Asked if he would resign, the mayor said no.", "asks | - | Asked | if he would resign"),
        ("“It held,” Judge Ann Lee quavered.", "says | Ann Lee | quavered | It held,"),
        ("“It held,” the 43-year-old quavered.", "says | the 43-year-old | quavered | It held,"),
        ("The dam, as the mayor's aide, Ann Lee, said, is old.", "says | Ann Lee | said | The dam + is old"),
        ("The claim of the mayor is that the dam is safe.", "says | the mayor | claim | the dam is safe"),
        ("Her message to the crews was short: “Go home.”", "says | Her | message | Go home."),
        (
            "Few came, with the former mayor saying that the dam was unsafe.",
            "says | the former mayor | saying | the dam was unsafe",
        ),
        ("According to a report by Ann Lee, the dam is safe.", "says | Ann Lee | According to | the dam is safe"),
        ("The board warned, however, that the dam leaks.", "says | The board | warned | the dam leaks"),
        ("In June, Edwina May said the dam was safe.", "says | Edwina May | said | the dam was safe"),
        ("Ann Lee said the dam was safe, as the log shows.", "says | Ann Lee | said | the dam was safe"),
        (
            "Ann Lee said the dam was safe, as well as the quay.",
            "says | Ann Lee | said | the dam was safe, as well as the quay",
        ),
        ("Ann Lee rose and went on to claim that the dam was safe.", "says | Ann Lee | claim | the dam was safe"),
        (
            "Ann Lee wanted to know whether the dam was safe.",
            "asks | Ann Lee | wanted to know | whether the dam was safe",
        ),
        (
            "A man who works at the yard said the dam was safe.",
            "says | A man who works at the yard | said | the dam was safe",
        ),
        ("On May 3 the board said the dam was safe.", "says | the board | said | the dam was safe"),
        ("Monday the board said the dam was safe.", "says | the board | said | the dam was safe"),
        ("The New Osk Bank's board said the dam was safe.", "says | New Osk Bank's board | said | the dam was safe"),
        ("“The dam is old.” — Ann Lee", "says | Ann Lee | - | The dam is old."),
        ("“The dam is old.” That is how Ann Lee put it.", "says | Ann Lee | - | The dam is old."),
    ],
)
def test_one_speaker_says_one_thing(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The dam leaks,” retired school cook Ann Lee told them.", "says | Ann Lee | told | The dam leaks,"),
        ("“The dam leaks,” a hoarse but happy Ann Lee said.", "says | Ann Lee | said | The dam leaks,"),
        ("Ann Lee sent the crews a circular urging them “to stay away.”", "orders | Ann Lee | urging | to stay away."),
        ("Hours later the firm emailed drivers a notice stating that roads “may flood.”", "says | the firm | stating | may flood."),
        ("The board sent Ann Lee a note demanding that she “leave at once.”", "orders | The board | demanding | leave at once."),
        ("Ann Lee sent parents an email saying the dam was “off limits.”", "says | Ann Lee | saying | off limits."),
        ("Ann Lee called in to a show to warn that the dam was “a wreck.”", "says | Ann Lee | warn | a wreck."),
        ("The mill returned to court on Monday to insist that the dam was safe.", "says | The mill | insist | the dam was safe"),
        ("The mayor was forced to concede that the dam was old.", "says | The mayor | concede | the dam was old"),
        ("Hundreds of farmers marched on the dam to demand “water, now.”", "orders | Hundreds of farmers | demand | water, now."),
        ("Crews are wary, with foreman Bo Lund telling them, “Look first.”", "says | Bo Lund | telling | Look first."),
        ("As her lawyer, Ann Lee, put it in court, the dam is a wreck.", "says | Ann Lee | put it | the dam is a wreck"),
        ("They chose Ann Lee, who during the flood called the dam “a wreck.”", "says | Ann Lee | called | a wreck."),
        ("The plea came from the Harbour League, which calls the dam “a wreck.”", "says | Harbour League | calls | a wreck."),
        ("Police late on Friday said the dam was safe.", "says | Police | said | the dam was safe"),
        ("People living along the river say the dam is safe.", "says | People living along the river | say | the dam is safe"),
        ("“The dam leaks.” Those were the words of Ann Lee.", "says | Ann Lee | - | The dam leaks."),
        ("“The dam leaks.”\n-- Ann Lee, Lower Osk", "says | Ann Lee | - | The dam leaks."),
        ("“The dam leaks!” Osk coach Bo Lund roared.", "says | Bo Lund | roared | The dam leaks!"),
        ("Ann Lee called on farmers to open the gates.", "orders | Ann Lee | called on | to open the gates"),
        ("Ann Lee advised farmers not to open the gates.", "orders | Ann Lee | advised | not to open the gates"),
        ("Asked if the dam would hold, Ann Lee shrugged.", "asks | - | Asked | if the dam would hold"),
        ("After the mayor claimed the dam was safe, the crews left.", "says | the mayor | claimed | the dam was safe"),
        ("Ann Lee said the dam was safe, a move that shocked the crews.", "says | Ann Lee | said | the dam was safe"),
        ("Ann Lee says the dam held, while the crews recall a flood.", "says | Ann Lee | says | the dam held"),
        ("Ann Lee says the dam held, but new pictures show it gone.", "says | Ann Lee | says | the dam held"),
        ("Ann Lee said she had seen the dam and feared it would burst.", "says | Ann Lee | said | she had seen the dam and feared it would burst"),
        ("Insisting the dam was safe, Ann Lee left.", "says | Ann Lee | Insisting | the dam was safe"),
        ("Ann Lee, a farmer from Osk, wanted to know whether the dam was safe.", "asks | Ann Lee | wanted to know | whether the dam was safe"),
        ("Ann Lee called on the rail owner to close the line.", "orders | Ann Lee | called on | to close the line"),
        ("The growers have for months complained that the dam leaks.", "says | The growers | complained | the dam leaks"),
        ("Half of the growers polled said the dam was old.", "says | Half of the growers polled | said | the dam was old"),
        ("Crews laughed at Ann Lee's claim that the dam was “sound”.", "says | Ann Lee | claim | sound"),
        ("Outside court, Lee had a word for the crews: “Thanks.”", "says | Lee | - | Thanks."),
        ("“The dam is old,” said a lawyer for Mayor Bo Lund.", "says | a lawyer for Mayor Bo Lund | said | The dam is old,"),
        ("“The dam is old,” said Secretary of State Bo Lund.", "says | Bo Lund | said | The dam is old,"),
        ("Lee nonetheless denied that the dam was old.", "denies | Lee | denied | the dam was old"),
        ("The dam had been dismissed as “a wreck” by Osk's mayor, Ann Lee.", "says | Ann Lee | dismissed | a wreck"),
        ("The dam, described as “a wreck” by Ann Lee, was shut.", "says | Ann Lee | described | a wreck"),
        ("The dam has been called a “wreck” by the crews.", "says | the crews | called | wreck"),
        ("After Mr. Lee told a host that crews would “get used to less,” Bo Lund put the clip on the air.", "says | Lee | told | get used to less,"),
        ("“The dam leaks,” Ann Lee said. Then, more quietly: “No.”", "says | Ann Lee | said | The dam leaks, + No."),
        ("Lee called the order to hide a set of old notes “a wreck”.", "says | Lee | called | a wreck"),
        ("Ann Lee left while the mayor, a farmer from Osk, said it was “late”.", "says | the mayor | said | late"),
        ("Lee left after Bo Lund, a farmer from Osk, said it was “late”.", "says | Bo Lund | said | late"),
        ("Mayor Ann Lee, who had in the run-up to the May vote promised to “mend the dam”, left.", "says | Ann Lee | promised | mend the dam"),
        ("The letter, obtained by the Courier, says the dam “was never checked”.", "says | The letter | says | was never checked"),
        ("The review, published on Friday, says Ann Lee “knew of it”.", "says | The review | says | knew of it"),
        ("The agency published guidance calling the dam “a wreck”.", "says | The agency | calling | a wreck"),
        ("Ann Lee said May 3 the dam was old.", "says | Ann Lee | said | the dam was old"),
        ("Ann Lee said 12 May Street homes were damp.", "says | Ann Lee | said | 12 May Street homes were damp"),
        ("“The dam leaks,” retired cook Ann Lee reminisced.", "says | Ann Lee | reminisced | The dam leaks,"),
        ("“The dam leaks,” 71-year-old grandmother of nine Ann Lee said.", "says | Ann Lee | said | The dam leaks,"),
        ("“The dam leaks,” former mate and apple grower Ann Lee said.", "says | Ann Lee | said | The dam leaks,"),
        ("“The dam leaks,” food bank volunteer Ann Lee (pictured) said.", "says | Ann Lee | said | The dam leaks,"),
        ("“The dam leaks!” Ann Lee, who saw it twice, told Radio Osk.", "says | Ann Lee | told | The dam leaks!"),
        ("“The dam leaks.” Those were the last words Ann Lee spoke to him.", "says | Ann Lee | - | The dam leaks."),
        ("“The dam leaks.” With that, Ann Lee left the hall.", "says | Ann Lee | - | The dam leaks."),
        ("Crews were unmoved by Ann Lee's pledge to put “fish before fees”.", "says | Ann Lee | pledge | fish before fees"),
        ("Ann Lee's description of the dam as “a wreck” drew laughter.", "says | Ann Lee | description | a wreck"),
        ("The coastguard is warning crews that the bar is “no place to fish”.", "says | The coastguard | warning | no place to fish"),
        ("They asked Bo Lund, who, after one look at it, called it “a wreck”.", "says | Bo Lund | called | a wreck"),
        ("For Ann Lee the choice was easy: “I want the dam.”", "says | Ann Lee | - | I want the dam."),
        ("“The dam leaks,” chimed in Ann Lee.", "says | Ann Lee | chimed | The dam leaks,"),
        ("“The dam leaks,” geologist and former mate Ann Lee said.", "says | Ann Lee | said | The dam leaks,"),
        ("The dam is “a wreck”, as Della Moe likes to say.", "says | Della Moe | say | a wreck"),
        ("The mill has so far insisted that the dam is safe.", "says | The mill | insisted | the dam is safe"),
        ("The bill angered the Farmers' Union, which called it “mad”.", "says | Farmers' Union | called | mad"),
        ("Ann Lee, 61, of Mill Lane, Lower Osk, told them the dam was safe.", "says | Ann Lee | told | the dam was safe"),
        ("“Is the dam safe?” Sen. Ann Lee (D-Osk) asked.", "asks | Ann Lee | asked | Is the dam safe?"),
        ("“The dam leaks.” With those words Ann Lee opened the hall.", "says | Ann Lee | - | The dam leaks."),
        ("On Tuesday night crews were asking if the dam would hold.", "asks | crews | asking | if the dam would hold"),
        ("Ann Lee said the dam would stay shut, prompting a walkout.", "says | Ann Lee | said | the dam would stay shut"),
        ("Arguing that the dam was unsafe, the county felled all the trees.", "says | the county | Arguing | the dam was unsafe"),
        ("Critics of the dam claim it has cost millions.", "says | Critics of the dam | claim | it has cost millions"),
        ("Crews hung a banner from the dam declaring “Enough.”", "says | Crews | declaring | Enough."),
        ("Lawyers in their opening statement alleged that the dam was old.", "says | Lawyers | alleged | the dam was old"),
        ("According to Osk Rovers general manager Ann Lee, the dam held.", "says | Ann Lee | According to | the dam held"),
        ("The dam, according to farmers, barely held.", "says | farmers | according to | The dam + barely held"),
        ("According to Ann Lee, the dam broke at Easter.", "says | Ann Lee | According to | the dam broke at Easter"),
        ("Growers furious about the fee said the dam was old.", "says | Growers furious about the fee | said | the dam was old"),
        ("Those opposed to the fee said the dam was old.", "says | Those opposed to the fee | said | the dam was old"),
        ("Divers trapped beneath the lock said the dam was old.", "says | Divers trapped beneath the lock | said | the dam was old"),
        ("The man behind the desk said the dam was old.", "says | The man behind the desk | said | the dam was old"),
        ("Somebody close to the board told the Courier that the dam was old.", "says | Somebody close to the board | told | the dam was old"),
        ("Ann Lee claims to have seen the dam leak.", "says | Ann Lee | claims | to have seen the dam leak"),
        ("Ann Lee’s aunt, of Osk Hospital, who said the dam was “old”, left.", "says | Ann Lee’s aunt, of Osk Hospital | said | old"),
        ("The dam was old, police there said.", "says | police | said | The dam was old"),
        ("The diver that had led the search said the dam was old.", "says | The diver that had led the search | said | the dam was old"),
        ("Crews stopped two suspects who had cut the dam, police said.", "says | police | said | Crews stopped two suspects who had cut the dam"),
        ("Crews turned to diver Ann Lee, who described the dam as “old”.", "says | Ann Lee | described | old"),
        ("Police spoke to a diver, who called the dam “old”.", "says | a diver | called | old"),
        ("Felt left the dam in May, the Courier said.", "says | Courier | said | Felt left the dam in May"),
        ("The dam is old, a senior Republican said.", "says | a senior Republican | said | The dam is old"),
        ("The sign at the lock reads “Closed”.", "says | The sign at the lock | reads | Closed"),
        ("The invitation reads, “The dam is old.”", "says | The invitation | reads | The dam is old."),
        ("The review came after diver Ann Lee told the Courier that the dam was old.", "says | Ann Lee | told | the dam was old"),
        ("Ann Lee left, falsely claiming that the dam was old.", "says | Ann Lee | claiming | the dam was old"),
        ("While walking the dam, in the rain, Ann Lee began to cry, saying, “It leaks.”", "says | Ann Lee | saying | It leaks."),
        ("As Ann Lee said, the dam was old, cracked and unsafe.", "says | Ann Lee | said | the dam was old, cracked and unsafe"),
        ("As reported by the Courier, the dam held in Osk, Upper Osk, and Moe.", "says | Courier | reported | the dam held in Osk, Upper Osk, and Moe"),
        ("However, while the mill says it is safe, crews stay away.", "says | the mill | says | it is safe"),
        ("But while the mill says it is safe, crews stay away.", "says | the mill | says | it is safe"),
        ("The dam is old, and while the mill says it is safe, crews stay away.", "says | the mill | says | it is safe"),
        ("In a year in which most farmers say they do not trust the mill, even its friends left.", "says | most farmers | say | they do not trust the mill"),
        ("But in a year in which most farmers say they do not trust the mill, even its friends left.", "says | most farmers | say | they do not trust the mill"),
        ("The dam hired men who claim to speak for pear growers, plum growers and apple growers.", "says | men | claim | to speak for pear growers, plum growers and apple growers"),
        ("Crews met some divers who believed that the dam was, by any measure, safe.", "says | some divers | believed | the dam was, by any measure, safe"),
        ("Crews met some divers who said the dam was dry, or that it would be.", "says | some divers | said | the dam was dry, or that it would be"),
        ("The dam freed Bo Lund, who alleged that crews had lied in a letter, not guilty of theft and arson.", "says | Bo Lund | alleged | crews had lied in a letter"),
        ("Crews met some divers who said the dam was dry, or close to it.", "says | some divers | said | the dam was dry, or close to it"),
        ("Ann Lee told the Courier on Tuesday that he’s not afraid of the dam.", "says | Ann Lee | told | he’s not afraid of the dam"),
        ("Ann Lee told the Courier, in a letter, that they'd left the dam.", "says | Ann Lee | told | they'd left the dam"),
        ("Dov Arne and Bo Lund agreed that they’d mend the dam.", "says | Dov Arne and Bo Lund | agreed | they’d mend the dam"),
        ("After crews left the dam in May they made some changes, records show.", "says | records | show | After crews left the dam in May they made some changes"),
        ("When Ann Lee said that Osk, the old town, was dry, crews left.", "says | Ann Lee | said | Osk, the old town, was dry"),
        ("“The dam leaks,” said anyone familiar with the lake.", "says | anyone familiar with the lake | said | The dam leaks,"),
    ],
)  # fmt: skip
def test_somebody_says_one_thing_in_other_words(text: str, found: str) -> None:
    assert told(text) == [found]


def test_transcripts_of_offices_and_of_names() -> None:
    calls = "Dispatcher: Who is there?\nCaller: My cat is in the tree.\nDispatcher: We are coming."
    assert told(calls) == [
        "says | Dispatcher | - | Who is there?",
        "says | Caller | - | My cat is in the tree.",
        "says | Dispatcher | - | We are coming.",
    ]
    lines = "Ann Lee: The dam was built in 1998.\nBo Lund: And who guards it?\nAnn Lee: The town does."
    assert [one.split(" | ")[1] for one in told(lines)] == ["Ann Lee", "Bo Lund", "Ann Lee"]
    asked = "Ann Lee guards the dam at Osk.\n\nQ. Since when?\n\nA. Since the flood."
    assert told(asked) == ["asks | - | - | Since when?", "says | Ann Lee | - | Since the flood."]


def test_a_sentence_about_things_parts_no_speech() -> None:
    assert told("“The dam is old,” said Ann Lee. The bell had not rung. “It leaks.”") == [
        "says | Ann Lee | said | The dam is old,",
        "says | Ann Lee | - | It leaks.",
    ]


def test_a_clause_before_a_quotation_is_reported_and_the_quotation_is_said() -> None:
    assert told("Ann Lee said it was late and the men were tired, “We ran to the old bridge.”") == [
        "says | Ann Lee | said | it was late and the men were tired",
        "says | Ann Lee | said | We ran to the old bridge.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee, who called it “a wreck” when she met the press, said the dam was “old”.",
        "Ann Lee, whose “plan” had been dropped by the council, called the dam “old”.",
    ],
)
def test_who_speaks_stands_before_what_a_relative_clause_quotes(sentence: str) -> None:
    quote = nutgraf.read(sentence).quotes[-1]
    assert quote.text == "old"
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Lee"


@pytest.mark.parametrize(
    "sentence",
    [
        "Divers said that the lock would open, with warden Bo Lund calling it “a sieve”.",
        "Divers said the lock would open, while the warden, Bo Lund, called it “a sieve”.",
        "Divers said the lock would open, but Bo Lund called it “a sieve”.",
        "Divers said the lock would open for Bo Lund, who called it “a sieve”.",
        "Citing “a sieve”, divers announced that the lock would open.",
    ],
)
def test_what_is_reported_beside_the_clause_of_a_quotation_is_told_too(sentence: str) -> None:
    quotes = nutgraf.read(nutgraf.Article.from_text(sentence)).quotes
    told = {quote.kind: (quote.speaker, quote.content[0].text) for quote in quotes}
    speaker, words = told["indirect"]
    assert speaker is not None
    assert speaker.mention is not None
    assert speaker.mention.text.lower() == "divers"
    assert words.removesuffix(" for Bo Lund") == "the lock would open"
    assert told["mixed"][1] == "a sieve"


def test_who_points_at_something_between_two_quotations_goes_on_speaking() -> None:
    assert told("“The dam is old,” said Ann Lee. She pointed at the barn. “It leaks.”") == [
        "says | Ann Lee | said | The dam is old,",
        "says | Ann Lee | - | It leaks.",
    ]
    assert told("“The dam is old.” She pointed at the barn. She sat down. She wept. “It leaks.”") == [
        "says | - | - | The dam is old.",
        "says | - | - | It leaks.",
    ]


@pytest.mark.parametrize("called", ["called", "dubbed", "described as"])
def test_who_is_called_something_does_not_say_it(called: str) -> None:
    assert told(f"The divers, {called} “the moles,” left.") == ["says | - | - | the moles,"]
    assert told(f"Ann Lee, a farmer, {called} “the moles” ashore.")[0].startswith("says | Ann Lee")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Some guides said that the Keeper of the Lamp title is given to whoever kept watch, “come rain or shine.”",
            "says | Some guides | said | come rain or shine.",
        ),
        ("Lund called the verdict of a Basque judge “racist,” an odd phrase.", "says | Lund | called | racist,"),
        ("“Not yet,” Ann Lee jokes in a letter.", "says | Ann Lee | jokes | Not yet,"),
        ("The levee broke, a police report shows.", "says | a police report | shows | The levee broke"),
        ("Some pilots vow to boycott the strait.", "says | Some pilots | vow | to boycott the strait"),
        (
            "Lund said the rowers had caught up, climbing from 8 or 9 seats down to a “photo finish” off Osk.",
            "says | Lund | said | photo finish",
        ),
        (
            "Lund said he saw why Moe would tour Orr's failed ventures, since the town was “emptied” by them.",
            "says | Lund | said | emptied",
        ),
        (
            "The port has stirred mixed feelings in many coastal states, and it has used “soft gloves,” said Ida Moe, a historian.",
            "says | Ida Moe | said | soft gloves,",
        ),
        (
            "Ida Moe offered a harbour-style retort, posting at him, “you are a coward.”",
            "says | Ida Moe | posting | you are a coward.",
        ),
        (
            "Lund said the vote was a nod meant to show “the two faces of the board” on the toll.",
            "says | Lund | said | the two faces of the board",
        ),
    ],
)
def test_a_verb_of_the_present_is_told_from_the_noun_it_looks_like(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "behind",
    [
        "on Monday",
        "one week later",
        "later that day in a column",
        "next to the wreck",
        "following the vote",
        "soon afterwards",
        "while leaving",
        "this spring",
    ],
)
def test_a_clause_before_its_report_is_told_whatever_says_when_or_where(behind: str) -> None:
    assert told(f"The plan was dead, the union conceded {behind}.") == [
        "says | the union | conceded | The plan was dead"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ida Kettle said she expects the board to “set out its aims.”",
            "says | Ida Kettle | said | set out its aims.",
        ),
        ("Bo Lund said he would advise divers on “the old wrecks.”", "says | Bo Lund | said | the old wrecks."),
        ("The mayor told Radio Orm that she believes it “may yet hold.”", "says | The mayor | told | may yet hold."),
        ("Bo Lund told the Herald that he found Moe “very kind.”", "says | Bo Lund | told | very kind."),
        (
            "Ann Lee said that over five days she has begun “to lift the lid.”",
            "says | Ann Lee | said | to lift the lid.",
        ),
        ("Ann Lee said she told the crew “to row harder.”", "says | Ann Lee | told | to row harder."),
    ],
)
def test_what_somebody_says_to_think_or_want_is_said(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Although Moe admitted that he and the diver had “shared a boat,” he claimed they had never sailed.",
            ["says | Moe | admitted | shared a boat,", "says | he | claimed | they had never sailed"],
        ),
        (
            "Bo Lund worked the crowd, praising “Ida's grit” as he promised to mend the pier.",
            ["says | Bo Lund | praising | Ida's grit", "says | Bo Lund | promised | to mend the pier"],
        ),
        (
            "In what Bo Lund called “a fit of thrift,” the Osk Golf Club charged half the fee.",
            ["says | Bo Lund | called | a fit of thrift,"],
        ),
        (
            "Asked if the pier was “safe at last,” three in four divers said yes.",
            ["asks | - | Asked | safe at last,"],
        ),
        (
            "Moe described the wait as “awful. It wears you down,” he said.",
            ["says | Moe | said | awful. It wears you down,"],
        ),
        ("The pier was “safe at last,” he told the Herald.", ["says | he | told | safe at last,"]),
        (
            "“The weir is sound,” Bo Lund said, adding that the lock he planned could spare the town “one more wet spring.”",
            ["says | Bo Lund | said | The weir is sound,", "says | Bo Lund | adding | one more wet spring."],
        ),
        (
            "“The weir is sound,” Bo Lund said, recalling the day on which Ida Moe went there “to mend the old gate.”",
            ["says | Bo Lund | said | The weir is sound,", "says | Bo Lund | recalling | to mend the old gate."],
        ),
        (
            "Ida Moe first said in the spring, when the mayor's driver resigned, “I never sold a boat.”",
            ["says | Ida Moe | said | I never sold a boat."],
        ),
        (
            "Ida Moe told the guild that if he wants the nets, “come and take them.”",
            ["says | Ida Moe | told | come and take them."],
        ),
        (
            "After Bo Lund said that young crews might do better at “smaller piers,” Ida Moe said: “I don't like it.”",
            ["says | Bo Lund | said | smaller piers,", "says | Ida Moe | said | I don't like it."],
        ),
        (
            "Bo Lund summed up the plan as “hopeless,” denounced her record as mayor and left.",
            ["says | Bo Lund | summed | hopeless,"],
        ),
        (
            "Bo Lund stated that the report “wasn't kind.” Adding, “It never is.”",
            ["says | Bo Lund | stated | wasn't kind. + It never is."],
        ),
        (
            "Ida Moe has given a warm defence of “pier values,” saying the town had “heart.”",
            ["says | - | - | pier values,", "says | Ida Moe | saying | heart."],
        ),
        (
            "“Sandbags on the quay” would be enough, harbour candidate Ida Moe said after the flood.",
            ["says | Ida Moe | said | Sandbags on the quay"],
        ),
        (
            "“The clubs set the table,” unlike in the years when the guilds took that on, says Ida Moe, a historian.",
            ["says | Ida Moe | says | The clubs set the table,"],
        ),
        (
            "Ida Moe called Lund's claim of a “right of way” over the pier “weighty and new.”",
            ["says | Lund | claim | right of way", "says | Ida Moe | called | weighty and new."],
        ),
        ("Then, the last line: “I never sold a boat.”", ["says | - | - | I never sold a boat."]),
        (
            "“Never again,” said Bo Lund. “Throw it back!” blared a whole page of the Osk Herald.",
            [
                "says | Bo Lund | said | Never again,",
                "says | a whole page of the Osk Herald | blared | Throw it back!",
            ],
        ),
    ],
)
def test_words_in_marks_belong_to_the_clause_they_end(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "who", "cue", "words"),
    [
        (
            "At a fair in Bergen, Norway, on Sunday, Ida Moe tried again, saying that piers “stay.”",
            "Ida Moe",
            "saying",
            "stay.",
        ),
        (
            "Early in his run, Bo Lund attacked Moe, calling him “a failed sailor.”",
            "Bo Lund",
            "calling",
            "a failed sailor.",
        ),
        (
            "It was a blow to the divers, as Ida Moe echoed the complaint, saying Lund “drowned it.”",
            "Ida Moe",
            "saying",
            "drowned it.",
        ),
        ("Bo Lund drank in Osk with supporters, declaring it “a great day.”", "Bo Lund", "declaring", "a great day."),
        (
            "Bo Lund ducked several questions about it before saying, “It is time to go.”",
            "Bo Lund",
            "saying",
            "It is time to go.",
        ),
        (
            "In Osk on Sunday, three men pushed a piper, with Bo Lund reportedly yelling: “Out!”",
            "Bo Lund",
            "yelling",
            "Out!",
        ),
        ("Ann Lee left with the coach, Bo Lund, saying “it is late.”", "Bo Lund", "saying", "it is late."),
        (
            "Bo Lund has fought with the mayor over the pier, at one point calling her a “failed sailor.”",
            "Bo Lund",
            "calling",
            "failed sailor.",
        ),
        (
            "Outside the hall in Osk, about 200 rowers gathered in rows, holding signs and chanting “Save the pier.”",
            "200 rowers",
            "chanting",
            "Save the pier.",
        ),
        ("It ended in peace – Bo Lund calling it a “great day.”", "Bo Lund", "calling", "great day."),
        (
            "Divers shared a video of Bo Lund saying, “Open the lower gate.”",
            "Bo Lund",
            "saying",
            "Open the lower gate.",
        ),
        (
            "Divers shared a video of him saying, “Open the lower gate.”",
            "him",
            "saying",
            "Open the lower gate.",
        ),
        (
            "Ida Moe is praising Bo Lund, who ended his strike on Monday, as “a man of the sea.”",
            "Ida Moe",
            "praising",
            "a man of the sea.",
        ),
    ],
)
def test_a_participle_is_told_of_the_subject_of_its_clause(text: str, who: str, cue: str, words: str) -> None:
    assert told(text) == [f"says | {who} | {cue} | {words}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ida Moe seemed to hint she had silenced the cook: “He signed it,” she told the Herald.",
            "says | Ida Moe | told | He signed it,",
        ),
        ("Her final verdict: “It is not quite rain,” Ida Moe said.", "says | Ida Moe | said | It is not quite rain,"),
        ("Bo Lund, the mayor, gave a short wave to Ida Moe: “Time to go.”", "says | Bo Lund | - | Time to go."),
        ("Bo Lund mocked Osk state leaders as “asleep.”", "says | Bo Lund | mocked | asleep."),
        ("Ida Moe, who called the plan “toxic,” portrayed the board as a bore.", "says | Ida Moe | called | toxic,"),
        ("Half say the “sharing of boats” reflects a gain on the year.", "says | Half | say | sharing of boats"),
        (
            "Bo Lund called it a “slip” later reported in a “tall tale” by the Osk Herald.",
            "says | Bo Lund | called | slip + tall tale",
        ),
        ("The clerk emailed divers saying: “Time to go.”", "says | The clerk | - | Time to go."),
        ("In a note that Moe called “stale,” Lund expressed his thanks.", "says | Moe | called | stale,"),
        ("The rower labelled “a legend at last” continues to lead.", "says | - | - | a legend at last"),
        ("The hall hung up five photos telling “the story of Osk.”", "says | - | - | the story of Osk."),
        (
            "Ida Moe returned the letter of a retired skipper who suggested that the town “wall off” the pier.",
            "says | a retired skipper | suggested | wall off",
        ),
        (
            "Divers passed around a leaf from the diary of a late pilot who wrote of “creative” ways with maps.",
            "says | a late pilot | wrote | creative",
        ),
        ("A group of critics who called the pier “a toy” left.", "says | A group of critics | called | a toy"),
        (
            "There have been sharper words, such as when Lund met Moe over the toll and called her a “landlubber.”",
            "says | Lund | called | landlubber.",
        ),
        (
            "A group of divers closed the pier and called on anglers to “remember the flood.”",
            "orders | A group of divers | called on | remember the flood.",
        ),
        (
            "That Moe misjudged the harbour, having referred to his aide as a “builder,” is known.",
            "says | Moe | referred | builder,",
        ),
        ("The guild needs four boats and said it had “nearly three.”", "says | The guild | said | nearly three."),
        ("Moe however said she would welcome a “sound network” for the coast.", "says | Moe | said | sound network"),
        (
            "The board less than three years ago said that “very secret” maps had been sold.",
            "says | The board | said | very secret",
        ),
        (
            "They handed out mugs that said, “Welcome to the boat race.”",
            "says | mugs | said | Welcome to the boat race.",
        ),
        (
            "A paper from the Osk Institute had this to say of his sluice: “It is wet.”",
            "says | A paper from the Osk Institute | - | It is wet.",
        ),
        ("“It was new,” the passage continued.", "says | the passage | continued | It was new,"),
        ("Ida Moe faces a crowd that is in what she called a “stormy mood.”", "says | Ida Moe | called | stormy mood."),
        (
            "Ida Moe is airing a new ad that urges rowers to “send a message” to the board.",
            "orders | a new ad | urges | send a message",
        ),
        ("The boss claims he was “asleep on the boat” that night.", "says | The boss | claims | asleep on the boat"),
        ("The plan, which Ida Moe called “a toy,” was dropped.", "says | Ida Moe | called | a toy,"),
        ("Bo Lund, whom Ida Moe called “a failed sailor,” has left.", "says | Ida Moe | called | a failed sailor,"),
        ("Two rowers chanted “Save the pier” as Bo Lund spoke.", "says | Two rowers | chanted | Save the pier"),
        ("Bo Lund talked about a “toy” pier in May.", "says | Bo Lund | talked | toy"),
    ],
)
def test_whoever_stands_nearest_does_not_speak_for_that(text: str, found: str) -> None:
    assert told(text) == [found]


def test_a_word_cut_off_by_the_end_of_a_line_is_looked_at_like_any() -> None:
    assert told("Corn Belt states") == []
    assert told("The board made the claim that") == []


@pytest.mark.parametrize(
    "text", ["Later that month on the radio: “I never said so.”", "The firm had sold boats later deemed “a joke.”"]
)
def test_no_time_and_no_object_speaks(text: str) -> None:
    assert [line.split(" | ")[1] for line in told(text)] == ["-"]


def test_a_title_behind_what_it_was_said_on_is_no_part_of_it() -> None:
    assert told("“We rowed,” Bo Lund said on Radio Orm's “Coffee at Ten,” adding: “We lost.”") == [
        "says | Bo Lund | said | We rowed,",
        "says | Bo Lund | adding | We lost.",
    ]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_subject_run_together_with_its_verb_opens_a_clause(apostrophe: str) -> None:
    for straight in ("he's not giving up", "they'd back the dam", "it isn't safe"):
        clause = straight.replace("'", apostrophe)
        assert told(f"Lund told a full hall that {clause}.") == [f"says | Lund | told | {clause}"]


@pytest.mark.parametrize("behind", ["— Ann Lee was there.", "— Nobody"])
def test_a_dash_behind_a_quotation_signs_it_only_with_a_name_alone(behind: str) -> None:
    assert told(f"“The dam is old.” {behind}") == ["says | - | - | The dam is old."]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee told jokes all evening, and her brother was the barman.",
        "In May, several protests and marches had begun in the town.",
        "A long suspected leak in the dam has been found.",
        "In Monday's view, the dam is safe.",
        "By Monday's count, the dam is safe.",
        "Monday's claim that the dam was safe is old.",
        "No one denied claims that the dam was unsafe.",
        "To deny claims that the dam was unsafe is hard.",
        "Her message was a long, sad one.",
        "Her message is the dam and the old road are safe.",
        "Ann Lee left, not saying that the dam was unsafe.",
        "Ann Lee was heard saying that the dam was unsafe.",
        "Because of reports stating that the dam was unsafe, Ann Lee left.",
        "Ann Lee did not want to know whether the dam was safe.",
        "The plan to know whether the dam was safe failed.",
        "Ann Lee denied wrongdoing in the case.",
        "The mill reported falling sales.",
        "The survey suggested slowing growth.",
        "The council denied planning permission to the firm.",
        "The council denied nothing to the firm.",
        "Ann Lee declined to comment on what she called a leak.",
        "Ann Lee could not confirm that account.",
        "Ann Lee made no claim that the dam was unsafe.",
        "On Monday, tired and late, Ann Lee accepted the prize.",
        "A fine promised to the men was never paid.",
        "Ann Lee planned to claim that the dam was safe.",
        "Ann Lee asked to leave.",
        "The mayor told the men to.",
        "Speaking in Osk, the mayor said little.",
        "Of those who said the dam was safe, many left.",
        "Who said the dam was safe?",
        "The lewd jokes and songs of the deckhands drove three stewards off the ferry.",
        "The board struck the oddly resonant remarks by Ida Moe off the agenda.",
        "In three other states, dairy farmers accounted for a quarter of the losses.",
        "The memo pushed the once Lutheran state toward the coast.",
        "It is a harbour state where he has built up crews.",
        "It is the most elaborate of all the harbour's fairs.",
        "Bo Lund, a Moe volunteer who was elected to the board, left.",
        "Ann Lee said so in a film that showed the harbour at low tide.",
        "Ann Lee told a crowd that spilled out onto the pier.",
        "Ann Lee's claim to fame is a lamp that gives light under water.",
        "Though the crew had rowed all night, she had questioned his plan.",
        "After he had sold the mill, he recommended a different miller.",
        "Eight months later, when the mill was sold, Osk Press agreed to reprint the map.",
        "Because the ferry was late, he found himself on the pier again.",
        "Most state parties let such delegates go if their man has left.",
        "Ann Lee, whose term ends in June, left.",
        "It threatens the long work that crews of divers did in the harbour.",
        "The dam broke a week after Ann Lee said them, but before any harm was done.",
        "The board found itself in a hole that was deep.",
        "Divers of the old school, which in a harbour state like Osk are many, were late.",
        "The firm met the crews Ann Lee announced that same day, as told above.",
        "The tide had turned, as the boats that carried hay revealed themselves.",
        "The harbour board has the final say on whether the lock is rebuilt.",
        "The Lund Fund, a modest think tank, has moved into the old mill.",
        "Ferries run from each of the three states, from Orm to Osk, that border the lake.",
        "Another six states, with harbours of their own, have stayed out.",
        "It would be the second state that Bo Lund has rowed across.",
        "Bo Lund is the only diver who has been confirmed since the lock was built.",
        "Two days late, most state harbours were shut.",
        "Two ferries found themselves aground while the crews were asleep.",
    ],
)
def test_nobody_is_made_to_say_what_no_rule_is_sure_of(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A ship called “Anna” sank.", "en"),
        ("A song called “Home” is old.", "en"),
        ("Her first novel was “Home”.", "en"),
        ("Her first novel, “Home”, is old.", "en"),
        ("The film “Home” is old.", "en"),
        ("Known as “Anna”, she sang.", "en"),
        ("Christened by schoolchildren “Anna”, she sails.", "en"),
        ("Ein Schiff namens „Anker“ sank.", "de"),
        ("Der sogenannte „Anker“ ist alt.", "de"),
        ("Das Motto lautet „Rettet die Bucht“.", "de"),
        ("Ein Lied, „Heimat“, ist alt.", "de"),
    ],
)
def test_names_and_titles_in_marks_are_said_by_nobody(text: str, language: str) -> None:
    assert nutgraf.read(Article.from_text(text, language=language)).quotes == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The NASA May launch failed.", [("NASA", "organization")]),
        ("In Paris May was cold.", [("Paris", "place")]),
        ("The Osk Bank May report is out.", [("Osk Bank", "organization")]),
        ("Edwina May came.", [("Edwina May", "other")]),
        ("Prime Minister May came.", [("May", "person")]),
        ("The NASA Administrator spoke.", [("NASA", "organization")]),
        ("John King spoke.", [("John King", "person")]),
    ],
)
def test_a_month_or_an_office_behind_a_name_is_part_of_it_only_where_a_person_has_it(
    text: str, names: list[tuple[str, str]]
) -> None:
    found = nutgraf.read(Article.from_text(text, language="en")).names
    assert [(name.text, name.kind) for name in found] == names


@pytest.mark.parametrize(
    "verb", ["told the board", "told reporters", "said", "warned at a hearing", "told the Osk Times"]
)
@pytest.mark.parametrize(
    "when",
    [
        "on 3 May 2024",
        "on May 3, 2024",
        "on May 3, 2024,",
        "on the 3rd of May",
        "on May 3",
        "in May",
        "in early March",
        "in 2024",
        "in March 2024",
        "last May",
    ],
)
def test_a_day_between_a_cue_and_its_clause_is_no_part_of_what_is_said(verb: str, when: str) -> None:
    cue = verb.split(maxsplit=1)[0]
    assert told(f"Ann Lee {verb} {when} that the dam was old.") == [f"says | Ann Lee | {cue} | the dam was old"]
