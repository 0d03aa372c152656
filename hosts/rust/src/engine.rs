use crate::instance::{Answer, DIGEST, Failure, Instance, TRACE};
use crate::json::{Json, show};
use crate::modules::{Name, compiled};
use crate::types::{Typed, named, read_state, read_subnet_state, refuse_without};
use crate::wire::{Function, Given, Reading, Value, interface};
use crate::{Digest, EpochResult, Error, State, SubnetEpochResult, SubnetState};

/// What an epoch is asked for besides its results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// The raw bits of every stage; takes the general path, which is slower.
    pub trace: bool,
    /// SHA-256 of the canonical bytes of the result.
    pub digest: bool,
}

impl Options {
    fn flags(self) -> u32 {
        u32::from(self.trace) * TRACE + u32::from(self.digest) * DIGEST
    }
}

/// What answers: instances of the WebAssembly modules, each made when it is first needed.
///
/// An engine is for one thread at a time, which `&mut` sees to; make one for each thread. Engines share the compiled
/// modules, and nothing else. After a refusal an engine is as good as before it.
pub struct Engine {
    epoch: Option<Instance>,
    economics: Option<Instance>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine. The first of a process compiles the epoch's module.
    ///
    /// # Errors
    /// [`Error::Internal`] where this machine cannot run WebAssembly.
    pub fn new() -> Result<Self, Error> {
        let epoch = Instance::new(compiled(Name::Epoch)?)?;
        Ok(Self { epoch: Some(epoch), economics: None })
    }

    /// An epoch of one mechanism.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] where a field cannot be, [`Error::ChainTrap`] where the chain would have aborted,
    /// [`Error::TooLarge`] where memory does not suffice.
    pub fn epoch(&mut self, state: &State) -> Result<EpochResult, Error> {
        self.epoch_with(state, Options::default())
    }

    /// An epoch with what is asked for besides.
    ///
    /// # Errors
    /// As [`Engine::epoch`].
    pub fn epoch_with(&mut self, state: &State, options: Options) -> Result<EpochResult, Error> {
        let mut answer = self.call(named("epoch"), &state.to_value(), options.flags(), false)?;
        set_trace(&mut answer.value, |mut traces| traces.pop());
        let result = EpochResult::from_value(answer.value);
        Ok(EpochResult { digest: options.digest.then_some(Digest(answer.digest)), ..result })
    }

    /// An epoch of a subnet with its mechanisms, Yuma or Null.
    ///
    /// # Errors
    /// As [`Engine::epoch`].
    pub fn subnet_epoch(&mut self, state: &SubnetState) -> Result<SubnetEpochResult, Error> {
        self.subnet_epoch_with(state, Options::default())
    }

    /// An epoch of a subnet with what is asked for besides.
    ///
    /// # Errors
    /// As [`Engine::epoch`].
    pub fn subnet_epoch_with(&mut self, state: &SubnetState, options: Options) -> Result<SubnetEpochResult, Error> {
        let (function, value) = (state.function(), state.to_value());
        refuse_without(function, &value)?;
        let mut answer = self.call(function, &value, options.flags(), false)?;
        set_trace(&mut answer.value, |traces| options.trace.then_some(Value::List(traces)));
        let result = SubnetEpochResult::from_value(answer.value);
        Ok(SubnetEpochResult { digest: options.digest.then_some(Digest(answer.digest)), ..result })
    }

    /// One of the economics by its name, of [`Engine::economics_functions`]: input and output are as `interface.json`
    /// describes them.
    ///
    /// ```
    /// # fn main() -> Result<(), yuma_consensus::Error> {
    /// let mut engine = yuma_consensus::Engine::new()?;
    /// let halved = engine.economics("block_emission", &serde_json::json!({ "issuance": "10500000000000000" }))?;
    /// assert_eq!(halved["emission"], "500000000");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownFunction`] where there is no such function, and but for traps as [`Engine::epoch`].
    pub fn economics(&mut self, name: &str, input: &serde_json::Value) -> Result<serde_json::Value, Error> {
        let input = serde::Deserialize::deserialize(input).map_err(Error::internal)?;
        let unknown = || Error::unknown_function(Some(&Json::Text(name.into())));
        let function = interface().function(name).filter(|function| function.is_economics()).ok_or_else(unknown)?;
        serde_json::to_value(self.economics_of(function, &input)?).map_err(Error::internal)
    }

    /// The names of the economics.
    pub fn economics_functions() -> impl Iterator<Item = &'static str> {
        interface().economics()
    }

    pub(crate) fn economics_of(&mut self, function: &'static Function, input: &Json<'_>) -> Result<Value<'static>, Error> {
        refuse_no_object(input)?;
        let Given { value, signed, misfit } = Reading::economics(function, input)?;
        let mut answer = self.call(function, &value, 0, signed)?;
        match misfit {
            Some(error) => Err(error),
            // A list and nothing else, which is given as one.
            None if function.name == "inherited_stake_195" => Ok(answer.value.take("stake")),
            None => Ok(answer.value),
        }
    }

    /// An epoch by its JSON: the result, and the trace where it is asked for.
    pub(crate) fn epoch_of(&mut self, input: &Json<'_>, trace: bool) -> Result<(Value<'static>, Option<Value<'static>>), Error> {
        let (function, given) = read_state(input)?;
        let (value, mut traces) = self.traced(function, &given.value, trace)?;
        Ok((value, traces.as_mut().and_then(Vec::pop)))
    }

    /// A subnet's epoch by its JSON.
    pub(crate) fn subnet_epoch_of(&mut self, input: &Json<'_>, trace: bool) -> Result<(Value<'static>, Option<Value<'static>>), Error> {
        let (function, given) = read_subnet_state(input)?;
        let (value, traces) = self.traced(function, &given.value, trace)?;
        Ok((value, traces.map(Value::List)))
    }

    fn traced(
        &mut self,
        function: &'static Function,
        state: &Value<'_>,
        trace: bool,
    ) -> Result<(Value<'static>, Option<Vec<Value<'static>>>), Error> {
        if let (true, Err(error)) = (trace, refuse_long_trace(state)) {
            // What is wrong in the state itself is said first.
            let untraced = self.call(function, state, 0, false);
            return Err(untraced.err().filter(|error| matches!(error, Error::InvalidInput { .. })).unwrap_or(error));
        }
        let Answer { mut value, .. } = self.call(function, state, Options { trace, digest: false }.flags(), false)?;
        let Value::List(traces) = value.take("trace") else { return Err(Error::internal("answer without traces")) };
        Ok((value, trace.then_some(traces)))
    }

    fn call(&mut self, function: &'static Function, input: &Value<'_>, flags: u32, signed: bool) -> Result<Answer, Error> {
        let (slot, name) = if function.is_economics() { (&mut self.economics, Name::Economics) } else { (&mut self.epoch, Name::Epoch) };
        let instance = match slot {
            Some(instance) => instance,
            None => slot.insert(Instance::new(compiled(name)?)?),
        };
        instance.call(function, input, flags, signed).map_err(|failure| match failure {
            Failure::Refused(error) => error,
            Failure::Lost(error) => {
                *slot = None;
                error
            }
        })
    }
}

/// Puts in the place of a list of traces what `of` gives.
fn set_trace(value: &mut Value<'static>, of: impl FnOnce(Vec<Value<'static>>) -> Option<Value<'static>>) {
    let Value::List(traces) = value.take("trace") else { return };
    let Value::Record(fields) = value else { return };
    if let (Some(trace), Some((_, place))) = (of(traces), fields.iter_mut().find(|(name, _)| *name == "trace")) {
        *place = trace;
    }
}

/// # Errors
/// [`Error::InvalidInput`] at `in`.
pub(crate) fn refuse_no_object(input: &Json<'_>) -> Result<(), Error> {
    match input {
        Json::Object(_) => Ok(()),
        _ => Err(Error::input("in", "an object", show(Some(input)))),
    }
}

/// Stored weights and bonds of an epoch whose trace is asked for: it holds five matrices of them.
const MOST_TRACED: usize = 2_097_152;

fn refuse_long_trace(state: &Value<'_>) -> Result<(), Error> {
    let entries = entries_in(state);
    if entries <= MOST_TRACED {
        return Ok(());
    }
    Err(Error::input("trace", format!("at most {MOST_TRACED} stored weights and bonds"), entries.to_string()))
}

/// Entries of all rows in a value.
fn entries_in(value: &Value<'_>) -> usize {
    match value {
        Value::Rows(rows) => rows.uids.len(),
        Value::List(items) => items.iter().map(entries_in).sum(),
        Value::Record(fields) => fields.iter().map(|(_, value)| entries_in(value)).sum(),
        _ => 0,
    }
}
