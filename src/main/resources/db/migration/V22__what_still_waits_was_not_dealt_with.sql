-- A message waits exactly as long as nobody dealt with it. So "does an earlier one still wait?" can be asked of the
-- messages of one thing, by their unique index; asked by status, the planner walks the whole queue for each mail, because
-- the queue was empty when it last counted.
update bericht set afgehandeld_op = aangemaakt_op where status <> 'wacht' and afgehandeld_op is null;

alter table bericht
    add constraint bericht_wacht_of_afgehandeld check ((status = 'wacht') = (afgehandeld_op is null));
