//! Answers function calls, one object of JSON a line, as `yuma eval` does:
//!
//! ```text
//! answers < LINES > ANSWERS
//! answers bench STATE.json SECONDS
//! ```

use std::error::Error;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::time::{Duration, Instant};

use yuma_consensus::{Engine, State, answer_line};

const BUFFER: usize = 1 << 20;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => answer_all(),
        ["bench", state, seconds] => bench(state, Duration::from_secs_f64(seconds.parse()?)),
        _ => Err("usage: answers, or answers bench STATE.json SECONDS".into()),
    }
}

fn answer_all() -> Result<(), Box<dyn Error>> {
    let mut engine = Engine::new()?;
    let mut input = BufReader::with_capacity(BUFFER, io::stdin().lock());
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let end = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = end.strip_suffix(b"\r").unwrap_or(end);
        writeln!(output, "{}", answer_line(&mut engine, text))?;
        line.clear();
        // Whoever waits for an answer before the next line gets it.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(())
}

/// The median time of an epoch on a state that is there already.
fn bench(state: &str, time: Duration) -> Result<(), Box<dyn Error>> {
    let state = State::from_json(&std::fs::read_to_string(state)?)?;
    let mut engine = Engine::new()?;
    let mut epochs = Vec::new();
    let start = Instant::now();
    while epochs.is_empty() || start.elapsed() < time {
        let began = Instant::now();
        std::hint::black_box(engine.epoch(&state)?);
        epochs.push(began.elapsed().as_nanos());
    }
    epochs.sort_unstable();
    println!(r#"{{"host":"rust","nsPerEpoch":{},"epochs":{}}}"#, epochs[epochs.len() / 2], epochs.len());
    Ok(())
}
