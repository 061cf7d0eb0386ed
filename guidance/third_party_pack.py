"""4.1 to 4.3  Someone else's report, email or words in what is to be shared."""

from guidance.facts import ShareFacts
from guidance.memoise import memoised


@memoised
def in_the_pack(facts: ShareFacts) -> bool:
    """4.1  Something in it was written by someone else; not sure who wrote it counts as someone else."""
    return facts.third_party_document_included is not False


def consent_in_hand(facts: ShareFacts) -> bool:
    """4.1  The author's agreement is there in writing, for this recipient."""
    return facts.author_written_consent == "yes"


def consent_missing(facts: ShareFacts) -> bool:
    """4.1  Something in it is someone else's, and the author has not agreed in writing."""
    return in_the_pack(facts) and not consent_in_hand(facts)


def talk_missing(facts: ShareFacts) -> bool:
    """4.2  Something in it is someone else's, and it has not been talked over with its author."""
    return in_the_pack(facts) and facts.discussed_with_author is not True


def author_agrees(facts: ShareFacts) -> bool:
    """4.1  Something in it is someone else's, and its author has agreed in writing."""
    return in_the_pack(facts) and consent_in_hand(facts)


def talk_done(facts: ShareFacts) -> bool:
    """4.2  Something in it is someone else's, and it has been talked over with its author."""
    return in_the_pack(facts) and facts.discussed_with_author is True


def legal_advice_first(facts: ShareFacts) -> bool:
    """4.3  Something in it is someone else's, and it is unclear, or not certain, whether sharing is lawful."""
    return in_the_pack(facts) and facts.lawfulness_unclear is not False
