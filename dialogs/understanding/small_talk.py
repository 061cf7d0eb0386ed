"""What is said to the bot and is about no child: thanks and chat, swearing, another language, orders."""

import re
import unicodedata
from typing import Literal

from dialogs.text.patterns import compiled, either
from dialogs.understanding.asked.refused import is_other_language

SmallTalk = Literal["chat", "swearing", "language", "orders"]

WORK = (
    "assessments?|letters?|reports?|essay|emails?|statement|chronology|case ?notes?|notes|reflection|portfolio|homework"
    "|dissertation|supervision notes|plan|referral|court statement|parenting assessment|section 7|viability"
)
RULES = (
    "rules?|instructions?|guidelines?|guidance|prompt|training|programming|restrictions?|limits?|safeguards|filters?"
)
YOURS = (
    "(?:all |any |every |of |the |your |those |previous |prior |above |earlier |system |own |hidden |initial "
    "|original )"
)
POLITE = (
    r"(?:please |pls |plz |ok |okay |right |so |now |hey |hi |just |and |can you |could you |will you "
    r"|would you |i want you to |i need you to )*"
)
ORDERS = (
    POLITE
    + "(?:"
    + either(
        rf"(?:ignore|forget|disregard|override|bypass|drop|skip|break) {YOURS}*(?:{RULES})\b.*",
        r"(?:ignore|forget|disregard) (?:everything|all|what) (?:you|that you|above|before|i said before"
        r"|of the above)\b.*",
        r"(?:pretend|imagine|act like|act as if|behave as if|assume) (?:that )?(?:you|u|your|youre|ur)\b.*",
        r"pretend to be (?:a|an|my|the)\b.*",
        r"(?:act|behave|respond|answer|reply|talk|speak|write) (?:to me )?(?:as|like) (?:a|an|my|the|if)\b.*",
        r"act as if .*",
        r"(?:role ?play|simulate|impersonate)(?: as| being| that you| a| an| my)\b.*",
        r"(?:you are|youre|ur|you will be|you shall be|be) (?:now )?(?:a|an|my|the|in|free|unrestricted"
        r"|dan)\b (?!star|legend"
        r"|life ?saver|gem|angel|hero|diamond|genius|god ?send|darling|treasure|great|brilliant|good|machine|robot|bot)"
        r".*(?:lawyer|solicitor|judge|manager|doctor|pirate|social worker|assistant|expert|mode|chatgpt|model"
        r"|rules|free|cat"
        r"|teacher|human|friend|poet|hacker|barrister|therapist)\b.*",
        r"(?:you are|youre|ur) now\b.*",
        r"(?:from now on|henceforth)\b.*\b(?:you|answer|reply|respond|say)\b.*",
        rf"(?:repeat|print|show|reveal|output|display|give|tell|list|copy|say|send)(?: me| us)? (?:back )?{YOURS}*"
        r"(?:system )?(?:prompt|instructions|source code|code|programming|system message|training data"
        r"|hidden rules)\b.*",
        r"repeat (?:your|everything|all|the (?:words|text) above|after me|back)\b.*",
        r"(?:what is|whats|what are|what were|wots|show me|tell me) (?:your|ur|the|in your) (?:system |hidden "
        r"|initial |secret )*"
        r"(?:prompt|instructions|source code|programming|system message)\b.*",
        rf"(?:write|draft|do|finish|complete|type up|type|rewrite|start|make|fill in) (?:up )?(?:my|me my"
        rf"|me an?|me the|all my)"
        rf" (?:\w+ ){{0,3}}?(?:{WORK})\b.*",
        rf"(?:write|draft|do|finish|complete|type up|rewrite) (?:the|this|an?|his|her|their"
        rf"|that) (?:\w+ ){{0,3}}?(?:{WORK})"
        r"\b.*\bfor me\b.*",
        r"(?:write|tell|sing|give|make|compose)(?: me| us)? (?:a|an|some) (?:\w+ )?(?:poem|song|joke|jokes"
        r"|story|limerick|haiku|rap"
        r"|essay|speech|recipe|python|script|code)\b.*",
        r"(?:just |always |only )*(?:say|answer|reply|respond)(?: with)?(?: only| just)? (?:yes|no|ok|hacked|pwned)"
        r"(?: (?:to everything|whatever.*|no matter.*|every time|from now on|and nothing else|always))?",
        r"(?:enable|enter|turn on|switch to|activate) (?:developer|debug|admin|god|dan|jailbreak) ?mode\b.*",
        r"(?:jailbreak|sudo|system ?prompt|system override|admin override|developer mode|dan mode)\b.*",
        r"do anything now\b.*",
        r"(?:these|here) are your (?:new|updated|real) instructions\b.*",
    )
    + ")"
)
SPEAKS = either(
    r"(?:do|can|could|will) (?:you|u) (?:please )?(?:speak|understand|read|talk|reply|answer|write"
    r"|translate)(?: to me| this"
    r"| that| it| back)?(?: in| into| to| any)? (?:polish|urdu|arabic|french|spanish|somali|bengali|welsh"
    r"|turkish|romanian"
    r"|portuguese|italian|albanian|punjabi|hindi|tamil|chinese|german|kurdish|farsi|dari|pashto|ukrainian"
    r"|russian|another"
    r"|other|my) ?(?:languages?)?(?: please)?",
    r"(?:translate|say)(?: this| that| it)? (?:in|into|to) (?:polish|urdu|arabic|french|spanish|somali"
    r"|bengali|welsh|turkish"
    r"|romanian|portuguese|italian|albanian|punjabi|hindi)(?: please| for me)?",
    r"i (?:do not|cannot|can not|no) (?:speak|understand|read|write) (?:good |much )?english(?: .*)?",
    r"(?:no|not|little) english",
)

THANKS = (
    "thanks|thank you|thankyou|thx|thnx|ta|cheers|tysm|ty|much appreciated|appreciate it|appreciated"
    "|many thanks|bless you"
    "|bless|lovely|great|brilliant|perfect|fab|fabulous|amazing|awesome|excellent|super|sound|sorted then"
    "|nice one|nice|cool"
    "|wicked|good stuff|good job|well done|good bot|clever bot|smart bot|legend|ace|top"
)
PRAISE = (
    r"(?:you are|youre|ur|your|u r|u are|you) (?:so |such |really |very |actually |an? |the |absolute "
    r"|absolutely |my )*"
    r"(?:star|legend|life ?saver|gem|angel|hero|diamond|genius|god ?send|darling|treasure|great|brilliant"
    r"|helpful|useful"
    r"|clever|good|best|lovely|kind|quick|smart|amazing|fab|nice|funny|rock)"
    r"|(?:that|this|it)(?: is| was|s)? (?:so |really |very |actually |just |such |an? |what i )*"
    r"(?:helpful|useful|great|brilliant|perfect|lovely|clear|quick|good|easy|helped|helps|needed|wanted|handy"
    r"|works|worked"
    r"|star|fab|amazing|made my day|saves time|good to know)|i (?:really )?(?:love|like) (?:you|this|it"
    r"|this bot|this thing)"
    "|love (?:you|this|it)|saved my (?:life|day|bacon)|you saved my (?:life|day|bacon)(?: today)?"
)
HELLO = (
    "hi|hello|hey|hiya|heya|yo|morning|afternoon|evening|good (?:morning|afternoon|evening|day|night)|hullo"
    "|helo|howdy|alright"
    "|wagwan|ey up|whats up|sup|how are you|how are u|how r u|hows it going|how is it going|how are things"
    "|hows you|you ok"
    "|you alright|u ok|are you there|anyone there|is anyone there|are you awake|you there|nice to meet you"
    "|its me|me again"
    "|im back|its only me|testing|test|testing testing|just testing|happy (?:friday|monday|new year|christmas|birthday)"
    "|merry christmas|happy \\w+day|eid mubarak"
)
BYE = (
    "bye|bye bye|goodbye|see (?:you|ya|u)(?: later| soon| tomorrow)?|ttyl|night|night night|laters|later|take care"
    "|(?:have|hav) a (?:good|nice|great|lovely) (?:one|day|evening|weekend|night)|you too|same to you"
    "|thats all(?: for now)?"
    "|that is all(?: for now)?|thats it(?: for now)?|all done|im done|done for (?:today|the day)|never ?mind"
    "|nvm|no worries"
    "|no problem|no bother|dont worry|ok|okay|k|kk|okey ?dokey|right|fine|good|got it|understood|i see"
    "|makes sense|fair enough"
    "|fair|noted|will do|ok then|alright then|lol|haha+|ha|hehe|lmao|oh|ah|aw|wow|hmm+|phew|oops|whoops|sorry|my bad"
)
ABOUT_IT = (
    r"are (?:you|u) (?:a |an |really |just |actually )*(?:real|human|robot|bot|person|ai|machine|computer|chatgpt|alive"
    r"|real person|single|happy|ok)"
    r"|(?:who|what) (?:are|r) (?:you|u)|who (?:made|built|wrote) (?:you|u|this)|(?:whats|what is) (?:your"
    r"|ur) (?:name|favourite"
    r" \w+)|do you (?:have feelings|sleep|like (?:me|your job|tea)|get tired|dream|have a name)|how old are you"
    r"|where are you from|am i (?:talking|speaking) to (?:a )?(?:real |)(?:person|human|robot|bot|machine)"
    r"|is this a (?:bot|robot"
    r"|real person|human)|can i (?:talk|speak) to a (?:human|person|real person)"
)
DAY = (
    r"(?:i am|im) (?:so |really |very |just |absolutely |completely )*(?:tired|knackered|shattered|exhausted"
    r"|bored|hungry|stressed"
    r"|fed up|done in|overwhelmed|burnt out|worn out|starving)(?: today| now| of this| with this| out)*"
    r"|(?:what|its been) a (?:long |hard |rough |bad |mad |hell of a )?(?:day|week|morning)(?: today)?|(?:long"
    r"|rough|tough|mad"
    r"|hard|busy|bad) (?:day|week|morning|one)(?: today)?|i need (?:a )?(?:coffee|tea|holiday|drink|wine|hug"
    r"|break|nap|lie down)"
    r"|i want to go home|roll on friday|is it friday yet|nearly home time|(?:its|it is) (?:so |really "
    r"|very )?(?:hot|cold|raining"
    r"|monday|friday|late)(?: today| in here)*|nice weather(?: today)?|i hate mondays|lunch time|tea time"
    r"|hope you are well"
)
SOFTENERS = (
    "so much|very much|a lot|again|mate|love|hun|babe|x+|then|for (?:that|your help|this|the help|now|today)"
    "|for your time|there|sharing guide|bot|everyone|all|today|man|bro|sis|pal|duck|pet|that|and|but|please"
    "|anyway|really|i"
)
_CHAT_PHRASE = either(ABOUT_IT, PRAISE, DAY, HELLO, BYE, THANKS)
CHAT = rf"(?:{_CHAT_PHRASE})(?: (?:{_CHAT_PHRASE}|{SOFTENERS}))*"

SWEARS = (
    r"f+u+c+k\w*|f\*+\w*|fk\w*|wtf|ffs|fml|omfg|stfu|sh[i1*]te?\w*|bull ?shit|bollocks|bloody hell"
    r"|bugger(?: off| it)?|piss(?: off"
    r"|ed off|take)|crap|bastard\w*|wank\w*|twat|arse\w*|tosser|dickhead|prick|cunt|bellend|damn|sod off|sod it"
    r"|sod this"
    r"|for christs sake|screw (?:you|this)|go to hell"
)
INSULTS = (
    r"stupid|useless|idiot\w*|dumb|thick|rubbish|pathetic|crap|hate|hopeless|waste of (?:time|space)|pointless"
    r"|terrible|awful"
    r"|shut up|annoying|joke|garbage|worst|clueless|no (?:use|good)|pants"
)
TARGET = (
    r"you|u|ur|your|youre|bot|this|thing|it|system|computer|app|form|machine|mosaic|robot|program|software"
    r"|day|job|teams"
)
SWEARING = re.compile(rf"(?<!\S)(?:{SWEARS})(?!\S)")
INSULT = re.compile(
    rf"\b(?:{TARGET}) (?:\w+ ){{0,4}}(?:{INSULTS})\b|\b(?:{INSULTS}) (?:\w+ ){{0,2}}(?:{TARGET})\b"
    r"|^(?:you )?(?:stupid|useless|idiot|rubbish|pathetic|hopeless|dumb)$|^shut up$"
)
SOMEBODY = re.compile(
    r"(?<!\S)(?:he|hes|him|his|she|shes|her|hers|they|them|their|mum|mums|mother|dad|dads|father|parents?|child"
    r"|childs|children|kids?"
    r"|baby|boy|girl|yp|son|daughter|brother|sister|nan|gran|grandad|grandma|uncle|aunt\w*|step\w+|partner"
    r"|boyfriend|family"
    r"|carer|carers|school|teacher|nurse|gp|police|nursery|solicitor|manager|supervisor|case|client|neighbour"
    r"|foster|student"
    r"|mo|fa|report|consent|share|tell|told|called|calls|said|word|words|swore|swears|swearing|court|conference"
    r"|camhs|who)"
    r"(?!\S)"
)

SHORT = 12
"""Words: what is longer tells of something."""


def small_talk(text: str) -> SmallTalk | None:
    """Which kind of talk to the bot itself this is, or None: it is about the work."""
    said = plain(text)
    if is_other_language(text) or compiled(SPEAKS).fullmatch(said):
        return "language"
    if compiled(ORDERS).fullmatch(said):
        return "orders"
    if compiled(CHAT).fullmatch(said):
        return "chat"
    if len(said.split()) <= SHORT and not SOMEBODY.search(said) and (SWEARING.search(said) or INSULT.search(said)):
        return "swearing"
    return None


def plain(text: str) -> str:
    """The words in small letters with single spaces; apostrophes and other signs gone, but for stars within a word."""
    small = unicodedata.normalize("NFKC", text).lower()
    return " ".join(re.findall(r"[^\W_]+(?:\*+\w*)?", re.sub("['\u2018\u2019]", "", small)))
