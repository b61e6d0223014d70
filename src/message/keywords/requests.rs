//! Requests to stop in free text, by language; without accents.

/// How one language asks to be left alone.
pub(super) struct Requests {
    /// Word sequences that revoke consent, with a bar between them.
    pub(super) phrases: &'static str,
    /// As [`Self::phrases`], whatever follows: they name the messages or the list. In braces and with commas what may be put otherwise.
    pub(super) whole: &'static str,
    /// The words that may follow; others show that something else is to stop.
    pub(super) closers: &'static str,
    /// One of these up to two words before turns the meaning round.
    pub(super) not: &'static str,
}

pub(super) const ENGLISH: Requests = Requests {
    phrases: "stop texting|stop texting me|stop messaging me|stop sending me texts|stop sending me messages|stop sending me these|\
        stop sending these|stop sending messages|stop sending texts|stop contacting me|stop calling me|stop bothering me|\
        stop spamming me|stop spamming|stop these messages|stop these texts|stop the messages|stop the texts|dont text me|\
        do not text me|dont message me|do not message me|dont contact me|do not contact me|unsubscribe me|opt me out|\
        want to opt out|like to opt out|take me off your list|take me off this list|remove me from your list|remove my number|\
        no more texts",
    whole: "{take,get,strike} me off {this,your,the,ur,all your} {list,lists,mailing list,text list,sms list,database,system,contact list}|\
        remove me from {this,your,the,all,ur} {list,lists,mailing list,text list,database,system,contact list,contacts,texts,messages}|\
        {delete,remove,erase,lose,wipe} my {number,phone number,mobile number,cell number}|\
        take my number off|\
        stop {sending,texting,messaging,spamming,contacting,bothering,harassing,pestering} me {texts,messages,sms,these,surveys,text messages,all the time,every time,about this}|\
        stop {sending,with,sending me,sending out} {these,the,your,those,all these,all the,so many} {texts,messages,sms,surveys,text messages,msgs}|\
        {dont,do not,no longer} {want,wish} to {receive,get} {any,any more,anymore,more,these,your,such,further} {texts,messages,sms,msgs,text messages,surveys}|\
        {dont,do not,no longer} want {any,any more,anymore,more,these,your,further} {texts,messages,sms,msgs,text messages}|\
        no more {texts,messages,sms,msgs} {to,from,on,please}|\
        {dont,do not,never} {text,message,sms,contact,msg} {me,this number,my number} {again,anymore,any more,ever}|\
        {want,wish,like} to {unsubscribe,be taken off,be removed from} {,please,now,your,this,the}",
    closers: "please|pls|now|again|anymore|any|and|or|thanks|thank|ever|with|these|all|immediately|from|i|its|this|you",
    not: "dont|not|never|didnt|wont|cant|couldnt|without",
};

pub(super) const SPANISH: Requests = Requests {
    phrases: "no me manden mas mensajes|no me manden mensajes|no me mande mas mensajes|no me mande mensajes|no me mandes mas mensajes|\
        no me mandes mensajes|no me envien mas mensajes|no me envien mensajes|no me envie mas mensajes|no me envie mensajes|\
        no me envies mas mensajes|no me envies mensajes|no me manden mas sms|no me envien mas sms|no me manden sms|no me envien sms|\
        no me manden mas|no me envien mas|no me escriban|no me escriban mas|no me escriba mas|no me escribas mas|no me contacten|\
        no me contacten mas|no me llamen mas|no me llamen|no me llame mas|no me molesten mas|no envien mas mensajes|no manden mas mensajes|\
        no vuelvan a escribirme|no vuelvan a contactarme|no vuelvan a llamarme|dejen de mandarme mensajes|dejen de enviarme mensajes|\
        dejen de mandar mensajes|dejen de enviar mensajes|deje de enviarme mensajes|deje de mandarme mensajes|deja de mandarme mensajes|\
        deja de enviarme mensajes|dejen de escribirme|deje de escribirme|deja de escribirme|dejen de llamarme|deje de llamarme|\
        deja de llamarme|dejen de contactarme|dejen de molestarme|dejen de molestar|no quiero mas mensajes|no quiero recibir mas mensajes|\
        no quiero recibir mensajes|no quiero recibir estos mensajes|no quiero sus mensajes|no deseo recibir mensajes|\
        no deseo recibir mas mensajes|no deseo mas mensajes|no mas mensajes|basta de mensajes|quiero darme de baja|deseo darme de baja|\
        quisiera darme de baja|solicito darme de baja|solicito la baja|solicito mi baja|quiero la baja|denme de baja|deme de baja|\
        dame de baja|dadme de baja|que me den de baja|borren mi numero|borre mi numero|borra mi numero|eliminen mi numero|\
        elimine mi numero|quiten mi numero|saquenme de la lista|saquenme de su lista|quitenme de la lista|quitenme de su lista|\
        borrenme de la lista|eliminenme de la lista",
    whole: "{borrarme,borreme,borrenme,borrame,quitarme,quiteme,quitenme,quitame,sacarme,saqueme,saquenme,sacame,eliminarme,elimineme,eliminenme,eliminame,retirenme,retireme} de {la,su,tu,esta,sus,vuestra,las,estas} {lista,listas,base,agenda}|\
        {borrar,borren,borre,borra,eliminar,eliminen,elimine,elimina,quiten,quite,quita,quitar,saquen} mi {numero,telefono,celular,movil}|\
        {ya ,}no {quiero,deseo} {recibir,que me manden,que me envien,que me lleguen} {,mas ,sus ,estos ,este tipo de ,tus ,vuestros ,esos ,mas sus }{mensajes,mensaje,sms,mensajitos,encuestas,notificaciones}|\
        no {me ,nos }{manden,mande,mandes,envien,envie,envies,mandeis,envieis} {,mas ,estos ,sus ,tantos ,estas }{mensajes,mensaje,sms,encuestas,mensajitos}|\
        {dejen,deje,deja,paren} de {mandar,enviar,mandarme,enviarme} {,mas ,tantos ,estos ,sus ,los }{mensajes,sms,mensajitos,encuestas}|\
        {dejen,deje,deja,dejad,paren,pare} de {escribirme,acosarme,contactarme} {,por favor,a este numero}|\
        {cancelen,cancele,cancela,cancelar,suspendan} {el envio de,los,estos,sus} {mensajes,sms,estos mensajes,sus mensajes}|\
        {basta de,basta ya de,no mas} {sms,mensajes,mensajitos} {por,a,en,gracias,de}",
    closers: "por|porfavor|porfa|ya|nunca|jamas|mas|gracias|a|y|o|de|que|es|este|esta|estos|mensajes|sms|ni|si|ahora|inmediatamente|al|\
        nuevo|otra|con|desde",
    not: "no|nunca|dijo|dijeron|pedi",
};

pub(super) const PORTUGUESE: Requests = Requests {
    phrases: "nao me mandem mais mensagens|nao me mandem mais mensagem|nao me mandem mensagens|nao me mande mais mensagens|\
        nao me mande mais mensagem|nao me mande mensagem|nao me mandem mais|nao me mande mais|nao me enviem mais mensagens|\
        nao me enviem mensagens|nao me envie mais mensagens|nao me envie mensagens|nao me enviem mais sms|nao me envie mais sms|\
        nao me mandem mais sms|nao mandem mais mensagens|nao mande mais mensagens|nao mande mais mensagem|nao enviem mais mensagens|\
        nao me liguem mais|nao me ligue mais|nao me liguem|nao me contactem mais|nao me contatem mais|nao me incomodem mais|\
        nao me perturbem mais|parem de me mandar mensagem|parem de me mandar mensagens|pare de me mandar mensagem|\
        pare de me mandar mensagens|para de me mandar mensagem|para de me mandar mensagens|parem de mandar mensagem|\
        parem de mandar mensagens|pare de mandar mensagem|pare de mandar mensagens|para de mandar mensagem|parem de enviar mensagens|\
        pare de enviar mensagens|parem de me enviar mensagens|pare de me enviar mensagens|parem de enviar sms|pare de enviar sms|\
        deixem de me enviar mensagens|deixem de enviar mensagens|parem de me ligar|pare de me ligar|para de me ligar|\
        parem de me incomodar|pare de me incomodar|parem de me perturbar|nao quero mais mensagens|nao quero mais mensagem|\
        nao quero mais receber mensagens|nao quero mais receber|nao quero receber mais mensagens|nao quero receber mensagens|\
        nao quero receber essas mensagens|nao quero receber estas mensagens|nao desejo receber mensagens|\
        nao desejo receber mais mensagens|chega de mensagens|quero me descadastrar|quero cancelar o recebimento|quero sair da lista|\
        quero sair dessa lista|quero sair desta lista|me tirem da lista|me tira da lista|me tire da lista|me tirem dessa lista|\
        me tire dessa lista|tirem me da lista|tire me da lista|retirem me da lista|me removam da lista|me remova da lista|\
        removam meu numero|remova meu numero|removam o meu numero|remova o meu numero|apaguem meu numero|apaguem o meu numero|\
        tirem meu numero|tirem o meu numero|excluam meu numero|exclua meu numero|me descadastrem|me descadastre",
    whole: "{parem,pare,para,deixem} de {me ,}{mandar,enviar} {,mais ,essas ,estas ,esses }{mensagem,mensagens,sms,msg,msgs,pesquisas}|\
        {tirem,tire,tira,retirem,retire,removam,remova,apaguem,apague,excluam,exclua,eliminem,elimine} {o ,}meu {numero,contato,contacto,telefone,telemovel,celular,nome}|\
        {me tirem,me tire,me tira,tirem me,tire me,retirem me,me retirem,me removam,me remova,removam me,me exclua,me excluam} {da,dessa,desta,dessas,do} {lista,vossa,sua,base,cadastro,mailing}|\
        {nao,n} {quero,desejo} {mais ,}receber {,mais ,essas ,estas ,suas ,vossas ,esse tipo de ,nenhuma }{mensagem,mensagens,sms,msg,msgs,torpedos}|\
        {nao,n} {me ,}{mandem,mande,manda,enviem,envie,envia} {,mais ,mais nenhuma ,mais nenhum ,essas ,estas }{mensagem,mensagens,sms,msg,msgs,pesquisas}|\
        {cancelem,cancele,cancela,cancelar,suspendam,suspenda,interrompam} o {envio,recebimento} {de,destas,dessas,das,destes,desses,dos} {mensagens,mensagem,sms,suas mensagens,vossas mensagens}|\
        chega de {mensagem,mensagens,sms,msg}",
    closers: "por|pfv|ja|nunca|jamais|mais|obrigado|obrigada|e|ou|de|que|esse|essa|este|esta|mensagens|mensagem|sms|nem|agora|\
        imediatamente|com|da|do|desse|desta|deste",
    not: "nao|nunca|disse|disseram|pedi",
};

pub(super) const FRENCH: Requests = Requests {
    phrases: "arretez de menvoyer|arrete de menvoyer|arretez de mecrire|arretez de me contacter|arretez de me harceler|arretez les sms|\
        arretez vos sms|arretez ces sms|ne menvoyez plus|ne me contactez plus|ne mecrivez plus|veux plus recevoir de messages|\
        veux plus recevoir de message|veux plus recevoir de sms|veux plus recevoir vos messages|veux plus recevoir vos sms|\
        veux plus recevoir ces messages|veux plus recevoir ces sms|veux plus recevoir ce genre de messages|\
        veux plus recevoir ce type de messages|veux plus recevoir ces textos|veux plus recevoir vos textos|\
        souhaite plus recevoir de messages|souhaite plus recevoir de message|souhaite plus recevoir de sms|\
        souhaite plus recevoir vos messages|souhaite plus recevoir vos sms|souhaite plus recevoir ces messages|\
        souhaite plus recevoir ces sms|souhaite plus recevoir ce genre de messages|souhaite plus recevoir ce type de messages|\
        souhaite plus recevoir ces textos|souhaite plus recevoir vos textos|veux me desabonner|souhaite me desabonner|\
        desabonnez moi|desinscrivez moi|retirez moi de votre liste|supprimez mon numero",
    whole: "{arretez,arrete,cessez} {de ,}{menvoyer,nous envoyer,envoyer} {,des ,ces ,vos ,les ,tous ces }{sms,messages,textos,message}|\
        {arretez,stoppez,cessez} {les,vos,ces,avec les,avec vos,avec ces,tous ces} {sms,messages,textos}|\
        {arretez,arrete,cessez} {de ,}{mecrire,me contacter,me harceler} {,svp,par sms}|\
        ne menvoyez plus {de,aucun,vos,ces,jamais de} {sms,messages,message,texto,textos}|\
        {retirez,enlevez,supprimez,rayez,otez} {moi,mon nom} de {cette,votre,vos,la} {liste,listes,base,fichiers}|\
        {retirez,enlevez,supprimez,effacez,rayez} {mon numero,mes coordonnees}|\
        {veux,souhaite,desire} plus {recevoir ,}{de ,vos ,ces ,aucun ,des ,ce genre de }{sms,messages,message,textos,texto,spam,spams}|\
        plus {aucun,de,jamais de} {sms,message,messages,textos,texto} {svp,de votre,de vous,a ce,sur ce}|\
        {merci,priere} {de ne plus,darreter de,de cesser de} {menvoyer,mecrire,me contacter,me spammer,nous envoyer}{ ces, vos, des, de, ce,}{ sms, messages, message, textos,}|\
        darreter {de menvoyer,les,vos,ces} {vos,ces,des,les,sms,messages,textos}|\
        {desinscrivez,desabonnez} {moi,mon numero,nous}",
    closers: "de|des|ces|vos|votre|svp|merci|sil|et|sms",
    not: "pourquoi|jamais",
};

pub(super) const GERMAN: Requests = Requests {
    phrases: "keine sms mehr|keine nachrichten mehr|keine weiteren sms|keine weiteren nachrichten|schreiben sie mir nicht mehr|\
        schreibt mir nicht mehr|schreib mir nicht mehr|kontaktieren sie mich nicht mehr|kontaktiert mich nicht mehr|\
        nicht mehr kontaktieren|nicht mehr anschreiben|horen sie auf mir|hort auf mir|melden sie mich ab|meldet mich ab|\
        mochte mich abmelden|will mich abmelden|loschen sie meine nummer|loscht meine nummer|nehmen sie mich aus|streichen sie mich",
    whole: "keine {sms,nachrichten,weiteren sms,weiteren nachrichten,textnachrichten} mehr {an,auf,fur}|\
        {keine,keinerlei} {weiteren ,}{sms,nachrichten,textnachrichten} {mehr ,}{schicken,senden,zusenden,zuschicken}|\
        {schicken,senden,schickt,sendet,schick,schreibt,schreiben} {sie ,}{mir,uns} {bitte ,}{keine,nie} {weiteren ,}{sms,nachrichten,mehr}|\
        auf {mir zu schreiben,mich zu kontaktieren,mir sms,mir nachrichten,mit den sms,mit diesen sms,mit den nachrichten,mit diesen nachrichten,mich anzuschreiben,mich zu belastigen,mich zu nerven}|\
        {nehmt,streicht,loscht,entfernt,nehmen sie,streichen sie,loschen sie,entfernen sie} {mich,meine nummer} {,bitte }{aus,von} {der,dieser,eurer,ihrer,dem} {liste,verteiler,datenbank}|\
        {loschen,loscht,losch,entfernen,entfernt} {sie ,}{bitte ,}meine {nummer,handynummer,telefonnummer}|\
        {mich,meine nummer} {bitte ,}{aus der,von der,aus dem,aus ihrer,aus eurer} {liste,verteiler} {loschen,streichen,entfernen,nehmen,austragen}|\
        {mochte,will,wunsche} {ich ,}{keine,keinerlei} {weiteren ,}{sms,nachrichten,mitteilungen} {mehr,erhalten,bekommen,von ihnen,von euch}|\
        {kontaktieren,kontaktiert,schreiben,schreibt} {sie ,}mich {bitte ,}nicht {mehr,wieder}",
    closers: "bitte|danke|und|oder|schicken|senden|sms|zu|von|aus|der|ihrer|eurer|ihrem|eurem|mit",
    not: "bekomme|bekam|bekommen|erhalte|erhielt|kriege|warum",
};

/// Where words are not told apart by blanks, or their ends change: texts that hold one of these revoke consent.
pub(super) const CONTAINED: [&str; 4] = [
    "别再发|不要再发|别给我发|不要给我发|别发短信|别发了|不要发短信|不要再给我发|别再给我发|停止发送|停止发短信|我要退订|请退订|帮我退订|给我退订|不要再打扰|别再打扰|別再發|不要再發|別給我發|不要給我發|別發簡訊|不要發簡訊|別再傳|\
     不要再傳|別傳簡訊|不要傳簡訊|別再寄|不要再寄|停止發送|停止傳送|請退訂|幫我退訂|幫我取消訂閱|不要再打擾|別再打擾|唔好再發|唔好再send|唔好send|唔好再傳|唔好再寄|唔好發短訊|唔好再煩|咪再send|咪再發|不要再骚扰|别再骚扰|别骚扰我|不要骚扰我|不要再騷擾|別再騷擾|別騷擾我|不要騷擾我|,取消订阅|,取消訂閱|。取消订阅|。取消訂閱|!取消订阅|!取消訂閱| 取消订阅| 取消訂閱|要取消订阅|要取消訂閱|我要退訂|想退订|想退訂|要退订了|別傳訊息|不要傳訊息|不要發訊息|別發訊息|不想收到短信\
     |不想收到简讯|不想收到簡訊|不想再收到|不想收到这|不想收到這|不想收到你|不想收短信|不想收簡訊|别发消息|不要发消息|把我从名单|把我從名單|从名单里删|從名單刪|从列表删|删掉我的号码|删除我的号码|刪除我的號碼|刪掉我的號碼\
     |我的号码删|我的號碼刪|把我号码删|移除我的號碼|移除我的号码|停止寄送|停止发短信|别再打来|不要再打来|別再打來|不要再打來|不要再寄簡訊|別寄簡訊|别再给我发|唔好再打嚟|唔想再收",
    "لا ترسلوا لي|لا ترسل لي|لا ترسلوا رسائل|لا تراسلوني|لا تراسلني|لا تتصلوا بي|لا تتصل بي|لا ترسلون لي|لا عاد ترسلون|لا تزعجوني|\
     لا تزعجني|توقفوا عن إرسال|توقفوا عن ارسال|توقف عن إرسال|توقف عن ارسال|توقفوا عن مراسلتي|توقف عن مراسلتي|أوقفوا الرسائل|\
     اوقفوا الرسائل|أوقفوا هذه الرسائل|اوقفوا هذه الرسائل|أريد إلغاء الاشتراك|اريد الغاء الاشتراك|ألغوا اشتراكي|الغوا اشتراكي|\
     ما ابغى رسائل|مابي رسائل|مش عايز رسائل|بطلوا تبعتوا|متبعتوليش|احذفوا رقمي|امسحوا رقمي|لا ترسلوا رسا|لا ترسلون|لا ترسلي|لا ترسل رسا|لاعاد ترسل|لا عاد ترسل|لا تبعتوا|لا تبعتولي|لا تبعثوا لي|لا تبعثون\
     |ما تبعتولي|ما ترسلون لي|ماترسلون|متبعتوش|متبعتليش|ما تبعتوليش|بلاش رسائل|بلاش تبعتوا|بلاش رسايل|كفاية رسائل|كفايه رسائل\
     |كفاية رسايل|بطلوا رسائل|بطلوا تبعتولي|بطلو تبعتولي|بطلوا ترسلوا|وقفوا الرسائل|وقفوا ارسال|وقفوا إرسال|وقفوا هالرسائل\
     |وقفوا الرسايل|أوقفوا إرسال|اوقفوا ارسال|أوقفوا ارسال|توقفوا عن الإرسال|لا اريد رسائل|لا أريد رسائل|لا أريد استلام\
     |لا اريد استلام|لا أريد تلقي|لا اريد تلقي|لا أرغب في تلقي|لا ارغب في تلقي|لا أرغب في استلام|لا أريد المزيد من الرسائل\
     |ما ابي رسايل|ما أبي رسائل|ما ابي رسائل|ما أبغى رسائل|ما ابغى رسايل|ما بدي رسائل|مابدي رسائل|مش عاوز رسائل|مش عايزة رسائل\
     |مش عايز اي رسائل|ما ابغى يوصلني|ما أبغى يوصلني|ما أبي يوصلني|ما ابي توصلني|ما بدي يوصلني|احذف رقمي|امسح رقمي|شيلوا رقمي\
     |شيلو رقمي|شيل رقمي|شيلوني من|احذفوني من|احذفني من|أزيلوا رقمي|ازيلوا رقمي|لا تراسلون|لا تتواصلوا معي|لا ترسلوا",
    "मैसेज मत भेज|मैसेज ना भेज|मैसेज न भेज|संदेश मत भेज|संदेश न भेज|एसएमएस मत भेज|मैसेज भेजना बंद करो|मैसेज भेजना बंद करें|\
     मैसेज भेजना बंद करे|मैसेज भेजना बंद करिए|मैसेज भेजना बंद कीजिए|मैसेज भेजना बंद कर दो|मैसेज भेजना बंद कर दें|\
     मैसेज भेजना बंद कर दीजिए|मैसेज भेजना बंद कर दीजिये|संदेश भेजना बंद करो|संदेश भेजना बंद करें|संदेश भेजना बंद करे|\
     संदेश भेजना बंद करिए|संदेश भेजना बंद कीजिए|संदेश भेजना बंद कर दो|संदेश भेजना बंद कर दें|संदेश भेजना बंद कर दीजिए|\
     संदेश भेजना बंद कर दीजिये|मैसेज बंद करो|मैसेज बंद करें|मैसेज बंद करे|मैसेज बंद करिए|मैसेज बंद कीजिए|मैसेज बंद कर दो|\
     मैसेज बंद कर दें|मैसेज बंद कर दीजिए|मैसेज बंद कर दीजिये|बंद करो ये मैसेज|बंद कर दो ये मैसेज|संदेश बंद करो|संदेश बंद करें|\
     संदेश बंद करे|संदेश बंद करिए|संदेश बंद कीजिए|संदेश बंद कर दो|संदेश बंद कर दें|संदेश बंद कर दीजिए|संदेश बंद कर दीजिये|\
     मुझे मत भेज|दोबारा मत भेज|कॉल मत कर|कॉल करना बंद करो|कॉल करना बंद करें|कॉल करना बंद करे|कॉल करना बंद करिए|कॉल करना बंद कीजिए|\
     कॉल करना बंद कर दो|कॉल करना बंद कर दें|कॉल करना बंद कर दीजिए|कॉल करना बंद कर दीजिये|फोन मत कर|मेरा नंबर हटा|message mat bhej|\
     msg mat bhej|messages mat bhej|message na bhej|sms mat bhej|message band karo|message band kro|message band kare|\
     message band karen|message band karein|message band kar do|message band kar dijiye|message band kijiye|messages band karo|\
     messages band kro|messages band kare|messages band karen|messages band karein|messages band kar do|messages band kar dijiye|\
     messages band kijiye|message bhejna band karo|message bhejna band kro|message bhejna band kare|message bhejna band karen|\
     message bhejna band karein|message bhejna band kar do|message bhejna band kar dijiye|message bhejna band kijiye|\
     msg bhejna band karo|msg bhejna band kro|msg bhejna band kare|msg bhejna band karen|msg bhejna band karein|\
     msg bhejna band kar do|msg bhejna band kar dijiye|msg bhejna band kijiye|mujhe mat bhej|call mat kar|call karna band karo|\
     call karna band kro|call karna band kare|call karna band karen|call karna band karein|call karna band kar do|\
     call karna band kar dijiye|call karna band kijiye|phone mat kar|mera number hata|मैसेज न करें|मैसेज न करे|मैसेज ना करें|मैसेज ना करे|मैसेज मत करो|मैसेज मत करें|मैसेज मत कीजिए|मैसेज नहीं चाहिए\
     |मैसेज नही चाहिए|संदेश नहीं चाहिए|एसएमएस नहीं चाहिए|एसएमएस न भेज|एसएमएस ना भेज|एसएमएस बंद|sms मत भेज|sms न भेज|sms बंद कर\
     |दोबारा न भेज|दोबारा ना भेज|दुबारा मत भेज|और मत भेज|मत भेजो|मत भेजिए|मत भेजें|मत भेजा कर|नंबर लिस्ट से|नंबर हटा दो\
     |नंबर हटा दीजिए|नंबर डिलीट कर|लिस्ट से हटा|सूची से हटा| mat bhejo| mat bhejiye| mat bhejen|mat bheja kar|message na bheje\
     |msg na bhej|sms na bhej|msg mat kar|message mat kar|message na kar|msg na kar|sms mat kar|msg nahi chahiye\
     |message nahi chahiye|sms nahi chahiye|message nhi chahiye|msg nhi chahiye|list se hata|list se nikal|number hata do\
     |number hatao|number delete kar|stop karo ye|stop karo yeh|stop kro ye|ye sms band|ye message band|yeh message band\
     |sms band kar|sms band kro|sms bhejna band|dobara mat bhej|dubara mat bhej|aur mat bhej|msg band kar",
    "送らないで|送ってこないで|送信しないで|送るのをやめて|送るのを止めて|送るのは止めて|送るのはやめて|配信を停止して|配信を止めて|配信をやめて|配信停止をお願い|配信停止して|配信しないで|メッセージを止めて|メッセージをやめて|メッセージ不要|\
     メールを止めて|smsを止めて|smsを停止|ショートメールをやめて|連絡しないでください|連絡しないで下さい|連絡しないでほしい|連絡しないで欲しい|もう連絡しないで|連絡してこないで|登録を解除して|登録解除して|受信したくない|受け取りたくない|送るな|送信を止め|送信をやめ|送信停止|配信を解除|配信解除|配信を希望しません|配信は不要|メールいりません|メールはいりません|sms不要|smsはいりません|smsいりません|メッセージはいりません|メッセージいらない\
     |smsいらない|リストから外|リストから削除|リストから消|番号を削除|番号を消し|番号消して|登録を消し|登録を削除|登録から外|二度と送|二度と連絡してこ|ショートメッセージをやめ|届かないように|送付しないで|送付を止め\
     |配信停止お願い|配信を止め|送らんと|送らんで|送ってくんな|送って来ないで",
];
/// Right behind one of [`CONTAINED`] they make another word of it: "不要再发生" is that it may not happen again.
pub(super) const OTHERWISE: [char; 6] = ['生', '现', '現', '火', '脾', '错'];
