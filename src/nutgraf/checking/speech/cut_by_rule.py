"""What a sentence reports in a language whose small words no rule of cutting knows: as its own rules of speech have it, else whole."""

from __future__ import annotations

from nutgraf.checking.speech.cues import Asked, speaker_places
from nutgraf.checking.speech.references import Told
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution, Offsets
from nutgraf.reading.reading import Reading

_MARKS = ",:–—"


def cut_by_language(reading: Reading, found: Told, asked: Asked, number: int) -> tuple[Told, list[Offsets]]:
    """The reported words of a sentence by the rules of its language; without one the clauses that do not hold the cue, else all."""
    sentence, cue = reading.sentences[number - 1], asked.cue
    whole = sentence.start, sentence.end
    told = found.ruled or _carried(reading, number)
    inside = [place for place in told.content if whole[0] <= place[0] and place[1] <= whole[1]] if told else []
    if told is not None and told.cue and asked.cue_words is None and _is_reported(reading, told.cue, whole[0]):
        return found._replace(ruled=None), [whole]
    if told is not None and inside and not told.segments:
        return found._replace(ruled=told, cue=found.cue or told.cue), inside
    elsewhere = cue is not None and not whole[0] <= cue[0] < whole[1]
    if cue is not None and not elsewhere and not _speaks(reading, cue):
        return found, [whole]
    known = cue is not None and not elsewhere and reading.spoken_in.speech is not None
    if cue is not None and known and (clauses := _beside_cue(reading, cue, whole)):
        return found, clauses
    as_given = asked.cue_words is None and asked.name is not None and not speaker_places(reading, asked.name, number)
    return found._replace(unclear=None if elsewhere or as_given else number), [whole]


def _carried(reading: Reading, number: int) -> Attribution | None:
    """A sentence that goes on with what somebody says, by its mood alone."""
    return next((told for told in reading.reports_in(number) if told.cue is None and not told.segments), None)


def _speaks(reading: Reading, cue: Offsets) -> bool:
    """Whether a cue is more than an auxiliary of what it reports: "sollen" of "Ihm sollen Reisen bezahlt worden sein"."""
    words = reading.article.text[slice(*cue)].lower().split()
    return not all(reading.spoken_in.words[word] & c.AUXILIARY for word in words)


def _is_reported(reading: Reading, cue: Offsets, start: int) -> bool:
    """Whether the verb that is taken for a cue is told by its mood as somebody's word itself: "Sie habe gehofft, es zu schaffen"."""
    words = reading.article.text[start : cue[1]].lower().split()
    return any(reading.spoken_in.words[word.strip(_MARKS)] & c.SUBJUNCTIVE for word in words)


def _beside_cue(reading: Reading, cue: Offsets, whole: Offsets) -> list[Offsets]:
    """The sentence without the stretch between commas that its cue stands in: "Der Damm, so der Wirt, sei alt"."""
    text = reading.article.text
    quoted = [(s.outer_start, s.outer_end) for s in reading.segments_in(reading.numbers_of(*whole))]
    commas = [at for at in range(*whole) if text[at] in _MARKS and not any(low <= at < high for low, high in quoted)]
    before = max((at for at in commas if at < cue[0]), default=whole[0])
    behind = min((at for at in commas if at >= cue[1]), default=whole[1])
    parts = [(whole[0], before), (min(behind + 1, whole[1]), whole[1])]
    kept = [_trimmed(reading, *part) for part in parts if any(map(str.isalnum, text[slice(*part)]))]
    return [part for part in kept if part[0] < part[1]]


def _trimmed(reading: Reading, low: int, high: int) -> Offsets:
    text = reading.article.text
    words = text[low:high]
    low += len(words) - len(words.lstrip(" ,:–—"))
    opener = text[low:high].partition(" ")[0].lower()
    low += len(opener) + 1 if reading.spoken_in.words[opener] & c.THAT else 0
    return low, low + len(text[low:high].rstrip(" ,.:–—"))
