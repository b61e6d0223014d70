//! Hindi, in its own script and as it is typed in Latin letters; the dot below and the moon dot are folded before a word is looked up.

use super::{Language, Role};

pub(super) static HINDI: Language = Language { code: "hi", yes_no: ["हाँ", "नहीं"], words: WORDS };

const WORDS: &[(Role, &str)] = &[
    (
        Role::Lead,
        "मैं | मै | में | मेरा | मेरी | मेरे | हम | हमारा | हमारी | मेरी तरफ से | मेरी ओर से | हमारी तरफ से | मेरे हिसाब से | \
         मेरा स्कोर | मेरी रेटिंग | मेरा जवाब | मेरा उत्तर | मेरा अंक | मेरे अंक | मेरा नंबर | मेरी राय | मेरी राय में | \
         स्कोर | रेटिंग | जवाब | उत्तर | अंक | नंबर | इसे | इसको | इस | आपको | आप को | आपकी | आपके | आपका | आपकी सेवा | \
         आपकी सेवा को | आपकी सर्विस को | सेवा | सेवा को | सेवा के लिए | सेवा के | सर्विस | सर्विस को | सर्विस के लिए | \
         इस सेवा को | इस कॉल को | कॉल के लिए | एजेंट को | उनको | उन्हें | उसे | शायद | लगभग तो | कुल मिलाकर | बिल्कुल | \
         पक्का | जरूर | नमस्ते | नमस्कार | हेलो | हैलो | हाय | जी | सर | मैडम | धन्यवाद | शुक्रिया | ठीक है | अच्छा | \
         मुझे लगता है | मेरे ख्याल से | मैं देता हूं | मैं दूंगा | देता हूं | दूंगा | मैं चाहूंगा | केवल | सिर्फ | बस | पूरे | \
         पूरा | मैं तो | तो मैं | संतुष्टि | यह | ये | वह | था | है | हूं | मतलब | मेरा मतलब | मेरा मतलब था | संतुष्टि स्तर | \
         main | mai | mein | me | mera | meri | mere | hum | hamara | hamari | meri taraf se | mere taraf se | meri or se | \
         mere hisab se | mere hisaab se | mera score | meri rating | mera rating | mera jawab | mera answer | mere ank | \
         mera ank | score | rating | jawab | jawaab | answer | ank | isko | ise | iss | is | aapko | apko | aapki | apki | \
         aapke | aapka | apka | apke | aapki service ko | apki service ko | aapki seva ko | service | service ko | \
         service ke liye | seva | seva ko | seva ke liye | call ke liye | agent ko | unko | usko | shayad | kul milakar | \
         bilkul | pakka | zaroor | jarur | zarur | namaste | namaskar | namste | ji | sir | madam | dhanyavad | dhanyawad | \
         shukriya | theek hai | thik hai | thik h | accha | acha | mujhe lagta hai | mere khayal se | deta hu | dunga | \
         dungi | main dunga | mai dunga | main deta hu | sirf | bas | pure | poore | main to | mai to | ye | yeh | santushti | \
         matlab | mera matlab | bhai | sorry | maaf karna | maf karna | service se | apki service se | aapki service se | \
         seva se | aapki seva se | call se | agent se | aapse | apse | aap se | aap logo se | support se | सॉरी | माफ करना | \
         माफ कीजिए | सेवा से | आपकी सेवा से | आपकी सेवाओं से | सर्विस से | आपकी सर्विस से | कॉल से | एजेंट से | आपसे | आप से | \
         आप लोगों से | इस सेवा से | इस कॉल से | इससे | rating deta hu | rating dunga | score hai | rating hai | jawab hai",
    ),
    (
        Role::OptionLead,
        "विकल्प | नंबर | नम्बर | ऑप्शन | जवाब | उत्तर | कारण | वजह | मुख्य कारण | मुख्य रूप से | ज्यादातर | vikalp | number | \
         no | option | jawab | karan | wajah | vajah | reason | zyadatar",
    ),
    (Role::Number(0), "शून्य | शुन्य | जीरो | ज़ीरो | सिफर | shunya | shoonya | zero | jiro | jeero"),
    (Role::Number(1), "एक | वन | ek | aek | ik"),
    (Role::Number(2), "दो | टू | do | doh | नंबर 2 | नंबर दो | नम्बर 2 | नम्बर दो | number 2 | number दो"),
    (
        Role::Number(3),
        "तीन | थ्री | teen | tin | theen | नंबर 3 | नंबर तीन | नम्बर 3 | नम्बर तीन | number 3 | number तीन",
    ),
    (
        Role::Number(4),
        "चार | फोर | char | chaar | chhar | नंबर 4 | नंबर चार | नम्बर 4 | नम्बर चार | number 4 | number चार",
    ),
    (
        Role::Number(5),
        "पांच | पाच | पंच | फाइव | फाईव | paanch | panch | paach | pach | panj | नंबर 5 | नंबर पांच | नम्बर 5 | नम्बर पांच | \
         number 5 | number पांच",
    ),
    (
        Role::Number(6),
        "छह | छः | छ | छै | छे | सिक्स | chhe | cheh | chhah | chah | chhai | chha | che | chey | नंबर 6 | नंबर छह | नम्बर 6 | \
         नम्बर छह | number 6 | number छह",
    ),
    (Role::Number(7), "सात | सेवन | saat | नंबर 7 | नंबर सात | नम्बर 7 | नम्बर सात | number 7 | number सात"),
    (Role::Number(8), "आठ | एट | aath | aanth | नंबर 8 | नंबर आठ | नम्बर 8 | नम्बर आठ | number 8 | number आठ"),
    (Role::Number(9), "नौ | नव | नाइन | nau | naw | नंबर 9 | नंबर नौ | नम्बर 9 | नम्बर नौ | number 9 | number नौ"),
    (Role::Number(10), "दस | टेन | das | dus | dass | नंबर 10 | नंबर दस | नम्बर 10 | नम्बर दस | number 10 | number दस"),
    (Role::Number(100), "एक नंबर | एक नम्बर | ek number | ek no | एक नंबर की | सौ"),
    (
        Role::Ordinal(1),
        "पहला | पहली | पहले | pehla | pahla | pehli | pahli | 1 नंबर | 1 number | पहला वाला | पहला वाली | पहला विकल्प | \
         पहली वाला | पहली वाली | पहली विकल्प | पहले वाला | पहले वाली | पहले विकल्प | pehla wala | pehla wali | pehla option | \
         pahla wala | pahla wali | pahla option | pehli wala | pehli wali | pehli option | pahli wala | pahli wali | \
         pahli option",
    ),
    (
        Role::Ordinal(2),
        "दूसरा | दूसरी | दुसरा | dusra | doosra | dusri | दूसरा वाला | दूसरा वाली | दूसरा विकल्प | दूसरी वाला | दूसरी वाली | \
         दूसरी विकल्प | दुसरा वाला | दुसरा वाली | दुसरा विकल्प | dusra wala | dusra wali | dusra option | doosra wala | \
         doosra wali | doosra option | dusri wala | dusri wali | dusri option",
    ),
    (
        Role::Ordinal(3),
        "तीसरा | तीसरी | तिसरा | teesra | tisra | teesri | तीसरा वाला | तीसरा वाली | तीसरा विकल्प | तीसरी वाला | तीसरी वाली | \
         तीसरी विकल्प | तिसरा वाला | तिसरा वाली | तिसरा विकल्प | teesra wala | teesra wali | teesra option | tisra wala | \
         tisra wali | tisra option | teesri wala | teesri wali | teesri option",
    ),
    (
        Role::Ordinal(4),
        "चौथा | चौथी | chautha | chotha | chauthi | चौथा वाला | चौथा वाली | चौथा विकल्प | चौथी वाला | चौथी वाली | \
         चौथी विकल्प | chautha wala | chautha wali | chautha option | chotha wala | chotha wali | chotha option | \
         chauthi wala | chauthi wali | chauthi option",
    ),
    (
        Role::Ordinal(5),
        "पांचवां | पांचवा | पांचवी | पांचवीं | panchva | paanchva | panchwa | paanchwa | पांचवां वाला | पांचवां वाली | \
         पांचवां विकल्प | पांचवा वाला | पांचवा वाली | पांचवा विकल्प | पांचवी वाला | पांचवी वाली | पांचवी विकल्प | \
         पांचवीं वाला | पांचवीं वाली | पांचवीं विकल्प | panchva wala | panchva wali | panchva option | paanchva wala | \
         paanchva wali | paanchva option | panchwa wala | panchwa wali | panchwa option | paanchwa wala | paanchwa wali | \
         paanchwa option",
    ),
    (
        Role::Ordinal(6),
        "छठा | छठी | छठवां | chhatha | chatha | छठा वाला | छठा वाली | छठा विकल्प | छठी वाला | छठी वाली | छठी विकल्प | \
         छठवां वाला | छठवां वाली | छठवां विकल्प | chhatha wala | chhatha wali | chhatha option | chatha wala | chatha wali | \
         chatha option",
    ),
    (
        Role::Label(5),
        "बहुत संतुष्ट | बहुत सन्तुष्ट | बहुत संतुश्ट | बहुत खुश | बहुत खूश | बहुत खुस | बहुत प्रसन्न | बहुत santusht | \
         बहुत santust | बहुत santushth | बहुत santushta | बहुत khush | बहुत khus | बहुत prasann | बहुत satisfied | \
         बहुत happy | बहुत ही संतुष्ट | बहुत ही सन्तुष्ट | बहुत ही संतुश्ट | बहुत ही खुश | बहुत ही खूश | बहुत ही खुस | \
         बहुत ही प्रसन्न | बहुत ही santusht | बहुत ही santust | बहुत ही santushth | बहुत ही santushta | बहुत ही khush | \
         बहुत ही khus | बहुत ही prasann | बहुत ही satisfied | बहुत ही happy | बहोत संतुष्ट | बहोत सन्तुष्ट | बहोत संतुश्ट | \
         बहोत खुश | बहोत खूश | बहोत खुस | बहोत प्रसन्न | बहोत santusht | बहोत santust | बहोत santushth | बहोत santushta | \
         बहोत khush | बहोत khus | बहोत prasann | बहोत satisfied | बहोत happy | बहुत बहुत संतुष्ट | बहुत बहुत सन्तुष्ट | \
         बहुत बहुत संतुश्ट | बहुत बहुत खुश | बहुत बहुत खूश | बहुत बहुत खुस | बहुत बहुत प्रसन्न | बहुत बहुत santusht | \
         बहुत बहुत santust | बहुत बहुत santushth | बहुत बहुत santushta | बहुत बहुत khush | बहुत बहुत khus | \
         बहुत बहुत prasann | बहुत बहुत satisfied | बहुत बहुत happy | बेहद संतुष्ट | बेहद सन्तुष्ट | बेहद संतुश्ट | बेहद खुश | \
         बेहद खूश | बेहद खुस | बेहद प्रसन्न | बेहद santusht | बेहद santust | बेहद santushth | बेहद santushta | बेहद khush | \
         बेहद khus | बेहद prasann | बेहद satisfied | बेहद happy | अत्यंत संतुष्ट | अत्यंत सन्तुष्ट | अत्यंत संतुश्ट | \
         अत्यंत खुश | अत्यंत खूश | अत्यंत खुस | अत्यंत प्रसन्न | अत्यंत santusht | अत्यंत santust | अत्यंत santushth | \
         अत्यंत santushta | अत्यंत khush | अत्यंत khus | अत्यंत prasann | अत्यंत satisfied | अत्यंत happy | अत्यन्त संतुष्ट | \
         अत्यन्त सन्तुष्ट | अत्यन्त संतुश्ट | अत्यन्त खुश | अत्यन्त खूश | अत्यन्त खुस | अत्यन्त प्रसन्न | अत्यन्त santusht | \
         अत्यन्त santust | अत्यन्त santushth | अत्यन्त santushta | अत्यन्त khush | अत्यन्त khus | अत्यन्त prasann | \
         अत्यन्त satisfied | अत्यन्त happy | अत्यधिक संतुष्ट | अत्यधिक सन्तुष्ट | अत्यधिक संतुश्ट | अत्यधिक खुश | \
         अत्यधिक खूश | अत्यधिक खुस | अत्यधिक प्रसन्न | अत्यधिक santusht | अत्यधिक santust | अत्यधिक santushth | \
         अत्यधिक santushta | अत्यधिक khush | अत्यधिक khus | अत्यधिक prasann | अत्यधिक satisfied | अत्यधिक happy | \
         अति संतुष्ट | अति सन्तुष्ट | अति संतुश्ट | अति खुश | अति खूश | अति खुस | अति प्रसन्न | अति santusht | अति santust | \
         अति santushth | अति santushta | अति khush | अति khus | अति prasann | अति satisfied | अति happy | पूरी तरह संतुष्ट | \
         पूरी तरह सन्तुष्ट | पूरी तरह संतुश्ट | पूरी तरह खुश | पूरी तरह खूश | पूरी तरह खुस | पूरी तरह प्रसन्न | \
         पूरी तरह santusht | पूरी तरह santust | पूरी तरह santushth | पूरी तरह santushta | पूरी तरह khush | पूरी तरह khus | \
         पूरी तरह prasann | पूरी तरह satisfied | पूरी तरह happy | पूरी तरह से संतुष्ट | पूरी तरह से सन्तुष्ट | \
         पूरी तरह से संतुश्ट | पूरी तरह से खुश | पूरी तरह से खूश | पूरी तरह से खुस | पूरी तरह से प्रसन्न | \
         पूरी तरह से santusht | पूरी तरह से santust | पूरी तरह से santushth | पूरी तरह से santushta | पूरी तरह से khush | \
         पूरी तरह से khus | पूरी तरह से prasann | पूरी तरह से satisfied | पूरी तरह से happy | पूर्णतः संतुष्ट | \
         पूर्णतः सन्तुष्ट | पूर्णतः संतुश्ट | पूर्णतः खुश | पूर्णतः खूश | पूर्णतः खुस | पूर्णतः प्रसन्न | पूर्णतः santusht | \
         पूर्णतः santust | पूर्णतः santushth | पूर्णतः santushta | पूर्णतः khush | पूर्णतः khus | पूर्णतः prasann | \
         पूर्णतः satisfied | पूर्णतः happy | पूर्णत: संतुष्ट | पूर्णत: सन्तुष्ट | पूर्णत: संतुश्ट | पूर्णत: खुश | \
         पूर्णत: खूश | पूर्णत: खुस | पूर्णत: प्रसन्न | पूर्णत: santusht | पूर्णत: santust | पूर्णत: santushth | \
         पूर्णत: santushta | पूर्णत: khush | पूर्णत: khus | पूर्णत: prasann | पूर्णत: satisfied | पूर्णत: happy | \
         पूर्ण रूप से संतुष्ट | पूर्ण रूप से सन्तुष्ट | पूर्ण रूप से संतुश्ट | पूर्ण रूप से खुश | पूर्ण रूप से खूश | \
         पूर्ण रूप से खुस | पूर्ण रूप से प्रसन्न | पूर्ण रूप से santusht | पूर्ण रूप से santust | पूर्ण रूप से santushth | \
         पूर्ण रूप से santushta | पूर्ण रूप से khush | पूर्ण रूप से khus | पूर्ण रूप से prasann | पूर्ण रूप से satisfied | \
         पूर्ण रूप से happy | एकदम संतुष्ट | एकदम सन्तुष्ट | एकदम संतुश्ट | एकदम खुश | एकदम खूश | एकदम खुस | एकदम प्रसन्न | \
         एकदम santusht | एकदम santust | एकदम santushth | एकदम santushta | एकदम khush | एकदम khus | एकदम prasann | \
         एकदम satisfied | एकदम happy | काफी ज्यादा संतुष्ट | काफी ज्यादा सन्तुष्ट | काफी ज्यादा संतुश्ट | काफी ज्यादा खुश | \
         काफी ज्यादा खूश | काफी ज्यादा खुस | काफी ज्यादा प्रसन्न | काफी ज्यादा santusht | काफी ज्यादा santust | \
         काफी ज्यादा santushth | काफी ज्यादा santushta | काफी ज्यादा khush | काफी ज्यादा khus | काफी ज्यादा prasann | \
         काफी ज्यादा satisfied | काफी ज्यादा happy | bahut संतुष्ट | bahut सन्तुष्ट | bahut संतुश्ट | bahut खुश | bahut खूश | \
         bahut खुस | bahut प्रसन्न | bahut santusht | bahut santust | bahut santushth | bahut santushta | bahut khush | \
         bahut khus | bahut prasann | bahut satisfied | bahut happy | bahut hi संतुष्ट | bahut hi सन्तुष्ट | \
         bahut hi संतुश्ट | bahut hi खुश | bahut hi खूश | bahut hi खुस | bahut hi प्रसन्न | bahut hi santusht | \
         bahut hi santust | bahut hi santushth | bahut hi santushta | bahut hi khush | bahut hi khus | bahut hi prasann | \
         bahut hi satisfied | bahut hi happy | bohot संतुष्ट | bohot सन्तुष्ट | bohot संतुश्ट | bohot खुश | bohot खूश | \
         bohot खुस | bohot प्रसन्न | bohot santusht | bohot santust | bohot santushth | bohot santushta | bohot khush | \
         bohot khus | bohot prasann | bohot satisfied | bohot happy | bohot hi संतुष्ट | bohot hi सन्तुष्ट | \
         bohot hi संतुश्ट | bohot hi खुश | bohot hi खूश | bohot hi खुस | bohot hi प्रसन्न | bohot hi santusht | \
         bohot hi santust | bohot hi santushth | bohot hi santushta | bohot hi khush | bohot hi khus | bohot hi prasann | \
         bohot hi satisfied | bohot hi happy | bhot संतुष्ट | bhot सन्तुष्ट | bhot संतुश्ट | bhot खुश | bhot खूश | bhot खुस | \
         bhot प्रसन्न | bhot santusht | bhot santust | bhot santushth | bhot santushta | bhot khush | bhot khus | \
         bhot prasann | bhot satisfied | bhot happy | boht संतुष्ट | boht सन्तुष्ट | boht संतुश्ट | boht खुश | boht खूश | \
         boht खुस | boht प्रसन्न | boht santusht | boht santust | boht santushth | boht santushta | boht khush | boht khus | \
         boht prasann | boht satisfied | boht happy | bhut संतुष्ट | bhut सन्तुष्ट | bhut संतुश्ट | bhut खुश | bhut खूश | \
         bhut खुस | bhut प्रसन्न | bhut santusht | bhut santust | bhut santushth | bhut santushta | bhut khush | bhut khus | \
         bhut prasann | bhut satisfied | bhut happy | bahot संतुष्ट | bahot सन्तुष्ट | bahot संतुश्ट | bahot खुश | bahot खूश | \
         bahot खुस | bahot प्रसन्न | bahot santusht | bahot santust | bahot santushth | bahot santushta | bahot khush | \
         bahot khus | bahot prasann | bahot satisfied | bahot happy | bohut संतुष्ट | bohut सन्तुष्ट | bohut संतुश्ट | \
         bohut खुश | bohut खूश | bohut खुस | bohut प्रसन्न | bohut santusht | bohut santust | bohut santushth | \
         bohut santushta | bohut khush | bohut khus | bohut prasann | bohut satisfied | bohut happy | bahut zyada संतुष्ट | \
         bahut zyada सन्तुष्ट | bahut zyada संतुश्ट | bahut zyada खुश | bahut zyada खूश | bahut zyada खुस | \
         bahut zyada प्रसन्न | bahut zyada santusht | bahut zyada santust | bahut zyada santushth | bahut zyada santushta | \
         bahut zyada khush | bahut zyada khus | bahut zyada prasann | bahut zyada satisfied | bahut zyada happy | \
         bohot zyada संतुष्ट | bohot zyada सन्तुष्ट | bohot zyada संतुश्ट | bohot zyada खुश | bohot zyada खूश | \
         bohot zyada खुस | bohot zyada प्रसन्न | bohot zyada santusht | bohot zyada santust | bohot zyada santushth | \
         bohot zyada santushta | bohot zyada khush | bohot zyada khus | bohot zyada prasann | bohot zyada satisfied | \
         bohot zyada happy | puri tarah संतुष्ट | puri tarah सन्तुष्ट | puri tarah संतुश्ट | puri tarah खुश | puri tarah खूश | \
         puri tarah खुस | puri tarah प्रसन्न | puri tarah santusht | puri tarah santust | puri tarah santushth | \
         puri tarah santushta | puri tarah khush | puri tarah khus | puri tarah prasann | puri tarah satisfied | \
         puri tarah happy | puri tarah se संतुष्ट | puri tarah se सन्तुष्ट | puri tarah se संतुश्ट | puri tarah se खुश | \
         puri tarah se खूश | puri tarah se खुस | puri tarah se प्रसन्न | puri tarah se santusht | puri tarah se santust | \
         puri tarah se santushth | puri tarah se santushta | puri tarah se khush | puri tarah se khus | \
         puri tarah se prasann | puri tarah se satisfied | puri tarah se happy | poori tarah संतुष्ट | poori tarah सन्तुष्ट | \
         poori tarah संतुश्ट | poori tarah खुश | poori tarah खूश | poori tarah खुस | poori tarah प्रसन्न | \
         poori tarah santusht | poori tarah santust | poori tarah santushth | poori tarah santushta | poori tarah khush | \
         poori tarah khus | poori tarah prasann | poori tarah satisfied | poori tarah happy | poori tarah se संतुष्ट | \
         poori tarah se सन्तुष्ट | poori tarah se संतुश्ट | poori tarah se खुश | poori tarah se खूश | poori tarah se खुस | \
         poori tarah se प्रसन्न | poori tarah se santusht | poori tarah se santust | poori tarah se santushth | \
         poori tarah se santushta | poori tarah se khush | poori tarah se khus | poori tarah se prasann | \
         poori tarah se satisfied | poori tarah se happy | ekdum संतुष्ट | ekdum सन्तुष्ट | ekdum संतुश्ट | ekdum खुश | \
         ekdum खूश | ekdum खुस | ekdum प्रसन्न | ekdum santusht | ekdum santust | ekdum santushth | ekdum santushta | \
         ekdum khush | ekdum khus | ekdum prasann | ekdum satisfied | ekdum happy | ekdam संतुष्ट | ekdam सन्तुष्ट | \
         ekdam संतुश्ट | ekdam खुश | ekdam खूश | ekdam खुस | ekdam प्रसन्न | ekdam santusht | ekdam santust | \
         ekdam santushth | ekdam santushta | ekdam khush | ekdam khus | ekdam prasann | ekdam satisfied | ekdam happy | \
         behad संतुष्ट | behad सन्तुष्ट | behad संतुश्ट | behad खुश | behad खूश | behad खुस | behad प्रसन्न | behad santusht | \
         behad santust | behad santushth | behad santushta | behad khush | behad khus | behad prasann | behad satisfied | \
         behad happy | atyant संतुष्ट | atyant सन्तुष्ट | atyant संतुश्ट | atyant खुश | atyant खूश | atyant खुस | \
         atyant प्रसन्न | atyant santusht | atyant santust | atyant santushth | atyant santushta | atyant khush | \
         atyant khus | atyant prasann | atyant satisfied | atyant happy | very संतुष्ट | very सन्तुष्ट | very संतुश्ट | \
         very खुश | very खूश | very खुस | very प्रसन्न | very santusht | very santust | very santushth | very santushta | \
         very khush | very khus | very prasann | पूर्ण संतुष्ट | पूरा संतुष्ट | पूर्णतया संतुष्ट | 100% संतुष्ट | महाखुश | \
         संतुष्ट बहुत | खुश बहुत | खूब खुश | जबरदस्त खुश | बहुत ज्यादा खुश | बहुत ज्यादा संतुष्ट",
    ),
    (
        Role::Label(4),
        "संतुष्ट | सन्तुष्ट | संतुश्ट | खुश | खूश | खुस | प्रसन्न | santusht | santust | santushth | santushta | khush | \
         khus | prasann",
    ),
    (
        Role::Label(3),
        "तटस्थ | औसत | सामान्य | न संतुष्ट न असंतुष्ट | ना संतुष्ट ना असंतुष्ट | न खुश न नाखुश | ना खुश ना नाखुश | \
         ना खुश ना नाराज | tatasth | ausat | na khush na nakhush | na santusht na asantusht | average",
    ),
    (
        Role::Label(2),
        "असंतुष्ट | असन्तुष्ट | नाखुश | नाराज | अप्रसन्न | asantusht | asantust | nakhush | naakhush | naraz | naraaz",
    ),
    (
        Role::Label(1),
        "बहुत असंतुष्ट | बहुत असन्तुष्ट | बहुत नाखुश | बहुत नाराज | बहुत अप्रसन्न | बहुत asantusht | बहुत asantust | \
         बहुत nakhush | बहुत naakhush | बहुत naraz | बहुत naraaz | बहुत unhappy | बहुत dissatisfied | बहुत unsatisfied | \
         बहुत ही असंतुष्ट | बहुत ही असन्तुष्ट | बहुत ही नाखुश | बहुत ही नाराज | बहुत ही अप्रसन्न | बहुत ही asantusht | \
         बहुत ही asantust | बहुत ही nakhush | बहुत ही naakhush | बहुत ही naraz | बहुत ही naraaz | बहुत ही unhappy | \
         बहुत ही dissatisfied | बहुत ही unsatisfied | बहोत असंतुष्ट | बहोत असन्तुष्ट | बहोत नाखुश | बहोत नाराज | \
         बहोत अप्रसन्न | बहोत asantusht | बहोत asantust | बहोत nakhush | बहोत naakhush | बहोत naraz | बहोत naraaz | \
         बहोत unhappy | बहोत dissatisfied | बहोत unsatisfied | बहुत बहुत असंतुष्ट | बहुत बहुत असन्तुष्ट | बहुत बहुत नाखुश | \
         बहुत बहुत नाराज | बहुत बहुत अप्रसन्न | बहुत बहुत asantusht | बहुत बहुत asantust | बहुत बहुत nakhush | \
         बहुत बहुत naakhush | बहुत बहुत naraz | बहुत बहुत naraaz | बहुत बहुत unhappy | बहुत बहुत dissatisfied | \
         बहुत बहुत unsatisfied | बेहद असंतुष्ट | बेहद असन्तुष्ट | बेहद नाखुश | बेहद नाराज | बेहद अप्रसन्न | बेहद asantusht | \
         बेहद asantust | बेहद nakhush | बेहद naakhush | बेहद naraz | बेहद naraaz | बेहद unhappy | बेहद dissatisfied | \
         बेहद unsatisfied | अत्यंत असंतुष्ट | अत्यंत असन्तुष्ट | अत्यंत नाखुश | अत्यंत नाराज | अत्यंत अप्रसन्न | \
         अत्यंत asantusht | अत्यंत asantust | अत्यंत nakhush | अत्यंत naakhush | अत्यंत naraz | अत्यंत naraaz | \
         अत्यंत unhappy | अत्यंत dissatisfied | अत्यंत unsatisfied | अत्यन्त असंतुष्ट | अत्यन्त असन्तुष्ट | अत्यन्त नाखुश | \
         अत्यन्त नाराज | अत्यन्त अप्रसन्न | अत्यन्त asantusht | अत्यन्त asantust | अत्यन्त nakhush | अत्यन्त naakhush | \
         अत्यन्त naraz | अत्यन्त naraaz | अत्यन्त unhappy | अत्यन्त dissatisfied | अत्यन्त unsatisfied | अत्यधिक असंतुष्ट | \
         अत्यधिक असन्तुष्ट | अत्यधिक नाखुश | अत्यधिक नाराज | अत्यधिक अप्रसन्न | अत्यधिक asantusht | अत्यधिक asantust | \
         अत्यधिक nakhush | अत्यधिक naakhush | अत्यधिक naraz | अत्यधिक naraaz | अत्यधिक unhappy | अत्यधिक dissatisfied | \
         अत्यधिक unsatisfied | अति असंतुष्ट | अति असन्तुष्ट | अति नाखुश | अति नाराज | अति अप्रसन्न | अति asantusht | \
         अति asantust | अति nakhush | अति naakhush | अति naraz | अति naraaz | अति unhappy | अति dissatisfied | \
         अति unsatisfied | पूरी तरह असंतुष्ट | पूरी तरह असन्तुष्ट | पूरी तरह नाखुश | पूरी तरह नाराज | पूरी तरह अप्रसन्न | \
         पूरी तरह asantusht | पूरी तरह asantust | पूरी तरह nakhush | पूरी तरह naakhush | पूरी तरह naraz | पूरी तरह naraaz | \
         पूरी तरह unhappy | पूरी तरह dissatisfied | पूरी तरह unsatisfied | पूरी तरह से असंतुष्ट | पूरी तरह से असन्तुष्ट | \
         पूरी तरह से नाखुश | पूरी तरह से नाराज | पूरी तरह से अप्रसन्न | पूरी तरह से asantusht | पूरी तरह से asantust | \
         पूरी तरह से nakhush | पूरी तरह से naakhush | पूरी तरह से naraz | पूरी तरह से naraaz | पूरी तरह से unhappy | \
         पूरी तरह से dissatisfied | पूरी तरह से unsatisfied | पूर्णतः असंतुष्ट | पूर्णतः असन्तुष्ट | पूर्णतः नाखुश | \
         पूर्णतः नाराज | पूर्णतः अप्रसन्न | पूर्णतः asantusht | पूर्णतः asantust | पूर्णतः nakhush | पूर्णतः naakhush | \
         पूर्णतः naraz | पूर्णतः naraaz | पूर्णतः unhappy | पूर्णतः dissatisfied | पूर्णतः unsatisfied | पूर्णत: असंतुष्ट | \
         पूर्णत: असन्तुष्ट | पूर्णत: नाखुश | पूर्णत: नाराज | पूर्णत: अप्रसन्न | पूर्णत: asantusht | पूर्णत: asantust | \
         पूर्णत: nakhush | पूर्णत: naakhush | पूर्णत: naraz | पूर्णत: naraaz | पूर्णत: unhappy | पूर्णत: dissatisfied | \
         पूर्णत: unsatisfied | पूर्ण रूप से असंतुष्ट | पूर्ण रूप से असन्तुष्ट | पूर्ण रूप से नाखुश | पूर्ण रूप से नाराज | \
         पूर्ण रूप से अप्रसन्न | पूर्ण रूप से asantusht | पूर्ण रूप से asantust | पूर्ण रूप से nakhush | \
         पूर्ण रूप से naakhush | पूर्ण रूप से naraz | पूर्ण रूप से naraaz | पूर्ण रूप से unhappy | पूर्ण रूप से dissatisfied | \
         पूर्ण रूप से unsatisfied | एकदम असंतुष्ट | एकदम असन्तुष्ट | एकदम नाखुश | एकदम नाराज | एकदम अप्रसन्न | \
         एकदम asantusht | एकदम asantust | एकदम nakhush | एकदम naakhush | एकदम naraz | एकदम naraaz | एकदम unhappy | \
         एकदम dissatisfied | एकदम unsatisfied | काफी ज्यादा असंतुष्ट | काफी ज्यादा असन्तुष्ट | काफी ज्यादा नाखुश | \
         काफी ज्यादा नाराज | काफी ज्यादा अप्रसन्न | काफी ज्यादा asantusht | काफी ज्यादा asantust | काफी ज्यादा nakhush | \
         काफी ज्यादा naakhush | काफी ज्यादा naraz | काफी ज्यादा naraaz | काफी ज्यादा unhappy | काफी ज्यादा dissatisfied | \
         काफी ज्यादा unsatisfied | bahut असंतुष्ट | bahut असन्तुष्ट | bahut नाखुश | bahut नाराज | bahut अप्रसन्न | \
         bahut asantusht | bahut asantust | bahut nakhush | bahut naakhush | bahut naraz | bahut naraaz | bahut unhappy | \
         bahut dissatisfied | bahut unsatisfied | bahut hi असंतुष्ट | bahut hi असन्तुष्ट | bahut hi नाखुश | bahut hi नाराज | \
         bahut hi अप्रसन्न | bahut hi asantusht | bahut hi asantust | bahut hi nakhush | bahut hi naakhush | bahut hi naraz | \
         bahut hi naraaz | bahut hi unhappy | bahut hi dissatisfied | bahut hi unsatisfied | bohot असंतुष्ट | \
         bohot असन्तुष्ट | bohot नाखुश | bohot नाराज | bohot अप्रसन्न | bohot asantusht | bohot asantust | bohot nakhush | \
         bohot naakhush | bohot naraz | bohot naraaz | bohot unhappy | bohot dissatisfied | bohot unsatisfied | \
         bohot hi असंतुष्ट | bohot hi असन्तुष्ट | bohot hi नाखुश | bohot hi नाराज | bohot hi अप्रसन्न | bohot hi asantusht | \
         bohot hi asantust | bohot hi nakhush | bohot hi naakhush | bohot hi naraz | bohot hi naraaz | bohot hi unhappy | \
         bohot hi dissatisfied | bohot hi unsatisfied | bhot असंतुष्ट | bhot असन्तुष्ट | bhot नाखुश | bhot नाराज | \
         bhot अप्रसन्न | bhot asantusht | bhot asantust | bhot nakhush | bhot naakhush | bhot naraz | bhot naraaz | \
         bhot unhappy | bhot dissatisfied | bhot unsatisfied | boht असंतुष्ट | boht असन्तुष्ट | boht नाखुश | boht नाराज | \
         boht अप्रसन्न | boht asantusht | boht asantust | boht nakhush | boht naakhush | boht naraz | boht naraaz | \
         boht unhappy | boht dissatisfied | boht unsatisfied | bhut असंतुष्ट | bhut असन्तुष्ट | bhut नाखुश | bhut नाराज | \
         bhut अप्रसन्न | bhut asantusht | bhut asantust | bhut nakhush | bhut naakhush | bhut naraz | bhut naraaz | \
         bhut unhappy | bhut dissatisfied | bhut unsatisfied | bahot असंतुष्ट | bahot असन्तुष्ट | bahot नाखुश | bahot नाराज | \
         bahot अप्रसन्न | bahot asantusht | bahot asantust | bahot nakhush | bahot naakhush | bahot naraz | bahot naraaz | \
         bahot unhappy | bahot dissatisfied | bahot unsatisfied | bohut असंतुष्ट | bohut असन्तुष्ट | bohut नाखुश | \
         bohut नाराज | bohut अप्रसन्न | bohut asantusht | bohut asantust | bohut nakhush | bohut naakhush | bohut naraz | \
         bohut naraaz | bohut unhappy | bohut dissatisfied | bohut unsatisfied | bahut zyada असंतुष्ट | \
         bahut zyada असन्तुष्ट | bahut zyada नाखुश | bahut zyada नाराज | bahut zyada अप्रसन्न | bahut zyada asantusht | \
         bahut zyada asantust | bahut zyada nakhush | bahut zyada naakhush | bahut zyada naraz | bahut zyada naraaz | \
         bahut zyada unhappy | bahut zyada dissatisfied | bahut zyada unsatisfied | bohot zyada असंतुष्ट | \
         bohot zyada असन्तुष्ट | bohot zyada नाखुश | bohot zyada नाराज | bohot zyada अप्रसन्न | bohot zyada asantusht | \
         bohot zyada asantust | bohot zyada nakhush | bohot zyada naakhush | bohot zyada naraz | bohot zyada naraaz | \
         bohot zyada unhappy | bohot zyada dissatisfied | bohot zyada unsatisfied | puri tarah असंतुष्ट | \
         puri tarah असन्तुष्ट | puri tarah नाखुश | puri tarah नाराज | puri tarah अप्रसन्न | puri tarah asantusht | \
         puri tarah asantust | puri tarah nakhush | puri tarah naakhush | puri tarah naraz | puri tarah naraaz | \
         puri tarah unhappy | puri tarah dissatisfied | puri tarah unsatisfied | puri tarah se असंतुष्ट | \
         puri tarah se असन्तुष्ट | puri tarah se नाखुश | puri tarah se नाराज | puri tarah se अप्रसन्न | \
         puri tarah se asantusht | puri tarah se asantust | puri tarah se nakhush | puri tarah se naakhush | \
         puri tarah se naraz | puri tarah se naraaz | puri tarah se unhappy | puri tarah se dissatisfied | \
         puri tarah se unsatisfied | poori tarah असंतुष्ट | poori tarah असन्तुष्ट | poori tarah नाखुश | poori tarah नाराज | \
         poori tarah अप्रसन्न | poori tarah asantusht | poori tarah asantust | poori tarah nakhush | poori tarah naakhush | \
         poori tarah naraz | poori tarah naraaz | poori tarah unhappy | poori tarah dissatisfied | poori tarah unsatisfied | \
         poori tarah se असंतुष्ट | poori tarah se असन्तुष्ट | poori tarah se नाखुश | poori tarah se नाराज | \
         poori tarah se अप्रसन्न | poori tarah se asantusht | poori tarah se asantust | poori tarah se nakhush | \
         poori tarah se naakhush | poori tarah se naraz | poori tarah se naraaz | poori tarah se unhappy | \
         poori tarah se dissatisfied | poori tarah se unsatisfied | ekdum असंतुष्ट | ekdum असन्तुष्ट | ekdum नाखुश | \
         ekdum नाराज | ekdum अप्रसन्न | ekdum asantusht | ekdum asantust | ekdum nakhush | ekdum naakhush | ekdum naraz | \
         ekdum naraaz | ekdum unhappy | ekdum dissatisfied | ekdum unsatisfied | ekdam असंतुष्ट | ekdam असन्तुष्ट | \
         ekdam नाखुश | ekdam नाराज | ekdam अप्रसन्न | ekdam asantusht | ekdam asantust | ekdam nakhush | ekdam naakhush | \
         ekdam naraz | ekdam naraaz | ekdam unhappy | ekdam dissatisfied | ekdam unsatisfied | behad असंतुष्ट | \
         behad असन्तुष्ट | behad नाखुश | behad नाराज | behad अप्रसन्न | behad asantusht | behad asantust | behad nakhush | \
         behad naakhush | behad naraz | behad naraaz | behad unhappy | behad dissatisfied | behad unsatisfied | \
         atyant असंतुष्ट | atyant असन्तुष्ट | atyant नाखुश | atyant नाराज | atyant अप्रसन्न | atyant asantusht | \
         atyant asantust | atyant nakhush | atyant naakhush | atyant naraz | atyant naraaz | atyant unhappy | \
         atyant dissatisfied | atyant unsatisfied | very असंतुष्ट | very असन्तुष्ट | very नाखुश | very नाराज | very अप्रसन्न | \
         very asantusht | very asantust | very nakhush | very naakhush | very naraz | very naraaz | very unhappy | \
         very dissatisfied | very unsatisfied | बिल्कुल असंतुष्ट | bilkul asantusht | बिल्कुल संतुष्ट नहीं | \
         बिल्कुल भी संतुष्ट नहीं | बिल्कुल खुश नहीं | बिल्कुल भी खुश नहीं | bilkul khush nahi | bilkul bhi khush nahi | \
         bilkul santusht nahi | bilkul bhi santusht nahi | जरा भी संतुष्ट नहीं | जरा भी खुश नहीं | zara bhi khush nahi | \
         पूर्ण असंतुष्ट | पूर्णतया असंतुष्ट | बहुत ज्यादा नाराज | बहुत ज्यादा असंतुष्ट",
    ),
    (
        Role::Full,
        "पूरे अंक | पूरे नंबर | पूरे नम्बर | पूर्ण अंक | पूर्णांक | फुल मार्क्स | फुल मार्क | पूरे मार्क्स | poore number | \
         pure number | pure numbers | poore marks | pure marks | poore ank | pure ank | full number | फुल नंबर",
    ),
    (
        Role::Star,
        "स्टार | स्टार्स | सितारा | सितारे | सितारों | तारा | तारे | star | stars | staar | sitara | sitare | tare | taare",
    ),
    (
        Role::Point,
        "अंक | अंकों | नंबर | नम्बर | प्वाइंट | पॉइंट | पाइंट | मार्क्स | मार्क | ank | number | numbers | nambar | numbar",
    ),
    (Role::OutOf, "बटा | बटे | आउट ऑफ | bata | bate"),
    (Role::Among, "में से | मे से | में | me se | mein se | mai se | m se | may se | main se | mese | meinse"),
    (
        Role::Unit,
        "मिनट | मिनिट | मिनटों | मिंट | सेकंड | सेकेंड | घंटा | घंटे | घंटों | घण्टे | दिन | दिनों | सप्ताह | हफ्ता | हफ्ते | \
         हफ्तों | महीना | महीने | महीनों | साल | सालों | वर्ष | बार | दफा | मर्तबा | बजे | बजकर | रुपये | रुपए | रुपया | \
         रूपये | रुपयों | रूपए | पैसे | पैसा | डॉलर | प्रतिशत | फीसदी | परसेंट | लोग | लोगों | आदमी | व्यक्ति | एजेंट | \
         एजेंटों | कॉल | कॉल्स | फोन | मैसेज | ईमेल | शिकायत | शिकायतें | सौ | हजार | लाख | करोड़ | किलो | किमी | जीबी | \
         ऑर्डर | बच्चे | गुना | तारीख | जनवरी | फरवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर | सितम्बर | \
         अक्टूबर | नवंबर | दिसंबर | सुबह | शाम | रात | दोपहर | अंकों का | नंबर से | नंबर पर | सवाल | चीजें | बातें | \
         घंटे बाद | दिन बाद | स्टार नहीं | स्टार सेवा नहीं | स्टार सर्विस नहीं | स्टार होटल | नंबर का | नंबर वाला | \
         नंबर वाले | अंक का | अंक कम | minute | minit | mint | mnt | second | ghanta | ghante | ghanto | din | dino | hafta | \
         hafte | mahina | mahine | mahino | saal | sal | baar | bar | dafa | baje | bje | bajkar | rupaye | rupay | rupees | \
         rupee | rs | rupya | paise | paisa | percent | pratishat | log | logo | logon | aadmi | admi | agents | call | \
         calls | phone | sms | message | hazar | hajar | hazaar | lakh | karod | crore | kilo | gb | order | bache | guna | \
         tarikh | tareekh | subah | shaam | raat | star nahi | star nhi | star service nahi | star service nhi | star hotel | \
         sawal | cheeze | number se | number ka | number wala | ank kam | ke baad | ke bad | के बाद | के बजाय | से कम | \
         se kam | se jyada | se zyada | से ज्यादा | से अधिक",
    ),
    (
        Role::Half,
        "और आधा | aur aadha | aur adha | ½ | सही एक बटा दो | दशमलव पांच | पॉइंट पांच | point panch | point paanch",
    ),
    (
        Role::Or,
        "या | अथवा | या फिर | या शायद | से | और | तक | व | शायद | नहीं | नही | नहीं नहीं | मतलब | मेरा मतलब | यानी | यानि | \
         बल्कि | माफ कीजिए | माफ करना | माफ करें | सॉरी | रुको | रुकिए | गलत | गलती से | अरे | अरे नहीं | ya | ya fir | \
         ya phir | yaa | ya shayad | se | aur | tak | shayad | nahi | nhi | nahin | nahi nahi | nhi nhi | matlab | \
         mera matlab | yani | yaani | balki | galti se | galat | ruko | are | arre | maaf karna | maaf kijiye | maf karna | \
         ki jagah | की जगह | बदलकर | ke bajay",
    ),
    (
        Role::Starter,
        "आसान | आसानी | मुश्किल | कठिन | aasan | asaan | aasani | mushkil | kathin | बहुत | बहोत | सेवा | सर्विस | अच्छा | \
         अच्छी | अच्छे | बढ़िया | बढिया | शानदार | धन्यवाद | शुक्रिया | थैंक्यू | थैंक | थैंक्स | एजेंट | कर्मचारी | \
         कर्मचारियों | आपका | आपकी | आपके | आपने | मुझे | मैं | मैंने | हम | हमें | हमारी | लेकिन | पर | मगर | किन्तु | \
         परंतु | क्योंकि | क्यूंकि | क्यों | इसलिए | कोई | कुछ | किसी | बुरा | बुरी | बुरे | खराब | घटिया | बकवास | बेकार | \
         गंदा | गंदी | धीमी | धीमा | तेज | जल्दी | समय | इंतजार | समस्या | समाधान | काम | बात | बातचीत | व्यवहार | स्टाफ | \
         मदद | सहायता | संतुष्ट | खुश | असंतुष्ट | नाखुश | उत्कृष्ट | बेहतरीन | बेहतर | लाजवाब | मस्त | सबसे | सब | सभी | \
         वाह | कमाल | जबरदस्त | निराश | निराशाजनक | परेशान | यह | ये | वह | वो | इस | इसके | उन्होंने | उनका | उनकी | आप | \
         कृपया | प्लीज | अभी | अब | फिर | कभी | कस्टमर | कॉल | टीम | एकदम | बिल्कुल | पूरी | पूरा | सही | ठीक | अति | अत्यंत | \
         काफी | थोड़ा | थोड़ी | सुझाव | जरूर | रिप्रेजेंटेटिव | प्रतिनिधि | लड़का | लड़की | भाई | भैया | विनम्र | मददगार | \
         दोस्ताना | बदतमीज | अनुभव | जवाब | लगा | लगी | 20 | शुभकामनाएं | आभार | सुपर | फालतू | वाहियात | बेहद | रुखा | रूखा | \
         अशिष्ट | प्रोफेशनल | सेवाएं | सर्वश्रेष्ठ | अद्भुत | औसत | ज्यादा | कम्पनी | कंपनी | bahut | bohot | bhot | boht | \
         bhut | bahot | bohut | service | seva | sewa | accha | acha | achha | achhi | acchi | achi | acche | ache | achhe | \
         badhiya | badiya | shandar | shandaar | dhanyavad | dhanyawad | dhanyvad | shukriya | aap | aapka | aapki | aapke | \
         aapne | apne | apka | apki | apke | mujhe | muje | mai | main | maine | mene | hum | hame | humein | lekin | par | \
         magar | kyunki | kyuki | kyonki | kyu | koi | kuch | kuchh | kisi | bura | buri | kharab | ghatiya | bakwas | \
         bakwaas | bekar | bekaar | ganda | gandi | dheemi | tez | jaldi | samay | intezar | intazar | intezaar | wait | \
         samasya | samadhan | kaam | baat | vyavhar | behavior | behaviour | staff | madad | santusht | khush | nakhush | \
         asantusht | utkrisht | behtareen | behtar | lajawab | mast | sabse | sab | sabhi | wah | waah | kamal | kamaal | \
         zabardast | jabardast | nirash | pareshan | ye | yeh | wo | woh | unhone | unka | unki | kripya | abhi | ab | phir | \
         fir | kabhi | customer | ekdum | ekdam | bilkul | puri | pura | poori | sahi | theek | thik | kaafi | kafi | thoda | \
         thodi | sujhav | zaroor | jarur | zarur | ladka | ladki | bhai | bhaiya | badtameez | badtamiz | anubhav | jawab | \
         laga | lagi | faltu | fultu | wahiyat | very | recommend | resolve | issue | problem | excellent | bole | bola | \
         time | team | company | good | nice | super",
    ),
    (
        Role::Particle,
        "जी | है | हैं | हूं | हुं | हू | हु | था | थी | थे | रहा | रही | देता हूं | देती हूं | देते हैं | देता हु | दूंगा | \
         दूंगी | दुंगा | दुंगी | देंगे | देना चाहूंगा | देना चाहूंगी | देना चाहता हूं | देना चाहती हूं | देना चाहेंगे | \
         दे रहा हूं | दे रही हूं | दे रहे हैं | दे दूंगा | दिया | दिए | दिये | दी | देता हूं जी | देंगे जी | देता हूं मैं | \
         मैं देता हूं | मैं दूंगा | कहूंगा | कहूंगी | मानता हूं | रखूंगा | दे दो | दो | दीजिए | दे दीजिए | लिखो | लिख लो | \
         लिख दो | मेरी तरफ से | मेरी ओर से | मेरे हिसाब से | हमारी तरफ से | की तरफ से | की रेटिंग | रेटिंग | \
         की रेटिंग देता हूं | रेटिंग देता हूं | रेटिंग दूंगा | के बीच | के बीच में | के बराबर | सही है | ठीक है | पक्का | सर | \
         मैडम | केवल | सिर्फ | बस | ही | ही है | ही दूंगा | तो | तो है | कृपया | प्लीज | वाला | पूरे | यार | दोस्त | भाई | \
         हो गया | ji | hai | hain | hei | h | hu | hun | hoon | hoo | hu ji | tha | thi | raha | deta hu | deta hoon | \
         deta hun | deti hu | deti hoon | dete hai | dete hain | dunga | dungi | doonga | doongi | denge | dena chahunga | \
         dena chahungi | dena chahta hu | dena chahta hoon | de raha hu | de raha hoon | de rahi hu | de dunga | diya | diye | \
         di | kahunga | kahungi | maanta hu | de do | dedo | do | dijiye | de dijiye | likho | likh lo | likh do | \
         meri taraf se | mere taraf se | mere hisab se | hamari taraf se | ki taraf se | ki rating | rating deta hu | \
         rating dunga | ki rating dunga | ke beech | ke bich | ke beech mein | ke barabar | sahi hai | theek hai | thik hai | \
         pakka | sir | madam | sirf | bas | hi | hi hai | hi dunga | to | toh | plz | please | wala | pure | yaar | yar | bhai",
    ),
    (
        Role::Not,
        "नहीं | नही | नहि | न | ना | मत | कभी नहीं | बिना | nahi | nahin | nhi | nahee | nai | na | mat | kabhi nahi | nahi hai",
    ),
    (
        Role::Without,
        "बिना | के बिना | के अलावा | को छोड़कर | सिवाय | के सिवा | bina | ke bina | ke alawa | ko chhodkar | siway",
    ),
    (
        Role::Condition,
        "अगर | यदि | बशर्ते | जब तक | तभी | तब | जब आप | agar | agr | yadi | jab tak | tabhi | tab | basharte | jab aap",
    ),
    (
        Role::Detail,
        "जी | धन्यवाद | शुक्रिया | थैंक्यू | थैंक्स | थैंक | हो | हुआ | हुई | हुए | हल | ठीक | सब | सभी | पूरी | पूरा | अब | \
         अभी | अभी भी | बहुत | मेरी | मेरा | मुझे | मैं | आप | आपका | आपकी | आपके | आपने | एजेंट | सेवा | समस्या | समाधान | \
         वही | कोई | कुछ | किसी | क्योंकि | लेकिन | पर | मगर | फिर | फिर भी | काम | बिल्कुल | सर | मैडम | उन्होंने | यह | वो | \
         अच्छा | अच्छी | जल्दी | तुरंत | एकदम | नहीं | मदद | इंतजार | खुश | संतुष्ट | तो | भाई | है | कर | चल | और | ji | \
         dhanyavad | dhanyawad | shukriya | thank | thanks | ho | hua | hui | solve | solved | resolve | resolved | theek | \
         thik | sab | puri | pura | poori | ab | abhi | abhi bhi | bahut | bohot | meri | mera | mujhe | main | mai | aap | \
         aapka | aapki | apka | apki | aapne | agent | service | samasya | problem | issue | same | wahi | vahi | koi | kuch | \
         kyunki | kyuki | lekin | par | phir | phir bhi | fir | kaam | bilkul | sir | madam | unhone | ye | wo | accha | \
         acha | achhi | jaldi | turant | ekdum | nahi | nhi | madad | intezar | wait | khush | to | toh | bhai | hai | work | \
         chal | aur",
    ),
    (
        Role::But,
        "लेकिन | मगर | पर | किन्तु | परंतु | परन्तु | हालांकि | आंशिक | आधा | आधी | आधा अधूरा | थोड़ा बहुत | कुछ हद तक | \
         पूरी तरह नहीं | पूरा नहीं | पूरी नहीं | के अलावा | को छोड़कर | lekin | magar | par | parantu | halanki | aadha | \
         aadhi | adha | thoda bahut | kuch had tak | puri tarah nahi | pura nahi | puri nahi | poori nahi | ke alawa",
    ),
    (
        Role::Doubt,
        "अगर | यदि | लगभग | करीब | करीब करीब | तकरीबन | कम से कम | ज्यादा से ज्यादा | अधिकतम | न्यूनतम | पिछली बार | पिछले | \
         पहले | होटल | रेस्टोरेंट | साढ़े | सवा | पौने | इंतजार | क्यों | कैसे | काश | चाहता था | देता अगर | बदले | बजाय | \
         उम्मीद | वादा | कटे | काटा | माइनस | agar | agr | yadi | lagbhag | kareeb | karib | kam se kam | zyada se zyada | \
         pichli baar | pichle | pehle | pahle | hotel | sadhe | saadhe | saade | sade | sava | sawa | pone | paune | intezar | \
         kyu | kyun | kyo | kaise | kash | kaash | chahta tha | badle | bajay | ummeed | umeed | wada | minus",
    ),
    (
        Role::Retraction,
        "नहीं | नही | ना | जी नहीं | बिल्कुल नहीं | बिलकुल नहीं | कभी नहीं | बिल्कुल भी नहीं | मजाक | मजाक कर रहा हूं | \
         मजाक कर रही हूं | मजाक था | मजाक है | नहीं दूंगा | नहीं दूंगी | नहीं देता | नहीं देंगे | नहीं दे सकता | नहीं है | \
         नहीं मिलेगा | नहीं मिलेंगे | के लायक नहीं | सवाल ही नहीं | असंभव | संभव नहीं | nahi | nhi | nahin | na | ji nahi | \
         bilkul nahi | kabhi nahi | bilkul bhi nahi | mazak | majak | mazaak | majaak | mazak kar raha hu | \
         majak kar raha hu | mazak kar raha hoon | mazak tha | nahi dunga | nhi dunga | nahi dungi | nahi deta | nahi denge | \
         nahi de sakta | nahi hai | nahi milega | ke layak nahi | sawal hi nahi",
    ),
    (
        Role::Mockery,
        "सपने में | सपनों में | ख्वाब में | ख्वाबों में | तेरे सपने में | मजाक कर रहा | मजाक कर रही | भूल जाओ | \
         मूर्ख बना रहे | sapne me | sapne mein | sapno me | sapno mein | khwab me | khwab mein | mazak kar raha | \
         majak kar raha | bhool jao | bhul jao | घंटा | घंटा दूंगा | ghanta dunga | ghanta milega | mar jao | jhand",
    ),
    (
        Role::Laughter,
        "हाहा | हाहाहा | हा हा | हा हा हा | हीही | हेहे | haha | hahaha | hehe | hihi | अरे | arre | are | yaar | यार | उफ",
    ),
    (
        Role::Yes,
        "हां | हा | हां जी | जी हां | जी हा | हा जी | जी | जी जी | जी बिल्कुल | बिल्कुल | बिलकुल | हां बिल्कुल | \
         हां जी बिल्कुल | जी हां बिल्कुल | haan ji bilkul | ji haan bilkul | हां हां | हां हां हां | यस | जरूर | हां सर | \
         जी सर | जी मैडम | हां है | हां भाई | हान | हाँजी | सही | haan | han | haa | ha | hn | hna | haan ji | han ji | \
         ha ji | haa ji | ji haan | ji han | ji ha | ji haa | ji | ji ji | jee | jee haan | ji bilkul | bilkul | bilkool | \
         haan bilkul | haanji | hanji | haji | yes ji | ji yes | haan sir | ji sir | haan bhai | haan haan | han han | \
         haan hai | hanji bilkul | haan sahi hai | yes bilkul | हां पूरी तरह | हां पूरी तरह से | haan puri tarah se | \
         haan puri tarah",
    ),
    (
        Role::No,
        "नहीं | नही | नहि | नई | ना | न | जी नहीं | जी नही | नहीं जी | नहीं सर | नहीं नहीं | नही नही | नहीं नहीं नहीं | \
         बिल्कुल नहीं | बिलकुल नहीं | नहीं बिल्कुल नहीं | बिल्कुल भी नहीं | अभी नहीं | अभी तक नहीं | नहीं अभी तक नहीं | \
         नहीं अभी नहीं | अब तक नहीं | कभी नहीं | नो | अभी तो नहीं | दुर्भाग्य से नहीं | अफसोस नहीं | नहीं है | nahi | nahin | \
         nahee | nahii | nhi | nai | nahi ji | nhi ji | ji nahi | ji nhi | ji nahin | na | naa | na ji | nahi sir | \
         nahi nahi | nhi nhi | nahi nahi nahi | bilkul nahi | bilkul nhi | bilkul bhi nahi | nahi bilkul nahi | abhi nahi | \
         abhi nhi | abhi tak nahi | abhi tak nhi | nahi abhi tak nahi | nahi abhi nahi | ab tak nahi | kabhi nahi | \
         nahi bhai | nahi hai | nahi yaar | no ji | no sir ji | afsos nahi",
    ),
    (
        Role::Resolved,
        "हो गया | हो गई | हो गयी | हो गए | हल हो गया | हल हो गई | हल हो गयी | हल हुई | हल हुआ | सुलझ गया | सुलझ गई | \
         सुलझ गयी | ठीक हो गया | ठीक हो गई | ठीक हो गयी | समाधान हो गया | समाधान हुआ | समस्या हल हो गई | समस्या हल हो गयी | \
         समस्या का समाधान हो गया | मेरी समस्या हल हो गई | सॉल्व हो गया | सॉल्व हो गई | पूरा हो गया | काम हो गया | ho gaya | \
         hogaya | ho gya | hogya | ho gai | ho gayi | hogai | hogayi | ho gyi | solve ho gaya | solve ho gya | solve ho gai | \
         solve ho gayi | solved ho gaya | solve hogaya | resolve ho gaya | resolve ho gya | resolve ho gayi | \
         resolved ho gaya | problem solve ho gaya | problem solve ho gayi | problem solve ho gai | problem solve ho gyi | \
         issue solve ho gaya | issue resolve ho gaya | theek ho gaya | thik ho gaya | theek ho gayi | thik ho gya | \
         kaam ho gaya | kaam ho gya | samadhan ho gaya | hal ho gaya | hal ho gayi | hal ho gai | hui | hua | हुआ | हुई | \
         हो चुका | हो चुकी | हो चुका है | हो चुकी है | ho chuka | ho chuki | हां हो गया | हां हो गई | हां हो गयी | हां हो गए | \
         हां हल हो गया | हां हल हो गई | हां हल हो गयी | हां हल हुई | हां हल हुआ | हां सुलझ गया | हां सुलझ गई | हां सुलझ गयी | \
         हां ठीक हो गया | हां ठीक हो गई | हां ठीक हो गयी | हां समाधान हो गया | हां समाधान हुआ | हां समस्या हल हो गई | \
         हां समस्या हल हो गयी | हां समस्या का समाधान हो गया | हां मेरी समस्या हल हो गई | हां सॉल्व हो गया | हां सॉल्व हो गई | \
         हां पूरा हो गया | हां काम हो गया | हां ho gaya | हां hogaya | हां ho gya | हां hogya | हां ho gai | हां ho gayi | \
         हां hogai | हां hogayi | हां ho gyi | हां solve ho gaya | हां solve ho gya | हां solve ho gai | हां solve ho gayi | \
         हां solved ho gaya | हां solve hogaya | हां resolve ho gaya | हां resolve ho gya | हां resolve ho gayi | \
         हां resolved ho gaya | हां problem solve ho gaya | हां problem solve ho gayi | हां problem solve ho gai | \
         हां problem solve ho gyi | हां issue solve ho gaya | हां issue resolve ho gaya | हां theek ho gaya | \
         हां thik ho gaya | हां theek ho gayi | हां thik ho gya | हां kaam ho gaya | हां kaam ho gya | हां samadhan ho gaya | \
         हां hal ho gaya | हां hal ho gayi | हां hal ho gai | हां hui | हां hua | हां हुआ | हां हुई | हां हो चुका | \
         हां हो चुकी | हां हो चुका है | हां हो चुकी है | हां ho chuka | हां ho chuki | जी हां हो गया | जी हां हो गई | \
         जी हां हो गयी | जी हां हो गए | जी हां हल हो गया | जी हां हल हो गई | जी हां हल हो गयी | जी हां हल हुई | \
         जी हां हल हुआ | जी हां सुलझ गया | जी हां सुलझ गई | जी हां सुलझ गयी | जी हां ठीक हो गया | जी हां ठीक हो गई | \
         जी हां ठीक हो गयी | जी हां समाधान हो गया | जी हां समाधान हुआ | जी हां समस्या हल हो गई | जी हां समस्या हल हो गयी | \
         जी हां समस्या का समाधान हो गया | जी हां मेरी समस्या हल हो गई | जी हां सॉल्व हो गया | जी हां सॉल्व हो गई | \
         जी हां पूरा हो गया | जी हां काम हो गया | जी हां ho gaya | जी हां hogaya | जी हां ho gya | जी हां hogya | \
         जी हां ho gai | जी हां ho gayi | जी हां hogai | जी हां hogayi | जी हां ho gyi | जी हां solve ho gaya | \
         जी हां solve ho gya | जी हां solve ho gai | जी हां solve ho gayi | जी हां solved ho gaya | जी हां solve hogaya | \
         जी हां resolve ho gaya | जी हां resolve ho gya | जी हां resolve ho gayi | जी हां resolved ho gaya | \
         जी हां problem solve ho gaya | जी हां problem solve ho gayi | जी हां problem solve ho gai | \
         जी हां problem solve ho gyi | जी हां issue solve ho gaya | जी हां issue resolve ho gaya | जी हां theek ho gaya | \
         जी हां thik ho gaya | जी हां theek ho gayi | जी हां thik ho gya | जी हां kaam ho gaya | जी हां kaam ho gya | \
         जी हां samadhan ho gaya | जी हां hal ho gaya | जी हां hal ho gayi | जी हां hal ho gai | जी हां hui | जी हां hua | \
         जी हां हुआ | जी हां हुई | जी हां हो चुका | जी हां हो चुकी | जी हां हो चुका है | जी हां हो चुकी है | जी हां ho chuka | \
         जी हां ho chuki | जी हो गया | जी हो गई | जी हो गयी | जी हो गए | जी हल हो गया | जी हल हो गई | जी हल हो गयी | \
         जी हल हुई | जी हल हुआ | जी सुलझ गया | जी सुलझ गई | जी सुलझ गयी | जी ठीक हो गया | जी ठीक हो गई | जी ठीक हो गयी | \
         जी समाधान हो गया | जी समाधान हुआ | जी समस्या हल हो गई | जी समस्या हल हो गयी | जी समस्या का समाधान हो गया | \
         जी मेरी समस्या हल हो गई | जी सॉल्व हो गया | जी सॉल्व हो गई | जी पूरा हो गया | जी काम हो गया | जी ho gaya | \
         जी hogaya | जी ho gya | जी hogya | जी ho gai | जी ho gayi | जी hogai | जी hogayi | जी ho gyi | जी solve ho gaya | \
         जी solve ho gya | जी solve ho gai | जी solve ho gayi | जी solved ho gaya | जी solve hogaya | जी resolve ho gaya | \
         जी resolve ho gya | जी resolve ho gayi | जी resolved ho gaya | जी problem solve ho gaya | जी problem solve ho gayi | \
         जी problem solve ho gai | जी problem solve ho gyi | जी issue solve ho gaya | जी issue resolve ho gaya | \
         जी theek ho gaya | जी thik ho gaya | जी theek ho gayi | जी thik ho gya | जी kaam ho gaya | जी kaam ho gya | \
         जी samadhan ho gaya | जी hal ho gaya | जी hal ho gayi | जी hal ho gai | जी hui | जी hua | जी हुआ | जी हुई | \
         जी हो चुका | जी हो चुकी | जी हो चुका है | जी हो चुकी है | जी ho chuka | जी ho chuki | हां जी हो गया | हां जी हो गई | \
         हां जी हो गयी | हां जी हो गए | हां जी हल हो गया | हां जी हल हो गई | हां जी हल हो गयी | हां जी हल हुई | \
         हां जी हल हुआ | हां जी सुलझ गया | हां जी सुलझ गई | हां जी सुलझ गयी | हां जी ठीक हो गया | हां जी ठीक हो गई | \
         हां जी ठीक हो गयी | हां जी समाधान हो गया | हां जी समाधान हुआ | हां जी समस्या हल हो गई | हां जी समस्या हल हो गयी | \
         हां जी समस्या का समाधान हो गया | हां जी मेरी समस्या हल हो गई | हां जी सॉल्व हो गया | हां जी सॉल्व हो गई | \
         हां जी पूरा हो गया | हां जी काम हो गया | हां जी ho gaya | हां जी hogaya | हां जी ho gya | हां जी hogya | \
         हां जी ho gai | हां जी ho gayi | हां जी hogai | हां जी hogayi | हां जी ho gyi | हां जी solve ho gaya | \
         हां जी solve ho gya | हां जी solve ho gai | हां जी solve ho gayi | हां जी solved ho gaya | हां जी solve hogaya | \
         हां जी resolve ho gaya | हां जी resolve ho gya | हां जी resolve ho gayi | हां जी resolved ho gaya | \
         हां जी problem solve ho gaya | हां जी problem solve ho gayi | हां जी problem solve ho gai | \
         हां जी problem solve ho gyi | हां जी issue solve ho gaya | हां जी issue resolve ho gaya | हां जी theek ho gaya | \
         हां जी thik ho gaya | हां जी theek ho gayi | हां जी thik ho gya | हां जी kaam ho gaya | हां जी kaam ho gya | \
         हां जी samadhan ho gaya | हां जी hal ho gaya | हां जी hal ho gayi | हां जी hal ho gai | हां जी hui | हां जी hua | \
         हां जी हुआ | हां जी हुई | हां जी हो चुका | हां जी हो चुकी | हां जी हो चुका है | हां जी हो चुकी है | हां जी ho chuka | \
         हां जी ho chuki | haan हो गया | haan हो गई | haan हो गयी | haan हो गए | haan हल हो गया | haan हल हो गई | \
         haan हल हो गयी | haan हल हुई | haan हल हुआ | haan सुलझ गया | haan सुलझ गई | haan सुलझ गयी | haan ठीक हो गया | \
         haan ठीक हो गई | haan ठीक हो गयी | haan समाधान हो गया | haan समाधान हुआ | haan समस्या हल हो गई | \
         haan समस्या हल हो गयी | haan समस्या का समाधान हो गया | haan मेरी समस्या हल हो गई | haan सॉल्व हो गया | \
         haan सॉल्व हो गई | haan पूरा हो गया | haan काम हो गया | haan ho gaya | haan hogaya | haan ho gya | haan hogya | \
         haan ho gai | haan ho gayi | haan hogai | haan hogayi | haan ho gyi | haan solve ho gaya | haan solve ho gya | \
         haan solve ho gai | haan solve ho gayi | haan solved ho gaya | haan solve hogaya | haan resolve ho gaya | \
         haan resolve ho gya | haan resolve ho gayi | haan resolved ho gaya | haan problem solve ho gaya | \
         haan problem solve ho gayi | haan problem solve ho gai | haan problem solve ho gyi | haan issue solve ho gaya | \
         haan issue resolve ho gaya | haan theek ho gaya | haan thik ho gaya | haan theek ho gayi | haan thik ho gya | \
         haan kaam ho gaya | haan kaam ho gya | haan samadhan ho gaya | haan hal ho gaya | haan hal ho gayi | \
         haan hal ho gai | haan hui | haan hua | haan हुआ | haan हुई | haan हो चुका | haan हो चुकी | haan हो चुका है | \
         haan हो चुकी है | haan ho chuka | haan ho chuki | han हो गया | han हो गई | han हो गयी | han हो गए | han हल हो गया | \
         han हल हो गई | han हल हो गयी | han हल हुई | han हल हुआ | han सुलझ गया | han सुलझ गई | han सुलझ गयी | han ठीक हो गया | \
         han ठीक हो गई | han ठीक हो गयी | han समाधान हो गया | han समाधान हुआ | han समस्या हल हो गई | han समस्या हल हो गयी | \
         han समस्या का समाधान हो गया | han मेरी समस्या हल हो गई | han सॉल्व हो गया | han सॉल्व हो गई | han पूरा हो गया | \
         han काम हो गया | han ho gaya | han hogaya | han ho gya | han hogya | han ho gai | han ho gayi | han hogai | \
         han hogayi | han ho gyi | han solve ho gaya | han solve ho gya | han solve ho gai | han solve ho gayi | \
         han solved ho gaya | han solve hogaya | han resolve ho gaya | han resolve ho gya | han resolve ho gayi | \
         han resolved ho gaya | han problem solve ho gaya | han problem solve ho gayi | han problem solve ho gai | \
         han problem solve ho gyi | han issue solve ho gaya | han issue resolve ho gaya | han theek ho gaya | \
         han thik ho gaya | han theek ho gayi | han thik ho gya | han kaam ho gaya | han kaam ho gya | han samadhan ho gaya | \
         han hal ho gaya | han hal ho gayi | han hal ho gai | han hui | han hua | han हुआ | han हुई | han हो चुका | \
         han हो चुकी | han हो चुका है | han हो चुकी है | han ho chuka | han ho chuki | ha हो गया | ha हो गई | ha हो गयी | \
         ha हो गए | ha हल हो गया | ha हल हो गई | ha हल हो गयी | ha हल हुई | ha हल हुआ | ha सुलझ गया | ha सुलझ गई | \
         ha सुलझ गयी | ha ठीक हो गया | ha ठीक हो गई | ha ठीक हो गयी | ha समाधान हो गया | ha समाधान हुआ | ha समस्या हल हो गई | \
         ha समस्या हल हो गयी | ha समस्या का समाधान हो गया | ha मेरी समस्या हल हो गई | ha सॉल्व हो गया | ha सॉल्व हो गई | \
         ha पूरा हो गया | ha काम हो गया | ha ho gaya | ha hogaya | ha ho gya | ha hogya | ha ho gai | ha ho gayi | ha hogai | \
         ha hogayi | ha ho gyi | ha solve ho gaya | ha solve ho gya | ha solve ho gai | ha solve ho gayi | ha solved ho gaya | \
         ha solve hogaya | ha resolve ho gaya | ha resolve ho gya | ha resolve ho gayi | ha resolved ho gaya | \
         ha problem solve ho gaya | ha problem solve ho gayi | ha problem solve ho gai | ha problem solve ho gyi | \
         ha issue solve ho gaya | ha issue resolve ho gaya | ha theek ho gaya | ha thik ho gaya | ha theek ho gayi | \
         ha thik ho gya | ha kaam ho gaya | ha kaam ho gya | ha samadhan ho gaya | ha hal ho gaya | ha hal ho gayi | \
         ha hal ho gai | ha hui | ha hua | ha हुआ | ha हुई | ha हो चुका | ha हो चुकी | ha हो चुका है | ha हो चुकी है | \
         ha ho chuka | ha ho chuki | ji हो गया | ji हो गई | ji हो गयी | ji हो गए | ji हल हो गया | ji हल हो गई | ji हल हो गयी | \
         ji हल हुई | ji हल हुआ | ji सुलझ गया | ji सुलझ गई | ji सुलझ गयी | ji ठीक हो गया | ji ठीक हो गई | ji ठीक हो गयी | \
         ji समाधान हो गया | ji समाधान हुआ | ji समस्या हल हो गई | ji समस्या हल हो गयी | ji समस्या का समाधान हो गया | \
         ji मेरी समस्या हल हो गई | ji सॉल्व हो गया | ji सॉल्व हो गई | ji पूरा हो गया | ji काम हो गया | ji ho gaya | \
         ji hogaya | ji ho gya | ji hogya | ji ho gai | ji ho gayi | ji hogai | ji hogayi | ji ho gyi | ji solve ho gaya | \
         ji solve ho gya | ji solve ho gai | ji solve ho gayi | ji solved ho gaya | ji solve hogaya | ji resolve ho gaya | \
         ji resolve ho gya | ji resolve ho gayi | ji resolved ho gaya | ji problem solve ho gaya | ji problem solve ho gayi | \
         ji problem solve ho gai | ji problem solve ho gyi | ji issue solve ho gaya | ji issue resolve ho gaya | \
         ji theek ho gaya | ji thik ho gaya | ji theek ho gayi | ji thik ho gya | ji kaam ho gaya | ji kaam ho gya | \
         ji samadhan ho gaya | ji hal ho gaya | ji hal ho gayi | ji hal ho gai | ji hui | ji hua | ji हुआ | ji हुई | \
         ji हो चुका | ji हो चुकी | ji हो चुका है | ji हो चुकी है | ji ho chuka | ji ho chuki | haan ji हो गया | \
         haan ji हो गई | haan ji हो गयी | haan ji हो गए | haan ji हल हो गया | haan ji हल हो गई | haan ji हल हो गयी | \
         haan ji हल हुई | haan ji हल हुआ | haan ji सुलझ गया | haan ji सुलझ गई | haan ji सुलझ गयी | haan ji ठीक हो गया | \
         haan ji ठीक हो गई | haan ji ठीक हो गयी | haan ji समाधान हो गया | haan ji समाधान हुआ | haan ji समस्या हल हो गई | \
         haan ji समस्या हल हो गयी | haan ji समस्या का समाधान हो गया | haan ji मेरी समस्या हल हो गई | haan ji सॉल्व हो गया | \
         haan ji सॉल्व हो गई | haan ji पूरा हो गया | haan ji काम हो गया | haan ji ho gaya | haan ji hogaya | haan ji ho gya | \
         haan ji hogya | haan ji ho gai | haan ji ho gayi | haan ji hogai | haan ji hogayi | haan ji ho gyi | \
         haan ji solve ho gaya | haan ji solve ho gya | haan ji solve ho gai | haan ji solve ho gayi | \
         haan ji solved ho gaya | haan ji solve hogaya | haan ji resolve ho gaya | haan ji resolve ho gya | \
         haan ji resolve ho gayi | haan ji resolved ho gaya | haan ji problem solve ho gaya | haan ji problem solve ho gayi | \
         haan ji problem solve ho gai | haan ji problem solve ho gyi | haan ji issue solve ho gaya | \
         haan ji issue resolve ho gaya | haan ji theek ho gaya | haan ji thik ho gaya | haan ji theek ho gayi | \
         haan ji thik ho gya | haan ji kaam ho gaya | haan ji kaam ho gya | haan ji samadhan ho gaya | haan ji hal ho gaya | \
         haan ji hal ho gayi | haan ji hal ho gai | haan ji hui | haan ji hua | haan ji हुआ | haan ji हुई | haan ji हो चुका | \
         haan ji हो चुकी | haan ji हो चुका है | haan ji हो चुकी है | haan ji ho chuka | haan ji ho chuki | ji haan हो गया | \
         ji haan हो गई | ji haan हो गयी | ji haan हो गए | ji haan हल हो गया | ji haan हल हो गई | ji haan हल हो गयी | \
         ji haan हल हुई | ji haan हल हुआ | ji haan सुलझ गया | ji haan सुलझ गई | ji haan सुलझ गयी | ji haan ठीक हो गया | \
         ji haan ठीक हो गई | ji haan ठीक हो गयी | ji haan समाधान हो गया | ji haan समाधान हुआ | ji haan समस्या हल हो गई | \
         ji haan समस्या हल हो गयी | ji haan समस्या का समाधान हो गया | ji haan मेरी समस्या हल हो गई | ji haan सॉल्व हो गया | \
         ji haan सॉल्व हो गई | ji haan पूरा हो गया | ji haan काम हो गया | ji haan ho gaya | ji haan hogaya | ji haan ho gya | \
         ji haan hogya | ji haan ho gai | ji haan ho gayi | ji haan hogai | ji haan hogayi | ji haan ho gyi | \
         ji haan solve ho gaya | ji haan solve ho gya | ji haan solve ho gai | ji haan solve ho gayi | \
         ji haan solved ho gaya | ji haan solve hogaya | ji haan resolve ho gaya | ji haan resolve ho gya | \
         ji haan resolve ho gayi | ji haan resolved ho gaya | ji haan problem solve ho gaya | ji haan problem solve ho gayi | \
         ji haan problem solve ho gai | ji haan problem solve ho gyi | ji haan issue solve ho gaya | \
         ji haan issue resolve ho gaya | ji haan theek ho gaya | ji haan thik ho gaya | ji haan theek ho gayi | \
         ji haan thik ho gya | ji haan kaam ho gaya | ji haan kaam ho gya | ji haan samadhan ho gaya | ji haan hal ho gaya | \
         ji haan hal ho gayi | ji haan hal ho gai | ji haan hui | ji haan hua | ji haan हुआ | ji haan हुई | ji haan हो चुका | \
         ji haan हो चुकी | ji haan हो चुका है | ji haan हो चुकी है | ji haan ho chuka | ji haan ho chuki | yes हो गया | \
         yes हो गई | yes हो गयी | yes हो गए | yes हल हो गया | yes हल हो गई | yes हल हो गयी | yes हल हुई | yes हल हुआ | \
         yes सुलझ गया | yes सुलझ गई | yes सुलझ गयी | yes ठीक हो गया | yes ठीक हो गई | yes ठीक हो गयी | yes समाधान हो गया | \
         yes समाधान हुआ | yes समस्या हल हो गई | yes समस्या हल हो गयी | yes समस्या का समाधान हो गया | \
         yes मेरी समस्या हल हो गई | yes सॉल्व हो गया | yes सॉल्व हो गई | yes पूरा हो गया | yes काम हो गया | yes ho gaya | \
         yes hogaya | yes ho gya | yes hogya | yes ho gai | yes ho gayi | yes hogai | yes hogayi | yes ho gyi | \
         yes solve ho gaya | yes solve ho gya | yes solve ho gai | yes solve ho gayi | yes solved ho gaya | yes solve hogaya | \
         yes resolve ho gaya | yes resolve ho gya | yes resolve ho gayi | yes resolved ho gaya | yes problem solve ho gaya | \
         yes problem solve ho gayi | yes problem solve ho gai | yes problem solve ho gyi | yes issue solve ho gaya | \
         yes issue resolve ho gaya | yes theek ho gaya | yes thik ho gaya | yes theek ho gayi | yes thik ho gya | \
         yes kaam ho gaya | yes kaam ho gya | yes samadhan ho gaya | yes hal ho gaya | yes hal ho gayi | yes hal ho gai | \
         yes hui | yes hua | yes हुआ | yes हुई | yes हो चुका | yes हो चुकी | yes हो चुका है | yes हो चुकी है | yes ho chuka | \
         yes ho chuki",
    ),
    (
        Role::Unresolved,
        "नहीं हुआ | नहीं हुई | नहीं हुए | नही हुआ | नही हुई | हल नहीं हुआ | हल नहीं हुई | हल नही हुई | हल नही हुआ | \
         ठीक नहीं हुआ | ठीक नहीं हुई | समाधान नहीं हुआ | समाधान नही हुआ | समस्या हल नहीं हुई | समस्या हल नही हुई | \
         मेरी समस्या हल नहीं हुई | समस्या का समाधान नहीं हुआ | अभी तक नहीं हुआ | अभी तक नहीं हुई | अब तक नहीं हुआ | \
         अभी नहीं हुआ | अभी नहीं हुई | अभी तक हल नहीं हुई | अभी तक हल नहीं हुआ | अभी तक समाधान नहीं हुआ | \
         अभी तक ठीक नहीं हुआ | सॉल्व नहीं हुआ | सॉल्व नहीं हुई | कुछ नहीं हुआ | कोई समाधान नहीं | कोई समाधान नहीं हुआ | \
         कोई हल नहीं | कोई हल नहीं निकला | काम नहीं हुआ | नहीं हो पाया | नहीं हो पाई | nahi hua | nhi hua | nahi hui | \
         nhi hui | nahin hua | solve nahi hua | solve nhi hua | solve nahi hui | solve nhi hui | solved nahi hua | \
         resolve nahi hua | resolve nhi hua | resolve nahi hui | problem solve nahi hua | problem solve nahi hui | \
         problem solve nhi hui | issue solve nahi hua | issue resolve nahi hua | theek nahi hua | thik nahi hua | \
         thik nhi hua | hal nahi hua | hal nahi hui | abhi tak nahi hua | abhi tak nhi hua | abhi tak nahi hui | \
         ab tak nahi hua | abhi nahi hua | abhi nhi hua | abhi tak solve nahi hua | abhi tak solve nahi hui | \
         abhi tak resolve nahi hua | kuch nahi hua | kuch nhi hua | koi samadhan nahi | koi solution nahi | \
         koi solution nahi mila | kaam nahi hua | nahi ho paya | samadhan nahi hua | नहीं नहीं हुआ | नहीं नहीं हुई | \
         नहीं नहीं हुए | नहीं नही हुआ | नहीं नही हुई | नहीं हल नहीं हुआ | नहीं हल नहीं हुई | नहीं हल नही हुई | \
         नहीं हल नही हुआ | नहीं ठीक नहीं हुआ | नहीं ठीक नहीं हुई | नहीं समाधान नहीं हुआ | नहीं समाधान नही हुआ | \
         नहीं समस्या हल नहीं हुई | नहीं समस्या हल नही हुई | नहीं मेरी समस्या हल नहीं हुई | नहीं समस्या का समाधान नहीं हुआ | \
         नहीं अभी तक नहीं हुआ | नहीं अभी तक नहीं हुई | नहीं अब तक नहीं हुआ | नहीं अभी नहीं हुआ | नहीं अभी नहीं हुई | \
         नहीं अभी तक हल नहीं हुई | नहीं अभी तक हल नहीं हुआ | नहीं अभी तक समाधान नहीं हुआ | नहीं अभी तक ठीक नहीं हुआ | \
         नहीं सॉल्व नहीं हुआ | नहीं सॉल्व नहीं हुई | नहीं कुछ नहीं हुआ | नहीं कोई समाधान नहीं | नहीं कोई समाधान नहीं हुआ | \
         नहीं कोई हल नहीं | नहीं कोई हल नहीं निकला | नहीं काम नहीं हुआ | नहीं नहीं हो पाया | नहीं नहीं हो पाई | \
         नहीं nahi hua | नहीं nhi hua | नहीं nahi hui | नहीं nhi hui | नहीं nahin hua | नहीं solve nahi hua | \
         नहीं solve nhi hua | नहीं solve nahi hui | नहीं solve nhi hui | नहीं solved nahi hua | नहीं resolve nahi hua | \
         नहीं resolve nhi hua | नहीं resolve nahi hui | नहीं problem solve nahi hua | नहीं problem solve nahi hui | \
         नहीं problem solve nhi hui | नहीं issue solve nahi hua | नहीं issue resolve nahi hua | नहीं theek nahi hua | \
         नहीं thik nahi hua | नहीं thik nhi hua | नहीं hal nahi hua | नहीं hal nahi hui | नहीं abhi tak nahi hua | \
         नहीं abhi tak nhi hua | नहीं abhi tak nahi hui | नहीं ab tak nahi hua | नहीं abhi nahi hua | नहीं abhi nhi hua | \
         नहीं abhi tak solve nahi hua | नहीं abhi tak solve nahi hui | नहीं abhi tak resolve nahi hua | नहीं kuch nahi hua | \
         नहीं kuch nhi hua | नहीं koi samadhan nahi | नहीं koi solution nahi | नहीं koi solution nahi mila | \
         नहीं kaam nahi hua | नहीं nahi ho paya | नहीं samadhan nahi hua | जी नहीं नहीं हुआ | जी नहीं नहीं हुई | \
         जी नहीं नहीं हुए | जी नहीं नही हुआ | जी नहीं नही हुई | जी नहीं हल नहीं हुआ | जी नहीं हल नहीं हुई | \
         जी नहीं हल नही हुई | जी नहीं हल नही हुआ | जी नहीं ठीक नहीं हुआ | जी नहीं ठीक नहीं हुई | जी नहीं समाधान नहीं हुआ | \
         जी नहीं समाधान नही हुआ | जी नहीं समस्या हल नहीं हुई | जी नहीं समस्या हल नही हुई | जी नहीं मेरी समस्या हल नहीं हुई | \
         जी नहीं समस्या का समाधान नहीं हुआ | जी नहीं अभी तक नहीं हुआ | जी नहीं अभी तक नहीं हुई | जी नहीं अब तक नहीं हुआ | \
         जी नहीं अभी नहीं हुआ | जी नहीं अभी नहीं हुई | जी नहीं अभी तक हल नहीं हुई | जी नहीं अभी तक हल नहीं हुआ | \
         जी नहीं अभी तक समाधान नहीं हुआ | जी नहीं अभी तक ठीक नहीं हुआ | जी नहीं सॉल्व नहीं हुआ | जी नहीं सॉल्व नहीं हुई | \
         जी नहीं कुछ नहीं हुआ | जी नहीं कोई समाधान नहीं | जी नहीं कोई समाधान नहीं हुआ | जी नहीं कोई हल नहीं | \
         जी नहीं कोई हल नहीं निकला | जी नहीं काम नहीं हुआ | जी नहीं नहीं हो पाया | जी नहीं नहीं हो पाई | जी नहीं nahi hua | \
         जी नहीं nhi hua | जी नहीं nahi hui | जी नहीं nhi hui | जी नहीं nahin hua | जी नहीं solve nahi hua | \
         जी नहीं solve nhi hua | जी नहीं solve nahi hui | जी नहीं solve nhi hui | जी नहीं solved nahi hua | \
         जी नहीं resolve nahi hua | जी नहीं resolve nhi hua | जी नहीं resolve nahi hui | जी नहीं problem solve nahi hua | \
         जी नहीं problem solve nahi hui | जी नहीं problem solve nhi hui | जी नहीं issue solve nahi hua | \
         जी नहीं issue resolve nahi hua | जी नहीं theek nahi hua | जी नहीं thik nahi hua | जी नहीं thik nhi hua | \
         जी नहीं hal nahi hua | जी नहीं hal nahi hui | जी नहीं abhi tak nahi hua | जी नहीं abhi tak nhi hua | \
         जी नहीं abhi tak nahi hui | जी नहीं ab tak nahi hua | जी नहीं abhi nahi hua | जी नहीं abhi nhi hua | \
         जी नहीं abhi tak solve nahi hua | जी नहीं abhi tak solve nahi hui | जी नहीं abhi tak resolve nahi hua | \
         जी नहीं kuch nahi hua | जी नहीं kuch nhi hua | जी नहीं koi samadhan nahi | जी नहीं koi solution nahi | \
         जी नहीं koi solution nahi mila | जी नहीं kaam nahi hua | जी नहीं nahi ho paya | जी नहीं samadhan nahi hua | \
         nahi नहीं हुआ | nahi नहीं हुई | nahi नहीं हुए | nahi नही हुआ | nahi नही हुई | nahi हल नहीं हुआ | nahi हल नहीं हुई | \
         nahi हल नही हुई | nahi हल नही हुआ | nahi ठीक नहीं हुआ | nahi ठीक नहीं हुई | nahi समाधान नहीं हुआ | \
         nahi समाधान नही हुआ | nahi समस्या हल नहीं हुई | nahi समस्या हल नही हुई | nahi मेरी समस्या हल नहीं हुई | \
         nahi समस्या का समाधान नहीं हुआ | nahi अभी तक नहीं हुआ | nahi अभी तक नहीं हुई | nahi अब तक नहीं हुआ | \
         nahi अभी नहीं हुआ | nahi अभी नहीं हुई | nahi अभी तक हल नहीं हुई | nahi अभी तक हल नहीं हुआ | \
         nahi अभी तक समाधान नहीं हुआ | nahi अभी तक ठीक नहीं हुआ | nahi सॉल्व नहीं हुआ | nahi सॉल्व नहीं हुई | \
         nahi कुछ नहीं हुआ | nahi कोई समाधान नहीं | nahi कोई समाधान नहीं हुआ | nahi कोई हल नहीं | nahi कोई हल नहीं निकला | \
         nahi काम नहीं हुआ | nahi नहीं हो पाया | nahi नहीं हो पाई | nahi nahi hua | nahi nhi hua | nahi nahi hui | \
         nahi nhi hui | nahi nahin hua | nahi solve nahi hua | nahi solve nhi hua | nahi solve nahi hui | nahi solve nhi hui | \
         nahi solved nahi hua | nahi resolve nahi hua | nahi resolve nhi hua | nahi resolve nahi hui | \
         nahi problem solve nahi hua | nahi problem solve nahi hui | nahi problem solve nhi hui | nahi issue solve nahi hua | \
         nahi issue resolve nahi hua | nahi theek nahi hua | nahi thik nahi hua | nahi thik nhi hua | nahi hal nahi hua | \
         nahi hal nahi hui | nahi abhi tak nahi hua | nahi abhi tak nhi hua | nahi abhi tak nahi hui | nahi ab tak nahi hua | \
         nahi abhi nahi hua | nahi abhi nhi hua | nahi abhi tak solve nahi hua | nahi abhi tak solve nahi hui | \
         nahi abhi tak resolve nahi hua | nahi kuch nahi hua | nahi kuch nhi hua | nahi koi samadhan nahi | \
         nahi koi solution nahi | nahi koi solution nahi mila | nahi kaam nahi hua | nahi nahi ho paya | \
         nahi samadhan nahi hua | nhi नहीं हुआ | nhi नहीं हुई | nhi नहीं हुए | nhi नही हुआ | nhi नही हुई | nhi हल नहीं हुआ | \
         nhi हल नहीं हुई | nhi हल नही हुई | nhi हल नही हुआ | nhi ठीक नहीं हुआ | nhi ठीक नहीं हुई | nhi समाधान नहीं हुआ | \
         nhi समाधान नही हुआ | nhi समस्या हल नहीं हुई | nhi समस्या हल नही हुई | nhi मेरी समस्या हल नहीं हुई | \
         nhi समस्या का समाधान नहीं हुआ | nhi अभी तक नहीं हुआ | nhi अभी तक नहीं हुई | nhi अब तक नहीं हुआ | nhi अभी नहीं हुआ | \
         nhi अभी नहीं हुई | nhi अभी तक हल नहीं हुई | nhi अभी तक हल नहीं हुआ | nhi अभी तक समाधान नहीं हुआ | \
         nhi अभी तक ठीक नहीं हुआ | nhi सॉल्व नहीं हुआ | nhi सॉल्व नहीं हुई | nhi कुछ नहीं हुआ | nhi कोई समाधान नहीं | \
         nhi कोई समाधान नहीं हुआ | nhi कोई हल नहीं | nhi कोई हल नहीं निकला | nhi काम नहीं हुआ | nhi नहीं हो पाया | \
         nhi नहीं हो पाई | nhi nahi hua | nhi nhi hua | nhi nahi hui | nhi nhi hui | nhi nahin hua | nhi solve nahi hua | \
         nhi solve nhi hua | nhi solve nahi hui | nhi solve nhi hui | nhi solved nahi hua | nhi resolve nahi hua | \
         nhi resolve nhi hua | nhi resolve nahi hui | nhi problem solve nahi hua | nhi problem solve nahi hui | \
         nhi problem solve nhi hui | nhi issue solve nahi hua | nhi issue resolve nahi hua | nhi theek nahi hua | \
         nhi thik nahi hua | nhi thik nhi hua | nhi hal nahi hua | nhi hal nahi hui | nhi abhi tak nahi hua | \
         nhi abhi tak nhi hua | nhi abhi tak nahi hui | nhi ab tak nahi hua | nhi abhi nahi hua | nhi abhi nhi hua | \
         nhi abhi tak solve nahi hua | nhi abhi tak solve nahi hui | nhi abhi tak resolve nahi hua | nhi kuch nahi hua | \
         nhi kuch nhi hua | nhi koi samadhan nahi | nhi koi solution nahi | nhi koi solution nahi mila | nhi kaam nahi hua | \
         nhi nahi ho paya | nhi samadhan nahi hua | no नहीं हुआ | no नहीं हुई | no नहीं हुए | no नही हुआ | no नही हुई | \
         no हल नहीं हुआ | no हल नहीं हुई | no हल नही हुई | no हल नही हुआ | no ठीक नहीं हुआ | no ठीक नहीं हुई | \
         no समाधान नहीं हुआ | no समाधान नही हुआ | no समस्या हल नहीं हुई | no समस्या हल नही हुई | no मेरी समस्या हल नहीं हुई | \
         no समस्या का समाधान नहीं हुआ | no अभी तक नहीं हुआ | no अभी तक नहीं हुई | no अब तक नहीं हुआ | no अभी नहीं हुआ | \
         no अभी नहीं हुई | no अभी तक हल नहीं हुई | no अभी तक हल नहीं हुआ | no अभी तक समाधान नहीं हुआ | \
         no अभी तक ठीक नहीं हुआ | no सॉल्व नहीं हुआ | no सॉल्व नहीं हुई | no कुछ नहीं हुआ | no कोई समाधान नहीं | \
         no कोई समाधान नहीं हुआ | no कोई हल नहीं | no कोई हल नहीं निकला | no काम नहीं हुआ | no नहीं हो पाया | no नहीं हो पाई | \
         no nahi hua | no nhi hua | no nahi hui | no nhi hui | no nahin hua | no solve nahi hua | no solve nhi hua | \
         no solve nahi hui | no solve nhi hui | no solved nahi hua | no resolve nahi hua | no resolve nhi hua | \
         no resolve nahi hui | no problem solve nahi hua | no problem solve nahi hui | no problem solve nhi hui | \
         no issue solve nahi hua | no issue resolve nahi hua | no theek nahi hua | no thik nahi hua | no thik nhi hua | \
         no hal nahi hua | no hal nahi hui | no abhi tak nahi hua | no abhi tak nhi hua | no abhi tak nahi hui | \
         no ab tak nahi hua | no abhi nahi hua | no abhi nhi hua | no abhi tak solve nahi hua | no abhi tak solve nahi hui | \
         no abhi tak resolve nahi hua | no kuch nahi hua | no kuch nhi hua | no koi samadhan nahi | no koi solution nahi | \
         no koi solution nahi mila | no kaam nahi hua | no nahi ho paya | no samadhan nahi hua | ji nahi नहीं हुआ | \
         ji nahi नहीं हुई | ji nahi नहीं हुए | ji nahi नही हुआ | ji nahi नही हुई | ji nahi हल नहीं हुआ | ji nahi हल नहीं हुई | \
         ji nahi हल नही हुई | ji nahi हल नही हुआ | ji nahi ठीक नहीं हुआ | ji nahi ठीक नहीं हुई | ji nahi समाधान नहीं हुआ | \
         ji nahi समाधान नही हुआ | ji nahi समस्या हल नहीं हुई | ji nahi समस्या हल नही हुई | ji nahi मेरी समस्या हल नहीं हुई | \
         ji nahi समस्या का समाधान नहीं हुआ | ji nahi अभी तक नहीं हुआ | ji nahi अभी तक नहीं हुई | ji nahi अब तक नहीं हुआ | \
         ji nahi अभी नहीं हुआ | ji nahi अभी नहीं हुई | ji nahi अभी तक हल नहीं हुई | ji nahi अभी तक हल नहीं हुआ | \
         ji nahi अभी तक समाधान नहीं हुआ | ji nahi अभी तक ठीक नहीं हुआ | ji nahi सॉल्व नहीं हुआ | ji nahi सॉल्व नहीं हुई | \
         ji nahi कुछ नहीं हुआ | ji nahi कोई समाधान नहीं | ji nahi कोई समाधान नहीं हुआ | ji nahi कोई हल नहीं | \
         ji nahi कोई हल नहीं निकला | ji nahi काम नहीं हुआ | ji nahi नहीं हो पाया | ji nahi नहीं हो पाई | ji nahi nahi hua | \
         ji nahi nhi hua | ji nahi nahi hui | ji nahi nhi hui | ji nahi nahin hua | ji nahi solve nahi hua | \
         ji nahi solve nhi hua | ji nahi solve nahi hui | ji nahi solve nhi hui | ji nahi solved nahi hua | \
         ji nahi resolve nahi hua | ji nahi resolve nhi hua | ji nahi resolve nahi hui | ji nahi problem solve nahi hua | \
         ji nahi problem solve nahi hui | ji nahi problem solve nhi hui | ji nahi issue solve nahi hua | \
         ji nahi issue resolve nahi hua | ji nahi theek nahi hua | ji nahi thik nahi hua | ji nahi thik nhi hua | \
         ji nahi hal nahi hua | ji nahi hal nahi hui | ji nahi abhi tak nahi hua | ji nahi abhi tak nhi hua | \
         ji nahi abhi tak nahi hui | ji nahi ab tak nahi hua | ji nahi abhi nahi hua | ji nahi abhi nhi hua | \
         ji nahi abhi tak solve nahi hua | ji nahi abhi tak solve nahi hui | ji nahi abhi tak resolve nahi hua | \
         ji nahi kuch nahi hua | ji nahi kuch nhi hua | ji nahi koi samadhan nahi | ji nahi koi solution nahi | \
         ji nahi koi solution nahi mila | ji nahi kaam nahi hua | ji nahi nahi ho paya | ji nahi samadhan nahi hua | \
         समस्या अभी भी है | समस्या वही है | problem abhi bhi hai | abhi bhi problem hai | same problem hai | अनसुलझी | अनसुलझा",
    ),
    (
        Role::Mended,
        "हो गया | हो गई | हो गयी | अब ठीक है | अब ठीक | चल रहा है | चल रही है | चलने लगा | काम कर रहा है | काम कर रही है | \
         सब ठीक है | सब ठीक | सही हो गया | सुलझ | ठीक हो गया | हल हो गया | हल हो गई | ho gaya | ho gya | hogaya | ho gayi | \
         ho gai | ab theek hai | ab thik hai | chal raha hai | chal rahi hai | chalne laga | kaam kar raha hai | \
         kam kar raha hai | sab theek hai | sab thik hai | sahi ho gaya | theek ho gaya | thik ho gaya | solve ho gaya | \
         sab sahi hai",
    ),
    (
        Role::Broken,
        "नहीं हुआ | नहीं हुई | नहीं हुए | नही हुआ | नही हुई | हल नहीं हुआ | हल नहीं हुई | हल नही हुई | हल नही हुआ | \
         ठीक नहीं हुआ | ठीक नहीं हुई | समाधान नहीं हुआ | समाधान नही हुआ | समस्या हल नहीं हुई | समस्या हल नही हुई | \
         मेरी समस्या हल नहीं हुई | समस्या का समाधान नहीं हुआ | अभी तक नहीं हुआ | अभी तक नहीं हुई | अब तक नहीं हुआ | \
         अभी नहीं हुआ | अभी नहीं हुई | अभी तक हल नहीं हुई | अभी तक हल नहीं हुआ | अभी तक समाधान नहीं हुआ | \
         अभी तक ठीक नहीं हुआ | सॉल्व नहीं हुआ | सॉल्व नहीं हुई | कुछ नहीं हुआ | कोई समाधान नहीं | कोई समाधान नहीं हुआ | \
         कोई हल नहीं | कोई हल नहीं निकला | काम नहीं हुआ | नहीं हो पाया | नहीं हो पाई | nahi hua | nhi hua | nahi hui | \
         nhi hui | nahin hua | solve nahi hua | solve nhi hua | solve nahi hui | solve nhi hui | solved nahi hua | \
         resolve nahi hua | resolve nhi hua | resolve nahi hui | problem solve nahi hua | problem solve nahi hui | \
         problem solve nhi hui | issue solve nahi hua | issue resolve nahi hua | theek nahi hua | thik nahi hua | \
         thik nhi hua | hal nahi hua | hal nahi hui | abhi tak nahi hua | abhi tak nhi hua | abhi tak nahi hui | \
         ab tak nahi hua | abhi nahi hua | abhi nhi hua | abhi tak solve nahi hua | abhi tak solve nahi hui | \
         abhi tak resolve nahi hua | kuch nahi hua | kuch nhi hua | koi samadhan nahi | koi solution nahi | \
         koi solution nahi mila | kaam nahi hua | nahi ho paya | samadhan nahi hua | काम नहीं कर रहा | काम नहीं कर रही | \
         नहीं चल रहा | नहीं चल रही | वही समस्या | समस्या वही | अभी भी समस्या | समस्या अभी भी | अभी भी वही | अब भी समस्या | \
         अभी भी इंतजार | अब भी इंतजार | इंतजार कर रहा हूं | समस्या बनी हुई | समस्या जारी | खराब है | बंद है | बंद पड़ा | \
         कोई फायदा नहीं | kaam nahi kar raha | kam nahi kar raha | nahi chal raha | nhi chal raha | wahi problem | \
         same problem | same issue | problem abhi bhi | abhi bhi problem | abhi bhi same | abhi bhi wahi | ab bhi problem | \
         abhi bhi wait | intezar kar raha | wait kar raha | kharab hai | band hai | koi fayda nahi",
    ),
    (
        Role::Pending,
        "अभी भी | अब भी | अभी तक | चाहिए | चाहता | चाहती | होना | कब | जब | कैसे | अगर | कहा | बोला | बोले | कह रहे | बताया | \
         वादा | आधा | आधी | थोड़ा | इंतजार | उम्मीद | कृपया | प्लीज | होगा | होगी | करो | करें | कर दो | जल्दी करो | \
         हो जाएगा | हो जाए | abhi bhi | abhi tak | ab bhi | chahiye | chahta | kab | jab | kaise | agar | kaha | bola | bole | \
         bataya | wada | aadha | thoda | intezar | wait | umeed | kripya | hoga | hogi | karo | kar do | jaldi karo | \
         ho jayega | ho jaye",
    ),
    (
        Role::Refusal,
        "नहीं धन्यवाद | नहीं शुक्रिया | जी नहीं धन्यवाद | नहीं थैंक्यू | नहीं थैंक्स | ना धन्यवाद | रुचि नहीं | रुचि नहीं है | \
         मुझे इस सर्वे में रुचि नहीं है | मुझे इसमें रुचि नहीं है | इसमें रुचि नहीं है | मुझे इसमें कोई रुचि नहीं है | \
         मुझे रुचि नहीं | मुझे रुचि नहीं है | कोई रुचि नहीं | कोई रुचि नहीं है | दिलचस्पी नहीं | दिलचस्पी नहीं है | \
         मुझे दिलचस्पी नहीं है | इच्छा नहीं है | इंटरेस्ट नहीं है | इंटरेस्टेड नहीं | नहीं चाहिए | मुझे नहीं चाहिए | \
         जवाब नहीं देना | मुझे जवाब नहीं देना | जवाब नहीं देना है | मुझे जवाब नहीं देना है | जवाब नहीं देना चाहता | \
         मैं जवाब नहीं देना चाहता | मैं जवाब नहीं देना चाहती | रेटिंग नहीं देना | रेटिंग नहीं देनी | मुझे रेटिंग नहीं देनी | \
         नहीं देना | नहीं देनी | नहीं देना है | मुझे नहीं देना | मुझे नहीं देना है | नहीं दूंगा | नहीं दूंगी | \
         जवाब नहीं दूंगा | रेटिंग नहीं दूंगा | मैं नहीं देना चाहता | भाग नहीं लेना | मुझे भाग नहीं लेना | \
         मैं भाग नहीं लेना चाहता | कोई टिप्पणी नहीं | समय नहीं है | मेरे पास समय नहीं | मेरे पास समय नहीं है | टाइम नहीं है | \
         मेरे पास टाइम नहीं है | अभी समय नहीं है | छोड़ो | छोड़ दो | रहने दो | रहने दीजिए | परेशान मत करो | \
         मुझे परेशान मत करो | तंग मत करो | अभी नहीं धन्यवाद | मना करता हूं | इनकार | नहीं करना | मुझे नहीं करना | \
         सर्वे नहीं करना | मुझे सर्वे नहीं करना | nahi dhanyavad | nahi dhanyawad | nahi thank you | nahi thanks | \
         nhi thanks | nhi thank you | nahi shukriya | na thanks | ruchi nahi hai | mujhe ruchi nahi hai | interest nahi hai | \
         mujhe interest nahi hai | mujhe interest nahi | interest nahi | koi interest nahi | mujhe koi interest nahi hai | \
         mujhe isme interest nahi hai | interested nahi | interested nahi hu | mai interested nahi hu | \
         main interested nahi hu | not interested ji | nahi chahiye | nhi chahiye | mujhe nahi chahiye | jawab nahi dena | \
         mujhe jawab nahi dena | rating nahi deni | rating nahi dena | mujhe rating nahi deni | nahi dena | nhi dena | \
         nahi deni | nahi dena hai | mujhe nahi dena | mujhe nhi dena | mujhe nahi dena hai | nahi dena chahta | \
         nahi dena chahta hu | mai nahi dena chahta | main nahi dena chahta | nahi dunga | nhi dunga | jawab nahi dunga | \
         rating nahi dunga | time nahi hai | time nhi hai | mere paas time nahi hai | mere pas time nahi | samay nahi hai | \
         chhodo | chodo | rehne do | rahne do | pareshan mat karo | mujhe pareshan mat karo | disturb mat karo | \
         tang mat karo | nahi karna | mujhe nahi karna | nhi karna | survey nahi karna | mujhe survey nahi karna",
    ),
    (
        Role::Nothing,
        "नहीं | नही | ना | न | जी नहीं | कुछ नहीं | कुछ नही | कुछ भी नहीं | कुछ खास नहीं | कोई नहीं | कोई सुझाव नहीं | \
         कोई सुझाव नहीं है | कोई टिप्पणी नहीं | कोई शिकायत नहीं | कोई शिकायत नहीं है | पता नहीं | मुझे नहीं पता | मालूम नहीं | \
         कुछ नहीं है | कुछ नहीं कहना | कुछ नहीं कहना है | मुझे कुछ नहीं कहना | सब ठीक है | सब अच्छा है | सब बढ़िया है | \
         सब सही है | शून्य | nahi | nhi | nahin | na | ji nahi | kuch nahi | kuch nhi | kuchh nahi | kuch bhi nahi | \
         kuch khas nahi | koi nahi | koi sujhav nahi | koi suggestion nahi | koi shikayat nahi | koi complaint nahi | \
         pata nahi | pta nhi | mujhe nahi pata | malum nahi | kuch nahi kehna | kuch nahi hai | sab theek hai | sab thik hai | \
         sab thik h | sab badhiya hai | sab accha hai | sab sahi hai",
    ),
    (
        Role::Polite,
        "जी | धन्यवाद | बहुत धन्यवाद | बहुत बहुत धन्यवाद | आपका धन्यवाद | धन्यवाद जी | शुक्रिया | बहुत शुक्रिया | थैंक्यू | \
         थैंक यू | थैंक्स | माफ कीजिए | माफ करना | माफ करें | क्षमा करें | क्षमा कीजिए | सॉरी | सर | मैडम | भाई | कृपया | \
         प्लीज | अभी | आज | नमस्ते | नमस्कार | अलविदा | शुभ दिन | है | ji | dhanyavad | dhanyawad | dhanyvaad | dhanyavaad | \
         bahut dhanyavad | shukriya | bahut shukriya | maaf karna | maaf kijiye | maf karo | sorry | sir | madam | bhai | \
         bhaiya | kripya | abhi | aaj | namaste | alvida | hai",
    ),
    (
        Role::Automatic,
        "गाड़ी चला रहा | गाड़ी चला रही | ड्राइव कर रहा | ड्राइव कर रही | ड्राइविंग कर रहा | ड्राइविंग कर रही | \
         ड्राइव करते समय | गाड़ी चलाते समय | कार चला रहा | स्वचालित उत्तर | स्वचालित जवाब | स्वचालित संदेश | स्वतः उत्तर | \
         ऑटो रिप्लाई | ऑटो रिप्लाय | ऑटोमैटिक रिप्लाई | छुट्टी पर हूं | छुट्टी पर | कार्यालय से बाहर | ऑफिस से बाहर | \
         मीटिंग में हूं | मैं मीटिंग में | बैठक में हूं | अभी बात नहीं कर सकता | अभी बात नहीं कर सकती | बाद में कॉल करता | \
         बाद में कॉल करूंगा | बाद में बात करता | बाद में बात करते | बाद में फोन करता | थोड़ी देर में कॉल करता | \
         अभी व्यस्त हूं | परेशान न करें | gaadi chala raha | gadi chala raha | gaadi chala rahi | gadi chala rahi | \
         drive kar raha | drive kar rahi | driving kar raha | meeting me hu | meeting mein hu | meeting mein hoon | \
         meeting me hoon | main meeting me | baad me call karta | baad mein call karta | baad me call karunga | \
         baad mein call karunga | bad me call karta | bad me call karunga | baad me baat karta | baad me baat karte | \
         abhi baat nahi kar sakta | abhi busy hu | abhi busy hoon | chutti par hu | chutti pe hu",
    ),
    (
        Role::Reaction,
        "पसंद किया | पसंद आया | को पसंद किया | नापसंद किया | प्रतिक्रिया दी | प्रतिक्रिया | हंसे | पर हंसे | पर ज़ोर दिया | \
         ज़ोर दिया | सवाल किया | प्यार किया | लाइक किया | like kiya | pasand kiya",
    ),
    (
        Role::Idle,
        "नमस्ते | नमस्ते जी | नमस्कार | हेलो | हैलो | हलो | हाय | राम राम | जय श्री राम | जय हिंद | राधे राधे | सत श्री अकाल | \
         सुप्रभात | शुभ प्रभात | शुभ संध्या | गुड मॉर्निंग | ठीक | ठीक है | ठीक हैं | ओके | अच्छा | अच्छा जी | हां | हां जी | \
         हा | जी हां | नहीं | नही | जी | क्या | कौन | कौन हो | आप कौन | कौन है | आप कौन हैं | हम्म | हाहा | टेस्ट | namaste | \
         namaste ji | namaskar | namste | helo | hlo | hlw | hy | ram ram | jai shri ram | jai hind | radhe radhe | theek | \
         theek hai | thik | thik hai | thik h | tk | ok ji | okay ji | accha | acha | achha | accha ji | haan | han | ha | \
         haan ji | ji haan | nahi | nhi | ji | kya | kaun | kon | kaun ho | kon ho | aap kaun | aap kon | aap kaun ho | \
         kaun hai | kon hai | hmm | haha",
    ),
    (
        Role::Good,
        "बढ़िया | बढिया | बहुत बढ़िया | शानदार | उत्कृष्ट | बेहतरीन | लाजवाब | बहुत अच्छा | बहुत अच्छी | बहुत अच्छे | \
         बहुत ही अच्छा | बहुत ही अच्छी | सबसे अच्छा | सबसे अच्छी | सबसे बढ़िया | सर्वश्रेष्ठ | सर्वोत्तम | जबरदस्त | कमाल | \
         मस्त | अद्भुत | वाह | सुझाव दूंगा | सुझाव दूंगी | सिफारिश करूंगा | सिफारिश करूंगी | रिकमेंड करूंगा | एक नंबर | \
         badhiya | badiya | bahut badhiya | shandar | shandaar | utkrisht | behtareen | behtarin | lajawab | lajawaab | \
         bahut accha | bahut acha | bahut achha | bahut achhi | bahut acchi | bahut achi | bohot accha | bohot acha | \
         bohot acchi | bohot achi | bohot achhi | bhot accha | bhot acha | bhot achi | sabse accha | sabse acchi | \
         sabse achi | zabardast | jabardast | kamaal | kamal | mast | ek number | recommend karunga | recommend karungi | \
         zaroor recommend | jarur recommend",
    ),
    (
        Role::Nice,
        "अच्छा | अच्छी | अच्छे | बढ़िया | शानदार | बेहतरीन | ठीक | सही | उचित | कम | सस्ता | सस्ती | तेज | विनम्र | उत्तम | \
         accha | acha | achha | acchi | achhi | achi | acche | badhiya | badiya | shandar | theek | thik | sahi | uchit | \
         kam | sasta | sasti",
    ),
    (
        Role::Aside,
        "रुको | रुकिए | एक मिनट रुको | इंतजार कीजिए | इंतजार करें | इंतजार करो | थोड़ा इंतजार करें | कृपया इंतजार करें | \
         कीमत नहीं | कीमत की बात नहीं | दाम नहीं | kimat nahi | व्यवहार नहीं | जानकारी की बात नहीं | इंतजार कर सकता | \
         मुझे नहीं पता | मुझे पता नहीं | मुझे नहीं पता था | मुझे पता नहीं था | intezar karo | intezar kijiye | \
         mujhe nahi pata | mujhe pata nahi | mujhe nahi pata tha | kripya intezar | wait karo | wait kijiye | wait kro | \
         natural",
    ),
    (
        Role::Lack,
        "कोई परिणाम नहीं | परिणाम नहीं | परिणाम नहीं मिला | कोई नतीजा नहीं | नतीजा नहीं निकला | नतीजा नहीं | कोई समाधान नहीं | \
         समाधान नहीं | समाधान नहीं हुआ | समाधान नहीं मिला | जानकारी नहीं | जानकारी नहीं थी | कोई जानकारी नहीं | \
         जानकारी नहीं है | ज्ञान नहीं | कोई ज्ञान नहीं | तमीज नहीं | तमीज नहीं है | बात करने की तमीज नहीं | व्यवहार ठीक नहीं | \
         व्यवहार अच्छा नहीं | koi result nahi | result nahi | koi samadhan nahi | samadhan nahi | solution nahi | \
         koi solution nahi | jankari nahi | jankari nahi thi | koi jankari nahi | gyan nahi | knowledge nahi | \
         koi knowledge nahi | tameez nahi | tamiz nahi | solve nahi | resolve nahi | हल नहीं | पता नहीं | pata nahi | \
         kuch pata nahi | कुछ पता नहीं",
    ),
    (
        Role::Bad,
        "घटिया | बहुत घटिया | सबसे घटिया | बकवास | बेकार | बहुत बेकार | बहुत बुरा | बहुत बुरी | बहुत बुरे | बहुत खराब | \
         बहुत ही खराब | बहुत ही बुरा | बहुत ही बुरी | सबसे खराब | सबसे बुरा | सबसे बुरी | वाहियात | फालतू | निराशाजनक | \
         शर्मनाक | थर्ड क्लास | भयानक | सुझाव नहीं दूंगा | सुझाव नहीं दूंगी | सिफारिश नहीं करूंगा | सिफारिश नहीं करूंगी | \
         रिकमेंड नहीं करूंगा | कभी सुझाव नहीं | ghatiya | bahut ghatiya | bakwas | bakwaas | bekar | bekaar | bahut bekar | \
         bahut bura | bahut buri | bahut kharab | bohot kharab | bohot bura | bohot buri | bhot kharab | bhut kharab | \
         sabse kharab | sabse bura | sabse ghatiya | wahiyat | faltu | third class | recommend nahi | recommend nahi karunga | \
         recommend nhi karunga | sujhav nahi dunga | संतुष्ट नहीं | संतुष्ट नही | खुश नहीं | खुश नही | बहुत अच्छा नहीं | \
         बहुत अच्छा नही | बहुत अच्छी नहीं | बहुत अच्छी नही | अच्छा नहीं | अच्छा नही | अच्छी नहीं | अच्छी नही | बढ़िया नहीं | \
         बढ़िया नही | santusht nahi | santusht nhi | khush nahi | khush nhi | bahut accha nahi | bahut accha nhi | \
         bahut acchi nahi | bahut acchi nhi | accha nahi | accha nhi | acha nahi | acha nhi | acchi nahi | acchi nhi | \
         achi nahi | achi nhi | achha nahi | achha nhi | achhi nahi | achhi nhi | badhiya nahi | badhiya nhi | happy nahi | \
         happy nhi | satisfied nahi | satisfied nhi",
    ),
    (
        Role::Fine,
        "ठीक | ठीक है | ठीक था | ठीक थी | ठीक थे | ठीक ठाक | अच्छा | अच्छी | अच्छे | अच्छा था | अच्छी थी | बढ़िया | \
         बढ़िया था | बढ़िया थी | सही | सही था | सही थी | कोई समस्या नहीं | कोई दिक्कत नहीं | कोई परेशानी नहीं | \
         कोई शिकायत नहीं | बुरा नहीं | बुरी नहीं | खराब नहीं | कोई बात नहीं | theek | thik | theek hai | thik hai | \
         theek tha | theek thi | thik tha | thik thi | accha | acha | achha | acchi | achi | achhi | accha tha | acha tha | \
         acchi thi | achi thi | badhiya | badhiya tha | sahi | sahi tha | koi problem nahi | koi problem nhi | \
         koi dikkat nahi | koi dikkat nhi | koi issue nahi | koi complaint nahi | koi shikayat nahi | bura nahi | bura nhi | \
         kharab nahi | kharab nhi | koi baat nahi | koi baat nhi",
    ),
];
