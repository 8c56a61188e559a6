"""German sentences of the press, one construction each: who says what, and what nobody is made to say."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.results import Quote


def line(quote: Quote) -> str:
    speaker = quote.speaker
    who = "-" if speaker is None else speaker.name or (speaker.mention.text if speaker.mention else "-")
    return " | ".join(
        (quote.stance, who, quote.cue.text if quote.cue else "-", " + ".join(s.text for s in quote.content))
    )


def told(text: str) -> list[str]:
    return [line(quote) for quote in nutgraf.read(Article.from_text(text, language="de")).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dem Minister sagte die Polizei, der Damm halte.", "Polizei"),
        ("Der Landrat und die Feuerwehr sagten, der Damm halte.", "Landrat und die Feuerwehr"),
        ("Rosa Timm und Ole Stern sagten, der Damm halte.", "Rosa Timm und Ole Stern"),
        ("Der Vorsitzende des Vereins, der Imker Ole Stern, sagte, der Damm halte.", "Ole Stern"),
        ("Die Sprecherin der Polizei Rosa Timm sagte, der Damm halte.", "Rosa Timm"),
        ("Der Sprecher der Gewerkschaft, Karl Otto, sagte, der Damm halte.", "Karl Otto"),
        ("Gewählt wurde Rosa Timm, die im Mai sagte, der Damm halte.", "Rosa Timm"),
        ("Gewählt wurde eine Ärztin, die im Mai sagte, der Damm halte.", "Ärztin"),
        ("Die Polizei sperrte die Straße und ein Sprecher sagte, der Damm halte.", "Sprecher"),
        ("Die Straße wurde frei und dann sagte die Polizei, der Damm halte.", "Polizei"),
        ("Die Sprecherin von 20 Vereinen sagte, der Damm halte.", "Sprecherin"),
        ("Im Rathaus sagte Bauleiterin Mag. Rosa Timm, der Damm halte.", "Rosa Timm"),
        ("Im Rathaus sagte Bauleiter Dipl.-Ing. Karl Otto, der Damm halte.", "Karl Otto"),
    ],
)
def test_the_subject_of_the_verb_speaks(text: str, speaker: str) -> None:
    (found,) = told(text)
    assert found.split(" | ")[1:] == [speaker, found.split(" | ")[2], "der Damm halte"]
    assert found.split(" | ")[2].startswith("sagte")


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("der Sprecher der Gewerkschaft, Karl Otto", "Karl Otto"),
        ("nach ihm der Landrat", "Landrat"),
        ("in einer Sitzung des Rates der Landrat", "Landrat"),
        ("im Mai 2020 der Landrat", "Landrat"),
        ("in der „Post“ Rosa Timm", "Rosa Timm"),
    ],
)
def test_circumstances_between_verb_and_subject_are_nobody(behind: str, speaker: str) -> None:
    assert told(f"„Der Damm hält“, sagte {behind}.") == [f"says | {speaker} | sagte | Der Damm hält"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rosa Timm sagte, wenn der Regen komme, breche der Damm.", "wenn der Regen komme, breche der Damm"),
        ("Rosa Timm sagte, der Damm halte und die Straße sei frei.", "der Damm halte und die Straße sei frei"),
        ("Rosa Timm sagte, dass der Regen kam und blieb.", "der Regen kam und blieb"),
        ("Rosa Timm sagte, der Damm halte, wie die Zeitung berichtete.", "der Damm halte"),
        ("Rosa Timm sagte, der Damm halte, so die Zeitung.", "der Damm halte"),
        ("Rosa Timm sagte, der Damm halte, hieß es in der Zeitung.", "der Damm halte"),
        ("Rosa Timm sagte, der Damm halte und verließ den Saal.", "der Damm halte"),
        ("Der Damm halte, sagte Rosa Timm", "Der Damm halte"),
        ("Der Damm, das wisse jeder, werde brechen, sagte Rosa Timm.", "Der Damm, das wisse jeder, werde brechen"),
        ("Der Damm, hieß es, werde brechen, sagte Rosa Timm.", "Der Damm, hieß es, werde brechen"),
        ("„Der Damm hält“ sagte Rosa Timm.", "Der Damm hält"),
    ],
)
def test_what_is_said_ends_where_the_reporter_goes_on(text: str, content: str) -> None:
    assert told(text) == [f"says | Rosa Timm | sagte | {content}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Damm, sagte Rosa Timm, sei morsch.", ["says | Rosa Timm | sagte | Der Damm + sei morsch"]),
        ("Rosa Timm ermahnte die Helfer, den Damm zu räumen.", ["orders | Rosa Timm | ermahnte | den Damm zu räumen"]),
        (
            "Von einem „Sieg für den ganzen Deich“ sprach Rosa Timm.",
            ["says | Rosa Timm | sprach | Sieg für den ganzen Deich"],
        ),
        (
            "Rosa Timm sagte dem „Kattmarer Boten“: „Der Damm hält.“",
            ["says | Rosa Timm | sagte | Der Damm hält."],
        ),
        ("„Hält der Damm?“, wollte Rosa Timm wissen.", ["asks | Rosa Timm | wollte Rosa Timm wissen | Hält der Damm?"]),
        (
            "In einem Brief hielt Rosa Timm fest: „Der Damm hält.“",
            ["says | Rosa Timm | hielt Rosa Timm fest | Der Damm hält."],
        ),
        (
            "Die Opposition warf Rosa Timm „Feigheit vor dem Meer“ vor.",
            ["says | Opposition | warf Rosa Timm „Feigheit vor dem Meer“ vor | Feigheit vor dem Meer"],
        ),
        (
            "Die Arbeit am Damm, sagte Rosa Timm, stünde kurz vor dem Ende.",
            ["says | Rosa Timm | sagte | Die Arbeit am Damm + stünde kurz vor dem Ende"],
        ),
        ("Der Rat hielt dagegen, der Damm sei dicht.", ["says | Rat | hielt dagegen | der Damm sei dicht"]),
        ("Rosa Timm führte aus, dass der Damm halte.", ["says | Rosa Timm | führte aus | der Damm halte"]),
        ("„Der Damm hält“, freut sich die Veranstalterin.", ["says | Veranstalterin | freut | Der Damm hält"]),
        ("Rosa Timm zeigte sich „maßlos enttäuscht“.", ["says | Rosa Timm | zeigte sich | maßlos enttäuscht"]),
        ("Gemäss Polizei brach der Damm.", ["says | Polizei | Gemäss | brach der Damm"]),
    ],
)
def test_halves_requests_papers_and_questions(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_a_clause_of_time_before_the_verb_is_not_what_is_said() -> None:
    text = "Als die Polizei kam, sagte der Wirt, das Lokal sei leer."
    assert told(text) == ["says | Wirt | sagte | das Lokal sei leer"]


def test_each_of_two_speakers_has_a_clause_of_their_own() -> None:
    assert told("Der Damm halte, sagte Rosa Timm, und die Straße sei frei, sagte Ole Stern.") == [
        "says | Rosa Timm | sagte | Der Damm halte",
        "says | Ole Stern | sagte | und die Straße sei frei",
    ]


def test_what_is_ordered_or_doubted_is_not_said_to_be_so() -> None:
    assert told("Die Stadt forderte die Anwohner auf, das Wasser abzukochen.") == [
        "orders | Stadt | forderte die Anwohner auf | das Wasser abzukochen"
    ]
    assert told("Rosa Timm bezweifelt, dass der Damm hält.") == ["doubts | Rosa Timm | bezweifelt | der Damm hält"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Der Fahrer hat nach eigenen Angaben geschlafen.",
            "Fahrer | nach eigenen Angaben | Der Fahrer hat + geschlafen",
        ),
        (
            "Nach eigenen Angaben hat der Fahrer geschlafen.",
            "Fahrer | Nach eigenen Angaben | hat der Fahrer geschlafen",
        ),
        ("Nach Polizeiangaben brannte ein Schuppen.", "Polizeiangaben | Nach | brannte ein Schuppen"),
        ("Laut Erik van Dongen hält der Damm.", "Erik van Dongen | Laut | hält der Damm"),
        (
            "Laut einem Bericht des Leiters des Amtes des Kreises hält der Damm.",
            "Bericht des Leiters des Amtes des Kreises | Laut | hält der Damm",
        ),
        ("Der Damm hält, wie gestern berichtet wurde.", "- | berichtet | Der Damm hält"),
        ("Der Damm hält, wie es in einer Mitteilung heißt.", "Mitteilung | heißt | Der Damm hält"),
        ("Der Damm hält, wie es aus dem Ministerium hieß.", "Ministerium | hieß | Der Damm hält"),
        ("Wie es weiter hieß, hält der Damm.", "- | hieß | hält der Damm"),
        ("Der Damm hält, wie die Polizei mitteilte, und die Straße ist zu.", "Polizei | mitteilte | Der Damm hält"),
        ("Die Straße ist zu, laut Polizei aber nur heute.", "Polizei | laut | Die Straße ist zu + aber nur heute"),
        ("Es regnet, laut Feuerwehr hält der Damm.", "Feuerwehr | laut | hält der Damm"),
        ("Es regnet, nach Angaben der Feuerwehr aber hält er.", "Feuerwehr | nach Angaben | aber hält er"),
    ],
)
def test_a_source_beside_a_clause_vouches_for_that_clause(text: str, found: str) -> None:
    assert told(text) == [f"says | {found}"]


def test_two_sources_of_one_sentence_share_nothing() -> None:
    assert told("Die Straße ist zu, wie die Polizei mitteilte, und der Damm hält laut Feuerwehr.") == [
        "says | Polizei | mitteilte | Die Straße ist zu",
        "says | Feuerwehr | laut | und der Damm hält",
    ]


def test_a_noun_that_announces_a_quotation_says_whose_it_is() -> None:
    assert told("Die Warnung der Feuerwehr: „Der Damm bricht.“") == ["says | Feuerwehr | Warnung | Der Damm bricht."]


@pytest.mark.parametrize(
    "text",
    [
        "„Der Damm hält“,",
        "„Der Damm hält“, schimpfte und ging.",
        "„Der Damm hält“ knurrte der Wirt.",
        "Ganz einfach: „Der Damm hält“",
        "Am Montag: „Der Damm hält“",
    ],
)
def test_a_quotation_beside_which_nobody_stands_has_no_speaker(text: str) -> None:
    assert told(text) == ["says | - | - | Der Damm hält"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Damm brach, was die Polizei bestätigte.",
        "Rosa Timm kam gestern an, die sagte, der Damm halte.",
        "Die Polizei und vor allem die Feuerwehr erklärten, der Damm halte.",
        "Die Polizei bestätigte den Fund, um Gerüchte zu beenden.",
        "Der Landrat kündigte Hilfe an, die er selbst bezahlt.",
        "Kein Sprecher sagte, dass der Damm breche.",
        "Die Gäste haben zu sagen, der Damm halte.",
        "Der Sänger Jan Laut trat in Kattmar auf.",
        "Der Chor sang laut.",
        "Nach eigenen Angaben unschuldig.",
        "Nach Angaben, die der Sender prüfte, brannte es im Hafen.",
        "Es war warm, so dass alle badeten.",
        "Der Markt öffnet, so der Rat es will.",
        "Der Damm hält, wie berichtet.",
        "Rosa Timm hegt die Hoffnung, die Brücke hält.",
        "Rosa Timm äußerte Hoffnung, weil der Regen endet.",
        "Rosa Timm ist sicher, weil der Damm hält.",
        "Ganz sicher, dass der Damm hält.",
        "Der Damm hält – sagt Rosa Timm.",
    ],
)
def test_nobody_is_made_to_say_what_no_rule_is_sure_of(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("before", "said_by", "speaker"),
    [
        ("Bürgermeister Karl Otto kam.", "der Bürgermeister", ("Karl Otto", "Bürgermeister")),
        ("Minister Dr. Karl Otto kam.", "der Minister", ("Karl Otto", "Minister")),
        ("Minister Mag. Karl Otto kam.", "der Minister", ("Karl Otto", "Minister")),
        ("Ministerin DDr. Rosa Timm kam.", "sie", ("Rosa Timm", "Ministerin")),
        ("Prof. Dr. Karl Otto kam.", "er", ("Karl Otto", None)),
        ("Ministerpräsident Karl Otto kam.", "der Präsident", ("Karl Otto", "Ministerpräsident")),
        ("Vize-Präsident Karl Otto kam.", "der Präsident", ("Karl Otto", "Vize-Präsident")),
        ("Rosa Timm, die Ministerin für Umwelt, kam.", "die Ministerin", ("Rosa Timm", "Ministerin für Umwelt")),
        ("Rosa Timm, Ministerin für Umwelt, kam.", "die Ministerin", ("Rosa Timm", "Ministerin für Umwelt")),
        ("Karl Otto kam.", "der Minister", (None, None)),
        ("Der Regen fiel.", "er", (None, None)),
    ],
)
def test_an_office_or_pronoun_means_whom_the_article_names_with_it(
    before: str, said_by: str, speaker: tuple[str | None, str | None]
) -> None:
    text = f"{before} „Der Damm hält“, sagte {said_by}."
    (quote,) = nutgraf.read(Article.from_text(text, language="de")).quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.title) == speaker


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Bad Kattmar brannte es.", [("Bad Kattmar", "place")]),
        ("Der Sender RTL Nord berichtet.", [("RTL Nord", "organization")]),
        ("Das Ministerium für die Umwelt prüft den Fall.", [("Ministerium für die Umwelt", "organization")]),
        ("Das Ministerium für alle prüft den Fall.", []),
        ("Gestern kam Klaus an.", [("Klaus", "person")]),
    ],
)
def test_the_kind_of_a_name_is_told_by_its_words(text: str, names: list[tuple[str, str]]) -> None:
    found = nutgraf.read(Article.from_text(text, language="de")).names
    assert [(name.text, name.kind) for name in found] == names


def test_what_is_asked_for_in_marks_is_told_once() -> None:
    reading = nutgraf.read(
        Article.from_text("Ole Stern wollte wissen, ob sie rief: „Wir bleiben alle auf dem Damm.“", language="de")
    )
    assert [found.segments for found in reading.attributions] == [("m1",)]


def test_labels_of_a_transcript_may_hold_umlauts() -> None:
    assert told("KÄSER: Der Damm hält.\n\nÖTZ: Das bezweifle ich.\n\nKÄSER: Er hält.") == [
        "says | KÄSER | - | Der Damm hält.",
        "says | ÖTZ | - | Das bezweifle ich.",
        "says | KÄSER | - | Er hält.",
    ]


@pytest.mark.parametrize("opens", ["Über", "Unter"])
def test_a_sentence_may_open_with_an_umlaut(opens: str) -> None:
    text = f"Der Müller sagte kein Wort. {opens} dem alten „Seehund“ am Kai hing ein Netz."
    assert [s.no_speech for s in nutgraf.read(Article.from_text(text, language="de")).segments] == ["name"]


@pytest.mark.parametrize("mention", ["Der 52-Jährige", "52-Jährige"])
def test_an_age_is_a_mans_by_its_article(mention: str) -> None:
    text = "Herr Timm kam am Montag zum Damm. Der 52-Jährige sagte, er bleibe."
    reading = nutgraf.read(Article.from_text(text, language="de"))
    place = text.index(mention), text.index(mention) + len(mention)
    assert reading.speaker(place, basis="model").name == "Timm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Er gehe davon aus, dass der Damm halte, sagte Rosa Timm.", "Rosa Timm"),
        ("Gerüchte über einen Verkauf wies er zurück: „Der Damm hält.“", "er"),
        ("Kritik wies die Sprecherin zurück: „Der Damm hält.“", "Sprecherin"),
        ("Laut dem 312 Seiten starken Bericht hält der Damm.", "312 Seiten starken Bericht"),
        ("Laut dem am Montag vorgelegten Bericht hält der Damm.", "am Montag vorgelegten Bericht"),
        ("Nach Angaben der im Mai gegründeten Stiftung hält der Damm.", "im Mai gegründeten Stiftung"),
    ],
)
def test_an_object_in_front_is_nobody_and_what_describes_a_noun_belongs_to_it(text: str, speaker: str) -> None:
    [quote] = nutgraf.read(Article.from_text(text, language="de")).quotes
    assert quote.speaker is not None
    assert (quote.speaker.name or (quote.speaker.mention and quote.speaker.mention.text)) == speaker
    assert quote.stance == "says"


SAID = [
    "das sei Unsinn",
    "das stimme",
    "die seien nicht zu halten",
    "den Vertrag habe sie nie gesehen",
    "Beweise habe sie nicht",
    "entschieden sei noch nichts",
    "geplant sei ein Neubau für 30 Millionen Euro",
    "wenn es regne, falle das Fest aus",
    "sollte es regnen, falle das Fest aus",
    "bis zum Sommer solle alles fertig sein",
    "was dort geschehe, sei ein Skandal",
    "wer das behaupte, lüge",
    "alle Beteiligten, die dort wohnten, seien gerettet",
    "der Rat wolle im Mai entscheiden, ob gebaut werde",
]
REPORTED = [
    "{Who} sagte, {said}.",
    "{Who} teilte am Montag mit, {said}.",
    "{Who} ließ am Montag wissen, {said}.",
    "Am Montag schrieb {who}, {said}.",
    "Am Montag räumte {who} ein, {said}.",
    "{Said}, sagte {who} am Montag.",
    "{Said}, ließ {who} wissen.",
    "{Said}, so {who}.",
]


@pytest.mark.parametrize("order", REPORTED)
def test_whatever_stands_first_in_it_is_told(order: str) -> None:
    wrong: list[str] = []
    for who, name in (("Rosa Timm", "Rosa Timm"), ("ein Sprecher der Bahn", "Sprecher der Bahn")):
        for said in SAID:
            parts = {"who": who, "Who": who[0].upper() + who[1:], "said": said, "Said": said[0].upper() + said[1:]}
            found = [one.split(" | ") for one in told(order.format(**parts))]
            if [(one[1], one[3].lower()) for one in found] != [(name, said.lower())]:
                wrong.append(f"{order.format(**parts)} -> {found}")
    assert not wrong


@pytest.mark.parametrize(
    "sentence",
    [
        "Rosa Timm nannte ein Buch, das gefiel.",
        "Rosa Timm sprach mit einer Frau, die am Markt wohnt.",
        "Rosa Timm erklärte den Plan, der seit Mai gilt.",
    ],
)
def test_a_relative_clause_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("who", ["eine von ihnen", "einer von uns", "jemand"])
def test_one_of_them_speaks_whatever_is_said_of_their_name(who: str) -> None:
    said = told(f"Die Hebammen gingen. „Es war spät“, sagt {who}, die ihren Namen nicht nennen will.")
    assert [one.split(" | ")[1:] for one in said] == [[who.split(maxsplit=1)[0], "sagt", "Es war spät"]]


@pytest.mark.parametrize("of", ["vom Verband der Imker", "aus dem Vorstand der Bank", "vom Bund der Zahler in Kiel"])
def test_whose_body_somebody_is_of_stands_before_the_verb(of: str) -> None:
    assert told(f"Rosa Timm {of} sagte, der Damm halte.") == ["says | Rosa Timm | sagte | der Damm halte"]


@pytest.mark.parametrize("like", ["wie von den Gegnern befürchtet", "wie befürchtet", "wie von der Bahn angekündigt"])
def test_what_is_likened_to_fears_and_plans_goes_on(like: str) -> None:
    whole = f"Die Miete steige, {like}, um drei Prozent"
    assert told(f"{whole}, sagte Rosa Timm.") == [f"says | Rosa Timm | sagte | {whole}"]
    assert told(f"Rosa Timm sagte, d{whole[1:]}.") == [f"says | Rosa Timm | sagte | d{whole[1:]}"]
    assert told(f"{whole.replace('steige', 'steigt')}.") == []


@pytest.mark.parametrize(
    ("source", "cue"),
    [("wie von der Bahn mitgeteilt", "mitgeteilt"), ("wie am Montag von der Bahn gemeldet wurde", "gemeldet")],
)
def test_by_whom_it_was_told_stands_behind_von(source: str, cue: str) -> None:
    assert told(f"Der Damm hält, {source}.") == [f"says | Bahn | {cue} | Der Damm hält"]
    assert told(f"Der Damm hält, {source}, bis Mai.") == [f"says | Bahn | {cue} | Der Damm hält + bis Mai"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Rosa Timm schloss nicht aus, dass der Damm bricht.", "schloss nicht aus"),
        ("Rosa Timm hat nicht ausgeschlossen, dass der Damm bricht.", "nicht ausgeschlossen"),
        ("Am Montag wollte Rosa Timm nicht ausschließen, dass der Damm bricht.", "nicht ausschließen"),
        ("Ausschließen wollte Rosa Timm nicht, dass der Damm bricht.", "Ausschließen wollte Rosa Timm nicht"),
        ("Dass der Damm bricht, schloss Rosa Timm nicht aus.", "schloss Rosa Timm nicht aus"),
        ("Dass der Damm bricht, kann Rosa Timm nicht ausschließen.", "nicht ausschließen"),
        ("Rosa Timm bestritt nicht, dass der Damm bricht.", "bestritt nicht"),
    ],
)
def test_what_is_not_ruled_out_or_denied_is_said(text: str, cue: str) -> None:
    assert told(text) == [f"says | Rosa Timm | {cue} | der Damm bricht"]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Timm wollte nicht sagen, ob der Damm hält.",
        "Ob der Damm hält, konnte Rosa Timm nicht sagen.",
        "Ob der Damm hält, sagte Rosa Timm nicht.",
        "Rosa Timm ließ am Montag offen, ob der Damm hält.",
        "Ob der Damm hält, ließ Rosa Timm offen.",
    ],
)
def test_a_question_that_somebody_leaves_open(text: str) -> None:
    (found,) = told(text)
    assert found.lower().startswith("no_comment | rosa timm | ")
    assert found.lower().endswith(" | ob der damm hält")


@pytest.mark.parametrize(
    "text",
    [
        "Niemand könne ausschließen, dass der Damm bricht, sagte Rosa Timm.",
        "Man könne nicht ausschließen, dass der Damm bricht, sagte Rosa Timm.",
    ],
)
def test_what_is_not_ruled_out_in_what_somebody_says(text: str) -> None:
    assert told(text) == [f"says | Rosa Timm | sagte | {text.partition(', sagte')[0]}"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Damm hält“, wird Rosa Timm in der „Kattmarer Post“ zitiert.", "Rosa Timm"),
        ("„Der Damm hält“, wurde der Landrat zitiert.", "Landrat"),
        ("Der Landrat wird mit den Worten zitiert: „Der Damm hält“.", "Landrat"),
        ("„Der Damm hält“, zitiert die Zeitung den Landrat.", "Landrat"),
        ("„Der Damm hält“, zitiert die Zeitung Rosa Timm.", "Rosa Timm"),
        ("„Der Damm hält“, zitiert der „Spiegel“ Rosa Timm.", "Rosa Timm"),
        ("Die Zeitung zitierte die Landrätin mit den Worten: „Der Damm hält“.", "Landrätin"),
        ("Den Landrat zitierte die Zeitung mit den Worten: „Der Damm hält“.", "Landrat"),
        ("Landrat Ole Stern, den die Zeitung zitiert: „Der Damm hält“.", "Ole Stern"),
        ("„Der Damm hält“, zitierte die Zeitung aus dem Gutachten.", "Gutachten"),
    ],
)
def test_who_is_cited_speaks(text: str, speaker: str) -> None:
    (found,) = told(text)
    assert found.split(" | ")[1:] == [speaker, found.split(" | ")[2], "Der Damm hält"]
    assert found.split(" | ")[2].startswith("zitiert")


@pytest.mark.parametrize(
    ("before", "said_by", "speaker"),
    [
        ("Lena Ott führt den Laden seit 1990.", "die Buchhändlerin", "Lena Ott"),
        ("Lena Ott führt den Laden. Im Winter ist es still.", "die Mutter von Zwillingen", "Lena Ott"),
        ("Seine Kollegin Lena Ott ist dagegen.", "die Physikerin", "Lena Ott"),
        ("Lena Ott hielt der Bank vor, alle zu belügen.", "die Christdemokratin", "Lena Ott"),
        ("Lena Ott zögert. Peter Kern nicht.", "sie", "Lena Ott"),
        ("Jana Kern lacht. Sie winkt. Der Hund bellt. Es regnet. Sie geht. Der Markt ist zu. Es dämmert.", "sie", "Jana Kern"),
        ("Die Leute riefen „Lena Ott“. Rosa Timm kam.", "sie", "Rosa Timm"),
        ("Lena Ott traf Rosa Timm.", "die Buchhändlerin", "Buchhändlerin"),
        ("Mit Lena Ott sprach niemand.", "die Buchhändlerin", "Buchhändlerin"),
        ("Eine Buchhändlerin traf Lena Ott.", "die Buchhändlerin", "Buchhändlerin"),
        ("Lena Ott wurde verletzt.", "die Mutter", "Mutter"),
        ("Peter Kern liest vor.", "die Autorin", "Autorin"),
        ("Peter Kern liest vor.", "der Minister", "Minister"),
        ("Peter Kern kam. Einer seiner Kollegen, der namenlos bleiben will, ging.", "er", "er"),
    ],
)  # fmt: skip
def test_who_is_described_is_the_only_one_named_whom_that_fits(before: str, said_by: str, speaker: str) -> None:
    assert told(f"{before} „Der Damm hält“, sagte {said_by}.")[-1] == f"says | {speaker} | sagte | Der Damm hält"


def test_who_is_spoken_of_does_not_speak() -> None:
    assert told("Lena Ott fehlte. „Sie ist krank“, sagte die Lehrerin.") == ["says | Lehrerin | sagte | Sie ist krank"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kerns Sprecher wies das zurück: Er sei „nie“ dort gewesen.", "Kerns Sprecher"),
        ("Lena Ott bestreitet das: Wer so rechne, zähle „jeden Nagel mit“.", "Lena Ott"),
        ("Es ist, so sagt es Lena Ott, „das lauteste Fest“.", "Lena Ott"),
        ("Der Landrat hat das Fest abgesagt, weil, so seine Begründung, „erst die Fakten auf den Tisch müssen“.", "Landrat"),
        ("Das Fest hat der Landrat abgesagt, weil, so seine Begründung, „erst die Fakten auf den Tisch müssen“.", "Landrat"),
        ("Lena Ott rief zur Ruhe auf. Ein Verbot halte sie für „falsch und teuer“.", "Lena Ott"),
        ("Lena Ott räumte ein, dass die Wahl „nicht glücklich“ gewesen sei.", "Lena Ott"),
    ],
)  # fmt: skip
def test_words_in_marks_that_the_mood_or_a_clause_between_makes_speech(text: str, found: str) -> None:
    assert told(f"Lena Ott und Peter Kern kamen. {text}")[-1].split(" | ")[1] == found


@pytest.mark.parametrize(
    ("report", "found"),
    [
        ("soll Rosa Timm zu ihm gesagt haben", "Rosa Timm | gesagt"),
        ("konnte Rosa Timm am Abend vermelden", "Rosa Timm | vermelden"),
        ("musste der Landrat einräumen", "Landrat | einräumen"),
        ("wird Rosa Timm später sagen", "Rosa Timm | sagen"),
        ("betont denn auch Rosa Timm", "Rosa Timm | betont"),
        ("hatte da noch Rosa Timm gesagt", "Rosa Timm | gesagt"),
        ("heisst es im Bericht", "Bericht | heisst"),
        ("will der Landrat nicht bestätigen", "- | -"),
    ],
)
def test_who_speaks_behind_a_quotation(report: str, found: str) -> None:
    assert told(f"„Der Damm hält“, {report}.") == [f"says | {found} | Der Damm hält"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Dazu Rosa Timm", "Rosa Timm"),
        ("Dazu Vizebürgermeister Karl Otto", "Karl Otto"),
        ("Karl Otto ist müde. Sein Fazit", "Karl Otto"),
        ("Kurz darauf die Korrektur", "-"),
        ("Die Antwort", "-"),
        ("Rosa Timm ist müde. Ihre Antwort", "Rosa Timm"),
    ],
)
def test_who_speaks_before_a_colon_without_a_verb(lead: str, speaker: str) -> None:
    assert told(f"{lead}: „Der Damm hält.“") == [f"says | {speaker} | - | Der Damm hält."]


def test_a_question_between_changes_no_speaker() -> None:
    text = "Er habe sich das geschworen, erzählt Karl Otto am Tor. Und dann? „Dann kam der Damm.“"
    assert told(text)[-1] == "says | Karl Otto | - | Dann kam der Damm."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In einem Brief heisst es, der Damm breche.", "says | Brief | heisst | der Damm breche"),
        ("Der Kanton schliesst nicht aus, dass der Damm bricht.", "says | Kanton | schliesst nicht aus | der Damm bricht"),
        ("Wer zahlt, wollte der Rat nicht verraten.", "no_comment | Rat | nicht verraten | Wer zahlt"),
        ("Der Rat wollte nicht verraten, wer zahlt.", "no_comment | Rat | nicht verraten | wer zahlt"),
        ("Woher das Geld stammt, sagte der Rat nicht.", "no_comment | Rat | sagte der Rat nicht | Woher das Geld stammt"),
        ("Den Schaden beziffert der Bericht auf „drei bis vier“ Franken.", "says | Bericht | beziffert | drei bis vier"),
        ("Er liess offen, ob der Damm bricht.", "no_comment | Er | liess offen | ob der Damm bricht"),
        ("Der Verband sprach sich dafür aus, den Damm zu bauen.", "says | Verband | sprach sich dafür aus | den Damm zu bauen"),
        ("Laut Kantonspolizei Wallis brach der Damm.", "says | Kantonspolizei Wallis | Laut | brach der Damm"),
        ("Der Bauernverband Kattmar sagte, der Damm breche.", "says | Bauernverband Kattmar | sagte | der Damm breche"),
    ],
)  # fmt: skip
def test_questions_reports_bodies_and_the_ss_of_the_swiss(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize("reason", ["Grund", "Ziel"])
def test_what_is_named_as_a_reason_does_not_speak(reason: str) -> None:
    text = f"Als {reason} nennt der Konzern „eine spürbare Zurückhaltung der Spitäler“."
    (quote,) = nutgraf.read(Article.from_text(text, language="de")).quotes
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    assert quote.speaker.mention.text == "Konzern"
