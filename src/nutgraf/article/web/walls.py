"""Pages that stand before an article, or in its place: consent walls, log-ins, captchas, errors, empty shells.

A page is one of these only when most of its text speaks to the visitor about the visit. News about cookies, captchas or
log-ins speaks of others, and passes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

_FROM_A_BROWSER = "save the page from a browser in which you can read the article"
REMEDIES = {
    "consent": f"a consent wall, not the article; agree or refuse in a browser, and {_FROM_A_BROWSER}",
    "log-in": f"a log-in page, not the article; log in, and {_FROM_A_BROWSER}",
    "captcha": f"a check for robots, not the article; {_FROM_A_BROWSER}",
    "script": f"a page that asks for JavaScript, not the article; {_FROM_A_BROWSER}",
    "refused": f"the server's refusal, not the article; {_FROM_A_BROWSER}",
    "missing": "the server's word that there is no such page; look up the address of the article",
}
"""What to tell of each kind: what the page is, and what to do."""

_YOU = r"(?:you|your|you['’]re|ihr|ihre[nrms]?|sie|dich|dein\w{0,2})"
_PAGE = r"(?:page|site|website|article|content|url|link|file|resource|address|document|story|seite|adresse|datei|artikel|inhalt)"
_SIGNS = {
    kind: re.compile(words, re.IGNORECASE | re.VERBOSE)
    for kind, words in {
        "script": r"""
            \b(?:enable|turn\son|activate|allow|switch\son)\s(?:java\s?script|cookies)\b
            |\bjava\s?script\s(?:is|has\sbeen|seems\sto\sbe|appears\sto\sbe)\s(?:currently\s)?(?:disabled|turned\soff|blocked|not\s\w+|required|needed)
            |\b(?:requires?|needs|without)\sjava\s?script\b
            |\byour\s(?:web\s)?browser\s(?:does\snot|doesn['’]t|is\s(?:not|out|un|no|too))
            |\bjava\s?script\b.{0,60}\b(?:aktivier|einschalten|einzuschalten|deaktiviert)|\b(?:aktivier|schalte)\w{0,4}\s(?:sie\s)?(?:bitte\s)?java\s?script
            |\bihr\sbrowser\s(?:unterstützt|ist\sveraltet)""",
        "refused": r"""
            ^(?:http\s)?(?:error\s)?(?:401|403|405|406|410|429|451|50[0-4])\s(?:error|unauthori|forbidden|gone|too\smany|service|bad|gateway|internal|unavailable|access)
            |^(?:access\s(?:is\s|was\s)?(?:denied|blocked|forbidden|restricted)|forbidden|unauthori[sz]ed)\b
            |\baccess\s(?:to\s(?:this|the\srequested)\s[^.]{1,60}\s(?:has\sbeen\s|is\s|was\s)?(?:denied|blocked|forbidden|restricted)|can\s?not\sbe\sgranted)\b
            |\byou\s(?:don['’]t|do\snot)\shave\s(?:permission|access|authori[sz]ation)\b|\byou\sare\s(?:not\sauthori[sz]ed|unable\sto\saccess)\b
            |\b(?:you|ip\saddress|request)\b.{0,20}\s(?:have|has)\sbeen\s(?:temporarily\s)?blocked\b|\btoo\smany\srequests\b
            |\b(?:reference|incident|support|request|event)\s(?:\#|id|number)[:\s]|\bray\sid\b
            |\b(?:not\savailable|unavailable)\sin\syour\s(?:country|region|location)\b|^(?:service\s(?:temporarily\s)?unavailable|bad\sgateway)\b
            |\bserver\s(?:is|was)\s(?:temporarily\s|currently\s)?(?:unable|unavailable|overloaded)\b|\bcould\snot\sverify\sthat\syou\sare\sauthori
            |\bzugriff\s(?:wurde\s|ist\s)?(?:verweigert|gesperrt)\b|\bkeine\s(?:berechtigung|zugriffsrechte)\b""",
        "missing": rf"""
            ^(?:http\s)?(?:error\s)?404\s(?:error|not\sfound|page)|^(?:page\s|file\s|article\s)?not\sfound\b
            |\b{_PAGE}\b[^.]{{0,80}}\b(?:not\sbe\sfound|was\snot\sfound|not\sfound|(?:does\snot|doesn['’]t|no\slonger)\sexists?|no\slonger\savailable|isn['’]t\s(?:here|available)|nicht\sgefunden|nicht\s(?:mehr\s)?(?:vorhanden|verfügbar)|existiert\snicht)
            |^it\s(?:may|might)\shave\sbeen\s(?:re)?moved\b
            |\b(?:can['’]t|can\s?not|couldn['’]t|could\snot|unable\sto)\s(?:seem\sto\s)?find\s(?:the|that|this)\s{_PAGE}
            |\b{_PAGE}\s(?:that\s)?you(?:['’]re|['’]ve|\sare|\shave|\swere)?\s(?:requested|looking\sfor|trying\sto|tried\sto)""",
        "captcha": r"""
            \b(?:verify|prove|confirm|make\ssure|ensure|checking|check)\s(?:if\s|that\s)?you(?:\sare|['’]re)\s(?:a\s|not\sa\s)?(?:human|real|robot|bot|person)
            |\bare\syou\s(?:a\srobot|a\shuman|human)\b|\bi(?:['’]m|\sam)\snot\sa\srobot\b|\b(?:kein|ein)\sroboter\b.{0,20}$
            |\b(?:complete|solve|pass)\s(?:the|this|a)\s(?:security\scheck|captcha|challenge|puzzle)\b
            |\bunusual\s(?:traffic|activity|requests)\b.{0,40}\byour\b|\bchecking\s(?:your\sbrowser|the\ssite\sconnection)|^just\sa\smoment\b
            |\breview\sthe\ssecurity\sof\syour\sconnection\b|\bpress\s(?:and|&)\shold\b|\bddos\sprotection\b
            |\bverif(?:ying|ication)\b.{0,30}\bhuman\b|\bsecurity\sservice\sto\sprotect\b""",
        "consent": r"""
            \bwe\svalue\syour\sprivacy\b|\bbefore\syou\scontinue\b
            |\b(?:we|us|our|wir|unsere?)\b.{0,120}\b(?:cookies|personal\sdata|on\s(?:a|your)\sdevice|your\sconsent|device\sidentifiers|personenbezogene|ihre\sdaten|einwilligung)\b
            |\bby\s(?:clicking|selecting|choosing|pressing|continuing)\b|\bmit\s(?:dem\s)?klick\sauf\b
            |\byou\s(?:can|may)\s(?:change|withdraw|manage|update|review|revoke|adjust|object|refuse)\b.{0,60}\b(?:choices?|consent|preferences|settings|mind|processing)\b
            |\b(?:accept|reject|manage|agree|customi[sz]e|allow)\s(?:all|and|cookies|preferences|options|settings)\b
            |\byour\s(?:choices|preferences|consent|data)\s(?:will|applies|apply|is)\b|\blegitimate\sinterests?\b|^alle[sn]?\s(?:akzeptieren|ablehnen)|\bdatenschutz(?:einstellungen|erklärung)\b""",
        "log-in": r"""
            (?:^|\b(?:please|must|(?:need|have)\sto|or)\s)(?:log|sign)\s?in\b|\bforgot(?:ten)?\s(?:your\s)?password\b
            |\b(?:don['’]t|do\snot|already)\s(?:you\s)?have\san\saccount\b|\balready\s(?:a\s|registered|subscribed)|\bremember\sme\b
            |\b(?:create|register\sfor|open)\s(?:an|a|your)\s(?:free\s)?(?:\w+\s)?account\b|\b(?:e-?mail(?:\saddress)?|username)\s(?:and\s)?password\b
            |\benter\syour\s(?:e-?mail|password|username|user)|\bpasswort\svergessen\b|^(?:bitte\s)?(?:melden\ssie\ssich|jetzt\sanmelden|anmelden|einloggen)\b|\bloggen\ssie\ssich\b""",
    }.items()
}
_TITLES = re.compile(
    r"""(?:(?P<status>(?:http\s)?(?:error\s)?[45]\d\d(?:\serror|(?:\s[:–—-])?\s(?:page\s|file\s)?not\sfound|\sforbidden|\sunauthori[sz]ed|\sgone|\stoo\smany\srequests
        |\s(?:service\s(?:temporarily\s)?|temporarily\s)?unavailable|\sbad\s(?:gateway|request)|\sgateway\stime-?out|\sinternal\sserver\serror|\saccess\sdenied)
        |service\s(?:temporarily\s)?unavailable|bad\sgateway|internal\sserver\serror|too\smany\srequests)
    |(?:error\s)?[45]\d\d|page\snot\sfound|not\sfound|access\sdenied|forbidden|unauthori[sz]ed|just\sa\smoment.{0,3}
    |attention\srequired!?|are\syou\sa\s(?:robot|human)\??|security\scheck|robot\scheck|captcha|before\syou\scontinue.{0,40}
    |(?:please\s)?(?:log|sign)\s?in|privacy\s(?:settings|cent(?:er|re)|consent)|cookie\sconsent|consent|seite\snicht\sgefunden|anmelden|zugriff\sverweigert)
    (?:\s?[|·:–—-]\s?[^|]{1,40})?$""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESSED = re.compile(rf"\b(?:{_YOU}|please|bitte|we|our|us|wir|uns|unsere?\w?)\b", re.IGNORECASE)
_OF_THE_VISIT = re.compile(
    r"\b(?:browser|cookies?|(?:web)?sites?|page|account|password|connection|security|robots?|bots?|device|data|partners|vendors|privacy|"
    r"consent|access(?:ing)?|log\s?in|sign\s?in|javascript|url|address|link|blocked|automated|search|home\s?page|reload|refresh|"
    r"try\sagain|seite|zugang|konto|daten|einstellungen|zurück)\b",
    re.IGNORECASE,
)
# Whoever is reported on is no visitor: such a sentence belongs to a story.
_REPORTED = re.compile(
    r"\b(?:said|says|told|according\sto|announced|reported|wrote|ruled|fined|accused|researchers?|regulators?|court|ministry|sagte|laut|teilte|berichtete|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|percent|prozent|million|euros?)\b",
    re.IGNORECASE,
)
_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"\w{0,30}Article"')
_CHALLENGES = re.compile(
    r"challenge-platform|cf-challenge|cf-turnstile|g-recaptcha|h-captcha|px-captcha|captcha-delivery|_Incapsula_Resource"
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_LONGEST = 8_000
_LONGEST_OF_A_FORM, _LONGEST_OF_AN_ERROR = 600, 200
_STRONG, _IN_ALL = 0.3, 0.5
"""Shares of the text: of what only a wall says, and of that with all that speaks to the visitor about the visit."""
_SURE = 0.9
_LONGEST_TITLE = 300
_LITTLE_STORY = 4


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page shows beside its text."""

    declared: bool
    """It says to machines that it is an article."""
    form: str | None
    """"log-in" where a password is to be entered, "captcha" where a challenge is to be solved."""
    title: str
    """Its title in the browser; the one of its metadata may be another."""
    unscripted: str
    """What it says to visitors without JavaScript."""


def signs_of(tree: Any) -> Signs:
    """The signs of a page."""
    unscripted = " ".join(part.text_content() for part in tree.iter("noscript"))
    title = next((part.text_content() for part in tree.iter("title")), "")
    return Signs(
        title=title[:_LONGEST_TITLE],
        declared=_declares_an_article(tree),
        form=_form_in(tree),
        unscripted=unscripted[:_LONGEST],
    )


def wall_in(text: str, title: str | None, signs: Signs) -> str | None:
    """The kind of wall that a page is (a key of `REMEDIES`), or None for what may be an article.

    Args:
        text: what was found in the page; may be empty.
        title: its title.
        signs: what else it shows.
    """
    found = next((match for name in (title, signs.title) if (match := _TITLES.match((name or "").strip()))), None)
    titled = found[0] if found else ""
    if not text:
        return (_kind_of(titled) if titled else None) or signs.form or _kind_of(signs.unscripted)
    if len(text) > _LONGEST:
        return None
    strong: Counter[str] = Counter()
    weak = total = story = 0
    for sentence in _SENTENCE.findall(text):
        words = sentence.strip()
        total += len(words)
        if _REPORTED.search(words):
            story += len(words)
        elif kind := _kind_of(words):
            strong[kind] += len(words)
        elif _ADDRESSED.search(words) and _OF_THE_VISIT.search(words):
            weak += len(words)
    said = strong.total()
    if signs.declared:
        return strong.most_common(1)[0][0] if said >= _SURE * total else None
    if signs.form and total <= _LONGEST_OF_A_FORM and said + weak >= _STRONG * total:
        return signs.form
    if said + weak < _LITTLE_STORY * story:
        return None
    if found and found["status"] and total <= _LONGEST_OF_AN_ERROR and not story:
        return _kind_of(titled) or "refused"
    if said and (
        said + weak >= _STRONG * total if titled else (said >= _STRONG * total and said + weak >= _IN_ALL * total)
    ):
        return _kind_of(titled) or strong.most_common(1)[0][0]
    return None


def _declares_an_article(tree: Any) -> bool:
    for meta in tree.iter("meta"):
        name, content = meta.get("property") or meta.get("name") or "", (meta.get("content") or "").lower()
        if name == "article:published_time" or (name == "og:type" and content in {"article", "news.article"}):
            return True
    return any(_TYPE.search(script.text or "") for script in tree.iter("script"))


def _kind_of(words: str) -> str | None:
    return next((kind for kind, sign in _SIGNS.items() if sign.search(words)), None)


def _form_in(tree: Any) -> str | None:
    """A password to enter, or a challenge to solve."""
    if any((field.get("type") or "").lower() == "password" for field in tree.iter("input")):
        return "log-in"
    for part in tree.iter("script", "iframe", "div", "form"):
        if _CHALLENGES.search(" ".join(part.get(name) or "" for name in ("class", "id", "src", "action"))):
            return "captcha"
    return None
