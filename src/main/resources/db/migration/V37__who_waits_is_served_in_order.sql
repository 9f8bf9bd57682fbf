-- A place in a line: at a moment of any kind, or in a group. First come, first served; a freed place becomes an offer that
-- holds the place until it is accepted, declined or lapses. The id, and so the key, stays that of what comes of it: the
-- boeking, or the membership of the group.
create table wachtplek (
    id              uuid        not null,
    ding            text        not null, -- what is waited for: moment, groep
    ding_id         uuid        not null,
    volgnummer      bigint      generated always as identity, -- given while the thing is locked: the order of the line
    mantelzorger_id uuid        not null,
    naam            text        not null,
    email           text,
    telefoon        text,                 -- E.164
    taal            text        not null,
    personen        integer     not null, -- together, or not at all
    samen_met       text,                 -- the first name of whom they come with, where they said so
    iemand_mee      boolean     not null,
    geplaatst_door  text        not null, -- mantelzorger, or the member of staff who did it for them
    status          text        not null,
    aangeboden_tot  timestamptz,          -- until when the place is kept for them
    versie          integer     not null default 0,
    aangemaakt_op   timestamptz not null,
    gewijzigd_op    timestamptz not null,
    gewist_op       timestamptz,          -- since when nothing of the person is left in it
    constraint wachtplek_pkey primary key (id),
    constraint wachtplek_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint wachtplek_ding check (ding in ('moment', 'groep')),
    constraint wachtplek_status check (status in
        ('wacht', 'aangeboden', 'aanvaard', 'afgewezen', 'verlopen', 'ingetrokken', 'vervallen')),
    constraint wachtplek_aanbod_heeft_een_eind check (status <> 'aangeboden' or aangeboden_tot is not null),
    constraint wachtplek_personen check (personen >= 1)
);

create unique index wachtplek_een_per_mantelzorger on wachtplek (ding_id, mantelzorger_id)
    where status in ('wacht', 'aangeboden');
create index wachtplek_in_rij on wachtplek (ding_id, volgnummer) where status in ('wacht', 'aangeboden');
create index wachtplek_verloopt on wachtplek (aangeboden_tot) where status = 'aangeboden';
create index wachtplek_per_mantelzorger on wachtplek (mantelzorger_id);
