"""Content words reduced to stems, so that "attacked" and "attack", "took" and "take" count as one word.

Stems are those of the Snowball algorithm for English (snowballstem.org) by PyStemmer; irregular verbs are a table of our own.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import Stemmer

from nutgraf.reading.numbers.words import ONES, ORDINALS, SCALES, TENS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
_EMPTY = frozenset(
    """a an the this that these those of in on at by to from for with into onto over under after before between during
    against about as and or but nor so if than then when while where who whom whose which what how why is are was were be
    been being am do does did done has have had having will would shall should can could may might must its it he him his
    she her hers they them their theirs we us our you your i me my there here also up down out off no not nor more most
    some any all both each other another such only own same too very just again further once say says said saying via amid
    per s through until because among toward towards without within upon""".split()
)
_NUMERALS = frozenset({*ONES, *TENS, *SCALES, *ORDINALS, "dozen", "half", "halved", "twice"})
_IRREGULAR = {
    form: verb
    for line in """arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bind bound|bite bitten|blow
    blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling
    clung|come came|creep crept|deal dealt|die died dying|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat
    ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade
    forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap
    leapt|learn learnt|leave left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|mistake mistook
    mistaken|overcome overcame|overthrow overthrew overthrown|pay paid|rebuild rebuilt|ride rode ridden|ring rang rung|rise rose
    risen|run ran|say said|sue sued suing|free freed freeing|vie vied vying|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink
    shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|stand
    stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept|swim swam swum|swing swung|take took
    taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tie tied tying|undergo underwent undergone|understand
    understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|weep wept|win won|withdraw
    withdrew withdrawn|withhold withheld|write wrote written|halve half|child children|man men|woman women|foot feet|wife
    wives|tooth teeth|mouse mice""".replace("\n    ", " ").split("|")
    for verb, *forms in [line.split()]
    for form in forms
}


class _Own(threading.local):
    """A stemmer for each thread: PyStemmer's may not be shared."""

    def __init__(self) -> None:
        self.stem = Stemmer.Stemmer("english", 0).stemWord


_own = _Own()


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The word without its ending, the same on both sides of a comparison."""
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    return _own.stem(_IRREGULAR.get(word, word))


def carries_content(word: str) -> bool:
    """False for the small words that any sentence holds."""
    return word.lower() not in _EMPTY


def is_numeral(word: str) -> bool:
    """Whether a lower-case word is a number, which has rules of its own."""
    return word in _NUMERALS or word[:1].isdigit()


@lru_cache(maxsize=1024)
def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry content, as often as they stand there; numbers are left to their own rules."""
    lows = (word.lower() for word in _WORD.findall(text))
    return tuple([stem(low) for low in lows if low not in _EMPTY and not is_numeral(low)])


def share_carried(text: str, other: str) -> float:
    """How many of a text's content-word stems stand in another: 0 to 1; 1 for a text without content words."""
    wanted = content_stems(text)
    given = frozenset(content_stems(other))
    return sum(map(given.__contains__, wanted)) / len(wanted) if wanted else 1.0
