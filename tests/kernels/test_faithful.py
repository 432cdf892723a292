"""Forked and plain kernels print the same, images included."""

import dataclasses
import re

import pytest

from tests.published import COURSE
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings

PLAIN_CELLS = {
    "text": "print('one')\nprint('two', end='')",
    "value": "{'a': [1, 2], 'b': None}",
    "half a letter": (
        "print('kept', '\\ud83d', '\\udc80', '🎲')\ndisplay({'text/plain': '\\ud83d'}, raw=True)"
    ),
    "half a letter in an error": "# raises\nraise ValueError('\\ud83d')",
    "nothing": "x = 1;",
    "non-ascii": "print('Größe ∂L/∂w → 0 🎲 日本')\n'é'",
    "stderr": "import sys\nprint('out')\nprint('err', file=sys.stderr)",
    "warning": "import warnings\nwarnings.warn('careful')",
    "deprecation": "import warnings\nwarnings.warn('old', DeprecationWarning)",
    "logging": "import logging\nlogging.warning('logged')",
    "traceback": "# raises\ndef f(x):\n    return 1 / x\n\n\nf(0)",
    "chained": "# raises\ntry:\n    {}['k']\nexcept KeyError as e:\n    raise ValueError from e",
    "syntax": "# raises\nx = = 1",
    "recursion": "# raises\nimport sys\ndef f():\n    f()\n\n\nf()",
    "input": "# raises\ninput('?')",
    "figure": "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]);",
    "figures": "for i in range(3):\n    plt.figure(figsize=(2, 2))\n    plt.bar([1, 2], [i, 2])",
    "figure and text": "print('before')\nplt.scatter([1], [2])\nplt.show()\nprint('after')",
    "figure object": "fig, ax = plt.subplots()\nax.set_title('$x^2$')\nfig",
    "svg": "%config InlineBackend.figure_formats = ['svg']\nplt.plot([1, 2]);",
    "html": (
        "from IPython.display import HTML, display\ndisplay(HTML('<b>bold</b>'))\nHTML('<i>i</i>')"
    ),
    "latex": "from IPython.display import Latex, Markdown\ndisplay(Markdown('*m*'), Latex('$x$'))",
    "repr": (
        "class Rich:\n    def _repr_html_(self):\n        return '<u>r</u>'\n"
        "    def __repr__(self):\n        return 'Rich()'\nRich()"
    ),
    "frame": "import pandas as pd\npd.DataFrame({'epoch': [1, 2], 'loss': [0.5, 0.25]})",
    "array": "import numpy as np\nnp.arange(6).reshape(2, 3) / 7",
    "update": (
        "handle = display('first', display_id='it')\nprint('between')\nhandle.update('second')"
    ),
    "clear": (
        "from IPython.display import clear_output\nfor i in range(3):\n"
        "    clear_output(wait=True)\n    print(i)"
    ),
    "threads": (
        "import threading\nresults = []\n"
        "ts = [threading.Thread(target=results.append, args=(i,)) for i in range(4)]\n"
        "[t.start() for t in ts]; [t.join() for t in ts]\nsorted(results)"
    ),
    "printing thread": (
        "t = threading.Thread(target=print, args=('from a thread',))\nt.start(); t.join()"
    ),
    "subprocess": (
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'print(6 * 7)'], capture_output=True).stdout"
    ),
    "pool": (
        "import multiprocessing, operator\n"
        "with multiprocessing.get_context('fork').Pool(2) as pool:\n"
        "    print(pool.map(operator.neg, [1, 2, 3]))"
    ),
    "joblib": (
        "from joblib import Parallel, delayed\n"
        "Parallel(n_jobs=2, prefer='threads')(delayed(abs)(i) for i in [-1, -2])"
    ),
    "native output": "import os\nos.write(1, b'to the descriptor\\n')",
    "native in between": (
        "for i in range(50):\n    print(i, end=' ')\n    os.write(1, b'native ')\nprint()"
    ),
    "native and result": "os.system('echo from a program; echo Größe'), 'result'",
    "command": "!echo shell; echo err >&2; exit 3",
    "exit code": "_exit_code",
    "line magic": "%who_ls str",
    "cell magic": "%%writefile note.txt\nhello",
    "bash magic": "%%bash\ncat note.txt; ls",
    "capture magic": "%%capture caught\nprint('hidden')",
    "help": "abs?",
    "files": "from pathlib import Path\nPath('data.txt').write_text('x')\nsorted(os.listdir())",
    "temporary": "import tempfile\nwith tempfile.TemporaryDirectory() as d:\n    print(d)",
    "process": "print('process id', os.getpid())",
    "big output": "print('a few bytes ' * 250_000)",
    "await": "import asyncio\nawait asyncio.sleep(0.01, 'awaited')",
    "history": "In[1], Out[2]",
    "main": "__name__, __builtins__.__name__, sys.argv[1:]",
    "source": "import inspect\ndef g():\n    return 1  # kept\n\n\nprint(inspect.getsource(g))",
    "pickle": "import pickle\nclass P: pass\npickle.loads(pickle.dumps(P())).__class__.__name__",
    "hash": "hash('text'), list({'b', 'a', 'c'})",
    "environment": "sorted(os.environ)",
    "packages": "!{sys.executable} -c \"import matplotlib, sys; print(sys.path[0] == '')\"",
}

TENSORFLOW_CELLS = {
    "import": (
        "import numpy as np\nimport tensorflow as tf\nimport keras\nkeras.utils.set_random_seed(1)"
    ),
    "tensor": "tf.reshape(tf.range(6.0), (2, 3)) @ tf.ones((3, 1))",
    "function": (
        "@tf.function\ndef collatz(n):\n    steps = 0\n    while n != 1:\n"
        "        n = n // 2 if n % 2 == 0 else 3 * n + 1\n        steps += 1\n"
        "    return steps\n\n\n"
        "print(collatz(tf.constant(27)))"
    ),
    "print": "tf.print('printed by an op', tf.constant([1, 2]))",
    "converted": (
        "import builtins, gc, types\n"
        "from tensorflow.python.autograph.pyct.inspect_utils import isbuiltin\n"
        "fresh = [eval('lambda: None') for _ in range(100_000)]\n"
        "functions = [f for f in gc.get_objects() if isinstance(f, types.FunctionType)]\n"
        "known = [*vars(builtins).values()]\n"
        "[f.__qualname__ for f in functions + fresh if isbuiltin(f) and f not in known]"
    ),
    "logger": "tf.get_logger().warning('said by the logger')",
    "tape": (
        "w = tf.Variable(3.0)\nwith tf.GradientTape() as tape:\n    loss = w ** 2\n"
        "print(float(tape.gradient(loss, w)))"
    ),
    "model": (
        "model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4, 'relu'), "
        "keras.layers.Dense(1)])\nmodel.compile('adam', 'mse')\nmodel.summary()"
    ),
    "fit": (
        "x = np.random.normal(size=(64, 2))\ny = x.sum(1)\n"
        "h = model.fit(x, y, epochs=3, verbose=0)\nh.history['loss']"
    ),
    "bar": "model.fit(x, y, epochs=1);",
    "data": (
        "ds = tf.data.Dataset.range(20).shuffle(20, seed=1)"
        ".map(lambda v: v * 2, num_parallel_calls=4).batch(5).prefetch(2)\n"
        "[b.numpy().tolist() for b in ds]"
    ),
    "py_function": (
        "ds = tf.data.Dataset.range(3).map("
        "lambda v: tf.py_function(lambda u: u + 1, [v], tf.int64), num_parallel_calls=2)\n"
        "[int(v) for v in ds]"
    ),
    "op error": "# raises\ntf.ones((2, 3)) @ tf.ones((2, 3))",
    "unseeded op": "# raises\ntf.raw_ops.RandomUniform(shape=[1], dtype=tf.float32)",
    "save": "model.save('model.keras')\nkeras.models.load_model('model.keras').count_params()",
    "learning": (
        "from sklearn.linear_model import LogisticRegression\n"
        "LogisticRegression().fit(x, y > 0).score(x, y > 0)"
    ),
}

NORMALISED = [
    (r"0000 00:00:\d+\.\d+\s+\d+ ", "LOGGED "),
    (r"trueloss-\w+(/\w{8})*/own/(work|home|tmp)", "SCRATCH"),
    (r"/tmp/tmp\w+|SCRATCH/tmp\w+", "TEMPORARY"),
    (r"process id \d+", "process id"),
    # A progress bar says how long, in bold, and takes as many steps back as that has digits.
    (r"\[1m\d+s", "[1mTIME"),
    (r"(\\x08)+", "BACK"),
    (r"\b\d{1,6}m?s(/step|/epoch)?\b", "TIME"),
    (r"0x[0-9a-f]{6,}", "ADDRESS"),
]


def normalised(output: dict[str, object]) -> str:
    text = str(dict(output))
    for pattern, word in NORMALISED:
        text = re.sub(pattern, word, text)
    return text


def run_in_both(cells, imports, job):
    """Run the cells as one page in each kind of kernel: outputs by kind and name."""
    outputs = {}
    for kernels in ("forked", "plain"):
        settings = dataclasses.replace(
            Settings.of(COURSE), workers=1, kernels=kernels, imports=imports
        )
        given = job(*cells.values(), cell_seconds=120, output_kb=8000)
        (run,) = run_jobs([given], settings)
        assert run.failure is None, list(cells)[run.failure.cell] + str(run.failure)
        outputs[kernels] = {
            name: [normalised(output) for output in cell.outputs]
            for name, cell in zip(cells, run.notebook.cells, strict=True)
        }
    return outputs


@pytest.fixture(scope="module")
def both():
    from tests.real_kernels import make_job

    return run_in_both(PLAIN_CELLS, ("matplotlib.pyplot", "numpy"), make_job)


@pytest.fixture(scope="module")
def both_with_tensorflow():
    from tests.real_kernels import make_job

    return run_in_both(TENSORFLOW_CELLS, COURSE.imports, make_job)


@pytest.mark.parametrize("name", PLAIN_CELLS)
def test_same_outputs(both, name):
    assert both["forked"][name] == both["plain"][name]


@pytest.mark.parametrize("name", TENSORFLOW_CELLS)
def test_same_outputs_of_tensorflow(both_with_tensorflow, name):
    assert both_with_tensorflow["forked"][name] == both_with_tensorflow["plain"][name]


def test_the_suite_shows_something(both, both_with_tensorflow):
    """Two empty outputs are equal too."""
    # Help opens a pager, which a notebook does not keep.
    silent = {"nothing", "capture magic", "help", "import"}
    for outputs in (both["plain"], both_with_tensorflow["plain"]):
        assert not [name for name in outputs if not outputs[name] and name not in silent]
    assert "kept \\\\ud83d \\\\udc80 🎲" in both["plain"]["half a letter"][0]
    images = [name for name in PLAIN_CELLS if "image/" in str(both["forked"][name])]
    assert images == ["figure", "figures", "figure and text", "figure object", "svg"]
    assert len(both["forked"]["figures"]) == 3
