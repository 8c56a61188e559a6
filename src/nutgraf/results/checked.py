"""What `check` says of a text that somebody wrote: a `Report` of `Statement`s, each with the articles' sentences beside it."""

from __future__ import annotations

from typing import Any, Literal

from nutgraf.article import Article, Span
from nutgraf.doors import through
from nutgraf.results.brief import Problem
from nutgraf.results.said import Verdict
from nutgraf.shown import Shown
from nutgraf.usage import Usage, Value

StatementVerdict = Literal["verbatim", "judged", "worded", "open", "refuted"]
"""*verbatim*: a sentence or clause of an article; *judged*: a model read the evidence and found all of it there; *worded*:
its names, numbers, time words, negations and most of its words stand in the evidence, which does not prove that they belong
together; *open*: the words neither carry nor contradict it; *refuted*: an article contradicts it, or a name, number, time
word or quotation of it stands in none."""
VERDICTS: tuple[StatementVerdict, ...] = ("refuted", "open", "worded", "judged", "verbatim")
"""From the worst to the best."""
FAILS: dict[str, tuple[StatementVerdict, ...]] = {"refuted": ("refuted",), "open": ("refuted", "open")}
"""What fails a text where refuted statements do, and where open ones do, too."""
FactKind = Literal["name", "number", "time"]


class Evidence(Value):
    """Sentences of one article."""

    article: str
    """The article's key."""
    spans: tuple[Span, ...]
    """Slices of that article's text, in order. Never empty."""


class Fact(Value):
    """A name, a number or a time of a statement, and where it stands."""

    kind: FactKind
    span: Span
    """Its words in the text that was checked."""
    stands: bool
    """Whether any article has it, in whatever form: "Tokyo" stands where an article says "Japanese"."""
    evidence: tuple[Evidence, ...] = ()
    """The places where it stands in words of its own; empty where it stands in another form alone, or nowhere."""
    reckoned: str | None = None
    """How a number that stands nowhere comes of the evidence's numbers: "41 - 3 = 38"."""


class Quotation(Value):
    """Words that a statement puts in quotation marks, held against the articles."""

    span: Span
    """The words inside the marks, in the text that was checked."""
    verdict: Verdict
    """As `verify` gives it, of the article that has most of it; its spans are that article's."""
    article: str | None = None
    """Key of that article; None where none has the words."""
    speaker: str | None = None
    """Who says it by the text."""
    said_by: str | None = None
    """Who says it by the article, where that is somebody else."""
    misattributed: bool = False
    """True where these are two people for sure, and not a body and who speaks for it."""


class Statement(Value):
    """A sentence of the text, or a clause where a sentence says two things."""

    text: str
    span: Span
    """Its place in the text that was checked."""
    verdict: StatementVerdict
    evidence: tuple[Evidence, ...] = ()
    """The sentences that carry most of it, found by code over all articles; empty where none resembles it."""
    reason: str | None = None
    """Why it is open or refuted."""
    rule: str | None = None
    """The name of the rule, or "judge", that the reason comes from."""
    differs: tuple[Span, ...] = ()
    """Its words that the evidence does not have."""
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    according_to: str | None = None
    """Whose word the evidence gives it as, where the statement leaves that out."""


class Report(Shown, Value):
    """A text held against articles, statement by statement."""

    text: str
    statements: tuple[Statement, ...]
    """In the order of the text."""
    articles: tuple[Article, ...]
    """As they were given, each with a key of its own."""
    model: str | None = None
    """The model that judged; None where rules alone did."""
    problems: tuple[Problem, ...] = ()
    """What the model could not be asked, where statements keep the verdict of the rules; and, of kind `not_english`, that no rule
    weighs the wording of articles in another language."""
    usage: Usage = Usage()

    @property
    def ok(self) -> bool:
        """True when nothing is refuted."""
        return not self.found("refuted")

    def found(self, *verdicts: StatementVerdict) -> tuple[Statement, ...]:
        """The statements with one of these verdicts."""
        return tuple(statement for statement in self.statements if statement.verdict in verdicts)

    def article(self, key: str) -> Article:
        """The article of a key.

        Raises:
            ConfigurationError: none has it.
        """
        from nutgraf.errors import ConfigurationError

        for one in self.articles:
            if one.key == key:
                return one
        raise ConfigurationError(f"no article has the key {key[:80]!r}: keys stand in `evidence` and in `articles`")

    def to_html(self, *, title: str | None = None) -> str:
        """A self-contained page: the text lit statement by statement, the articles' sentences beside it."""
        return str(through("check_page")(self, title=title))

    def to_dicts(self) -> list[dict[str, Any]]:
        """A flat row for each statement: its words and place, verdict, rule and reason, the evidence and its article."""
        row = through("statement_row")
        return [row(statement) for statement in self.statements]
