-- Somebody who wants to sign in. The link and the code in the mail are made from the id with the key of the
-- installation (toegang/InlogSleutels), so nothing secret is stored. Of an address that we do not know, nothing is
-- kept. One for each browser and for each address: asking again takes the place of what was asked before.
create table inlogverzoek (
    id            uuid        not null,
    apparaat      bytea       not null, -- SHA-256 of the cookie of the browser that asked
    email         text,                 -- none: we do not know this address, and no mail goes
    taal          text        not null,
    pogingen      integer     not null default 0, -- codes typed
    aangemaakt_op timestamptz not null,
    verloopt_op   timestamptz not null, -- still in time at this very moment
    bewezen_op    timestamptz,          -- who asked reads the address, and has yet to say as whom to go on
    constraint inlogverzoek_pkey primary key (id),
    constraint inlogverzoek_een_per_apparaat unique (apparaat),
    constraint inlogverzoek_een_per_adres unique (email)
);

create index inlogverzoek_verlopen on inlogverzoek (verloopt_op);

-- How often something was done since begin. What is counted is known here by an HMAC only; no row outlives an hour.
create table inloglimiet (
    sleutel bytea       not null,
    begin   timestamptz not null,
    aantal  integer     not null,
    constraint inloglimiet_pkey primary key (sleutel)
);

create index inloglimiet_begin on inloglimiet (begin);

alter table contact add column geverifieerd_op timestamptz; -- when this person last showed to read this address
