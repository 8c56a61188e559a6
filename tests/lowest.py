"""Print constraints that hold every direct dependency to the lowest version that pyproject.toml allows (make test-lowest)."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path


def floors(lines: Iterable[object]) -> dict[str, str]:
    """Names and their lowest versions."""
    found = (re.match(r"([\w.-]+)>=([\w.]+)", line) for line in lines if isinstance(line, str))
    return {match[1]: match[2] for match in found if match}


settings = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
project = settings["project"]
lowest = floors(line for extra in project["optional-dependencies"].values() for line in extra)
lowest |= floors(project["dependencies"])
# The tests are written for a newer pytest than the plugin needs.
lowest |= {name: floor for name, floor in floors(settings["dependency-groups"]["test"]).items() if name in lowest}
print("\n".join(f"{name}=={floor}" for name, floor in sorted(lowest.items())))
