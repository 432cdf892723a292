"""The kinds of question, each with the name that a reader sees."""

KINDS = {
    "conceptual": "Conceptual",
    "predict-output": "Predict the output",
    "model-choice": "Model choice",
    "metrics": "Metrics",
    "debug": "Debug",
}
