"""Epochs and the economics, computed by WebAssembly modules."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, NoReturn

from ._coinbase import is_signed, refuse_format
from ._description import function_of
from ._economics import Economics
from ._forms.lists import List
from ._forms.records import Record
from ._given import Given, Input, given
from ._module import OUTPUT_HEAD, Flag, Module, digest_in, rule_set_in
from ._states import Taken, take_state, take_subnet
from .results import EpochResult, MechanismResult, NullTrace, Result, SubnetResult, Trace


class Engine:
    """An engine has memories of its own, and is for one thread at a time; engines share nothing.

    After an error it is as good as before.
    """

    def __init__(self, *, simd: bool = True) -> None:
        """Make an engine; without `simd` by the module that does not need it, which gives the same bits."""
        self._epochs = Module("yuma" if simd else "yuma-scalar")
        self._economics = Module("yuma-economics")
        self.economics = Economics(self._economics_call)
        """the economics, a method for each function"""

    def epoch(self, state: Input, *, trace: bool = False, digest: bool = False) -> EpochResult:
        """Run one epoch of one mechanism.

        `trace` adds the raw bits of every stage. With `digest` the module makes the digest at once; without it the
        digest is made here, when it is first asked for.

        Raises InvalidInputError, MalformedJsonError, TooLargeError, and ChainTrapError where the chain would have
        aborted.
        """
        return self.epoch_of(take_state(given(state)), trace, digest)

    def subnet_epoch(self, state: Input, *, trace: bool = False, digest: bool = False) -> SubnetResult:
        """Run one epoch of a subnet with its mechanisms, of Yuma or of Null consensus; otherwise as `epoch`."""
        return self.subnet_epoch_of(take_subnet(given(state)), trace, digest)

    def epoch_of(self, state: Taken, trace: bool, digest: bool) -> EpochResult:
        """Run an epoch on a state that was read."""
        form, values, traces, head = self._answer(state, trace, digest)
        result = EpochResult(form, values, *head)
        result.trace = Trace(*traces[0]) if trace else None
        return result

    def subnet_epoch_of(self, state: Taken, trace: bool, digest: bool) -> SubnetResult:
        """Run a subnet's epoch on a state that was read."""
        form, values, traces, head = self._answer(state, trace, digest)
        result = SubnetResult(form, values, *head)
        mechanism = _item_of(form, "mechanisms")
        result.mechanisms = [MechanismResult(mechanism, one) for one in values["mechanisms"]]
        if not trace:
            result.trace = None
        elif state.function.name == "yuma_subnet":
            result.trace = [Trace(*one) for one in traces]
        else:
            result.trace = [NullTrace(*one) for one in traces]
        return result

    def _answer(
        self, state: Taken, trace: bool, digest: bool
    ) -> tuple[Record, dict[str, Any], list[tuple[Record, Mapping[str, Any]]], tuple[str, str | None]]:
        flags = (Flag.TRACE if trace else 0) | (Flag.DIGEST if digest else 0)
        answer = self._epochs.call(state.function, state.value, flags)
        form = state.function.output
        values = form.decode(answer, OUTPUT_HEAD)
        traces = [(_item_of(form, "trace"), one) for one in values.pop("trace")]
        return form, values, traces, (rule_set_in(answer), digest_in(answer) if digest else None)

    def _economics_call(self, name: str, data: Input | Given) -> Result:
        function = function_of(name)
        it = given(data)
        value = function.input.take(it.value, "", it.reading)
        signed = is_signed(value)
        refuse_format(function.input, value, "", signed)
        answer = self._economics.call(function, value, signed=signed)
        return Result(function.output, function.output.decode(answer, OUTPUT_HEAD))

    def __reduce__(self) -> NoReturn:
        raise TypeError("an Engine stays in its process: make one where it is needed")


def _item_of(form: Record, name: str) -> Record:
    """Give the form of the items of a list."""
    found = next(field.form for field in form.fields if field.name == name)
    assert isinstance(found, List)
    assert isinstance(found.of, Record)
    return found.of


class _OfThread(threading.local):
    """An engine for each thread that asks for one."""

    def __init__(self) -> None:
        self.engine = Engine()


_of_thread = _OfThread()


def epoch(state: Input, *, trace: bool = False, digest: bool = False) -> EpochResult:
    """Run one epoch of one mechanism, on an engine that is the calling thread's own: `Engine.epoch`."""
    return _of_thread.engine.epoch(state, trace=trace, digest=digest)


def subnet_epoch(state: Input, *, trace: bool = False, digest: bool = False) -> SubnetResult:
    """Run one epoch of a subnet with its mechanisms, on an engine of the calling thread: `Engine.subnet_epoch`."""
    return _of_thread.engine.subnet_epoch(state, trace=trace, digest=digest)


economics = Economics(lambda name, data: _of_thread.engine.economics.call(name, data))
"""The economics, on an engine of the calling thread."""
