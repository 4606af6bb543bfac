//! Where somebody came from is forgotten with them.

use basics::{At, Lang};
use db::params;
use plugs::{Belongings, Document, Outcome, Taken, Whose};

use super::house::House;
use crate::{Imported, origins};

#[tokio::test(flavor = "multi_thread")]
async fn where_somebody_came_from_is_forgotten_with_them_and_nobody_elses_is() {
    let house = House::new().await;
    let mut tx = house.db.begin().await.unwrap();
    for (path, subject) in
        [("people/amina.md", "people:1"), ("old/amina.md", "people:1"), ("people/keza.md", "people:12")]
    {
        let document = Document { path: path.into(), ..Document::default() };
        let (outcome, url, message) = (Outcome::Imported, None, String::new());
        let taken = Taken { outcome, subject: subject.into(), url, message };
        origins::write(&mut tx, &document, &taken, At(1)).await.unwrap();
    }
    let whose = Whose { account: "account", person: "1" };
    assert!(Imported.gather(&house.db, whose, Lang::En).await.unwrap().is_empty());
    assert!(Imported.erase(&mut tx, whose, At(2)).await.unwrap().is_empty());
    tx.commit().await.unwrap();
    let sql = "SELECT path FROM imports ORDER BY path LIMIT 9";
    let left: Vec<String> = house.db.all(sql, params![], |row| row.get(0)).await.unwrap();
    assert_eq!(left, ["people/keza.md"]);
}
