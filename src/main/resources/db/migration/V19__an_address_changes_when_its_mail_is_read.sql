-- A carer who wants another e-mail address, and has shown to read its mail or has yet to. The code in the mail is made
-- from the id with the key of the installation (toegang/Sleutels), so nothing secret is stored. Kept a while after, so
-- that who is forgotten meanwhile takes what went to either address along.
create table adreswijziging (
    id              uuid        not null,
    mantelzorger_id uuid        not null,
    oud             text,                 -- none: known by phone only
    nieuw           text        not null, -- normalised: lower case
    pogingen        integer     not null default 0, -- codes typed
    verloopt_op     timestamptz not null, -- still in time at this very moment
    bewezen_op      timestamptz,          -- since when the new address holds
    constraint adreswijziging_pkey primary key (id),
    constraint adreswijziging_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger
);

create index adreswijziging_per_mantelzorger on adreswijziging (mantelzorger_id, id);
