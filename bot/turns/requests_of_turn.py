"""What a turn on a matter does to the requests made of it: they end with it, go along with it, or catch up with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.approvals.ending import EndOfText
from bot.approvals.service import ApprovalService
from dialogs.approvals.request import Ended, RequestState
from dialogs.context import DialogContext, Result
from dialogs.current_screen import screen_of
from dialogs.screens import Aside, Screen, Shown

Asides = tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class RequestsOfTurn:
    """The requests on the matters of one person's turn."""

    approvals: ApprovalService
    draw: Callable[[Screen], dict[str, Any]]

    def caught_up(self, reply: Result, desk: Callable[[], DialogContext]) -> Result:
        """With the verdicts that reached a matter taken over before its new owner's answers were whole."""
        saved = tuple(self.approvals.caught_up(matter) for matter in reply.saved)
        if saved == reply.saved:
            return reply
        current = next((one for one in saved if reply.current and one.id == reply.current.id), reply.current)
        shown = Shown(screen_of(current, desk()), reply.shown.asides)
        return replace(reply, saved=saved, current=current, shown=shown)

    def deleted(self, matter_id: str) -> Asides:
        """What was asked of the matter ends as it is deleted; what is said of each that was open."""
        return tuple(Aside("notice", "request_deleted", number) for number in self._ended(matter_id, Ended.DELETED))

    def copied(self, matter_id: str) -> Asides:
        """The same as its note was copied."""
        return tuple(Aside("notice", "request_copied", number) for number in self._ended(matter_id, Ended.COPIED))

    def _ended(self, matter_id: str, how: Ended) -> list[dict[str, str]]:
        ended = EndOfText(self.approvals.unit, self.draw, self.approvals.person.object_id, how).of(matter_id)
        return [{"number": str(one.number)} for one in ended]

    def came_along(self, reply: Result) -> Asides:
        """What is said of the requests that still wait after a take-over."""
        along = [one for matter in reply.saved for one in self.approvals.open_on_answers(matter.id)]
        return tuple(Aside("notice", "request_came_along", {"number": str(one.number)}) for one in along)

    def ask_again(self, reply: Result) -> None:
        """What a supervisor asked back is asked of the one who has taken the matter over."""
        for matter in reply.saved:
            for request in self.approvals.open_on_answers(matter.id):
                if request.state is RequestState.MORE_ASKED:
                    self.approvals.tell_worker(request)
