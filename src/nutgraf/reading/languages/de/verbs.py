"""The rules of German verb groups and of what joins clauses, in the order in which they are asked.

Examples read "words | kind", " + " between several; the words are those of the finite verb.
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de import verb_groups as group
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.rules import Rule
from nutgraf.reading.verbs.groups import MARKS, VerbRules, joint

VERBS = VerbRules(
    WORDS,
    (
        Rule(
            name="mark",
            opens=(*MARKS, ","),
            finds=joint("break", "mark"),
            examples={"Der Steg sank; niemand sah es.": "; | break"},
        ),
        Rule(
            name="word that opens a clause",
            opens=(c.SUBORDINATES, c.OPENS_CLAUSE, c.RELATIVE),
            finds=group.opener,
            examples={
                "Der Steg, der im Mai brannte, sank.": "der | break",
                "Wenn es regnet, fällt das Spiel aus.": "Wenn | if",
            },
            counter=("Der Steg sank, die Fähre fuhr weiter.", "Als Trainer sah er den Sieg."),
        ),
        Rule(
            name="conjunction",
            opens=(c.JOINT, c.CONJUNCTION),
            finds=joint("break", "joint"),
            examples={"Der Steg sank und der Verein schloss.": "und | break"},
        ),
        Rule(
            name="hat",
            opens=(c.HAVE, c.HAD),
            finds=group.have,
            examples={
                "Die Bank hat die Zinsen erhöht.": "hat | past",
                "Die Stadt hat das Fest abgesagt.": "hat | cancelled",
                "Die Stadt hat Geld.": "hat | present",
            },
        ),
        Rule(
            name="ist",
            opens=(c.PRESENT_BE, c.PAST_BE),
            finds=group.be,
            examples={
                "Die Fähre ist gesunken.": "ist | past",
                "Das Konzert ist auf Mai verschoben.": "ist | postponed",
                "Eine Brücke ist geplant.": "ist | future",
            },
        ),
        Rule(
            name="wurde",
            opens=(c.DID,),
            finds=group.become,
            examples={"Die Brücke wurde gesperrt.": "wurde | past", "Die Regatta wurde abgesagt.": "wurde | cancelled"},
        ),
        Rule(
            name="wird",
            opens=(c.WILL,),
            finds=group.will,
            examples={
                "Die Schule wird im Mai geschlossen.": "wird | future",
                "Das Gericht wird entscheiden.": "wird | future",
                "Die Brücke wird derzeit repariert.": "wird | progress",
            },
        ),
        Rule(
            name="soll",
            opens=(c.DUTY,),
            finds=group.duty,
            examples={
                "Die Bahn soll 2029 fahren.": "soll | future",
                "Die Stadt muss zahlen.": "muss | duty",
                "Er soll das Geld genommen haben.": "soll | maybe",
            },
        ),
        Rule(
            name="könnte",
            opens=(c.MAYBE,),
            finds=group.maybe,
            examples={"Die Bauern könnten die Straße sperren.": "könnten | maybe"},
        ),
        Rule(
            name="verb",
            opens=(c.VERB | c.PAST, c.VERB | c.THIRD, c.PARTED),
            finds=group.plain,
            examples={
                "Zwei Fähren stießen zusammen.": "stießen | past",
                "Das Fest fällt in diesem Jahr aus.": "fällt | cancelled",
                "Taucher suchen derzeit die Schleuse ab.": "suchen | lasting",
                "Die Messe beginnt am Freitag.": "beginnt | future",
            },
            counter=("Die Stadt hat die Zinsen bestätigt.", "Die Bahn soll fahren."),
        ),
        Rule(
            name="unknown verb",
            opens=(0,),
            finds=group.guessed,
            examples={
                "Der Hafen versandete.": "versandete | past",
                "Die Gemeinde entrümpelt derzeit den Keller.": "entrümpelt | lasting",
            },
            counter=("Die bunte Fahne ist alt.", "Der Brand ist derzeit bekannt."),
        ),
    ),
    second=True,
)
