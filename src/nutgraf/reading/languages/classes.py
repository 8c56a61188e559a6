"""The word classes that the engine knows: what a row of a language's word table may say of a word.

A class is one bit. A word carries the bits of its classes, of those that hold them (an article is a determiner, a
determiner is a function word) and of the forms in which it may stand; rules ask for bits, never for words.
"""

from __future__ import annotations

BITS: dict[str, int] = {}
"""Each class by its name in a table: its own bit and those of the classes that hold it."""
_HELD: dict[int, int] = {}


def _class(name: str, *within: int) -> int:
    bit = held = 1 << len(BITS)
    for holder in within:
        held |= _HELD[holder]
    BITS[name] = _HELD[bit] = held
    return bit


# Forms: given by the language's rules of inflection, or by the row.
BASE = _class("base")
THIRD = _class("third")  # says
PAST = _class("past")  # said, taken: past and participle
ING = _class("ing")  # saying
PLURAL = _class("plural")
SUBJUNCTIVE = _class("subjunctive")  # sei, habe: of what somebody else says
PARTICIPLE = _class("participle")  # gesagt: of languages where it is no past form
PARTED = _class("parted")  # a finite form of a verb whose first part may stand at the end of its clause: teilte … mit

# Small words.
FUNCTION = _class("function")  # closed classes: no name, and no noun phrase goes on behind one
PRONOUN = _class("pronoun", FUNCTION)  # he, they, who: the subject for somebody
OBJECT = _class("object", FUNCTION)  # him, them
DETERMINER = _class("determiner", FUNCTION)
ARTICLE = _class("article", DETERMINER)
POSSESSIVE = _class("possessive", DETERMINER)
DEMONSTRATIVE = _class("demonstrative", DETERMINER)
QUANTIFIER = _class("quantifier", DETERMINER)  # may be a subject alone: many, some, others
PREPOSITION = _class("preposition", FUNCTION)  # what may open a phrase behind a noun
DEFINITE = _class("definite", PREPOSITION)  # im, zur: a preposition with its article
WHERE = _class("where")  # at, in, outside: something happens at what stands behind it
POSTPOSITION = _class("postposition", FUNCTION)  # zufolge: stands behind its noun
JOINS_NOUNS = _class("joins-nouns", FUNCTION)  # of, for: a noun phrase goes on behind it
CONJUNCTION = _class("conjunction", FUNCTION)
JOINT = _class("joint", CONJUNCTION)  # and, but, then: the subject may be carried across
OPENS_CLAUSE = _class("opens-clause", FUNCTION)  # that, whether, how: a reported clause may begin
THAT = _class("that")  # … and is no part of it
RELATIVE = _class("relative", FUNCTION)  # who, which, whose
DESCRIBES = _class("describes")  # an apposition to a person opens with it: "a", "one of", "aged"
BREAK = _class("break")  # ends the clause of the verb before it
AUXILIARY = _class("auxiliary", FUNCTION)  # finite: is, has, will, can't
NEGATION = _class("negation")  # value: the kind of negation
NOBODY = _class("nobody")  # no, none, neither: the subject is nobody
COMMON = _class("common")  # among the most frequent words of the language: tells it from others

# Auxiliaries by what they say about time.
PRESENT_BE = _class("be-present", AUXILIARY)
PAST_BE = _class("be-past", AUXILIARY)
HAVE = _class("have", AUXILIARY)
HAD = _class("had", AUXILIARY)
DO = _class("do", AUXILIARY)
DID = _class("did", AUXILIARY)
WILL = _class("will", AUXILIARY)
MAYBE = _class("maybe", AUXILIARY)  # would, could, might
DUTY = _class("duty", AUXILIARY)  # must, should, can

# Adverbs and circumstances.
BARE_OBJECT = _class("bare-object")  # behind a verb of speech no clause but an object: so, nothing, more
ADVERBIAL = _class("adverbial")  # opens an adverbial at the head of a sentence
SUBORDINATES = _class("subordinates")  # when, after, because: opens a clause that hangs on another
DIVIDES = _class("divides")  # between a subject and its verb it opens another clause
ADVERB = _class("adverb")
BETWEEN = _class("between", ADVERB)  # may stand between the parts of a verb
POINTS = _class("points")  # tells when: following, same, earlier
PERIOD = _class("period")  # day, week, years
TIME_UNIT = _class("time-unit")  # timex: how TIMEX3 counts in it: "D", "2W", "TM" (a minute)
PART_OF_DAY = _class("part-of-day")  # timex: "TMO"
SEASON = _class("season")  # timex: "SP"
DAY_WORD = _class("day-word")  # today, yesterday; timex: days from today
WEEKDAY = _class("weekday")  # value: days from Monday
MONTH = _class("month")  # value: 1 to 12
CALENDAR = _class("calendar")  # Easter, a.m., GMT: written with a capital, no names

CIRCUMSTANCE = _class("circumstance", FUNCTION)  # where and how something was said: "in a statement", "during a call"
MANNER = _class("manner", FUNCTION)  # the same, only where "that" follows: "for the first time that"
GOES_WITH_VERB = _class("goes-with-verb", FUNCTION)  # out, back: "pointed out", "shot back"

# Verbs.
VERB = _class("verb")
CUE = _class("cue", VERB)  # may report speech or thought
SAYS = _class("says", CUE)  # takes a reported clause with or without "that"
TELLS = _class("tells", CUE)  # takes one behind "that", "whether" and the like only
MARKS = _class("marks", CUE)  # reports only words in quotation marks
SAY = _class("say")  # of these the plainest: say, tell
PLAIN = _class("plain")  # of TELLS: reports a clause without "that" too, where no plain object stands there
OBJECTS = _class("objects")  # of SAYS, PLAIN: may have an object for a clause: "adds support", "found it locked"
GERUND = _class("gerund")  # has a clause without a subject behind it: "admitted taking the money"
ADDRESSES = _class("addresses")  # takes the hearer as its object: "told reporters that"
WARNS = _class("warns")  # may take the hearer as its object: "warned Russia that"
INVERTS = _class("inverts")  # stands before its subject even outside marks: "…, said the bank"
ISSUES = _class("issues")  # makes, gives, publishes a statement
PUTS = _class("puts")  # in "as X put it"
DISCLOSES = _class("discloses")  # behind "did not", "declined to": no comment on what follows
SPEAKS = _class("speaks")  # tells of speech or judgement: what stands in marks near it is no scare quote
THINKS = _class(
    "thinks"
)  # tells of a thought: behind "and" it may be part of what is said: "said she heard it and feared"
COMMENTS = _class("comments")  # a noun that a clause told before is judged by: "a move that surprised her party"
ASKS = _class("asks")
ORDERS = _class("orders")  # orders, requests and urges, with an infinitive: "urged residents to leave"
DENIES = _class("denies")
DOUBTS = _class("doubts")
APPEALS = _class("appeals")  # asks somebody by its preposition: call on, appeal to
ACTS = _class("acts")  # somebody does it, a thing does not: walk, shrug
PERFORMS = _class("performs")  # what stands in marks behind it is a title: sing, play
COMMITS = _class("commits")  # says of its subject what it does or will do: "promised to pay", "claimed to have seen it"
PLANS = _class("plans")  # with an infinitive: what follows lies ahead
HAPPENS = _class("happens")  # in the present tells of what lies ahead: "opens Friday"
SAID = _class("said")  # a verb of speech to the rules of status
CANCELS = _class("cancels")  # what it is told of will not be: cancel, scrap
LEAVES_OFF = _class("leaves-off")  # the same, told of something planned: abandon a search, not a car
POSTPONES = _class("postpones")
SCHEDULES = _class("schedules")  # sets a day for what is to come: "called a rally for Saturday"
WISHES = _class("wishes")  # what it is told of is only thought of: threaten, consider
LASTS = _class("lasts")  # continues, remains, ongoing
PLANNED = _class("planned")  # behind "be": what follows has not happened yet
PLANNED_ALONE = _class("planned-alone", PLANNED)  # even without "be"
IRREGULAR = _class("irregular")  # a past form that ends in no -ed
NO_VERB = _class("no-verb")  # ends in -ed and is no verb
OF_VERBS = NO_VERB - VERB
"""What a verb may be: the classes from `VERB` to `IRREGULAR`."""

# Nouns.
PERSON = _class("person")
BODY = _class("body")
DOCUMENT = _class("document")
SPEECH = _class("speech")  # what is said: claim, reply, warning
VIEW = _class("view")  # "in X's view", "by X's count"
WRITTEN = _class("written")  # a thing that words stand on: sign, banner, message
MODIFIER = _class("modifier")  # stands behind a noun and tells more: "familiar with", "reviewed by"
NOUN = _class("noun")  # of a form that is a cue: a noun as well
TITLE = _class("title")  # stands before a name as an office
HONORIFIC = _class("honorific", TITLE)
MALE = _class("male")  # a form of address or a given name of men
FEMALE = _class("female")
OF_TITLE = _class("of-title")  # may stand before a title and belongs to it: prime, deputy, finance
ADJECTIVE = _class("adjective")  # may stand before a noun for people
EVENT = _class("event")  # something planned or held: match, search, plan
WORK = _class("work")  # film, song, novel: what stands in marks beside it is a title
MAKER = _class("maker")  # who makes works: what stands in marks behind "author of" is a title
ENTITLES = _class("entitles")  # what stands in marks behind it is a title
NAMES = _class("names")  # … is a name: dubbed, christened
NAMES_AS = _class("names-as")  # … behind "as"
ALIAS = _class("alias")
MENTIONED = _class("mentioned")  # words themselves: in "the word “…” is old" nobody says it
SO_CALLED = _class("so-called")  # the writer keeps away from the next words
SMALL = _class("small")  # written small within a title
FORMER = _class("former")  # of a title: no longer held
SENT_TO = _class("sent-to")  # takes "to": ambassador, adviser
RELATIONAL = _class("relational")  # of somebody or something: Sprecher, Chef; a genitive behind it belongs to it
LIKE_NOUN = _class("like-noun")  # by its ending a common noun, and perhaps a name for all that: Kranz
NAMED = _class("named")  # things that have names, which stand in marks behind them: Schiff, Gasthof

# Names.
GIVEN = _class("given")
PLACE = _class("place")  # a place by name
ORGANIZATION = _class("organization")  # a body by name
SEAT = _class("seat", ORGANIZATION)  # … that is called by its house: a place where something only happens there
DEMONYM = _class("demonym")
PARTICLE = _class("particle")  # van, de, bin
BODY_WORD = _class("body-word")  # a name whose last word is this is a body's
TRADE = _class(
    "trade"
)  # what a body deals in or plays, the last word of its name, but a common word or a surname too: Norvik Paper
COMPANY = _class("company")  # a body that trades, whatever its name: firm, carmaker
OPEN_BODY_WORD = _class("open-body-word")  # a body's name goes on behind it: Ministry of …
BODY_OPENER = _class("body-opener")  # a body's name begins with it: Universität, Reederei, FC
PLACE_WORD = _class("place-word")  # street, lake, province
OPENER = _class("opener")  # opens sentences with a capital and is no name
BEFORE_NAME = _class("before-name")  # an opener that may stand before a name without being part of it

# Where sentences end.
NO_END = _class("no-end")  # an abbreviation that ends no sentence: Mr, Gen, vs
BEFORE_NUMBER = _class("before-number")  # … none before a number: No, Sept
MAY_END = _class("may-end")  # … perhaps one: Inc, U.S
CAPITAL_ONLY = _class("capital-only")  # … an abbreviation with a capital alone: Ill, Mass
STARTER = _class("starter")  # with a capital behind such a word it opens a sentence
ZONE = _class("zone")  # behind a.m. and p.m.: EST, Eastern
WITH_MARK = _class("with-mark")  # a name that ends in a mark: Yahoo!

# Numbers. A row gives their value.
CARDINAL = _class("cardinal")
ORDINAL = _class("ordinal")
FRACTION = _class("fraction")  # third, half; value: the number of parts
SCALE = _class("scale")  # multiplies the number before it: thousand, million
SHORT_SCALE = _class("short-scale")  # … written behind digits: bn, m
GROUP = _class("group", SCALE)  # … only where it counts something: score, couple
UNTOLD = _class("untold")  # dozens, thousands
SOME = _class("some")  # before a scale they leave the number untold: several, a few
INDEFINITE = _class("indefinite", ARTICLE)  # the article that may stand for one: a, an

# What numbers count and measure. A row gives the name of the unit, if it is not the word.
PERCENT = _class("percent")
CURRENCY = _class("currency")  # signs and codes before or behind a number; value: ISO 4217
MONEY = _class("money")  # the word behind it
UNIT = _class("unit")  # of measure
LENGTH = _class("length")  # of time
AGE = _class("age")  # behind a length of time makes an age of it: old
AGED = _class("aged")  # before a number …
COUNTED = _class("counted")  # a plural that may be counted, and no rule of inflection gives
UNCOUNTED = _class("uncounted")  # looks like a plural and is none
FUNDS = _class("funds")  # "a million pounds of" it are money: aid, debt
WEIGHS = _class("weighs")  # beside it pounds are a weight
MINUS = _class("minus")  # before a number below zero
UNSURE = _class("unsure")  # perhaps: doubts what stands behind it
ONE_MORE = _class("one-more")  # another: with a unit, one of it
ADDS = _class("adds")  # between a number and what it counts: more, other
BY = _class("by")  # opens what a rate is counted by: per, each
BY_EACH = _class("by-each")  # a rate may be counted by it: "$5 a head"

# What stands around numbers.
BOUND = _class("bound")  # before a number; bound: how exact it is (results.Modifier)
BOUND_BEHIND = _class("bound-behind")  # … behind it: "or more"
SHARE_OF = _class("share-of")  # between two numbers makes a share of them: "one in five"
RANGES = _class("ranges")  # behind it "from 5 to 7" is a range
NUMBERED = _class("numbered")  # a number behind it names: article, flight
ADDRESS = _class("address")  # street, road: the number of a house stands before its name
CLOCK = _class("clock")  # before a time of day: at, until
CONTEST = _class("contest")  # two numbers beside it are a score: win, defeat

# What stands between equals.
COUPLES = _class("couples")  # and: one more stands behind it
