//! The whole database as rows, read at one moment, and put back: what `backup` and `restore` are made of.
//! Engine-neutral, so that a backup of SQLite restores into PostgreSQL and back.

use rusqlite::Connection;
use tokio_postgres::IsolationLevel;

use crate::{Db, Engine, Error, Result, Tx, Value, postgres, sqlite};

/// A table's name and columns, in the order of their creation.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [&'static str],
}

/// Every table that a backup holds; parents before their children.
pub const TABLES: &[Table] = &[
    Table { name: "change_counter", columns: &["name", "last"] },
    Table { name: "changes", columns: &["seq", "topic", "subject", "kind", "changed_at"] },
    Table {
        name: "audit",
        columns: &["seq", "at", "actor", "action", "object", "detail", "request", "previous", "hash"],
    },
    Table {
        name: "jobs",
        columns: &["id", "kind", "payload", "run_at", "attempts", "claimed_until", "failed_at", "created_at"],
    },
    Table {
        name: "people",
        columns: &[
            "id",
            "kind",
            "handle",
            "name_key",
            "state",
            "listed",
            "fields",
            "kept",
            "released_at",
            "confirmed_at",
            "edited_at",
            "created_at",
            "updated_at",
            "handle_key",
            "protected_until",
            "reminded_at",
        ],
    },
    Table { name: "person_terms", columns: &["term", "person_id", "audience", "name_key", "released_at"] },
    Table { name: "vocabulary", columns: &["term", "means", "hidden", "words", "changed_at"] },
    Table { name: "works", columns: &["id", "person_id", "place", "audience", "content", "slug", "state"] },
    Table {
        name: "credits",
        columns: &["work_id", "person_id", "part", "state", "dropped", "asked_at", "answered_at"],
    },
    Table {
        name: "memberships",
        columns: &["person_id", "organisation_id", "role", "audience", "place", "standing", "organisation_audience"],
    },
    Table {
        name: "organisation_invitations",
        columns: &[
            "organisation_id",
            "person_id",
            "standing",
            "role",
            "invited_by",
            "invited_at",
            "ends_at",
            "declined_at",
        ],
    },
    Table {
        name: "organisation_claims",
        columns: &[
            "id",
            "organisation_id",
            "person_id",
            "account_id",
            "words",
            "state",
            "claimed_at",
            "ready_at",
            "ends_at",
        ],
    },
    Table { name: "organisation_confirmations", columns: &["claim_id", "person_id", "account_id", "confirmed_at"] },
    Table { name: "organisation_checks", columns: &["organisation_id", "checked_at", "ask_at"] },
    Table {
        name: "corrections",
        columns: &["id", "organisation_id", "person_id", "part", "words", "said_at", "settled_at", "outcome"],
    },
    Table { name: "pictures", columns: &["hash", "width", "height", "renditions", "created_at"] },
    Table { name: "picture_files", columns: &["key", "hash"] },
    Table { name: "picture_uses", columns: &["room", "subject", "hash", "audience"] },
    Table { name: "recordings", columns: &["hash", "kind", "file", "bytes", "milliseconds", "created_at"] },
    Table { name: "uploads", columns: &["id", "person_id", "bytes", "arrived", "taken", "created_at", "ends_at"] },
    Table { name: "upload_parts", columns: &["upload_id", "first_byte", "bytes", "name"] },
    Table { name: "brought", columns: &["person_id", "hash", "bytes", "brought_at"] },
    Table {
        name: "pages",
        columns: &[
            "id",
            "slug",
            "lang",
            "state",
            "title",
            "fields",
            "body",
            "private_body",
            "edited_at",
            "created_at",
            "updated_at",
        ],
    },
    Table { name: "imports", columns: &["path", "hash", "collection", "subject", "url", "imported_at"] },
    Table {
        name: "held",
        columns: &["id", "collection", "path", "slug", "title", "fields", "body", "media", "created_at"],
    },
    Table {
        name: "accounts",
        columns: &[
            "id",
            "person_id",
            "handle",
            "handle_key",
            "passphrase",
            "pin",
            "takes_help",
            "totp",
            "totp_step",
            "lang",
            "born",
            "level",
            "by_hand",
            "trusted_by",
            "roles",
            "state",
            "review_since",
            "vouched_at",
            "leaves_at",
            "made_by",
            "invited_by",
            "shared_by_default",
            "quiet_from",
            "quiet_until",
            "created_at",
            "seen_on",
        ],
    },
    Table {
        name: "sessions",
        columns: &[
            "token",
            "id",
            "account_id",
            "helper_id",
            "shared",
            "second_step",
            "device",
            "created_at",
            "seen_at",
            "confirmed_at",
            "ends_at",
        ],
    },
    Table { name: "devices", columns: &["token", "account_id", "shown", "device", "created_at", "seen_at"] },
    Table { name: "recovery_codes", columns: &["account_id", "code", "used_at", "created_at"] },
    Table { name: "claims", columns: &["person_id", "code", "made_at"] },
    Table { name: "contacts", columns: &["id", "account_id", "kind", "value", "verified_at", "created_at"] },
    Table {
        name: "passkeys",
        columns: &["id", "account_id", "credential", "name", "passkey", "created_at", "used_at"],
    },
    Table { name: "tickets", columns: &["token", "kind", "account_id", "content", "created_at", "ends_at", "used_at"] },
    Table {
        name: "vouches",
        columns: &["giver_id", "receiver_id", "known_from", "given_at", "giver_gone", "withdrawn_at"],
    },
    Table {
        name: "recoveries",
        columns: &["id", "reference", "account_id", "passphrase", "state", "created_at", "ready_at", "ends_at"],
    },
    Table { name: "recovery_confirmations", columns: &["recovery_id", "account_id", "part", "confirmed_at"] },
    Table { name: "helped", columns: &["id", "account_id", "helper_id", "what", "path", "at"] },
    Table { name: "attempts", columns: &["subject", "log", "tried_at"] },
    Table { name: "sent_forms", columns: &["form", "location", "sent_at"] },
    Table { name: "erasures", columns: &["account_id", "person_id", "erased_at"] },
    Table {
        name: "outbox",
        columns: &[
            "id",
            "channel",
            "recipient",
            "lang",
            "person_id",
            "subject",
            "text",
            "html",
            "unsubscribe",
            "state",
            "attempts",
            "next_at",
            "last_error",
            "created_at",
            "sent_at",
        ],
    },
    Table {
        name: "letters",
        columns: &["id", "sender_id", "receiver_id", "words", "state", "last_side", "sent_at", "moved_at"],
    },
    Table { name: "letter_replies", columns: &["id", "letter_id", "side", "author_id", "words", "dropped", "sent_at"] },
    Table { name: "blocks", columns: &["blocker_id", "blocked_id", "blocked_at"] },
    Table { name: "letter_settings", columns: &["person_id", "open_to", "told"] },
    Table {
        name: "reports",
        columns: &[
            "id",
            "letter_id",
            "reporter_id",
            "reported_id",
            "kind",
            "weight",
            "note",
            "evidence",
            "reported_at",
            "settled_at",
            "settled_by",
            "outcome",
        ],
    },
    Table {
        name: "stories",
        columns: &[
            "id",
            "slug",
            "form",
            "stage",
            "standing",
            "lang",
            "theme",
            "title",
            "told",
            "edition",
            "root",
            "next_edition",
            "next_root",
            "cooling_until",
            "published_at",
            "series_id",
            "series_place",
            "kept",
            "created_at",
            "updated_at",
        ],
    },
    Table { name: "story_series", columns: &["id", "slug", "content", "created_at"] },
    Table {
        name: "tellings",
        columns: &["story_id", "lang", "state", "content", "of_edition", "of_root", "shown", "updated_at", "waits"],
    },
    Table {
        name: "editions",
        columns: &["story_id", "hash", "lang", "root", "title", "lede", "lead", "content", "words", "made_at"],
    },
    Table { name: "story_roles", columns: &["id", "story_id", "person_id", "role", "lang", "signed", "since"] },
    Table {
        name: "subjects",
        columns: &[
            "id",
            "story_id",
            "person_id",
            "called",
            "minor",
            "at_risk",
            "face",
            "named",
            "located",
            "recognisable",
            "cleared_at",
            "asked_at",
            "created_at",
        ],
    },
    Table {
        name: "consents",
        columns: &[
            "id",
            "story_id",
            "subject_id",
            "used_for",
            "root",
            "lang",
            "how",
            "by_whom",
            "witness",
            "given_at",
            "ends_at",
            "withdrawn_at",
        ],
    },
    Table { name: "story_codes", columns: &["code", "subject_id", "look", "made_at"] },
    Table { name: "story_corrections", columns: &["id", "story_id", "lang", "words", "agreed_anew", "made_at"] },
    Table { name: "story_copies", columns: &["story_id", "reader", "kind", "contact", "taken_at", "told_at"] },
    Table { name: "story_links", columns: &["slug", "story_id"] },
    Table { name: "story_terms", columns: &["term", "story_id", "published_at", "ends_at"] },
];

impl Db {
    /// Hands every row of every table to `each`, all from one moment, while others go on writing.
    pub async fn dump(&self, mut each: impl FnMut(&Table, Vec<Value>) -> Result<()> + Send + 'static) -> Result<()> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.snapshot(move |connection| dump_sqlite(connection, &mut each)).await,
            Engine::Postgres(postgres) => {
                let mut client = postgres.client().await?;
                let tx = client
                    .build_transaction()
                    .isolation_level(IsolationLevel::RepeatableRead)
                    .read_only(true)
                    .start()
                    .await?;
                for table in TABLES {
                    let cursor = tx.bind(&select(table), &[]).await?;
                    loop {
                        let rows = tx.query_portal(&cursor, 1000).await?;
                        if rows.is_empty() {
                            break;
                        }
                        for row in &rows {
                            each(table, postgres::own(row)?.0.into_iter().map(neutral).collect())?;
                        }
                    }
                }
                Ok(())
            }
        }
    }

    /// Whether nothing has been written here yet.
    pub async fn is_empty(&self) -> Result<bool> {
        let last =
            self.one("SELECT last FROM change_counter WHERE name = 'changes'", &[], |row| row.get::<i64>(0)).await?;
        Ok(last == 0)
    }
}

impl Tx {
    /// Empties every table, children first, before a restore.
    pub async fn clear(&mut self) -> Result<()> {
        for table in TABLES.iter().rev() {
            self.exec(&format!("DELETE FROM {}", table.name), &[]).await?;
        }
        Ok(())
    }

    /// Puts one dumped row back.
    ///
    /// # Errors
    /// [`Error::Other`] when the table is unknown to this release.
    pub async fn put_back(&mut self, table: &str, values: &[Value]) -> Result<()> {
        let table = TABLES
            .iter()
            .find(|known| known.name == table)
            .ok_or_else(|| Error::Other(format!("unknown table {table}")))?;
        let (columns, marks) = (table.columns.join(", "), crate::marks(0, table.columns.len()));
        self.exec(&format!("INSERT INTO {} ({columns}) VALUES ({marks})", table.name), values).await?;
        Ok(())
    }
}

/// Yes and no as numbers, as SQLite knows them.
fn neutral(value: Value) -> Value {
    if let Value::Bool(yes) = value { Value::Int(yes.into()) } else { value }
}

fn select(table: &Table) -> String {
    format!("SELECT {} FROM {}", table.columns.join(", "), table.name)
}

fn dump_sqlite(connection: &Connection, each: &mut impl FnMut(&Table, Vec<Value>) -> Result<()>) -> Result<()> {
    for table in TABLES {
        let mut statement = connection.prepare(&select(table))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values =
                (0..table.columns.len()).map(|column| Ok(sqlite::own(row.get_ref(column)?))).collect::<Result<_>>()?;
            each(table, values)?;
        }
    }
    Ok(())
}
