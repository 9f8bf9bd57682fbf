-- What whoever comes has to be able to do, encrypted like the rest; empty when that is nothing. Bound to person, id and column.
alter table huisbezoek add column nodig bytea;
