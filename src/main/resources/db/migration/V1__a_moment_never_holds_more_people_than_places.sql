create extension if not exists btree_gist;

-- Anything bookable at a time with a number of places. Times are instants; datum and dagdeel are what people in the
-- gemeente call that time, decided in Java.
create table moment (
    id                   uuid        not null,
    soort                text        not null,
    bron_id              uuid        not null, -- the mantelzorghuis, group or worker whose moment this is
    titel                text        not null,
    wijk                 text        not null,
    plaats               text        not null,
    datum                date        not null,
    dagdeel              text        not null,
    begin                timestamptz not null,
    eind                 timestamptz not null,
    plaatsen             integer     not null,
    bezet                integer     not null default 0,
    talen                text[]      not null,
    rolstoeltoegankelijk boolean     not null,
    status               text        not null default 'open',
    voorbeeld            boolean     not null, -- of a house that is an example; shown so in demo mode
    versie               integer     not null default 0, -- raised by each change of time, place or status
    versie_op            timestamptz not null, -- when versie was last raised
    gewijzigd_op         timestamptz not null, -- also moves with each booking
    constraint moment_pkey primary key (id),
    constraint moment_soort check (soort in ('huis', 'groep', 'thuis')),
    constraint moment_dagdeel check (dagdeel in ('ochtend', 'middag', 'avond')),
    constraint moment_status check (status in ('open', 'vervallen')),
    constraint moment_eindigt_na_begin check (eind > begin),
    constraint moment_nooit_overvol check (bezet between 0 and plaatsen),
    -- One source holds one thing at a time; also says "unique (source, begin)".
    constraint moment_een_tegelijk exclude using gist (bron_id with =, tstzrange(begin, eind) with &&)
        where (status = 'open')
) with (fillfactor = 70); -- bezet changes with each booking: room for an update in place

create index moment_op_volgorde on moment (begin, id);
create index moment_van_bron on moment (bron_id, begin);
