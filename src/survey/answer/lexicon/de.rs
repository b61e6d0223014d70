//! German.

mod beside;

use super::{Language, Role};

pub(super) static GERMAN: Language = Language {
    code: "de",
    yes_no: ["ja", "nein"],
    hides_others: true,
    plurals: &["en", "er", "eln", "ern"],
    words: &[beside::WORDS, WORDS],
};

const WORDS: &[(Role, &str)] = &[
    (Role::But, "nein für | nicht für | aber nicht"),
    (Role::Condition, "kommt drauf an | kommt darauf an | je nachdem | hängt davon ab"),
    (Role::Hedge, "vielleicht | vllt | eventuell"),
    (
        Role::Refusal,
        "{die,diese} frage {überspringe ich,überspring ich,lasse ich aus,lass ich aus,beantworte ich nicht,möchte ich nicht beantworten}{, lieber, bitte} | überspringe ich{, lieber} | ich überspringe {das,die frage,diese frage} | {möchte,will,mag} {ich ,}{dazu ,darüber ,darauf ,mich dazu ,mich nicht ,lieber }{nichts sagen,nicht sagen,nicht reden,nicht sprechen,nicht äußern,dazu äußern,nicht antworten} | {lieber nicht,lieber keine angabe,lieber nichts sagen} | {keine zeit,hab keine zeit,habe keine zeit,ich habe keine zeit,ich hab keine zeit}{, dafür, für umfragen, für sowas, sorry, danke} | {ein andermal,vielleicht ein andermal,heute nicht,jetzt nicht,nicht jetzt,nicht heute,gerade nicht}{, danke, bitte, sorry} | enthalte mich | ich enthalte mich | das behalte ich für mich | behalte ich für mich | kein kommentar | passe | ich passe | da sag ich nichts zu | dazu sag ich nichts | das ist mir zu privat | geht sie nichts an | ich mache bei umfragen nicht mit | kein bock{, auf umfragen, drauf} | keine lust{, auf umfragen, drauf, zu antworten}",
    ),
    (
        Role::Resolved,
        "{joa,jo,jup,jep} {hat geklappt,passt,läuft,geht wieder,ist erledigt} | hat {geklappt,funktioniert,alles geklappt} | hats geklappt | läuft wieder | läuft jetzt | geht jetzt | geht wieder | alles paletti | alles im lot | alles in butter",
    ),
    (
        Role::Unresolved,
        "{immer noch,noch immer,nach wie vor} {kaputt,nix,nichts,defekt,tot,dasselbe,das gleiche} | nix {passiert,gelöst,erledigt} | tut sich nix | tut sich nichts | pustekuchen | fehlanzeige | denkste",
    ),
    (Role::Reason, "weil | denn | wegen | da der | da die | da ich | da es | dank"),
    (
        Role::Unit,
        "filialleiter | vorgesetzte | vorgesetzten | mahnung | mahnungen | pakete | paket | sendungen | lieferungen | kunden | kundinnen | menschen | männer | frauen | herren | damen | nächte | abende | wochenenden | stunden später | wochen später | mitarbeitende | mitarbeitenden | teammitglieder | vermittler | sachbearbeiter | sachbearbeiterinnen | sachbearbeitern | beschwerden | reklamationen | tickets | störungen | ausfälle | router | handys | karten | raten | zahlungen | buchungen | abbuchungen | antworten | themen | punkte abzug | werktage | ämter | stellen | seite | posten | modelle | nächten | arbeitstagen | telefonaten | mails | faxe | pins | codes | wohnungen | häuser | autos | katzen | hunde | sorten | varianten | optionen | möglichkeiten | tarife | anschlüsse",
    ),
    (Role::Particle, "junge | leute"),
    (Role::Starter, "lief | ging | absolute | absoluter | absolutes | kompletter | komplette"),
    (
        Role::Leet(1),
        "stunde | kollege | kollegin | mitarbeiter | mitarbeiterin | anruf | tag | woche | monat | jahr | minute | techniker | mal",
    ),
    (Role::Lead, "hab ne | hab eine | habe eine | gib ne | gib eine"),
    (Role::Idle, "also | naja"),
    (Role::Number(2), "glatte 2 | eine glatte 2 | ne glatte 2"),
    (Role::Number(3), "glatte 3 | eine glatte 3 | ne glatte 3"),
    (Role::Number(4), "glatte 4 | eine glatte 4 | ne glatte 4"),
    (Role::Number(5), "glatte 5 | eine glatte 5 | ne glatte 5"),
    (Role::Number(6), "glatte 6 | eine glatte 6 | ne glatte 6"),
    (Role::Number(7), "glatte 7 | eine glatte 7 | ne glatte 7"),
    (Role::Number(8), "glatte 8 | eine glatte 8 | ne glatte 8"),
    (Role::Number(9), "glatte 9 | eine glatte 9 | ne glatte 9"),
    (Role::Number(10), "glatte 10 | eine glatte 10 | ne glatte 10"),
    (Role::About, "ist | wäre | sind | bedeutet | heißt | klingt | scheint"),
    // Which of two numbers counts, hedges, verbs that give a score, labels that are denied, refusals in whole sentences.
    (
        Role::Correction,
        "sondern | sondern eine | sondern ne | nein | nee | nö | ach nein | ach nee | ach ne | ach | nein doch | nee doch | \
         sorry | sry | entschuldigung | verzeihung | pardon | korrektur | korrigiere | ich meine | ich meinte | meinte | meine \
         | gemeint war | gemeint ist | besser gesagt | genauer gesagt | quatsch | ups | hoppla | vertippt | habe mich vertippt \
         | hab mich vertippt | vertan | verklickt | falsch | halt nein | doch | lieber doch | doch lieber | stimmt nicht | soll \
         {heißen,sein} | sollte {heißen,sein} | tippfehler | falsche taste | versehentlich | aus versehen",
    ),
    (Role::Perhaps, "oder | und | bis | vielleicht | evtl | oder doch | oder eher | bzw | eventuell"),
    (Role::Denial, "{,und }nicht{, die, eine, ne} | statt{, einer, ner} | anstatt{, einer} | {,und }keine"),
    (
        Role::Former,
        "{,ich }{hätte,wäre,wären,wollte,würde eigentlich,hätt}{, ich, es, das, eigentlich, sonst}{, eine, ne, einen} | \
         eigentlich{, eine, ne, wäre es, wäre es eine, ist es eine, wollte ich} | \
         {normalerweise,normal,sonst,erst,zuerst,anfangs,ursprünglich}{, eine, ne, immer, wäre es eine}",
    ),
    (Role::Deducted, "minus | abzüglich"),
    (Role::DeductedBehind, "abzug | punkt abzug | stern abzug | weniger | punkt weniger | abgezogen"),
    (Role::Shortened, "ca | circa | ungef"),
    (
        Role::Hedge,
        "ca | circa | etwa | ungefähr | so um die | um die | rund | in etwa | schätzungsweise | so ungefähr | so etwa | so \
         circa | plus minus | rum",
    ),
    (Role::Doubt, "bat um | gebeten | wollen eine | will eine | hofft | hoffe"),
    (Role::Lead, "so eine | so ne | so n | so nen | würd sagen"),
    (
        Role::Give,
        "also | damit | bleibt eine | bleibts bei | bleibt es bei | macht dann | macht also | deshalb nur | daher nur | gibt es \
         | gibts | gibts nur | kriegt ihr | kriegen sie | insgesamt | unterm strich | von mir | ich würde | ich würd | würd ich \
         sagen | reicht für | reicht nur für | reicht es für",
    ),
    (
        Role::Particle,
        "würd ich mal sagen | würde ich mal sagen | schätz ich | schätze ich | denk ich mal | würd ich geben | würd ich meinen",
    ),
    (Role::Indefinite, "eine | ne | ein | einen | nen | n"),
    (
        Role::Given,
        "gebe ich | geb ich | würde ich sagen | würd ich sagen | würde ich geben | würd ich geben | vergebe ich | sag ich | \
         sage ich | bekommt ihr | kriegt ihr | bekommen sie | kriegen sie",
    ),
    (
        Role::Grievance,
        "aus der leitung geflogen | rausgeflogen | aufgelegt | abgewimmelt | nichts getan | nichtstun | rausgeschmissen | aus \
         der leitung geworfen | weggedrückt | hingehalten",
    ),
    (
        Role::Refusal,
        "{,ich }{möchte,will,mag} {,darauf ,dazu ,das ,diese frage }{nicht,nichts} {,darauf ,dazu }{antworten,beantworten,sagen,teilnehmen,bewerten,mitmachen} | {darauf,dazu,das,die frage,diese \
         frage,hierauf,hierzu} {möchte,will,mag,werde} ich {nicht,nichts,lieber nicht,lieber nichts} \
         {antworten,beantworten,sagen,bewerten} | {darauf,hierauf} antworte ich nicht | dazu sage ich nichts | {,ich }{nehme,mache} {,an umfragen ,an sowas ,bei umfragen ,bei sowas ,an der umfrage }{,grundsätzlich ,generell }{nicht,nie} {,an umfragen }{teil,mit} | ich nehme an umfragen {grundsätzlich ,generell \
         ,prinzipiell ,}nicht teil | keine {angabe,angaben} | {kein interesse,keine lust}{, an umfragen, auf umfragen, an der \
         umfrage} | ich beantworte keine {umfragen,fragen}",
    ),
    (
        Role::Label(1),
        "{gar,überhaupt,absolut,wirklich gar,ganz und gar} nicht {zufrieden,glücklich} | nicht im geringsten zufrieden | kein \
         bisschen zufrieden",
    ),
    (
        Role::Label(2),
        "{nicht,nich,net,ned,ned so,nicht sehr,nicht so,nicht besonders,nicht wirklich,nicht gerade,nicht sonderlich,nicht \
         recht,nicht allzu,nicht richtig,wenig,kaum} zufrieden | nicht {,sehr ,so ,besonders ,wirklich }glücklich",
    ),
    (Role::Label(3), "{weder,nicht} zufrieden {noch,und nicht,aber auch nicht} unzufrieden"),
    // The language itself.
    (
        Role::Lead,
        "die | daher | deshalb | deswegen | darum | ist klar | ich | wir | gebe | geb | geben | vergebe | vergeben | sage | sag | \
         sagen | wähle | nehme | bewerte | bewerte {es ,das ,sie ,den service ,die beratung ,}mit | würde | würd | würden | \
         denke | glaube | glaub | finde | schätze | tippe auf | stimme für | bin für | ihnen | euch | dir | ihm | ihr | \
         dem {service,mitarbeiter,kollegen,team} | der {mitarbeiterin,kollegin,hotline} | dafür | ich sag mal | sage mal | \
         sag mal | sagen wir | sagen wir mal | von mir | von uns | gibt es | gibts | es gibt | gibt | bekommen sie | \
         bekommt ihr | kriegt ihr | {meine,die,unsere} {bewertung,antwort,wertung,einschätzung,zufriedenheit,punktzahl} | \
         bewertung | wertung | antwort | punktzahl | score | punkte | sterne | zufriedenheit | gesamtbewertung | gesamt | \
         gesamteindruck | ergebnis | auswahl | {meine,die} {wahl,stimme} | lautet | beträgt | liegt bei | rating | \
         bewertet mit | bin | war | sind | waren | ist | wäre | es {ist,war,wäre} | das {ist,war,wäre} | fühle mich | damit | \
         mit {dem service,der beratung,ihnen,ihrem service,dem gespräch,allem} | ein | eine | einen | nen | ne | n | \
         {eine ,}{gute,klare,solide,volle,ganz klare,starke,dicke,verdiente,knappe} | ganz klar | klar | eindeutig | \
         definitiv | auf jeden fall | insgesamt | alles in allem | im großen und ganzen | ehrlich | ganz ehrlich | \
         ehrlich gesagt | vielleicht | vllt | wahrscheinlich | wohl | eher | also | na | naja | na ja | tja | nur | leider | \
         gerade mal | grad mal | {gebe,geb,vergebe,gebe ihnen,gebe euch,gebe ich,sage} {gerne,gern} | \
         {gerne,gern} {gebe,vergebe} | mal | hmm | hm | hallo | hi | hey | guten {tag,morgen,abend} | moin | servus | \
         grüß gott | danke | vielen dank | ok | okay | für mich | meinerseits | meiner meinung nach | meines erachtens | \
         {der,ihr,euer} service | service | kundenservice | kundendienst | die beratung | die hotline | hotline | \
         für {den service,die beratung,ihren service,die hotline,das gespräch} | zwischen | entweder | sorry | sry | \
         ich meinte | meinte | ups | entschuldigung | gemeint {war,ist} | kunde | kundin | als {kunde,kundin} | verdient | \
         auf einer skala von 1 bis 5 | auf einer skala von 0 bis 10 | von 1 bis 5 | von 0 bis 10 | ohne frage | absolut | \
         wirklich | unterm strich | da",
    ),
    (
        Role::Give,
        "daher | deshalb | deswegen | darum | ich {gebe,geb,vergebe,bewerte,würde sagen,sage} | {gebe,geb,vergebe} ich | \
         gebe {ihnen,euch} | von mir{, gibt es, gibts, eine} | meine bewertung | bekommt ihr | bekommen sie",
    ),
    (
        Role::OptionLead,
        "option | nummer | nr | antwort | punkt | grund | auswahl | wahl | taste | die | der | das | den | es | \
         vor allem{, die, der, das} | hauptsächlich{, die, der} | wegen{, der, des, dem} | es war{, die, der} | \
         {die,der,das} {option,punkt,nummer,antwort} | ziffer | am meisten | besonders{, die, der} | \
         {das,mein,unser} problem | {das,mein,unser} anliegen | problem | anliegen | wurde | ist | es wurde | das wurde | \
         vollständig | komplett | schnell | jetzt | endlich | bereits | konnte | konnten | hat sich | sache | thema | \
         ist jetzt | leider",
    ),
    (Role::Number(0), "null"),
    (Role::Number(1), "eins | ein | eine | einen | nummer 1 | nummer eins | einser"),
    (Role::Number(2), "zwei | zwo | zwoa | zweier | nummer 2 | nummer zwei"),
    (Role::Number(3), "drei | dreier | nummer 3 | nummer drei"),
    (Role::Number(4), "vier | vierer | fier | nummer 4 | nummer vier"),
    (Role::Number(5), "fünf | fünfer | fümf | fünv | nummer 5 | nummer fünf"),
    (Role::Number(6), "sechs | sechser | nummer 6 | nummer sechs"),
    (Role::Number(7), "sieben | siebn | nummer 7 | nummer sieben"),
    (Role::Number(8), "acht | achter | nummer 8 | nummer acht"),
    (Role::Number(9), "neun | neuner | nummer 9 | nummer neun"),
    (Role::Number(10), "zehn | zehner | zen | nummer 10 | nummer zehn"),
    (Role::Ordinal(1), "{erste,erster,erstes,ersten,1 te}{, option, punkt, antwort, grund} | erstens"),
    (Role::Ordinal(2), "{zweite,zweiter,zweites,zweiten,2 te}{, option, punkt, antwort, grund} | zweitens"),
    (Role::Ordinal(3), "{dritte,dritter,drittes,dritten,3 te}{, option, punkt, antwort, grund} | drittens"),
    (Role::Ordinal(4), "{vierte,vierter,viertes,vierten,4 te}{, option, punkt, antwort, grund} | viertens"),
    (Role::Ordinal(5), "{fünfte,fünfter,fünftes,fünften,5 te}{, option, punkt, antwort, grund} | fünftens"),
    (Role::Ordinal(6), "sechste | sechster | die sechste | 6 te"),
    (Role::Ordinal(7), "siebte | siebter | die siebte | 7 te"),
    (Role::Ordinal(8), "achte | die achte | 8 te"),
    (Role::Ordinal(9), "neunte | neunter | die neunte | 9 te"),
    (Role::Ordinal(10), "zehnte | zehnter | die zehnte | 10 te"),
    (
        Role::Label(5),
        "{sehr,ser,sher,sehr sehr,sehr sehr sehr,äußerst,extrem,höchst,vollkommen,völlig,voll,voll und ganz,\
         rundum,total,absolut,super,mega,hoch,überaus,komplett,wirklich sehr,außerordentlich,restlos,\
         vollstens,100 %,hundertprozentig,mehr als} {zufrieden,zufriden,zufieden,zufrienden,glücklich} | hochzufrieden | \
         vollzufrieden | sehr zufriedenstellend | überglücklich | begeistert | absolut begeistert | \
         {vollauf,rundum,rundherum,vollstens,voll und ganz,restlos,vollends,höchst,überaus,ausgesprochen,hochgradig,ur,volle,voi,urleiwand} zufrieden | \
         {sehr,super,mega,total,voll,echt,überaus,richtig} {happy,glücklich} | mehr als {zufrieden,happy,glücklich} | \
         {könnte,kann} nicht zufriedener sein | \
         {bin,war,wir sind,ich bin,ich war} {rundum,vollauf,voll und ganz,höchst,mehr als,super,mega,total,restlos} zufrieden | \
         100 zufrieden | 100 prozent zufrieden | hoch zufrieden | sehr begeistert | wirklich sehr zufrieden | \
         sehr sehr zufrieden | superzufrieden | echt zufrieden",
    ),
    (
        Role::Label(4),
        "zufrieden | zufriden | zufieden | zufrienden | glücklich | \
         {eher,ganz,recht,ziemlich,grundsätzlich,durchaus,im großen und ganzen,soweit} zufrieden | zufriedenstellend | \
         {ganz,recht,ziemlich,durchaus,weitgehend,größtenteils,überwiegend,im großen und ganzen,insgesamt,alles in allem,im wesentlichen} zufrieden | \
         happy | zfrieden | z'frieden",
    ),
    (
        Role::Label(3),
        "neutral | teils teils | teils/teils | halb halb | weder zufrieden noch unzufrieden | weder noch | mittel | \
         mittelmäßig zufrieden | mittelmäßig | mäßig zufrieden | durchschnittlich | neutrale bewertung | \
         so mittel | mittelprächtig | teils zufrieden teils unzufrieden | mittelmass",
    ),
    (
        Role::Label(2),
        "unzufrieden | unzufriden | unzufieden | unglücklich | {eher,ziemlich,recht} unzufrieden | wenig zufrieden | \
         weniger zufrieden | \
         {nicht,nicht sehr,nicht besonders,nicht wirklich,nicht so,ned,net,nit,nicht recht,nicht sonderlich,nicht unbedingt,nicht richtig,nicht allzu,nicht gerade,wenig,nur wenig} zufrieden | \
         {bin,war,ich bin,ich war,wir sind} {nicht,nicht sehr,nicht besonders,nicht wirklich,nicht so,ned,net} zufrieden | \
         {eher,ziemlich,etwas,leicht,recht} unzufrieden | nicht zufriedenstellend | wenig zufriedenstellend | \
         eher nicht zufrieden",
    ),
    (
        Role::Label(1),
        "{sehr,ser,sehr sehr,äußerst,extrem,höchst,vollkommen,völlig,voll,total,absolut,mega,überaus,\
         komplett,wirklich sehr,außerordentlich} {unzufrieden,unzufriden,unzufieden,unglücklich} | \
         {überhaupt,gar,ganz und gar,absolut} nicht zufrieden | \
         {gar,überhaupt,absolut,ganz und gar,in keinster weise,in keiner weise} {nicht,ned,net} zufrieden | \
         {bin,war,ich bin,ich war} {gar,überhaupt,absolut} nicht zufrieden | \
         {total,komplett,völlig,absolut,höchst,äußerst,mega,super,extrem,zutiefst,vollkommen,richtig,echt,überaus} unzufrieden | \
         null zufrieden | kein bisschen zufrieden",
    ),
    (
        Role::Full,
        "volle punktzahl | die volle punktzahl | volle punkte | volle sterne | alle sterne | alle punkte | volle sternzahl | \
         höchste punktzahl | die höchste punktzahl | maximale punktzahl | bestbewertung | höchstbewertung",
    ),
    (Role::Star, "stern | sterne | sternen | sternchen | sterneservice | sternebewertung | sterner | stars"),
    (Role::Point, "punkt | punkte | punkten | pkt | pkte | pt | möglichen punkten | möglichen"),
    (
        Role::OutOf,
        "von | von maximal | von möglichen | von insgesamt | aus | von max | auf einer skala von 1 bis | \
         auf einer skala von 0 bis | auf einer skala bis",
    ),
    (
        Role::Unit,
        "minute | minuten | min | mins | minütchen | minutenlang | stunde | stunden | std | stdn | stündchen | h | sekunde | \
         sekunden | sek | s | tag | tage | tagen | werktage | werktagen | arbeitstage | woche | wochen | monat | monate | \
         monaten | jahr | jahre | jahren | mal | male | malen | x | uhr | uhr morgens | uhr früh | uhr abends | \
         uhr nachmittags | euro | euros | eur | cent | prozent | chf | franken | dollar | leute | leuten | personen | \
         person | mitarbeiter | mitarbeitern | mitarbeiterin | mitarbeiterinnen | kollegen | kollege | kollegin | berater | \
         beratern | beraterin | agenten | techniker | technikern | anrufe | anrufen | anruf | anrufversuche | telefonate | \
         telefonaten | gespräche | mails | mail | emails | email | e mails | sms | nachrichten | versuche | versuchen | \
         versuch | anläufe | anläufen | weiterleitungen | gb | mb | km | kg | g | m | cm | meter | liter | stück | stk | \
         bestellungen | rechnungen | verträge | geräte | verschiedene | verschiedenen | verschiedener | unterschiedliche | \
         unterschiedlichen | weitere | weiteren | andere | anderen | anderer | mehr | hundert | tausend | millionen | \
         million | januar | jänner | februar | märz | april | mai | juni | juli | august | september | oktober | november | \
         dezember | jan | feb | mär | apr | jun | jul | aug | sep | sept | okt | nov | dez | te | ter | tes | ten | er | \
         fach | tel | kinder | kindern | fragen | sachen | dinge | dingen | probleme | problemen | fehler | viertel | halb | \
         halbe | halben | grad | ziffern | stellen | adressen | nummern | stock | etage | etagen | zimmer | ringe | \
         leitungen | abteilungen | stellige | jährige | wöchige | tägige | stündige | minütige | maliges | malige | malig | \
         gründe | termine | ansprechpartner | ansprechpartnern | bis 2 mal | bis 3 mal | euro fünfzig | a | b | c | plus | \
         minus | kurze | volle minuten | ganze | freunde | freunden | briefe | pakete | artikel | seiten | filialen",
    ),
    (
        Role::Nth,
        "januar | jänner | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember | \
         jan | feb | mär | apr | jun | jul | aug | sep | sept | okt | nov | dez | anruf | anrufe | anrufversuch | versuch | \
         mal | male | anlauf | mitarbeiter | mitarbeiterin | mitarbeitern | kollege | kollegin | kollegen | berater | \
         beraterin | tag | tage | woche | wochen | monat | stock | og | etage | gespräch | telefonat | termin | techniker | \
         reparatur | rechnung | mahnung | anfrage | mail | email | nachricht | kontakt | auftrag | gerät | leitung | teil | \
         kunde | person | kontaktaufnahme | beschwerde | reklamation | lieferung | bestellung | brief | stelle | stufe | \
         klasse | platz | quartal | halbjahr | hand | wahl | level | ebene | abteilung | frage | problem | ticket | kreis | \
         januars | und 2 | und 3 | hotline | ansprechpartner | störung | ausfall | vertrag | paket | router | umfrage | sms",
    ),
    (
        Role::Half,
        "einhalb | ein halb | und ein halb | und einhalb | und halb | ½ | komma fünf | punkt fünf | 1/2 | einhalb bis | \
         kommafünf",
    ),
    (
        Role::Or,
        "oder | max | min | mind | evtl | tel | tél | art | nr | oder eher | oder vielleicht | oder doch | oder so | \
         oder auch | und | bis | bis zu | bis maximal | beziehungsweise | bzw | nein | ne | nee | nö | nein doch | \
         nein ich meinte | nein ich meine | nein sorry | nein eher | nein lieber | sorry | sry | sorry ich meinte | \
         sorry ich meine | entschuldigung | verzeihung | pardon | korrektur | ich meine | ich meinte | meinte | meine | \
         vielmehr | eher | doch | doch eher | doch lieber | lieber | quatsch | ups | hoppla | moment | halt nein | \
         besser gesagt | genauer gesagt | sagen wir | vielleicht | also | vertippt | falsch | beziehungsweise eher | \
         ach nein | ach ne | stop | vielleicht auch | manchmal | mal | teils | noch",
    ),
    (
        Role::Starter,
        "geht so | würde ich {weiterempfehlen,empfehlen,euch,sie,jederzeit,immer} | würde {nicht,sie,euch,jederzeit,immer} | \
         warte | um rückruf | um rückmeldung | rückruf | rufen sie | melden sie | der | die | das | dem | den | des | ein | \
         eine | einen | sehr | super | toll | tolle | toller | tolles | gut | gute | guter | gutes | schlecht | schlechte | \
         schlechter | schlechtes | danke | dank | vielen | herzlichen | besten | tausend dank | weil | da | wegen | denn | \
         aber | und | für | mit | ohne | bei | beim | in | im | am telefon | leider | nicht | nichts | nie | niemals | \
         niemand | keiner | kein | keine | keinen | zu viel | zu lange | zu lang | zu langsam | zu teuer | zu wenig | \
         zu unfreundlich | zu kompliziert | viel zu | viel | viele | lange | lang | langes | ewig | ewige | langsam | \
         langsame | langsamer | schnell | schnelle | schneller | schnelles | freundlich | freundliche | freundlicher | \
         freundliches | nett | nette | netter | nettes | kompetent | kompetente | kompetenter | hilfsbereit | hilfsbereite | \
         höflich | unhöflich | unfreundlich | unfreundliche | unfreundlicher | inkompetent | inkompetente | inkompetenter | \
         unverschämt | frech | professionell | professionelle | perfekt | perfekte | perfekter | klasse | spitze | spitzen | \
         prima | top | ausgezeichnet | ausgezeichnete | ausgezeichneter | hervorragend | hervorragende | hervorragender | \
         großartig | großartige | großartiger | wunderbar | wunderbare | fantastisch | fantastische | genial | geniale | \
         einwandfrei | tadellos | vorbildlich | mega | geil | hammer | echt | wirklich | total | absolut | absolute | \
         absoluter | richtig | ganz | ziemlich | etwas | eigentlich | alles | alle | immer | immer noch | immer wieder | \
         noch | noch nie | endlich | hat | habe | hab | hatte | haben | wurde | wurden | war | waren | ist | sind | bin | \
         bleibt | bleiben sie | ich | wir | ihr | ihre | sie | er | es | man | mein | meine | mir | mich | unser | euer | \
         eure | dieser | service | beratung | kundenservice | kundendienst | hotline | wartezeit | wartezeiten | wartemusik | \
         warteschleife | gewartet | warten | musste | mussten | konnte | konnten | katastrophe | katastrophal | \
         katastrophale | furchtbar | schrecklich | enttäuscht | enttäuschend | enttäuschende | grottig | grottenschlecht | \
         mies | miese | mieser | miserabel | miserable | unmöglich | unterirdisch | frechheit | saftladen | sauerei | \
         unverschämtheit | peinlich | unzumutbar | inakzeptabel | zufrieden | unzufrieden | neutral | lob | großes lob | \
         großes | weiter so | weiterhin | gerne | gern | jederzeit | immer wieder gerne | wieder | empfehle | \
         empfehlenswert | weiterempfehlung | kann ich | kann man | könnte besser | besser | bester | beste | bestes | \
         bestens | schlechteste | schlechtester | schlimmste | schlimmer | geht besser | so | so muss | weiter | lol | haha | \
         xd | gruß | grüße | lg | mfg | vg | hilfe | hilft | geholfen | problem gelöst | problem wurde | problem nicht | \
         problem immer | problem besteht | problem schnell | frau | herr | jemand | nach | seit | trotz | obwohl | \
         insgesamt | auch | daumen hoch | stets | hilfreich | hilfreiche | verständnisvoll | geduldig | nervig | \
         kundenfreundlich | top service | topservice | ok | okay | alles super | alles gut | alles bestens | alles top | \
         dauert | dauerte | unorganisiert | verarsche | abzocke | arrogant | arrogante | arroganter | kommt | keinerlei | \
         überhaupt | wünsche | sonst | schade | schönen | schöne | schönes | wie immer | wie | als | mehrfach | verbindung | \
         schlechte verbindung | qualität | erreichbarkeit | lieb | liebe | lieber | sympathisch | sympathische | rundum | \
         vollkommen | tip top | tiptop | ausbaufähig | zuverlässig | unbrauchbar | nutzlos | scheiße | mist | müll | \
         schrott | unkompliziert | unkomplizierte | reibungslos | hätte | kompetenz | freundlichkeit | danke schön | \
         dankeschön | mitarbeiter war | mitarbeiterin war | \
         passt | leiwand | merci | vergelt's | unter aller | naja | na | ur | urleiwand | bombe | bombig | macht weiter | \
         alles gut gelaufen | läuft | grandios | unfassbar | zum vergessen | nie mehr | hoffe | vielen dank | lieben dank | \
         herzlichen dank | besten dank",
    ),
    (
        Role::Particle,
        "gewesen | bitte | bitteschön | würde ich sagen | würd ich sagen | würde ich geben | würde ich vergeben | gebe ich | \
         gebe ich ihnen | gebe ich euch | geb ich | geb ich euch | vergebe ich | sage ich | sag ich | sag ich mal | \
         bekommt ihr | bekommen sie | bekommen sie von mir | kriegt ihr | kriegen sie | kriegt ihr von mir | geben | \
         vergeben | sagen | wählen | nehmen | denke ich | denk ich | glaube ich | glaub ich | finde ich | meine ich | \
         meiner meinung nach | meines erachtens | von mir | von uns | von meiner seite | meinerseits | auf jeden fall | \
         auf alle fälle | definitiv | natürlich | selbstverständlich | klar | eben | halt | also | dann | insgesamt | \
         alles in allem | ehrlich gesagt | um ehrlich zu sein | wenn ich ehrlich bin | am ende | unterm strich | \
         im großen und ganzen | verdient | voll verdient | wohl verdient | diesmal | dieses mal | gesamt | oder so | \
         ohne wenn und aber | wert | ohne frage | ganz klar | eindeutig | schon | mal | wohl | etwa | nh | \
         passt | so passt's | servus | pfiat eich | tschau | ciao | baba | merci | merci vielmal | grüezi | gruss | grüße | \
         beste grüße | liebe grüße | viele grüße | gell | gä | wa | oida | digga | alter | leute | jungs | danke schön | \
         danke sehr | dankeschön",
    ),
    (Role::Not, "nicht | nich | net | ned | nie | niemals | nimmer | keineswegs | keinesfalls | kaum | weder | mitnichten"),
    (Role::Without, "kein | keine | keinen | keinem | keiner | keines | keinerlei | ohne | nichts | nix | außer | abgesehen | nirgends"),
    (
        Role::Condition,
        "mit nichts | mit gar nichts | wenn | falls | sofern | nur wenn | erst wenn | außer wenn | sobald | solange | \
         vorausgesetzt | es sei denn | unter der bedingung | wenn sie | wenn ihr",
    ),
    (
        Role::Leet(1),
        "mit stern | mit sternchen | mit auszeichnung | mit plus | mit sternen | a | plus | problem | minus | setzen | \
         super mitarbeiter | mit",
    ),
    (
        Role::Leet(2),
        "mit plus | plus | minus | große | kleine | gute | schlechte | nette | tolle | unfreundliche | freundliche | lange | \
         mit",
    ),
    (Role::Leet(3), "große | kleine | gute | schlechte | nette | unfreundliche | freundliche | lange | wünsche | plus | minus"),
    (Role::Leet(4), "große | kleine | gute | schlechte | nette | unfreundliche | freundliche | lange | augen | wände | plus | minus"),
    (
        Role::Leet(5),
        "große | kleine | schlechte | unfreundliche | freundliche | vor | nach | plus | minus | vor zwölf | vor 12 | setzen | \
         wünsche",
    ),
    (
        Role::Detail,
        "in | seit | außer | bis | es | das | ist | war | wurde | hat | hab | habe | alles | danke | dankeschön | vielen | \
         vielen dank | besten dank | aber | allerdings | jedoch | noch | immer | immer noch | leider | sehr | ich | wir | \
         sie | er | der | die | mein | meine | mit | nach | endlich | weil | da | denn | bin | voll | vollständig | \
         komplett | ganz | schnell | super | nicht | nie | niemand | keiner | kein | keine | bitte | funktioniert | geht | \
         läuft | klappt | passt | nichts | nix | nur | zufrieden | unzufrieden | teilweise | zum teil | teils | halb | fast | \
         und | auf jeden fall | auf alle fälle | bestens | perfekt | prima | einwandfrei | top | toll | problem | im | beim | \
         am | durch | dank | weiterhin | wieder | jetzt | mittlerweile | obwohl | trotzdem | gott sei dank | zum glück | \
         erst | warte | überhaupt | gar | eher | so halb | erstmal | vorerst | man | mir | gelöst | erledigt",
    ),
    (
        Role::But,
        "in {bearbeitung,arbeit} | aber | jedoch | allerdings | trotzdem | obwohl | außer | teilweise | zum teil | teils | \
         halb | halbwegs | nicht ganz | nicht vollständig | nicht komplett | nicht alles | noch nicht ganz | bis auf | \
         abgesehen | dennoch | hingegen | bedingt | nur zum teil | nur teilweise | fast | so halb | vorerst | erstmal | \
         vorübergehend | eingeschränkt",
    ),
    (
        Role::Doubt,
        "gerne | gern | würde gerne | wenn | falls | fast | beinahe | knapp | weniger | weniger als | mehr als | mindestens | \
         höchstens | maximal | minimum | minus | unter | über | hätte | hätten | wäre | wollte | wollten | könnte | statt | \
         anstatt | seit | letztes mal | letzte | früher | vorher | zuvor | vor | nach | warum | wieso | weshalb | hotel | \
         hotels | restaurant | versprochen | erwartet | angeblich | andere | anderen | gewartet | verloren | abzug | um | \
         gegen | ab | am | im | zum | beim | bis | in | an | ca | etwa | circa | ungefähr | rund | abziehen | ziehe | \
         sollte | sollten | eigentlich | verdient nicht | note | schulnote | glatte | glatt | ihr habt | laut | sonst | \
         nächstes",
    ),
    (
        Role::Retraction,
        "nicht | nicht wirklich | nicht verdient | scherz | nur scherz | kleiner scherz | war ein scherz | \
         war nur ein scherz | das war ein scherz | nur spaß | spaß | nur ein spaß | war nur spaß | war spaß | von wegen | \
         nein | nö | nee | ne | niemals | nie | nie im leben | nie und nimmer | im leben nicht | auf keinen fall | ironie | \
         ironie off | ironie aus | sarkasmus | schön wärs | schön wär's | wärs schön | denkste | pustekuchen | \
         träumt weiter | träum weiter | vergiss es | vergesst es | vergessen sie es | ganz sicher nicht | sicher nicht | \
         bestimmt nicht | gar nicht | überhaupt nicht | keineswegs | als ob | niemals im leben | das war ironie | \
         war ironisch gemeint | ironisch gemeint | nicht ernst gemeint | oder auch nicht | oder nicht | eher nicht | \
         wohl kaum | kaum | ach was | so ein quatsch | witz | kleiner witz | war ein witz | verarscht | reingelegt",
    ),
    (
        Role::Mockery,
        "von wegen | dass ich nicht lache | das ich nicht lache | am arsch | leck mich | leckt mich | träumt weiter | \
         träum weiter | in euren träumen | in ihren träumen | in deinen träumen | schön wärs | schön wär's | wers glaubt | \
         wer's glaubt | wer das glaubt | ironie | sarkasmus | scherz beiseite | nur spaß | war nur spaß | setzen sechs",
    ),
    (
        Role::Laughter,
        "haha | hahaha | hahahaha | hihi | lol | rofl | xd | ähm | äh | hm | hmm | na ja | naja | tja | ja | oh | ach | \
         ha ha | höhö | ha",
    ),
    (
        Role::Yes,
        "ja | jaa | jaaa | jaaaa | j | jo | joo | jou | jap | jep | jepp | jupp | jup | jop | jawohl | jawoll | yes | yep | \
         yo | ja ja | ja ja ja | jaja | \
         {ja ,}{klar,sicher,genau,natürlich,selbstverständlich,absolut,definitiv,auf jeden fall,\
         auf alle fälle,voll und ganz,vollständig,komplett,vollkommen,absolut ja,korrekt,richtig,stimmt,\
         gewiss,durchaus,sehr wohl,eindeutig,ist es,ist so,wurde es,war es,total} | na klar | aber klar | ja na klar | \
         ja wurde es | ja ist es | ja hat es | ja sehr | ja doch | ja endlich | klar doch | ja sicher doch | ja sehr gut | \
         klaro | joa klar | si | ja voll | ja wirklich | na sicher | freilich | ja das wurde es | ja das ist es | \
         ja passt | passt | passt alles | ja passt alles | passt schon ja | jo passt | jo eh | eh ja | ja eh | jep danke | \
         jap danke | jawohl ja | ja zum glück | zum glück ja | gott sei dank ja | ja gott sei dank | endlich ja | \
         ja schlussendlich | letztendlich ja | letztlich ja | ja schon | ja vollständig | ja definitiv | \
         ja auf jeden fall | auf jeden fall | aufjedenfall | auf alle fälle | jo freili | ja freilich | sicher | \
         sicher ja | ja sicher | logo | ja logo",
    ),
    (
        Role::No,
        "nein | neinn | neiin | nee | neee | ne | nö | nöö | nöö nein | noe | nope | no | n | na | net | nein nein | \
         nein nein nein | {nein ,}{noch nicht,leider nein,leider nicht,leider noch nicht,überhaupt nicht,gar nicht,\
         ganz und gar nicht,absolut nicht,definitiv nicht,sicher nicht,bestimmt nicht,natürlich nicht,\
         keineswegs,keinesfalls,auf keinen fall,immer noch nicht,noch immer nicht,bisher nicht,\
         bis jetzt nicht,nicht wirklich,wurde es nicht,ist es nicht,nie,niemals,mitnichten,in keinster weise,\
         in keiner weise,eher nicht} | nein leider | nein wurde es nicht | nein ist es nicht | absolut nein | \
         nein danke nicht | negativ | eher nein | ganz klar nein | ganz klar nicht | nein bisher nicht | nein nichts | \
         gar nix | nix | überhaupt nix | nein gar nicht | nein gar nix | nö gar nicht | nein noch immer nicht | \
         noch immer nicht | nach wie vor nicht | nein nach wie vor nicht | bis heute nicht | nein bis heute nicht | \
         bisher nicht | bis jetzt nicht | nein bis jetzt nicht | bislang nicht | leider gar nicht | \
         leider immer noch nicht | leider noch nicht | leider noch immer nicht | mitnichten | in keinster weise | \
         in keiner weise | nicht die bohne | nää | ne leider nicht | ne noch nicht | nee noch nicht | nö noch nicht | \
         nein eben nicht | na ned | ned wirklich | noch ned | leider ned | nein ned | nee nicht wirklich | wirklich nicht | \
         auf keinen fall",
    ),
    (
        Role::Resolved,
        "{,ja ,ja ist ,ja wurde ,ja alles ,ja problem ,alles ,alles ist ,es ist alles ,ist alles ,\
         wurde alles ,ja hat sich }{gelöst,geklärt,erledigt,behoben}{, worden, werden} | \
         {funktioniert,läuft,geht,klappt} {wieder,jetzt,jetzt wieder,wieder alles,jetzt alles,wieder einwandfrei,wieder super,jetzt einwandfrei,nun,nun wieder,alles,alles wieder} | \
         {es,alles} {funktioniert,läuft,geht,klappt} {wieder,jetzt,jetzt wieder,nun,nun wieder,wieder einwandfrei,einwandfrei} | \
         alles {wieder gut,wieder ok,wieder in ordnung,in ordnung,in bester ordnung,gelöst,geregelt,behoben,repariert,erledigt und gut,bestens gelöst} | \
         jetzt {funktioniert es,geht es,läuft es,geht's,geht alles,geht es wieder,läuft alles,funktioniert alles,ist alles gut,ist alles ok,passt alles,passt's,passt es} | \
         {problem,fehler,störung,anliegen,sache} {behoben,ist behoben,wurde behoben,gelöst,ist gelöst,wurde gelöst,erledigt,geklärt,geregelt,ist erledigt,ist geklärt} | \
         {ist,wurde} {alles ,}{geregelt,repariert,behoben,geklärt,erledigt,gelöst} {,worden} | \
         {konnte,konnten} {,das ,alles }{gelöst werden,behoben werden,geklärt werden,lösen,klären} | \
         {sie haben,er hat,sie hat,man hat} {es,das problem,mein problem,alles} {gelöst,behoben,geklärt,repariert} | \
         ja {funktioniert,läuft,geht} {wieder,jetzt,alles,wieder alles,alles wieder} | \
         ja alles {gut,erledigt,gelöst,geklärt,bestens,wieder gut,ok} | wieder in ordnung | is erledigt | is gelöst | \
         fix erledigt",
    ),
    (
        Role::Unresolved,
        "{nicht,noch nicht,immer noch nicht,noch immer nicht,leider nicht,leider noch nicht,nie,\
         überhaupt nicht,gar nicht,nicht wirklich} {gelöst,geklärt,erledigt,behoben}{, worden, werden} | ungelöst | \
         ungeklärt | unerledigt | {,immer ,immer noch }noch offen | {weiterhin,noch,immer noch} ungelöst | \
         {funktioniert,läuft,geht,klappt} {immer noch nicht,noch immer nicht,nach wie vor nicht,noch nicht,weiterhin nicht,gar nicht,überhaupt nicht,nicht,leider nicht,leider immer noch nicht,immer no ned} | \
         {es,das internet} {funktioniert,läuft,geht,klappt} {immer noch nicht,noch immer nicht,nach wie vor nicht,noch nicht,weiterhin nicht,nicht} | \
         {immer noch,noch immer,nach wie vor,weiterhin} {kaputt,defekt,offen,ungelöst,dasselbe,dasselbe problem,das gleiche,das gleiche problem,das selbe,das selbe problem,gestört,gleich,nicht gelöst,nicht behoben,nicht erledigt,nicht geklärt,kein internet,keine lösung,probleme,unverändert,wie vorher} | \
         {das ,mein ,}{problem,fehler,störung} {besteht weiterhin,besteht immer noch,besteht noch,besteht noch immer,besteht nach wie vor,besteht fort,ist immer noch da,ist noch da,nicht behoben,nicht gelöst,ist nicht gelöst,ist nicht behoben,bleibt,wurde nicht gelöst,wurde nicht behoben,nach wie vor da,ist noch nicht gelöst} | \
         besteht {immer noch,weiterhin,nach wie vor,noch immer} | \
         {nix,nichts,gar nichts,gar nix} {gelöst,geklärt,behoben,erledigt,passiert,geändert,gemacht,ist passiert,wurde gelöst,wurde gemacht,wurde geklärt,hat sich geändert,hat sich getan,hat sich verändert} | \
         {wurde,ist,konnte} {nicht,noch nicht,leider nicht,immer noch nicht} {gelöst,behoben,geklärt,erledigt,gelöst werden,behoben werden,geklärt werden,gelöst worden} | \
         {noch,} offen | {keine,bisher keine,noch keine} lösung | kein stück weiter | unverändert | alles beim alten | \
         wie vorher auch",
    ),
    (
        Role::Mended,
        "war {super,gut,alles gut,toll,perfekt,sehr gut,alles super,alles ok,prima} | funktioniert wieder | geht wieder | \
         läuft wieder | klappt wieder | funktioniert jetzt | geht jetzt | läuft jetzt | funktioniert alles | \
         funktioniert nun | geht nun | läuft nun | alles gut | alles ok | alles okay | alles in ordnung | alles bestens | \
         alles super | alles prima | alles klar | passt jetzt | passt alles | passt | passt wieder | wieder in ordnung | \
         wieder ok | ist repariert | wurde repariert | repariert | geklappt | hat geklappt | es funktioniert | es geht | \
         es läuft | alles läuft | alles funktioniert | alles geht | {ist,wurde} {gelöst,geklärt,erledigt,behoben} | gelöst | \
         geklärt | behoben | erledigt",
    ),
    (
        Role::Broken,
        "{geht,funktioniert,läuft,klappt,hat,tut} {nicht,noch nicht,immer noch nicht,noch immer nicht,\
         leider nicht,weiterhin nicht,gar nicht,überhaupt nicht,nach wie vor nicht,wieder nicht} | \
         {geht,funktioniert,läuft,klappt} {es nicht,es noch nicht,es immer noch nicht,gar nichts,nichts,nix} | \
         {geht,funktioniert} {immer noch,noch immer,noch} nix | \
         {immer noch,noch,noch immer,weiterhin,wieder,ist,nach wie vor} {kaputt,defekt,gestört,offline,offen,\
         das gleiche,das gleiche problem,dasselbe,das selbe,ein problem,probleme,ungelöst,ungeklärt,nichts} | \
         gleiches problem | selbes problem | dasselbe problem | warte noch | warte immer noch | warten noch | warte weiter | \
         keine lösung | ohne lösung | {nichts,nix} {gelöst,passiert,geklärt,erledigt,behoben,funktioniert,geht} | \
         {hat nicht,nicht} {geklappt,funktioniert} | kein internet | besteht weiterhin | besteht noch | besteht immer noch | \
         kaputt | problem besteht",
    ),
    (
        Role::Pending,
        "noch | immer | soll | sollte | sollen | werden | wird | möchte | will | wollte | brauche | warte | warten | wann | \
         bis | bitte | wie | könnte | kann | wenn | ob | angeblich | gesagt | sagt | sagte | hieß | versprochen | halb | \
         teilweise | dachte | hoffe | hoffentlich | muss | müssen | müsste | erst | jemand | zu | ein | noch ein | weder",
    ),
    (
        Role::Refusal,
        "nein ich {möchte,will,mag} nicht{, antworten, teilnehmen, bewerten, mitmachen} | nein {möchte,will,mag} {nicht,ich nicht}{, antworten, teilnehmen, bewerten, mitmachen} | nein danke | nein keine {zeit,lust} | nein vielen dank | nee danke | nö danke | ne danke | danke nein | danke nicht | nein kein interesse | kein interesse | keine interesse | {habe ,hab ,}kein interesse | {habe ,hab ,}keine {lust,zeit}{, dazu, dafür, auf umfragen, für umfragen, für sowas, auf sowas} | nicht interessiert | bin nicht interessiert | interessiert mich nicht | {möchte,will,werde,mag} {nicht,ich nicht,das nicht} {antworten,teilnehmen,bewerten,mitmachen,beantworten,daran teilnehmen,an der umfrage teilnehmen,an umfragen teilnehmen,dazu sagen,abstimmen} | {möchte,will} nicht | {möchte,will} {keine bewertung,keine angaben,keine angabe,keine umfrage,dazu nichts} {abgeben,machen,sagen} | lieber nicht | möchte ich nicht | will ich nicht | möchte ich nicht sagen | keine antwort | kein kommentar | keine angabe | keine angaben | keine bewertung | keine umfrage | keine umfragen | keine umfragen bitte | ich mache keine umfragen | mache keine umfragen | ich nehme nicht teil | nehme nicht teil | ich verweigere | verweigere | verweigert | enthaltung | ich enthalte mich | überspringen | weiter | jetzt nicht | nicht jetzt | später | ein andermal | gerade nicht | lasst mich in ruhe | lassen sie mich in ruhe | lass mich in ruhe | lasst mich | nein kein bock | kein bock | keinen bock | bewerte nicht | ich bewerte nicht | ich antworte nicht | keine meinung | verzichte | ich verzichte | danke ich verzichte | brauch ich nicht | brauche ich nicht | will nicht | möchte nicht | {darauf,dazu,das} {möchte,mag,will} ich nicht {antworten,beantworten,bewerten}| {ich ,}{möchte,mag,will,werde} {nicht,lieber nicht,nichts} {antworten,teilnehmen,bewerten,sagen,angeben,mitmachen,daran teilnehmen,an der umfrage teilnehmen,an umfragen teilnehmen,darauf antworten,dazu sagen} | {ich ,}{möchte,mag,will} {das,dies,diese frage,die frage,hier} nicht {beantworten,bewerten,sagen} | {diese frage,die frage} {möchte,will} ich nicht beantworten | {ich ,}{beantworte,mache,fülle} {keine umfragen,grundsätzlich keine umfragen,keine fragebögen,nie umfragen,bei umfragen nicht mit,bei sowas nicht mit,bei so was nicht mit,da nicht mit,nicht mit} {,aus} | {kein,keine,hab keine,habe keine,hab kein,habe kein} {interesse,lust,zeit} {,an umfragen,an der umfrage,an einer umfrage,auf umfragen,auf die umfrage,auf eine umfrage,für umfragen,für sowas,dafür,daran,für eine umfrage,zu antworten,teilzunehmen} | dazu sage ich nichts | dazu sag ich nichts | dazu sag i nix | kein kommentar dazu | keine antwort von mir | ich antworte darauf nicht | darauf antworte ich nicht | k.a. | keine auskunft | ich gebe keine auskunft | gebe keine auskunft | ich gebe keine bewertung ab | gebe keine bewertung ab | danke aber {nein,kein interesse,ich möchte nicht,lieber nicht,ich nehme nicht teil,ich will nicht} | eher nicht antworten | da mach ich nicht mit",
    ),
    (
        Role::Nothing,
        "nichts | nix | nichts weiter | nichts weiteres | nichts besonderes | nichts bestimmtes | \
         nichts zu {sagen,verbessern,ändern,beanstanden,meckern,ergänzen} | gar nichts | garnichts | überhaupt nichts | \
         rein gar nichts | nichts nein | nein nichts | nein | nö | nee | ne | nope | keine | keinen | keiner | kein | \
         {keine,habe keine,hab keine,ich habe keine} {anmerkung,anmerkungen,vorschläge,verbesserungen,\
         verbesserungsvorschläge,verbesserung,ideen,idee,ahnung,angabe,angaben,wünsche,kommentare,kritik,\
         anregungen,ergänzungen,meinung} | \
         {kein,habe kein,hab kein,ich habe kein} {kommentar,verbesserungsvorschlag,vorschlag,verbesserungsbedarf} | k a | \
         ka | kA | entfällt | n/a | na | weiß nicht | weiss nicht | weiß ich nicht | ich weiß nicht | ich weiß es nicht | \
         fällt mir nichts ein | mir fällt nichts ein | fällt mir grad nichts ein | momentan nichts | derzeit nichts | \
         aktuell nichts | nichts alles gut | nichts fällt mir ein | eigentlich nichts | keines | weiter so",
    ),
    (
        Role::Polite,
        "danke | danke schön | dankeschön | vielen dank | besten dank | herzlichen dank | danke sehr | bitte | sorry | sry | \
         tut mir leid | entschuldigung | tschüss | tschau | ciao | auf wiedersehen | schönen tag | schönen tag noch | \
         schönen abend | schönen gruß | viele grüße | liebe grüße | lg | mfg | vg | gruß | mit freundlichen grüßen | \
         im moment | momentan | heute | gerade | aktuell | derzeit | leider | trotzdem | aber | hallo | guten tag | ich | \
         schon gut | \
         entschuldigen sie | entschuldigen sie bitte | verzeihung | grundsätzlich | nichts für ungut | servus | merci | \
         danke trotzdem | trotzdem danke | aber danke",
    ),
    (
        Role::Automatic,
        "ich fahre gerade | fahre gerade | bin gerade am fahren | bin am fahren | gerade am steuer | am steuer | \
         sitze im auto | beim fahren nicht stören | \
         {ich bin ,bin }gerade {unterwegs,im auto,in einem meeting,in einer besprechung,im termin,\
         im gespräch,beschäftigt,nicht erreichbar} | {automatische,automatisierte} {antwort,nachricht,sms,mitteilung} | \
         autoreply | auto antwort | abwesenheitsnotiz | abwesenheitsnachricht | abwesenheitsassistent | abwesend bis | \
         bin abwesend | nicht im büro | außer haus | {im urlaub,in urlaub} {bis,vom} | bin im urlaub | \
         {bis,ab} zum {,1 ,2 ,3 }urlaub | ich melde mich {später,sobald,zurück,wieder,dann,gleich} | \
         melde mich {später,sobald,zurück,wieder,gleich} | \
         ich rufe {später,zurück,gleich,sie zurück,dich zurück,dich später,sie später,wieder} | rufe {später,gleich} zurück | \
         rufe zurück | kann {gerade,grad,jetzt,momentan} nicht {sprechen,reden,telefonieren,antworten,rangehen} | \
         {ich ,}kann {gerade,jetzt} nicht ans telefon | kann ich {sie,dich} später {zurückrufen,anrufen} | \
         {derzeit,momentan,zurzeit,aktuell} nicht {erreichbar,verfügbar,im büro} | nicht erreichbar bis | \
         in einer besprechung | in dringenden fällen | diese nummer ist nicht | dieses postfach | wird nicht überwacht | \
         wird nicht gelesen | ist vorübergehend nicht | nach meiner rückkehr | nicht stören aktiviert | \
         sehe deine nachricht | sehe ihre nachricht",
    ),
    (
        Role::Reaction,
        "gefällt | gefällt mir | gefällt nicht | hat | liebt | lacht über | lachte über | hat gelacht über | betont | \
         betonte | hervorgehoben | hebt hervor | hebt | fragt nach | hinterfragt | hinterfragte | stellt in frage | \
         stellte in frage | reagierte | reagiert | reagierte mit | mag | mag nicht | mochte | auf | zu | hat reagiert | \
         entfernt | entfernte | findet | fand | reaktion | du hast | ich habe reagiert | geliebt | dein",
    ),
    (
        Role::Idle,
        "danke | danke schön | dankeschön | vielen dank | naja | na ja | hallo | hi | hey | moin | servus | grüezi | \
         grüß gott | guten tag | guten morgen | guten abend | gute nacht | mahlzeit | ok | oki | okay | okay danke | \
         alles klar | ja | nein | jo | nö | nee | lol | haha | test | hä | was | wer ist da | wer ist das | wer bist du | \
         wer sind sie | wer schreibt da | bitte was | hm | hmm | aha | achso | ach so | verstanden | na | soso | gerne | \
         gern geschehen | kein ding | tach | hallo zusammen",
    ),
    (
        Role::Good,
        "würde {ich ,sie ,euch ,ich sie ,ich euch ,}{weiterempfehlen,empfehlen} | \
         würde ich jederzeit {weiterempfehlen,empfehlen} | alles {gut,super,bestens,perfekt,top,prima} | super | toll | \
         tolle | toller | perfekt | perfekte | perfekter | ausgezeichnet | hervorragend | hervorragende | großartig | \
         großartige | wunderbar | fantastisch | genial | spitze | klasse | top | mega | geil | prima | einwandfrei | \
         tadellos | beste | bester | bestes | bestens | sehr gut | sehr gute | sehr guter | sehr nett | sehr nette | \
         sehr netter | sehr freundlich | sehr freundliche | sehr freundlicher | sehr kompetent | sehr hilfsbereit | \
         sehr schnell | sehr professionell | empfehle ich | empfehle euch | empfehle sie | empfehle gerne | \
         kann ich empfehlen | kann ich nur empfehlen | kann man empfehlen | nur empfehlen | sehr empfehlenswert | \
         absolut empfehlenswert | sehr zu empfehlen | weiterempfehlen | werde sie weiterempfehlen | begeistert | \
         nichts zu meckern | nichts auszusetzen | nicht zu toppen",
    ),
    (
        Role::Bad,
        "würde {ich ,sie ,euch ,ich sie ,ich euch ,}nicht {weiterempfehlen,empfehlen} | katastrophe | katastrophal | \
         furchtbar | schrecklich | grottig | grottenschlecht | miserabel | unterirdisch | unverschämt | unverschämtheit | \
         frechheit | saftladen | sauerei | schlechteste | schlechtester | schlechtestes | schlimmste | sehr schlecht | \
         sehr schlechte | sehr schlechter | sehr unfreundlich | sehr unfreundliche | unmöglich | scheiße | scheiss | mist | \
         schrott | müll | nutzlos | unbrauchbar | inkompetent | abzocke | verarsche | unzumutbar | inakzeptabel | \
         nicht zu empfehlen | nicht empfehlenswert | nicht weiterempfehlen | nicht empfehlen | niemals empfehlen | \
         niemals weiterempfehlen | nie empfehlen | nie weiterempfehlen | empfehle ich nicht | empfehle ich niemandem | \
         empfehle nicht | kann ich nicht empfehlen | kann ich nicht weiterempfehlen | kann ich niemandem empfehlen | \
         rate ab | rate davon ab | nie wieder | nicht gut | gar nicht gut | überhaupt nicht gut | nicht hilfreich | \
         super schlecht | super unfreundlich | super langsam | super lange | super enttäuscht | mega schlecht | \
         mega unfreundlich | mega enttäuscht | mega lange | toll nicht | sehr enttäuscht | sehr enttäuschend | \
         total enttäuscht",
    ),
    (
        Role::Fine,
        "{gar ,überhaupt ,}nicht {schlecht,übel,verkehrt,teuer,zu teuer,lang,lange,so lang,unfreundlich,\
         das problem,schlimm} | \
         {war,ist,waren,sind,fand ich,finde ich} {ok,okay,gut,super,in ordnung,völlig in ordnung,fair,top,\
         toll,prima,perfekt,bestens,sehr gut,angemessen,günstig,kurz,nett,klasse,freundlich} | \
         {kein,keine} {problem,probleme,beanstandung,beanstandungen,beschwerden,beschwerde,klagen,einwände,thema} | \
         in ordnung | passt | hat gepasst | nichts zu {meckern,beanstanden,bemängeln} | nichts auszusetzen | \
         kann nicht klagen | kann nicht meckern | kann mich nicht beschweren | ohne probleme | ohne problem | problemlos | \
         sehr gut | stimmt | angemessen | stört mich nicht",
    ),
    (
        Role::Nice,
        "gut | gute | guter | guten | gutes | super | toll | tolle | toller | tolles | sehr gute | sehr guter | sehr gutes | \
         netter | nette | nettes | fairer | faire | faires | günstiger | günstige | kurze | kurzer | perfekte | perfekter | \
         klasse | top | schöne | schöner | freundliche | freundlicher | angemessener | angemessene | \
         danke für {die,den,das,ihre,eure} | mochte {die,den,das} | zufrieden mit {der,dem,den} | hervorragende | \
         hervorragender | ausgezeichnete | ausgezeichneter | geringe | geringer | niedriger | wenig | kaum",
    ),
    (
        Role::Aside,
        "ich warte {auf,noch} | warte auf | bitte warten | warten sie {bitte,kurz,mal} | warte {mal,kurz,was,moment,bitte} | \
         moment bitte | einen moment | ich kann warten | kann warten | um jeden preis | um keinen preis | ich wusste nicht | \
         wusste ich nicht | ich wusste es nicht | ich weiß nicht | lange rede | teuer bezahlt hat | meines wissens | \
         soweit ich weiß | im ergebnis | mit dem ergebnis | ergebnis war gut | wartezeit war kurz",
    ),
    (
        Role::Lack,
        "{kein,keine,ohne,keinerlei,keine richtige,keine wirkliche,immer noch kein,\
         immer noch keine} {ergebnis,ergebnisse,lösung,resultat,fachwissen,ahnung,freundlichkeit,kompetenz,\
         antwort,wissen,fachkenntnis,fachkenntnisse,manieren,höflichkeit} | \
         {mangelnde,fehlende,wenig,kaum} {kompetenz,freundlichkeit,fachwissen,fachkenntnis,höflichkeit}",
    ),
    (
        Role::Ease(7),
        "super einfach | total einfach | mega einfach | kinderleicht | sehr leicht | super leicht | total leicht | \
         ganz einfach | ganz leicht | extrem einfach | sehr sehr einfach | äußerst einfach | wirklich einfach | \
         denkbar einfach | spielend leicht | ur einfach | voll einfach | total unkompliziert | sehr unkompliziert | \
         völlig unkompliziert | völlig problemlos",
    ),
    (Role::Ease(6), "leicht | unkompliziert"),
    (
        Role::Ease(5),
        "relativ einfach | ziemlich einfach | recht einfach | relativ leicht | recht leicht | eher leicht | \
         ziemlich leicht | einigermaßen einfach | eher unkompliziert",
    ),
    (
        Role::Ease(4),
        "weder leicht noch schwer | weder schwer noch leicht | weder einfach noch kompliziert | weder einfach noch schwer | \
         weder schwierig noch einfach | mittel | mittelschwer | teils teils | weder noch",
    ),
    (
        Role::Ease(3),
        "etwas schwierig | ein bisschen schwierig | ein wenig schwierig | bisschen schwierig | etwas kompliziert | \
         ein bisschen kompliziert | ein wenig kompliziert | bisschen kompliziert | bissl kompliziert | \
         a bissl kompliziert | eher kompliziert | eher schwer | etwas umständlich | etwas schwer | relativ schwierig | \
         leicht schwierig",
    ),
    (Role::Ease(2), "kompliziert | schwer | umständlich"),
    (
        Role::Ease(1),
        "sehr kompliziert | sehr schwer | super kompliziert | super schwierig | total kompliziert | total schwierig | \
         extrem schwierig | extrem kompliziert | viel zu kompliziert | viel zu schwierig | äußerst schwierig | \
         äußerst kompliziert | wahnsinnig kompliziert | mega kompliziert | mega schwierig | unglaublich schwierig | \
         sehr sehr schwierig | sehr umständlich | furchtbar kompliziert | ur kompliziert",
    ),
    (
        Role::Level(3),
        "erwartet | entsprach den erwartungen | entsprach meinen erwartungen | entspricht den erwartungen | \
         entspricht meinen erwartungen | den erwartungen entsprechend | meinen erwartungen entsprechend | erwartungsgemäß | \
         so wie erwartet | genau wie erwartet | ganz wie erwartet | wie ich es erwartet habe | im rahmen der erwartungen | \
         wie zu erwarten",
    ),
    (Role::Level(2), "das nötigste | das minimum | nur das nötigste | sehr dürftig"),
    (
        Role::Level(4),
        "wie gewünscht | so wie gewünscht | genau wie gewünscht | wie ich es mir gewünscht habe | nach wunsch | \
         ganz nach wunsch",
    ),
    (Role::Level(5), "positiv überrascht | überraschend positiv | erstaunlich gut | überraschend | angenehm überrascht"),
    (Role::Level(6), "unfassbar gut | sagenhaft gut"),
    (Role::Level(1), "unter aller sau | eine zumutung | unter aller kritik"),
];
