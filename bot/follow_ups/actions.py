"""The presses and typed words that belong to follow-ups, in a personal chat."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from bot.follow_ups.service import FollowUpService
from dialogs.approvals.request import Refusal
from dialogs.context import DialogContext, Press, Result
from dialogs.current_screen import screen_of
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.questions import Fault
from dialogs.flows.telling import told_afterwards
from dialogs.follow_ups import form
from dialogs.follow_ups.follow_up import FollowUp, require_open_follow_up
from dialogs.follow_ups.screens import PAGE, MyFollowUps, TeamFollowUps
from dialogs.identifier_notice import finds_in, hold_for_notice, with_notice
from dialogs.letter_review_actions import to_be_looked_at
from dialogs.screens import Aside, LooksLike, MovedOn, Screen, Shown, WordsToUse

TYPED = {
    "team_follow_ups": r"(?:the |my )?team(?:'s)? follow[- ]?ups",
    "follow_ups": r"(?:my |show (?:me )?(?:my )?)?follow[- ]?ups",
}
"""What can be typed for the lists."""
INPUTS = {
    "follow_up_done": (
        *("done_when__date", "done_when__time", "done_how", "done_by"),
        *("done_who", "done_whom", "done_everyone"),
    ),
    "move_follow_up": ("move_to__date", "move_because"),
    "ask_not_to_tell": ("not_telling_because",),
}
"""What is filled in beside each way on."""


@dataclass(frozen=True, slots=True)
class FollowUpActions:
    """Takes the presses of one person within one transaction."""

    follow_ups: FollowUpService
    context: DialogContext

    def handle(self, press: Press) -> Result:
        """Return the result of the press; a refused one says why in a plain sentence."""
        try:
            return self._taken(press)
        except Refusal as refusal:
            return self._refused(refusal, press)

    def _taken(self, press: Press) -> Result:
        try:
            return HANDLERS[press.verb](self, press)
        except Fault as fault:
            return self._faulty(fault, press)

    def _refused(self, refusal: Refusal, press: Press) -> Result:
        """Return the refusal: the owner sees the follow-up as it is now, anyone else sees nothing of it."""
        aside = Aside("refused", refusal.code)
        if refusal.code in ("follow_up_closed", "copy_first"):
            shown = self.follow_ups.shown(self.follow_ups.own(press.about))
            return Result(Shown(shown, (aside,)), self.context.current)
        return Result(Shown(screen_of(self.context.current, self.context), (aside,)), self.context.current)

    def _faulty(self, fault: Fault, press: Press) -> Result:
        """Return the card with the invalid text still in its box. Raises Refusal."""
        shown = self.follow_ups.shown(require_open_follow_up(self.follow_ups.own(press.about)))
        typed = {name: press.inputs.get(name, "") for name in INPUTS[press.verb]}
        return self._showing(replace(shown, opened=press.verb, fault=fault, typed=typed))

    def listed(self, press: Press) -> Result:
        """This worker's own."""
        mine = self.follow_ups.mine()
        return self._showing(MyFollowUps(mine, press.place(len(mine), PAGE), self.context.current is not None))

    def team(self, press: Press) -> Result:
        """The overdue ones of a supervisor's teams."""
        overdue = self.follow_ups.overdue()
        return self._showing(TeamFollowUps(overdue, press.place(len(overdue), PAGE)))

    def open(self, press: Press) -> Result:
        """One of them, with the ways on."""
        return self._one(self.follow_ups.own(press.about))

    def happened(self, follow_up_id: str) -> Result | None:
        """The way to say that it is done, opened; None where it is no longer to be done. Nothing is taken yet."""
        try:
            shown = self.follow_ups.shown(require_open_follow_up(self.follow_ups.own(follow_up_id)))
        except Refusal:
            return None
        opened = replace(shown, opened="follow_up_done")
        said = Shown(opened, (Aside("notice", "happened_typed"),))
        return Result(said, self.context.current, left_behind=MovedOn())

    def done(self, press: Press) -> Result:
        """The family knows, or what was waited for came."""
        follow_up = self.follow_ups.looked_up(press.about)
        tells = follow_up.kind is FollowUpKind.TELL_FAMILY
        now = self.context.now
        how = form.read_told(press.inputs, now, follow_up) if tells else form.read_done(press.inputs, now)
        done = self.follow_ups.done(press.about, how)
        return self._looked_over(done, {"done_how": how.how, "done_by": how.by, "done_whom": how.who})

    def move(self, press: Press) -> Result:
        """To be looked at on another day."""
        to = form.read_move(press.inputs, self.context.now)
        return self._looked_over(self.follow_ups.move(press.about, to), {"move_because": to.because})

    def not_telling(self, press: Press) -> Result:
        """A supervisor is asked to accept that the family is not told."""
        because = form.read_not_telling(press.inputs)
        typed = {"not_telling_because": because}
        shown = self.follow_ups.shown(self.follow_ups.may_ask_not_to_tell(press.about))
        if shown.request is None or not shown.request.is_open:
            again = replace(shown, opened="ask_not_to_tell", typed=typed)
            waits = hold_for_notice(press, typed, again, self.context)
            if waits:
                return waits
        return self._one(self.follow_ups.ask_not_to_tell(press.about, because))

    def reword(self, press: Press) -> Result:
        """The addition in a box, to be changed before it is copied."""
        return self._showing(replace(self.follow_ups.shown(self.follow_ups.own(press.about)), rewording=True))

    def reworded(self, press: Press) -> Result:
        """The addition as it was changed."""
        words = press.inputs.get("follow_up_addition", "").strip()
        return self._looked_over(self.follow_ups.reworded(press.about, words), {"follow_up_addition": words})

    def copied(self, press: Press) -> Result:
        """Note that the additions were copied to MOSAIC."""
        return self._one(self.follow_ups.copied(press.about))

    def words(self, press: Press) -> Result:
        """The words for the family: with the lines, once looked at, while the matter has them; else made afresh."""
        follow_up = self.follow_ups.own(press.about)
        shown = self.follow_ups.shown(follow_up)
        if follow_up.kind is not FollowUpKind.TELL_FAMILY:
            raise Refusal("nothing_to_tell")
        matter = self.context.find(follow_up.matter_id)
        if matter is None or not _has_words(matter):
            return self._showing(replace(shown, words=True))
        looking = to_be_looked_at(matter, "parents")
        if looking:
            return Result(Shown(screen_of(looking, self.context)), looking, saved=(looking,))
        posts = (WordsToUse(matter, matter.decision(), "parents", self.context.signature),)
        return Result(Shown(shown, (Aside("notice", "words_below"),)), self.context.current, posts=posts)

    def _looked_over(self, follow_up: FollowUp, texts: Mapping[str, str]) -> Result:
        """It was taken; what says who a person is in it is asked about above its card."""
        finds = finds_in(texts, self.context)
        reply = self._one(follow_up)
        return with_notice(reply, LooksLike(finds, about=follow_up.id)) if finds else reply

    def _one(self, follow_up: FollowUp) -> Result:
        return self._showing(self.follow_ups.shown(follow_up))

    def _showing(self, screen: Screen) -> Result:
        return Result(Shown(screen), self.context.current)


def _has_words(matter: Matter) -> bool:
    """3.12  Whether its text is still here, with words for afterwards."""
    if matter.phase is not Phase.NOTE or matter.flow.texts_by_verb.get("words_parents") is None:
        return False
    return told_afterwards(matter.decision())


Handler = Callable[[FollowUpActions, Press], Result]
HANDLERS: Mapping[str, Handler] = {
    "follow_ups": FollowUpActions.listed,
    "team_follow_ups": FollowUpActions.team,
    "open_follow_up": FollowUpActions.open,
    "follow_up_done": FollowUpActions.done,
    "move_follow_up": FollowUpActions.move,
    "ask_not_to_tell": FollowUpActions.not_telling,
    "follow_up_words": FollowUpActions.words,
    "follow_up_copied": FollowUpActions.copied,
    "reword_follow_up": FollowUpActions.reword,
    "follow_up_reworded": FollowUpActions.reworded,
}
