"""The table of settings in Sphinx's configuration."""

from dataclasses import fields

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from trueloss.settings import SettingError, Settings, default_of, read


def settings_in(config: Config) -> Settings:
    """Return the settings that a build has taken over."""
    return Settings(**{each.name: config[f"trueloss_{each.name}"] for each in fields(Settings)})


def take_over(app: Sphinx, config: Config) -> None:
    """Check the configuration against the table, and put converted values in place.

    Raises ConfigError.
    """
    try:
        settings = read({each.name: each.value for each in config})
    except SettingError as error:
        raise ConfigError(str(error)) from error
    for each in fields(settings):
        setattr(config, f"trueloss_{each.name}", getattr(settings, each.name))
    config.trueloss_root = settings.root or str(app.srcdir.parent)


def register(app: Sphinx) -> None:
    """Register every setting."""
    for each in fields(Settings):
        default = default_of(each)
        more = list if isinstance(default, tuple) else str if default is None else type(default)
        app.add_config_value(
            f"trueloss_{each.name}",
            list(default) if isinstance(default, tuple) else default,
            each.metadata["rebuild"],
            (type(default), more),
        )
