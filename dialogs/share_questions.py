"""The questions of the sharing flow, with the typed words that each option is known by.

The words that people read stand in `cards/words/questions.toml`; here are only those that they may type.
"""

from dialogs import share_conditions as when
from dialogs.lines import EachLine, EachLineWords, Lines
from dialogs.moments import Moment
from dialogs.questions import Choice, Option, Reference, Ticks, Words

PLAIN = {"yes": "yes", "no": "no", "unsure": "unsure"}
NOT = r"not|n't|never|no"
UNSURE = Option("unsure", r"not sure|unsure")
YES_NO_UNSURE = (Option("yes"), Option("no"), UNSURE)

CHILD = Reference("child")
PART_IN_CASE = Choice(
    "part_in_case",
    "3.10",
    (
        Option(
            "allocated",
            r"my case|i'?m allocated|(?:i'?m the )?allocated (?:social )?worker|it'?s mine|mine",
            rf"{NOT}|said",
        ),
        Option("supervisor", r"i supervise|(?:i'?m|i am) (?:the|their|a) (?:supervisor|team manager|manager)", NOT),
        Option(
            "authorised",
            r"authori[sz]ed|(?:she|he|they|one of them|manager|supervisor|allocated worker)"
            r" (?:has |have )?(?:said|told me|asked me)|said i (?:may|can)",
            NOT,
        ),
        Option("none", r"not (?:my|mine)|isn'?t (?:mine|my case)|none of (?:these|them)|neither|duty|covering|student"),
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
        Option("police", r"police|officer|detective|dc|cid", r"housing officer|probation officer"),
        Option("housing", r"housing|landlord|housing officer"),
        Option(
            "other_professional",
            r"another professional|other professional|hospital|probation(?: officer)?|solicitor|cafcass",
        ),
        Option(
            "not_professional",
            r"not a professional|relative|grand(?:mother|father|ma|dad)|nan|gran|aunt(?:ie)?|uncle|neighbour|friend",
        ),
    ),
    compact=True,
)
NEED_TO_KNOW = Choice(
    "need_to_know",
    "3.7",
    (
        Option("yes", r"they need|needs? (?:it|to know|this)", NOT),
        Option("no", r"(?:don'?t|doesn'?t|do not|does not) need"),
        UNSURE,
    ),
    plain_words=PLAIN,
)

RECIPIENT_NAMED = Words("recipient_named", "3.7", long=False)
LINES = Lines("lines", "3.7")
WHY = Words("why", "3.5(b)")
USED_FOR = Words("used_for", "3.5(c)")
SOMEONE_ELSES = Choice(
    "someone_elses",
    "4.1",
    (Option("no", r"(?:it'?s )?(?:all )?(?:ours|our own|what we know)"), Option("yes"), UNSURE),
    plain_words=PLAIN,
)

AUTHOR_AGREED = Choice(
    "author_agreed",
    "4.1",
    (
        Option("written", r"in writing|written|by e-?mail", rf"{NOT}|someone else|another"),
        Option("written_other", r"(?:in writing|written).*(?:someone else|another)"),
        Option("verbal", r"verbal(?:ly)?|on the phone|said (?:yes|ok)|not written|not in writing"),
        Option("refused", r"refused|said no|won'?t"),
        Option("not_asked", r"not asked|haven'?t asked|not yet"),
        Option("forwarded", r"forwarded|came from someone else|passed on"),
        UNSURE,
    ),
    plain_words={"unsure": "unsure"},
)
AUTHOR_TALK = Choice(
    "author_talk",
    "4.2",
    (
        Option("yes", r"talked|spoken|spoke|discussed", NOT),
        Option("no", r"(?:not|haven'?t) (?:talked|spoken|discussed)|not sure|unsure"),
    ),
    plain_words={"yes": "yes", "no": "no", "unsure": "no"},
)
LAWFUL_DOUBT = Choice(
    "lawful_doubt",
    "4.3",
    (Option("no", r"no doubts?|it'?s lawful"), Option("yes", r"unclear|not lawful|not sure|unsure|doubtful")),
    plain_words={"yes": "yes", "no": "no", "unsure": "yes"},
)

WEIGHTS = EachLine(
    "weights",
    "3.7",
    (
        Option("needs", r"needs?(?: it)?|keep|needed", NOT),
        Option("trim", r"trim|too much|shorten|shorter"),
        Option("leave_out", r"leave (?:it |that |this )?out|out|drop|remove|don'?t need(?: it)?"),
        UNSURE,
    ),
    when.every_line,
    plain_words={"yes": "needs", "no": "leave_out", "unsure": "unsure"},
)
KINDS = Ticks(
    "kinds",
    "2.3",
    (
        Option("ethnicity", r"race|ethnic(?:ity)?"),
        Option("beliefs", r"religio(?:n|us)|beliefs?|politic(?:s|al)|faith"),
        Option("health", r"health|medical|asthma|diagnosis|illness|disab(?:ility|led)|mental health"),
        Option("sexuality", r"sexuality|sexual orientation"),
        Option("genetic", r"genetic|biometric|dna|fingerprints?"),
        Option("other_sensitive", r"sensitive"),
        Option("none", r"none(?: of (?:these|them))?"),
    ),
    alone=("none",),
    empty="none",
    negation_unclear=True,
)
SHORTER = EachLineWords("shorter", "3.7", when.lines_to_trim)
LINE_RELEVANT = EachLine("line_relevant", "3.7", YES_NO_UNSURE, when.unsure_lines, PLAIN)
LINE_NECESSARY = EachLine("line_necessary", "3.7", YES_NO_UNSURE, when.unsure_lines, PLAIN)
LINE_PROPORTIONATE = EachLine("line_proportionate", "3.7", YES_NO_UNSURE, when.unsure_lines, PLAIN)

TOLD_ITEMS = Ticks(
    "told_items",
    "3.5",
    (
        Option("what", r"what(?!(?:'s)? (?:it|for|they|we|will|used))"),
        Option("why", r"why"),
        Option("used_for", r"what (?:it will be|it'?s used|it is used|for)|used for"),
        Option("to_whom", r"who|whom"),
        Option(
            "none",
            r"none(?: of (?:these|it|them))?|nothing|not told|haven'?t told|don'?t know(?: yet| anything| about)?",
        ),
        UNSURE,
    ),
    alone=("none", "unsure"),
    all_of=when.TOLD,
    negation_unclear=True,
)

REASONS = Ticks(
    "reasons",
    "3.9",
    (
        Option(
            "tell_first", r"(?:i'?ll|i will|i can|can) tell (?:them|her|him|mum|dad|the parents)|tell them first", NOT
        ),
        Option(
            "risk",
            r"at risk|risks?|harm(?:ed)?|hurt|danger",
            rf"(?:{NOT}|isn'?t|wouldn'?t be) (?:at )?(?:risk|harm(?:ed)?|hurt|danger)",
        ),
        Option("crime", r"crime|criminal|police investigation|investigation"),
        Option(
            "not_practicable", r"no (?:workable )?way|can'?t (?:reach|get hold)|cannot reach|no answer|in time|delay"
        ),
        Option("court", r"court|judge"),
        Option("attitude", r"angry|refused?|won'?t engage|object(?:s|ed)?|upset"),
        Option("habit", r"how we do it|asked us not to|habit|always do"),
        UNSURE,
    ),
    alone=("tell_first",),
)
PARENTS = Words("parents", "3.2", long=False)
CONTACT = Ticks(
    "contact",
    "3.2",
    (
        Option("ring", r"ring|phone|call"),
        Option("write", r"write|letter|post"),
        Option("text", r"text|sms"),
        Option("in_person", r"in person|face to face|visit"),
        Option("not_known", r"not known|not sure|unsure|don'?t know|none of (?:these|them)"),
    ),
    alone=("not_known",),
    empty="not_known",
    negation_unclear=True,
)

HARM_SUFFERED = Choice(
    "harm_suffered",
    "3.9(a)",
    (
        Option("yes", r"(?:has|have|was) (?:been )?(?:harmed|hurt|hit|injured)", NOT),
        Option("no", r"not as far as (?:we|i) know|no harm"),
        UNSURE,
    ),
    plain_words=PLAIN,
)
HARM_KNOWN = Words("harm_known", "3.9(a)", optional=True, takes_rest=True)
REAL_CONCERN = Choice(
    "real_concern",
    "3.9(a)",
    (
        Option("yes", r"real concern", r"no real|not a real"),
        Option("no", r"can'?t point(?: to anything)?|nothing to point to"),
        UNSURE,
    ),
    plain_words=PLAIN,
)
CONCERN_BECAUSE = Words("concern_because", "3.9(a)", optional=True, takes_rest=True)
CRIME_BECAUSE = Words("crime_because", "3.9(b)")
NOT_PRACTICABLE_BECAUSE = Words("not_practicable_because", "3.9(c)")
COURT_COVERS = Choice(
    "court_covers",
    "3.9(d)",
    (
        Option("all", r"all of it|everything|every (?:line|piece)", NOT),
        Option("part", r"part|some of it|not (?:all|every)"),
        UNSURE,
    ),
    plain_words={"yes": "all", "no": "part", "unsure": "unsure"},
)

TOLD_WHEN = Moment("told_when", "3.5")
TOLD_HOW = Words("told_how", "3.5", long=False)
SHARED_WHEN = Moment("shared_when", "3.8")
SHARED_HOW = Choice(
    "shared_how",
    "3.8",
    (
        Option("phone", r"phone|phoned|rang|ring|call(?:ed)?"),
        Option("in_person", r"in person|face to face|visit|meeting|met"),
        Option("secure_email", r"e-?mail(?:ed)?"),
        Option("letter", r"letter|post"),
    ),
)
SHARED_WITH = Words("shared_with", "3.11", optional=True, long=False)
SHARED_DIFFERENT = Words("shared_different", "3.8", optional=True)
PARENTS_SAID = Words("parents_said", "3.8", optional=True)
CHILD_VIEW = Words("child_view", "", optional=True)
DEPARTED_BECAUSE = Words("departed_because", "")
LOOK_AGAIN = Moment("look_again", "3.12", future=True)
PASSED_ON_TO = Words("passed_on_to", "3.10", long=False)
NOT_SHARED_BECAUSE = Words("not_shared_because", "3.8")
