"""Whole sentences out of our words and a person's own: the joint is chosen by what was typed, and each ends once."""

from dataclasses import dataclass

from cards.words import render_run
from dialogs.text.purpose import Purpose, reason, use
from dialogs.text.sentences import ended


@dataclass(frozen=True, slots=True)
class Joined:
    """A reason or a use that was typed; a template says what stands before it, and gets the sentence."""

    kind: str
    purpose: Purpose

    def __bool__(self) -> bool:
        """Whether there is something to say."""
        return bool(self.purpose)

    def after(self, opening: str) -> str:
        """ "I'm doing it" as "I'm doing it so that P can sleep."; empty where there is nothing to say."""
        if not self.purpose:
            return ""
        said = {"opening": opening, "joint": str(self.purpose.joint), "words": ended(self.purpose.words)}
        return render_run(f"joints.{self.kind}", **said).text


def reason_clause(typed: object) -> Joined:
    """Why something is shared or asked."""
    return Joined("why", reason(typed))


def use_clause(typed: object) -> Joined:
    """What something will be used for."""
    return Joined("used_for", use(typed))
