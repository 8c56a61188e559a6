"""What checking costs grows in step with the article, however it is written."""

from __future__ import annotations

from typing import Any

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from scaling import assert_linear


def check_a_long_sentence(text: str) -> None:
    """Titles that are kept and titles that give way to the whole sentence, of an article that is one sentence."""
    reading = read(Article.from_text(f"The port of Sala {text}.", published="2026-03-12"))
    (window,) = runs(reading, "article")
    titles = ("The minister opened the gate.", "The minister will open 17 gates.", "Crews had not closed the road.")
    for title in titles:
        for name, item in (("events", EVENT | {"title": title}), ("summary", {"evidence": [1], "text": title})):
            asked = built_in(name)
            answer = wire.answer_class(((name, asked.item),)).model_validate({name: [item]})
            asked.checked(reading, [(window, getattr(answer, name))])


EVENT: dict[str, Any] = {
    "evidence": [1], "status": "occurred", "participants": [], "place": None, "time": None, "quantities": [], "according_to": None,
}  # fmt: skip


def test_checking_is_linear_in_a_sentence_without_end() -> None:
    unit = "the minister opened gate 12 and officials denied that crews had closed road 7 before the vote on Friday "
    assert_linear(check_a_long_sentence, unit, 12_500)
