//! Portuguese: what people say beside a score, and instead of one.

use super::Role;

pub(super) const WORDS: &[(Role, &str)] = &[
    (Role::Partly, "um dos dois | uma das duas | só um deles | só uma delas | um dos problemas"),
    (Role::Best, "excelente{, atendimento, serviço, trabalho} | exelente{, atendimento} | nota mil | impecável | excelentíssimo"),
    (Role::Lead, "pode por | pode pôr | pode botar | pode colocar | vlw dms | valeu demais | vlw | bota aí | põe aí"),
    (Role::LevelLead, "nível | um nível | o nível | nível de serviço"),
    (Role::Lead, "{a moça,o moço,o rapaz,a atendente,o atendente,a menina,o menino,a mulher,o funcionário,a funcionária,ela,ele} foi"),
    (Role::Particle, "ai | aí | pra quem tem a minha idade | na minha idade"),
    (Role::Full, "nota máxima | pontuação máxima"),
    (Role::Starter, "p | pra vcs | pra vocês | para vocês"),
    (Role::Supposed, "só não dou{, um} | só não dei{, um} | só não é{, um} | não dou{, um} | não dei{, um}"),
    (Role::Correction, "pensando bem | pensando melhor"),
    (Role::Unresolved, "{ñ,nao,não,n} resolveu {nd,nada} | {ñ,n} resolveu | {ñ,n} resolveram{, nd, nada}"),
    (Role::Former, "da última vez | da outra vez | na última vez | na outra vez | mês passado"),
    (Role::Grievance, "ironia | modo ironia | sarcasmo | contém ironia"),
    (
        Role::Refusal,
        "{eu ,}{não tenho,não tenho nenhum,sem,tô sem,estou sem} {tempo,interesse,interesse em,tempo para,tempo pra,saco pra,paciência pra} {pesquisa,pesquisas,responder,responder pesquisa,responder pesquisas,responder a pesquisa,questionários,isso,fazer pesquisa}",
    ),
    // Said as a whole, from whom, in the past, in part, in between, with nothing against it.
    (
        Role::Particle,
        "no geral | de modo geral | de forma geral | em geral | no conjunto | redondo | bem redondo | redondinho | cravado | raspado | raspadinho | bem merecido | merecido | \
         e não mais | e nem mais um | da {minha,nossa} parte | da família toda | de toda a família",
    ),
    (
        Role::Lead,
        "no geral | de modo geral | de forma geral | em geral | um {sólido,belo,merecido,grande,honesto,bom} | {hoje,agora,desta vez,dessa vez}{ é, é um, um, dou, dou um, seria,}",
    ),
    (Role::Polite, "obrigado mesmo assim | obrigada mesmo assim | obrigado na mesma | obrigada na mesma | mas obrigado | mas obrigada"),
    (Role::Starter, "atte | abs | abraços | cumprimentos | cumps"),
    (
        Role::Resolved,
        "{o ,}problema {resolvido,solucionado,sanado} | já {funciona,ficou resolvido,está resolvido,está funcionando} | resolveu se | {ficou,está} tudo {resolvido,certo}",
    ),
    (
        Role::Former,
        "{da outra vez,da última vez,na última vez,mês passado,no mês passado,semana passada,antes} {,eu ,lhes }{dei,pus,coloquei,dava,botei,tinha dado}{, um, nota} | antes era{, um, nota} | \
         foi {a nota,o} que {dei,pus,coloquei,botei}{, da outra vez, da última vez, antes,}",
    ),
    (
        Role::Reported,
        "{meu marido,minha mulher,minha esposa,o meu marido,a minha mulher,minha mãe,meu pai,minha filha,meu filho,meu chefe} {diz,disse,dá,deu,põe,daria}{, que, um, nota} | {diz,disse} para {pôr,por,dar,colocar}{, um}",
    ),
    (Role::Former, "antes{ um,} | sem querer | por engano | por erro"),
    (Role::Between, "entre | tô entre | estou entre | fico entre | entre o"),
    (Role::Give, "{põe,poe,põem,bota,coloca,digamos,fica,fico com,vou de,vou dar,então,vá,deixa}{ um, o, nota, aí, aí um, em,}"),
    (
        Role::Partly,
        "em teoria | em parte | no início | no começo | mais ou menos | pela metade | no papel | parcialmente | por enquanto | até que",
    ),
    (Role::Tedious, "horas | dias | semanas | meses | chamadas | ligações | vezes | transferências | tentativas"),
    (Role::Assertion, "continua | continuo sem | ainda | ainda não | ainda está"),
    (
        Role::Whole,
        "nada de especial | nada a dizer | nada a declarar | nada demais | nada de mais | nada a acrescentar | nada a reclamar | nada mais",
    ),
    // Verdicts with their reason, corrections, what others say, refusals in sentences.
    (Role::Likely(10), "com certeza {absoluta,vou recomendar,recomendo,recomendaria,indico}"),
    (Role::Likely(0), "{não ,}de jeito nenhum {recomendo,recomendaria,indico}"),
    (Role::Regret, "infelizmente"),
    (Role::Supposed, "{seria,teria sido,era,daria,teria dado,dava,ganhava,levava,seriam}{, um, nota, uma}"),
    (Role::Number(5), "sinco | cinko | cimco"),
    (Role::Number(4), "cuatro | quatru | kuatro | quato"),
    (Role::Number(10), "deis | des"),
    (Role::Number(3), "trez | treis"),
    (
        Role::Former,
        "{,eu ,já ,ja }{carreguei,cliquei,apertei,teclei} {,mal ,sem querer ,por engano ,errado }{no,na,em}{, número, tecla, nota} | {,eu ,já }{pus,coloquei,botei,marquei,mandei,escrevi,digitei} {,sem querer ,por engano ,antes ,primeiro }{,o ,um ,nota } | {primeiro ,}{tinha,havia} {posto,colocado,dado,marcado,pensado em}{, um, o, nota} | enganei me {no,com o,e pus}",
    ),
    (
        Role::Correction,
        "queria {dizer,escrever,digitar,teclar}{, um} | quis {dizer,escrever,digitar}{, um} | enganei me{, é, queria} | me enganei{, é, queria dizer} | corrijo{, para} | corrigindo | aliás | digo | na verdade é{, um} | afinal{, é, é um, dou, dou um} | melhor {,um ,dar }",
    ),
    (Role::Lead, "ponho{, um, nota} | eu diria{, um} | vá"),
    (
        Role::Give,
        "ponho{, um, nota, um belo} | {lhe ,lhes ,}dou{, um, nota} | pode {pôr,colocar,botar,dar}{, um, nota} | põe{, um, aí um, nota}",
    ),
    (Role::Particle, "e eu também | mano | cara | véi | pá"),
    (Role::Reason, "só porque | só por causa | só pelo | só pela | apenas porque"),
    (
        Role::Detail,
        "durante | ontem | hoje | finalmente | na hora | no mesmo dia | em cinco minutos | em dois minutos | o técnico | o rapaz | a moça",
    ),
    (
        Role::Refusal,
        "{agora,neste momento,nesse momento,hoje,no momento} {não dá,não posso,nao da,nao posso,n dá,n posso,não consigo,não vou}{, pra, para} {responder,participar,avaliar}{, pesquisa, pesquisas, à pesquisa, a pesquisa, isso, agora, inquéritos, nada} | não {quero,vou,desejo,pretendo,gosto de} {responder,fazer,preencher,participar} {,de ,da ,a ,à ,o ,essa ,esta ,nenhuma ,a esta ,a essa ,ao ,a nenhuma ,a nenhum ,mais }{pesquisa,pesquisas,inquérito,inquéritos,questionário,questionários,avaliação} | prefiro não {opinar,responder,comentar,avaliar,dizer nada,dar nota}{, sobre isso, isso, a isso} | não {vou,quero} avaliar | não respondo {pesquisas,pesquisa,inquéritos,a pesquisas,a inquéritos} | não faço {pesquisas,pesquisa,inquéritos}",
    ),
    (Role::Level(3), "o esperado | dentro do esperado | nem mais nem menos que o esperado"),
];
