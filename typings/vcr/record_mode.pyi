from enum import Enum

class RecordMode(str, Enum):  # noqa: UP042 - as vcrpy has it
    ALL = "all"
    ANY = "any"
    NEW_EPISODES = "new_episodes"
    NONE = "none"
    ONCE = "once"
