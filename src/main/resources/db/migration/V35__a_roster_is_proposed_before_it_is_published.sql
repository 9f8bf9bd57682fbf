-- A roster for some weeks, worked out and then looked at. It changes no dienst until somebody publishes it.
create table roostervoorstel (
    id         uuid        not null,
    van        date        not null, -- a Monday
    weken      integer     not null,
    opnieuw    boolean     not null, -- also what was planned already may move
    status     text        not null,
    voortgang  integer     not null default 0, -- in percents
    door       text        not null,
    op         timestamptz not null,
    gezien_op  timestamptz not null, -- by the machine's clock: the last sign of life of the work
    constraint roostervoorstel_pkey primary key (id),
    constraint roostervoorstel_op_maandag check (extract(isodow from van) = 1),
    constraint roostervoorstel_weken check (weken between 4 and 12),
    constraint roostervoorstel_status check (status in ('rekent', 'klaar', 'gestopt', 'mislukt', 'gepubliceerd')),
    constraint roostervoorstel_voortgang check (voortgang between 0 and 100)
);

create unique index roostervoorstel_een_tegelijk on roostervoorstel (status) where status = 'rekent';

-- One place on one openstelling: the dienst that is there now (none: a place that is free) and who would have it (none: it
-- would be free). The same gastheer as of the dienst means that it stays.
create table voorstelregel (
    id              uuid        not null,
    voorstel_id     uuid        not null,
    moment_id       uuid        not null,
    dienst_id       uuid,
    gastheer_id     uuid,
    gekozen         boolean     not null default true,
    gepubliceerd_op timestamptz,
    belet           text, -- why it could not be published
    constraint voorstelregel_pkey primary key (id),
    constraint voorstelregel_van_voorstel foreign key (voorstel_id) references roostervoorstel on delete cascade,
    constraint voorstelregel_op_moment foreign key (moment_id) references moment,
    constraint voorstelregel_van_dienst foreign key (dienst_id) references dienst,
    constraint voorstelregel_van_gastheer foreign key (gastheer_id) references gastheer,
    constraint voorstelregel_niemand_twee_keer unique (voorstel_id, moment_id, gastheer_id)
);

create index voorstelregel_per_gastheer on voorstelregel (gastheer_id) where gastheer_id is not null;
create index voorstelregel_per_dienst on voorstelregel (dienst_id) where dienst_id is not null;
create index voorstelregel_per_moment on voorstelregel (moment_id);
