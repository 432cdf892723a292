"""Names of TensorFlow and Keras, and where they are documented."""

import pytest

from trueloss.lessons.prose.api_names import BASE, known_names, read_names

NAMES = read_names(
    "# comment\nkeras.Model\nkeras.layers.Dense\nkeras.losses.Hinge\nkeras.metrics.Hinge\n"
    "keras.models.Model keras.Model\ntf.GradientTape\ntf.reduce_mean\n"
)


@pytest.mark.parametrize(
    ("code", "page"),
    [
        ("tf.GradientTape", "tf/GradientTape"),
        ("tf.reduce_mean(x)", "tf/reduce_mean"),
        ("tf.keras.layers.Dense", "tf/keras/layers/Dense"),
        ("keras.layers.Dense", "tf/keras/layers/Dense"),
        ("keras.models.Model", "tf/keras/Model"),
        ("Dense", "tf/keras/layers/Dense"),
        ("Dense(1, use_bias=False)", "tf/keras/layers/Dense"),
        ("keras.Model.fit", "tf/keras/Model#fit"),
    ],
)
def test_a_name_has_a_page(code: str, page: str) -> None:
    assert NAMES.address(code) == BASE + page


@pytest.mark.parametrize("code", ["Hinge", "model.fit", "loss", "tf", "x = tf.reduce_mean(x)"])
def test_what_is_no_name_or_fits_two_has_none(code: str) -> None:
    assert NAMES.address(code) is None


@pytest.mark.parametrize("code", ["tf.GradientTap", "keras.layers.Dens(1)", "tf.reduce_mean.x"])
def test_a_qualified_name_that_nothing_documents_is_a_mistake(code: str) -> None:
    with pytest.raises(KeyError):
        NAMES.address(code)


def test_the_inventory_knows_what_lessons_use() -> None:
    for name in ("tf.GradientTape", "tf.Variable", "keras.layers.Dense", "keras.optimizers.SGD"):
        assert known_names().pages[name] == BASE + name.replace("keras.", "tf.keras.").replace(
            ".", "/"
        )
    assert known_names().short["GradientTape"] == "tf.GradientTape"
