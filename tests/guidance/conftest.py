"""How hypothesis runs here: the same cases every time, on a machine of any speed, leaving nothing behind."""

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, database=None, derandomize=True)
settings.load_profile("repeatable")
