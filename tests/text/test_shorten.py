"""What is left of long outputs and messages."""

import pytest

from trueloss.text.shorten import short_message, short_output

KERAS = """\
Exception encountered when calling Dense.call().

\x1b[1mMatrix size-incompatible: In[0]: [1,2], In[1]: [1,1] [Op:MatMul] name: \x1b[0m

Arguments received by Dense.call():
  • inputs=tf.Tensor(shape=(1, 2), dtype=float32)
  • training=None"""
OPERATION = (
    "{{function_node __wrapped__MatMul_device_/job:localhost/replica:0/task:0/device:CPU:0}} "
    "Matrix size-incompatible: In[0]: [1,2], In[1]: [1,1] [Op:MatMul] name: "
)
IN_A_FUNCTION = """\
in user code:

    File "program.py", line 5, in step  *
        loss = missing(x)

    NameError: name 'missing' is not defined
"""


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("name 'x' is not defined", "name 'x' is not defined"),
        (KERAS, "Matrix size-incompatible: In[0]: [1,2], In[1]: [1,1]"),
        (OPERATION, "Matrix size-incompatible: In[0]: [1,2], In[1]: [1,1]"),
        (IN_A_FUNCTION, "name 'missing' is not defined"),
        ("one\n  line\n\nand another", "one line"),
        ("", ""),
        ("x" * 300, "x" * 237 + "..."),
    ],
)
def test_a_message(message: str, short: str) -> None:
    assert short_message(message) == short


def test_an_output_is_its_last_lines() -> None:
    text = "".join(f"step {step}\n" for step in range(20))
    shown = short_output(text, 20).splitlines()
    assert shown == ["... (14 more lines above)", *(f"step {step}" for step in range(14, 20))]


def test_a_short_output_is_kept() -> None:
    assert short_output("a \n\n\x1b[1mb\x1b[0m\n", 3) == "a\n\nb"
    assert short_output("", 0) == ""
