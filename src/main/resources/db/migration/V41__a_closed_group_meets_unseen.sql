-- Not in the search, and nobody books it who does not belong to it.
alter table moment add column besloten boolean not null default false;
