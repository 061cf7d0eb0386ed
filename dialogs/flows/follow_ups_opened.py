"""Which follow-ups a close opens, flow by flow, read from its answers and its decision."""

from dialogs.engine.answers import Values
from dialogs.engine.follow_up_kinds import FollowUpKind, NewFollowUp
from dialogs.engine.lines import lines_of
from dialogs.engine.parents import parents_named
from dialogs.engine.who_was_told import EVERYONE, TOLD
from dialogs.flows.document.to_do import to_do
from dialogs.flows.share.conditions import since_by_each
from dialogs.flows.telling import told_afterwards
from guidance.decision import Decision

REPLY_IN, CONSENT_IN, LEGAL_IN = 5, 5, 3
"""Working days until the first look; they can be moved. The guidance gives no time."""
LONGEST_NAME = 80
"""Characters of the worker's own that are kept to say whom it is about."""


def of_sharing(values: Values, decision: Decision) -> tuple[NewFollowUp, ...]:
    """3.12  Shared without the parents' knowledge: tell the family when it is safe."""
    return tell_family(values, decision, outcome="shared", dated="shared_when")


def of_checks(values: Values, decision: Decision) -> tuple[NewFollowUp, ...]:
    """3.12, 3.13  Checks sent without the parents' knowledge, and every agency that has not replied yet."""
    if values.get("outcome") != "sent":
        return ()
    told = tell_family(values, decision, outcome="sent", dated="sent_when")
    return (
        *told,
        *(_reply(line, text, values) for line, text in lines_of(values, "agencies") if _awaited(line, values)),
    )


def of_document(values: Values, decision: Decision) -> tuple[NewFollowUp, ...]:
    """3.12, 4.1, 4.3, 4.5  A document given untold; or one that waits for its author or for Legal Services."""
    if values.get("outcome") != "not_given":
        return tell_family(values, decision, outcome="given", dated="given_when")
    missing = set(to_do(values, decision))
    found = []
    if missing & {"author_written_consent", "quoted_agreement"}:
        named = _short(values.get(_awaited_from(values, missing)))
        found.append(NewFollowUp(FollowUpKind.CONSENT, working_days=CONSENT_IN, named=named))
    if missing & {"legal_advice", "redaction_legal_services"}:
        found.append(NewFollowUp(FollowUpKind.LEGAL, working_days=LEGAL_IN))
    return tuple(found)


def _awaited_from(values: Values, missing: set[str]) -> str:
    """4.1  The answer that says whose agreement it is: the author's, or that of those the document quotes."""
    theirs = "author_written_consent" in missing and values.get("whose_words") != "ours"
    return "document_author" if theirs else "quoted_who"


def tell_family(values: Values, decision: Decision, *, outcome: str, dated: str) -> tuple[NewFollowUp, ...]:
    """3.12  It went untold and was closed so: a follow-up on the day on which telling is looked at again."""
    day = values.get("look_again")
    if values.get("outcome") != outcome or not day or decision.inform_parents == "already done":
        return ()
    return (
        NewFollowUp(
            FollowUpKind.TELL_FAMILY,
            day=str(day)[:10],
            since=str(values.get(dated) or ""),
            asked_for=decision.tell_family_afterwards_or_when_safe,
            excepted=told_afterwards(decision),
            parents=parents_named(str(values.get("parents") or "")),
            told=tuple(one for one, said in since_by_each(values).items() if said == TOLD and one != EVERYONE),
        ),
    )


def _reply(line: str, text: str, values: Values) -> NewFollowUp:
    since = str(values.get("sent_when") or "")
    agency = text.replace("\n", ":").partition(":")[0]
    return NewFollowUp(FollowUpKind.REPLY, line, working_days=REPLY_IN, named=_short(agency), since=since)


def _awaited(line: str, values: Values) -> bool:
    """3.13  Who replied and what they said are both there once a reply is recorded."""
    tables = (values.get("reply_who"), values.get("reply_said"))
    return not all(isinstance(table, dict) and table.get(line) for table in tables)


def _short(value: object) -> str:
    return " ".join(str(value or "").split())[:LONGEST_NAME]
