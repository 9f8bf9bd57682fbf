create table demo_mail (
    id         uuid        not null,
    message_id text        not null,
    aan        text        not null,
    onderwerp  text        not null,
    ruw        bytea       not null,
    op         timestamptz not null,
    constraint demo_mail_pkey primary key (id)
);

create index demo_mail_nieuwste on demo_mail (op desc, id desc);

-- How far the clock of the demo has been moved; one row at most.
create table demo_klok (
    enige        boolean  not null default true,
    verschuiving bigint   not null, -- milliseconds
    constraint demo_klok_pkey primary key (enige),
    constraint demo_klok_enige check (enige)
);
