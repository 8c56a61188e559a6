"""Print constraints that hold every direct dependency to the lowest version that pyproject.toml allows (make test-lowest)."""

import re
import tomllib
from pathlib import Path

settings = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
project = settings["project"]
extras = (line for extra in project["optional-dependencies"].values() for line in extra)
# What the tests themselves need comes first: they are written for a newer pytest than the plugin needs.
wanted = [*settings["dependency-groups"]["test"], *project["dependencies"], *extras]
floors: dict[str, str] = {}
for line in wanted:
    if found := re.match(r"([\w.-]+)>=([\w.]+)", line):
        floors.setdefault(*found.groups())
print("\n".join(f"{name}=={floor}" for name, floor in sorted(floors.items())))
