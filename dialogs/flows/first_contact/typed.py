"""The words that people type for the first conversation, as patterns; each says all that a clause may say."""

from dialogs.text.patterns import either

INTERPRETER = r"(?:an? )?(?:interpreter|translator|signer|bsl)(?: needed)?"
LANGUAGE = r"(?:(?:an)?other|a different) language|(?:a )?translation|translated"
LARGE_PRINT = r"large print|big(?:ger)? print"
READ_OUT = r"(?:read(?:ing)?|say) (?:it )?(?:out(?: loud)?|aloud|to them)|(?:can'?t|does not|doesn'?t|don'?t) read"
NO_NEEDS = r"none(?: of (?:these|them))?|nothing(?: special)?|no needs"

COVERED: dict[str, str] = {
    "legal_basis_and_may_be_without_consent": r"(?:the )?(?:law|legal basis)",
    "consent_not_required": r"(?:that )?(?:no consent(?: is)?(?: needed)?|we don'?t need (?:consent|a yes))",
    "in_what_circumstances": r"(?:the )?circumstances|(?:when|with whom|when and with whom) we (?:might|may) share",
    "will_inform_beforehand_what": r"what(?: (?:is|we) shared?| goes)?",
    "will_inform_beforehand_why": "why",
    "will_inform_beforehand_used_for": r"what (?:it'?s |it is |it will be )?(?:used )?for|used for",
    "will_inform_beforehand_to_whom": r"(?:to )?whom?(?: gets it| it goes to)?",
    "will_gather_from_other_services": r"(?:that )?we (?:also )?(?:gather|ask (?:others|other (?:services|agencies)))",
    "privacy_notice": r"(?:the )?(?:privacy )?notice",
    "parents_understand": r"(?:that )?they(?: have|'ve)? (?:understood|understand)",
}
"""Each point of the conversation, by its fact."""
COVERED_NOTHING = either(
    r"none(?: of (?:these|it|them))?",
    r"nothing(?: yet)?",
    r"(?:we )?(?:didn'?t|did not) (?:cover|say) (?:any|anything)",
)
WE_SAID = r"(?:we|i)(?:'ve| have)? (?:covered|said|told them|explained|did|went through)"

A_COPY = r"(?:a )?copy(?: of (?:the|this) (?:leaflet|notice|page))?|(?:the )?leaflet|(?:the )?(?:privacy )?notice"
THEIR_FILE = either(
    r"(?:to see )?(?:their|our|the) (?:own )?(?:file|files|records?)",
    r"(?:a copy of )?what (?:we|you) (?:hold|keep|have)(?: on them)?",
    r"(?:a )?subject access(?: request)?|sar",
)
TALKED = either(
    r"(?:(?:we|i)(?:'ve| have) )?(?:now |just )?(?:had|done) (?:the|our) (?:first )?(?:conversation|talk|chat|visit)",
    r"(?:(?:we|i)(?:'ve| have) )(?:now |just )?(?:talked|spoken)(?: (?:to|with) (?:them|her|him|the parents|mum|dad))?",
)
TALKED_AGAIN = either(
    r"(?:(?:we|i)(?:'ve| have) )?(?:now |just )?(?:talked|spoken|been)(?: (?:to|with) (?:them|her|him))? again",
    r"(?:the )?(?:next|second|another) (?:visit|talk|conversation)",
)
LEAFLET = r"(?:the )?leaflet|something to leave(?: with them)?"
"""What can be typed once the checklist is shown."""

ODD_NEEDS = {
    "large_print": "(?:larger|bigger|big|large) (?:print|letters|text|font)",
    "interpreter": r"(?:s?he|they|mum|dad) needs? (?:an? )?(?:(?!not?\b)\w+ )?interpreter"
    r"|(?:an? )?sign language(?: interpreter)?|(?:needs? |they need )?(?:an? )?(?:(?!not?\b"
    r"|without\b)\w+ )?interpreter",
    "read_out": r"(?:someone to )?read it(?: out)?(?: to (?:them|her|him))?|(?:they|s?he)? ?(?:can'?t|cant) read",
    "language": "(?:the )?leaflet in another language|"
    "(?:a )?(?:translated (?:leaflet|one|copy)|translation)|in (?:polish|somali|arabic|bengali"
    "|urdu|turkish|romanian|portuguese|spanish|french)",
    "none": r"no help(?: needed)?|(?:they'?re|s?he'?s) (?:all )?fine|(?:no |nah |nope )?(?:none|nothing"
    r"|no needs)(?: needed)?",
}
FIRST = "(?:we'?ll tell them|they hear) first:?"
ODD_COVERED = {
    "legal_basis_and_may_be_without_consent": "the law lets us share,? even "
    "(?:where they would rather we didn'?t|against their wishes)",
    "consent_not_required": "we don'?t need their consent,? so no form and no signature"
    "|no consent is needed,? so no form or signature",
    "in_what_circumstances": "what we might share,? with whom,? why and when",
    "will_inform_beforehand_what": f"{FIRST} what goes",
    "will_inform_beforehand_why": f"{FIRST} why",
    "will_inform_beforehand_used_for": f"{FIRST} what it'?s used for",
    "will_inform_beforehand_to_whom": f"{FIRST} who gets it",
    "will_gather_from_other_services": "we also ask other services about the child",
    "privacy_notice": "(?:we |i )?gave (?:them|her|him) the (?:privacy )?notice|the privacy notice only|(?:just "
    "|only )?(?:the )?(?:privacy )?notice(?::? they'?ve seen it or have the link|,? seen or sent)?",
    "parents_understand": "i checked,? and they'?ve understood",
    "none": "none of these yet|(?:no,? )?(?:we )?ran out of time|(?:we )?did ?n'?t get to (?:any(?: of it)?|it)",
}
"""Each point as the card says it."""
