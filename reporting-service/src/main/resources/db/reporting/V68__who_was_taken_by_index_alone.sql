-- Whether a reorganisation took anybody between two days, as known then: each answer asks. Where it was not known yet, all of those days
-- were read and put aside (10 ms for 17,000); the index tells by itself.
drop index reporting.movement_of_reorganisation;
create index movement_of_reorganisation on reporting.movement (on_day, recorded_from, recorded_to) where reorganisation_id is not null;
