-- What happened, in the transaction in which it happened.
create table gebeurtenis (
    id      bigint generated always as identity,
    ding    text        not null, -- boeking, moment, dienst, …
    ding_id uuid        not null,
    wat     text        not null,
    wie     text        not null, -- mantelzorger, systeem, or the member of staff
    waarom  text,                 -- only where somebody said so
    op      timestamptz not null,
    constraint gebeurtenis_pkey primary key (id)
);

create index gebeurtenis_van_ding on gebeurtenis (ding_id, id);

-- The answer to a request that carried a key, so that asking again changes nothing. Kept for 24 hours.
create table idempotentie (
    sleutel       text        not null,
    vingerafdruk  bytea       not null, -- SHA-256 of the request: the same key with other content is refused
    boeking_id    uuid        not null,
    antwoord      jsonb       not null, -- the answer of then, without its secrets
    aangemaakt_op timestamptz not null,
    constraint idempotentie_pkey primary key (sleutel)
);

create index idempotentie_op_leeftijd on idempotentie (aangemaakt_op);

-- The outbox: what a person is to be told, written in the transaction of what it tells.
create table bericht (
    id              uuid        not null,
    soort           text        not null,
    kanaal          text        not null,
    ding_id         uuid        not null,
    ding_versie     integer     not null,
    ontvanger       text        not null, -- who, as a role and an id; never an address
    gegevens        jsonb       not null default '{}', -- what the message needs and the thing itself no longer knows
    status          text        not null default 'wacht',
    niet_voor       timestamptz not null,
    pogingen        integer     not null default 0,
    laatste_fout    text,
    aangemaakt_op   timestamptz not null,
    afgehandeld_op  timestamptz,
    afgehandeld_wie text,                 -- who called, for a call-back task
    constraint bericht_pkey primary key (id),
    constraint bericht_een_keer unique (ding_id, ding_versie, ontvanger, soort),
    constraint bericht_kanaal check (kanaal in ('mail', 'bellen')),
    constraint bericht_status check (status in ('wacht', 'klaar', 'vervallen', 'mislukt'))
);

create index bericht_aan_de_beurt on bericht (niet_voor, id) where status = 'wacht';
create index bericht_mislukt on bericht (aangemaakt_op) where status = 'mislukt';
