//! An epoch on the bundled network of 256 uids.

use yuma_consensus::{Engine, Options, State};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let state = State::from_json(include_str!("../modules/state.json"))?;
    let mut engine = Engine::new()?;
    let result = engine.epoch_with(&state, Options { digest: true, ..Options::default() })?;

    let emitted: u64 = result.emission.iter().sum();
    let permits = result.new_validator_permits.iter().filter(|permit| **permit).count();
    println!("{}: {} uids, {permits} validators, {emitted} rao", state.rule_set, state.n);
    if let Some(digest) = result.digest {
        println!("{digest}");
    }
    Ok(())
}
