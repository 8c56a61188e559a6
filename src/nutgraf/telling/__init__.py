"""Telling: a brief for the terminal, as a page, as tables, as JSON-LD; it knows results and nothing above them.

`Briefs` holds many: `from nutgraf.telling import Briefs`.
"""

from nutgraf.telling.briefs import Briefs

__all__ = ["Briefs"]
