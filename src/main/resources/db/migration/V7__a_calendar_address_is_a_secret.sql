-- A subscription address of a person for one purpose: 256 random bits, of which we keep the SHA-256 alone.
create table agendasleutel (
    id               uuid        not null,
    soort            text        not null,
    voor_id          uuid,                 -- whose roster or openings; none for the makelaar's week
    hash             bytea       not null,
    aangemaakt_op    timestamptz not null,
    laatst_opgehaald timestamptz,
    ingetrokken_op   timestamptz,
    constraint agendasleutel_pkey primary key (id),
    constraint agendasleutel_hash_uniek unique (hash),
    constraint agendasleutel_soort check (soort in ('gastheer', 'huis', 'groep', 'makelaar'))
);

create index agendasleutel_voor on agendasleutel (soort, voor_id) where ingetrokken_op is null;
