-- A group where carers meet others. What it is called and whom it is for stand here and nowhere else: its meetings are
-- moments that say "Lotgenotengroep", so that nothing that is made of a moment can tell.
create table lotgenotengroep (
    id                   uuid    not null,
    naam                 text    not null,
    soort                text    not null,
    doelgroep            text    not null,
    uitleg               text    not null default '', -- empty: the text of this soort
    talen                text[]  not null,
    wijk                 text    not null,
    plaats               text    not null,
    rolstoeltoegankelijk boolean not null,
    grootte              integer not null,
    deelnemers           integer not null default 0, -- raised and lowered with who joins and leaves
    status               text    not null,
    open_voor_nieuwe     boolean not null,
    alleen_vrouwen       boolean not null,
    kennismaking         boolean not null, -- the coordinator calls before somebody joins
    voorbeeld            boolean not null,
    afspraken            text    not null default '', -- what one may count on; empty: the text for all groups
    hulp_naam            text,                        -- whom the coordinator turns to; without it the makelaar
    hulp_telefoon        text,
    versie               integer not null default 0,  -- raised by each change, so that a preview is of what there is
    constraint lotgenotengroep_pkey primary key (id),
    constraint lotgenotengroep_naam_uniek unique (naam),
    constraint lotgenotengroep_soort check (soort in ('amwaht', 'nah', 'jong', 'overig')),
    constraint lotgenotengroep_status check (status in ('in_oprichting', 'loopt', 'doorstart', 'gestopt')),
    constraint lotgenotengroep_grootte check (grootte between 1 and 500),
    constraint lotgenotengroep_nooit_overvol check (deelnemers between 0 and grootte)
);

-- One line of when a group meets: every so many weeks from the week of vanaf, or on the n-th such weekday of every so
-- many months from the month of vanaf. Local times.
create table ritme (
    id                         uuid    not null,
    groep_id                   uuid    not null,
    soort                      text    not null,
    elke                       integer not null,
    dag                        integer not null, -- ISO: 1 is Monday
    hoeveelste                 integer,          -- 1 to 4, or -1: the last; of a month only
    begin                      time    not null,
    eind                       time    not null,
    vanaf                      date    not null,
    tot                        date,             -- the first day on which it no longer holds
    schoolvakanties_overslaan  boolean not null,
    constraint ritme_pkey primary key (id),
    constraint ritme_van_groep foreign key (groep_id) references lotgenotengroep,
    constraint ritme_soort check (soort in ('weken', 'maand')),
    constraint ritme_elke check (elke between 1 and 12),
    constraint ritme_dag check (dag between 1 and 7),
    constraint ritme_hoeveelste check ((soort = 'maand') = (hoeveelste is not null) and hoeveelste in (-1, 1, 2, 3, 4)),
    constraint ritme_hooguit_vier_uur check (begin < eind and eind - begin <= interval '4 hours'),
    constraint ritme_tot_na_vanaf check (tot is null or tot >= vanaf)
);

create index ritme_per_groep on ritme (groep_id);

-- What makes a moment a group's: the day it was planned for. It keeps that day when the moment moves, so that the
-- rhythm does not plan it a second time.
create table bijeenkomst (
    moment_id uuid not null,
    groep_id  uuid not null,
    datum     date not null,
    herkomst  text not null,
    constraint bijeenkomst_pkey primary key (moment_id),
    constraint bijeenkomst_is_moment foreign key (moment_id) references moment,
    constraint bijeenkomst_van_groep foreign key (groep_id) references lotgenotengroep,
    constraint bijeenkomst_een_per_dag unique (groep_id, datum),
    constraint bijeenkomst_herkomst check (herkomst in ('ritme', 'extra'))
);

-- Who leads it: an account with that role.
create table groepscoordinator (
    groep_id   uuid not null,
    persoon_id uuid not null,
    constraint groepscoordinator_pkey primary key (groep_id, persoon_id),
    constraint groepscoordinator_van_groep foreign key (groep_id) references lotgenotengroep,
    constraint groepscoordinator_is_account foreign key (persoon_id) references account on delete cascade
);

create index groepscoordinator_per_persoon on groepscoordinator (persoon_id);
