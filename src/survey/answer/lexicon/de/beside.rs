//! German: what people say beside a score, and instead of one.

use super::Role;

pub(super) const WORDS: &[(Role, &str)] = &[
    (Role::Partly, "eins von zwei | eines von zwei | eins der beiden | eines der beiden | nur eins | nur eines"),
    (Role::Lead, "vo mir es | vo mir en | vo mir"),
    (Role::Best, "ausgezeichnet | hervorragend | exzellent | besser geht's nicht | besser gehts nicht | einfach perfekt | absolut perfekt"),
    (Role::Lead, "i gib eich an | i gib eich | gib eich an | i gib an"),
    (Role::LevelLead, "stufe | level | niveau | servicelevel | service level"),
    (Role::Particle, "halb halb | passt ois | passt alles | in meinem alter | für jemanden in meinem alter"),
    (Role::Correction, "quatsch | äh quatsch | äh nein | ach quatsch | meinte | ich meinte | blödsinn"),
    (Role::Given, "meinte ich | wollte ich schreiben | sollte es sein"),
    (Role::Particle, "meinte ich | wollte ich schreiben"),
    (Role::Former, "letztes mal | beim letzten mal | letzten monat"),
    (
        Role::Grievance,
        "ironie aus | ironie off | ironie ende | sarkasmus aus | sarkasmus ende | fürs rausfliegen | rausgeflogen | rausgeworfen",
    ),
    (
        Role::Refusal,
        "{,ich habe ,habe ,hab ,ich hab }{keine zeit für,keine lust auf,kein interesse an} {umfragen,eine umfrage,so was,sowas,diese umfrage,ihre umfrage,solche umfragen,fragebögen,solche fragen} | \
         {ich ,}{möchte,will,mag} {das ,dazu ,diese frage ,hier }nicht {beantworten,antworten,bewerten,mitmachen,teilnehmen}",
    ),
    // Said as a whole, from whom, in the past, in part, in between, with nothing against it.
    (
        Role::Particle,
        "im großen und ganzen | insgesamt | alles in allem | unterm strich | im ganzen | gegeben | vergeben | wohlverdient | verdient | und nicht mehr | \
         und keinen punkt mehr | von {mir,uns,uns allen,meiner seite,meiner familie,der ganzen familie,unserer seite} | und keine mehr",
    ),
    (
        Role::Lead,
        "im großen und ganzen | insgesamt | alles in allem | unterm strich | {hab,habe} {ne,eine,ein} | {heute,jetzt,diesmal}{ eine, ne, ist es eine, gibts, gebe ich, eher eine, eher,}",
    ),
    (Role::Polite, "trotzdem danke | danke trotzdem | aber danke | dennoch danke"),
    (Role::Starter, "mfg | lg | vg | gruß | grüße | liebe grüße | viele grüße | beste grüße"),
    (
        Role::Resolved,
        "{problem,störung,fehler,das problem,die störung} {ist ,}{behoben,gelöst,erledigt,beseitigt,geklärt} | läuft wieder | geht wieder | funktioniert wieder | alles läuft wieder",
    ),
    (
        Role::Former,
        "{letztes mal,beim letzten mal,letzten monat,letzte woche,früher,vorher,damals} {,noch ,hatte ich ,habe ich ,gab ich ,gab es ,war es ,war das ,wars }{eine ,ne ,noch eine ,}| \
         {war,ist} {die note,die bewertung} {vom,von} {letzten mal,letztens,früher} | {hatte,habe} ich letztes mal",
    ),
    (
        Role::Reported,
        "{mein mann,meine frau,mein sohn,meine tochter,meine mutter,mein vater,mein chef,meine oma} {sagt,meint,gibt,würde sagen}{, eine, ne} | sagt ich soll",
    ),
    (Role::Former, "aus versehen | versehentlich | irrtümlich"),
    (Role::Between, "zwischen | irgendwo zwischen | irgendwas zwischen | schwanke zwischen"),
    (
        Role::Give,
        "{also ,dann ,}{sagen wir,nehmen wir,ich nehme,nehme ich,ich sage,sag ich}{ mal,}{ eine, ne,} | gilt also{ die, eine,} | also{ eine, die, ne,} | bleibt also{ eine,} | macht{ also,}{ eine, ne,}",
    ),
    (
        Role::Partly,
        "theoretisch | auf dem papier | teilweise | anfangs | zum teil | im prinzip | halb | halbwegs | vorläufig | vorerst | erstmal | bis",
    ),
    (Role::Tedious, "stunden | std | tage | tagen | wochen | monate | monaten | anrufe | anrufen | mal | versuche | versuchen"),
    (Role::Detail, "immer noch | noch immer | nach wie vor | immernoch | noch nicht"),
    (Role::Whole, "nichts besonderes | nichts zu sagen | nichts zu meckern | nichts auszusetzen | nichts hinzuzufügen | nichts weiter"),
    // Verdicts with their reason, corrections, what others say, refusals in sentences.
    (Role::Likely(10), "ist sehr wahrscheinlich | sehr sehr wahrscheinlich"),
    (Role::Likely(0), "ist sehr unwahrscheinlich | sehr sehr unwahrscheinlich"),
    (Role::Regret, "leider | bedauerlicherweise"),
    (
        Role::Supposed,
        "{wäre es,wären es,wär es,wärs,wären,wäre,hätte es,hätten es,hätte,hätten,hätt ich,hätte ich,gäbe es,gäbs,würde ich,würd ich}{, eine, ne, mit, bei, gegeben, geben, gewesen, ohne}",
    ),
    (
        Role::Correction,
        "wollte ich {schreiben,drücken,tippen,eingeben,sagen,schicken} | {wollte,wollt} {eigentlich ,}{schreiben,drücken,tippen,sagen} | äh | ähm | moment | äh moment | halt | stopp nein | verdrückt | hab mich verdrückt | ne doch | korrektur auf | ich korrigiere{, auf} | eigentlich doch",
    ),
    (
        Role::Particle,
        "wollte ich {schreiben,drücken,tippen,eingeben,sagen,schicken} | wollte ich eigentlich {schreiben,drücken,tippen,sagen} | und ich auch | alter | digga",
    ),
    (
        Role::Former,
        "{hatte,habe,hab} {zuerst,erst,versehentlich,aus versehen,vorhin}{, eine, ne, die} | {ich ,}hatte{, eine, ne, die} | {dachte,dachte zuerst,dachte erst,zuerst dachte ich} {an ,}{eine ,ne ,}",
    ),
    (Role::Number(4), "viehr | fia"),
    (Role::Number(5), "fünnf | fuemf | fümpf | fühnf"),
    (Role::Number(3), "trei | dreii"),
    (Role::Number(2), "zwai | tswei"),
    (Role::Reason, "nur weil | nur wegen | aber nur weil | allein wegen | schon wegen | vor allem wegen"),
    (
        Role::Refusal,
        "{ich ,}{will,möchte,mag} {,jetzt ,gerade ,lieber ,eigentlich }{keine,an keinen,bei keinen,an keiner} {umfrage,umfragen,bewertung,note,fragen} {machen,mitmachen,ausfüllen,abgeben,beantworten,teilnehmen} | {ich ,}mache {jetzt ,gerade ,}keine umfragen{, mit} | dazu {will,möchte,mag} ich {,lieber }nichts sagen | {das ,}{bewerte,beurteile} ich {,lieber ,jetzt }nicht | {kann,mag} {gerade,jetzt,momentan} keine {umfrage,umfragen,fragen}{ beantworten, machen,}",
    ),
    (Role::Detail, "bei | während | gestern | heute | vorhin | noch am | innerhalb | binnen | nachdem | bereits"),
    (Role::Level(3), "das erwartete | nicht mehr und nicht weniger als erwartet"),
];
