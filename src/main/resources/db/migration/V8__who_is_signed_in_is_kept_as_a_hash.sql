create table sessie (
    hash          bytea       not null, -- SHA-256 of the cookie
    slug          text        not null, -- who: the person's name in addresses
    naam          text        not null,
    rol           text        not null,
    persoon_id    uuid,                 -- the gastheer, aanbieder, … that this person is
    aangemaakt_op timestamptz not null,
    laatst_gezien timestamptz not null,
    verloopt_op   timestamptz not null,
    constraint sessie_pkey primary key (hash),
    constraint sessie_rol check (rol in ('mantelzorger', 'gastheer', 'groepscoordinator', 'makelaar', 'aanbieder',
        'verwijzer', 'gemeente', 'beheerder'))
);

create index sessie_verlopen on sessie (verloopt_op);

-- Keys that instances of a demo share; in production keys come from a file outside the database.
create table demo_sleutel (
    naam   text  not null,
    waarde bytea not null,
    constraint demo_sleutel_pkey primary key (naam)
);
