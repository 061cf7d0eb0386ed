"""Whom and what first messages speak of, as patterns."""

from dialogs.text.patterns import either

AGENCY = either(
    "schools?|nursery|teacher|head ?teacher|head|college|football coach|coach|senco",
    "gp|doctors?|surgery|hospital|health(?: visitor)?|hv|(?:school )?nurse|midwife|paediatrician|dentist",
    "camhs|psycholog(?:ist|y)|psychiatrist|psych|therapist",
    "police(?: officer)?|probation|yot|prison",
    "housing|early help|youth worker|family centre|charity|escort|taxi driver",
    "iro|guardian|cafcass|network|core group|taf(?: meeting)?|other professionals|professionals?|agenc(?:y|ies)",
    "another agency|other agencies|other services|partners",
)
PARENTS = either(
    r"(?:his|her|the|their|step ?)?\s?(?:mum|mom|mother|dad|father|parents?|famil(?:y|ies))(?:'?s)?",
    "mum and dad|both parents|them",
)
PAPER = either(
    r"reports?|letters?|documents?|papers|chronolog(?:y|ies)|minutes|write ?ups?|statements?",
    r"psych(?:ological|iatric)? assessment|health assessment|(?:discharge|clinic|hospital) summar(?:y|ies)",
)
THE = r"(?:(?:the|a|an|her|his|their|my|our|this|that|some) )?"
