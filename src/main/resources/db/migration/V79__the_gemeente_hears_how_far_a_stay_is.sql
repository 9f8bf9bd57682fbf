-- Where the gemeente keeps zaken it can be told of an intake, by the outbox as people are.
alter table bericht
    drop constraint bericht_kanaal,
    add constraint bericht_kanaal check (kanaal in ('mail', 'bellen', 'zaak'));

-- What the gemeente was told of an intake, or will be: only there where it is told at all.
create table zaak (
    aanmelding_id uuid        not null,
    status        text        not null, -- the last one
    statussen     integer     not null, -- how many, which is the order they are told in
    op            timestamptz not null, -- when the last one was: no two of one zaak have the same moment
    url           text,                 -- where the gemeente keeps it; empty until it said so
    constraint zaak_pkey primary key (aanmelding_id),
    constraint zaak_van_aanmelding foreign key (aanmelding_id) references aanmelding
);
