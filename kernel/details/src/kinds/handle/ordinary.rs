//! Words that people say after the word for a service without naming anybody.

/// Folded, by language; what is inflected stands here by its beginning, with a star.
const WORDS: [&str; 3] = [
    "a about account* active activ* add afraid after again all already also always amazing an and another any anyone anytime anything app apps \
     are as ask at away back bad banned be because been before best better blocked boring both broken business busy but \
     by call called calls can careful challenge* channel* chat* class close* code* comment* community contact* content course* daily dance* danger dead \
     deleted directly down each easily easy either empty even ever every everyday everyone everything famous fan* \
     fast fine first follow* for free friend* from full fun gave good great group* hacked happy hard has have he help* her here hidden him his \
     how i if important in inbox instead is it job* just know last later learn* less like* link* list* live lives locked long lost love* \
     made make many market* me member* message* more most much music must my name* near never new news nice no nobody none \
     not nothing notification* now number* of off often ok okay old on once one online only open or our out page* part people photo* \
     picture* please popular post* private probably profile* public quiet quickly reach* reel* really safe same scam* search seen seller* serious share* she shop* \
     short shy sign since slow so some someone something sometimes song* soon status still stories story team than thank* that the their them then there \
     these they thing* this those time to today together tomorrow tonight too trend* until up us use* username users very video* \
     alone angry anonymous bold brave calm cool curious friendly glad happier here humble kind lazy loud mad nervous patient peace polite working growing loading trending ringing opening closing starting running selling buying learning reading writing playing dancing singing moving going coming waiting looking watching really easily actually family hot cold warm proud quick ready rich sad \
     satisfied serious shy silent sick silly sleepy strong stupid sure talkative tired visible weak welcome wise \
     customers clients artists singers dancers teachers women men girls boys students mothers fathers youth kids parents buyers sellers traders jobs \
     was we week* well were what when where which while who why will with without work* world yes yet you your young* active",
    "à actif active afin ai aime alors ami* apres après application arnaque* au aujourd* aussi autre* avant avec beau beaucoup belle bien bientot bientôt \
     bloqué* bon bonne ca ça car ce cela cependant ces cette chaque chez chaine chaîne clair* combien comme comment commentaire* compliqué* compte* \
     connecté* connu* contact* contre cours dangereux dans de déjà depuis dernier* des directement dit dites donc doux du elle* en encore enfin \
     ensemble est et été être etre eux facile* fait fermé* faux film* fini fois fort fou gens génial* gratuit* groupe* hier ici il ils \
     important* inactif information* interdit* je jamais jeune* jour* joli juste la là le lent lente les leur* libre lien* lui ma mais mal malade marche mauvais \
     me meilleur* même meme membre* merci mes message* mieux moi moins mon monde mort musique ne ni nom non nos notre nouveau nouvelle* nous nul \
     numéro numero offre* on ou où oublié page* par parce parfois partout pas personne peu peut photo* piraté* plein plus possible pour pourquoi présent* present* \
     anonyme calme célèbre clients content* curieu* discret discrète fatigué* fier* gentil* heureu* jeunes mamans occupé* patient* poli* poètes prudent* sage* silencieu* \
     timide* triste* visible* fort* absent* femmes hommes filles garçons élèves parents vendeu* acheteu* travail emploi* \
     presque privé* profil* pseudo public* publique quand que qui quoi rapide* rare* rien sa sans santé se sécurisé* ses seul* seulement si simple \
     soir son sont souvent statut* suis super sur svp sûr ta tard te temps tes toi ton top toujours tous tout toute* très trop tu un une utile* \
     vendre vide vidéo* video* vie vieux vite vos votre vous vrai vraiment y",
    "abari akaunti ambayo ambao au baada bado bali bando bei biashara bila bora bure chini chochote daima dada dunia fulani funzo gani \
     hadi haifanyi haikuwa haipo haku* hakuna halafu halali hali hana hapa hapana hasa hata hatari hawa haya hayo hivi hivyo hiyo huku hulu huo huyu \
     ile ili imefungwa imejaa imekufa imezimwa ina iko ipi jana jinsi juu kabisa kabla kaka kali kama karibu kati katika kazi kesho kidogo kikundi kila kisha kitu kiungo \
     kuanzia kubwa kuhusu kule kuliko kuna kundi kupitia kushoto kusikia kuwa kwa kwani kwamba kwao kweli kwenye kwetu la lakini leo lile ma mafunzo makundi mambo mara marafiki \
     masomo matangazo mbaya mbona mdogo mimi mpya msaada mtandao mtandaoni mtu muda muhimu muziki mwaka mwenyewe mzuri na namba nami nani \
     nasi ndani ndio ndiyo ndogo ngoma ni nini njia njema nyepesi nyingi nyingine nyote nzuri ofa picha pia polepole pole rafiki sababu sahihi salama sana sasa \
     sauti saa si siku simu sisi siyo song* status tafadhali taka tangu tatizo tena tu tuna ujumbe ukurasa ukweli usiku vema video* vijana vikundi vipi vizuri vya wa \
     lako lenu yenu wako wenu chako mpole moja mkimya mchangamfu maarufu hodari mnyonge mkali mtulivu mwangalifu mvivu siri shujaa huru moto amani \
     wanawake wanaume wasichana wavulana wazazi akina mama wafanyabiashara ajira \
     wafuasi wakati wao wapi watu wasanii watoto wateja wazi wengi wengine wenye wetu wewe wote ya yako yake yangu yao yenyewe yeye yote za zaidi zangu zetu zote habari mtangazaji",
];

/// Endings of words that tell how or what somebody is, in English and French; no names end so when they are longer.
const ENDINGS: [&str; 8] = ["ment", "ments", "tion", "tions", "ées", "eux", "euse", "fully"];
/// Beginnings of verbs in Kiswahili about things that people do.
const BEGINNINGS: [&str; 24] = [
    "ime", "ina", "zina", "zime", "hai", "hazi", "ali", "wana", "wali", "ana", "ame", "ila", "ita", "uli", "una",
    "haku", "kuna", "kuwa", "ili", "zili", "yali", "wame", "tuli", "huwa",
];

/// Whether a word is one of the sentence rather than somebody's name: few letters, often said, or inflected.
pub fn is_ordinary(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let listed = |entry: &str| entry.strip_suffix('*').map_or(word == entry, |start| word.starts_with(start));
    let inflected = word.chars().count() >= 6 && ENDINGS.iter().any(|ending| word.ends_with(ending));
    let verb = word.len() >= 7
        && BEGINNINGS.iter().any(|start| word.starts_with(start))
        && word.ends_with(['a', 'i', 'e', 'u', 'o']);
    word.chars().count() < 3 || inflected || verb || WORDS.iter().any(|words| words.split_whitespace().any(listed))
}
