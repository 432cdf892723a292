def lists_steps(question: WrittenQuestion) -> Iterator[tuple[str, str]]:
    """Yield a fault for each option that is no list of steps."""
    for option in question.options:
        if "," not in option.text:
            yield (
                "question-steps",
                f"the option {option.text!r} lists no steps; write them with commas between them",
            )
