//! Daily jobs: once a day in the whole house.

use basics::{At, Clock};
use testkit::on_both;

use super::{Count, Greet, NOON, clock, left, until};
use crate::{Runner, Time, runner::pause};

const SIX: Time = Time { hour: 18, minute: 0 };

#[test]
fn the_next_time_is_later_today_or_tomorrow() {
    assert_eq!(SIX.after(NOON), NOON.plus(6 * 60 * At::MINUTE));
    assert_eq!(SIX.after(NOON.plus(6 * 60 * At::MINUTE)), NOON.plus(30 * 60 * At::MINUTE));
    assert_eq!(Time { hour: 11, minute: 59 }.after(NOON), NOON.plus(At::DAY - At::MINUTE));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_daily_job_runs_once_a_day_on_one_of_many_nodes() {
    on_both(async |db| {
        let clock = clock();
        let days = Count::default();
        let nodes = [(); 3].map(|()| {
            let days = days.clone();
            Runner::new(db.clone(), clock.clone())
                .on(move |_: Greet| {
                    days.up();
                    std::future::ready(Ok(()))
                })
                .daily(&Greet { name: "everybody".into() }, SIX)
                .start()
        });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        assert_eq!((days.get(), left(&db).await.len()), (0, 0), "not before its time, and no leftover");
        for day in 1..4 {
            clock.advance(At::DAY);
            until("the day's work is done", async || days.get() >= day).await;
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            assert_eq!(days.get(), day);
        }
        clock.advance(5 * At::DAY);
        until("missed days are made up for", async || days.get() >= 4).await;
        for node in nodes {
            node.stop().await;
        }
        assert_eq!(days.get(), 4, "once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_daily_job_that_fails_for_good_comes_back_the_next_day() {
    on_both(async |db| {
        let clock = clock();
        let tries = Count::default();
        let counted = tries.clone();
        let running = Runner::new(db.clone(), clock.clone())
            .on(move |_: Greet| {
                counted.up();
                std::future::ready(Err(anyhow::anyhow!("no answer")))
            })
            .daily(&Greet { name: "everybody".into() }, SIX)
            .start();
        let run_at = async || db.one("SELECT run_at FROM jobs", &[], |row| row.get::<At>(0)).await.unwrap_or_default();
        until("it has its row", async || run_at().await == SIX.after(NOON)).await;
        clock.advance(At::DAY);
        for attempt in 1..8 {
            until("it is put off", async || run_at().await == clock.now().plus(pause(attempt))).await;
            clock.advance(pause(attempt));
        }
        until("it waits for the next day", async || run_at().await == SIX.after(clock.now())).await;
        running.stop().await;
        assert_eq!((tries.get(), left(&db).await), (8, vec![]));
    })
    .await;
}
