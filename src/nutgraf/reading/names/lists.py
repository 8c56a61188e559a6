"""The words of English that tell names apart, by what they are; those with a row alone, none by its ending."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.forms import with_s
from nutgraf.reading.languages.en.vocabulary import WORDS

ADJECTIVES = WORDS.any_of(c.ADJECTIVE, c.OF_TITLE)
BODY_NOUNS = WORDS.any_of(c.BODY)
CALENDAR = WORDS.any_of(c.CALENDAR, c.WEEKDAY, c.MONTH)
COMMON_OPENERS = WORDS.any_of(c.OPENER)
CUES = WORDS.any_of(c.CUE)
DEMONYMS = WORDS.any_of(c.DEMONYM)
DETERMINERS = WORDS.any_of(c.DETERMINER)
DOCUMENT_NOUNS = WORDS.any_of(c.DOCUMENT)
FUNCTION_WORDS = WORDS.any_of(c.FUNCTION)
GIVEN_NAMES = WORDS.any_of(c.GIVEN)
HONORIFICS = WORDS.any_of(c.HONORIFIC)
MONTHS = WORDS.any_of(c.MONTH)
OPENERS_BEFORE_NAMES = WORDS.any_of(c.BEFORE_NAME)
OPEN_ORGANIZATION_WORDS = frozenset(form for word in WORDS.any_of(c.OPEN_BODY_WORD) for form in (word, with_s(word)))
ORGANIZATION_NAMES = WORDS.any_of(c.ORGANIZATION)
ORGANIZATION_WORDS = WORDS.any_of(c.BODY_WORD)
PARTICLES = WORDS.any_of(c.PARTICLE)
PEOPLE_NOUNS = WORDS.any_of(c.PERSON)
PLACES = WORDS.any_of(c.PLACE)
PLACE_WORDS = WORDS.any_of(c.PLACE_WORD)
SEATS = WORDS.any_of(c.SEAT)
SPEAKING_NOUNS = WORDS.any_of(c.PERSON, c.BODY, c.DOCUMENT)
TRADES = WORDS.any_of(c.TRADE)
TITLES = WORDS.any_of(c.TITLE)
TITLE_MODIFIERS = WORDS.any_of(c.OF_TITLE)
WEEKDAYS = WORDS.any_of(c.WEEKDAY)
