"""Reporting verbs and phrases: the words that tell that something was said, written for this library."""

from __future__ import annotations

from typing import Literal, NamedTuple

CueKind = Literal["say", "that", "quote"]
CueForm = Literal["base", "third", "past", "ing"]


class Cue(NamedTuple):
    """One inflected form of a reporting verb.

    `kind`: *say* takes a reported clause with or without "that"; *that* takes one only behind "that", "whether"
    and the like; *quote* ("called", "hailed") reports only words inside marks. `noun`: the form is a noun as well.
    """

    lemma: str
    kind: CueKind
    form: CueForm
    noun: bool


_SAY = (
    "say said said saying,tell told told telling,add,think thought thought thinking,believe,claim,insist,argue,warn,"
    "state,note,explain,admit,acknowledge,concede,suggest,stress,maintain,contend,allege,assert,"
    "estimate,predict,hope,fear,conclude,comment,remark,observe,write wrote written writing,tweet,reply,"
    "respond,complain,joke,quip,caution,counter,emphasise,emphasize,reiterate,deny,testify,swear swore sworn swearing"
)
_THAT = (
    "show showed shown showing,declare,announce,confirm,report,reveal,disclose,agree,feel felt felt feeling,promise,pledge,vow,affirm,recall,recount,"
    "mention,indicate,inform,assure,remind,advise,notify,ask,inquire,enquire,question,wonder,demand,propose,"
    "recommend,order,guarantee,boast,repeat,confess,profess,proclaim,signal,imply,hint,lament,speculate,reckon,"
    "find found found finding,rule,certify,protest,retort,muse,theorise,theorize,opine,forecast forecast forecast "
    "forecasting,concur,underline,underscore,highlight,clarify,elaborate,reason,post,suspect,threaten,plead,urge"
)
_QUOTE = (
    "call,describe,brand,dub,label,term,slam,condemn,denounce,praise,hail,blast,criticise,criticize,accuse,blame,deride,"
    "dismiss,mock,shout,yell,scream,cry,exclaim,whisper,mutter,murmur,chant,sing sang sung singing,answer,interject,"
    "conceded,tout,welcome,characterise,characterize,refer,read read read reading,continue,begin began begun beginning,"
    "quote,cite,rebuke,caption,title,apologise,apologize,gush,enthuse,marvel,gloat,sneer,grumble,holler,sigh,laugh,snap,scoff,fume,vent,rail,thank,"
    "reject,ridicule,defend,liken,compare,portray,decry,lambast,lambaste,deplore,express,cheer,plead,sum,speak spoke spoken speaking,laud,voice"
)
_NOUNS = frozenset(
    (
        "show shows claim claims state states note notes stress estimate estimates hope hopes fear fears comment comments "
        "remark remarks tweet tweets reply replies joke jokes counter counters report reports promise promises "
        "pledge pledges vow vows question questions demand demands order orders signal signals rule rules "
        "protest protests forecast forecasts highlight highlights point points reason reasons post posts tip tips "
        "suspect suspects hint hints find finds call calls brand brands label labels term terms blame praise cry cries "
        "shout shouts whisper chant chants answer answers quote quotes laugh snap voice voices title titles caption "
        "captions cheer cheers sum sums read reads thought saying warning warnings finding findings writing feeling "
        "meaning reading beginning understanding calling ruling rulings guarantee boast whispers screams cites thanks "
        "welcome teaching blast sigh scream"
    ).split()
)

_VOWELS = "aeiou"


def _inflect(entry: str) -> tuple[str, str, str, str, str]:
    """The base, third person, past, participle and -ing forms of a verb; irregular ones are listed whole."""
    parts = entry.split()
    base = parts[0]
    y = base.endswith("y") and base[-2] not in _VOWELS
    third = base[:-1] + "ies" if y else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    if len(parts) == 4:
        return (base, third, parts[1], parts[2], parts[3])
    stem = base.removesuffix("e")
    if base in {"admit", "quip", "snap", "tip", "dub", "brag", "slam", "concur", "refer"}:
        stem = base + base[-1]
    past = base[:-1] + "ied" if y else stem + "ed"
    return (base, third, past, past, stem + "ing")


def _table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    lists: tuple[tuple[CueKind, str], ...] = (("quote", _QUOTE), ("that", _THAT), ("say", _SAY))
    forms: tuple[CueForm, ...] = ("base", "third", "past", "past", "ing")
    for kind, verbs in lists:
        for entry in verbs.split(","):
            for word, form in zip(_inflect(entry), forms, strict=True):
                table[word] = Cue(entry.split()[0], kind, form, word in _NOUNS)
    return table


CUES: dict[str, Cue] = _table()
"""Every inflected form, lower case, to what it is."""

# These take the hearer as their object: "told reporters that".
ADDRESSING = frozenset("tell inform assure remind advise notify ask urge".split())
# What may open a reported clause.
CLAUSE_OPENERS = frozenset("that whether if how why what where when who which".split())
# Verbs that stand before their subject even outside quotations: "Prices will rise, said the bank."
INVERTING = frozenset(
    "say add write explain warn note report claim argue announce state comment tweet insist predict".split()
)
