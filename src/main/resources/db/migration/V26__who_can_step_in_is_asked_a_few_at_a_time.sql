-- Looking for somebody for an openstelling whose gastheer cannot: three at a time, until one says yes.
create table dekking (
    id          uuid        not null,
    moment_id   uuid        not null,
    status      text        not null,
    golf        integer     not null default 0, -- how many times some were asked
    begonnen_op timestamptz not null,
    volgende_op timestamptz,                    -- when the next are asked; none: there is nobody left to ask
    einde_op    timestamptz,
    constraint dekking_pkey primary key (id),
    constraint dekking_van_moment foreign key (moment_id) references moment,
    constraint dekking_status check (status in ('loopt', 'gevonden', 'niet-gevonden', 'niet-nodig')),
    constraint dekking_einde check ((status = 'loopt') = (einde_op is null))
);

create unique index dekking_een_tegelijk on dekking (moment_id) where status = 'loopt';
create index dekking_per_moment on dekking (moment_id);
create index dekking_aan_de_beurt on dekking (volgende_op) where status = 'loopt';

create table dekkingsvraag (
    id             uuid        not null,
    dekking_id     uuid        not null,
    gastheer_id    uuid        not null,
    golf           integer     not null,
    gevraagd_op    timestamptz not null,
    rust           tstzrange   not null, -- in which this gastheer is asked for nothing else
    antwoord       text,
    beantwoord_op  timestamptz,
    constraint dekkingsvraag_pkey primary key (id),
    constraint dekkingsvraag_van_dekking foreign key (dekking_id) references dekking,
    constraint dekkingsvraag_aan_gastheer foreign key (gastheer_id) references gastheer,
    constraint dekkingsvraag_een_keer unique (dekking_id, gastheer_id),
    constraint dekkingsvraag_antwoord check (antwoord in ('ja', 'nee')),
    constraint dekkingsvraag_beantwoord check ((antwoord is null) = (beantwoord_op is null)),
    -- Nobody is asked twice in a week, whatever instance asks.
    constraint dekkingsvraag_niet_te_vaak exclude using gist (gastheer_id with =, rust with &&)
);

create unique index dekkingsvraag_een_ja on dekkingsvraag (dekking_id) where antwoord = 'ja';
create index dekkingsvraag_per_gastheer on dekkingsvraag (gastheer_id, gevraagd_op);
