"""stub"""

from nutgraf.results.said import Stance


def stance_of(cue: str) -> Stance | None:
    c = cue.lower()
    if any(w in c for w in ("den", "reject", "disput")):
        return "denies"
    return None
