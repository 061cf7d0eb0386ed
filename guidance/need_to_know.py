"""3.7  What is relevant, necessary and proportionate, to those who need to know it."""

from guidance.facts import RecipientFacts, Weighed
from guidance.memoise import memoised

TESTS = ("recipient_needs_to_know", "information_relevant", "information_necessary", "information_proportionate")


@memoised
def tests(facts: RecipientFacts) -> tuple[Weighed | None, ...]:
    """3.7  The four tests: relevant, necessary, proportionate, and that the recipient needs to know."""
    return (
        facts.information_relevant,
        facts.information_necessary,
        facts.information_proportionate,
        facts.recipient_needs_to_know,
    )


@memoised
def nothing_passes(facts: RecipientFacts) -> bool:
    """3.7  One of the four tests is plainly "no": relevant, necessary, proportionate, and needed by the recipient."""
    return "no" in tests(facts)


def ordered_without_need(facts: RecipientFacts) -> bool:
    """3.9(d)  It is not needed, but a court has ordered it, or may have."""
    return nothing_passes(facts) and facts.court_order is not False


def part_passes(facts: RecipientFacts) -> bool:
    """3.7  Some of it passes the four tests and some does not."""
    return "partly" in tests(facts)


def unsettled(facts: RecipientFacts) -> bool:
    """3.7  The worker is not sure of one of the four tests."""
    return "unsure" in tests(facts)


def all_pass(facts: RecipientFacts) -> bool:
    """3.7  Everything that is to go is needed, and this recipient needs it."""
    return set(tests(facts)) == {"yes"}


def recipient_is_no_professional(facts: RecipientFacts) -> bool:
    """3.7  The recipient is not known to be a professional; for anyone else the guidance gives no answer."""
    return facts.recipient_is_professional is not True


def goes_to_the_network(facts: RecipientFacts) -> bool:
    """3.11  The recipient is in the professional network; not sure counts as yes, since a note does no harm."""
    return facts.recipient_in_professional_network is not False
