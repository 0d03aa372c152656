"""The Yuma consensus of the Bittensor network: a subnet's state in, the chain's own result out, to the last bit.

>>> from yuma_consensus import epoch, example_state
>>> epoch(example_state()).digest[:16]
'053c053a0b190df6'
"""

from ._states import example_state, read_state
from .engine import Engine, economics, epoch, subnet_epoch
from .errors import (
    ChainTrapError,
    InternalError,
    InvalidInputError,
    MalformedJsonError,
    TooLargeError,
    UnknownFunctionError,
    YumaError,
)
from .results import EpochResult, MechanismResult, NullTrace, Result, SubnetResult, Trace
from .rows import SparseRows

__all__ = [
    "ChainTrapError",
    "Engine",
    "EpochResult",
    "InternalError",
    "InvalidInputError",
    "MalformedJsonError",
    "MechanismResult",
    "NullTrace",
    "Result",
    "SparseRows",
    "SubnetResult",
    "TooLargeError",
    "Trace",
    "UnknownFunctionError",
    "YumaError",
    "economics",
    "epoch",
    "example_state",
    "read_state",
    "subnet_epoch",
]
