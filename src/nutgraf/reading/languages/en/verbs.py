"""The rules of English verb groups and of what joins clauses, in the order in which they are asked.

Examples read "words | kind", " + " between several.
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en import auxiliaries as aux
from nutgraf.reading.languages.en import plain_verbs as plain
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.rules import Rule
from nutgraf.reading.verbs.groups import MARKS, VerbRules, joint

_BE = (c.PRESENT_BE, c.PAST_BE)
_HAVE = (c.HAVE, c.HAD)

VERBS = VerbRules(
    WORDS,
    (
        Rule(
            name="mark",
            opens=tuple(MARKS),
            finds=joint("break", "mark"),
            examples={"The pier sank; nobody saw it.": "; | break"},
        ),
        Rule(
            name="condition",
            opens=("if", "unless"),
            finds=joint("if", "clause"),
            examples={"If it rains, the match will be moved.": "If | if"},
        ),
        Rule(
            name="condition without if",
            opens=("had", "were", "should"),
            finds=aux.inverted,
            examples={"Had the pump run, the mine would have stayed dry.": "Had | if"},
            counter=("The pump had run.", "Were the pumps checked?"),
        ),
        Rule(
            name="word that opens a clause",
            opens=(c.BREAK | c.SUBORDINATES, c.BREAK | c.OPENS_CLAUSE, c.BREAK | c.RELATIVE),
            finds=aux.opener,
            examples={
                "The pier, which opened in May, sank.": "which | break",
                "The club folded because nobody paid.": "because | break",
            },
        ),
        Rule(
            name="conjunction",
            opens=(c.BREAK,),
            finds=joint("break", "joint"),
            examples={"The pier sank and the club folded.": "and | break"},
        ),
        Rule(
            name="is planned to",
            opens=_BE,
            finds=aux.be_planned,
            examples={
                "The trial is set to begin.": "is set to begin | future",
                "The vote is scheduled for Friday.": "is scheduled | future",
            },
            counter=("The delay was due to the storm.", "He was going to the fair."),
        ),
        Rule(
            name="planned for",
            opens=(c.PLANNED_ALONE, "set"),
            finds=plain.planned,
            examples={"A summit scheduled for Friday drew crowds.": "scheduled | future"},
            counter=("The delay due to the storm cost a day.",),
        ),
        Rule(
            name="set for a day",
            opens=(*_HAVE, *_BE, c.SCHEDULES | c.PAST),
            finds=plain.scheduled,
            examples={
                "A hearing has been set for June 4.": "has been set | future",
                "Dockers called a strike for Monday.": "called | future",
                "A vote has been called for 12 November.": "has been called | future",
                "The court has fixed 21 September for its ruling.": "has fixed | future",
            },
            counter=("The union called for calm on Monday.", "The table was set for six."),
        ),
        Rule(
            name="called off",
            opens=(*_BE, *_HAVE),
            finds=plain.called_off,
            examples={
                "The match was called off.": "was called off | cancelled",
                "The town has called off the fair.": "has called off | cancelled",
                "The launch was delayed until Friday.": "was delayed | postponed",
            },
            counter=("The doctor was called.", "The train was delayed."),
        ),
        Rule(
            name="is to",
            opens=_BE,
            finds=aux.be_to,
            examples={
                "The ministers are to meet in Oslo.": "are to meet | future",
                "The hall was to have been sold.": "was to have been sold | unreal_past",
            },
            counter=("The road is to the left.",),
        ),
        Rule(
            name="held on a day to come",
            opens=_BE,
            finds=plain.held_on_a_day,
            examples={"A service is being held on Friday.": "is being held | future"},
            counter=("Divers are searching the lock.",),
        ),
        Rule(
            name="under way",
            opens=_BE,
            finds=aux.under_way,
            examples={
                "Divers are searching the lock.": "are searching | progress",
                "Repairs are still under way.": "are still under way | lasting",
                "The firm is considering a sale.": "is considering | maybe",
            },
        ),
        Rule(
            name="to be",
            opens=_BE,
            finds=aux.be,
            examples={
                "The mayor was arrested.": "was arrested | past",
                "The hall is still unbuilt.": "is still unbuilt | past",
                "The hall was nearly sold.": "was nearly sold | unreal_past",
            },
        ),
        Rule(
            name="has to",
            opens=_HAVE,
            finds=aux.have_to,
            examples={
                "The lift has yet to be installed.": "has yet to be installed | future",
                "The club has to pay.": "has to pay | duty",
            },
        ),
        Rule(
            name="perfect",
            opens=_HAVE,
            finds=aux.have,
            examples={
                "The bank has raised its rates.": "has raised | past",
                "It had been due to open.": "had been due to open | unreal_past",
                "The hall has not yet been sold.": "has not yet been sold | future",
            },
        ),
        Rule(
            name="will be called off",
            opens=(c.WILL,),
            finds=plain.will_be_called_off,
            examples={"The fair will be cancelled.": "will be cancelled | present"},
        ),
        Rule(
            name="will",
            opens=(c.WILL,),
            finds=aux.modal("future"),
            examples={"The court will rule on the case.": "will rule | future"},
            counter=("Will Carter won the race.", "The king signed his will."),
        ),
        Rule(
            name="may",
            opens=(c.MAYBE,),
            finds=aux.modal("maybe"),
            examples={
                "Rain may delay the start.": "may delay | maybe",
                "It could have sunk.": "could have sunk | unreal_past",
            },
            counter=("The king died in May.",),
        ),
        Rule(
            name="must",
            opens=(c.DUTY, "needs"),
            finds=aux.modal("duty"),
            examples={"The town must pay.": "must pay | duty"},
        ),
        Rule(name="does", opens=(c.DO, c.DID), finds=aux.do, examples={"The ship did not sink.": "did not | past"}),
        Rule(
            name="goes on",
            opens=(c.LASTS,),
            finds=plain.lasts,
            examples={
                "Rescue work continues.": "continues | lasting",
                "The tower remains unbuilt.": "remains unbuilt | past",
            },
            counter=("The remains were buried.",),
        ),
        Rule(
            name="goes on and on",
            opens=("goes", "go", "drags", "drag", "rages", "rage", "wears"),
            finds=plain.goes_on,
            examples={"The search goes on.": "goes on | lasting"},
            counter=("The ticket goes on sale.",),
        ),
        Rule(
            name="calls off",
            opens=(c.CANCELS, c.POSTPONES, c.LEAVES_OFF, "called", "calls", "put", "puts", "pushed"),
            finds=plain.calls_off,
            examples={
                "The firm called the merger off.": "called the merger off | cancelled",
                "The league postponed the final.": "postponed | postponed",
                "Rescuers abandoned the search.": "abandoned | cancelled",
            },
            counter=("The driver abandoned the car.", "She put the book back."),
        ),
        Rule(
            name="infinitive",
            opens=("to",),
            finds=plain.infinitive,
            examples={
                "The leaders agreed to meet.": "to meet | future",
                "The board threatened to close the pool.": "to close | maybe",
                "The board decided not to close the pool.": "to close | maybe",
            },
            counter=("He drove to town.", "Voters saw nothing to do."),
        ),
        Rule(
            name="considers",
            opens=(c.WISHES,),
            finds=plain.considered,
            examples={"The board considered selling the hall.": "considered selling | maybe"},
        ),
        Rule(
            name="present of a timetable",
            opens=(c.HAPPENS | c.THIRD, c.HAPPENS | c.BASE, "take", "takes", "come", "comes"),
            finds=plain.timetable,
            examples={
                "Voting ends Sunday.": "ends | future",
                "Tickets go on sale Monday.": "go | future",
                "The ban takes effect on May 1.": "takes | future",
            },
            counter=("The start on Sunday was late.", "Kim opens in March 2015."),
        ),
        Rule(name="says", opens=(c.SAID,), finds=plain.says, examples={"The bank says it is safe.": "says | present"}),
        Rule(
            name="past",
            opens=(c.PAST,),
            finds=plain.past,
            examples={
                "Two drones hit the depot.": "hit | past",
                "The board failed to pay.": "failed to pay | unreal_past",
                "It nearly sank.": "sank | unreal_past",
            },
            counter=("The promised lift is late.", "The red boat is late."),
        ),
    ),
    plain_present=True,
)
