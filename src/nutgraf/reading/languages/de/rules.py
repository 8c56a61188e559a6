"""German, whole: its words and its rules."""

from nutgraf.reading.languages.de.dates import DATES
from nutgraf.reading.languages.de.numbers import NUMBERS
from nutgraf.reading.languages.de.speech import SPEECH
from nutgraf.reading.languages.de.verbs import VERBS
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.languages.inflection import Inflection
from nutgraf.reading.languages.language import Language, People
from nutgraf.reading.languages.tables import lists_of
from nutgraf.reading.names.among_nouns import NamesAmongNouns
from nutgraf.reading.names.holders import Holders
from nutgraf.reading.speech.stances import BY_CLASS, Stances

_HOLDERS = Holders(WORDS, lists_of("de"))
LANGUAGE = Language(
    code="de",
    words=WORDS,
    speech=SPEECH,
    stances=Stances(WORDS, BY_CLASS),
    dates=DATES,
    numbers=NUMBERS,
    verbs=VERBS,
    names=NamesAmongNouns(WORDS).find,
    people=People(_HOLDERS.resolve, _HOLDERS.about),
    inflection=Inflection(
        endings="s{0,2}e[nmrs]?|[nr]|s|ern|ens|nen|ns", cut="e[nmrs]?|n|s|ern|nen", changing="aäoöuü"
    ),
    capitals="nouns",
)
