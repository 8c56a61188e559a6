"""What is said in an article, by whom and with what stance: the quotes of a brief, and what reading finds beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from nutgraf.article import Span
from nutgraf.checking.place.lookup import all_of
from nutgraf.checking.rules.force.manner import is_past
from nutgraf.checking.rules.stems import content_stems, stem_set
from nutgraf.checking.speech.grammar import verbs
from nutgraf.checking.speech.names import POSSESSIVE, sentence_numbers
from nutgraf.checking.speech.stance import holds_no, stance_of, stance_of_text, tells_speech
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Attribution, Offsets, less, overlap
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.found import has_group
from nutgraf.results import Quote, Speaker
from nutgraf.results.said import Stance

_HANGING = re.compile(r"\b(?:after|before|while|when|as|because|since|until|although|though)\b")
_LOW = re.compile(r"[^\W\d_]+")
_RELATIVE = re.compile(r", (?:who|which)\b[^,.;]*$")
_AS_HAD = re.compile(r"\bas [^,.;]* (?:expected|predicted|forecast|feared|hoped)$")
"""What somebody had expected, they do not say: "kept its rate, as most economists had expected"."""
_PASSING = re.compile(
    r"[,;:—–] | (?:who|which|whose|where|after|before|while|when|as|because|since|until|although|though|during|provided|if|unless) "
)
"""Where a main clause may end."""
_ASIDE = re.compile(r", ([^\W\d_]+)\b(?:[^,;:]|,(?=\d))*,(?= )")
_CLAUSE = 3
"""Content words of a clause that tells something of its own, its subject among them; "sie erwarte," is none."""
_ALL = 0.9
_NEAR = 40
TOLD = 0.6
"""The share of a text's content words that a reported clause must hold for the text to tell what is reported."""


class Claim(NamedTuple):
    """Something that somebody says: what, by which words, with what stance."""

    content: tuple[Offsets, ...]
    cue: Offsets | None
    speaker: Speaker | None
    stance: Stance
    quote: str | None = None
    """The id of the quote that it is, where the brief has one."""
    told: Attribution | None = None
    """What reading alone found, where the brief has none."""


@dataclass(frozen=True)
class Claims:
    """Everything that is said in an article: the quotes of a brief, and what reading alone finds beside them."""

    reading: Reading
    quotes: Sequence[Quote] = ()

    @cached_property
    def all(self) -> tuple[Claim, ...]:
        """The claims in article order, and what reading took for one though no clause tells it."""
        found = [
            Claim(
                content=tuple((span.start, span.end) for span in quote.content),
                cue=(quote.cue.start, quote.cue.end) if quote.cue else None,
                speaker=quote.speaker,
                stance=quote.stance,
                quote=quote.id,
            )
            for quote in self.quotes
        ]
        taken = {content for claim in found for content in claim.content}
        cues = [claim.cue for claim in found if claim.cue]
        text, language = self.reading.article.text, self.reading.spoken_in
        for told in self.reading.attributions:
            if told.cue is None or not taken.isdisjoint(told.content):
                continue
            if any(overlap(told.cue, cue) for cue in cues):
                continue
            by_cue = stance_of(text[slice(*told.cue)], language) if language.worded else told.stance
            stance = by_cue or "says"
            found.append(Claim(told.content, told.cue, None, stance, told=told))
        return tuple(sorted(found, key=lambda claim: claim.content[0]))

    @cached_property
    def stances(self) -> frozenset[Stance]:
        """The stances that any claim has."""
        return frozenset(claim.stance for claim in self.all)

    @cached_property
    def by_quote(self) -> dict[str, Claim]:
        """The claims that are quotes, by the id of the quote."""
        return {claim.quote: claim for claim in self.all if claim.quote}

    def _is_clause(self, claim: Claim) -> bool:
        """Whether something is told to be so: "conceded defeat after his party lost" reports no loss."""
        if claim.told is None or claim.told.segments or not self.reading.spoken_in.worded:
            return True
        words = self.reading.article.text[slice(*claim.content[0])]
        opens = _HANGING.search(words)
        return has_group(words[: opens.start()] if opens else words) or words.startswith("to ")

    @cached_property
    def _in_sentence(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.all:
            for number in sentence_numbers(self.reading, claim.content):
                found.setdefault(number, []).append(claim)
        return found

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers of the quotes."""
        return tuple(quote.speaker for quote in self.quotes if quote.speaker is not None)

    def speaker_of(self, claim: Claim) -> Speaker | None:
        """Whose claim it is."""
        return self.reading.speaker_of(claim.told) if claim.told else claim.speaker

    def telling(self, text: str, evidence: Sequence[Span], stance: Stance | None = None) -> list[Claim]:
        """The claims (of one stance) whose clause tells what a text tells, among those that stand in its evidence."""
        if stance is not None and stance not in self.stances:
            return []
        near = [claim for span in evidence for claim in self.standing_in(span, stance)]
        if not near:
            return []
        wanted = stem_set(text)
        if not wanted:
            return []
        found: list[Claim] = []
        for claim in dict.fromkeys(near):
            inside = wanted & self.said(claim)
            beside = stem_set(self._beside(claim, evidence))
            if len(inside) >= TOLD * len(wanted) and len(wanted & beside - inside) < len(inside):
                found.append(claim)
        return found

    def tells_main(self, claim: Claim, text: str) -> bool:
        """Whether a text tells the main clause of what is claimed, not what it names in passing: "…, who were withdrawn in 2021"."""
        if not self.reading.spoken_in.worded:
            return not self._tells_behind(claim, text)  # which verb is told, the groups of English don't tell
        main = _main_of(self._without_asides(claim))
        if not has_group(main):
            return False
        wanted, held, whole = stem_set(text), stem_set(main), self.said(claim)
        if held <= wanted and len(whole & wanted) >= _ALL * len(whole):
            return True
        deeds, told = deeds_of(text), deeds_of(main)
        elsewhere = deeds & whole - held
        if deeds and told and deeds.isdisjoint(told):
            return False  # "that Lind, winner of the cup, is banned" says of no victory
        return len(wanted & held) >= TOLD * len(wanted) and not (elsewhere and deeds.isdisjoint(held))

    def tells_deed(self, claim: Claim, text: str) -> bool:
        """Whether a verb that a text tells stands in what is claimed, where both have verbs: who sent ten crates recovered none."""
        deeds = deeds_of(text) if self.reading.spoken_in.worded else frozenset[str]()
        return not deeds or not deeds.isdisjoint(self.said(claim)) or not has_group(self.words_of(claim))

    def tells_in_passing(self, claim: Claim, text: str) -> bool:
        """Whether a verb that a text tells stands behind the main clause of what is claimed: "that she lost, adding that he had paid"."""
        if not self.reading.spoken_in.worded:
            return False
        whole = self._without_asides(claim)
        main, deeds = _main_of(whole), deeds_of(text)
        return bool(deeds & deeds_of(whole[len(main) :])) and deeds.isdisjoint(content_stems(main))

    def names_only(self, claim: Claim, text: str) -> bool:
        """Whether what a text tells is no verb of what is claimed: "he has no injury from his fall" denies no fall."""
        words, deeds = self._without_asides(claim), deeds_of(text)
        if not self.reading.spoken_in.worded:
            return self._tells_behind(claim, text)
        return bool(deeds) and has_group(words) and deeds.isdisjoint(deeds_of(words))

    def _tells_behind(self, claim: Claim, text: str) -> bool:
        """Whether a text tells nothing of the first clause of what is claimed: "the town heard from the paper, that the stop goes"."""
        known = self.reading.spoken_in.words
        lows = _LOW.findall(self.words_of(claim).partition(",")[0].lower())
        first = {stem for low in lows if not known[low] & c.FUNCTION for stem in content_stems(low)}
        return len(first) >= _CLAUSE and first.isdisjoint(content_stems(text))

    def words_of(self, claim: Claim) -> str:
        """What is claimed, in the article's words."""
        return " ".join(self.reading.article.text[low:high] for low, high in claim.content)

    def _without_asides(self, claim: Claim) -> str:
        """What is claimed, less what a participle tells between commas: "the villa, bought in 2020, had been paid for"."""
        return _ASIDE.sub(lambda aside: "" if is_past(aside[1].lower()) else aside[0], self.words_of(claim))

    def stands_beside(self, text: str, telling: Sequence[Claim], evidence: Sequence[Span]) -> bool:
        """True where the cited sentences tell it outside those claims too: then the paper says so itself."""
        wanted = stem_set(text)
        held = [stem_set(self._beside(claim, evidence)) for claim in telling]
        everywhere = [word for word in wanted if all(word in words for words in held)]
        return bool(held) and len(everywhere) >= TOLD * len(wanted)

    def standing_in(self, span: Span, stance: Stance | None = None) -> list[Claim]:
        """The claims (of one stance) of which some content stands in a span, and is a clause."""
        near = (claim for n in self.reading.numbers_of(span.start, span.end) for claim in self._in_sentence.get(n, ()))
        held = dict.fromkeys(claim for claim in near if stance in (None, claim.stance))
        place = span.start, span.end
        return [one for one in held if any(overlap(part, place) for part in one.content) and self._is_clause(one)]

    def cue_of(self, claim: Claim) -> tuple[str, ...]:
        """The stems of the words by which it is claimed."""
        return content_stems(self._cue(claim))

    def _cue(self, claim: Claim) -> str:
        """The words by which it is claimed, of a verb in two parts those two: of "wies das zurück" not what stands between."""
        words = self.reading.article.text[slice(*claim.cue)] if claim.cue else ""
        rules, parts, known = self.reading.spoken_in.verbs, words.split(), self.reading.spoken_in.words
        if rules is None or not rules.second or not parts[1:]:
            return words
        small = c.NEGATION | c.AUXILIARY  # "bestritt das nicht", "ist sich sicher"
        return " ".join(part for part in (parts[0], parts[-1]) if not known[part.lower()] & small) or words

    def said(self, claim: Claim) -> frozenset[str]:
        """The stems of what is claimed."""
        return stem_set(self.words_of(claim))

    def _beside(self, claim: Claim, evidence: Sequence[Span]) -> str:
        """The cited sentences less what is claimed."""
        parts = (part for span in evidence for part in less((span.start, span.end), claim.content))
        return " ".join(self.reading.article.text[low:high] for low, high in parts)

    def is_told_as_speech(self, claim: Claim, text: str) -> bool:
        """True where a text tells that somebody said it: "The minister denied …" is the saying itself."""
        cue = self._cue(claim)
        speaker, language = self.speaker_of(claim), self.reading.spoken_in
        if speaker and speaker.name and is_said_by(text, speaker.name, language.words):
            return True
        if cue and (all_of(cue, text) or not stem_set(cue).isdisjoint(content_stems(text))):
            return True
        return not language.worded and (not language.words.know_speech or tells_speech(text, language.words))

    def is_denial_itself(self, claim: Claim, text: str) -> bool:
        """True where a text tells a denial, and not what is denied: "Ahl ruled out a merger"."""
        if not self.reading.spoken_in.worded:
            return self.is_told_as_speech(claim, text)
        speaker, cue = self.speaker_of(claim), frozenset(self.cue_of(claim))
        last = content_stems(speaker.name)[-1:] if speaker and speaker.name else ()
        main = stem_set(re.split(r",|\b(?:which|but|though|although|while)\b", text)[0])
        office = content_stems(speaker.title) if speaker and speaker.title else ()
        return bool(cue) and any(told and cue.union(told) <= main for told in (last, office))

    def is_sure(self, claim: Claim) -> bool:
        """Whether it is speech by the answer's word too, or of a main clause: "Leeds, who had thought so, signed him" reports nothing,
        nor does what somebody thought.
        """
        if claim.quote or not self.quotes or not claim.cue:
            return True
        at, text = claim.cue[0], self.reading.article.text
        low, known = max(0, at - _NEAR), self.reading.spoken_in.words
        if any(known[word] & c.THINKS for word in text[slice(*claim.cue)].lower().split()):
            return False
        return not (_RELATIVE.search(text, low, at) or _AS_HAD.search(text, low, claim.cue[1]))

    def denied(self, text: str, evidence: Sequence[Span]) -> str | None:
        """Why a text can't stand as a fact: its sentence reports it only to say that somebody denies it."""
        for claim in self.telling(text, evidence, "denies"):
            if self.tells_in_passing(claim, text) or self.names_only(claim, text):
                continue
            if self.stands_beside(text, [claim], evidence):
                continue  # the paper, or somebody, says so there
            language = self.reading.spoken_in
            if holds_no(text, language) and not holds_no(self.words_of(claim), language):
                continue  # the denial in other words
            if not self.is_told_as_speech(claim, text) and stance_of_text(text, self.reading.spoken_in) is None:
                speaker = self.speaker_of(claim)
                who = speaker.name if speaker and speaker.name else "the source"
                return f"the cited sentence says that {who} denies it: tell the denial, or cite who asserts it"
        return None


def _main_of(words: str) -> str:
    """The main clause of what is claimed."""
    return next((words[: one.start()] for one in _PASSING.finditer(words) if has_group(words[: one.start()])), words)


def deeds_of(text: str) -> frozenset[str]:
    """The stems of the verbs that a text tells."""
    return frozenset(stem for low, high in verbs(text) for stem in content_stems(text[low:high]))


def is_said_by(text: str, name: str, known: Words, how: int = c.SAID) -> bool:
    """Whether a text tells that one of this name says something, with a verb of a class: "Malin admitted defeat"."""
    words = text.lower().split()
    last = name.lower().split()[-1]
    at = next((n for n, word in enumerate(words) if POSSESSIVE.sub("", word.strip(_ENDS)) == last.strip(_ENDS)), None)
    return at is not None and any(known[word.strip(_ENDS)] & how for word in words[at + 1 : at + 4])


_ENDS = ",.;:"
