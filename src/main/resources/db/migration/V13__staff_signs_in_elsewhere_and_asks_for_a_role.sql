-- Somebody whom the organisation's own sign-in knows and Respijt does not yet; the beheerder gives a role, or refuses.
create table account_aanvraag (
    id             uuid        not null,
    issuer         text        not null,
    subject        text        not null,
    naam           text        not null, -- as the provider tells it, to show to the beheerder
    email          text        not null, -- normalised: lower case
    aangevraagd_op timestamptz not null,
    geweigerd_op   timestamptz,          -- null while it waits; one that was accepted is an account
    constraint account_aanvraag_pkey primary key (id),
    constraint account_aanvraag_een_per_persoon unique (issuer, subject)
);

-- What came back from the provider once, so that it does not count twice; kept until it is too old anyway.
create table inlogpoging_gebruikt (
    id          uuid        not null,
    verloopt_op timestamptz not null,
    constraint inlogpoging_gebruikt_pkey primary key (id)
);

create index inlogpoging_gebruikt_verlopen on inlogpoging_gebruikt (verloopt_op);

alter table account add column laatst_ingelogd_op timestamptz;

create index gebeurtenis_van_account on gebeurtenis (id) where ding = 'account';
