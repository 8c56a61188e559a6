"""Rules for what a title or point tells as done: by its sentences it must be, and not only wanted, planned or possible."""

from __future__ import annotations

import re
from bisect import bisect_right

from nutgraf.checking.rules.stems import stem
from nutgraf.reading.verbs.groups import cues
from nutgraf.reading.verbs.tense import negations, status_of
from nutgraf.results.happened import Status

_OPEN = re.compile(r"\b(?:may|might|could|would)\b", re.IGNORECASE)
_CERTAIN = re.compile(r"\bwill\b|['’]ll\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:said|announced|confirmed|promised|pledged|vowed|told)\b[^.;:?!]{0,200}?\bwould\b(?! have\b)", re.IGNORECASE
)
_UNSURE = re.compile(r"\b(?:if|unless|could|might|may)\b", re.IGNORECASE)


def made_certain(text: str, evidence: str) -> str | None:
    """A "could" told as a "will"; what somebody "said would" come may be told as what will."""
    if not _CERTAIN.search(text) or _CERTAIN.search(evidence) or not _OPEN.search(evidence):
        return None
    if _ANNOUNCED.search(evidence) and not _UNSURE.search(evidence):
        return None
    return "it says 'will' where the cited sentences only say that it may be"


_TO_COME: frozenset[Status | None] = frozenset({"planned", "hypothetical", "cancelled"})
_CONDITION = re.compile(r"(?:If|Unless)\b[^.!?]*[.!?]?\s*$")
_CALLING_OFF = re.compile(r"\b(?:delay|postpon|cancel|scrap|shelv|abort|abandon|scuttl|halt)|\boff\b", re.IGNORECASE)


def told_at_another_time(text: str, evidence: str) -> str | None:
    """What is to come, or never came, told as done; what is done told as coming."""
    told = status_of(text)
    said = status_of(evidence) if told in _TO_COME or told == "occurred" else None
    if told == "occurred" and said in _TO_COME:
        if (said == "cancelled" and _CALLING_OFF.search(text)) or _told_besides(text, evidence):
            return None
        return f"it tells as done what by the cited sentences is {said}"
    if said == "occurred" and told in _TO_COME and not (told == "hypothetical" and _in_vain(text, evidence)):
        return f"it tells as {told} what by the cited sentences has occurred"
    if told == "planned" and said == "hypothetical" and _CONDITION.match(evidence):
        return "it leaves out the condition of the cited sentence"
    return None


def _in_vain(text: str, evidence: str) -> bool:
    """Whether who failed, or was unable, did not."""
    return "not" in negations(text) and not {"failed", "unable"}.isdisjoint(negations(evidence))


_WORD = re.compile(r"[^\W\d_]+")
_LASTING_KINDS = frozenset({"past", "progress", "lasting", "present"})


def _told_besides(text: str, evidence: str) -> bool:
    """Whether the verb stands beside what is to come, too: "will face them after beating Spain", "a killing will be …"."""
    done = _done(text)
    to_come = [cue for cue in cues(evidence) if cue.negated or cue.kind not in {*_LASTING_KINDS, "break", "if"}]
    starts, ends = (
        [cue.start for cue in to_come],
        [0, *(cue.end + 1 for cue in to_come)],
    )  # and the verb behind "did not"
    return any(
        _verb(word.group()) in done
        for word in _WORD.finditer(evidence)
        if word.start() > ends[bisect_right(starts, word.start())]
    )


def _done(text: str) -> set[str]:
    """Stems of the verbs that a text tells as done; "to cut" is none."""
    past = [cue for cue in cues(text) if cue.kind == "past" and not cue.negated]
    told = [_WORD.findall(text[cue.start : cue.end]) for cue in past if not text[: cue.start].endswith(" to ")]
    return {_verb(words[-1]) for words in told if words}


_PRESENT: dict[str, str] = {
    past: present
    for past, _, present in (
        pair.partition(":")
        for pair in """left:leave withdrew:withdraw withdrawn:withdraw won:win sent:send lost:lose took:take taken:take gave:give given:give
    sold:sell met:meet held:hold paid:pay shot:shoot sank:sink sunk:sink fled:flee struck:strike bought:buy fell:fall fallen:fall
    ran:run kept:keep fought:fight built:build broke:break broken:break stole:steal stolen:steal spent:spend rose:rise risen:rise
    began:begin begun:begin found:find flew:fly flown:fly drove:drive driven:drive sued:sue died:die made:make went:go gone:go
    led:lead brought:bring sought:seek spoke:speak spoken:speak told:tell wrote:write written:write chose:choose chosen:choose""".split()
    )
}


def _verb(word: str) -> str:
    return stem(_PRESENT.get(word.lower(), word))


_SOUGHT = re.compile(
    r"\b(?:(?:will|would|may|might)\s+(?:not\s+)?(?:be\s+)?|(?:fail(?:s|ed)?|refus(?:e|es|ed)|declin(?:e|es|ed)|threaten(?:s|ed)?"
    r"|order(?:s|ed)?|ask(?:s|ed)?|urg(?:e|es|ed)|want(?:s|ed)?|hop(?:e|es|ed)|tr(?:y|ies|ied)|attempt(?:s|ed)?|vow(?:s|ed)?"
    r"|promis(?:e|es|ed)|pledg(?:e|es|ed)|offer(?:s|ed)?|plan(?:s|ned)?|intend(?:s|ed)?|yet)"
    r"(?:\s+[\w'’-]+){0,4}?\s+to\s+(?:be\s+)?)([^\W\d_]+)",
    re.IGNORECASE,
)
_NOT_QUITE = re.compile(
    r"\b(?:nobody|no\s+one|none|almost|nearly)\s+(?:(?:was|were|is|are|has|have|had|been)\s+)*([^\W\d_]+)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bden(?:y|ies|ied|ying)\b[^.,;:!?]*", re.IGNORECASE)


def only_sought(text: str, evidence: str) -> str | None:
    """What was ordered, tried, threatened or denied told as done: "asked the judge to jail him", "the judge jailed him"."""
    done = _done(text)
    if not done:
        return None
    sought = {found.span(1) for found in _SOUGHT.finditer(evidence)}
    if not negations(text) and not _NOT_QUITE.search(text):
        sought |= {found.span(1) for found in _NOT_QUITE.finditer(evidence)}
        for found in _DENIED.finditer(evidence):
            sought |= {word.span() for word in _WORD.finditer(evidence, found.start() + 1, found.end())}
    only = {_verb(evidence[start:end]): evidence[start:end] for start, end in sorted(sought)}
    for word in _WORD.finditer(evidence):
        if word.span() not in sought:
            only.pop(_verb(word.group()), None)
    if told := sorted(done & only.keys()):
        return f"it tells {only[told[0]]!r} as done, which the cited sentences don't say"
    return None
