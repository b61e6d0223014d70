//! A caller hangs up while the shared store is away.

use super::{ACCOUNTS, Dialect, Walk, grand};
use crate::dialects::phone::Move;
use crate::support::chaos::{Mode, Proxy};
use crate::support::rig::Rig;
use crate::support::servers::Redis;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_hangs_up_while_redis_is_away_has_hung_up_when_it_is_back() {
    let redis = Redis::start().await;
    let proxy = Proxy::before(redis.address()).await;
    let rig = Rig::on_redis(&redis.url_at(proxy.address()), ACCOUNTS, &[("grand.toml", &grand())]).await;
    let ways: [(&str, &[Move], &[Move], usize); 3] = [
        ("at-once", &[Move::Press("7")], &[Move::HangUp], 1),
        ("after-a-key", &[], &[Move::Press("7"), Move::HangUp], 1),
        ("speaking", &[Move::Press("7")], &[Move::Press("1"), Move::HangUpSpeaking], 3),
    ];
    for (name, before, meanwhile, answers) in ways {
        let mut walk = Walk::begin(&rig, Dialect::VoiceXml, (name, "")).await;
        walk.plays(before).await;
        proxy.set(Mode::Refuse);
        walk.plays(meanwhile).await;
        proxy.set(Mode::Pass);
        rig.back().await;
        rig.settle().await;
        let row = walk.row().await;
        assert_eq!((&row[0], row[2].as_array().map(Vec::len)), (&serde_json::json!("partial"), Some(answers)), "{name} {row:#}");
    }
    assert_eq!(rig.unmatched().await, []);
}
