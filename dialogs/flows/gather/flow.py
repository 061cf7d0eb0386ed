"""Network checks: the questions, in the order of section 5."""

from dialogs.engine.answers import Values, disagreed
from dialogs.engine.flow import Ask, Flow, SizeLimit, Step
from dialogs.engine.letter_review import agencies_asked, looks
from dialogs.flows.follow_ups_opened import of_checks
from dialogs.flows.gather import conditions as when
from dialogs.flows.gather import questions as ask
from dialogs.flows.gather.actions import DRAFTS, WAYS, shown_ways
from dialogs.flows.gather.facts import asked, facts
from dialogs.flows.gather.first_message import FIRST_MESSAGE
from dialogs.flows.gather.invalidation import touched
from dialogs.flows.share import questions as of_share
from dialogs.flows.share.cards import STAFF_CARD, TOLD_SINCE
from dialogs.flows.shared_questions import CHILD, CONTACT, PARENTS, PART_IN_CASE
from guidance.decide import may_go_ahead


def sent_against_a_no(values: Values) -> bool:
    """They were sent though the answer was "not yet", or a supervisor did not agree: the worker says why."""
    return when.sent(values) and (disagreed(values) or not may_go_ahead("gather", asked(values)))


RISK = when.reason_given("risk", "unsure")
FLOW = Flow(
    name="gather",
    cards=(
        Step("checks_case", (Ask(CHILD), Ask(PART_IN_CASE), Ask(ask.WHY_NOW))),
        STAFF_CARD,
        Step("assessment", (Ask(ask.ASSESSMENT, when.not_sure_of_concern),)),
        Step(
            "agencies",
            (
                Ask(ask.AGENCIES),
                Ask(of_share.WHY),
                Ask(ask.MORE_THAN_NEEDED),
                Ask(of_share.KINDS),
            ),
        ),
        Step("checks_told", (Ask(ask.TOLD_OF_CHECKS),)),
        Step("request_untold", (Ask(of_share.REASONS, when.request_untold),)),
        Step(
            "checks_grounds",
            (
                Ask(ask.CHECK_GROUNDS, when.checks_untold),
                Ask(ask.GROUNDS_BECAUSE, when.checks_untold),
                Ask(of_share.HARM_SUFFERED, RISK),
                Ask(of_share.HARM_KNOWN, RISK),
                Ask(of_share.REAL_CONCERN, RISK),
                Ask(of_share.CONCERN_BECAUSE, RISK),
                Ask(of_share.CRIME_BECAUSE, when.reason_given("crime")),
                Ask(of_share.NOT_PRACTICABLE_BECAUSE, when.reason_given("not_practicable")),
                Ask(of_share.COURT_COVERS, when.reason_given("court")),
            ),
        ),
        Step("checks_parents", (Ask(PARENTS, when.to_be_told_first), Ask(CONTACT, when.to_be_told_first))),
    ),
    closing=(
        TOLD_SINCE,
        Step(
            "sent",
            (
                Ask(ask.SENT_WHEN, when.sent),
                Ask(ask.SENT_HOW, when.sent),
                Ask(ask.SENT_DIFFERENT, when.sent),
                Ask(of_share.PARENTS_SAID, when.sent_told),
                Ask(of_share.CHILD_VIEW, when.sent_untold),
                Ask(of_share.DEPARTED_BECAUSE, sent_against_a_no),
                Ask(of_share.LOOK_AGAIN, when.sent_untold),
            ),
        ),
        Step("not_sent", (Ask(ask.NOT_SENT_BECAUSE, when.not_sent),)),
        Step("reply", tuple(Ask(question, when.reply_came) for question in ask.REPLY)),
    ),
    facts=facts,
    ends_early=when.no_basis,
    touched=touched,
    ways=WAYS,
    shown_ways=shown_ways,
    drafts=DRAFTS,
    dated="sent_when",
    kept=("child", "outcome", "sent_when", "look_again", "told_of_checks", "told_since", "told_each", "told_when"),
    told=frozenset({"agencies", "why"}),
    room=SizeLimit(before=11_000, after=8_800, one_by_one=5_500),
    looks=looks(agencies_asked, "why"),
    follow_ups=of_checks,
    first_message=FIRST_MESSAGE,
)
