"""What the guidance does not cover, though people ask: known by its words, and answered with whom to ask."""

from dataclasses import dataclass
from typing import Literal

from dialogs.text import clauses
from dialogs.text.patterns import either
from dialogs.understanding.intents import outside_patterns as said

Whom = Literal["supervisor", "legal", "governance", "duty", "adults", "research"]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something outside the guidance.

    `names`: the bare words that ask for it at any moment. `says`: how a first message speaks of it, but for `unless`.
    `ask`: who can answer. `instead`: the flows that may have been meant.
    """

    name: str
    names: str
    says: tuple[str, ...]
    ask: tuple[Whom, ...]
    instead: tuple[str, ...]
    unless: str = "(?!)"

    def is_spoken_of(self, text: str) -> bool:
        """Whether a message speaks of it."""
        return clauses.says(text, either(*self.says)) and not clauses.says(text, self.unless)


TOPICS = (
    Topic("breach", said.BREACH_NAMES, said.BREACH, ("governance", "supervisor"), ("receive", "share")),
    Topic("newer_law", said.NEWER_LAW_NAMES, said.NEWER_LAW, ("legal", "supervisor"), ("share",)),
    Topic(
        "subject_access",
        said.SUBJECT_ACCESS_NAMES,
        said.SUBJECT_ACCESS,
        ("governance", "supervisor"),
        ("document", "authority"),
    ),
    Topic(
        "research", said.RESEARCH_NAMES, said.RESEARCH, ("governance", "research"), ("share", "document", "authority")
    ),
    Topic(
        "childs_consent",
        said.CHILDS_CONSENT_NAMES,
        said.CHILDS_CONSENT,
        ("supervisor", "legal"),
        ("share", "first_contact"),
    ),
    Topic(
        "parental_responsibility",
        said.RESPONSIBILITY_NAMES,
        said.RESPONSIBILITY,
        ("legal", "supervisor"),
        ("share", "first_contact"),
    ),
    Topic("one_parent", said.ONE_PARENT_NAMES, said.ONE_PARENT, ("supervisor", "legal"), ("share", "gather")),
    Topic("relative", said.RELATIVE_NAMES, said.TELL_RELATIVE, ("supervisor", "governance"), ("share", "receive")),
    Topic(
        "adult_risk",
        said.ADULT_RISK_NAMES,
        said.ADULT_RISK,
        ("adults", "supervisor", "legal"),
        ("share", "gather"),
        unless=said.CHILDREN,
    ),
    Topic("out_of_hours", said.OUT_OF_HOURS_NAMES, said.OUT_OF_HOURS, ("duty", "supervisor"), ("share", "gather")),
    Topic("retention", said.RETENTION_NAMES, said.RETENTION, ("governance", "supervisor"), ("share", "receive")),
    Topic("timescales", said.TIMESCALES_NAMES, said.TIMESCALES, ("supervisor",), ("gather", "share")),
    Topic(
        "public_figures",
        said.PUBLIC_NAMES,
        said.PUBLIC,
        ("supervisor", "governance"),
        ("authority", "share"),
        unless="social media",
    ),
)
TOPICS_BY_NAME = {topic.name: topic for topic in TOPICS}
_NAMES = {topic.name: topic.names for topic in TOPICS}


def topic_of(text: str) -> Topic | None:
    """Return the first topic outside the guidance that a message speaks of, or None."""
    return topic_named(text) or next((topic for topic in TOPICS if topic.is_spoken_of(text)), None)


def topic_named(text: str) -> Topic | None:
    """Return the topic of which this text is the name and nothing else, or None."""
    bare = clauses.normalise(text).strip(" .!?\"'")
    return TOPICS_BY_NAME.get(clauses.which_whole(bare, _NAMES) or "")
