"""Words inside quotation marks that nobody said: titles of works, nicknames and names, scare quotes. Only where sure."""

from __future__ import annotations

import re
from functools import cache

from nutgraf.reading.parts import NoSpeech, Offsets


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SINGULAR = (
    "film movie book novel memoir song album study single track series show play musical opera documentary article report essay poem "
    "painting episode programme program game exhibition podcast column editorial magazine thesis paper sculpture ballet symphony "
    "sitcom comedy drama sequel trilogy anthology mixtape hit blockbuster soap cartoon comic manga anime ballad hymn anthem"
)
_WORKS = _words(_SINGULAR) | {f"{work}s" for work in _SINGULAR.split()}
_WORK = rf"(?:{'|'.join(_SINGULAR.split())})s?"
# Patterns as text: most articles need none of them, see `_pattern`.
_WORK_BEFORE = rf"\b{_WORK},?\s+(?:(?:is|was|are|were)\s+)?(?:(?:en)?titled\s+|called\s+|named\s+)?$"
_WORK_ABOUT_BEFORE = rf"\b{_WORK}\s+(?:about|on|of)\s+(?:[\w'’-]+\s+){{0,4}}[\w'’-]+,\s+$"
_TITLED_BEFORE = r"\b(?:(?:en|re)?titled|headlined|subtitled)\s+$"
_NAMED_BEFORE = (
    r"\b(?:(?:re|nick|code|co-)?named|nicknamed|code-named|dubbed|christened|aka|a\.k\.a\.|alias|also known as|better known as|"
    r"(?<!was )(?<!is )(?<!been )(?<!were )(?<!are )(?<!he )(?<!she )(?<!they )called),?\s+$"
)
_APPOSITION = (
    rf",?\s+(?:a|an|the|his|her|their|its)\s+(?:[\w'’-]+\s+){{0,3}}?{_WORK}"
    r"(?:[,.]|\s(?:by|about|from|that|which|starring|on|in)\b)"
)
_LETTERS = re.compile(r"[a-z]+")
_WORD_AFTER = re.compile(r"\s+([a-z]+)\b(?!['’])", re.IGNORECASE)
_NAMING = _words(
    "titled entitled retitled headlined subtitled named renamed nicknamed codenamed co-named code-named dubbed "
    "christened aka a.k.a. alias as called was is were are"
)
_SO_CALLED = r"\b(?:so-called|so called|supposed|self-styled|self-described|self-proclaimed|purported)\s+$"
_SMALL = _words(
    "a an and as at but by de del du en for from in into la le nor of on or per so the to up via von vs with y"
)
_KNOWN_AS_BEFORE = r"\b(?:known|nicknamed|referred\s+to)\s+as\s+$"
_POSSESSOR_BEFORE = re.compile(r"['’]s\s+$")
_EXPLAINED_AFTER = re.compile(r"\s+(?:a|an|the)\s+\w")
_TOKEN = re.compile(r"[^\W_][\w'’.&-]*")
_SENTENCE_END = re.compile(r"[a-z)\d]{2}[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z])")
_CLAUSE_STOP = re.compile(r"[.!?;:…]\s")
_SPEECH = _words(
    "say says said saying tell tells told telling call calls called calling describe describes described describing "
    "according ask asks asked asking add adds added adding write writes wrote written writing reply replies replied "
    "state states stated stating statement statements declare declares declared argue argues argued claim claims "
    "claimed claiming insist insists insisted warn warns warned warning accuse accuses accused accusing announce "
    "announces announced explain explains explained note notes noted admit admits admitted deny denies denied "
    "denying criticize criticizes criticized criticise criticises criticised condemn condemns condemned condemning "
    "denounce denounces denounced praise praises praised praising blame blames blamed dismiss dismisses dismissed "
    "dismissing reject rejects rejected label labels labeled labelled labelling brand brands branded refer refers "
    "referred referring characterize characterized characterise characterised urge urges urged demand demands "
    "demanded promise promises promised vow vows vowed pledge pledges pledged comment comments commented commenting "
    "remark remarks remarked quote quotes quoted quoting cite cites cited citing tweet tweets tweeted post posts "
    "posted posting express expresses expressed expressing suggest suggests suggested conclude concludes concluded "
    "believe believes believed believing think thinks thought feel feels felt hope hopes hoped fear fears feared "
    "consider considers considered view views viewed deem deemed deems report reports reported reporting reportedly "
    "allege alleges alleged allegedly assert asserts asserted complain complains complained speech speaking speak "
    "speaks spoke spoken interview interviewed letter email e-mail message messages word words term terms phrase "
    "testify testifies testified testimony acknowledge acknowledged mock mocked hail hailed hails slam slammed "
    "slams blast blasted lament lamented lambast lambasted concede conceded confirm confirmed emphasize emphasized "
    "stress stressed recall recalled joke joked quip quipped shout shouted shouting chant chanted chanting yell "
    "yelled scream screamed cry cried crying whisper whispered proclaim proclaimed predict predicted predicts "
    "reiterate reiterated respond responded response answer answered rule ruled ruling judge judged finding advise "
    "advised recommend recommended propose proposed apologise apologised apologize apologized thank thanked thanks "
    "vowing pledging urging deride derided decry decried find finds portray portrayed portraying liken likened "
    "termed talk talked talks talking mention mentioned mentions plead pleaded pleading charge charged welcome "
    "welcomed boast boasted caution cautioned teased remarking opinion spokesman spokeswoman spokesperson"
)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """A pattern, compiled where an article first needs it: together they would be a good part of the import's time."""
    return re.compile(source, re.IGNORECASE)


def no_speech(text: str, inside: Offsets, outside: Offsets, paragraph: Offsets) -> NoSpeech | None:
    """The reason why these words are surely no speech, if there is one.

    Args:
        text: the article's text.
        inside: the words between the marks.
        outside: the same with the marks.
        paragraph: the paragraph that they stand in.
    """
    if inside[1] - inside[0] > 90:
        return None
    inner = text[slice(*inside)].strip()
    words = _TOKEN.findall(inner.rstrip(".,"))
    if not words or len(words) > 10 or _CLAUSE_STOP.search(inner):
        return None
    titled, few = _is_title_case(words), len(words) <= 3
    if not titled and not few:
        return None
    before = text[max(paragraph[0], outside[0] - 60) : outside[0]]
    after = text[outside[1] : min(paragraph[1], outside[1] + 60)]
    if titled:
        naming = _names_something(before)
        if naming and (_pattern(_WORK_BEFORE).search(before) or _pattern(_TITLED_BEFORE).search(before)):
            return "title"
        if (word := _WORD_AFTER.match(after)) and word[1].lower() in _WORKS:
            return "title"
        # `"Titanic," the film by …`, but not `"Never," the film maker said`.
        if _is_work(after) and not _speech_nearby(text, outside, paragraph):
            return "title"
        if len(words) > 1 and before.endswith(", ") and _pattern(_WORK_ABOUT_BEFORE).search(before):
            return "title"
        named = naming and _pattern(_NAMED_BEFORE).search(before)
        if len(words) <= 5 and (named or _is_nickname(words, before, after)):
            return "name"
    if not few:
        return None
    if words[-1][0].isupper() and before.rstrip().lower().endswith("as") and _pattern(_KNOWN_AS_BEFORE).search(before):
        return "name"
    return _scare(text, inner, outside, paragraph) if all(word[0].islower() for word in words) else None


def _scare(text: str, inner: str, outside: Offsets, paragraph: Offsets) -> NoSpeech | None:
    """A scare quote around up to three words in lower case?"""
    before = text[max(paragraph[0], outside[0] - 60) : outside[0]]
    after = text[outside[1] : min(paragraph[1], outside[1] + 60)]
    if inner[-1] == "," and _POSSESSOR_BEFORE.search(before) and _EXPLAINED_AFTER.match(after):
        return None if _speech_nearby(text, outside, paragraph) else "scare"
    if inner[-1].isalnum() and (
        _pattern(_SO_CALLED).search(before) or (_qualifies(after) and not _speech_nearby(text, outside, paragraph))
    ):
        return "scare"
    return None


def _names_something(before: str) -> bool:
    """Is the last word before the mark one that may bring a title or a name? (A quick look before the slow one.)"""
    last = before.rstrip(" ,\u00a0").rpartition(" ")[2].lower()
    return last in _NAMING or last in _WORKS


def _is_work(after: str) -> bool:
    """`, the film by …`"""
    hinted = not _WORKS.isdisjoint(_LETTERS.findall(after.lower()))
    return hinted and _pattern(_APPOSITION).match(after) is not None


def _is_title_case(words: list[str]) -> bool:
    return not words[0][0].islower() and all(not word[0].islower() or word in _SMALL for word in words[1:])


_NAME_END = re.compile(r"(?:^|\s)[A-Z][\w'’-]+\s$")
_NAME_START = re.compile(r"\s[A-Z][\w'’-]+")


def _is_nickname(words: list[str], before: str, after: str) -> bool:
    """`John "Jack" Smith`"""
    return len(words) <= 2 and bool(_NAME_END.search(before)) and bool(_NAME_START.match(after))


_NOT_A_NOUN = _words(
    "a about after against all also among an and are as at because been before but by can could despite during for "
    "from had has have he her his how if in into is it its like may might more must near not of off on or our over "
    "she should since so than that the their them then there these they this those through to toward towards under "
    "until up upon was were what when where whether which while who whom whose why will with within without would "
    "yet you your"
)
_NEXT_LOWER = re.compile(r"\s([a-z][\w'’-]*)")


def _qualifies(after: str) -> bool:
    """Do the quoted words stand before the noun they qualify (`"green" energy`)? A partial quotation seldom does."""
    found = _NEXT_LOWER.match(after)
    return found is not None and found.group(1) not in _NOT_A_NOUN


def _speech_nearby(text: str, outside: Offsets, paragraph: Offsets) -> bool:
    """Is there any word of speech or judgement in the sentence around the marks?"""
    left = text[max(paragraph[0], outside[0] - 300) : outside[0]]
    right = text[outside[1] : min(paragraph[1], outside[1] + 300)]
    ends = [found.end() for found in _SENTENCE_END.finditer(left)]
    stop = _SENTENCE_END.search(right)
    around = (left[ends[-1] :] if ends else left) + " " + (right[: stop.end()] if stop else right)
    return any(word.lower() in _SPEECH for word in _TOKEN.findall(around))
