"""What stands in the text and is no article: share bars, copyright lines, credits, contacts, pull quotes.

Precision comes first: a line is boilerplate only when the whole of it looks like nothing else.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nutgraf.article.text.blocks import Offsets, blocks
from nutgraf.article.text.contacts import is_contact, is_heading, is_name, is_sign
from nutgraf.article.text.credits import credit_at_the_end, is_credit
from nutgraf.article.text.pullquotes import find_pull_quotes
from nutgraf.lazily import pattern

_LONGEST = 400
_LAST_LINES = 3
"""Where credits may close a paragraph."""
_SERVICES = (
    r"(?:Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|Reddit|Pinterest|Instagram|Threads|Bluesky|Mastodon|YouTube|TikTok|Flipboard|"
    r"Email|E-mail|Messenger|Viber|Google News|Apple News|Tumblr|VK|Pocket|Print|Copy link|Link|SMS)"
)
_STORY = r"(?:article|story|post|page|news|content|video|photo|link|report|via|on|with)"
_WHOLE_LINE = pattern(
    rf"""
    (?:share|tweet|email|e-mail|print|save|bookmark|pin|copy)\s(?:this|the)\s{_STORY}\b[^"“”]{{0,80}}$
    |(?:share|send|post|tweet|follow)(?:\sthis)?\s(?:on|via|to|by|with)\s{_SERVICES}\b[^"“”.]{{0,60}}\.?$
    |share(?:\sthis)?\s*:?\s*(?:{_SERVICES}(?:[\s,|/·•]+(?:and\s|or\s)?|$)){{0,12}}$
    |(?:{_SERVICES}[\s,|/·•]+){{2,12}}(?:{_SERVICES})?$
    |!\[[^\]\n]{{0,300}}\]\([^)\n]{{0,390}}\)(?:\s*!\[[^\]\n]{{0,100}}\]\([^)\n]{{0,200}}\)){{0,3}}$
    |(?:copyright\b|\(c\)\s|©).{{0,390}}$
    |(?:\w[\w.&'’-]*\s){{0,6}}?all\srights\sreserved\b.{{0,200}}$
    |this\smaterial\smay\snot\sbe\spublished,?\sbroadcast\b.{{0,200}}$
    |(?:read|see|watch|listen|learn)\s(?:more|also|next)\s*(?:[:»>→|].{{0,250}}|(?:about|on|at|here|in)\b[^.]{{0,100}}|\.{{0,3}}|…)$
    |(?:also\sread|also\ssee|see\salso|more\son\sthis(?:\sstory)?|more\sfrom\s[^.]{{1,60}}|recommended(?:\sfor\syou|\sstories|\sreading)?)\s*(?::.{{0,250}})?$
    |(?:related(?:\s(?:articles?|stor(?:y|ies)|links?|news|posts?|topics?|content|coverage|reading))?|you\s(?:may|might)\salso\slike|most\s(?:read|popular)|trending(?:\snow)?)\s*(?:[:»>|].{{0,250}})?$
    |(?:sign\sup|subscribe|register)\s(?:(?:here|now|today|free)\s)?(?:for|to|and|here|now|today)\b(?=[^"“”]{{0,200}}\b(?:newsletters?|emails?|e-mails?|inbox|alerts?|updates|channel|podcasts?|subscribers?|access|journalism|daily|weekly|briefing|for\sfree|free\strial|offers)\b)[^"“”]{{0,300}}$
    |(?:get|have)\s(?:the\s|our\s|all\s)[^"“”]{{1,120}}\b(?:in|to)\syour\sinbox(?:\s(?:every|each|daily|weekly|today|now|for|by|with|from|free)\b[^"“”]{{0,100}})?[.!]?$
    |(?:subscribe(?:\s(?:now|today|here))?|sign\sup|sign\sin|log\sin|newsletter|skip\sto\s(?:main\s)?content|back\sto\stop|load\smore|show\s(?:more|less)|leave\sa\scomment|post\sa\scomment|view\scomments|comments?\s?\(\d+\)|loading)\s*[.…!]{{0,3}}$
    |[-–—\[(*\s]{{0,4}}(?:advertisements?|advertising|ad|sponsored(?:\scontent)?|paid\scontent|promoted|story\scontinues\sbelow(?:\sadvertisement)?|(?:article|story)\scontinues\s(?:after|below)[^.]{{0,60}})[-–—\])*\s.]{{0,4}}$
    |follow\s(?:us|me|@?\w{{2,30}}|[A-Z][^.]{{1,60}})\s(?:on|at|via)\s@?{_SERVICES}\b[^"“”]{{0,160}}$
    |(?:like|find|join)\sus\son\s{_SERVICES}\b[^"“”]{{0,160}}$
    |(?:click|tap)\s(?:here|on|the\slink|below)\b[^"“”]{{0,200}}$
    |[(\[]?(?:additional\s|with\s)?(?:reporting|writing|editing|compiled)\s(?:and\s(?:writing|editing)\s)?by:?\s[^"“”]{{2,390}}[)\]]$
    |\(?(?:reporting|writing|editing)(?:\sand\s\w+)?\sby:?\s[A-Z][^"“”]{{2,200}};\s?(?:writing|editing|additional)[^"“”]{{2,200}}\)?$
    |(?:additional\s)?(?:reporting|writing|editing)(?:\sand\s(?:reporting|writing|editing))?\sby:?(?:\s(?-i:[A-Z][\w.'’-]{{1,30}},?|and|in|for)){{1,14}}$
    |our\sstandards:\s.{{0,120}}$
    |(?:we|this\s(?:web)?site|our\s(?:web)?site|our\spartners)\b(?=[^"“”]{{0,120}}\bcookies\b)(?=.{{0,380}}\b(?:improve|enhance|personali[sz]e|analy[sz]e|ensure|accept|consent|agree|browsing|preferences)\b)[^"“”]{{0,390}}$
    |by\s(?:continuing|using|clicking|browsing)\b(?=[^"“”]{{0,200}}\b(?:cookies|privacy\spolicy|terms\sof)\b)[^"“”]{{0,390}}$
    |(?:accept|reject|manage|allow)(?:\sall)?\scookies$|cookie\s(?:policy|settings|preferences|notice)$|privacy\spolicy(?:\W+terms\b.{{0,80}})?$
    |(?:support|donate\sto)\s(?:our|independent|quality)\sjournalism\b[^"“”]{{0,160}}$
    |do\snot\ssell\s(?:or\sshare\s)?my\spersonal\sinformation$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_WORDS = (
    "accept", "additional", "also", "allow", "back", "bookmark", "by", "click", "comment", "compiled", "cookie", "copy", "do",
    "editing", "email", "e-mail", "find", "follow", "get", "have", "join", "learn", "leave", "like", "listen", "load", "log", "manage",
    "more", "most", "newsletter", "our", "pin", "post", "print", "privacy", "read", "recommended", "register", "reject", "related",
    "reporting", "save", "see", "send", "share", "show", "sign", "skip", "subscribe", "support", "tap", "this", "trending", "tweet", "view",
    "watch", "we", "with", "writing", "you",
    "facebook", "twitter", "x", "linkedin", "whatsapp", "telegram", "reddit", "pinterest", "instagram", "threads", "bluesky", "mastodon",
    "youtube", "tiktok", "flipboard", "messenger", "viber", "google", "apple", "tumblr", "vk", "pocket", "link", "sms",
    "!", "(", "[", "©", "copyright", "*", "-", "–", "—", "ad", "sponsored", "paid", "promoted", "article", "story",
)  # fmt: skip
"""What such a line begins with; another one speaks of rights reserved."""
_COPYRIGHT_SENTENCE = pattern(
    r"(?i:copyright)\s(?!©|\(c\)|\d{4}|by\b|[A-Z]|:|\|)|(?i:copyright\s(?:law|act|case|claim|office|infring|bill|holder|owner|rule|trial|suit|protect|reform|board|dispute))"
)
# A line that reports speech is a sentence of the story, whatever it begins with.
_REPORTS = pattern(
    r"\b(?:said|says|told|warned|warns|joked|asked|added|adds|argued|wrote|replied|recalled|court|judge|police)\b",
    re.IGNORECASE,
)
_SURE = pattern(r"[(\[©!]|copyright\b|.{0,60}\ball rights reserved", re.IGNORECASE)
_CREDIT_BLOCK = pattern(
    r"(?:\((?:additional\s)?(?:reporting|writing|editing)\sby\b[^()]{2,390}\)|(?:©|copyright\s(?:©|\(c\)|\d{4}))[^()]{2,390})$",
    re.IGNORECASE,
)


def find_boilerplate(text: str) -> list[Offsets]:
    """Offsets of what is no part of the story: lines, and credits that close a paragraph.

    Sorted, disjoint, without white space around them. Empty when nothing else would be left of the text.
    """
    found: list[Offsets] = []
    lines: list[Offsets] = []
    for block in blocks(text):
        start, end = block[0][0], block[-1][1]
        if 1 < len(block) <= 6 and end - start <= _LONGEST and _CREDIT_BLOCK.match(text[start:end].replace("\n", " ")):
            found.append((start, end))
            continue
        contacts = _contacts(text, block, first=not lines)
        for line in block:
            if line in contacts or _is_boilerplate(text, *line):
                found.append(line)
            else:
                lines.append(line)
    taken = {*found, *_headings(text, lines, found)}
    taken.update(find_pull_quotes(text, lines))
    left = [line for line in lines if line not in taken]
    if not left:
        return []
    for start, end in left[-_LAST_LINES:]:
        if (credit := credit_at_the_end(text[start:end])) is not None:
            taken.add((start + credit, end))
    return sorted(taken)


def _contacts(text: str, block: list[Offsets], *, first: bool) -> set[Offsets]:
    """The lines of a block that say whom to call, with their heading and names; the first block may hold the headline."""
    written = [text[slice(*line)] for line in block]
    ways = [is_contact(words) for words in written]
    if (
        is_heading(written[0])
        and any(ways)
        and all(way or is_name(w) for way, w in zip(ways[1:], written[1:], strict=True))
    ):
        return set(block)
    if (
        not first
        and sum(ways) * 2 >= len(block)
        and all(way or is_name(w) for way, w in zip(ways, written, strict=True))
    ):
        return set(block)
    return {line for line, way in zip(block, ways, strict=True) if way}


def _headings(text: str, lines: list[Offsets], found: list[Offsets]) -> list[Offsets]:
    """The headings of contacts that stand in a block of their own: what comes next is one."""
    ordered = sorted([*lines, *found])
    taken = set(found)
    return [
        line
        for line, below in pairwise(ordered)
        if line not in taken and below in taken and is_heading(text[slice(*line)])
    ]


def _is_boilerplate(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST:
        return False
    if is_sign(text[start:end]) or is_credit(text[start:end]):
        return True
    line = text[start:end].lstrip("#*>•·- \t").rstrip("* \t")
    begins = line.lstrip()[:12].casefold()
    if not (begins.startswith(_FIRST_WORDS) or "reserved" in line.casefold()) or not _WHOLE_LINE.match(line):
        return False
    if line[-1] == "." and _REPORTS.search(line) and not _SURE.match(line):
        return False
    return not _COPYRIGHT_SENTENCE.match(line)
