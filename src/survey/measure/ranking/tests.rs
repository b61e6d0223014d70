use super::*;

fn tally(measure: Measure, answers: impl IntoIterator<Item = i64>) -> Tally {
    let mut tally = Tally::new(measure);
    answers.into_iter().for_each(|answer| tally.add(answer, 1.0));
    tally
}

/// So many happy answers of so many.
fn csat(happy: usize, of: usize) -> Tally {
    tally(Measure::Csat, (0..of).map(|at| if at < happy { 5 } else { 2 }))
}

fn named(agents: Vec<(&str, Tally)>) -> Vec<(String, Tally)> {
    agents.into_iter().map(|(agent, tally)| (agent.to_owned(), tally)).collect()
}

fn order(rows: &[Ranked]) -> Vec<(&str, Option<u64>)> {
    rows.iter().map(|row| (row.agent.as_str(), row.rank)).collect()
}

#[test]
fn small_samples_neither_win_nor_lose() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let crowd = names.iter().zip([190, 180, 176, 170, 168, 164, 160, 150, 130]).map(|(name, happy)| (*name, csat(happy, 200)));
    let rows = ranked(Measure::Csat, named(crowd.chain([("three", csat(3, 3)), ("none", csat(0, 1))]).collect()), 1);
    assert_eq!((order(&rows)[0], order(&rows)[10]), (("a", Some(1)), ("i", Some(11))));
    let three = rows.iter().find(|row| row.agent == "three").expect("one");
    assert_eq!((three.value, three.n), (Some(100.0), 3));
    assert!(three.shrunken < Some(90.0) && three.rank_low == Some(1) && three.rank_high >= Some(8), "{three:?}");
}

#[test]
fn who_has_too_few_answers_has_no_place_and_stands_behind_the_others() {
    let agents = vec![("few", csat(5, 5)), ("b", csat(60, 100)), ("a", csat(90, 100)), ("nothing", csat(0, 0))];
    let rows = ranked(Measure::Csat, named(agents), 30);
    assert_eq!(order(&rows), [("a", Some(1)), ("b", Some(2)), ("few", None), ("nothing", None)]);
    assert_eq!((rows[2].enough, rows[2].rank_low, rows[2].rank_high), (false, None, None));
    assert!(rows[3].value.is_none() && rows[3].shrunken.is_some(), "nothing known is the mean of all: {:?}", rows[3]);
}

#[test]
fn equal_scores_share_a_place() {
    let agents = vec![("d", csat(40, 100)), ("c", csat(80, 100)), ("b", csat(80, 100)), ("a", csat(95, 100))];
    assert_eq!(order(&ranked(Measure::Csat, named(agents), 30)), [("a", Some(1)), ("b", Some(2)), ("c", Some(2)), ("d", Some(4))]);
}

#[test]
fn nothing_answered_is_a_ranking_of_nobody() {
    let rows = ranked(Measure::Nps, named(vec![("a", Tally::new(Measure::Nps))]), 30);
    assert_eq!((rows[0].rank, rows[0].shrunken, rows[0].low, rows[0].n, rows[0].enough), (None, None, None, 0, false));
    assert_eq!(ranked(Measure::Csat, vec![], 30), vec![]);
}

#[test]
fn every_measure_stays_on_its_scale() {
    for measure in Measure::ALL {
        let (low, high) = scale(measure);
        let agents =
            vec![("best", tally(measure, vec![high; 40])), ("worst", tally(measure, vec![low; 40])), ("one", tally(measure, [high]))];
        let rows = ranked(measure, named(agents), 30);
        for row in &rows {
            let (lowest, highest) = (shown(measure, ends(measure).0), shown(measure, ends(measure).1));
            let ends = row.low.zip(row.high).zip(row.shrunken);
            assert!(ends.is_none_or(|((low, high), at)| lowest <= low && low <= at && at <= high && high <= highest), "{row:?}");
        }
        if measure != Measure::Kano {
            assert_eq!(order(&rows)[0], ("best", Some(1)), "{measure:?}");
        }
    }
}

/// A share of a call's credit weighs as much in the ranking as in the score.
#[test]
fn shared_calls_count_by_their_share() {
    let mut shared = csat(50, 100);
    (0..100).for_each(|_| shared.add(5, 0.1));
    let rows = ranked(Measure::Csat, named(vec![("shared", shared), ("b", csat(50, 100)), ("c", csat(80, 100))]), 30);
    let row = rows.iter().find(|row| row.agent == "shared").expect("one");
    assert_eq!((row.value, row.n), (Some(round(6000.0 / 110.0)), 200));
}

mod coverage;
