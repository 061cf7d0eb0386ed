"""What a message says of the case that it is about: nothing of another family, another time, or one only thought of."""

import re

from dialogs.text.patterns import either

ANOTHER = either(
    r"(?:(?:in|on|at|with|from) )?(?:(?:the|an?|my|our|that|this) )?(?:other|another|different|previous|last|old|former"
    r"|second) (?:family|families|case|council|job|borough|authority|post|matter)(?! (?:summar|meeting|review"
    r"|note|manag|asks?"
    r"|rang|is ask|wants?))",
    r"(?:colleague|(?:work)?mate|friend)'?s'? (?:(?:case|family)(?! *(?:$|[,.;!?]|can |do |should |so |but |and can ))"
    r"|dad|mum|kid|child)",
    "(?:on|with|in) (?:the|an?) (?:family|case) (?:i|we) (?:had|covered|worked|knew)|"
    r"(?:many )?years (?:ago|back)|when i (?:was|worked) (?:in|at|with|on)\b",
    r"(?:on|in) (?:(?:the|an?|my) )?(?:course|training|exercise|case study|scenario|webinar)|trainer said|(?:in"
    r"|on) the (?:news|papers?|telly|tv)",
)
BACK = r"but|here|this (?:one|time|family|case|lot)|(?:with )?these (?:ones|days)|mine|ours?|now(?:adays)?|anyway|today"
ONLY_THOUGHT_OF = (
    r"imagin(?:e|ing)|pretend(?:ing)?|suppos(?:e|ing)|if (?:it|this|he|she|they|i|we) (?:was|were) (?:mine|my"
    r"|me|you)|hypothetically|were there|(?:(?:^|(?<=[.;!?] ))|let'?s )say(?= (?:the|a"
    r"|mum|dad|both"
    "|parents|police|court)\\b)|should i be (?:the )?allocated|should (?:mum|dad|they|(?:(?:the|his|her) )?parents)"
    " (?:refuse|object|say)"
)
QUOTED = r"[\"\u201c][^\"\u201d]* [^\"\u201d]*[\"\u201d]"
ELSEWHERE = re.compile(
    rf"(?i)(?<![\w'])(?:{ANOTHER})(?![\w'])(?:(?!\b(?:{BACK})\b|\bi (?:want|need|only|just)\b)[^.;!?])*"
    rf"|(?<![\w'])(?:{ONLY_THOUGHT_OF})(?!\w)[^,.;!?]*"
    rf"|(?<=[\w,:] ){QUOTED}|^{QUOTED}(?= (?:is|was|s?he|they|says?|said)\b)"
)


def of_this_case(text: str) -> str:
    """Return the text without what is quoted or said of another family or time, up to where it is this one again."""
    return ELSEWHERE.sub(" ", text)
