-- Whoever was asked for something else can be asked again a week later, so a search that finds nobody looks again.
alter table dekking add column niemand_meer boolean not null default false; -- the last look found nobody to ask

update dekking set niemand_meer = true, volgende_op = begonnen_op where status = 'loopt' and volgende_op is null;
