//! Hindi, in its own script and as it is typed in Latin letters; the dot below and the moon dot are folded before a word is looked up.

use super::{Language, Role};

pub(super) static HINDI: Language =
    Language {
        code: "hi", yes_no: ["हाँ", "नहीं"], hides_others: false, plurals: &["on", "ein", "ों", "ें", "ियां"], words: &[WORDS]
    };

const WORDS: &[(Role, &str)] = &[
    (Role::Lead, "toh | तो"),
    (Role::LevelLead, "level | satar | स्तर | लेवल"),
    (Role::Best, "उत्कृष्ट | सर्वोत्तम | सर्वश्रेष्ठ | बेहतरीन | लाजवाब | utkrisht | behtareen | behtarin | lajawab | excellent | excellent service"),
    (Role::Level(5), "शानदार सर्विस | शानदार सेवा | shandar service | shandaar service"),
    (Role::Likely(0), "bilkul nahi | bilkul nhi | bilkul bhi nahi | बिल्कुल नहीं | बिलकुल नहीं"),
    (Role::Given, "likh lo | likh do | likho | लिख लो | लिख दो | deti hu | deta hu | deti hun | deta hun"),
    (Role::Give, "is baar | is bar | इस बार"),
    (Role::Former, "pichli baar | pichhli baar | पिछली बार"),
    (
        Role::Refusal,
        "{survey,surveys,sarve,iske,is,jawab dene,सर्वे,इसके,इस} {ke liye ,ke liye abhi ,के लिए ,}{time,samay,waqt,samay abhi,टाइम,समय,वक्त} {nahi,nhi,nahin,नहीं} {hai,h,है} | \
         {time,samay,समय,टाइम} {nahi,nhi,नहीं} {hai,है}{ survey ke liye, सर्वे के लिए,}",
    ),
    (Role::Polite, "maaf karna | माफ करना | maaf karo | maaf kijiye | maafi"),
    // Said as a whole, from whom, in the past, in part, in between, with nothing against it.
    (
        Role::Particle,
        "overall | kul milakar | कुल मिलाकर | pure | poore | pura | पूरे | wo bhi zyada hai | वो भी ज्यादा है | \
         {meri,hamari} taraf se | {मेरी,हमारी} तरफ से",
    ),
    (Role::Lead, "overall | kul milakar | कुल मिलाकर | {aaj,ab,is baar,आज,अब,इस बार}"),
    (Role::Polite, "phir bhi shukriya | phir bhi dhanyavad | phir bhi dhanyavaad | फिर भी धन्यवाद | फिर भी शुक्रिया | phir bhi thanks"),
    (
        Role::Resolved,
        "{problem,samasya,dikkat,issue,प्रॉब्लम,समस्या,दिक्कत} {solve ho gayi,solve ho gaya,theek ho gayi,theek ho gaya,thik ho gayi,thik ho gaya,hal ho gayi,solved,हल हो गई,ठीक हो गई,सॉल्व हो गई,हल हो गयी}{, hai, है}",
    ),
    (Role::Former, "{pichli baar,pichhli baar,pichle mahine,pehle,पिछली बार,पिछले महीने,पहले} {,maine ,मैंने }{diya tha ,di thi ,दिया था ,}"),
    (
        Role::Reported,
        "{mere pati,meri patni,meri wife,mere husband,papa,mummy,मेरे पति,मेरी पत्नी,पापा,मम्मी} {kehte hain,kehti hain,bole,boli,bolte hain,ne kaha,कहते हैं,कहती हैं,ने कहा,बोले}{, ki}",
    ),
    (Role::Between, "ke beech | ke beech me | ke beech mein | के बीच | के बीच में"),
    (Role::Given, "likh lo | likh do | likh dijiye | likho | लिख लो | लिख दो | लिख दीजिए | rakh lo | maan lo | रख लो | मान लो | kar do"),
    (Role::Partly, "thoda | thoda sa | aadha | adha | shuru me | थोड़ा | आधा | शुरू में | filhal | फिलहाल"),
    (Role::Tedious, "ghante | ghanta | din | hafte | mahine | baar | bar | call | calls | घंटे | दिन | हफ्ते | महीने | बार | कॉल"),
    (Role::Detail, "abhi bhi | ab bhi | ab tak | abhi tak | अभी भी | अब भी | अब तक | अभी तक"),
    (Role::Whole, "kuch khaas nahi | kuch khas nahi | कुछ खास नहीं | koi shikayat nahi | कोई शिकायत नहीं | koi dikkat nahi | कोई दिक्कत नहीं"),
    // Verdicts with their reason, corrections, what others say, refusals in sentences.
    (
        Role::Likely(10),
        "{zaroor,zarur,jarur,jaroor,ज़रूर,जरूर} {karunga,karungi,करूंगा,करूंगी,करूँगा,करूँगी,recommend karunga,recommend karungi,bataunga,बताऊंगा}",
    ),
    (Role::Likely(0), "{bilkul,बिल्कुल} {nahi karunga,nahi karungi,नहीं करूंगा,नहीं करूंगी}"),
    (Role::Regret, "afsos | दुर्भाग्य से | अफ़सोस | अफसोस"),
    (Role::Supposed, "{hota,होता,deta,देता,deti,देती,milta,मिलता,ho sakta tha,हो सकता था}"),
    (Role::Reason, "sirf isliye | bas isliye | सिर्फ इसलिए | बस इसलिए | sirf kyunki | सिर्फ क्योंकि | wo bhi isliye"),
    (Role::Former, "{pehle,पहले,phle} {,maine ,मैंने }{,likha tha ,socha tha } | {galti se,गलती से}{, se}"),
    (
        Role::Correction,
        "galti se | गलती से | galti ho gayi | गलती हो गई | sorry | nahi | नहीं | matlab | मतलब | asal me | असल में | likhna tha | karna tha | लिखना था | mera matlab{, tha}",
    ),
    (Role::Particle, "likhna tha | dena tha | लिखना था | yaar | bhai | यार | भाई | aur mera bhi | aur meri taraf se bhi"),
    (Role::Number(5), "paach | panj | pach | pnch"),
    (Role::Number(4), "chaar | caar | chr"),
    (Role::Number(10), "daas | dus"),
    (
        Role::Refusal,
        "{,mujhe ,main ,मुझे ,मैं }{survey,sarve,सर्वे,jawab,जवाब} {nahi,nhi,नहीं,nahin} {karna,dena,bharna,करना,देना,भरना,dunga,dungi,दूंगा,दूंगी}{, hai, है, chahta, chahti} | {abhi,अभी} {survey,jawab,सर्वे,जवाब} {nahi,nhi,नहीं} {de sakta,de sakti,de paunga,kar sakta,दे सकता,दे सकती,दे पाऊंगा}{, hu, hun, हूं, हूँ} | rating {nahi,nhi} {dena,deni,dunga,dungi}{, hai, chahta}",
    ),
    (Role::Detail, "kal | aaj | turant | कल | आज | तुरंत"),
    (Role::Condition, "depend karta | depend | निर्भर करता"),
    (
        Role::Refusal,
        "{survey,survey mein,survey me,sarve mein,isme,ismein,is survey mein} {bhaag,hissa,part} {nahi,nhi} {lena,lena hai,lena chahta,lena chahti,lunga,lungi} | {सर्वे में,इसमें,सर्वेक्षण में} {भाग,हिस्सा} नहीं {लेना,लेना है,लेना चाहता,लेना चाहती,लूंगा,लूंगी} | {jaane do,chhodo,chodo,rehne do,rahne do,rehne dijiye,rahne dijiye,chhod do,chod do} | {jaane do nahi batana,rehne do nahi batana} | {nahi,nhi} {batana,batana hai,bolna,batana chahta,batana chahti,bataunga,bataungi,dena hai,batani} | {jawab,javab,answer,rating,feedback,review} {nahi,nhi} {dena,dena hai,dunga,dungi,de sakta,de sakti,dena chahta,dena chahti} | {जवाब,उत्तर,रेटिंग,फीडबैक} नहीं {देना,देना है,दूंगा,दूंगी,देना चाहता,देना चाहती,दे सकता,दे सकती} | {नहीं बताना,नहीं बताना चाहता,नहीं बताना चाहती,नहीं बताऊंगा,बताना नहीं चाहता,बताना नहीं चाहती,रहने दो,रहने दीजिए,जाने दो,छोड़ो,छोड़ दो,अभी नहीं,आज नहीं,फिर कभी} | {abhi nahi,abhi nhi,aaj nahi,phir kabhi,baad mein,baad me,busy hoon,busy hu,busy hun,time nahi,time nahi hai,time nhi hai,samay nahi,samay nahi hai,fursat nahi} | {समय नहीं,समय नहीं है,टाइम नहीं,टाइम नहीं है,व्यस्त हूं,फुर्सत नहीं} | {batana nahi chahta,batana nahi chahti,nahi batana chahta} | {koi,mujhe} {interest nahi,dilchaspi nahi}{, hai} | मुझे {रुचि,दिलचस्पी} नहीं{, है} | survey {nahi karna,nahi karni,nhi karna}",
    ),
    (
        Role::Resolved,
        "{ho gaya,ho gya,hogaya,hogya,kaam ho gaya,kaam ho gya,theek ho gaya,thik ho gaya,sab theek,sab thik,sab theek ho gaya,solve ho gaya,solve ho gya,problem solve ho gayi,problem solve ho gaya,samasya hal ho gayi,chal raha hai,chalne laga,chalu ho gaya,sahi ho gaya}{, ab, thanks, ji, hai} | {हो गया,काम हो गया,ठीक हो गया,सब ठीक हो गया,सही हो गया,चालू हो गया,चलने लगा,चल रहा है,समस्या हल हो गई,समस्या सुलझ गई,हल हो गई,सॉल्व हो गया,सुलझ गया}{, अब, जी, धन्यवाद, है}",
    ),
    (
        Role::Unresolved,
        "{samasya,problem,dikkat} {wahi ki wahi,wahi,waisi ki waisi,abhi bhi hai,ab bhi hai,jaisi thi waisi,jyon ki tyon}{, hai} | {समस्या,दिक्कत,परेशानी} {वही की वही,वही,वैसी की वैसी,अभी भी है,अब भी है,जस की तस,ज्यों की त्यों}{, है} | {kuch nahi hua,kuch nhi hua,kuch bhi nahi hua,kaam nahi hua,kaam nhi hua,nahi hua,nhi hua,abhi tak nahi hua,theek nahi hua,solve nahi hua,hal nahi hui} | {कुछ नहीं हुआ,कुछ भी नहीं हुआ,काम नहीं हुआ,नहीं हुआ,अभी तक नहीं हुआ,ठीक नहीं हुआ,हल नहीं हुई,जस का तस}{, है}",
    ),
    (
        Role::Ease(7),
        "bahut aasan{, tha, hai, raha} | बहुत आसान{, था, है, रहा} | bohot aasan | bahut hi aasan | ekdum aasan | bilkul aasan | बिल्कुल आसान | एकदम आसान | bahut easy | very easy tha",
    ),
    (Role::Ease(6), "aasan{, tha, hai, raha} | आसान{, था, है, रहा} | asan{, tha} | easy tha | saral | सरल | सरल था"),
    (Role::Ease(5), "thoda aasan{, tha} | thik thak aasan"),
    (Role::Ease(3), "thoda mushkil{, tha, hai} | थोड़ा मुश्किल{, था} | thodi mushkil{, hui, thi} | थोड़ी मुश्किल{, हुई, थी} | thoda kathin"),
    (Role::Ease(2), "mushkil{, tha, hai} | मुश्किल{, था, है} | kathin{, tha} | कठिन{, था}"),
    (
        Role::Ease(1),
        "bahut mushkil{, tha, hai} | बहुत मुश्किल{, था, है} | bohot mushkil{, tha} | bahut kathin{, tha} | बहुत कठिन{, था} | bahut zyada mushkil | bahut hi mushkil{, tha} | बहुत ही मुश्किल{, था}",
    ),
    (Role::Level(5), "shandaar | shaandar | shandar | शानदार"),
    (Role::Level(6), "adbhut | अद्भुत था"),
    (Role::Level(1), "ghatiya | घटिया था | ekdum ghatiya | bahut ghatiya"),
    (Role::Level(3), "theek | thik | theek thak | ठीक ठाक | ठीक था"),
    (Role::Level(2), "aam | साधारण | normal"),
    (Role::Level(4), "manchahi | jaisa chaha | मनचाहा"),
    (Role::Reason, "क्योंकि | क्यूंकि | क्यूँकि | kyunki | kyuki | kyonki | kyoki | kyuki"),
    (
        Role::Unit,
        "dosto | doston | dost | दोस्तों | दोस्त | techniciano | technician | engineer | engineers | manager | managers | शिकायतों | complaint | complaints | shikayatein | ticket | tickets | raat | raatein | जगह | jagah | bache | bacche | बच्चों | घर | ghar | गाड़ी | gaadi | कमरे | kamre | account | accounts | खाते | khate | bill | bills | बिल | email | emails | option | options | वजह | wajah | taraf | tarah | तरह | alag | अलग | hafton | ghanton | दिनो | minton | minuton | mahino se | sal se | employee | employees | कर्मचारी | karmchari | bande | banda | ladke | ladki | ladka | order | orders | customer | customers | ग्राहक | grahak | ghnte | ghnta | mahine | kilometer | फोन कॉल | number | नंबर | din | dina",
    ),
    (
        Role::Particle,
        "theek rahega | ठीक रहेगा | rahega | रहेगा | sahi rahega | सही रहेगा | likh lo | लिख लो | de do | दे दो | bhai | भाई | beta | बेटा",
    ),
    (Role::Starter, "ne"),
    (Role::Lead, "meri taraf se | मेरी तरफ से | meri or se | poore | पूरे | pure | purey | mera | hamari taraf se"),
    (
        Role::About,
        "hai | है | hota hai | होता है | matlab | मतलब | ka matlab | का मतलब | dena | dene | dena padega | लायक | layak | milega | mil | milna | मिलना | मिलेगा | मिल | baj | बज | de deta | de dete | deta | dete | देता | देते | दे देता | bhi | भी | देना | देने | dunga jab | kyu | क्यों | kyon | kaise | कैसे | kya | क्या",
    ),
    // Which of two numbers counts, hedges, verbs that give a score, labels that are denied, refusals in whole sentences.
    (
        Role::Correction,
        "nahi | nhi | nahin | नहीं | नही | nahi nahi | नहीं नहीं | sorry | सॉरी | matlab | मतलब | mera matlab | मेरा मतलब | \
         balki | बल्कि | माफ कीजिए | माफ करना | माफ करें | maaf karna | maaf kijiye | maf karna | गलती से | galti se | गलत | \
         galat | अरे नहीं | arre nahi | are nahi | galti ho gayi | गलती हो गई | galat type ho gaya | galat dab gaya | गलत दब \
         गया | badalkar | बदलकर | nahi sorry | sorry sorry",
    ),
    (Role::Perhaps, "या | ya | yaa | aur | और | se | से | tak | तक | shayad | शायद | ya phir | ya fir | या फिर"),
    (Role::DenialBehind, "ki jagah | की जगह | ke bajay | के बजाय | nahi balki | नहीं बल्कि"),
    (
        Role::Former,
        "{dene,देने} {wala tha,wali thi,वाला था,वाली थी} | {dena,देना} {chahta tha,chahti thi,चाहता था,चाहती थी,tha,था} | de \
         raha tha | de rahi thi | दे रहा था | दे रही थी | {dene ka,देने का} {socha tha,सोचा था,mann tha,मन था} | hota | होता | \
         deta | देता | deti | देती",
    ),
    (
        Role::Hedge,
        "करीब | करीब करीब | लगभग | तकरीबन | karib | kareeb | lagbhag | takriban | ke aaspaas | ke aas paas | ke aspas | के \
         आसपास | के आस पास | ke karib | ke kareeb | के करीब | के लगभग | ke lagbhag",
    ),
    (Role::Lead, "bhai | bhaiya | भाई | भैया | yaar"),
    (
        Role::Particle,
        "hi milega aapko | hi milega | ही मिलेगा | ही मिलेगा आपको | le lo | ले लो | de sakta hu | de sakta hoon | de sakti hu | \
         दे सकता हूं | दे सकती हूं | dil se | दिल से | bhaiya | bhai | sir ji | भैया | भाई",
    ),
    (
        Role::Given,
        "dunga | dungi | doonga | deta hu | deta hoon | deti hu | de raha hu | de rahi hu | de sakta hu | de sakti hu | दूंगा | \
         दूंगी | देता हूं | देती हूं | दे रहा हूं | दे रही हूं | दे सकता हूं | dena chahunga | देना चाहूंगा | likh lo | लिख लो",
    ),
    (Role::Grievance, "phone kaat | phone kat | call kaat | call kat | फोन काट | फ़ोन काट | काल काट | कॉल काट"),
    (Role::Polite, "sorry | maaf kijiye | maaf kijiyega | माफ कीजिए | माफ कीजिएगा | मुझे"),
    (
        Role::Refusal,
        "rehne dijiye | rehne do | rahne dijiye | rahne do | रहने दीजिए | रहने दो | {survey,सर्वे} {nahi,नहीं} \
         {bharna,karna,dena,भरना,करना,देना}{, hai, mujhe, है, मुझे, chahta, chahti, चाहता, चाहती} | {,iska ,इसका ,is sawal ka ,इस सवाल का }{jawab,जवाब} {nahi,नहीं} {dena,देना,dunga,dungi,दूंगा,दूंगी}{, hai, mujhe, है, मुझे, chahta, chahti, चाहता, चाहती, चाहता हूं} | {nahi,नहीं} \
         {batana,bataunga,बताना,बताऊंगा}{, hai, mujhe, है, मुझे, chahta, चाहता} | {bhag,भाग,hissa,हिस्सा} {nahi,नहीं} \
         {lena,लेना,lunga,लूंगा}{, hai, है, chahta, चाहता, चाहती}",
    ),
    (
        Role::Label(1),
        "{bilkul,bilkul bhi,zara bhi,बिल्कुल,बिल्कुल भी,जरा भी} {santusht,satisfied,khush,संतुष्ट,खुश} {nahi,nhi,नहीं}{, hu, hun, hai, tha, हूं, है, था, हैं, हुए, हुआ} | \
         {santusht,satisfied,khush,संतुष्ट,खुश} {bilkul,bilkul bhi,zara bhi,बिल्कुल,बिल्कुल भी,जरा भी} {nahi,nhi,नहीं}{, hu, hai, tha, हूं, है, था, हुए}",
    ),
    (
        Role::Label(2),
        "{santusht,santust,satisfied,khush,संतुष्ट,खुश} {nahi,nhi,nahin,नहीं,नही}{, hu, hun, hoon, hai, tha, thi, hue, हूं, है, \
         था, थी, हैं, हुए, हुआ, हुई}",
    ),
    (Role::Label(3), "{na,न,ना} {santusht,संतुष्ट,khush,खुश} {na,न,ना} {asantusht,असंतुष्ट,naraz,नाराज}{, hu, hun, hai, हूं, है, हैं}"),
    // The language itself.
    (
        Role::Lead,
        "अभी | abhi | अभी तक | अब तक | abhi tak | ab tak | मैं | मै | में | मेरा | मेरी | हम | हमारा | हमारी | मेरी तरफ से | \
         मेरी ओर से | हमारी तरफ से | मेरे हिसाब से | मेरा स्कोर | मेरी रेटिंग | मेरा जवाब | मेरा उत्तर | मेरा अंक | मेरे अंक | \
         मेरा नंबर | मेरी राय | मेरी राय में | स्कोर | रेटिंग | जवाब | उत्तर | अंक | नंबर | इसे | इसको | इस | आपको | आप को | \
         आपकी | आपके | आपका | आपकी सेवा | आपकी सेवा को | आपकी सर्विस को | सेवा | सेवा को | सेवा के लिए | सेवा के | सर्विस | \
         सर्विस को | सर्विस के लिए | इस सेवा को | इस कॉल को | कॉल के लिए | एजेंट को | उनको | उन्हें | उसे | शायद | लगभग तो | \
         कुल मिलाकर | बिल्कुल | पक्का | जरूर | नमस्ते | नमस्कार | हेलो | हैलो | हाय | जी | सर | मैडम | धन्यवाद | शुक्रिया | \
         ठीक है | अच्छा | मुझे लगता है | मेरे ख्याल से | मैं देता हूं | मैं दूंगा | देता हूं | दूंगा | मैं चाहूंगा | केवल | \
         सिर्फ | बस | पूरे | पूरा | मैं तो | तो मैं | संतुष्टि | यह | ये | वह | था | है | हूं | मतलब | मेरा मतलब | मेरा मतलब था | \
         संतुष्टि स्तर | main | mai | mein | me | mera | meri | hum | hamara | hamari | meri taraf se | mere taraf se | \
         meri or se | mere hisab se | mere hisaab se | mera score | meri rating | mera rating | mera jawab | mera answer | \
         mere ank | mera ank | score | rating | jawab | jawaab | answer | ank | isko | ise | iss | is | aapko | apko | aapki | \
         apki | aapke | aapka | apka | apke | aapki service ko | apki service ko | aapki seva ko | service | service ko | \
         service ke liye | seva | seva ko | seva ke liye | call ke liye | agent ko | unko | usko | shayad | kul milakar | bilkul | \
         pakka | zaroor | jarur | zarur | namaste | namaskar | namste | ji | sir | madam | dhanyavad | dhanyawad | shukriya | \
         theek hai | thik hai | thik h | accha | acha | mujhe lagta hai | mere khayal se | deta hu | dunga | dungi | main dunga | \
         mai dunga | main deta hu | sirf | bas | pure | poore | main to | mai to | ye | yeh | santushti | matlab | mera matlab | \
         bhai | sorry | maaf karna | maf karna | service se | apki service se | aapki service se | seva se | aapki seva se | \
         call se | agent se | aapse | apse | aap se | aap logo se | support se | सॉरी | माफ करना | माफ कीजिए | सेवा से | \
         आपकी सेवा से | आपकी सेवाओं से | सर्विस से | आपकी सर्विस से | कॉल से | एजेंट से | आपसे | आप से | आप लोगों से | \
         इस सेवा से | इस कॉल से | इससे | rating deta hu | rating dunga | score hai | rating hai | jawab hai",
    ),
    (
        Role::OptionLead,
        "विकल्प | नंबर | नम्बर | ऑप्शन | जवाब | उत्तर | कारण | वजह | मुख्य कारण | मुख्य रूप से | ज्यादातर | vikalp | number | no | \
         option | jawab | karan | wajah | vajah | reason | zyadatar",
    ),
    (Role::Number(0), "शून्य | शुन्य | जीरो | ज़ीरो | सिफर | shunya | shoonya | zero | jiro | jeero"),
    (Role::Number(1), "एक | वन | ek | aek | ik"),
    (Role::Number(2), "दो | टू | do | doh | नंबर 2 | नंबर दो | नम्बर 2 | नम्बर दो | number 2 | number दो"),
    (Role::Number(3), "तीन | थ्री | teen | tin | theen | नंबर 3 | नंबर तीन | नम्बर 3 | नम्बर तीन | number 3 | number तीन"),
    (Role::Number(4), "चार | फोर | char | chaar | chhar | नंबर 4 | नंबर चार | नम्बर 4 | नम्बर चार | number 4 | number चार"),
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
    // "Number one" is praise, and a hundred no score; as numbers off the scale they are neither.
    (Role::Number(100), "एक नंबर | एक नम्बर | ek number | ek no | एक नंबर की | सौ"),
    (Role::Ordinal(1), "{पहला,पहली,पहले} {,वाला,वाली,विकल्प} | {pehla,pahla,pehli,pahli} {,wala,wali,option} | 1 नंबर | 1 number"),
    (Role::Ordinal(2), "{दूसरा,दूसरी,दुसरा} {,वाला,वाली,विकल्प} | {dusra,doosra,dusri} {,wala,wali,option}"),
    (Role::Ordinal(3), "{तीसरा,तीसरी,तिसरा} {,वाला,वाली,विकल्प} | {teesra,tisra,teesri} {,wala,wali,option}"),
    (Role::Ordinal(4), "{चौथा,चौथी} {,वाला,वाली,विकल्प} | {chautha,chotha,chauthi} {,wala,wali,option}"),
    (Role::Ordinal(5), "{पांचवां,पांचवा,पांचवी,पांचवीं} {,वाला,वाली,विकल्प} | {panchva,paanchva,panchwa,paanchwa} {,wala,wali,option}"),
    (Role::Ordinal(6), "{छठा,छठी,छठवां} {,वाला,वाली,विकल्प} | {chhatha,chatha} {,wala,wali,option}"),
    (
        Role::Label(5),
        "{बहुत,बहुत ही,बहोत,बहुत बहुत,बेहद,अत्यंत,अत्यन्त,अत्यधिक,अति,पूरी तरह,पूरी तरह से,पूर्णतः,पूर्णत:,पूर्ण रूप से,एकदम,काफी ज्यादा,bahut,bahut hi,bohot,bohot hi,bhot,boht,bhut,bahot,bohut,bahut zyada,bohot zyada,puri tarah,puri tarah se,poori tarah,poori tarah se,ekdum,ekdam,behad,atyant} {संतुष्ट,सन्तुष्ट,संतुश्ट,खुश,खूश,खुस,प्रसन्न,santusht,santust,santushth,santushta,khush,khus,khus,prasann} | \
         {बहुत,bahut,bohot,bhot,pura} {satisfied,happy} | पूर्ण संतुष्ट | पूरा संतुष्ट | पूर्णतया संतुष्ट | 100% संतुष्ट | \
         महाखुश | संतुष्ट बहुत | खुश बहुत | खूब खुश | जबरदस्त खुश | बहुत ज्यादा खुश | बहुत ज्यादा संतुष्ट",
    ),
    (
        Role::Label(4),
        "संतुष्ट | सन्तुष्ट | संतुश्ट | खुश | खूश | खुस | प्रसन्न | santusht | santust | santushth | santushta | khush | khus | \
         prasann",
    ),
    (
        Role::Label(3),
        "तटस्थ | औसत | सामान्य | न संतुष्ट न असंतुष्ट | ना संतुष्ट ना असंतुष्ट | न खुश न नाखुश | ना खुश ना नाखुश | \
         ना खुश ना नाराज | tatasth | ausat | na khush na nakhush | na santusht na asantusht | average",
    ),
    (Role::Label(2), "असंतुष्ट | असन्तुष्ट | नाखुश | नाराज | अप्रसन्न | asantusht | asantust | nakhush | naakhush | naraz | naraaz"),
    (
        Role::Label(1),
        "{बहुत,बहुत ही,बहोत,बहुत बहुत,बेहद,अत्यंत,अत्यन्त,अत्यधिक,अति,पूरी तरह,पूरी तरह से,पूर्णतः,पूर्णत:,पूर्ण रूप से,एकदम,काफी ज्यादा,bahut,bahut hi,bohot,bohot hi,bhot,boht,bhut,bahot,bohut,bahut zyada,bohot zyada,puri tarah,puri tarah se,poori tarah,poori tarah se,ekdum,ekdam,behad,atyant} {असंतुष्ट,असन्तुष्ट,नाखुश,नाराज,अप्रसन्न,asantusht,asantust,nakhush,naakhush,naraz,naraaz} | \
         {बहुत,bahut,bohot,bhot} {dissatisfied,unhappy,unsatisfied} | बिल्कुल असंतुष्ट | bilkul asantusht | बिल्कुल संतुष्ट नहीं | \
         बिल्कुल भी संतुष्ट नहीं | बिल्कुल खुश नहीं | बिल्कुल भी खुश नहीं | bilkul khush nahi | bilkul bhi khush nahi | \
         bilkul santusht nahi | bilkul bhi santusht nahi | जरा भी संतुष्ट नहीं | जरा भी खुश नहीं | zara bhi khush nahi | \
         पूर्ण असंतुष्ट | पूर्णतया असंतुष्ट | बहुत ज्यादा नाराज | बहुत ज्यादा असंतुष्ट",
    ),
    (
        Role::Full,
        "पूरे अंक | पूरे नंबर | पूरे नम्बर | पूर्ण अंक | पूर्णांक | फुल मार्क्स | फुल मार्क | पूरे मार्क्स | poore number | \
         pure number | pure numbers | poore marks | pure marks | poore ank | pure ank | full number | फुल नंबर",
    ),
    (Role::Star, "स्टार | स्टार्स | सितारा | सितारे | सितारों | तारा | तारे | star | stars | staar | sitara | sitare | tare | taare"),
    (Role::Point, "अंक | अंकों | नंबर | नम्बर | प्वाइंट | पॉइंट | पाइंट | मार्क्स | मार्क | ank | number | numbers | nambar | numbar"),
    (Role::OutOf, "बटा | बटे | आउट ऑफ | bata | bate"),
    (Role::Among, "में से | मे से | में | me se | mein se | mai se | m se | may se | main se | mese | meinse"),
    (
        Role::Unit,
        "मिनट | मिनिट | मिनटों | मिंट | सेकंड | सेकेंड | घंटा | घंटे | घंटों | घण्टे | दिन | दिनों | सप्ताह | हफ्ता | हफ्ते | \
         हफ्तों | महीना | महीने | महीनों | साल | सालों | वर्ष | बार | दफा | मर्तबा | बजे | बजकर | रुपये | रुपए | रुपया | रूपये | \
         रुपयों | रूपए | पैसे | पैसा | डॉलर | प्रतिशत | फीसदी | परसेंट | लोग | लोगों | आदमी | व्यक्ति | एजेंट | एजेंटों | कॉल | \
         कॉल्स | फोन | मैसेज | ईमेल | शिकायत | शिकायतें | सौ | हजार | लाख | करोड़ | किलो | किमी | जीबी | ऑर्डर | बच्चे | गुना | \
         तारीख | जनवरी | फरवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर | सितम्बर | अक्टूबर | नवंबर | दिसंबर | सुबह | \
         शाम | रात | दोपहर | अंकों का | नंबर से | नंबर पर | सवाल | चीजें | बातें | घंटे बाद | दिन बाद | स्टार नहीं | \
         स्टार सेवा नहीं | स्टार सर्विस नहीं | स्टार होटल | नंबर का | नंबर वाला | नंबर वाले | अंक का | अंक कम | minute | minit | \
         mint | mnt | second | ghanta | ghante | ghanto | din | dino | hafta | hafte | mahina | mahine | mahino | saal | sal | \
         baar | bar | dafa | baje | bje | bajkar | rupaye | rupay | rupees | rupee | rs | rupya | paise | paisa | percent | \
         pratishat | log | logo | logon | aadmi | admi | agents | call | calls | phone | sms | message | hazar | hajar | hazaar | \
         lakh | karod | crore | kilo | gb | order | bache | guna | tarikh | tareekh | subah | shaam | raat | star nahi | \
         star nhi | star service nahi | star service nhi | star hotel | sawal | cheeze | number se | number ka | number wala | \
         ank kam | ke baad | ke bad | के बाद | के बजाय | से कम | se kam | se jyada | se zyada | से ज्यादा | से अधिक",
    ),
    (Role::Half, "और आधा | aur aadha | aur adha | ½ | सही एक बटा दो | दशमलव पांच | पॉइंट पांच | point panch | point paanch"),
    (
        Role::Or,
        "या | अथवा | या फिर | या शायद | से | और | तक | व | शायद | नहीं | नही | नहीं नहीं | मतलब | मेरा मतलब | यानी | यानि | \
         बल्कि | माफ कीजिए | माफ करना | माफ करें | सॉरी | रुको | रुकिए | गलत | गलती से | अरे | अरे नहीं | ya | ya fir | ya phir | \
         yaa | ya shayad | se | aur | tak | shayad | nahi | nhi | nahin | nahi nahi | nhi nhi | matlab | mera matlab | yani | \
         yaani | balki | galti se | galat | ruko | are | arre | maaf karna | maaf kijiye | maf karna | ki jagah | की जगह | बदलकर | \
         ke bajay",
    ),
    (
        Role::Starter,
        "सबको | sabko | sab ko | उनके | उसने | मेरी | मेरा | अपनी | शिकायत | जानकारी | कीमत | महिला | मैनेजर | देर | लंबा | \
         लम्बा | लेट | रिफंड | इतना | इतनी | ऐसा | ऐसी | हमेशा | हर | अगली | आगे | दोबारा | सुधार | ध्यान | मजेदार | uske | usne | \
         meri | mera | apni | shikayat | jankari | der | lamba | late | refund | itna | itni | aisa | aisi | hamesha | har | \
         aage | dobara | sudhar | dhyan | response | manager | executive | madam | sir | आसान | आसानी | मुश्किल | कठिन | aasan | \
         asaan | aasani | mushkil | kathin | बहुत | बहोत | सेवा | सर्विस | अच्छा | अच्छी | अच्छे | बढ़िया | बढिया | शानदार | \
         धन्यवाद | शुक्रिया | थैंक्यू | थैंक | थैंक्स | एजेंट | कर्मचारी | कर्मचारियों | आपका | आपकी | आपके | आपने | मुझे | मैं | \
         मैंने | हम | हमें | हमारी | लेकिन | पर | मगर | किन्तु | परंतु | क्योंकि | क्यूंकि | इसलिए | मजा | मजा आ गया | कोई | कुछ | \
         किसी | बुरा | बुरी | बुरे | खराब | घटिया | बकवास | बेकार | गंदा | गंदी | धीमी | धीमा | तेज | जल्दी | समय | इंतजार | \
         समस्या | समाधान | काम | बात | बातचीत | व्यवहार | स्टाफ | मदद | सहायता | संतुष्ट | खुश | असंतुष्ट | नाखुश | उत्कृष्ट | \
         बेहतरीन | बेहतर | लाजवाब | मस्त | सबसे | सब | सभी | वाह | कमाल | जबरदस्त | निराश | निराशाजनक | परेशान | यह | ये | वह | \
         वो | इस | इसके | उन्होंने | उनका | उनकी | आप | कृपया | प्लीज | अभी | अब | फिर | कभी | कस्टमर | कॉल | टीम | एकदम | \
         बिल्कुल | पूरी | पूरा | सही | ठीक | अति | अत्यंत | काफी | थोड़ा | थोड़ी | सुझाव | जरूर | रिप्रेजेंटेटिव | प्रतिनिधि | \
         लड़का | लड़की | भाई | भैया | विनम्र | मददगार | दोस्ताना | बदतमीज | अनुभव | जवाब | लगा | लगी | 20 | शुभकामनाएं | आभार | \
         सुपर | फालतू | वाहियात | बेहद | रुखा | रूखा | अशिष्ट | प्रोफेशनल | सेवाएं | सर्वश्रेष्ठ | अद्भुत | औसत | ज्यादा | \
         कम्पनी | कंपनी | bahut | bohot | bhot | boht | bhut | bahot | bohut | service | seva | sewa | accha | acha | achha | \
         achhi | acchi | achi | acche | ache | achhe | badhiya | badiya | shandar | shandaar | dhanyavad | dhanyawad | dhanyvad | \
         shukriya | aap | aapka | aapki | aapke | aapne | apne | apka | apki | apke | mujhe | muje | mai | main | maine | mene | \
         hum | hame | humein | lekin | par | magar | kyunki | kyuki | kyonki | maza | maja | koi | kuch | kuchh | kisi | bura | \
         buri | kharab | ghatiya | bakwas | bakwaas | bekar | bekaar | ganda | gandi | dheemi | tez | jaldi | samay | intezar | \
         intazar | intezaar | wait | samasya | samadhan | kaam | baat | vyavhar | behavior | behaviour | staff | madad | \
         santusht | khush | nakhush | asantusht | utkrisht | behtareen | behtar | lajawab | mast | sabse | sab | sabhi | wah | \
         waah | kamal | kamaal | zabardast | jabardast | nirash | pareshan | ye | yeh | wo | woh | unhone | unka | unki | kripya | \
         abhi | ab | phir | fir | kabhi | customer | ekdum | ekdam | bilkul | puri | pura | poori | sahi | theek | thik | kaafi | \
         kafi | thoda | thodi | sujhav | zaroor | jarur | zarur | ladka | ladki | bhai | bhaiya | badtameez | badtamiz | anubhav | \
         jawab | laga | lagi | faltu | fultu | wahiyat | very | recommend | resolve | issue | problem | excellent | bole | bola | \
         time | team | company | good | nice | super",
    ),
    (
        Role::Particle,
        "आपको | aapko | apko | जी | है | हैं | हूं | हुं | हू | हु | था | थी | थे | रहा | रही | {देता,देती} {हूं,हु,हूं जी} | \
         देते हैं | {,मैं} {दूंगा,दूंगी,दुंगा,दुंगी,देंगे} | मैं {देता,देती} हूं | \
         देना {चाहूंगा,चाहूंगी,चाहेंगे,चाहता हूं,चाहती हूं} | दे {रहा हूं,रही हूं,रहे हैं,दूंगा,दो,दीजिए} | दिया | दिए | दिये | \
         दी | कहूंगा | कहूंगी | मानता हूं | रखूंगा | दो | दीजिए | लिखो | लिख {लो,दो} | {मेरी,हमारी} {तरफ,ओर} से | मेरे हिसाब से | \
         की तरफ से | {,की} रेटिंग {,देता हूं,दूंगा,है} | के बीच {,में} | के बराबर | {सही,ठीक} है | पक्का | सर | मैडम | केवल | \
         सिर्फ | बस | ही {,है,दूंगा} | तो {,है} | कृपया | प्लीज | वाला | पूरे | यार | दोस्त | भाई | ji | hai | hain | hei | h | \
         hu | hun | hoon | hoo | hu ji | tha | thi | raha | {deta,deti} {hu,hoon,hun} | dete {hai,hain} | dunga | dungi | doonga | \
         doongi | denge | dena {chahunga,chahungi,chahta hu,chahta hoon} | de {raha hu,raha hoon,rahi hu,dunga,do} | diya | diye | \
         di | kahunga | kahungi | maanta hu | dedo | do | {,de} dijiye | likho | likh {lo,do} | {meri,mere,hamari} taraf se | \
         mere hisab se | ki taraf se | {,ki} rating {,deta hu,dunga,hai} | ke {beech,bich} {,mein,me} | ke barabar | \
         {sahi,theek,thik} hai | pakka | sir | madam | sirf | bas | hi {,hai,dunga} | to | toh | plz | please | wala | pure | \
         yaar | yar | bhai",
    ),
    (Role::Not, "नहीं | नही | नहि | न | ना | मत | कभी नहीं | बिना | nahi | nahin | nhi | nahee | nai | na | mat | kabhi nahi | nahi hai"),
    (Role::Without, "बिना | के बिना | के अलावा | को छोड़कर | सिवाय | के सिवा | bina | ke bina | ke alawa | ko chhodkar | siway"),
    (
        Role::Condition,
        "अगर | {लेकिन,पर,मगर,बस} {अगर,यदि,तभी} | {lekin,par,magar,but,bas} {agar,agr,yadi,tabhi} | यदि | बशर्ते | जब तक | तभी | \
         तब | जब आप | agar | agr | yadi | jab tak | tabhi | tab | basharte | jab aap",
    ),
    (
        Role::Detail,
        "जी | धन्यवाद | शुक्रिया | थैंक्यू | थैंक्स | थैंक | हो | हुआ | हुई | हुए | हल | ठीक | सब | सभी | पूरी | पूरा | अब | अभी | \
         अभी भी | बहुत | मेरी | मेरा | मुझे | मैं | आप | आपका | आपकी | आपके | आपने | एजेंट | सेवा | समस्या | समाधान | वही | कोई | \
         कुछ | किसी | क्योंकि | लेकिन | पर | मगर | फिर | फिर भी | काम | बिल्कुल | सर | मैडम | उन्होंने | यह | वो | अच्छा | अच्छी | \
         जल्दी | तुरंत | एकदम | नहीं | मदद | इंतजार | खुश | संतुष्ट | तो | भाई | है | कर | चल | और | ji | dhanyavad | dhanyawad | \
         shukriya | thank | thanks | ho | hua | hui | solve | solved | resolve | resolved | theek | thik | sab | puri | pura | \
         poori | ab | abhi | abhi bhi | bahut | bohot | meri | mera | mujhe | main | mai | aap | aapka | aapki | apka | apki | \
         aapne | agent | service | samasya | problem | issue | same | wahi | vahi | koi | kuch | kyunki | kyuki | lekin | par | \
         phir | phir bhi | fir | kaam | bilkul | sir | madam | unhone | ye | wo | accha | acha | achhi | jaldi | turant | ekdum | \
         nahi | nhi | madad | intezar | wait | khush | to | toh | bhai | hai | work | chal | aur",
    ),
    (
        Role::But,
        "लेकिन | मगर | पर | किन्तु | परंतु | परन्तु | हालांकि | आंशिक | आधा | आधी | आधा अधूरा | थोड़ा बहुत | कुछ हद तक | \
         पूरी तरह नहीं | पूरा नहीं | पूरी नहीं | के अलावा | को छोड़कर | lekin | magar | par | parantu | halanki | aadha | aadhi | \
         adha | thoda bahut | kuch had tak | puri tarah nahi | pura nahi | puri nahi | poori nahi | ke alawa",
    ),
    (
        Role::Doubt,
        "मेरे | mere | अगर | यदि | लगभग | करीब | करीब करीब | तकरीबन | कम से कम | ज्यादा से ज्यादा | अधिकतम | न्यूनतम | पिछली बार | \
         पिछले | पहले | होटल | रेस्टोरेंट | साढ़े | सवा | पौने | इंतजार | क्यों | कैसे | काश | चाहता था | देता अगर | बदले | बजाय | \
         उम्मीद | वादा | कटे | काटा | माइनस | agar | agr | yadi | lagbhag | kareeb | karib | kam se kam | zyada se zyada | \
         pichli baar | pichle | pehle | pahle | hotel | sadhe | saadhe | saade | sade | sava | sawa | pone | paune | intezar | \
         kyu | kyun | kyo | kaise | kash | kaash | chahta tha | badle | bajay | ummeed | umeed | wada | minus",
    ),
    (
        Role::Retraction,
        "नहीं | नही | ना | जी नहीं | बिल्कुल नहीं | बिलकुल नहीं | कभी नहीं | बिल्कुल भी नहीं | मजाक | मजाक कर रहा हूं | \
         मजाक कर रही हूं | मजाक था | मजाक है | नहीं दूंगा | नहीं दूंगी | नहीं देता | नहीं देंगे | नहीं दे सकता | नहीं है | \
         नहीं मिलेगा | नहीं मिलेंगे | के लायक नहीं | सवाल ही नहीं | असंभव | संभव नहीं | nahi | nhi | nahin | na | ji nahi | \
         bilkul nahi | kabhi nahi | bilkul bhi nahi | mazak | majak | mazaak | majaak | mazak kar raha hu | majak kar raha hu | \
         mazak kar raha hoon | mazak tha | nahi dunga | nhi dunga | nahi dungi | nahi deta | nahi denge | nahi de sakta | \
         nahi hai | nahi milega | ke layak nahi | sawal hi nahi",
    ),
    (
        Role::Mockery,
        "सपने में | सपनों में | ख्वाब में | ख्वाबों में | तेरे सपने में | मजाक कर रहा | मजाक कर रही | भूल जाओ | मूर्ख बना रहे | \
         sapne me | sapne mein | sapno me | sapno mein | khwab me | khwab mein | mazak kar raha | majak kar raha | bhool jao | \
         bhul jao | घंटा | घंटा दूंगा | ghanta dunga | ghanta milega | mar jao | jhand",
    ),
    (Role::Laughter, "हाहा | हाहाहा | हा हा | हा हा हा | हीही | हेहे | haha | hahaha | hehe | hihi | अरे | arre | are | yaar | यार | उफ"),
    (
        Role::Yes,
        "y | हां | हा | हां जी | जी हां | जी हा | हा जी | जी | जी जी | जी बिल्कुल | बिल्कुल | बिलकुल | हां बिल्कुल | हां जी बिल्कुल | \
         जी हां बिल्कुल | haan ji bilkul | ji haan bilkul | हां हां | हां हां हां | यस | जरूर | हां सर | जी सर | जी मैडम | \
         हां है | हां भाई | हान | हाँजी | सही | haan | han | haa | ha | hn | hna | haan ji | han ji | ha ji | haa ji | ji haan | \
         ji han | ji ha | ji haa | ji | ji ji | jee | jee haan | ji bilkul | bilkul | bilkool | haan bilkul | haanji | hanji | \
         haji | yes ji | ji yes | haan sir | ji sir | haan bhai | haan haan | han han | haan hai | hanji bilkul | haan sahi hai | \
         yes bilkul | हां पूरी तरह | हां पूरी तरह से | haan puri tarah se | haan puri tarah",
    ),
    (
        Role::No,
        "n | नहीं | नही | नहि | नई | ना | न | जी नहीं | जी नही | नहीं जी | नहीं सर | नहीं नहीं | नही नही | नहीं नहीं नहीं | \
         बिल्कुल नहीं | बिलकुल नहीं | नहीं बिल्कुल नहीं | बिल्कुल भी नहीं | अभी नहीं | अभी तक नहीं | नहीं अभी तक नहीं | \
         नहीं अभी नहीं | अब तक नहीं | कभी नहीं | नो | अभी तो नहीं | दुर्भाग्य से नहीं | अफसोस नहीं | नहीं है | nahi | nahin | \
         nahee | nahii | nhi | nai | nahi ji | nhi ji | ji nahi | ji nhi | ji nahin | na | naa | na ji | nahi sir | nahi nahi | \
         nhi nhi | nahi nahi nahi | bilkul nahi | bilkul nhi | bilkul bhi nahi | nahi bilkul nahi | abhi nahi | abhi nhi | \
         abhi tak nahi | abhi tak nhi | nahi abhi tak nahi | nahi abhi nahi | ab tak nahi | kabhi nahi | nahi bhai | nahi hai | \
         nahi yaar | no ji | no sir ji | afsos nahi",
    ),
    (
        Role::Resolved,
        "{,समस्या,मेरी समस्या,प्रॉब्लम,काम,शिकायत} {,हल,सॉल्व,ठीक,पूरा,पूरी} {हो गया,हो गई,हो गयी,हो गए,हो चुका,हो चुकी} | \
         {,problem,meri problem,issue,kaam,samasya,complaint} {,solve,solved,resolve,resolved,theek,thik,hal} {ho gaya,hogaya,ho gya,hogya,ho gai,ho gayi,hogai,hogayi,ho gyi,ho chuka} | \
         {,समस्या,मेरी समस्या,प्रॉब्लम,काम,शिकायत} {हल,सॉल्व} {हुआ,हुई} | \
         {,problem,meri problem,issue,kaam,samasya,complaint} {hal,solve,resolve} {hua,hui} | \
         {,समस्या,प्रॉब्लम} {हुआ,हुई,सुलझ गया,सुलझ गई,सुलझ गयी} | {,problem} {hua,hui,sulajh gaya,sulajh gayi} | \
         {,समस्या का,मेरी समस्या का} समाधान {हो गया,हुआ,मिल गया} | \
         {,samasya ka,problem ka} {samadhan,solution} {ho gaya,hua,mil gaya}",
    ),
    (
        Role::Unresolved,
        "{,समस्या,मेरी समस्या,प्रॉब्लम,काम} {,हल,सॉल्व,ठीक,पूरा} {नहीं,नही} {हुआ,हुई,हो पाया,हो पाई,हो रहा,हो रही} | \
         {,problem,meri problem,issue,kaam} {,solve,resolve,theek,thik,hal} {nahi,nhi} {hua,hui,ho paya,ho payi,ho raha,ho rahi} | \
         {nahin,nai} {hua,hui} | {,समस्या,काम} {,हल,सॉल्व,ठीक} {हुआ,हुई} {,ही} {नहीं,नही} | \
         {,problem,kaam} {,solve,hal,theek} {hua,hui} {,hi} {nahi,nhi} | \
         {,समस्या का,मेरी समस्या का} {कोई समाधान,समाधान,कोई हल} {नहीं,नही} {,हुआ,मिला,निकला} | \
         {,samasya ka,problem ka} {koi samadhan,koi solution,samadhan,solution} {nahi,nhi} {,hua,mila,nikla} | \
         {समस्या,वही समस्या,प्रॉब्लम} {अभी भी,वही} है | {problem,issue,samasya} {abhi bhi,same} hai | \
         abhi bhi {problem,issue} hai | same problem hai | {अभी,अभी तक,अब तक} {नहीं,नही} {हुआ,हुई} | \
         {abhi,abhi tak,ab tak} {nahi,nhi} {hua,hui} | कुछ नहीं हुआ | kuch nahi hua | kuch nhi hua | अनसुलझी | अनसुलझा",
    ),
    (
        Role::Mended,
        "{,सही,ठीक,हल,सॉल्व} हो {गया,गई,गयी} | अब ठीक {,है} | चल {रहा,रही} है | चलने लगा | काम कर {रहा,रही} है | सब ठीक {,है} | \
         सुलझ | {,sahi,theek,thik,hal,solve} ho {gaya,gya,gayi,gai} | hogaya | ab {theek,thik} hai | chal {raha,rahi} hai | \
         chalne laga | {kaam,kam} kar {raha,rahi} hai | sab {theek,thik,sahi} hai",
    ),
    (
        Role::Broken,
        "नहीं हुआ | नहीं हुई | नहीं हुए | नही हुआ | नही हुई | नहीं हो पाया | नहीं हो रहा | कुछ नहीं हुआ | कोई समाधान नहीं | \
         कोई हल नहीं | काम नहीं हुआ | nahi hua | nhi hua | nahi hui | nhi hui | nahin hua | nahi ho paya | nahi ho raha | \
         kuch nahi hua | kuch nhi hua | koi samadhan nahi | koi solution nahi | hua nahi | हुआ नहीं | हुई नहीं | hui nahi | \
         फिर से | दोबारा | वापस | {fir,phir} se | dobara | wapas | काम नहीं कर {रहा,रही} | नहीं चल {रहा,रही} | वही समस्या | \
         समस्या {वही,बनी हुई,जारी} | {अभी भी,अब भी} {समस्या,वही,इंतजार} | समस्या अभी भी | इंतजार कर रहा हूं | खराब है | बंद है | \
         बंद पड़ा | कोई फायदा नहीं | {kaam,kam} {nahi,nhi} kar {raha,rahi} | {nahi,nhi} chal {raha,rahi} | wahi problem | \
         same {problem,issue} | problem abhi bhi | {abhi,ab} bhi {problem,same,wahi,wait} | {intezar,wait} kar raha | kharab hai | \
         band hai | koi fayda nahi",
    ),
    (
        Role::Pending,
        "अभी भी | अब भी | अभी तक | चाहिए | चाहता | चाहती | होना | कब | जब | कैसे | अगर | कहा | बोला | बोले | कह रहे | बताया | \
         वादा | आधा | आधी | थोड़ा | इंतजार | उम्मीद | कृपया | प्लीज | होगा | होगी | करो | करें | कर दो | जल्दी करो | हो जाएगा | \
         हो जाए | abhi bhi | abhi tak | ab bhi | chahiye | chahta | kab | jab | kaise | agar | kaha | bola | bole | bataya | \
         wada | aadha | thoda | intezar | wait | umeed | kripya | hoga | hogi | karo | kar do | jaldi karo | ho jayega | ho jaye",
    ),
    (
        Role::Refusal,
        "{जी नहीं,नहीं,ना} {धन्यवाद,शुक्रिया,थैंक्यू,थैंक यू,थैंक्स} | \
         {,मुझे,मुझे इस सर्वे में,मुझे इसमें,इसमें} {,कोई} {रुचि,दिलचस्पी,इच्छा,इंटरेस्ट} नहीं {,है} | इंटरेस्टेड नहीं {,हूं} | \
         {,मुझे} नहीं {चाहिए,देना,देनी,करना} {,है} | {,मुझे} {जवाब,उत्तर,रेटिंग,राय,सर्वे} नहीं {देना,देनी,करना} {,है} | \
         {,मैं} {,जवाब,रेटिंग,भाग} नहीं {देना,लेना,दूंगा,दूंगी} {,चाहता,चाहती} {,हूं} | मुझे भाग नहीं लेना | कोई टिप्पणी नहीं | \
         {,अभी,मेरे पास} {समय,टाइम} नहीं {,है} | छोड़ो | छोड़ दो | रहने {दो,दीजिए} | {,मुझे} {परेशान,तंग} मत करो | \
         अभी नहीं धन्यवाद | मना करता हूं | {nahi,nhi,ji nahi,na} {dhanyavad,dhanyawad,thank you,thanks,shukriya} | \
         {,mujhe,mujhe isme} {,koi} {ruchi,interest} {nahi,nhi} {,hai} | {,mai,main} interested {nahi,nhi} {,hu,hoon} | \
         {,mujhe} {nahi,nhi} {chahiye,dena,deni,karna} {,hai,survey} | \
         {,mujhe} {jawab,rating,survey} {nahi,nhi} {dena,deni,karna} {,hai} | \
         {,mai,main} {,jawab,rating} {nahi,nhi} {dena,dunga,dungi} {,chahta,chahti} {,hu} | \
         {,mere paas,mere pas,abhi} {time,samay} {nahi,nhi} {,hai} | chhodo | chodo | rehne do | rahne do | \
         {,mujhe} {pareshan,disturb,tang} mat karo",
    ),
    (
        Role::Nothing,
        "नहीं | नही | ना | न | जी नहीं | कुछ {,भी,खास} {नहीं,नही} {,है,कहना,कहना है} | कोई नहीं | \
         कोई {सुझाव,टिप्पणी,शिकायत} नहीं {,है} | {,मुझे} {पता,मालूम} नहीं | मुझे नहीं पता | मुझे कुछ नहीं कहना | \
         सब {ठीक,अच्छा,बढ़िया,सही} है | शून्य | nahi | nhi | nahin | na | ji nahi | \
         {kuch,kuchh} {,bhi,khas} {nahi,nhi} {,hai,kehna} | koi nahi | \
         koi {sujhav,suggestion,shikayat,complaint} {nahi,nhi} {,hai} | {pata,pta,malum} {nahi,nhi} | mujhe nahi pata | \
         sab {theek,thik,badhiya,accha,sahi} {hai,h}",
    ),
    (
        Role::Polite,
        "जी | धन्यवाद | बहुत धन्यवाद | बहुत बहुत धन्यवाद | आपका धन्यवाद | धन्यवाद जी | शुक्रिया | बहुत शुक्रिया | थैंक्यू | \
         थैंक यू | थैंक्स | माफ कीजिए | माफ करना | माफ करें | क्षमा करें | क्षमा कीजिए | सॉरी | सर | मैडम | भाई | कृपया | प्लीज | \
         नमस्ते | नमस्कार | अलविदा | शुभ दिन | है | ji | dhanyavad | dhanyawad | dhanyvaad | dhanyavaad | bahut dhanyavad | \
         shukriya | bahut shukriya | maaf karna | maaf kijiye | maf karo | sorry | sir | madam | bhai | bhaiya | kripya | \
         namaste | alvida | hai",
    ),
    (
        Role::Automatic,
        "{गाड़ी,कार} चला {रहा,रही} | {ड्राइव,ड्राइविंग} कर {रहा,रही} | ड्राइव करते समय | गाड़ी चलाते समय | \
         स्वचालित {उत्तर,जवाब,संदेश} | स्वतः उत्तर | ऑटो {रिप्लाई,रिप्लाय} | ऑटोमैटिक रिप्लाई | छुट्टी पर | \
         {कार्यालय,ऑफिस} से बाहर | {मीटिंग,बैठक} में हूं | मैं मीटिंग में | अभी बात नहीं कर {सकता,सकती} | \
         {बाद में,थोड़ी देर में} {कॉल,फोन,बात} {करता,करूंगा,करती,करते} | अभी व्यस्त हूं | परेशान न करें | \
         {gaadi,gadi} chala {raha,rahi} | {drive,driving} kar {raha,rahi} | {,main} meeting {me,mein} {,hu,hoon} | \
         {baad,bad} {me,mein} {call,baat,phone} {karta,karti,karunga,karte} | abhi baat nahi kar sakta | abhi busy {hu,hoon} | \
         chutti {par,pe} {hu,hoon} | {automatic,auto} reply",
    ),
    (
        Role::Reaction,
        "पसंद किया | पसंद आया | को पसंद किया | नापसंद किया | प्रतिक्रिया दी | प्रतिक्रिया | हंसे | पर हंसे | पर ज़ोर दिया | \
         ज़ोर दिया | सवाल किया | प्यार किया | लाइक किया | like kiya | pasand kiya",
    ),
    (
        Role::Idle,
        "नमस्ते | नमस्ते जी | नमस्कार | हेलो | हैलो | हलो | हाय | राम राम | जय श्री राम | जय हिंद | राधे राधे | सत श्री अकाल | \
         सुप्रभात | शुभ प्रभात | शुभ संध्या | गुड मॉर्निंग | ठीक | ठीक है | ठीक हैं | ओके | अच्छा | अच्छा जी | हां | हां जी | हा | \
         जी हां | नहीं | नही | जी | क्या | कौन | कौन हो | आप कौन | कौन है | आप कौन हैं | हम्म | हाहा | टेस्ट | namaste | \
         namaste ji | namaskar | namste | helo | hlo | hlw | hy | ram ram | jai shri ram | jai hind | radhe radhe | theek | \
         theek hai | thik | thik hai | thik h | tk | ok ji | okay ji | accha | acha | achha | accha ji | haan | han | ha | \
         haan ji | ji haan | nahi | nhi | ji | kya | kaun | kon | kaun ho | kon ho | aap kaun | aap kon | aap kaun ho | kaun hai | \
         kon hai | hmm | haha",
    ),
    (
        Role::Good,
        "{बुरा,बुरी,खराब} {नहीं,नही} | {bura,buri,kharab} {nahi,nhi} | {बहुत,बहुत ही,सबसे} {अच्छा,अच्छी,अच्छे,बढ़िया} | बढ़िया | \
         बढिया | शानदार | उत्कृष्ट | बेहतरीन | लाजवाब | सर्वश्रेष्ठ | सर्वोत्तम | जबरदस्त | कमाल | मस्त | अद्भुत | वाह | \
         सुझाव {दूंगा,दूंगी} | {सिफारिश,रिकमेंड} {करूंगा,करूंगी} | एक नंबर | \
         {bahut,bohot,bhot,sabse} {accha,acha,achha,achhi,acchi,achi,badhiya} | badhiya | badiya | shandar | shandaar | utkrisht | \
         behtareen | behtarin | lajawab | lajawaab | zabardast | jabardast | kamaal | kamal | mast | ek number | \
         recommend {karunga,karungi} | {zaroor,jarur} recommend",
    ),
    (
        Role::Nice,
        "अच्छा | अच्छी | अच्छे | बढ़िया | शानदार | बेहतरीन | ठीक | सही | उचित | कम | सस्ता | सस्ती | तेज | विनम्र | उत्तम | \
         accha | acha | achha | acchi | achhi | achi | acche | badhiya | badiya | shandar | theek | thik | sahi | uchit | kam | \
         sasta | sasti",
    ),
    (
        Role::Aside,
        "रुको | रुकिए | एक मिनट रुको | इंतजार कीजिए | इंतजार करें | इंतजार करो | थोड़ा इंतजार करें | कृपया इंतजार करें | \
         कीमत नहीं | कीमत की बात नहीं | दाम नहीं | kimat nahi | व्यवहार नहीं | जानकारी की बात नहीं | इंतजार कर सकता | \
         मुझे नहीं पता | मुझे पता नहीं | मुझे नहीं पता था | मुझे पता नहीं था | intezar karo | intezar kijiye | mujhe nahi pata | \
         mujhe pata nahi | mujhe nahi pata tha | kripya intezar | khushi | खुशी | wait karo | wait kijiye | wait kro | natural",
    ),
    (
        Role::Lack,
        "{,कोई} {परिणाम,नतीजा,समाधान,हल,जानकारी,ज्ञान} नहीं {,है,था,थी,मिला,निकला,हुआ} | {,बात करने की} तमीज नहीं {,है} | \
         व्यवहार {ठीक,अच्छा} नहीं | {,koi} {result,samadhan,solution,jankari,gyan,knowledge} {nahi,nhi} {,hai,tha,thi,mila} | \
         {tameez,tamiz} {nahi,nhi} | {solve,resolve} {nahi,nhi} | हल नहीं | {,कुछ} पता नहीं | {,kuch} pata nahi",
    ),
    (
        Role::Bad,
        "खराब | बुरा | बुरी | kharab | bura | buri | {बहुत,बहुत ही,सबसे} {बुरा,बुरी,बुरे,खराब,घटिया,बेकार} | घटिया | बकवास | \
         बेकार | वाहियात | फालतू | निराशाजनक | शर्मनाक | थर्ड क्लास | भयानक | सुझाव नहीं {दूंगा,दूंगी} | \
         {सिफारिश,रिकमेंड} नहीं {करूंगा,करूंगी} | कभी सुझाव नहीं | \
         {bahut,bohot,bhot,bhut,sabse} {bura,buri,kharab,ghatiya,bekar,bekaar} | ghatiya | bakwas | bakwaas | bekar | bekaar | \
         wahiyat | faltu | third class | recommend {nahi,nhi} {,karunga,karungi} | sujhav nahi dunga | \
         {संतुष्ट,खुश,बहुत अच्छा,बहुत अच्छी,अच्छा,अच्छी,बढ़िया,ठीक,सही} {नहीं,नही} | \
         {santusht,khush,bahut accha,bahut acchi,accha,acha,acchi,achi,achha,achhi,badhiya,happy,satisfied,theek,thik,sahi} {nahi,nhi}",
    ),
    (
        Role::Fine,
        "{ठीक,अच्छा,अच्छी,अच्छे,बढ़िया,सही} {,है,था,थी,थे} | ठीक ठाक | कोई {समस्या,दिक्कत,परेशानी,शिकायत,बात} नहीं | \
         {बुरा,बुरी,खराब} नहीं | {theek,thik,accha,acha,achha,acchi,achi,achhi,badhiya,sahi} {,hai,tha,thi} | \
         koi {problem,dikkat,issue,complaint,shikayat,baat} {nahi,nhi} | {bura,buri,kharab} {nahi,nhi}",
    ),
];
