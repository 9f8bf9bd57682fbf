-- What has to happen when a carer drops out, in their own words. All of it is encrypted, each column bound to person, row
-- and column; a column is empty where nothing was told.
create table plan_b (
    id              uuid        not null,
    mantelzorger_id uuid        not null,
    aanbieder_id    uuid,                 -- who may come to the home
    voor            text,                 -- and for whom
    bellen          bytea,                -- who is called first: name and number
    waar            bytea,                -- address and postcode
    dag             bytea,                -- the handover sheet, in three parts: how a day goes
    zorg            bytea,                -- medicines and meals
    let_op          bytea,                -- what to watch
    gewijzigd_op    timestamptz not null,
    constraint plan_b_pkey primary key (id),
    constraint plan_b_een_per_mantelzorger unique (mantelzorger_id),
    constraint plan_b_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint plan_b_met_aanbieder foreign key (aanbieder_id) references aanbieder,
    constraint plan_b_voor check (voor in ('volwassene', 'gezin')),
    constraint plan_b_thuis_is_heel check ((aanbieder_id is null) = (voor is null) and (voor is null) = (waar is null))
);

create index plan_b_per_aanbieder on plan_b (aanbieder_id);

alter table toestemming drop constraint toestemming_doel;
alter table toestemming add constraint toestemming_doel check (doel in ('herinnering', 'hulpwens', 'plan_b'));
