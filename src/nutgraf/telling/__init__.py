"""Telling: a brief for the terminal, as a page, as tables, as JSON-LD; it knows results and nothing above them.

`Briefs` and `Stories` hold many: `from nutgraf.telling import Briefs`.
"""

from nutgraf.telling.briefs import Briefs
from nutgraf.telling.stories import Stories

__all__ = ["Briefs", "Stories"]
