//! Usage errors of the argument parser, in German.

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Arguments;
use super::{Exit, output};
use crate::german;

/// Prints help, version or what was wrong with the call.
pub fn answer(error: &clap::Error, words: &[String]) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe while printing help is no failure.
            let _ =
                output::say(&format!("{}\n", german::usage::help(&error.render().to_string()).trim_end()));
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::complain(&german::usage::help(&error.render().to_string()));
            Exit::Usage
        }
        kind => {
            output::complain(&sentence(kind, error, words));
            Exit::Usage
        }
    }
}

fn sentence(kind: ErrorKind, error: &clap::Error, words: &[String]) -> String {
    let get = |wanted: ContextKind| error.get(wanted).map(plain).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let problem = match kind {
        ErrorKind::UnknownArgument => {
            german::usage::unknown_option(&argument, &get(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            german::usage::unknown_command(&command, &get(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingSubcommand => german::usage::missing_command(&get(ContextKind::ValidSubcommand)),
        ErrorKind::MissingRequiredArgument => german::usage::missing(&argument),
        ErrorKind::InvalidValue if value.is_empty() => german::usage::missing_value(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            german::usage::bad_value(&argument, &value, &get(ContextKind::ValidValue), &reason)
        }
        ErrorKind::ArgumentConflict => german::usage::conflict(&argument, &get(ContextKind::PriorArg)),
        ErrorKind::TooManyValues => german::usage::too_many(&argument, &value),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            german::usage::missing_value(&argument)
        }
        ErrorKind::InvalidUtf8 => german::usage::not_text(),
        _ => german::usage::other(&error.kind().to_string()),
    };
    german::usage::framed(&problem, &called(words))
}

/// The command that was called, as far as its words are known.
fn called(words: &[String]) -> String {
    let mut at = Arguments::command();
    let mut called = Vec::new();
    for word in words.iter().filter(|it| !it.starts_with('-')) {
        let Some(next) = at.find_subcommand(word).cloned() else { break };
        called.push(next.get_name().to_owned());
        at = next;
    }
    called.join(" ")
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}
