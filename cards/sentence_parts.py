"""Parts of sentences that mix our words with a person's own: joints and endings."""

from msgspec import Struct

from cards.words import render_run
from dialogs.text.purpose import Purpose, parse_purpose
from dialogs.text.sentences import end_sentence


class Joined(Struct, frozen=True):
    """A reason or a use that was typed; a template gives the opening and gets the sentence."""

    kind: str
    purpose: Purpose

    def __bool__(self) -> bool:
        return bool(self.purpose.words)

    def after(self, opening: str) -> str:
        """Return "I'm doing it" as "I'm doing it so that P can sleep."; empty if nothing was typed."""
        if not self.purpose.words:
            return ""
        said = {"opening": opening, "joint": str(self.purpose.joint), "words": end_sentence(self.purpose.words)}
        return render_run(f"joints.{self.kind}", **said).text


def reason_clause(typed: object) -> Joined:
    return Joined("why", parse_purpose(str(typed or "")))


def use_clause(typed: object) -> Joined:
    return Joined("used_for", parse_purpose(str(typed or ""), use=True))


def without_stop(text: str) -> str:
    """Return a reason without its full stop, where a sentence of ours goes on."""
    return text.rstrip(". \n")
