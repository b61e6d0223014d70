//! Spanish: what people say beside a score, and instead of one.

use super::Role;

pub(super) const WORDS: &[(Role, &str)] = &[
    (Role::Partly, "uno de los dos | una de las dos | solo uno | sólo uno | uno de los problemas"),
    (Role::Particle, "joven | señorita | caballero"),
    (Role::Best, "excelente{, servicio, atención, trabajo} | exelente{, servicio, atención} | excelentísimo | inmejorable | insuperable"),
    (
        Role::Particle,
        "raspado | raspadito | pelado | pelao | pelado nomás | pa él | pa ella | a mi edad | para {una persona,alguien} de mi edad",
    ),
    (Role::Lead, "yo le daría un | le daría un | le daría | les daría un | le doi un | les doi un | doi un | le doi"),
    (Role::LevelLead, "nivel | un nivel | el nivel | nivel de servicio"),
    (Role::Give, "yo le daría{, un} | le doi{, un} | les doi{, un} | doi un"),
    (Role::Label(1), "{mui,muy,mu} {insatisfactorio,insatisfactoria}"),
    (Role::Former, "la última vez | la otra vez | la vez pasada"),
    (Role::Grievance, "ironía | sarcasmo | fin de la ironía | modo ironía | nótese la ironía | nótese el sarcasmo"),
    (
        Role::Refusal,
        "{ahora ,ahorita ,hoy ,}{no tengo tiempo,no tengo ganas,no estoy,no dispongo de tiempo,sin tiempo} {para,de,de contestar,de responder,de hacer,para contestar,para responder,para hacer} {encuestas,una encuesta,esta encuesta,la encuesta,eso,esto,cuestionarios} | \
         no me {interesa,interesan} {las encuestas,la encuesta,contestar,responder,participar}",
    ),
    // Said as a whole, from whom, in the past, in part, in between, with nothing against it.
    (
        Role::Particle,
        "en conjunto | en líneas generales | raspado | raspadito | raspadillo | pelado | pelao | justito | rotundo | redondo | clavado | patatero | \
         bien merecido | bien ganado | como una casa | y no más | ni uno más | de {mi,nuestra} parte | de parte de {todos,mi familia,la familia,toda la familia}",
    ),
    (
        Role::Lead,
        "en general | en conjunto | en líneas generales | un {sólido,rotundo,buen,merecido,gran,honesto} | {hoy,ahora,esta vez,esta}{ es, es un, un, les doy, le doy, les pongo, sería un,}",
    ),
    (Role::Polite, "gracias de todos modos | gracias de todas formas | gracias igualmente | gracias igual | pero gracias"),
    (Role::Starter, "saludos | atte | atentamente | slds"),
    (
        Role::Resolved,
        "{el ,}problema {resuelto,solucionado,arreglado} | ya {quedó,está,quedo} {arreglado,resuelto,solucionado} | ya {funciona,anda} | quedó {todo ,}{resuelto,solucionado,arreglado}",
    ),
    (
        Role::Former,
        "{la otra vez,la última vez,la vez pasada,la vez anterior,el mes pasado,la semana pasada,antes} {,yo ,les ,le ,os }{di,puse,daba,ponía,dí,les di,les puse,les daba,les ponía}{, un} | \
         antes era{, un, de} | fue la nota que {di,puse} | {fue,es} lo que {di,puse,les di,les puse} la {otra,última} vez",
    ),
    (
        Role::Reported,
        "{dice,dijo} {que,q} {ponga,le ponga,pongan,les ponga}{, un} | {mi ,}{marido,mujer,esposa,esposo,madre,mamá,papá,hijo,hija,abuela,abuelo,jefe} {dice,dijo,pone,le pone,les pone,da}{, que, un, que un}",
    ),
    (Role::Former, "antes{ un,} | sin querer | por error | por equivocación"),
    (Role::Between, "entre | entre el | entre un | estoy entre | dudo entre"),
    (
        Role::Give,
        "{ponle,ponlé,pon,pongo,ponga,póngale,pongamos,digamos,dejémoslo en,dejalo en,déjalo en,queda en,me quedo con}{ un, el,} | así que{ un, un,} | entonces{ un,} | {le,les,os} {doy,pongo}{ un,}",
    ),
    (
        Role::Partly,
        "en teoría | en parte | al principio | a medias | parcialmente | por ahora | de momento | más o menos | hasta que | un rato | un día",
    ),
    (Role::Tedious, "horas | días | semanas | meses | llamadas | veces | transferencias | intentos"),
    (Role::Assertion, "sigue sin | sigue igual | siguen sin | todavía no | aún no | todavía | aún"),
    (
        Role::Whole,
        "nada de especial | nada especial | nada en especial | nada que decir | nada más que decir | nada que añadir | nada que agregar | nada que objetar | nada más",
    ),
    // Verdicts with their reason, corrections, what others say, refusals in sentences.
    (Role::Likely(10), "{es ,}sumamente probable que {los recomiende,lo recomiende}"),
    (Role::Likely(0), "no es nada probable | nada probable que {los recomiende,lo recomiende}"),
    (Role::Regret, "desgraciadamente | lamentablemente | desafortunadamente | por desgracia"),
    (
        Role::Supposed,
        "{sería,fuera,habría sido,hubiera sido,hubiese sido,seria,les daría,le daría,les daria,daría,pondría,les pondría,le pondría,les hubiera dado,hubiera dado}{, un, una}",
    ),
    (Role::Number(5), "cinko | sinko | sinco | zinco | sincco"),
    (Role::Number(4), "kuatro | cuatr | quatro | kuatr | cuatroo"),
    (Role::Number(3), "trez"),
    (Role::Number(10), "dies | diez puntos"),
    (Role::Number(7), "ziete | ciete"),
    (Role::Number(6), "ceis"),
    (
        Role::Correction,
        "perdón quise {poner,decir,escribir,marcar}{, un} | quise {decir,escribir}{, un} | quería {decir,escribir}{, un} | me equivoqué{, es, es un, quería poner, quise poner, era, era un} | mejor {un,pon,pongo,dejalo en} | cambio a{, un} | corrijo | digo",
    ),
    (
        Role::Former,
        "{puse,había puesto,habia puesto,le di a,le di al,marqué,marque,pulsé,apreté,primero puse,primero pensé en,antes puse,pensé en,me equivoqué con el,me equivoque con el,di sin querer al,le pegué al,escribí}{, un, una, el}",
    ),
    (Role::Lead, "pues un | pues | yo diría{, que un} | yo pongo{, un} | yo le pongo{, un} | le pongo{, un} | pongo{, un}"),
    (
        Role::Give,
        "{ponedme,ponme,póngame,ponga,poneme,póngale,ponle,anótame,apúntame,apunte,apunta} {un,una,el}{, solo} | {les ,le ,os }pongo un",
    ),
    (
        Role::Particle,
        "{we,wey,güey,guey,bro,tío,tía,man,parce,weón,weon,mano,pana,che,macho,carnal} | y yo {también,igual} | y yo lo mismo",
    ),
    (Role::Idle, "q onda | que onda | qué onda | qué tal | q tal"),
    (Role::Starter, "y yo | q tal"),
    (Role::Reason, "solo porque | sólo porque | solo por | sólo por | nada más porque | nomás porque | y porque"),
    (Role::Assertion, "durante | ayer | hoy | por fin | en la llamada | el técnico | el chico | la chica"),
    (Role::Detail, "durante | ayer | hoy | por fin | en la llamada | en cinco minutos | en dos minutos"),
    (
        Role::Level(3),
        "el esperado | la esperada | lo esperable | lo que esperaba | lo que se esperaba | ni más ni menos de lo esperado | el servicio esperado",
    ),
    (
        Role::Refusal,
        "{prefiero,preferiría,preferiria} no {opinar,contestar,responder,decir nada,valorar,calificar,puntuar,comentar}{, sobre eso, a eso, eso, esto, nada} | {ya ,}no {voy a,quiero,pienso,puedo,deseo} {hacer,contestar,responder,rellenar,llenar,completar} {,la ,esta ,ninguna ,una ,estas ,sus ,más }{encuesta,encuestas,cuestionario,cuestionarios,preguntas} | no {voy a,quiero,pienso,deseo} {opinar,puntuar,valorar,calificar,dar nota,dar una nota}{, esto, eso, sobre eso} | {ahora,ahorita,en este momento} no {puedo,tengo tiempo para} {contestarle,contestar,responder,responderle,atenderle,hacer encuestas,encuestas}{, esto, eso} | no hago encuestas | paso de {encuestas,la encuesta,esta,contestar}",
    ),
    (Role::But, "no para la | no para el | pero no"),
    (Role::Condition, "depende | según"),
    (
        Role::Refusal,
        "esta {me la salto,la salto,la paso,paso} | {me salto,paso de} {esta,esta pregunta,la encuesta,la pregunta} | {prefiero,preferiría} no {decirlo,decir,contestar,responder,opinar,hablar de eso,entrar en detalles,participar,calificar,dar detalles,dar mi opinión,puntuar,valorar} | {no quiero,no deseo,no me apetece,no tengo ganas de,no voy a} {contestar,responder,opinar,participar,calificar,hablar de eso,decirlo,decir,dar mi opinión,valorar,puntuar,hacer encuestas,hacer la encuesta} | {no tengo tiempo,ahora no puedo,estoy ocupado,estoy ocupada,otro día,otra vez será,en otro momento,hoy no}{, gracias, para encuestas, para esto} | no {hago,contesto,respondo,lleno} encuestas | sin comentarios | no me interesa{, participar, la encuesta} | paso palabra | paso | me abstengo | me reservo {la respuesta,mi opinión} | mejor no digo nada | dejémoslo así | prefiero reservármelo",
    ),
    (
        Role::Resolved,
        "{ya ,}{quedó,quedo} {todo ,}{listo,resuelto,solucionado,arreglado} | {ya,todo} {anda,jala,resuelto,solucionado,arreglado} | ya funciona | ya {me ,}{lo arreglaron,lo solucionaron,lo resolvieron,quedó todo} | se {arregló,solucionó,resolvió} | volvió a funcionar | asunto arreglado | problema resuelto",
    ),
];
