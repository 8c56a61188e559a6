"""Scripts, which put spaces between words or not; and signs that are written in several ways."""

from __future__ import annotations

UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u0f00-\u0f03\u0f18-\u0f39\u0f3e-\u0fbc\u1000-\u1049\u1050-\u109f"
    "\u1780-\u17d3\u17d7\u17dc-\u17e9\u1980-\u19df\u1a20-\u1a99\ua9e0-\ua9fe\uaa60-\uaadd"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Characters of scripts that put no space between words, as a regular expression writes them: each stands for itself."""
LETTER = rf"[^\W_{UNSPACED}]"
"""A letter or digit of a script that puts spaces between words."""
APOSTROPHES = "’‘ʼʻ′`´＇"
QUOTES = "“”„‟″«»＂"
DASHES = "‐‑‒–—―−⸺⸻﹘﹣－"
"""Forms of the signs ' and " and -."""
