//! English.

mod beside;

use super::{Language, Role};

pub(super) static ENGLISH: Language =
    Language { code: "en", yes_no: ["yes", "no"], hides_others: false, plurals: &["s"], words: &[beside::WORDS, WORDS] };

const WORDS: &[(Role, &str)] = &[
    (Role::Broken, "broke again | broke down again | stopped again | stopped working again | failed again | it came back"),
    (Role::But, "no for | not for the"),
    (Role::Condition, "depends | it depends | that depends"),
    (
        Role::Refusal,
        "{id prefer,i prefer,i would prefer,would prefer,prefer,id rather,would rather,i would rather} {not to,not} {go into it,go into that,get into it,get into that,discuss it,discuss that,talk about it,take part,participate,do this,share,comment,give a score,give a rating,rate this} | {id prefer,i prefer,i would prefer,would prefer,ill,id rather,i would rather,im going to,gonna,let me} {to ,}{skip,pass on} {this,this one,that,that one,it,this question,the question} | {id,i would} prefer to {pass,skip,keep that to myself,keep it to myself} | sorry not today | not today thanks | not today | maybe another time | another time maybe | some other time | another time | dont have time{, for this, for surveys, right now} | i dont have time{, for this, for surveys, right now} | havent got time{, for this} | too busy{, for this, for surveys, sorry, right now} | im too busy | not in the mood{, for this, for surveys} | id rather keep that private | thats private | keep that to myself | ill keep that to myself | not comfortable {answering,saying,sharing}{, that, this} | count me out | i dont feel like it | dont feel like {answering,it,rating} | skipping this one | ill leave it | not going to answer that | dont wanna say | dont wanna answer | i dont wanna",
    ),
    (
        Role::Resolved,
        "{yeah ,}{took a while but ,}we got there in the end | got there in the end | all good{, now, thanks, again} | sorted mate | job done | happy days | it is working{, now, fine} | back online | all is well | good as gold | up and running now",
    ),
    (
        Role::Unresolved,
        "nope still {broken,down,not working,waiting} | no still {broken,down,not working,waiting} | still {nothing,no answer,no fix,no internet} | nowhere near | not a thing | zilch | same old | still up the creek | nothings changed | never got sorted",
    ),
    (
        Role::Reason,
        "because | because of | cause | coz | cuz | cos | since | as they | as the | as he | as she | bcoz | bcz | due to | thanks to",
    ),
    (
        Role::Unit,
        "wks | wk | inches | inch | ft | feet | grand | bars | managers | supervisors | colleagues | advisors | advisers | engineers | technicians | departments | phonecalls | phone calls | messages | letters | bills | invoices | parcels | packages | devices | accounts | customers | friends | visits | appointments | complaints | tickets | refunds | payments | items | products | pages | stops | stores | shops | branches | options | reasons | minutes later | nights | evenings | mornings | weekends | decades | seasons | ppl | dept | depts | persons | women | men | guys | ladies | girls | blokes | lads | kids | children | dogs | cats | cars | houses | rooms | beds | seats | tables | floors | doors | windows | screens | laptops | computers | routers | modems | cards | payments | installments | errors | mistakes | faults | outages | issues | problems | promises | excuses | answers | tabs | apps | sites | codes | numbers | figures | digits | weeks later",
    ),
    (Role::Particle, "boss | chief | cheers all | thank u"),
    (Role::Starter, "another | half | pretty | bit of a | a bit of | absolute | complete | total | utter | utterly | sheer"),
    (
        Role::Leet(1),
        "call | agent | person | hour | minute | day | week | month | year | time | manager | email | operator | phone call | lady | man | guy | woman | question | thing | of | department | issue | problem | other | rep | advisor | technician | engineer | transfer | attempt | try | message | visit | parcel | bill | letter | star hotel | friend | colleague | customer | line | device | order | refund | payment | charge",
    ),
    (
        Role::Lead,
        "gotta be a | gotta be | gotta go with | has to be a | more like a | more like | prolly a | probably a | at least a solid | gave u a | gave u | give u a | give u | giving u | id say its a",
    ),
    (Role::Idle, "right | ok so"),
    (
        Role::About,
        "is | isnt | was | were | would | would be | sounds | seems | means | meaning | could | might | needs | need | for me to | except | at best | at most | max | tops | when | why | what | how | who | whenever | then",
    ),
    // Which of two numbers counts, hedges, verbs that give a score, labels that are denied, refusals in whole sentences.
    (
        Role::Correction,
        "sorry | no sorry | sorry no | i mean | i meant | meant | actually | make that | make it | no wait | wait no | or \
         rather | correction | nope | oops | whoops | no | typo | meant to say | i meant to say | should be | it should be | \
         should say | its actually | change that to | change it to | change to | scratch that | my bad | my mistake | mistake | \
         wrong key | wrong button | hit the wrong {key,button} | pressed the wrong {key,button,one} | fat fingers | by mistake \
         | by accident | apologies | my apologies | pardon | i said | i typed | i pressed | i sent | i wrote | i replied | i \
         put | ignore that | misread that | misread",
    ),
    (Role::Perhaps, "or | maybe | perhaps | and | to | possibly | either"),
    (Role::Denial, "{,and }not{, a, an, the} | rather than{, a, an} | instead of{, a, an}"),
    (
        Role::Former,
        "{,i }{would have,wouldve,would of,could have,couldve,should have,shouldve} {been,given,said,put,gotten,rated}{, a, an, \
         it, it a, you, you a, them, them a, this, this a} | {,i }{was going to,was gonna,was about to,wanted to,planned \
         to,intended to} {give,say,put,rate,score,be}{, a, an, it, it a, you, you a, them, them a, this, this a} | \
         {initially,originally,normally,usually,at first}{, a, an, id give, id give a, id say, i would give, its a, it was a} | \
         started {at,as,out at,with}{, a, an}",
    ),
    (Role::Deducted, "minus | deducting | deducted | took off | taking off | knocked off | docked"),
    (Role::DeductedBehind, "off | point off | points off | star off | stars off | point deducted | point docked"),
    (Role::Shortened, "approx | appx | prob | probs"),
    (
        Role::Hedge,
        "about | around | around about | roughly | approx | appx | approximately | prob | probs | or so | or thereabouts | ish \
         | more or less | give or take | somewhere around",
    ),
    (
        Role::Lead,
        "like a | like an | its like a | maybe like a | kind of a | kinda | sort of a | say a | id guess | id call it | im \
         gonna go with | im gonna say | im gonna give | gonna go with | gonna say | gonna give | going to give | going to say | \
         im going with | im giving | giving | ill go | would like to | id like to | like to | score you | rate you | give you | \
         rate you guys | give you guys",
    ),
    (
        Role::Give,
        "i give | i give it | i give you | i give them | i gave | i gave it | i would give | id give | ill give | i rate | i \
         rate it | i rate you | i score | i score it | i score you | i would rate | i would score | i would say | id rate | id \
         score | id say | im giving | im giving it | im giving you | {i would,id} like to {score,rate,give}{, it, you, this} | \
         deserves a | earned a | so im going with | im gonna go with | im gonna give | im gonna say | im going with | ill go \
         with | ill say | overall | all in all",
    ),
    (Role::Doubt, "begged | begging | asked | asks | hope | hoping | hoped | far from | nowhere near | close to | worth more | short of"),
    (Role::Particle, "i would say | i believe | mate | ta | cheers | bud | pal | ta very much"),
    (Role::Indefinite, "a | an"),
    (
        Role::Grievance,
        "hanging up | hung up on me | hangs up on | cutting me off | cut me off | ignoring me | ignored me | doing nothing | \
         doing absolutely nothing | not answering | not helping | wasting my time | wasting {an hour,hours} | getting cut off | \
         dropping my call | never calling back | making me wait | keeping me waiting | losing my",
    ),
    (
        Role::Refusal,
        "{,i ,id }{prefer not to,prefer not,rather not,would rather not,do not wish to,dont wish to,will not,wont,not going to,refuse to} {answer,answering,say,respond,rate,comment,participate,take part}{, that, this, that question, this question, in surveys, surveys, this survey} | i {dont,do not,never} {do,answer,take,take \
         part in,participate in,respond to,fill in,fill out} {surveys,these surveys,these,this kind of thing} | {id \
         rather,ill,im going to,lets} skip{, this, that, this one, that one, it, the question} | not \
         {answering,rating,saying,doing,sharing} {that,this,it,this one,that one,this question,that question,any questions,the \
         survey,your survey,surveys} | no comment on that | skip that{, one} | skip this one",
    ),
    (Role::Polite, "kind regards | regards | best regards | best wishes | cheers | ta | apologies | my apologies"),
    (
        Role::Label(1),
        "{not,wasnt,isnt,aint} {at all,in the least,in any way,remotely,even remotely,one bit,the least bit,even slightly} \
         {satisfied,happy,pleased} | not {satisfied,happy,pleased} {at all,in the least,one bit,in any way,whatsoever,in the \
         slightest}",
    ),
    (
        Role::Label(2),
        "{not,wasnt,isnt,aint,wasnt really,not really,not very,not so,not too,not that,not all that,not particularly,not \
         overly,wasnt very,wasnt too,wasnt that} {satisfied,happy,pleased,impressed}",
    ),
    (
        Role::Label(3),
        "{not,neither} {satisfied,happy} {or,nor,not,and not,but not} {dissatisfied,unhappy,unsatisfied,unsatisfied \
         either,dissatisfied either,unhappy either,sad}",
    ),
    // The language itself.
    (
        Role::Lead,
        "i | id | ill | im | i am | i was | we were | we are | i feel | i would give | i give | i gave | give | gave | \
         id give | would give | would rate | rate | rated | rating | rating is | my rating | my rating is | score | score is | \
         my score | my score is | scored | answer | my answer | my answer is | my vote | my vote is | grade | say | \
         would say | will say | will give | it | its | it is | it was | thats | that is | that was | this | this is | a | an | \
         the | solid | definitely | absolutely | overall | maybe | probably | perhaps | guess | i guess | think | i think | \
         you | you get | you guys | them | him | her | as a | me | the answer is | answer is | choose | i choose | pick | \
         select | going with | go with | put | put me down for | thanks | thank you | hi | hello | hey | ok | okay | sure | \
         service | the service | your service | customer service | between | from | either | a perfect | perfect | full | \
         strong | big | for the service | well | so | must be | has to be | feeling | customer | meant | mean | i mean | \
         i meant | sorry i meant | sorry i mean | somewhere between | somewhere | in between | a big fat | big fat | fat | \
         a strong | a big | honestly | easily | easy | it gets a | gets | gets a | deserves | deserves a | you deserve | \
         you deserve a | they deserve | they get | they get a | she gets | she gets a | he gets | he gets a | it deserves a | \
         call was | the call was | the call | experience | the experience | my experience | experience was | \
         my experience was | service was | the service was | overall experience | the agent gets | agent gets | still | just | \
         just a | only | only a | no doubt | without a doubt | without doubt | i can give | i can only give | can only give | \
         can give | i rate | i rated | i rate it | i rated it | i score | id rate | id score | ill give | ill say | \
         id go with | ill go with | lets say | lets go with | make it | call it | call it a | a straight | a clear | a clean | \
         a very solid",
    ),
    (Role::OptionLead, "option | number | no | answer | choice | reason | point | its | press | mostly | mainly | because of"),
    (Role::Number(0), "zero | number 0 | number zero"),
    (Role::Number(1), "one"),
    (Role::Number(2), "two | number 2 | number two"),
    (Role::Number(3), "three | number 3 | number three"),
    (Role::Number(4), "four | number 4 | number four"),
    (Role::Number(5), "five | number 5 | number five"),
    (Role::Number(6), "six | number 6 | number six"),
    (Role::Number(7), "seven | number 7 | number seven"),
    (Role::Number(8), "eight | number 8 | number eight"),
    (Role::Number(9), "nine | number 9 | number nine"),
    (Role::Number(10), "ten | number 10 | number ten"),
    (Role::Ordinal(1), "first | first one | first option | 1st | 1st one | 1 st"),
    (Role::Ordinal(2), "second | second one | second option | 2 nd | 2 nd one"),
    (Role::Ordinal(3), "third | third one | third option | 3 rd | 3 rd one"),
    (Role::Ordinal(4), "fourth | fourth one | fourth option | 4 th | 4 th one"),
    (Role::Ordinal(5), "fifth | fifth one | fifth option | 5 th | 5 th one"),
    (Role::Ordinal(6), "sixth | 6 th"),
    (Role::Ordinal(7), "seventh | 7 th"),
    (Role::Ordinal(8), "eighth | 8 th"),
    (Role::Ordinal(9), "ninth | 9 th"),
    (Role::Ordinal(10), "tenth | 10 th"),
    (
        Role::Label(5),
        "very satisfied | very very satisfied | extremely satisfied | completely satisfied | totally satisfied | \
         highly satisfied | fully satisfied | absolutely satisfied | very happy | very very happy | extremely happy | \
         verry satisfied | verry happy | v satisfied | v happy | so happy | so satisfied | really happy | really satisfied | \
         super happy | super satisfied | really really happy | incredibly happy | incredibly satisfied | more than satisfied | \
         more than happy | very very pleased | very pleased | extremely pleased | vry satisfied | vry happy | \
         very satisified | very satisfed | completely happy | totally happy | absolutely happy | fully happy | 100 satisfied | \
         thoroughly satisfied | most satisfied | delighted | \
         well chuffed | dead chuffed | chuffed to bits | over the moon | well happy | dead happy | dead pleased | \
         well pleased | couldnt be happier | could not be happier | couldnt be more satisfied | \
         could not be more satisfied | couldnt be more pleased | could not be more pleased | couldnt have been happier | \
         vv happy | vv satisfied | super pleased | really pleased | so pleased | more than pleased | tickled pink | \
         completely pleased | super duper happy | beyond happy | beyond satisfied | ecstatic | thrilled | \
         absolutely delighted | absolutely thrilled",
    ),
    (
        Role::Label(4),
        "satisfied | happy | somewhat satisfied | fairly satisfied | quite satisfied | pretty satisfied | mostly satisfied | \
         generally satisfied | reasonably satisfied | quite happy | pretty happy | fairly happy | mostly happy | \
         reasonably happy | somewhat happy | generally happy | satified | happy enough | satisfied enough | \
         pleased | satisfied overall | overall satisfied | quite pleased | pretty pleased | fairly pleased | \
         mostly pleased",
    ),
    (
        Role::Label(3),
        "neutral | neither satisfied nor dissatisfied | neither happy nor unhappy | neither | neither nor | netural | \
         nuetral | indifferent | neither satisfied or dissatisfied | neither happy or unhappy",
    ),
    (
        Role::Label(2),
        "dissatisfied | unsatisfied | unhappy | somewhat dissatisfied | slightly dissatisfied | a bit dissatisfied | \
         a little dissatisfied | somewhat unhappy | slightly unhappy | a bit unhappy | a little unhappy | quite unhappy | \
         quite dissatisfied | fairly dissatisfied | fairly unhappy | rather unhappy | rather dissatisfied | \
         mostly dissatisfied | pretty unhappy | pretty dissatisfied | disatisfied | unsatified | \
         {not,not too,not very,not so,not really,not that,not particularly,not all that} {satisfied,happy,pleased} | \
         displeased",
    ),
    (
        Role::Label(1),
        "very dissatisfied | very unsatisfied | very unhappy | extremely dissatisfied | extremely unsatisfied | \
         extremely unhappy | completely dissatisfied | totally dissatisfied | highly dissatisfied | very very unhappy | \
         very very dissatisfied | verry unhappy | verry dissatisfied | v unhappy | so unhappy | so dissatisfied | \
         really unhappy | really dissatisfied | super unhappy | incredibly unhappy | absolutely unhappy | deeply unhappy | \
         deeply dissatisfied | totally unhappy | completely unhappy | most unhappy | v dissatisfied | very displeased | \
         extremely displeased | absolutely dissatisfied | fully dissatisfied | super dissatisfied | thoroughly dissatisfied | \
         {not,not at all,not one bit} {satisfied,happy,pleased} at all | not at all {satisfied,happy,pleased} | \
         not one bit happy | not in the least {satisfied,happy} | not remotely {satisfied,happy}",
    ),
    (Role::Full, "full marks | top marks | full score"),
    (Role::Star, "star | stars | starts | starz"),
    (Role::Point, "point | points | pts | pt"),
    (Role::OutOf, "out of | of | outta | out off"),
    (
        Role::Unit,
        "minute | minutes | min | mins | m | second | seconds | sec | secs | s | hour | hours | hr | hrs | h | day | days | \
         week | weeks | month | months | year | years | yr | yrs | time | times | x | am | pm | a m | p m | oclock | percent | \
         pct | dollar | dollars | bucks | usd | eur | euro | euros | pounds | quid | cents | people | persons | agents | calls | \
         emails | attempts | tries | transfers | reps | operators | business days | business | kids | g | gb | mb | k | km | \
         miles | th | st | nd | rd | rings | phones | lines | orders | different | more | other | or more | hundred | thousand | \
         million | digits | working | full | straight | whole | separate | questions | things | jan | feb | march | april | \
         may | june | july | august | sept | september | october | november | december | january | february",
    ),
    (Role::Half, "and a half | and half | ½ | point five"),
    (
        Role::Or,
        "or | and | to | maybe | or maybe | perhaps | no | sorry | sorry i meant | i mean | i meant | actually | make that | \
         make it | wait | no wait | rather | or rather | correction | nope | oops | either",
    ),
    (
        Role::Starter,
        "the | i | im | ive | id | it | its | was | very | great | good | bad | thanks | thank | thx | ty | but | because | \
         cause | coz | cuz | since | as | stop | not | no | excellent | poor | terrible | horrible | awful | amazing | \
         awesome | fantastic | wonderful | brilliant | perfect | nice | helpful | friendly | polite | kind | rude | slow | \
         fast | quick | agent | service | you | your | he | she | they | we | my | all | please | so | really | loved | love | \
         for | with | worst | best | never | nobody | everything | everyone | nothing | still | overall | experience | call | \
         support | job | well | lovely | super | problem | issue | lol | haha | ok | okay | keep | this | that | there | \
         waited | waiting | long | took | agents | staff | team | customer | extremely | quite | pretty | absolutely | \
         definitely | disappointed | disappointing | useless | would recommend | would call | would use | would definitely | \
         happy | satisfied | unhappy | dissatisfied | neutral | unfriendly | professional | outstanding | superb | rating | \
         review | feedback | mate | sir | late | will | wont | recommend | would not | wouldnt | highly recommend | \
         highly recommended | dont | do not | cannot | cant | would 100 | 100 percent | would absolutely | would highly | \
         would happily | would gladly | will definitely | will absolutely | will recommend | outta here | \
         cheers | ta | top | spot | cracking | brill | shambles | yall | appreciate | appreciated | much | kudos | shout | \
         bloody | couldnt | could not | were | theyre | hes | shes | sorted | resolved | pants | rubbish | crap | crappy | \
         shite | meh | could be better | room for improvement | \
         no complaints | no issues | no problems | no hassle | hats off | well done | good job | great job | good work | \
         great work | god bless | keep it up | happy customer | satisfied customer | only because | due to | thanks to | \
         cos | bc | b c | bcoz | bcz | becoz",
    ),
    (Role::Give, "so | therefore | hence | thats why | which is why"),
    (
        Role::Particle,
        "please | pls | plz | i think | i guess | id say | i suppose | from me | for sure | then | rating | marks | \
         in the end | at the end | at the end of the day | to be honest | tbh | honestly | of course | all in all | \
         from my side | on my end | if im honest | if i am honest | all around | across the board | i reckon | \
         id guess | out of five stars | \
         cheers | ta | cheers mate | ta very much | mate | innit | buddy | pal | bro | yaar | sir ji | madam | from us | \
         from my end | all the way | hands down | no doubt | without doubt | without a doubt | in my opinion | imo | imho | \
         as always | as usual | thank you so much | thanks so much | kind regards | regards | best regards | many thanks",
    ),
    (
        Role::Not,
        "not | never | nor | hardly | barely | cannot | cant | dont | doesnt | didnt | isnt | wasnt | arent | werent | wont | \
         wouldnt | couldnt | neither | aint",
    ),
    (Role::Without, "no | without | nothing | except | besides | apart | other than"),
    (Role::Condition, "if | unless | once | when you | provided | only if"),
    (Role::Leet(2), "long | much | many | good | expensive | fast"),
    (Role::Leet(4), "you | me | real | sure | ever | now | the"),
    (
        Role::Detail,
        "it | its | they | he | she | i | we | the | my | thanks | thank | thx | all | everything | still | nobody | very | \
         please | sir | because | since | absolutely | completely | totally | fully | finally | you | your | agent | great | \
         no problem | no problems | no issue | no issues | no complaints | no worries | not | never | does | doesnt | works | \
         working | nothing | been | happy | satisfied | eventually | in the end | and thank | and thanks | and it | and they | \
         and he | and she | and the | and very | quickly | but | first time | right away | straight away | immediately | \
         after | thankfully | with | well",
    ),
    (Role::But, "but | however | except | although | though | apart | yet | only | partly | partially | unfortunately | otherwise"),
    (
        Role::Doubt,
        "if | almost | nearly | less | more than | at least | at most | minus | under | below | over | above | could | \
         would have | wouldve | wish | wanted | used to | on | since | last time | previous | previously | before | unless | \
         until | instead | lost | waited | deduct | why | hotel | hotels | restaurant | should i | supposed | expected | \
         promised | another | anything",
    ),
    (
        Role::Retraction,
        "not | not really | jk | just kidding | kidding | joking | just joking | lol not | no way | no chance | not a chance | \
         never | not deserved | as if | i wish | if only | no | nope | nah | hell no | not at all | never ever | you wish | \
         dream on | hardly | not happening | i dont think so | i think not | yeah no | but no | but not | but not really | \
         but nope | but never | but nah",
    ),
    (
        Role::Mockery,
        "my ass | my arse | my foot | my butt | my eye | yeah right | in your dreams | in my dreams | just kidding | sarcasm | \
         when hell freezes | when pigs fly",
    ),
    (Role::Laughter, "lol | haha | hahaha | hah | ha | ha ha | lmao | rofl | well | yeah | errr | hmm | oh | um"),
    (
        Role::Yes,
        "yes | yeah | yea | yep | yup | ya | y | yess | yes it was | yes it is | hell yes | hell yeah | yes it has | yes it did | yes they did | \
         yes i am | yes i was | yes sir | yes maam | absolutely | definitely | yes yes | yes yes yes | affirmative | correct | \
         indeed | it was | it is | of course | it has | it did | yes very | yes completely | yes fully | yes totally | \
         yes cheers | yep cheers | yes ta | yup cheers | yes indeed | yes mate | yes thankfully | yeah mate | finally yes | \
         yes in the end | for sure | yes for sure | sure did | it sure was | yes done | aye | yis | yessir | ofc | \
         yes ofc | 100 percent yes | yes 100 percent | si yes | eventually yes | in the end yes | in the end it was | \
         thankfully yes | thankfully it was | certainly | yes certainly | most certainly",
    ),
    (
        Role::No,
        "no | nope | nah | n | naw | noo | nooo | no it wasnt | no it was not | no it isnt | no it is not | no it hasnt | \
         no it has not | no it didnt | no they didnt | no not at all | not at all | no not yet | not yet | no sir | no maam | \
         it wasnt | it was not | it isnt | it is not | it hasnt | negative | absolutely not | definitely not | of course not | \
         no not really | not really | no never | it did not | it didnt | hell no | unfortunately no | unfortunately not | no unfortunately | sadly no | \
         sadly not | no sadly | im afraid not | i am afraid not | afraid not | \
         nah mate | no mate | not at the moment | no luck | no joy | still no joy | still no luck | no such luck | \
         not one bit | not in the slightest | not remotely | nope not yet | nope not at all | nope not really | \
         nah not really | nah not yet | no chance | not as yet | still no | still not | still nothing | nothing yet | \
         still nope | it was never | never was | not to my satisfaction | no sadly not | nope sadly not | \
         no unfortunately not | nope unfortunately | unfortunately it wasnt | unfortunately it was not | it has not | \
         they did not | they didnt | he did not | she did not | he didnt | she didnt",
    ),
    (
        Role::Resolved,
        "resolved | solved | fixed | it was resolved | it is resolved | its resolved | it is fixed | its fixed | \
         it was fixed | it was solved | it has been resolved | it has been fixed | yes it has been resolved | \
         yes it has been fixed | all resolved | all fixed | all sorted | sorted | issue resolved | problem solved | \
         issue was resolved | problem was solved | my issue was resolved | my problem was solved | fully resolved | \
         completely resolved | yes resolved | yes solved | yes fixed | yes it was resolved | yes it is resolved | \
         yes my issue was resolved | the issue was resolved | its been fixed | its been resolved | its been solved | \
         its been sorted | its sorted | its all sorted | has been fixed | has been resolved | was resolved | was fixed | \
         got fixed | got resolved | got it fixed | is resolved | is fixed | been resolved | been fixed | all fixed now | \
         fixed now | resolved now | it got fixed | it got resolved | issue is resolved | issue fixed | problem fixed | \
         problem is solved | problem resolved | successfully resolved | completely fixed | completely solved | \
         yes it is fixed | yes it is fixed now | yes it is resolved now | yes its fixed | yes its fixed now | \
         yes its resolved | yes its resolved now | yes its all sorted | yes it is sorted | yes it is solved | yes it is now | \
         yes it was fixed | yes it was solved | yes it got fixed | yes it got resolved | \
         all good now | its all good now | all is good now | everything is good now | its all working now | \
         its working now | it is working now | its working fine now | its working again | its working | \
         it is working again | all working now | all working again | everything is working now | everything works now | \
         it works now | works now | works again | works perfectly now | working now | working fine now | working again | \
         back up and running | up and running | up and running again | yes up and running | its up and running | \
         its back on | its back up | all sorted now | sorted now | sorted out | all sorted out | its been sorted out | \
         it was sorted out | it got sorted | got sorted | got it sorted | problem sorted | issue sorted | \
         issue got resolved | problem got resolved | issue has been resolved | problem has been resolved | \
         issue has been fixed | problem has been fixed | the problem was fixed | the issue was fixed | \
         my problem was fixed | my issue was fixed | they fixed it | she fixed it | he fixed it | you fixed it | \
         they sorted it | he sorted it | she sorted it | they resolved it | he resolved it | she resolved it | \
         they solved it | he solved it | she solved it | fixed it | solved it | it was all sorted | all taken care of | \
         its fixed now | its resolved now | its solved now | yes got it sorted | yes they fixed it | yes she fixed it | \
         yes he fixed it | yes they sorted it | yes sorted | yes all sorted | yes all fixed | yes all resolved | \
         no more issues | no longer an issue | problem gone | yes its working now | yes it is working now | \
         yes its working again",
    ),
    (
        Role::Unresolved,
        "not resolved | not solved | not fixed | unresolved | unsolved | it was not resolved | it wasnt resolved | \
         it is not resolved | its not resolved | its not fixed | still not fixed | still not resolved | still not working | \
         still broken | not resolved yet | not fixed yet | issue not resolved | problem not solved | my issue was not resolved | \
         no not resolved | no still not resolved | no it was not resolved | no it wasnt resolved | never resolved | \
         the issue was not resolved | it hasnt been resolved | not resolved at all | no it is still broken | \
         {issue,problem,it,the issue,the problem,my issue,my problem} {still persists,persists,is still there,still exists,still there,remains,still remains,is not resolved,is not fixed,isnt resolved,isnt fixed,isnt sorted,is still not fixed,is still not resolved,still not resolved,still not fixed,hasnt been fixed,has not been fixed,hasnt been resolved,has not been resolved,was never fixed,was never resolved,is still unresolved} | \
         same issue persists | same problem persists | same issue | still the same | still the same issue | \
         still the same problem | its still the same | same as before | still having issues | still having problems | \
         still having the same problem | still having the same issue | still have the problem | still have the issue | \
         still have the same problem | still have the same issue | still got the problem | still got the same problem | \
         still an issue | still a problem | still pending | its still pending | still unresolved | still unsolved | \
         still unfixed | still outstanding | still open | still down | its still down | still offline | \
         its still not working | its still broken | it is still not working | still doesnt work | it still doesnt work | \
         still does not work | still isnt working | still isnt fixed | still isnt resolved | still hasnt been fixed | \
         still hasnt been resolved | still not sorted | still not solved | not sorted | not sorted yet | not sorted out | \
         not yet resolved | not yet fixed | not yet sorted | not yet solved | hasnt been sorted | hasnt been fixed | \
         hasnt been resolved | has not been sorted | has not been fixed | has not been resolved | wasnt sorted | \
         wasnt fixed | wasnt resolved | wasnt solved | it wasnt fixed | it wasnt sorted | it was not fixed | \
         it was not solved | it wasnt solved | it is not fixed | it isnt fixed | it isnt resolved | it isnt sorted | \
         nothing has been done | nothing has been resolved | nothing has been fixed | nothing was done | nothing got done | \
         nothing was sorted | nothing has changed | nothing changed | nothing got fixed | nothing got sorted | \
         back to square one | never got fixed | never got resolved | never got sorted | never fixed | never solved | \
         it never got fixed | they didnt fix it | they did not fix it | didnt fix it | didnt get resolved | \
         didnt get fixed | did not get resolved | couldnt fix it | they couldnt fix it | could not fix it | \
         they couldnt help | couldnt help me | didnt help | didnt help at all | no resolution | no fix | \
         no resolution yet | no solution yet | no solution | problem not resolved | problem not fixed | issue not fixed | \
         issue not solved | far from it | it came back | the problem came back",
    ),
    (
        Role::Mended,
        "all good | all fine | works now | it works | working now | is working | works again | works fine | is fine now | \
         fine now | okay now | ok now | good now | been resolved | been fixed | been solved | got fixed | got resolved | \
         all done | all set | taken care of",
    ),
    (
        Role::Broken,
        "nothing was resolved | nothing was fixed | nothing was solved | nothing is resolved | nothing got resolved | nothing works | \
         does not work | doesnt work | not working | is broken | is not working | isnt working | still waiting | \
         still the same | same problem | no solution | cannot use | never worked | wont work | did not work | didnt work",
    ),
    (
        Role::Pending,
        "still | to be | be | want | need | needs | waiting | when | should | until | please | will | how | could | if | claimed | \
         said | says | told | thought | supposed | promised | half | partly | another",
    ),
    (
        Role::Refusal,
        "id rather not answer | id rather not say | id rather not | rather not answer | rather not say | no thanks | no thank you | no ty | no thx | nothanks | not interested | im not interested | i am not interested | not interested in this | not interested in this survey | dont want to | i dont want to | i dont want to answer | i do not want to | do not want to | i do not want to answer | dont want to answer | dont want to rate | i dont want to rate | i dont want to participate | i dont want to do this | i do not want to participate | rather not | id rather not | id rather not say | prefer not to say | i prefer not to say | prefer not to | no comment | i decline | decline | skip | skip this | pass | ill pass | i refuse | refuse | no survey | no survey please | no surveys | i dont do surveys | i do not do surveys | not now | not now thanks | i dont want to take the survey | dont want to do a survey | leave me alone | no im good | no thanks im good | i {wont,will not} {answer,participate,take part,respond,rate}| {dont,do not} {wish to,want to,care to,feel like} {answer,answering,participate,participating,take part,respond,say,reply} | {i dont,i do not,i wont,wont,will not,dont,do not} {do,take,fill in,fill out,complete,answer} {surveys,questionnaires,a survey,the survey,this survey,your survey} | {id,i would,we would} {rather,prefer} not {,to }{answer,say,take part,participate,respond,rate,comment,give a rating,give a score} | {prefer,i prefer,would prefer,i would prefer,id prefer,would rather,rather} not {to answer,to say,to respond,to participate,to take part,to rate,to comment,take part,participate,respond,answer that,answer this,to answer that,to answer this} | {,i ,id }{choose,choosing} not to {answer,say,participate,respond} | {i wont,wont,i will not} be {answering,taking part,participating,responding,rating,replying,doing this,doing the survey} | {,i }{dont,do not} want to {give a rating,give a score,give feedback,leave feedback,leave a rating,answer that,answer this,answer this question,answer that question,answer any questions,be surveyed,do a survey,do the survey,do this survey,do any surveys,fill this in,fill this out} | {no,not giving a,not giving any} {rating,score,answer,reply,feedback} from me | {,ive ,i have ,ive got }no {time,interest,desire} {for,in} {surveys,a survey,this survey,your survey,this,your surveys} | no rating | no vote | not giving a rating | not giving a score | not rating | not voting | i abstain | abstain | i pass | hard pass | none of your business | decline to answer | i decline to answer | declined | no surveys thanks | not up for it | not for me thanks | count me out | not participating | not taking part | no participation | not answering | not doing this",
    ),
    (
        Role::Nothing,
        "no | nope | nah | none | nothing | n/a | na | nil | no comment | no comments | nothing really | nothing at all | \
         nothing to add | nothing else | not really | none at all | no suggestions | nothing to improve | \
         nothing comes to mind | no nothing | i have nothing | nothing special | not applicable | not at all",
    ),
    (
        Role::Polite,
        "please | thanks | thank you | thx | sorry | im sorry | bye | goodbye | have a nice day | have a good day | at all | \
         so much | very much | sir | maam | right now | today | at the moment | \
         cheers | ta | mate | apologies | my apologies | i apologise | i apologize | im afraid | but thanks | \
         but thank you | thanks anyway | thank you anyway | thanks though | on this occasion | this time | regards | \
         kind regards | many thanks",
    ),
    (
        Role::Automatic,
        "im driving | i am driving | driving right now | driving with | do not disturb | out of office | out of the office | \
         automatic reply | auto reply | autoreply | auto response | automated response | automatic response | \
         automated message | automated reply | ill get back to you | i will get back to you | get back to you as soon as | \
         cant talk right now | cant talk now | i cant talk | cant answer right now | call you back later | ill call you back | \
         ill call you later | im in a meeting | on vacation until | currently away | on annual leave | \
         this number is not monitored | this mailbox | message blocking is active | is not receiving messages | \
         cant take your call",
    ),
    (Role::Reaction, "liked | loved | disliked | laughed at | emphasized | emphasised | questioned | reacted | removed | to"),
    (
        Role::Idle,
        "hi | hello | hey | hi there | hello there | good morning | good afternoon | good evening | ok | okay | k | kk | yes | \
         no | yeah | nope | yep | lol | haha | test | start | unstop | subscribe | y | hm | hmm | huh | what | who is this | \
         whos this | sure | sure thing | no worries | got it | gotcha | cool | alright | all right | hiya | yo | \
         wrong person | who dis",
    ),
    (
        Role::Good,
        "great | excellent | perfect | amazing | awesome | fantastic | wonderful | brilliant | best | outstanding | superb | \
         loved | love | very good | very helpful | would recommend | will recommend | highly recommend | highly recommended",
    ),
    (
        Role::Nice,
        "good | great | fine | nice | lovely | excellent | perfect | amazing | awesome | fantastic | wonderful | brilliant | \
         outstanding | superb | short | low | cheap | fair | reasonable | friendly | quick | fast | pleasant | decent | ok | okay | \
         best | helpful | polite | kind | professional | impressive | love the | loved the | liked the | happy with the",
    ),
    (
        Role::Aside,
        "please wait | pls wait | wait a minute | wait a min | wait a moment | wait a sec | wait a second | wait one | wait what | \
         wait who | wait why | wait how | wait where | wait which | wait i | wait im | wait is | wait are | wait do | wait does | \
         wait did | wait no | wait wait | wait until | wait and see | wait for me | wait there | wait here | wait please | \
         hold on wait | can wait | will wait | can you wait | could wait | ill wait | no wait | oh wait | but wait | just wait | \
         you wait | i did not know | i didnt know | we did not know | we didnt know | i also did not know | i really did not know | \
         i honestly did not know | cost me | costs me | cost you | as a result | result of | as a solution | at no cost | \
         at any cost | at all costs | to my knowledge | as far as my knowledge",
    ),
    (
        Role::Lack,
        "no result | no results | no solution | no solutions | no outcome | no manners | no knowledge | without result | \
         without results | without any result | without a result | without solution | without a solution | without any solution | \
         no real solution | no clear result | not any solution | no product knowledge | without knowledge | without manners",
    ),
    (
        Role::Bad,
        "terrible | horrible | awful | worst | useless | disgusting | very bad | very poor | pathetic | rubbish | \
         will not recommend | wont recommend | would not recommend | wouldnt recommend | never recommend | dont recommend | \
         do not recommend | cannot recommend | cant recommend",
    ),
    (
        Role::Fine,
        "was fine | is fine | was ok | is ok | was good | is good | was great | is great | was okay | is okay | good | great | \
         fine | ok | okay | no problem | no problems | no issue | no issues | no complaints | no worries | excellent",
    ),
    (
        Role::Ease(7),
        "super easy | extremely easy | really easy | so easy | very very easy | incredibly easy | ridiculously easy | \
         v easy | vry easy | very simple | super simple | extremely simple | really simple | very straightforward | \
         super straightforward | effortless | completely effortless | totally effortless | no effort at all | dead easy | \
         easy as pie | easy peasy | a piece of cake | a doddle",
    ),
    (Role::Ease(6), "simple | straightforward"),
    (
        Role::Ease(5),
        "slightly easy | a bit easy | a little easy | fairly easy | relatively easy | rather easy | \
         more easy than difficult",
    ),
    (
        Role::Ease(4),
        "neither easy nor hard | neither hard nor easy | neither difficult nor easy | not easy not difficult | \
         not easy not hard | not hard not easy | neither easy or difficult | neither easy or hard",
    ),
    (
        Role::Ease(3),
        "slightly difficult | a bit difficult | a little difficult | a little bit difficult | a bit hard | a little hard | \
         a little bit hard | kind of difficult | kinda difficult | kinda hard | kind of hard | sort of difficult | \
         somewhat hard | fairly difficult | rather difficult | slightly hard | a bit tricky",
    ),
    (Role::Ease(2), "hard | complicated"),
    (
        Role::Ease(1),
        "very hard | super hard | super difficult | really hard | really difficult | extremely difficult | extremely hard | \
         so difficult | so hard | incredibly difficult | incredibly hard | very very difficult | very very hard | \
         v difficult | v hard | way too hard | way too difficult | far too difficult | extremely complicated | \
         very complicated",
    ),
    (
        Role::Level(3),
        "as expected | about as expected | just as expected | what i expected | about what i expected | \
         just what i expected | what id expect | met expectations | met my expectations | in line with expectations | \
         as i expected",
    ),
    (Role::Level(2), "very basic | just basic | bare minimum | the bare minimum"),
    (Role::Level(4), "as desired | what i wanted | just what i wanted | exactly what i wanted"),
    (Role::Level(5), "surprisingly good | surprised me | positively surprising"),
    (Role::Level(6), "incredible | beyond belief"),
];
