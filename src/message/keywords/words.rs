//! The words by which a whole message is a command; each entry is one language's, with a bar between the words.

/// First the CTIA handbook, the lists of Twilio, Telnyx and AWS, and the replies that mainland China's operators prescribe
/// (R, T, TD, N); then Spanish, Portuguese, French, German, Arabic, Hindi, Chinese and Japanese.
pub(super) const STOP: [&str; 9] = [
    "stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt-out|opt out|remove|arret|arrêt|stopp|abmelden|remove me|\
     baja|alto|parar|cancelar|sair|r|t|td|n|退订|退訂|拒收|取消|退订td|td退订|退订t|t退订|退订n|我要退订|回t|退订回t|退订回td|回td|取消订阅",
    "detener|salir|darme de baja|dar de baja|darse de baja|dame de baja|deme de baja|denme de baja|quiero darme de baja|\
     desuscribir|desuscribirme|desuscribirse|cancelar suscripción|cancelar suscripcion|cancelar la suscripción|\
     cancelar la suscripcion|no más mensajes|no mas mensajes",
    "pare|parem|descadastrar|descadastre|descadastrar-me|descadastre-me|me descadastrar|quero me descadastrar|cancelar inscrição|\
     cancelar inscricao|cancelar assinatura|cancelar subscrição|cancelar subscricao|remover|remover número|remover numero|\
     remover meu número|remover meu numero|quero sair|anular subscrição|anular subscricao",
    "arreter|arrêter|arretez|arrêtez|stop sms|stopsms|plus de sms|plus de messages|desabonner|désabonner|se désabonner|\
     me désabonner|desabonnez moi|désabonnez-moi|désabonnez moi|desabonnement|désabonnement|desinscrire|désinscrire|me désinscrire|\
     desinscrivez moi|désinscrivez-moi|désinscrivez moi|desinscription|désinscription",
    "abmeldung|abbestellen|austragen|stoppen|melden sie mich ab|keine sms|keine sms mehr|keine nachrichten mehr|keine weiteren sms|\
     keine weiteren nachrichten",
    "إيقاف|ايقاف|أوقف|اوقف|توقف|توقفوا|وقف|قف|إلغاء|الغاء|إلغاء الاشتراك|الغاء الاشتراك|إلغاء الإشتراك|ألغ الاشتراك|الغي الاشتراك|\
     ألغي الاشتراك|إيقاف الرسائل|ايقاف الرسائل|وقف الرسائل|أوقفوا الرسائل|اوقفوا الرسائل|إلغاء الرسائل|الغاء الرسائل|ستوب",
    "रोकें|रोको|रोक दो|रोक दें|बंद|बंद करें|बंद करो|बंद कर दो|बंद कीजिए|बन्द|बन्द करें|बन्द करो|स्टॉप|स्टाॅप|हटाएं|हटाएँ|\
     सदस्यता रद्द करें|मैसेज बंद करो|मैसेज बंद करें|संदेश बंद करें|band karo|band kro|band kar do|band kare|band karen|band karein|\
     stop kar do|stop kardo|stop kar dijiye|stop kijiye|stop kr do|stop कर दो|stop कर दें|stop karo|stop kare|stop karen|stop करें|stop करो|message band karo|msg band karo|rok do|roko",
    "取消訂閱|我要退訂|退訂回t|退訂td|停止|停止订阅|停止訂閱|停止发送|停止發送|停止接收|不再接收|拒絕接收|拒绝接收",
    "配信停止|配信停止希望|配信停止してください|配信停止お願いします|配信を停止|配信を停止してください|配信を止めてください|配信解除|登録解除|解除|受信拒否|配信拒否|配信不要|送信停止|ストップ|停止してください|停止希望",
];

/// To be asked again.
pub(super) const START: [&str; 6] = [
    "start|unstop|subscribe|订阅|訂閱",
    "alta|darme de alta|suscribir|suscribirme|reanudar|inscrever|reativar",
    "s'abonner|s’abonner|reabonner|réabonner|réabonnement|reinscrire|réinscrire|reprendre|anmelden|wieder anmelden|abonnieren|\
     starten",
    "ابدأ|اشتراك|اشترك",
    "शुरू|शुरू करें|शुरू करो|चालू करें|चालू करो|shuru karo",
    "重新订阅|重新訂閱|恢复订阅|恢復訂閱|再開|配信再開|配信開始|再登録",
];

/// Who is asking, and how to stop it.
pub(super) const HELP: [&str; 6] = [
    "help|info|aide|hilfe|ayuda|帮助|幫助",
    "ayudame|ayúdame|ajuda",
    "infos|aidez-moi|aidez moi|à l'aide|à l’aide|a l'aide|hilfe bitte|bitte hilfe",
    "مساعدة|مساعده|المساعدة",
    "मदद|सहायता|हेल्प|madad",
    "說明|说明|ヘルプ|需要帮助|需要幫助|ヘルプお願いします|need help|i need help|necesito ayuda|preciso de ajuda|besoin d'aide|brauche hilfe|\
     ich brauche hilfe|أحتاج مساعدة|احتاج مساعدة|मदद चाहिए|madad chahiye",
];

/// A request to stop that may stand among [`COURTESY`].
pub(super) const REQUESTS: [&str; 4] = [
    "stop|stop all|stop texting|unsubscribe|unsubscribe me|opt out|remove me|remove",
    "baja|darme de baja|dame de baja|deme de baja|denme de baja|dar de baja|parar|pare|parem|sair|quero sair|descadastrar|\
     me descadastrar",
    "stop sms|arret|arrêt|arretez|arrêtez|arreter|arrêter|desabonner|désabonner|me desabonner|me désabonner|désabonnement|\
     désinscrire|me désinscrire|stopp|stoppen|abmelden|mich abmelden|abbestellen|austragen",
    "إيقاف|ايقاف|إلغاء الاشتراك|الغاء الاشتراك|إيقاف الرسائل|ايقاف الرسائل|बंद करें|बंद करो|रोकें|band karo|stop karo",
];

/// Polite words, each by itself.
pub(super) const COURTESY: [&str; 4] = [
    "please|pls|plz|now|thanks|thank|you|just",
    "por|favor|porfavor|porfa|gracias|obrigado|obrigada|pfv|ya|pf|pff|faz|plz",
    "svp|stp|merci|s|il|te|vous|plaît|plait|bitte|danke|sofort",
    "من|فضلك|فضلكم|لو|سمحت|سمحتم|سمحتوا|رجاء|कृपया|kripya|ji",
];
