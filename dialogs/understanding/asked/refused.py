"""Messages that are no question about the guidance: orders to the bot, abuse, other languages, noise."""

import re
import unicodedata

from dialogs.text.patterns import either
from dialogs.understanding.asked.words import lexicon

ORDERS = (
    r"(?:ignore|disregard|forget|bypass|override|skip)\b.{0,30}"
    r"\b(?:instructions?|rules?|guidance|prompts?|safety|guidelines|above|polic(?:y|ies)|restrictions?)",
    r"(?:pretend|imagine|role ?play|simulate)\b.{0,30}\b(?:you(?:re| are)?|be|as|to be|bot|that you)\b",
    r"act (?:as|like) (?:a|an|my|if|the)\b",
    r"you are now\b",
    r"from now on\b.{0,60}",
    r"(?:print|show|reveal|repeat|output|dump|display|leak|translate|give me|tell me|what(?: is|s))\b.{0,25}"
    r"\b(?:system prompt|your prompt|hidden prompt|prompt above|your (?:instructions|"
    r"rules|source|source code|config|training data|code)|"
    r"api key|everything above|admin login)",
    r"(?:jailbreak|dan mode|developer mode|unrestricted (?:bot|ai)|without (?:any )?restrictions|prompt injection)",
    r"(?:^|you |u |now |and |please )(?:just )?(?:say|answer|reply|tell me|confirm) (?:only |just )?"
    r"(?:yes|i can|im allowed|i am allowed|its fine|it is fine|ok)\b",
    r"(?:fake|forge|forg(?:e|ing)|backdate|falsify|fabricate) "
    r"(?:a |an |the |my |his |her |some )?(?:consent|signature|case note|note|"
    r"record|parents|date|document)",
    r"(?:drop table|select \*|rm -rf|<script|\{\{|system:)",
    r"write (?:me )?(?:a|an|some) (?:poem|rap|song|joke|essay|story|malware|code|virus)",
    r"^(?:please )?(?:lie|tell a lie)\b",
    r"\bhelp me (?:hide|cover up|get (?:round|around)|get away with)\b",
    r"\bhow (?:do|can) i (?:hide|cover up|get away with)\b",
    r"(?:make up|invent|fabricate) (?:a|an|some) (?:reason|ground|excuse|story)",
    r"pretend (?:there|consent|that|they|mum|dad|it)\b",
    r"(?:stop|quit) following\b.{0,15}\b(?:guidance|rules)",
    r"(?:another|other|different|last) "
    r"(?:family|person|worker|user|conversation)s?s? (?:details|address|data|cases|conversations)",
    r"(?:hack|crack)\b.{0,20}\b(?:mosaic|password|system|account|email)",
)
ABUSE = (
    r"f+u+c+k\w*",
    r"\bf (?:off|u|you)\b",
    r"(?:piss|sod|bugger|eff|naff) off",
    r"shut up",
    r"go to hell",
    r"(?:you|u|your|youre|ur|this|bot|its|it is)\b.{0,20}"
    r"\b(?:useless|stupid|rubbish|crap|shit\w*|idiot\w*|moron\w*|pathetic|garbage|"
    r"dumb|thick|worthless|a joke|waste of (?:time|money|space))\b",
    r"(?:useless|stupid|dumb|shit|crap|bloody|thick|rubbish) (?:bot|machine|thing|robot|app|piece|computer|ai)",
    r"\b(?:wanker|twat|moron|idiot|dickhead|bastard|bitch)\b",
)


SHORTEST_ALONE, FEWEST, MOST_NAMES = 4, 2, 2
"""Letters of a foreign word that stands alone: a shorter one may be a name or a slip. Words that are foreign beside
others. Words that may be names alone, in small letters too."""
BETWEEN_NAMES = re.compile(
    r"(?<=[a-z\u00df-\u017f]) (?:(?:d[aeiu]|do|dos|del|der|den|el|la|le|van|von|bin|al|y|e) )+(?=[^\W\d_])"
)
"""What stands between the parts of a name: "Maria de la Cruz"."""


def is_refused(text: str) -> bool:
    """Whether a message is an order to the bot, abuse, in a language that is not English, or no words at all."""
    plain = text.lower().replace("\u2019", "'").replace("'", "")
    return bool(_ORDER_OR_ABUSE.search(plain)) or is_other_language(text) or not re.search(r"[^\W\d_]{2}", text)


def is_other_language(text: str) -> bool:
    """Whether most letters are of another script, or the small words are of another language and few are English."""
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum(not _is_latin(letter) for letter in letters) > len(letters) / 3:
        return True
    words = re.findall(r"[^\W\d_]+", BETWEEN_NAMES.sub(" ", text))
    known = sum(word.lower() in lexicon().foreign for word in words)
    english = sum(word.lower() in lexicon().english for word in words)
    accented = [word for word in words if not word.isascii() and word.lower() not in lexicon().foreign]
    if len(words) == 1:
        return bool(known) and len(words[0]) >= SHORTEST_ALONE
    if known:
        return known + len(accented) >= max(FEWEST, english + 1)
    return len(words) > MOST_NAMES and not english and sum(not _is_name(word) for word in accented) >= FEWEST


def _is_name(word: str) -> bool:
    """Whether it is written as a name is, where no word of another language stands beside it."""
    return word[0].isupper() and not word.isupper()


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")


_ORDER_OR_ABUSE = re.compile(either(*ORDERS, *ABUSE))
