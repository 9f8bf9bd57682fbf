-- The key under which everything of one person is encrypted, itself encrypted under a line of the key file that is not
-- in this database. Deleting the row deletes what was encrypted.
create table persoonssleutel (
    persoon_id    uuid        not null,
    hoofdsleutel  integer     not null, -- which line of the key file, by a name derived from it
    versleuteld   bytea       not null,
    aangemaakt_op timestamptz not null,
    constraint persoonssleutel_pkey primary key (persoon_id)
);

create index persoonssleutel_per_hoofdsleutel on persoonssleutel (hoofdsleutel);

-- What a carer wants the makelaar to know, in their own words.
create table hulpwens (
    id              uuid        not null,
    mantelzorger_id uuid        not null,
    versleuteld     bytea       not null, -- bound to person, id and column
    gewijzigd_op    timestamptz not null,
    constraint hulpwens_pkey primary key (id),
    constraint hulpwens_een_per_mantelzorger unique (mantelzorger_id),
    constraint hulpwens_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger
);
