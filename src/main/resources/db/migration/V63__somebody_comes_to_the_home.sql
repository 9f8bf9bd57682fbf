-- Who visits people at home, for a provider. A carer sees the first name, and only of who comes to them.
create table medewerker (
    id           uuid    not null,
    aanbieder_id uuid    not null,
    naam         text    not null,
    doelgroepen  text[]  not null, -- volwassene, gezin
    talen        text[]  not null,
    wijken       text[]  not null,
    voorbeeld    boolean not null,
    gestopt      boolean not null default false,
    constraint medewerker_pkey primary key (id),
    constraint medewerker_van_aanbieder foreign key (aanbieder_id) references aanbieder,
    constraint medewerker_naam_uniek unique (aanbieder_id, naam),
    constraint medewerker_doelgroepen check (doelgroepen <> '{}' and doelgroepen <@ array['volwassene', 'gezin']),
    constraint medewerker_wijken check (wijken <> '{}')
);

-- When somebody can visit, every week. Local times.
create table werktijd (
    id            uuid    not null,
    medewerker_id uuid    not null,
    dag           integer not null, -- ISO: 1 is Monday
    begin         time    not null,
    eind          time    not null,
    vanaf         date    not null,
    tot           date,             -- the first day on which it no longer holds
    constraint werktijd_pkey primary key (id),
    constraint werktijd_van_medewerker foreign key (medewerker_id) references medewerker,
    constraint werktijd_dag check (dag between 1 and 7),
    constraint werktijd_duur check (eind - begin in (interval '2 hours', interval '3 hours', interval '4 hours')),
    constraint werktijd_tot_na_vanaf check (tot is null or tot >= vanaf)
);

create index werktijd_per_medewerker on werktijd (medewerker_id);

-- Days on which somebody does not work; why is not ours to know.
create table afwezigheid (
    id              uuid        not null,
    medewerker_id   uuid        not null,
    van             date        not null,
    tot             date        not null, -- the first day back
    vastgelegd_door text        not null,
    vastgelegd_op   timestamptz not null,
    constraint afwezigheid_pkey primary key (id),
    constraint afwezigheid_van_medewerker foreign key (medewerker_id) references medewerker,
    constraint afwezigheid_tot_na_van check (tot > van)
);

create index afwezigheid_per_medewerker on afwezigheid (medewerker_id, van);

-- What makes a moment a visit that can be asked for. The way to the next visit counts: nobody is in two streets at once.
create table bezoekmoment (
    moment_id     uuid      not null,
    medewerker_id uuid      not null,
    werktijd_id   uuid,               -- the line that planned it; empty for a single one
    datum         date      not null, -- the day it was planned for; kept when it moves, so that it is not planned again
    tijd          tstzrange not null, -- the moment's, and the way to the next
    actief        boolean   not null default true,
    constraint bezoekmoment_pkey primary key (moment_id),
    constraint bezoekmoment_is_moment foreign key (moment_id) references moment,
    constraint bezoekmoment_van_medewerker foreign key (medewerker_id) references medewerker,
    constraint bezoekmoment_van_werktijd foreign key (werktijd_id) references werktijd,
    constraint bezoekmoment_een_per_dag unique (werktijd_id, datum),
    constraint bezoekmoment_met_reistijd exclude using gist (medewerker_id with =, tijd with &&) where (actief)
);

create index bezoekmoment_per_medewerker on bezoekmoment (medewerker_id, datum);

-- Where somebody comes and what they have to know, encrypted; beside the boeking, which says when.
create table huisbezoek (
    id              uuid        not null, -- the boeking's
    mantelzorger_id uuid        not null,
    voor            text        not null,
    versleuteld     bytea       not null, -- address, postcode and wishes; bound to person, id and column
    bevestigen_voor timestamptz,          -- until when the provider has to answer a first request
    gewijzigd_op    timestamptz not null,
    constraint huisbezoek_pkey primary key (id),
    constraint huisbezoek_bij_boeking foreign key (id) references boeking,
    constraint huisbezoek_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint huisbezoek_voor check (voor in ('volwassene', 'gezin'))
);

create index huisbezoek_per_mantelzorger on huisbezoek (mantelzorger_id);
