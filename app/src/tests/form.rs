//! Forms as a browser reads them out of a page: where they go, what stands in them, what can be chosen.

/// A form of a page, ready to be filled in.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    /// What would be sent now.
    pub fields: Vec<(String, String)>,
    /// Every name, with what may be chosen for it; nothing where anything may be typed.
    offered: Vec<(String, Option<String>)>,
}

impl Form {
    /// The first form of a page that goes to `action`.
    pub fn of(page: &str, action: &str) -> Self {
        let mut forms = page.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next());
        let found = forms.find(|form| attribute(tag(form), "action").as_deref() == Some(action));
        let html = found.unwrap_or_else(|| panic!("the page has no form to {action}: {}", main(page)));
        let mut form = Self { action: action.to_owned(), fields: Vec::new(), offered: Vec::new() };
        html.split('<').skip(1).filter_map(|rest| rest.strip_prefix("input ")).for_each(|rest| form.input(tag(rest)));
        html.split("<textarea ").skip(1).for_each(|rest| form.textarea(rest.split("</textarea>").next().unwrap()));
        html.split("<select ").skip(1).for_each(|rest| form.select(rest.split("</select>").next().unwrap()));
        form
    }

    fn input(&mut self, tag: &str) {
        let Some(name) = attribute(tag, "name") else { return };
        let value = attribute(tag, "value").unwrap_or_default();
        let choice = matches!(attribute(tag, "type").as_deref(), Some("radio" | "checkbox"));
        self.offered.push((name.clone(), choice.then(|| value.clone())));
        if !choice || tag.split_whitespace().any(|word| word == "checked") {
            self.fields.push((name, value));
        }
    }

    fn textarea(&mut self, html: &str) {
        let name = attribute(tag(html), "name").unwrap();
        let value = html.split_once('>').map_or("", |(_, value)| value.strip_prefix('\n').unwrap_or(value));
        self.offered.push((name.clone(), None));
        self.fields.push((name, text(value)));
    }

    fn select(&mut self, html: &str) {
        let name = attribute(tag(html), "name").unwrap();
        let options: Vec<_> = html.split("<option ").skip(1).map(tag).collect();
        let value = |tag: &str| attribute(tag, "value").unwrap_or_default();
        self.offered.extend(options.iter().map(|tag| (name.clone(), Some(value(tag)))));
        let chosen = options.iter().find(|tag| tag.contains(" selected")).or(options.first());
        self.fields.extend(chosen.map(|tag| (name, value(tag))));
    }

    /// Types or chooses something; the page must offer it.
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let offered =
            self.offered.iter().any(|(field, is)| field == name && is.as_deref().is_none_or(|is| is == value));
        assert!(offered, "the form to {} takes no {name}={value}", self.action);
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// What a page is about: all that a failed test needs to show of it.
pub fn main(page: &str) -> &str {
    page.split_once("<main").map_or(page, |(_, main)| main)
}

/// The inside of the tag that a text begins in.
fn tag(html: &str) -> &str {
    let mut quoted = false;
    let end = html.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    &html[..end.unwrap_or(html.len())]
}

/// The value of an attribute, with its entities read.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!("{name}=\"")).filter(|at| *at == 0 || tag[..*at].ends_with(' '))? + name.len() + 2;
    Some(text(tag[start..].split('"').next()?))
}

/// Text without the entities that the templates write.
pub fn text(html: &str) -> String {
    [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&"), ("&amp;", "&")]
        .into_iter()
        .fold(html.to_owned(), |text, (entity, is)| text.replace(entity, is))
}
