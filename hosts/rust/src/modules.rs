//! The files that the repository's build makes, compiled once a process.

use std::sync::OnceLock;

use wasmtime::{Engine, Module};

use crate::Error;

pub(crate) const INTERFACE: &str = include_str!("../modules/interface.json");
const EPOCH: &[u8] = include_bytes!("../modules/yuma.wasm");
const ECONOMICS: &[u8] = include_bytes!("../modules/yuma-economics.wasm");

/// One of the modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Epoch,
    Economics,
}

/// A module, compiled when it is first asked for.
///
/// # Errors
/// [`Error::Internal`] where this machine cannot run it.
pub(crate) fn compiled(name: Name) -> Result<&'static Module, Error> {
    static COMPILED: [OnceLock<Result<Module, Error>>; 2] = [const { OnceLock::new() }; 2];
    let (slot, bytes) = match name {
        Name::Epoch => (&COMPILED[0], EPOCH),
        Name::Economics => (&COMPILED[1], ECONOMICS),
    };
    slot.get_or_init(|| Module::new(compiler(), bytes).map_err(Error::internal)).as_ref().map_err(Error::clone)
}

fn compiler() -> &'static Engine {
    static COMPILER: OnceLock<Engine> = OnceLock::new();
    COMPILER.get_or_init(Engine::default)
}
