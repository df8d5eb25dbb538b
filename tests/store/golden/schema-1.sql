CREATE TABLE action (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
predecessor_id CHAR(32),
agenda_item_id CHAR(32),
what VARCHAR(20000) NOT NULL,
responsible VARCHAR(300) NOT NULL,
due DATE,
status VARCHAR(7) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL
)

CREATE TABLE activity (
id CHAR(32) NOT NULL,
goal_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
what VARCHAR(20000) NOT NULL,
responsible VARCHAR(300) NOT NULL,
deadline DATE,
resources VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)

CREATE TABLE addendum (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
version INTEGER NOT NULL,
number INTEGER NOT NULL,
made_on DATE NOT NULL,
reason VARCHAR(20000) NOT NULL,
text VARCHAR(20000) NOT NULL,
"by" VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
UNIQUE (review_id, version, number),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE agenda_item (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
title VARCHAR(300) NOT NULL,
type VARCHAR(11) NOT NULL,
step VARCHAR,
minutes INTEGER,
closed BOOLEAN NOT NULL,
case_number VARCHAR(300) NOT NULL,
presentation VARCHAR(20000) NOT NULL,
recommendation VARCHAR(20000) NOT NULL,
annexes VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE attendance (
id CHAR(32) NOT NULL,
meeting_id CHAR(32) NOT NULL,
member_id CHAR(32) NOT NULL,
presence VARCHAR(7) NOT NULL,
substitute VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
UNIQUE (meeting_id, member_id),
FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
)

CREATE TABLE closing (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
communication VARCHAR(20000) NOT NULL,
how_we_cooperate VARCHAR(20000) NOT NULL,
what_was_decided VARCHAR(20000) NOT NULL,
how_followed_up VARCHAR(20000) NOT NULL,
where_found VARCHAR(20000) NOT NULL,
how_judged VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE committee (
id CHAR(32) NOT NULL,
municipality VARCHAR(300) NOT NULL,
name VARCHAR(300) NOT NULL,
level_name VARCHAR(300) NOT NULL,
parent_name VARCHAR(300) NOT NULL,
size_class VARCHAR(13) NOT NULL,
management_side VARCHAR(300) NOT NULL,
employee_side VARCHAR(300) NOT NULL,
language VARCHAR(7) NOT NULL,
longest_interval INTEGER,
PRIMARY KEY (id)
)

CREATE TABLE content (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
works_well VARCHAR(20000) NOT NULL,
problems VARCHAR(20000) NOT NULL,
"plan" VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE cooperation (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
judged VARCHAR(20000) NOT NULL,
form VARCHAR(20000) NOT NULL,
meetings INTEGER,
interval INTEGER,
called_by VARCHAR(300) NOT NULL,
notice_weeks INTEGER,
agenda_weeks INTEGER,
information_between VARCHAR(20000) NOT NULL,
information_staff VARCHAR(20000) NOT NULL,
working_groups VARCHAR(20000) NOT NULL,
composed VARCHAR(10) NOT NULL,
composed_comment VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE decision (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
agenda_item_id CHAR(32),
discussion VARCHAR(20000) NOT NULL,
text VARCHAR(20000) NOT NULL,
result VARCHAR(9) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL
)

CREATE TABLE disagreement (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
agenda_item_id CHAR(32),
topic VARCHAR(300) NOT NULL,
management_view VARCHAR(20000) NOT NULL,
employee_view VARCHAR(20000) NOT NULL,
management_decision VARCHAR(20000) NOT NULL,
decided_on DATE,
advice_followed BOOLEAN NOT NULL,
reasons_given_on DATE,
reasons VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL
)

CREATE TABLE evaluation (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
goal_id CHAR(32) NOT NULL,
outcome VARCHAR(12) NOT NULL,
reached VARCHAR,
done VARCHAR(20000) NOT NULL,
methods_judged VARCHAR(20000) NOT NULL,
activities_judged VARCHAR(20000) NOT NULL,
why VARCHAR(20000) NOT NULL,
learned VARCHAR(20000) NOT NULL,
continuation VARCHAR(8) NOT NULL,
reason VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
UNIQUE (review_id, goal_id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)

CREATE TABLE expertise (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
present VARCHAR(10) NOT NULL,
missing VARCHAR(20000) NOT NULL,
"plan" VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE figure (
id CHAR(32) NOT NULL,
indicator_id CHAR(32) NOT NULL,
year INTEGER NOT NULL,
value VARCHAR,
pending BOOLEAN NOT NULL,
PRIMARY KEY (id),
UNIQUE (indicator_id, year),
FOREIGN KEY(indicator_id) REFERENCES indicator (id) ON DELETE CASCADE
)

CREATE TABLE focus_area (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
title VARCHAR(300) NOT NULL,
text VARCHAR(20000) NOT NULL,
own BOOLEAN NOT NULL,
source VARCHAR(300) NOT NULL,
starts DATE,
ends DATE,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE follow_up (
id CHAR(32) NOT NULL,
committee_id CHAR(32) NOT NULL,
goal_id CHAR(32),
action_id CHAR(32),
noted_on DATE NOT NULL,
course VARCHAR(8) NOT NULL,
line VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE CASCADE,
FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)

CREATE TABLE goal (
id CHAR(32) NOT NULL,
committee_id CHAR(32) NOT NULL,
year INTEGER NOT NULL,
position INTEGER NOT NULL,
predecessor_id CHAR(32),
focus_area_id CHAR(32),
kind VARCHAR(16) NOT NULL,
text VARCHAR(20000) NOT NULL,
unit VARCHAR(300) NOT NULL,
baseline VARCHAR,
baseline_year INTEGER,
target VARCHAR,
criterion VARCHAR(20000) NOT NULL,
methods VARCHAR(20000) NOT NULL,
responsible VARCHAR(300) NOT NULL,
runs_until DATE,
PRIMARY KEY (id),
FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE CASCADE
)

CREATE TABLE guest (
id CHAR(32) NOT NULL,
meeting_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
name VARCHAR(300) NOT NULL,
capacity VARCHAR(300) NOT NULL,
agenda_item_id CHAR(32),
PRIMARY KEY (id),
FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL
)

CREATE TABLE indicator (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
name VARCHAR(300) NOT NULL,
unit VARCHAR(300) NOT NULL,
decimals INTEGER NOT NULL,
better VARCHAR(6) NOT NULL,
is_absence BOOLEAN NOT NULL,
note VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE journal_change (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
step INTEGER NOT NULL,
entry VARCHAR NOT NULL,
"row" VARCHAR NOT NULL,
review_id VARCHAR,
"before" VARCHAR,
"after" VARCHAR,
FOREIGN KEY(step) REFERENCES journal_step (id) ON DELETE CASCADE
)

CREATE TABLE journal_step (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
at VARCHAR NOT NULL,
device VARCHAR NOT NULL,
deed VARCHAR NOT NULL,
run VARCHAR NOT NULL,
undoes INTEGER
)

CREATE TABLE meeting (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
held_on DATE,
starts TIME,
ends TIME,
place VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE member (
id CHAR(32) NOT NULL,
committee_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
name VARCHAR(300) NOT NULL,
role VARCHAR(21) NOT NULL,
side VARCHAR(10) NOT NULL,
office VARCHAR(10) NOT NULL,
vacant BOOLEAN NOT NULL,
joined DATE,
"left" DATE,
mandatory_training_on DATE,
PRIMARY KEY (id),
FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE CASCADE
)

CREATE TABLE planned_meeting (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
held_on DATE,
starts TIME,
ends TIME,
place VARCHAR(300) NOT NULL,
note VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE preparation (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
case_number VARCHAR(300) NOT NULL,
leader VARCHAR(300) NOT NULL,
minute_taker VARCHAR(300) NOT NULL,
heard VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE raised_matter (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
matter VARCHAR(20000) NOT NULL,
raised_to VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE review (
id CHAR(32) NOT NULL,
committee_id CHAR(32) NOT NULL,
year INTEGER NOT NULL,
previous_year INTEGER,
template VARCHAR NOT NULL,
state VARCHAR(12) NOT NULL,
version INTEGER NOT NULL,
approved_on DATE,
approved_by VARCHAR(20000) NOT NULL,
amendments VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
UNIQUE (committee_id, year),
FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE CASCADE
)

CREATE TABLE setting (
"key" VARCHAR NOT NULL,
value VARCHAR NOT NULL,
PRIMARY KEY ("key")
)

CREATE TABLE status (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
apv_raised INTEGER,
apv_solved INTEGER,
apv_planned INTEGER,
apv_done INTEGER,
apv_open INTEGER,
apv_comment VARCHAR(20000) NOT NULL,
guideline_adapted VARCHAR(10) NOT NULL,
guideline_on DATE,
guideline_effort VARCHAR(20000) NOT NULL,
absence_prevention VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE step_note (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
step VARCHAR NOT NULL,
note VARCHAR(20000) NOT NULL,
nothing_to_note BOOLEAN NOT NULL,
PRIMARY KEY (id),
UNIQUE (review_id, step),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE time_span (
id CHAR(32) NOT NULL,
meeting_id CHAR(32) NOT NULL,
agenda_item_id CHAR(32),
starts TIME,
ends TIME,
PRIMARY KEY (id),
FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE CASCADE
)

CREATE TABLE timed_line (
id CHAR(32) NOT NULL,
meeting_id CHAR(32) NOT NULL,
at TIME,
person VARCHAR(300) NOT NULL,
movement VARCHAR(7) NOT NULL,
agenda_item_id CHAR(32),
PRIMARY KEY (id),
FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL
)

CREATE TABLE training (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
member_id CHAR(32) NOT NULL,
offered VARCHAR,
taken VARCHAR,
wish VARCHAR(300) NOT NULL,
PRIMARY KEY (id),
UNIQUE (review_id, member_id),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
)

CREATE TABLE version (
id CHAR(32) NOT NULL,
review_id CHAR(32) NOT NULL,
number INTEGER NOT NULL,
content VARCHAR NOT NULL,
sha256 VARCHAR NOT NULL,
withdrawn_on DATE,
reason VARCHAR(20000) NOT NULL,
PRIMARY KEY (id),
UNIQUE (review_id, number),
FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)

CREATE TABLE wheel_matter (
id CHAR(32) NOT NULL,
committee_id CHAR(32) NOT NULL,
position INTEGER NOT NULL,
text VARCHAR(300) NOT NULL,
months VARCHAR NOT NULL,
fixed BOOLEAN NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE CASCADE
)

CREATE INDEX ix_action_predecessor_id ON action (predecessor_id)

CREATE INDEX ix_action_review_id ON action (review_id)

CREATE INDEX ix_activity_goal_id ON activity (goal_id)

CREATE INDEX ix_addendum_review_id ON addendum (review_id)

CREATE INDEX ix_agenda_item_review_id ON agenda_item (review_id)

CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id)

CREATE INDEX ix_attendance_member_id ON attendance (member_id)

CREATE INDEX ix_closing_review_id ON closing (review_id)

CREATE INDEX ix_content_review_id ON content (review_id)

CREATE INDEX ix_cooperation_review_id ON cooperation (review_id)

CREATE INDEX ix_decision_review_id ON decision (review_id)

CREATE INDEX ix_disagreement_review_id ON disagreement (review_id)

CREATE INDEX ix_evaluation_goal_id ON evaluation (goal_id)

CREATE INDEX ix_evaluation_review_id ON evaluation (review_id)

CREATE INDEX ix_expertise_review_id ON expertise (review_id)

CREATE INDEX ix_figure_indicator_id ON figure (indicator_id)

CREATE INDEX ix_focus_area_review_id ON focus_area (review_id)

CREATE INDEX ix_follow_up_action_id ON follow_up (action_id)

CREATE INDEX ix_follow_up_committee_id ON follow_up (committee_id)

CREATE INDEX ix_follow_up_goal_id ON follow_up (goal_id)

CREATE INDEX ix_goal_committee_id ON goal (committee_id)

CREATE INDEX ix_goal_predecessor_id ON goal (predecessor_id)

CREATE INDEX ix_goal_year ON goal (year)

CREATE INDEX ix_guest_meeting_id ON guest (meeting_id)

CREATE INDEX ix_indicator_review_id ON indicator (review_id)

CREATE INDEX ix_journal_change_review_id ON journal_change (review_id)

CREATE INDEX ix_journal_change_step ON journal_change (step)

CREATE INDEX ix_meeting_review_id ON meeting (review_id)

CREATE INDEX ix_member_committee_id ON member (committee_id)

CREATE INDEX ix_planned_meeting_review_id ON planned_meeting (review_id)

CREATE INDEX ix_preparation_review_id ON preparation (review_id)

CREATE INDEX ix_raised_matter_review_id ON raised_matter (review_id)

CREATE INDEX ix_review_committee_id ON review (committee_id)

CREATE INDEX ix_status_review_id ON status (review_id)

CREATE INDEX ix_step_note_review_id ON step_note (review_id)

CREATE INDEX ix_time_span_meeting_id ON time_span (meeting_id)

CREATE INDEX ix_timed_line_meeting_id ON timed_line (meeting_id)

CREATE INDEX ix_training_member_id ON training (member_id)

CREATE INDEX ix_training_review_id ON training (review_id)

CREATE INDEX ix_version_review_id ON version (review_id)

CREATE INDEX ix_version_sha256 ON version (sha256)

CREATE INDEX ix_wheel_matter_committee_id ON wheel_matter (committee_id)

CREATE TRIGGER action_delete_journal AFTER DELETE ON action BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'action', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'predecessor_id=' || quote(OLD."predecessor_id") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'what=' || quote(OLD."what") || ';' || 'responsible=' || quote(OLD."responsible") || ';' || 'due=' || quote(OLD."due") || ';' || 'status=' || quote(OLD."status"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER action_delete_sealed BEFORE DELETE ON action WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER action_insert_journal AFTER INSERT ON action BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'action', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'predecessor_id=' || quote(NEW."predecessor_id") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'what=' || quote(NEW."what") || ';' || 'responsible=' || quote(NEW."responsible") || ';' || 'due=' || quote(NEW."due") || ';' || 'status=' || quote(NEW."status") FROM journal_step HAVING max(id); END

CREATE TRIGGER action_insert_sealed BEFORE INSERT ON action WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER action_update_journal AFTER UPDATE ON action BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'action', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'predecessor_id=' || quote(OLD."predecessor_id") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'what=' || quote(OLD."what") || ';' || 'responsible=' || quote(OLD."responsible") || ';' || 'due=' || quote(OLD."due") || ';' || 'status=' || quote(OLD."status"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'predecessor_id=' || quote(NEW."predecessor_id") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'what=' || quote(NEW."what") || ';' || 'responsible=' || quote(NEW."responsible") || ';' || 'due=' || quote(NEW."due") || ';' || 'status=' || quote(NEW."status") FROM journal_step HAVING max(id); END

CREATE TRIGGER action_update_sealed BEFORE UPDATE ON action WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER activity_delete_journal AFTER DELETE ON activity BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'activity', OLD.id, (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = OLD.goal_id), 'id=' || quote(OLD."id") || ';' || 'goal_id=' || quote(OLD."goal_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'what=' || quote(OLD."what") || ';' || 'responsible=' || quote(OLD."responsible") || ';' || 'deadline=' || quote(OLD."deadline") || ';' || 'resources=' || quote(OLD."resources"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER activity_delete_sealed BEFORE DELETE ON activity WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = OLD.goal_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER activity_insert_journal AFTER INSERT ON activity BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'activity', NEW.id, (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = NEW.goal_id), NULL, 'id=' || quote(NEW."id") || ';' || 'goal_id=' || quote(NEW."goal_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'what=' || quote(NEW."what") || ';' || 'responsible=' || quote(NEW."responsible") || ';' || 'deadline=' || quote(NEW."deadline") || ';' || 'resources=' || quote(NEW."resources") FROM journal_step HAVING max(id); END

CREATE TRIGGER activity_insert_sealed BEFORE INSERT ON activity WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = NEW.goal_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER activity_update_journal AFTER UPDATE ON activity BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'activity', NEW.id, (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = NEW.goal_id), 'id=' || quote(OLD."id") || ';' || 'goal_id=' || quote(OLD."goal_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'what=' || quote(OLD."what") || ';' || 'responsible=' || quote(OLD."responsible") || ';' || 'deadline=' || quote(OLD."deadline") || ';' || 'resources=' || quote(OLD."resources"), 'id=' || quote(NEW."id") || ';' || 'goal_id=' || quote(NEW."goal_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'what=' || quote(NEW."what") || ';' || 'responsible=' || quote(NEW."responsible") || ';' || 'deadline=' || quote(NEW."deadline") || ';' || 'resources=' || quote(NEW."resources") FROM journal_step HAVING max(id); END

CREATE TRIGGER activity_update_sealed BEFORE UPDATE ON activity WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = OLD.goal_id) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (
SELECT review.id FROM goal JOIN review ON review.committee_id = goal.committee_id AND review.year = goal.year
WHERE goal.id = NEW.goal_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER addendum_delete_journal AFTER DELETE ON addendum BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'addendum', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'version=' || quote(OLD."version") || ';' || 'number=' || quote(OLD."number") || ';' || 'made_on=' || quote(OLD."made_on") || ';' || 'reason=' || quote(OLD."reason") || ';' || 'text=' || quote(OLD."text") || ';' || 'by=' || quote(OLD."by"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER addendum_delete_sealed BEFORE DELETE ON addendum WHEN EXISTS (SELECT 1 FROM review WHERE id = OLD.review_id) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER addendum_insert_journal AFTER INSERT ON addendum BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'addendum', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'version=' || quote(NEW."version") || ';' || 'number=' || quote(NEW."number") || ';' || 'made_on=' || quote(NEW."made_on") || ';' || 'reason=' || quote(NEW."reason") || ';' || 'text=' || quote(NEW."text") || ';' || 'by=' || quote(NEW."by") FROM journal_step HAVING max(id); END

CREATE TRIGGER addendum_insert_sealed BEFORE INSERT ON addendum WHEN NOT EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER addendum_update_journal AFTER UPDATE ON addendum BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'addendum', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'version=' || quote(OLD."version") || ';' || 'number=' || quote(OLD."number") || ';' || 'made_on=' || quote(OLD."made_on") || ';' || 'reason=' || quote(OLD."reason") || ';' || 'text=' || quote(OLD."text") || ';' || 'by=' || quote(OLD."by"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'version=' || quote(NEW."version") || ';' || 'number=' || quote(NEW."number") || ';' || 'made_on=' || quote(NEW."made_on") || ';' || 'reason=' || quote(NEW."reason") || ';' || 'text=' || quote(NEW."text") || ';' || 'by=' || quote(NEW."by") FROM journal_step HAVING max(id); END

CREATE TRIGGER addendum_update_sealed BEFORE UPDATE ON addendum WHEN 1 BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER agenda_item_delete_journal AFTER DELETE ON agenda_item BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'agenda_item', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'title=' || quote(OLD."title") || ';' || 'type=' || quote(OLD."type") || ';' || 'step=' || quote(OLD."step") || ';' || 'minutes=' || quote(OLD."minutes") || ';' || 'closed=' || quote(OLD."closed") || ';' || 'case_number=' || quote(OLD."case_number") || ';' || 'presentation=' || quote(OLD."presentation") || ';' || 'recommendation=' || quote(OLD."recommendation") || ';' || 'annexes=' || quote(OLD."annexes"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER agenda_item_delete_sealed BEFORE DELETE ON agenda_item WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER agenda_item_insert_journal AFTER INSERT ON agenda_item BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'agenda_item', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'title=' || quote(NEW."title") || ';' || 'type=' || quote(NEW."type") || ';' || 'step=' || quote(NEW."step") || ';' || 'minutes=' || quote(NEW."minutes") || ';' || 'closed=' || quote(NEW."closed") || ';' || 'case_number=' || quote(NEW."case_number") || ';' || 'presentation=' || quote(NEW."presentation") || ';' || 'recommendation=' || quote(NEW."recommendation") || ';' || 'annexes=' || quote(NEW."annexes") FROM journal_step HAVING max(id); END

CREATE TRIGGER agenda_item_insert_sealed BEFORE INSERT ON agenda_item WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER agenda_item_update_journal AFTER UPDATE ON agenda_item BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'agenda_item', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'title=' || quote(OLD."title") || ';' || 'type=' || quote(OLD."type") || ';' || 'step=' || quote(OLD."step") || ';' || 'minutes=' || quote(OLD."minutes") || ';' || 'closed=' || quote(OLD."closed") || ';' || 'case_number=' || quote(OLD."case_number") || ';' || 'presentation=' || quote(OLD."presentation") || ';' || 'recommendation=' || quote(OLD."recommendation") || ';' || 'annexes=' || quote(OLD."annexes"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'title=' || quote(NEW."title") || ';' || 'type=' || quote(NEW."type") || ';' || 'step=' || quote(NEW."step") || ';' || 'minutes=' || quote(NEW."minutes") || ';' || 'closed=' || quote(NEW."closed") || ';' || 'case_number=' || quote(NEW."case_number") || ';' || 'presentation=' || quote(NEW."presentation") || ';' || 'recommendation=' || quote(NEW."recommendation") || ';' || 'annexes=' || quote(NEW."annexes") FROM journal_step HAVING max(id); END

CREATE TRIGGER agenda_item_update_sealed BEFORE UPDATE ON agenda_item WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER attendance_delete_journal AFTER DELETE ON attendance BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'attendance', OLD.id, (SELECT review_id FROM meeting WHERE id = OLD.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'member_id=' || quote(OLD."member_id") || ';' || 'presence=' || quote(OLD."presence") || ';' || 'substitute=' || quote(OLD."substitute"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER attendance_delete_sealed BEFORE DELETE ON attendance WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER attendance_insert_journal AFTER INSERT ON attendance BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'attendance', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), NULL, 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'member_id=' || quote(NEW."member_id") || ';' || 'presence=' || quote(NEW."presence") || ';' || 'substitute=' || quote(NEW."substitute") FROM journal_step HAVING max(id); END

CREATE TRIGGER attendance_insert_sealed BEFORE INSERT ON attendance WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER attendance_update_journal AFTER UPDATE ON attendance BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'attendance', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'member_id=' || quote(OLD."member_id") || ';' || 'presence=' || quote(OLD."presence") || ';' || 'substitute=' || quote(OLD."substitute"), 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'member_id=' || quote(NEW."member_id") || ';' || 'presence=' || quote(NEW."presence") || ';' || 'substitute=' || quote(NEW."substitute") FROM journal_step HAVING max(id); END

CREATE TRIGGER attendance_update_sealed BEFORE UPDATE ON attendance WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER closing_delete_journal AFTER DELETE ON closing BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'closing', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'communication=' || quote(OLD."communication") || ';' || 'how_we_cooperate=' || quote(OLD."how_we_cooperate") || ';' || 'what_was_decided=' || quote(OLD."what_was_decided") || ';' || 'how_followed_up=' || quote(OLD."how_followed_up") || ';' || 'where_found=' || quote(OLD."where_found") || ';' || 'how_judged=' || quote(OLD."how_judged"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER closing_delete_sealed BEFORE DELETE ON closing WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER closing_insert_journal AFTER INSERT ON closing BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'closing', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'communication=' || quote(NEW."communication") || ';' || 'how_we_cooperate=' || quote(NEW."how_we_cooperate") || ';' || 'what_was_decided=' || quote(NEW."what_was_decided") || ';' || 'how_followed_up=' || quote(NEW."how_followed_up") || ';' || 'where_found=' || quote(NEW."where_found") || ';' || 'how_judged=' || quote(NEW."how_judged") FROM journal_step HAVING max(id); END

CREATE TRIGGER closing_insert_sealed BEFORE INSERT ON closing WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER closing_update_journal AFTER UPDATE ON closing BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'closing', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'communication=' || quote(OLD."communication") || ';' || 'how_we_cooperate=' || quote(OLD."how_we_cooperate") || ';' || 'what_was_decided=' || quote(OLD."what_was_decided") || ';' || 'how_followed_up=' || quote(OLD."how_followed_up") || ';' || 'where_found=' || quote(OLD."where_found") || ';' || 'how_judged=' || quote(OLD."how_judged"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'communication=' || quote(NEW."communication") || ';' || 'how_we_cooperate=' || quote(NEW."how_we_cooperate") || ';' || 'what_was_decided=' || quote(NEW."what_was_decided") || ';' || 'how_followed_up=' || quote(NEW."how_followed_up") || ';' || 'where_found=' || quote(NEW."where_found") || ';' || 'how_judged=' || quote(NEW."how_judged") FROM journal_step HAVING max(id); END

CREATE TRIGGER closing_update_sealed BEFORE UPDATE ON closing WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER committee_delete_journal AFTER DELETE ON committee BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'committee', OLD.id, NULL, 'id=' || quote(OLD."id") || ';' || 'municipality=' || quote(OLD."municipality") || ';' || 'name=' || quote(OLD."name") || ';' || 'level_name=' || quote(OLD."level_name") || ';' || 'parent_name=' || quote(OLD."parent_name") || ';' || 'size_class=' || quote(OLD."size_class") || ';' || 'management_side=' || quote(OLD."management_side") || ';' || 'employee_side=' || quote(OLD."employee_side") || ';' || 'language=' || quote(OLD."language") || ';' || 'longest_interval=' || quote(OLD."longest_interval"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER committee_insert_journal AFTER INSERT ON committee BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'committee', NEW.id, NULL, NULL, 'id=' || quote(NEW."id") || ';' || 'municipality=' || quote(NEW."municipality") || ';' || 'name=' || quote(NEW."name") || ';' || 'level_name=' || quote(NEW."level_name") || ';' || 'parent_name=' || quote(NEW."parent_name") || ';' || 'size_class=' || quote(NEW."size_class") || ';' || 'management_side=' || quote(NEW."management_side") || ';' || 'employee_side=' || quote(NEW."employee_side") || ';' || 'language=' || quote(NEW."language") || ';' || 'longest_interval=' || quote(NEW."longest_interval") FROM journal_step HAVING max(id); END

CREATE TRIGGER committee_update_journal AFTER UPDATE ON committee BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'committee', NEW.id, NULL, 'id=' || quote(OLD."id") || ';' || 'municipality=' || quote(OLD."municipality") || ';' || 'name=' || quote(OLD."name") || ';' || 'level_name=' || quote(OLD."level_name") || ';' || 'parent_name=' || quote(OLD."parent_name") || ';' || 'size_class=' || quote(OLD."size_class") || ';' || 'management_side=' || quote(OLD."management_side") || ';' || 'employee_side=' || quote(OLD."employee_side") || ';' || 'language=' || quote(OLD."language") || ';' || 'longest_interval=' || quote(OLD."longest_interval"), 'id=' || quote(NEW."id") || ';' || 'municipality=' || quote(NEW."municipality") || ';' || 'name=' || quote(NEW."name") || ';' || 'level_name=' || quote(NEW."level_name") || ';' || 'parent_name=' || quote(NEW."parent_name") || ';' || 'size_class=' || quote(NEW."size_class") || ';' || 'management_side=' || quote(NEW."management_side") || ';' || 'employee_side=' || quote(NEW."employee_side") || ';' || 'language=' || quote(NEW."language") || ';' || 'longest_interval=' || quote(NEW."longest_interval") FROM journal_step HAVING max(id); END

CREATE TRIGGER content_delete_journal AFTER DELETE ON content BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'content', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'works_well=' || quote(OLD."works_well") || ';' || 'problems=' || quote(OLD."problems") || ';' || 'plan=' || quote(OLD."plan"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER content_delete_sealed BEFORE DELETE ON content WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER content_insert_journal AFTER INSERT ON content BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'content', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'works_well=' || quote(NEW."works_well") || ';' || 'problems=' || quote(NEW."problems") || ';' || 'plan=' || quote(NEW."plan") FROM journal_step HAVING max(id); END

CREATE TRIGGER content_insert_sealed BEFORE INSERT ON content WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER content_update_journal AFTER UPDATE ON content BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'content', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'works_well=' || quote(OLD."works_well") || ';' || 'problems=' || quote(OLD."problems") || ';' || 'plan=' || quote(OLD."plan"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'works_well=' || quote(NEW."works_well") || ';' || 'problems=' || quote(NEW."problems") || ';' || 'plan=' || quote(NEW."plan") FROM journal_step HAVING max(id); END

CREATE TRIGGER content_update_sealed BEFORE UPDATE ON content WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER cooperation_delete_journal AFTER DELETE ON cooperation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'cooperation', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'judged=' || quote(OLD."judged") || ';' || 'form=' || quote(OLD."form") || ';' || 'meetings=' || quote(OLD."meetings") || ';' || 'interval=' || quote(OLD."interval") || ';' || 'called_by=' || quote(OLD."called_by") || ';' || 'notice_weeks=' || quote(OLD."notice_weeks") || ';' || 'agenda_weeks=' || quote(OLD."agenda_weeks") || ';' || 'information_between=' || quote(OLD."information_between") || ';' || 'information_staff=' || quote(OLD."information_staff") || ';' || 'working_groups=' || quote(OLD."working_groups") || ';' || 'composed=' || quote(OLD."composed") || ';' || 'composed_comment=' || quote(OLD."composed_comment"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER cooperation_delete_sealed BEFORE DELETE ON cooperation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER cooperation_insert_journal AFTER INSERT ON cooperation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'cooperation', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'judged=' || quote(NEW."judged") || ';' || 'form=' || quote(NEW."form") || ';' || 'meetings=' || quote(NEW."meetings") || ';' || 'interval=' || quote(NEW."interval") || ';' || 'called_by=' || quote(NEW."called_by") || ';' || 'notice_weeks=' || quote(NEW."notice_weeks") || ';' || 'agenda_weeks=' || quote(NEW."agenda_weeks") || ';' || 'information_between=' || quote(NEW."information_between") || ';' || 'information_staff=' || quote(NEW."information_staff") || ';' || 'working_groups=' || quote(NEW."working_groups") || ';' || 'composed=' || quote(NEW."composed") || ';' || 'composed_comment=' || quote(NEW."composed_comment") FROM journal_step HAVING max(id); END

CREATE TRIGGER cooperation_insert_sealed BEFORE INSERT ON cooperation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER cooperation_update_journal AFTER UPDATE ON cooperation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'cooperation', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'judged=' || quote(OLD."judged") || ';' || 'form=' || quote(OLD."form") || ';' || 'meetings=' || quote(OLD."meetings") || ';' || 'interval=' || quote(OLD."interval") || ';' || 'called_by=' || quote(OLD."called_by") || ';' || 'notice_weeks=' || quote(OLD."notice_weeks") || ';' || 'agenda_weeks=' || quote(OLD."agenda_weeks") || ';' || 'information_between=' || quote(OLD."information_between") || ';' || 'information_staff=' || quote(OLD."information_staff") || ';' || 'working_groups=' || quote(OLD."working_groups") || ';' || 'composed=' || quote(OLD."composed") || ';' || 'composed_comment=' || quote(OLD."composed_comment"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'judged=' || quote(NEW."judged") || ';' || 'form=' || quote(NEW."form") || ';' || 'meetings=' || quote(NEW."meetings") || ';' || 'interval=' || quote(NEW."interval") || ';' || 'called_by=' || quote(NEW."called_by") || ';' || 'notice_weeks=' || quote(NEW."notice_weeks") || ';' || 'agenda_weeks=' || quote(NEW."agenda_weeks") || ';' || 'information_between=' || quote(NEW."information_between") || ';' || 'information_staff=' || quote(NEW."information_staff") || ';' || 'working_groups=' || quote(NEW."working_groups") || ';' || 'composed=' || quote(NEW."composed") || ';' || 'composed_comment=' || quote(NEW."composed_comment") FROM journal_step HAVING max(id); END

CREATE TRIGGER cooperation_update_sealed BEFORE UPDATE ON cooperation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER decision_delete_journal AFTER DELETE ON decision BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'decision', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'discussion=' || quote(OLD."discussion") || ';' || 'text=' || quote(OLD."text") || ';' || 'result=' || quote(OLD."result"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER decision_delete_sealed BEFORE DELETE ON decision WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER decision_insert_journal AFTER INSERT ON decision BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'decision', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'discussion=' || quote(NEW."discussion") || ';' || 'text=' || quote(NEW."text") || ';' || 'result=' || quote(NEW."result") FROM journal_step HAVING max(id); END

CREATE TRIGGER decision_insert_sealed BEFORE INSERT ON decision WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER decision_update_journal AFTER UPDATE ON decision BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'decision', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'discussion=' || quote(OLD."discussion") || ';' || 'text=' || quote(OLD."text") || ';' || 'result=' || quote(OLD."result"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'discussion=' || quote(NEW."discussion") || ';' || 'text=' || quote(NEW."text") || ';' || 'result=' || quote(NEW."result") FROM journal_step HAVING max(id); END

CREATE TRIGGER decision_update_sealed BEFORE UPDATE ON decision WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER disagreement_delete_journal AFTER DELETE ON disagreement BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'disagreement', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'topic=' || quote(OLD."topic") || ';' || 'management_view=' || quote(OLD."management_view") || ';' || 'employee_view=' || quote(OLD."employee_view") || ';' || 'management_decision=' || quote(OLD."management_decision") || ';' || 'decided_on=' || quote(OLD."decided_on") || ';' || 'advice_followed=' || quote(OLD."advice_followed") || ';' || 'reasons_given_on=' || quote(OLD."reasons_given_on") || ';' || 'reasons=' || quote(OLD."reasons"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER disagreement_delete_sealed BEFORE DELETE ON disagreement WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER disagreement_insert_journal AFTER INSERT ON disagreement BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'disagreement', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'topic=' || quote(NEW."topic") || ';' || 'management_view=' || quote(NEW."management_view") || ';' || 'employee_view=' || quote(NEW."employee_view") || ';' || 'management_decision=' || quote(NEW."management_decision") || ';' || 'decided_on=' || quote(NEW."decided_on") || ';' || 'advice_followed=' || quote(NEW."advice_followed") || ';' || 'reasons_given_on=' || quote(NEW."reasons_given_on") || ';' || 'reasons=' || quote(NEW."reasons") FROM journal_step HAVING max(id); END

CREATE TRIGGER disagreement_insert_sealed BEFORE INSERT ON disagreement WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER disagreement_update_journal AFTER UPDATE ON disagreement BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'disagreement', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'topic=' || quote(OLD."topic") || ';' || 'management_view=' || quote(OLD."management_view") || ';' || 'employee_view=' || quote(OLD."employee_view") || ';' || 'management_decision=' || quote(OLD."management_decision") || ';' || 'decided_on=' || quote(OLD."decided_on") || ';' || 'advice_followed=' || quote(OLD."advice_followed") || ';' || 'reasons_given_on=' || quote(OLD."reasons_given_on") || ';' || 'reasons=' || quote(OLD."reasons"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'topic=' || quote(NEW."topic") || ';' || 'management_view=' || quote(NEW."management_view") || ';' || 'employee_view=' || quote(NEW."employee_view") || ';' || 'management_decision=' || quote(NEW."management_decision") || ';' || 'decided_on=' || quote(NEW."decided_on") || ';' || 'advice_followed=' || quote(NEW."advice_followed") || ';' || 'reasons_given_on=' || quote(NEW."reasons_given_on") || ';' || 'reasons=' || quote(NEW."reasons") FROM journal_step HAVING max(id); END

CREATE TRIGGER disagreement_update_sealed BEFORE UPDATE ON disagreement WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER evaluation_delete_journal AFTER DELETE ON evaluation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'evaluation', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'goal_id=' || quote(OLD."goal_id") || ';' || 'outcome=' || quote(OLD."outcome") || ';' || 'reached=' || quote(OLD."reached") || ';' || 'done=' || quote(OLD."done") || ';' || 'methods_judged=' || quote(OLD."methods_judged") || ';' || 'activities_judged=' || quote(OLD."activities_judged") || ';' || 'why=' || quote(OLD."why") || ';' || 'learned=' || quote(OLD."learned") || ';' || 'continuation=' || quote(OLD."continuation") || ';' || 'reason=' || quote(OLD."reason"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER evaluation_delete_sealed BEFORE DELETE ON evaluation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER evaluation_insert_journal AFTER INSERT ON evaluation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'evaluation', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'goal_id=' || quote(NEW."goal_id") || ';' || 'outcome=' || quote(NEW."outcome") || ';' || 'reached=' || quote(NEW."reached") || ';' || 'done=' || quote(NEW."done") || ';' || 'methods_judged=' || quote(NEW."methods_judged") || ';' || 'activities_judged=' || quote(NEW."activities_judged") || ';' || 'why=' || quote(NEW."why") || ';' || 'learned=' || quote(NEW."learned") || ';' || 'continuation=' || quote(NEW."continuation") || ';' || 'reason=' || quote(NEW."reason") FROM journal_step HAVING max(id); END

CREATE TRIGGER evaluation_insert_sealed BEFORE INSERT ON evaluation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER evaluation_update_journal AFTER UPDATE ON evaluation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'evaluation', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'goal_id=' || quote(OLD."goal_id") || ';' || 'outcome=' || quote(OLD."outcome") || ';' || 'reached=' || quote(OLD."reached") || ';' || 'done=' || quote(OLD."done") || ';' || 'methods_judged=' || quote(OLD."methods_judged") || ';' || 'activities_judged=' || quote(OLD."activities_judged") || ';' || 'why=' || quote(OLD."why") || ';' || 'learned=' || quote(OLD."learned") || ';' || 'continuation=' || quote(OLD."continuation") || ';' || 'reason=' || quote(OLD."reason"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'goal_id=' || quote(NEW."goal_id") || ';' || 'outcome=' || quote(NEW."outcome") || ';' || 'reached=' || quote(NEW."reached") || ';' || 'done=' || quote(NEW."done") || ';' || 'methods_judged=' || quote(NEW."methods_judged") || ';' || 'activities_judged=' || quote(NEW."activities_judged") || ';' || 'why=' || quote(NEW."why") || ';' || 'learned=' || quote(NEW."learned") || ';' || 'continuation=' || quote(NEW."continuation") || ';' || 'reason=' || quote(NEW."reason") FROM journal_step HAVING max(id); END

CREATE TRIGGER evaluation_update_sealed BEFORE UPDATE ON evaluation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER expertise_delete_journal AFTER DELETE ON expertise BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'expertise', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'present=' || quote(OLD."present") || ';' || 'missing=' || quote(OLD."missing") || ';' || 'plan=' || quote(OLD."plan"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER expertise_delete_sealed BEFORE DELETE ON expertise WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER expertise_insert_journal AFTER INSERT ON expertise BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'expertise', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'present=' || quote(NEW."present") || ';' || 'missing=' || quote(NEW."missing") || ';' || 'plan=' || quote(NEW."plan") FROM journal_step HAVING max(id); END

CREATE TRIGGER expertise_insert_sealed BEFORE INSERT ON expertise WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER expertise_update_journal AFTER UPDATE ON expertise BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'expertise', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'present=' || quote(OLD."present") || ';' || 'missing=' || quote(OLD."missing") || ';' || 'plan=' || quote(OLD."plan"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'present=' || quote(NEW."present") || ';' || 'missing=' || quote(NEW."missing") || ';' || 'plan=' || quote(NEW."plan") FROM journal_step HAVING max(id); END

CREATE TRIGGER expertise_update_sealed BEFORE UPDATE ON expertise WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER figure_delete_journal AFTER DELETE ON figure BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'figure', OLD.id, (SELECT review_id FROM indicator WHERE id = OLD.indicator_id), 'id=' || quote(OLD."id") || ';' || 'indicator_id=' || quote(OLD."indicator_id") || ';' || 'year=' || quote(OLD."year") || ';' || 'value=' || quote(OLD."value") || ';' || 'pending=' || quote(OLD."pending"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER figure_delete_sealed BEFORE DELETE ON figure WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM indicator WHERE id = OLD.indicator_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER figure_insert_journal AFTER INSERT ON figure BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'figure', NEW.id, (SELECT review_id FROM indicator WHERE id = NEW.indicator_id), NULL, 'id=' || quote(NEW."id") || ';' || 'indicator_id=' || quote(NEW."indicator_id") || ';' || 'year=' || quote(NEW."year") || ';' || 'value=' || quote(NEW."value") || ';' || 'pending=' || quote(NEW."pending") FROM journal_step HAVING max(id); END

CREATE TRIGGER figure_insert_sealed BEFORE INSERT ON figure WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM indicator WHERE id = NEW.indicator_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER figure_update_journal AFTER UPDATE ON figure BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'figure', NEW.id, (SELECT review_id FROM indicator WHERE id = NEW.indicator_id), 'id=' || quote(OLD."id") || ';' || 'indicator_id=' || quote(OLD."indicator_id") || ';' || 'year=' || quote(OLD."year") || ';' || 'value=' || quote(OLD."value") || ';' || 'pending=' || quote(OLD."pending"), 'id=' || quote(NEW."id") || ';' || 'indicator_id=' || quote(NEW."indicator_id") || ';' || 'year=' || quote(NEW."year") || ';' || 'value=' || quote(NEW."value") || ';' || 'pending=' || quote(NEW."pending") FROM journal_step HAVING max(id); END

CREATE TRIGGER figure_update_sealed BEFORE UPDATE ON figure WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM indicator WHERE id = OLD.indicator_id) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM indicator WHERE id = NEW.indicator_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER focus_area_delete_journal AFTER DELETE ON focus_area BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'focus_area', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'title=' || quote(OLD."title") || ';' || 'text=' || quote(OLD."text") || ';' || 'own=' || quote(OLD."own") || ';' || 'source=' || quote(OLD."source") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER focus_area_delete_sealed BEFORE DELETE ON focus_area WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER focus_area_insert_journal AFTER INSERT ON focus_area BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'focus_area', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'title=' || quote(NEW."title") || ';' || 'text=' || quote(NEW."text") || ';' || 'own=' || quote(NEW."own") || ';' || 'source=' || quote(NEW."source") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") FROM journal_step HAVING max(id); END

CREATE TRIGGER focus_area_insert_sealed BEFORE INSERT ON focus_area WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER focus_area_update_journal AFTER UPDATE ON focus_area BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'focus_area', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'title=' || quote(OLD."title") || ';' || 'text=' || quote(OLD."text") || ';' || 'own=' || quote(OLD."own") || ';' || 'source=' || quote(OLD."source") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'title=' || quote(NEW."title") || ';' || 'text=' || quote(NEW."text") || ';' || 'own=' || quote(NEW."own") || ';' || 'source=' || quote(NEW."source") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") FROM journal_step HAVING max(id); END

CREATE TRIGGER focus_area_update_sealed BEFORE UPDATE ON focus_area WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER follow_up_delete_journal AFTER DELETE ON follow_up BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'follow_up', OLD.id, coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = OLD.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = OLD.action_id)), 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'goal_id=' || quote(OLD."goal_id") || ';' || 'action_id=' || quote(OLD."action_id") || ';' || 'noted_on=' || quote(OLD."noted_on") || ';' || 'course=' || quote(OLD."course") || ';' || 'line=' || quote(OLD."line"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER follow_up_delete_sealed BEFORE DELETE ON follow_up WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = OLD.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = OLD.action_id)) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER follow_up_insert_journal AFTER INSERT ON follow_up BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'follow_up', NEW.id, coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = NEW.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = NEW.action_id)), NULL, 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'goal_id=' || quote(NEW."goal_id") || ';' || 'action_id=' || quote(NEW."action_id") || ';' || 'noted_on=' || quote(NEW."noted_on") || ';' || 'course=' || quote(NEW."course") || ';' || 'line=' || quote(NEW."line") FROM journal_step HAVING max(id); END

CREATE TRIGGER follow_up_insert_sealed BEFORE INSERT ON follow_up WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = NEW.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = NEW.action_id)) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER follow_up_update_journal AFTER UPDATE ON follow_up BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'follow_up', NEW.id, coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = NEW.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = NEW.action_id)), 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'goal_id=' || quote(OLD."goal_id") || ';' || 'action_id=' || quote(OLD."action_id") || ';' || 'noted_on=' || quote(OLD."noted_on") || ';' || 'course=' || quote(OLD."course") || ';' || 'line=' || quote(OLD."line"), 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'goal_id=' || quote(NEW."goal_id") || ';' || 'action_id=' || quote(NEW."action_id") || ';' || 'noted_on=' || quote(NEW."noted_on") || ';' || 'course=' || quote(NEW."course") || ';' || 'line=' || quote(NEW."line") FROM journal_step HAVING max(id); END

CREATE TRIGGER follow_up_update_sealed BEFORE UPDATE ON follow_up WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = OLD.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = OLD.action_id)) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = coalesce(
(SELECT review_id FROM evaluation WHERE goal_id = NEW.goal_id),
(SELECT review_id FROM action WHERE predecessor_id = NEW.action_id)) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER goal_delete_journal AFTER DELETE ON goal BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'goal', OLD.id, (SELECT id FROM review WHERE committee_id = OLD.committee_id AND year = OLD.year), 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'year=' || quote(OLD."year") || ';' || 'position=' || quote(OLD."position") || ';' || 'predecessor_id=' || quote(OLD."predecessor_id") || ';' || 'focus_area_id=' || quote(OLD."focus_area_id") || ';' || 'kind=' || quote(OLD."kind") || ';' || 'text=' || quote(OLD."text") || ';' || 'unit=' || quote(OLD."unit") || ';' || 'baseline=' || quote(OLD."baseline") || ';' || 'baseline_year=' || quote(OLD."baseline_year") || ';' || 'target=' || quote(OLD."target") || ';' || 'criterion=' || quote(OLD."criterion") || ';' || 'methods=' || quote(OLD."methods") || ';' || 'responsible=' || quote(OLD."responsible") || ';' || 'runs_until=' || quote(OLD."runs_until"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER goal_delete_sealed BEFORE DELETE ON goal WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT id FROM review WHERE committee_id = OLD.committee_id AND year = OLD.year) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER goal_insert_journal AFTER INSERT ON goal BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'goal', NEW.id, (SELECT id FROM review WHERE committee_id = NEW.committee_id AND year = NEW.year), NULL, 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'year=' || quote(NEW."year") || ';' || 'position=' || quote(NEW."position") || ';' || 'predecessor_id=' || quote(NEW."predecessor_id") || ';' || 'focus_area_id=' || quote(NEW."focus_area_id") || ';' || 'kind=' || quote(NEW."kind") || ';' || 'text=' || quote(NEW."text") || ';' || 'unit=' || quote(NEW."unit") || ';' || 'baseline=' || quote(NEW."baseline") || ';' || 'baseline_year=' || quote(NEW."baseline_year") || ';' || 'target=' || quote(NEW."target") || ';' || 'criterion=' || quote(NEW."criterion") || ';' || 'methods=' || quote(NEW."methods") || ';' || 'responsible=' || quote(NEW."responsible") || ';' || 'runs_until=' || quote(NEW."runs_until") FROM journal_step HAVING max(id); END

CREATE TRIGGER goal_insert_sealed BEFORE INSERT ON goal WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT id FROM review WHERE committee_id = NEW.committee_id AND year = NEW.year) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER goal_update_journal AFTER UPDATE ON goal BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'goal', NEW.id, (SELECT id FROM review WHERE committee_id = NEW.committee_id AND year = NEW.year), 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'year=' || quote(OLD."year") || ';' || 'position=' || quote(OLD."position") || ';' || 'predecessor_id=' || quote(OLD."predecessor_id") || ';' || 'focus_area_id=' || quote(OLD."focus_area_id") || ';' || 'kind=' || quote(OLD."kind") || ';' || 'text=' || quote(OLD."text") || ';' || 'unit=' || quote(OLD."unit") || ';' || 'baseline=' || quote(OLD."baseline") || ';' || 'baseline_year=' || quote(OLD."baseline_year") || ';' || 'target=' || quote(OLD."target") || ';' || 'criterion=' || quote(OLD."criterion") || ';' || 'methods=' || quote(OLD."methods") || ';' || 'responsible=' || quote(OLD."responsible") || ';' || 'runs_until=' || quote(OLD."runs_until"), 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'year=' || quote(NEW."year") || ';' || 'position=' || quote(NEW."position") || ';' || 'predecessor_id=' || quote(NEW."predecessor_id") || ';' || 'focus_area_id=' || quote(NEW."focus_area_id") || ';' || 'kind=' || quote(NEW."kind") || ';' || 'text=' || quote(NEW."text") || ';' || 'unit=' || quote(NEW."unit") || ';' || 'baseline=' || quote(NEW."baseline") || ';' || 'baseline_year=' || quote(NEW."baseline_year") || ';' || 'target=' || quote(NEW."target") || ';' || 'criterion=' || quote(NEW."criterion") || ';' || 'methods=' || quote(NEW."methods") || ';' || 'responsible=' || quote(NEW."responsible") || ';' || 'runs_until=' || quote(NEW."runs_until") FROM journal_step HAVING max(id); END

CREATE TRIGGER goal_update_sealed BEFORE UPDATE ON goal WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT id FROM review WHERE committee_id = OLD.committee_id AND year = OLD.year) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT id FROM review WHERE committee_id = NEW.committee_id AND year = NEW.year) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER guest_delete_journal AFTER DELETE ON guest BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'guest', OLD.id, (SELECT review_id FROM meeting WHERE id = OLD.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'name=' || quote(OLD."name") || ';' || 'capacity=' || quote(OLD."capacity") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER guest_delete_sealed BEFORE DELETE ON guest WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER guest_insert_journal AFTER INSERT ON guest BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'guest', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), NULL, 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'name=' || quote(NEW."name") || ';' || 'capacity=' || quote(NEW."capacity") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") FROM journal_step HAVING max(id); END

CREATE TRIGGER guest_insert_sealed BEFORE INSERT ON guest WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER guest_update_journal AFTER UPDATE ON guest BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'guest', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'name=' || quote(OLD."name") || ';' || 'capacity=' || quote(OLD."capacity") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id"), 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'name=' || quote(NEW."name") || ';' || 'capacity=' || quote(NEW."capacity") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") FROM journal_step HAVING max(id); END

CREATE TRIGGER guest_update_sealed BEFORE UPDATE ON guest WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER indicator_delete_journal AFTER DELETE ON indicator BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'indicator', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'name=' || quote(OLD."name") || ';' || 'unit=' || quote(OLD."unit") || ';' || 'decimals=' || quote(OLD."decimals") || ';' || 'better=' || quote(OLD."better") || ';' || 'is_absence=' || quote(OLD."is_absence") || ';' || 'note=' || quote(OLD."note"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER indicator_delete_sealed BEFORE DELETE ON indicator WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER indicator_insert_journal AFTER INSERT ON indicator BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'indicator', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'name=' || quote(NEW."name") || ';' || 'unit=' || quote(NEW."unit") || ';' || 'decimals=' || quote(NEW."decimals") || ';' || 'better=' || quote(NEW."better") || ';' || 'is_absence=' || quote(NEW."is_absence") || ';' || 'note=' || quote(NEW."note") FROM journal_step HAVING max(id); END

CREATE TRIGGER indicator_insert_sealed BEFORE INSERT ON indicator WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER indicator_update_journal AFTER UPDATE ON indicator BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'indicator', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'name=' || quote(OLD."name") || ';' || 'unit=' || quote(OLD."unit") || ';' || 'decimals=' || quote(OLD."decimals") || ';' || 'better=' || quote(OLD."better") || ';' || 'is_absence=' || quote(OLD."is_absence") || ';' || 'note=' || quote(OLD."note"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'name=' || quote(NEW."name") || ';' || 'unit=' || quote(NEW."unit") || ';' || 'decimals=' || quote(NEW."decimals") || ';' || 'better=' || quote(NEW."better") || ';' || 'is_absence=' || quote(NEW."is_absence") || ';' || 'note=' || quote(NEW."note") FROM journal_step HAVING max(id); END

CREATE TRIGGER indicator_update_sealed BEFORE UPDATE ON indicator WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER meeting_delete_journal AFTER DELETE ON meeting BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'meeting', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'held_on=' || quote(OLD."held_on") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends") || ';' || 'place=' || quote(OLD."place"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER meeting_delete_sealed BEFORE DELETE ON meeting WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER meeting_insert_journal AFTER INSERT ON meeting BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'meeting', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'held_on=' || quote(NEW."held_on") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") || ';' || 'place=' || quote(NEW."place") FROM journal_step HAVING max(id); END

CREATE TRIGGER meeting_insert_sealed BEFORE INSERT ON meeting WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER meeting_update_journal AFTER UPDATE ON meeting BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'meeting', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'held_on=' || quote(OLD."held_on") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends") || ';' || 'place=' || quote(OLD."place"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'held_on=' || quote(NEW."held_on") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") || ';' || 'place=' || quote(NEW."place") FROM journal_step HAVING max(id); END

CREATE TRIGGER meeting_update_sealed BEFORE UPDATE ON meeting WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER member_delete_journal AFTER DELETE ON member BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'member', OLD.id, NULL, 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'name=' || quote(OLD."name") || ';' || 'role=' || quote(OLD."role") || ';' || 'side=' || quote(OLD."side") || ';' || 'office=' || quote(OLD."office") || ';' || 'vacant=' || quote(OLD."vacant") || ';' || 'joined=' || quote(OLD."joined") || ';' || 'left=' || quote(OLD."left") || ';' || 'mandatory_training_on=' || quote(OLD."mandatory_training_on"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER member_insert_journal AFTER INSERT ON member BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'member', NEW.id, NULL, NULL, 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'name=' || quote(NEW."name") || ';' || 'role=' || quote(NEW."role") || ';' || 'side=' || quote(NEW."side") || ';' || 'office=' || quote(NEW."office") || ';' || 'vacant=' || quote(NEW."vacant") || ';' || 'joined=' || quote(NEW."joined") || ';' || 'left=' || quote(NEW."left") || ';' || 'mandatory_training_on=' || quote(NEW."mandatory_training_on") FROM journal_step HAVING max(id); END

CREATE TRIGGER member_update_journal AFTER UPDATE ON member BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'member', NEW.id, NULL, 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'name=' || quote(OLD."name") || ';' || 'role=' || quote(OLD."role") || ';' || 'side=' || quote(OLD."side") || ';' || 'office=' || quote(OLD."office") || ';' || 'vacant=' || quote(OLD."vacant") || ';' || 'joined=' || quote(OLD."joined") || ';' || 'left=' || quote(OLD."left") || ';' || 'mandatory_training_on=' || quote(OLD."mandatory_training_on"), 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'name=' || quote(NEW."name") || ';' || 'role=' || quote(NEW."role") || ';' || 'side=' || quote(NEW."side") || ';' || 'office=' || quote(NEW."office") || ';' || 'vacant=' || quote(NEW."vacant") || ';' || 'joined=' || quote(NEW."joined") || ';' || 'left=' || quote(NEW."left") || ';' || 'mandatory_training_on=' || quote(NEW."mandatory_training_on") FROM journal_step HAVING max(id); END

CREATE TRIGGER planned_meeting_delete_journal AFTER DELETE ON planned_meeting BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'planned_meeting', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'held_on=' || quote(OLD."held_on") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends") || ';' || 'place=' || quote(OLD."place") || ';' || 'note=' || quote(OLD."note"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER planned_meeting_delete_sealed BEFORE DELETE ON planned_meeting WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER planned_meeting_insert_journal AFTER INSERT ON planned_meeting BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'planned_meeting', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'held_on=' || quote(NEW."held_on") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") || ';' || 'place=' || quote(NEW."place") || ';' || 'note=' || quote(NEW."note") FROM journal_step HAVING max(id); END

CREATE TRIGGER planned_meeting_insert_sealed BEFORE INSERT ON planned_meeting WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER planned_meeting_update_journal AFTER UPDATE ON planned_meeting BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'planned_meeting', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'held_on=' || quote(OLD."held_on") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends") || ';' || 'place=' || quote(OLD."place") || ';' || 'note=' || quote(OLD."note"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'held_on=' || quote(NEW."held_on") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") || ';' || 'place=' || quote(NEW."place") || ';' || 'note=' || quote(NEW."note") FROM journal_step HAVING max(id); END

CREATE TRIGGER planned_meeting_update_sealed BEFORE UPDATE ON planned_meeting WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER preparation_delete_journal AFTER DELETE ON preparation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'preparation', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'case_number=' || quote(OLD."case_number") || ';' || 'leader=' || quote(OLD."leader") || ';' || 'minute_taker=' || quote(OLD."minute_taker") || ';' || 'heard=' || quote(OLD."heard"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER preparation_delete_sealed BEFORE DELETE ON preparation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER preparation_insert_journal AFTER INSERT ON preparation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'preparation', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'case_number=' || quote(NEW."case_number") || ';' || 'leader=' || quote(NEW."leader") || ';' || 'minute_taker=' || quote(NEW."minute_taker") || ';' || 'heard=' || quote(NEW."heard") FROM journal_step HAVING max(id); END

CREATE TRIGGER preparation_insert_sealed BEFORE INSERT ON preparation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER preparation_update_journal AFTER UPDATE ON preparation BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'preparation', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'case_number=' || quote(OLD."case_number") || ';' || 'leader=' || quote(OLD."leader") || ';' || 'minute_taker=' || quote(OLD."minute_taker") || ';' || 'heard=' || quote(OLD."heard"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'case_number=' || quote(NEW."case_number") || ';' || 'leader=' || quote(NEW."leader") || ';' || 'minute_taker=' || quote(NEW."minute_taker") || ';' || 'heard=' || quote(NEW."heard") FROM journal_step HAVING max(id); END

CREATE TRIGGER preparation_update_sealed BEFORE UPDATE ON preparation WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER raised_matter_delete_journal AFTER DELETE ON raised_matter BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'raised_matter', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'matter=' || quote(OLD."matter") || ';' || 'raised_to=' || quote(OLD."raised_to"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER raised_matter_delete_sealed BEFORE DELETE ON raised_matter WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER raised_matter_insert_journal AFTER INSERT ON raised_matter BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'raised_matter', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'matter=' || quote(NEW."matter") || ';' || 'raised_to=' || quote(NEW."raised_to") FROM journal_step HAVING max(id); END

CREATE TRIGGER raised_matter_insert_sealed BEFORE INSERT ON raised_matter WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER raised_matter_update_journal AFTER UPDATE ON raised_matter BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'raised_matter', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'matter=' || quote(OLD."matter") || ';' || 'raised_to=' || quote(OLD."raised_to"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'matter=' || quote(NEW."matter") || ';' || 'raised_to=' || quote(NEW."raised_to") FROM journal_step HAVING max(id); END

CREATE TRIGGER raised_matter_update_sealed BEFORE UPDATE ON raised_matter WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER review_delete_journal AFTER DELETE ON review BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'review', OLD.id, OLD.id, 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'year=' || quote(OLD."year") || ';' || 'previous_year=' || quote(OLD."previous_year") || ';' || 'template=' || quote(OLD."template") || ';' || 'state=' || quote(OLD."state") || ';' || 'version=' || quote(OLD."version") || ';' || 'approved_on=' || quote(OLD."approved_on") || ';' || 'approved_by=' || quote(OLD."approved_by") || ';' || 'amendments=' || quote(OLD."amendments"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER review_delete_sealed BEFORE DELETE ON review WHEN EXISTS (SELECT 1 FROM version WHERE review_id = OLD.id) AND EXISTS (SELECT 1 FROM committee WHERE id = OLD.committee_id) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER review_insert_journal AFTER INSERT ON review BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'review', NEW.id, NEW.id, NULL, 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'year=' || quote(NEW."year") || ';' || 'previous_year=' || quote(NEW."previous_year") || ';' || 'template=' || quote(NEW."template") || ';' || 'state=' || quote(NEW."state") || ';' || 'version=' || quote(NEW."version") || ';' || 'approved_on=' || quote(NEW."approved_on") || ';' || 'approved_by=' || quote(NEW."approved_by") || ';' || 'amendments=' || quote(NEW."amendments") FROM journal_step HAVING max(id); END

CREATE TRIGGER review_update_journal AFTER UPDATE ON review BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'review', NEW.id, NEW.id, 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'year=' || quote(OLD."year") || ';' || 'previous_year=' || quote(OLD."previous_year") || ';' || 'template=' || quote(OLD."template") || ';' || 'state=' || quote(OLD."state") || ';' || 'version=' || quote(OLD."version") || ';' || 'approved_on=' || quote(OLD."approved_on") || ';' || 'approved_by=' || quote(OLD."approved_by") || ';' || 'amendments=' || quote(OLD."amendments"), 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'year=' || quote(NEW."year") || ';' || 'previous_year=' || quote(NEW."previous_year") || ';' || 'template=' || quote(NEW."template") || ';' || 'state=' || quote(NEW."state") || ';' || 'version=' || quote(NEW."version") || ';' || 'approved_on=' || quote(NEW."approved_on") || ';' || 'approved_by=' || quote(NEW."approved_by") || ';' || 'amendments=' || quote(NEW."amendments") FROM journal_step HAVING max(id); END

CREATE TRIGGER review_update_sealed BEFORE UPDATE ON review WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER status_delete_journal AFTER DELETE ON status BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'status', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'apv_raised=' || quote(OLD."apv_raised") || ';' || 'apv_solved=' || quote(OLD."apv_solved") || ';' || 'apv_planned=' || quote(OLD."apv_planned") || ';' || 'apv_done=' || quote(OLD."apv_done") || ';' || 'apv_open=' || quote(OLD."apv_open") || ';' || 'apv_comment=' || quote(OLD."apv_comment") || ';' || 'guideline_adapted=' || quote(OLD."guideline_adapted") || ';' || 'guideline_on=' || quote(OLD."guideline_on") || ';' || 'guideline_effort=' || quote(OLD."guideline_effort") || ';' || 'absence_prevention=' || quote(OLD."absence_prevention"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER status_delete_sealed BEFORE DELETE ON status WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER status_insert_journal AFTER INSERT ON status BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'status', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'apv_raised=' || quote(NEW."apv_raised") || ';' || 'apv_solved=' || quote(NEW."apv_solved") || ';' || 'apv_planned=' || quote(NEW."apv_planned") || ';' || 'apv_done=' || quote(NEW."apv_done") || ';' || 'apv_open=' || quote(NEW."apv_open") || ';' || 'apv_comment=' || quote(NEW."apv_comment") || ';' || 'guideline_adapted=' || quote(NEW."guideline_adapted") || ';' || 'guideline_on=' || quote(NEW."guideline_on") || ';' || 'guideline_effort=' || quote(NEW."guideline_effort") || ';' || 'absence_prevention=' || quote(NEW."absence_prevention") FROM journal_step HAVING max(id); END

CREATE TRIGGER status_insert_sealed BEFORE INSERT ON status WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER status_update_journal AFTER UPDATE ON status BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'status', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'apv_raised=' || quote(OLD."apv_raised") || ';' || 'apv_solved=' || quote(OLD."apv_solved") || ';' || 'apv_planned=' || quote(OLD."apv_planned") || ';' || 'apv_done=' || quote(OLD."apv_done") || ';' || 'apv_open=' || quote(OLD."apv_open") || ';' || 'apv_comment=' || quote(OLD."apv_comment") || ';' || 'guideline_adapted=' || quote(OLD."guideline_adapted") || ';' || 'guideline_on=' || quote(OLD."guideline_on") || ';' || 'guideline_effort=' || quote(OLD."guideline_effort") || ';' || 'absence_prevention=' || quote(OLD."absence_prevention"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'apv_raised=' || quote(NEW."apv_raised") || ';' || 'apv_solved=' || quote(NEW."apv_solved") || ';' || 'apv_planned=' || quote(NEW."apv_planned") || ';' || 'apv_done=' || quote(NEW."apv_done") || ';' || 'apv_open=' || quote(NEW."apv_open") || ';' || 'apv_comment=' || quote(NEW."apv_comment") || ';' || 'guideline_adapted=' || quote(NEW."guideline_adapted") || ';' || 'guideline_on=' || quote(NEW."guideline_on") || ';' || 'guideline_effort=' || quote(NEW."guideline_effort") || ';' || 'absence_prevention=' || quote(NEW."absence_prevention") FROM journal_step HAVING max(id); END

CREATE TRIGGER status_update_sealed BEFORE UPDATE ON status WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER step_note_delete_journal AFTER DELETE ON step_note BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'step_note', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'step=' || quote(OLD."step") || ';' || 'note=' || quote(OLD."note") || ';' || 'nothing_to_note=' || quote(OLD."nothing_to_note"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER step_note_delete_sealed BEFORE DELETE ON step_note WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER step_note_insert_journal AFTER INSERT ON step_note BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'step_note', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'step=' || quote(NEW."step") || ';' || 'note=' || quote(NEW."note") || ';' || 'nothing_to_note=' || quote(NEW."nothing_to_note") FROM journal_step HAVING max(id); END

CREATE TRIGGER step_note_insert_sealed BEFORE INSERT ON step_note WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER step_note_update_journal AFTER UPDATE ON step_note BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'step_note', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'step=' || quote(OLD."step") || ';' || 'note=' || quote(OLD."note") || ';' || 'nothing_to_note=' || quote(OLD."nothing_to_note"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'step=' || quote(NEW."step") || ';' || 'note=' || quote(NEW."note") || ';' || 'nothing_to_note=' || quote(NEW."nothing_to_note") FROM journal_step HAVING max(id); END

CREATE TRIGGER step_note_update_sealed BEFORE UPDATE ON step_note WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER time_span_delete_journal AFTER DELETE ON time_span BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'time_span', OLD.id, (SELECT review_id FROM meeting WHERE id = OLD.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER time_span_delete_sealed BEFORE DELETE ON time_span WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER time_span_insert_journal AFTER INSERT ON time_span BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'time_span', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), NULL, 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") FROM journal_step HAVING max(id); END

CREATE TRIGGER time_span_insert_sealed BEFORE INSERT ON time_span WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER time_span_update_journal AFTER UPDATE ON time_span BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'time_span', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id") || ';' || 'starts=' || quote(OLD."starts") || ';' || 'ends=' || quote(OLD."ends"), 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") || ';' || 'starts=' || quote(NEW."starts") || ';' || 'ends=' || quote(NEW."ends") FROM journal_step HAVING max(id); END

CREATE TRIGGER time_span_update_sealed BEFORE UPDATE ON time_span WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER timed_line_delete_journal AFTER DELETE ON timed_line BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'timed_line', OLD.id, (SELECT review_id FROM meeting WHERE id = OLD.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'at=' || quote(OLD."at") || ';' || 'person=' || quote(OLD."person") || ';' || 'movement=' || quote(OLD."movement") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER timed_line_delete_sealed BEFORE DELETE ON timed_line WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER timed_line_insert_journal AFTER INSERT ON timed_line BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'timed_line', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), NULL, 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'at=' || quote(NEW."at") || ';' || 'person=' || quote(NEW."person") || ';' || 'movement=' || quote(NEW."movement") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") FROM journal_step HAVING max(id); END

CREATE TRIGGER timed_line_insert_sealed BEFORE INSERT ON timed_line WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER timed_line_update_journal AFTER UPDATE ON timed_line BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'timed_line', NEW.id, (SELECT review_id FROM meeting WHERE id = NEW.meeting_id), 'id=' || quote(OLD."id") || ';' || 'meeting_id=' || quote(OLD."meeting_id") || ';' || 'at=' || quote(OLD."at") || ';' || 'person=' || quote(OLD."person") || ';' || 'movement=' || quote(OLD."movement") || ';' || 'agenda_item_id=' || quote(OLD."agenda_item_id"), 'id=' || quote(NEW."id") || ';' || 'meeting_id=' || quote(NEW."meeting_id") || ';' || 'at=' || quote(NEW."at") || ';' || 'person=' || quote(NEW."person") || ';' || 'movement=' || quote(NEW."movement") || ';' || 'agenda_item_id=' || quote(NEW."agenda_item_id") FROM journal_step HAVING max(id); END

CREATE TRIGGER timed_line_update_sealed BEFORE UPDATE ON timed_line WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = OLD.meeting_id) AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = (SELECT review_id FROM meeting WHERE id = NEW.meeting_id) AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER training_delete_journal AFTER DELETE ON training BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'training', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'member_id=' || quote(OLD."member_id") || ';' || 'offered=' || quote(OLD."offered") || ';' || 'taken=' || quote(OLD."taken") || ';' || 'wish=' || quote(OLD."wish"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER training_delete_sealed BEFORE DELETE ON training WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER training_insert_journal AFTER INSERT ON training BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'training', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'member_id=' || quote(NEW."member_id") || ';' || 'offered=' || quote(NEW."offered") || ';' || 'taken=' || quote(NEW."taken") || ';' || 'wish=' || quote(NEW."wish") FROM journal_step HAVING max(id); END

CREATE TRIGGER training_insert_sealed BEFORE INSERT ON training WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER training_update_journal AFTER UPDATE ON training BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'training', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'member_id=' || quote(OLD."member_id") || ';' || 'offered=' || quote(OLD."offered") || ';' || 'taken=' || quote(OLD."taken") || ';' || 'wish=' || quote(OLD."wish"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'member_id=' || quote(NEW."member_id") || ';' || 'offered=' || quote(NEW."offered") || ';' || 'taken=' || quote(NEW."taken") || ';' || 'wish=' || quote(NEW."wish") FROM journal_step HAVING max(id); END

CREATE TRIGGER training_update_sealed BEFORE UPDATE ON training WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = OLD.review_id AND version.withdrawn_on IS NULL) OR EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER version_delete_journal AFTER DELETE ON version BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'version', OLD.id, OLD.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'number=' || quote(OLD."number") || ';' || 'sha256=' || quote(OLD."sha256") || ';' || 'withdrawn_on=' || quote(OLD."withdrawn_on") || ';' || 'reason=' || quote(OLD."reason"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER version_delete_sealed BEFORE DELETE ON version WHEN EXISTS (SELECT 1 FROM review WHERE id = OLD.review_id) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER version_insert_journal AFTER INSERT ON version BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'version', NEW.id, NEW.review_id, NULL, 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'number=' || quote(NEW."number") || ';' || 'sha256=' || quote(NEW."sha256") || ';' || 'withdrawn_on=' || quote(NEW."withdrawn_on") || ';' || 'reason=' || quote(NEW."reason") FROM journal_step HAVING max(id); END

CREATE TRIGGER version_insert_sealed BEFORE INSERT ON version WHEN EXISTS (
SELECT 1 FROM version JOIN review ON review.id = version.review_id JOIN committee ON committee.id = committee_id
WHERE version.review_id = NEW.review_id AND version.withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER version_update_journal AFTER UPDATE ON version BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'version', NEW.id, NEW.review_id, 'id=' || quote(OLD."id") || ';' || 'review_id=' || quote(OLD."review_id") || ';' || 'number=' || quote(OLD."number") || ';' || 'sha256=' || quote(OLD."sha256") || ';' || 'withdrawn_on=' || quote(OLD."withdrawn_on") || ';' || 'reason=' || quote(OLD."reason"), 'id=' || quote(NEW."id") || ';' || 'review_id=' || quote(NEW."review_id") || ';' || 'number=' || quote(NEW."number") || ';' || 'sha256=' || quote(NEW."sha256") || ';' || 'withdrawn_on=' || quote(NEW."withdrawn_on") || ';' || 'reason=' || quote(NEW."reason") FROM journal_step HAVING max(id); END

CREATE TRIGGER version_update_sealed BEFORE UPDATE ON version WHEN NOT (OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL AND NEW.id = OLD.id AND NEW.review_id = OLD.review_id AND NEW.number = OLD.number AND NEW.content = OLD.content AND NEW.sha256 = OLD.sha256) OR EXISTS (
SELECT 1 FROM review AS own JOIN review AS later ON later.committee_id = own.committee_id AND later.year > own.year
WHERE own.id = OLD.review_id) BEGIN SELECT RAISE(ABORT, 'approved content never changes'); END

CREATE TRIGGER wheel_matter_delete_journal AFTER DELETE ON wheel_matter BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'wheel_matter', OLD.id, NULL, 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'text=' || quote(OLD."text") || ';' || 'months=' || quote(OLD."months") || ';' || 'fixed=' || quote(OLD."fixed"), NULL FROM journal_step HAVING max(id); END

CREATE TRIGGER wheel_matter_insert_journal AFTER INSERT ON wheel_matter BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'wheel_matter', NEW.id, NULL, NULL, 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'text=' || quote(NEW."text") || ';' || 'months=' || quote(NEW."months") || ';' || 'fixed=' || quote(NEW."fixed") FROM journal_step HAVING max(id); END

CREATE TRIGGER wheel_matter_update_journal AFTER UPDATE ON wheel_matter BEGIN INSERT INTO journal_change (step, entry, row, review_id, before, after) SELECT max(id), 'wheel_matter', NEW.id, NULL, 'id=' || quote(OLD."id") || ';' || 'committee_id=' || quote(OLD."committee_id") || ';' || 'position=' || quote(OLD."position") || ';' || 'text=' || quote(OLD."text") || ';' || 'months=' || quote(OLD."months") || ';' || 'fixed=' || quote(OLD."fixed"), 'id=' || quote(NEW."id") || ';' || 'committee_id=' || quote(NEW."committee_id") || ';' || 'position=' || quote(NEW."position") || ';' || 'text=' || quote(NEW."text") || ';' || 'months=' || quote(NEW."months") || ';' || 'fixed=' || quote(NEW."fixed") FROM journal_step HAVING max(id); END
