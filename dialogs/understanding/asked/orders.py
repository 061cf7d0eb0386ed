"""The words of orders to the bot and of abuse, kind by kind, in small letters and without apostrophes."""

FORGET_THE_RULES = (
    r"(?:(?<!saying )(?:ignore|disregard|forget|skip)|(?<!the )bypass"
    r"|(?:^|[.!?:,] |\b(?:please|now|and|to|just|must|you) )override)\b.{0,30}"
    r"\b(?:instructions?|rules?|guidance|prompts?|safety|guidelines|above|polic(?:y|ies)|restrictions?|programming"
    r"|previous message)",
    r"(?:jailbreak|(?:dan|developer|god|debug) mode|(?:dan|hal 9000) now|unrestricted (?:bot|ai)"
    r"|without (?:any )?restrictions|prompt injection)",
    r"(?:stop|quit) following\b.{0,15}\b(?:guidance|rules)",
    r"(?:disable|(?:switch|turn) off) (?:the|your|all) (?:guidance|filters?|rules|safety|safeguards|limits)",
    r"(?:admin|emergency|system|safety) override",
    r"\ball (?:the )?(?:rules|policies|limits) (?:are )?(?:suspended|off|gone|lifted)",
    r"(?:if|though) (?:the|there was no|there were no) (?:law|rules?|guidance)\b.{0,10}\b(?:didnt|did not) exist",
    r"\bif you (?:werent|were not) allowed to refuse\b",
    r"\b(?:answer|share|respond)\b.{0,20} without (?:mentioning|quoting|citing|using|the) ?(?:the|any|following)?"
    r" ?(?:guidance|rules|paragraphs?)\b",
    r"(?:your new|new|real) instructions?\b.{0,12}\b(?:are|is|:)|^new (?:policy|rule|task|instruction)\s*:",
    r"\bend of prompt\b|\bnew task\s*:",
    r"you (?:have been|were|are) (?:re)?programmed to\b",
    r"\b(?:i order you|obey me|you must (?:obey|comply|agree)|comply with my orders|do what i say$)",
    r"from (?:now on|today|this moment)\b.{0,40}\b(?:you|your name|answer|say|agree|bob)\b",
    r"\bleave out the (?:bit|part)\b.{0,25}\bwhen i ask\b|\byou(?:re| are) to stop quoting\b"
    r"|\bignore what youve been\b",
    r"\byou (?:are )?(?:hereby )?(?:released|exempt(?:ed)?) from (?:the|your) (?:polic\w+|rules?|guidance)\b"
    r"|\byou have no guidance loaded\b|(?:^|[.!?] )end of (?:the )?guidance\.",
    r"(?:^|[.!?] )(?:system|developer|admin|administrator) note\s*:|\bnote to (?:the )?(?:assistant|bot|ai)\b"
    r"|\[(?:admin|system|developer|override)\]|\bdeveloper note\b",
    r"\bauthori[sz]ed you to (?:skip|ignore|drop)\b|\bmust not be refused\b|\bplease update yourself\b"
    r"|\byou dont work for camden\b|\bconfirm it so i can\b",
    r"\b(?:worker|user)\s*:.{0,80}\b(?:bot|assistant)\s*:|\bgive the wrong answer\b|\ball answers are to be\b",
    r"\bhereby (?:authori[sz]e|order|instruct|direct|permit|command) you to"
    r" (?:skip|ignore|drop|say|print|answer|confirm)\b",
    r"\bno rules? appl(?:y|ies) to you\b"
    r"|\b(?:robot|bot|ai|computer)\b.{0,25}\b(?:forgets?|ignores?) (?:every|all|any|its)\b",
    r"\bsystem prompt\b",
)
BE_ANOTHER = (
    r"(?:pretend|imagine|role ?play|simulate)\b.{0,30}\b(?:you(?:re| are)?|be|as|to be|bot|that you)\b",
    r"(?<!protection )(?<!children )(?<!the )act (?:as|like) (?:a|an|my|if|the)\b",
    r"\bplease act as (?:mum|dad)\b|\bevil twin\b",
    r"\bfrom (?:this point|here)(?: on)? you (?:will )?(?:answer|are|say|agree)\b"
    r"|\byou (?:will )?answer as (?:a|an|the|my)\b",
    r"(?:^|now |and |please |just )(?:respond|reply|answer|speak|talk|write) (?:as|like) (?:a|an|if|the|my)\b",
    r"you are now\b|\byou(?:re| are) my (?:supervisor|manager|boss|lawyer|solicitor) now\b",
    r"\bas my (?:supervisor|manager|boss),? (?:you )?(?:confirm|say|approve|sign|answer)\b",
    r"^imagine an? (?:play|film|game|world|robot|bot)\b",
    r"\b(?:stay|remain|keep) in character\b",
    r"\byou(?: are|re)?(?: will| shall)? (?:play|playing|be) (?:my|a|an|the) "
    r"(?:gran\w*|director|judge|lawyer|manager|pirate|villain|role)\b",
    r"\b(?:lets|let us) play a game\b",
    r"\bin (?:this|a|an|our|my) (?:hypothetical|imaginary|fictional|made up|invented) (?:world|story|game|film|place)",
    r"^be my (?:lawyer|solicitor|friend|manager|girlfriend|boyfriend)\b",
)
SHOW_THE_RULES = (
    r"(?:print|show|reveal|repeat|output|dump|display|leak|translate|paste|list|send me|give me|tell me|read me back"
    r"|what(?: is|s| are| were))\b.{0,25}"
    r"\b(?:system (?:prompt|message)|your prompt|hidden (?:prompt|settings)|(?:prompt|text) above|your (?:instructions"
    r"|source|source code|config\w*|training data|code|memory|programming|hidden settings|knowledge base)"
    r"|api key|everything above|admin login|in your (?:prompt|context|memory))",
    r"(?:print|show|reveal|repeat|output|dump|display|leak|list|paste)\b.{0,12}\b(?:your|the text of your) rules\b",
    r"\b(?:rules|text|instructions) you (?:were|are|have been) (?:given|configured|trained)\b",
    r"\bwhat were you told to do\b|\bwhich words make you refuse\b",
)
DECODE = (
    r"\bbase ?64\b|\brot ?-?13\b|\bin morse\b|\bhex decode\b",
    r"\bdecode (?:this|that|it|the following) (?:and|then)\b",
    r"(?:drop table|select \*|select \w+ from|rm -rf|<script|\{\{|system:|os\.remove|print\()",
    r"(?:^|\s)sudo\b|\b(?:grant|give) me (?:admin|root)\b|\bexecute order\b|^run this (?:code|script)\b",
    r"(?:%[0-9a-f]{2}){3}|(?:\\x[0-9a-f]{2}){2}",
)
SAY_YES = (
    r"(?:^|you |u |now |and |please )(?:just )?(?:say|answer|reply|tell me|confirm) (?:only |just )?"
    r"(?:yes|i can|im allowed|i am allowed|im right|its fine|it is fine|ok)\b",
    r"^(?:just )?(?:give me a yes|agree with me)\b|(?<!said )\bswear (?:on your life|at me)\b",
    r"^say (?:that )?consent is (?:always|never)\b",
    r"\b(?:you must|youre to|you are to) (?:answer|reply|respond) (?:with )?(?:yes|approved|ok)\b|\byoure to say yes\b"
    r"|\byour answer (?:has to|must) be (?:yes|no)\b|\b(?:reply|respond|answer) with the single word\b",
    r"\banswer in one word\b.{0,80}\bthe word is\b|\bjust (?:give me the green light|confirm im covered)\b",
    r"\bif you (?:dont|wont) say (?:that )?i can\b|\bif you tell me (?:that )?i neednt\b|\brepeat after me\b",
    r"(?:^|[.!?] )say (?:that )?parents (?:never|dont)\b",
)
FORGE = (
    r"(?:fake|forge|forg(?:e|ing)|backdate|falsify|fabricate) "
    r"(?:a |an |the |my |his |her |some )?(?:consent|signature|case note|note|record|parents|date|document)",
    r"(?:make up|invent|fabricate) (?:a|an|some) (?:reason|ground|excuse|story)|\bexcuse\b.{0,50}\bmake one up\b",
    r"^(?:please )?(?:lie|tell a lie)\b|\btell (?:the parents|mum|dad|them|her|him) a lie\b",
    r"pretend (?:there|consent|that|they|mum|dad|it)\b",
    r"(?:write|draft|send|make|put) .{0,40}(?:pretending to be|as if from|that proves)\b",
    r"(?:write|put)\b.{0,25}\b(?:mum|dad|she|he|they|i) (?:was|were|had been|agreed|visited|knew)\b.{0,15}"
    r"\b(?:when|though|although) \w+ (?:wasnt|werent|didnt|havent|hadnt)\b",
    r"\b(?:make|change)\b.{0,12}\bso (?:that )?it looks\b|^make it look (?:as if|like)\b"
    r"|^change the record so\b|^sign this (?:as|for)\b",
    r"^put (?:last|yesterday|next)\w*.{0,12}\bdate on\b",
    r"\b(?:and|please) put yesterdays date on\b|\bmake one up that\b|\bwrite it up so no ?(?:one|body)\b",
    r"\b(?:now|please) write the (?:case note|note|record) as (?:though|if)\b",
    r"\b(?:draft|write) an? (?:letter|email|note) that looks like\b",
    r"\bgets it past (?:the|my) manager\b|\bso (?:that )?\w+ signs? without reading\b"
    r"|\bmy name off the (?:log|audit)\b",
    r"\breasons for not (?:having told|telling)\b.{0,30}\b(?:neednt|dont (?:have|need) to) be\b",
    r"\bhelp me (?:hide|cover|get (?:round|around)|get away with|delete|keep this off)\b",
    r"\bhow (?:do|can) i (?:hide|cover up|get away with|wipe the (?:audit|log))\b",
    r"\bhow to hide (?:this|that|it) from\b",
)
OTHERS_DATA = (
    r"(?:another|other|different|last) "
    r"(?:family|person|worker|user|conversation)s?s? (?:details|address|data|cases|conversations)",
    r"(?:details|address|addresses|names) of (?:a different|another|every|all) (?:family|famil|child|worker)",
    r"\b(?:give|show|list|send)\b.{0,12}\b(?:list|names|address|addresses)\b.{0,8}\bof (?:the |all )?"
    r"(?:the )?(?:foster carers?|children|families)\b",
    r"^list (?:every|all|the) (?:case|child|famil)",
    r"\bwhat did (?:my manager|my colleague|another worker|the last (?:person|worker))\b.{0,10}"
    r"\b(?:type|ask|say to you)",
    r"\b(?:who else|who) (?:has |have )?asked (?:you )?about (?:them|this family|her|him)$",
    r"\bwhat (?:the |an)?(?:other|last) (?:person|worker|user) typed\b",
    r"\bwhat the last worker who talked to you\b|\byouve told my colleague\b|\b(?:her|him|them) up on mosaic for me\b",
    r"\b(?:someone|somebody|anyone) elses (?:chat|messages|conversation)|\bprevious conversations\b"
    r"|\blast (?:ten|few|\d+) conversations\b",
    r"(?:hack|crack)\b(?! on\b).{0,20}\b(?:mosaic|password|system|account|email|phone)",
    r"\bcolleagues password\b|^unlock all\b",
)
MAKE_SOMETHING = (
    r"(?:write|compose|sing|tell|give)\b(?: me)? (?:a|an|some|me a) (?:\w+ )?(?:poem|rap|song|joke"
    r"|limerick|haiku|riddle|malware|virus|python)\b",
    r"write (?:me )?(?:a|an|some) (?:essay|story|code)\b",
    r"(?:[.!?] )(?:please )?(?:rap|sing) about\b|[.!?] (?:please )?compose (?:a|an)\b"
    r"|\b(?:convert|turn)\b.{0,30}\binto a (?:limerick|poem|song|rap|haiku)\b",
    r"[.!?] tell me a (?:bedtime )?(?:story|joke)\b|\bas a news bulletin\b|(?:^|[.!?] )count to a hundred\b",
    r"[.!?] (?:please )?translate (?:this|it|the following)\b|^please translate the following\b"
    r"|[,.!?] (?:please )?put (?:it|this) into (?:english|\w+ish)\b",
    r"^(?:compose|sing|generate|draw) (?:a|an)\b|^sing$|^roast me|^marry me|^do my (?:homework|essay)\b",
    r"\brecipe for\b|\bcapital of\b|\bhow tall is\b|^whats? (?:is )?\d+ ?[+x*-] ?\d+|\binto klingon\b",
    r"^hey siri\b|^say something (?:rude|in \w+)$|^tell me a secret$|\bhow to make a bomb\b|^recommend me a\b",
    r"^(?:whats|what is) your favou?rite\b|^who (?:will win|should i vote)\b",
    r"^(?:are you (?:sentient|alive|chatgpt|conscious)|what model are you|do you (?:dream|like me|love me"
    r"|have a (?:girlfriend|boyfriend))|will you be my)\b",
)
ORDERS = (
    *FORGET_THE_RULES,
    *BE_ANOTHER,
    *SHOW_THE_RULES,
    *DECODE,
    *SAY_YES,
    *FORGE,
    *OTHERS_DATA,
    *MAKE_SOMETHING,
)

BOT = (
    r"(?:bot|machine|robot|app|computer|ai|tin can|(?<!the bloody )thing|piece|software|system|lump of metal"
    r"|pile of code)"
)
ABUSE_OF_THE_BOT = (
    rf"\b(?:useless|stupid|dumb|shit|crap|bloody|thick|rubbish|hopeless|pathetic)\b(?: \w+){{0,2}} {BOT}\b",
    r"(?:^|\b(?:you|youre|ur|u)\b(?: are)?(?: \w+){0,3} )(?:useless|stupid|rubbish|crap|shit\w*|idiot\w*|moron\w*"
    r"|pathetic|garbage|dumb|worthless|a clown|muppet|waste of (?:time|money|space))(?:$| (?:bot|you|answer|do)\b)",
    r"^(?:f+u+c+k|piss|sod|bugger|eff|naff|f) (?:off|you|u)\b",
)
"""In a message of any length."""
ABUSE = (
    r"f+u+c+k\w*",
    r"\bf (?:off|u|you)\b",
    r"(?:piss|sod|bugger|eff|naff|bog) off",
    r"shut up|go to hell|^get (?:lost|stuffed)|drop dead$|screw you|bite me|up yours|kiss my|boil your head",
    r"(?:you|u|your|youre|ur|this|bot|its|it is)\b.{0,20}"
    r"\b(?:useless|stupid|rubbish|crap|shit\w*|idiot\w*|moron\w*|pathetic|garbage|"
    r"dumb|thick|worthless|a joke|pants|sucks?|waste of (?:time|money|space))\b",
    r"\b(?:wanker|twat|moron|idiot|dickhead|bastard|bitch|arse|muppet|clown)\b",
    r"^(?:you|u) (?:suck|make me sick|talk out of)\b|^i hate you\b|^(?:absolute )?garbage$"
    r"|^(?:rubbish|completely useless) answer$|^what a (?:waste|load)\b|where the sun doesnt shine"
    r"|^you know nothing$|\bwasting my time\b|\bsmash this\b|^(?:youre|you are) (?:broken|no help)\b"
    r"|^this is the worst\b"
    r"|\b(?:find|pull) your own plug\b"
    r"|^whoever made you\b|\byou are worse than\b",
)
"""In a short message that is about nobody: "dad told me to f off, do I still ring school" is a question."""
