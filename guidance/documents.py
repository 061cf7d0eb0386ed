"""Section 4  A document that someone else wrote: its author's agreement, the talk, lawfulness, what must come out."""

from collections.abc import Callable

from guidance import need_to_know, telling_parents
from guidance.facts import DocumentFacts, Facts


def someone_elses(facts: DocumentFacts) -> bool:
    """4.1  Written by another agency or professional, or quoting one; not sure counts as someone else's."""
    return facts.third_party_document_included is not False


def own_document(facts: DocumentFacts) -> bool:
    """4.1  We wrote it, and it quotes no one."""
    return not someone_elses(facts)


def own_holds_something(facts: DocumentFacts) -> bool:
    """3.1, 3.7  It is our own, it holds what this reader can't have, and nobody has taken that out."""
    return _own_to_cut(facts) and facts.redaction_done_by in (None, "none")


def own_cut_down(facts: DocumentFacts) -> bool:
    """3.1, 3.7  It is our own, it held what this reader can't have, and that has been taken out."""
    return _own_to_cut(facts) and not own_holds_something(facts)


def _own_to_cut(facts: DocumentFacts) -> bool:
    return own_document(facts) and facts.document_contains_unshareable_information is True


def own_not_read_yet(facts: DocumentFacts) -> bool:
    """3.1  It is our own, and it is not known yet whether it holds what this reader can't have."""
    return own_document(facts) and _unread(facts)


def unread(facts: DocumentFacts) -> bool:
    """Whoever wrote it, what it holds is not known yet."""
    return not_read_yet(facts) or own_not_read_yet(facts)


def _unread(facts: DocumentFacts) -> bool:
    return facts.document_contains_unshareable_information in ("not known yet", "unsure")


def goes_to_parents(facts: DocumentFacts) -> bool:
    """4.4  Parents are among those it is for."""
    return "parents" in (facts.audience or ())


def goes_to_professionals(facts: DocumentFacts) -> bool:
    """4.4, 3.7  Other professionals are among those it is for."""
    return "other_professionals" in (facts.audience or ())


def only_to_parents(facts: DocumentFacts) -> bool:
    """3.2  The parents are the only ones it is for: there is no one else to tell them of."""
    return set(facts.audience or ()) == {"parents"}


WHOSE_CONSENT = ("consent_covers_this_audience", "consent_given_by_author")
"""4.1  What else must be true of a consent in writing."""


def consent_may_be_in_hand(facts: DocumentFacts) -> bool:
    """4.1  Nothing said so far rules out that the author agrees, in writing, for this audience."""
    about = (facts.consent_covers_this_audience, facts.consent_given_by_author)
    open_still = all(said in (True, None) for said in about) and facts.author_refused in (False, None)
    return open_still and facts.author_written_consent in ("yes", None)


def refusal_is_open(facts: DocumentFacts) -> bool:
    """4.1  There may be no consent, and whether that was a refusal has not been said."""
    return facts.author_refused is None and facts.author_written_consent in ("no", None)


def consent_in_hand(facts: DocumentFacts) -> bool:
    """4.1  In writing, from the author, for this audience."""
    return (
        facts.author_written_consent == "yes"
        and facts.consent_covers_this_audience is True
        and facts.consent_given_by_author is True
        and facts.author_refused in (False, None)
    )


def refused(facts: DocumentFacts) -> bool:
    """4.1  It is someone else's, and the author has refused."""
    return someone_elses(facts) and facts.author_refused is True


def consent_missing(facts: DocumentFacts) -> bool:
    """4.1  It is someone else's, and the author has not agreed in writing, for those it is to reach.

    Not asked, refused, only said, for another audience, or from someone who is not the author.
    """
    return someone_elses(facts) and not consent_in_hand(facts)


def talk_missing(facts: DocumentFacts) -> bool:
    """4.2  It is someone else's, and what can and cannot be shared has not been talked over with the author."""
    return someone_elses(facts) and facts.discussed_with_author is not True


def author_agrees(facts: DocumentFacts) -> bool:
    """4.1  It is someone else's, and the author agrees in writing, for those it is to reach."""
    return someone_elses(facts) and consent_in_hand(facts)


def talk_done(facts: DocumentFacts) -> bool:
    """4.2  It is someone else's, and what can and cannot be shared has been talked over with the author."""
    return someone_elses(facts) and facts.discussed_with_author is True


def unclear_whether_lawful(facts: DocumentFacts) -> bool:
    """4.3  It is unclear whether sharing would be lawful; not sure counts as unclear."""
    return someone_elses(facts) and facts.lawfulness_unclear is not False


def legal_advice_missing(facts: DocumentFacts) -> bool:
    """4.3  It is unclear whether sharing it would be lawful, or not certain, and legal advice has not been had."""
    return unclear_whether_lawful(facts) and facts.legal_advice_obtained is not True


def legal_advice_had(facts: DocumentFacts) -> bool:
    """4.3  It was unclear whether sharing would be lawful, and legal advice has been had."""
    return unclear_whether_lawful(facts) and facts.legal_advice_obtained is True


def sent_out(facts: DocumentFacts) -> bool:
    """4.4  It goes to parents or to other professionals."""
    return goes_to_parents(facts) or goes_to_professionals(facts)


def must_be_redacted(facts: DocumentFacts) -> bool:
    """4.4  Someone else's document goes out and holds something that cannot."""
    return someone_elses(facts) and sent_out(facts) and facts.document_contains_unshareable_information is True


def redaction_missing(facts: DocumentFacts) -> bool:
    """4.4  Someone else's document holds what cannot go, and worker and manager have not both taken it out yet."""
    return must_be_redacted(facts) and facts.redaction_done_by != "worker and manager"


def redacted(facts: DocumentFacts) -> bool:
    """4.4  Someone else's document held what cannot go, and the worker and the manager have both taken it out."""
    return must_be_redacted(facts) and facts.redaction_done_by == "worker and manager"


def legal_services_must_redact(facts: DocumentFacts) -> bool:
    """4.5  Something must come out, and the child is on a Care Order: not another order, and not a sibling's."""
    return must_be_redacted(facts) and facts.child_on_care_order is True


def legal_redaction_missing(facts: DocumentFacts) -> bool:
    """4.5  The child is on a Care Order, and Legal Services have not taken out yet what cannot go."""
    return legal_services_must_redact(facts) and facts.legal_services_redaction_done is not True


def legal_services_redacted(facts: DocumentFacts) -> bool:
    """4.5  The child is on a Care Order, and Legal Services have taken out what cannot go as well."""
    return legal_services_must_redact(facts) and facts.legal_services_redaction_done is True


def unsure_of_care_order(facts: DocumentFacts) -> bool:
    """4.5  Something must come out, and the worker is not sure whether there is a Care Order."""
    return must_be_redacted(facts) and facts.child_on_care_order == "unsure"


def not_read_yet(facts: DocumentFacts) -> bool:
    """4.4  It is someone else's and goes out, and it is not known yet whether it holds what cannot go."""
    return someone_elses(facts) and sent_out(facts) and _unread(facts)


def ask_legal_services(facts: DocumentFacts) -> bool:
    """4.5  The child is on a Care Order and nothing is to come out, or is on an interim order: 4.5 leaves both open."""
    on_order = facts.child_on_care_order is True and not must_be_redacted(facts)
    return someone_elses(facts) and (on_order or facts.child_on_care_order == "interim")


def needless(facts: DocumentFacts) -> bool:
    """3.7  A professional among them does not need it, or it is not needed."""
    return goes_to_professionals(facts) and need_to_know.nothing_passes(facts)


def ordered_without_need(facts: DocumentFacts) -> bool:
    """3.9(d)  A professional does not need it, but a court has ordered it, or may have."""
    return goes_to_professionals(facts) and need_to_know.ordered_without_need(facts)


def partly_needed(facts: DocumentFacts) -> bool:
    """3.7  A professional among them needs only a part."""
    return goes_to_professionals(facts) and need_to_know.part_passes(facts)


def need_unsettled(facts: DocumentFacts) -> bool:
    """3.7  It is not settled what a professional among them needs."""
    return goes_to_professionals(facts) and need_to_know.unsettled(facts)


def no_professional(facts: DocumentFacts) -> bool:
    """3.7  One of those it goes to is not known to be a professional; for anyone else the guidance gives no answer."""
    return goes_to_professionals(facts) and need_to_know.recipient_is_no_professional(facts)


def told(facts: DocumentFacts) -> bool:
    """3.5  The parents know all four things about it going to professionals."""
    return goes_to_professionals(facts) and telling_parents.told(facts)


def tell_first_for_certain(facts: DocumentFacts) -> bool:
    """3.2  It goes to professionals, parents are not told, no exception holds or is in doubt, telling is not feared."""
    return goes_to_professionals(facts) and telling_parents.tell_first_for_certain(facts)


def tell_first_unless_settled(facts: DocumentFacts) -> bool:
    """3.2, 3.9  It goes to professionals, parents are not told, an exception is in doubt, telling is not feared."""
    return goes_to_professionals(facts) and telling_parents.tell_first_unless_settled(facts)


def risk_with_no_harm_known(facts: DocumentFacts) -> bool:
    """3.9(a)  It goes to professionals, the parents are not told, telling is feared, and no harm is known so far."""
    return goes_to_professionals(facts) and telling_parents.risk_with_no_harm_known(facts)


def risk_and_unsure_of_harm(facts: DocumentFacts) -> bool:
    """3.9(a)  It goes to professionals, the parents are not told, telling is feared, and past harm is not certain."""
    return goes_to_professionals(facts) and telling_parents.risk_and_unsure_of_harm(facts)


def only_one_knows(facts: DocumentFacts) -> bool:
    """3.2  It goes to professionals, only one parent is told, or that is not certain, and no exception holds."""
    return goes_to_professionals(facts) and telling_parents.only_one_knows(facts)


def unsure_of_a_ground(facts: DocumentFacts) -> bool:
    """3.9  It goes to professionals, the parents are not told, and the worker is not sure of a part of an exception."""
    return goes_to_professionals(facts) and telling_parents.unsure_of_a_ground(facts)


def untold_for(ground: Callable[[Facts], bool]) -> Callable[[DocumentFacts], bool]:
    """3.9  It goes to professionals, and {ground}."""
    return lambda facts: goes_to_professionals(facts) and ground(facts)


def needed(facts: DocumentFacts) -> bool:
    """3.7  The professionals among them need all of it."""
    return goes_to_professionals(facts) and need_to_know.all_pass(facts)


def goes_to_the_network(facts: DocumentFacts) -> bool:
    """3.11  It goes to someone in the professional network."""
    return goes_to_professionals(facts) and need_to_know.goes_to_the_network(facts)


def tell_afterwards(facts: DocumentFacts) -> bool:
    """3.12  It is sensitive, and it goes to professionals on an exception, before the parents are told."""
    return goes_to_professionals(facts) and telling_parents.tell_afterwards(facts)


def nothing_may_go(facts: DocumentFacts) -> bool:
    """3.7, 4.1  The author has refused, or a test of need is plainly "no"."""
    return refused(facts) or needless(facts)
