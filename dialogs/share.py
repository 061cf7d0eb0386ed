"""Sharing with a third party: the questions, in the order of section 3."""

from dialogs import share_conditions as when
from dialogs.flow import Ask, Card, Flow
from dialogs.lines import EachLine, EachLineWords, Lines
from dialogs.moments import Moment
from dialogs.questions import Choice, Option, Reference, Ticks, Words
from dialogs.share_facts import facts

YES_NO_UNSURE = {"yes": "yes", "no": "no", "unsure": "unsure"}
UNSURE = Option("unsure", r"not sure|unsure")

PART_IN_CASE = Choice(
    "part_in_case",
    "3.10",
    (
        Option(
            "allocated", r"my case|i'?m allocated|allocated (?:social )?worker|it'?s mine|mine", r"not|isn'?t|n't|no"
        ),
        Option(
            "supervisor",
            r"i supervise|i'?m (?:the|their|a) (?:supervisor|team manager|manager)|supervisor",
            r"not|asked?|said|told|authori[sz]ed",
        ),
        Option(
            "authorised",
            r"authori[sz]ed|(?:she|he|they|one of them|manager|supervisor|allocated worker) (?:has |have )?(?:said|told me|asked me)|said i (?:may|can)",
            r"not|n't",
        ),
        Option(
            "none",
            r"not (?:my|mine)|isn'?t mine|isn'?t my case|none of (?:these|them)|neither|duty|covering|cover|student",
        ),
        UNSURE,
    ),
    plain_words={"yes": "allocated", "no": "none", "unsure": "unsure"},
)
RECIPIENT = Choice(
    "recipient",
    "3.7",
    (
        Option("school", r"school|teacher|dsl|safeguarding lead|head ?teacher|nursery|college", r"school nurse"),
        Option("school_nurse", r"school nurse"),
        Option("health_visitor", r"health visitor|hv"),
        Option("gp", r"gp|doctor|surgery"),
        Option("camhs", r"camhs|child (?:and adolescent )?mental health"),
        Option("police", r"police|officer|detective|dc|cid"),
        Option("housing", r"housing|landlord|housing officer"),
        Option(
            "other_professional",
            r"another professional|other professional|hospital|probation|solicitor|cafcass|social worker in",
        ),
        Option(
            "not_professional",
            r"not a professional|relative|grandmother|grandfather|nan|gran|aunt|auntie|uncle|neighbour|friend|coach",
        ),
    ),
    compact=True,
)
CONTACT = (
    Option("ring", r"ring|phone|call"),
    Option("write", r"write|letter|post"),
    Option("text", r"text|sms|message"),
    Option("in_person", r"in person|face to face|visit"),
    Option("not_known", r"not known|not sure|unsure|don'?t know|none of (?:these|them)"),
)
HOW_SHARED = (
    Option("phone", r"phone|phoned|rang|ring|call|called"),
    Option("in_person", r"in person|face to face|visit|meeting|met"),
    Option("secure_email", r"e-?mail|emailed"),
    Option("letter", r"letter|post"),
)

SHARE = Flow(
    name="share",
    cards=(
        Card(
            "you_and_them",
            (
                Ask(Reference("child")),
                Ask(PART_IN_CASE),
                Ask(RECIPIENT),
                Ask(
                    Choice(
                        "need_to_know",
                        "3.7",
                        (
                            Option("yes", r"need(?:s)? (?:it|to know|this)|they need", r"not|n't"),
                            Option("no", r"(?:don'?t|doesn'?t|do not|does not) need"),
                            UNSURE,
                        ),
                        plain_words=YES_NO_UNSURE,
                    )
                ),
            ),
        ),
        Card(
            "what_and_why",
            (
                Ask(Words("recipient_named", "3.7", long=False), when.needs_naming),
                Ask(Lines("lines", "3.7")),
                Ask(Words("why", "3.5(b)")),
                Ask(Words("used_for", "3.5(c)")),
                Ask(
                    Choice(
                        "someone_elses",
                        "4.1",
                        (
                            Option("no", r"(?:all )?(?:ours|our own|what we know)"),
                            Option(
                                "yes",
                                r"(?:from|in|quotes?) (?:a|an|the|their|his|her|someone)\b.*(?:report|email|letter|words)",
                            ),
                            UNSURE,
                        ),
                        plain_words=YES_NO_UNSURE,
                    )
                ),
            ),
        ),
        Card(
            "author",
            (
                Ask(
                    Choice(
                        "author_agreed",
                        "4.1",
                        (
                            Option("written", r"in writing|written|by email", r"not|n't|someone else|another"),
                            Option("written_other", r"(?:in writing|written).*(?:someone else|another)"),
                            Option("verbal", r"verbal(?:ly)?|on the phone|said (?:yes|ok)|not written|not in writing"),
                            Option("refused", r"refused|said no|won'?t"),
                            Option("not_asked", r"not asked|haven'?t asked|not yet"),
                            Option("forwarded", r"forwarded|came from someone else|passed on"),
                            UNSURE,
                        ),
                        plain_words={"unsure": "unsure"},
                    ),
                    when.someone_elses_words,
                ),
                Ask(
                    Choice(
                        "author_talk",
                        "4.2",
                        (
                            Option("yes", r"talked|spoken|discussed", r"not|n't"),
                            Option("no", r"(?:not|haven'?t) (?:talked|spoken|discussed)"),
                        ),
                        plain_words={"yes": "yes", "no": "no", "unsure": "no"},
                    ),
                    when.someone_elses_words,
                ),
                Ask(
                    Choice(
                        "lawful_doubt",
                        "4.3",
                        (
                            Option("no", r"no doubt|lawful", r"not|n't|unclear|doubt it"),
                            Option("yes", r"doubt|unclear|not lawful|not sure|unsure", r"no doubt"),
                        ),
                        plain_words={"yes": "yes", "no": "no", "unsure": "yes"},
                    ),
                    when.someone_elses_words,
                ),
            ),
        ),
        Card(
            "weigh",
            (
                Ask(
                    EachLine(
                        "weights",
                        "3.7",
                        (
                            Option("needs", r"needs?(?: it)?|keep|in", r"not|n't"),
                            Option("trim", r"trim|too much|shorten|shorter"),
                            Option("leave_out", r"leave (?:it |that |this )?out|out|drop|remove"),
                            UNSURE,
                        ),
                        when.every_line,
                        plain_words={"yes": "needs", "no": "leave_out", "unsure": "unsure"},
                    )
                ),
                Ask(
                    Ticks(
                        "kinds",
                        "2.3",
                        (
                            Option("ethnicity", r"race|ethnic(?:ity)?"),
                            Option("beliefs", r"religio(?:n|us)|belief|politic(?:s|al)|faith"),
                            Option(
                                "health", r"health|medical|asthma|diagnosis|illness|disab(?:ility|led)|mental health"
                            ),
                            Option("sexuality", r"sexuality|sexual orientation|gay|lesbian|bisexual"),
                            Option("genetic", r"genetic|biometric|dna|fingerprints?"),
                            Option("other_sensitive", r"sensitive"),
                            Option("none", r"none(?: of (?:these|them))?"),
                        ),
                        alone=("none",),
                        empty="none",
                    )
                ),
            ),
        ),
        Card(
            "closer_look",
            (
                Ask(EachLineWords("shorter", "3.7", when.lines_to_trim), when.some_to_trim),
                Ask(
                    EachLine(
                        "line_relevant", "3.7", (Option("yes"), Option("no"), UNSURE), when.unsure_lines, YES_NO_UNSURE
                    ),
                    when.some_unsure,
                ),
                Ask(
                    EachLine(
                        "line_necessary", "3.7", (Option("yes"), Option("no"), UNSURE), when.unsure_lines, YES_NO_UNSURE
                    ),
                    when.some_unsure,
                ),
                Ask(
                    EachLine(
                        "line_proportionate",
                        "3.7",
                        (Option("yes"), Option("no"), UNSURE),
                        when.unsure_lines,
                        YES_NO_UNSURE,
                    ),
                    when.some_unsure,
                ),
            ),
        ),
        Card(
            "parents_know",
            (
                Ask(
                    Ticks(
                        "told_items",
                        "3.5",
                        (
                            Option("what", r"what", r"what (?:it|for|they)"),
                            Option("why", r"why"),
                            Option("used_for", r"what (?:it will be|it'?s|for)|used for"),
                            Option("to_whom", r"who|whom|to who"),
                            Option(
                                "none",
                                r"none(?: of (?:these|it|them))?|nothing|not told|haven'?t told|don'?t know(?: yet| anything)?",
                            ),
                            UNSURE,
                        ),
                        alone=("none", "unsure"),
                        all_of=when.TOLD,
                    )
                ),
            ),
        ),
        Card(
            "tell_first",
            (
                Ask(
                    Ticks(
                        "reasons",
                        "3.9",
                        (
                            Option(
                                "tell_first",
                                r"(?:i'?ll|i will|i can|can) tell (?:them|her|him|mum|dad|the parents)|tell them first",
                                r"not|n't",
                            ),
                            Option("risk", r"at risk|risk(?:s)?|harm(?:ed)?|hurt|danger", r"no risk"),
                            Option("crime", r"crime|criminal|police investigation|investigation"),
                            Option(
                                "not_practicable",
                                r"no (?:workable )?way|can'?t reach|cannot reach|no answer|not practicable|no time|delay",
                            ),
                            Option("court", r"court|judge"),
                            Option("attitude", r"angry|refused?|won'?t engage|object(?:s|ed)?|upset"),
                            Option("habit", r"how we do it|asked us not to|habit|always do"),
                            UNSURE,
                        ),
                        alone=("tell_first",),
                    ),
                    when.not_told,
                ),
                Ask(Words("parents", "3.2", long=False), when.not_told),
                Ask(Ticks("contact", "3.2", CONTACT, alone=("not_known",), empty="not_known"), when.not_told),
            ),
        ),
        Card(
            "grounds",
            (
                Ask(
                    Choice(
                        "harm_suffered",
                        "3.9(a)",
                        (
                            Option(
                                "yes",
                                r"(?:has|have|was|been) (?:been )?(?:harmed|hurt|hit|injured)|told me",
                                r"not|n't|no",
                            ),
                            Option("no", r"not as far as (?:we|i) know|no harm"),
                            UNSURE,
                        ),
                        plain_words=YES_NO_UNSURE,
                    ),
                    when.reason_given("risk", "unsure"),
                ),
                Ask(Words("harm_known", "3.9(a)", optional=True, takes_rest=True), when.reason_given("risk", "unsure")),
                Ask(
                    Choice(
                        "real_concern",
                        "3.9(a)",
                        (
                            Option("yes", r"real concern|because", r"no real|not a real"),
                            Option("no", r"can'?t point(?: to anything)?|nothing to point to"),
                            UNSURE,
                        ),
                        plain_words=YES_NO_UNSURE,
                    ),
                    when.reason_given("risk", "unsure"),
                ),
                Ask(
                    Words("concern_because", "3.9(a)", optional=True, takes_rest=True),
                    when.reason_given("risk", "unsure"),
                ),
                Ask(Words("crime_because", "3.9(b)"), when.reason_given("crime")),
                Ask(Words("not_practicable_because", "3.9(c)"), when.reason_given("not_practicable")),
                Ask(
                    Choice(
                        "court_covers",
                        "3.9(d)",
                        (
                            Option("all", r"all of it|everything|every piece"),
                            Option("part", r"part|some of it|not all"),
                            UNSURE,
                        ),
                        plain_words={"yes": "all", "no": "part", "unsure": "unsure"},
                    ),
                    when.reason_given("court"),
                ),
            ),
        ),
    ),
    closing=(
        Card(
            "told_since",
            (
                Ask(Moment("told_when", "3.5"), when.told_since),
                Ask(Words("told_how", "3.5", long=False), when.told_since),
            ),
        ),
        Card(
            "shared",
            (
                Ask(Moment("shared_when", "3.8"), when.closed_as("shared")),
                Ask(Choice("shared_how", "3.8", HOW_SHARED), when.closed_as("shared")),
                Ask(Words("shared_with", "3.11", optional=True, long=False), when.closed_as("shared")),
                Ask(Words("shared_different", "3.8", optional=True), when.closed_as("shared")),
                Ask(Words("parents_said", "3.8", optional=True), when.closed_as("shared")),
                Ask(Moment("look_again", "3.12"), when.shared_untold),
            ),
        ),
        Card("not_shared", (Ask(Words("not_shared_because", "3.8"), when.closed_as("not_shared")),)),
    ),
    ends_early=when.nothing_more_matters,
    facts=facts,
)
