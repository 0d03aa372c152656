"""The economics by name."""

import json
from typing import Any

import pytest

from yuma_consensus import Engine, InvalidInputError, economics

SUBNETS = [
    {"netuid": netuid, "mechanism": 1, "moving_price": price << 32, "miner_burned": 0, "emission_enabled": True}
    for netuid, price in ((1, 1), (2, 3))
]


def test_keywords_mappings_and_json() -> None:
    result = economics.price_shares(block_emission=10**9, subnets=SUBNETS)
    assert [netuid for netuid, _ in result.shares] == [1, 2]
    assert sum(bits for _, bits in result.shares) in (2**64 - 1, 2**64)
    assert result.shares[0][1] == 2**62
    in_json = {
        "blockEmission": "1000000000",
        "subnets": [
            {"netuid": 1, "mechanism": 1, "movingPrice": str(1 << 32), "minerBurned": "0", "emissionEnabled": True},
            {"netuid": 2, "mechanism": 1, "movingPrice": 3 << 32, "minerBurned": 0, "emissionEnabled": True},
        ],
    }
    assert economics.price_shares(in_json) == result
    assert Engine().economics.call("price_shares", json.dumps(in_json)) == result
    assert result.to_dict()["shares"][0] == [1, str(2**62)]


def test_exact_integers() -> None:
    assert economics.block_emission(issuance=0).emission == 10**9
    assert economics.block_emission(issuance=21 * 10**15).emission == 0


def test_what_a_function_gives_may_go_in_again() -> None:
    subnet = {
        "netuid": 3,
        "tempo": 10,
        "last_epoch_block": 0,
        "pending_epoch_at": 0,
        "blocks_since_last_step": 0,
        "epoch_index": 0,
        "consistent": True,
    }
    first = economics.schedule_sim(start_block=1, blocks=50, cap=2, subnets=[subnet])
    assert first.events[0][1:] == (3, "run")
    again = economics.schedule_sim(start_block=51, blocks=50, cap=2, subnets=first.final)
    assert again.final[0].epoch_index > first.final[0].epoch_index


def test_paths() -> None:
    with pytest.raises(InvalidInputError) as caught:
        economics.price_shares(block_emission=1, subnets=[SUBNETS[0], SUBNETS[0]])
    assert caught.value.path == "subnets[1].netuid"
    with pytest.raises(InvalidInputError) as caught:
        economics.price_shares(block_emission=2**64, subnets=[])
    assert caught.value.path == "blockEmission"
    with pytest.raises(TypeError):
        economics.price_shares({}, block_emission=1)  # type: ignore[call-overload]


def test_the_coinbase_is_signed_up_to_spec_260() -> None:
    def shares(rule_set: int, price: int) -> Any:
        return economics.call(
            "subnet_terms_233",
            {
                "rule_set": rule_set,
                "tao_emission": 1 << 32,
                "alpha_issuance": 1,
                "price": price,
                "burn_registration": True,
                "pow_registration": False,
            },
        )

    assert shares(233, -1).alpha_in < 0
    for rule_set, price in ((233, 2**127), (261, -1)):
        with pytest.raises(InvalidInputError) as caught:
            shares(rule_set, price)
        assert caught.value.path == "price"


def test_names() -> None:
    assert len(economics.names()) == 49
    assert "price_shares" in dir(economics)
    assert economics.price_shares.__name__ == "price_shares"
