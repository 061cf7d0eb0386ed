"""Information received (3.13), and what comes with wanting to pass a document on (4.1, 4.2)."""

from guidance.counterfactuals import both
from guidance.decision import Decision, Outcome
from guidance.facts import ReceiveFacts
from guidance.flow_rules import FlowRules, decision_of
from guidance.replay_digits import EVERY_FLOW
from guidance.rule import Rule, always, holding, obstacles

RECORD = ("professional_name", "details_of_information", "restrictions_on_further_disclosure_or_use")


def name_missing(facts: ReceiveFacts) -> bool:
    """3.13  The name of the professional, a person and not only an agency, has not been noted."""
    return facts.name_noted is not True


def details_missing(facts: ReceiveFacts) -> bool:
    """3.13  What they said has not been noted."""
    return facts.details_noted is not True


def restriction_missing(facts: ReceiveFacts) -> bool:
    """3.13  They set a limit, or that is not sure, and it has not been noted."""
    return facts.restriction_stated is not False and facts.restriction_noted is not True


def all_noted(facts: ReceiveFacts) -> bool:
    """3.13  Who gave it, what they said, and any limit they set have all been noted."""
    return not (name_missing(facts) or details_missing(facts) or restriction_missing(facts))


def restricted(facts: ReceiveFacts) -> bool:
    """3.13  They set a limit on passing it on or using it."""
    return facts.restriction_stated is True


def passes_on(facts: ReceiveFacts) -> bool:
    """4.1  A document that came with it is to be passed on, or that is not certain."""
    return facts.wants_to_pass_on_the_written_document is not False


RULES: tuple[Rule[ReceiveFacts], ...] = (
    Rule("3.13", "note_the_name", name_missing),
    Rule("3.13", "note_the_details", details_missing),
    Rule("3.13", "note_the_restriction", restriction_missing),
    Rule("3.13", "all_noted", all_noted),
    Rule("3.13", "restriction_honoured", restricted),
    Rule("4.1", "consent_missing", passes_on, "author_written_consent"),
    Rule("4.2", "talk_missing", passes_on, "discuss_with_author"),
    Rule("3.8", "record", always),
)


def required(facts: ReceiveFacts) -> tuple[str, ...]:
    """Everything that 3.13 asks to be noted, and whether a document is to go on."""
    return ("name_noted", "details_noted", *_of_a_restriction(facts), "wants_to_pass_on_the_written_document")


def _of_a_restriction(facts: ReceiveFacts) -> tuple[str, ...]:
    """3.13  Whether there is one, and whether it is noted; one that is noted needs no more."""
    if facts.restriction_noted is True:
        return ()
    return ("restriction_stated",) if facts.restriction_stated in (False, None) else ("restriction_noted",)


def outcome(facts: ReceiveFacts) -> Outcome:
    """Return the go-ahead and the obstacles of `decide`, without its words."""
    return False if passes_on(facts) else None, obstacles(RULES, facts, nothing_may_be_shared=False)


def decide(facts: ReceiveFacts) -> Decision:
    """What is still to be noted; the facts must hold all that `required` names."""
    held = holding(RULES, facts, nothing_may_be_shared=False)
    missing = (name_missing(facts), details_missing(facts), restriction_missing(facts))
    return decision_of(
        "receive",
        held,
        may_go_ahead=False if passes_on(facts) else None,
        author_written_consent_needed=passes_on(facts),
        discuss_with_author_agency=passes_on(facts),
        details_in_case_note=RECORD,
        missing_from_record=tuple(name for name, gone in zip(RECORD, missing, strict=True) if gone),
    )


FLOW = FlowRules(
    name="receive",
    place=4,
    facts=ReceiveFacts,
    required=required,
    rules=RULES,
    decide=decide,
    outcome=outcome,
    flips=both(ReceiveFacts, "wants_to_pass_on_the_written_document"),
    coded=(
        *EVERY_FLOW,
        "name_noted",
        "details_noted",
        "restriction_stated",
        "restriction_noted",
        "wants_to_pass_on_the_written_document",
    ),
)
