"""The questions of network checks, with the typed words that each option is known by."""

from dialogs.engine.lines import Lines
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Ticks, Words
from dialogs.flows.gather import typed
from dialogs.flows.share import typed as of_share
from dialogs.flows.shared_questions import PLAIN, UNSURE
from dialogs.text.clauses import NEGATION
from dialogs.text.clauses import UNSURE as NOT_SURE
from dialogs.text.option_matching import Option, strict_option
from dialogs.text.patterns import NOT_SO, ONE_KNOWS

WHY_NOW = Choice(
    "why_now",
    "5.1",
    (
        strict_option("concern", typed.CONCERN),
        strict_option("assessment", typed.ASSESSMENT),
        Option("neither", typed.NEITHER),
        UNSURE,
    ),
    plain_words={"unsure": "unsure"},
    odd=typed.ODD_WHY_NOW,
)
ASSESSMENT = Choice(
    "assessment",
    "2.4",
    (
        strict_option("yes", typed.UNDER_WAY),
        Option("no", "nothing open|not open|closed|finished|ended|completed", "yes|but"),
        UNSURE,
    ),
    plain_words=PLAIN,
    odd=typed.ODD_ASSESSMENT,
)

AGENCIES = Lines("agencies", "3.7")
MORE_THAN_NEEDED = Choice(
    "more_than_needed",
    "3.7",
    (strict_option("no", typed.NO_MORE), Option("yes", typed.TOO_MUCH, NEGATION), UNSURE),
    plain_words=PLAIN,
    odd={
        "no": r"(?:no,? )?(?:it'?s )?(?:just |only )?(?:one|a single|the) question|(?:no,? )?nothing extra|(?:no "
        r"|nah |nope )?(?:it )?(?:just|only) asks",
        "yes": r"(?:yes |yeah |yep )?(?:a )?bit (?:too )?much",
    },
)

TOLD_OF_CHECKS = Choice(
    "told_of_checks",
    "5.2",
    (
        strict_option("yes", typed.KNOWN),
        Option("tell_first", typed.TELL_FIRST, typed.NOT_TELLING),
        Option("reason", typed.A_REASON),
        UNSURE,
        Option("one_only", ONE_KNOWS),
    ),
    plain_words={"yes": "yes", "unsure": "unsure"},
    odd=typed.ODD_TOLD,
    noes=("tell_first", "reason"),
)
CHECK_GROUNDS = Ticks(
    "check_grounds",
    "5.2",
    (
        Option("further_risk", typed.FURTHER_RISK, strict=True, ref="5.2(a)"),
        Option("investigation", typed.INVESTIGATION, strict=True, ref="5.2(b)"),
        Option("delay", typed.DELAY, strict=True, ref="5.2(c)"),
        Option("court", of_share.COURT),
        Option("object", typed.OBJECT),
        Option("tell_first", typed.CAN_TELL),
        strict_option("unsure", NOT_SURE),
    ),
    alone=("tell_first",),
    odd=typed.ODD_GROUNDS,
)
GROUNDS_BECAUSE = Words("grounds_because", "5.2", optional=True)

SENT_WHEN = Moment("sent_when", "3.8")
SENT_HOW = Choice(
    "sent_how",
    "3.8",
    (
        Option("phone", r"phone|phoned|rang|ring|call(?:ed)?", rf"{NEGATION}|both|e-?mail(?:ed)?"),
        Option("secure_email", r"e-?mail(?:ed)?", rf"{NEGATION}|{NOT_SO}|both|phone|phoned|rang|ring|call(?:ed)?"),
        Option("both", "both", NEGATION),
    ),
    odd={
        "secure_email": "(?:by |via )?egress",
        "both": r"(?:an? )?(?:call|ring|phone)(?:ed)?(?: first)?(?:,| and| then| and then)+ (?:an? )?e-?mail(?:ed)?"
        r"|(?:an? )?e-?mail(?:ed)?(?: first)?(?:,| and| then| and then)+"
        r" (?:an? )?(?:call|ring|phone)(?:ed)?|by phone and by secure e-?mail|"
        "(?:by )?(?:phone|call) and (?:secure )?e-?mail|(?:i )?(?:rang|phoned|called) (?:them )?and"
        " e-?mailed(?: them)?|(?:a )?bit of both|some of each",
    },
)
SENT_DIFFERENT = Words("sent_different", "3.8", optional=True)
NOT_SENT_BECAUSE = Words("not_sent_because", "3.8")

REPLY_WHO = OfLine(Words("reply_who", "3.13", long=False), "agencies", "reply_of", shows_line=True)
REPLY_SAID = OfLine(Words("reply_said", "3.13"), "agencies", "reply_of")
REPLY_LIMIT = OfLine(Words("reply_limit", "3.13", optional=True), "agencies", "reply_of")
REPLY_DOCUMENT = OfLine(
    Choice(
        "reply_document",
        "4.1",
        (Option("no", "nothing"), Option("yes", "report|letter|e-?mail|document|chronology", NEGATION)),
        plain_words={"yes": "yes", "no": "no"},
    ),
    "agencies",
    "reply_of",
)
REPLY = (REPLY_WHO, REPLY_SAID, REPLY_LIMIT, REPLY_DOCUMENT)
