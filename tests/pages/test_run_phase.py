"""What the run phase asks of Sphinx's settings."""

from typing import Any

import pytest
from sphinx.config import Config
from sphinx.errors import ConfigError

from trueloss.pages.run_phase import check_settings

#: No setting asks it for anything.
APP: Any = None
GOOD = {"trueloss_workers": 2, "trueloss_kernels": "plain"}


def settings(**values: object) -> Config:
    config = Config()
    config.__dict__.update(GOOD | values)
    return config


def test_good_settings_are_let_through() -> None:
    check_settings(APP, settings())


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"trueloss_workers": 0}, "trueloss_workers is 0; write a number from 1 on"),
        ({"trueloss_workers": "2"}, "trueloss_workers is '2'; write a number from 1 on"),
        (
            {"trueloss_kernels": "fork"},
            "trueloss_kernels is 'fork'; write one of auto, forked, plain",
        ),
    ],
)
def test_a_setting_that_cannot_be_is_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        check_settings(APP, settings(**values))
