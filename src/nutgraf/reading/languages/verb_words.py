"""Words that carry tense, plans, doubt and negation in English news prose: our own lists."""

from __future__ import annotations


def ordered(words: str) -> list[str]:
    """The words of a list, in its order."""
    return words.split()


def listed(words: str) -> frozenset[str]:
    """The words of a list, as a set."""
    return frozenset(ordered(words))


PRESENT_BE = listed("is are am it's he's she's that's there's they're we're you're i'm isn't aren't")
PAST_BE = listed("was were wasn't weren't")
HAVE = listed("has have hasn't haven't i've we've you've they've")
HAD = listed("had hadn't")
DO = listed("do does don't doesn't")
DID = listed("did didn't")
WILL = listed("will shall won't he'll she'll it'll they'll we'll you'll i'll gonna")
MAYBE = listed("would could may might wouldn't couldn't mightn't he'd she'd it'd they'd we'd")
DUTY = listed("must should can can't cannot shouldn't mustn't needs ought")

PLANNED = listed("expected due scheduled set slated poised likely planned going about ready supposed bound")
"""After a form of "be": what follows has not happened yet."""
PLANNED_ALONE = listed("scheduled slated planned expected due")
"""The same, even where "be" is left out: "a summit planned for Friday"."""
PLAN_VERBS = listed(
    "plan plans planned planning intend intends intended hope hopes hoped hoping aim aims want wants wanted expect expects"
    " seek seeks vow vows vowed promise promises promised threaten threatens threatened prepare prepares prepared agree"
    " agrees agreed decide decides decided offer offers offered ask asked urge urged order ordered invite invited pledge"
    " pledges pledged propose proposes proposed"
)
"""With "to" and a verb: the second verb lies ahead."""

CANCELLED = listed("cancelled canceled scrapped postponed aborted shelved")
GOING_ON = listed("continues continue remains remain keeps ongoing underway")

SAYING = listed(
    "said says say told tells saying announced announces claimed claims denied denies warned warns reported reports stated states"
    " added adds argued argues confirmed confirms explained insisted insists suggested suggests noted tweeted wrote"
    " believes believe thinks think admitted acknowledged revealed testified alleged predicted estimates estimated"
)
"""Verbs that open a report of speech or thought."""

IRREGULAR_PAST = listed(
    "said told took taken went gone came became began begun broke broken brought built bought caught chose chosen cut did done drew"
    " drove fell fallen felt fought found flew flown fled gave given got grew grown had heard held hit kept killed knew known laid"
    " led left lent lost made meant met paid put ran rose risen sank sunk sat saw seen sold sent shot shook shown shut slid"
    " spoke spoken spent stood stole stolen struck swore swept taught thought threw thrown understood won wore wrote written"
    " withdrew withdrawn overthrew overcame burst burnt bore bound drank drunk ate eaten forgot froze frozen hid hidden hung hurt"
    " lit rode rang rung sought sang slept split spread stuck swam tore torn woke undertook upheld beat beaten bred dealt fed"
)
ED_BUT_NO_VERB = listed(
    "united hundred indeed speed need feed seed breed exceed proceed succeed agreed-upon limited so-called armed unmanned alleged"
    " advanced aged beloved crowded detailed experienced sacred talented united wicked naked rugged bed shed red wed sped weed"
    " embed greed creed deed bleed reed steed supposed related"
)
ADVERBS = listed(
    "not never also still now then first finally already soon recently officially reportedly allegedly apparently initially"
    " eventually immediately again currently only even just probably possibly certainly definitely originally previously later"
    " since yet both all once simply formally publicly fully largely mostly nearly almost reluctantly no longer being"
)
"""May stand between the parts of a verb: "will also be held"."""

ARTICLES = listed("the a an his her its their our my your some any no of")
"""After them a past form is an adjective or a noun: "the injured"."""
DETERMINERS = ARTICLES | {"this", "that", "these", "those"}
CLAUSE_WORDS = listed(
    "that which who whom whose when where while although though because but after before since until as and or if unless"
)
CLAUSE_MARKS = frozenset(';:—–"“”()«»')

_NEGATION_KINDS = {
    "not": "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely",
    "denied": "deny denies denied denying denial",
    "refused": "refuse refuses refused refusing refusal decline declined declines declining reject rejects rejected rejecting",
    "failed": "fail fails failed failing failure",
    "lacked": "lack lacks lacked lacking",
    "unable": "unable",
}
NEGATIONS = {word: kind for kind, listed in _NEGATION_KINDS.items() for word in listed.split()}
"""Each negation word and the word that stands for its kind."""
