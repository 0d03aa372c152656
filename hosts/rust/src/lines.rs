//! A stream of function calls, one object of JSON a line, as the command `yuma eval` of the npm package `yuma-consensus`
//! answers it.

use serde::Serialize;

use crate::engine::refuse_no_object;
use crate::json::{Json, Path, parse, show};
use crate::wire::{Value, interface};
use crate::{Engine, Error};

/// Longer lines are refused.
const MOST_LINE_BYTES: usize = 1 << 28;

/// The keys that a line may have. What stands on the lines of recorded vectors besides is ignored.
const KEYS: [&str; 7] = ["fn", "in", "trace", "name", "category", "out", "reason"];

#[derive(Serialize)]
struct Answered<'a> {
    out: &'a Value<'static>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<&'a Value<'static>>,
}

#[derive(Serialize)]
struct Trapped {
    out: (),
    trap: &'static str,
}

#[derive(Serialize)]
struct Refused<'a> {
    code: &'a str,
    message: String,
    path: &'a str,
}

#[derive(Serialize)]
struct Failed<'a> {
    error: Refused<'a>,
}

/// Answers one line, `{"fn": NAME, "in": {...}}`, without its end: `{"out": {...}}`, with `"trace"` where the line has
/// `"trace": true`; `{"out": null, "trap": REASON}` where the chain would have aborted; or
/// `{"error": {"code", "message", "path"}}`. Functions are `epoch`, `epoch_null`, `subnet_epoch` and the economics.
///
/// ```
/// # fn main() -> Result<(), yuma_consensus::Error> {
/// let mut engine = yuma_consensus::Engine::new()?;
/// let line = br#"{"fn":"block_emission","in":{"issuance":"10500000000000000"}}"#;
/// assert!(yuma_consensus::answer_line(&mut engine, line).starts_with(r#"{"out":{"emission":"500000000""#));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn answer_line(engine: &mut Engine, line: &[u8]) -> String {
    let answer = match answered(engine, line) {
        Ok((out, trace)) => serde_json::to_string(&Answered { out: &out, trace: trace.as_ref() }),
        Err(Error::ChainTrap { reason }) => serde_json::to_string(&Trapped { out: (), trap: reason }),
        Err(error) => {
            let refused = Refused { code: error.code(), message: error.to_string(), path: error.path() };
            serde_json::to_string(&Failed { error: refused })
        }
    };
    answer.expect("an answer has text for keys")
}

fn answered(engine: &mut Engine, line: &[u8]) -> Result<(Value<'static>, Option<Value<'static>>), Error> {
    if line.len() > MOST_LINE_BYTES {
        return Err(Error::MalformedJson { reason: format!("a line of more than {MOST_LINE_BYTES} bytes") });
    }
    let text = std::str::from_utf8(line).map_err(|error| Error::MalformedJson { reason: error.to_string() })?;
    let line = parse(text)?;
    let trace = wants_trace(&line)?;
    let function = line.get("fn");
    let name = function.and_then(Json::as_text).unwrap_or_default();
    let economics = interface().function(name).filter(|function| function.is_economics());
    if economics.is_none() && !matches!(name, "epoch" | "epoch_null" | "subnet_epoch") {
        return Err(Error::unknown_function(function));
    }
    let input = line.get("in");
    let Some(input) = input else { return Err(Error::input("in", "an object", show(None))) };
    refuse_no_object(input)?;
    match (name, economics) {
        (_, Some(function)) => Ok((engine.economics_of(function, input)?, None)),
        ("epoch", _) => engine.epoch_of(input, trace),
        ("epoch_null", _) if input.get("epochConsensus").and_then(Json::as_text) != Some("null") => {
            Err(Error::input("epochConsensus", "\"null\"", show(input.get("epochConsensus"))))
        }
        _ => engine.subnet_epoch_of(input, trace),
    }
}

/// Whether a trace is asked for; one beside an `out` is a recorded one, and asks for nothing.
fn wants_trace(line: &Json<'_>) -> Result<bool, Error> {
    let Json::Object(entries) = line else { return Ok(false) };
    if let Some((name, _)) = entries.iter().find(|(name, _)| !KEYS.contains(&name.as_ref())) {
        let expected = format!("one of the keys of a line ({})", KEYS.join(", "));
        return Err(Error::input(Path::Whole.field(name), expected, format!("{name:?}")));
    }
    match line.get("trace") {
        None => Ok(false),
        Some(Json::Flag(trace)) => Ok(*trace),
        Some(Json::Object(_) | Json::List(_)) if line.get("out").is_some() => Ok(false),
        other => Err(Error::input("trace", "true or false", show(other))),
    }
}
