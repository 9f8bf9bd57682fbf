create table mantelzorghuis (
    id                   uuid        not null,
    slug                 text        not null,
    naam                 text        not null,
    wijk                 text        not null,
    adres                text,                 -- not yet known for some houses
    halte                text,
    plaatsen             integer     not null,
    talen                text[]      not null,
    rolstoeltoegankelijk boolean     not null,
    voorbeeld            boolean     not null,
    constraint mantelzorghuis_pkey primary key (id),
    constraint mantelzorghuis_slug_uniek unique (slug),
    constraint mantelzorghuis_naam_uniek unique (naam),
    constraint mantelzorghuis_plaatsen check (plaatsen between 1 and 500)
);

-- When a house is open. Every other week counts from the week in which vanaf falls.
create table openingspatroon (
    id         uuid    not null,
    huis_id    uuid    not null,
    dag        integer not null, -- ISO: 1 is Monday
    dagdeel    text    not null,
    elke_weken integer not null,
    vanaf      date    not null,
    tot        date,             -- the first day on which it no longer holds
    constraint openingspatroon_pkey primary key (id),
    constraint openingspatroon_van_huis foreign key (huis_id) references mantelzorghuis,
    constraint openingspatroon_dag check (dag between 1 and 7),
    constraint openingspatroon_dagdeel check (dagdeel in ('ochtend', 'middag', 'avond')),
    constraint openingspatroon_elke_weken check (elke_weken in (1, 2)),
    constraint openingspatroon_tot_na_vanaf check (tot is null or tot >= vanaf)
);

-- A house (or, without one, every house) is closed from van up to and including tot.
create table sluiting (
    id      uuid not null,
    huis_id uuid,
    van     date not null,
    tot     date not null,
    dagdeel text,            -- the whole day without it
    reden   text not null,
    constraint sluiting_pkey primary key (id),
    constraint sluiting_van_huis foreign key (huis_id) references mantelzorghuis,
    constraint sluiting_dagdeel check (dagdeel in ('ochtend', 'middag', 'avond')),
    constraint sluiting_tot_na_van check (tot >= van)
);

-- What makes a moment a house's: the slot it was planned for. It keeps that slot when the moment moves, so that the
-- pattern does not plan it a second time.
create table openstelling (
    moment_id uuid not null,
    huis_id   uuid not null,
    datum     date not null,
    dagdeel   text not null,
    herkomst  text not null,
    constraint openstelling_pkey primary key (moment_id),
    constraint openstelling_is_moment foreign key (moment_id) references moment,
    constraint openstelling_van_huis foreign key (huis_id) references mantelzorghuis,
    constraint openstelling_een_per_dagdeel unique (huis_id, datum, dagdeel),
    constraint openstelling_herkomst check (herkomst in ('patroon', 'extra'))
);
