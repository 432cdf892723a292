"""The option list of a question, from its nodes."""

from docutils import nodes

from trueloss.lessons.questions.option_nodes import take_options
from trueloss.truth.question_rules import Option


def item(*children: nodes.Node) -> nodes.list_item:
    return nodes.list_item("", *children)


def words(*children: nodes.Node | str) -> nodes.paragraph:
    inline = [nodes.Text(child) if isinstance(child, str) else child for child in children]
    return nodes.paragraph("", "", *inline)


def question(*items: nodes.list_item) -> nodes.Element:
    return nodes.container("", words("The situation."), nodes.bullet_list("", *items))


def texts(found: list[nodes.Node]) -> list[str]:
    return [node.astext() for node in found]


def test_the_first_line_is_the_label_and_the_rest_explains() -> None:
    options = take_options(question(item(words("[x] 1.37\nThe first\nloss."))))
    (option,) = options.items
    assert option.right
    assert option.option() == Option("1.37", right=True, explained=True)
    assert texts(option.explains) == ["The first\nloss."]


def test_markup_in_a_label_stays_and_its_text_is_compared() -> None:
    code = nodes.literal("", "fit")
    options = take_options(question(item(words("[ ] ", code, " alone\nTrains."))))
    (option,) = options.items
    assert option.option().text == "fit alone"
    assert option.label[0] is code


def test_a_listing_may_be_the_label() -> None:
    listing = nodes.literal_block("", "a = 1\nb = 2")
    options = take_options(question(item(words("[ ]"), listing, words("Two lines."))))
    (option,) = options.items
    assert option.label == [listing]
    assert not option.label_is_inline
    assert texts(option.explains) == ["Two lines."]


def test_the_list_leaves_the_question_and_the_words_stay() -> None:
    node = question(item(words("[ ] a")), item(words("[x] b")))
    take_options(node)
    assert texts(node.children) == ["The situation."]


def test_an_item_without_a_mark_is_told_apart() -> None:
    options = take_options(question(item(words("[x] a")), item(words("b"))))
    assert options.unmarked == ["b"]


def test_a_list_without_marks_is_part_of_the_words() -> None:
    node = question(item(words("first")), item(words("second")))
    assert take_options(node).items == []
    assert len(node.children) == 2


def test_a_hard_line_break_ends_the_label() -> None:
    breaks = [nodes.raw("", "<br />", format="html"), nodes.raw("", "\\\\", format="latex")]
    (option,) = take_options(question(item(words("[x] 7", *breaks, "The sum.")))).items
    assert option.option().text == "7"
    assert texts(option.explains) == ["The sum."]


def test_marked_items_apart_from_the_list_are_noticed() -> None:
    nested = nodes.bullet_list("", item(words("[x] 7")))
    found = question(item(words("[ ] 12"), nested))
    found += nodes.bullet_list("", item(words("[ ] 13")))
    options = take_options(found)
    assert [option.option().text for option in options.items] == ["12"]
    assert options.apart == ["[ ] 13", "[x] 7"]
