-- When a version ended is told by the next one, and stands with the facts that are summed by it.
alter table reporting.version drop column recorded_to;
alter table reporting.version set (fillfactor = 100);
