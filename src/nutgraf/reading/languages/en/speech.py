"""The rules of speech for English, in the order in which they are asked.

Examples read "speaker | cue | content"; " + " parts several, "-" stands for none.
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.rules import Rule
from nutgraf.reading.speech.cue import infinitives, nouns, participles, passives, phrases, verbs
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.first_subject import first_subject
from nutgraf.reading.speech.phrase.noun_phrases import phrase_after
from nutgraf.reading.speech.scan import Grammar, SpeechRules
from nutgraf.reading.speech.told.indirect import indirect_speech


def _asked(frame: Frame) -> int:
    """Cues; "called" and the like only where a quotation may follow, nouns only where their content may."""
    low, colon = frame.low, frame.low[-1] == ":"
    asked = c.SAYS | c.TELLS | (c.MARKS if colon else 0) | c.PUTS * ("it" in low) | c.APPEALS * ("to" in low)
    views = any(map(c.VIEW.__and__, frame.bits))
    owned = views and ("of" in low or any(word.endswith(("'s", "’s")) for word in low))
    return asked | c.SPEECH * (":" in low or "that" in low) | c.VIEW * owned


def _subject(frame: Frame, known: Known) -> Phrase | None:
    return first_subject(frame, len(frame), known, loose=frame.low[-1] == ":")


SPEECH = SpeechRules(
    (
        Rule(
            name="according to",
            opens=("according",),
            finds=phrases.according_to,
            examples={
                "Prices fell in May, according to the bank.": "the bank | according to | Prices fell in May",
                "According to Ann Lee, the mayor, prices fell.": "Ann Lee | According to | prices fell",
                "Half of the herd is gone, according to rangers' logs.": "rangers' logs | according to | Half of the herd is gone",
            },
            counter=("Seats are given according to rank and age.",),
        ),
        Rule(
            name="in the words of",
            opens=("in", "by", "to"),
            finds=phrases.in_the_words_of,
            examples={
                "In the words of Ann Lee, the town is broke.": "Ann Lee | In the words of | the town is broke",
                "To quote Ann Lee, “the town is broke.”": "Ann Lee | To quote | the town is broke.",
                "By forester Ann Lee's count, ninety oaks fell.": "Ann Lee | By forester Ann Lee's count | ninety oaks fell",
            },
            counter=("In the view from the tower the sea is near.",),
        ),
        Rule(
            name="as X put it",
            opens=("as",),
            finds=phrases.as_x_put_it,
            examples={
                "As Ann Lee put it, the road is a river.": "Ann Lee | put it | the road is a river",
                "The road is “a river with cars,” as one driver put it.": "one driver | put it | a river with cars,",
            },
            counter=("As Ann Lee left it, the door fell shut.",),
        ),
        Rule(
            name="no comment",
            opens=(c.SAY, c.DISCLOSES, c.DENIES),
            finds=infinitives.refusal,
            examples={
                "The bank would neither confirm nor deny that it would close.": "The bank | would neither confirm nor deny | it would close",
                "The bank did not say when the branch would open.": "The bank | did not say | when the branch would open",
                "Lee declined to say whether she would run.": "Lee | declined to say | whether she would run",
            },
            counter=("The bank did not say much.",),
        ),
        Rule(
            name="passive",
            opens=(c.CUE | c.PAST,),
            finds=passives.passive,
            examples={
                "The mayor was asked whether the bridge was safe.": "- | asked | whether the bridge was safe",
                "It was reported that the bridge was safe.": "- | reported | the bridge was safe",
                "Drivers were asked to leave the bridge.": "- | asked | to leave the bridge",
                "All nine are safe, as confirmed by Admiral Ann Lee.": "Ann Lee | confirmed | All nine are safe",
            },
            counter=("The letter was sent by mail.",),
        ),
        Rule(
            name="infinitive",
            opens=(c.CUE | c.BASE,),
            finds=infinitives.infinitive,
            examples={
                "Lee went on to say that the bridge was safe.": "Lee | say | the bridge was safe",
                "The diver went on to claim that the bridge was safe.": "The diver | claim | the bridge was safe",
                "The driver took to the radio to call the toll “a theft.”": "The driver | call | a theft.",
            },
            counter=("Lee refused to say that the bridge was safe.", "The bank plans to announce that it will close."),
        ),
        Rule(
            name="wish to know",
            opens=("know", "hear", "learn", "find"),
            finds=infinitives.wish_to_know,
            examples={
                "Divers wanted to know whether the lock would open.": "Divers | wanted to know | whether the lock would open",
                "Lee demanded to know who had sold the bridge.": "Lee | demanded to know | who had sold the bridge",
            },
            counter=("Lee did not want to know who had sold the bridge.", "Lee wanted to know the price."),
        ),
        Rule(
            name="participle",
            opens=(c.CUE | c.ING,),
            finds=participles.participle,
            examples={
                "Lee closed the bridge, saying it was unsafe.": "Lee | saying | it was unsafe",
                "Lee was quoted by Radio Orm as saying that the bridge was unsafe.": "Lee | saying | the bridge was unsafe",
                "The Herald quoted diver Ann Lee as saying the bridge was unsafe.": "Ann Lee | saying | the bridge was unsafe",
                "Divers found a leaflet calling the fall “a prank.”": "a leaflet | calling | a prank.",
            },
            counter=("The rising water is calling for action.",),
        ),
        Rule(
            name="verb and subject",
            opens=(c.CUE | c.BASE, c.CUE | c.THIRD, c.CUE | c.PAST),
            finds=verbs.finite,
            examples={
                "Ann Lee said the bridge was safe.": "Ann Lee | said | the bridge was safe",
                "Ann Lee, who in 2019 said the bridge was safe, resigned.": "Ann Lee | said | the bridge was safe",
                "The toll angered local traders, who said it was too high.": "local traders | said | it was too high",
            },
            counter=("The claim was false.", "No one said that the bridge was safe."),
        ),
        Rule(
            name="any verb beside a quotation",
            opens=(c.VERB | c.PAST, c.VERB | c.THIRD),
            finds=verbs.beside,
            examples={
                "“The bridge is safe,” Ann Lee blurted out.": "Ann Lee | blurted out | The bridge is safe,",
                "“Best day of my life,” whooped Ann Lee.": "Ann Lee | whooped | Best day of my life,",
            },
            counter=("The “bridge” opened by Ann Lee collapsed.",),
        ),
        Rule(
            name="noun of speech",
            opens=(c.SPEECH,),
            finds=nouns.noun,
            examples={
                "Lee's answer was short: “Ask the bridge.”": "Lee | answer | Ask the bridge.",
                "Lee's verdict on the bridge is harsh: “A toy.”": "Lee | verdict | A toy.",
                "The firm dismissed as gossip reports that the bridge was weak.": "The firm | dismissed | the bridge was weak",
            },
            counter=("The claim that won was Lee's.", "Monday's claim that the bridge was “a toy” made news."),
        ),
        Rule(
            name="colon",
            opens=(":",),
            finds=phrases.colon,
            examples={
                "Lee had one wish for the year: “A bridge that holds.”": "Lee | - | A bridge that holds.",
                "ANN LEE: “The bridge is safe.”": "ANN LEE | - | The bridge is safe.",
            },
            counter=("The menu lists three dishes: soup, fish and bread.",),
        ),
    ),
    Grammar(asked=_asked, indirect=indirect_speech, subject=_subject, phrase=phrase_after),
)
