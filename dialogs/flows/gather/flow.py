"""Network checks: what is asked, in the order of section 5, and what can be done then."""

from dialogs.engine.answers import DISAGREED, Values
from dialogs.engine.flow import Ask, Flow, GeneratedText, OutcomeAction, SizeLimit, Step
from dialogs.engine.letter_review import agencies_asked, looks
from dialogs.flows.follow_ups_opened import of_checks
from dialogs.flows.gather import conditions as when
from dialogs.flows.gather import offered, typed
from dialogs.flows.gather import questions as ask
from dialogs.flows.gather.facts import asked, facts
from dialogs.flows.gather.first_message import FIRST_MESSAGE
from dialogs.flows.gather.invalidation import invalidated
from dialogs.flows.share import questions as of_share
from dialogs.flows.share.flow import FOR_PARENTS, STAFF_STEP, THEY_KNOW, TOLD_SINCE
from dialogs.flows.shared_questions import CHILD, CONTACT, PARENTS, PART_IN_CASE
from guidance.decide import may_go_ahead


def sent_against_a_no(values: Values) -> bool:
    """The requests were sent though the answer was "not yet" or a supervisor did not agree."""
    return when.sent(values) and (DISAGREED in values or not may_go_ahead("gather", asked(values)))


RISK = when.reason_given("risk", "unsure")
FLOW = Flow(
    name="gather",
    steps=(
        Step("checks_case", (Ask("", CHILD), Ask("3.10", PART_IN_CASE), Ask("5.1", ask.WHY_NOW))),
        STAFF_STEP,
        Step("assessment", (Ask("2.4", ask.ASSESSMENT, when.not_sure_of_concern),)),
        Step(
            "agencies",
            (
                Ask("3.7", ask.AGENCIES),
                Ask("3.5(b)", of_share.WHY),
                Ask("3.7", ask.MORE_THAN_NEEDED),
                Ask("2.3", of_share.KINDS),
            ),
        ),
        Step("checks_told", (Ask("5.2", ask.TOLD_OF_CHECKS),)),
        Step("request_untold", (Ask("3.9", of_share.REASONS, when.request_untold),)),
        Step(
            "checks_grounds",
            (
                Ask("5.2", ask.CHECK_GROUNDS, when.checks_untold),
                Ask("5.2", ask.GROUNDS_BECAUSE, when.checks_untold),
                Ask("3.9(a)", of_share.HARM_SUFFERED, RISK),
                Ask("3.9(a)", of_share.HARM_KNOWN, RISK),
                Ask("3.9(a)", of_share.REAL_CONCERN, RISK),
                Ask("3.9(a)", of_share.CONCERN_BECAUSE, RISK),
                Ask("3.9(b)", of_share.CRIME_BECAUSE, when.reason_given("crime")),
                Ask("3.9(c)", of_share.NOT_PRACTICABLE_BECAUSE, when.reason_given("not_practicable")),
                Ask("3.9(d)", of_share.COURT_COVERS, when.reason_given("court")),
            ),
        ),
        Step(
            "checks_parents", (Ask("3.2", PARENTS, when.to_be_told_first), Ask("3.2", CONTACT, when.to_be_told_first))
        ),
    ),
    closing=(
        TOLD_SINCE,
        Step(
            "sent",
            (
                Ask("3.8", ask.SENT_WHEN, when.sent),
                Ask("3.8", ask.SENT_HOW, when.sent),
                Ask("3.8", ask.SENT_DIFFERENT, when.sent),
                Ask("3.8", of_share.PARENTS_SAID, when.sent_told),
                Ask("", of_share.CHILD_VIEW, when.sent_untold),
                Ask("", of_share.DEPARTED_BECAUSE, sent_against_a_no),
                Ask("3.12", of_share.LOOK_AGAIN, when.sent_untold),
            ),
        ),
        Step("not_sent", (Ask("3.8", ask.NOT_SENT_BECAUSE, when.not_sent),)),
        Step(
            "reply",
            (
                Ask("3.13", ask.REPLY_WHO, when.reply_came),
                Ask("3.13", ask.REPLY_SAID, when.reply_came),
                Ask("3.13", ask.REPLY_LIMIT, when.reply_came),
                Ask("4.1", ask.REPLY_DOCUMENT, when.reply_came),
            ),
        ),
    ),
    looks=looks(agencies_asked, "why"),
    actions=(
        OutcomeAction("sent", "sent", {"outcome": "sent"}, offered.someone_to_ask, typed=typed.SENT),  # 5.1
        OutcomeAction("not_sent", "not_sent", {"outcome": "not_sent"}, offered.at_any_time, typed=typed.NOT_SENT),
        THEY_KNOW,
        OutcomeAction(  # 3.13
            "reply", "reply", {"reply_of": ...}, offered.can_reply, typed=typed.REPLY, each_of="agencies"
        ),
    ),
    shown_actions=offered.shown_actions,
    texts=(
        FOR_PARENTS,
        GeneratedText("requests", offered.requests_of_use, typed.REQUESTS),  # 5.1, 2.4
    ),
    facts=facts,
    ends_early=when.no_basis,
    invalidated=invalidated,
    dated="sent_when",
    kept=("child", "outcome", "sent_when", "look_again", "told_of_checks", "told_since", "told_each", "told_when"),
    told=frozenset({"agencies", "why"}),
    room=SizeLimit(before=11_000, after=8_800, one_by_one=5_500),
    follow_ups=of_checks,
    first_message=FIRST_MESSAGE,
)
