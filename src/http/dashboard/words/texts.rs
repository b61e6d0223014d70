//! The words themselves, one table: name, English, Chinese.

macro_rules! words {
    ($($name:ident: $kind:ty = $english:expr, $chinese:expr;)*) => {
        /// What pages say; `{}` stands for a figure.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each field is documented by what it says")]
        pub struct Words {
            $(pub $name: $kind,)*
        }

        pub const ENGLISH: Words = Words { $($name: $english,)* };
        pub const CHINESE: Words = Words { $($name: $chinese,)* };
    };
}

words! {
    product: &'static str = "aftercall", "aftercall";
    overview: &'static str = "Overview", "概览";
    agents: &'static str = "Agents", "坐席";
    responses: &'static str = "Responses", "答卷";
    tickets: &'static str = "Tickets", "工单";
    live: &'static str = "Live", "实时";
    integrity: &'static str = "Integrity", "真实性";
    system: &'static str = "System", "系统";
    phone: &'static str = "Phone", "电话";
    skip: &'static str = "Skip to content", "跳到正文";
    pages: &'static str = "Pages", "页面";
    sign_in: &'static str = "Sign in", "登录";
    sign_out: &'static str = "Sign out", "退出";
    token: &'static str = "API token", "API 令牌";
    token_hint: &'static str = "Any token with the role read or admin. An operator makes one with", "任何具有 read 或 admin 角色的令牌。由运维人员生成:";
    token_refused: &'static str = "This token is not known, was revoked, or may not read results.", "该令牌无效、已吊销或无权读取结果。";
    sign_in_lead: &'static str = "How are we doing, is it getting better, where is it worst, and can it be trusted?", "我们做得如何?是否在改善?哪里最差?数据可信吗?";
    language: &'static str = "Language", "语言";
    last_days_7: &'static str = "7 days", "7 天";
    last_days_30: &'static str = "30 days", "30 天";
    last_days_90: &'static str = "90 days", "90 天";
    last_days_365: &'static str = "12 months", "12 个月";
    period: &'static str = "Period", "期间";
    measure_label: &'static str = "Measure", "指标";
    by_label: &'static str = "By", "按";
    filters: &'static str = "Filters", "筛选";
    clear: &'static str = "clear", "清除";
    value: &'static str = "Score", "得分";
    interval: &'static str = "95 % interval", "95% 置信区间";
    answers: &'static str = "Answers", "回答数";
    response_rate: &'static str = "Response rate", "回复率";
    invited: &'static str = "Invited", "邀请";
    change: &'static str = "Change", "变化";
    median: &'static str = "Median time to answer", "答复用时中位数";
    better: &'static str = "better", "改善";
    worse: &'static str = "worse", "变差";
    no_clear_change: &'static str = "no clear change", "无明显变化";
    nothing_to_compare: &'static str = "nothing before to compare with", "没有可比的前期数据";
    than_before: &'static str = "than the {} before", "与前 {} 相比";
    trend: &'static str = "Is it getting better?", "是否在改善?";
    trend_note: &'static str = "The band is the 95 % interval: where it is wide, few answered.", "阴影为 95% 置信区间;越宽,回答越少。";
    distribution: &'static str = "What was answered", "回答分布";
    where_worst: &'static str = "Where is it worst?", "哪里最差?";
    where_worst_note: &'static str = "Worst first. Groups whose intervals overlap may well be equal.", "最差的在前。区间重叠的组可能并无差别。";
    trust: &'static str = "Can it be trusted?", "数据可信吗?";
    funnel: &'static str = "From call to answer", "从通话到回答";
    calls: &'static str = "Calls", "通话";
    eligible: &'static str = "Eligible", "应邀通话";
    delivered: &'static str = "Delivered", "送达";
    answered: &'static str = "Answered", "已答";
    completed: &'static str = "Completed", "完成";
    partial: &'static str = "Partial", "部分完成";
    silent: &'static str = "Silent", "沉默";
    opted_out: &'static str = "Opted out", "退订";
    undeliverable: &'static str = "Undeliverable", "无法送达";
    suppressed: &'static str = "Not asked", "未邀请";
    recovered: &'static str = "Recovered", "已挽回";
    silent_note: &'static str = "{} of the invited said nothing. What they think is not in the scores.", "{} 的受邀者没有回答,得分不含他们的看法。";
    few_answers: &'static str = "Fewer than 30 answers: the interval says more than the score.", "回答少于 30 份:请看区间,而非得分。";
    numbers: &'static str = "Numbers", "数据表";
    share: &'static str = "Share", "占比";
    group: &'static str = "Group", "分组";
    unknown: &'static str = "unknown", "未知";
    day: &'static str = "From", "起始";
    no_data: &'static str = "No call has ended in this period.", "本期间没有通话。";
    no_data_hint: &'static str = "As soon as a call ends and its caller is asked, scores stand here.", "通话结束并邀请客户后,得分会显示在这里。";
    no_answers: &'static str = "Nobody has answered yet.", "尚无回答。";
    others: &'static str = "{} more", "另有 {} 组";
    of_invited: &'static str = "of the invited", "占受邀";
    of_eligible: &'static str = "of the eligible", "占应邀";
    queue: &'static str = "queue", "队列";
    agent: &'static str = "agent", "坐席";
    team: &'static str = "team", "班组";
    region: &'static str = "region", "区域";
    channel: &'static str = "channel", "渠道";
    language_by: &'static str = "language", "语言";
    line: &'static str = "line", "线路";
    survey: &'static str = "survey", "问卷";
    tier: &'static str = "tier", "客户等级";
    seconds: &'static str = "{} s", "{} 秒";
    minutes: &'static str = "{} min", "{} 分钟";
    hours: &'static str = "{} h", "{} 小时";
    days: &'static str = "{} d", "{} 天";
    phone_lead: &'static str = "Try it: end a call on the phone", "试一试:在电话上结束一次通话";
    points: &'static str = "points", "分";
    csat: (&'static str, &'static str) = ("CSAT", "satisfied callers (4 or 5 of 5)"), ("客户满意度 CSAT", "满意的客户(5 分中的 4、5 分)");
    nps: (&'static str, &'static str) = ("NPS", "promoters less detractors"), ("净推荐值 NPS", "推荐者减贬损者");
    ces: (&'static str, &'static str) = ("CES", "mean ease of getting it done (1 to 7)"), ("费力度 CES", "办事方便程度均值(1 至 7)");
    fcr: (&'static str, &'static str) = ("FCR", "callers whose issue was resolved"), ("一次性解决率 FCR", "问题已解决的客户");
    service_level: (&'static str, &'static str) = ("Service level", "service above expectation (4 to 6 of 6)"), ("服务六等级", "超出期望(6 级中的 4 至 6 级)");
    kano: (&'static str, &'static str) = ("Kano", "callers whom the feature makes happier"), ("卡诺 Kano", "因该功能更满意的客户");
    index: (&'static str, &'static str) = ("Index", "weighted mean of drivers (0 to 100)"), ("满意度指数", "各驱动因素加权均值(0 至 100)");
}
