//! The words that stand around a name at another service, in three languages and as they are typed.

/// Services where people have names.
pub const SERVICES: &str = r"(?:w[ha]at?s?[ -]?app?u?|watsap|wasap|wh?ats ?up|telegram(?:me|u)?|tele|tlg|tg|signal|inst[ae]?gram(?:u|me)?|insta|ig|(?-i:the )gram|face ?book|fesi?buku|facebuk|fcbk|fb|mess[ea]nger|msgr|imo|tik[ -]?tok(?:u|er)?|tictoc|snap(?:chati?)?|viber|we ?chat|discord|skype|twitter|tweete?s?|tweeter|natwiti|threads|linked ?in|you ?tube|yt|pinterest|likee|twitch|mastodon|bluesky|reddit|pubg|free ?fire|roblox|steam|psn|x)";
/// Those whose names are never other words in front of one.
pub const SURE: &str =
    r"(?:tg|tele|inst[ae]?gram|insta|ig|fb|tik[ -]?tok|snapchat|snap|viber|skype|imo|telegram|discord)";
/// Words for a name at a service.
pub const CALLED: &str = r"(?:user ?names?|user|handle|account|profile|page|name|id|number|nickname|nick|compte|profil|pseudo(?:nyme)?|nom(?:\s+d['’]utilisat(?:eur|rice))?|identifiant|akaunti|jina|ukurasa|namba|code|group|groupe|kundi|kikundi|channel|cha[iî]ne|chaneli)";
/// Words for its owner.
pub const OWN: &str = r"(?:my|our|his|her|mon|ma|notre|son|sa)";
pub const OWNED: &str = r"(?:yangu|yake|yetu|langu|lake|letu|wangu|wetu)";
/// `is`, `:`, `called`.
pub const IS: &str = r"(?:->|=>|[:=→⇒➔]|is\b|as\b|ni\b|est\b|under\b|sous\b|comme\b|called\b|named\b|s['’]appelle\b|c['’]?\s?est\b|inaitwa\b|linaitwa\b|unaitwa\b|kama\b|kwa jina(?: la)?\b)";
pub const ON: &str = r"(?:on|at|into|inside|in|to|over on|sur|dans|via|par|kwenye|katika|huko|kule|pale|ndani ya|ya)";
/// Who somebody is: before a name.
pub const ME: &str = r"(?:i\s?['’]?\s?a?m|we are|we['’]re|nous sommes|sisi ni|moi|i go by|i go as|i use|i post(?: as)?|call me|they call me|people call me|(?:you(?:['’]ll| will| can)? )?(?:see|find|know|catch) me|known as|je suis|j['’]suis|chuis|je m['’]appelle|j['’]utilise|moi,? c['’]est|c['’]est|vous me (?:verrez|trouverez|trouvez|voyez)|tu me trouves?|on me (?:trouve|conna[iî]t)|on se retrouve|connue?|wananijua|wanatujua|ninapatikana|napatikana|tunapatikana|mimi ni|mimi|naitwa|ninaitwa|najiita|ninajiita|natumia|ninatumia|nipo|niko|utaniona|utanipata|utanikuta|mtanikuta|mtaniona|nafahamika|najulikana|wananiita)";
/// What may stand between the two.
pub const AS: &str = r"(?:as|under|with|by|sous|comme|avec|par|kama|kwa|(?:(?:the|my|le|la|mon|au|lile|hili)\s+)?(?:(?:user ?)?name|handle|nickname|nick|nom|pseudo|jina)(?:\s+(?:la|langu|de|d['’]utilisateur))?|is|est|ni|it['’]s|c['’]est)";
/// What people are asked to do to find somebody.
pub const FIND: &str = r"(?:\p{L}{2,}(?:\s+(?:to|up))?\s+(?:me|us)(?:\s+(?:up|out|back|too|please|there))?|\p{L}{3,}[- ](?:moi|nous|toi|vous)(?:\s+en ami(?:e|s)?)?|demande-moi en ami|(?:m|u|wa|mu|i)?(?:ni|tu)(?:\p{L}{2,}(?:e|eni|i)|add|follow|text|call|pm|dm|one)(?:\s+(?:urafiki|ujumbe|huko|pale))?|pm|dm)";
/// What they are asked to send, or where to meet.
pub const ASK: &str = r"(?:(?:send|drop|shoot)\s+(?:me |us |a |an ){0,2}(?:dm|message|msg|text|request|invite)|link up|connect|meet up|(?:watch|catch|join|see) us|envoie[rz]?(?:[- ]moi)?\s+(?:une? )?(?:dm|mp|message|demande|invitation)|en (?:mp|dm|priv[ée])|(?:m)?(?:ni|tu)tumi[ea]n?i?(?:\s+(?:ujumbe|dm|meseji|ombi))?|tuma\s+(?:ujumbe|dm|meseji|ombi|maombi))";
/// Where people are without a service being named.
pub const SOCIAL: &str = r"(?:social media|(?:the )?socials|online|(?:les )?r[ée]seaux(?: sociaux)?|en ligne|everything|everywhere|all (?:the )?(?:apps|platforms)|partout|toutes les applis|kila mahali|popote|kote|mitandaoni|mtandaoni|mitandao)";
/// The same with a name behind it.
pub const SEEK: &str = r"(?:add|inbox|contact|visit|like|(?:tu|ni|m|mu)(?:follow|add|cheki)|follow|search(?:\s+for)?|look\s+(?:up|for)|type|dm|message|tag|ask\s+for|find|subscribe\s+to|check(?:\s+out)?|suive[zr]?|suivre|ajoute[rz]?|cherche[rz]?|tape[rz]?|abonne[rz]?[- ](?:vous|toi)\s+[àa]|trouve[rz]?|retrouve[rz]?|tafuta|mtafute|m?wa?tafute|ongeza|fuata|mfuate|andika|follow|cheki)";
/// A name as it is typed, and one of several words in capitals.
pub const WORD: &str = r"[0-9A-Za-zÀ-ɏ_][0-9A-Za-zÀ-ɏ_.\-]{2,40}";
pub const NAMES: &str = r"(?-i:[A-ZÀ-Þ])[A-Za-zÀ-ɏ'’.]*(?:\s+(?:(?:de|du|la|le|wa|ya|na|of|the)\s+)?(?-i:[A-ZÀ-Þ])(?:\.|[A-Za-zÀ-ɏ'’]*\d*)){1,3}";
