-- From which day a removal was annulled; it counts no more once that is known.
alter table reporting.removal add column annulled_on date;
