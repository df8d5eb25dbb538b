"""Every command in one table: key bindings, key bar, palette, help and the README are made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from medreview.i18n import N_


@dataclass(frozen=True)
class Command:
    """Something the user can do; texts are marked here and translated when shown.

    `action` is the Textual action, `bar` whether the key bar shows it, `synonyms` what else one may search for.
    """

    action: str
    label: str
    help: str
    key: str = ""
    bar: bool = False
    synonyms: str = ""

    @property
    def key_name(self) -> str:
        """The key as it stands on the keyboard: "F6", "Ctrl+P", "Esc"."""
        if self.key.startswith("page"):
            return f"Page {self.key.removeprefix('page').capitalize()}"
        parts = self.key.replace("escape", "esc").split("+")
        return "+".join(part.upper() if len(part) <= 2 else part.capitalize() for part in parts)

    def binding(self) -> Binding:
        """Return the command as a binding that also works while a text field has the focus.

        Esc belongs first to what is open inside the screen, a list of choices for example.
        """
        return Binding(self.key, self.action, self.label, show=False, priority=self.key != "escape", id=self.action)


APP: Final = (
    Command(
        "app.help",
        N_("Help"),
        N_("Explain this field and show all keys"),
        "f1",
        True,
        N_("keys shortcuts explain example larger text size"),
    ),
    Command("app.palette", N_("More"), N_("Find any command by name"), "ctrl+p", True, N_("search menu")),
    Command(
        "app.guide",
        N_("Guide"),
        N_("Read how to prepare, hold and finish the discussion"),
        synonyms=N_("manual instructions before meeting law duties learn"),
    ),
    Command(
        "app.export",
        N_("Export"),
        N_("Write the minutes, the agenda or the note sheet to files"),
        "f6",
        True,
        N_("minutes agenda save print word pdf html mail e-mail calendar file document send"),
    ),
    Command(
        "app.switch_committee",
        N_("Committees"),
        N_("Switch to another committee or add one"),
        "f2",
        True,
        N_("open change group"),
    ),
    Command(
        "app.search",
        N_("Search"),
        N_("Find words in all years and committees"),
        "ctrl+f",
        synonyms=N_("look for text where goal decision note"),
    ),
    Command(
        "app.compare",
        N_("Compare years"),
        N_("Two years side by side: goals, figures, form of cooperation"),
        "ctrl+o",
        synonyms=N_("last year beside this year difference before after development"),
    ),
    Command(
        "app.learned",
        N_("Lessons learned"),
        N_("What others can learn, from all years and committees"),
        synonyms=N_("lessons experience knowledge sharing list evaluation"),
    ),
    Command(
        "app.wheel",
        N_("Annual wheel"),
        N_("See the year at a glance: matters, meetings and deadlines, month by month"),
        "ctrl+l",
        synonyms=N_("calendar year months plan recurring cycle"),
    ),
    Command(
        "app.read",
        N_("Read as plain text"),
        N_("This year's minutes from top to bottom, as they stand now"),
        synonyms=N_("screen reader read aloud linear preview draft show"),
    ),
    Command(
        "app.all_saved",
        N_("Save"),
        N_("Everything is stored at once; this says so"),
        "ctrl+s",
        synonyms=N_("store keep stored lost"),
    ),
    Command(
        "app.save_elsewhere",
        N_("Save elsewhere"),
        N_("Write everything to a file at another place, and go on with that"),
        "ctrl+g",
        synonyms=N_("not saved disk full usb stick copy"),
    ),
    Command(
        "app.settings",
        N_("Settings"),
        N_("Language, colours and folders"),
        "",
        False,
        N_("theme options danish swedish logo"),
    ),
    Command(
        "app.edit_committee",
        N_("Members"),
        N_("Edit the committee and its members"),
        "",
        False,
        N_("committee seats persons names chair"),
    ),
    Command(
        "app.backups",
        N_("Backups"),
        N_("See what is backed up, back up now, go back to a backup"),
        synonyms=N_("restore recover copy safe usb stick lost"),
    ),
    Command("app.import_file", N_("Import"), N_("Read a review from an exchange file"), "", False, N_("json open")),
    Command("app.open_archive", N_("Open archive"), N_("Open another archive file"), "", False, N_("file")),
    Command(
        "app.theme('light')",
        N_("Colours: Light"),
        N_("Dark text on a light ground"),
        "",
        False,
        N_("theme bright light mode white"),
    ),
    Command(
        "app.theme('dark')",
        N_("Colours: Dark"),
        N_("Light text on a dark ground"),
        "",
        False,
        N_("theme night dark mode black"),
    ),
    Command(
        "app.theme('projector')",
        N_("Colours: Projector"),
        N_("Strongest contrast, for a weak projector"),
        "",
        False,
        N_("theme contrast beamer large"),
    ),
    Command(
        "app.leave", N_("Quit"), N_("Close medreview; everything is stored"), "ctrl+q", False, N_("exit stop end leave")
    ),
)

_WITHOUT_COMMITTEE: Final = ("app.help", "app.guide", "app.palette", "app.settings", "app.theme", "app.leave")

WITHOUT_COMMITTEE: Final = tuple(command for command in APP if command.action.startswith(_WITHOUT_COMMITTEE))
"""The commands that mean something while no committee is shown."""

UNDOING: Final = (
    Command(
        "app.undo",
        N_("Undo"),
        N_("Take back the last change, also one from before the last start"),
        "ctrl+z",
        synonyms=N_("regret restore back mistake deleted"),
    ),
    Command("app.redo", N_("Redo"), N_("Do again what was undone last"), "ctrl+y", synonyms=N_("again repeat")),
)
"""What works wherever changes to the archive are seen."""

ADDING: Final = (
    Command(
        "app.add('goals', 'Goal')",
        N_("New goal"),
        N_("Set one more goal for the coming year"),
        synonyms=N_("add another objective aim write"),
    ),
    Command(
        "app.add('preparation', 'Agenda item')",
        N_("New agenda item"),
        N_("Put one more item on the agenda"),
        synonyms=N_("add another point matter"),
    ),
    Command(
        "app.add('attendance', 'Guest')",
        N_("New guest"),
        N_("Note somebody from outside who takes part"),
        synonyms=N_("add another person visitor expert"),
    ),
    Command(
        "app.add_member",
        N_("New member"),
        N_("Add somebody to the committee"),
        synonyms=N_("add another person seat"),
    ),
    Command(
        "app.add('status', 'Key figure')",
        N_("New key figure"),
        N_("Follow one more figure over the years"),
        synonyms=N_("add another indicator number statistics"),
    ),
    Command(
        "app.add('content', 'Focus area')",
        N_("New focus area"),
        N_("Note one more focus area of the coming year"),
        synonyms=N_("add another theme effort"),
    ),
    Command(
        "app.add('cooperation', 'Date')",
        N_("New planned meeting"),
        N_("Plan one more meeting of the coming year"),
        synonyms=N_("add another date calendar"),
    ),
    Command(
        "app.add('decisions', 'Disagreement')",
        N_("New disagreement"),
        N_("Note what each side meant, and what management decides"),
        synonyms=N_("add another conflict reasons"),
    ),
    Command(
        "app.add('decisions', 'Matter')",
        N_("Raise a matter"),
        N_("Note a matter for the level above"),
        synonyms=N_("new add another send on upwards"),
    ),
)
"""What may be added by name, from home and from any step."""

HOME: Final = (
    Command("screen.go_on", N_("Continue"), N_("Go on with this year's discussion"), "f5", True, N_("open review")),
    Command("screen.start_year", N_("New year"), N_("Start the discussion of another year"), "f9", True, N_("begin")),
    Command("screen.goal_history", N_("Goal's history"), N_("Show the chosen goal over the years"), "f7", False),
    Command(
        "screen.follow_up",
        N_("Follow-up"),
        N_("Note how goals and actions are going: a status, a day and a line each"),
        "f8",
        synonyms=N_("progress overdue late done between meetings action plan"),
    ),
)

PRESENT: Final = Command(
    "screen.present",
    N_("Present"),
    N_("Show this large for the room, one thing at a time"),
    "f5",
    True,
    N_("projector full screen slide show beamer"),
)
"""On home this key continues the review."""

TIMING: Final = (
    Command(
        "screen.break",
        N_("Break"),
        N_("Begin a break of the meeting, or end it"),
        "ctrl+r",
        synonyms=N_("pause rest coffee resume time"),
    ),
    Command(
        "screen.clock",
        N_("The clock of the meeting"),
        N_("Say which item is on now, or stop the clock"),
        synonyms=N_("time minutes agenda timer pause"),
    ),
)
"""The clock of the meeting, beside the steps and in the room."""

STEPS: Final = Command(
    "screen.pick_step",
    N_("Steps"),
    N_("Go to any step"),
    "f4",
    True,
    N_("jump overview attendance apology absent figures goals training decisions"),
)

REVIEW: Final = (
    STEPS,
    Command(
        "screen.nothing_to_note",
        N_("Nothing to note"),
        N_("Mark this step as discussed with nothing to note, or take that back"),
        "f3",
        synonyms=N_("empty skip done"),
    ),
    Command("screen.previous_record", N_("Previous"), N_("Go to the one before in the list"), "f7"),
    Command("screen.next_record", N_("Next"), N_("Go to the next one in the list"), "f8", True),
    Command(
        "screen.new_decision", N_("Decision"), N_("Write down a decision under this step"), "f9", True, N_("new add")
    ),
    Command(
        "screen.new_action", N_("Action"), N_("Write down who does what by when"), "f10", False, N_("new add task todo")
    ),
    Command(
        "screen.add_entry",
        N_("Add to a list"),
        N_("Add a goal, an activity, a guest: what the lists of this step hold"),
        synonyms=N_("new insert another goal activity agenda item date guest figure focus area"),
    ),
    Command(
        "screen.remove_entry",
        N_("Remove from a list"),
        N_("Remove the entry one stands in; Ctrl+Z brings it back"),
        synonyms=N_("delete take out goal activity agenda item date guest action decision"),
    ),
    PRESENT,
    *TIMING,
    Command("screen.next_step", N_("Next step"), N_("Go on to the next step"), "ctrl+n", False),
    Command("screen.previous_step", N_("Previous step"), N_("Go back one step"), "ctrl+b", False),
    Command("screen.goal_history", N_("Goal's history"), N_("Show the chosen goal over the years"), "ctrl+t", False),
    Command(
        "screen.propose_dates",
        N_("Propose dates"),
        N_("Plan next year's meetings from the interval"),
        synonyms=N_("meetings calendar plan schedule days form cooperation"),
    ),
    Command(
        "screen.copy_goal",
        N_("Copy from last year"),
        N_("Set one of last year's goals again"),
        synonyms=N_("goal repeat reuse continue"),
    ),
    Command(
        "screen.begin", N_("Begin the meeting"), N_("Note the start and go to the attendance"), synonyms=N_("open")
    ),
    Command(
        "screen.ready",
        N_("Ready for approval"),
        N_("The meeting is over; the minutes wait for approval"),
        synonyms=N_("end meeting finish close done"),
    ),
    Command(
        "screen.approve",
        N_("Approve the minutes"),
        N_("From then on they can only be read"),
        synonyms=N_("sign signature lock final accept"),
    ),
    Command(
        "screen.versions",
        N_("Versions"),
        N_("Every approved version, and what differs between them"),
        synonyms=N_("history compare difference sha-256"),
    ),
    Command(
        "screen.changes",
        N_("Changes"),
        N_("What was changed when, and on which device"),
        synonyms=N_("journal log who history"),
    ),
    Command(
        "screen.addendum",
        N_("Write an addendum"),
        N_("Add to approved minutes, or correct them"),
        synonyms=N_("correction supplement error"),
    ),
    Command(
        "screen.correct_last_year",
        N_("Correct last year's minutes"),
        N_("The correction becomes an item of this agenda"),
        synonyms=N_("addendum error previous"),
    ),
    Command(
        "screen.withdraw",
        N_("Withdraw the approval"),
        N_("Change approved minutes and approve them again"),
        synonyms=N_("unapprove reopen undo"),
    ),
    Command(
        "screen.discard",
        N_("Delete this year"),
        N_("Delete a year that was started by mistake"),
        synonyms=N_("remove undo wrong"),
    ),
    Command(
        "screen.erase",
        N_("Delete this year for good"),
        N_("So that nothing of it stays in the archive, the history included"),
        synonyms=N_("erase remove privacy"),
    ),
    Command("screen.go_home", N_("Home"), N_("Leave the review; everything is stored"), "escape", False, N_("back")),
)

ROOM: Final = (
    Command("screen.turn(1)", N_("Next"), N_("Go on; the right arrow and the space bar do the same"), "pagedown", True),
    Command("screen.turn(-1)", N_("Previous"), N_("Go back one; the left arrow does the same"), "pageup", True),
    Command("screen.write", N_("Write"), N_("Go into the first field; Esc leaves it"), "", False),
    Command("screen.leave", N_("Back"), N_("Leave the field; with none, go back to the step"), "escape", True),
    Command("screen.back", N_("Back"), N_("Go back to the step"), "f5"),
)
"""What works while a step is presented."""

COMPARING: Final = (
    PRESENT,
    Command("screen.shift(-1)", N_("Earlier"), N_("Go one year back on both sides"), "f7", True),
    Command("screen.shift(1)", N_("Later"), N_("Go one year on, on both sides"), "f8", True),
    Command(
        "screen.write",
        N_("Export"),
        N_("Write the comparison to a file, or read it as plain text"),
        "f6",
        True,
        N_("export save print pdf word linear aloud screen reader"),
    ),
)
"""What works while two years stand side by side."""

LEARNED: Final = (
    Command("screen.look_back", N_("Look back"), N_("Go to where it was written"), "f8", True, N_("evaluation review")),
    Command("screen.write", N_("Write the list"), N_("Write the list as a document"), "f6", True, N_("export save")),
)
"""What works in the list of learned points; Enter shows the goal over the years."""

BACK: Final = (Command("screen.back", N_("Back"), N_("Close this screen"), "escape", True),)

QUESTION: Final = (Command("screen.close", N_("Close"), N_("Close this question"), "escape"),)
"""What works in every dialog."""

HELP: Final = (
    *BACK,
    Command("screen.back", N_("Close help"), N_("Close the help"), "f1"),
)

COMMITTEE: Final = (
    Command("screen.new_member", N_("New member"), N_("Add somebody to the committee"), "f9", True, N_("person seat")),
    Command(
        "screen.erase",
        N_("Delete the committee for good"),
        N_("With all its years, so that nothing of it stays in the archive"),
        synonyms=N_("erase remove privacy"),
    ),
    *BACK,
)

WHEEL: Final = (
    Command(
        "screen.new_matter", N_("New matter"), N_("Add a matter to the chosen month"), "f9", True, N_("add item topic")
    ),
    Command("screen.move(-1)", N_("Earlier"), N_("Move the chosen matter to the month before"), "f7", True),
    Command("screen.move(1)", N_("Later"), N_("Move the chosen matter to the next month"), "f8", True),
    Command("screen.take_out", N_("Take out"), N_("Take the matter out of this month"), synonyms=N_("remove delete")),
    Command(
        "screen.start",
        N_("From the template"),
        N_("Add the matters that wheels of committees usually have"),
        "f3",
        synonyms=N_("start begin usual fill"),
    ),
    Command("screen.turn(1)", N_("Next year"), N_("Show the year after"), "ctrl+n"),
    Command("screen.turn(-1)", N_("Previous year"), N_("Show the year before"), "ctrl+b"),
    *BACK,
)
"""What works on the annual wheel; Enter opens what is chosen."""

FOLLOW_UP: Final = (
    Command("screen.next_record", N_("Next"), N_("Go on to the next goal or action; Enter does the same"), "f8", True),
    Command("screen.previous_record", N_("Previous"), N_("Go back to the goal or action before"), "f7", True),
    *BACK,
)
"""What works between the meetings."""

EXPORT: Final = (
    Command("screen.write", N_("Write the files"), N_("Write the chosen files to the folder"), "f6", True, N_("save")),
    *BACK,
)

BY_SCREEN: Final = {
    N_("Everywhere"): APP,
    N_("Home, a review, members"): UNDOING,
    N_("Home, a review"): ADDING,
    N_("Home"): HOME,
    N_("In a review"): REVIEW,
    N_("Presenting"): (*ROOM, STEPS),
    N_("Comparing years"): COMPARING,
    N_("Lessons learned"): LEARNED,
    N_("Members"): COMMITTEE,
    N_("Annual wheel"): WHEEL,
    N_("Follow-up"): FOLLOW_UP,
    N_("Export"): EXPORT,
}
"""The commands as help and README list them."""


def key_of(action: str) -> str:
    """Return the key of a command that works everywhere, as it stands on the keyboard."""
    return next(command.key_name for command in APP if command.action == action)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return the bindings of the commands that have a key."""
    return [command.binding() for command in commands if command.key]
