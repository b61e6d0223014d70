//! Portuguese, of Brazil and of Portugal; written with its accents, which a reply may leave out.

mod beside;

use super::{Language, Role};

pub(super) static PORTUGUESE: Language =
    Language { code: "pt", yes_no: ["sim", "não"], hides_others: true, plurals: &["s"], words: &[beside::WORDS, WORDS] };

const WORDS: &[(Role, &str)] = &[
    (Role::But, "não para a | não para o | mas não"),
    (Role::Condition, "depende"),
    (
        Role::Refusal,
        "{hoje não,agora não,não agora,fica para outra vez,fica pra próxima,fica para a próxima,outra hora,outro dia,noutra altura}{, obrigado, obrigada} | hoje não fica para outra vez | {prefiro,preferia} não {responder,dizer,falar,comentar,opinar,participar,avaliar,entrar em detalhes,falar sobre isso,dar nota,dar opinião} | {não quero,não desejo,não vou,não pretendo,n quero,não gostaria de} {responder,dizer,falar,comentar,opinar,participar,avaliar,falar sobre isso,dar nota,responder isso,responder à pesquisa} | {não tenho tempo,sem tempo,tô sem tempo,estou sem tempo,estou ocupado,estou ocupada,tô ocupado,tô ocupada}{, agora, para isso, pra isso} | não {respondo,faço} {pesquisa,pesquisas,inquérito,inquéritos} | vou pular{, essa, esta, essa pergunta} | {pulo,passo} {essa,esta,esta pergunta,essa pergunta} | passo | pulo | sem comentários | me abstenho | prefiro guardar pra mim | deixa pra lá | não tenho interesse | não me interessa | tô fora | dispenso",
    ),
    (
        Role::Resolved,
        "{sim ,}{td,tudo} {resolvido,resolvidinho} | resolvidíssimo | resolveram{, tudo, na hora, sim} | deu certo | funcionou | já {tá,está} {funcionando,a funcionar,tudo certo,resolvido} | voltou a funcionar | voltou ao normal",
    ),
    (
        Role::Unresolved,
        "{infelizmente ,}{continua,continuo,ainda está,ainda tá,segue} {avariado,avariada,com problema,com o problema,igual,na mesma,sem funcionar,sem internet,sem sinal,quebrado,quebrada,com defeito,do mesmo jeito,a mesma coisa,pendente} | na mesma | deu em nada | não deu certo | nada resolvido | não adiantou{, nada} | ainda não funciona | não {tá,está} funcionando",
    ),
    (
        Role::Ease(7),
        "facílimo | facílima | facilímo | super fácil | muito fácil | facinho | moleza | mamão com açúcar | molinho | tranquilíssimo | muito tranquilo",
    ),
    (Role::Ease(1), "dificílimo | super difícil | muito difícil | dificílima | um parto | um inferno"),
    (
        Role::Level(3),
        "o esperado | como esperado | dentro do esperado | conforme esperado | como eu esperava | o esperado nem mais nem menos",
    ),
    (Role::Level(2), "o básico | básico | elementar"),
    (Role::Level(5), "surpreendeu | me surpreendeu | surpreendente pela positiva"),
    (Role::Level(4), "como desejado | o desejado"),
    (Role::Reason, "porque | pq | por que | já que | pois | porq | devido a | graças a"),
    (
        Role::Unit,
        "supervisores | gerentes | chefes | colegas | noites | manhãs | tardes | fins | reclamações | reclamação | queixas | tickets | chamados | entregas | pagamentos | cobranças | reembolsos | aparelhos | equipamentos | carros | casas | homens | mulheres | senhoras | senhores | moças | rapazes | gente | visita | respostas | promessas | desculpas | lugares | agências | telas | computadores | roteadores | modems | tipos | parcela | mensalidades | operadoras | gravações | menus | opções | protocolo",
    ),
    (Role::Particle, "mesmo | viu | hein"),
    (
        Role::Leet(1),
        "atendente | técnico | hora | dia | mês | ano | semana | minuto | moça | moço | rapaz | senhora | operador | só | única | único",
    ),
    (Role::Lead, "fico no | fico com | fica no | põe | bota | meu score é | dava | dou | leva"),
    (Role::Idle, "olha | então"),
    (Role::About, "é | era | seria | são | parece | significa | quer dizer | foi a nota | foi o que | foi a nota que dei"),
    // Which of two numbers counts, hedges, verbs that give a score, labels that are denied, refusals in whole sentences.
    (
        Role::Correction,
        "desculpa | desculpe | desculpem | perdão | quero dizer | quis dizer | queria dizer | quer dizer | digo | aliás | alias \
         | ou melhor | melhor dizendo | opa | ops | não desculpa | não espera | espera não | não não | corrigindo | correção | \
         corrijo | retifico | me enganei | enganei me | me equivoquei | errei | na verdade | muda para | mudo para | digitei \
         errado | errado | sem querer | era para ser | era pra ser | sorry | apertei errado | coloquei | eu disse | me confundi",
    ),
    (Role::Perhaps, "ou | e | a | ao | até | talvez | ou talvez | nem | pra"),
    (Role::Denial, "e {não,nao}{, um} | em vez de{, um} | ao invés de{, um}"),
    (
        Role::Former,
        "{,eu ,ja }{ia,iria,pensei em,queria,pretendia,estava para} {dar,colocar,pôr,botar,marcar,ser,avaliar com,dizer}{, um, \
         nota, um belo} | {,eu }{teria,tinha} {dado,sido,posto,merecido}{, um, nota} | seria{, um, nota} | normalmente{, um, \
         dou, dou um}",
    ),
    (Role::Deducted, "menos | tirei | tiro | desconto"),
    (Role::DeductedBehind, "a menos | de menos | menos"),
    (Role::Shortened, "aprox"),
    (
        Role::Hedge,
        "aprox | aproximadamente | cerca de | mais ou menos | tipo | por volta de | em torno de | por aí | ou por aí | ou algo \
         assim | mais menos",
    ),
    (Role::Doubt, "pediu | pediram | quer um | querem | implorou"),
    (Role::Lead, "mais ou menos um | uns | umas | tipo um | nt"),
    (
        Role::Give,
        "fica | fica um | fica em | fica com | vai ficar | por isso | portanto | eu dou | lhes dou | vou dar | vou de | minha \
         nota é | a nota é | merecem | dou nota | minha nota fica | leva | levam | vale",
    ),
    (Role::Indefinite, "um | uns"),
    (Role::Given, "eu dou | eu daria | pra vocês | para vocês | diria eu | eu diria"),
    (
        Role::Grievance,
        "desligar na minha cara | desligaram na minha cara | desligar | desligaram | não fazer nada | não resolver | não \
         resolverem | me deixar esperando | me deixarem esperando | me ignorar | me ignorarem | perder meu tempo",
    ),
    (Role::Unresolved, "{,está ,tá ,ta ,continua ,segue ,ainda ,ainda está ,ainda tá }pendente{, ainda}"),
    (
        Role::Refusal,
        "{,essa ,essa pergunta ,esta pergunta }{prefiro não,prefiro nao,não quero,nao quero,não desejo,não vou,não costumo,melhor não} {responder,dizer,opinar,participar,avaliar,comentar}{, isso, essa pergunta, a essa pergunta, pesquisas, pesquisa, a pesquisa, de pesquisas, da pesquisa} | {não,nao} {respondo,faço,participo de,respondo a} {pesquisas,pesquisa,inquéritos,questionários}",
    ),
    (
        Role::Label(1),
        "{,não ,não estou ,não fiquei }{nada,nem um pouco} {satisfeito,satisfeita,contente,feliz,satisfeitos} | {não,não \
         estou,não fiquei} {satisfeito,satisfeita,contente,feliz,satisfeitos} {de jeito nenhum,de forma alguma,de modo \
         algum,nem um pouco}",
    ),
    (
        Role::Label(2),
        "{não,nao,não estou,nao estou,não fiquei,nao fiquei,não saí,não tô,não to,nao to,não me sinto,não ficamos} {,muito ,tão \
         ,lá muito }{satisfeito,satisfeita,contente,feliz,satisfeitos} | pouco \
         {satisfeito,satisfeita,contente,feliz,satisfeitos}",
    ),
    (Role::Label(3), "{,não estou ,não fiquei }nem {satisfeito,satisfeita} nem {insatisfeito,insatisfeita}"),
    // The language itself.
    (
        Role::Lead,
        "eu | um | uma | com um | com uma | com nota | um belo | um grande | um bom | um merecido | dou | eu dou | te dou | \
         lhe dou | lhes dou | vos dou | dou lhe | dou lhes | dou vos | dou um | dou uma | dou nota | eu dou nota | \
         dou uma nota | dei | eu dei | daria | eu daria | daria um | daria nota | darei | vou dar | vou dar nota | quero dar | \
         gostaria de dar | dar | dar nota | dê | dá | ponho | eu ponho | põe | ponha | ponha aí | coloco | coloca | coloque | \
         pode colocar | pode por | pode pôr | anota aí | avalio | avalio em | avalio com | eu avalio | avaliaria | \
         classifico | classifico com | classifico em | pontuo | pontuo com | voto | escolho | escolho o | escolho a | \
         opto por | marco | respondo | minha resposta | minha resposta é | a minha resposta é | a resposta é | resposta | \
         nota | a nota | a nota é | nota de | minha nota | minha nota é | minha nota e | a minha nota | a minha nota é | \
         a minha nota e | minha nota vai ser | minha nota seria | minha avaliação | minha avaliação é | minha avaliação e | \
         a minha avaliação | a minha avaliação é | a minha avaliação e | avaliação | avaliação é | a avaliação é | \
         minha pontuação | minha pontuação é | a minha pontuação é | pontuação | minha classificação é | \
         a minha classificação é | classificação | meu voto | meu voto é | o meu voto é | satisfação | nível | \
         nível de satisfação | meu nível é | minha opinião | opinião | conceito | digo | eu digo | diria | eu diria | \
         diria que | eu diria que | acho | eu acho | acho que | eu acho que | acho que um | penso que | creio que | \
         considero | acredito que | suponho | talvez | talvez um | provavelmente | com certeza | com certeza um | sem dúvida | \
         sem dúvidas | definitivamente | merece | merecem | vocês merecem | você merece | ele merece | ela merece | \
         merece um | merece nota | merecem nota | mereceu | mereceu um | leva | levam | ganha | ganharam | levou | é | é um | \
         é nota | é uma nota | foi | foi um | foi nota | seria | seria um | seria nota | estou | estava | fiquei | eu fiquei | \
         fico | eu estou | tô | to | eu tô | eu to | estamos | ficamos | saí | saí da ligação | me sinto | sinto me | \
         senti me | me senti | na verdade | na verdade estou | no geral | no geral estou | no geral um | em geral | oi | olá | \
         ola | bom dia | boa tarde | boa noite | oi bom dia | olá bom dia | oi boa tarde | olá boa tarde | oi boa noite | \
         alô | ok | certo | claro | obrigado | obrigada | serviço | o serviço | o atendimento | atendimento | \
         atendimento nota | pro atendimento | para o atendimento | pelo atendimento | ao atendimento | entre | quis dizer | \
         queria dizer | quero dizer | digo um | desculpa | desculpe | bom | bem | então | bom eu dou | opção | a opção | \
         cliente | cliente muito | pode ser | pode ser um | só | apenas | de nota | de nota um | de nota dou | \
         minha nota seria um | a minha nota seria | a minha nota seria um | minha nota final | minha nota final é | \
         vou dar um | vou dar uma nota | damos | a gente dá | nós damos | lá vai um | sem dúvida um | da minha parte | \
         da minha parte um | por mim | por mim um | pra mim | pra mim um | para mim | para mim um | pra mim é | para mim é | \
         totalmente | sinceramente | sinceramente um | honestamente | simplesmente | simplesmente um | oi sim | bota | \
         bota aí | bota um | coloca um | coloca aí | coloca aí um | anote um | ponha um | avalio o atendimento com | \
         avalio o atendimento em | avalio o atendimento como | avalio o serviço com | avalio o serviço em | avalio como | \
         o atendimento merece | o atendimento merece um | o atendimento foi | o atendimento foi um | o atendimento foi nota | \
         atendimento foi nota | o serviço merece | o serviço merece um | o serviço foi | o serviço foi nota | a ligação | \
         a chamada | a experiência | a experiência foi | minha experiência foi | minha experiência | nota final | \
         a nota seria | nota geral | na minha opinião | na minha opinião um | na minha opinião é | dou as | dou todas as | \
         merece as | merecem as | a atendente | o atendente | a moça | o rapaz | o técnico | o pessoal | equipe | a equipe | \
         a equipa | suporte | o suporte | tudo | tudo muito | em tudo | para o serviço | atendimento ao cliente | \
         o atendimento ao cliente | para a atendente | para o atendente",
    ),
    (
        Role::OptionLead,
        "a | o | na | no | da | do | pela | pelo | é a | é o | foi a | foi o | a número | o número | a opção | opção | \
         número | n º | nº | num | item | o item | alternativa | a alternativa | letra | motivo | o motivo | razão | \
         resposta | principalmente | principalmente a | principalmente o | sobretudo | mais a | mais o | por causa da | \
         por causa do | problema | o problema foi | o problema foi a | o problema foi o | faltou",
    ),
    (Role::Number(0), "zero"),
    (Role::Number(1), "um | uma | hum"),
    (Role::Number(2), "dois | duas | número 2 | número dois | o número 2 | o número dois"),
    (Role::Number(3), "três | tres | treis | trez | número 3 | número três | o número 3 | o número três"),
    (Role::Number(4), "quatro | número 4 | número quatro | o número 4 | o número quatro"),
    (Role::Number(5), "cinco | sinco | número 5 | número cinco | o número 5 | o número cinco"),
    (Role::Number(6), "seis | número 6 | número seis | o número 6 | o número seis"),
    (Role::Number(7), "sete | número 7 | número sete | o número 7 | o número sete"),
    (Role::Number(8), "oito | número 8 | número oito | o número 8 | o número oito"),
    (Role::Number(9), "nove | número 9 | número nove | o número 9 | o número nove"),
    (Role::Number(10), "dez | deis | número 10 | número dez | o número 10 | o número dez"),
    (Role::Number(11), "onze"),
    (Role::Number(12), "doze"),
    (Role::Number(20), "vinte"),
    (Role::Number(100), "cem"),
    (Role::Ordinal(1), "primeiro | primeira | o primeiro | a primeira | primeira opção | a primeira opção | 1 º | 1 ª | a 1 ª | o 1 º"),
    (Role::Ordinal(2), "segundo | segunda | o segundo | a segunda | segunda opção | a segunda opção | 2 º | 2 ª | a 2 ª | o 2 º"),
    (Role::Ordinal(3), "terceiro | terceira | o terceiro | a terceira | terceira opção | a terceira opção | 3 º | 3 ª | a 3 ª | o 3 º"),
    (Role::Ordinal(4), "quarto | quarta | o quarto | a quarta | quarta opção | a quarta opção | 4 º | 4 ª | a 4 ª | o 4 º"),
    (Role::Ordinal(5), "quinto | quinta | o quinto | a quinta | quinta opção | a quinta opção | 5 º | 5 ª | a 5 ª | o 5 º"),
    (Role::Ordinal(6), "sexto | sexta | 6 º | 6 ª"),
    (Role::Ordinal(7), "sétimo | sétima | 7 º | 7 ª"),
    (Role::Ordinal(8), "oitavo | oitava | 8 º | 8 ª"),
    (Role::Ordinal(9), "nono | nona | 9 º | 9 ª"),
    (Role::Ordinal(10), "décimo | décima | 10 º | 10 ª"),
    (
        Role::Label(5),
        "muito satisfeito | muito satisfeita | muito satisfeitos | muito satisfeitas | muito muito satisfeito | \
         muito muito satisfeita | mto satisfeito | mto satisfeita | mt satisfeito | mt satisfeita | mui satisfeito | \
         muito satifeito | muito satifeita | muito sastifeito | muito sastifeita | super satisfeito | super satisfeita | \
         extremamente satisfeito | extremamente satisfeita | totalmente satisfeito | totalmente satisfeita | \
         completamente satisfeito | completamente satisfeita | plenamente satisfeito | plenamente satisfeita | \
         altamente satisfeito | altamente satisfeita | absolutamente satisfeito | absolutamente satisfeita | satisfeitíssimo | \
         satisfeitíssima | cem por cento satisfeito | muito contente | muito contentes | muito feliz | super feliz | \
         super contente | mto feliz | muito agradado | muito agradada | muitíssimo satisfeito | muitíssimo satisfeita | \
         bem satisfeitíssimo | muito satisfatório | muito satisfatória | \
         {mega,hiper,ultra,super} {satisfeito,satisfeita,contente,feliz,satisfeitos} | \
         {100,100 por cento,cem por cento} {satisfeito,satisfeita} | mais que {satisfeito,satisfeita,contente} | \
         mais do que {satisfeito,satisfeita,contente} | \
         {fiquei,estou,saí,ficámos,ficamos,tô,to} {muito,super,mega,extremamente} {satisfeito,satisfeita,contente,feliz,satisfeitos} | \
         contentíssimo | contentíssima | não podia estar mais {satisfeito,satisfeita,contente} | satisfeito demais | \
         satisfeita demais | feliz demais | contente demais",
    ),
    (
        Role::Label(4),
        "satisfeito | satisfeita | satisfeitos | satisfeitas | satifeito | satifeita | sastifeito | sastifeita | \
         bem satisfeito | bem satisfeita | bastante satisfeito | bastante satisfeita | contente | contentes | \
         bastante contente | feliz | satisfatório | satisfatória | \
         {fiquei,estou,saí,ficámos,ficamos,tô,to} {satisfeito,satisfeita,contente,feliz,satisfeitos,bem satisfeito,bem satisfeita,bastante satisfeito,bastante satisfeita} | \
         no geral satisfeito | no geral satisfeita | satisfeito no geral | satisfeita no geral",
    ),
    (
        Role::Label(3),
        "neutro | neutra | neutros | neutral | indiferente | regular | normal | nem satisfeito nem insatisfeito | \
         nem satisfeita nem insatisfeita | nem bom nem ruim | nem boa nem ruim | nem bom nem mau | nem contente nem descontente | \
         nem satisfeito nem descontente | nem feliz nem triste | nem satisfeita nem descontente | nem bem nem mal",
    ),
    (
        Role::Label(2),
        "insatisfeito | insatisfeita | insatisfeitos | insatisfeitas | insatifeito | insatifeita | insastifeito | \
         descontente | descontentes | pouco satisfeito | pouco satisfeita | pouco contente | infeliz | insatisfatório | \
         insatisfatória | \
         {não,nao,n} {fiquei,estou,saí,tô,to,me sinto,ficámos,ficamos} {satisfeito,satisfeita,contente,feliz,satisfeitos} | \
         {não,nao,n} {muito,mto,tão} {satisfeito,satisfeita,contente} | \
         {não,nao,n} {fiquei,estou,tô,to} {muito,mto,tão,lá muito} {satisfeito,satisfeita,contente,feliz} | \
         não satisfeito | não satisfeita | nao satisfeito | nao satisfeita | não satisfatório | pouco feliz | \
         pouco satisfatório | bastante insatisfeito | bastante insatisfeita | um pouco insatisfeito | \
         um pouco insatisfeita | meio insatisfeito | meio insatisfeita | fiquei insatisfeito | fiquei insatisfeita | \
         fiquei descontente",
    ),
    (
        Role::Label(1),
        "muito insatisfeito | muito insatisfeita | muito insatisfeitos | muito insatisfeitas | muito muito insatisfeito | \
         muito muito insatisfeita | mto insatisfeito | mto insatisfeita | mt insatisfeito | mt insatisfeita | \
         muito insatifeito | super insatisfeito | super insatisfeita | extremamente insatisfeito | extremamente insatisfeita | \
         totalmente insatisfeito | totalmente insatisfeita | completamente insatisfeito | completamente insatisfeita | \
         absolutamente insatisfeito | absolutamente insatisfeita | altamente insatisfeito | muito descontente | \
         muito infeliz | nada satisfeito | nada satisfeita | nada contente | nem um pouco satisfeito | \
         nem um pouco satisfeita | muito pouco satisfeito | muito pouco satisfeita | totalmente descontente | \
         muito insatisfatório | \
         insatisfeitíssimo | insatisfeitíssima | {mega,hiper,ultra} {insatisfeito,insatisfeita} | \
         {não,nao,n} {fiquei,estou,tô,to} {nada,nem um pouco} {satisfeito,satisfeita,contente} | \
         {fiquei,estou,saí,tô,to} {muito,super,extremamente,totalmente} {insatisfeito,insatisfeita,descontente} | \
         insatisfeito demais | insatisfeita demais | nem um pouco contente | nada feliz | plenamente insatisfeito",
    ),
    (
        Role::Full,
        "nota máxima | a nota máxima | pontuação máxima | a pontuação máxima | avaliação máxima | a máxima | \
         todas as estrelas | classificação máxima",
    ),
    (Role::Star, "estrela | estrelas | estrelinha | estrelinhas | estrelhas | estrellas | star | stars"),
    (Role::Point, "ponto | pontos | pts | pontinhos | valores | ptos"),
    (Role::OutOf, "de | em | sobre | de um total de | de um máximo de | de possíveis | entre | out of | of"),
    (Role::Scale, "de | numa escala de | em uma escala de | na escala de | escala de | entre"),
    (
        Role::Unit,
        "minuto | minutos | minutinhos | min | mins | segundo | segundos | seg | segs | hora | horas | hs | hrs | h | \
         meia hora | dia | dias | dias úteis | semana | semanas | mês | meses | ano | anos | vez | vezes | x | am | pm | \
         por cento | porcento | da manhã | da tarde | da noite | da madrugada | em ponto | e meia da | e pouco | e pouca | \
         reais | real de | conto | contos | pila | pilas | mangos | euro | euros | eur | dólar | dólares | brl | rs | \
         centavos | cêntimos | mil reais | mil euros | mil pessoas | mil vezes | milhão | milhões | centenas | dezenas | \
         pessoas | pessoa | atendentes | operadores | funcionários | colaboradores | assistentes | técnicos | clientes | \
         ligações | ligação | chamadas | chamada | telefonemas | e mails | emails | email | mensagens | mensagem | \
         tentativas | tentativa | transferências | transferência | protocolos | pedidos | pacotes | produtos | linhas | \
         telefones | números | dígitos | coisas | perguntas | pesquisas | problemas | erros | falhas | visitas | filhos | \
         crianças | amigos | quilos | kg | g | gb | mb | megas | mega | km | metros | m | litros | de janeiro | de fevereiro | \
         de março | de abril | de maio | de junho | de julho | de agosto | de setembro | de outubro | de novembro | \
         de dezembro | de jan | de fev | de mar | de abr | de mai | de jun | de jul | de ago | de set | de out | de nov | \
         de dez | janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro | outubro | novembro | \
         dezembro | do mês | deste mês | do mês passado | de cada | mais | menos | ou mais | diferentes | outros | outras | \
         seguidas | seguidos | º | ª | dedos | razões | motivos | opções | setores | departamentos | cartões | faturas | \
         boletos | contas | compras | canais | lojas | empresas | cachorros | lugares | parcelas | prestações | de vocês | \
         deles",
    ),
    (Role::Half, "e meio | e meia | e meia estrela | e meio ponto | ½ | vírgula cinco | ponto cinco | vírgula 5 | ponto 5"),
    (
        Role::Or,
        "ou | e | a | ao | até | ou talvez | talvez | talvez um | ou melhor | ou seja | melhor | melhor dizendo | aliás | \
         alias | quer dizer | ou até | quero dizer | quis dizer | queria dizer | digo | digo um | não | nao | não não | \
         desculpa | desculpe | desculpem | perdão | opa | ops | não desculpa | espera | espere | não espera | corrigindo | \
         correção | corrijo | retifico | me enganei | enganei me | me equivoquei | errei | na verdade | é | era | seria | \
         isto é | ou um | e um | ou nota | muda para | mudo para | coloca | põe | sorry | nem | não é | não é um | melhor um",
    ),
    (
        Role::Starter,
        "o | a | os | as | um | uma | seu | sua | meu | minha | me | nos | te | lhe | se | muito | mto | mt | muita | muitos | \
         muitas | bem | mal | bom | boa | ótimo | ótima | otimo | otima | excelente | exelente | péssimo | péssima | pessimo | \
         ruim | horrível | horroroso | terrível | lamentável | vergonha | vergonhoso | decepcionante | perfeito | perfeita | \
         maravilhoso | maravilhosa | maravilha | incrível | fantástico | fantástica | espetacular | sensacional | nota | \
         show | top | tops | impecável | excepcional | extraordinário | extraordinária | lento | lenta | rápido | rápida | \
         ágil | eficiente | eficaz | educado | educada | atencioso | atenciosa | gentil | gentis | simpático | simpática | \
         cordial | prestativo | prestativa | grosso | grossa | grosseiro | grosseira | mal educado | mal educada | obrigado | \
         obrigada | obg | obgd | obgda | brigado | brigada | vlw | valeu | grato | grata | parabéns | abraço | abraços | mas | \
         porém | só | porque | pq | porq | pois | que | já | por | para | pra | pro | com | sem | não | nao | ñ | nunca | \
         jamais | ninguém | nenhum | nenhuma | nada | nem | foi | foram | fui | fomos | é | são | era | eram | está | estão | \
         estava | estou | tá | tô | to | tava | esteve | há | tem | têm | tinha | tive | tivemos | teve | demorou | \
         demoraram | demora | demorado | demorada | demoram | pouco | pouca | demais | atendeu | atenderam | resolveu | \
         resolveram | resolvido | resolvida | solucionou | solucionaram | ajudou | ajudaram | fiquei | ficou | esperei | \
         espero | espera | continuo | continua | continuam | sempre | ainda | ao | em | no | na | nas | tão | tanto | \
         atendimento | serviço | atendente | moça | moço | rapaz | menina | operador | operadora | funcionário | funcionária | \
         técnico | assistente | colaborador | colaboradora | equipe | equipa | pessoal | experiência | sistema | problema | \
         resposta | rapidez | simpatia | profissional | profissionalismo | recomendo | recomendaria | recomendado | voltarei | \
         voltaria | quero | queria | gostaria | gostei | adorei | amei | deveriam | poderiam | podem | preciso | falta | \
         faltou | melhor | melhorar | melhorem | melhoraria | pior | o melhor | o pior | contente | satisfeito | satisfeita | \
         insatisfeito | insatisfeita | feliz | chateado | chateada | decepcionado | decepcionada | agradecido | agradecida | \
         kk | kkk | kkkk | kkkkk | kkkkkk | rs | rsrs | rsrsrs | haha | hahaha | eh | lol | e | assim | isso | isto | esse | \
         essa | este | esta | ele | ela | eles | elas | eu | você | vocês | vc | vcs | quando | como | de | do | da | dos | \
         das | desde | sim | claro | verdade | sinceramente | honestamente | além | também | tudo | todo | todos | toda | \
         todas | até | pena | qualidade | clareza | cada | deixaram | deixou | desligaram | desligou | falaram | falou | \
         falam | explicou | explicaram | conseguiram | conseguiu | consegui | soube | souberam | sabe | sabem | sabia | \
         fizeram | fez | deram | deu | respondem | responderam | prometeram | mentiram | mentem | golpe | roubo | ladrões | \
         lixo | nojo | desastre | inúteis | incompetentes | incompetência | continuem | sigam | linda | lindo | querida | ok | \
         certo | beleza | por favor | please | tirou | esclareceu | esclarecedor | solícito | solícita | competente | \
         paciente | calmo | calma | objetivo | objetiva | claramente | aceitável | correto | correta | normal | regular | \
         razoável | ligação rápida | super | mega | bacana | legal | massa | nossa | amável | amáveis | impaciente | \
         desatencioso | moça super | internet | produto | suporte | dúvida | dúvidas | pelo | pela | pelos | pelas | \
         ao atendente | à | aos | boa tarde | bom dia | boa noite | péssimos | atende | atendem | explica | cumpriram | \
         cumpriu | trataram | tratou | tomara | seguem | dá | dão | pode | poderia | deveria | faz | fazem | recebi | \
         recebemos | liguei | ligo | ligaram | realmente | totalmente | completamente | absolutamente | bastante | algo | \
         pontual | pontualidade | cordialidade | amabilidade | educadíssima | educadíssimo | atenciosíssima | capacitado | \
         capacitada | resolutivo | resolutiva | encantador | encantadora | querido | fofa | doce | paciência | disposição | \
         solução | tempo | zero reclamações | zero problemas | longa espera | lentidão | comunicação | informação | \
         orientação | apoio | ajuda | trabalho | time | empresa | companhia | vendedor | vendedora | doutor | doutora | \
         recepcionista | deus | um abraço | sucesso | bravo | tremendo | brutal | joia | adequado | adequada | agradável | \
         confuso | confusa | incompleto | difícil | complicado | cansativo | caro | cara | impossível | penoso | patético | \
         deficiente | deplorável | medíocre | espantoso | indignante | ridículo | ridícula | inaceitável | absurdo | \
         um absurdo | satisfatório | satisfatória | insatisfatório | um prazer | um amor | uma vergonha | grande | bonito | \
         lindíssimo | divino | divina | ideal | tranquilo | tranquila | facilidade | fácil | simples | rapidíssimo | \
         rapidíssima | velocidade | excelência | a melhor | os melhores | melhor impossível | de primeira | de verdade | \
         de qualquer forma | de qualquer modo | em tudo | na minha opinião | no geral | em geral | com prazer | grandiosa | \
         confio | confiável | seriedade | sério | séria | responsável | agilidade | eficácia | eficiência | claros | \
         concreto | precisa | gentileza | respeitoso | respeitosa | humano | humana | próximo | agradeço | agradecemos | \
         parabenizo | elogio | maravilhosos | maravilhosas | sensacionais | feras | fera | nada mal | infelizmente | \
         felizmente | graças | quase tudo | bem atendido | bem atendida | mal atendido | mal atendida | super bem | \
         mega atencioso | mega atenciosa | muitíssimo | péssimas | atenção | cuidado | dedicação | educação | empenho | \
         esclarecimento | esclarecimentos | conhecimento | domínio | muito obg | vocês são | vcs são | aceitáveis | kkkkkkk | \
         kkkkkkkk | kkkkkkkkk | kkkkkkkkkk | kkkkkkkkkkk | kkkkkkkkkkkk | kkkkkkkkkkkkk | rsrsrsrs | rsrsrsrsrs | hahahaha | \
         hahahahaha | hahahahahaha | hahahahahahaha | hahahahahahahaha | hehe | hehehe | hehehehe | hehehehehe | golpistas | \
         golpista | sem vergonhas | mentirosos | trapaceiros | idiotas | burros | ratos | malditos | porcaria | fraude | \
         abusivos | abuso | abusam | cortaram | cortam | mudaram | entendeu | entenderam | entendi | escutam | escutou | \
         ouviu | ouviram | ofereceram | ofereceu | orientou | orientaram | informou | informaram | compreendeu | respondeu | \
         demonstrou | devolveram | cobraram | cobram | arrumaram | enviaram | enviou | chegou | chegaram | veio | vieram | \
         saiu | sinto | penso | acho | creio | espetaculares | imediato | imediata | impecáveis | não servem | servem | \
         ficamos | perdi | perdemos | passei | passaram | custou | custa | conseguem | resolvem | resolve | solucionam | \
         aguardei | aguardando | esperando | \
         arrasaram | arrasou | cinco | fixe | giro | porreiro | nota dez | nota mil | nota 10 | uma porcaria | curti | \
         bora | continue | mandaram | mandou | showzaço | supimpa | abs",
    ),
    (
        Role::Particle,
        "por favor | pfv | pf | pfvr | acho | acho eu | eu acho | creio | creio eu | eu diria | diria eu | suponho | \
         na minha opinião | para mim | pra mim | da minha parte | por mim | de nota | de avaliação | como nota | com certeza | \
         sem dúvida | sem dúvidas | no fim | no final | no fim das contas | afinal | na verdade | no total | então | claro | \
         é claro | óbvio | obviamente | definitivamente | para vocês | pra vocês | é a minha nota | é minha nota | \
         é a minha resposta | de coração | redondo | mesmo | sinceramente | no mínimo | né | viu | tá | apenas | somente | \
         só isso | é isso | e pronto | ponto final | eu dou | moço | moça | senhor | senhora | hein | ta bom | tá bom | \
         valeu | vlw | abraço | abraços | abs | att | galera | gente | amigo | amiga | uai | sô | tchê | bah | \
         cumprimentos | fixe | pá",
    ),
    (
        Role::Not,
        "não | nao | ñ | nunca | jamais | nem | nenhum | nenhuma | ninguém | tampouco | deixou de | deixaram de | nada | \
         impossível",
    ),
    (
        Role::Without,
        "sem | exceto | salvo | menos | fora | tirando | a não ser | nenhuma reclamação | nenhum problema | nada de ruim | \
         nada a reclamar | falta de",
    ),
    (
        Role::Condition,
        "se | caso | desde que | contanto que | a menos que | a não ser que | só se | somente se | apenas se | \
         quando resolverem | quando me | quando resolver | quando devolverem | quando ligarem | quando funcionar | \
         quando arrumarem",
    ),
    (
        Role::Leet(1),
        "atendente | moça | moço | rapaz | menina | operador | operadora | funcionário | funcionária | técnico | assistente | \
         colaborador | colaboradora | problema | só | cada | dúvida | produto",
    ),
    (
        Role::Detail,
        "obrigado | obrigada | obg | obgd | obgda | vlw | valeu | muita | mal | tudo | todo | já | porque | pq | pois | mas | \
         porém | só | e | não | nao | nunca | ninguém | nada | ainda | continua | continuo | continuamos | até | desde | sem | \
         por favor | senhor | senhora | moça | grato | grata | nem | nenhum | kkk | rs | outra | como | por enquanto | \
         abraço | abraços | parabéns | eles não | ela não | ele não | está igual",
    ),
    (
        Role::Assertion,
        "foi | foram | fui | está | estava | tá | ficou | ficaram | funciona | funcionou | funcionando | é | era | tenho | \
         tive | estou | estamos | tô | to | resolveu | resolveram | resolvido | resolvida | solucionou | solucionaram | \
         solucionado | arrumaram | consertaram | consegui | conseguiram | me | lhe | o | a | os | as | meu | minha | quero | \
         preciso | deu | deu certo | deram | podem | feliz | satisfeito | satisfeita | bem | muito | mto | perfeito | \
         perfeitamente | excelente | ótimo | ótima | totalmente | completamente | por completo | de fato | rápido | \
         rapidamente | rapidinho | de primeira | na hora | super | atendente | educada | educado | gostei | adorei | com | \
         no | na | em | um | uma | graças | finalmente | enfim | ele | ela | eles | eu | vocês | vcs | problema | \
         atendimento | certinho | direitinho | parcialmente | em parte | agradeço | ajudou | ajudaram | atendeu | atenderam | \
         de imediato | imediatamente | logo | voltou | esclareceu | tirou | deixou | bastante | um monte | todos | toda | \
         rapidíssimo | na mesma hora | sem problema | sem problemas | pela atendente | pelo atendente | muitíssimo | \
         ótimo atendimento | hoje | ontem | isso | isto | esse | essa | este | esta | corretamente | de forma | a tempo | \
         por | para | pra | do | da",
    ),
    (
        Role::But,
        "mas | porém | contudo | no entanto | entretanto | todavia | embora | exceto | salvo | só que | senão | em parte | \
         parcialmente | infelizmente | apesar | pena que | uma pena | não totalmente | não completamente | não por completo | \
         nem tudo | mais ou menos | ainda falta | metade | só uma parte | uma parte | só em parte | quase | quase tudo | \
         algo | um pouco",
    ),
    (
        Role::Doubt,
        "quase | menos | mais de | mais do que | mais que | pelo menos | ao menos | no máximo | abaixo | acima | podia | \
         poderia | poderiam | pudesse | teria | teriam | tivesse | queria | queriam | gostaria | quem dera | tomara | antes | \
         última vez | da última vez | da outra vez | outras vezes | há | desde | até | em vez de | ao invés de | esperei | \
         esperando | aguardei | perdi | por que | porque não | hotel | hotéis | restaurante | restaurantes | deveria | \
         deveriam | supostamente | esperava | prometeram | prometido | outro | outra | qualquer | falta | faltam | faltou | \
         faltaram | tirei | tiro | próxima | se | caso | dizem | me disseram | anunciam | propaganda | não chega a | \
         não chegam a | nem | longe de | algum dia | precisa | precisam | fosse | seriam",
    ),
    (
        Role::Retraction,
        "não | nao | ñ | não não | nada | nada disso | que nada | mentira | é mentira | mentirinha | brincadeira | \
         é brincadeira | brincadeirinha | foi brincadeira | brincando | tô brincando | to brincando | estou brincando | \
         estou a brincar | zoeira | tô zoando | to zoando | zoando | só que não | sqn | só q não | nem pensar | nem morto | \
         nem morta | nem a pau | nem pagando | nem ferrando | nem fodendo | nem em sonho | nem sonhando | jamais | nunca | \
         nunca jamais | de jeito nenhum | de forma alguma | de maneira nenhuma | de modo algum | quem dera | quem me dera | \
         até parece | imagina | bem que queriam | queriam | sonha | sonhem | não mesmo | acho que não | não merecem | \
         não merece | claro que não | óbvio que não | na verdade não | não é verdade",
    ),
    (
        Role::Mockery,
        "só que não | sqn | uma ova | uma pinoia | o caramba | o caralho | o cacete | porra nenhuma | coisa nenhuma | \
         aham senta lá | senta lá | até parece | conta outra | me engana que eu gosto | nos seus sonhos | nos teus sonhos | \
         nos sonhos de vocês | quando o inferno congelar | dia de são nunca | no dia de são nunca | sarcasmo | ironia | \
         é ironia | contém ironia | modo irônico | é brincadeira né | tá de brincadeira",
    ),
    (
        Role::Laughter,
        "kk | kkk | kkkk | kkkkk | kkkkkk | kkkkkkk | rs | rsrs | rsrsrs | haha | hahaha | hahahaha | hehe | hehehe | hihi | \
         ha ha | huahua | hauhau | lol | ah | eh | oh | hum | hmm | né | bom | bem | então | uai | ué | ah tá | kkkkkkkk | \
         kkkkkkkkk | kkkkkkkkkk | kkkkkkkkkkk | kkkkkkkkkkkk | kkkkkkkkkkkkk | rsrsrsrs | rsrsrsrsrs | hahahahaha | \
         hahahahahaha | hahahahahahaha | hahahahahahahaha | hehehehe | hehehehehe",
    ),
    (
        Role::Yes,
        "sim | simm | simmm | sim sim | ss | s | siim | sin | yes | yep | claro | claro que sim | claro sim | sim claro | \
         com certeza | sim com certeza | com certeza sim | certamente | certeza | é claro | é claro que sim | lógico | \
         lógico que sim | óbvio | óbvio que sim | obviamente | obviamente sim | sem dúvida | sem dúvidas | sim sem dúvida | \
         sim senhor | sim senhora | sim moça | sim totalmente | sim completamente | sim perfeitamente | totalmente | \
         completamente | perfeitamente | exatamente | exato | isso | isso mesmo | isso aí | correto | certo sim | afirmativo | \
         positivo | foi | foi sim | sim foi | é sim | está sim | tá sim | ficou sim | ah sim | ahã | aham | uhum | \
         pois sim foi | pois foi | acho que sim | creio que sim | acredito que sim | graças a deus sim | sim graças a deus | \
         felizmente sim | sim felizmente | finalmente sim | sim finalmente | até que enfim sim | efetivamente | \
         efetivamente sim | agora sim | já sim | de fato sim | definitivamente | definitivamente sim | yess | claro q sim | \
         por enquanto sim | por agora sim | até agora sim | perfeito sim | cm ctz | com ctz | ctz | sim ctz | \
         uhum sim | aham sim | sim finalmente sim | graças a deus | graças a deus resolveu | siim sim | sim pá | pois sim | \
         sim senhora já | sim até que enfim | já sim obrigado | sim por enquanto",
    ),
    (
        Role::No,
        "não | nao | naum | ñ | n | nn | nãoo | naoo | nãooo | naooo | não não | não não não | não senhor | não senhora | \
         ainda não | não ainda | não ainda não | ainda não não | não foi | não foi não | foi não | não mesmo | \
         de jeito nenhum | não de jeito nenhum | de forma alguma | não de forma alguma | de forma nenhuma | \
         de maneira nenhuma | de maneira alguma | de modo algum | de modo nenhum | nem um pouco | nem pensar | nada | \
         nada disso | negativo | claro que não | lógico que não | óbvio que não | obviamente não | com certeza não | \
         infelizmente não | não infelizmente | infelizmente ainda não | lamentavelmente não | infelizmente nao | nunca | \
         jamais | não nunca | acho que não | creio que não | acredito que não | na verdade não | não realmente | \
         realmente não | não totalmente | não completamente | não por completo | não de todo | não na totalidade | \
         até agora não | não até agora | até o momento não | por enquanto não | por enquanto ainda não | que nada | está não | \
         tá não | sinceramente não | definitivamente não | nope | n foi | n ainda | ainda n | \
         nops | nadinha | nada ainda | ainda nada | não nada | nãaao | nem um pouquinho | nem de longe | nem de perto | \
         não pá | népia | nem por isso | não até hoje | até hoje não | até hj não | infelizmente ainda nada | \
         nem um bocadinho | nem sequer | neca | necas | bulhufas | não infelizmente não",
    ),
    (
        Role::Resolved,
        "resolvido | resolvida | solucionado | solucionada | arrumado | arrumada | consertado | resolveu | resolveu sim | \
         resolveram | resolveram sim | sim resolveu | sim resolveram | resolvido sim | sim resolvido | sim resolvida | \
         sim solucionado | tudo resolvido | sim tudo resolvido | tudo solucionado | já resolvido | já resolveu | \
         já resolveram | já está resolvido | já tá resolvido | já foi resolvido | está resolvido | tá resolvido | \
         sim está resolvido | sim já está resolvido | foi resolvido | foi resolvida | foi solucionado | foi solucionada | \
         foi resolvido sim | sim foi resolvido | sim foi resolvida | sim foi solucionado | sim já foi resolvido | \
         sim já resolveu | sim já resolveram | ficou resolvido | ficou resolvida | sim ficou resolvido | \
         ficou tudo resolvido | problema resolvido | problema solucionado | caso resolvido | assunto resolvido | \
         o problema foi resolvido | meu problema foi resolvido | o meu problema foi resolvido | \
         sim meu problema foi resolvido | sim o problema foi resolvido | o assunto foi resolvido | a questão foi resolvida | \
         resolveu meu problema | resolveram meu problema | resolveu o meu problema | resolveram o meu problema | \
         resolveu o problema | resolveram o problema | sim resolveu meu problema | sim resolveram meu problema | \
         resolveu tudo | resolveram tudo | sim resolveu tudo | sim resolveram tudo | resolvi | consegui resolver | \
         sim consegui resolver | conseguiram resolver | sim conseguiram resolver | conseguiu resolver | \
         sim conseguiu resolver | deu certo | sim deu certo | deu tudo certo | sim deu tudo certo | foi tudo resolvido | \
         sim foi tudo resolvido | me ajudaram sim | resolvidíssimo | resolveu se | resolveu se sim | sim solucionaram | \
         sim solucionou | sim arrumaram | sim arrumou | sim consertaram | sim me resolveram | sim me resolveu | \
         sim me solucionaram | sim me solucionou | sim me arrumaram | sim me arrumou | sim me consertaram | sim o resolveram | \
         sim o resolveu | sim o solucionaram | sim o solucionou | sim o arrumaram | sim o arrumou | sim o consertaram | \
         sim nos resolveram | sim nos resolveu | sim nos solucionaram | sim nos solucionou | sim nos arrumaram | \
         sim nos arrumou | sim nos consertaram | já solucionaram | já solucionou | já arrumaram | já arrumou | \
         já consertaram | já me resolveram | já me resolveu | já me solucionaram | já me solucionou | já me arrumaram | \
         já me arrumou | já me consertaram | já o resolveram | já o resolveu | já o solucionaram | já o solucionou | \
         já o arrumaram | já o arrumou | já o consertaram | já nos resolveram | já nos resolveu | já nos solucionaram | \
         já nos solucionou | já nos arrumaram | já nos arrumou | já nos consertaram | sim já solucionaram | \
         sim já solucionou | sim já arrumaram | sim já arrumou | sim já consertaram | sim já me resolveram | \
         sim já me resolveu | sim já me solucionaram | sim já me solucionou | sim já me arrumaram | sim já me arrumou | \
         sim já me consertaram | sim já o resolveram | sim já o resolveu | sim já o solucionaram | sim já o solucionou | \
         sim já o arrumaram | sim já o arrumou | sim já o consertaram | sim já nos resolveram | sim já nos resolveu | \
         sim já nos solucionaram | sim já nos solucionou | sim já nos arrumaram | sim já nos arrumou | \
         sim já nos consertaram | solucionaram | solucionou | arrumaram | consertaram | foi sim resolvido | \
         sim está tudo resolvido | está tudo resolvido | tá tudo resolvido | sim tá resolvido | \
         {tá,está,ta,já está,já tá,já ta,voltou a,já voltou a,já} {funcionando,funcionar,a funcionar,funcionando bem,funcionando normal,funciona,normal,ok,tudo ok,tudo certo} | \
         {está,já está,ficou} tudo {certo,ok,resolvido,a funcionar,funcionando,normal} | \
         tudo {certo agora,ok agora,certo já,funcionando,a funcionar} | \
         agora {funciona,tá funcionando,está funcionando,está tudo certo,tá tudo certo,está a funcionar,está ok,tá ok} | \
         sim {já funciona,tá funcionando,está funcionando,tudo funcionando,voltou a funcionar,já está a funcionar,agora funciona} | \
         {já,} {arrumaram,consertaram,solucionaram,trataram de tudo,trataram disso} | foi {consertado,arrumado,tratado} | \
         resolveu na hora | resolveram na hora | resolveu rápido | resolveu rapidinho | resolveram rápido | \
         conseguiram sim | problema sanado | sanado | está sanado | foi sanado",
    ),
    (
        Role::Unresolved,
        "não resolvido | não resolvida | não solucionado | não resolveu | não resolveu não | não resolveu nada | \
         não resolveram | não resolveram nada | não resolveram meu problema | não resolveu meu problema | \
         não resolveu o problema | não resolveram o problema | não foi resolvido | não foi resolvida | não foi solucionado | \
         não foi resolvido não | não foi resolvido ainda | não solucionou | não solucionaram | não solucionaram nada | \
         não solucionou nada | não está resolvido | não tá resolvido | não ficou resolvido | ainda não resolvido | \
         ainda não foi resolvido | ainda não resolveu | ainda não resolveram | ainda não está resolvido | \
         ainda não foi solucionado | não resolvi | não consegui resolver | não conseguiram resolver | não conseguiu resolver | \
         nada resolvido | nada foi resolvido | nada resolveu | nada resolveram | sem solução | continua sem solução | \
         sem resolver | continua sem resolver | por resolver | continua por resolver | ainda por resolver | ninguém resolveu | \
         ninguém resolveu nada | ninguém resolve | ninguém resolve nada | não resolve | não resolvem | não resolvem nada | \
         não deu certo | não deu | não me ajudaram | não ajudaram | não ajudou | não ajudaram em nada | não ajudou em nada | \
         continua igual | continua na mesma | continua a mesma coisa | tudo igual | na mesma | continuo na mesma | \
         continua com problema | continua com o problema | continuo com o problema | continuo com o mesmo problema | \
         o problema continua | o problema persiste | meu problema continua | problema não resolvido | \
         o problema não foi resolvido | meu problema não foi resolvido | o meu problema não foi resolvido | mal resolvido | \
         não me resolveram nada | não me resolveram o problema | não me resolveram | resolveu nada | resolveram nada | \
         resolvido nada | não resolveram não | não resolveu nada não | não foi não resolvido | solucionaram nada | \
         não arrumaram | não arrumou | não consertaram | não me resolveu | não me solucionaram | não me solucionou | \
         não me arrumaram | não me arrumou | não me consertaram | não o resolveram | não o resolveu | não o solucionaram | \
         não o solucionou | não o arrumaram | não o arrumou | não o consertaram | não nos resolveram | não nos resolveu | \
         não nos solucionaram | não nos solucionou | não nos arrumaram | não nos arrumou | não nos consertaram | \
         ainda não solucionaram | ainda não solucionou | ainda não arrumaram | ainda não arrumou | ainda não consertaram | \
         ainda não me resolveram | ainda não me resolveu | ainda não me solucionaram | ainda não me solucionou | \
         ainda não me arrumaram | ainda não me arrumou | ainda não me consertaram | ainda não o resolveram | \
         ainda não o resolveu | ainda não o solucionaram | ainda não o solucionou | ainda não o arrumaram | \
         ainda não o arrumou | ainda não o consertaram | ainda não nos resolveram | ainda não nos resolveu | \
         ainda não nos solucionaram | ainda não nos solucionou | ainda não nos arrumaram | ainda não nos arrumou | \
         ainda não nos consertaram | não arrumaram nada | não arrumou nada | não consertaram nada | \
         ainda não consegui resolver | ainda não conseguiram resolver | ainda não conseguiu resolver | não foi arrumado | \
         ainda não foi arrumado | não está solucionado | ainda não está solucionado | não foi resolvido nada | \
         não se resolveu | não se resolveu nada | ainda não se resolveu | n resolveu | n resolveram | n foi resolvido | \
         n resolveu nada | n resolveram nada | n deu certo | n consegui | n conseguiram | o problema continua igual | \
         meu problema continua igual | o meu problema não se resolveu | o meu problema ainda não foi resolvido | \
         meu problema ainda não foi resolvido | o problema ainda não foi resolvido | o problema não se resolveu | \
         o problema não está resolvido | meu problema não está resolvido | o meu problema não está resolvido | \
         {tá,está,ta,} pendente {ainda,} | \
         {ainda,continua,segue,} {pendente,por resolver,em aberto,sem solução,sem resposta,na mesma,igual,com defeito,com problema,avariado,a falhar,dando problema,com erro} | \
         ainda {tá,está,ta} {pendente,igual,com defeito,com problema,na mesma,sem solução,em aberto,avariado} | \
         {ainda,} não {funciona,funcionou,voltou,está a funcionar,tá funcionando,está funcionando,está ok} | \
         {ainda,} {n,nao} {funciona,resolveu,resolveram,foi resolvido,ta resolvido,tá resolvido,está resolvido,solucionaram} | \
         {continuo,continuamos,sigo,estou} {sem internet,sem sinal,sem serviço,sem luz,sem solução,sem resposta,na mesma,com o mesmo problema,com o problema,à espera} | \
         nada mudou | nada foi feito | o mesmo problema | mesmo problema | mesma coisa | a mesma coisa | está igual | \
         tá igual | está na mesma | tudo na mesma | está tudo na mesma | nada funciona | não solucionada | \
         nenhuma solução | voltou o problema | o problema voltou | problema persiste | problema continua",
    ),
    (
        Role::Mended,
        "já funciona | já está funcionando | está funcionando | tá funcionando | já tá funcionando | funcionando | \
         voltou a funcionar | funciona | funcionou | já está tudo bem | está tudo bem | tudo bem | tudo certo | tudo ok | \
         tudo em ordem | tudo resolvido | tudo perfeito | já voltou | voltou ao normal | normalizou | normalizado | já tenho | \
         deu certo | deu tudo certo | foi resolvido | foi solucionado | está resolvido | já resolveu | já resolveram | \
         já resolvido | resolvido | solucionado | arrumaram | consertaram | resolveram | conseguiram resolver | ficou bom | \
         ficou ótimo | ficou perfeito | já está ok | tá ok | tá tudo certo",
    ),
    (
        Role::Broken,
        "não funciona | não está funcionando | não tá funcionando | não funcionou | continua sem funcionar | continua igual | \
         continua na mesma | continua com defeito | continua com problema | continua com o problema | \
         continua com o mesmo problema | continuo com o problema | continua dando erro | continua falhando | \
         continua a falhar | continua ruim | continua quebrado | mesmo problema | o problema continua | o problema persiste | \
         sem solução | sem internet | sem sinal | sem linha | sem serviço | sem luz | continuo sem | continuamos sem | \
         continua sem | ainda espero | ainda estou esperando | ainda aguardo | continuo esperando | continuo à espera | \
         continuo aguardando | estou aguardando | nada resolvido | nada foi resolvido | nada funciona | não resolveu | \
         não resolveram | não foi resolvido | nunca funcionou | voltou a falhar | voltou o problema | parou de novo | \
         parou de funcionar | persiste",
    ),
    (
        Role::Pending,
        "ainda | quero | queria | gostaria | preciso | espero | esperando | aguardo | aguardando | quando | deve | deveria | \
         deveriam | até | por favor | como | poderiam | podem | pode | se | disseram | dizem | disse | me disseram | falaram | \
         supostamente | prometeram | ficaram de | ficou de | falta | pendente | meio | em parte | vão | vai | será | outra | \
         outro | tomara | que seja | que fique | para que | pra | à espera",
    ),
    (
        Role::Refusal,
        "não obrigado | não obrigada | nao obrigado | nao obrigada | não obg | não muito obrigado | não muito obrigada | obrigado mas não | obrigada mas não | obrigado não | obrigada não | não quero | não quero não | não quero responder | não quero participar | não quero opinar | não quero avaliar | não quero dar nota | não quero fazer pesquisa | não quero fazer a pesquisa | não quero fazer isso | não quero pesquisa | eu não quero responder | eu não quero | não desejo | não desejo responder | não desejo participar | não desejo avaliar | não desejo opinar | não tenho interesse | não tenho interesse em responder | não tenho interesse em participar | sem interesse | não me interessa | não interessa | não estou interessado | não estou interessada | não interessado | não interessada | prefiro não responder | prefiro não opinar | prefiro não dizer | prefiro não participar | prefiro não avaliar | prefiro não comentar | melhor não | passo | eu passo | sem comentários | sem comentário | não opino | não respondo | não participo | não vou responder | não vou participar | não vou avaliar | não respondo pesquisa | não respondo pesquisas | não respondo a inquéritos | não faço pesquisas | recuso | me recuso | recuso me | me recuso a responder | recuso me a responder | me deixe em paz | me deixem em paz | deixe me em paz | deixem me em paz | deixa me em paz | me deixa em paz | agora não | agora não obrigado | agora não posso | não posso agora | agora não dá | outra hora | outro dia | não tenho tempo | não tenho tempo para isso | não tenho tempo pra isso | não estou a fim | não tô a fim | to sem tempo | tô sem tempo | sem tempo | pular | saltar | próxima pergunta | não quero receber isso | nem quero | não quero participar de pesquisas | não quero participar da pesquisa | não quero participar disso | não quero participar disto | não quero responder pesquisa | não quero responder pesquisas | não quero responder a pesquisa | não quero responder à pesquisa | não quero responder nada | não quero responder isso | não desejo participar de pesquisas | não desejo participar da pesquisa | não desejo responder a pesquisa | não desejo responder à pesquisa | não participo de pesquisas | não participo de pesquisa | não gosto de pesquisas | odeio pesquisas | não obrigado não tenho interesse | obrigado mas não tenho interesse | não por agora | não por enquanto | não tenho tempo agora | não tenho tempo de responder | não tenho tempo para responder | prefiro não responder a pesquisa | não gostaria | não gostaria de responder | não gostaria de participar | estou ocupado | estou ocupada | tô ocupado | tô ocupada | não vou responder a pesquisa | não vou responder nada | não responderei | não quero participar do inquérito | não quero responder ao inquérito | não participo em inquéritos | {não,nao,n} {quero,desejo,vou,pretendo} {responder,participar,avaliar,comentar}{, isso, à pesquisa, agora}| {prefiro,preferia,prefiria} não {responder,opinar,dizer,participar,avaliar,comentar,dar nota} {,isso,a isso,a essa pergunta,a esta pergunta,essa pergunta,agora,essa,esta} | {essa,esta,a essa,a esta,isso} {,pergunta,eu} {prefiro não responder,não respondo,não quero responder,não vou responder} | não {respondo,preencho,participo,participo de,participo em} {inquéritos,questionários,pesquisas,pesquisa,essas pesquisas,esse tipo de pesquisa,nesse tipo de pesquisa} | dispenso | dispenso obrigado | dispenso a pesquisa | abstenho me | me abstenho | sem opinião | não tenho opinião | sem resposta | sem resposta da minha parte | não dou nota | não dou notas | agradeço mas {não,não quero,prefiro não,não respondo,não respondo pesquisas,não costumo responder pesquisas,não costumo responder,não quero responder,não quero participar,não participo,não tenho interesse,não estou interessado,não estou interessada,dispenso} | obrigado mas {não quero,prefiro não,não respondo,não quero responder,não quero participar,não tenho interesse,dispenso} | obrigada mas {não quero,prefiro não,não respondo,não quero responder,não quero participar,não tenho interesse,dispenso} | não me apetece | não me apetece responder | deixa pra lá | deixa quieto | deixa para lá",
    ),
    (
        Role::Nothing,
        "não | nao | ñ | n | nada | nada não | nada mais | nada a declarar | nada a dizer | nada a acrescentar | \
         nada a comentar | nada a melhorar | nada para melhorar | nada pra melhorar | nada a reclamar | nada por agora | \
         nada por enquanto | por enquanto nada | no momento nada | nada no momento | nada em especial | nada em particular | \
         nada demais | não nada | nenhum | nenhuma | nenhum comentário | nenhuma sugestão | nenhuma reclamação | \
         nenhuma observação | nenhuma por enquanto | nenhum por enquanto | n/a | na | não se aplica | sem comentários | \
         sem comentário | sem sugestões | sem sugestão | sem observações | sem reclamações | não tenho | \
         não tenho nada a dizer | não tenho nada a acrescentar | não tenho nada a declarar | não tenho sugestão | \
         não tenho sugestões | não tenho comentários | não tenho nenhuma | não tenho nenhuma sugestão | não há | não há nada | \
         não tem nada | não tem | não tem nada a melhorar | não sei | não sei dizer | sei lá | não me ocorre nada | \
         não me lembro de nada | absolutamente nada | acho que nada | nothing | none",
    ),
    (
        Role::Polite,
        "por favor | pfv | obrigado | obrigada | obg | obgd | muito obrigado | muito obrigada | mto obrigado | mto obrigada | \
         obrigado mesmo assim | obrigada mesmo assim | mesmo assim obrigado | mesmo assim obrigada | grato | grata | \
         agradeço | de nada | desculpe | desculpa | desculpem | me desculpe | sinto muito | lamento | perdão | tchau | adeus | \
         até logo | até mais | abraço | abraços | um abraço | bom dia | boa tarde | boa noite | tenha um bom dia | \
         bom trabalho | bom fim de semana | fique com deus | deus abençoe | senhor | senhora | moça | moço | agora | \
         neste momento | no momento | por agora | por enquanto | hoje | oi | olá | valeu | vlw | ok | tá | tá bom | viu | \
         mesmo | thanks | amigo | amiga | cumprimentos | \
         com licença | peço desculpa | peço desculpas | desculpe lá | desculpa lá | agradecido | agradecida | \
         lamento muito | abs | att",
    ),
    (
        Role::Automatic,
        "estou dirigindo | tô dirigindo | to dirigindo | dirigindo agora | dirigindo | estou a conduzir | a conduzir | \
         estou conduzindo | estou ao volante | não posso falar agora | agora não posso falar | não posso falar neste momento | \
         não posso falar no momento | não posso atender | não posso atender agora | não posso responder agora | \
         neste momento não posso | no momento não posso | resposta automática | mensagem automática | e mail automático | \
         secretária eletrônica | fora do escritório | fora do escritorio | ausente do escritório | estou fora do | \
         estou ausente | ausência temporária | estou de férias | de férias até | em férias até | em reunião | \
         estou em reunião | estou numa reunião | estou em uma reunião | estou em atendimento | ligo mais tarde | \
         te ligo mais tarde | ligo depois | te ligo depois | já te ligo | te ligo já | ligo te mais tarde | ligo te já | \
         retorno a ligação | retornarei | retorno assim que | te respondo mais tarde | te respondo depois | \
         respondo mais tarde | respondo assim que | responderei assim que | responderei em breve | assim que possível | \
         assim que puder | logo que possível | entraremos em contato | entrarei em contato | não perturbe | não incomodar | \
         esta caixa não | este número não recebe | recebemos sua mensagem | recebemos a sua mensagem | \
         agradecemos seu contato | agradecemos o seu contacto | agradecemos a sua mensagem | obrigado pela sua mensagem | \
         obrigado por entrar em contato",
    ),
    (
        Role::Reaction,
        "curtiu | amou | adorou | gostou de | gostei de | não curtiu | não gostou de | não gostou | riu de | riu se de | \
         deu risada de | achou graça | enfatizou | destacou | exclamou | questionou | duvidou de | reagiu | reagiu com | \
         reagiu a | reagiu à | removeu | removeu um | retirou | desfez | para | a | à",
    ),
    (
        Role::Idle,
        "oi | oii | oie | olá | ola | alô | alo | bom dia | boa tarde | boa noite | oi bom dia | olá bom dia | oi boa tarde | \
         olá boa tarde | oi boa noite | olá boa noite | oi tudo bem | olá tudo bem | tudo bem | tudo bom | oi tudo bom | \
         e aí | como vai | como está | ok | okay | okk | tá | tá bom | ta bom | certo | beleza | blz | joia | sim | não | \
         nao | claro | entendi | entendido | perfeito | kk | kkk | kkkk | rs | rsrs | haha | teste | test | que | o que | \
         quê | como | quem | quem é | quem é você | quem fala | quem está falando | quem é vc | o que é isso | que isso | eh | \
         ah | hum | hmm | pronto | bem | igualmente | s | n | ss | inscrever | kkkkk | kkkkkk | kkkkkkk | kkkkkkkk | \
         kkkkkkkkk | kkkkkkkkkk | kkkkkkkkkkk | kkkkkkkkkkkk | kkkkkkkkkkkkk | rsrsrs | rsrsrsrs | rsrsrsrsrs | hahaha | \
         hahahaha | hahahahaha | hahahahahaha | hahahahahahaha | hahahahahahahaha | hehe | hehehe | hehehehe | hehehehehe",
    ),
    (
        Role::Good,
        "excelente | excelentes | exelente | ótimo | ótima | ótimos | ótimas | perfeito | perfeita | perfeitos | maravilhoso | \
         maravilhosa | maravilha | fantástico | fantástica | espetacular | sensacional | incrível | extraordinário | \
         extraordinária | excepcional | impecável | nota dez | nota 10 | nota mil | show | show de bola | top | muito bom | \
         muito boa | muito bons | muito bem | mto bom | mto boa | o melhor | a melhor | os melhores | as melhores | \
         melhor impossível | adorei | amei | recomendo | recomendo muito | super recomendo | recomendaria | recomendado | \
         recomendadíssimo | recomendarei | muito educada | muito educado | muito atenciosa | muito atencioso | parabéns | \
         de primeira | sensacionais | maravilhosos | maravilhosas | excelência | melhor atendimento | formidável | fera | feras",
    ),
    (
        Role::Nice,
        "bom | boa | bons | boas | muito bom | muito boa | ótimo | ótima | excelente | excelentes | perfeito | perfeita | \
         maravilhoso | maravilhosa | fantástico | correto | correta | adequado | adequada | justo | justa | razoável | \
         barato | barata | baixo | baixa | curto | curta | rápido | rápida | breve | educado | educada | agradável | \
         profissional | impecável | a melhor | o melhor | melhor | bonito | aceitável | gostei do | gostei da | adorei o | \
         adorei a | amei o | amei a | satisfeito com o | satisfeito com a | satisfeita com o | satisfeita com a | ideal | \
         acessível | pouca | pouco | ok o | ok a | mínima | gentil | atenciosa",
    ),
    (
        Role::Aside,
        "espera um pouco | espere um pouco | espera um momento | espere um momento | espera um minuto | espera um segundo | \
         espera aí | espera ai | pera aí | espera que | espera não | espera o quê | espera quem | espera me | espera eu | \
         espera por favor | espere por favor | espera espera | não espera | calma espera | posso esperar | pode esperar | \
         como resultado | a todo custo | a qualquer preço | a qualquer custo | custa me | me custa | custou me | \
         custou a acreditar | custa a crer | não sei | eu não sei | não sabia que | eu não sabia | \
         à espera de seu | espero que | que eu saiba | que eu saiba não | até onde eu sei | \
         o cara | esse cara | um cara | aquele cara | o outro cara | na cara | na minha cara | a minha cara | minha cara | \
         cara a cara | deu a cara",
    ),
    (
        Role::Lack,
        "sem resultado | sem resultados | sem solução | sem nenhuma solução | nenhum resultado | nenhuma solução | \
         não houve solução | não há solução | não tem solução | não teve solução | não deram solução | não me deram solução | \
         não me deram uma solução | não houve resultado | falta de solução | falta de resultado | falta de conhecimento | \
         sem conhecimento | nenhum conhecimento | não tem conhecimento | não têm conhecimento | não tinha conhecimento | \
         não tinham conhecimento | pouco conhecimento | falta de educação | sem educação | nenhuma educação | pouca educação | \
         falta de preparo | falta de respeito | falta de atenção | nada educado | nada educada | pouco educado | má educação | \
         não tem educação | não têm educação",
    ),
    (
        Role::Bad,
        "péssimo | péssima | péssimos | péssimas | horrível | horríveis | horroroso | terrível | terríveis | muito ruim | \
         muito ruins | muito mau | muito má | muito mal | o pior | a pior | os piores | pior serviço | pior atendimento | \
         pior impossível | lamentável | deplorável | vergonhoso | vergonhosa | uma vergonha | vergonha | que vergonha | nojo | \
         um nojo | nojento | lixo | um lixo | porcaria | uma porcaria | uma merda | merda | uma bosta | bosta | inútil | \
         inúteis | desastre | um desastre | desastroso | ladrões | golpistas | não recomendo | não recomendo a ninguém | \
         não recomendaria | não os recomendo | não vos recomendo | nunca recomendaria | jamais recomendaria | \
         jamais recomendo | nada recomendável | não recomendável | patético | patética | espantoso | indignante | ridículo | \
         ridícula | inaceitável | um absurdo | absurdo | decepcionante | decepcionado | decepcionada | mau atendimento | \
         atendimento ruim | serviço ruim | roubo | um roubo | golpe | incompetentes | ineptos | muito grossa | muito grosso | \
         muito mal educado | muito mal educada | pessimo | horrorosa",
    ),
    (
        Role::Fine,
        "foi bom | foi boa | estava bom | estava boa | é bom | é boa | era bom | era boa | está bom | está ok | tá bom | \
         estava ok | foi ok | foi ótimo | foi ótima | foi rápida | foi rápido | foi justo | é justo | foi perfeito | \
         foi curta | foi excelente | é excelente | bom | boa | bem | ótimo | ótima | perfeito | perfeita | excelente | \
         correto | correta | ok | tudo bem | sem problema | sem problemas | nenhum problema | não há problema | \
         não houve problema | não teve problema | não foi ruim | não é ruim | não estava ruim | não está ruim | não foi mau | \
         não foi mal | nada mal | nada mau | sem reclamações | sem reclamação | nenhuma reclamação | não tenho reclamações | \
         não tenho do que reclamar | não tenho o que reclamar | nada a reclamar | não posso reclamar | não posso me queixar | \
         sem queixas | não faltou nada | nada de ruim | nada a dizer | muito bom | muito boa | muito bem | não tive problema | \
         não tive problemas | não tive nenhum problema | não houve nenhum problema | não tenho reclamação | \
         não tenho nenhuma reclamação | não tenho queixas | não tenho queixa | nunca tive problema | nunca tive problemas | \
         sem nenhum problema | sem qualquer problema | não tive dificuldade | não tive dificuldades | sem dificuldade | \
         sem dificuldades",
    ),
    (
        Role::Ease(7),
        "muito fácil | mto fácil | super fácil | facílimo | facílima | muito muito fácil | extremamente fácil | facinho | \
         facinho demais | super simples | simplicíssimo | muito tranquilo | moleza | bem facinho | fácil demais | \
         mega fácil",
    ),
    (Role::Ease(6), "fácil"),
    (
        Role::Ease(5),
        "um pouco fácil | razoavelmente fácil | relativamente fácil | mais ou menos fácil | mais fácil que difícil | \
         relativamente simples",
    ),
    (
        Role::Ease(4),
        "nem fácil nem difícil | nem difícil nem fácil | nem fácil nem complicado | nem simples nem difícil | \
         nem fáceis nem difíceis",
    ),
    (
        Role::Ease(3),
        "um pouco difícil | um pouquinho difícil | meio difícil | meio complicado | um bocado difícil | \
         um bocadinho difícil | um tanto difícil | um tanto complicado | relativamente difícil | pouco complicado | \
         um bocado complicado | algo difícil",
    ),
    (Role::Ease(2), "difícil | complicada"),
    (
        Role::Ease(1),
        "muito difícil | mto difícil | super difícil | dificílimo | dificílima | difícil demais | complicado demais | \
         super complicado | complicadíssimo | extremamente difícil | extremamente complicado | mto complicado | \
         muito complicada | muito muito difícil",
    ),
    (
        Role::Level(3),
        "o esperado | como esperado | dentro do esperado | conforme o esperado | conforme esperado | como eu esperava | \
         o que eu esperava | como esperava | o que se esperava | o que esperava | dentro das expectativas | \
         atendeu às expectativas | atendeu as expectativas | correspondeu às expectativas",
    ),
    (Role::Level(2), "básico | o básico | o mínimo | o elementar | bem básico"),
    (Role::Level(4), "o desejado | como desejado | como eu queria | como desejava | o ideal"),
    (Role::Level(5), "me surpreendeu positivamente | surpreendeu positivamente"),
    (Role::Level(6), "incrível | inacreditável de bom"),
];
