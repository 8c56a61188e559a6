"""Datelines and lines that are no article: found where they are sure, and never in the story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article.text.boilerplate import find_boilerplate
from nutgraf.article.text.dateline import find_dateline
from scaling import assert_linear

STORY = "Officials gathered on the pier to watch the last ferry leave."

DATELINES = [
    ("NORDVIK, Oct. 2 (Sail and Anchor) - ", "Two ferries stayed in port."),
    ("KYIV – ", "The talks began on Sunday."),
    ("KYIV, Ukraine — ", "Talks began on Sunday."),
    ("PARIS (AP) — ", "Talks began on Sunday."),
    ("LONDON, March 3 (Reuters) - ", "Talks began on Sunday."),
    ("WASHINGTON (AP) - ", "Talks began on Sunday."),
    ("(Reuters) - ", "A maker of phones said on Monday it would close."),
    ("KYIV, Ukraine (AP) — ", "“We will win,” the mayor said."),
    ("NEW YORK—", "The mayor resigned on Monday."),
    ("ST. LOUIS (AP) — ", "The mayor resigned."),
    ("SAN JOSE, Calif. – ", "The mayor resigned."),
    ("RIO DE JANEIRO (AP) -- ", "The mayor resigned."),
    ("WASHINGTON/BEIJING, Nov 20 (Reuters) - ", "The two sides met."),
    ("Paris (AFP) – ", "The mayor resigned here."),
    ("TEL AVIV, Israel (AP) — ", "12 people died on Monday."),
    ("DEIR AL-BALAH, Gaza Strip (AP) — ", "Twelve people died."),
    ("KIGOMA, Tanzania (Meridian Press) — ", "Two countries agreed."),
    ("LVIV (Coast Wire) – ", "The mayor resigned."),
]


@pytest.mark.parametrize("head", ["", "Talks begin in the city\n\nBy Jane Doe\nNovember 3, 2025\n\n", "\n  "])
@pytest.mark.parametrize(("dateline", "rest"), DATELINES)
def test_a_dateline_is_found_with_its_dash_and_space(head, dateline, rest):
    text = head + dateline + rest
    start, end = find_dateline(text)
    assert text[start:end] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "The EU - which has 27 members - agreed.",
        "NATO - The alliance met on Monday.",
        "U.S. - The country voted today.",
        "UPDATE - The alliance met on Monday.",
        "BREAKING NEWS — Twelve people died.",
        "AI – What is it good for?",
        "KYIV - the city that never sleeps.",
        "Kyiv — The city that never sleeps.",
        "Lviv (Coast Wire) — The city that never sleeps.",
        "Kyiv, Ukraine — The city sleeps now.",
        "WORLD CUP - Two teams met on Monday.",
        "KYIV UNDER FIRE - Latest updates from the war.",
        "COVID-19 - The virus is back again.",
        "John Smith — The man who won it.",
        "Q - What is it? A - This is it.",
        "PM SLAMS RIVALS - Labour hits back today",
        "A — B",
        "",
        "KYIV —",
    ],
)
def test_capitals_or_names_before_a_dash_are_no_dateline(text):
    assert find_dateline(text) is None


def test_a_dateline_in_the_middle_of_the_story_is_not_taken():
    text = (STORY + " ") * 6 + "\n\nPARIS (AP) — Talks began on Sunday."
    assert find_dateline(text) is None


BOILERPLATE = """\
Share this article on Facebook
Share on Facebook
Share this: Facebook Twitter WhatsApp
![A photo](https://x.example/z.jpg)
Copyright 2025 The Daily Example. All rights reserved. This material may not be published or broadcast.
© 2025 Coast Courier
Read more: Ten bridges to see
READ MORE: The latest on the ferry
Related: Ferry fares to rise
Related articles
Sign up for our newsletter to get the best stories every day.
Advertisement
- Advertisement -
Follow us on Twitter and Facebook.
Follow Jane Doe on X: @janedoe
Click here to read the full report.
(Reporting by Jane Doe; Editing by John Roe)
Additional reporting by Ann Poe.
We use cookies to improve your experience. By continuing you accept our policy.
Accept all cookies
Facebook | Twitter | Email
You may also like
**Share this article**
Get the latest news delivered to your inbox
All rights reserved.
Story continues below advertisement
Reporting by Ann Poe in Lviv and Tom Roe in Kyiv, editing by Bill Moe
Writing by Ann Poe. Editing by Bill Moe
Edited by: Ann Poe
Additional reporting by the Lviv bureau
With reporting by AFP
Ann Poe contributed to this report.
Ann Poe and Tom Roe contributed reporting from Lviv.
(With ANI inputs)
– with files from Ann Poe
Photo: Ann Poe/Coast Wire
Image credit: Coast Wire
Translated by Ann Poe
ann.poe@wire.example
Tel: +47 55 50 12 34
+47 55 50 12 34
Media contact: Ann Poe, press@acme.example
Ann Poe, Acme Corp., (555) 010-0199, press@acme.example
For more information, visit www.acme.example
For media enquiries, please contact Ann Poe at press@acme.example.
FOR IMMEDIATE RELEASE
Press release
# # #
-30-
- ENDS -"""


@pytest.mark.parametrize("line", BOILERPLATE.splitlines())
def test_lines_around_the_story_are_found_whole(line):
    for text in (f"{STORY}\n\n{line}", f"{STORY}\n{line}\n{STORY}", f"  {line}  \n\n{STORY}"):
        assert [text[start:end] for start, end in find_boilerplate(text)] == [line]


STORY_LINES = """\
He told reporters to “share this” with friends on Facebook.
Share this burden, the minister told the allies, or lose the war.
Share prices fell on Monday after the bank raised rates.
Copyright law was changed in 2019 to protect musicians.
Copyright holders sued the site on Monday.
Read more books, the minister told pupils at the school in Leeds.
Related deaths rose to 12, the ministry said on Monday.
Related: the two cases share a lawyer, the court was told on Monday.
Sign up for military service has fallen by a third since May, the army said.
Advertisement revenue fell 12 percent.
Follow the money, she said, on Twitter and elsewhere.
Click here to donate, the fake page said, and thousands did so before police took it down.
Reporting by local media suggested that 12 people died.
We use cookies and bread for the tea, the baker said, and you will love it.
Facebook, Twitter and Google were fined on Monday.
Get the vaccine to your inbox is how scammers began their mails.
Editing by committee is a slow process, the author said.
By using cookies and trackers, the company violated its privacy policy, the regulator said.
Most read the verdict as a defeat for the government.
Save the story for later, she joked as the judge frowned.
Reporting by Norra showed that 12 people died.
Written by hand, the letter was read in court.
Photos by the dozen were burnt.
Contact with the ship was lost at noon.
Ann Poe contributed 12 goals to the title.
Contacts between the two sides broke off
For more information the police asked the neighbours.
The hotline is +47 55 50 12 34, the police said.
2026-03-12
12.03.2026
2 345 678
Ann Poe, 1931-2026
The end
30
Media
Contacts"""


@pytest.mark.parametrize("line", STORY_LINES.splitlines())
def test_a_sentence_of_the_story_is_never_swallowed(line):
    assert find_boilerplate(f"{STORY}\n\n{line}\n\n{STORY}") == []


def test_a_credit_line_that_is_wrapped_is_one_piece():
    credit = "(Reporting by Jane Doe in Port Ellen;\nEditing by John Roe)"
    text = f"{STORY}\n\n{credit}\n"
    assert [text[start:end] for start, end in find_boilerplate(text)] == [credit]


@pytest.mark.parametrize(
    "block",
    [
        "Media contact:\nAnn Poe\nAcme Corp.\n+47 55 50 12 34\npress@acme.example",
        "Contacts\nAnn Poe, press@acme.example",
        "Ann Poe\npress@acme.example",
        "PRESS CONTACT\nTel. 55 50 12 34",
    ],
)
def test_a_block_of_contacts_goes_with_its_heading_and_names(block):
    text = f"{STORY}\n\n{block}\n\n{STORY}"
    assert [text[start:end] for start, end in find_boilerplate(text)] == block.split("\n")


def test_a_heading_of_contacts_goes_with_the_block_below():
    text = f"{STORY}\n\nMedia contacts\n\nAnn Poe, press@acme.example\n"
    assert [text[start:end] for start, end in find_boilerplate(text)] == [
        "Media contacts",
        "Ann Poe, press@acme.example",
    ]


def test_a_headline_above_an_address_is_no_name_among_contacts():
    text = f"Harbour Bridge Closes\nhttps://courier.example/1\n\n{STORY}"
    assert [text[start:end] for start, end in find_boilerplate(text)] == ["https://courier.example/1"]


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Ann Poe in Lviv; Editing by Bill Moe)",
        "[Additional reporting by Ann Poe]",
        "Reporting by Ann Poe; Editing by Bill Moe",
        "Reporting by Ann Poe and Tom Roe in Lviv; Writing by Bill Moe; Editing by Kari Holm.",
    ],
)
def test_credits_that_close_the_last_paragraph_are_no_part_of_it(credit):
    text = f"{STORY}\n\n{STORY} {credit}\n"
    assert [text[start:end] for start, end in find_boilerplate(text)] == [credit]


@pytest.mark.parametrize(
    "end", ["It was edited by Ann Poe.", "(Ann Poe was reporting by radio.)", "Editing by Ann Poe helped."]
)
def test_a_last_sentence_is_no_credit(end):
    assert find_boilerplate(f"{STORY}\n\n{STORY} {end}") == []


BODY = "The mayor spoke on the pier. “We will rebuild the bridge before the winter comes,” said Una Finch. “Nobody knows how.”"


@pytest.mark.parametrize(
    "pulled",
    [
        "“We will rebuild the bridge before the winter comes”",
        "We will rebuild the bridge before the winter comes",
        "> “We will rebuild the bridge before the winter comes.”",
        "“We will rebuild the bridge before the winter comes” — Una Finch",
        "“We will rebuild the bridge before the winter comes”\n— Una Finch, mayor of Port Ellen",
        "“We will rebuild the bridge before the winter comes”\n\n– Una Finch",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_pull_quote_that_repeats_the_body_goes(pulled, place):
    text = f"{STORY}\n\n{pulled}\n\n{BODY}" if place == "before" else f"{STORY}\n\n{BODY}\n\n{pulled}\n\n{STORY}"
    assert [text[start:end] for start, end in find_boilerplate(text)] == [line for line in pulled.split("\n") if line]


def test_straight_marks_pull_quotes_too():
    body = BODY.replace("“", '"').replace("”", '"')
    text = f'{STORY}\n\n"We will rebuild the bridge before the winter comes"\n\n{body}'
    assert len(find_boilerplate(text)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "“We will rebuild the bridge before the summer comes”",
        "“We will rebuild it”",
        "“We will rebuild the bridge before the winter comes,” said Una Finch.",
        "The mayor spoke on the pier.",
        "The mayor spoke on the pier at noon, as she does",
    ],
)
def test_what_says_something_else_or_is_quoted_by_nobody_stays(line):
    assert find_boilerplate(f"{STORY}\n\n{line}\n\n{BODY}") == []


def test_the_first_line_is_never_a_pull_quote():
    assert find_boilerplate(f"“We will rebuild the bridge before the winter comes”\n\n{BODY}") == []


def test_the_same_quotation_twice_is_kept_twice_where_each_stands_alone():
    line = "“We will rebuild the bridge before the winter comes”"
    assert find_boilerplate(f"{STORY}\n\n{line}\n\n{STORY}\n\n{line}") == []


def test_nothing_is_boilerplate_when_nothing_else_is_there():
    assert find_boilerplate("Share this article\n\nAdvertisement\n") == []


@given(st.lists(st.sampled_from([*BOILERPLATE.splitlines(), *STORY_LINES.splitlines(), "", "  ", "\r"])).map("\n".join))
def test_boilerplate_is_sorted_disjoint_and_trimmed(text):
    at = 0
    for start, end in find_boilerplate(text):
        assert at <= start < end
        assert text[start:end] == text[start:end].strip()
        at = end


@pytest.mark.parametrize(
    "unit",
    [
        'a"',
        " ",
        "(",
        "Share this article ",
        "![",
        "a\n",
        "\n",
        "KYIV - ",
        "A —",
        "(Reporting by ",
        "A-",
        "A, ",
        "Reporting by A; ",
        "+47 ",
        "a@b.",
        "“A b c d e f g h i j”\n",
        "“A b c d e f g” ",
    ],
)
def test_hostile_text_costs_linear_time(unit):
    assert_linear(lambda text: (find_boilerplate(text), find_dateline(text)), unit, 100_000)
