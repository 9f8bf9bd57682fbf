-- Somebody who books, without an account. What we know is how to reach them, and nothing else.
create table mantelzorger (
    id            uuid        not null,
    aangemaakt_op timestamptz not null,
    constraint mantelzorger_pkey primary key (id)
);

create table contact (
    soort           text not null,
    waarde          text not null, -- normalised: lower case e-mail, E.164 phone number
    mantelzorger_id uuid not null,
    constraint contact_pkey primary key (soort, waarde),
    constraint contact_soort check (soort in ('email', 'telefoon')),
    constraint contact_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger
);

create index contact_per_mantelzorger on contact (mantelzorger_id);
