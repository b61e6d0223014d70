//! English: what people say beside a score, and instead of one.

use super::Role;

pub(super) const WORDS: &[(Role, &str)] = &[
    (Role::Partly, "one of two | one of the two | one of them | one of the problems"),
    (Role::Lead, "i'd put it at | i would put it at | id put it at"),
    (Role::Refusal, "{can,could,may} i skip {this,that,it,this one,that one,this question,the survey}{,please,thanks,thank you}"),
    (
        Role::Best,
        "excellent{, service, work, job, support} | outstanding{, service} | superb{, service} | couldnt be better | absolutely {excellent,perfect,outstanding,superb}",
    ),
    (Role::LevelLead, "level | service level"),
    (Role::Particle, "hun | hun x | babe | lol x | at my age | for {someone,a person,somebody} my age"),
    (Role::Lead, "so just"),
    (
        Role::Give,
        "so just | giving {u,you,ya,it,them,her,him}{ a, an,} | give {u,ya}{ a, an,} | wud give {u,you}{ a, an,} | the call a rating of | a rating of",
    ),
    (
        Role::Lead,
        "{im ,i am ,}giving {u,you,ya,it,them,her,him}{ a, an,} | wud giv {u,you}{ a, an,} | wud give {u,you}{ a, an,} | oh definitely",
    ),
    (Role::Fine, "easy | easily"),
    (Role::Correction, "i meant | sorry i meant | meant | oops i meant | no i meant"),
    (Role::Former, "last time | last month | last year"),
    (Role::Grievance, "then cut off | and cut off | then hung up | then disconnected | end sarcasm | sarcasm off | irony off"),
    (
        Role::Refusal,
        "{im ,i am ,}{not interested in,no time for,dont have time for,do not have time for,too busy for} {surveys,a survey,this survey,questionnaires,this,these,your survey,your surveys} | \
         {i ,}{dont,do not} want to answer{, this one, this question, that, that one, it, any questions} | prefer not to {answer,say,rate}{, this one, this question, that} | \
         {i ,i havent ,}{dont have,havent got,got no,have no} time for {surveys,this,a survey,questionnaires} | {sorry ,}{im ,}too busy for {this,surveys,a survey}",
    ),
    // Said as a whole, from whom, in the past, in part, in between, with nothing against it.
    (
        Role::Particle,
        "on the whole | all in all | all told | by and large | in general | generally | or thereabouts | flat | on the dot | \
         and not a point more | and no more | well earned | well deserved | \
         from {me,us,our household,all of us,my family,our family,our house,our side,my side,the family,both of us,here}",
    ),
    (
        Role::Lead,
        "{a ,}{solid,strong,firm,straight,definite,resounding,honest,big fat,clear,well deserved,well earned,solid gold} | on balance | on the whole | overall | all in all",
    ),
    (
        Role::Polite,
        "thanks all the same | thank you all the same | thanks anyway | thank you anyway | but thanks | thanks though | thanks but no thanks",
    ),
    (
        Role::Idle,
        "have a {nice,good,great,lovely,wonderful} {day,evening,weekend,one,week,afternoon}{, x, xx, all, everyone, yourself, too} | all the best | kind regards | best regards | take care",
    ),
    (Role::Starter, "cheers | regards | kind regards | best regards | rgds"),
    (
        Role::Refusal,
        "{i ,}{id ,would ,}{rather,prefer} not {to ,}{rate,score,mark,grade,judge} {anyone,anybody,people,him,her,them,the agent,the guy,it,you,this} | \
         {i ,}{wont,will not,dont,do not,refuse to,am not going to,not going to} {want to ,}{rate,score,mark,grade} {anyone,anybody,people}",
    ),
    (
        Role::Resolved,
        "{issues,issue is,the issues,the issue is,problems,problem is,the problem is,its,thats,alls,faults,fault is,the fault is} \
         {,now ,all ,finally ,all now }{fixed,sorted,resolved,solved,mended,sorted out,back up and running,up and running,back online,working again} | \
         back up and running | up and running again",
    ),
    (
        Role::Former,
        "{last time,last month,last week,last year,previously,in the past,before,the other day} {i,we} {gave,put,said,rated,scored}{ you, it, him, her, them,}{ a, an,} | \
         used to be{ a, an,} | it used to be{ a, an,} | {is,was} {what,the score} i gave {last time,before,last month} | was {my score,my rating,my mark} last time",
    ),
    (
        Role::Lead,
        "{today ,now ,this time ,}{its,it is} {more like ,now ,}{a,an} | {today,now,this time}{ i give, its, a,} | more like{ a, an,}",
    ),
    (
        Role::Correction,
        "{or ,}actually {make that,make it,lets say,no}{ a, an,} | or {make that,make it,rather}{ a, an,} | on second thoughts{ a, an, make it,} | on reflection | scratch that",
    ),
    (
        Role::Reported,
        "{my ,the }{wife,husband,mum,mom,dad,son,daughter,boss,gran,grandma,partner,girlfriend,boyfriend} {says,said,would say,gives it,gives}{, a, put, to put} | {says,said} to {put,write,send}",
    ),
    (Role::Former, "by mistake | by accident | in error"),
    (Role::Between, "between | somewhere between | in between | torn between | hovering between"),
    (
        Role::Give,
        "so {ill,i will} {say,go with,put,go}{ a, an,} | {ill,i will} {say,go with,put,go}{ a, an,} | lets {say,go with,call it}{ a, an,} | put{ down, me down for,}{ a, an,} | so {its,call it}{ a, an,} | that makes it{ a, an,} | {make that,make it}{ a, an,}",
    ),
    (
        Role::Partly,
        "in theory | on paper | at first | in part | partly | partially | sort of | kind of | for now | for a day | half of it | at a price | until | for about",
    ),
    (Role::Tedious, "hour | hours | hrs | hr | days | weeks | months | calls | times | transfers | attempts | tries"),
    (
        Role::Detail,
        "still no | still not | still nothing | still | it is still | its still | nothing works | took a while | all sorted | all working",
    ),
    (Role::Whole, "nothing special | nothing to add | nothing else | nothing more to say | nothing to say | no complaints"),
    // Verdicts with their reason, corrections, what others say, refusals in sentences.
    (Role::Likely(10), "{i am,im,i would be,id be,its} extremely likely | extremely likely to {recommend,do so,recommend you}"),
    (Role::Likely(0), "{i am,im,its} not at all likely | not at all likely to {recommend,do so,recommend you} | not likely at all"),
    (Role::Regret, "unfortunately | sadly | im afraid | sorry to say"),
    (
        Role::Supposed,
        "{would have been,wouldve been,would be,could have been,couldve been,itd be,it would be,id give,id have given,i would have given,i would give,would have given,would get,would have got}{, a, an, you, you a, it a} | if {it,there,you,they} {wasnt,werent,hadnt,had,were}",
    ),
    (
        Role::Correction,
        "i meant to {put,type,write,press,say,send,hit} | meant to {put,type,write,press,say,send,hit} | i hit {the ,}wrong {one,key,button,number} | hit the wrong {one,key,button,number} | pressed the wrong {one,key,button,number} | make {that,it} | i mean | change that to | change it to | actually make {that,it}",
    ),
    (
        Role::Former,
        "{i put,i pressed,i hit,i typed,i sent,i said,i had put,i first put,first i put,i accidentally put,i accidentally pressed,accidentally put,accidentally pressed,accidentally hit,i thought,i first thought,first i thought,at first i thought}{, a}",
    ),
    (Role::Lead, "we both say | id go with | ill go with | ill say | lets say | i reckon | imma say | ima say"),
    (Role::Particle, "and {so do i,me too,i agree} | mate | bro | fam | bruh | innit | tbh"),
    (
        Role::Detail,
        "in | by | during | on | at | before | within | while | yesterday | today | this morning | last night | as of | no idea | the {guy,lady,man,woman} | someone | your {guy,colleague} | that | mine | took | only took | only had to",
    ),
    (Role::Resolved, "{he,she,they} {fixed,sorted,solved,resolved} {it,that,everything} | {he,she,they} got it {sorted,fixed,working}"),
    (
        Role::Refusal,
        "{i ,}{dont,do not,dnt} {wanna,want to,feel like} {do,doing,take,taking,answer,answering,fill in,filling in,fill out,complete} {,a ,any ,this ,your ,these }{survey,surveys,question,questions,this,questionnaire,questionnaires} | {id ,i ,would }{rather,prefer} not {to ,}{rate,score,answer,comment,say anything,give an opinion,share,take part,participate} | {im ,}not {doing,taking,answering,filling in,filling out} {,a ,any ,this ,your ,these }{survey,surveys,questions,this} | {i ,}{dont,do not} {do,take,answer} surveys | wont be {rating,answering,scoring}{, this, that} | cant {answer,do surveys,do this} {right now,now,at the moment} | {ill ,i will }{pass on,skip} {this,this one,the survey,this question,that one}",
    ),
    (Role::Reason, "only because | only cos | just because | but only because | simply because"),
    (Role::Level(1), "an absolute disgrace"),
];
