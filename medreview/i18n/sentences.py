"""The sentences for refusals, findings and hints, by the code that the domain gives them."""

from typing import Final

from medreview.i18n.terms import N_

REFUSALS: Final = {
    "approved": N_("The minutes of {year} are approved and can only be read."),
    "sealed": N_("What is approved stays as it is. Withdraw the approval, or write an addendum."),
    "not_approved": N_("The minutes of {year} are not approved."),
    "wheel_complete": N_("The wheel already has every matter of the template."),
    "reason_needed": N_("Write the reason; it stays in the history."),
    "later_started": N_(
        "The discussion of {latest} has begun from these minutes, so their approval stands. Write an addendum instead."
    ),
    "nothing_to_undo": N_("There is nothing to undo. What is approved stays as it is."),
    "nothing_to_redo": N_("There is nothing to do again."),
    "changed_since": N_("This was changed elsewhere since. Nothing was undone."),
    "approve_instead": N_("Approve the minutes in the last step."),
    "approved_by_nobody": N_("Write who approves the minutes."),
    "approved_before_meeting": N_("The minutes cannot be approved before the meeting was held. Check the date."),
    "only_preparing": N_("The meeting of {year} has begun; its year can no longer be deleted."),
    "name_differs": N_("This is not the name of the committee. Write it as it stands here: {name}."),
    "approved_with_committee": N_(
        "The minutes of {year} were approved once. They can be deleted only with their committee."
    ),
    "erase_later_first": N_("The year {latest} starts from {year}. Delete the later one first."),
    "example_never_approved": N_("This is the example. It can never be approved; set up your own committee."),
    "not_ready": N_("The minutes cannot be approved yet. See what is missing."),
    "gone": N_("This is no longer there. It was removed in the meantime."),
    "already_there": N_("This is already there. Open it again to see it."),
    "committee_exists": N_("There is already a committee with the name {name}."),
    "year_exists": N_("There is already a review of {year}."),
    "later_review": N_(
        "There is already a review of {latest}. Open it and delete it first (Ctrl+P), before its meeting begins."
    ),
    "no_review": N_("There is no review of {year}."),
    "no_reviews": N_("There is no review yet."),
    "no_committees": N_("There is no committee in the archive yet."),
    "no_committee": N_("There is no committee with the name {name}. The archive has: {names}."),
    "member_in_minutes": N_("{name} is named in minutes and cannot be removed. Write the day they left instead."),
    "carried_goal": N_(
        "This goal comes from last year. Judge it under “Look back”: there it can be closed or dropped."
    ),
    "judged_goal": N_("A later review judges this goal. It cannot be removed."),
    "carried_action": N_("This action comes from last year. Set its status instead of removing it."),
    "step_item": N_("This item stands for a step of the discussion. It can be moved and renamed, not removed."),
    "no_interval": N_("Write the months between meetings or the number of meetings first."),
    "string_type": N_("This is not a text."),
    "time_parsing": N_("This is not a time of day without a zone."),
    "blank": N_("This must not be empty."),
    "yet_to_come": N_("This day is yet to come. Check the date."),
    "template_unknown": N_(
        "A review in this archive follows an agenda that this medreview does not know. A newer version may know it."
    ),
    "pasted_too_long": N_(
        "What you copied is too long: at most {limit} characters go into a field. Nothing was pasted."
    ),
    "string_too_long": N_("The text is too long: at most {max_length} characters. It is still here in the field."),
    "left_before_joined": N_("The member cannot leave before joining."),
    "end_before_start": N_("The end lies before the start."),
    "follow_up_of_one": N_("A follow-up is about either a goal or an action."),
    "close_without_outcome": N_("Say first whether the goal was met. Then it can be closed."),
    "dropped_but_continued": N_("A dropped goal cannot continue. Choose another outcome or close it."),
    "pending_with_value": N_("A figure that is not yet available has no value."),
    "not_a_date": N_("This is not a date. Write for example {example}."),
    "not_a_time": N_("This is not a time of day. Write for example {example}."),
    "not_a_number": N_("This is not a number. Write for example {example}."),
    "not_a_count": N_("This is not a whole number. Write for example {example}."),
    "greater_than_equal": N_("The number must be at least {ge}."),
    "less_than_equal": N_("The number must be at most {le}."),
    "decimal_max_places": N_("The number has too many decimals: at most {decimal_places}."),
    "archive_missing": N_("{path} is not there."),
    "archive_gone": N_(
        "There is no archive at {path} any more, but there are backups of it. Restore one of them first."
    ),
    "archive_is_folder": N_("{path} is a folder, not an archive."),
    "archive_empty": N_("{path} is an empty file and not an archive. It was left as it is."),
    "archive_newer": N_("{path} was made by a newer medreview. It was left as it is; install the newer version."),
    "archive_older": N_(
        "{path} was made by an earlier medreview. Open it once where it can be written; until then it stays as it is."
    ),
    "not_migrated": N_("{path} could not be taken over to this version of medreview. It was left as it is."),
    "archive_altered": N_(
        "{path} was rebuilt by another program and is no longer as medreview made it. It was left as it is."
    ),
    "nothing_to_rescue": N_("Nothing in {path} can be read any more. It was left as it is."),
    "archive_damaged": N_("{path} is damaged. It was left as it is."),
    "not_an_archive": N_("{path} is not a medreview archive. It was left as it is."),
    "cannot_open": N_("{path} cannot be opened: no permission to read it."),
    "cannot_write": N_("{path} cannot be written: no permission, or the folder is gone."),
    "open_elsewhere": N_("{path} is open in another window or program. Close it there and try again."),
    "archive_vanished": N_(
        "{path} cannot be found: it was moved or deleted, or its drive is gone. Your text is still in the field."
    ),
    "archive_replaced": N_(
        "Another file now lies at {path}. Nothing was written into it; your text is still in the field."
    ),
    "storage_unsafe": N_(
        "{path} lies in a place that does not store safely ({setting}). Copy it to a folder on this computer."
    ),
    "read_only": N_("{path} is read-only. Nothing was stored; your text is still in the field."),
    "pdf_unavailable": N_("PDF cannot be made on this kind of computer. Choose another format."),
    "disk_full": N_("The disk is full. Nothing was stored; your text is still in the field. Make room and go on."),
    "disk_error": N_("{path} cannot be stored just now. Your text is still in the field."),
    "no_room": N_("There is no room for {path}. Nothing was written; make room and try again."),
    "backup_unsound": N_("The backup of {path} could not be read back, so it was not kept. Check the archive."),
    "backup_damaged": N_("The backup {path} is damaged and was not restored. Choose another one."),
    "no_second_place": N_(
        "The second place for backups, {path}, is not there. Connect it; the next backup goes there."
    ),
    "logo_too_large": N_("{path} is too large for a logo: at most 2 MB."),
    "no_logo": N_("{path} is no picture that works as a logo. Choose a PNG, or an SVG that holds all it shows."),
    "not_readable": N_("{path} is no PDF, Word, HTML, Markdown or exchange file of medreview."),
    "not_a_folder": N_("{path} is a file, not a folder. Nothing was written."),
    "file_exists": N_("{path} already exists and was not overwritten."),
    "file_missing": N_("There is no file {path}."),
    "not_exchange": N_("{path} is not an exchange file of medreview. Nothing was imported."),
    "not_json": N_("{path} cannot be read at line {line}: it must be JSON in UTF-8. Nothing was imported."),
    "exchange_newer": N_("{path} was made by a newer medreview. Nothing was imported."),
    "exchange_field": N_("{path} does not fit the exchange format at {where}. Nothing was imported."),
    "exchange_dangling": N_("{path} refers at {where} to something that it does not hold. Nothing was imported."),
    "exchange_altered": N_("{path} is no longer what was approved: it was changed since. Nothing was imported."),
    "exchange_twice": N_("{path} has something twice: {where}. Nothing was imported."),
    "import_differs": N_(
        "{name} {year} in the file differs from what the archive has. Nothing was imported; all here is as it was."
    ),
    "import_of_example": N_("This is a file of the example; here it would pass for a real year. Nothing was imported."),
    "pdf_without_data": N_("{path} has no data of medreview inside. Nothing was imported."),
    "pdf_damaged": N_("{path} cannot be read: it is damaged or protected. Nothing was imported."),
    "too_large": N_("{path} is too large for an exchange file. Nothing was imported."),
}

FINDINGS: Final = {
    "no_date": N_("The meeting has no date."),
    "another_year": N_("{date} is in another year than the review of {year}. Check the date."),
    "nobody_present": N_("Nobody is noted as present."),
    "side_missing": N_("Nobody from the {side} was present."),
    "present_and_replaced": N_("{member} is noted as present, and {name} as coming instead."),
    "goal_not_assessed": N_("Not assessed yet: {goal}"),
    "reason_missing": N_("A reason is missing: {goal}"),
    "goal_changed": N_("The goal was changed; say so, and why, under its evaluation: {goal}"),
    "interval_too_long": N_("{interval} months between meetings; the local rule is at most {longest}."),
    "goal_without_text": N_("A goal has no text. Write it or remove the goal."),
    "deadline_passed": N_("The deadline, {date}, has passed; set a new one: {goal}"),
    "item_undecided": N_("No decision is noted on an item that is for decision: {item}"),
    "disagreement_open": N_("Management's decision is missing on: {topic}"),
    "item_postponed": N_(
        "“{item}” is postponed, so {duties} are not done. When it was taken up, note what was decided."
    ),
    "not_stored": N_("Not stored: {where}, “{text}”. Correct it, or empty the field."),
    "not_stored_closed": N_("Not stored, and left out: {where}, “{text}”. The goal is closed; reopen it to keep this."),
    "methods_not_judged": N_("Write what was done, and how methods and activities worked ({duty}): {goal}"),
    "duty_not_covered": N_("{duty} is neither answered nor marked “nothing to note”."),
}

HINTS: Final = {
    "clear": N_("Write what will be different, so that everybody understands it: more than a wish."),
    "measurable": N_("Give a target figure, or write how you will judge that the goal is met."),
    "responsible": N_("Write who is responsible."),
    "deadline": N_("Write a deadline that lies ahead."),
    "linked": N_("Link the goal to a focus area, if it belongs to one."),
    "activities": N_("Write at least one thing you will do."),
}
