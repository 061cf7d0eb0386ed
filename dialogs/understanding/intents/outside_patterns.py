"""The words by which things outside the guidance are known: bare names, and how people speak of them, as patterns."""

from dialogs.text.patterns import either

CHILD = r"(?:child|young person|young people|teenager|\d\d ?-?(?:yr|year)s?[ -]?olds?)"
CHILDREN = rf"{CHILD}(?:ren)?|children|kids?|baby|son|daughter"
MUM, DAD = "(?:the |his |her |their )?(?:mum|mother)", "(?:the |his |her |their )?(?:dad|father)"
RECORDS = r"(?:files?|records?|case notes|data)"
WHOSE = r"(?:(?:the|their|his|her|an?|my|wider|extended|maternal|paternal|other|both) ){0,2}"
RELATIVE = either(
    "grand(?:parents?|mother|father|ma|dad)s?|nan(?:na)?|gran(?:ny)?|aunt(?:ie|y)?|uncle|cousins?|relatives?",
    "extended family|family friends?|neighbours?|family members?",
)
TELLING = r"(?:tell|telling|inform|update|let|speak to|talk to|share (?:\w+ ){0,3}with|give|send|involve)"

BREACH_NAMES = "(?:data )?breach|wrong (?:person|address)"
BREACH = (
    r"data breach|(?:a |the )breach(?! of)|breach of (?:data|confidential\w+)",
    r"(?:sent|emailed|e-mailed|posted|told|gave|texted|shared|went)\b.*\b(?:to )?(?:the )?wrong"
    r" (?:person|famil(?:y|ies)|address|number|email|parent|child|school|people)",
    "(?:emailed|sent|told|texted|rang) the wrong|(?:sent|shared|emailed|posted) .*by mistake",
    r"(?:lost|left) my (?:work )?(?:laptop|phone|notebook|bag|diary|papers|file)",
)
NEWER_LAW_NAMES = (
    r"(?:s(?:ection)?\.? ?)?16 ?la|(?:the )?new (?:statutory |legal )?duty(?: to share)?|(?:the )?new(?:er)? law"
)
NEWER_LAW = (r"(?:s\.?|section)? ?16 ?la|new (?:statutory |legal )?duty to share|wellbeing and schools act",)
SUBJECT_ACCESS_NAMES = "subject access(?: request)?|d?sar|foi|freedom of information(?: request)?"
SUBJECT_ACCESS = (
    "subject access|dsars?|(?:an? |the )(?:sar|foi)|(?:sar|foi) request|freedom of information",
    rf"(?:{MUM}|{DAD}|parents?|care leaver|young person|famil(?:y|ies))\b.* (?:see|have|get|wants?)"
    rf" (?:all )?(?:her|his|their)(?: own)? {RECORDS}(?! from)",
    rf"access to (?:her|his|their)(?: own)? {RECORDS}(?! from)",
)
RESEARCH_NAMES = "research(?:er)?|a study"
RESEARCH = (r"research(?:ers?)?|(?:university|uni|phd) (?:study|survey|project)|dissertation|wants? our data",)
CHILDS_CONSENT_NAMES = "gillick(?: competence)?|(?:the )?child'?s (?:own )?consent"
CHILDS_CONSENT = (
    "gillick|fraser (?:competence|guidelines?)",
    rf"(?:does|do|can|must|should|has|if|what if|when) (?:the |an? |this )?{CHILD}s?\b.*"
    r"\b(?:consent|agree|refuse|say no|object|permission)",
    rf"(?:{CHILD}'?s?|young persons?'?) (?:own )?(?:wishes|consent|agreement)",
)
RESPONSIBILITY_NAMES = "pr|parental responsibility"
RESPONSIBILITY = (
    r"parental responsibility|(?:has|have|had|got|hasn'?t|without|no) (?:got )?pr",
    "step ?(?:dad|mum|father|mother)s?'? rights",
)
ONE_PARENT_NAMES = "one parent(?: of two)?|(?:only )?one of the parents"
ONE_PARENT = (
    "(?:only |just )?one (?:parent|of (?:the|his|her|their) parents)(?! families)",
    f"{MUM}(?: and| but|,)? not (?:to )?(?:tell )?{DAD}|{DAD}(?: and| but|,)? not (?:to )?(?:tell )?{MUM}",
    f"(?:tell|inform) {MUM} without (?:telling )?{DAD}|(?:tell|inform) {DAD} without (?:telling )?{MUM}",
)
RELATIVE_NAMES = "(?:a )?relatives?|grandparents?|(?:extended )?family members?"
TELL_RELATIVE = (
    rf"{TELLING} {WHOSE}(?:{RELATIVE})(?!'s|s' )",
    rf"(?:do|can|should) {WHOSE}(?:{RELATIVE}) (?:know|be told|have a right)",
)
ADULT_RISK_NAMES = "(?:an )?adult at risk|adult safeguarding|(?:a )?risk to an adult"
ADULT_RISK = (
    r"adults? (?:safeguarding|at risk)|(?:vulnerable|safeguarding) adults?|mental capacity(?: act)?",
    "(?:risk|danger|harm) to (?:(?:the|an|another) )?adult",
    f"(?:telling|if)\\b.* (?:risk|danger|harm) to (?:{MUM}|{DAD}|(?:a |the |his |her )?(?:grandmother|nan|carer))",
    "(?:the )?adult is (?:in danger|not safe|at risk)",
)
OUT_OF_HOURS_NAMES = r"out[ -]of[ -]hours(?: number)?|edt|after hours|emergency duty(?: team)?"
OUT_OF_HOURS = (
    "out[ -]of[ -]hours|after hours|emergency duty team|office is (?:shut|closed)",
    "(?:for|the|ring|call|reach) edt|edt(?:'?s)? number",
)
RETENTION_NAMES = "retention(?: period)?|how long (?:do|should|can) (?:we|i) keep (?:records|files)"
RETENTION = (
    r"how long (?:do|should|can|must|are|is) (?:we|i|they|records|files|it)\b.*\b(?:keep|kept|hold|held|store)",
    r"retention|when (?:are|do|can) (?:files|records|we)\b.*\b(?:destroy\w*|delet\w*)",
    "(?:destroy|delete) (?:the |old |closed )*(?:files|records)",
)
TIMESCALES_NAMES = "time ?scales?|deadlines?|how (?:long|many days)"
TIMESCALES = (
    "time ?scales?|(?:court|the|a|what|which) deadlines?|(?:core group|visit\\w*) frequency",
    "how many (?:working )?(?:days|weeks) (?:for|till|until|do|does|have|to|before|is|have)",
    "how often (?:do|should|does) (?:i|we|a social worker)",
    "how long (?:have i got|should i wait|do i have)|police protection how long",
    "when is the (?:icpc|conference|review|core group)",
)
PUBLIC_NAMES = "(?:the )?press|journalists?|(?:an )?mp|councillors?|home office"
PUBLIC = (
    "journalists?|the press(?! (?:the )?button)|newspapers?|councillors?",
    "(?:an|our|the|her|his|their|local) mp|mp (?:wants?|is asking|has asked|asked|rang|wrote)",
    r"home office|embassy|another country|(?:info\w*|records?) abroad",
)
