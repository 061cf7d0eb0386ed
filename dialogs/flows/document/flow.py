"""A document that someone else wrote: what is asked, in the order of section 4, and what can be done then."""

from dialogs.engine.answers import Values
from dialogs.engine.flow import Ask, Flow, GeneratedText, OutcomeAction, Step, Transition, only_when
from dialogs.engine.letter_review import looks, no_lines
from dialogs.flows.document import conditions as when
from dialogs.flows.document import offered, typed
from dialogs.flows.document import questions as ask
from dialogs.flows.document.audience import audience_named
from dialogs.flows.document.facts import facts
from dialogs.flows.document.first_message import FIRST_MESSAGE
from dialogs.flows.document.invalidation import invalidated
from dialogs.flows.follow_ups_opened import of_document
from dialogs.flows.share import flow as shared
from dialogs.flows.share import questions as as_in_share
from dialogs.flows.shared_questions import CHILD, LEGAL_STATUS, PART_IN_CASE


def known_ourselves(values: Values) -> Values:
    """What a sharing of what we know ourselves starts with: the document and its author stay behind."""
    same = {name: values.get(name) for name in ("child", "part_in_case", "staff", "parents", "contact")}
    return {**same, "recipient": values.get("recipient")} if when.for_professionals(values) else same


FLOW = Flow(
    name="document",
    steps=(
        Step(
            "doc_case",
            (
                Ask("", CHILD),
                Ask("3.10", PART_IN_CASE),
                Ask("4.1", ask.DOCUMENT),
                Ask("4.1", ask.AUDIENCE),
                Ask("4.1", ask.WHO_EXACTLY),
                Ask("3.5(c)", as_in_share.USED_FOR),
            ),
        ),
        shared.STAFF_STEP,
        Step(
            "doc_author",
            (
                Ask("4.1", ask.DOCUMENT_AUTHOR),
                Ask("4.1", ask.AUTHOR_SERVICE),
                Ask("", ask.DOCUMENT_DATED),
                Ask("4.1", ask.WHOSE_WORDS),
                Ask("4.1", ask.QUOTES),
            ),
        ),
        Step(
            "doc_agreement",
            (
                Ask("4.1", ask.QUOTED_WHO, when.quotes_others),
                Ask("4.1", as_in_share.AUTHOR_AGREED, when.someone_elses),
                Ask("4.1", ask.QUOTED_AGREED, when.quotes_beside_the_author),
                Ask("4.2", as_in_share.AUTHOR_TALK, when.someone_elses),
                Ask("4.3", ask.LAWFUL_DOUBT, when.someone_elses),
            ),
        ),
        Step(
            "doc_recipient",
            (
                Ask("3.7", as_in_share.RECIPIENT, when.for_professionals),
                Ask("3.7", as_in_share.NEED_TO_KNOW, when.for_professionals),
                Ask("3.7", ask.DOC_NEEDED, when.for_professionals),
                Ask("3.5(b)", as_in_share.WHY, when.for_professionals),
            ),
        ),
        Step("court_first", (Ask("3.9(d)", as_in_share.COURT_ORDERED, when.court_in_question),)),
        Step(
            "doc_reading",
            (
                Ask("4.4", ask.UNSHAREABLE, when.to_be_read),
                Ask("4.4", ask.TAKEN_OUT_BY, when.to_be_read),
                Ask("2.3", as_in_share.KINDS, when.sent_out),
            ),
        ),
        Step(
            "doc_redacted",
            (Ask("4.4", ask.WHAT_CAME_OUT, when.taken_out), Ask("4.4", ask.MANAGER_SIGNED, when.manager_has)),
        ),
        Step(
            "doc_order", (Ask("4.5", LEGAL_STATUS, when.someone_elses), Ask("4.1", ask.COURT_CASE, when.someone_elses))
        ),
        only_when(when.for_professionals, shared.PARENTS_KNOW),
        only_when(when.for_professionals, shared.TELL_FIRST),
        only_when(when.for_professionals, shared.GROUNDS),
    ),
    closing=(
        shared.TOLD_SINCE,
        Step(
            "given",
            (
                Ask("3.8", ask.GIVEN_WHEN, when.closed_as("given")),
                Ask("3.8", ask.GIVEN_HOW, when.closed_as("given")),
                Ask("3.8", ask.GIVEN_TO, when.closed_as("given")),
                Ask("3.8", ask.GIVEN_SAID, when.closed_as("given")),
                Ask("3.8", ask.GIVEN_DIFFERENT, when.closed_as("given")),
                Ask("", as_in_share.DEPARTED_BECAUSE, when.given_against_a_no),
                Ask("3.12", as_in_share.LOOK_AGAIN, when.given_untold),
            ),
        ),
        Step(
            "not_given",
            (
                Ask("3.8", ask.NOT_GIVEN_BECAUSE, when.closed_as("not_given")),
                Ask("", ask.WAITING_TOLD, when.closed_as("not_given")),
            ),
        ),
    ),
    looks=looks(no_lines, "why", "used_for"),
    actions=(
        OutcomeAction("given", "given", {"outcome": "given"}, offered.may_go, typed=typed.GIVEN),  # 4.1 to 4.5
        OutcomeAction("not_given", "not_given", {"outcome": "not_given"}, offered.at_any_time, typed=typed.NOT_GIVEN),
        shared.THEY_KNOW,
    ),
    shown_actions=offered.shown_actions,
    texts=(
        GeneratedText("author", offered.author_to_be_asked, typed.WORDS_FOR_AUTHOR),  # 4.1, 4.2
        GeneratedText("legal", offered.for_legal_services, typed.NOTE_TO_LEGAL),  # 4.3, 4.5
        GeneratedText("holding", offered.someone_waits, typed.WORDS_WHILE_WAITING),
        shared.FOR_PARENTS,
        GeneratedText("so_far", offered.waits, typed.NOTE_SO_FAR),
    ),
    # Section 4 has no quick way: the document waits, and our own knowledge may go under section 3.
    transitions=(Transition("share", offered=offered.waits, carries=known_ourselves),),
    facts=facts,
    ends_early=when.nothing_more_matters,
    invalidated=invalidated,
    dated="given_when",
    kept=(
        "child",
        "audience",
        "outcome",
        "given_when",
        "look_again",
        "told_items",
        "told_since",
        "told_each",
        "told_when",
    ),
    told=frozenset({"document", "who_exactly", "used_for", "why"}),
    follow_ups=of_document,
    first_message=FIRST_MESSAGE,
    they=audience_named,
    ours_alone=when.ours_alone,
)
