//! One document of a dirty site: its fields and text, spoilt as planned, as Markdown, HTML or JSON.

use serde_json::{Map, Value, json};

use super::{PICTURES, fault::Fault, plan::Planned};
use crate::SyntheticEntry;

pub struct Document {
    pub title: String,
    /// In the order they are written.
    fields: Map<String, Value>,
    body: String,
}

impl Document {
    /// A document about somebody, as its collection keeps it, with the fault that the plan gives it.
    pub fn of(planned: &Planned, entry: &SyntheticEntry) -> Self {
        let (name, line, about) = match entry {
            SyntheticEntry::Person(it) => (&it.name, &it.line, it.about.as_ref()),
            SyntheticEntry::Organisation(it) => (&it.name, &it.line, it.about.as_ref()),
        };
        let title = title(planned, name);
        let body = format!("{line}\n\n{} – {name}", about.map_or("Écrivez-nous.", String::as_str));
        let mut document = Self { fields: fields(planned, &title, line), title, body };
        document.spoil(planned);
        document
    }

    /// Gives the document the name of somebody else.
    pub fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.title);
        self.set("title", json!(name));
    }

    fn set(&mut self, field: &str, value: Value) {
        self.fields.insert(field.to_owned(), value);
    }

    fn spoil(&mut self, planned: &Planned) {
        let two = planned.dice % 100;
        match planned.fault {
            Some(Fault::UnquotedColon) => self.title = format!("{}: what we make and why: a visit", self.title),
            Some(Fault::DoubleEncoded) => self.body = double_encoded(&self.body),
            Some(Fault::NoBreakSpaces) => self.body = self.body.replace(". ", ".\u{a0} "),
            Some(Fault::ImpossibleDate) => self.set("date", json!("2024-11-31")),
            Some(Fault::EndBeforeStart) => {
                self.set("start_date", json!("2025-06-14"));
                self.set("end_date", json!("2025-06-02"));
            }
            Some(Fault::RemoteImage) => self.set("image", json!(format!("https://example.org/pictures/{two}.jpg"))),
            Some(Fault::MissingImage) => self.set("image", json!(format!("images/IMG_20{two:02} (1).jpeg"))),
            Some(Fault::Placeholder) => self.set("image_alt", json!("lorem-ipsum")),
            Some(Fault::EmptyBody) => self.body.clear(),
            Some(Fault::CategorySpelling) => self.set("category", json!(SPELLINGS[two as usize % SPELLINGS.len()])),
            Some(Fault::PhoneInBody) => {
                self.body += &format!("\n\nCall me: 0991 000 0{two:02}, or WhatsApp +265 991 000 0{two:02}.")
            }
            Some(Fault::EmailInFields) => self.set("email", json!(format!("person{two}@example.org"))),
            Some(Fault::PaymentNumber) => self.set("airtel_money", json!(format!("0991 000 0{two:02}"))),
            Some(Fault::BirthDate) => self.set("date_of_birth", json!(format!("{}-02-17", 1960 + two % 45))),
            Some(Fault::ExactPlace) => {
                self.set("address", json!(format!("Block {}, house {two}", planned.dice % 7 + 1)))
            }
            Some(Fault::Draft) => self.set("draft", json!(true)),
            Some(Fault::LayoutOnly) => self.set("layout", json!("profile")),
            _ => {}
        }
    }

    /// The file's name without its ending.
    pub fn stem(&self, planned: &Planned) -> String {
        match planned.fault {
            Some(Fault::AwkwardName) => format!("{} (copy {}): final", self.title.replace('/', " "), planned.nth),
            Some(Fault::SilentName) => format!("untitled-{}", planned.nth),
            _ => format!("{}-{}", basics::slug(&self.title), planned.nth),
        }
    }

    /// Front matter and text; most faults are in the document already, those of bytes and lines come here.
    pub fn markdown(&self, fault: Option<Fault>) -> Vec<u8> {
        let mut front: String = self.fields.iter().map(|(field, value)| yaml(field, value)).collect();
        match fault {
            Some(Fault::UnquotedColon) => front = format!("title: {}\n{}", self.title, without_title(&front)),
            Some(Fault::Tabs) => front += "tags:\n\t- one\n\t- two\n",
            Some(Fault::DuplicateKey) => front += "title: \"Another title\"\n",
            _ => {}
        }
        let text = match fault {
            Some(Fault::NoFrontMatter) => format!("# {}\n\n{}\n", self.title, self.body),
            Some(Fault::Unclosed) => format!("---\n{front}\n{}\n", self.body),
            Some(Fault::WindowsLines) => format!("---\n{front}---\n{}\n", self.body).replace('\n', "\r\n"),
            Some(Fault::ByteOrderMark) => format!("\u{feff}---\n{front}---\n{}\n", self.body),
            _ => format!("---\n{front}---\n{}\n", self.body),
        };
        let mut bytes = text.into_bytes();
        if fault == Some(Fault::InvalidUtf8) {
            bytes.extend_from_slice(b"caf\xe9 noir\n");
        }
        bytes
    }

    pub fn html(&self) -> Vec<u8> {
        let front: String = self.fields.iter().map(|(field, value)| yaml(field, value)).collect();
        format!("---\n{front}---\n<p>{}</p>\n", self.body.replace("\n\n", "</p>\n<p>")).into_bytes()
    }

    pub fn json(&self) -> Value {
        let mut object = self.fields.clone();
        object.insert("body".to_owned(), json!(self.body));
        Value::Object(object)
    }
}

/// Four spellings of two categories.
const SPELLINGS: [&str; 8] = [
    "Music & Arts",
    "music and arts",
    "Music-Arts",
    "Musics & Art ",
    "Small Business",
    "small-business",
    "SmallBusiness",
    "Busines",
];

fn title(planned: &Planned, name: &str) -> String {
    match planned.collection {
        "events" => format!("{name} and friends, live"),
        "stories" => format!("A morning with {name}"),
        "jobs" => format!("Helper wanted by {name}"),
        "news" => format!("{name} opens a new workshop"),
        "resources" => format!("Guide by {name}"),
        "photos" => format!("{name} at work"),
        _ => name.to_owned(),
    }
}

/// The fields that documents of this collection have.
fn fields(planned: &Planned, title: &str, line: &str) -> Map<String, Value> {
    let dice = planned.dice as usize;
    let date = format!("{}-{:02}-{:02}", 2019 + dice % 7, dice / 7 % 12 + 1, dice / 97 % 28 + 1);
    let image = format!("images/picture-{}.png", dice % PICTURES);
    let fields = match planned.collection {
        "events" => {
            json!({"title": title, "start_date": date, "location": "Dzaleka", "category": SPELLINGS[0], "image": image})
        }
        "stories" | "news" => {
            json!({"title": title, "date": date, "author": "The team", "excerpt": line, "image": image})
        }
        "jobs" => json!({"title": title, "company": "Jenga Bench", "deadline": date, "category": SPELLINGS[4]}),
        "services" => json!({"title": title, "category": SPELLINGS[4], "opening_hours": "Mon-Fri 08:00-17:00"}),
        "resources" => json!({"title": title, "language": "en", "file": "guides/guide.pdf", "date": date}),
        "photos" => json!({"title": title, "image": image, "credit": title, "date": date}),
        "pages" => {
            json!({"title": title, "subtitle": line, "layout": "page", "seo": {"title": title, "description": line}})
        }
        _ => {
            json!({"title": title, "subtitle": line, "image": image, "image_alt": title, "skills": ["drawing", "teaching"],
            "seo": {"title": title, "extra": [{"name": "og:title", "value": title, "keyName": "property"}]}})
        }
    };
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// One field as a line of YAML: JSON is YAML, so quotes and nesting are right.
fn yaml(field: &str, value: &Value) -> String {
    format!("{field}: {value}\n")
}

fn without_title(front: &str) -> String {
    front.lines().filter(|line| !line.starts_with("title:")).map(|line| format!("{line}\n")).collect()
}

/// The text read as Windows-1252 and written as UTF-8 once more.
fn double_encoded(text: &str) -> String {
    let pairs = [("–", "â€“"), ("’", "â€™"), ("é", "Ã©"), ("è", "Ã¨"), ("ê", "Ãª"), ("ç", "Ã§"), ("É", "Ã‰")];
    pairs.iter().fold(text.to_owned(), |text, (good, bad)| text.replace(good, bad))
}
