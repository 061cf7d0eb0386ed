"""A document that someone else wrote: the questions, in the order of section 4."""

from dialogs.engine.flow import Ask, Flow, Step, only_when
from dialogs.engine.letter_review import looks, no_lines
from dialogs.flows.document import conditions as when
from dialogs.flows.document import questions as ask
from dialogs.flows.document.actions import DRAFTS, HANDS_ON, WAYS, shown_ways
from dialogs.flows.document.audience import audience_named
from dialogs.flows.document.facts import facts
from dialogs.flows.document.first_message import FIRST_MESSAGE
from dialogs.flows.document.invalidation import touched
from dialogs.flows.follow_ups_opened import of_document
from dialogs.flows.share import cards as shared
from dialogs.flows.share import questions as as_in_share
from dialogs.flows.shared_questions import CHILD, LEGAL_STATUS, PART_IN_CASE

FLOW = Flow(
    name="document",
    cards=(
        Step(
            "doc_case",
            (
                Ask(CHILD),
                Ask(PART_IN_CASE),
                Ask(ask.DOCUMENT),
                Ask(ask.AUDIENCE),
                Ask(ask.WHO_EXACTLY),
                Ask(as_in_share.USED_FOR),
            ),
        ),
        shared.STAFF_CARD,
        Step(
            "doc_author",
            (
                Ask(ask.DOCUMENT_AUTHOR),
                Ask(ask.AUTHOR_SERVICE),
                Ask(ask.DOCUMENT_DATED),
                Ask(ask.WHOSE_WORDS),
                Ask(ask.QUOTES),
            ),
        ),
        Step(
            "doc_agreement",
            (
                Ask(ask.QUOTED_WHO, when.quotes_others),
                Ask(as_in_share.AUTHOR_AGREED, when.someone_elses),
                Ask(ask.QUOTED_AGREED, when.quotes_beside_the_author),
                Ask(as_in_share.AUTHOR_TALK, when.someone_elses),
                Ask(ask.LAWFUL_DOUBT, when.someone_elses),
            ),
        ),
        Step(
            "doc_recipient",
            (
                Ask(as_in_share.RECIPIENT, when.for_professionals),
                Ask(as_in_share.NEED_TO_KNOW, when.for_professionals),
                Ask(ask.DOC_NEEDED, when.for_professionals),
                Ask(as_in_share.WHY, when.for_professionals),
            ),
        ),
        Step("court_first", (Ask(as_in_share.COURT_ORDERED, when.court_in_question),)),
        Step(
            "doc_reading",
            (
                Ask(ask.UNSHAREABLE, when.to_be_read),
                Ask(ask.TAKEN_OUT_BY, when.to_be_read),
                Ask(as_in_share.KINDS, when.sent_out),
            ),
        ),
        Step("doc_redacted", (Ask(ask.WHAT_CAME_OUT, when.taken_out), Ask(ask.MANAGER_SIGNED, when.manager_has))),
        Step("doc_order", (Ask(LEGAL_STATUS, when.someone_elses), Ask(ask.COURT_CASE, when.someone_elses))),
        only_when(when.for_professionals, shared.PARENTS_KNOW),
        only_when(when.for_professionals, shared.TELL_FIRST),
        only_when(when.for_professionals, shared.GROUNDS),
    ),
    closing=(
        shared.TOLD_SINCE,
        Step(
            "given",
            (
                Ask(ask.GIVEN_WHEN, when.closed_as("given")),
                Ask(ask.GIVEN_HOW, when.closed_as("given")),
                Ask(ask.GIVEN_TO, when.closed_as("given")),
                Ask(ask.GIVEN_SAID, when.closed_as("given")),
                Ask(ask.GIVEN_DIFFERENT, when.closed_as("given")),
                Ask(as_in_share.DEPARTED_BECAUSE, when.given_against_a_no),
                Ask(as_in_share.LOOK_AGAIN, when.given_untold),
            ),
        ),
        Step(
            "not_given",
            (
                Ask(ask.NOT_GIVEN_BECAUSE, when.closed_as("not_given")),
                Ask(ask.WAITING_TOLD, when.closed_as("not_given")),
            ),
        ),
    ),
    facts=facts,
    ends_early=when.nothing_more_matters,
    touched=touched,
    ways=WAYS,
    shown_ways=shown_ways,
    drafts=DRAFTS,
    hands_on=HANDS_ON,
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
    looks=looks(no_lines, "why", "used_for"),
    follow_ups=of_document,
    first_message=FIRST_MESSAGE,
    they=audience_named,
)
