PATCHER_NAMES: tuple[str, ...]
