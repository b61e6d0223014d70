//! Japanese.

use super::Wording;

pub(super) static JAPANESE: Wording = Wording {
    language: "ja",
    invalid_sms: [
        "恐れ入りますが、{min}から{max}までの数字1つでご返信ください。",
        "恐れ入りますが、番号1つでご返信ください。{options}",
        "恐れ入りますが、はいは{min}、いいえは{max}でご返信ください。",
        "申し訳ございません。内容を読み取れませんでした。",
    ],
    invalid_voice: [
        "{min}から{max}までの数字を押してください。",
        "押された番号は選択肢にございません。",
        "はいの場合は{min}を、いいえの場合は{max}を押してください。",
        "申し訳ございません。聞き取れませんでした。",
    ],
    silence_voice: "番号が押されませんでした。",
    ambiguous_sms: "{readings}のどちらでしょうか。数字1つでご返信ください。",
    opted_out: "配信を停止しました。今後メッセージは送信されません。再開するにはSTARTとご返信ください。",
    opted_in: "メッセージの配信を再開しました。停止するにはSTOPとご返信ください。",
    help: "先日のお電話についてのアンケートです。数字でご返信ください。配信停止はSTOP",
    which_call: "2件のお電話についてお尋ねしました。新しい方はA、古い方はBに続けて回答をご返信ください。例：A 5",
    polite_end: "お電話ありがとうございました。失礼いたします。",
    or: "か",
    comma: "、",
    with_label: "{key}（{label}）",
};
