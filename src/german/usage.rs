//! Usage errors in German.

/// Frames a problem the same way everywhere; `command` is the command it is about, empty where there is none.
pub fn framed(problem: &str, command: &str) -> String {
    let command = if command.is_empty() { String::new() } else { format!("{command} ") };
    format!("Fehler: {problem}\n  Hilfe zeigt: waage {command}--help")
}

fn did_you_mean(suggestion: &str) -> String {
    if suggestion.is_empty() { String::new() } else { format!(" Meinten Sie „{suggestion}“?") }
}

/// An option that does not exist.
pub fn unknown_option(option: &str, suggestion: &str) -> String {
    format!("Die Angabe „{option}“ gibt es hier nicht.{}", did_you_mean(suggestion))
}

/// A command that does not exist.
pub fn unknown_command(command: &str, suggestion: &str) -> String {
    format!("Den Befehl „{command}“ gibt es nicht.{}", did_you_mean(suggestion))
}

/// A command is needed.
pub fn missing_command(choices: &str) -> String {
    format!("Es fehlt der Befehl. Möglich sind: {choices}.")
}

/// A required argument is missing.
pub fn missing(arguments: &str) -> String {
    format!("Es fehlt: {arguments}.")
}

/// An option needs a value.
pub fn missing_value(option: &str) -> String {
    format!("Zu „{option}“ fehlt ein Wert.")
}

/// A value does not fit.
pub fn bad_value(option: &str, value: &str, choices: &str, reason: &str) -> String {
    let choices = if choices.is_empty() { String::new() } else { format!(" Möglich sind: {choices}.") };
    let reason = if reason.is_empty() || !choices.is_empty() {
        String::new()
    } else {
        format!(" {}", number_reason(reason))
    };
    format!("Der Wert „{value}“ passt nicht zu „{option}“.{choices}{reason}")
}

/// The standard library explains bad numbers in English.
fn number_reason(reason: &str) -> String {
    match reason {
        "invalid digit found in string" | "invalid float literal" => "Gebraucht wird eine Zahl.".into(),
        "number too large to fit in target type" => "Die Zahl ist zu groß.".into(),
        "cannot parse integer from empty string" | "cannot parse float from empty string" => {
            "Gebraucht wird eine Zahl.".into()
        }
        other => other.into(),
    }
}

/// Two options exclude each other.
pub fn conflict(option: &str, other: &str) -> String {
    format!("„{option}“ und „{other}“ schließen sich aus. Nennen Sie nur eines davon.")
}

/// More values than allowed.
pub fn too_many(option: &str, value: &str) -> String {
    format!("Zu „{option}“ gehört nur ein Wert; „{value}“ ist zu viel.")
}

/// An argument is not valid text.
pub fn not_text() -> String {
    "Eine Angabe enthält Zeichen, die kein Text in UTF-8 sind.".into()
}

/// Anything else the parser complains about.
pub fn other(kind: &str) -> String {
    format!("Der Aufruf ist so nicht möglich ({kind}).")
}

/// The parser's own words in help texts, which it does not let us name.
pub fn help(text: &str) -> String {
    [
        ("[OPTIONS]", "[OPTIONEN]"),
        ("[COMMAND]", "[BEFEHL]"),
        ("<COMMAND>", "<BEFEHL>"),
        ("\nArguments:\n", "\nAngaben:\n"),
        ("\nOptions:\n", "\nOptionen:\n"),
        ("\nCommands:\n", "\nBefehle:\n"),
        ("[alias: ", "[auch: "),
        ("[aliases: ", "[auch: "),
        ("[default: ", "[sonst: "),
        ("[possible values: ", "[möglich: "),
        ("Possible values:", "Möglich sind:"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The same in man pages, with the usual German names of their sections.
pub fn manual(page: &str) -> String {
    [
        (".SH NAME\n", ".SH BEZEICHNUNG\n"),
        (".SH SYNOPSIS\n", ".SH ÜBERSICHT\n"),
        (".SH DESCRIPTION\n", ".SH BESCHREIBUNG\n"),
        (".SH OPTIONS\n", ".SH OPTIONEN\n"),
        (".SH Optionen\n", ".SH OPTIONEN\n"),
        (".SH Befehle\n", ".SH BEFEHLE\n"),
        (".SH SUBCOMMANDS\n", ".SH BEFEHLE\n"),
        (".SH EXTRA\n", ".SH BEISPIELE\n"),
        (".SH VERSION\n", ".SH FASSUNG\n"),
        ("\\fIPossible values:\\fR", "\\fIMöglich sind:\\fR"),
        ("[possible values: ", "[möglich: "),
        ("[default: ", "[sonst: "),
        ("[\\fIbefehle\\fR]", "[\\fIBEFEHL\\fR]"),
    ]
    .iter()
    .fold(page.to_owned(), |text, (from, to)| text.replace(from, to))
}
