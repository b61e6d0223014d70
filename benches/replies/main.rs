//! Times the reading of the longest replies there are, of every kind that might cost most, in every language.
//!
//! `cargo bench --bench replies`: prints for each kind the language and question where it takes longest, median and slowest of the runs;
//! ends with 1 if a median is above one millisecond.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use aftercall::config::surveys::shipped;
use aftercall::survey::answer::read_text;
use aftercall::survey::model::{Locale, Question};
use anyhow::Context;

/// More is never read.
const CHARACTERS: usize = 2000;
const RUNS: usize = 31;
const ALLOWED: Duration = Duration::from_millis(1);
const QUESTIONS: [(&str, &str); 7] = [
    ("csat", "score"),
    ("csat", "part"),
    ("csat", "improve"),
    ("nps", "recommend"),
    ("ces", "effort"),
    ("fcr", "resolved"),
    ("service-level", "level"),
];

/// What a language's people may repeat: number words, words of denial, a judgement with its reason, a word drawn out.
struct Language {
    tag: &'static str,
    numbers: &'static str,
    denials: &'static str,
    sentence: &'static str,
    drawn_out: &'static str,
}

const LANGUAGES: [Language; 10] = [
    Language {
        tag: "en",
        numbers: "five four three two one ten nine ",
        denials: "not no never not not bad no not good ",
        sentence: "I would have given a 5 but it was not a good call, so I give it a 4. ",
        drawn_out: "soooooo ",
    },
    Language {
        tag: "zh-CN",
        numbers: "五四三二一十九八",
        denials: "不是没不没有不不是别不",
        sentence: "本来想给5分但是等太久了，算了给4分，客服态度不错。",
        drawn_out: "好好好好好",
    },
    Language {
        tag: "zh-TW",
        numbers: "五四三二一十九八",
        denials: "不是沒不沒有不不是別不",
        sentence: "本來想給5分但是等太久了，算了給4分，客服態度不錯。",
        drawn_out: "好好好好好",
    },
    Language {
        tag: "ja",
        numbers: "五四三二一十九八ごよんさん",
        denials: "ないではないじゃない",
        sentence: "最初は3と思いましたが、対応が良かったので4にします。",
        drawn_out: "すごーーーい",
    },
    Language {
        tag: "es",
        numbers: "cinco cuatro tres dos uno diez nueve ",
        denials: "no ni nunca no no tampoco no ",
        sentence: "Les hubiera dado un 5 pero no fue una buena llamada, así que les doy un 4. ",
        drawn_out: "muuuuuy ",
    },
    Language {
        tag: "pt",
        numbers: "cinco quatro três dois um dez nove ",
        denials: "não nem nunca não não tampouco não ",
        sentence: "Teria dado um 5 mas não foi uma boa chamada, então dou um 4. ",
        drawn_out: "muuuuito ",
    },
    Language {
        tag: "fr",
        numbers: "cinq quatre trois deux un dix neuf ",
        denials: "ne pas non jamais pas pas non plus ",
        sentence: "J'aurais mis 5 mais l'attente n'était pas normale, donc je mets 4. ",
        drawn_out: "trèèèèès ",
    },
    Language {
        tag: "de",
        numbers: "fünf vier drei zwei eins zehn neun ",
        denials: "nicht nein nie kein nicht schlecht ",
        sentence: "Ich hätte eine 5 gegeben, aber der Anruf war nicht gut, also gebe ich eine 4. ",
        drawn_out: "seeeeehr ",
    },
    Language {
        tag: "ar",
        numbers: "خمسة أربعة ثلاثة اثنين واحد عشرة تسعة ",
        denials: "لا ليس غير ما لم لا لا ",
        sentence: "كنت بعطي 5 لكن الانتظار طويل، خليها 4 والموظف محترم. ",
        drawn_out: "جدااااااا ",
    },
    Language {
        tag: "hi",
        numbers: "पांच चार तीन दो एक दस नौ ",
        denials: "नहीं मत ना नहीं बुरा नहीं ",
        sentence: "pehle 5 dene wala tha par call achha nahi tha, isliye 4 deta hoon. ",
        drawn_out: "bahuuuuut ",
    },
];

/// What may be repeated in any language.
const ANYWHERE: [(&str, &str); 13] = [
    ("digits", "5 4 3 2 1 "),
    ("digits without blanks", "5"),
    ("emoji", "👍😀❤️"),
    ("stars", "⭐"),
    ("scripts", "five 五 पांच خمسة cinq ご "),
    ("separators", ",.;!?。、…-/"),
    ("quotes", "\"“„«「"),
    ("brackets", "(5)[4]"),
    ("letters", "a"),
    ("characters", "満足"),
    ("combining marks", "a\u{301}\u{308}"),
    ("short words", "a b c d e "),
    ("words near labels", "مرفوض تماما - satisifed, neutrel "),
];

fn longest(piece: &str) -> String {
    piece.chars().cycle().take(CHARACTERS).collect()
}

fn timed(question: &Question, locale: &Locale, text: &str) -> (Duration, Duration) {
    let mut runs: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            black_box(read_text(question, locale, black_box(text)));
            started.elapsed()
        })
        .collect();
    runs.sort_unstable();
    (runs[RUNS / 2], runs[RUNS - 1])
}

/// The slowest of a kind so far.
struct Slowest {
    kind: &'static str,
    place: String,
    median: Duration,
    worst: Duration,
}

fn main() -> anyhow::Result<ExitCode> {
    let surveys: Vec<_> = shipped::all().collect();
    let mut found: Vec<Slowest> = Vec::new();
    for language in LANGUAGES {
        let locale = Locale::parse(language.tag).context("a language tag")?;
        let own = [
            ("number words", language.numbers),
            ("denials", language.denials),
            ("sentences", language.sentence),
            ("drawn-out words", language.drawn_out),
        ];
        for (kind, piece) in own.into_iter().chain(ANYWHERE) {
            let text = longest(piece);
            for (survey, id) in QUESTIONS {
                let question = surveys.iter().filter(|known| known.key.id == survey).find_map(|known| known.question(id));
                let (median, worst) = timed(question.with_context(|| format!("{survey} has no {id}"))?, &locale, &text);
                let place = format!("{} {survey}.{id}", language.tag);
                match found.iter_mut().find(|slowest| slowest.kind == kind) {
                    Some(slowest) if slowest.median >= median => {}
                    Some(slowest) => *slowest = Slowest { kind, place, median, worst },
                    None => found.push(Slowest { kind, place, median, worst }),
                }
            }
        }
    }
    for Slowest { kind, place, median, worst } in &found {
        let above = if *median > ALLOWED { "  above 1 ms" } else { "" };
        println!("{kind:24} {place:24} median {:7.3} ms  slowest {:7.3} ms{above}", median.as_secs_f64() * 1e3, worst.as_secs_f64() * 1e3);
    }
    Ok(ExitCode::from(u8::from(found.iter().any(|slowest| slowest.median > ALLOWED))))
}
