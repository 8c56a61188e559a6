"""The rules of speech for German, in the order in which they are asked.

Examples read "speaker | cue | content"; " + " parts several, "-" stands for none.
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.rules import Rule
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.scan import Grammar, SpeechRules
from nutgraf.reading.speech.verb_second import nouns, sources, verbs
from nutgraf.reading.speech.verb_second.indirect import goes_on, indirect
from nutgraf.reading.speech.verb_second.phrases import phrase_after
from nutgraf.reading.speech.verb_second.subjects import first_subject


def _asked(frame: Frame) -> int:
    """Cues, verbs whose part stands apart, and words for a source; "nannte" and the like only where a quotation may follow."""
    marks = c.MARKS if frame.low[-1] == ":" else 0
    return c.SAYS | c.TELLS | c.PARTED | c.POSTPOSITION | c.SPEAKS | c.VIEW | c.SPEECH | marks


SPEECH = SpeechRules(
    (
        Rule(
            name="laut",
            opens=("laut", "gemäß", "gemäss"),
            finds=sources.according_to,
            examples={
                "Laut Feuerwehr brannten zwei Schuppen ab.": "Feuerwehr | Laut | brannten zwei Schuppen ab",
                "Der Damm ist laut einem Gutachten der Universität sicher.": "Gutachten der Universität | laut | Der Damm ist + sicher",
            },
            counter=("Die Kinder sangen laut und lange.",),
        ),
        Rule(
            name="nach Angaben",
            opens=("nach", "aus"),
            finds=sources.by_the_word_of,
            examples={
                "Nach Angaben der Werft fehlen 30 Schweißer.": "Werft | Nach Angaben | fehlen 30 Schweißer",
                "Der Fluss steigt nach Einschätzung von Rosa Timm weiter.": "Rosa Timm | nach Einschätzung | Der Fluss steigt + weiter",
            },
            counter=("Der Zug fährt nach Kattmar.", "Nach einer Stunde war der Saal leer."),
        ),
        Rule(
            name="zufolge",
            opens=("zufolge",),
            finds=sources.postposed,
            examples={
                "Einem Bericht zufolge fehlen 30 Schweißer.": "Bericht | zufolge | fehlen 30 Schweißer",
                "Rosa Timm zufolge sank nachts das Schiff „Anker“.": "Rosa Timm | zufolge | sank nachts das Schiff „Anker“",
                "Der Fluss steigt Angaben der Feuerwehr zufolge weiter.": "Feuerwehr | zufolge | Der Fluss steigt + weiter",
            },
        ),
        Rule(
            name="so",
            opens=("so",),
            finds=sources.so,
            examples={
                "„Die Ernte ist verloren“, so der Landwirt.": "Landwirt | so | Die Ernte ist verloren",
                "Die Ernte sei verloren, so Rosa Timm.": "Rosa Timm | so | Die Ernte sei verloren",
            },
            counter=("Es war so kalt wie nie.",),
        ),
        Rule(
            name="wie X mitteilte",
            opens=("wie",),
            finds=sources.as_told,
            examples={
                "Die Ernte ist verloren, wie der Verband mitteilte.": "Verband | mitteilte | Die Ernte ist verloren",
                "Wie Rosa Timm sagte, fehlen 30 Schweißer.": "Rosa Timm | sagte | fehlen 30 Schweißer",
            },
            counter=("Er lief so schnell, wie er konnte.",),
        ),
        Rule(
            name="perfect",
            opens=(c.CUE | c.PARTICIPLE,),
            finds=verbs.perfect,
            examples={"Der Verband hat angekündigt, dass er klagen werde.": "Verband | angekündigt | er klagen werde"},
            counter=("Die Ernte wurde angekündigt.",),
        ),
        Rule(
            name="cited",
            opens=("zitiert", "zitierte", "zitierten"),
            finds=verbs.cited,
            examples={
                "„Die Ernte ist verloren“, wird Rosa Timm im „Boten“ zitiert.": "Rosa Timm | zitiert | Die Ernte ist verloren",
                "„Die Ernte ist verloren“, zitiert die Zeitung den Landwirt.": "Landwirt | zitiert | Die Ernte ist verloren",
            },
            counter=("Die Zeitung zitierte wenig.",),
        ),
        Rule(
            name="with a modal",
            opens=(c.CUE | c.BASE, c.CUE | c.PARTICIPLE),
            finds=verbs.with_modal,
            examples={
                "„Die Ernte ist verloren“, soll Rosa Timm gesagt haben.": "Rosa Timm | gesagt | Die Ernte ist verloren",
                "Rosa Timm wollte nicht ausschließen, dass die Ernte verloren ist.": "Rosa Timm | nicht ausschließen | die Ernte verloren ist",
                "Der Landwirt konnte nicht sagen, wann die Ernte beginnt.": "Landwirt | nicht sagen | wann die Ernte beginnt",
            },
            counter=("Rosa Timm wollte nicht sagen, dass die Ernte verloren ist.",),
        ),
        Rule(
            name="verb and subject",
            opens=verbs.FINITE_CUES,
            finds=verbs.finite,
            examples={
                "Rosa Timm sagte, die Ernte sei verloren.": "Rosa Timm | sagte | die Ernte sei verloren",
                "Die Ernte sei verloren, teilte der Verband mit.": "Verband | teilte der Verband mit | Die Ernte sei verloren",
                "„Die Ernte ist verloren“, klagte der Landwirt.": "Landwirt | klagte | Die Ernte ist verloren",
            },
            counter=(
                "Rosa Timm kündigte einen Zuschuss an, über den der Rat abstimmen soll.",
                "Niemand sagte, dass die Ernte verloren sei.",
            ),
        ),
        Rule(
            name="noun of speech",
            opens=(c.SPEECH, c.VIEW),
            finds=nouns.noun,
            examples={
                "Rosa Timm hegt die Hoffnung, dass die Ernte gut werde.": "Rosa Timm | Hoffnung | die Ernte gut werde",
                "Es blieb bei der Warnung des Landwirts, die Ernte sei verloren.": "Landwirts | Warnung | die Ernte sei verloren",
            },
            counter=("Es gab die Hoffnung, dass die Ernte gut werde.",),
        ),
        Rule(
            name="wants to know",
            opens=("wissen",),
            finds=nouns.wants_to_know,
            examples={
                "Rosa Timm wollte wissen, wann die Ernte beginnt.": "Rosa Timm | wollte wissen | wann die Ernte beginnt"
            },
            counter=("Rosa Timm wollte es wissen.",),
        ),
        Rule(
            name="shows itself",
            opens=("sich",),
            finds=verbs.shows_itself,
            examples={"Rosa Timm zeigte sich „maßlos enttäuscht“.": "Rosa Timm | zeigte sich | maßlos enttäuscht"},
            counter=("Der Hafen zeigte sich am Montag.",),
        ),
        Rule(
            name="holds for",
            opens=("für",),
            finds=verbs.holds_for,
            examples={
                "Rosa Timm hält die Ernte für „verloren“.": "Rosa Timm | hält | verloren",
                "Für heute hielt der Landwirt das für eine „Zumutung“.": "Landwirt | hielt | Zumutung",
            },
            counter=("Rosa Timm hielt sich für „schlau“.", "Rosa Timm sang für „Brot“."),
        ),
        Rule(
            name="wanted to know",
            opens=("wollte", "wollten"),
            finds=nouns.wanted_to_know,
            examples={
                "„Wann beginnt die Ernte?“, wollte Rosa Timm wissen.": "Rosa Timm | wollte Rosa Timm wissen | Wann beginnt die Ernte?"
            },
            counter=("„Die Ernte ist gut“, wollte Rosa Timm sagen.",),
        ),
        Rule(
            name="left open",
            opens=("offen",),
            finds=nouns.left_open,
            examples={
                "Rosa Timm ließ offen, wann die Ernte beginnt.": "Rosa Timm | ließ offen | wann die Ernte beginnt",
                "Wann die Ernte beginnt, ließ der Landwirt offen.": "Landwirt | ließ der Landwirt offen | Wann die Ernte beginnt",
            },
            counter=("Es ist offen, ob die Ernte gut wird.", "Rosa Timm ließ die Tür offen, weil es warm war."),
        ),
        Rule(
            name="predicate",
            opens=tuple(
                "überzeugt zuversichtlich sicher besorgt deutlich klar bedenken verstehen ausdruck aufmerksam"
                " enttäuscht meinung ansicht auffassung gewiss durchblicken wissen verlauten erwartung protokoll".split()
            ),
            finds=nouns.predicate,
            examples={
                "Rosa Timm machte deutlich, dass die Ernte verloren ist.": "Rosa Timm | machte deutlich | die Ernte verloren ist",
                "Rosa Timm ist überzeugt, dass die Ernte gut wird.": "Rosa Timm | ist überzeugt | die Ernte gut wird",
            },
            counter=("Es ist klar, dass die Ernte verloren ist.",),
        ),
        Rule(
            name="any verb beside a quotation",
            opens=(c.VERB | c.PAST, c.VERB | c.THIRD, ","),
            finds=verbs.beside,
            examples={"„Die Ernte ist verloren“, knurrte der Landwirt.": "Landwirt | knurrte | Die Ernte ist verloren"},
        ),
        Rule(
            name="colon",
            opens=(":",),
            finds=verbs.colon,
            examples={
                "Rosa Timm zuckte mit den Schultern: „Die Ernte ist verloren.“": "Rosa Timm | - | Die Ernte ist verloren."
            },
            counter=("Auf der Karte stehen drei Gerichte: Suppe, Fisch und Brot.",),
        ),
    ),
    Grammar(asked=_asked, indirect=indirect, subject=first_subject, phrase=phrase_after, goes_on=goes_on),
)
