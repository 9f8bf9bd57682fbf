-- What a person agreed to, in which words and when; or objected to, where we do something unless they do (no gegeven_op).
-- The newest row of a purpose counts.
create table toestemming (
    id              uuid        not null,
    mantelzorger_id uuid        not null,
    doel            text        not null,
    tekstversie     integer     not null, -- of the words that were shown
    gegeven_op      timestamptz,
    ingetrokken_op  timestamptz,
    constraint toestemming_pkey primary key (id),
    constraint toestemming_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint toestemming_doel check (doel in ('herinnering', 'hulpwens')),
    constraint toestemming_gegeven_of_ingetrokken check (num_nonnulls(gegeven_op, ingetrokken_op) > 0)
);

create index toestemming_per_mantelzorger on toestemming (mantelzorger_id, doel, id);

-- A young carer tells an age band and nothing more; letters go to their house only when they ask for it. Who was
-- forgotten stays as an empty id, so that the figures of the past stay right.
alter table mantelzorger
    add column leeftijdsgroep text    not null default 'onbekend',
    add column post_thuis     boolean not null default false,
    add column gewist_op      timestamptz,
    add constraint mantelzorger_leeftijdsgroep check (leeftijdsgroep in ('onbekend', 'jonger-dan-18', '18-plus'));

-- Of whom it was is no longer known; the place that it took in the past stays counted.
alter table boeking add column gewist_op timestamptz;
