//! Who runs what goes out and comes back.

use basics::{Audience, Level};
use testkit::on_both;

use super::cast::{NOW, count, imported, resident};
use crate::{
    Standing,
    organisations::store::members::{self, Member},
    store,
    tests::exact::{document, give},
    tests::import::take,
};

#[tokio::test(flavor = "multi_thread")]
async fn an_export_read_back_has_the_same_owners_and_no_old_one_makes_any() {
    on_both(async |db| {
        let (bakery, amina) = (imported(&db, "bakery").await, resident(&db, "amina", Level::Member).await);
        let member = Member {
            person: amina.id.to_string(),
            role: "baker".into(),
            standing: Standing::Owner,
            audience: Audience::Members,
            organisation_audience: Audience::Vouched,
        };
        let mut tx = db.begin().await.unwrap();
        members::put(&mut tx, bakery.id.as_str(), &member, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let given = give(&db).await;
        // Passed on since: the export gives nothing back.
        let mut tx = db.begin().await.unwrap();
        members::put(&mut tx, bakery.id.as_str(), &Member { standing: Standing::Member, ..member.clone() }, NOW)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for given in &given {
            take(&db, &mut document(given)).await;
        }
        let standing = async || {
            let amina = store::find(&db, "amina").await.unwrap().unwrap();
            let bakery = store::find(&db, "bakery").await.unwrap().unwrap();
            members::find(&db, amina.id.as_str(), bakery.id.as_str())
                .await
                .unwrap()
                .map(|found| (found.standing, found.audience, found.organisation_audience, found.role))
        };
        assert_eq!(standing().await.unwrap().0, Standing::Member);
        // On an empty portal it is all there again.
        for table in ["memberships", "people"] {
            db.exec(&format!("DELETE FROM {table}"), &[]).await.unwrap();
        }
        for given in &given {
            take(&db, &mut document(given)).await;
        }
        let back = (Standing::Owner, Audience::Members, Audience::Vouched, "baker".to_owned());
        assert_eq!(standing().await, Some(back));
        assert_eq!(count(&db, "organisation_checks").await, 1, "its owner will be asked");
    })
    .await;
}
