//! French: what people say beside a score, and instead of one.

use super::Role;

pub(super) const WORDS: &[(Role, &str)] = &[
    (Role::Partly, "un des deux | une des deux | l'un des deux | un sur deux | un des problèmes"),
    (Role::Lead, "un p'tit | un petit | ben un"),
    (Role::Particle, "quand même"),
    (Role::Best, "excellent | excellente | excellent {service,travail,accueil,contact} | irréprochable | rien à redire c'était parfait"),
    (Role::Hedge, "disons | plutôt | on va dire | dans ces eaux là | ou dans ces eaux là | ou ds ces eaux là | par là | ou par là"),
    (Role::Lead, "j dirais | jdirais | je dirais"),
    (Role::LevelLead, "niveau | un niveau | le niveau | niveau de service"),
    (Role::Particle, "pointé | pour une personne de mon âge | pour quelqu'un de mon âge | à mon âge"),
    (Role::Correction, "euh non | euh non plutôt | heu non"),
    (Role::Likely(10), "tout à fait probable | tout a fait probable"),
    (Role::Level(3), "c'était le niveau attendu | le niveau attendu | niveau attendu"),
    (Role::Level(1), "indigne d'une entreprise{, comme la vôtre}"),
    (Role::Resolved, "c nickel | c'est nickel | ouiii c nickel | tout est nickel"),
    (Role::Former, "la dernière fois | la fois dernière | le mois dernier"),
    (Role::Grievance, "ironie | fin de l'ironie | mode ironie | sarcasme"),
    (
        Role::Refusal,
        "{désolé ,désolée ,}{je n'ai pas,j'ai pas,pas,je n'ai,j'ai} {le temps,envie,vraiment le temps,de temps} {pour,pour les,de répondre aux,de répondre à,pour des,pour un,de faire} {sondages,un sondage,sondage,les sondages,ce sondage,enquêtes,une enquête,questionnaires,un questionnaire,ça}",
    ),
    // Said as a whole, from whom, in the past, in part, in between, with nothing against it.
    (
        Role::Particle,
        "dans l'ensemble | globalement | en gros | au total | pointé | tout rond | bien mérité | mérité | tout juste | ou par là | ou dans ces eaux là | bien tassé | \
         pas plus | pas un point de plus | de {ma,notre} part | de la part de {nous tous,toute la famille,la famille}",
    ),
    (
        Role::Lead,
        "dans l'ensemble | globalement | en gros | {un ,}{bon,solide,joli,gros,petit,franc} | {maintenant,aujourd'hui,cette fois}{ c'est, plutôt, plutôt un, c'est plutôt, un, je mets,} | {g,jé,j'e} {mis,noté,donné}",
    ),
    (Role::Polite, "merci quand même | merci tout de même | mais merci | merci malgré tout"),
    (Role::Starter, "cdt | cdlt | cordialement | slts | bien cordialement | salutations | bàv | bien à vous"),
    (
        Role::Resolved,
        "{le ,}problème {est ,}{résolu,réglé,réparé} | c'est {enfin ,}{réglé,réparé,résolu,reparti} | tout {remarche,refonctionne,est reparti} | {ça ,}{remarche,refonctionne}",
    ),
    (
        Role::Former,
        "{avant ,la dernière fois ,le mois dernier ,la semaine dernière ,la fois d'avant ,auparavant }{c'était,j'avais mis,j'ai mis,je mettais,j'avais donné,j'ai donné,c'etait}{, un} | \
         {c'était,est,c'est} la note que {j'ai mise,j'avais mise,j'ai donnée} | {c'était,c'est} ce que j'avais mis",
    ),
    (
        Role::Reported,
        "{mon mari,ma femme,mon fils,ma fille,ma mère,mon père,mon patron,ma copine,mon copain} {dit,met,donne,mettrait}{, un} | {dit,a dit} de mettre{, un}",
    ),
    (Role::Former, "avant{ un,} | par erreur | sans faire exprès"),
    (Role::Between, "entre | j'hésite entre | entre un"),
    (
        Role::Give,
        "{donc ,alors ,allez ,}je {mets,dis,donne,reste sur,vais dire}{ un,} | {mettez,disons,allez,va pour,mettons}{ un,} | donc{ un,} | alors{ un,}",
    ),
    (Role::Reason, "pcq | pck | psk | pcque | parceke | pasque | vu que | puisque | car"),
    (
        Role::Partly,
        "en théorie | en partie | au début | sur le papier | à moitié | partiellement | plus ou moins | pour l'instant | jusqu'à | un jour",
    ),
    (Role::Tedious, "heures | h | jours | semaines | mois | appels | fois | transferts | tentatives"),
    (
        Role::Detail,
        "de {connexion,réseau,réponse,solution,nouvelles,ligne,tonalité,service,remboursement,rappel,courant,chauffage,retour} | d'internet | d'eau | réglé | résolu | réparé | toujours pas | toujours aucun | toujours aucune | toujours rien | encore rien | rien ne marche | c'est toujours | tjrs pas | tjs pas",
    ),
    (Role::Whole, "rien de spécial | rien à dire | rien à redire | rien à signaler | rien à ajouter | rien de particulier | ras"),
    // Verdicts with their reason, corrections, what others say, refusals in sentences.
    (Role::Likely(10), "{c est ,}tout à fait probable que {je ,}{vous ,}{recommande,le fasse} | très fortement probable"),
    (Role::Likely(0), "{ce n'est ,c'est }pas du tout probable | pas probable du tout"),
    (Role::Regret, "malheureusement | hélas | helas"),
    (
        Role::Supposed,
        "{ce serait,ça serait,aurait été,ça aurait été,c'aurait été,j'aurais mis,j'aurais donné,j'aurai mis,je mettrais,je donnerais,vous auriez eu}{, un, une}",
    ),
    (Role::Number(4), "katre | catre | quatr | kat"),
    (Role::Number(5), "sink | cink | sinq | cinc"),
    (Role::Number(10), "dis sur dix | diz | disse"),
    (Role::Number(3), "troi | trwa"),
    (Role::Number(7), "set sur dix"),
    (Role::Number(8), "uit | huitt"),
    (
        Role::Former,
        "{j'avais,j ai,j'ai,jai,javais} {mis,noté,répondu,tapé,écrit,envoyé,dit,appuyé sur,appuyé sur le,cliqué sur,cliqué sur le,d'abord mis,voulu mettre}{, un, une, le} | {au début,d'abord}{, j'avais mis, j'ai mis, j'avais pensé à, je pensais à}{, un}",
    ),
    (
        Role::Correction,
        "finalement | finalement c'est{, un} | finalement{, un, je mets, je mets un, ce sera, ce sera un} | {non ,}je voulais {dire,écrire,taper}{, un} | je corrige | erreur de {frappe,touche,ma part} | je me suis trompé{, c'est, c'est un}{, de touche} | je me suis trompée{, c'est, c'est un} | faute de frappe | plutôt{, un}",
    ),
    (Role::Lead, "jdirais | j dirais | jdirai | j'dirais | jmets | jmet | j mets | jmettrais | jdonne"),
    (Role::Particle, "tranquille | tranquillou | et moi aussi | moi aussi | et moi pareil | quoi | frère | frérot | les gars"),
    (
        Role::Reason,
        "juste parce que | uniquement parce que | seulement parce que | juste pour | uniquement pour | surtout pour | et encore parce que",
    ),
    (Role::Detail, "pendant | durant | lors | hier | aujourd'hui | ce matin | au premier | en une | en un | en cinq | en dix | dans"),
    (Role::Resolved, "tout est rentré dans l'ordre | c'est rentré dans l'ordre | ça y est tout marche | tout est réglé"),
    (Role::Level(3), "l'attendu | ce qui était attendu | ni plus ni moins que prévu"),
    (
        Role::Refusal,
        "je {préfère,prefere,préférerais} ne pas {répondre,donner d'avis,donner mon avis,noter,me prononcer,commenter,évaluer}{, merci} | {je ,}{ne ,}{veux,souhaite,vais,désire} pas {répondre,noter,donner de note,donner mon avis,participer,évaluer,faire de sondage,faire de sondages,faire votre sondage,faire d'enquête}{, à ça, à cette question, à votre enquête, à l'enquête, à un sondage, aux sondages, aux enquêtes, au sondage} | {je ,j' }ai pas envie de {répondre,noter,faire de sondage}{, à un sondage, aux sondages, à votre sondage} | {là ,}je {ne ,}peux pas {répondre,répondre maintenant,répondre à une enquête,répondre à un sondage} | je ne réponds {pas,jamais} aux {sondages,enquêtes,questionnaires} | je {ne ,}{noterai,répondrai} pas",
    ),
];
