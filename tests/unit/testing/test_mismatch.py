"""Why a recording no longer fits: each cause is named, the nearest recording is compared, and long lists are cut."""

from __future__ import annotations

from typing import Any

from nutgraf.testing.mismatch import explained

SCHEMA = {"type": "object", "properties": {"title": {"type": "string"}, "topic": {"type": "string"}}}


def interaction(**changes: Any) -> dict[str, Any]:
    """A recorded request; `json` holds what is changed in its body."""
    body = {
        "model": "m",
        "messages": [{"role": "system", "content": "List."}, {"role": "user", "content": "[1] One.\n[2] Two."}],
        "response_format": {"json_schema": {"schema": SCHEMA}},
    } | changes.pop("json", {})
    request = {"step": "events", "prompts": {"events/v1": "a" * 64}, "method": "POST", "path": "/v1/chat/completions"}
    return {"request": request | {"json": body} | changes}


def why(asked: dict[str, Any], *recorded: dict[str, Any]) -> tuple[str, ...]:
    return explained(asked, recorded or (interaction(),), "cassettes/t.yaml", "pytest t --record-mode=rewrite").changes


def test_the_message_names_the_cassette_the_pass_and_how_to_record_again() -> None:
    said = str(explained(interaction(), [], "cassettes/t.yaml", "pytest t --record-mode=rewrite"))
    assert said.startswith("cassettes/t.yaml does not hold this request (events):")
    assert "nothing is recorded for this test" in said
    assert said.endswith("Record again: pytest t --record-mode=rewrite")


def test_an_equal_request_was_made_too_often() -> None:
    assert why(interaction()) == ("the same request was made more often than it was recorded",)


def test_another_address() -> None:
    assert why(interaction(path="/v2/chat", method="PUT")) == (
        "the request goes to PUT /v2/chat; recorded was POST /v1/chat/completions",
    )


def test_prompts_that_are_new_gone_or_edited() -> None:
    assert why(interaction(prompts={"events/v2": "b" * 64})) == (
        "prompt events/v1 is no longer used",
        "prompt events/v2 is new here; recorded were events/v1",
    )
    assert why(interaction(prompts={"events/v1": "b" * 64})) == (
        f"prompt events/v1 was edited: digest {'b' * 12}, recorded {'a' * 12}",
    )
    assert why(interaction(), interaction(prompts={})) == ("prompt events/v1 is new here; recorded were none",)


def test_fields_that_are_new_gone_or_changed() -> None:
    properties = {"title": {"type": "integer"}, "place": {"type": "string"}}
    changed = {"json_schema": {"schema": {"type": "object", "properties": properties}}}
    assert why(interaction(json={"response_format": changed})) == (
        "schema: place was added",
        "schema: topic was removed",
        "schema: title changed",
    )


def test_fields_within_lists_and_options_have_their_path() -> None:
    inner = {"type": "object", "properties": {"name": {"type": "string"}}}
    outer = {"people": {"type": "array", "items": inner}, "place": {"anyOf": [inner, {"type": "null"}]}}
    changed = {"json_schema": {"schema": {"type": "object", "properties": outer}}}
    assert set(why(interaction(json={"response_format": changed}))) >= {
        "schema: people was added",
        "schema: people[].name was added",
        "schema: place.name was added",
    }


def test_a_request_without_a_schema_lost_every_field() -> None:
    assert why(interaction(json={"response_format": None})) == (
        "schema: title was removed",
        "schema: topic was removed",
    )


def test_a_sentence_that_changed_came_or_went() -> None:
    def asked(text: str) -> dict[str, Any]:
        messages = [{"role": "system", "content": "List."}, {"role": "user", "content": text}]
        return interaction(json={"messages": messages})

    assert why(asked("[1] One.\n[2] Too.")) == ("the article: '[2] Two.' became '[2] Too.'",)
    assert why(asked("[1] One.\n[2] Two.\n[3] Three.")) == ("the article: '[3] Three.' was added",)
    assert why(asked("[1] One.")) == ("the article: '[2] Two.' is gone",)


def test_another_number_of_messages_and_another_instruction() -> None:
    user = {"role": "user", "content": "[1] One.\n[2] Two."}
    assert why(interaction(json={"messages": [user]})) == ("1 messages; recorded were 2",)
    told = {"role": "system", "content": "Name."}
    assert why(interaction(json={"messages": [told, user]})) == ("message 1 (system): 'List.' became 'Name.'",)


def test_another_setting() -> None:
    assert why(interaction(json={"temperature": 0.5})) == ("temperature is 0.5; recorded was None",)


def test_a_body_that_is_no_json_is_compared_as_text() -> None:
    assert why(
        interaction(json={}) | {"request": interaction()["request"] | {"json": "a=2"}},
        *[{"request": interaction()["request"] | {"json": "a=1"}}],
    ) == ("body is 'a=2'; recorded was 'a=1'",)


def test_the_nearest_recording_is_the_one_compared() -> None:
    other = interaction(step="quotes", prompts={"quotes/v1": "c" * 64})
    assert why(interaction(json={"temperature": 1}), other, interaction()) == ("temperature is 1; recorded was None",)


def test_a_long_list_of_changes_is_cut() -> None:
    error = explained(interaction(json={f"s{n:02}": n for n in range(30)}), [interaction()], "c.yaml", "pytest t")
    assert len(error.changes) < 30
    assert f"… and {30 - len(error.changes)} more changes" in str(error)
