-- Who signs in and is not known from a roster or a booking: coordinators, verwijzers, aanbieders and staff. Somebody
-- with two roles has two accounts.
create table account (
    id             uuid        not null,
    rol            text        not null,
    naam           text        not null,
    email          text        not null, -- normalised: lower case
    organisatie    text,
    issuer         text,                 -- with subject: who this is to the organisation's own sign-in (OIDC)
    subject        text,
    persoon_id     uuid,                 -- the row this person is elsewhere, such as an aanbieder
    geblokkeerd_op timestamptz,
    aangemaakt_op  timestamptz not null,
    constraint account_pkey primary key (id),
    constraint account_rol check (rol in ('mantelzorger', 'gastheer', 'groepscoordinator', 'makelaar', 'aanbieder',
        'verwijzer', 'gemeente', 'beheerder')),
    constraint account_email_per_rol unique (email, rol),
    constraint account_identiteit_uniek unique (issuer, subject),
    constraint account_identiteit_heel check ((issuer is null) = (subject is null))
);

alter table sessie add column account_id uuid constraint sessie_van_account references account;
-- How long it may stand still. The default is what it was for everyone.
alter table sessie add column stil interval not null default interval '2 hours';

create index sessie_per_account on sessie (account_id) where account_id is not null;
create index sessie_per_persoon on sessie (rol, persoon_id) where persoon_id is not null;
