//! Chinese.

use super::Wording;

pub(super) static CHINESE: Wording = Wording {
    language: "zh",
    invalid_sms: [
        "请回复{min}至{max}之间的一个数字。",
        "请回复一个数字:{options}。",
        "请回复{min}(是)或{max}(否)。",
        "抱歉,未能识别您的回复。",
    ],
    invalid_voice: ["请按{min}到{max}之间的数字键。", "您按的键不在选项中。", "是请按{min},否请按{max}。", "抱歉,没有听清。"],
    silence_voice: "没有收到您的按键。",
    ambiguous_sms: "您是指{readings}?请只回复一个数字。",
    opted_out: "您已退订,不会再收到我们的短信。回复START可重新订阅。",
    opted_in: "您已重新订阅我们的短信,退订回T。",
    help: "这是对您最近一次来电的满意度调查,请回复数字作答。退订回T。",
    which_call: "我们询问了您的两次通话。评价较近的一次请回复A加答案,较早的一次请回复B加答案,例如:A5",
    call_back: "您好,您最近与我们通过电话,这是关于该次通话的简短满意度调查,您可以随时挂断。",
    polite_end: "感谢您的来电,再见。",
    or: "还是",
    comma: "、",
    with_label: "{key}({label})",
};
