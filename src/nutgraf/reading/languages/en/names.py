"""The rules of names for English, in the order in which they are asked: whether a word that opens a sentence is one, and of what.

Each rule is asked of every name; examples read "full name | kind", " + " between several.
"""

from __future__ import annotations

from nutgraf.reading.names import find, kinds
from nutgraf.reading.names.find import Names
from nutgraf.reading.rules import Rule

NAMES = Names(
    openings=(
        Rule(
            name="a month or somebody",
            finds=find.a_month,
            examples={"Edna May sang. May left early.": "Edna May | person + Edna May | person"},
            counter=("May was hot.",),
        ),
        Rule(
            name="two capitals",
            finds=find.several_words,
            examples={"Ada Quill sang.": "Ada Quill | person"},
            counter=("Rain fell.",),
        ),
        Rule(
            name="named elsewhere",
            finds=find.named_elsewhere,
            examples={"They met Ada Quill. Quill said no.": "Ada Quill | person + Ada Quill | person"},
            counter=("They met on a quay. Quays are long.",),
        ),
        Rule(
            name="in the table",
            finds=find.in_table,
            examples={"Paris slept.": "Paris | place"},
            counter=("Towns slept.",),
        ),
        Rule(
            name="goes on",
            finds=find.goes_on,
            examples={
                "Bank of Orrin clerks slept.": "Bank of Orrin | organization",
                "Brandt and Sons closed.": "Brandt and Sons | organization",
            },
            counter=("Bank of sand.", "Loaves and fishes sank."),
        ),
        Rule(
            name="age behind it",
            finds=find.aged,
            examples={"Ostrin, 34, sang.": "Ostrin | person"},
            counter=("Monday, 12, and rain.",),
        ),
        Rule(
            name="plain opener", finds=find.plain, examples={"Fishing stopped. Ada Quill sang.": "Ada Quill | person"}
        ),
        Rule(
            name="has or says",
            finds=find.acts,
            examples={"Vexatron's plant burned.": "Vexatron | other", "Vexatron said no.": "Vexatron | organization"},
            counter=("Nobody said no.", "Bread said the sign, and bread it was."),
        ),
    ),
    kinds=(
        Rule(
            name="happens there",
            finds=kinds.housed,
            examples={
                "They met at the White House.": "White House | place",
                "They spoke outside 10 Downing Street.": "Downing Street | place",
            },
            counter=("The White House said no.", "Officials at the White House said no."),
        ),
        Rule(
            name="known",
            finds=kinds.known,
            examples={
                "They flew to Paris.": "Paris | place",
                "It was a slip, The Sun wrote.": "The Sun | organization",
            },
            counter=("They flew to Kattmar.",),
        ),
        Rule(
            name="title before it",
            finds=kinds.titled,
            examples={"They met Mayor Quill.": "Quill | person", "They met Dr. Ada Quill.": "Ada Quill | person"},
            counter=("They met Quill.",),
        ),
        Rule(
            name="words of a body",
            finds=kinds.organized,
            examples={"They sued the Kattmar Bank.": "Kattmar Bank | organization"},
            counter=("They sued Kattmar.",),
        ),
        Rule(
            name="words of a place",
            finds=kinds.placed,
            examples={"They crossed Lake Orrin.": "Lake Orrin | place"},
            counter=("They crossed Orrin.",),
        ),
        Rule(
            name="all capitals",
            finds=kinds.acronym,
            examples={"They asked the KVB.": "KVB | organization"},
            counter=("They asked Kvb.",),
        ),
        Rule(
            name="described",
            finds=kinds.described,
            examples={
                "They met Ostrin Vael, 41, twice.": "Ostrin Vael | person",
                "They met Ostrin Vael, a local fisherman.": "Ostrin Vael | person",
                "Ostrin, 34, said no.": "Ostrin | person",
            },
            counter=("They left Ostrin Vael, a small hamlet.", "The teams are Kattmar, 12, and Orrin, 9."),
        ),
        Rule(
            name="called so",
            finds=kinds.named_so,
            examples={
                "They fled a gang calling itself Ostrin Vael.": "Ostrin Vael | organization",
                "A group known as Ostrin Vael claimed the raid.": "Ostrin Vael | organization",
            },
            counter=("They fled a man known as Ostrin Vael.", "They fled a man calling himself Ostrin Vael."),
        ),
        Rule(
            name="preposition of place",
            finds=kinds.located,
            examples={"They slept near Kattmar.": "Kattmar | place"},
            counter=("They slept for Kattmar.",),
        ),
        Rule(
            name="article before it",
            finds=kinds.with_article,
            examples={
                "Late on, the Vexatron said no.": "Vexatron | organization",
                "They lost the Orrin.": "Orrin | other",
            },
            counter=("They lost Orrin.",),
        ),
        Rule(
            name="says something",
            finds=kinds.speaking,
            examples={
                "So Ostrin Vael said no.": "Ostrin Vael | person",
                "So Vexatron said no.": "Vexatron | organization",
            },
            counter=("So Vexatron burned.",),
        ),
        Rule(
            name="given name",
            finds=kinds.given,
            examples={"They saw Mary Orrin.": "Mary Orrin | person"},
            counter=("They saw Ostrin Vael.",),
        ),
    ),
)
