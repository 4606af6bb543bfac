//! The front door: reads the command line and hands over to one file a command.

mod cli;
mod commands;
mod community;
mod features;
mod house;
mod many_stories;
mod memory;
#[cfg(test)]
mod tests;
mod told;
mod upkeep;

use std::process::ExitCode;

use clap::Parser;
use cli::{AuditCommand, Cli, Command, PersonCommand};
use commands::{audit, backup, claim_code, config, doctor, export, import, person, person_add, restore, sample, serve};

/// Threads for what may wait for the disk. Each holds on to some megabytes once it has served a request, and pictures have to
/// fit beside them.
const ASIDE: usize = 16;

/// How a command ended, as scripts see it.
pub enum Ended {
    /// 0: all is well.
    Fine,
    /// 1: finished, and something needs a look.
    WithFindings,
}

fn main() -> ExitCode {
    memory::settle();
    let cli = Cli::parse();
    let loaded = match ::config::load(&cli.sources()) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    house::start_log(&loaded.settings, matches!(cli.command, Command::Serve(_)));
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(ASIDE).build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("The program cannot start its threads: {error}");
            return ExitCode::from(1);
        }
    };
    let ended = runtime.block_on(run(cli.command, loaded));
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    match ended {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::WithFindings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(if error.is::<cli::WrongUse>() { 2 } else { 1 })
        }
    }
}

async fn run(command: Command, loaded: ::config::Loaded) -> anyhow::Result<Ended> {
    let settings = &loaded.settings;
    match command {
        Command::Serve(ask) => serve::run(settings, &ask).await,
        Command::Import(ask) => import::run(settings, &ask).await,
        Command::Export(ask) => export::run(settings, &ask).await,
        Command::Sample(ask) => sample::run(settings, &ask).await,
        Command::Doctor => doctor::run(&loaded).await,
        Command::Person(ask) => match ask.command {
            PersonCommand::Add(ask) => person_add::add(settings, &ask).await,
            PersonCommand::List(ask) => person::list(settings, &ask).await,
            PersonCommand::Release(ask) => person::release(settings, &ask).await,
            PersonCommand::Hide(ask) => person::hide(settings, &ask).await,
            PersonCommand::ClaimCode(ask) => claim_code::run(settings, &ask).await,
        },
        Command::Audit(ask) => match ask.command {
            AuditCommand::Verify(ask) => audit::verify(settings, &ask).await,
            AuditCommand::List(ask) => audit::list(settings, &ask).await,
        },
        Command::Backup(ask) => backup::run(settings, &ask).await,
        Command::Restore(ask) => restore::run(settings, &ask).await,
        Command::Config(_) => config::show(&loaded),
        Command::Reference(ask) => config::reference(&ask),
    }
}
