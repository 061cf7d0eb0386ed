"""The questions of the sharing flow, with the typed words that each option is known by.

The words that people read are in `cards/words/questions.toml`; here are only those that they may type.
"""

from dialogs.engine.each_parent import EachParent
from dialogs.engine.first_or_why import FirstOrWhy
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Choice, Ticks, Words
from dialogs.flows.share import conditions as when
from dialogs.flows.share import typed
from dialogs.flows.shared_questions import HOW_ODD, PLAIN, UNSURE, YES_NO_UNSURE
from dialogs.text.clauses import NEGATION
from dialogs.text.clauses import UNSURE as NOT_SURE
from dialogs.text.option_matching import Option, strict_option
from dialogs.text.patterns import HOW_EMAIL, HOW_IN_PERSON, HOW_LETTER, HOW_PHONE, NOT_SO, ONE_KNOWS, SHOUTS

RECIPIENT = Choice(
    "recipient",
    "3.7",
    (
        Option("school", typed.SCHOOL, f"{typed.NO_SCHOOL}|{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("school_nurse", "school nurse", f"{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("health_visitor", "health visitor|hv", f"{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("gp", "gp|doctor|surgery", f"a ?(?:&|and) ?e|hospital|ward|{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("camhs", "camhs|child (?:and adolescent )?mental health", f"{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("police", "police(?: officer)?|detective|dc|cid", f"{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("housing", "housing(?: officer)?", f"{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("other_professional", typed.ANOTHER, f"{typed.SPOKE}|{typed.HAS_IT}|{NEGATION}"),
        Option("not_professional", typed.NOT_PROFESSIONAL, rf"{typed.SPOKE}|not (?:the|his|her|their|mum|dad)"),
    ),
    compact=True,
    odd=typed.ODD_RECIPIENT,
)
NEED_TO_KNOW = Choice(
    "need_to_know",
    "3.7",
    (strict_option("yes", typed.NEED_IT), Option("no", typed.NEED_NOT, "mum|dad|mother|father|parents?"), UNSURE),
    plain_words=PLAIN,
    odd=typed.ODD_NEED,
    settles="no",
)

RECIPIENT_NAMED = Words("recipient_named", "3.7", long=False)
LINES = Lines("lines", "3.7")
WHY = Words("why", "3.5(b)", joined=True)
USED_FOR = Words("used_for", "3.5(c)", joined=True)
SOMEONE_ELSES = Choice(
    "someone_elses",
    "4.1",
    (strict_option("no", typed.OURS), Option("yes", typed.THEIRS, f"{typed.BY_FAMILY}|{NEGATION}"), UNSURE),
    plain_words=PLAIN,
    odd=typed.ODD_OURS,
)

AUTHOR_AGREED = Choice(
    "author_agreed",
    "4.1",
    (
        strict_option("written", typed.WRITTEN),
        Option("written_other", typed.WRITTEN_OTHER),
        Option("verbal", typed.VERBAL, f"{typed.GO_BETWEEN}|mum|dad|mother|father|parents?"),
        Option("refused", typed.AUTHOR_REFUSED, typed.GO_BETWEEN),
        Option("not_asked", typed.NOT_ASKED),
        Option("forwarded", "forwarded|came from someone else|passed on|someone (?:else|other than the author) agreed"),
        UNSURE,
    ),
    plain_words={"unsure": "unsure"},
    odd=typed.ODD_AGREED,
    noes=("refused", "not_asked"),
    yeses=("written", "verbal"),
    named=typed.AUTHOR,
)
AUTHOR_TALK = Choice(
    "author_talk",
    "4.2",
    (strict_option("yes", typed.TALKED), Option("no", typed.NOT_TALKED)),
    plain_words={"yes": "yes", "no": "no", "unsure": "no"},
    odd=typed.ODD_TALK,
    named=typed.TALK,
)
LAWFUL_DOUBT = Choice(
    "lawful_doubt",
    "4.3",
    (
        strict_option("no", r"no doubts?|none|(?:it'?s|it is) lawful"),
        Option("yes", typed.DOUBTS),
    ),
    plain_words={"yes": "yes", "no": "no", "unsure": "yes"},
    odd=typed.ODD_DOUBT,
    named="doubts?|lawful|legal",
)

WEIGHTS = EachLine(
    "weights",
    "3.7",
    (
        strict_option("needs", typed.NEEDS),
        strict_option("trim", typed.TRIM),
        strict_option("leave_out", typed.LEAVE_OUT),
        UNSURE,
    ),
    when.every_line,
    plain_words={"yes": "needs", "no": "leave_out", "unsure": "unsure"},
    odd=typed.ODD_WEIGHTS,
    settles="leave_out",
)
KINDS = Ticks(
    "kinds",
    "2.3",
    (
        Option("ethnicity", "race|ethnic(?:ity)?|roma|traveller|nationality"),
        Option("beliefs", "religio(?:n|us)|beliefs?|politic(?:s|al)|faith"),
        Option(
            "health",
            "pregnan(?:t|cy)|epilep(?:sy|tic)|diabet(?:es|ic)|autis(?:m|tic)|medication|cancer|hiv|health|medical"
            "|asthma|diagnosis|illness|disab(?:ility|led)|mental health",
        ),
        Option("sexuality", "sexuality|sexual orientation"),
        Option("genetic", "genetic|biometric|dna|fingerprints?"),
        Option("other_sensitive", "sensitive"),
        strict_option("none", r"none(?: of (?:these|them))?"),
    ),
    alone=("none",),
    empty="none",
    odd=typed.ODD_KINDS,
)
SHORTER = EachLineWords("shorter", "3.7", when.lines_to_trim)
LINE_RELEVANT = EachLine("line_relevant", "3.7", YES_NO_UNSURE, when.unsure_lines, PLAIN)
LINE_NECESSARY = EachLine("line_necessary", "3.7", YES_NO_UNSURE, when.unsure_lines, PLAIN, odd=typed.ODD_NECESSARY)
LINE_PROPORTIONATE = EachLine(
    "line_proportionate",
    "3.7",
    (strict_option("yes", typed.NO_MORE), Option("no", typed.SAYS_MORE, typed.NOT_MORE), UNSURE),
    when.unsure_lines,
    plain_words={"yes": "no", "no": "yes", "unsure": "unsure"},
    odd=typed.ODD_MORE,
)
"""Asks whether a line says more than they need, and keeps whether it is proportionate: so a typed "yes" means no."""

TOLD_ITEMS = Ticks(
    "told_items",
    "3.5",
    (
        strict_option("what", "what"),
        strict_option("why", "why"),
        strict_option("used_for", typed.USED_FOR),
        strict_option("to_whom", typed.TO_WHOM),
        strict_option("none", typed.TOLD_NOTHING),
        strict_option("unsure", NOT_SURE),
        strict_option("one_only"),
    ),
    alone=("none", "unsure", "one_only"),
    all_of=when.TOLD,
    lead=typed.THEY_KNOW,
    whole={"one_only": ONE_KNOWS},
    odd=typed.ODD_TOLD,
)

REASONS = FirstOrWhy(
    "reasons",
    "3.9",
    (
        Option("tell_first", typed.TELL_FIRST, typed.NOT_FIRST),
        Option("risk", typed.RISK),
        strict_option("crime", typed.CRIME),
        strict_option("not_practicable", typed.NO_WAY),
        strict_option("court", typed.COURT),
        Option("attitude", SHOUTS),
        Option("habit", typed.HABIT),
        strict_option("unsure", NOT_SURE),
    ),
    alone=("tell_first",),
    yes="tell_first",
    odd=typed.ODD_REASONS,
)
HARM_SUFFERED = Choice(
    "harm_suffered",
    "3.9(a)",
    (strict_option("yes", typed.HARMED), Option("no", typed.NOT_HARMED), UNSURE),
    plain_words=PLAIN,
    story=True,
    odd=typed.ODD_HARMED,
)
HARM_KNOWN = Words("harm_known", "3.9(a)", optional=True, takes_rest=True)
REAL_CONCERN = Choice(
    "real_concern",
    "3.9(a)",
    (
        strict_option("yes", typed.REAL_CONCERN),
        Option("no", r"can'?t point(?: to anything)?|nothing to point to"),
        UNSURE,
    ),
    plain_words=PLAIN,
    story=True,
    odd={
        "no": r"(?:(?:it'?s |that'?s )?(?:just|only) )?(?:an? hunch|gossip|a feeling|rumou?rs?|hearsay)"
        r"|not (?:especially|particularly)|(?:no )?nothing|not (?:really|as such)"
        r"|(?:no |nah )?nothing (?:i|we) can (?:point|put my finger) (?:to|on)"
    },
)
CONCERN_BECAUSE = Words("concern_because", "3.9(a)", optional=True, takes_rest=True)
CRIME_BECAUSE = Words("crime_because", "3.9(b)")
NOT_PRACTICABLE_BECAUSE = Words("not_practicable_because", "3.9(c)")
COURT_COVERS = Choice(
    "court_covers",
    "3.9(d)",
    (strict_option("all", typed.ALL_COVERED), Option("part", typed.PART_COVERED), UNSURE),
    plain_words={"yes": "all", "no": "part", "unsure": "unsure"},
    odd=typed.ODD_COVERS,
    named="order|covers?|covered",
)

COURT_ORDERED = Choice(
    "court_ordered",
    "3.9(d)",
    (strict_option("yes", typed.COURT), Option("no", typed.NO_COURT_ORDER), UNSURE),
    plain_words=PLAIN,
    odd={
        "no": r"no (?:hearing|orders?)(?: yet)?|(?:nothing|none) (?:from|by) (?:the |a )?court",
        "yes": r"(?:yes,? )?the (?:judge|court) (?:has )?(?:made|granted) (?:one|it|an order)",
    },
)

TOLD_WHEN = Moment("told_when", "3.5")
TOLD_EACH = EachParent("told_each", "3.5", how="told_how")
TOLD_HOW = Words("told_how", "3.5", long=False, takes_rest=True)
SHARED_WHEN = Moment("shared_when", "3.8")
SHARED_HOW = Choice(
    "shared_how",
    "3.8",
    (
        Option("phone", HOW_PHONE, f"{NEGATION}|{NOT_SO}"),
        Option("in_person", HOW_IN_PERSON, f"{NEGATION}|{NOT_SO}"),
        Option("secure_email", HOW_EMAIL, f"{NEGATION}|{NOT_SO}"),
        Option("letter", HOW_LETTER, f"{NEGATION}|{NOT_SO}"),
    ),
    odd=HOW_ODD,
)
SHARED_WITH = Words("shared_with", "3.11", optional=True, long=False)
SHARED_DIFFERENT = Words("shared_different", "3.8", optional=True)
PARENTS_SAID = Words("parents_said", "3.8", optional=True)
CHILD_VIEW = Words("child_view", "", optional=True)
DEPARTED_BECAUSE = Words("departed_because", "")
LOOK_AGAIN = Moment("look_again", "3.12", future=True)
PASSED_ON_TO = Words("passed_on_to", "3.10", long=False)
HAND_OVER = Words("hand_over", "3.10", optional=True)
NOT_SHARED_BECAUSE = Words("not_shared_because", "3.8")
