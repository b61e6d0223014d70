//! Spanish, of Spain and of America; written with its accents, which a reply may leave out.

mod beside;

use super::{Language, Role};

pub(super) static SPANISH: Language =
    Language { code: "es", yes_no: ["sí", "no"], hides_others: true, plurals: &["s"], words: &[beside::WORDS, WORDS] };

const WORDS: &[(Role, &str)] = &[
    (
        Role::Unresolved,
        "{sigue,sigo,seguimos,todo sigue} {igual,sin servicio,sin internet,sin funcionar,roto,con el mismo problema,en las mismas,sin solución,dañado,descompuesto} | en las mismas | quedó igual | ni modo no | tampoco esta vez",
    ),
    (Role::Level(5), "sorprendente para bien | me sorprendió para bien"),
    (Role::Reason, "porque | por que me | pq | xq | porq | ya que | debido a | gracias a | por lo"),
    (
        Role::Unit,
        "supervisor | supervisores | encargados | compañeros | colegas | gerentes | jefes | noches | mañanas | tardes | fines | reclamos | reclamaciones | quejas | tickets | entregas | pagos | cobros | cargos | reembolsos | aparatos | equipos | coches | carros | casas | hombres | mujeres | señoras | señores | chicos | chicas | gente | gentes | visita | técnico | incidencias | respuestas | promesas | excusas | cuentas | sitios | oficinas | televisores | canal | pantallas | computadoras | ordenadores | tipos | cuotas | meses después | días después | horas después | operarios | asesoras | agentes distintos | empleadas | teleoperadores | teleoperadoras | representantes",
    ),
    (Role::Particle, "la verdad"),
    (
        Role::Leet(1),
        "operador | operadora | agente | señor | señora | señorita | chico | chica | técnico | hora | día | mes | año | semana | minuto | asesor | asesora | ejecutivo | ejecutiva | solo | sola",
    ),
    (Role::Lead, "les puse | le puse | te puse | les pongo | les doy | le doy | pongan | ponle | pónganle | póngale"),
    (Role::Idle, "bueno | pues | a ver"),
    (
        Role::About,
        "es | era | sería | serian | son | parece | sería mucho | significa | quiere decir | tirando a | como mínimo | como máximo | qué",
    ),
    // Which of two numbers counts, hedges, verbs that give a score, labels that are denied, refusals in whole sentences.
    (
        Role::Correction,
        "sino | sino un | perdón | perdona | perdone | perdonen | disculpa | disculpe | disculpen | lo siento | quise decir | \
         quería decir | quiero decir | digo | mejor dicho | o mejor dicho | corrijo | me corrijo | corrección | rectifico | en \
         realidad | me equivoqué | me he equivocado | ay no | uy no | bueno no | no no | no perdón | no mejor | mejor | no \
         espera | espera no | cambio a | cambio mi respuesta a | me confundí | error | quería poner | quise poner | que diga | \
         sorry | ay perdón | ups | uy | me equivoqué de tecla | pongan mejor | pon mejor | dije | puse | marqué",
    ),
    (Role::Perhaps, "o | ó | u | y | a | al | hasta | quizá | quizás | tal vez | a lo mejor | ni | o mejor"),
    (
        Role::Denial,
        "y no{, un, un solo, una} | que no{, un, un solo, una} | en vez de{, un, un solo, una} | en lugar de{, un, un solo, \
         una}",
    ),
    (
        Role::Former,
        "{,les ,le }{iba a,pensaba,quería,quise} {poner,dar,ponerles,darles,ponerle,darle,decir,marcar}{, un, un solo, una} \
         | {,les ,le ,te }{hubiera,hubiese,habría,hubieran,habrían} {sido,puesto,dado,merecido}{, un, un solo, una} | \
         {sería,era para,era,daba para} un | normalmente{, un, un solo, una} | al principio un",
    ),
    (Role::Deducted, "menos | quito | le quito | les quito | descuento"),
    (Role::DeductedBehind, "menos | de menos"),
    (Role::Shortened, "aprox"),
    (
        Role::Hedge,
        "aprox | aproximadamente | como | alrededor de | más o menos | tipo | o así | o algo así | o por ahí | por ahí | \
         masomenos",
    ),
    (Role::Doubt, "me pidió | me pidieron | pide | piden | quiere | quieren | rogó | suplicó"),
    (
        Role::Lead,
        "como un | alrededor de un | más o menos un | tipo un | unos | unas | pongamos | ponele | ponele un | pa mi | pa mí | \
         por ahí un | póngale un | casi seguro un",
    ),
    (
        Role::Give,
        "les doy | le doy | te doy | os doy | les pongo | le pongo | te pongo | os pongo | yo doy | yo pongo | les dejo | le \
         dejo | lo dejo en | la dejo en | se queda en | se quedan con | queda en | así que | por eso | por lo tanto | por lo \
         que | merecen | se merecen | se merece | se llevan | mi nota es | mi calificación es | los califico con | ponele | \
         ponle | póngale | pónganle | les califico con",
    ),
    (Role::Particle, "calculo | tirando a {bajo,alto,fácil,difícil}"),
    (Role::Indefinite, "un | una"),
    (
        Role::Given,
        "les doy | le doy | le pongo | les pongo | les daría | le daría | le pondría | les pondría | te doy | os doy | os pongo \
         | te pongo",
    ),
    (
        Role::Grievance,
        "colgarme | me colgaron | me colgó | colgar el teléfono | no hacer nada | cortarme | me cortaron | dejarme esperando | \
         ignorarme | hacerme esperar | hacerme perder | dejarme tirado | dejarme tirada | no contestar | no ayudar",
    ),
    (
        Role::Refusal,
        "{,esa pregunta ,esta pregunta ,eso }{prefiero no,preferiría no,mejor no,no quiero,no deseo,no voy a,no me interesa} {responder,responderla,contestar,contestarla,decir,decirlo,opinar,participar,calificar}{, esa pregunta, esta pregunta, eso, la encuesta, encuestas, en la encuesta} | no {contesto,respondo,hago,participo en,lleno,suelo contestar,suelo responder} {encuestas,a encuestas,la \
         encuesta,cuestionarios}",
    ),
    (
        Role::Label(1),
        "{,no ,no estoy ,no quedé ,no estuve ,no me siento }{nada,para nada} \
         {satisfecho,satisfecha,satisfechos,contento,contenta,conforme,feliz} | {no,no estoy,no quedé} \
         {satisfecho,satisfecha,satisfechos,contento,contenta,conforme,feliz} {para nada,en absoluto,nada}",
    ),
    (
        Role::Label(2),
        "{no,no estoy,no quedé,no estuve,no me siento,no estamos,no me quedé,no salí} {,muy ,tan ,demasiado ,precisamente \
         }{satisfecho,satisfecha,satisfechos,contento,contenta,conforme,feliz} | poco \
         {satisfecho,satisfecha,satisfechos,contento,contenta,conforme,feliz}",
    ),
    (
        Role::Label(3),
        "{,no estoy ,no ,no quedé }ni {satisfecho,satisfecha,contento,contenta} ni \
         {insatisfecho,insatisfecha,descontento,descontenta}",
    ),
    // The language itself.
    (
        Role::Lead,
        "yo | un | una | con un | con una | doy | le doy | les doy | te doy | os doy | yo le doy | yo les doy | yo te doy | \
         doy un | daré | le daré | les daré | daría | le daría | les daría | yo le daría | yo les daría | te daría | di | \
         le di | les di | dar | dar un | darle | darles | darle un | darles un | dale | ponle | póngale | pónganle | \
         pónganme | ponme | apúntame | pon | pongo | le pongo | les pongo | os pongo | yo le pongo | yo pongo | pondría | \
         le pondría | les pondría | yo le pondría | puse | califico | califico con | los califico con | lo califico con | \
         la califico con | le califico con | lo califico | la califico | los califico | calificaría | evalúo | evalúo con | \
         valoro | valoro con | puntúo | puntúo con | voto | marco | marco el | marco un | elijo | elijo el | elijo la | \
         escojo | escojo el | selecciono | opto por | opto por el | respondo | contesto | mi respuesta | mi respuesta es | \
         la respuesta es | respuesta | mi nota | mi nota es | mi nota es un | mi nota es de | nota | la nota | la nota es | \
         nota de | mi calificación | mi calificación es | mi calificación es de | calificación | calificación de | \
         la calificación es | mi puntuación | mi puntuación es | puntuación | puntuación de | la puntuación es | mi puntaje | \
         mi puntaje es | puntaje | mi valoración | mi valoración es | valoración | la valoración es | mi evaluación | \
         mi evaluación es | evaluación | mi voto | mi voto es | mi opinión es | opinión | satisfacción | nivel | \
         nivel de satisfacción | mi nivel es | digo | yo digo | diría | diría que | yo diría | yo diría que | digamos | \
         digamos que | pues | pues yo | bueno | bueno pues | creo | creo que | creo que un | yo creo | yo creo que | \
         pienso que | considero | considero que | supongo | supongo que | me parece | me parece que | quizá | quizás | \
         tal vez | a lo mejor | definitivamente | sin duda | sin dudarlo | seguro | merece | merecen | se merece | \
         se merecen | te mereces | os merecéis | se ganó | se ganaron | se gana | es | es un | era | fue | fue un | sería | \
         sería un | estoy | estuve | estoy de verdad | quedé | quedo | he quedado | hemos quedado | quedamos | estamos | \
         me siento | me sentí | me encuentro | me considero | me quedo con | me quedé | yo estoy | yo quedé | la verdad | \
         la verdad es que | la verdad que | la verdad estoy | en general | en general estoy | en general un | cliente | \
         cliente muy | hola | buenas | buenos días | buen día | buenas tardes | buenas noches | hola buenas | \
         hola buenas tardes | hola buenos días | hola buen día | ok | vale | claro | claro que | gracias | muchas gracias | \
         servicio | el servicio | su servicio | el servicio un | al servicio | al servicio un | la atención | atención | \
         a la atención | por la atención | por el servicio | entre | entre un | entre el | quise decir | quería decir | \
         quiero decir | me refería a | me refiero a | perdón | perdón un | quiero dar | quiero darle | quiero darles | \
         quisiera dar | voy a dar | voy a darle | un rotundo | un gran | un buen | un merecido | un perfecto | perfecto | \
         opción | la opción | listo | oye | de nota | de calificación | de puntuación | de nota un | de nota le doy | \
         de calificación un | mi nota sería | mi nota sería un | mi puntuación sería | mi calificación sería | mi nota final | \
         mi nota final es | mi valoración sería | les voy a dar | le voy a dar | les daremos | les damos | le damos | damos | \
         ponemos | les ponemos | va un | ahí va un | aquí va un | sin duda un | sin dudarlo un | por mi parte un | \
         por mi parte | para mí | para mí un | para mí es un | de mi parte un | de mi parte | totalmente | sinceramente | \
         sinceramente un | honestamente | honestamente un | clarísimo un | evidentemente | evidentemente un | simplemente | \
         simplemente un | en una palabra | con todo gusto | hola sí | buenas un | hola un | pongan | pongan un | apunten un | \
         anote un | anoten un | me merecen un | me merece un | califico el servicio con | califico el servicio con un | \
         califico su servicio con | califico la atención con | califico la atención con un | valoro el servicio con | \
         valoro el servicio con un | valoro la atención con un | el servicio merece | el servicio merece un | \
         la atención merece un | la atención un | su servicio merece | su atención | su atención un | el trato | el trato un | \
         la llamada | la llamada un | la experiencia | la experiencia un | mi experiencia | mi experiencia es | \
         mi experiencia fue | mi experiencia fue un | doy las | le doy las | les doy las | te doy las | pongo las | \
         merecen las | se merecen las | merece las | se merece las | mi calificación es de un | mi nota es de un | \
         la señorita | la chica | el agente | el asesor | el operador | la operadora | el técnico | el personal | \
         el trato recibido | trato | todo | todo muy | en todo | para el servicio | para la atención | a su servicio | \
         a su atención | con la atención | con el servicio | atención al cliente | la atención al cliente | \
         el servicio al cliente | servicio al cliente | ahí les va un | ahí les va | ahí te va un | ahí va | \
         ahí lo tienen un | les va un",
    ),
    (
        Role::OptionLead,
        "la | el | lo | lo de | la de | por la | por el | por | es la | fue la | fue el | es el | la número | el número | \
         la opción | opción | respuesta | motivo | el motivo | razón | la razón | punto | número | n º | nº | no | núm | nro | \
         num | sobre todo | sobre todo la | sobre todo el | principalmente | principalmente la | más que nada | \
         más que nada la | causa | problema | el problema fue | falló la | falló el | falló",
    ),
    (Role::Number(0), "cero"),
    (Role::Number(1), "uno | una | un"),
    (Role::Number(2), "dos | un dos | número 2 | número dos | el número 2 | el número dos"),
    (Role::Number(3), "tres | un tres | número 3 | número tres | el número 3 | el número tres"),
    (Role::Number(4), "cuatro | un cuatro | número 4 | número cuatro | el número 4 | el número cuatro"),
    (Role::Number(5), "cinco | sinco | un cinco | número 5 | número cinco | el número 5 | el número cinco"),
    (Role::Number(6), "seis | un seis | número 6 | número seis | el número 6 | el número seis"),
    (Role::Number(7), "siete | un siete | número 7 | número siete | el número 7 | el número siete"),
    (Role::Number(8), "ocho | un ocho | número 8 | número ocho | el número 8 | el número ocho"),
    (Role::Number(9), "nueve | un nueve | número 9 | número nueve | el número 9 | el número nueve"),
    (Role::Number(10), "diez | dies | un diez | número 10 | número diez | el número 10 | el número diez"),
    (Role::Number(11), "once"),
    (Role::Number(12), "doce"),
    (Role::Number(20), "veinte"),
    (Role::Number(100), "cien"),
    (
        Role::Ordinal(1),
        "primero | primera | el primero | la primera | primer | primera opción | la primera opción | 1 º | 1 ª | el 1 º | \
         la 1 ª | 1 ro | 1 ra | 1 er | 1 ero | 1 era | la 1 ra",
    ),
    (
        Role::Ordinal(2),
        "segundo | segunda | el segundo | la segunda | segunda opción | la segunda opción | 2 º | 2 ª | 2 do | 2 da | \
         la 2 da | la 2 ª",
    ),
    (
        Role::Ordinal(3),
        "tercero | tercera | el tercero | la tercera | tercera opción | la tercera opción | 3 º | 3 ª | 3 ro | 3 ra | 3 er | \
         la 3 ra | la 3 ª",
    ),
    (
        Role::Ordinal(4),
        "cuarto | cuarta | el cuarto | la cuarta | cuarta opción | la cuarta opción | 4 º | 4 ª | 4 to | 4 ta | la 4 ta | \
         la 4 ª",
    ),
    (
        Role::Ordinal(5),
        "quinto | quinta | el quinto | la quinta | quinta opción | la quinta opción | 5 º | 5 ª | 5 to | 5 ta | la 5 ta | \
         la 5 ª",
    ),
    (Role::Ordinal(6), "sexto | sexta | el sexto | la sexta | 6 º | 6 ª | 6 to | 6 ta"),
    (Role::Ordinal(7), "séptimo | séptima | 7 º | 7 ª | 7 mo | 7 ma"),
    (Role::Ordinal(8), "octavo | octava | 8 º | 8 ª | 8 vo | 8 va"),
    (Role::Ordinal(9), "noveno | novena | 9 º | 9 ª | 9 no"),
    (Role::Ordinal(10), "décimo | décima | 10 º | 10 ª | 10 mo"),
    (
        Role::Label(5),
        "muy satisfecho | muy satisfecha | muy satisfechos | muy satisfechas | muy muy satisfecho | muy muy satisfecha | \
         muy sastifecho | muy sastifecha | muy satifecho | muy satifecha | mui satisfecho | mui satisfecha | my satisfecho | \
         super satisfecho | super satisfecha | súper satisfechos | extremadamente satisfecho | extremadamente satisfecha | \
         totalmente satisfecho | totalmente satisfecha | completamente satisfecho | completamente satisfecha | \
         plenamente satisfecho | plenamente satisfecha | altamente satisfecho | altamente satisfecha | sumamente satisfecho | \
         sumamente satisfecha | absolutamente satisfecho | absolutamente satisfecha | satisfechísimo | satisfechísima | \
         muy contento | muy contenta | muy contentos | muy contentas | super contento | super contenta | contentísimo | \
         contentísima | muy feliz | super feliz | muy conforme | totalmente conforme | muy a gusto | muy complacido | \
         muy complacida | encantado | encantada | encantados | la mar de contento | muy satisfactorio | muy satisfactoria | \
         {re,bien,recontra,requete,súper,super,ultra,mega} {contento,contenta,satisfecho,satisfecha,feliz,conforme,contentos,satisfechos} | \
         recontento | recontenta | requetecontento | más que {satisfecho,satisfecha,contento,contenta,conforme,feliz} | \
         {contentísimos,contentísimas,encantadísimo,encantadísima,felicísimo,feliz feliz} | \
         {no puedo,no podría} estar más {contento,contenta,satisfecho,satisfecha} | \
         {quedé,quedo,me quedé,quedamos} {encantado,encantada,encantados,muy conforme,muy contento,muy contenta,muy satisfecho,muy satisfecha} | \
         muy agradado | muy agradada | cien por ciento satisfecho | cien por cien satisfecho | 100 satisfecho | \
         100 satisfecha",
    ),
    (
        Role::Label(4),
        "satisfecho | satisfecha | satisfechos | satisfechas | sastifecho | sastifecha | satifecho | satifecha | \
         bastante satisfecho | bastante satisfecha | contento | contenta | contentos | contentas | bastante contento | \
         bastante contenta | conforme | conformes | feliz | satisfactorio | satisfactoria | \
         {quedé,quedo,me quedé,quedamos} {conforme,contento,contenta,satisfecho,satisfecha,conformes} | \
         satisfecho en general | en general satisfecho | en general satisfecha | en general contento | \
         en general contenta | bastante conforme | contentos todos",
    ),
    (
        Role::Label(3),
        "neutral | neutro | neutra | neutrales | indiferente | indistinto | regular | normal | normalito | \
         ni satisfecho ni insatisfecho | ni satisfecha ni insatisfecha | ni contento ni descontento | \
         ni contenta ni descontenta | ni bien ni mal | ni fu ni fa | ni bueno ni malo | \
         ni conforme ni disconforme | ni satisfecho ni disconforme | ni contento ni enojado | ni tan bien ni tan mal",
    ),
    (
        Role::Label(2),
        "insatisfecho | insatisfecha | insatisfechos | insatisfechas | insastifecho | insatifecho | insatifecha | \
         descontento | descontenta | descontentos | inconforme | disconforme | disgustado | disgustada | poco satisfecho | \
         poco satisfecha | poco contento | poco contenta | infeliz | insatisfactorio | insatisfactoria | insastifecha | \
         no {estoy,quedé,quedo,me quedé,estamos,quedamos,he quedado} {contento,contenta,satisfecho,satisfecha,conforme,contentos,satisfechos,conformes} | \
         no {muy,tan,demasiado} {contento,contenta,satisfecho,satisfecha,conforme} | \
         no {estoy,quedé,quedo,me quedé,he quedado} {muy,tan} {contento,contenta,satisfecho,satisfecha,conforme} | \
         no satisfecho | no satisfecha | no satisfactorio | no conforme | poco conforme | poco satisfactorio | \
         medio disconforme | bastante insatisfecho | bastante insatisfecha | bastante descontento | bastante descontenta | \
         algo insatisfecho | algo insatisfecha | un poco insatisfecho | un poco insatisfecha",
    ),
    (
        Role::Label(1),
        "muy insatisfecho | muy insatisfecha | muy insatisfechos | muy insatisfechas | muy muy insatisfecho | \
         mui insatisfecho | muy insatifecho | super insatisfecho | super insatisfecha | extremadamente insatisfecho | \
         extremadamente insatisfecha | totalmente insatisfecho | totalmente insatisfecha | completamente insatisfecho | \
         completamente insatisfecha | sumamente insatisfecho | sumamente insatisfecha | absolutamente insatisfecho | \
         absolutamente insatisfecha | muy descontento | muy descontenta | totalmente descontento | muy inconforme | \
         muy disconforme | muy disgustado | muy disgustada | nada satisfecho | nada satisfecha | nada contento | \
         nada contenta | nada conforme | para nada satisfecho | para nada satisfecha | muy poco satisfecho | \
         muy poco satisfecha | muy infeliz | muy insatisfactorio | muy insastifecho | muy insastifecha | \
         no {estoy,quedé,quedo,me quedé} {nada,para nada} {contento,contenta,satisfecho,satisfecha,conforme} | \
         para nada {contento,contenta,conforme} | \
         {súper,super,re,recontra} {descontento,descontenta,disconforme,inconforme} | \
         {contento,contenta,satisfecho,satisfecha,conforme} para nada | absolutamente disconforme | \
         totalmente disconforme | totalmente inconforme | completamente disconforme | sumamente inconforme | \
         sumamente molesto e inconforme | disgustadísimo | disgustadísima",
    ),
    (
        Role::Full,
        "la máxima | la máxima nota | nota máxima | máxima nota | puntuación máxima | máxima puntuación | \
         calificación máxima | la máxima puntuación | máxima calificación | la máxima calificación | puntaje máximo | \
         todas las estrellas | matrícula de honor",
    ),
    (Role::Star, "estrella | estrellas | estrellitas | estrellita | estreyas | estrelas | star | stars"),
    (Role::Point, "punto | puntos | ptos | pts | pto | puntitos"),
    (Role::OutOf, "de | sobre | de un total de | de un máximo de | entre | de los | out of | of"),
    (
        Role::Scale,
        "de | del | en una escala de | en una escala del | en escala de | en escala del | en la escala de | en la escala del | \
         entre | entre el | desde | desde el",
    ),
    (
        Role::Unit,
        "minuto | minutos | minutitos | min | mins | minuto s | segundo | segundos | seg | segs | hora | horas | horitas | \
         hs | hrs | h | media hora | día | días | dia s | semana | semanas | mes | meses | año | años | vez | veces | x | am | \
         pm | a m | p m | por ciento | porciento | de la mañana | de la tarde | de la noche | de la madrugada | del mediodía | \
         en punto | y media | y cuarto | y pico | euro | euros | eur | dólar | dólares | pesos | peso | soles | sol | \
         bolívares | córdobas | lempiras | quetzales | colones | guaraníes | usd | mxn | céntimos | centavos | lucas | pavos | \
         mil pesos | mil euros | mil soles | mil dólares | mil personas | mil veces | miles | millón | millones | cientos | \
         docenas | persona | personas | agentes | asesores | operadores | operadoras | empleados | ejecutivos | técnicos | \
         clientes | llamada | llamadas | correos | correo | emails | email | mensajes | mensaje | intento | intentos | \
         transferencias | transferencia | pedido | pedidos | paquetes | paquete | producto | productos | líneas | línea | \
         teléfonos | teléfono | números | dígitos | cosas | preguntas | pregunta | encuestas | problemas | errores | fallos | \
         averías | cortes | visitas | citas | hijos | niños | amigos | familiares | kilos | kilo | kg | g | gb | mb | megas | \
         mega | km | kilómetros | metros | m | litros | de enero | de febrero | de marzo | de abril | de mayo | de junio | \
         de julio | de agosto | de septiembre | de setiembre | de octubre | de noviembre | de diciembre | de ene | de feb | \
         de mar | de abr | de may | de jun | de jul | de ago | de sep | de oct | de nov | de dic | enero | febrero | marzo | \
         abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre | del mes | de este mes | \
         del mes pasado | del presente | de cada | más | menos | y más | o más | mejor que | distintos | diferentes | \
         distintas | otros | otras | seguidas | seguidos | º | ª | dedos | razones | motivos | opciones | por uno | \
         departamentos | áreas | tarjetas | facturas | recibos | compras | canales | perros | lugares | tiendas | sucursales | \
         empresas | compañías | de ellos | de ustedes | de vosotros",
    ),
    (
        Role::Half,
        "y medio | y media estrella | y medio punto | ½ | coma cinco | punto cinco | coma 5 | punto 5 | con cinco | \
         y pico de estrellas",
    ),
    (
        Role::Or,
        "o | ó | u | y | e | a | al | hasta | o quizá | o quizás | o tal vez | o a lo mejor | quizá | quizás | tal vez | \
         a lo mejor | o sea | no | no no | perdón | perdona | perdone | perdonen | disculpa | disculpe | disculpen | \
         lo siento | quise decir | quería decir | quiero decir | digo | digo un | mejor dicho | mejor | más bien | o mejor | \
         o mejor dicho | no perdón | no mejor | no espera | espera | corrijo | me corrijo | corrección | rectifico | \
         en realidad | me equivoqué | me he equivocado | ay no | uy | ups | bueno | no mejor un | que sea | que sean | pon | \
         pongan | era | es | y un | o un | o el | un | perdón un | perdón era | perdón es | sorry | cambio a | \
         cambio mi respuesta a | me equivoqué es | me equivoqué era | es decir | ni",
    ),
    (
        Role::Starter,
        "el | la | los | las | un | una | su | sus | mi | mis | me | nos | te | le | les | se | lo | muy | mui | re | todo | \
         todos | toda | todas | excelente | exelente | excelentísimo | buen | buena | bueno | buenísimo | buenísima | bien | \
         mal | mala | malo | malísimo | malísima | pésimo | pésima | terrible | horrible | fatal | nefasto | nefasta | \
         lamentable | vergonzoso | vergüenza | decepcionante | perfecto | perfecta | genial | super | súper | estupendo | \
         estupenda | maravilloso | maravillosa | magnífico | magnífica | espectacular | increíble | fantástico | fantástica | \
         impecable | inmejorable | insuperable | extraordinario | extraordinaria | fenomenal | bacán | chévere | padre | \
         padrísimo | lento | lenta | rápido | rápida | eficiente | eficaz | amable | amables | amabilísima | educado | \
         educada | cordial | atento | atenta | grosero | grosera | maleducado | maleducada | gracias | grax | muchas | \
         mil gracias | saludos | felicidades | felicitaciones | enhorabuena | pero | aunque | porque | xq | xk | pq | porq | \
         ya | por | para | con | sin | no | nunca | jamás | nadie | ninguno | ninguna | nada | ni | fue | fueron | fui | es | \
         son | era | eran | está | están | estaba | estuvo | estuvieron | estoy | he | ha | han | hemos | había | hay | hubo | \
         tardaron | tardó | tardan | tarda | demoraron | demoró | demora | demasiado | demasiada | mucho | mucha | poca | \
         poco | atendieron | atendió | resolvieron | resolvió | solucionaron | solucionó | ayudaron | ayudó | quedé | quedó | \
         esperé | espero | espera | llevo | llevamos | sigo | sigue | siguen | siempre | todavía | aún | al | a | en | tan | \
         tanto | pésimamente | servicio | atención | atencion | trato | agente | asesor | asesora | señorita | señora | \
         señor | personal | chica | chico | operador | operadora | ejecutivo | ejecutiva | empleado | empleada | técnico | \
         experiencia | llamada | sistema | problema | respuesta | rapidez | amabilidad | profesional | profesionalidad | \
         recomiendo | recomendaría | recomendable | recomendado | volveré | volvería | quiero | quisiera | deberían | \
         podrían | pueden | necesito | falta | faltó | faltan | mejor | mejorar | mejoraría | mejoren | peor | lo peor | \
         contento | contenta | satisfecho | satisfecha | insatisfecho | insatisfecha | encantado | encantada | feliz | \
         molesto | molesta | decepcionado | decepcionada | enojado | agradecido | agradecida | me encantó | me gustó | gusto | \
         jaja | jajaja | jajajaja | jajajajaja | jeje | jejeje | jiji | jj | xd | lol | y | así | eso | esto | ese | esta | \
         este | usted | ustedes | ellos | ella | él | yo | cuando | como | que | qué | de | del | desde | sí | si | claro | \
         verdad | sinceramente | honestamente | además | también | solo | sólo | hasta | lástima | pena | calidad | claridad | \
         clara | claro todo | cada | tuve | tuvimos | tienen | tiene | tengo | dejen | deje | dejaron | colgaron | colgó | \
         hablaron | hablan | explicó | explicaron | pudieron | pudo | supieron | supo | sabe | saben | hicieron | hizo | \
         dieron | dio | contestan | contestaron | responden | respondieron | prometieron | mintieron | mienten | estafa | \
         estafadores | ladrones | robo | asco | basura | desastre | inútiles | inútil | ineptos | incompetentes | sean | \
         sigan | linda | lindo | hermosa | guapa | simpática | simpático | ok | okay | vale | dale | listo | please | porfa | \
         experto | experta | resuelto | solucionado | aceptable | correcto | correcta | normal | regular | mejorable | \
         suficiente | todavia | estimados | hola | buenas noches | porque si | sobresaliente | formidable | top | crack | \
         buenos días | buenas tardes | atienden | explican | tuvieron | ayudan | cumplen | cumplieron | cumplió | trataron | \
         trató | demás | ojalá | seguimos | da | dan | puede | podría | debería | hace | hacen | recibí | recibimos | logré | \
         logró | pude | pudimos | llamé | llamo | llaman | realmente | totalmente | completamente | absolutamente | bastante | \
         algo | puntual | puntualidad | cordialidad | atentísima | atentísimo | capacitado | capacitada | competente | \
         resolutivo | resolutiva | educadísimo | educadísima | encantador | encantadora | majo | maja | majísima | simpatía | \
         cariñosa | dulce | paciente | paciencia | disposición | solución | tiempo | cero quejas | cero problemas | \
         larga espera | larguísima | lentitud | comunicación | información | orientación | apoyo | ayuda | soporte | trabajo | \
         equipo | empresa | compañía | vendedor | vendedora | doctor | doctora | recepcionista | dios | bendiciones | \
         abrazos | un abrazo | éxitos | adelante | bravo | olé | ningún | tremendo | tremenda | brutal | bárbaro | bárbara | \
         joya | óptimo | óptima | adecuado | adecuada | agradable | oportuna | oportuno | cálida | cálido | confuso | \
         confusa | incompleto | engorroso | difícil | complicado | tedioso | costoso | caro | cara | imposible | vergonzosa | \
         penoso | patético | deficiente | deplorable | mediocre | paupérrimo | horroroso | espantoso | indignante | ridículo | \
         inaceptable | insatisfactorio | satisfactorio | satisfactoria | volvería a | repetiría | seguro | sigo igual | \
         nefastos | asquerosa | asqueroso | súper bien | re bien | un placer | un gusto | gran | grande | grandes | bonito | \
         bonita | precioso | divino | divina | ideal | tardado | tardada | demorado | demorada | cordiales | amabilísimo | \
         sois | sos | eres | es que | hablé | habló | buenísimos | maravillosos | geniales | cracks | agradezco | \
         agradecemos | felicito | felicitar | infinitas gracias | dudas | duda | internet | facilidad | fácil | sencillo | \
         rápidos y | rapidísimo | rapidísima | velocidad | excelencia | el mejor | la mejor | los mejores | mejor imposible | \
         de maravilla | de lujo | de primera | de lo mejor | de lo peor | de verdad | de momento | de todas formas | \
         de todos modos | en todo | en verdad | en mi opinión | con mucho gusto | con gusto | gustoso | grata | grato | \
         conforme | conformes | inconforme | confío | confiable | seriedad | serios | serio | responsable | responsables | \
         ágil | agilidad | eficacia | eficiencia | puntuales | claros | concretos | concreto | preciso | precisa | gentil | \
         gentiles | gentileza | servicial | serviciales | respetuoso | respetuosa | respetuosos | humano | humana | cercano | \
         cercana | jajajajajaja | jajajajajajaja | jajajajajajajaja | jajajajajajajajaja | jajajajajajajajajaja | jajaj | \
         jajajaj | jaaj | jsjs | jsjsjs | sinvergüenzas | tramposos | mentirosos | vergonzosos | groserísimo | corruptos | \
         irresponsables | irrespetuosos | idiotas | burros | ratas | malditos | porquería | porqueria | fraude | abusivos | \
         abuso | abusan | cortaron | cortan | cambiaron | cambió | entendió | entendieron | entendí | escuchan | escuchó | \
         escucharon | ofrecieron | ofreció | orientó | orientaron | asesoró | asesoraron | informó | informaron | comprendió | \
         respondió | contestó | demostró | brindó | brindaron | devolvieron | cobraron | cobran | arreglaron | arregló | \
         enviaron | envió | llamaron | llegó | llegaron | vino | vinieron | salió | siento | pienso | creo | me gusta | \
         espectaculares | inmediata | inmediato | impecables | estuve | estuvimos | estamos | perdí | perdimos | pasé | \
         pasaron | cuesta | costó | logran | resuelven | solucionan | ayudan mucho | me resuelven | \
         ahí | ahí nomás | chido | rompieron | lujo | majísimo | chingón | unos cracks | capos | genios | genias | grosos | \
         copado | copada | piola | guay | mola | qué buena | qué bueno | que bien | los felicito | siga así | sigan así",
    ),
    (
        Role::Particle,
        "por favor | porfavor | porfa | porfis | plis | creo | creo yo | yo creo | diría yo | diría | supongo | me parece | \
         pienso | pienso yo | según yo | para mí | de mi parte | por mi parte | de nota | de calificación | de puntuación | \
         de puntaje | como nota | como calificación | como puntuación | seguro | sin duda | sin dudarlo | sin dudas | \
         al final | a fin de cuentas | la verdad | en total | entonces | pues | por supuesto | desde luego | obvio | \
         obviamente | definitivamente | rotundo | a ustedes | es mi respuesta | es mi nota | es mi calificación | de corazón | \
         redondo | redondos | clavado | mi respuesta | sí señor | sinceramente | como mínimo | eh | nomás | nada más | \
         solamente | le doy | les doy | le pongo | les pongo | y punto | jefe | amigo | señorita | señor | \
         más o menos eso | saludos | un saludo | saludos cordiales | slds | bendiciones | abrazo | un abrazo | che | wey | \
         güey | tío | tía | compa | mijo | mija | parce | causa",
    ),
    (Role::Not, "no | nunca | jamás | tampoco | ni | ningún | ninguna | nadie | nada | dejó de | dejaron de | para nada | imposible"),
    (
        Role::Without,
        "sin | excepto | salvo | menos | aparte de | ninguna queja | ningún problema | nada malo | nada que | quitando | \
         falta de",
    ),
    (
        Role::Condition,
        "si | siempre que | siempre y cuando | a menos que | a no ser que | en caso de | en caso de que | \
         cuando me resuelvan | cuando resuelvan | cuando lo resuelvan | cuando me llamen | cuando arreglen | \
         cuando lo arreglen | cuando me paguen | cuando me devuelvan | cuando solucionen | cuando funcione | con tal de que | \
         con la condición | solo si | sólo si | únicamente si",
    ),
    (
        Role::Leet(1),
        "agente | asesor | asesora | señorita | señora | señor | chica | chico | operador | operadora | ejecutivo | \
         ejecutiva | empleado | empleada | técnico | problema | personal | cada | solo",
    ),
    (
        Role::Detail,
        "gracias | muchas | mil | grax | todo | toda | ya | mal | porque | pero | aunque | y | no | nunca | nadie | nada | \
         todavía | aún | sigue | sigo | seguimos | siguen | continúa | en absoluto | hasta | desde | sin | por favor | porfa | \
         señor | señora | señorita | muchísimas | solo | sólo | saludos | jaja | jajaja | otra | tampoco | apenas | ningún | \
         ninguna | para nada | de momento | por ahora",
    ),
    (
        Role::Assertion,
        "se | me | nos | lo | la | el | los | las | le | les | está | estaba | están | estuvo | quedó | quedaron | funciona | \
         funcionó | funcionan | fue | fueron | es | era | resolvieron | resolvió | solucionaron | solucionó | arreglaron | \
         han | ha | hay | hubo | he | hemos | tengo | tuve | estoy | estamos | quiero | necesito | pueden | me pueden | \
         quedé | quede | mi | su | mis | excelentes | amable | amables | feliz | contento | contenta | satisfecho | \
         satisfecha | bien | muy | perfecto | perfectamente | excelente | genial | del todo | totalmente | completamente | \
         rápido | rápidamente | enseguida | a la primera | tal como | agradecido | agradecida | con | al | a la | en la | \
         en el | lo que | de hecho | finalmente | por fin | parcialmente | a medias | dio | dieron | ayudó | ayudaron | \
         atendieron | atendió | logré | pude | pudieron | pudo | gracias a | de inmediato | inmediatamente | con éxito | \
         con todo | satisfactoriamente | mucho | bastante | un montón | enormemente | todos | toda | rapidísimo | \
         al instante | al momento | de maravilla | sin problema | sin problemas | resuelto | solucionado | un | una | \
         problema | todavía el | ese | esa | este | esta | eso | esto | porque | hoy | ayer | a tiempo | correctamente | \
         de forma | como | en | por | para | del | bien el",
    ),
    (
        Role::But,
        "pero | sin embargo | no obstante | aunque | excepto | salvo | solo que | sólo que | sino | en parte | parcialmente | \
         a medias | lamentablemente | desgraciadamente | por desgracia | desafortunadamente | a pesar | lástima | \
         no del todo | no totalmente | no completamente | no por completo | mas o menos | todavía falta | la mitad | \
         solo una parte | una parte | solo en parte | casi | casi todo | algo | un poco",
    ),
    (
        Role::Doubt,
        "casi | menos | más de | más que | al menos | por lo menos | como mucho | a lo sumo | bajo | debajo | encima | \
         podría | podrían | pudiera | hubiera | hubiese | habría | habrían | ojalá | quisiera | querría | quería | iba a | \
         antes | la última vez | última vez | anteriormente | otras veces | hace | desde | hasta | en vez de | en lugar de | \
         esperé | esperando | perdí | por qué | hotel | hoteles | restaurante | restaurantes | debería | deberían | \
         supuestamente | esperaba | prometieron | prometido | otro | otra | cualquier | cualquiera | falta | faltan | faltó | \
         quité | quito | bajo de | rebajé | próxima | si | dicen | me dijeron | anuncian | publicidad | no llega a | \
         no llegan a | ni siquiera | ni | apenas | lejos de | alguna vez | necesita | necesitan | aspiran a | tendrían | \
         tendría | fuera | fuese",
    ),
    (
        Role::Retraction,
        "no | nop | nope | no no | noo | nooo | para nada | nada de eso | mentira | es mentira | mentiras | mentirita | \
         es broma | broma | bromita | era broma | es una broma | fue broma | estoy bromeando | bromeo | es chiste | chiste | \
         ni loco | ni loca | ni de broma | ni de coña | ni hablar | ni en sueños | ni soñando | ni de chiste | ni a palos | \
         ni de casualidad | jamás | nunca | nunca jamás | en absoluto | de ninguna manera | de ningún modo | ya quisieran | \
         ya quisieras | quisieran | ojalá | no creo | no lo creo | qué va | sueñen | sigan soñando | no se lo merecen | \
         no lo merecen | no se lo merece | no lo merece | claro que no | por supuesto que no | obvio no | obvio que no | \
         obviamente no | la verdad no | la verdad que no | no es cierto | no es verdad | ja | psicológico | cómo no | ajá | \
         sí ajá | sí claro | sí seguro | ya ya | ya claro",
    ),
    (
        Role::Mockery,
        "y un jamón | y una mierda | los cojones | mis cojones | mis huevos | mis pelotas | mi abuela | sí claro | \
         sí cómo no | sí ajá | ajá sí | sí seguro | ja ja claro | sí hombre | en sus sueños | en tus sueños | en mis sueños | \
         cuando las ranas | cuando los cerdos vuelen | sarcasmo | ironía | es ironía | es sarcasmo | nótese el sarcasmo | \
         modo ironía | es broma | te la creíste",
    ),
    (
        Role::Laughter,
        "jaja | jajaja | jajajaja | jajajajaja | jajaj | jajajaj | ja ja | ja ja ja | jeje | jejeje | jiji | jojo | \
         jajajajajaja | xd | xdd | lol | haha | hahaha | ah | eh | oh | mmm | mm | pues | bueno | uf | uff | ay | \
         jajajajajajaja | jajajajajajajaja | jajajajajajajajaja | jajajajajajajajajaja | jsjs | jsjsjs",
    ),
    (
        Role::Yes,
        "sí | si | sip | sipi | sii | siii | siiii | sí sí | si si | síp | see | sep | s | claro | claro que sí | \
         claro que si | clarísimo | sí claro | si claro | por supuesto | por supuesto que sí | por supuesto que si | \
         desde luego | desde luego que sí | efectivamente | efectivamente sí | en efecto | así es | así fue | afirmativo | \
         correcto | exacto | exactamente | cierto | sí señor | si señor | sí señora | si señora | sí señorita | \
         sí por supuesto | si por supuesto | sí así es | si asi es | sí así fue | sí efectivamente | si efectivamente | \
         sí totalmente | si totalmente | sí completamente | si completamente | sí del todo | si del todo | totalmente | \
         completamente | obvio | obvio que sí | obvio sí | obviamente | obviamente sí | simón | ajá | dale que sí | sin duda | \
         definitivamente | definitivamente sí | la verdad que sí | la verdad que si | la verdad sí | la verdad si | \
         yo creo que sí | creo que sí | creo que si | pues sí | pues si | bueno sí | que sí | fue que sí | gracias a dios sí | \
         por suerte sí | por suerte si | afortunadamente sí | afortunadamente si | finalmente sí | finalmente si | \
         al final sí | al final si | por fin sí | por fin si | yes | yep | okey sí | sí lo fue | sí fue | si fue | ya sí | \
         ahora sí | ya si | positivo | sí ya | si ya | si por suerte | sí por suerte | claro q si | claro q sí | x supuesto | \
         xsupuesto | por ahora sí | por ahora si | de momento sí | de momento si | hasta ahora sí | perfecto sí | \
         perfecto si | si gracias a dios | sí gracias a dios | gracias a dios si | \
         sip gracias | ya todo bien | ya está todo bien | todo bien ya | todo ok ya | sí ya todo bien | sí x suerte | \
         sí ahora sí | sí al fin | al fin sí | por fin | por fin ya | sí quedó | si quedó | sí me ayudaron | \
         si me ayudaron | sisi | sí pues | yap | yes sí | sí menos mal | menos mal que sí | seeh | sep gracias | \
         claro que sip",
    ),
    (
        Role::No,
        "no | noo | nooo | noooo | n | nop | nope | nel | nanai | no no | no no no | no señor | no señora | no señorita | \
         todavía no | aún no | no todavía | no aún | no todavía no | no aún no | no todavia | para nada | no para nada | \
         en absoluto | no en absoluto | negativo | claro que no | por supuesto que no | desde luego que no | \
         de ninguna manera | no de ninguna manera | de ningún modo | no por desgracia | por desgracia no | \
         lamentablemente no | no lamentablemente | desgraciadamente no | no desgraciadamente | desafortunadamente no | \
         no desafortunadamente | infelizmente no | tristemente no | pues no | la verdad no | la verdad que no | \
         la verdad es que no | sinceramente no | no fue así | no lo fue | no fue | no así no | definitivamente no | \
         obviamente no | obvio no | obvio que no | jamás | nunca | no nunca | ni de broma | qué va | no realmente | \
         realmente no | yo creo que no | creo que no | me temo que no | aún no del todo | no del todo | todavía no del todo | \
         no completamente | no totalmente | no por completo | no al cien | ni de cerca | no hasta ahora | hasta ahora no | \
         hasta el momento no | por ahora no | de momento no | \
         todavía nada | aún nada | nada todavía | nada aún | no nada | nada que ver | no qué va | naa | nah | nones | \
         nel pastel | tampoco | no y no | no ni modo | por desgracia todavía no | lamentablemente todavía no | \
         lamentablemente aún no | desafortunadamente aún no | no para nada la verdad | no hasta el momento | no hasta hoy",
    ),
    (
        Role::Resolved,
        "resuelto | resuelta | solucionado | solucionada | arreglado | arreglada | todo resuelto | todo solucionado | \
         todo arreglado | ya resuelto | ya solucionado | ya arreglado | resuelto sí | sí resuelto | si resuelto | \
         sí solucionado | si solucionado | sí todo resuelto | si todo resuelto | sí todo solucionado | si todo solucionado | \
         asunto resuelto | asunto solucionado | problema resuelto | problema solucionado | caso resuelto | tema resuelto | \
         mi problema fue resuelto | el problema fue resuelto | fue resuelto | fue resuelta | fue solucionado | \
         fue solucionada | sí fue resuelto | si fue resuelto | sí fue resuelta | si fue resuelta | sí fue solucionado | \
         si fue solucionado | quedó resuelto | quedó resuelta | quedó solucionado | quedó solucionada | quedó arreglado | \
         ya quedó | ya quedó resuelto | ya quedó solucionado | sí quedó resuelto | si quedó resuelto | sí quedó resuelta | \
         si quedó resuelta | sí quedó solucionado | si quedó solucionado | sí ya quedó | si ya quedó | todo quedó resuelto | \
         todo quedó solucionado | está resuelto | está solucionado | ya está resuelto | ya está solucionado | \
         sí está resuelto | si está resuelto | sí está solucionado | si está solucionado | sí ya está resuelto | \
         si ya está resuelto | sí ya está solucionado | si ya está solucionado | se resolvió | se solucionó | se arregló | \
         ya se resolvió | ya se solucionó | ya se arregló | sí se resolvió | si se resolvió | sí se solucionó | \
         si se solucionó | sí se arregló | si se arregló | sí ya se resolvió | si ya se resolvió | sí ya se solucionó | \
         si ya se solucionó | sí se ha resuelto | si se ha resuelto | se ha resuelto | se ha solucionado | \
         sí se ha solucionado | si se ha solucionado | ha sido resuelto | ha quedado resuelto | ha quedado solucionado | \
         me lo resolvieron | me lo solucionaron | me lo arreglaron | ya me lo resolvieron | sí me lo resolvieron | \
         si me lo resolvieron | sí me lo solucionaron | si me lo solucionaron | me resolvieron | me resolvieron todo | \
         me solucionaron todo | me solucionaron | sí me resolvieron | si me resolvieron | sí me solucionaron | \
         si me solucionaron | sí resolvieron | si resolvieron | sí solucionaron | si solucionaron | lo resolvieron | \
         lo solucionaron | sí lo resolvieron | si lo resolvieron | sí lo solucionaron | si lo solucionaron | \
         resolvieron mi problema | solucionaron mi problema | me resolvieron el problema | me solucionaron el problema | \
         sí me resolvieron el problema | si me resolvieron el problema | me lo han resuelto | me lo han solucionado | \
         sí me lo han resuelto | si me lo han resuelto | sí me lo han solucionado | si me lo han solucionado | \
         sí me han resuelto | lo han resuelto | lo han solucionado | sí me ayudaron | si me ayudaron | sí me ayudó | \
         si me ayudó | sí se pudo | si se pudo | si se logró | sí se logró | sí lo fue resuelto | si resolvió | si solucionó | \
         si arreglaron | si arregló | si han resuelto | si han solucionado | si han arreglado | si ha resuelto | \
         si ha solucionado | si ha arreglado | si me resolvió | si me solucionó | si me arreglaron | si me arregló | \
         si me han resuelto | si me han solucionado | si me han arreglado | si me ha resuelto | si me ha solucionado | \
         si me ha arreglado | si lo resolvió | si lo solucionó | si lo arreglaron | si lo arregló | si lo han resuelto | \
         si lo han solucionado | si lo han arreglado | si lo ha resuelto | si lo ha solucionado | si lo ha arreglado | \
         si me lo resolvió | si me lo solucionó | si me lo arreglaron | si me lo arregló | si me lo han arreglado | \
         si me lo ha resuelto | si me lo ha solucionado | si me lo ha arreglado | si nos resolvieron | si nos resolvió | \
         si nos solucionaron | si nos solucionó | si nos arreglaron | si nos arregló | si nos han resuelto | \
         si nos han solucionado | si nos han arreglado | si nos ha resuelto | si nos ha solucionado | si nos ha arreglado | \
         si nos lo resolvieron | si nos lo resolvió | si nos lo solucionaron | si nos lo solucionó | si nos lo arreglaron | \
         si nos lo arregló | si nos lo han resuelto | si nos lo han solucionado | si nos lo han arreglado | \
         si nos lo ha resuelto | si nos lo ha solucionado | si nos lo ha arreglado | si se resolvieron | si se solucionaron | \
         si se arreglaron | si se han resuelto | si se han solucionado | si se han arreglado | si se ha arreglado | \
         sí resolvió | sí solucionó | sí arreglaron | sí arregló | sí han resuelto | sí han solucionado | sí han arreglado | \
         sí ha resuelto | sí ha solucionado | sí ha arreglado | sí me resolvió | sí me solucionó | sí me arreglaron | \
         sí me arregló | sí me han solucionado | sí me han arreglado | sí me ha resuelto | sí me ha solucionado | \
         sí me ha arreglado | sí lo resolvió | sí lo solucionó | sí lo arreglaron | sí lo arregló | sí lo han resuelto | \
         sí lo han solucionado | sí lo han arreglado | sí lo ha resuelto | sí lo ha solucionado | sí lo ha arreglado | \
         sí me lo resolvió | sí me lo solucionó | sí me lo arreglaron | sí me lo arregló | sí me lo han arreglado | \
         sí me lo ha resuelto | sí me lo ha solucionado | sí me lo ha arreglado | sí se resolvieron | sí se solucionaron | \
         sí se arreglaron | sí se han resuelto | sí se han solucionado | sí se han arreglado | sí se ha arreglado | \
         ya resolvieron | ya resolvió | ya solucionaron | ya solucionó | ya arreglaron | ya arregló | ya han resuelto | \
         ya han solucionado | ya han arreglado | ya ha resuelto | ya ha solucionado | ya ha arreglado | ya me resolvieron | \
         ya me resolvió | ya me solucionaron | ya me solucionó | ya me arreglaron | ya me arregló | ya me han resuelto | \
         ya me han solucionado | ya me han arreglado | ya me ha resuelto | ya me ha solucionado | ya me ha arreglado | \
         ya lo resolvieron | ya lo resolvió | ya lo solucionaron | ya lo solucionó | ya lo arreglaron | ya lo arregló | \
         ya lo han resuelto | ya lo han solucionado | ya lo han arreglado | ya lo ha resuelto | ya lo ha solucionado | \
         ya lo ha arreglado | ya me lo resolvió | ya me lo solucionaron | ya me lo solucionó | ya me lo arreglaron | \
         ya me lo arregló | ya me lo han resuelto | ya me lo han solucionado | ya me lo han arreglado | ya me lo ha resuelto | \
         ya me lo ha solucionado | ya me lo ha arreglado | ya nos resolvieron | ya nos resolvió | ya nos solucionaron | \
         ya nos solucionó | ya nos arreglaron | ya nos arregló | ya nos han resuelto | ya nos han solucionado | \
         ya nos han arreglado | ya nos ha resuelto | ya nos ha solucionado | ya nos ha arreglado | ya nos lo resolvieron | \
         ya nos lo resolvió | ya nos lo solucionaron | ya nos lo solucionó | ya nos lo arreglaron | ya nos lo arregló | \
         ya nos lo han resuelto | ya nos lo han solucionado | ya nos lo han arreglado | ya nos lo ha resuelto | \
         ya nos lo ha solucionado | ya nos lo ha arreglado | ya se resolvieron | ya se solucionaron | ya se arreglaron | \
         ya se han resuelto | ya se han solucionado | ya se han arreglado | ya se ha resuelto | ya se ha solucionado | \
         ya se ha arreglado | me resolvió | me solucionó | me arreglaron | me arregló | me han resuelto | me han solucionado | \
         me han arreglado | me ha resuelto | me ha solucionado | me ha arreglado | lo resolvió | lo solucionó | \
         lo arreglaron | lo arregló | lo han arreglado | lo ha resuelto | lo ha solucionado | lo ha arreglado | \
         me lo resolvió | me lo solucionó | me lo arregló | me lo han arreglado | me lo ha resuelto | me lo ha solucionado | \
         me lo ha arreglado | nos resolvieron | nos resolvió | nos solucionaron | nos solucionó | nos arreglaron | \
         nos arregló | nos han resuelto | nos han solucionado | nos han arreglado | nos ha resuelto | nos ha solucionado | \
         nos ha arreglado | nos lo resolvieron | nos lo resolvió | nos lo solucionaron | nos lo solucionó | \
         nos lo arreglaron | nos lo arregló | nos lo han resuelto | nos lo han solucionado | nos lo han arreglado | \
         nos lo ha resuelto | nos lo ha solucionado | nos lo ha arreglado | se resolvieron | se solucionaron | se arreglaron | \
         se han resuelto | se han solucionado | se han arreglado | se ha arreglado | sí si se resolvió | si si se resolvió | \
         sí sí se resolvió | sí si se solucionó | si si se solucionó | si si me ayudaron | si si me resolvieron | \
         ya funciona | ya me funciona | ya funciona todo | ya funciona bien | ya está funcionando | ya anda | \
         ya anda todo | ya anda bien | ya anda de nuevo | ya va | ya va bien | \
         ya tengo {internet,servicio,señal,luz,línea} | funciona de nuevo | ya vuelve a funcionar | vuelve a funcionar | \
         volvió a funcionar | me lo han {resuelto,solucionado,arreglado} | ya me lo han {resuelto,solucionado,arreglado} | \
         lo {resolvieron,solucionaron,arreglaron} | ya lo {resolvieron,solucionaron,arreglaron} | \
         ya me {resolvieron,solucionaron,arreglaron} | ya me lo {resolvieron,arreglaron,solucionaron} | \
         {quedó,quedo} {todo ok,todo bien,todo arreglado,listo,todo resuelto} | ya quedó {todo,listo,arreglado,bien} | \
         asunto arreglado | problema arreglado | \
         ya está {arreglado,listo,todo resuelto,todo solucionado,todo arreglado,solventado} | solventado | resueltísimo | \
         ya se arregló todo | ya se solucionó todo",
    ),
    (
        Role::Unresolved,
        "no resuelto | no resuelta | no solucionado | no solucionada | sin resolver | sin solucionar | sin solución | \
         sigue sin resolver | sigue sin resolverse | sigue sin solución | sigue sin solucionarse | todavía sin resolver | \
         aún sin resolver | no fue resuelto | no fue resuelta | no fue solucionado | no fue solucionada | no está resuelto | \
         no está solucionado | no está resuelta | aún no está resuelto | todavía no está resuelto | todavía no se resuelve | \
         aún no se resuelve | no se resuelve | no quedó resuelto | no quedó resuelta | no quedó solucionado | no quedó | \
         no ha sido resuelto | no se resolvió | no se solucionó | no se arregló | no se resolvió nada | no se solucionó nada | \
         nada se resolvió | no se ha resuelto | no se ha solucionado | aún no se ha resuelto | todavía no se ha resuelto | \
         aún no se ha solucionado | todavía no se ha solucionado | no me resolvieron | no me resolvieron nada | \
         no me solucionaron | no me solucionaron nada | no resolvieron nada | no solucionaron nada | no resolvieron | \
         no solucionaron | no lo resolvieron | no lo solucionaron | no me lo resolvieron | no me lo solucionaron | \
         no me lo han resuelto | no me lo han solucionado | no me han resuelto nada | no me han solucionado nada | \
         no me han resuelto | no me han solucionado | no han resuelto nada | no han solucionado nada | no resolvió nada | \
         no solucionó nada | no me resolvió nada | no me ayudaron | no me ayudaron en nada | no ayudaron | nadie me resolvió | \
         nadie me ayudó | nadie lo resolvió | irresuelto | todavía no se resolvió | aún no se resolvió | todavía no resuelto | \
         aún no resuelto | no resuelto aún | no resuelto todavía | no se pudo | no se pudo resolver | no se pudo solucionar | \
         no pudieron | no pudieron resolverlo | no pudieron solucionarlo | no pudieron resolver | no hubo solución | \
         no me dieron solución | no me dieron ninguna solución | no dieron solución | ninguna solución | sigue sin funcionar | \
         sigue igual | sigue fallando | todavía no funciona | aún no funciona | sigo igual | sigo con el problema | \
         sigo con el mismo problema | sigue el problema | el problema sigue | el problema continúa | el problema persiste | \
         problema no resuelto | problema sin resolver | mi problema sigue | resolvió nada | resolvieron nada | \
         solucionaron nada | no resolvió | no solucionó | no arreglaron | no arregló | no han resuelto | no han solucionado | \
         no han arreglado | no ha resuelto | no ha solucionado | no ha arreglado | no me resolvió | no me solucionó | \
         no me arreglaron | no me arregló | no me han arreglado | no me ha resuelto | no me ha solucionado | \
         no me ha arreglado | no lo resolvió | no lo solucionó | no lo arreglaron | no lo arregló | no lo han resuelto | \
         no lo han solucionado | no lo han arreglado | no lo ha resuelto | no lo ha solucionado | no lo ha arreglado | \
         no me lo resolvió | no me lo solucionó | no me lo arreglaron | no me lo arregló | no me lo han arreglado | \
         no me lo ha resuelto | no me lo ha solucionado | no me lo ha arreglado | no nos resolvieron | no nos resolvió | \
         no nos solucionaron | no nos solucionó | no nos arreglaron | no nos arregló | no nos han resuelto | \
         no nos han solucionado | no nos han arreglado | no nos ha resuelto | no nos ha solucionado | no nos ha arreglado | \
         no nos lo resolvieron | no nos lo resolvió | no nos lo solucionaron | no nos lo solucionó | no nos lo arreglaron | \
         no nos lo arregló | no nos lo han resuelto | no nos lo han solucionado | no nos lo han arreglado | \
         no nos lo ha resuelto | no nos lo ha solucionado | no nos lo ha arreglado | no se resolvieron | no se solucionaron | \
         no se arreglaron | no se han resuelto | no se han solucionado | no se han arreglado | no se ha arreglado | \
         aún no resolvieron | aún no resolvió | aún no solucionaron | aún no solucionó | aún no arreglaron | aún no arregló | \
         aún no han resuelto | aún no han solucionado | aún no han arreglado | aún no ha resuelto | aún no ha solucionado | \
         aún no ha arreglado | aún no me resolvieron | aún no me resolvió | aún no me solucionaron | aún no me solucionó | \
         aún no me arreglaron | aún no me arregló | aún no me han resuelto | aún no me han solucionado | \
         aún no me han arreglado | aún no me ha resuelto | aún no me ha solucionado | aún no me ha arreglado | \
         aún no lo resolvieron | aún no lo resolvió | aún no lo solucionaron | aún no lo solucionó | aún no lo arreglaron | \
         aún no lo arregló | aún no lo han resuelto | aún no lo han solucionado | aún no lo han arreglado | \
         aún no lo ha resuelto | aún no lo ha solucionado | aún no lo ha arreglado | aún no me lo resolvieron | \
         aún no me lo resolvió | aún no me lo solucionaron | aún no me lo solucionó | aún no me lo arreglaron | \
         aún no me lo arregló | aún no me lo han resuelto | aún no me lo han solucionado | aún no me lo han arreglado | \
         aún no me lo ha resuelto | aún no me lo ha solucionado | aún no me lo ha arreglado | aún no nos resolvieron | \
         aún no nos resolvió | aún no nos solucionaron | aún no nos solucionó | aún no nos arreglaron | aún no nos arregló | \
         aún no nos han resuelto | aún no nos han solucionado | aún no nos han arreglado | aún no nos ha resuelto | \
         aún no nos ha solucionado | aún no nos ha arreglado | aún no nos lo resolvieron | aún no nos lo resolvió | \
         aún no nos lo solucionaron | aún no nos lo solucionó | aún no nos lo arreglaron | aún no nos lo arregló | \
         aún no nos lo han resuelto | aún no nos lo han solucionado | aún no nos lo han arreglado | \
         aún no nos lo ha resuelto | aún no nos lo ha solucionado | aún no nos lo ha arreglado | aún no se resolvieron | \
         aún no se solucionaron | aún no se solucionó | aún no se arreglaron | aún no se arregló | aún no se han resuelto | \
         aún no se han solucionado | aún no se han arreglado | aún no se ha arreglado | todavía no resolvieron | \
         todavía no resolvió | todavía no solucionaron | todavía no solucionó | todavía no arreglaron | todavía no arregló | \
         todavía no han resuelto | todavía no han solucionado | todavía no han arreglado | todavía no ha resuelto | \
         todavía no ha solucionado | todavía no ha arreglado | todavía no me resolvieron | todavía no me resolvió | \
         todavía no me solucionaron | todavía no me solucionó | todavía no me arreglaron | todavía no me arregló | \
         todavía no me han resuelto | todavía no me han solucionado | todavía no me han arreglado | \
         todavía no me ha resuelto | todavía no me ha solucionado | todavía no me ha arreglado | todavía no lo resolvieron | \
         todavía no lo resolvió | todavía no lo solucionaron | todavía no lo solucionó | todavía no lo arreglaron | \
         todavía no lo arregló | todavía no lo han resuelto | todavía no lo han solucionado | todavía no lo han arreglado | \
         todavía no lo ha resuelto | todavía no lo ha solucionado | todavía no lo ha arreglado | \
         todavía no me lo resolvieron | todavía no me lo resolvió | todavía no me lo solucionaron | \
         todavía no me lo solucionó | todavía no me lo arreglaron | todavía no me lo arregló | todavía no me lo han resuelto | \
         todavía no me lo han solucionado | todavía no me lo han arreglado | todavía no me lo ha resuelto | \
         todavía no me lo ha solucionado | todavía no me lo ha arreglado | todavía no nos resolvieron | \
         todavía no nos resolvió | todavía no nos solucionaron | todavía no nos solucionó | todavía no nos arreglaron | \
         todavía no nos arregló | todavía no nos han resuelto | todavía no nos han solucionado | \
         todavía no nos han arreglado | todavía no nos ha resuelto | todavía no nos ha solucionado | \
         todavía no nos ha arreglado | todavía no nos lo resolvieron | todavía no nos lo resolvió | \
         todavía no nos lo solucionaron | todavía no nos lo solucionó | todavía no nos lo arreglaron | \
         todavía no nos lo arregló | todavía no nos lo han resuelto | todavía no nos lo han solucionado | \
         todavía no nos lo han arreglado | todavía no nos lo ha resuelto | todavía no nos lo ha solucionado | \
         todavía no nos lo ha arreglado | todavía no se resolvieron | todavía no se solucionaron | todavía no se solucionó | \
         todavía no se arreglaron | todavía no se arregló | todavía no se han resuelto | todavía no se han solucionado | \
         todavía no se han arreglado | todavía no se ha arreglado | no arreglaron nada | no arregló nada | \
         no han arreglado nada | no ha resuelto nada | no ha solucionado nada | no ha arreglado nada | no me solucionó nada | \
         no me arreglaron nada | no me arregló nada | no me han arreglado nada | no me ha resuelto nada | \
         no me ha solucionado nada | no me ha arreglado nada | no nos resolvieron nada | no nos resolvió nada | \
         no nos solucionaron nada | no nos solucionó nada | no nos arreglaron nada | no nos arregló nada | \
         no nos han resuelto nada | no nos han solucionado nada | no nos han arreglado nada | no nos ha resuelto nada | \
         no nos ha solucionado nada | no nos ha arreglado nada | no se resolvieron nada | no se solucionaron nada | \
         no se arreglaron nada | no se arregló nada | no se han resuelto nada | no se han solucionado nada | \
         no se han arreglado nada | no se ha resuelto nada | no se ha solucionado nada | no se ha arreglado nada | \
         mi problema no fue resuelto | el problema no fue resuelto | mi problema no se resolvió | el problema no se resolvió | \
         mi problema no se ha resuelto | el problema no se ha resuelto | mi problema no quedó resuelto | \
         mi problema no está resuelto | el problema no está resuelto | mi problema sigue sin resolverse | \
         mi problema sigue igual | el problema sigue igual | mi problema sigue sin solución | n se resolvió | sin solucionarse | \
         {seguimos,sigo,estamos,estoy} {en las mismas,igual,sin solución,sin servicio,sin internet,sin línea,sin luz,sin respuesta,con el problema,con el mismo problema,con lo mismo,esperando solución} | \
         sigue {igual,fallando,sin funcionar,sin andar,roto,rota,mal,pendiente,el problema,el mismo problema,dando problemas} | \
         {todavía,aún} sigue {igual,fallando,sin funcionar,el problema,pendiente} | \
         {todavía,aún} {sin solución,sin resolver,pendiente,está pendiente,no funciona,no anda,no me funciona,no me lo arreglan,no me lo resuelven,no lo arreglan,no lo resuelven,no lo han resuelto,no lo han arreglado} | \
         no {arreglaron,arregló,arreglan} nada | no lo han {resuelto,arreglado,solucionado} | \
         no me {arreglaron,han arreglado} nada | {el problema,mi problema} {sigue,persiste,continúa,sigue igual} | \
         no funciona todavía | no funciona aún | sigue todo igual | todo sigue igual | todo igual | igual que antes | \
         lo mismo de siempre | nada resuelto | nada solucionado | nada arreglado | no hay solución | sin respuesta | \
         ni solución ni nada | pendiente | sigue pendiente | volvió a fallar",
    ),
    (
        Role::Mended,
        "ya funciona | ya me funciona | ya está funcionando | ya está | ya está todo bien | todo bien | todo en orden | \
         todo ok | todo perfecto | todo correcto | ya quedó | ya quedó listo | funciona | funciona bien | funciona perfecto | \
         funciona perfectamente | funciona de nuevo | volvió a funcionar | me funciona | ya tengo | ya sirve | ya anda | \
         anda bien | está resuelto | está solucionado | está arreglado | fue resuelto | fue solucionado | se solucionó | \
         se resolvió | se arregló | lo arreglaron | lo resolvieron | lo solucionaron | quedó perfecto | quedó bien | \
         quedó listo | arreglado | solucionado | resuelto | ya me lo resolvieron | ya me lo solucionaron | problema resuelto",
    ),
    (
        Role::Broken,
        "no funciona | no me funciona | sigue sin funcionar | no sirve | no anda | sigue igual | sigo igual | sigue fallando | \
         sigue roto | sigue el problema | sigue mal | el mismo problema | mismo problema | con el problema | sin solución | \
         sin servicio | sin internet | sin línea | sin señal | sigo esperando | seguimos esperando | sigo sin | seguimos sin | \
         sigue sin | nada se resolvió | nada funciona | no se solucionó | no se resolvió | no resolvieron | no solucionaron | \
         nunca funcionó | nunca se resolvió | continúa fallando | continúa el problema | persiste | falla | volvió a fallar | \
         se volvió a dañar | todavía espero | aún espero",
    ),
    (
        Role::Pending,
        "todavía | aún | quiero | quisiera | quería | necesito | espero | esperando | esperar | a ver | cuando | cuándo | \
         debe | debería | deberían | hasta | por favor | cómo | podrían | pueden | puede | si | dijeron | dicen | dijo | \
         me dijeron | supuestamente | prometieron | quedaron en | falta | pendiente | medio | a medias | en parte | van a | \
         va a | será | otra | otro | ojalá | que sea | que esté | que quede | para que",
    ),
    (
        Role::Refusal,
        "no gracias | no muchas gracias | no grax | nogracias | gracias pero no | gracias no | no quiero | no quiero contestar | no quiero responder | no quiero participar | no quiero opinar | no quiero calificar | no quiero evaluar | no quiero hacer la encuesta | no quiero hacer encuestas | no quiero encuestas | no quiero hacer esto | no quiero nada | yo no quiero contestar | no deseo | no deseo contestar | no deseo responder | no deseo participar | no deseo opinar | no deseo calificar | no deseo hacer la encuesta | no me interesa | no me interesa la encuesta | no me interesa contestar | no me interesa participar | no me interesa responder | no estoy interesado | no estoy interesada | no interesado | no interesada | sin interés | no tengo interés | prefiero no contestar | prefiero no responder | prefiero no opinar | prefiero no decir | prefiero no decirlo | prefiero no participar | prefiero no calificar | prefiero no hacerlo | mejor no | paso | paso de esto | paso de encuestas | paso de contestar | yo paso | sin comentarios | sin comentario | no opino | no contesto | no respondo | no participo | no voy a contestar | no voy a responder | no voy a participar | no pienso contestar | no pienso responder | no contesto encuestas | no hago encuestas | no respondo encuestas | me niego | me niego a contestar | me niego a responder | rechazo | déjenme en paz | déjeme en paz | déjame en paz | dejadme en paz | déjenme tranquilo | déjenme tranquila | ahora no | ahora no gracias | ahora no puedo | no puedo ahora | en otro momento | otro día | no tengo tiempo | no tengo tiempo para esto | no tengo tiempo para encuestas | no tengo ganas | no me apetece | no me da la gana | no molesten | no moleste | no molestar más | omitir | saltar | siguiente pregunta | no sabe no contesta | ns nc | ns/nc | nsnc | no quiero participar en encuestas | no quiero participar en la encuesta | no quiero participar en esto | no quiero responder encuestas | no quiero responder la encuesta | no quiero contestar la encuesta | no quiero contestar encuestas | no quiero contestar nada | no quiero responder nada | no quiero contestar esto | no deseo participar en encuestas | no deseo participar en la encuesta | no deseo responder encuestas | no deseo responder la encuesta | no deseo contestar la encuesta | no participo en encuestas | no me gustan las encuestas | odio las encuestas | no gracias no me interesa | gracias pero no me interesa | no por ahora | no estoy para encuestas | no tengo tiempo ahora | no tengo tiempo de contestar | no tengo ganas de contestar | prefiero no contestar la encuesta | prefiero no responder la encuesta | no quisiera | no quisiera contestar | no quisiera responder | no quisiera participar | no me da tiempo | estoy ocupado | estoy ocupada | no voy a hacer la encuesta | no haré la encuesta | no contestaré | no responderé | {esa pregunta,esta pregunta,a eso,esa,eso,esta} {prefiero no responderla,prefiero no contestarla,no la respondo,no la contesto,no quiero responderla,no quiero contestarla,prefiero no contestar,prefiero no responder,no la voy a contestar,no la voy a responder} | no {suelo,acostumbro} {contestar,responder,hacer} {,encuestas} | no acostumbro a responder encuestas | no {participo,participamos} en {encuestas,esto,estas encuestas} | no {relleno,lleno,contesto,respondo} {encuestas,formularios,cuestionarios,esto} | me abstengo | me reservo la respuesta | me reservo mi opinión | sin respuesta por mi parte | sin opinión | no tengo opinión | no sabe | ns | nc | gracias pero {prefiero no,no me interesa,no quiero,no deseo,paso} | ahorita no | ahorita no gracias | ahorita no puedo | por ahora no gracias | no doy {calificaciones,opiniones,puntuaciones} | no doy mi opinión",
    ),
    (
        Role::Nothing,
        "no | nop | nope | nada | nada más | nada mas | nada por ahora | nada de momento | por ahora nada | de momento nada | \
         nada en particular | nada en especial | nada especial | nada que decir | nada que agregar | nada que añadir | \
         nada que comentar | nada que mejorar | nada que objetar | no nada | no nada más | ninguno | ninguna | \
         ningún comentario | ninguna sugerencia | ninguna queja | ningúna | ninguna observación | n/a | na | no aplica | \
         sin comentarios | sin comentario | sin sugerencias | sin observaciones | sin novedad | no tengo | \
         no tengo comentarios | no tengo sugerencias | no tengo nada que decir | no tengo nada que agregar | \
         no tengo nada que añadir | no hay | no hay nada | no hay comentarios | no se me ocurre nada | no se me ocurre | \
         no se me ocurre nada ahora | absolutamente nada | creo que nada | nada absolutamente | no hay nada que mejorar | \
         no tengo ninguna | no tengo ninguna sugerencia | ninguno por ahora | ninguna por ahora | no ninguna | no ninguno | \
         no sé | ni idea | no sabría decir | nothing | none",
    ),
    (
        Role::Polite,
        "por favor | porfavor | porfa | gracias | muchas gracias | mil gracias | muchísimas gracias | \
         gracias de todas formas | gracias igualmente | de todos modos gracias | de nada | grax | lo siento | \
         lo siento mucho | disculpe | disculpa | disculpen | disculpas | perdón | perdone | perdona | adiós | chao | chau | \
         bye | hasta luego | saludos | un saludo | un saludo cordial | saludos cordiales | buen día | buenos días | \
         buenas tardes | buenas noches | que tenga buen día | que tengan buen día | feliz día | feliz tarde | bendiciones | \
         un abrazo | señor | señora | señorita | ahora | ahora mismo | en este momento | por el momento | por ahora | hoy | \
         hola | buenas | muy amable | muy amables | la verdad | ok | vale | thanks | de momento | pues | amigo | amiga | \
         disculpá | perdonen | una disculpa | le agradezco | se agradece | agradecido | agradecida | lo lamento",
    ),
    (
        Role::Automatic,
        "estoy conduciendo | voy conduciendo | conduciendo | estoy manejando | voy manejando | manejando | estoy al volante | \
         no puedo hablar ahora | ahora no puedo hablar | no puedo hablar en este momento | en este momento no puedo | \
         no puedo atenderte | no puedo atenderle | no puedo atender | no puedo contestar ahora | no puedo responder ahora | \
         no puedo contestar en este momento | ahora mismo no puedo | respuesta automática | mensaje automático | \
         respuesta automatica | contestación automática | contestador automático | fuera de la oficina | fuera de oficina | \
         ausente de la oficina | estoy fuera de | me encuentro fuera | ausencia temporal | estoy de vacaciones | \
         de vacaciones hasta | estaré de vacaciones | de baja por maternidad | de baja hasta | estoy en una reunión | \
         en una reunión | estoy en reunión | estoy reunido | estoy reunida | te llamo luego | te llamo más tarde | \
         le llamo luego | le llamo más tarde | luego te llamo | más tarde te llamo | te devuelvo la llamada | \
         le devuelvo la llamada | te marco luego | te marco más tarde | te marco al rato | ahorita te marco | \
         te respondo luego | te respondo más tarde | le responderé | te responderé | te contesto luego | \
         te contesto más tarde | responderé en cuanto | contestaré en cuanto | responderé a la brevedad | en cuanto pueda | \
         me pondré en contacto | nos pondremos en contacto | no molestar activado | modo no molestar | este buzón no | \
         este número no recibe | este número no está habilitado | hemos recibido su mensaje | gracias por comunicarse | \
         gracias por contactarnos | gracias por contactar | gracias por su mensaje",
    ),
    (
        Role::Reaction,
        "le gustó | le gusta | le encantó | le encanta | me gustó | me gusta | me encantó | me encanta | no le gustó | \
         no le gusta | no me gusta | no me gustó | ha gustado | le ha gustado | le ha encantado | le hizo gracia | \
         le dio risa | le da risa | se rió de | se ríe de | se ha reído de | enfatizó | ha enfatizado | destacó | \
         ha destacado | exclamó | puso en duda | cuestionó | ha cuestionado | preguntó | reaccionó | reaccionó con | \
         ha reaccionado | ha reaccionado con | reaccionó a | quitó | eliminó | ha quitado | ha eliminado | a | al",
    ),
    (
        Role::Idle,
        "hola | holi | holaa | ola | buenas | buen día | buenos días | buenas tardes | buenas noches | hola buenas | \
         hola buenos días | hola buen día | hola buenas tardes | hola buenas noches | qué tal | hola qué tal | cómo está | \
         cómo estás | cómo están | ok | okey | oki | vale | okay | listo | dale | ya | bueno | sí | si | no | claro | \
         de acuerdo | entendido | perfecto | jaja | jajaja | jajajaja | jeje | xd | prueba | test | qué | que | cómo | quién | \
         quién es | quién eres | quién habla | quién es usted | quién sos | quiénes son | y esto | qué es esto | eh | ah | \
         mmm | hm | aló | diga | dígame | bien | alta | igualmente | s | n | suscribir | jajajajaja | jajajajajaja | \
         jajajajajajaja | jajajajajajajaja | jajajajajajajajaja | jajajajajajajajajaja",
    ),
    (
        Role::Good,
        "excelente | excelentes | exelente | perfecto | perfecta | genial | maravilloso | maravillosa | magnífico | \
         magnífica | estupendo | estupenda | espectacular | fantástico | fantástica | fenomenal | extraordinario | \
         extraordinaria | impecable | inmejorable | insuperable | sobresaliente | buenísimo | buenísima | muy buen | \
         muy buena | muy bueno | muy buenos | muy buenas | muy bien | muy amable | muy amables | lo mejor | el mejor | \
         la mejor | los mejores | las mejores | mejor imposible | me encantó | me encanta | encantado | encantada | chévere | \
         padrísimo | los recomiendo | lo recomiendo | la recomiendo | les recomiendo | recomiendo | recomendaría | \
         recomendable | muy recomendable | recomendado | recomendados | muy recomendado | recomendadísimo | recomendaré | \
         recomendadisimos | de diez | de maravilla | de lujo | de primera | de lo mejor | óptimo | óptima | geniales | \
         maravillosos | buenísimos | cracks | crack | 10 de 10 | sobresalientes | formidable | inigualable | excelencia",
    ),
    (
        Role::Nice,
        "buen | buena | bueno | buenos | buenas | muy buen | muy buena | muy bueno | excelente | excelentes | genial | \
         perfecto | perfecta | estupendo | estupenda | maravilloso | maravillosa | magnífico | magnífica | fantástico | \
         fantástica | correcto | correcta | adecuado | adecuada | justo | justa | razonable | barato | barata | económico | \
         bajo | baja | corto | corta | rápido | rápida | breve | amable | amables | agradable | profesional | impecable | \
         la mejor | el mejor | mejor | lindo | linda | bonito | aceptable | bien el | bien la | me gustó el | me gustó la | \
         me gusta el | me gusta la | me encantó el | me encantó la | contento con el | contento con la | contenta con el | \
         contenta con la | satisfecho con el | satisfecho con la | gran | ideal | asequible | poca | poco | claro | buen el | \
         ok el | ok la | mínima",
    ),
    (
        Role::Aside,
        "espera un momento | espere un momento | espera un minuto | espere un minuto | espera un segundo | espera un poco | \
         un momento espera | espera que | espera no | espera qué | espera quién | espera me | espera yo | espera estoy | \
         espera por favor | espere por favor | espera espera | no espera | ay espera | a ver espera | espera y verás | \
         puedo esperar | puede esperar | como resultado | resulta que | a toda costa | a cualquier precio | \
         a cualquier costo | me cuesta | me costó | me cuesta creer | me cuesta entender | me costó entender | no sé | \
         no lo sé | yo no sé | no sabía que | no sabía | yo no sabía | espera que llamen | en espera de su | \
         a la espera de su | espero que | que yo sepa | que yo sepa no | hasta donde sé | \
         mala cara | malas caras | buena cara | en la cara | en mi cara | de cara | la cara | dar la cara | \
         hacer cola igual",
    ),
    (
        Role::Lack,
        "sin resultado | sin resultados | sin solución | sin ninguna solución | ningún resultado | ninguna solución | \
         no hubo solución | no hay solución | no dieron solución | no me dieron solución | no me dieron una solución | \
         no me dieron ninguna solución | no hubo resultado | no hay resultado | falta de solución | falta de resultado | \
         falta de conocimiento | falta de conocimientos | sin conocimiento | sin conocimientos | ningún conocimiento | \
         no tiene conocimiento | no tienen conocimiento | no tenía conocimiento | no tenían conocimiento | \
         no tienen conocimientos | poco conocimiento | poca educación | poca amabilidad | poca paciencia | poca preparación | \
         falta de educación | sin educación | ninguna educación | falta de amabilidad | falta de respeto | \
         falta de preparación | nada amable | nada amables | poco amable | poco amables | nada de educación | mala educación | \
         no tienen educación | no tiene educación | no tenía educación",
    ),
    (
        Role::Bad,
        "pésimo | pésima | pésimos | pésimas | terrible | terribles | horrible | horribles | fatal | nefasto | nefasta | \
         malísimo | malísima | muy malo | muy mala | muy malos | muy malas | muy mal | lo peor | el peor | la peor | \
         los peores | peor servicio | peor imposible | lamentable | deplorable | vergonzoso | vergonzosa | una vergüenza | \
         qué vergüenza | vergüenza | asco | un asco | qué asco | asqueroso | basura | una basura | porquería | una porquería | \
         una mierda | mierda | inútil | inútiles | inservible | desastre | un desastre | desastroso | desastrosa | \
         una estafa | estafadores | ladrones | no recomiendo | no los recomiendo | no lo recomiendo | no la recomiendo | \
         no les recomiendo | no recomendaría | no los recomendaría | no lo recomendaría | no recomendable | \
         nada recomendable | nunca los recomendaría | jamás los recomendaría | no se los recomiendo | no se lo recomiendo | \
         poco recomendable | patético | patética | paupérrimo | horroroso | horrorosa | espantoso | espantosa | indignante | \
         ridículo | inaceptable | decepcionante | decepcionado | decepcionada | muy decepcionado | mal servicio | \
         mala atención | pesimo servicio | robo | un robo | estafa | ineptos | incompetentes | de lo peor | asquerosa | \
         penoso | muy grosero | muy grosera | muy groseros | muy maleducado | muy maleducada | nefastos",
    ),
    (
        Role::Fine,
        "estuvo bien | está bien | estaba bien | fue bueno | fue buena | es bueno | es buena | estuvo bueno | estuvo buena | \
         fue corta | fue corto | fue rápida | fue rápido | fue excelente | es excelente | fue justo | es justo | \
         fue perfecto | fue perfecta | estuvo perfecto | estuvo ok | fue amable | es amable | era bueno | era buena | \
         muy bien | bien | bueno | buena | perfecto | perfecta | excelente | genial | correcto | correcta | ok | vale | \
         sin problema | sin problemas | ningún problema | no hay problema | no hubo problema | no hay problemas | \
         no hubo problemas | no está mal | no estuvo mal | no fue malo | no fue mala | nada mal | no hay quejas | sin quejas | \
         sin queja | ninguna queja | no tengo quejas | no me quejo | no me puedo quejar | no puedo quejarme | \
         no hay de qué quejarse | nada que objetar | nada que decir | ningún inconveniente | sin inconvenientes | \
         no faltó nada | no falta nada | nada malo | no tuve problema | no tuve problemas | no tuve ningún problema | \
         no hubo ningún problema | no tengo ninguna queja | no tengo queja | nunca tuve problemas | nunca tuve un problema | \
         no hay de que quejarse | sin ningún problema | no hubo quejas | no tuve inconvenientes | \
         no tuve ningún inconveniente | no hubo inconveniente | no hubo inconvenientes",
    ),
    (
        Role::Ease(7),
        "muy fácil | muy fáciles | súper fácil | super fácil | re fácil | refácil | facilísimo | facilísima | \
         muy muy fácil | extremadamente fácil | sumamente fácil | demasiado fácil | súper sencillo | super sencillo | \
         super sencilla | muy sencilla | sencillísimo | facilito | muy simple | rapidísimo y fácil | facilísimo todo",
    ),
    (Role::Ease(6), "fácil | sencilla | simple"),
    (
        Role::Ease(5),
        "algo fácil | un poco fácil | relativamente fácil | más o menos fácil | más bien fácil | medianamente fácil | \
         más fácil que difícil | tirando a fácil",
    ),
    (
        Role::Ease(4),
        "ni fácil ni difícil | ni difícil ni fácil | ni sencillo ni difícil | ni fácil ni complicado | \
         ni complicado ni fácil | ni tan fácil ni tan difícil | término medio",
    ),
    (
        Role::Ease(3),
        "un poco difícil | algo difícil | un tanto difícil | un poco complicado | un tanto complicado | medio complicado | \
         medio difícil | algo complicada | un poquito difícil | un poquito complicado | relativamente difícil | \
         más bien difícil | tirando a difícil | un poco engorroso",
    ),
    (Role::Ease(2), "difícil | complicada"),
    (
        Role::Ease(1),
        "muy difícil | muy muy difícil | súper difícil | super difícil | re difícil | dificilísimo | dificilísima | \
         extremadamente difícil | sumamente difícil | super complicado | súper complicado | re complicado | \
         complicadísimo | complicadísima | muy complicada | extremadamente complicado | sumamente complicado | \
         demasiado difícil | demasiado complicado | complicadisimo todo",
    ),
    (
        Role::Level(3),
        "lo esperado | el esperado | como esperaba | lo que esperaba | como se esperaba | según lo esperado | \
         tal como esperaba | lo que se esperaba | lo que uno espera | conforme a lo esperado | acorde a lo esperado | \
         dentro de lo esperado | cumplió mis expectativas | lo previsto",
    ),
    (Role::Level(2), "básico | lo básico | muy básico | lo elemental | lo mínimo"),
    (Role::Level(4), "lo deseado | como deseaba | el deseado | lo que deseaba"),
    (Role::Level(5), "me sorprendió gratamente | gratamente sorprendido | gratamente sorprendida"),
    (Role::Level(1), "indigno | una indignación"),
];
