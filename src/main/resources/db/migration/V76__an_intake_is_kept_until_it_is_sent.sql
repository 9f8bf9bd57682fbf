-- An intake for a stay that was begun and not sent: all that was answered is encrypted, under the key of the carer once we
-- know who that is, and until then under a key of its own. What was sent or lapsed leaves no answer behind.
create table intakeconcept (
    id              uuid        not null,
    code            text        not null, -- to say over the phone; opens nothing by itself
    mantelzorger_id uuid,                 -- whose it is, once we know
    taal            text        not null,
    door            text        not null, -- who began it: the mantelzorger or a member of staff
    opnieuw         boolean     not null, -- filled with the answers of an earlier intake
    versleuteld     bytea,                -- the answers; empty once sent
    begonnen_op     timestamptz,          -- when the first question was answered
    aangemaakt_op   timestamptz not null,
    gewijzigd_op    timestamptz not null,
    aanmelding_id   uuid,                 -- what it became: the old link leads there
    constraint intakeconcept_pkey primary key (id),
    constraint intakeconcept_code_uniek unique (code),
    constraint intakeconcept_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint intakeconcept_werd_aanmelding foreign key (aanmelding_id) references aanmelding,
    constraint intakeconcept_verstuurd_is_leeg check ((versleuteld is null) = (aanmelding_id is not null))
);

create index intakeconcept_per_mantelzorger on intakeconcept (mantelzorger_id) where mantelzorger_id is not null;
create index intakeconcept_vervalt on intakeconcept (gewijzigd_op);

-- What is told of care goes to the houses with consent, in the words that were shown.
alter table toestemming drop constraint toestemming_doel;
alter table toestemming add constraint toestemming_doel check (doel in ('herinnering', 'hulpwens', 'plan_b', 'logeren'));
