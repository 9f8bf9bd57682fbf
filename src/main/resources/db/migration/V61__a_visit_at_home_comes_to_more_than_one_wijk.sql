-- A visit at home can be had in every wijk that its worker comes to; wijk is the first of them. Empty for what stands in
-- one place.
alter table moment add column ook_wijken text[] not null default '{}';

-- Published and seen by its provider, but nobody can book it yet: the contract does not reach that far.
alter table moment add column voorbehoud boolean not null default false;
