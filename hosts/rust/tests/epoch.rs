//! Epochs by types and by JSON, what is refused, and that an engine stays usable.

use yuma_consensus::{
    Digest, Engine, Error, MechanismState, NullMechanismState, NullSubnetState, Options, Rows, RuleSet, State, SubnetState, SubnetTrace,
    YumaSubnetState, answer_line,
};

const STATE: &str = include_str!("../modules/state.json");

fn bundled() -> State {
    State::from_json(STATE).unwrap()
}

fn digest_of(engine: &mut Engine, state: &State) -> Digest {
    engine.epoch_with(state, Options { digest: true, trace: false }).unwrap().digest.unwrap()
}

/// Two validators with weights on a miner.
fn small() -> State {
    State {
        n: 3,
        current_block: 1_000,
        activity_cutoff: 500,
        block_at_registration: vec![1; 3],
        alpha_stake: vec![1_000_000_000_000, 500_000_000_000, 0],
        tao_stake: vec![0; 3],
        tempo: 360,
        validator_permits: vec![true, true, false],
        max_allowed_validators: 2,
        kappa: 32_767,
        bonds_moving_average: 900_000,
        last_update: vec![900; 3],
        weights: [vec![(2, 65_535)], vec![(2, 1)], vec![]].into_iter().collect(),
        bonds: (0..3).map(|_| []).collect(),
        commit_blocks: vec![u64::MAX; 3],
        rao_emission: 1_000_000_000,
        ..State::default()
    }
}

fn yuma(mechanisms: usize) -> YumaSubnetState {
    let State { last_update, weights, bonds, commit_blocks, .. } = small();
    let mechanism = MechanismState { last_update, weights, bonds, commit_blocks, previous_consensus: vec![] };
    let state = small();
    YumaSubnetState {
        n: state.n,
        current_block: state.current_block,
        activity_cutoff: state.activity_cutoff,
        block_at_registration: state.block_at_registration,
        alpha_stake: state.alpha_stake,
        tao_stake: state.tao_stake,
        tempo: state.tempo,
        validator_permits: state.validator_permits,
        max_allowed_validators: state.max_allowed_validators,
        kappa: state.kappa,
        bonds_moving_average: state.bonds_moving_average,
        miner_budget: 600,
        local_dividend_budget: 300,
        root_budget: 100,
        mechanisms: vec![mechanism; mechanisms],
        ..YumaSubnetState::default()
    }
}

fn null() -> NullSubnetState {
    let State { n, current_block, activity_cutoff, block_at_registration, alpha_stake, tao_stake, .. } = small();
    let State { last_update, weights, bonds, commit_blocks, .. } = small();
    NullSubnetState {
        n,
        current_block,
        activity_cutoff,
        block_at_registration,
        alpha_stake,
        tao_stake,
        miner_budget: 600,
        local_dividend_budget: 400,
        mechanisms: vec![NullMechanismState { last_update, weights, bonds, commit_blocks }],
        ..NullSubnetState::default()
    }
}

fn path_of<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    let error = result.unwrap_err();
    assert_eq!(error.code(), "invalid-input", "{error}");
    error.path().to_owned()
}

#[test]
fn an_epoch_gives_out_what_there_is() {
    let result = Engine::new().unwrap().epoch(&small()).unwrap();
    assert_eq!(result.incentive, [0, 0, 65_535]);
    assert_eq!(result.server_emission, [0, 0, 500_000_000]);
    // What rounding leaves over is given to nobody.
    assert_eq!(result.emission.iter().sum::<u64>(), 999_999_999);
    assert_eq!(result.new_validator_permits, [true, true, false]);
    assert_eq!((result.trace, result.digest, result.ranks), (None, None, None));
}

#[test]
fn a_trace_changes_no_result() {
    let mut engine = Engine::new().unwrap();
    let plain = engine.epoch_with(&bundled(), Options { digest: true, trace: false }).unwrap();
    let mut traced = engine.epoch_with(&bundled(), Options { digest: true, trace: true }).unwrap();
    assert_eq!(traced.trace.take().unwrap().weights_normalized.len(), 256);
    assert_eq!(traced, plain);
    assert_eq!(plain.digest.unwrap().to_string().len(), 64);
}

#[test]
fn subnets_have_mechanisms_of_their_own() {
    let mut engine = Engine::new().unwrap();
    let options = Options { trace: true, digest: true };
    let result = engine.subnet_epoch_with(&SubnetState::Yuma(yuma(2)), options).unwrap();
    assert_eq!(result.mechanisms.len(), 2);
    assert!(matches!(result.trace, Some(SubnetTrace::Yuma(traces)) if traces.len() == 2));

    let result = engine.subnet_epoch_with(&SubnetState::Null(null()), options).unwrap();
    assert_eq!(result.mechanisms[0].bonds, None);
    assert!(matches!(result.trace, Some(SubnetTrace::Null(traces)) if traces[0].winner == Some(0)));
    assert!(result.digest.is_some());
    assert_eq!(engine.subnet_epoch(&SubnetState::Null(null())).unwrap().trace, None);
}

/// What the line of a state is answered.
fn answered(engine: &mut Engine, function: &str, state: &impl serde::Serialize) -> serde_json::Value {
    let line = serde_json::json!({ "fn": function, "in": state }).to_string();
    let mut answer: serde_json::Value = serde_json::from_str(&answer_line(engine, line.as_bytes())).unwrap();
    answer["out"].take()
}

#[test]
fn types_and_lines_give_the_same() {
    let mut engine = Engine::new().unwrap();
    for state in [bundled(), small()] {
        let result = engine.epoch(&state).unwrap();
        assert_eq!(serde_json::to_value(result).unwrap(), answered(&mut engine, "epoch", &state));
    }
    for state in [SubnetState::Yuma(yuma(3)), SubnetState::Null(null())] {
        let result = engine.subnet_epoch(&state).unwrap();
        assert_eq!(serde_json::to_value(result).unwrap(), answered(&mut engine, "subnet_epoch", &state));
    }
}

#[test]
fn states_are_the_same_after_json() {
    for state in [bundled(), small()] {
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(State::from_json(&text).unwrap(), state);
        assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state);
    }
    for state in [SubnetState::Yuma(yuma(3)), SubnetState::Null(null())] {
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(SubnetState::from_json(&text).unwrap(), state);
        assert_eq!(serde_json::from_str::<SubnetState>(&text).unwrap(), state);
    }
}

#[test]
fn what_a_rule_set_does_not_read_may_be_empty() {
    let mut engine = Engine::new().unwrap();
    let old = State { rule_set: RuleSet(195), stake: Some(vec![5, 3, 0]), alpha_stake: vec![], tao_stake: vec![], ..small() };
    let text = serde_json::to_string(&old).unwrap();
    assert!(!text.contains("alphaStake"));
    let result = engine.epoch(&State::from_json(&text).unwrap()).unwrap();
    assert!(result.ranks.is_some() && result.stake.is_none());
    assert_eq!(result, engine.epoch(&old).unwrap());
}

#[test]
fn results_are_written_as_json() {
    let result = Engine::new().unwrap().epoch_with(&small(), Options { trace: true, digest: true }).unwrap();
    let json = serde_json::to_value(&result).unwrap();
    assert_eq!(json["bonds"], serde_json::json!([[[2, 65_535]], [[2, 32_767]], []]));
    assert_eq!(json["stake"][0], "1000000000000");
    assert_eq!(json["digest"], result.digest.unwrap().to_string());
    assert_eq!(json["trace"]["consensus"], serde_json::json!(["0", "0", "4294967296"]));
    assert_eq!(json.get("ranks"), None);
}

#[test]
fn what_is_wrong_in_a_state_is_named() {
    let mut engine = Engine::new().unwrap();
    let before = digest_of(&mut engine, &bundled());
    let mut refused = |change: fn(&mut State)| {
        let mut state = small();
        change(&mut state);
        path_of(engine.epoch(&state))
    };
    assert_eq!(refused(|state| state.rule_set = RuleSet(1)), "ruleSet");
    assert_eq!(refused(|state| state.alpha_stake = vec![1]), "alphaStake");
    assert_eq!(refused(|state| state.bonds = Rows::new()), "bonds.starts");
    assert_eq!(refused(|state| state.weights.starts[1] = 9), "weights.starts[2]");
    assert_eq!(refused(|state| state.weights.values.push(1)), "weights.values");
    // With another number of uids every list is wrong: the first is named.
    assert_eq!(refused(|state| state.n = 2), "blockAtRegistration");
    assert_eq!(refused(|state| (state.yuma3, state.alpha_sigmoid_steepness) = (true, 40_000)), "alphaSigmoidSteepness");
    assert_eq!(digest_of(&mut engine, &bundled()), before);
}

#[test]
fn what_is_wrong_in_a_subnet_is_named() {
    let mut engine = Engine::new().unwrap();
    let mut refused = |state| path_of(engine.subnet_epoch(&state));
    assert_eq!(refused(SubnetState::Yuma(yuma(0))), "mechanisms");
    assert_eq!(refused(SubnetState::Yuma(YumaSubnetState { rule_set: RuleSet(297), ..yuma(1) })), "ruleSet");
    assert_eq!(refused(SubnetState::Null(NullSubnetState { rule_set: RuleSet(452), ..null() })), "ruleSet");
    let mut state = yuma(2);
    state.mechanisms[1].last_update.pop();
    assert_eq!(refused(SubnetState::Yuma(state)), "mechanisms[1].lastUpdate");
}

#[test]
fn what_is_wrong_in_json_is_named() {
    let changed = |from: &str, to: &str| State::from_json(&STATE.replacen(from, to, 1));
    assert_eq!(path_of(changed("\"n\":256", "\"n\":256.5")), "n");
    assert_eq!(path_of(changed("\"n\":256", "\"n\":-0")), "n");
    assert_eq!(path_of(changed("\"n\":256", "\"n\":256,\"n\":256")), "n");
    assert_eq!(path_of(changed("\"tempo\":", "\"tempos\":")), "tempos");
    assert_eq!(path_of(changed("\"weights\":[", "\"weights\":[[[5]],")), "weights");
    assert_eq!(path_of(changed("\"currentBlock\":\"", "\"currentBlock\":\"0")), "currentBlock");
    assert_eq!(path_of(SubnetState::from_json(STATE)), "epochConsensus");
    assert_eq!(path_of(changed("{", "{\"mechanisms\":[],")), "mechanisms");
    assert_eq!(changed("{", "{{").unwrap_err().code(), "malformed-json");
    assert!(changed("\"n\":256", "\"tag\":{\"any\":[1]},\"n\":2.56e2").is_ok());
    assert!(serde_json::from_str::<State>(&STATE.replacen("\"n\":256", "\"n\":70000", 1)).unwrap_err().to_string().starts_with("n: "));
}

#[test]
fn the_chain_aborts_where_it_did() {
    let mut engine = Engine::new().unwrap();
    let mut state = State { rule_set: RuleSet(127), stake: Some(vec![5, 3, 0]), ..small() };
    assert!(engine.epoch(&state).is_ok());
    state.weights = [vec![(9, 1)], vec![], vec![]].into_iter().collect();
    let error = engine.epoch(&state).unwrap_err();
    assert_eq!((error.code(), error.path()), ("chain-trap", ""));
    assert!(error.to_string().contains("a weight on a uid outside the network"));
}
