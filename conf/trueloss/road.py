"""The road of a build: every handler and transform of ours, in the order in which they act.

This list alone decides the order. Sphinx sorts by priorities; ``stops.py`` derives them from the
place in this list. Between two stretches, the directives and roles of ``vocabulary.py`` act as a
page is parsed, and its visitors as the nodes are written as HTML.

``nox -s check`` and ``serve`` add one handler (``kept_builds.py``), last of ``env-get-outdated``:
it names the pages that they read anew. ``docs/decisions/one-road.md`` follows a page down the road.
"""

from docutils.transforms.references import AnonymousHyperlinks
from furo import _html_page_context, _overwrite_pygments_css
from sphinx.environment.collectors.asset import ImageCollector
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx.transforms import SphinxSmartQuotes
from sphinx_design.dropdown import DropdownHtmlTransform

from trueloss.configuration import take_over
from trueloss.diagnostics.collecting import hold_back, tell
from trueloss.diagnostics.diagnostic import refuse_faulty_build
from trueloss.lessons.cards.card_directive import MakeDecks, ShowEvidence, report_card_names
from trueloss.lessons.cells.example_programs import report_printed, report_programs
from trueloss.lessons.cells.marked_programs import MarkPrograms
from trueloss.lessons.cells.moved_cells import MoveCells
from trueloss.lessons.cells.run_signs import SignOutputs
from trueloss.lessons.charts.place_charts import PlaceCharts
from trueloss.lessons.components import add_assets, add_static
from trueloss.lessons.course.daily_review import write_asked
from trueloss.lessons.course.evidence_page import RewriteEvidence, pages_by_lesson
from trueloss.lessons.course.mode_bar import RewriteBars, lessons_to_read_again, prepare_page
from trueloss.lessons.course.open_points import refuse_release, write_open_points
from trueloss.lessons.course.overview import RewriteCourse, collect, report_maps
from trueloss.lessons.course.page_end import RewriteEnds, add_end
from trueloss.lessons.course.places import add_crumbs, name_pages
from trueloss.lessons.course.progress_page import write_titles
from trueloss.lessons.course.sidebar import RewriteFrames, trim_sidebar
from trueloss.lessons.course.titles import check_slugs, check_title, report_titles
from trueloss.lessons.prose.api_names import LinkNames
from trueloss.lessons.prose.formulas import check_formulas
from trueloss.lessons.prose.glossary import RewriteMeanings, note_terms, show_meanings
from trueloss.lessons.prose.loose_numbers import CheckNumbers
from trueloss.lessons.prose.other_seeds import TellOfSeeds, pages_to_read_again
from trueloss.lessons.prose.own_files import check_files
from trueloss.lessons.prose.picture_texts import check_pictures
from trueloss.lessons.prose.raw_html import CheckRawHtml
from trueloss.lessons.question_register import report_question_names, write_questions
from trueloss.lessons.questions.dropdowns import ChevronsByStylesheet
from trueloss.lessons.questions.page_rules import report_lessons, report_page
from trueloss.lessons.questions.set_nodes import place_set
from trueloss.lessons.questions.whole_lessons import note_parts, report_whole
from trueloss.pages.run_phase import RunPhase, set_fingerprint
from trueloss.publishing.addresses import report_redirects, write_addresses
from trueloss.publishing.light_scripts import lighten_scripts
from trueloss.publishing.light_stylesheets import cut_down_site
from trueloss.publishing.notebook_links import add_links
from trueloss.publishing.notebooks import copy_notebooks, make_notebook
from trueloss.publishing.policy import guard_pages
from trueloss.publishing.search_index import complete_index
from trueloss.publishing.sharing import add_tags
from trueloss.stops import POST_TRANSFORMS, TRANSFORMS, Stop, Theirs, each_page, once

# What notes something at one stop and uses it at a later one.
_PHASE = RunPhase()
_EVIDENCE, _MEANINGS, _BARS = RewriteEvidence(), RewriteMeanings(), RewriteBars()
_COURSE, _FRAMES = RewriteCourse(), RewriteFrames()
_ENDS = RewriteEnds()

ROAD = (
    once(
        "config-inited",
        "conf.py is read",
        Stop(take_over, "holds the settings against their table"),
        Stop(set_fingerprint, "makes the environment of the kernels a setting"),
    ),
    once(
        "builder-inited",
        "the builder is ready",
        Stop(hold_back, "holds back what is found until all of it is known"),
        Stop(_PHASE.wait_for_other_builds, "waits for its turn at the cache"),
        Stop(add_static, "adds the scripts and styles of the package"),
    ),
    once(
        "env-get-outdated",
        "Sphinx asks which pages to read",
        Stop(_EVIDENCE.note, "notes what the evidence page shows"),
        Stop(_MEANINGS.note, "notes what each term means"),
        Stop(lessons_to_read_again, "names each index whose lesson has other modes now"),
        Stop(pages_to_read_again, "names each page whose runs with other seeds have changed"),
        Stop(_BARS.note, "notes what each mode bar shows"),
        Stop(_ENDS.note, "notes what the end of each page leads on to"),
        Stop(_COURSE.note, "notes what the map and the progress page show"),
        Stop(_FRAMES.note, "notes what the sidebar shows"),
    ),
    once(
        "env-before-read-docs",
        "the pages to read are known",
        Stop(_PHASE.run, "reads these pages and runs their cells"),
    ),
    each_page(
        "env-purge-doc",
        "Sphinx forgets the old page",
        Stop(_PHASE.decode, "gets a page past Sphinx that is no UTF-8"),
    ),
    each_page(
        "source-read",
        "Sphinx has the page's text",
        Stop(_PHASE.hand_over, "offers myst-nb the page as it ran"),
    ),
    each_page(
        TRANSFORMS,
        "the page is a tree",
        Stop(CheckRawHtml, "reports HTML that acts on the page or its readers"),
        Stop(PlaceCharts, "turns values of cells into charts"),
        Stop(MarkPrograms, "marks lines of programs, and what changed since others"),
        Stop(ShowEvidence, "asks for cells on the backs of cards"),
        Stop(MoveCells, "moves cells into their questions"),
        # These look at cells where readers will find them.
        Stop(CheckNumbers, "reports numbers in prose that nothing printed"),
        Stop(TellOfSeeds, "tells what other seeds gave"),
        Stop(LinkNames, "links names of TensorFlow and Keras"),
        Stop(MakeDecks, "puts cards into decks"),
        Stop(SignOutputs, "signs what cells printed"),
        Theirs(AnonymousHyperlinks, "docutils resolves links"),
        Theirs(SphinxSmartQuotes, "Sphinx rewrites quotation marks"),
    ),
    each_page(
        "doctree-read",
        "the tree is complete",
        Stop(prepare_page, "puts in the mode bar, and the modes into the toctree"),
        Stop(check_pictures, "reports pictures without a text"),
        Stop(check_formulas, "reports formulas that cannot be written"),
        Stop(check_files, "reports pictures of others, and files that could act"),
        Stop(add_links, "puts in the links to the notebook, below the mode bar"),
        Theirs(ImageCollector.process_doc, "Sphinx looks for pictures"),
        Theirs(TocTreeCollector.process_doc, "Sphinx collects toctrees"),
        Stop(note_terms, "notes terms that the page defines or speaks of"),
        Stop(collect, "notes what the page asks"),
        Stop(note_parts, "notes what the lesson has, and what it leaves out"),
        Stop(report_page, "holds the questions against the page's rules"),
        Stop(report_printed, "reports what cells should not print"),
        Stop(place_set, "puts in clock, badge and score"),
        Stop(add_end, "puts in what a reader did and can do next"),
        Stop(check_title, "reports a page without a title"),
        Stop(make_notebook, "makes the notebook to download"),
    ),
    once(
        "env-updated",
        "all pages are read",
        Stop(_EVIDENCE.changed, "names the evidence page where it shows other things now"),
        Stop(report_programs, "reports programs that break a rule, or that no page loads"),
        Stop(_MEANINGS.changed, "names pages that speak of terms, where a meaning changed"),
        Stop(_BARS.changed, "names pages whose mode bar shows other things now"),
        Stop(_ENDS.changed, "names pages that lead on to another now"),
        Stop(_FRAMES.changed, "names all pages where the sidebar shows other things now"),
        Stop(_COURSE.changed, "names the map and the progress page where they show other things"),
    ),
    once(
        "env-check-consistency",
        "the site is known",
        Stop(report_card_names, "reports names that two cards bear"),
        Stop(report_maps, "holds course maps against the lessons"),
        Stop(name_pages, "puts lesson and mode into the titles that others show"),
        Stop(report_question_names, "reports names that two questions bear"),
        Stop(refuse_release, "reports open points where this is a release"),
        Stop(report_lessons, "holds questions against the rules of a lesson"),
        Stop(report_whole, "holds lessons without open points against a whole one"),
        Stop(check_slugs, "reports folders that make no good address"),
        Stop(report_titles, "reports lessons that are called like another"),
        Stop(report_redirects, "reports redirects that lead nowhere"),
    ),
    each_page(
        POST_TRANSFORMS,
        "a page is to be written",
        Theirs(DropdownHtmlTransform, "sphinx-design makes dropdowns HTML"),
        Stop(ChevronsByStylesheet, "leaves the chevrons of dropdowns to a stylesheet"),
    ),
    each_page(
        "doctree-resolved",
        "all links are resolved",
        Stop(show_meanings, "gives links to terms their meaning"),
    ),
    each_page(
        "html-page-context",
        "the page's body is HTML",
        Theirs(_html_page_context, "Furo draws the navigation"),
        Stop(add_assets, "adds the scripts and styles that this page needs"),
        Stop(add_tags, "adds the description and the Open Graph tags"),
        Stop(add_crumbs, "says in which lesson and mode the page stands"),
        Stop(write_asked, "writes the page's questions and cards for the daily review"),
        Stop(trim_sidebar, "takes pages for authors out of other sidebars"),
    ),
    once(
        "html-collect-pages",
        "the pages of documents are written",
        Stop(pages_by_lesson, "adds a page of evidence for each lesson"),
        Stop(complete_index, "mends the search index of a build that goes on from another"),
    ),
    once(
        "build-finished",
        "all pages are written",
        Theirs(_overwrite_pygments_css, "Furo writes the colours of programs"),
        Stop(write_open_points, "writes open-points.json"),
        Stop(write_questions, "writes questions.json"),
        Stop(write_titles, "writes beside each lesson what the progress page shows of it"),
        Stop(copy_notebooks, "puts notebooks beside their pages"),
        Stop(write_addresses, "writes the sitemap, 404.html and redirects"),
        Stop(cut_down_site, "cuts stylesheets down to what the pages use"),
        Stop(lighten_scripts, "takes comments and margins out of our scripts"),
        Stop(guard_pages, "gives every page, 404.html too, its security policy"),
        Stop(tell, "writes the first cause of each thing that is wrong"),
        Stop(refuse_faulty_build, "fails the build if anything was reported"),
        Stop(_PHASE.close, "says what ran, and lets other builds go"),
    ),
)
