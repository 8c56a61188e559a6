"""Small words of many languages: those that deny, and those by which a quotation is broken off to name its speaker."""

from __future__ import annotations

import re

from nutgraf.checking.place.folding import WORD, folded

_DENYING = frozenset(
    """not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely seldom
    deny denies denied denying refuse refuses refused refusing decline declines declined reject rejects rejected
    fail fails failed failing lack lacks lacked unlikely impossible
    nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder
    ne ni non pas jamais sans aucun aucune rien personne guère
    nunca jamás nadie nada sin ningún ninguna ninguno tampoco não nem sem nunca jamais nenhum nenhuma ninguém
    mai senza né nessuno nessuna niente nulla niet geen nooit niemand niets zonder noch
    inte ej icke aldrig ingen inga inget utan ikke aldri ingenting uden uten ei eivät en emme ette et koskaan
    nie bez żaden nigdy nikt ne není nejsou nikdy bez nem soha nincs senki nélkül nu niciodată fără değil yok asla hayır
    не ни нет без никогда никто ничего нельзя нету ані немає нема ніколи ніхто без ні нічого неможливо нито никога няма
    δεν μην μη όχι ποτέ κανείς τίποτα χωρίς ούτε μήτε δε
    لا لم لن ليس ليست ليسوا لست لسنا ما غير بدون دون بلا كلا نه نیست نمی هرگز نہیں
    לא אין בלי אל אף מעולם לעולם
    नहीं न मत ना कभी बिना না নেই নয় கூடாது இல்லை
    안 못 않 않다 않는다 않았다 않을 않겠다 없다 없는 없이 아니다 아니라 아니""".split()
)
_DENYING_SIGNS = frozenset("不没沒無无未非别別勿莫否")
_DENYING_ENDS = ("n't", "지않", "없다", "없는", "않다", "않는")
_JAPANESE = re.compile(r"ない|ません|なかった|ぬ|ずに|มิ|ไม่")

_SAYING = re.compile(
    r"""(?<!\w)(?:said|says|told|added|asked|replied|wrote|insisted|explained|continued|warned|argued|recalled|noted
    |sagte|sagt|erklärte|meinte|betonte|fügte|schrieb|warnte|räumte|ergänzte|klagte|kritisierte|versicherte|mahnte|antwortete
    |a\ dit|dit|déclaré|affirmé|ajouté|expliqué|explique|assure|estime|souligne|poursuit|répondu|précisé|insisté
    |dijo|preguntó|afirmó|añadió|explicó|declaró|señaló|disse|afirmou|acrescentou|explicou|declarou|ha\ detto|ha\ spiegato|ha\ aggiunto|dice
    |zei|zegt|verklaarde|sade|säger|sa|sagde|sanoi|powiedział|powiedziała|dodał|dodała|řekl|řekla|mondta|dedi|diye\ konuştu
    |сказал|сказала|сказали|заявил|заявила|заявили|ответил|ответила|отметил|отметила|добавил|добавила|подчеркнул|подчеркнула|пояснил|пояснила
    |рассказал|рассказала|сообщил|сообщила|написал|написала|говорит|считает|уверен|уверена
    |сказав|заявив|додав|додала|зазначив|зазначила|підкреслив|розповів|повідомив|повідомила|казав
    |είπε|δήλωσε|τόνισε|πρόσθεσε|ανέφερε|υπογράμμισε|λέει|εξήγησε
    |قال|قالت|صرح|صرحت|أضاف|أضافت|أكد|أكدت|وأضاف|وقال|گفت|אמר|אמרה|הוסיף|कहा|बोले|बताया)(?!\w)
    |说|說|表示|称|指出|强调|言っ|述べ|語っ|話し|말했다|밝혔다|전했다|กล่าว""",
    re.VERBOSE | re.IGNORECASE,
)
_ASIDE = re.compile(
    rf"[—–]\s?(?:{_SAYING.pattern})[^—–«»]{{0,80}}?[—–]|,\s[^\W\d_]{{1,12}}(?:-t)?-(?:il|elle|on|ils|elles)\s[^\W\d_]{{2,12}},",
    re.VERBOSE | re.IGNORECASE,
)
"""Between dashes, verb first, as in Russian and Spanish; between commas and turned round, as in French."""
_GOES_ON = re.compile(r"[,،，、—–-]\W*$")

_TOLD = re.compile(r"[^.!?。！？؟।\n]*[.。।]\s*")
_ENDS = re.compile(r"[.!?。！？؟।]\s+\w")
_LONGEST = 120


def denials(text: str) -> list[str]:
    """The words of a text that deny, folded, in order: enough languages to be careful in, not a grammar."""
    found: list[str] = []
    for match in WORD.finditer(text):
        word = folded(match[0])
        if word in _DENYING or word in _DENYING_SIGNS or word.endswith(_DENYING_ENDS) or word.startswith(("n'", "δε'")):
            found.append(word)
    found.extend(_JAPANESE.findall(text))
    return found


def is_saying(between: str) -> bool:
    """True for words between two quoted pieces that name one speaker in the middle of a sentence: `," he said, "`."""
    return (
        len(between) <= _LONGEST
        and names_speaker(between)
        and bool(_GOES_ON.search(between))
        and not _ENDS.search(between)
    )


def is_told(between: str) -> bool:
    """True for words between two quoted pieces that name one speaker and end their sentence: `," he said. "`."""
    return len(between) <= _LONGEST and bool(_TOLD.fullmatch(between)) and names_speaker(between)


def names_speaker(text: str) -> bool:
    """True for words that say once that someone says something."""
    return len(_SAYING.findall(text)) == 1


def asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the speaker is named inside the marks: `«Мы ждём, — сказал он. — Долго»`, `« Oui, a-t-il dit, et … »`."""
    return [found.span() for found in _ASIDE.finditer(text, start, end)]
