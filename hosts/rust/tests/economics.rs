//! The economics by their names, and lines as `yuma eval` answers them.

use serde_json::{Value, json};
use yuma_consensus::{Engine, answer_line};

#[test]
fn functions_answer_by_their_names() {
    let mut engine = Engine::new().unwrap();
    assert_eq!(Engine::economics_functions().count(), 49);
    let input = json!({ "stake": ["7", "5"], "parents": [[], []], "children": [[], []], "networkMaxStake": "100" });
    assert_eq!(engine.economics("inherited_stake_195", &input).unwrap(), json!(["7", "5"]));
    let subnet = |netuid: u16| json!({ "netuid": netuid, "mechanism": 1, "movingPrice": 4_294_967_296_u64 });
    let mut prices = json!({ "blockEmission": "1000000000", "subnets": [subnet(1), subnet(2)] });
    assert_eq!(engine.economics("price_shares_233", &prices).unwrap()["totalMovingPrices"], "8589934592");

    prices["subnets"][1]["netuid"] = json!(1);
    let mut refused = |name: &str, input: &Value| {
        let error = engine.economics(name, input).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    assert_eq!(refused("price_shares_233", &prices), ("invalid-input", "subnets[1].netuid".into()));
    assert_eq!(refused("price_shares_234", &prices), ("unknown-function", "fn".into()));
    assert_eq!(refused("epoch", &prices), ("unknown-function", "fn".into()));
    assert_eq!(refused("take_split", &json!([])), ("invalid-input", "in".into()));
    assert_eq!(refused("take_split", &json!({ "take": 1 })), ("invalid-input", "dividends".into()));
}

#[test]
fn a_number_of_another_format_is_refused() {
    let mut engine = Engine::new().unwrap();
    let input = |spec: u16, price: &str| {
        let mut input = json!({ "netuid": 1, "mechanism": 1, "block": 9, "registeredAt": 1, "firstEmissionBlock": null });
        input["ruleSet"] = json!(spec);
        input["halvingBlocks"] = json!(100);
        input["movingAlpha"] = json!("5");
        input["movingPrice"] = json!("5");
        input["price"] = json!(price);
        input
    };
    assert!(engine.economics("moving_price_233", &input(233, "-1")).is_ok());
    for (spec, price) in [(261, "-1"), (233, "170141183460469231731687303715884105728")] {
        let error = engine.economics("moving_price_233", &input(spec, price)).unwrap_err();
        assert_eq!((error.code(), error.path()), ("invalid-input", "price"));
    }
}

#[test]
fn every_line_is_answered() {
    let mut engine = Engine::new().unwrap();
    let mut answer = |line: &str| serde_json::from_str::<Value>(&answer_line(&mut engine, line.as_bytes())).unwrap();
    let line = r#"{"fn":"withheld","in":{"withheld":1,"total":"2"},"out":{},"trace":{}}"#;
    assert_eq!(answer(line), json!({ "out": { "y": "2147483648" } }));
    for (line, code, path) in [
        ("", "malformed-json", ""),
        ("5", "unknown-function", "fn"),
        (r#"{"fn":"withheld","in":[]}"#, "invalid-input", "in"),
        (r#"{"fn":"withheld","in":{"total":"02","withheld":1}}"#, "invalid-input", "total"),
        (r#"{"fn":"withheld","in":{"total":1e-400,"withheld":1}}"#, "invalid-input", "in.total"),
        (r#"{"fn":"withheld","in":{},"of":1}"#, "invalid-input", "of"),
        (r#"{"fn":"epoch","in":{},"trace":1}"#, "invalid-input", "trace"),
        (r#"{"fn":"epoch_null","in":{"epochConsensus":"yuma"}}"#, "invalid-input", "epochConsensus"),
    ] {
        let answer = answer(line);
        assert_eq!((&answer["error"]["code"], &answer["error"]["path"]), (&json!(code), &json!(path)), "{line}");
    }
    let answer = answer_line(&mut engine, b"{\"fn\":\"\xff\"}");
    assert!(answer.starts_with(r#"{"error":{"code":"malformed-json","message":"#));
}

#[test]
fn a_trace_stands_beside_the_result() {
    let mut engine = Engine::new().unwrap();
    let state: Value = serde_json::from_str(include_str!("../modules/state.json")).unwrap();
    let line = json!({ "fn": "epoch", "in": state, "trace": true }).to_string();
    let answer: Value = serde_json::from_str(&answer_line(&mut engine, line.as_bytes())).unwrap();
    assert_eq!(answer["out"].get("trace"), None);
    assert_eq!(answer["trace"]["stake"].as_array().map(Vec::len), Some(256));
}
