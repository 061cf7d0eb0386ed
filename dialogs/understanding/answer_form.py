"""Whether a text has the form of what a box for own words asks for: a line, an aim, a few words that name somebody."""

import re

from dialogs.engine.questions import Question
from dialogs.text import clauses
from dialogs.text.entities import AGENCY

WHY_NOT = frozenset({"not_shared_because", "not_sent_because", "not_given_because"})
FEW_WORDS = 5
"""Words that a short answer, or a name, has at most."""
ASKS_AN_AGENCY = re.compile(
    rf"(?i)\s*(?:(?:the |his |her )?(?:{AGENCY})\s*(?::|,|-)|[\w'&/-]+(?: [\w'&/-]+){{0,3}}:)\s"
)
"""The opening of what an agency is to be asked: "nursery: when did you see them"."""
SAYS_WHO = re.compile(r"\s*\w[\w.' ]{0,20}:\s")
"""The opening of words that are somebody else's: "T: I should have booked it"."""
AN_AIM = re.compile(
    r"(?i)\s*(?:in order )?to (?!be (?:honest|fair|clear)\b|(?:me|you|the|an?|his|her|my|him|them|school|gp)\b)\w+"
    r"|\s*(?:in order that|so) (?:that )?(?:s?he|they|it|[a-z]|the (?:child|baby|kids?))"
    r" (?:can|may|gets?|will|won'?t|has|is)\b"
)
"""The opening of what something is for: "to see if it heals", "so he gets one today"."""
MORE_THAN_A_NAME = (
    r"told|tells?|rang|ring|phoned|sent|sends?|shared?|gave|spoken?|spoke|said|says|knows?|knew|refused|agreed|wrong"
    r"|chang\w+|mistake|sorry|no|not|never|nobody|back|stop|help|what|which|who|whose|why|how|when|can|do|does|is|are|has"
    r"|have|had|replied|came|started?|new|different|another|wait|actually|meant?|undo|delete|ask|bot|you|this|that|it"
)
"""Words that make more of a few words than the name of somebody or something."""
IS_OR_DOES = (
    "is(?! not| told| aware)|has(?! been told| agreed)|was(?! told)|had|misses|missed|comes|came|gets|needs|cannot"
    "|can't|won't|doesn't"
)
"""What opens what is told of the child: "R is very tired"."""
WANTS_OR_SAYS = (
    "wants?|(?:doesn'?t|does not|didn'?t|did not) want|said|says|asked|asks|told me|would like|hopes|likes|feels"
)
"""What opens what the child wants."""
SOMEBODY_SAID = r"(?-i:[A-Z](?:\.? ?[A-Z])?\.?) (?:has |have )?(?:said|says|threatened|warned)"
"""What opens what something rests on: "D said R will not be back"."""
VIEW = "(?:i|we) (?:think|believe|feel|reckon|suspect|am worried|worry)|(?:it )?(?:looks|seems|sounds|fits)"
"""The opening of what the worker makes of it."""
FOR_ANOTHER = re.compile(
    r"(?i)\s*(?:yes|yeah|yep|yup|nope|nah|no)(?:\s*[,.]|\s+(?:it'?s?|all|only|just|i|we|s?he|they|that'?s?|not|they'?re)\b)(?=.*\w)"
)
"""The opening of what answers another question than one for own words: "no, it's all ours", "nope all ours"."""
THINKS_SO = re.compile(
    r"(?i)\s*(?:i )?(?:really )?(?:should |would |do |(?:do|did|would|should)n'?t |not )?(?:really )?"
    r"(?:think|believe|suppose|reckon|imagine) (?:so|not)(?:[ ,]+(?:yes|no|really|tbh|thanks|thank you))*\W*"
)
"""A yes or no that only says what is thought: "dont think so no"."""
NOT_DONE = re.compile(
    r"(?i)\s*(?:(?:i|we|s?he|they|no) )?(?:not|never|(?:have|has|did) ?n'?t) (?:yet )?"
    r"(?:asked?|told|tell|ours|mine|hers|his|theirs|agreed?|repl(?:ied|y)|answer(?:ed)?|wr(?:ite|itten|ote))"
    r"(?: (?:yet|her|him|them|it|that|us|anyone|anybody|mum|dad|after all|in the end|actually))*\W*"
)
"""What was not done, which names nobody: "not asked her"."""


NOT_OURS = re.compile(r"(?i)\s*(?:(?:it|this|that)(?:'?s| is| was) |they'?re )?not (?:one of )?(?:ours|by us)\W*")
"""What says only who did not write a document."""


def says_who_did_not(question: Question | None, text: str) -> bool:
    """Whether it says of a document's author only that it is none of us, which takes nothing back and names nobody."""
    return question is not None and question.name == "document_author" and NOT_OURS.fullmatch(text) is not None


def asks_an_agency(question: Question | None, text: str) -> bool:
    """Whether it is a line of what agencies are to be asked."""
    return question is not None and question.name == "agencies" and ASKS_AN_AGENCY.match(text) is not None


def answers_another_question(text: str) -> bool:
    """Whether it says yes or no and goes on, as an answer to a question that is not for own words does."""
    return names_nobody(text) or FOR_ANOTHER.match(text) is not None


def names_nobody(text: str) -> bool:
    """Whether it only says what was not done, or that something is thought to be so."""
    return any(one.fullmatch(text) for one in (THINKS_SO, NOT_DONE))


def is_as_short_as_a_name(text: str) -> bool:
    """Whether it is a few words, none of which makes more of them than the name of somebody or something."""
    said = clauses.normalise(text)
    return len(said.split()) <= FEW_WORDS and not clauses.says(said, MORE_THAN_A_NAME)


def has_form_of_answer(question: Question, box: str, text: str, child: str) -> bool:
    """Whether it opens as an answer in this box does. `child`: the reference of the child whom it may tell of."""
    if asks_an_agency(question, text) or (box == "said" and SAYS_WHO.match(text)):
        return True
    openings = {
        "lines": rf"(?-i:{re.escape(child)}) (?:{IS_OR_DOES})",
        "child_view": rf"(?:(?-i:{re.escape(child)})|s?he) (?:{WANTS_OR_SAYS})",
        "my_view": VIEW,
        "because": SOMEBODY_SAID,
        **dict.fromkeys(WHY_NOT, "(?:still )?waiting (?:for|on|to)|because"),
    }
    opening = openings.get(question.name, openings.get(box))
    aims = box == "purpose" and AN_AIM.match(text) is not None
    return aims or (opening is not None and clauses.after_opening(clauses.normalise(text), opening) is not None)
