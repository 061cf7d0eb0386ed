"""What supervisors said of a matter, as it stands in its note: in their own names."""

from datetime import datetime

from cards import words
from cards.approvals.times import clock_of, unstopped
from dialogs.approvals.effects import verdicts
from dialogs.matter import Matter


def verdict_lines(matter: Matter) -> list[str]:
    """One line a verdict on the answers as they stand."""
    found = []
    for seen in verdicts(matter):
        when = clock_of(datetime.fromisoformat(seen.when))
        found.append(
            words.plain(f"approvals.note.{seen.state}", who=seen.who, when=when, reason=unstopped(seen.reason)).text
        )
    return found
