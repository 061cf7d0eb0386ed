"""Which of the senders that share the database have died."""

from collections.abc import Mapping


class OtherSenders:
    """Counts how often each sender was looked at in vain.

    Nothing hangs on clocks, process numbers or host names, which containers share: a sender that gave no sign of life
    through so many looks is dead. While the database is away nobody can look, so nobody is thought dead for that.
    """

    def __init__(self, looks: int) -> None:
        self._looks = looks
        self._seen: dict[str, tuple[int, int]] = {}

    def dead(self, beats: Mapping[str, int], myself: str) -> list[str]:
        """Return the senders that are dead, by the last sign of life of each."""
        seen = {name: self._seen.get(name, (beat, 0)) for name, beat in beats.items() if name != myself}
        self._seen = {
            name: (beats[name], times + 1 if last == beats[name] else 1) for name, (last, times) in seen.items()
        }
        return [name for name, (_, times) in self._seen.items() if times > self._looks]
