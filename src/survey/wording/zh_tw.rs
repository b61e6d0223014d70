//! Chinese in traditional characters, as written in Taiwan and Hong Kong.

use super::Wording;

pub(super) static TRADITIONAL: Wording = Wording {
    language: "zh-TW",
    invalid_sms: [
        "請回覆{min}至{max}之間的一個數字。",
        "請回覆一個數字：{options}。",
        "請回覆{min}（是）或{max}（否）。",
        "抱歉，無法辨識您的回覆。",
    ],
    invalid_voice: ["請按{min}到{max}之間的數字鍵。", "您按的鍵不在選項中。", "是請按{min}，否請按{max}。", "抱歉，沒有聽清楚。"],
    silence_voice: "沒有收到您的按鍵。",
    ambiguous_sms: "您是指{readings}？請只回覆一個數字。",
    opted_out: "您已退訂，不會再收到我們的簡訊。回覆START可重新訂閱。",
    opted_in: "您已重新訂閱我們的簡訊，退訂回T。",
    help: "這是對您最近一次來電的滿意度調查，請回覆數字作答。退訂回T。",
    which_call: "我們詢問了您的兩次通話。評價較近的一次請回覆A加答案，較早的一次請回覆B加答案，例如：A5",
    call_back: "您好，您最近曾與我們通話，這是關於該次通話的簡短滿意度調查，您可以隨時掛斷。",
    polite_end: "感謝您的來電，再見。",
    or: "還是",
    comma: "、",
    with_label: "{key}（{label}）",
};
