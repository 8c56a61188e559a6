"""What benchmarks/strong_peers.py makes of peers' answers, lies and deliveries; the answers kept for it are about these articles."""

import importlib
import json
import sys
import urllib.request
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
_before = list(sys.path)
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
bench, forms, places, asked, example, held, systems = (
    importlib.import_module(name)
    for name in (
        "strong_peers",
        "strong_peers_form",
        "strong_peers_place",
        "strong_peers_line",
        "strong_peers_example",
        "strong_set",
        "systems",
    )
)
sys.path[:] = _before  # its modules add folders of their own

CASES = {case.name: case for case in held.cases()}
LIES = {lie.id: lie for lie in held.lies()}
ACCORD = CASES["lake-accord"]
TEXT = ACCORD.article.text
NESTED, EXTRACTED = forms.Nested(), forms.Extracted()
WHO = {"name": "Neema Barankiriza", "title": None, "organization": "Burundi", "kind": "person"}


def item(step: str, *words: str, at: list[int] | None = None, **fields: object) -> dict:
    return {"step": step, "words": list(words), "at": at, "fields": fields}


def at(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


@pytest.mark.parametrize("folder", ["instructor", "langextract"])
def test_the_kept_answers_are_about_the_six_articles_and_what_they_answered_is_known(folder: str) -> None:
    answers = bench.stored_answers(folder)
    six = {path.stem for path in (Path(__file__).parents[2] / "examples" / "gold").glob("*.json")}
    assert set(answers) == six
    assert set(json.loads(bench.ASKED.read_text("utf-8"))[folder]) == six


@pytest.mark.parametrize("name", bench.stored_answers("instructor"))
def test_an_answer_to_instructor_fits_the_schema_it_was_asked_for(name: str) -> None:
    answer = bench.stored_answers("instructor")[name]
    delivered = asked.Brief.model_validate(answer).model_dump()
    assert forms.missing(NESTED.answered(answer), NESTED.delivered(delivered)) == []


@pytest.mark.parametrize("name", bench.stored_answers("langextract"))
def test_an_answer_to_langextract_has_the_classes_and_attributes_of_its_example(name: str) -> None:
    attributes = {(kind, tuple(more)) for kind, _, more in example.ITEMS}
    for one in bench.stored_answers("langextract")[name]["extractions"]:
        kind = next(iter(one))
        assert (kind, tuple(one[f"{kind}_attributes"])) in attributes
    assert len(EXTRACTED.answered(bench.stored_answers("langextract")[name])) > 20


def test_the_worked_example_is_in_the_words_and_the_order_of_its_article() -> None:
    starts = [example.EXAMPLE.index(words) for _, words, _ in example.ITEMS]
    ends = [start + len(words) for start, (_, words, _) in zip(starts, example.ITEMS, strict=True)]
    assert all(start < end for start, end in zip(starts[1:], ends[1:], strict=True))
    assert {kind for kind, _, _ in example.ITEMS} == {"quote", "event", "main_point"}
    assert {more["status"] for kind, _, more in example.ITEMS if kind == "event"} >= {"occurred", "ongoing", "planned"}


def test_citations_that_stand_nowhere_are_dropped_only_where_an_article_is_given() -> None:
    quote = {"content": ["We came to win"], "form": "direct", "speaker": WHO, "cue": None, "stance": "says"}
    right = {**quote, "content": ["We came to bring fathers home.", "We came to win"]}
    point = {"evidence": ["Nobody wrote this."], "text": "A point."}
    answer = {"quotes": [quote, right], "events": [], "summary": [point], "topics": []}
    assert asked.Brief.model_validate(answer).model_dump() == answer
    cited = asked.Brief.model_validate(answer, context={"text": TEXT})
    assert [one.content for one in cited.quotes] == [["We came to bring fathers home."]]
    assert cited.summary == []


def test_items_are_the_same_whatever_was_left_empty() -> None:
    full = {"quote": "a", "quote_attributes": {"speaker": "Ann", "cue": None, "form": "direct"}}
    delivered = {"class": "quote", "text": "a", "attributes": {"speaker": "Ann", "form": "direct"}, "at": [0, 1]}
    answered = EXTRACTED.answered({"extractions": [full]})
    assert forms.missing(answered, EXTRACTED.delivered({"items": [delivered]})) == []
    changed = {**delivered, "attributes": {"speaker": "Bo", "form": "direct"}}
    assert forms.missing(answered, EXTRACTED.delivered({"items": [changed]})) == answered
    assert EXTRACTED.delivered({}) == []


def test_a_lie_is_told_in_the_schema_of_each_peer() -> None:
    lie = LIES["lake-accord-1"]
    [told] = NESTED.answered(NESTED.lie(lie, ACCORD.reading))
    [flat] = EXTRACTED.answered(EXTRACTED.lie(lie, ACCORD.reading))
    sentence = "The dispute began on Jan. 9, when a Burundian patrol stopped three Tanzanian boats near Rumonge."
    assert told["words"] == flat["words"] == [sentence]
    assert told["fields"]["title"] == flat["fields"]["title"] == lie.words
    assert flat["fields"]["actors"] == ["Tanzanian boats"]
    point = EXTRACTED.lie(LIES["lake-accord-3"], ACCORD.reading)["extractions"][0]
    assert point["main_point_attributes"]["point"] == LIES["lake-accord-3"].words


def test_a_lie_about_a_quote_takes_its_words_from_the_article_unless_they_are_the_lie() -> None:
    wrong = NESTED.lie(LIES["lake-accord-9"], ACCORD.reading)["quotes"][0]
    assert (wrong["content"], wrong["form"]) == (["That number was never on the table,"], "direct")
    assert wrong["speaker"]["name"] == "Josephat Mwakalinga"
    case, altered = CASES["fireworks-verdict"], LIES["fireworks-verdict-10"]
    words = NESTED.lie(altered, case.reading)["quotes"][0]["content"]
    assert words == ["He was warned, he understood, and he counted his profits"]
    split = EXTRACTED.lie(LIES["fireworks-verdict-8"], case.reading)["extractions"]
    assert [one["quote"] for one in split] == [
        "My client has been made to carry the failure of a whole city,",
        "and we will show that.",
    ]


@pytest.mark.parametrize(("form", "folder"), [(NESTED, "instructor"), (EXTRACTED, "langextract")])
def test_lies_take_the_place_of_the_quote_that_they_retell(form: object, folder: str) -> None:
    answer, lie = bench.stored_answers(folder)["lake-accord"], LIES["lake-accord-9"]
    mine = [one for one in LIES.values() if one.article == "lake-accord"]
    items = form.answered(form.with_lies(answer, mine, ACCORD))
    words = "That number was never on the table,"
    [told] = [one for one in items if one["words"] == [words]]
    assert forms.same_item(told, form.answered(form.lie(lie, ACCORD.reading))[0])
    right = {one["words"][0] for one in form.answered(answer) if one["step"] == "quotes"}
    assert {one["words"][0] for one in items if one["step"] == "quotes"} == right
    assert Counter(one["step"] for one in items if one["step"] != "quotes") == Counter(
        one.step for one in mine if one.step != "quotes"
    )


def test_a_lie_is_refused_where_it_is_gone_and_marked_where_other_words_stand() -> None:
    words = "That number was never on the table,"
    lie = [item("quotes", words, speaker="Ann")]
    other = item("quotes", "two bad months", at=at("two bad months"))
    assert forms.outcome(lie, [other], TEXT) == "refused"
    assert forms.outcome(lie, [item("quotes", words, speaker="Ann")], TEXT) == "unmarked"
    assert forms.outcome(lie, [other, item("quotes", words, at=at(words), speaker="Ann")], TEXT) == "unmarked"
    assert forms.outcome(lie, [other, item("quotes", words, at=at("two bad months"), speaker="Ann")], TEXT) == "marked"
    assert forms.outcome(lie, [other, item("quotes", words, speaker="Ann")], TEXT) == "marked"


def test_a_pair_of_marks_around_the_words_makes_no_difference_and_other_letters_do() -> None:
    assert places.verbatim("“That number was never on the table,”", TEXT)
    assert places.verbatim("That number was never on the table,", TEXT)
    assert places.verbatim("They will tell you, ‘It is when the door opens.’", TEXT)
    assert not places.verbatim("That number was never on a table,", TEXT)
    assert not places.verbatim("", TEXT)


def test_items_become_a_brief_with_the_places_that_a_peer_gives() -> None:
    words = "We came to bring fathers home."
    said = item("quotes", words, at=at("two bad months"), form="direct", speaker="Neema Barankiriza")
    event = item(
        "events",
        "A lakeside ceremony set for Thursday was called off",
        title="Off",
        status="cancelled",
        time="Thursday",
        date="2026-03-12",
    )
    made = places.brief(ACCORD.article, [said, event, item("summary", words)])
    [quote], [told] = made["quotes"], made["events"]
    assert [quote["content"][0]["start"], quote["content"][0]["end"]] == at("two bad months")
    assert quote["speaker"] == {"name": "Neema Barankiriza", "mention": None}
    assert [told["evidence"][0]["start"], told["evidence"][0]["end"]] == at(event["words"][0])
    assert (told["time"]["value"], told["status"]) == ("2026-03-12", "cancelled")
    found = places.brief(ACCORD.article, [item("quotes", words, speaker={"name": None, "kind": "unnamed"})])["quotes"]
    assert [found[0]["content"][0]["start"], found[0]["content"][0]["end"]] == at(words)


def test_what_counts_for_nothing_is_leveled_for_every_system() -> None:
    gold = {
        "quotes": [
            {
                "kind": "mixed",
                "content": ["a first breath", "two bad months"],
                "speaker": "Josephat Mwakalinga",
                "mention": "x",
            },
            {
                "kind": "indirect",
                "content": ["Burundi had demanded twice that compensation"],
                "speaker": None,
                "mention": "A Tanzanian official",
            },
            {
                "kind": "direct",
                "content": ["That number was never on the table,"],
                "speaker": "Neema Barankiriza",
                "mention": "she",
            },
        ]
    }
    said = [
        item(
            "quotes",
            "called the deal “a first breath” after “two bad months” on the water",
            form="mixed",
            speaker="Josephat Mwakalinga",
        ),
        item("quotes", "Burundi had demanded twice that compensation", form="indirect", speaker="Tanzanian official"),
        item("quotes", "That number was never on the table", form="direct", speaker="Neema Barankiriza"),
        item("quotes", "night patrols would continue", form="indirect", speaker="Josephat Mwakalinga"),
    ]
    quotes = places.leveled(places.brief(ACCORD.article, said), gold)["quotes"]
    spans = [[TEXT[span["start"] : span["end"]] for span in one["content"]] for one in quotes]
    assert spans == [
        ["a first breath", "two bad months"],
        gold["quotes"][1]["content"],
        gold["quotes"][2]["content"],
        said[3]["words"],
    ]
    names = [one["speaker"]["name"] for one in quotes]
    assert names == ["Josephat Mwakalinga", None, "Neema Barankiriza", "Josephat Mwakalinga"]


def test_dates_that_the_peers_had_no_form_for_are_not_judged() -> None:
    gold = {
        "events": [{"date": one} for one in ("2026-03-14", "2026-03", "2027", "2027-Q1", "2026-W10", "2019/2025", None)]
    }
    kept = [one["date"] for one in places.plain_dates(gold)["events"]]
    assert kept == ["2026-03-14", "2026-03", "2027", None, None, None, None]


class Parrot:
    """A peer that hands on what the model answers, less the first event."""

    def __init__(self, _command: list[str], greeting: dict) -> None:
        self._url = f"{greeting['base_url']}/chat/completions"

    def ask(self, question: dict) -> dict:
        body = {"messages": [{"role": "user", "content": question["text"]}], "response_format": {"type": "json_object"}}
        request = urllib.request.Request(self._url, json.dumps(body).encode(), {"content-type": "application/json"})
        with urllib.request.urlopen(request) as response:
            answer = json.loads(json.loads(response.read())["choices"][0]["message"]["content"])
        return {"said": {**answer, "events": answer["events"][1:]}}

    def end(self) -> None:
        return None


def test_a_peer_is_played_its_answers_and_lies_and_what_it_loses_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "Line", Parrot)
    mine = [lie for lie in LIES.values() if lie.article == "lake-accord"]
    row = bench.peer("instructor", "python", [ACCORD], mine)
    answered = NESTED.answered(bench.stored_answers("instructor")["lake-accord"])
    assert (row.kept.right, row.kept.of) == (len(answered) - 1, len(answered))
    assert row.requests == 1
    assert row.lies == Counter(unmarked=len(mine) - 1, refused=1)  # the first event again
    assert row.placed.right == 0
    assert any("asks otherwise" in line for line in row.told)
    assert row.scores.segments.right == row.scores.segments.of


def test_systems_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    row = bench.Row(quotes=3, requests=2, asked=12_345)
    lines = bench.table({"a": row, "b": bench.Row()})
    assert lines[0].split() == ["a", "b"]
    assert next(line.split() for line in lines if line.startswith("tokens in")) == ["tokens", "in", "12,345", "0"]
    assert next(line.split() for line in lines if line.startswith("lies")) == [
        "lies:",
        "unmarked/marked/refused",
        "0/0/0",
        "0/0/0",
    ]
    monkeypatch.setattr(bench, "nutgraf", lambda *_, **__: row)
    rows, left_out = bench.measured(None)
    assert list(rows) == ["nutgraf", "judged"]
    assert set(left_out) == {"instructor", "cited", "langextract"}
    assert all("--peer-python" in reason for reason in left_out.values())


def test_an_interpreter_that_is_not_there_leaves_the_peers_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "nutgraf", lambda *_, **__: bench.Row())
    _, left_out = bench.measured("/nowhere/python")
    assert set(left_out) == {"instructor", "cited", "langextract"}
    assert all("/nowhere/python" in reason for reason in left_out.values())


def test_a_request_is_told_from_another_by_its_messages_and_its_schema() -> None:
    body = {"messages": [{"role": "user", "content": "a"}], "response_format": {"type": "json_object"}}
    assert bench.digest(body) == bench.digest({**body, "model": "other"})
    assert bench.digest(body) != bench.digest({**body, "response_format": {}})
