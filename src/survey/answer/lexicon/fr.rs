//! French. Short words of English that are other words here stand in a role of their own.

mod beside;

use super::{Language, Role};

pub(super) static FRENCH: Language =
    Language { code: "fr", yes_no: ["oui", "non"], hides_others: true, plurals: &["s", "x"], words: &[beside::WORDS, WORDS] };

const WORDS: &[(Role, &str)] = &[
    (Role::But, "non pour | pas pour | mais pas"),
    (Role::Retraction, "bien sûr que non"),
    (Role::Condition, "ça dépend | tout dépend | dépend"),
    (
        Role::Refusal,
        "je passe{, cette question, cette, mon tour, celle ci, merci} | je {préfère,préférerais} {ne pas,ne rien,pas} {donner d'avis,donner mon avis,répondre,dire,en parler,noter,évaluer,participer,me prononcer,m'exprimer,entrer dans les détails} | {je ne,je,j'ai} {veux,souhaite,désire,vais} pas {répondre,en parler,noter,participer,donner mon avis,donner d'avis,m'exprimer,me prononcer,évaluer} | {pas le temps,pas envie,plus tard,une autre fois,pas maintenant,pas aujourd'hui,pas intéressé,pas intéressée}{, merci, désolé, désolée, de répondre} | je n'ai pas {le temps,envie}{, de répondre, pour ça} | j'ai pas {le temps,envie}{, de répondre, pour ça} | sans commentaire | je m'abstiens | je garde ça pour moi | je réponds pas aux {enquêtes,sondages} | je ne réponds pas aux {enquêtes,sondages} | j'aime mieux pas {le dire,répondre} | ça ne vous regarde pas | on passe",
    ),
    (
        Role::Resolved,
        "c'est bon{, merci, la box remarche, ça marche, tout marche} | oui c {réglé,bon,résolu,ok} | c {réglé,bon,résolu} | la box remarche | {tout,c'est} {rentré,rentre} dans l'ordre | tout est ok | nickel maintenant",
    ),
    (
        Role::Unresolved,
        "toujours {en panne,le même problème,la même chose,rien,pareil,bloqué,pas}{, rien de résolu, rien de réglé} | rien de {résolu,réglé,fait} | que dalle | nada | ça remarche pas | retour à zéro | au point mort",
    ),
    (
        Role::Reason,
        "parce que | parce qu | parce qu'il | parce qu'elle | parce qu'ils | car | pcq | pck | pasque | puisque | vu que | grâce à | pour",
    ),
    (
        Role::Unit,
        "conseiller | conseillère | opératrice | opératrices | opérateur | responsables | responsable | chefs | collègues | semaines | soirées | nuits | matins | week ends | courriels | réclamations | réclamation | plaintes | tickets | livraisons | livraison | paiements | prélèvements | remboursements | cartes | appareils | voitures | maisons | amis | amies | hommes | femmes | gens | clients | passages | visites | interventions | incidents | coupures | réponses | promesses | excuses | lignes | comptes | magasins | boutiques | agences | chaînes | écrans | ordinateurs | techniciennes | transferts | dames | messieurs | filles | garçons",
    ),
    (Role::Particle, "tjs | tjrs | tjr | svp | quoi | franchement"),
    (Role::Starter, "du | de la | un vrai | une vraie | toujours | tjrs | tjs | trop | hyper | nickel | au top"),
    (
        Role::Leet(1),
        "heure | jour | semaine | mois | an | minute | technicien | conseiller | conseillère | appel | personne | seul | seule | fois",
    ),
    (Role::Lead, "allez | g mis | jai mis | je mets | on met | mettons | ça mérite | ça vaut | disons"),
    (Role::Idle, "allez"),
    (Role::About, "c'est | est | serait | sont | ça | veut dire | signifie | semble | ce serait"),
    // Which of two numbers counts, hedges, verbs that give a score, labels that are denied, refusals in whole sentences.
    (
        Role::Correction,
        "non | non pardon | pardon | désolé | désolée | oups | je veux dire | je voulais dire | je voulais mettre | \
         rectification | correction | erreur | en fait | finalement | enfin | enfin non | non plutôt | non en fait | erreur de \
         frappe | faute de frappe | je me suis trompé | je me suis trompée | me suis trompé | me suis trompée | excusez moi | \
         mettez | mettez plutôt | je corrige | ou plutôt | euh non | ah non | j'ai mis | j'ai tapé | j'ai dit",
    ),
    (Role::Perhaps, "ou | et | à | a | voire | peut être | jusqu'à | soit | ou même | ou peut être | ou bien"),
    (Role::Denial, "{,et }pas{, un, une, le} | et non{, pas, pas un, un} | au lieu {de,d'un} | plutôt {que,qu'un}"),
    (
        Role::Former,
        "{,j',je ,je vous ,ça ,cela ,on }{aurais,aurait,aurais pu,aurait pu} {mis,donné,dit,été,mérité,valu,voulu \
         mettre,mettre,mettre un}{, un, une} | j'allais {mettre,donner,dire,vous mettre,vous donner}{, un} | je \
         {voulais,pensais,comptais} {mettre,donner,vous mettre}{, un} | {normalement,habituellement,d'habitude,à la base,au \
         départ,de base,initialement}{, un, je mets, je mets un, c'est un, c'était un}",
    ),
    (Role::Deducted, "moins | j'enlève | j'ai enlevé | je retire"),
    (Role::DeductedBehind, "en moins | de moins | point en moins | point de moins | point retiré"),
    (Role::Shortened, "env"),
    (Role::Hedge, "environ | env | à peu près | autour de | aux alentours de | plus ou moins | genre | à la louche | en gros"),
    (Role::Doubt, "demandé | demande | demandent | veut | veulent | voulait | supplié"),
    (Role::Lead, "à peu près un | plus ou moins un | genre un | on va dire | on va dire un"),
    (
        Role::Give,
        "ce sera | ça sera | on reste à | je reste à | je descends à | je laisse | ça mérite | ça vaut | méritent | je vous \
         mets | on met | je {,vous ,leur ,lui }{laisse,accorde} | ce qui fait",
    ),
    (Role::Particle, "on va dire | sans souci"),
    (Role::Indefinite, "un | une"),
    (Role::Given, "je dirais | je mets | je donne | je vous mets | je vous donne"),
    (
        Role::Grievance,
        "ne rien faire | rien faire | raccroché au nez | m'a raccroché | m'avoir raccroché | de raccrocher | fait attendre | \
         faire attendre | perdre mon temps | pour rien | l'incompétence",
    ),
    (
        Role::Refusal,
        "{,je }{ne ,}{souhaite,veux,désire,préfère} pas {,y }{répondre,participer,donner mon avis,noter,évaluer}{, à cette question, à cette enquête, à l'enquête, au sondage, à vos questions} | {,je }{ne ,}{participe,réponds} {pas ,jamais ,}{aux,à des,à vos,à} {enquêtes,sondages,questionnaires,cette question} | \
         {,je }préfère ne pas {,y }{répondre,dire,le dire,me prononcer,participer,donner mon avis}{, à cette question, à ça} | \
         {sans,pas de} réponse de ma part | {,je ne suis ,}pas {intéressé,intéressée}{, par le sondage, par l'enquête} | je \
         {passe,m'abstiens} | ça ne m'intéresse pas",
    ),
    (
        Role::Label(1),
        "{,ne suis ,suis ,n'est ,n'étais }{pas du tout,absolument pas,aucunement,nullement,vraiment pas du tout,pas le moins du \
         monde} {satisfait,satisfaite,satisfaits,content,contente,satisfaisant,satisfaisante} | {,ne suis ,suis }pas \
         {satisfait,satisfaite,satisfaits,content,contente,satisfaisant,satisfaisante} du tout",
    ),
    (
        Role::Label(2),
        "{,ne suis ,suis ,n'est ,n'étais ,n'ai }{pas,pas été,pas très,pas trop,pas vraiment,pas bien,pas franchement,pas \
         spécialement,pas tellement,pas hyper} {satisfait,satisfaite,satisfaits,content,contente,satisfaisant,satisfaisante} | \
         peu {satisfait,satisfaite,satisfaits,content,contente,satisfaisant,satisfaisante}",
    ),
    (Role::Label(3), "{,pas ,ni }{satisfait,satisfaite,content,contente} ni {insatisfait,insatisfaite,mécontent,mécontente}"),
    // The language itself.
    (
        Role::Lead,
        "du coup | je | j' | moi | nous | on | vous | te | lui | leur | donne | donnes | donnerai | donnerais | donnons | \
         mets | met | mettrai | mettrais | mettons | attribue | attribuerais | attribuons | note | notes | noterai | \
         noterais | dis | dirai | dirais | dirait | disons | choisis | prends | réponds | vote | vote pour | opte pour | \
         pense | crois | pense que | crois que | j'ai mis | j'ai donné | ai mis | j'attribue | j'attribuerais | j'évalue à | \
         j'accorde | accorde | suis | suis plutôt | me sens | reste | repars | étais | j'étais | j'ai été | j'en suis | \
         sommes | est | étions | client | cliente | clients | c'est | c est | c'était | c était | ce sera | ce serait | \
         ça sera | ça serait | ça mérite | cela mérite | ça vaut | mérite | vaut | \
         {ma,notre,la} {note,réponse,satisfaction,appréciation,évaluation,notation} | {mon,notre} {avis,choix,score,vote} | \
         note de | note globale | notation | réponse | score | évaluation | avis | appréciation | satisfaction | \
         niveau de satisfaction | score de | est de | serait | sera | une note de | la note de | choix | un | une | \
         {un ,}{bon,petit,gros,grand,beau,joli,vrai,solide} | seulement | juste | allez | aller | alors | donc | ben | bah | \
         bon ben | eh bien | et bien | euh | heu | hum | globalement | dans l'ensemble | franchement | honnêtement | \
         sincèrement | vraiment | clairement | sans {hésiter,hésitation} | sans aucune hésitation | peut être | \
         probablement | sûrement | plutôt un | plutôt une | au final | finalement | en tout | simplement | évidemment | \
         bien sûr | largement | bonjour{, madame, monsieur} | bonsoir | salut | coucou | bjr | bsr | slt | \
         merci{, beaucoup, bien} | ok | okay | d'accord | voilà | voici | pour moi | pour ma part | de mon côté | \
         de ma part | selon moi | à mon avis | a mon avis | pour nous | \
         {le,votre,ce} {service,service client,conseiller,agent,appel} | service | service client | \
         pour {le,votre,ce} {service,service client,appel} | de {votre,ce} service | entre | soit | \
         {je voulais,voulais,je veux} {dire,mettre,répondre} | désolé | désolée | pardon | oups | erreur | personnellement | \
         perso | en gros | sur une échelle de 1 à 5 | sur une échelle de 0 à 10 | de 1 à 5 | de 0 à 10 | ressenti | \
         mon ressenti",
    ),
    (
        Role::Give,
        "donc | du coup | je {,vous ,te ,lui ,leur }{donne,mets,met,note,mettrai,mettrais,donnerai,dirais,attribue} | \
         {on ,nous }{mettons,donnons,met,donne} | ma note {,est ,sera ,c'est } | j'attribue",
    ),
    (
        Role::OptionLead,
        "option | numéro | num | n | no | réponse | choix | point | raison | le | la | l' | surtout{, le, la, l'} | \
         principalement | plutôt {le,la} | à cause {de,du,de l',de la} | a cause {de,du,de l',de la} | c'est {le,la,l'} | \
         touche | {la raison,le choix,le numéro,la réponse,l'option} | \
         {le,mon,notre} {problème,souci,dossier,cas}{, est, a été} | problème | souci | dossier | affaire | est | a été | \
         ça a été | il a été | il | ce | ça | tout | tous | il est | tout est | tout a été | enfin | entièrement | \
         complètement | totalement | parfaitement | bien | c'est enfin | c'est bien | ça y est",
    ),
    (Role::Number(0), "zéro | zero | zéros"),
    (Role::Number(1), "un | une | numéro 1 | numéro un"),
    (Role::Number(2), "deux | deu | numéro 2 | numéro deux"),
    (Role::Number(3), "trois | troi | numéro 3 | numéro trois"),
    (Role::Number(4), "quatre | quatres | quattre | quatr | numéro 4 | numéro quatre"),
    (Role::Number(5), "cinq | cinque | cinqs | numéro 5 | numéro cinq"),
    (Role::Number(6), "six | numéro 6 | numéro six"),
    (Role::Number(7), "sept | numéro 7 | numéro sept"),
    (Role::Number(8), "huit | numéro 8 | numéro huit"),
    (Role::Number(9), "neuf | numéro 9 | numéro neuf"),
    (Role::Number(10), "dix | numéro 10 | numéro dix"),
    (Role::Ordinal(1), "{premier,première,1 er,1 ère,1 ere,1 re,1 e}{, choix, option, point, réponse, raison} | l'option une"),
    (Role::Ordinal(2), "{deuxième,deuxieme,second,seconde,2 e,2 ème,2 eme,2 nd,2 nde,2 ième,2 è}{, choix, option, point, réponse, raison}"),
    (Role::Ordinal(3), "{troisième,3 e,3 ème,3 eme,3 ième,3 è}{, choix, option, point, réponse, raison}"),
    (Role::Ordinal(4), "{quatrième,4 e,4 ème,4 eme,4 ième,4 è}{, choix, option, point, réponse, raison}"),
    (Role::Ordinal(5), "{cinquième,5 e,5 ème,5 eme,5 ième,5 è}{, choix, option, point, réponse, raison}"),
    (Role::Ordinal(6), "sixième | 6 e | 6 ème | 6 eme"),
    (Role::Ordinal(7), "septième | 7 e | 7 ème | 7 eme"),
    (Role::Ordinal(8), "huitième | 8 e | 8 ème | 8 eme"),
    (Role::Ordinal(9), "neuvième | 9 e | 9 ème | 9 eme"),
    (Role::Ordinal(10), "dixième | 10 e | 10 ème | 10 eme"),
    (
        Role::Label(5),
        "{très,tres,trés,trè,tre,très très,vraiment très,extrêmement,complètement,totalement,entièrement,\
         pleinement,parfaitement,tout à fait,super,hyper,ultra,trop,absolument,plus que} {satisfait,\
         satisfaite,satisfaits,satisfaites,satisfais,satisfé,satisfai,content,contente,contents,contentes,heureux,heureuse} | \
         satisfait à 100 % | 100 % satisfait | 100 % satisfaite | ravi | ravie | très satisfaisant | très satisfaisante | \
         {super,hyper,trop,ultra,méga,bin,ben,vraiment très,fort} {contente,content,contents,satisfait,satisfaite,heureux,heureuse} | \
         plus que {satisfait,satisfaite,content,contente,ravi,ravie} | \
         {entièrement,pleinement,totalement,complètement,parfaitement,extrêmement} {content,contente,satisfaits} | \
         {on est,nous sommes,je suis,j'en suis} {très satisfaits,très contents,ravis,ravi,ravie,enchanté,enchantée,super content,super contente,comblé,comblée} | \
         {très très,vraiment très} {satisfait,satisfaite,content,contente} | 100 satisfait | 100 satisfaite | aux anges | \
         comblé | comblée | enchantés | très heureux | très heureuse",
    ),
    (
        Role::Label(4),
        "satisfait | satisfaite | satisfaits | satisfaites | satisfais | satisfai | content | contente | contents | \
         contentes | {plutôt,assez,bien} {satisfait,satisfaite,satisfaits,content,contente} | satisfaisant | satisfaisante | \
         {globalement,dans l'ensemble,en gros,relativement} {satisfait,satisfaite,content,contente} | \
         {satisfait,satisfaite,content,contente} {dans l'ensemble,globalement} | content quand même",
    ),
    (
        Role::Label(3),
        "neutre | neutres | ni satisfait ni insatisfait | ni satisfaite ni insatisfaite | ni satisfait ni mécontent | \
         ni satisfaite ni mécontente | ni content ni mécontent | ni contente ni mécontente | moyennement satisfait | \
         moyennement satisfaite | moyennement content | moyennement contente | moyen | ni l'un ni l'autre | \
         ni bon ni mauvais | ni bien ni mal | \
         moyennement {content,contente} | moyenne | mi-figue mi-raisin",
    ),
    (
        Role::Label(2),
        "insatisfait | insatisfaite | insatisfaits | insatisfaites | insatisfais | mécontent | mécontente | mécontents | \
         mécontentes | {plutôt,assez} {insatisfait,insatisfaite,mécontent,mécontente} | peu satisfait | peu satisfaite | \
         insatisfaisant | insatisfaisante | \
         {pas,pas très,pas trop,pas tellement,pas vraiment,pas spécialement} {satisfait,satisfaite,satisfaits,content,contente,contents,satisfaisant,satisfaisante,satisfaisants} | \
         {je suis,chuis,jsuis,on est,nous sommes} {pas,pas très,pas trop,pas vraiment} {satisfait,satisfaite,satisfaits,content,contente,contents} | \
         {je ne suis,ne suis,nous ne sommes} {pas,pas très,pas trop,pas vraiment} {satisfait,satisfaite,satisfaits,content,contente,contents} | \
         peu {satisfait,satisfaite,content,contente,satisfaisant,satisfaisante} | \
         {plutôt,assez,un peu} {mécontent,mécontente} | non satisfait | non satisfaite",
    ),
    (
        Role::Label(1),
        "{très,tres,trés,très très,vraiment très,extrêmement,complètement,totalement,entièrement,super,hyper,\
         absolument,profondément} {insatisfait,insatisfaite,insatisfaits,insatisfaites,insatisfais,mécontent,\
         mécontente,mécontents,mécontentes} | \
         {pas du tout,absolument pas} {satisfait,satisfaite,satisfaits,satisfaites,content,contente,contents} | \
         {pas satisfait,pas satisfaite,pas content,pas contente} du tout | très insatisfaisant | \
         {vraiment,absolument} pas {satisfait,satisfaite,content,contente,satisfaisant} | \
         {pas,pas du tout} {content,contente,satisfaits,satisfaisant,satisfaisante} du tout | \
         pas du tout {content,contente,contents,satisfaisant,satisfaisante} | \
         {totalement,complètement,extrêmement,super,hyper,vraiment} {mécontent,mécontente,insatisfait,insatisfaite,insatisfaisant,insatisfaisante} | \
         {je suis,je ne suis} pas du tout {satisfait,satisfaite,content,contente} | \
         {je suis,je ne suis} vraiment pas {satisfait,satisfaite,content,contente}",
    ),
    (
        Role::Full,
        "note maximale | note maximum | la note maximale | la note maximum | le maximum | score maximum | tous les points | \
         la totale",
    ),
    (Role::Star, "étoile | étoiles | etoile | etoiles | étoille | étoilles | étoil | etoils | stars"),
    (Role::Point, "point | points | pts | pt | comme note | de note"),
    (
        Role::OutOf,
        "sur | s/ | sur un total de | sur un maximum de | sur une échelle de | sur une échelle de 1 à | \
         sur une échelle de 0 à | / sur",
    ),
    (
        Role::Unit,
        "minute | minutes | min | mins | mn | mns | minutes d'attente | minuit | seconde | secondes | sec | secs | heure | \
         heures | h | hr | hrs | heures d'attente | jour | jours | j | jours ouvrés | semaine | semaines | sem | mois | an | \
         ans | année | années | fois | x | euro | euros | eur | e | centime | centimes | balles | francs | chf | dollar | \
         dollars | pourcent | pour cent | pourcents | personne | personnes | agents | conseillers | conseillères | \
         interlocuteur | interlocuteurs | technicien | techniciens | appels | appel | coup de fil | coups de fil | \
         coup de téléphone | coups de téléphone | mails | mail | emails | email | messages | message | sms | relances | \
         relance | tentatives | tentative | essais | essai | transferts | transfert | reprises | reprise | go | mo | ko | \
         gb | mb | g | km | kms | kg | kilos | m | mètres | cm | litres | lignes | ligne | commandes | commande | colis | \
         articles | produits | factures | facture | rdv | rendez vous | rue | avenue | bis | ter | degrés | er | ère | ere | \
         re | ème | eme | ième | nd | nde | tonnes | mille | cents | cent | millions | million | chiffres | pièces | \
         enfants | questions | choses | autre | autres | différents | différentes | janvier | février | mars | avril | mai | \
         juin | juillet | août | aout | septembre | octobre | novembre | décembre | janv | fév | févr | avr | juil | sept | \
         oct | nov | déc | du matin | du soir | de l'après midi | problèmes | soucis | pannes | erreurs | dossiers | \
         contrats | places | employés | opérateurs | numéros | options | possibilités | étages | pages | kilomètres | de | \
         des | d' | du | de plus | de moins | ou 2 fois | ou 3 fois | fois de suite | fois rien | mauvaises | vendeurs | \
         bureaux | services | téléphones | box | lettres | courriers | clients | h00 | h30 | quarts | quart | chances | \
         chance | raisons | lots | boutons",
    ),
    (Role::Half, "et demi | et demie | et demis | virgule cinq | ½ | demi"),
    (
        Role::Or,
        "ou | max | min | tél | ref | réf | num | art | ou bien | ou alors | ou peut être | ou plutôt | ou même | et | \
         à | a | voire | voir | voire même | soit | jusqu'à | plutôt | non | non pardon | non plutôt | non je voulais dire | \
         non en fait | pardon | pardon je voulais dire | désolé | désolée | oups | euh | heu | en fait | enfin | enfin non | \
         enfin plutôt | je veux dire | je voulais dire | je voulais mettre | rectification | correction | erreur | disons | \
         finalement | non finalement | attendez | attends | peut être | mieux",
    ),
    (
        Role::Starter,
        "zéro {respect,empathie,compétence,problème,attente,aide,écoute} | moyen | moyenne | rappelez | rappelez moi | le | \
         la | les | l' | un | une | au | aux | à | a | car | parce | parceque | puisque | pcq | mais | pour | avec | sans | \
         par | très | tres | trés | trop | vraiment | merci | merciii | mercii | bon | bonne | bons | bonnes | bien | bravo | \
         super | excellent | excellente | excellents | excellentes | parfait | parfaite | parfaits | impeccable | génial | \
         géniale | top | nickel | formidable | formidables | extra | extraordinaire | incroyable | agréable | aimable | \
         aimables | gentil | gentille | gentils | sympa | sympas | sympathique | sympathiques | poli | polie | \
         professionnel | professionnelle | professionnels | professionnalisme | efficace | efficaces | efficacité | rapide | \
         rapides | rapidité | lent | lente | lents | long | longue | longues | nul | nulle | nuls | nulles | mauvais | \
         mauvaise | médiocre | horrible | horribles | catastrophique | catastrophe | lamentable | inadmissible | honteux | \
         honte | scandaleux | décevant | décevante | déçu | déçue | déçus | désagréable | désagréables | impoli | impolie | \
         incompétent | incompétente | incompétents | inutile | pénible | inacceptable | insupportable | service | accueil | \
         agent | conseiller | conseillère | opérateur | opératrice | personnel | équipe | attente | temps | délai | délais | \
         réponse | qualité | prestation | communication | écoute | disponibilité | disponible | compétent | compétente | \
         compétents | compétence | ravi | ravie | adorable | charmant | charmante | courtois | courtoise | serviable | \
         réactif | réactive | réactivité | patient | patiente | attentionné | attentif | attentive | félicitations | \
         chapeau | rapport | expérience | continuez | bonne continuation | bonne journée | cordialement | beau | travail | \
         quel | quelle | satisfait | satisfaite | insatisfait | insatisfaite | mécontent | mécontente | content | contente | \
         neutre | étant | vu | malgré | sauf | hormis | excepté | à part | même si | vous | votre | vos | je | j' | jai | \
         jétais | nous | notre | on | mon | ma | mes | il | elle | ils | elles | c' | c est | c'est | cest | c'était | \
         cétait | ça | ca | cela | ce | cette | cet | tout | toute | tous | toujours | rien | personne | jamais | encore | \
         pas | ne | n' | nai | n'ai | n'est | nest | n'a | aucun | aucune | plus jamais | plus rien | ras | mdr | lol | \
         ptdr | haha | ok | et | sinon | attendu | attends | aide | aidé | résolu | réglé | problème résolu | \
         problème réglé | problème non résolu | problème pas résolu | problème toujours | de loin | du début | de rien | \
         de mieux | satisfaction | respect | franchement | honnêtement | globalement | dommage | malheureusement | \
         heureusement | énorme | meilleur | meilleure | pire | recommande | en plus | en tout cas | en revanche | \
         en général | dans | depuis | comme | quand même | sérieux | sérieuse | simple | clair | claire | clairs | \
         explications | conseils | aurait | pouvez | peut | svp | personnes | des | de | du | d' | très bien | j'ai | \
         j'avais | j'adore | j'attends | m'a | m'ont | s'est | qu'on | vive | problème | gros | grand | grande | top du top | \
         n'hésitez | au top | incompétence | arnaque | minable | pitoyable | déplorable | amabilité | gentillesse | \
         disponibles | \
         bof | correct | bin | ben | écoutez | juste | passable | pro | chouette | tiguidou | écœurant | numéro | \
         sans faute | rien à dire | rien à redire | belle",
    ),
    (
        Role::Particle,
        "s'il vous plaît | s'il vous plait | s'il te plaît | s il vous plaît | s il vous plait | svp | stp | je pense | \
         je crois | je dirais | à mon avis | a mon avis | selon moi | pour moi | pour ma part | de ma part | de mon côté | \
         donc | alors | quoi | voilà | hein | bien sûr | évidemment | sans hésiter | sans hésitation | \
         sans aucune hésitation | au final | finalement | franchement | honnêtement | pour être honnête | sincèrement | \
         globalement | dans l'ensemble | en tout | au total | bien mérité | bien méritées | bien mérités | mérité | mérités | \
         méritées | largement | tout rond | rien que ça | d'office | direct | sûr | en fait | étoiles donc | \
         pour cette fois | cette fois | tout de même | \
         bonne journée | bonne soirée | bonne continuation | bien à vous | cordialement | cdlt | bien cordialement | \
         merci à vous | merci beaucoup | merci bien | merci encore | là | tsé | mon gars | les gars | sans problème | \
         sans souci",
    ),
    (Role::Not, "pas | jamais | aucunement | nullement | guère | ni"),
    (Role::Without, "sans | aucun | aucune | rien | hormis | sauf | à part | a part | excepté | zéro"),
    (
        Role::Condition,
        "si | de rien | de rien du tout | si vous | s'ils | sils | s'il y | s'il n'y | s'il me | s'il est | à condition | \
         a condition | à moins | a moins | quand vous | quand j'aurai | quand ce sera | quand vous aurez | lorsque vous | \
         seulement si | dès que | des que | sous réserve | le jour où",
    ),
    (
        Role::Leet(1),
        "agent | conseiller | conseillère | opérateur | opératrice | technicien | personne | appel | problème | souci | peu | \
         seul | seule | seul problème | autre | erreur | fois | client | a | attente | long | longue | bonne | bon | \
         mauvais | mauvaise",
    ),
    (Role::Leet(2), "main | mains"),
    (Role::Leet(4), "a"),
    (
        Role::Detail,
        "c bon | c est bon | c'est bon | c ok | du tout | en | en cours | tout | tous | toutes | c'est | c est | cest | ça | ca | cela | mais | merci | mercii | \
         je | j' | j'ai | jai | il | elle | ils | on | nous | vous | le | la | les | l' | mon | ma | mes | votre | très | \
         tres | parfaitement | complètement | totalement | entièrement | absolument | rapidement | rapide | vite | enfin | \
         grâce | bien | super | parce | car | toujours | encore | rien | personne | jamais | pas | aucun | aucune | ne | n' | \
         n'a | na | n'est | problème | impeccable | parfait | excellent | en partie | partiellement | partielement | \
         à moitié | a moitié | avec | après | apres | au bout | du premier coup | dès le | des le | sans | svp | \
         s'il vous plaît | madame | monsieur | nickel | génial | top | malheureusement | hélas | j'attends | j'attend | \
         le problème | c'était | satisfait | satisfaite | content | contente | désolé | pour | par | depuis | plus | \
         aucunement | nul | toujours rien | sauf | c'est bon | ça marche | ça fonctionne | et | d' | mal | l'agent | \
         vraiment | presque",
    ),
    (
        Role::But,
        "en cours | mais | cependant | toutefois | néanmoins | par contre | en revanche | sauf | sauf que | à part | a part | \
         hormis | pourtant | partiellement | partielement | en partie | à moitié | a moitié | pas complètement | \
         pas totalement | pas entièrement | pas tout | pas tout à fait | presque | plus ou moins | bémol | quoique | \
         bien que | temporairement | provisoirement",
    ),
    (
        Role::Doubt,
        "si | presque | quasi | quasiment | moins | moins de | plus de | au moins | au plus | minimum | maximum | sous | \
         dessus | dessous | attendu | perdu | aurais | aurait | aurait dû | voulu | voulais | depuis | dernière fois | \
         avant | après | apres | pourquoi | hôtel | hotel | restaurant | promis | prévu | prévue | autre | autres | limite | \
         environ | mérite pas | mérité pas | méritez | retirer | enlève | enlever | perd | perdez | le | à | vers | les | \
         il y a | fait | d'ici | ou | espère | espérais | attendais | censé | dommage",
    ),
    (
        Role::Retraction,
        "pas | mais non | oh non | ah non | euh non | pas vraiment | pas du tout | jamais | jamais de la vie | non | nan | \
         nope | je plaisante | je rigole | je déconne | je déconne hein | je blague | blague | c'est une blague | \
         c'était une blague | non je plaisante | non je rigole | non je déconne | ou pas | même pas | même pas en rêve | \
         tu parles | vous parlez | pas mérité | pas mérités | pas méritées | n'importe quoi | dans vos rêves | \
         dans tes rêves | et puis quoi encore | certainement pas | sûrement pas | surtout pas | hors de question | ironie | \
         c'est ironique | c'est de l'ironie | que dalle | pas question | ou presque | ou pas loin | faut pas rêver | \
         faut pas exagérer | on y croit | genre | et encore | c'est pour rire | pour rire | pour rigoler | vous rêvez | \
         oubliez",
    ),
    (
        Role::Mockery,
        "mon oeil | mon cul | mes fesses | mes couilles | tu parles | vous rêvez | tu rêves | faut pas rêver | \
         dans vos rêves | dans tes rêves | ironie | sarcasme | je rigole | je plaisante | je déconne | quand les poules | \
         la bonne blague | bonne blague | à l'envers | laissez moi rire | laisse moi rire",
    ),
    (
        Role::Laughter,
        "mdr | mdrr | mdrrr | lol | ptdr | haha | hahaha | ahah | ahahah | hihi | ah ah | ha ha | ha | xd | euh | heu | hum | \
         bah | ben | oh | ah | bof | enfin",
    ),
    (
        Role::Yes,
        "oui | ouii | ouiii | ouiiii | ui | oui oui | oui oui oui | ouais | ouai | ouaip | ouep | wé | wai | yep | yes | o | \
         tout à fait | tout a fait | \
         {oui ,}{absolument,exactement,exact,parfaitement,bien sûr,effectivement,affirmatif,certainement,\
         carrément,complètement,totalement,entièrement,en effet,c'est le cas,tout à fait,tout a fait,\
         vraiment,pleinement,bien entendu,évidemment} | si si | oui monsieur | oui madame | oui enfin | \
         {ben,bah,mais,ah,eh} oui | oui très bien | oui très | oui ça a été | oui svp | oui bien | oui merci bien | \
         oui nickel | oui impec | oui au top | oui tout va bien | oui tout est ok | oui c'est bon | oui c'est nickel | \
         enfin oui | oui finalement | mouep | ouip | ouaiche | absolument oui | oui en effet | oui oui c'est bon | \
         certainement | bien sûr que oui | ben oui | bah oui | bin oui | beh oui | oui heureusement | heureusement oui",
    ),
    (
        Role::No,
        "tjrs pas | tjs pas | non tjrs pas | non | nan | nann | noon | nooon | nonn | nn | non non | non non non | nope | \
         no | n | {non ,}{pas du tout,pas encore,toujours pas,absolument pas,certainement pas,sûrement pas,aucunement,\
         nullement,en aucun cas,ce n'est pas le cas,c'est pas le cas,pas totalement,pas vraiment} | \
         malheureusement {non,pas} | non malheureusement{, pas} | hélas {non,pas} | non hélas | \
         {ben,bah,mais,ah,bien sûr que,eh bien} non | négatif | non jamais | non monsieur | non madame | non désolé | \
         non désolée | non rien | absolument non | non toujours rien | non rien du tout | toujours rien | \
         que nenni | nenni | niet | nan toujours pas | ben non | bah non | bin non | hélas non | non malheureusement | \
         malheureusement non | malheureusement pas | non même pas | même pas | loin de là | pas le moins du monde | \
         non pas du tout | non vraiment pas | rien du tout | pas encore non | non pas encore | pas à ce jour | \
         à ce jour non | non pas à ce jour | pas vraiment | non pas vraiment | pas pantoute | pantoute | non pantoute | \
         nop | nada",
    ),
    (
        Role::Resolved,
        "{,c'est ,a été ,ça a été ,oui ,oui c'est ,oui tout est ,oui problème ,oui le problème est ,\
         oui mon problème est }{résolu,résolue,resolut,réglé,réglée,régler,solutionné} | \
         ça {marche,fonctionne,remarche,refonctionne} {,maintenant,à nouveau,de nouveau,bien maintenant,nickel,parfaitement,désormais,enfin} | \
         {tout,cela} {marche,fonctionne,remarche,refonctionne} {,maintenant,à nouveau,de nouveau,bien,parfaitement,désormais} | \
         {oui,} tout est {rentré dans l'ordre,réglé,résolu,ok,bon,en ordre,rétabli,réparé} | \
         c'est {réparé,rétabli,arrangé,tout bon,tout réglé,enfin réglé,enfin résolu,bon maintenant,bon merci,ok maintenant,rentré dans l'ordre} | \
         {le problème,mon problème,l'incident} {est résolu,est réglé,a été résolu,a été réglé,est corrigé} | \
         {ils ont,elle a,il a,on m'a,vous avez} {tout réglé,réglé le problème,résolu le problème,réglé mon problème,résolu mon problème} | \
         {incident clos,dossier clos,dossier réglé,affaire réglée,affaire classée} | \
         {mon,} internet {remarche,refonctionne} | \
         oui ça {marche,fonctionne,remarche,refonctionne} {,maintenant,à nouveau,de nouveau,enfin}",
    ),
    (
        Role::Unresolved,
        "{,n'est ,n'a }{pas,toujours pas,pas encore,jamais,absolument pas,pas du tout,pas été,\
         toujours pas été,jamais été} {résolu,résolue,resolut,réglé,réglée,régler,solutionné} | \
         {non,tjs pas,tjrs pas,c'est pas,c'est toujours pas} {résolu,résolue,resolut,réglé,réglée,régler,solutionné} | \
         rien {n'est,n'a été} {résolu,réglé,solutionné,fait} | irrésolu | \
         ça {ne marche,marche,ne fonctionne,fonctionne,ne remarche,remarche} {toujours pas,pas,plus,pas encore,pas du tout,toujours pas du tout} | \
         {le problème,mon problème,la panne,le souci} {persiste,persiste toujours,est toujours là,demeure,continue,n'est pas résolu,n'est pas réglé,n'est toujours pas résolu,n'est toujours pas réglé,reste entier,subsiste,existe toujours} | \
         toujours {en panne,pas d'internet,pas de réseau,pas de ligne,le même problème,le même souci,la même chose,pareil,bloqué,en attente,sans réponse,sans solution,sans nouvelles,pas de réponse,pas de solution,aucune solution,aucune réponse} | \
         {même problème,même souci,pareil qu'avant,idem qu'avant,toujours idem} | \
         rien {de réglé,de résolu,de fait,n'a changé,n'a bougé,n'est résolu,n'est réglé,n'est fait,n'a été réglé,n'a été résolu,n'a été fait,ne marche,ne fonctionne} | \
         {non,} {j'attends toujours,on attend toujours} | \
         {pas,toujours pas} {réglé,résolu,réparé,corrigé,solutionné,arrangé} | \
         {ce n'est,c'est,c'est toujours,ce n'est toujours} pas {réglé,résolu,réparé,corrigé,arrangé,bon,encore réglé,encore résolu} | \
         aucune {solution,avancée,amélioration} | pas de solution | sans solution | sans suite | \
         sans réponse à mon problème | on n'a rien réglé | ils n'ont rien {réglé,résolu,fait} | \
         personne n'a {réglé,résolu} {le problème,mon problème} | problème non {résolu,réglé} | \
         problème pas {résolu,réglé} | retour à la case départ | la panne est revenue | le problème est revenu",
    ),
    (
        Role::Mended,
        "{c'était,c'est} {bien,super,parfait,très bien,impeccable,nickel} | c'est bon | tout est bon | tout va bien | \
         ça marche | ça fonctionne | ça remarche | ça refonctionne | tout fonctionne | tout marche | fonctionne maintenant | \
         marche maintenant | fonctionne à nouveau | c'est réparé | réparé | c'est rétabli | rétabli | tout est en ordre | \
         rentré dans l'ordre | tout est ok | c'est ok | c'est arrangé | est {réglé,résolu,réparé} | sont {réglés,résolus} | \
         été {réglé,résolu,réparé,réglée,résolue} | réglé | résolu | résolue",
    ),
    (
        Role::Broken,
        "{ça ne,ca ne,ça,cela ne,ne,rien ne,il ne,elle ne,internet ne} {marche,fonctionne} {pas,plus,\
         toujours pas,pas encore,tjs pas,pas mieux} | ne {marche,fonctionne} {pas,plus,toujours pas} | \
         {marche,fonctionne} {pas,plus,toujours pas} | rien ne {marche,fonctionne} | \
         {toujours,encore,tjs,est toujours,est encore} {en panne,cassé,bloqué,pareil,la même chose,\
         le même problème,en attente,rien,hs} | même problème | aucune solution | pas de solution | sans solution | \
         aucun changement | j'attends toujours | j'attends encore | toujours le même | \
         rien n'{est,a été} {réglé,résolu,fait} | rien de réglé | rien de résolu | rien n'a changé | en panne | hs | \
         encore un problème | le problème persiste | persiste | revenu | toujours un problème | toujours des problèmes",
    ),
    (
        Role::Pending,
        "ya | y a | il y a | toujours | encore | être | soit | veux | voudrais | souhaite | souhaiterais | besoin | attends | \
         attend | attendons | attente | quand | doit | devait | devrait | devez | faut | faudrait | jusqu | jusqu'à | va | \
         vont | sera | comment | pourrait | si | dit | disent | dites | promis | moitié | partiellement | partie | autre | \
         pensais | croyais | censé | soi disant | espère | svp | ni",
    ),
    (
        Role::Refusal,
        "non {je ,}{ne ,}{souhaite,veux} pas{, répondre, participer} | non merci | non merci beaucoup | merci non | merci mais non | non mais merci | sans façon | {,je ne suis ,je suis ,non ,désolé }pas {intéressé,intéressée,interessé,intérressé} | {,cela ,ça }{ne m'intéresse pas,m'intéresse pas} | {ne ,}{souhaite,veux,désire,tiens} pas {répondre,participer,noter,donner mon avis,donner d'avis,évaluer,répondre à ce sondage,répondre à cette enquête,y répondre,répondre à vos questions} | {ne ,}{souhaite,veux} pas | {,j'ai ,je n'ai }pas {envie,envie de répondre,envie de noter,envie de participer,le temps,le temps de répondre,le temps pour ça} | je préfère ne pas {répondre,noter,participer,le dire} | préfère ne pas répondre | je refuse | je refuse de {répondre,participer,noter} | refus | refuse | sans commentaire | no comment | pas maintenant | plus tard | une autre fois | laissez moi tranquille | laissez moi | foutez moi la paix | fichez moi la paix | je passe | passe | passer | {je ne réponds pas,je réponds pas} aux {sondages,enquêtes} | {je ne fais pas,je fais pas} de {sondage,sondages} | pas de sondage | pas de sondages | pas d'enquête | {je ne participe pas,je participe pas} | je ne note pas | pas d'avis | sans avis | ne se prononce pas | nspp | je m'abstiens | ça ira | ça ira merci | non ça ira | je ne réponds pas | je ne répondrai pas | {je ne,je} {souhaite,veux,vais} pas {répondre,participer,noter,commenter}{, à ce sondage, à cette enquête, à cette question}| {je préfère,je préférerais,préfère} ne pas {répondre,participer,me prononcer,donner mon avis,noter,donner de note,dire} {,à cette question,à ça,à cette enquête,à ce sondage} | {je ne me prononce pas,me prononce pas,ne se prononce pas,sans opinion,sans avis,sans réponse,sans réponse de ma part,pas de réponse de ma part,aucune réponse de ma part,pas de commentaire,aucun commentaire,aucun avis,je n'ai pas d'avis,pas d'avis,pas d'opinion,nspp,nsp,je m'abstiens,abstention} | pas envie {de répondre,de participer,de donner mon avis,de noter} {,à cette question,à ça,à un sondage,à cette enquête} | {ça,cela} ne m'intéresse pas {,de répondre,de participer,du tout} | m'intéresse pas | {je ne fais,je fais} pas {de sondage,de sondages,les sondages,d'enquête,d'enquêtes} | merci mais {non,je préfère ne pas répondre,je ne souhaite pas répondre,je ne réponds pas,je ne participe pas,pas intéressé,pas intéressée,non merci} | je décline | je refuse de répondre | je refuse de participer | je passe mon tour | pas le temps pour ça | je n'ai pas le temps",
    ),
    (
        Role::Nothing,
        "rien | rien du tout | rien de {spécial,particulier,plus,précis} | \
         rien à {dire,ajouter,signaler,redire,améliorer,changer,déclarer} | rien d'autre | non rien | \
         non rien de {spécial,particulier} | ras | r a s | néant | non | nan | aucun | aucune | \
         {aucune,pas de} {suggestion,remarque,amélioration,suggestions,remarques,réponse} | \
         {aucun,pas de} {commentaire,commentaires,avis,conseil} | aucune idée | pas d'idée | pas d'idées | pas d'avis | \
         pas de commentaires | sans commentaire | sans avis | sans objet | n/a | na | je ne sais pas | je sais pas | \
         j'en sais rien | jsp | nsp | {je n'ai,j'ai} rien à {dire,ajouter,redire,signaler} | je ne vois pas | \
         je ne vois rien | rien pour le moment | rien pour l'instant | pas grand chose | \
         {je n'ai,j'ai} pas de {remarque,commentaire,suggestion,remarques,suggestions} | continuez comme ça | \
         ne changez rien | rien de rien",
    ),
    (
        Role::Polite,
        "je | merci | merci beaucoup | merci bien | merci d'avance | mille mercis | svp | stp | s'il vous plaît | \
         s'il vous plait | désolé | désolée | pardon | au revoir | bonne journée | bonne soirée | bonne continuation | \
         bon week end | cordialement | monsieur | madame | pour le moment | pour l'instant | actuellement | aujourd'hui | \
         bonjour | bonsoir | à bientôt | bien à vous | je regrette | sincèrement | mais | \
         navré | navrée | je suis désolé | je suis désolée | merci quand même | mille excuses | excusez moi",
    ),
    (
        Role::Automatic,
        "je conduis | je suis au volant | suis au volant | au volant | en conduisant | conduite en cours | \
         je suis en voiture | {réponse,message,sms,mail} {automatique,auto} | absent du bureau | absence du bureau | \
         absente du bureau | je suis {absent,absente,en congé,en congés,en vacances,en réunion,en rendez vous,en rdv,\
         indisponible} | en {congé,congés,vacances} jusqu | en réunion je | \
         je vous rappelle {plus tard,dès que,dans,asap,tout de suite,dès,demain} | je te rappelle | je vous rappellerai | \
         je vous recontacte | je vous recontacterai | je vous répondrai | je te répondrai | \
         je vous réponds {dès,plus tard,rapidement} | je reviens vers vous | je reviendrai vers vous | \
         je ne peux pas {parler,répondre,vous répondre,prendre,décrocher} | je peux pas {parler,répondre} | ne pas déranger | \
         ne peut pas prendre | actuellement {absent,absente,indisponible,en congé,en congés,en déplacement} | \
         indisponible {actuellement,pour le moment,jusqu} | cette boîte {mail,vocale} | cette adresse n'est pas | \
         ce numéro n'est {pas,plus} | n'est pas joignable | est injoignable | dès mon retour | à mon retour | \
         laissez un message | laissez moi un message | puis je vous rappeler | puis je te rappeler | \
         je verrai votre message | je verrai ton message",
    ),
    (
        Role::Reaction,
        "a aimé | a adoré | a réagi | réagi | réaction | aime | aimé | adore | adoré | a ri | a ri à | a ri de | rit | \
         n'a pas aimé | na pas aimé | a détesté | n'aime pas | a insisté sur | a souligné | souligne | a mis en évidence | \
         a mis l'accent | a questionné | a interrogé | a mis en doute | a supprimé | a retiré | a ajouté | a marqué | \
         a exprimé | vous avez aimé | vous avez réagi | à | a | a mis | j'aime | met l'accent",
    ),
    (
        Role::Idle,
        "merci | merci beaucoup | bonjour | bonsoir | salut | coucou | bjr | bsr | slt | hello | cc | ok | oki | okay | \
         okay merci | d'accord | dac | dacc | oui | non | ouais | nan | mdr | lol | haha | test | allo | qui est ce | \
         c'est qui | qui êtes vous | qui est là | c'est quoi | quoi | comment | hein | hum | euh | bien reçu | reçu | \
         entendu | compris | voilà | ah | oh | je vous en prie | de rien | bonjour madame | bonjour monsieur",
    ),
    (
        Role::Good,
        "tout est parfait | tout était parfait | excellent | excellente | excellents | parfait | parfaite | génial | \
         géniale | super | impeccable | formidable | fantastique | extraordinaire | merveilleux | magnifique | top | au top | \
         nickel | meilleur | meilleure | très bien | très bon | très bonne | très bons | très aimable | très gentil | \
         très gentille | très agréable | très professionnel | très professionnelle | très sympa | très efficace | \
         je recommande | recommande vivement | je vous recommande | recommande à | j'adore | ravi | ravie | bravo | \
         adorable | rien à redire",
    ),
    (
        Role::Bad,
        "nul | nulle | nuls | nulles | horrible | horribles | catastrophique | catastrophe | lamentable | pire | \
         inadmissible | honteux | scandaleux | déplorable | exécrable | très mauvais | très mauvaise | minable | pitoyable | \
         affreux | inutile | inutiles | incompétent | incompétents | incompétence | arnaque | merde | de merde | à fuir | \
         a fuir | ne recommande pas | ne recommanderai pas | ne recommanderais pas | recommande pas | \
         ne vous recommande pas | ne recommande plus | ne recommanderai jamais | ne recommanderais jamais | déconseille | \
         super nul | super long | super lent | super déçu | super déçue | super mauvais | super mal | super désagréable | \
         super décevant | très déçu | très déçue | trop nul | zéro pointé | excellente blague",
    ),
    (
        Role::Fine,
        "pas mal | pas si mal | pas mauvais | pas mauvaise | pas cher | pas trop cher | pas cher du tout | \
         est {bien,bon,bonne,correct,correcte,ok,raisonnable,très bien,excellent,excellente,parfait,parfaite,\
         top,super,convenable,acceptable} | \
         était {bien,bon,bonne,correct,correcte,ok,raisonnable,très bien,excellent,excellente,parfait,\
         parfaite,top,super,convenable,acceptable,rapide,courte,agréable} | \
         {pas de,aucun,sans,zéro,pas le moindre} {problème,souci,problèmes,soucis,regret} | rien à redire | rien à dire | \
         pas long | pas trop long | pas longtemps | très bien | impeccable | correct | correcte | raisonnable | convenable | \
         me convient | ok | très rapide | rien de grave | excellent | excellente | parfait | parfaite | ça va | \
         pas à se plaindre | n'est pas le problème | n'est pas en cause",
    ),
    (
        Role::Nice,
        "peu | très peu | bon | bonne | bons | bonnes | bel | belle | beau | très bon | très bonne | excellent | excellente | \
         super | parfait | parfaite | joli | jolie | agréable | courte | faible | petit | peu d' | peu de | \
         {j'ai,ai} {aimé,apprécié,adoré} {le,la,l',les} | {merci,bravo} pour {le,la,l',les,votre} | \
         content {du,de la,de l'} | satisfait {du,de la,de l'} | contente {du,de la,de l'} | satisfaite {du,de la,de l'} | \
         {très,super,trop} {content,contente,satisfait,satisfaite} {du,de la,de l'} | quel | quelle",
    ),
    (
        Role::Aside,
        "cher {client,monsieur,service,conseiller,tous} | chers {clients,messieurs,tous} | chère {madame,cliente,équipe} | \
         chere {madame,cliente} | {en,dans l'} attente de {votre,vos} | salle d'attente | un instant | à tout prix | \
         à aucun prix | coûte que coûte | résultat des courses | du coup {j'attends,on attend} | j'attends {votre,vos} | \
         veuillez attendre | merci d'attendre | je peux attendre | ça peut attendre | on peut attendre | je ne savais pas | \
         je savais pas | on ne savait pas | je ne connaissais pas | à ma connaissance | sans le savoir",
    ),
    (
        Role::Lack,
        "{aucun,pas de,sans,sans aucun,pas eu de,zéro,toujours pas de} résultat{,s} | \
         {aucune,pas de,sans,sans aucune,pas eu de,zéro,toujours pas de} {solution,réponse,compétence,\
         compétences,connaissance,connaissances,politesse,amabilité,attitude} | \
         manque de {compétence,compétences,connaissance,connaissances,politesse,amabilité,professionnalisme} | \
         {aucune,pas la moindre} {amabilité,politesse,compétence}",
    ),
    (
        Role::Ease(7),
        "super facile | hyper facile | très très facile | extrêmement facile | vraiment facile | trop facile | \
         méga facile | très simple | super simple | hyper simple | ultra simple | ultra facile | très aisé | \
         un jeu d'enfant | vraiment très facile | fort facile | archi simple",
    ),
    (Role::Ease(6), "simple | aisé"),
    (Role::Ease(5), "relativement facile | assez simple | plutôt simple | relativement simple | un peu facile | moyennement facile"),
    (
        Role::Ease(4),
        "ni simple ni compliqué | ni facile ni compliqué | ni difficile ni facile | ni l'un ni l'autre | \
         ni simple ni difficile | ni facile ni dur",
    ),
    (
        Role::Ease(3),
        "un peu difficile | un peu compliqué | plutôt difficile | plutôt compliqué | assez compliqué | un peu dur | \
         relativement difficile | relativement compliqué | quelque peu difficile | un peu laborieux | un brin compliqué",
    ),
    (Role::Ease(2), "compliqué | dur | ardu"),
    (
        Role::Ease(1),
        "très compliqué | super compliqué | hyper compliqué | trop compliqué | très très compliqué | super difficile | \
         hyper difficile | très très difficile | extrêmement difficile | extrêmement compliqué | vraiment difficile | \
         vraiment compliqué | trop difficile | très dur | très pénible et difficile | ultra compliqué | fort compliqué",
    ),
    (
        Role::Level(3),
        "comme attendu | conforme à mes attentes | conforme aux attentes | conforme à ce que j'attendais | \
         ce que j'attendais | ce à quoi je m'attendais | tel qu'attendu | comme prévu | à la hauteur de mes attentes | \
         répond à mes attentes | selon mes attentes",
    ),
    (Role::Level(2), "minimum | le minimum | le strict minimum | minimaliste | basique"),
    (Role::Level(4), "comme souhaité | ce que je souhaitais | ce que je voulais | tel que souhaité"),
    (Role::Level(5), "agréablement surpris | agréablement surprise | bonne surprise"),
    (Role::Level(6), "exceptionnel et incroyable | inouï"),
];
