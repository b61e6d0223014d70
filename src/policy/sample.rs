/// Whether a call is in the sample: its identity is spread evenly over 0..1 (FNV-1a with a final mix), so that the same
/// call is decided alike each time and on each node.
pub fn is_in(share: f64, account: &str, call_id: &str) -> bool {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = account.bytes().chain([0]).chain(call_id.bytes());
    let hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    let place = (mixed >> 11) as f64 / (1_u64 << 53) as f64;
    place < share
}

#[cfg(test)]
mod tests {
    use super::is_in;

    #[test]
    fn a_sample_has_about_its_share_and_decides_each_call_alike() {
        for share in [0.0, 0.1, 0.5, 1.0] {
            let count = (0..20_000).filter(|n| is_in(share, "main", &format!("CA{n:032x}"))).count() as f64;
            assert!((count / 20_000.0 - share).abs() < 0.01, "{share}: {count}");
        }
        assert_eq!(is_in(0.5, "main", "CA1"), is_in(0.5, "main", "CA1"));
    }
}
