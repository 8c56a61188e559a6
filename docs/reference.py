"""docs/reference.md from the docstrings: `make docs`, or `python docs/reference.py`; `--check` says whether it is up to date."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import griffe

import nutgraf

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference.md"
HEAD = """# Reference

Made from the docstrings by `make docs`; change them, not this page. Settings are keyword-only; what stands before a `*` may be given by place.
`E_co` and `Q_co` stand for your own classes of events and quotes (without them `Event` and `Quote`), `I_co` for the item of a pass: type
checkers know that `summarize(…, event=Accident).events` are Accidents.
"""
PARTS = {
    "Calls": [
        "one_article.summarize",
        "one_article.asummarize",
        "reading.reading.read",
        "verification.verify",
        "claims.check.check",
        "storylines.follow.stories",
    ],
    "Settings": ["summarizer.Summarizer", "passes.Pass", "asking.budget.books.Budget"],
    "What goes in": ["article.model.Article", "article.model.Span", "article.files.many.read_many"],
    "What comes out": [
        f"results.{name}"
        for name in (
            "Brief Quote Speaker Event Cited Participant TimeRef Quantity Point Problem Usage Provenance Outcome Verdict".split()
        )
    ],
    "Fields of your own": ["results.Words"],
    "Many briefs": ["telling.briefs.Briefs"],
    "A text that was checked": [
        *(f"results.{name}" for name in "Report Statement Evidence Fact Quotation".split()),
        "testing.grounded.assert_grounded",
    ],
    "Stories, revisions, evaluations": [
        "telling.stories.Stories",
        *(
            f"results.{name}"
            for name in (
                "Story Happening EventRef Source Addition Account Conflict Correction Recurrence Telling "
                "Revision SentenceChange ItemChange FieldChange Evaluation Figure Rates Ratio Slip".split()
            )
        ),
        "revisions.revise.compare",
        "revisions.revise.revise",
        "revisions.revise.by_rule",
        "evaluation.evaluate.evaluate",
        "evaluation.gold.load",
        "evaluation.gold.Gold",
    ],
    "Without a model": ["reading.reading.Reading"],
    "Errors": [
        f"errors.{name}"
        for name in (
            "NutgrafError ConfigurationError MissingDependencyError ArticleError ModelError ModelUnavailable ModelRefused "
            "ReplyInvalid BudgetExceeded".split()
        )
    ],
}
INTERNAL = {"deferring", "is_answered", "caches"}
"""Of a Summarizer: what a batch asks it."""
TOP_LEVEL = set(nutgraf.__all__)
HOMES = {
    "read_many": "nutgraf.article",
    "Briefs": "nutgraf.telling",
    "Stories": "nutgraf.telling",
    "by_rule": "nutgraf.revisions",
    "compare": "nutgraf.revisions",
    "revise": "nutgraf.revisions",
    "evaluate": "nutgraf.evaluation",
    "load": "nutgraf.evaluation",
    "Gold": "nutgraf.evaluation",
    "Reading": "nutgraf.reading",
    "NutgrafError": "nutgraf",
    "assert_grounded": "nutgraf.testing",
}


def page() -> str:
    """The page."""
    package = griffe.load("nutgraf", search_paths=[ROOT / "src"], docstring_parser="google")
    lines = [HEAD]
    for title, paths in PARTS.items():
        lines.append(f"## {title}\n")
        for path in paths:
            lines += _described(package[path], package)
    return "\n".join(lines).rstrip() + "\n"


def _described(found: griffe.Object | griffe.Alias, package: griffe.Module) -> Iterator[str]:
    home = "nutgraf" if found.name in TOP_LEVEL else HOMES.get(found.name, found.parent.path if found.parent else "")
    yield f"### {home}.{found.name}\n"
    if isinstance(found, griffe.Alias):
        found = found.final_target
    if isinstance(found, griffe.Class):
        yield from _class(found, package)
    elif isinstance(found, griffe.Function):
        yield _signature(found)
        yield from _docstring(found)


def _class(found: griffe.Class, package: griffe.Module) -> Iterator[str]:
    ours = (str(base) for base in found.bases if not str(base).startswith("Generic["))
    bases = [base for base in ours if base not in ("Value", "Shown", "ShownBrief", "BaseModel", "Exception")]
    if bases:
        yield f"Derives from {', '.join(f'`{base}`' for base in bases)}.\n"
    yield from _docstring(found)
    arguments, described = _named(found, "parameters"), _named(found, "attributes")
    attributes = [
        one
        for one in found.members.values()
        if isinstance(one, griffe.Attribute) and _is_told(one) and one.name not in arguments
    ]
    for attribute in attributes:
        said = attribute.docstring.value if attribute.docstring else described.get(attribute.name)
        told = f" - {_one_line(said)}" if said else ""
        default = (
            f" = {attribute.value}" if attribute.value is not None and "Field(" not in str(attribute.value) else ""
        )
        kind = f": {_plain(attribute.annotation)}" if attribute.annotation else ""
        yield f"- `{attribute.name}{kind}{default}`{_choices(attribute, found.module)}{told}"
    if attributes:
        yield ""
    mixed_in = package["shown.ShownBrief"].members if found.name == "Brief" else {}
    for method in (*found.members.values(), *mixed_in.values()):
        if isinstance(method, griffe.Function) and not method.name.startswith("_") and method.name not in INTERNAL:
            yield f"#### {found.name}.{method.name}\n"
            yield _signature(method)
            yield from _docstring(method)


def _named(found: griffe.Class, kind: str) -> dict[str, str]:
    """What the class's docstring tells of each of its "parameters" or "attributes"."""
    sections = found.docstring.parse("google", warnings=False) if found.docstring else []
    return {item.name: item.description for section in sections if section.kind.value == kind for item in section.value}


def _choices(attribute: griffe.Attribute, module: griffe.Module) -> str:
    """The values of a Literal that an annotation goes by the name of."""
    for node in ast.walk(ast.parse(str(attribute.annotation), mode="eval")):
        named = module.members.get(node.id) if isinstance(node, ast.Name) else None
        named = (
            named.final_target
            if isinstance(named, griffe.Alias) and named.target_path.startswith("nutgraf.")
            else named
        )
        value = str(named.value) if isinstance(named, griffe.Attribute) else ""
        if value.startswith("Literal["):
            return f" ({' · '.join(ast.literal_eval(value.removeprefix('Literal')))})"
    return ""


def _is_told(attribute: griffe.Attribute) -> bool:
    return (
        not attribute.name.startswith("_")
        and attribute.name not in {"model_config", *INTERNAL}
        and bool(attribute.annotation or attribute.docstring)
    )


def _signature(found: griffe.Function) -> str:
    shown, star = [], False
    for parameter in found.parameters:
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not star:
            star = True
            shown.append("*")
        mark = {griffe.ParameterKind.var_keyword: "**", griffe.ParameterKind.var_positional: "*"}.get(
            parameter.kind, ""
        )
        kind = f": {_plain(parameter.annotation)}" if parameter.annotation else ""
        default = f" = {parameter.default}" if parameter.default is not None and not mark else ""
        shown.append(f"{mark}{parameter.name}{kind}{default}")
    prefix = "async " if "async" in found.labels else ""
    returns = f" -> {_plain(found.returns)}" if found.returns else ""
    joined = ", ".join(shown)
    if len(joined) > 90:
        joined = "\n    " + ",\n    ".join(shown) + ",\n"
    return f"```text\n{prefix}{found.name}({joined}){returns}\n```\n"


def _docstring(found: griffe.Object) -> Iterator[str]:
    if not found.docstring:
        return
    for section in found.docstring.parse("google", warnings=False):
        match section.kind.value:
            case "text":
                yield f"{section.value}\n"
            case "parameters":
                yield "\n".join(f"- `{item.name}`: {_one_line(item.description)}" for item in section.value) + "\n"
            case "raises":
                yield (
                    "Raises:\n"
                    + "\n".join(f"- `{i.annotation}`: {_one_line(i.description)}" for i in section.value)
                    + "\n"
                )
            case "returns":
                yield "Returns: " + " ".join(_one_line(item.description) for item in section.value) + "\n"


def _one_line(text: str) -> str:
    return re.sub(r"<(?=\w)", r"\<", " ".join(text.split()))


def _plain(annotation: object) -> str:
    """A type as it is meant: what Annotated adds is how a field travels, not what it holds."""

    class Bare(ast.NodeTransformer):
        def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
            self.generic_visit(node)
            if isinstance(node.value, ast.Name) and node.value.id in ("Annotated", "SerializeAsAny"):
                return node.slice.elts[0] if isinstance(node.slice, ast.Tuple) else node.slice
            return node

    return ast.unparse(Bare().visit(ast.parse(str(annotation), mode="eval")))


def main() -> None:
    """Write the page, or with --check say whether it is what the docstrings say."""
    now = page()
    if "--check" not in sys.argv:
        PAGE.write_text(now, "utf-8")
    elif PAGE.read_text("utf-8") != now:
        sys.exit("docs/reference.md is not what the docstrings say now: make docs")


if __name__ == "__main__":
    main()
