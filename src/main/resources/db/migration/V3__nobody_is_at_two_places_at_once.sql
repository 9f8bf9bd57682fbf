create table boeking (
    id              uuid        not null,
    code            text        not null,
    moment_id       uuid        not null,
    mantelzorger_id uuid        not null,
    naam            text        not null,
    email           text,                 -- as this person gave it for this booking; where its mail goes
    telefoon        text,                 -- E.164
    taal            text        not null,
    personen        integer     not null,
    iemand_mee      boolean     not null,
    geboekt_door    text        not null, -- mantelzorger, or the member of staff who booked for them
    status          text        not null,
    aanwezig        boolean     not null default true, -- the person is there; false for care beside an own visit
    tijdvak         tstzrange   not null, -- the moment's, kept here so that the next constraint can hold
    versie          integer     not null default 0,
    voorbeeld       boolean     not null default false,
    aangemaakt_op   timestamptz not null,
    gewijzigd_op    timestamptz not null,
    constraint boeking_pkey primary key (id),
    constraint boeking_code_uniek unique (code),
    constraint boeking_van_moment foreign key (moment_id) references moment,
    constraint boeking_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint boeking_status check (status in
        ('aangevraagd', 'bevestigd', 'geannuleerd', 'afgewezen', 'geweest', 'niet-verschenen')),
    constraint boeking_personen check (personen >= 1)
);

create unique index boeking_een_per_mantelzorger on boeking (moment_id, mantelzorger_id)
    where status in ('aangevraagd', 'bevestigd');

alter table boeking add constraint boeking_niet_op_twee_plaatsen
    exclude using gist (mantelzorger_id with =, tijdvak with &&)
    where (status in ('aangevraagd', 'bevestigd') and aanwezig);

create index boeking_per_moment on boeking (moment_id);
