//! `docs/ACCESS.md`: every route × every actor, made from the routes and THE TABLE of capabilities.

use std::fmt::Write;

use basics::{Capability, Level, Role, Roles};
use web::{Access, Route};

use crate::features;

/// Who may ask, as a page of the document names them.
pub struct Actor {
    pub name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Stranger,
    /// A helper while acting for somebody.
    Acting,
    Member {
        level: Level,
        role: Option<Role>,
        minor: bool,
    },
}

const fn member(level: Level, role: Option<Role>, minor: bool) -> Kind {
    Kind::Member { level, role, minor }
}

/// Everybody the table has a column for. Roles are awake: their holders signed in with a second step.
pub const ACTORS: [Actor; 10] = [
    Actor { name: "stranger", kind: Kind::Stranger },
    Actor { name: "member", kind: member(Level::Member, None, false) },
    Actor { name: "minor", kind: member(Level::Vouched, None, true) },
    Actor { name: "vouched", kind: member(Level::Vouched, None, false) },
    Actor { name: "trusted", kind: member(Level::Trusted, None, false) },
    Actor { name: "helper", kind: member(Level::Trusted, Some(Role::Helper), false) },
    Actor { name: "acting", kind: Kind::Acting },
    Actor { name: "editor", kind: member(Level::Member, Some(Role::Editor), false) },
    Actor { name: "steward", kind: member(Level::Member, Some(Role::Steward), false) },
    Actor { name: "admin", kind: member(Level::Member, Some(Role::Admin), false) },
];

impl Actor {
    /// What this actor gets from a route: `yes`, `public`, `own`, `proof`, `sign in`, `403` or `404`.
    pub fn gets(&self, access: Access) -> &'static str {
        match (access, self.kind) {
            (Access::Anyone, _) => "yes",
            (Access::AnyoneSeesPublic, Kind::Stranger) => "public",
            (Access::AnyoneSeesPublic, _) => "sees",
            (Access::May(_), Kind::Stranger) => "404",
            (_, Kind::Stranger) => "sign in",
            (Access::Own, _) => "own",
            (_, Kind::Acting) => "403",
            (Access::OwnSecurity, _) => "own",
            (Access::OwnProved, _) => "proof",
            (Access::May(capability), Kind::Member { level, role, minor }) => {
                let roles = role.map_or(Roles::default(), |role| Roles::default().with(role));
                if capability.held_by(level, roles, minor) { "yes" } else { "404" }
            }
        }
    }
}

/// Every route of the house with the room it belongs to.
pub fn routes() -> Vec<(&'static str, Route)> {
    let rooms = features::all(&config::Settings::default()).into_iter().map(|feature| (feature.name, feature.routes));
    rooms
        .chain([("web", web::own_routes())])
        .flat_map(|(room, routes)| routes.into_iter().map(move |route| (room, route)))
        .collect()
}

const HEAD: &str = "# Who may use which route

Made from the routes and the table of capabilities: `dzaleka reference access > docs/ACCESS.md`. The guard before every
handler (`web::guard`) enforces this table; a route without a row does not build. Every route also answers below `/sw`
and `/fr`.

- **yes** – the same for everybody who may ask.
- **public**, **sees** – what everybody may see, or what this viewer may see of it by the audience of each field. What
  the viewer may not see is answered like what does not exist (404): hidden, pending, erased and blocked alike.
- **own** – their own things only; other people's cannot be named in the address.
- **proof** – the same, after proving to be themselves within the last ten minutes; else sent to `/me/prove`.
- **sign in** – sent to `/sign-in` (GET) or told that the session has ended (401).
- **403** – a helper who acts for somebody: never messages, security or standing.
- **404** – there is nothing here for this actor. Holders of a role who signed in without a second step are told to set
  one up (403).

*acting* is a helper while acting for a person who is present. *minor* is 13 to 17, here also vouched for. Roles are
shown awake.

";

/// The document.
pub fn document() -> anyhow::Result<String> {
    let mut text = HEAD.to_owned();
    capabilities(&mut text)?;
    write!(text, "\n## Routes\n\n| room | route |")?;
    ACTORS.iter().try_for_each(|actor| write!(text, " {} |", actor.name))?;
    write!(text, "\n| --- | --- |{}\n", " --- |".repeat(ACTORS.len()))?;
    for (room, route) in routes() {
        write!(text, "| {room} | {} `{}` |", route.method, route.path)?;
        ACTORS.iter().try_for_each(|actor| write!(text, " {} |", actor.gets(route.access)))?;
        writeln!(text)?;
    }
    Ok(text)
}

fn capabilities(text: &mut String) -> anyhow::Result<()> {
    writeln!(text, "## Capabilities\n\n| capability | from level | roles |\n| --- | --- | --- |")?;
    for capability in Capability::ALL {
        let (level, roles) = capability.needs();
        let roles = roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
        let dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        writeln!(text, "| {} | {} | {} |", capability.code(), level.map_or("–", Level::code), dash(&roles))?;
    }
    writeln!(text, "\nMinors hold none of them. Every role but `helper` sleeps without a second step.")?;
    Ok(())
}
