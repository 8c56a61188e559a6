"""The scorer of benchmarks/quality.py gives what it says it gives, on answers made by hand."""

import importlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

_before = list(sys.path)
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
quality, measures, golds, systems, placing, peers = (
    importlib.import_module(name) for name in ("quality", "measures", "gold", "systems", "placing", "peers")
)
ranges = importlib.import_module("nutgraf.evaluation.ranges")
sys.path[:] = _before  # its modules add folders of their own
Rates, Ratio, Gold, Told, Date, Mention = (
    measures.Rates,
    measures.Ratio,
    golds.Gold,
    golds.Told,
    golds.Date,
    golds.Mention,
)
Article = golds.Article

TEXT = (
    'Bridge opens in Arn\n\nThe mayor, Ana Prado, opened a bridge on Friday. "It will hold," she said. '
    "An official said the toll would be 5 euros. No ships sank. A parade will follow on Monday."
)


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def span(words: str) -> dict:
    return {"text": words, "start": at(words)[0], "end": at(words)[1]}


def quote(kind: str, words: str, name: str | None = None, mention: str | None = None) -> dict:
    speaker = {"name": name, "mention": mention and span(mention)} if name or mention else None
    return {"id": "q1", "kind": kind, "content": [span(words)], "speaker": speaker, "cue": None, "addressee": None}


def moment(words: str, value: str | None, start: str | None = None, end: str | None = None) -> dict:
    start = start or value
    return {"span": span(words), "value": value, "start": start, "end": end or start, "basis": "resolved"}


def event(words: str, status: str) -> dict:
    return {
        "id": "e1",
        "title": words,
        "status": status,
        "evidence": [span(words)],
        "time": None,
        "quantities": [],
        "participants": [],
    }


def gold(**more) -> Gold:
    article = Article.from_text(TEXT, published="2026-05-01")
    return Gold(**{"corpus": "GUM", "name": "bridge", "article": article, "scope": (0, len(TEXT)), **more})


def rates(right: int, delivered: int, found: int, wanted: int) -> Rates:
    return Rates(Ratio(right, delivered), Ratio(found, wanted))


def test_a_boundary_off_by_one_is_no_exact_span() -> None:
    start, end = at("It will hold,")
    assert ranges.exact([(start, end)], [(start, end)])[0] == rates(1, 1, 1, 1)
    assert ranges.exact([(start, end - 1)], [(start, end)])[0] == rates(0, 1, 0, 1)


def test_untagged_spans_are_an_error_only_where_the_gold_is_complete() -> None:
    tagged, more = (0, 5), (10, 15)
    assert ranges.exact([tagged, more], [tagged]) == (rates(1, 2, 1, 1), [more])
    assert ranges.exact([tagged, more], [tagged], complete=False) == (rates(1, 1, 1, 1), [more])


def test_f1_is_the_harmonic_mean_and_undefined_without_both_sides() -> None:
    assert rates(1, 2, 1, 1).f1 == pytest.approx(2 / 3)
    assert rates(0, 2, 0, 1).f1 == 0.0
    assert rates(0, 0, 0, 3).f1 is None


def test_figures_of_articles_add_up() -> None:
    assert rates(1, 2, 3, 4) + rates(10, 20, 30, 40) == rates(11, 22, 33, 44)


def test_union_share_counts_what_only_one_side_has() -> None:
    assert ranges.union_share([(0, 10)], [(5, 15)]) == pytest.approx(1 / 3)
    assert ranges.union_share([(0, 4), (6, 10)], [(0, 10)]) == pytest.approx(0.8)
    assert ranges.union_share([(0, 4)], [(4, 8)]) == 0


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), min_size=1, max_size=4))
def test_union_share_of_anything_with_itself_is_one(pieces: list[tuple[int, int]]) -> None:
    placed, behind = [], 0
    for gap, length in pieces:
        placed.append((behind + gap, behind + gap + length))
        behind += gap + length
    assert ranges.union_share(placed, placed) == 1.0


def test_one_long_quote_does_not_find_two_short_ones() -> None:
    whole = [(0, 100)]
    assert ranges.alike([whole], [[(0, 20)], [(80, 100)]], [], ranges.half_alike) == rates(0, 1, 0, 2)


def test_holding_a_clause_needs_four_fifths_of_it() -> None:
    assert measures.holds([(0, 100)], [(10, 20)])
    assert measures.holds([(0, 18)], [(10, 20)])
    assert not measures.holds([(0, 17)], [(10, 20)])
    assert not measures.holds([(0, 17)], [])


def test_attributions_without_a_cue_need_not_be_found_but_are_no_error() -> None:
    told = [
        Told(content=(at("the toll would be 5 euros"),)),
        Told(content=(at("No ships sank"),), cued=False),
        Told(content=(at("It will hold,"),), quoted=True),
    ]
    ours = [quote("indirect", "No ships sank"), quote("indirect", "Bridge opens")]
    assert measures.told_indirectly(ours, told, ranges.half_alike) == rates(1, 2, 0, 1)


def test_direct_quotes_do_not_count_as_indirect_ones() -> None:
    told = [Told(content=(at("the toll would be 5 euros"),))]
    ours = [quote("direct", "the toll would be 5 euros")]
    assert measures.told_indirectly(ours, told, ranges.half_alike) == rates(0, 0, 0, 1)


def test_a_speaker_is_right_when_its_words_are_in_the_source_clause() -> None:
    told = [Told(source=at("she said."), content=(at('"It will hold,"'),), quoted=True)]
    assert measures.said_by([quote("direct", "It will hold,", "Ana Prado", "she")], told, TEXT) == rates(1, 1, 1, 1)
    wrong = quote("direct", "It will hold,", "An official", "An official")
    assert measures.said_by([wrong], told, TEXT) == rates(0, 1, 0, 1)


def test_a_missing_speaker_costs_recall_and_no_precision() -> None:
    told = [Told(source=at("she said."), content=(at('"It will hold,"'),), quoted=True)]
    assert measures.said_by([quote("direct", "It will hold,")], told, TEXT) == rates(0, 0, 0, 1)
    assert measures.said_by([], told, TEXT) == rates(0, 0, 0, 1)


def test_the_quote_in_marks_speaks_for_an_attribution_before_an_indirect_one() -> None:
    told = [Told(source=at("she said."), content=(at('on Friday. "It will hold,"'),), quoted=True)]
    ours = [
        quote("indirect", 'opened a bridge on Friday. "It will hold,"', "An official", "An official"),
        quote("direct", "It will hold,", "Ana Prado", "she"),
    ]
    assert measures.said_by(ours, told, TEXT) == rates(1, 1, 1, 1)


def test_a_bare_name_is_not_judged_by_a_pronoun() -> None:
    name = {"name": "Ana Prado", "mention": None}
    assert measures.in_clause(name, at("she said."), TEXT) is None
    assert measures.in_clause(name, at("The mayor, Ana Prado,"), TEXT) is True
    assert measures.in_clause({"name": "Bo Lind", "mention": None}, at("The mayor, Ana Prado,"), TEXT) is False


def test_a_day_may_name_its_part_but_not_another_day() -> None:
    day = Date(at("Friday"), "2026-05-01")
    assert measures.same_date(moment("Friday", "2026-05-01TEV", "2026-05-01"), day)
    assert not measures.same_date(moment("Friday", "2026-05-08"), day)
    assert not measures.same_date(moment("Friday", None), day)


def test_a_range_needs_both_ends() -> None:
    week = Date(at("Friday"), "2026-04-27", "2026-05-03")
    assert measures.same_date(moment("Friday", "2026-W18", "2026-04-27", "2026-05-03"), week)
    assert not measures.same_date(moment("Friday", "2026-W18", "2026-04-27", "2026-05-02"), week)


def test_wrong_and_missing_dates_are_listed() -> None:
    dates = (Date(at("Friday"), "2026-05-01", weekday=True), Date(at("Monday"), "2026-05-04", weekday=True))
    figures, wrong = measures.right_dates([moment("Friday", "2026-04-24")], gold(dates=dates))
    assert figures == rates(0, 1, 0, 2)
    assert "'Friday' is 2026-05-01, delivered: 2026-04-24" in wrong[0]
    assert "'Monday' is 2026-05-04, delivered: nothing" in wrong[1]


def test_weekdays_are_scored_apart_from_other_dates() -> None:
    dates = (Date(at("Friday"), "2026-05-01", weekday=True), Date(at("5 euros"), "2026-05-05"))
    ours = [moment("Friday", "2026-05-01"), moment("5 euros", "2026-06-05"), moment("Monday", "2026-05-04")]
    assert measures.right_dates(ours, gold(dates=dates), weekdays=True)[0] == rates(1, 1, 1, 1)
    assert measures.right_dates(ours, gold(dates=dates))[0] == rates(1, 3, 1, 2)


def test_durations_vague_times_and_what_lies_outside_the_scope_are_not_judged() -> None:
    one = gold(dates=(), undated=(at("Friday"),), scope=(0, at("A parade")[0]))
    ours = [moment("Friday", "2026-05-01"), moment("5 euros", "P5D"), moment("Monday", "2026-05-04")]
    assert measures.right_dates(ours, one)[0] == rates(0, 0, 0, 0)


def test_numbers_outside_the_annotated_sentences_are_not_judged() -> None:
    ours = [{"span": span("5 euros")}, {"span": span("Monday")}]
    assert measures.right_numbers(ours, [at("5")], (0, at("A parade")[0])) == rates(1, 1, 1, 1)
    assert measures.right_numbers(ours, [at("5")], (0, len(TEXT))) == rates(1, 2, 1, 1)


def test_what_lies_ahead_must_be_planned_or_hypothetical() -> None:
    parade, sank = at("A parade will follow on Monday."), at("No ships sank.")
    mentions = [Mention(parade, future=True, negative=False), Mention(sank, future=False, negative=True)]
    done = [event("A parade will follow on Monday.", "occurred"), event("No ships sank.", "occurred")]
    assert measures.right_status(done, mentions, (0, len(TEXT))) == {
        "future": rates(0, 0, 0, 1),
        "negated": rates(0, 0, 0, 1),
    }
    told = [event("A parade will follow on Monday.", "planned"), event("No ships sank.", "hypothetical")]
    assert measures.right_status(told, mentions, (0, len(TEXT))) == {
        "future": rates(1, 2, 1, 1),
        "negated": rates(0, 0, 1, 1),
    }


def test_an_event_called_off_is_no_event_ahead_unless_negated() -> None:
    parade = at("A parade will follow on Monday.")
    off = [event("A parade will follow on Monday.", "cancelled")]
    ahead, denied = (Mention(parade, future=True, negative=negative) for negative in (False, True))
    assert measures.right_status(off, [ahead], (0, len(TEXT)))["future"].gold == Ratio(0, 1)
    assert measures.right_status(off, [denied], (0, len(TEXT)))["future"].gold == Ratio(1, 1)


def test_what_a_system_does_not_deliver_or_the_gold_does_not_annotate_has_no_figure() -> None:
    article = gold().article
    output = systems.Output(brief=placing.brief_of(article), claims=placing.brief_of(article))
    assert set(measures.judge(output, gold(dates=(), numbers=(), mentions=())).figures) == {"verbatim"}
    assert set(measures.judge(systems.empty(article), gold(numbers=())).figures) == {"verbatim", "quantities"}


def test_claims_that_the_article_does_not_carry_are_remarked_on() -> None:
    answer = {"quotes": [{"text": "It will fall", "speaker": "Bo Lind", "mention": None, "cue": None}], "events": []}
    result = measures.judge(systems.with_events(placing.placed(gold().article, {**answer, "summary": []})), gold())
    assert result.figures["verbatim"].delivered == Ratio(0, 1)
    assert any("Bo Lind" in line for kind, line in result.remarks if kind == "ungrounded")


def test_peers_words_are_found_at_the_nearest_place() -> None:
    text = "He sat. She sat. He rose."
    assert placing.located(text, "He", 20)["start"] == 17
    assert placing.located(text, "He", 2)["start"] == 0
    assert placing.located(text, "They", 0) == {"text": "They", "start": len(text), "end": len(text)}
    assert placing.located(text, "", 3)["start"] == len(text)


def test_a_peers_quote_is_direct_only_inside_marks() -> None:
    said = [
        {"text": '"It will hold,"', "speaker": "Ana Prado", "mention": "she", "cue": "said"},
        {"text": "the toll would be 5 euros", "speaker": None, "mention": None, "cue": "said"},
    ]
    quotes = placing.placed(gold().article, {"quotes": said, "events": [], "summary": []})["quotes"]
    assert [one["kind"] for one in quotes] == ["direct", "indirect"]
    assert quotes[0]["content"] == [span("It will hold,")]
    assert quotes[0]["speaker"]["mention"] == span("she")


def test_one_time_in_two_events_is_delivered_once() -> None:
    events = [
        {**event("No ships sank.", "occurred"), "time": moment("Friday", "2026-05-01")},
        {**event("A parade", "planned"), "time": moment("Friday", "2026-05-01")},
    ]
    assert len(systems.with_events(placing.brief_of(gold().article, events=events)).times) == 1


def test_flat_items_become_quotes_and_events() -> None:
    class Item:
        char_interval = None

        def __init__(self, kind: str, text: str, attributes: dict | None) -> None:
            self.extraction_class, self.extraction_text, self.attributes = kind, text, attributes

    items = [
        Item("quote", "It will hold,", {"speaker": "Ana Prado", "cue": ["said"]}),
        Item("event", "No ships sank.", None),
        Item("person", "Ana Prado", {}),
    ]
    found = peers.extracted(items)
    assert found["quotes"] == [
        {"text": "It will hold,", "speaker": "Ana Prado", "mention": None, "cue": None, "at": None}
    ]
    assert [one["title"] for one in found["events"]] == ["No ships sank."]


def test_a_speaker_told_by_a_pronoun_elsewhere_is_right_when_the_clause_has_the_name() -> None:
    speaker = {"name": "Ana Prado", "mention": span("she")}
    assert measures.in_clause(speaker, at("The mayor, Ana Prado,"), TEXT) is True
    assert measures.in_clause(speaker, at("An official said"), TEXT) is False


def test_sentences_of_one_quotation_become_one_range_inside_its_marks() -> None:
    text = 'He said "it held. It will hold." They left. "Good" ((it)).'
    tags = [(8, 17), (18, 32), (44, 58)]
    record = {
        "id": "made",
        "text": text,
        "date_created": "2026-05-01",
        "dates": [],
        "quotes": [{"start": start, "end": end, "tag": "quote"} for start, end in tags],
        "attributions": [
            {"s": [0, 7], "c": [8, 32], "polarity": "pos"},
            {"s": [33, 37], "c": [38, 43], "polarity": "neg"},
            {"s": [8, 17], "c": [18, 32], "polarity": "pos"},
        ],
    }
    found = golds.gum(record)
    assert [text[a:b] for a, b in found.quoted] == ["it held. It will hold.", "Good"]
    assert found.told == (Told(source=(0, 7), content=((8, 32),), quoted=True, cued=True),)


def test_gold_weekdays_that_contradict_the_calendar_are_left_out_and_named() -> None:
    text = "Friday, May 1, 2026. It opened on Thursday and closed on Wednesday, the year before."
    places = {words: text.index(words) for words in ("Friday, May 1, 2026", "Thursday", "Wednesday", "the year before")}
    values = ("2026-05-01", "2026-04-30", "2026-04-30", "2025")
    dates = [
        {"start": start, "end": start + len(words), "when": value}
        for (words, start), value in zip(places.items(), values, strict=True)
    ]
    record = {
        "id": "made",
        "text": text,
        "date_created": "2026-05-03",
        "dates": dates,
        "quotes": [],
        "attributions": [],
    }
    found = golds.gum(record)
    assert str(found.article.published) == "2026-05-01"
    assert [(date.value, date.weekday) for date in found.dates] == [("2026-04-30", True), ("2025", False)]
    assert found.slips == ("made: 'Wednesday' has the gold value 2026-04-30",)
    assert len(found.undated) == 2


def test_tokens_are_put_together_as_a_newspaper_writes_them() -> None:
    words = "Jets , sold|2 May|He said `` no deal , '' and \" yes \" ( for $ 5 ) .|Done ."
    tokens = [(word, number) for number, line in enumerate(words.split("|")) for word in line.split()]
    text, places = golds.written(tokens)
    assert text == 'Jets, sold\n\n2 May\n\nHe said “no deal,” and "yes" (for $5). Done.'
    assert [text[a:b] for a, b in places][:3] == ["Jets", ",", "sold"]
    assert len(places) == len(tokens)


def test_a_file_of_tokens_and_markables_gives_dates_numbers_and_events(tmp_path: Path) -> None:
    words = ["Jets|sold", "May|4|,|2026", "It|will|pay|$|5|million|on|Friday|now", "a", "b", "c", "Friday"]
    tokens = [(word, number) for number, line in enumerate(words) for word in line.split("|")]
    xml = "".join(f'<token t_id="{i}" sentence="{s}">{w}</token>' for i, (w, s) in enumerate(tokens, 1))

    def mark(tag: str, attributes: str, *anchors: int) -> str:
        inner = "".join(f'<token_anchor t_id="{one}"/>' for one in anchors)
        return f"<{tag} {attributes}>{inner}</{tag}>"

    xml += mark("TIMEX3", 'type="DATE" value="2026-05-04" functionInDocument="CREATION_TIME"', 3, 4, 5, 6)
    xml += mark("TIMEX3", 'type="DATE" value="2026-05-08"', 14) + mark("TIMEX3", 'type="DATE" value="PRESENT_REF"', 15)
    xml += mark("TIMEX3", 'type="DATE" value="2026-05-08"', 19) + mark("VALUE", 'type="MONEY"', 10, 11, 12)
    xml += mark("EVENT_MENTION", 'time="FUTURE" polarity="NEG"', 9)
    path = tmp_path / "made.xml"
    path.write_text(f"<Document>{xml}</Document>", encoding="utf-8")
    found = golds.meantime(path)
    text = found.article.text
    assert text == "Jets sold\n\nMay 4, 2026\n\nIt will pay $5 million on Friday now a b c Friday"
    assert str(found.article.published) == "2026-05-04"
    assert [(text[slice(*date.at)], date.value, date.weekday) for date in found.dates] == [
        ("Friday", "2026-05-08", True)
    ]
    assert [text[a:b] for a, b in found.undated] == ["May 4, 2026", "now"]
    assert [text[a:b] for a, b in found.numbers] == ["$5 million"]
    assert text[slice(*found.mentions[0].sentence)] == "It will pay $5 million on Friday now"
    assert (found.mentions[0].future, found.mentions[0].negative) == (True, True)
    assert text[: found.scope[1]].endswith("a b c")


def test_a_folder_without_either_collection_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds neither"):
        list(golds.load(tmp_path, 1))


def test_a_system_that_fails_on_an_article_delivers_nothing_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_settings: object) -> object:
        def run(_article: object) -> None:
            raise ZeroDivisionError("no luck")

        return run

    monkeypatch.setitem(quality.SYSTEMS, "broken", broken)
    table: dict = {}
    remarks = quality.run("broken", quality.Settings(), [gold(quoted=(at("It will hold,"),))], table)
    assert table["GUM", "quotes"]["broken"] == rates(0, 0, 0, 1)
    assert ("failed", "bridge: ZeroDivisionError: no luck") in remarks


def test_systems_stand_side_by_side_with_a_dash_for_what_one_does_not_deliver() -> None:
    table = {("GUM", "quotes"): {"one": rates(1, 2, 1, 4)}, ("GUM", "ungrounded"): {"one": 3, "two": 0}}
    header, _, quotes, ungrounded = quality.lines(table, ["one", "two"])
    assert header.split() == ["one", "two"]
    assert quotes.split() == ["GUM", "quotes", "0.500", "0.250", "0.333", "1/2", "1/4", "-"]
    assert ungrounded.split() == ["GUM", "ungrounded", "3", "0"]


def test_our_own_articles_are_read_without_any_folder() -> None:
    found = list(golds.load(None, 2))
    assert [one.corpus for one in found] == ["examples", "examples"]
    figures = measures.judge(systems.by_rule(quality.Settings())(found[0].article), found[0]).figures
    assert figures["segments"].gold.of == len(found[0].quoted) + len(found[0].unsaid) > 0
    assert figures["verbatim"].delivered.right == figures["verbatim"].delivered.of > 0


def test_words_are_taken_where_a_peer_says_that_they_stand_without_the_marks() -> None:
    start, end = at('"It will hold,"')
    said = {"text": "It shall hold", "speaker": None, "mention": None, "cue": None, "at": [start, end]}
    happened = {
        **event("No ships sank", "occurred"),
        "evidence": ["No ships"],
        "when": None,
        "date": None,
        "numbers": [],
    }
    happened["at"] = list(at("No ships sank."))
    brief = placing.placed(gold().article, {"quotes": [said], "events": [happened], "summary": []})
    assert brief["quotes"][0]["content"] == [{"text": "It shall hold", "start": start + 1, "end": end - 1}]
    assert brief["events"][0]["evidence"][0]["start"] == at("No ships sank.")[0]
    assert not measures.verbatim(brief["quotes"][0], TEXT)


def test_a_peers_answer_is_asked_for_once_when_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "echo.py"
    script.write_text(
        "import json, sys\n"
        "print(json.dumps({'ready': sys.stdin.readline()}), flush=True)\n"
        "for line in sys.stdin:\n"
        "    words = json.loads(line)['text'].split()[0]\n"
        "    said = {'text': words, 'speaker': None, 'mention': None, 'cue': None}\n"
        "    print(json.dumps({'said': {'quotes': [said], 'events': [], 'summary': []}}), flush=True)\n"
    )
    line = systems.Line([sys.executable, str(script)], {"model": "none"})
    asked, answers = [], line.ask
    monkeypatch.setattr(line, "ask", lambda question: asked.append(question) or answers(question))
    monkeypatch.setattr(systems, "Line", lambda _command, _greeting: line)
    settings = systems.Settings(model="made", base_url="http://127.0.0.1:9/v1", keep=tmp_path / "kept")
    first, second = (systems.peer("instructor")(settings)(gold().article) for _ in range(2))
    line.end()
    assert first == second
    assert first.brief["quotes"][0]["content"] == [span("Bridge")]
    assert len(asked) == 1


def test_a_peer_that_is_not_installed_is_named(tmp_path: Path) -> None:
    settings = systems.Settings(model="made", base_url="http://127.0.0.1:9/v1", peer_python=str(tmp_path / "python"))
    remarks = quality.report(["langextract"], settings, [gold()], {})
    assert remarks["langextract"][0][0] == "not run"
    with pytest.raises(systems.NotHere, match="exit code 3"):
        systems.Line([sys.executable, "-c", "raise SystemExit(3)"], {})


def test_the_worked_example_of_the_peers_keeps_its_own_rules() -> None:
    for one in (*peers.EXAMPLE_ANSWER.quotes, *peers.EXAMPLE_ANSWER.events):
        for words in [getattr(one, "text", ""), getattr(one, "mention", "") or "", *getattr(one, "evidence", ())]:
            assert words in peers.EXAMPLE
