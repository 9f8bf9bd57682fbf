-- What a host was trained for holds from a day, and mostly to one. Of the VOG only that it was seen, never the document.
alter table gastheer
    add column getraind_op    date,    -- since always without it
    add column getraind_tot   date,    -- up to and including this day; for good without it
    add column vog_gezien_op  date,
    add column vog_geldig_tot date,
    -- What a host would like; none of it keeps the makelaar from asking.
    add column wens_per_maand  integer,
    add column wens_huis_id    uuid,
    add column samen_met_id    uuid,   -- likes to be there with this host
    add column maatje_id       uuid,   -- goes along with this host for a start
    add column twee_op_een_dag boolean not null default false,
    -- Each dienst as an invitation by mail, instead of a calendar to subscribe to.
    add column uitnodigingen   boolean not null default false,
    add constraint gastheer_training_heel check (getraind_tot >= getraind_op),
    add constraint gastheer_wens_binnen_max check (wens_per_maand between 0 and max_per_maand),
    add constraint gastheer_wens_huis foreign key (wens_huis_id) references mantelzorghuis,
    add constraint gastheer_samen_met foreign key (samen_met_id) references gastheer,
    add constraint gastheer_maatje foreign key (maatje_id) references gastheer,
    add constraint gastheer_niet_met_zichzelf check (samen_met_id <> id and maatje_id <> id);

create index gastheer_per_samen_met on gastheer (samen_met_id) where samen_met_id is not null;
create index gastheer_per_maatje on gastheer (maatje_id) where maatje_id is not null;

-- The dagdelen of the week on which a host can. One who said nothing about a week can always.
create table gastheer_dagdeel (
    gastheer_id uuid    not null,
    dag         integer not null, -- ISO: 1 is Monday
    dagdeel     text    not null,
    constraint gastheer_dagdeel_pkey primary key (gastheer_id, dag, dagdeel),
    constraint gastheer_dagdeel_gastheer foreign key (gastheer_id) references gastheer,
    constraint gastheer_dagdeel_dag check (dag between 1 and 7),
    constraint gastheer_dagdeel_dagdeel check (dagdeel in ('ochtend', 'middag', 'avond'))
);

-- A date on which it is otherwise: can after all, or cannot.
create table gastheer_datum (
    gastheer_id uuid    not null,
    datum       date    not null,
    dagdeel     text    not null,
    kan         boolean not null,
    constraint gastheer_datum_pkey primary key (gastheer_id, datum, dagdeel),
    constraint gastheer_datum_gastheer foreign key (gastheer_id) references gastheer,
    constraint gastheer_datum_dagdeel check (dagdeel in ('ochtend', 'middag', 'avond'))
);
