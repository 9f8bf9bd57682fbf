-- One question after a stay, to the carer and to the guest; what they add in their own words is encrypted.
create table terugblik (
    id            uuid        not null,
    aanmelding_id uuid        not null,
    wie           text        not null, -- who answers
    oordeel       text        not null,
    regel         bytea,                -- in their own words; empty when they added none
    op            timestamptz not null,
    constraint terugblik_pkey primary key (id),
    constraint terugblik_een_per_wie unique (aanmelding_id, wie),
    constraint terugblik_van_aanmelding foreign key (aanmelding_id) references aanmelding,
    constraint terugblik_wie check (wie in ('mantelzorger', 'gast')),
    constraint terugblik_oordeel check (oordeel in ('goed', 'gaat', 'slecht'))
);
