//! Documents as a Stackbit site writes them: an unquoted colon, text encoded twice, names with brackets, placeholders.

use plugs::Outcome;

use super::house::House;

const PAGE: &str = "---\ntitle: Our Mission\nsubtitle: Empowering the Community: Supporting Talents\nseo:\n  title: About Us\n  \
                    extra:\n    - name: 'og:type'\n      value: website\n      keyName: property\n    - name: 'og:image'\n      \
                    value: images/1_eVk2 (1).jpeg\n      keyName: property\n      relativeUrl: true\nlayout: page\n---\n\
                    Talent is endless â€“ now we share it.\n";
const PERSON: &str = "---\ntitle: Tumaini Imara\nimage_alt: lorem-ipsum\nseo:\n  title: Tumaini Imara\n  extra:\n    - name: 'og:type'\n      \
                      value: profile\n      keyName: property\n  type: stackbit_page_meta\nlayout: page\n---\nTumaini paints.\n";

#[tokio::test]
async fn pages_and_a_person_come_in_by_their_fields() {
    let house = House::with(&[("000_0f7c6b0e1f997c60.txt", PAGE), ("002_4b793153960107c2.txt", PERSON)]).await;
    let report = house.import().await;
    let held = house.held().await;
    assert_eq!([&held[0][1], &held[0][2]], ["pages", "our-mission"], "{report}");
    assert_eq!([&held[1][1], &held[1][2]], ["people", "tumaini-imara"], "{report}");
    assert!(held[0][4].contains("Empowering the Community: Supporting Talents"));
    assert!(held[0][5].contains("endless – now"));
    let page = report.of("000_0f7c6b0e1f997c60.txt");
    assert_eq!(page.outcome, Outcome::Held);
    assert!(page.repairs.iter().any(|repair| repair.field == "subtitle" && repair.line == 3), "{report}");
    assert!(page.repairs.iter().any(|repair| repair.field == "body" && repair.stored.contains('–')), "{report}");
    assert!(report.of("002_4b793153960107c2.txt").repairs.iter().any(|repair| repair.field == "image_alt"), "{report}");
}
