//! The folder an export writes into: only an empty one or one of ours, and each file appears whole or not at all.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Component, Path},
};

use anyhow::{Context, bail};

/// Lists the files of an export, one a line, so that the next one knows its own.
const LIST: &str = ".dzaleka-export";

/// Whether an export was written into this folder.
pub(crate) fn is_export(dir: &Path) -> bool {
    dir.join(LIST).is_file()
}

/// Makes the folder ready and answers the files of an earlier export in it.
pub(crate) fn prepare(dir: &Path) -> anyhow::Result<BTreeSet<String>> {
    fs::create_dir_all(dir).with_context(|| format!("{}: the folder cannot be made", dir.display()))?;
    let mut entries = fs::read_dir(dir).with_context(|| format!("{}: the folder cannot be read", dir.display()))?;
    match fs::read_to_string(dir.join(LIST)) {
        Ok(list) => Ok(list.lines().filter(|path| stays_inside(path)).map(str::to_owned).collect()),
        Err(_) if entries.next().is_none() => {
            write(&dir.join(LIST), b"")?;
            Ok(BTreeSet::new())
        }
        Err(_) => bail!("{}: the folder holds other files; name an empty or new folder", dir.display()),
    }
}

fn stays_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Writes a file by way of a temporary one beside it.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let explain = || format!("{}: cannot be written; is there room on the disk?", file.display());
    let folder = file.parent().with_context(explain)?;
    fs::create_dir_all(folder).with_context(explain)?;
    let mut temporary = tempfile::Builder::new().prefix(".writing-").tempfile_in(folder).with_context(explain)?;
    temporary.write_all(bytes).with_context(explain)?;
    temporary.persist(file).with_context(explain)?;
    Ok(())
}

/// Takes away what an earlier export wrote and this one did not, and lists what there is now. Answers how many went.
pub(crate) fn finish(dir: &Path, earlier: &BTreeSet<String>, written: &BTreeSet<String>) -> anyhow::Result<usize> {
    let mut removed = 0;
    for path in earlier.difference(written) {
        match fs::remove_file(dir.join(path)) {
            Ok(()) => removed += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("{path}: cannot be removed")),
        }
    }
    let list: String = written.iter().map(|path| format!("{path}\n")).collect();
    write(&dir.join(LIST), list.as_bytes())?;
    Ok(removed)
}
