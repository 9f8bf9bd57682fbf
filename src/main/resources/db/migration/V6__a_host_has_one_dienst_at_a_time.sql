create table gastheer (
    id            uuid    not null,
    slug          text    not null,
    naam          text    not null,
    email         text,
    getraind      boolean not null,
    max_per_maand integer not null,
    talen         text[]  not null,
    voorbeeld     boolean not null,
    constraint gastheer_pkey primary key (id),
    constraint gastheer_slug_uniek unique (slug),
    constraint gastheer_max check (max_per_maand between 0 and 62)
);

create table gastheer_huis (
    gastheer_id uuid not null,
    huis_id     uuid not null,
    constraint gastheer_huis_pkey primary key (gastheer_id, huis_id),
    constraint gastheer_huis_gastheer foreign key (gastheer_id) references gastheer,
    constraint gastheer_huis_huis foreign key (huis_id) references mantelzorghuis
);

create table dienst (
    id           uuid        not null,
    moment_id    uuid        not null,
    gastheer_id  uuid        not null,
    status       text        not null,
    datum        date        not null,
    dagdeel      text        not null,
    tijdvak      tstzrange   not null,
    versie       integer     not null default 0, -- the SEQUENCE of its calendar entry
    gewijzigd_op timestamptz not null,
    constraint dienst_pkey primary key (id),
    constraint dienst_op_moment foreign key (moment_id) references moment,
    constraint dienst_van_gastheer foreign key (gastheer_id) references gastheer,
    constraint dienst_status check (status in ('gepland', 'bevestigd', 'afgemeld', 'vervallen')),
    constraint dienst_niet_dubbel exclude using gist (gastheer_id with =, tijdvak with &&)
        where (status in ('gepland', 'bevestigd'))
);

create unique index dienst_een_per_dagdeel on dienst (gastheer_id, datum, dagdeel)
    where status in ('gepland', 'bevestigd');
create index dienst_per_moment on dienst (moment_id);
create index dienst_per_gastheer on dienst (gastheer_id, datum);
