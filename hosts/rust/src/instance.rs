use wasmtime::{Instance as Live, Memory, Module, Store, TypedFunc};

use crate::Error;
use crate::wire::{ANSWER_HEAD, Function, Place, Value};

/// What `run` is asked for besides.
pub(crate) const TRACE: u32 = 1;
pub(crate) const DIGEST: u32 = 2;

// What `run` gives.

const FINE: u32 = 0;
const LENGTH: u32 = 2;
const MEMORY: u32 = 4;
const UNKNOWN_RULE_SET: u32 = 5;
const TRAPPED: u32 = 6;

/// What the chain would have aborted on, in the order of the module's numbers from 1 on.
const TRAPS: [&str; 2] = ["a weight on a uid outside the network, in a row with a permit", "a bond on a uid outside the network"];

/// The digest in the head of an answer.
const DIGEST_AT: usize = 16;
const DIGEST_BYTES: usize = 32;

/// What a module has answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) value: Value<'static>,
    /// zeros where it was not asked for
    pub(crate) digest: [u8; DIGEST_BYTES],
}

/// An instance of a module.
pub(crate) struct Instance {
    store: Store<()>,
    memory: Memory,
    input: TypedFunc<u32, u32>,
    run: TypedFunc<(u32, u32), u32>,
    error_field: TypedFunc<(), u32>,
    error_offset: TypedFunc<(), u32>,
    output: TypedFunc<(), u32>,
    output_length: TypedFunc<(), u32>,
}

/// Why a call was not answered.
pub(crate) enum Failure {
    /// the instance is as good as it was
    Refused(Error),
    /// the instance has to be given up: its memory, which never shrinks, has grown for what did not fit, or it is broken
    Lost(Error),
}

impl From<wasmtime::Error> for Failure {
    fn from(error: wasmtime::Error) -> Self {
        Failure::Lost(Error::internal(format!("{error:#}")))
    }
}

impl Instance {
    pub(crate) fn new(module: &Module) -> Result<Self, Error> {
        Self::start(module).map_err(|error| Error::internal(format!("{error:#}")))
    }

    fn start(module: &Module) -> wasmtime::Result<Self> {
        let mut store = Store::new(module.engine(), ());
        let live = Live::new(&mut store, module, &[])?;
        let memory = live.get_memory(&mut store, "memory").ok_or_else(|| wasmtime::Error::msg("a module without memory"))?;
        Ok(Self {
            memory,
            input: live.get_typed_func(&mut store, "input")?,
            run: live.get_typed_func(&mut store, "run")?,
            error_field: live.get_typed_func(&mut store, "errorField")?,
            error_offset: live.get_typed_func(&mut store, "errorOffset")?,
            output: live.get_typed_func(&mut store, "output")?,
            output_length: live.get_typed_func(&mut store, "outputLength")?,
            store,
        })
    }

    /// One call. `signed`: the coinbase's 128-bit numbers of the answer are.
    pub(crate) fn call(&mut self, function: &'static Function, input: &Value<'_>, flags: u32, signed: bool) -> Result<Answer, Failure> {
        let length = function.message_bytes(input);
        let too_large = || Failure::Lost(Error::TooLarge { what: format!("a message of {length} bytes") });
        let bytes = u32::try_from(length).map_err(|_| too_large())?;
        let at = self.input.call(&mut self.store, bytes)? as usize;
        if at == 0 {
            return Err(too_large());
        }
        let message = at..at + length;
        function.write_message(input, &mut self.memory.data_mut(&mut self.store)[message.clone()]);
        let status = self.run.call(&mut self.store, (function.number.into(), flags))?;
        if status != FINE {
            return Err(self.refusal(function, status, message)?);
        }
        let start = self.output.call(&mut self.store, ())? as usize;
        let length = self.output_length.call(&mut self.store, ())? as usize;
        let answer = &self.memory.data(&self.store)[start..start + length];
        let mut digest = [0; DIGEST_BYTES];
        digest.copy_from_slice(&answer[..ANSWER_HEAD][DIGEST_AT..DIGEST_AT + DIGEST_BYTES]);
        Ok(Answer { value: function.read_answer(answer, signed), digest })
    }

    fn refusal(&mut self, function: &'static Function, status: u32, message: std::ops::Range<usize>) -> Result<Failure, Failure> {
        if status == MEMORY {
            return Ok(Failure::Lost(Error::TooLarge { what: "this input".into() }));
        }
        let field = self.error_field.call(&mut self.store, ())?;
        let offset = self.error_offset.call(&mut self.store, ())? as usize;
        if field == 0 {
            return Ok(Failure::Lost(Error::internal(format!("status {status} at {offset} of {}", function.name))));
        }
        if status == TRAPPED {
            let reason = offset.checked_sub(1).and_then(|trap| TRAPS.get(trap)).copied().unwrap_or("what this crate does not know");
            return Ok(Failure::Refused(Error::ChainTrap { reason }));
        }
        // No number is refused for its length: what is meant is what it is the first of.
        let place = function.locate(&self.memory.data(&self.store)[message], offset, status == LENGTH);
        let Place { path, shown } = place.unwrap_or(Place { path: String::new(), shown: "what is there".into() });
        Ok(Failure::Refused(Error::input(&path, expected(function, status, &path), shown)))
    }
}

/// What would have been right in the place of what a module refuses.
fn expected(function: &Function, status: u32, path: &str) -> &'static str {
    match (status, path) {
        (UNKNOWN_RULE_SET, _) => "the name of a rule set",
        (_, "alphaSigmoidSteepness") => "an i16 (under spec-273 a u16)",
        (LENGTH, "mechanisms") => "1 to 256 mechanisms",
        (LENGTH, _) if function.is_economics() => "as many as the function takes",
        (LENGTH, _) if path.ends_with("starts") => "one more than there are uids",
        (LENGTH, _) => "as many as there are uids",
        _ if path.contains(".starts[") => "starts from 0 up to the number of entries, none below the one before",
        _ if path.ends_with("].netuid") || path.ends_with("].id") => "each once",
        _ => "what the function takes (docs/interface.md)",
    }
}

#[cfg(test)]
mod tests {
    use super::Instance;
    use crate::modules::{Name, compiled};
    use crate::wire::interface;

    /// One engine for each thread: what an instance is made of goes along.
    #[test]
    fn instances_can_be_sent() {
        fn is_send<T: Send>() {}
        is_send::<Instance>();
    }

    #[test]
    fn the_modules_are_the_ones_that_the_interface_describes() {
        assert!(interface().economics().count() >= 49);
        for name in [Name::Epoch, Name::Economics] {
            let module = compiled(name).unwrap();
            assert!(module.get_export("run").is_some(), "{name:?}");
            assert_eq!(module.imports().len(), 0, "{name:?}");
        }
    }
}
