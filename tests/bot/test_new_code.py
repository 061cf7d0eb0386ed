"""A new code is read however it is typed."""

from bot.turns.handovers import new_code
from dialogs.handover import code_in, written

SPACINGS = ("", " ", "-", " - ")


def test_every_new_code_is_read_in_any_spacing_and_case() -> None:
    for _ in range(3000):
        code = new_code()
        for between in SPACINGS:
            typed = written(code).replace("-", between)
            assert code_in(f"take over {typed.lower()}") == code, typed
