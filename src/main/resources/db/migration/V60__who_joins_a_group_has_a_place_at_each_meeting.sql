-- Bookings that were made as one (all coming meetings of a group) are told, counted and given back as one.
alter table boeking add column reeks_id uuid;
alter table wachtplek add column reeks_id uuid;

create index boeking_van_reeks on boeking (reeks_id) where reeks_id is not null;
create index wachtplek_van_reeks on wachtplek (reeks_id) where reeks_id is not null;

-- Somebody who joined a group, or will after a first talk. Which group it is says something about a person: outside the
-- login it is "your group". The bookings of its meetings have this id as their reeks.
create table deelname (
    id              uuid        not null,
    groep_id        uuid        not null,
    mantelzorger_id uuid        not null,
    naam            text        not null,
    email           text,
    telefoon        text,                 -- E.164
    taal            text        not null,
    personen        integer     not null, -- a pair is one deelname: both or none
    samen_met       text,                 -- the first name of the other, where they said so
    iemand_mee      boolean     not null, -- would like somebody to come along the first time
    trefpunt        text,                 -- where they meet; set once that is agreed
    gemaakt_door    text        not null, -- mantelzorger, or the member of staff who did it for them
    status          text        not null,
    versie          integer     not null default 0,
    aangemaakt_op   timestamptz not null,
    gewijzigd_op    timestamptz not null,
    gewist_op       timestamptz,          -- since when nothing of the person is left in it
    constraint deelname_pkey primary key (id),
    constraint deelname_aan_groep foreign key (groep_id) references lotgenotengroep,
    constraint deelname_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint deelname_status check (status in ('kennismaking', 'deelnemer', 'gestopt')),
    constraint deelname_personen check (personen in (1, 2))
);

create unique index deelname_een_per_groep on deelname (groep_id, mantelzorger_id)
    where status in ('kennismaking', 'deelnemer');
create index deelname_per_mantelzorger on deelname (mantelzorger_id);

-- What a coordinator wrote to everybody in a group. Mails say that there is something to read, and no more.
create table groepsbericht (
    id       uuid        not null, -- of the form it was sent with, so that sending twice is once
    groep_id uuid        not null,
    tekst    text        not null,
    naam     text        not null, -- of who wrote it, as the group knows them
    door     text        not null,
    op       timestamptz not null,
    constraint groepsbericht_pkey primary key (id),
    constraint groepsbericht_aan_groep foreign key (groep_id) references lotgenotengroep
);

create index groepsbericht_per_groep on groepsbericht (groep_id, op);

-- How a meeting went: three things at most, and no names of who walked in.
create table verslag (
    moment_id     uuid        not null,
    binnengelopen integer     not null,
    opmerking     text        not null default '', -- for the makelaar
    door          text        not null,
    op            timestamptz not null,
    constraint verslag_pkey primary key (moment_id),
    constraint verslag_van_moment foreign key (moment_id) references moment,
    constraint verslag_binnengelopen check (binnengelopen between 0 and 500)
);
