-- Where the naaste can stay some nights, for a provider.
create table logeerhuis (
    id           uuid    not null,
    aanbieder_id uuid    not null,
    naam         text    not null,
    wijk         text    not null,
    voorbeeld    boolean not null,
    constraint logeerhuis_pkey primary key (id),
    constraint logeerhuis_van_aanbieder foreign key (aanbieder_id) references aanbieder,
    constraint logeerhuis_naam_uniek unique (aanbieder_id, naam)
);

-- Whom a house takes and when: all its rules as one version, so that an offer can keep the ones it was made under.
create table huisregels (
    logeerhuis_id    uuid      not null,
    versie           integer   not null,
    vanaf            date      not null,
    tot              date,               -- the first day on which they no longer hold
    leeftijd         text[]    not null, -- of each question of the intake the answers that it takes
    mobiliteit       text[]    not null,
    nachtzorg        text[]    not null,
    medicatie        text[]    not null,
    onrust           text[]    not null,
    dementie         text[]    not null,
    spoed            boolean   not null,
    aankomstdagen    integer[] not null, -- ISO: 1 is Monday
    minimaal_nachten integer   not null,
    maximaal_nachten integer   not null,
    mantelzorger_mee boolean   not null,
    proefnacht       boolean   not null,
    constraint huisregels_pkey primary key (logeerhuis_id, versie),
    constraint huisregels_van_logeerhuis foreign key (logeerhuis_id) references logeerhuis,
    constraint huisregels_tot_na_vanaf check (tot is null or tot > vanaf),
    constraint huisregels_een_tegelijk
        exclude using gist (logeerhuis_id with =, daterange(vanaf, tot) with &&),
    constraint huisregels_aankomstdagen check (aankomstdagen <> '{}' and aankomstdagen <@ array[1, 2, 3, 4, 5, 6, 7]),
    constraint huisregels_nachten check (minimaal_nachten between 1 and maximaal_nachten)
);

create table bed (
    id            uuid   not null,
    logeerhuis_id uuid   not null,
    naam          text   not null, -- as the house calls it
    kenmerken     text[] not null, -- what it is fit for and what is nice about it: rolstoel, tillift, eigenBadkamer
    constraint bed_pkey primary key (id),
    constraint bed_van_logeerhuis foreign key (logeerhuis_id) references logeerhuis,
    constraint bed_naam_uniek unique (logeerhuis_id, naam)
);

-- A night on which a bed is not free. The primary key decides who has it: nobody looks first.
create table bednacht (
    bed_id        uuid not null,
    nacht         date not null, -- the date on which the night begins
    status        text not null,
    aanbieding_id uuid,          -- for whom; empty when the house keeps the bed to itself
    constraint bednacht_pkey primary key (bed_id, nacht),
    constraint bednacht_van_bed foreign key (bed_id) references bed,
    constraint bednacht_status check (status in ('vastgehouden', 'bezet', 'geblokkeerd')),
    constraint bednacht_voor_iemand check ((status = 'geblokkeerd') = (aanbieding_id is null))
);

create index bednacht_per_aanbieding on bednacht (aanbieding_id) where aanbieding_id is not null;
create index bednacht_per_nacht on bednacht (nacht);
